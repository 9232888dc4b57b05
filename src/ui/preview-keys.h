/* preview-keys.h - what the keys do while one leafs through a paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void panah_preview_add_keys (GtkWidget *preview,
                             GtkWidget *sheets);

G_END_DECLS
