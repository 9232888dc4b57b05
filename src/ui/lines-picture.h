/* lines-picture.h - a drawing of where the lines of a passport are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *panah_lines_picture_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
