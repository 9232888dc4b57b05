/* test-date.c - days, moments, and dates of which a part is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

#include "core/date.h"
#include "core/error.h"
#include "nowruz-oracle.h"

typedef struct
{
  const char *name;
  const char *text;
  gboolean    exists;
} ParseRow;

static const ParseRow day_rows[] = {
  { "ordinary", "2026-11-23", TRUE },
  { "first-year", "1000-01-01", TRUE },
  { "before-the-first-year", "0999-12-31", FALSE },
  { "year-zero", "0000-01-01", FALSE },
  { "last", "9999-12-31", TRUE },
  { "leap-day", "2024-02-29", TRUE },
  { "leap-day-of-a-century", "2000-02-29", TRUE },
  { "no-leap-day", "2026-02-29", FALSE },
  { "no-leap-day-in-1900", "1900-02-29", FALSE },
  { "february-30", "2024-02-30", FALSE },
  { "april-31", "2026-04-31", FALSE },
  { "month-0", "2026-00-10", FALSE },
  { "month-13", "2026-13-01", FALSE },
  { "day-0", "2026-01-00", FALSE },
  { "day-32", "2026-01-32", FALSE },
  { "empty", "", FALSE },
  { "short", "2026-1-1", FALSE },
  { "space-before", " 2026-01-01", FALSE },
  { "space-after", "2026-01-01 ", FALSE },
  { "newline", "2026-01-01\n", FALSE },
  { "slashes", "2026/01/01", FALSE },
  { "turned", "01-01-2026", FALSE },
  { "plus", "+202-01-01", FALSE },
  { "minus", "-026-01-01", FALSE },
  { "space-for-digit", "2026- 1-01", FALSE },
  { "letters", "yyyy-mm-dd", FALSE },
  { "arabic-digits", "٢٠٢٦-٠١-٠١", FALSE },
  { "moment", "2026-01-01T00:00", FALSE },
};

static void
test_day (gconstpointer data)
{
  const ParseRow *row = data;
  guint32 day = 0;

  g_assert_cmpint (panah_day_parse (row->text, &day), ==, row->exists);
  if (!row->exists)
    return;
  g_autofree char *text = panah_day_to_string (day);
  g_assert_cmpstr (text, ==, row->text);
}

static const ParseRow moment_rows[] = {
  { "ordinary", "2026-11-23T14:30", TRUE },
  { "first-minute", "2026-11-23T00:00", TRUE },
  { "last-minute", "2026-11-23T23:59", TRUE },
  { "24-00", "2026-11-23T24:00", FALSE },
  { "minute-60", "2026-11-23T12:60", FALSE },
  { "no-such-day", "2026-02-30T12:00", FALSE },
  { "day", "2026-11-23", FALSE },
  { "seconds", "2026-11-23T14:30:00", FALSE },
  { "zone", "2026-11-23T14:30Z", FALSE },
  { "space", "2026-11-23 14:30", FALSE },
  { "small-t", "2026-11-23t14:30", FALSE },
  { "dot", "2026-11-23T14.30", FALSE },
  { "short-hour", "2026-11-23T4:300", FALSE },
  { "minus", "2026-11-23T-1:30", FALSE },
  { "empty", "", FALSE },
};

static void
test_moment (gconstpointer data)
{
  const ParseRow *row = data;
  gint64 moment = 0;

  g_assert_cmpint (panah_moment_parse (row->text, &moment), ==, row->exists);
  if (!row->exists)
    return;
  g_autofree char *text = panah_moment_to_string (moment);
  g_assert_cmpstr (text, ==, row->text);
}

typedef struct
{
  const char         *name;
  PanahCalendarSystem system;
  guint               year, month, day;
  gboolean            about;
  const char         *from; /* (nullable): refused */
  const char         *to;   /* (nullable): as @from */
} DateRow;

#define G PANAH_CALENDAR_GREGORIAN
#define P PANAH_CALENDAR_PERSIAN
#define I PANAH_CALENDAR_ISLAMIC

static const DateRow date_rows[] = {
  { "gregorian", G, 1986, 3, 21, FALSE, "1986-03-21", NULL },
  { "gregorian-month", G, 2024, 2, 0, FALSE, "2024-02-01", "2024-02-29" },
  { "gregorian-year", G, 1986, 0, 0, FALSE, "1986-01-01", "1986-12-31" },
  { "gregorian-day-32", G, 1986, 1, 32, FALSE, NULL, NULL },
  { "gregorian-day-257", G, 1986, 3, 257, FALSE, NULL, NULL },
  { "gregorian-day-9999", G, 1986, 3, 9999, FALSE, NULL, NULL },
  { "gregorian-month-13", G, 1986, 13, 1, FALSE, NULL, NULL },
  { "gregorian-month-257", G, 1986, 257, 1, FALSE, NULL, NULL },
  { "gregorian-no-leap-day", G, 2026, 2, 29, FALSE, NULL, NULL },
  { "day-without-month", G, 1986, 0, 5, FALSE, NULL, NULL },
  { "year-999", G, 999, 1, 1, FALSE, NULL, NULL },
  { "year-10000", G, 10000, 1, 1, FALSE, NULL, NULL },
  { "year-67522", G, 67522, 1, 1, FALSE, NULL, NULL },
  { "about-a-day", G, 2026, 3, 1, TRUE, "2026-02-28", "2026-03-02" },
  { "about-february", G, 1990, 2, 0, TRUE, "1990-01-01", "1990-03-31" },
  { "about-january", G, 1990, 1, 0, TRUE, "1989-12-01", "1990-02-28" },
  { "about-december", G, 1990, 12, 0, TRUE, "1990-11-01", "1991-01-31" },
  { "about-march", G, 1990, 3, 0, TRUE, "1990-02-01", "1990-04-30" },
  { "about-a-year", G, 1990, 0, 0, TRUE, "1989-01-01", "1991-12-31" },
  { "about-the-last-year", G, 9999, 0, 0, TRUE, "9998-01-01", "9999-12-31" },
  { "1-hamal-1345", P, 1345, 1, 1, FALSE, "1966-03-21", NULL },
  { "1-hamal-1358", P, 1358, 1, 1, FALSE, "1979-03-21", NULL },
  { "1-hamal-1375", P, 1375, 1, 1, FALSE, "1996-03-20", NULL },
  { "1-hamal-1380", P, 1380, 1, 1, FALSE, "2001-03-21", NULL },
  { "1-hamal-1395", P, 1395, 1, 1, FALSE, "2016-03-20", NULL },
  { "1-hamal-1399", P, 1399, 1, 1, FALSE, "2020-03-20", NULL },
  { "1-hamal-1400", P, 1400, 1, 1, FALSE, "2021-03-21", NULL },
  { "1-hamal-1403", P, 1403, 1, 1, FALSE, "2024-03-20", NULL },
  { "1-hamal-1404", P, 1404, 1, 1, FALSE, "2025-03-21", NULL },
  { "1-hamal-1405", P, 1405, 1, 1, FALSE, "2026-03-21", NULL },
  { "1-hamal-1408", P, 1408, 1, 1, FALSE, "2029-03-20", NULL },
  { "30-hut-1403", P, 1403, 12, 30, FALSE, "2025-03-20", NULL },
  { "30-hut-1404", P, 1404, 12, 30, FALSE, NULL, NULL },
  { "31-mizan", P, 1400, 7, 31, FALSE, NULL, NULL },
  { "31-sunbula", P, 1400, 6, 31, FALSE, "2021-09-22", NULL },
  { "persian-month-13", P, 1400, 13, 1, FALSE, NULL, NULL },
  { "persian-day-257", P, 1400, 1, 257, FALSE, NULL, NULL },
  { "11-jadi-1368", P, 1368, 10, 11, FALSE, "1990-01-01", NULL },
  { "11-jadi-1357", P, 1357, 10, 11, FALSE, "1979-01-01", NULL },
  { "persian-year", P, 1365, 0, 0, FALSE, "1986-03-21", "1987-03-20" },
  { "persian-leap-year", P, 1403, 0, 0, FALSE, "2024-03-20", "2025-03-20" },
  { "persian-month-of-31", P, 1400, 1, 0, FALSE, "2021-03-21", "2021-04-20" },
  { "persian-month-of-30", P, 1400, 7, 0, FALSE, "2021-09-23", "2021-10-22" },
  { "persian-month-of-29", P, 1404, 12, 0, FALSE, "2026-02-20", "2026-03-20" },
  { "about-a-persian-month", P, 1400, 1, 0, TRUE, "2021-02-19", "2021-05-21" },
  { "about-a-persian-year", P, 1400, 0, 0, TRUE, "2020-03-20", "2023-03-20" },
  { "persian-beyond-9999", P, 9999, 1, 1, FALSE, NULL, NULL },
  { "lunar-1445-9-1", I, 1445, 9, 1, FALSE, "2024-03-10", "2024-03-12" },
  { "lunar-1447-1-1", I, 1447, 1, 1, FALSE, "2025-06-25", "2025-06-27" },
  { "lunar-about", I, 1447, 1, 1, TRUE, "2025-06-24", "2025-06-28" },
  { "lunar-day-31", I, 1447, 1, 31, FALSE, NULL, NULL },
  { "lunar-month-13", I, 1447, 13, 1, FALSE, NULL, NULL },
};

static void
test_date (gconstpointer data)
{
  const DateRow *row = data;
  g_autoptr (GError) error = NULL;
  PanahDate date;

  if (row->from == NULL)
    {
      g_assert_false (panah_date_init (&date, row->system, row->year, row->month, row->day, row->about, &error));
      g_assert_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_DATE);
      return;
    }

  g_assert_true (panah_date_init (&date, row->system, row->year, row->month, row->day, row->about, &error));
  g_assert_no_error (error);
  g_autofree char *from = panah_day_to_string (date.from), *to = panah_day_to_string (date.to);
  g_assert_cmpstr (from, ==, row->from);
  g_assert_cmpstr (to, ==, row->to != NULL ? row->to : row->from);
  g_assert_cmpint (panah_date_is_exact (&date), ==, row->to == NULL);
  g_assert_cmpuint (date.year, ==, row->year);
  g_assert_cmpuint (date.month, ==, row->month);
  g_assert_cmpuint (date.day, ==, row->day);
}

typedef struct
{
  const char *name;
  guint       year, month, day;
  guint       years;
  const char *on;
  PanahAge    expected;
} AgeRow;

static const AgeRow age_rows[] = {
  { "day-before-the-birthday", 2008, 6, 15, 18, "2026-06-14", PANAH_AGE_UNDER },
  { "birthday", 2008, 6, 15, 18, "2026-06-15", PANAH_AGE_OVER },
  { "day-after-the-birthday", 2008, 6, 15, 18, "2026-06-16", PANAH_AGE_OVER },
  { "leap-day-on-27-february", 2008, 2, 29, 18, "2026-02-27", PANAH_AGE_UNDER },
  { "leap-day-on-28-february", 2008, 2, 29, 18, "2026-02-28", PANAH_AGE_OVER },
  { "leap-day-in-a-leap-year-28", 2008, 2, 29, 20, "2028-02-28", PANAH_AGE_UNDER },
  { "leap-day-in-a-leap-year-29", 2008, 2, 29, 20, "2028-02-29", PANAH_AGE_OVER },
  { "year-before", 2008, 0, 0, 18, "2025-12-31", PANAH_AGE_UNDER },
  { "year-first-day", 2008, 0, 0, 18, "2026-01-01", PANAH_AGE_UNKNOWN },
  { "year-day-before-the-last", 2008, 0, 0, 18, "2026-12-30", PANAH_AGE_UNKNOWN },
  { "year-last-day", 2008, 0, 0, 18, "2026-12-31", PANAH_AGE_OVER },
  { "month-inside", 2008, 6, 0, 18, "2026-06-10", PANAH_AGE_UNKNOWN },
  { "month-last-day", 2008, 6, 0, 18, "2026-06-30", PANAH_AGE_OVER },
  { "not-born-yet", 2030, 1, 1, 18, "2026-01-01", PANAH_AGE_UNDER },
};

static void
test_age (gconstpointer data)
{
  const AgeRow *row = data;
  PanahDate birth;

  g_assert_true (panah_date_init (&birth, G, row->year, row->month, row->day, FALSE, NULL));
  g_assert_cmpint (panah_date_compare_age (&birth, row->years, day_of (row->on)), ==, row->expected);
}

typedef struct
{
  const char *name;
  const char *day;
  int         months;
  const char *expected;
} MonthsRow;

static const MonthsRow months_rows[] = {
  { "clamp-to-28", "2026-01-31", 1, "2026-02-28" },
  { "clamp-to-29", "2024-01-31", 1, "2024-02-29" },
  { "clamp-to-30", "2026-03-31", 1, "2026-04-30" },
  { "no-clamp-back-to-31", "2026-02-28", 1, "2026-03-28" },
  { "over-the-year", "2025-12-31", 2, "2026-02-28" },
  { "back", "2026-03-31", -1, "2026-02-28" },
  { "back-over-the-year", "2026-01-31", -2, "2025-11-30" },
  { "year-from-a-leap-day", "2024-02-29", 12, "2025-02-28" },
  { "four-years-from-a-leap-day", "2024-02-29", 48, "2028-02-29" },
  { "century-from-a-leap-day", "2000-02-29", 1200, "2100-02-28" },
  { "nothing", "2026-05-05", 0, "2026-05-05" },
  { "end-of-time", "9999-12-31", 120000, "9999-12-31" },
};

static void
test_months (gconstpointer data)
{
  const MonthsRow *row = data;
  g_autofree char *text = panah_day_to_string (panah_day_add_months (day_of (row->day), row->months));

  g_assert_cmpstr (text, ==, row->expected);
}

static void
test_midnight (void)
{
  gint64 midnight = moment_of ("2026-11-24T00:00");
  g_autofree char *start = panah_moment_to_string (midnight), *end = panah_moment_end_to_string (midnight);
  g_autofree char *minute = panah_moment_end_to_string (midnight + 1);
  g_autofree char *before = panah_moment_end_to_string (midnight - 1);

  g_assert_cmpstr (start, ==, "2026-11-24T00:00");
  g_assert_cmpstr (end, ==, "2026-11-23T24:00");
  g_assert_cmpstr (minute, ==, "2026-11-24T00:01");
  g_assert_cmpstr (before, ==, "2026-11-23T23:59");
  g_assert_cmpuint (panah_moment_get_day (midnight), ==, day_of ("2026-11-24"));
  g_assert_cmpuint (panah_moment_get_end_day (midnight), ==, day_of ("2026-11-23"));
  g_assert_cmpuint (panah_moment_get_end_day (midnight + 1), ==, day_of ("2026-11-24"));
}

static void
test_bounds (void)
{
  g_assert_cmpuint (day_of ("9999-12-31"), ==, PANAH_DAY_MAX);
  g_assert_cmpuint (panah_day_clamp (-5), ==, 1);
  g_assert_cmpuint (panah_day_clamp (0), ==, 1);
  g_assert_cmpuint (panah_day_clamp (G_GINT64_CONSTANT (99999999999)), ==, PANAH_DAY_MAX);
  g_assert_cmpuint (panah_day_get_weekday (day_of ("2026-11-23")), ==, 1);
  g_assert_cmpuint (panah_day_get_weekday (day_of ("2026-11-22")), ==, 7);
  g_assert_cmpuint (panah_day_get_weekday (1), ==, 1);
  g_assert_cmpuint (panah_day_get_year (day_of ("2026-12-31")), ==, 2026);
  g_assert_cmpuint (panah_day_get_year (day_of ("2027-01-01")), ==, 2027);
}

/* Every Persian day of two centuries follows the one before. */
static void
test_persian_walk (void)
{
  guint32 expected = 0;

  for (guint year = 1300; year <= 1500; year++)
    {
      for (guint month = 1; month <= 12; month++)
        {
          for (guint day = 1; day <= 31; day++)
            {
              PanahDate date;
              if (!panah_date_init (&date, P, year, month, day, FALSE, NULL))
                {
                  g_assert_cmpuint (day, >, month <= 6 ? 31 : month < 12 ? 30 : 29);
                  continue;
                }
              if (expected != 0)
                g_assert_cmpuint (date.from, ==, expected);
              expected = date.from + 1;
            }
        }
    }
}

/* The first day of each year of the people who use this program, and the last of the year before. */
static void
test_nowruz (gconstpointer data)
{
  guint year = GPOINTER_TO_UINT (data);
  guint32 expected = nowruz_oracle (year);
  gboolean leap = expected - nowruz_oracle (year - 1) == 366;
  PanahDate date;

  g_assert_true (panah_date_init (&date, P, year, 1, 1, FALSE, NULL));
  g_assert_cmpuint (date.from, ==, expected);
  g_assert_true (panah_date_init (&date, P, year - 1, 12, leap ? 30 : 29, FALSE, NULL));
  g_assert_cmpuint (date.from, ==, expected - 1);
  g_assert_cmpint (panah_date_init (&date, P, year - 1, 12, 30, FALSE, NULL), ==, leap);
}

/* A day is called by a name that means this day again. */
static void
test_day_in (gconstpointer data)
{
  PanahCalendarSystem system = GPOINTER_TO_UINT (data);

  for (guint32 day = day_of ("1921-03-21"); day <= day_of ("2072-03-20"); day++)
    {
      PanahDate named, again;
      g_assert_true (panah_date_init_day_in (&named, system, day));
      g_assert_true (panah_date_init (&again, named.system, named.year, named.month, named.day, FALSE, NULL));
      g_assert_cmpuint (again.from + (again.to - again.from) / 2, ==, day);
      g_assert_cmpuint (named.from, ==, again.from);
      g_assert_cmpint (named.system, ==, system);
    }
  g_assert_cmpint (panah_date_init_day_in (&(PanahDate) { 0 }, system, 1), ==, system == G);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_ROWS ("/core/date/day", day_rows, test_day);
  ADD_ROWS ("/core/date/moment", moment_rows, test_moment);
  ADD_ROWS ("/core/date/partial", date_rows, test_date);
  ADD_ROWS ("/core/date/age", age_rows, test_age);
  ADD_ROWS ("/core/date/add-months", months_rows, test_months);
  g_test_add_func ("/core/date/midnight", test_midnight);
  g_test_add_func ("/core/date/bounds", test_bounds);
  g_test_add_func ("/core/date/persian-walk", test_persian_walk);

  g_test_add_data_func ("/core/date/day-in/gregorian", GUINT_TO_POINTER (G), test_day_in);
  g_test_add_data_func ("/core/date/day-in/persian", GUINT_TO_POINTER (P), test_day_in);
  g_test_add_data_func ("/core/date/day-in/islamic", GUINT_TO_POINTER (I), test_day_in);
  for (guint year = 1300; year <= 1450; year++)
    {
      g_autofree char *path = g_strdup_printf ("/core/date/nowruz/%u", year);
      g_test_add_data_func (path, GUINT_TO_POINTER (year), test_nowruz);
    }

  return g_test_run ();
}
