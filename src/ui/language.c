/* language.c - the languages of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/language.h"

#include <gtk/gtk.h>
#include <string.h>

#ifdef __GLIBC__
extern int _nl_msg_cat_cntr; /* told that LANGUAGE has changed */
#endif

static const PanahLanguage languages[] = {
  { "en", "en", "English", FALSE },
  { "ru", "ru", "Русский", FALSE },
};

const PanahLanguage *
panah_language_list (guint *out_n)
{
  *out_n = G_N_ELEMENTS (languages);
  return languages;
}

/* Returns: the language of that code, else English */
const PanahLanguage *
panah_language_find (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (g_strcmp0 (languages[i].code, code) == 0)
        return &languages[i];
    }
  return &languages[0];
}

/**
 * panah_language_use:
 * @code: BCP 47
 *
 * From now on gettext answers in this language and new widgets run in its direction. Widgets that stand already keep
 * their words: the window builds its page anew. To be called on the main thread only.
 */
void
panah_language_use (const char *code)
{
  const PanahLanguage *language = panah_language_find (code);

  g_setenv ("LANGUAGE", language->chain, TRUE);
#ifdef __GLIBC__
  _nl_msg_cat_cntr++;
#endif
  gtk_widget_set_default_direction (language->right_to_left ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}
