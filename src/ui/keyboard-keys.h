/* keyboard-keys.h - keys in rows, as they lie on a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/keyboard-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  panah_keyboard_keys_add_letters (GtkGrid                   *grid,
                                       GCallback                  clicked,
                                       gpointer                   data);
void  panah_keyboard_keys_add_digits  (GtkGrid                   *grid,
                                       GCallback                  clicked,
                                       gpointer                   data);
void  panah_keyboard_keys_update      (GtkGrid                   *grid,
                                       const PanahKeyboardLayout *layout,
                                       gboolean                   shift);
char *panah_keyboard_keys_get_text    (GtkButton                 *key,
                                       const PanahKeyboardLayout *layout,
                                       gboolean                   shift) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
