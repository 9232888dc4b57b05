/* language.c - the languages of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/language.h"

#include <gtk/gtk.h>
#include <libintl.h>
#include <string.h>

#ifdef __GLIBC__
extern int _nl_msg_cat_cntr; /* told that LANGUAGE has changed */
#endif

/* "en" stands alone: it has no catalogue, so what came after it would be shown. */
static const PanahLanguage languages[] = {
  { "en", "en", "English", NULL, FALSE, FALSE },
  { "ar", "ar", "العربية", "مسودة", TRUE, FALSE },
  { "fa-AF", "fa_AF:fa", "دری", "پیش‌نویس", TRUE, FALSE },
  { "ug", "ug", "ئۇيغۇرچە", "دەسلەپكى نۇسخا", TRUE, TRUE },
  { "uz", "uz", "Oʻzbekcha", "qoralama", FALSE, TRUE },
  { "uz-Cyrl", "uz@cyrillic", "Ўзбекча", "қоралама", FALSE, TRUE },
  { "kk", "kk", "Қазақша", "жоба", FALSE, FALSE },
  { "ky", "ky", "Кыргызча", "долбоор", FALSE, TRUE },
  { "zh-CN", "zh_CN", "简体中文", "草稿", FALSE, FALSE },
  { "ru", "ru", "Русский", "черновик", FALSE, FALSE },
};

/* Languages that nobody speaks: long words, and English from right to left. For tests; no list has them. */
static const PanahLanguage pseudo_languages[] = {
  { "en-XA", "en_XA", "Ëñĝļîšĥ", NULL, FALSE, FALSE },
  { "ar-XB", "ar_XB", "hsilgnE", NULL, TRUE, FALSE },
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
  for (guint i = 0; i < G_N_ELEMENTS (pseudo_languages); i++)
    {
      if (g_strcmp0 (pseudo_languages[i].code, code) == 0)
        return &pseudo_languages[i];
    }
  return &languages[0];
}

/* A label takes its direction from its first letter, and a name or a number of another script may come first.
 *
 * Returns: what such words begin with, so that they run as that language does */
const char *
panah_language_get_mark (const char *code)
{
  return panah_language_find (code)->right_to_left ? "\xe2\x80\x8f" : "\xe2\x80\x8e"; /* U+200F, U+200E */
}

/* Whether @locale, `uz_UZ.UTF-8@cyrillic` for instance, is of that language; a language has one script but Uzbek. */
static gboolean
matches (const PanahLanguage *language,
         const char          *locale)
{
  gsize n = strcspn (language->code, "-");
  gboolean cyrillic = g_str_has_suffix (language->code, "-Cyrl");

  return strncmp (locale, language->code, n) == 0 && strchr ("_.@", locale[n]) != NULL &&
         (!g_str_has_prefix (locale, "uz") || g_str_has_suffix (locale, "@cyrillic") == cyrillic);
}

/**
 * panah_language_guess:
 * @wanted: (array zero-terminated=1): names of locales as the environment has them, the most wanted first
 *
 * Nobody's language is remembered on a computer that others use, so the session of the computer is the best guess.
 *
 * Returns: the code of the first language we have; English if there is none
 */
const char *
panah_language_guess (const char *const *wanted)
{
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          if (matches (&languages[j], wanted[i]))
            return languages[j].code;
        }
    }
  return languages[0].code;
}

/**
 * panah_language_speak:
 * @code: BCP 47
 *
 * From now on gettext answers in this language. To be called on the main thread only.
 */
void
panah_language_speak (const char *code)
{
  g_setenv ("LANGUAGE", panah_language_find (code)->chain, TRUE);
#ifdef __GLIBC__
  _nl_msg_cat_cntr++;
#endif
}

/* Entries have a menu, and where there is no portal a file chooser is GTK's. Our catalogues have only what those say, so
 * GTK's own are better where there are any. */
static void
speak_for_gtk (const PanahLanguage *language)
{
  static char *system_dir;
  const char *program_dir = bindtextdomain (GETTEXT_PACKAGE, NULL);

  if (system_dir == NULL)
    system_dir = g_strdup (bindtextdomain ("gtk40", NULL));
  g_autofree char *own_dir = g_build_filename (program_dir, "gtk40", NULL);
  bindtextdomain ("gtk40", language->own_gtk ? own_dir : system_dir);
}

/**
 * panah_language_use:
 * @code: BCP 47
 *
 * As panah_language_speak(), and new widgets run in the direction of the language. Widgets that stand already keep their
 * words: the window builds its page anew.
 */
void
panah_language_use (const char *code)
{
  const PanahLanguage *language = panah_language_find (code);

  panah_language_speak (code);
  speak_for_gtk (language);
  gtk_widget_set_default_direction (language->right_to_left ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}
