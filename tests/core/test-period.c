/* test-period.c - counting by hand, and a million counts against the oracle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"
#include "period-oracle.h"

#include "core/date.h"
#include "core/period.h"

#include <stdlib.h>
#include <string.h>

/* Weekend Saturday and Sunday; a holiday on Wednesday 6 May 2026, perhaps one on Thursday 14 May and on Friday 29 May;
 * Saturday 16 May is worked. */
static PanahCalendarDay hand_days[] = {
  { 0, PANAH_DAY_OFF, "holiday", PANAH_CONFIDENCE_CONFIRMED },
  { 0, PANAH_DAY_POSSIBLY_OFF, "perhaps", PANAH_CONFIDENCE_CONFIRMED },
  { 0, PANAH_DAY_WORKING, "worked", PANAH_CONFIDENCE_CONFIRMED },
  { 0, PANAH_DAY_POSSIBLY_OFF, "perhaps too", PANAH_CONFIDENCE_CONFIRMED },
};
static PanahCalendarDay *hand_list[G_N_ELEMENTS (hand_days)];
static PanahCalendar hand_calendar;

static void
fill_calendar (void)
{
  static const char *const dates[] = { "2026-05-06", "2026-05-14", "2026-05-16", "2026-05-29" };

  for (guint i = 0; i < G_N_ELEMENTS (hand_days); i++)
    {
      hand_days[i].day = day_of (dates[i]);
      hand_list[i] = &hand_days[i];
    }
  hand_calendar = (PanahCalendar) { .days = hand_list, .n_days = G_N_ELEMENTS (hand_list) };
  hand_calendar.weekend[6] = hand_calendar.weekend[7] = TRUE;
}

typedef struct
{
  const char *name;
  const char *event;
  const char *period; /* "- 2 working-days, 3 hours ~": "-" backward, "~" rolls */
  const char *counted_end;
  const char *safe; /* (nullable) */
  const char *last;
  const char *first_touched; /* (nullable) */
  const char *last_touched;  /* (nullable) */
} Row;

static const Row rows[] = {
  { "days", "2026-05-18", "3 days", "2026-05-21", "2026-05-21", "2026-05-21", "2026-05-21", "2026-05-21" },
  { "days-to-saturday-stay", "2026-05-18", "5 days", "2026-05-23", "2026-05-22", "2026-05-23", "2026-05-22",
    "2026-05-23" },
  { "days-to-saturday-roll", "2026-05-18", "5 days ~", "2026-05-23", "2026-05-22", "2026-05-25", "2026-05-22",
    "2026-05-25" },
  { "days-to-worked-saturday", "2026-05-11", "5 days ~", "2026-05-16", "2026-05-16", "2026-05-16", "2026-05-16",
    "2026-05-16" },
  { "days-to-sunday-after-worked-saturday", "2026-05-11", "6 days ~", "2026-05-17", "2026-05-16", "2026-05-18",
    "2026-05-16",
    "2026-05-18" },
  { "days-to-holiday-roll", "2026-05-04", "2 days ~", "2026-05-06", "2026-05-05", "2026-05-07", "2026-05-05",
    "2026-05-07" },
  { "days-to-perhaps", "2026-05-11", "3 days ~", "2026-05-14", "2026-05-13", "2026-05-14", "2026-05-13", "2026-05-14" },
  { "roll-stops-on-perhaps", "2026-05-26", "3 days ~", "2026-05-29", "2026-05-28", "2026-05-29", "2026-05-28",
    "2026-05-29" },
  { "no-safe-day-over-a-weekend", "2026-05-22", "2 days ~", "2026-05-24", NULL, "2026-05-25", "2026-05-23",
    "2026-05-25" },
  { "no-safe-day-when-perhaps-off", "2026-05-13", "1 days", "2026-05-14", NULL, "2026-05-14", "2026-05-14",
    "2026-05-14" },
  { "safe-is-after-the-event", "2026-05-05", "1 days ~", "2026-05-06", NULL, "2026-05-07", "2026-05-06", "2026-05-07" },
  { "working-days", "2026-05-18", "3 working-days", "2026-05-21", "2026-05-21", "2026-05-21", "2026-05-19",
    "2026-05-21" },
  { "working-days-over-a-weekend", "2026-05-21", "3 working-days", "2026-05-26", "2026-05-26", "2026-05-26",
    "2026-05-22",
    "2026-05-26" },
  { "working-days-over-a-holiday", "2026-05-05", "1 working-days", "2026-05-07", "2026-05-07", "2026-05-07",
    "2026-05-06",
    "2026-05-07" },
  { "working-days-with-a-worked-saturday", "2026-05-15", "2 working-days", "2026-05-18", "2026-05-18", "2026-05-18",
    "2026-05-16", "2026-05-18" },
  { "working-days-count-perhaps", "2026-05-12", "3 working-days", "2026-05-15", "2026-05-15", "2026-05-15",
    "2026-05-13",
    "2026-05-15" },
  { "working-days-end-on-perhaps", "2026-05-12", "2 working-days", "2026-05-14", "2026-05-13", "2026-05-14",
    "2026-05-13",
    "2026-05-14" },
  { "working-days-from-a-sunday", "2026-05-24", "1 working-days", "2026-05-25", "2026-05-25", "2026-05-25",
    "2026-05-25",
    "2026-05-25" },
  { "weeks", "2026-05-18", "2 weeks", "2026-06-01", "2026-06-01", "2026-06-01", "2026-06-01", "2026-06-01" },
  { "month", "2026-01-31", "1 months ~", "2026-02-28", "2026-02-27", "2026-03-02", "2026-02-27", "2026-03-02" },
  { "month-of-a-leap-year", "2028-01-31", "1 months", "2028-02-29", "2028-02-29", "2028-02-29", "2028-02-29",
    "2028-02-29" },
  { "thirteen-months", "2025-01-31", "13 months", "2026-02-28", "2026-02-27", "2026-02-28", "2026-02-27",
    "2026-02-28" },
  { "year-from-the-leap-day", "2024-02-29", "1 years ~", "2025-02-28", "2025-02-28", "2025-02-28", "2025-02-28",
    "2025-02-28" },
  { "hours-from-a-moment", "2026-05-22T10:15", "72 hours", "2026-05-25T10:15", "2026-05-25T10:15", "2026-05-25T10:15",
    NULL,
    NULL },
  { "hours-from-a-day", "2026-05-22", "24 hours", "2026-05-22T24:00", "2026-05-22T24:00", "2026-05-22T24:00", NULL,
    NULL },
  { "hours-from-a-day-36", "2026-05-22", "36 hours", "2026-05-23T12:00", "2026-05-23T12:00", "2026-05-23T12:00", NULL,
    NULL },
  { "hours-never-roll", "2026-05-22T10:15", "24 hours ~", "2026-05-23T10:15", "2026-05-23T10:15", "2026-05-23T10:15",
    NULL,
    NULL },
  { "hours-to-midnight", "2026-05-22T12:00", "12 hours", "2026-05-22T24:00", "2026-05-22T24:00", "2026-05-22T24:00",
    NULL,
    NULL },
  { "days-from-a-moment", "2026-05-18T23:59", "1 days", "2026-05-19", "2026-05-19", "2026-05-19", "2026-05-19",
    "2026-05-19" },
  { "sequence", "2026-05-04", "1 days, 2 working-days", "2026-05-08", "2026-05-08", "2026-05-08", "2026-05-06",
    "2026-05-08" },
  { "sequence-ends-in-hours", "2026-05-21", "1 working-days, 12 hours", "2026-05-23T12:00", "2026-05-23T12:00",
    "2026-05-23T12:00", "2026-05-22", "2026-05-22" },
  { "sequence-begins-with-hours", "2026-05-21T20:00", "10 hours, 1 working-days", "2026-05-25", "2026-05-25",
    "2026-05-25",
    "2026-05-23", "2026-05-25" },
  { "sequence-inner-end-does-not-roll", "2026-05-18", "5 days, 1 days ~", "2026-05-24", "2026-05-22", "2026-05-25",
    "2026-05-22", "2026-05-25" },
  { "backward-days", "2026-05-25", "- 3 days", "2026-05-22", "2026-05-22", "2026-05-22", "2026-05-22", "2026-05-22" },
  { "backward-to-a-weekend", "2026-05-26", "- 3 days", "2026-05-23", "2026-05-22", "2026-05-23", "2026-05-22",
    "2026-05-23" },
  { "backward-never-rolls", "2026-05-26", "- 3 days ~", "2026-05-23", "2026-05-22", "2026-05-23", "2026-05-22",
    "2026-05-23" },
  { "backward-month", "2026-03-31", "- 1 months", "2026-02-28", "2026-02-27", "2026-02-28", "2026-02-27",
    "2026-02-28" },
  { "backward-year", "2024-02-29", "- 1 years", "2023-02-28", "2023-02-28", "2023-02-28", "2023-02-28", "2023-02-28" },
  { "backward-working-days", "2026-05-08", "- 3 working-days", "2026-05-04", "2026-05-04", "2026-05-04", "2026-05-04",
    "2026-05-07" },
  { "backward-working-days-to-perhaps", "2026-05-15", "- 1 working-days", "2026-05-14", "2026-05-13", "2026-05-14",
    "2026-05-13", "2026-05-14" },
  { "backward-hours", "2026-05-22T10:00", "- 48 hours", "2026-05-20T10:00", "2026-05-20T10:00", "2026-05-20T10:00",
    NULL, NULL },
  { "backward-hours-from-a-day", "2026-05-22", "- 24 hours", "2026-05-20T24:00", "2026-05-20T24:00",
    "2026-05-20T24:00", NULL,
    NULL },
};

static PanahPeriod
parse_period (const char *text)
{
  PanahPeriod period = { .backward = *text == '-', .rolls = strchr (text, '~') != NULL };
  g_auto (GStrv) steps = g_strsplit (text + (*text == '-' ? 1 : 0), ",", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (steps[i]), " ", -1);
      guint unit = 0;
      while (!g_str_equal (panah_unit_names[unit], words[1]))
        g_assert_nonnull (panah_unit_names[++unit]);
      period.steps[period.n_steps].count = strtoul (words[0], NULL, 10);
      period.steps[period.n_steps++].unit = unit;
    }
  return period;
}

static PanahPoint
parse_point (const char *text)
{
  return strchr (text, 'T') != NULL ? panah_point_from_moment (moment_of (text)) : panah_point_from_day (day_of (text));
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  PanahPeriod period = parse_period (row->period);
  PanahPoint event = parse_point (row->event);
  PanahCount count;

  panah_period_count (&period, &event, &hand_calendar, &count);

  g_autofree char *counted_end = panah_point_to_string (&count.counted_end);
  g_autofree char *safe = panah_point_to_string (&count.safe), *last = panah_point_to_string (&count.last);
  g_assert_cmpstr (counted_end, ==, row->counted_end);
  g_assert_cmpstr (safe, ==, row->safe);
  g_assert_cmpstr (last, ==, row->last);
  g_assert_cmpuint (count.first_touched, ==, row->first_touched != NULL ? day_of (row->first_touched) : 0);
  g_assert_cmpuint (count.last_touched, ==, row->last_touched != NULL ? day_of (row->last_touched) : 0);
}

static void
test_end (void)
{
  PanahPoint day = parse_point ("2026-05-22"), moment = parse_point ("2026-05-22T10:15");

  g_assert_cmpint (panah_point_get_end (&day), ==, moment_of ("2026-05-23T00:00"));
  g_assert_cmpint (panah_point_get_end (&moment), ==, moment_of ("2026-05-22T10:15"));
}

/* Where no day is open, and time begins and ends, a count comes to an end all the same. */
static const struct EdgeRow
{
  const char *name;
  guint32     event;
  const char *period;
  guint32     counted_end, last;
} edge_rows[] = {
  { "forward", PANAH_DAY_MAX - 11, "20 working-days", PANAH_DAY_MAX, PANAH_DAY_MAX },
  { "backward", 5, "- 20 working-days", 1, 1 },
  { "roll", PANAH_DAY_MAX - 11, "3 days ~", PANAH_DAY_MAX - 8, PANAH_DAY_MAX },
  { "nothing-to-count", 700000, "0 working-days", 700000, 700000 },
  { "days-beyond", PANAH_DAY_MAX - 11, "50 days", PANAH_DAY_MAX, PANAH_DAY_MAX },
  { "weeks-before", 5, "- 3 weeks", 1, 1 },
};

static void
test_edge (gconstpointer data)
{
  const struct EdgeRow *row = data;
  PanahCalendar closed = { .n_days = 0 };
  PanahPeriod period = parse_period (row->period);
  PanahPoint event = panah_point_from_day (row->event);
  PanahCount count;

  for (guint i = 0; i < G_N_ELEMENTS (closed.weekend); i++)
    closed.weekend[i] = TRUE;
  panah_period_count (&period, &event, &closed, &count);
  g_assert_cmpuint (count.counted_end.day, ==, row->counted_end);
  g_assert_cmpuint (count.last.day, ==, row->last);
  g_assert_cmpuint (count.safe.day, ==, 0);
}

/* --- at random ---------------------------------------------------------------------------------------------- */

#define MAX_DAYS 80
#define SPREAD   120 /* days around the event in which the calendar is irregular */
#define BATCH    250 /* counts per calendar */

typedef struct
{
  PanahCalendar     ours;
  PanahCalendarDay  days[MAX_DAYS];
  PanahCalendarDay *list[MAX_DAYS];
  OracleCalendar    theirs;
  OracleDayOff      off[MAX_DAYS];
  OracleDay         worked[MAX_DAYS];
  guint32           base;
} Calendars;

static OracleDay
to_oracle_day (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return (OracleDay) { g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date) };
}

static OraclePoint
to_oracle_point (const PanahPoint *point)
{
  if (point->is_moment)
    return (OraclePoint) { ORACLE_POINT_MOMENT, to_oracle_day (panah_moment_get_day (point->moment)),
                           point->moment % PANAH_MINUTES_PER_DAY };
  if (point->day == 0)
    return (OraclePoint) { ORACLE_POINT_NONE, { 0, 0, 0 }, 0 };
  return (OraclePoint) { ORACLE_POINT_DAY, to_oracle_day (point->day), 0 };
}

static void
fill_random_days (Calendars *self,
                  GRand     *rand)
{
  guint n = g_rand_int_range (rand, 0, MAX_DAYS + 1), left = 2 * SPREAD;
  OracleDayOff *off = self->off;
  OracleDay *worked = self->worked;

  self->ours.n_days = 0;
  for (guint32 day = self->base - SPREAD; left > 0 && self->ours.n_days < n; day++, left--)
    {
      if (g_rand_int_range (rand, 0, left) >= (int) (n - self->ours.n_days))
        continue;
      PanahDayState state = g_rand_int_range (rand, PANAH_DAY_WORKING, PANAH_DAY_POSSIBLY_OFF + 1);
      self->days[self->ours.n_days] = (PanahCalendarDay) { day, state, "", PANAH_CONFIDENCE_CONFIRMED };
      self->ours.n_days++;
      if (state == PANAH_DAY_WORKING)
        *worked++ = to_oracle_day (day);
      else
        *off++ = (OracleDayOff) { to_oracle_day (day), state == PANAH_DAY_OFF ? ORACLE_FIXED : ORACLE_POSSIBLE };
    }
  self->theirs.n_worked = worked - self->worked;
  self->theirs.n_days_off = off - self->off;
}

static void
fill_random_calendar (Calendars *self,
                      GRand     *rand)
{
  self->base = g_rand_int_range (rand, day_of ("2015-01-01"), day_of ("2046-01-01"));
  for (guint i = 0; i < MAX_DAYS; i++)
    self->list[i] = &self->days[i];
  self->ours.days = self->list;
  self->theirs.days_off = self->off;
  self->theirs.worked = self->worked;
  fill_random_days (self, rand);

  guint n_weekend = 0;
  for (guint i = 0; i < 7; i++)
    {
      gboolean weekend = n_weekend < 6 && g_rand_int_range (rand, 0, 7) < 2;
      n_weekend += weekend;
      self->ours.weekend[i + 1] = self->theirs.weekend[i] = weekend;
    }
}

static void
fill_random_period (PanahPeriod  *ours,
                    OraclePeriod *theirs,
                    GRand        *rand)
{
  static const int max[] = { 200, 60, 25, 12, 30, 5 };

  *ours = (PanahPeriod) { .n_steps = g_rand_int_range (rand, 1, ORACLE_MAX_STEPS + 1),
                          .backward = g_rand_int_range (rand, 0, 3) == 0, .rolls = g_rand_boolean (rand) };
  theirs->n_steps = ours->n_steps;
  for (guint i = 0; i < ours->n_steps; i++)
    {
      PanahUnit unit = g_rand_int_range (rand, PANAH_UNIT_HOURS, PANAH_UNIT_YEARS + 1);
      ours->steps[i].unit = unit;
      ours->steps[i].count = g_rand_int_range (rand, 1, max[unit] + 1);
      theirs->steps[i] = (OracleStep) { ours->steps[i].count, (OracleUnit) unit };
    }
}

static char *
describe (const OraclePoint *point)
{
  return point->kind == ORACLE_POINT_NONE ? g_strdup ("none")
         : g_strdup_printf ("%04d-%02d-%02d %s%02d:%02d", point->day.y, point->day.m, point->day.d,
                            point->kind == ORACLE_POINT_DAY ? "day " : "", point->minute / 60, point->minute % 60);
}

static void
report (const Calendars   *calendars,
        const PanahPeriod *period,
        const PanahPoint  *event,
        const OraclePoint *ours,
        const OraclePoint *theirs)
{
  static const char *const names[] = { "counted_end", "safe", "last" };
  OraclePoint start = to_oracle_point (event);
  g_autofree char *from = describe (&start);

  g_test_message ("from %s %s%s", from, period->backward ? "backward " : "", period->rolls ? "rolls" : "");
  for (guint i = 0; i < period->n_steps; i++)
    g_test_message ("  %u %s", period->steps[i].count, panah_unit_names[period->steps[i].unit]);
  for (guint i = 1; i <= 7; i++)
    if (calendars->ours.weekend[i])
      g_test_message ("  weekend: weekday %u", i);
  for (guint i = 0; i < calendars->ours.n_days; i++)
    {
      g_autofree char *day = panah_day_to_string (calendars->days[i].day);
      g_test_message ("  %s: %s", day, calendars->days[i].state == PANAH_DAY_WORKING ? "worked"
                                       : calendars->days[i].state == PANAH_DAY_OFF   ? "off"
                                                                                     : "possible");
    }
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *one = describe (&ours[i]), *other = describe (&theirs[i]);
      g_test_message ("%s: the engine says %s, the oracle %s", names[i], one, other);
    }
}

static gboolean
count_once (const Calendars *calendars,
            GRand           *rand)
{
  PanahPeriod period;
  OraclePeriod their_period;
  guint32 day = calendars->base + g_rand_int_range (rand, -SPREAD / 2, SPREAD / 2);
  PanahPoint event = g_rand_boolean (rand) ? panah_point_from_day (day)
                                           : panah_point_from_moment ((gint64) day * PANAH_MINUTES_PER_DAY +
                                                                      g_rand_int_range (rand, 0, 24) * 60 +
                                                                      30 * g_rand_int_range (rand, 0, 2));
  PanahCount count;
  OraclePoint theirs[3];

  fill_random_period (&period, &their_period, rand);
  panah_period_count (&period, &event, &calendars->ours, &count);
  oracle_count (&calendars->theirs, &their_period, period.backward ? ORACLE_BACKWARD : ORACLE_FORWARD, period.rolls,
                to_oracle_point (&event), &theirs[0], &theirs[1], &theirs[2]);

  const OraclePoint ours[] = { to_oracle_point (&count.counted_end), to_oracle_point (&count.safe),
                               to_oracle_point (&count.last) };
  for (guint i = 0; i < 3; i++)
    {
      if (oracle_points_equal (ours[i], theirs[i]))
        continue;
      report (calendars, &period, &event, ours, theirs);
      return FALSE;
    }
  return TRUE;
}

static guint
get_n_counts (void)
{
  const char *given = g_getenv ("PANAH_TEST_PERIODS");

#if defined (__SANITIZE_ADDRESS__) || defined (__SANITIZE_THREAD__)
  return given != NULL ? strtoul (given, NULL, 10) : 100000;
#else
  return given != NULL ? strtoul (given, NULL, 10) : 1000000;
#endif
}

static void
test_random (void)
{
  const char *given = g_getenv ("PANAH_TEST_SEED");
  guint32 seed = given != NULL ? strtoul (given, NULL, 10) : 20261122;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree Calendars *calendars = g_new0 (Calendars, 1);
  guint n_counts = get_n_counts ();

  g_test_message ("PANAH_TEST_SEED=%u, %u counts", seed, n_counts);
  for (guint i = 0; i < n_counts; i++)
    {
      if (i % BATCH == 0)
        fill_random_calendar (calendars, rand);
      g_assert_true (count_once (calendars, rand));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fill_calendar ();

  ADD_ROWS ("/core/period", rows, test_row);
  ADD_ROWS ("/core/period/edge", edge_rows, test_edge);
  g_test_add_func ("/core/period/end", test_end);
  g_test_add_func ("/core/period/random", test_random);

  return g_test_run ();
}
