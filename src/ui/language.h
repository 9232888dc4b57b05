/* language.h - the languages of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PanahLanguage:
 * @code: BCP 47
 * @chain: what gettext looks for, in order
 * @name: what its readers call it
 * @draft: (nullable): their word for a draft, as long as no native reader has signed the translation
 * @right_to_left: direction of its script
 * @own_gtk: whether GTK's words come from us, because GTK hardly speaks the language
 */
typedef struct
{
  const char *code;
  const char *chain;
  const char *name;
  const char *draft;
  gboolean    right_to_left;
  gboolean    own_gtk;
} PanahLanguage;

const PanahLanguage *panah_language_list  (guint      *out_n);
const PanahLanguage *panah_language_find  (const char *code);
const char          *panah_language_get_mark (const char *code);
const char          *panah_language_guess (const char *const *wanted);
void                 panah_language_speak (const char *code);
void                 panah_language_use   (const char *code);

G_END_DECLS
