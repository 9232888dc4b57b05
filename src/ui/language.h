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
 * @right_to_left: direction of its script
 */
typedef struct
{
  const char *code;
  const char *chain;
  const char *name;
  gboolean    right_to_left;
} PanahLanguage;

const PanahLanguage *panah_language_list (guint      *out_n);
const PanahLanguage *panah_language_find (const char *code);
void                 panah_language_use  (const char *code);

G_END_DECLS
