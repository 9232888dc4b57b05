/* period.c - counting hours, days, months and years the way statutes do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The day of the event is not counted. Hours run from a moment and end at a moment; every longer unit runs in whole
 * days and ends at 24:00. Where only the day of an event is known, hours run from its first minute, so that the end
 * is never later than the law's. */

#include "core/period.h"

#include "core/date.h"

const char *const panah_unit_names[] = { "hours", "days", "working-days", "weeks", "months", "years", NULL };

/**
 * panah_point_from_day:
 * @day: a day
 *
 * Returns: a point of which only the day is known
 */
PanahPoint
panah_point_from_day (guint32 day)
{
  return (PanahPoint) { .day = day };
}

/**
 * panah_point_from_moment:
 * @moment: minutes, see date.h
 *
 * Returns: a point of which the minute is known
 */
PanahPoint
panah_point_from_moment (gint64 moment)
{
  return (PanahPoint) { .day = panah_moment_get_day (moment), .moment = moment, .is_moment = TRUE };
}

/**
 * panah_point_to_string:
 * @self: the end of a window
 *
 * Returns: (transfer full) (nullable): `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` with 24:00 for midnight; %NULL for no day
 */
char *
panah_point_to_string (const PanahPoint *self)
{
  if (self->is_moment)
    return panah_moment_end_to_string (self->moment);
  return self->day != 0 ? panah_day_to_string (self->day) : NULL;
}

/**
 * panah_point_get_end:
 * @self: the end of a window
 *
 * Returns: the first moment that is too late
 */
gint64
panah_point_get_end (const PanahPoint *self)
{
  return self->is_moment ? self->moment : ((gint64) self->day + 1) * PANAH_MINUTES_PER_DAY;
}

static void
touch (PanahCount *count,
       guint32     first,
       guint32     last)
{
  if (count->first_touched == 0 || first < count->first_touched)
    count->first_touched = first;
  if (last > count->last_touched)
    count->last_touched = last;
}

static guint32
add_working_days (const PanahCalendar *calendar,
                  guint32              day,
                  guint                n,
                  int                  sign,
                  PanahCount          *count)
{
  guint32 end = day;

  while (n > 0 && end > 1 && end < PANAH_DAY_MAX)
    {
      end += sign;
      n -= panah_calendar_is_open (calendar, end);
    }
  if (end != day)
    touch (count, sign > 0 ? day + 1 : end, sign > 0 ? end : day - 1);

  return end;
}

static guint32
add_days (const PanahCalendar *calendar,
          guint32              day,
          PanahUnit            unit,
          guint                n,
          int                  sign,
          PanahCount          *count)
{
  switch (unit)
    {
    case PANAH_UNIT_DAYS:
      return panah_day_clamp ((gint64) day + sign * (gint64) n);
    case PANAH_UNIT_WORKING_DAYS:
      return add_working_days (calendar, day, n, sign, count);
    case PANAH_UNIT_WEEKS:
      return panah_day_clamp ((gint64) day + sign * (gint64) n * 7);
    case PANAH_UNIT_MONTHS:
      return panah_day_add_months (day, sign * (int) n);
    case PANAH_UNIT_YEARS:
      return panah_day_add_months (day, sign * (int) n * 12);
    case PANAH_UNIT_HOURS:
    default:
      g_assert_not_reached ();
    }
}

static PanahPoint
add_hours (const PanahPoint *from,
           gboolean          is_event,
           guint             n,
           int               sign)
{
  gint64 start = from->moment;

  if (!from->is_moment)
    {
      /* after whole days a forward count stands at their 24:00 */
      gint64 days = (gint64) from->day + (!is_event && sign > 0 ? 1 : 0);
      start = days * PANAH_MINUTES_PER_DAY;
    }

  return panah_point_from_moment (MAX (start + sign * (gint64) n * 60, PANAH_MINUTES_PER_DAY));
}

static guint32
find_open_day (const PanahCalendar *calendar,
               guint32              day)
{
  while (!panah_calendar_is_open (calendar, day) && day < PANAH_DAY_MAX)
    day++;
  return day;
}

/* The last day not after @day and after @limit that is surely a working day; 0 if there is none. */
static guint32
find_safe_day (const PanahCalendar *calendar,
               guint32              day,
               guint32              limit)
{
  while (day > limit && panah_calendar_get_state (calendar, day) != PANAH_DAY_WORKING)
    day--;
  return day > limit ? day : 0;
}

/**
 * panah_period_count:
 * @self: how long
 * @event: the event; its day is not counted
 * @calendar: the days on which nothing can be filed
 * @out_count: (out caller-allocates): the three dates and the part of the calendar they rest on
 *
 * Months and years keep the day of the month, or take the month's last day if it is shorter. The end of a step inside
 * a sequence does not roll.
 */
void
panah_period_count (const PanahPeriod   *self,
                    const PanahPoint    *event,
                    const PanahCalendar *calendar,
                    PanahCount          *out_count)
{
  PanahPoint end = *event;
  int sign = self->backward ? -1 : 1;

  *out_count = (PanahCount) { 0 };
  for (guint i = 0; i < self->n_steps; i++)
    {
      guint n = self->steps[i].count;
      PanahUnit unit = self->steps[i].unit;

      if (unit == PANAH_UNIT_HOURS)
        end = add_hours (&end, i == 0, n, sign);
      else
        end = panah_point_from_day (add_days (calendar, end.day, unit, n, sign, out_count));
    }

  if (self->until != 0)
    end = panah_point_from_day (self->until);

  out_count->counted_end = out_count->safe = out_count->last = end;
  if (end.is_moment)
    return;

  if (self->rolls && !self->backward)
    out_count->last.day = find_open_day (calendar, end.day);
  out_count->safe.day = find_safe_day (calendar, end.day, self->backward ? 0 : event->day);
  /* a last day that the law names itself rests on no calendar, unless a day off moves it */
  if (self->until != 0 && !self->rolls)
    return;
  touch (out_count, out_count->safe.day != 0 ? out_count->safe.day : MIN (end.day, event->day + 1), out_count->last.day);
}
