/* test-words.c - numbers with their nouns, names of languages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "core/date.h"
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

typedef struct
{
  const char *language;
  const char *day;
  const char *expected; /* NULL: goes by the Gregorian calendar */
} OwnRow;

/* Printed calendars of Afghanistan */
static const OwnRow own_rows[] = {
  { "fa-AF", "2026-03-21", "1 حمل 1405" },
  { "fa-AF", "2026-11-27", "6 قوس 1405" },
  { "fa-AF", "2025-03-20", "30 حوت 1403" },
  { "fa-AF", "2025-03-21", "1 حمل 1404" },
  { "en", "2026-11-27", NULL },
  { "ar", "2026-11-27", NULL },
  { "ug", "2026-11-27", NULL },
  { "uz", "2026-11-27", NULL },
  { "uz-Cyrl", "2026-11-27", NULL },
  { "kk", "2026-11-27", NULL },
  { "ky", "2026-11-27", NULL },
  { "zh-CN", "2026-11-27", NULL },
  { "ru", "2026-11-27", NULL },
  { "no such language", "2026-11-27", NULL },
};

static void
test_own (gconstpointer data)
{
  const OwnRow *row = data;
  guint32 day;

  g_assert_true (panah_day_parse (row->day, &day));
  g_autofree char *own = panah_words_format_own (row->language, day);
  g_assert_cmpstr (own, ==, row->expected);
}

static void
test_name_language (void)
{
  g_autofree char *dari = panah_words_name_language ("en", "fa-AF");
  g_autofree char *none = panah_words_name_language ("en", "");

  g_assert_cmpstr (dari, ==, "Dari");
  g_assert_null (none);
}

typedef struct
{
  const char         *language;
  PanahCalendarSystem system;
  guint               year, month, day;
  const char         *expected;
} ToldRow;

/* In the calendar it was told in, as far as it was told, in the order of the language. */
static const ToldRow told_rows[] = {
  { "en", PANAH_CALENDAR_GREGORIAN, 1981, 3, 2, "2 March 1981" },
  { "ru", PANAH_CALENDAR_GREGORIAN, 1981, 3, 2, "2 марта 1981" },
  { "ru", PANAH_CALENDAR_GREGORIAN, 1981, 3, 0, "март 1981" },
  { "kk", PANAH_CALENDAR_GREGORIAN, 1981, 0, 0, "1981" },
  { "fa-AF", PANAH_CALENDAR_PERSIAN, 1365, 1, 12, "12 حمل 1365" },
  { "fa-AF", PANAH_CALENDAR_PERSIAN, 1365, 1, 0, "حمل 1365" },
  { "en", PANAH_CALENDAR_PERSIAN, 1365, 1, 12, "12 Hamal 1365" },
  { "ru", PANAH_CALENDAR_PERSIAN, 1365, 1, 12, "12 хамаль 1365" },
  { "ug", PANAH_CALENDAR_PERSIAN, 1365, 1, 12, "12 ھەمەل 1365" },
  { "uz-Cyrl", PANAH_CALENDAR_PERSIAN, 1365, 12, 1, "1 Ҳут 1365" },
  { "uz-Cyrl", PANAH_CALENDAR_ISLAMIC, 1447, 9, 1, "1 рамазон 1447" },
  { "kk", PANAH_CALENDAR_ISLAMIC, 1447, 9, 1, "1 рамазан 1447" },
  { "en", PANAH_CALENDAR_ISLAMIC, 1447, 9, 1, "1 Ramadan 1447" },
  { "en", PANAH_CALENDAR_ISLAMIC, 1447, 9, 0, "Ramadan 1447" },
  { "zh-CN", PANAH_CALENDAR_GREGORIAN, 1981, 3, 2, "1981年3月2日" },
  { "zh-CN", PANAH_CALENDAR_GREGORIAN, 1981, 3, 0, "1981年3月" },
};

static void
test_told (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (told_rows); i++)
    {
      const ToldRow *row = &told_rows[i];
      PanahDate date;
      g_assert_true (panah_date_init (&date, row->system, row->year, row->month, row->day, FALSE, NULL));
      g_autofree char *words = panah_words_format_told (row->language, &date);

      g_assert_cmpstr (words, ==, row->expected);
    }
}

typedef struct
{
  const char *language;
  gboolean    cyrillic;
  gboolean    from_right;
} ScriptRow;

static const ScriptRow script_rows[] = {
  { "ru", TRUE, FALSE }, { "kk", TRUE, FALSE }, { "ky", TRUE, FALSE }, { "uz-Cyrl", TRUE, FALSE }, { "uz", FALSE, FALSE },
  { "en", FALSE, FALSE }, { "fa-AF", FALSE, TRUE }, { "ar", FALSE, TRUE }, { "ug", FALSE, TRUE }, { "ps", FALSE, TRUE },
  { "zh-CN", FALSE, FALSE }, { "kk-Arab", FALSE, TRUE }, { "", FALSE, FALSE },
};

static void
test_scripts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (script_rows); i++)
    {
      const ScriptRow *row = &script_rows[i];

      g_test_message ("%s", row->language);
      g_assert_cmpint (panah_words_are_cyrillic (row->language), ==, row->cyrillic);
      g_assert_cmpint (panah_words_run_from_right (row->language), ==, row->from_right);
    }
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
  for (guint i = 0; i < G_N_ELEMENTS (own_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paper/words/own-calendar/%s/%s", own_rows[i].language, own_rows[i].day);
      g_test_add_data_func (path, &own_rows[i], test_own);
    }
  g_test_add_func ("/paper/words/name-language", test_name_language);
  g_test_add_func ("/paper/words/told", test_told);
  g_test_add_func ("/paper/words/scripts", test_scripts);
  g_test_add_func ("/paper/words/long-tag", test_long_tag);
  return g_test_run ();
}
