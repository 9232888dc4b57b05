/* counted-calls.h - what the container asks for before it believes a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern guint    n_derived;    /* keys */
extern guint    n_locked;     /* guarded pieces of memory */
extern int      n_locked_now; /* of them, not given back */
extern guint    n_tried;      /* pieces of memory that are asked for because a file says so */
extern gboolean no_memory;    /* whether keys that take much of it cannot be derived */

G_END_DECLS
