/* keyboard.h - letters that the keys of this computer do not have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/keyboard-input.h"
#include "ui/keyboard-layout.h"

G_BEGIN_DECLS

#define PANAH_TYPE_KEYBOARD (panah_keyboard_get_type ())
G_DECLARE_FINAL_TYPE (PanahKeyboard, panah_keyboard, PANAH, KEYBOARD, GtkWidget)

void panah_keyboard_watch        (PanahKeyboard *self,
                                  GtkWidget     *body);
void panah_keyboard_choose       (PanahKeyboard *self);
void panah_keyboard_set_language (PanahKeyboard *self,
                                  const char    *language);

G_END_DECLS
