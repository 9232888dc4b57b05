/* environment.h - what must be true of the process before GTK starts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void panah_environment_prepare (void);
void panah_environment_forget  (void);

G_END_DECLS
