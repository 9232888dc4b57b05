/* test-date-entry.c - dates as they are typed, finished or not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

#include "core/date-entry.h"

#include <string.h>

#define G PANAH_CALENDAR_GREGORIAN
#define P PANAH_CALENDAR_PERSIAN
#define I PANAH_CALENDAR_ISLAMIC

#define CHOSEN TRUE
#define BY_DEFAULT FALSE

#define READS(reading) PANAH_DATE_READING_##reading

typedef struct
{
  const char         *name;
  PanahCalendarSystem system;
  gboolean            settled;
  const char         *day, *month, *year;
  PanahDateReading    reading;
  const char         *from; /* (nullable) */
} EntryRow;

static const EntryRow entry_rows[] = {
  { "empty", G, BY_DEFAULT, "", "", "", READS (EMPTY), NULL },
  { "whole", G, BY_DEFAULT, "21", "3", "1986", READS (DATE), "1986-03-21" },
  { "zeros-before", G, BY_DEFAULT, "02", "03", "1986", READS (DATE), "1986-03-02" },
  { "month-by-name", G, BY_DEFAULT, "21", "MAR", "1986", READS (DATE), "1986-03-21" },
  { "month-of-another-language", G, BY_DEFAULT, "21", "марта", "1986", READS (DATE), "1986-03-21" },
  { "arabic-digits", G, BY_DEFAULT, "٢١", "٣", "١٩٨٦", READS (DATE), "1986-03-21" },
  { "year-alone", G, BY_DEFAULT, "", "", "1986", READS (DATE), "1986-01-01" },
  { "month-and-year", G, BY_DEFAULT, "", "2", "1986", READS (DATE), "1986-02-01" },
  { "day-0", G, BY_DEFAULT, "0", "3", "1986", READS (BAD_DAY), NULL },
  { "day-32", G, BY_DEFAULT, "32", "3", "1986", READS (BAD_DAY), NULL },
  { "day-257", G, BY_DEFAULT, "257", "3", "1986", READS (BAD_DAY), NULL },
  { "day-in-words", G, BY_DEFAULT, "first", "3", "1986", READS (BAD_DAY), NULL },
  { "day-negative", G, BY_DEFAULT, "-1", "3", "1986", READS (BAD_DAY), NULL },
  { "month-0", G, BY_DEFAULT, "1", "0", "1986", READS (BAD_MONTH), NULL },
  { "month-13", G, BY_DEFAULT, "1", "13", "1986", READS (BAD_MONTH), NULL },
  { "month-half-typed", G, BY_DEFAULT, "1", "Mrch", "1986", READS (BAD_MONTH), NULL },
  { "both-wrong-day-first", G, BY_DEFAULT, "x", "y", "z", READS (BAD_DAY), NULL },
  { "day-alone", G, BY_DEFAULT, "21", "", "", READS (NO_MONTH), NULL },
  { "day-and-year", G, BY_DEFAULT, "21", "", "1986", READS (NO_MONTH), NULL },
  { "no-year", G, BY_DEFAULT, "21", "3", "", READS (NO_YEAR), NULL },
  { "year-of-two-digits", G, BY_DEFAULT, "21", "3", "86", READS (SHORT_YEAR), NULL },
  { "year-of-three-digits", G, BY_DEFAULT, "21", "3", "986", READS (SHORT_YEAR), NULL },
  { "year-0", G, BY_DEFAULT, "", "", "0", READS (SHORT_YEAR), NULL },
  { "year-of-zeros", G, BY_DEFAULT, "", "", "0000", READS (SHORT_YEAR), NULL },
  { "year-10000", G, BY_DEFAULT, "21", "3", "10000", READS (BAD_YEAR), NULL },
  { "year-67522", G, BY_DEFAULT, "21", "3", "67522", READS (BAD_YEAR), NULL },
  { "year-endless", G, BY_DEFAULT, "21", "3", "19861986198619861986", READS (BAD_YEAR), NULL },
  { "year-in-words", G, BY_DEFAULT, "21", "3", "last", READS (BAD_YEAR), NULL },
  { "31-april", G, BY_DEFAULT, "31", "4", "1986", READS (NO_SUCH_DAY), NULL },
  { "29-february", G, BY_DEFAULT, "29", "Feb", "2023", READS (NO_SUCH_DAY), NULL },
  { "30-hut-of-a-short-year", P, BY_DEFAULT, "30", "حوت", "1399", READS (DATE), "2021-03-20" },
  { "30-hut-of-no-leap-year", P, BY_DEFAULT, "30", "حوت", "1398", READS (NO_SUCH_DAY), NULL },
  { "31-mizan", P, BY_DEFAULT, "31", "7", "1365", READS (NO_SUCH_DAY), NULL },

  { "hamal-is-not-gregorian", G, BY_DEFAULT, "1", "Hamal", "1365", READS (OTHER_MONTH), NULL },
  { "hamal-before-the-year-is-typed", G, BY_DEFAULT, "", "Hamal", "", READS (OTHER_MONTH), NULL },
  { "march-is-not-persian", P, CHOSEN, "1", "March", "1365", READS (OTHER_MONTH), NULL },
  { "ramadan-is-not-persian", P, CHOSEN, "1", "رمضان", "1402", READS (OTHER_MONTH), NULL },
  { "ramadan-is-not-gregorian", G, CHOSEN, "1", "Ramadan", "1402", READS (OTHER_MONTH), NULL },

  { "13xx-by-default-solar", P, BY_DEFAULT, "1", "1", "1365", READS (DATE), "1986-03-21" },
  { "1399-by-default-solar", P, BY_DEFAULT, "1", "1", "1399", READS (DATE), "2020-03-20" },
  { "1400-by-default-solar", P, BY_DEFAULT, "1", "1", "1400", READS (WHICH_HIJRI), NULL },
  { "14xx-by-default-solar", P, BY_DEFAULT, "1", "1", "1402", READS (WHICH_HIJRI), NULL },
  { "14xx-year-alone", P, BY_DEFAULT, "", "", "1402", READS (WHICH_HIJRI), NULL },
  { "1499-by-default-solar", P, BY_DEFAULT, "", "", "1499", READS (WHICH_HIJRI), NULL },
  { "1500-by-default-solar", P, BY_DEFAULT, "1", "1", "1500", READS (DATE), "2121-03-21" },
  { "14xx-with-a-solar-month", P, BY_DEFAULT, "1", "حمل", "1402", READS (DATE), "2023-03-21" },
  { "14xx-chosen-solar", P, CHOSEN, "1", "1", "1402", READS (DATE), "2023-03-21" },
  { "14xx-chosen-lunar", I, CHOSEN, "1", "1", "1447", READS (DATE), "2025-06-25" },
  { "13xx-as-gregorian", G, BY_DEFAULT, "1", "1", "1365", READS (WHICH_HIJRI), NULL },
  { "1300-as-gregorian", G, BY_DEFAULT, "", "", "1300", READS (WHICH_HIJRI), NULL },
  { "1299-as-gregorian", G, BY_DEFAULT, "", "", "1299", READS (DATE), "1299-01-01" },
  { "14xx-as-gregorian", G, BY_DEFAULT, "1", "1", "1402", READS (WHICH_HIJRI), NULL },
  { "1500-as-gregorian", G, BY_DEFAULT, "", "", "1500", READS (DATE), "1500-01-01" },
  { "13xx-accepted-before", G, CHOSEN, "1", "1", "1365", READS (DATE), "1365-01-01" },
  { "gregorian-year-by-default-solar", P, BY_DEFAULT, "21", "3", "1986", READS (FORM_YEAR), NULL },
  { "gregorian-year-with-a-solar-month", P, BY_DEFAULT, "21", "حمل", "1986", READS (FORM_YEAR), NULL },
  { "gregorian-year-chosen-solar", P, CHOSEN, "1", "1", "1986", READS (DATE), "2607-03-22" },
};

static void
test_entry (gconstpointer data)
{
  const EntryRow *row = data;
  PanahDateEntry entry = { row->system, row->settled, row->day, row->month, row->year, FALSE };
  PanahCalendarSystem other = row->system;
  PanahDate date;

  g_assert_cmpint (panah_date_entry_read (&entry, &date, &other), ==, row->reading);
  g_assert_cmpint (other != row->system, ==, row->reading == READS (OTHER_MONTH));
  if (row->from == NULL)
    return;
  g_autofree char *from = panah_day_to_string (date.from);
  g_assert_cmpstr (from, ==, row->from);
}

static void
test_about (void)
{
  PanahDateEntry entry = { G, FALSE, "2", "3", "1986", TRUE };
  PanahCalendarSystem other;
  PanahDate date;

  g_assert_cmpint (panah_date_entry_read (&entry, &date, &other), ==, PANAH_DATE_READING_DATE);
  g_assert_true (date.about);
  g_assert_cmpuint (date.to - date.from, ==, 2);
}

static void
test_other_calendar (void)
{
  PanahDateEntry entry = { G, FALSE, "", "حوت", "", FALSE };
  PanahCalendarSystem other = G;
  PanahDate date;

  g_assert_cmpint (panah_date_entry_read (&entry, &date, &other), ==, PANAH_DATE_READING_OTHER_MONTH);
  g_assert_cmpint (other, ==, P);
  entry.month = "Шаабан";
  g_assert_cmpint (panah_date_entry_read (&entry, &date, &other), ==, PANAH_DATE_READING_OTHER_MONTH);
  g_assert_cmpint (other, ==, I);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *parts; /* (nullable): day|month|year; %NULL: no whole date, even if nothing follows */
  gboolean    late;  /* only if nothing follows */
} SplitRow;

static const SplitRow split_rows[] = {
  { "dots", "21.03.1986", "21|03|1986", FALSE },
  { "dots-and-spaces", " 21. 03. 1986 ", "21|03|1986", FALSE },
  { "dashes-year-first", "1986-03-21", "21|03|1986", FALSE },
  { "slashes", "21/03/1986", "21|03|1986", FALSE },
  { "persian-digits", "۱۳۶۵/۱/۱", "1|1|1365", FALSE },
  { "persian-digits-day-first", "۱/۱۲/۱۳۶۵", "1|12|1365", FALSE },
  { "arabic-digits", "٢١‏/٣‏/١٩٨٦", "21|3|1986", FALSE },
  { "chinese", "1986年3月21日", "21|3|1986", FALSE },
  { "uyghur", "1986-يىلى 3-ئاينىڭ 21-كۈنى", "21|3|1986", FALSE },
  { "english", "21 March 1986", "21|March|1986", FALSE },
  { "american", "March 21, 1986", "21|March|1986", FALSE },
  { "english-ordinal", "1st March 1986", "1|March|1986", FALSE },
  { "passport", "21 MAR/МАР 1986", "21|MAR/МАР|1986", FALSE },
  { "dashes-and-letters", "21-MAR-1986", "21|MAR|1986", FALSE },
  { "russian", "21 марта 1986 г.", "21|марта|1986", FALSE },
  { "kazakh", "1986 жылғы 21 наурыз", "21|наурыз|1986", FALSE },
  { "uzbek", "2021-yil 21-mart", "21|mart|2021", FALSE },
  { "dari", "۱ حمل ۱۳۶۵", "1|حمل|1365", FALSE },
  { "two-words", "9 ربيع الأول 1447", "9|ربيع الأول|1447", FALSE },
  { "no-month-we-know", "1 Foo 1986", "1|Foo|1986", FALSE },
  { "month-and-year", "March 1986", "|March|1986", FALSE },
  { "impossible-is-not-turned", "03/21/1986", "03|21|1986", FALSE },
  { "two-digit-year", "21.03.86", "21|03|86", TRUE },
  { "two-digit-year-with-month", "21 MAR 86", "21|MAR|86", TRUE },
  { "being-typed", "21.03.1", "21|03|1", TRUE },
  { "empty", "", NULL, FALSE },
  { "day", "21", NULL, FALSE },
  { "day-and-month", "21.03", NULL, FALSE },
  { "day-and-month-name", "21 марта", NULL, FALSE },
  { "year", "1986", NULL, FALSE },
  { "year-in-the-middle", "21.1986.03", NULL, FALSE },
  { "two-years", "1986-1365-01", NULL, FALSE },
  { "moment", "1986-03-21T04:30", NULL, FALSE },
  { "compact", "19860321", NULL, FALSE },
  { "telephone", "+7 700 000 00 00", NULL, FALSE },
  { "five-digits", "21.03.19860", NULL, FALSE },
  { "month-beside-three-numbers", "21 March 3 1986", NULL, FALSE },
  { "words", "I do not know", NULL, FALSE },
  { "not-utf-8", "21.03.1986\xff", NULL, FALSE },
};

static void
test_split (gconstpointer data)
{
  const SplitRow *row = data;

  for (guint complete = 0; complete <= 1; complete++)
    {
      char *parts[3];
      gboolean expected = row->parts != NULL && !(complete && row->late);

      g_assert_cmpint (panah_date_entry_split (row->text, complete, parts), ==, expected);
      if (!expected)
        continue;
      g_autofree char *joined = g_strdup_printf ("%s|%s|%s", parts[0], parts[1], parts[2]);
      g_assert_cmpstr (joined, ==, row->parts);
      for (guint i = 0; i < 3; i++)
        g_free (parts[i]);
    }
}

/* Whatever is pasted: no crash, and what comes out can be typed again without being split once more. */
static void
test_split_anything (void)
{
  static const char *const pieces[] = { "1", "21", "1986", "۱۳۶۵", ".", "-", " ", "/", "März", "MAR", "حمل", "ربيع", "\xff", "年",
                                        "月", "\xe2\x80\x8f", "12345" };
  guint32 seed = g_random_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      char *parts[3];

      for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (!panah_date_entry_split (text->str, g_rand_boolean (rand), parts))
        continue;
      for (guint j = 0; j < 3; j++)
        {
          char *again[3];
          g_assert_true (g_utf8_validate (parts[j], -1, NULL));
          g_assert_false (panah_date_entry_split (parts[j], FALSE, again));
          g_free (parts[j]);
        }
    }
}

typedef struct
{
  const char *name;
  PanahCalendarSystem system;
} DefaultRow;

static const DefaultRow default_rows[] = {
  { "fa-AF", P }, { "fa", P }, { "ar", G }, { "zh-CN", G }, { "zh-Hans", G }, { "en", G }, { "kk", G }, { "ky", G },
  { "ru", G }, { "ug", G }, { "uz", G }, { "uz-Cyrl", G }, { "no language", G },
};

static void
test_default (gconstpointer data)
{
  const DefaultRow *row = data;

  g_assert_cmpint (panah_calendar_system_for_language (row->name), ==, row->system);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_ROWS ("/core/date-entry/read", entry_rows, test_entry);
  g_test_add_func ("/core/date-entry/about", test_about);
  g_test_add_func ("/core/date-entry/other-calendar", test_other_calendar);
  ADD_ROWS ("/core/date-entry/split", split_rows, test_split);
  g_test_add_func ("/core/date-entry/split-anything", test_split_anything);
  ADD_ROWS ("/core/date-entry/default", default_rows, test_default);

  return g_test_run ();
}
