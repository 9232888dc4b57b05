/* calendar.c - on which days nothing can be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/calendar.h"

#include "core/date.h"

/* Index of the first listed day that is not before @day. */
static guint
lower_bound (const PanahCalendar *self,
             guint32              day)
{
  guint low = 0, high = self->n_days;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (self->days[middle]->day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * panah_calendar_find:
 * @self: a calendar
 * @day: a day
 *
 * Returns: (nullable): what is special about @day beside its weekday
 */
const PanahCalendarDay *
panah_calendar_find (const PanahCalendar *self,
                     guint32              day)
{
  guint i = lower_bound (self, day);

  return i < self->n_days && self->days[i]->day == day ? self->days[i] : NULL;
}

/**
 * panah_calendar_get_state:
 * @self: a calendar
 * @day: a day
 *
 * Returns: how @day counts: what is listed for it goes before its weekday, a moved working day before a weekend
 */
PanahDayState
panah_calendar_get_state (const PanahCalendar *self,
                          guint32              day)
{
  const PanahCalendarDay *special = panah_calendar_find (self, day);
  gboolean weekend = self->weekend[panah_day_get_weekday (day)];

  if (special == NULL)
    return weekend ? PANAH_DAY_OFF : PANAH_DAY_WORKING;
  if (special->state == PANAH_DAY_POSSIBLY_OFF && weekend)
    return PANAH_DAY_OFF;
  return special->state;
}

/**
 * panah_calendar_is_open:
 * @self: a calendar
 * @day: a day
 *
 * Returns: %TRUE if @day counts as a working day; a day that is only possibly off does
 */
gboolean
panah_calendar_is_open (const PanahCalendar *self,
                        guint32              day)
{
  return panah_calendar_get_state (self, day) != PANAH_DAY_OFF;
}

static const PanahCalendarYear *
find_year (const PanahCalendar *self,
           guint                year)
{
  for (guint i = 0; i < self->n_years; i++)
    {
      if (self->years[i]->year == year)
        return self->years[i];
    }
  return NULL;
}

/**
 * panah_calendar_get_confidence:
 * @self: a calendar
 * @first: first day that a count touched
 * @last: last day that a count touched
 *
 * Returns: the weakest confidence of the years and the listed days from @first to @last; `UNCONFIRMED` if a year was
 *   never looked up, `SECONDARY` at best if @last lies after the days that are verified
 */
PanahConfidence
panah_calendar_get_confidence (const PanahCalendar *self,
                               guint32              first,
                               guint32              last)
{
  PanahConfidence weakest =
    last > self->verified_through ? PANAH_CONFIDENCE_SECONDARY : PANAH_CONFIDENCE_CONFIRMED;

  for (guint year = panah_day_get_year (first), end = panah_day_get_year (last); year <= end; year++)
    {
      const PanahCalendarYear *known = find_year (self, year);
      if (known == NULL)
        return PANAH_CONFIDENCE_UNCONFIRMED;
      weakest = MAX (weakest, known->provenance.confidence);
    }
  for (guint i = lower_bound (self, first); i < self->n_days && self->days[i]->day <= last; i++)
    weakest = MAX (weakest, self->days[i]->confidence);

  return weakest;
}

/**
 * panah_calendar_covers:
 * @self: a calendar
 * @first: first day
 * @last: last day
 *
 * Returns: %TRUE if every year from @first to @last was looked up
 */
gboolean
panah_calendar_covers (const PanahCalendar *self,
                       guint32              first,
                       guint32              last)
{
  for (guint year = panah_day_get_year (first), end = panah_day_get_year (last); year <= end; year++)
    {
      if (find_year (self, year) == NULL)
        return FALSE;
    }
  return TRUE;
}
