/* keyboard-layout.h - which key types which letter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a field may want that is no language: BCP 47 has a word for both. */
#define PANAH_KEYBOARD_LATIN  "und-Latn"
#define PANAH_KEYBOARD_DIGITS "zxx"

#define PANAH_KEYBOARD_SPACE 65

typedef struct _PanahKeyboardLayout PanahKeyboardLayout;

GPtrArray           *panah_keyboard_layouts_load     (const char                *directory) G_GNUC_WARN_UNUSED_RESULT;
PanahKeyboardLayout *panah_keyboard_layouts_find     (GPtrArray                 *layouts,
                                                      const char                *wanted);
const char          *panah_keyboard_layout_get_name  (const PanahKeyboardLayout *self);
gboolean             panah_keyboard_layout_is_digits (const PanahKeyboardLayout *self);
gboolean             panah_keyboard_layout_has_key   (guint                      keycode);
char                *panah_keyboard_layout_get_text  (const PanahKeyboardLayout *self,
                                                      guint                      keycode,
                                                      gboolean                   shift,
                                                      gboolean                   caps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
