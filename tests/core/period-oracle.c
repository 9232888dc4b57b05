/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Naive on purpose: every count is a walk, one day, one hour or one month at a
 * time.  The only thing kept between calls is the weekday of each day, which is
 * itself found by counting on from a Monday. */

#include "period-oracle.h"

#include <glib.h>

#define N_YEARS (ORACLE_LAST_YEAR - ORACLE_FIRST_YEAR + 1)

static signed char weekdays[N_YEARS][12][31];

static bool
is_leap_year (int y)
{
  if (y % 400 == 0)
    return true;
  if (y % 100 == 0)
    return false;
  return y % 4 == 0;
}

int
oracle_month_length (int y, int m)
{
  switch (m)
    {
    case 2:
      return is_leap_year (y) ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
    default:
      return 31;
    }
}

static void
check_day (OracleDay day)
{
  if (day.y < ORACLE_FIRST_YEAR || day.y > ORACLE_LAST_YEAR
      || day.m < 1 || day.m > 12
      || day.d < 1 || day.d > oracle_month_length (day.y, day.m))
    g_error ("oracle: %d-%d-%d is not a day it knows", day.y, day.m, day.d);
}

OracleDay
oracle_next_day (OracleDay day)
{
  day.d++;
  if (day.d > oracle_month_length (day.y, day.m))
    {
      day.d = 1;
      day.m++;
    }
  if (day.m > 12)
    {
      day.m = 1;
      day.y++;
    }
  return day;
}

OracleDay
oracle_previous_day (OracleDay day)
{
  day.d--;
  if (day.d < 1)
    {
      day.m--;
      if (day.m < 1)
        {
          day.m = 12;
          day.y--;
        }
      day.d = oracle_month_length (day.y, day.m);
    }
  return day;
}

int
oracle_compare_days (OracleDay a, OracleDay b)
{
  if (a.y != b.y)
    return a.y < b.y ? -1 : 1;
  if (a.m != b.m)
    return a.m < b.m ? -1 : 1;
  if (a.d != b.d)
    return a.d < b.d ? -1 : 1;
  return 0;
}

static bool
same_day (const OracleDay *a, const OracleDay *b)
{
  return a->d == b->d && a->m == b->m && a->y == b->y;
}

static void
fill_weekdays (void)
{
  OracleDay day = { ORACLE_FIRST_YEAR, 1, 1 };
  int weekday = 0; /* 1 January 1990 was a Monday */

  G_STATIC_ASSERT (ORACLE_FIRST_YEAR == 1990);
  while (day.y <= ORACLE_LAST_YEAR)
    {
      weekdays[day.y - ORACLE_FIRST_YEAR][day.m - 1][day.d - 1] = (signed char) weekday;
      weekday++;
      if (weekday == 7)
        weekday = 0;
      day = oracle_next_day (day);
    }
}

int
oracle_weekday (OracleDay day)
{
  static gsize filled = 0;

  check_day (day);
  if (g_once_init_enter (&filled))
    {
      fill_weekdays ();
      g_once_init_leave (&filled, 1);
    }
  return weekdays[day.y - ORACLE_FIRST_YEAR][day.m - 1][day.d - 1];
}

OracleDayState
oracle_day_state (const OracleCalendar *calendar, OracleDay day)
{
  OracleDayState state = ORACLE_WORKING;

  for (size_t i = 0; i < calendar->n_worked; i++)
    if (same_day (&calendar->worked[i], &day))
      return ORACLE_WORKING; /* wins over everything else */

  if (calendar->weekend[oracle_weekday (day)])
    return ORACLE_OFF;

  for (size_t i = 0; i < calendar->n_days_off; i++)
    if (same_day (&calendar->days_off[i].day, &day))
      {
        if (calendar->days_off[i].certainty == ORACLE_FIXED)
          return ORACLE_OFF;
        state = ORACLE_MAYBE_OFF; /* unless it is listed as fixed too */
      }
  return state;
}

/* 24:00 is 00:00 of the next day, and that is the day it belongs to. */
static OraclePoint
normalise (OraclePoint point)
{
  if (point.kind == ORACLE_POINT_MOMENT)
    {
      if (point.minute < 0 || point.minute > 1440)
        g_error ("oracle: minute %d is not in a day", point.minute);
      if (point.minute == 1440)
        {
          point.minute = 0;
          point.day = oracle_next_day (point.day);
        }
    }
  else
    point.minute = 0;
  return point;
}

bool
oracle_points_equal (OraclePoint a, OraclePoint b)
{
  a = normalise (a);
  b = normalise (b);
  if (a.kind != b.kind)
    return false;
  if (a.kind == ORACLE_POINT_NONE)
    return true;
  return a.minute == b.minute && oracle_compare_days (a.day, b.day) == 0;
}

static OracleDay
one_day (OracleDay day, OracleDirection direction)
{
  return direction == ORACLE_FORWARD ? oracle_next_day (day)
                                     : oracle_previous_day (day);
}

static OracleDay
walk_days (OracleDay day, int n, OracleDirection direction)
{
  for (int i = 0; i < n; i++)
    day = one_day (day, direction);
  return day;
}

static OracleDay
walk_working_days (const OracleCalendar *calendar, OracleDay day, int n,
                   OracleDirection direction)
{
  int seen = 0;

  while (seen < n)
    {
      day = one_day (day, direction);
      if (oracle_day_state (calendar, day) != ORACLE_OFF)
        seen++;
    }
  return day;
}

static OracleDay
walk_months (OracleDay day, int n, OracleDirection direction)
{
  for (int i = 0; i < n; i++)
    {
      day.m += direction == ORACLE_FORWARD ? 1 : -1;
      if (day.m == 13)
        {
          day.m = 1;
          day.y++;
        }
      if (day.m == 0)
        {
          day.m = 12;
          day.y--;
        }
    }
  while (day.d > oracle_month_length (day.y, day.m))
    day.d--;
  return day;
}

static OracleDay
walk_years (OracleDay day, int n, OracleDirection direction)
{
  for (int i = 0; i < n; i++)
    day.y += direction == ORACLE_FORWARD ? 1 : -1;
  if (day.m == 2 && day.d == 29 && !is_leap_year (day.y))
    day.d = 28;
  return day;
}

static OraclePoint
walk_hours (OraclePoint at, int n, OracleDirection direction, bool is_first_step)
{
  if (at.kind == ORACLE_POINT_DAY)
    {
      at.kind = ORACLE_POINT_MOMENT;
      at.minute = !is_first_step && direction == ORACLE_FORWARD ? 1440 : 0;
      at = normalise (at);
    }

  for (int i = 0; i < n; i++)
    {
      at.minute += direction == ORACLE_FORWARD ? 60 : -60;
      if (at.minute >= 1440)
        {
          at.minute -= 1440;
          at.day = oracle_next_day (at.day);
        }
      else if (at.minute < 0)
        {
          at.minute += 1440;
          at.day = oracle_previous_day (at.day);
        }
    }
  return at;
}

static OracleDay
walk_step (const OracleCalendar *calendar, OracleDay day, OracleStep step,
           OracleDirection direction)
{
  switch (step.unit)
    {
    case ORACLE_DAYS:
      return walk_days (day, step.n, direction);
    case ORACLE_WORKING_DAYS:
      return walk_working_days (calendar, day, step.n, direction);
    case ORACLE_WEEKS:
      return walk_days (day, 7 * step.n, direction);
    case ORACLE_MONTHS:
      return walk_months (day, step.n, direction);
    case ORACLE_YEARS:
      return walk_years (day, step.n, direction);
    case ORACLE_HOURS:
    default:
      g_error ("oracle: unit %d does not count days", (int) step.unit);
    }
}

void
oracle_count (const OracleCalendar *calendar,
              const OraclePeriod *period,
              OracleDirection direction,
              bool rolls,
              OraclePoint start,
              OraclePoint *counted_end,
              OraclePoint *safe,
              OraclePoint *last)
{
  OraclePoint at;

  g_assert (start.kind != ORACLE_POINT_NONE);
  g_assert (period->n_steps >= 1 && period->n_steps <= ORACLE_MAX_STEPS);
  check_day (start.day);
  start = normalise (start);

  at = start;
  for (int i = 0; i < period->n_steps; i++)
    {
      OracleStep step = period->steps[i];

      g_assert (step.n >= 0);
      if (step.unit == ORACLE_HOURS)
        at = walk_hours (at, step.n, direction, i == 0);
      else
        at = (OraclePoint){ ORACLE_POINT_DAY,
                            walk_step (calendar, at.day, step, direction), 0 };
      check_day (at.day);
    }

  *counted_end = *safe = *last = at;
  if (at.kind == ORACLE_POINT_MOMENT)
    return;

  if (direction == ORACLE_FORWARD && rolls)
    while (oracle_day_state (calendar, last->day) == ORACLE_OFF)
      last->day = oracle_next_day (last->day);

  while (direction == ORACLE_BACKWARD
         || oracle_compare_days (safe->day, start.day) > 0)
    {
      if (oracle_day_state (calendar, safe->day) == ORACLE_WORKING)
        return;
      safe->day = oracle_previous_day (safe->day);
    }
  *safe = (OraclePoint){ ORACLE_POINT_NONE, { 0, 0, 0 }, 0 };
}
