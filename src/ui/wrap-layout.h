/* wrap-layout.h - in a row, and in more rows where there is no room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PANAH_TYPE_WRAP_LAYOUT (panah_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (PanahWrapLayout, panah_wrap_layout, PANAH, WRAP_LAYOUT, GtkLayoutManager)

GtkWidget *panah_wrap_box_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
