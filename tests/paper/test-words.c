/* test-words.c - numbers with their nouns, names of languages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "paper/words.h"

typedef struct
{
  const char *language;
  const char *forms;
  guint       n;
  const char *expected;
} CountRow;

#define RUSSIAN "%1 день|%1 дня|%1 дней"

static const CountRow count_rows[] = {
  { "en", "%1 day|%1 days", 1, "1 day" },
  { "en", "%1 day|%1 days", 0, "0 days" },
  { "en", "%1 day|%1 days", 5, "5 days" },
  { "ru", RUSSIAN, 1, "1 день" },
  { "ru", RUSSIAN, 2, "2 дня" },
  { "ru", RUSSIAN, 5, "5 дней" },
  { "ru", RUSSIAN, 11, "11 дней" },
  { "ru", RUSSIAN, 12, "12 дней" },
  { "ru", RUSSIAN, 21, "21 день" },
  { "ru", RUSSIAN, 24, "24 дня" },
  { "kk", "%1 күн", 5, "5 күн" },
  { "fa-AF", "%1 روز", 1, "1 روز" },
  { "no such language", "%1 a|%1 b", 3, "3 b" },
  { "ar", "%1 z|%1 o|%1 t|%1 f|%1 m|%1 x", 2, "2 t" },
  { "en", "", 3, "3" },
};

static void
test_count (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (count_rows); i++)
    {
      const CountRow *row = &count_rows[i];
      g_autofree char *words = panah_words_fill_count (row->language, row->forms, row->n);

      g_assert_cmpstr (words, ==, row->expected);
    }
}

static void
test_name_language (void)
{
  g_autofree char *dari = panah_words_name_language ("en", "fa-AF");
  g_autofree char *none = panah_words_name_language ("en", "");

  g_assert_cmpstr (dari, ==, "Dari");
  g_assert_null (none);
}

/* Tags round the size of what ICU has room for: one that just fills it has no NUL at its end. */
static void
test_long_tag (void)
{
  for (guint length = 140; length < 180; length++)
    {
      g_autoptr (GString) tag = g_string_new ("en-x");

      while (tag->len + 9 < length)
        g_string_append (tag, "-abcdefgh");
      g_string_append_printf (tag, "-%.*s", (int) (length - tag->len - 1), "abcdefgh");
      g_autofree char *name = panah_words_name_language ("en", tag->str);
      g_assert_true (name == NULL || (length < 157 && g_utf8_validate (name, -1, NULL)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/words/count", test_count);
  g_test_add_func ("/paper/words/name-language", test_name_language);
  g_test_add_func ("/paper/words/long-tag", test_long_tag);
  return g_test_run ();
}
