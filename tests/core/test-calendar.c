/* test-calendar.c - open, closed and perhaps closed days, and how sure that is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

#include "core/calendar.h"

static PanahCalendarDay days[] = {
  { 0, PANAH_DAY_OFF, "New Year", PANAH_CONFIDENCE_CONFIRMED },
  { 0, PANAH_DAY_POSSIBLY_OFF, "Moon Feast", PANAH_CONFIDENCE_UNCONFIRMED },
  { 0, PANAH_DAY_POSSIBLY_OFF, "Moon Feast on a weekend", PANAH_CONFIDENCE_CONFIRMED },
  { 0, PANAH_DAY_OFF, "Holiday on a weekend", PANAH_CONFIDENCE_CONFIRMED },
  { 0, PANAH_DAY_WORKING, "moved", PANAH_CONFIDENCE_SECONDARY },
  { 0, PANAH_DAY_OFF, "Last day", PANAH_CONFIDENCE_CONFIRMED },
};
static const char *const dates[] = {
  "2026-01-01", "2026-05-05", "2026-05-09", "2026-05-10", "2026-08-15", "2027-12-31",
};
static PanahCalendarDay *listed[G_N_ELEMENTS (days)];
static PanahCalendarYear years[] = {
  { 2026, { .confidence = PANAH_CONFIDENCE_CONFIRMED } }, { 2027, { .confidence = PANAH_CONFIDENCE_SECONDARY } },
};
static PanahCalendarYear *listed_years[] = { &years[1], &years[0] };
static PanahCalendar calendar; /* weekend Saturday and Sunday, verified through 2027-06-30 */

static void
fill_calendar (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      days[i].day = day_of (dates[i]);
      listed[i] = &days[i];
    }
  calendar = (PanahCalendar) {
    .days = listed, .n_days = G_N_ELEMENTS (listed), .years = listed_years, .n_years = G_N_ELEMENTS (listed_years),
    .verified_through = day_of ("2027-06-30"),
  };
  calendar.weekend[6] = calendar.weekend[7] = TRUE;
}

typedef struct
{
  const char   *name;
  const char   *day;
  PanahDayState state;
  const char   *special; /* (nullable) */
} StateRow;

static const StateRow state_rows[] = {
  { "ordinary", "2026-01-02", PANAH_DAY_WORKING, NULL },
  { "first-listed", "2026-01-01", PANAH_DAY_OFF, "New Year" },
  { "day-before-the-first-listed", "2025-12-31", PANAH_DAY_WORKING, NULL },
  { "saturday", "2026-01-03", PANAH_DAY_OFF, NULL },
  { "sunday", "2026-01-04", PANAH_DAY_OFF, NULL },
  { "monday", "2026-01-05", PANAH_DAY_WORKING, NULL },
  { "possible", "2026-05-05", PANAH_DAY_POSSIBLY_OFF, "Moon Feast" },
  { "possible-on-a-weekend", "2026-05-09", PANAH_DAY_OFF, "Moon Feast on a weekend" },
  { "off-on-a-weekend", "2026-05-10", PANAH_DAY_OFF, "Holiday on a weekend" },
  { "worked-saturday", "2026-08-15", PANAH_DAY_WORKING, "moved" },
  { "sunday-after-a-worked-saturday", "2026-08-16", PANAH_DAY_OFF, NULL },
  { "last-listed", "2027-12-31", PANAH_DAY_OFF, "Last day" },
  { "day-after-the-last-listed", "2028-01-03", PANAH_DAY_WORKING, NULL },
  { "weekend-of-an-unlisted-year", "2030-01-05", PANAH_DAY_OFF, NULL },
};

static void
test_state (gconstpointer data)
{
  const StateRow *row = data;
  const PanahCalendarDay *special = panah_calendar_find (&calendar, day_of (row->day));

  g_assert_cmpint (panah_calendar_get_state (&calendar, day_of (row->day)), ==, row->state);
  g_assert_cmpint (panah_calendar_is_open (&calendar, day_of (row->day)), ==, row->state != PANAH_DAY_OFF);
  g_assert_cmpstr (special != NULL ? special->name : NULL, ==, row->special);
}

typedef struct
{
  const char     *name;
  const char     *first;
  const char     *last;
  PanahConfidence confidence;
  gboolean        covered;
} ConfidenceRow;

static const ConfidenceRow confidence_rows[] = {
  { "one-day", "2026-02-02", "2026-02-02", PANAH_CONFIDENCE_CONFIRMED, TRUE },
  { "up-to-a-doubtful-day", "2026-02-02", "2026-05-04", PANAH_CONFIDENCE_CONFIRMED, TRUE },
  { "ends-on-a-doubtful-day", "2026-02-02", "2026-05-05", PANAH_CONFIDENCE_UNCONFIRMED, TRUE },
  { "begins-on-a-doubtful-day", "2026-05-05", "2026-05-06", PANAH_CONFIDENCE_UNCONFIRMED, TRUE },
  { "begins-after-a-doubtful-day", "2026-05-06", "2026-05-07", PANAH_CONFIDENCE_CONFIRMED, TRUE },
  { "a-moved-day", "2026-08-10", "2026-08-20", PANAH_CONFIDENCE_SECONDARY, TRUE },
  { "a-weaker-year", "2027-02-01", "2027-02-02", PANAH_CONFIDENCE_SECONDARY, TRUE },
  { "into-a-weaker-year", "2026-12-30", "2027-01-02", PANAH_CONFIDENCE_SECONDARY, TRUE },
  { "last-verified-day", "2027-06-29", "2027-06-30", PANAH_CONFIDENCE_SECONDARY, TRUE },
  { "after-the-verified-days", "2027-06-29", "2027-07-01", PANAH_CONFIDENCE_SECONDARY, TRUE },
  { "from-an-unlisted-year", "2025-12-31", "2026-01-02", PANAH_CONFIDENCE_UNCONFIRMED, FALSE },
  { "in-an-unlisted-year", "2025-03-03", "2025-03-04", PANAH_CONFIDENCE_UNCONFIRMED, FALSE },
  { "into-an-unlisted-year", "2027-12-30", "2028-01-01", PANAH_CONFIDENCE_UNCONFIRMED, FALSE },
};

static void
test_confidence (gconstpointer data)
{
  const ConfidenceRow *row = data;
  guint32 first = day_of (row->first), last = day_of (row->last);

  g_assert_cmpint (panah_calendar_get_confidence (&calendar, first, last), ==, row->confidence);
  g_assert_cmpint (panah_calendar_covers (&calendar, first, last), ==, row->covered);
}

static void
test_empty (void)
{
  const PanahCalendar nothing = { .weekend = { FALSE } };

  g_assert_null (panah_calendar_find (&nothing, day_of ("2026-01-03")));
  g_assert_true (panah_calendar_is_open (&nothing, day_of ("2026-01-03")));
  g_assert_false (panah_calendar_covers (&nothing, day_of ("2026-01-03"), day_of ("2026-01-03")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fill_calendar ();

  ADD_ROWS ("/core/calendar/state", state_rows, test_state);
  ADD_ROWS ("/core/calendar/confidence", confidence_rows, test_confidence);
  g_test_add_func ("/core/calendar/empty", test_empty);

  return g_test_run ();
}
