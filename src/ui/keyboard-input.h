/* keyboard-input.h - what is typed into, whatever kind of field it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget  *panah_keyboard_input_find         (GtkWidget  *focus);
gboolean    panah_keyboard_input_is_open      (GtkWidget  *input);
gboolean    panah_keyboard_input_is_composing (GtkWidget  *input);
void        panah_keyboard_input_focus        (GtkWidget  *input);
void        panah_keyboard_input_type         (GtkWidget  *input,
                                               const char *text);
void        panah_keyboard_input_delete       (GtkWidget  *input);
void        panah_keyboard_input_enter        (GtkWidget  *input);
void        panah_keyboard_set_wanted         (GtkWidget  *input,
                                               const char *wanted);
const char *panah_keyboard_input_get_wanted   (GtkWidget  *input);

G_END_DECLS
