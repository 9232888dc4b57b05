/* leave.h - gone, at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*PanahLastThing) (gpointer data);

void panah_leave_set_last_thing (PanahLastThing prepare,
                                 PanahLastThing last_thing,
                                 gpointer       data);
void panah_leave                (void) G_GNUC_NORETURN;

G_END_DECLS
