/* date.c - days, moments, and dates of which only a part is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/date.h"

#include "core/error.h"

#include <string.h>
#include <unicode/ucal.h>

#define MIN_YEAR 1000
#define MAX_YEAR 9999

const char *const panah_calendar_system_names[] = { "gregorian", "persian", "islamic", NULL };

static gboolean
parse_digits (const char *string,
              guint       n,
              guint      *out_number)
{
  *out_number = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (string[i]))
        return FALSE;
      *out_number = *out_number * 10 + (string[i] - '0');
    }
  return TRUE;
}

static gboolean
parse_day_prefix (const char *string,
                  guint32    *out_day)
{
  guint year, month, day;
  GDate date;

  if (!parse_digits (string, 4, &year) || string[4] != '-' || !parse_digits (string + 5, 2, &month) || string[7] != '-' ||
      !parse_digits (string + 8, 2, &day))
    return FALSE;
  if (year < MIN_YEAR || !g_date_valid_dmy (day, month, year))
    return FALSE;

  g_date_set_dmy (&date, day, month, year);
  *out_day = g_date_get_julian (&date);
  return TRUE;
}

/**
 * panah_day_parse:
 * @string: `YYYY-MM-DD`, nothing before or after
 * @out_day: (out): the day
 *
 * Returns: %TRUE if @string is a day of the Gregorian calendar from the year 1000 on
 */
gboolean
panah_day_parse (const char *string,
                 guint32    *out_day)
{
  return strlen (string) == 10 && parse_day_prefix (string, out_day);
}

/**
 * panah_day_to_string:
 * @day: a day
 *
 * Returns: (transfer full): `YYYY-MM-DD`
 */
char *
panah_day_to_string (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * panah_day_get_weekday:
 * @day: a day
 *
 * Returns: 1 for Monday to 7 for Sunday (ISO 8601)
 */
guint
panah_day_get_weekday (guint32 day)
{
  return (day - 1) % 7 + 1; /* 1 January of the year 1 was a Monday */
}

/**
 * panah_day_get_year:
 * @day: a day
 *
 * Returns: its Gregorian year
 */
guint
panah_day_get_year (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_date_get_year (&date);
}

/**
 * panah_day_clamp:
 * @day: any number
 *
 * Returns: @day inside what a `YYYY-MM-DD` can say
 */
guint32
panah_day_clamp (gint64 day)
{
  return CLAMP (day, 1, PANAH_DAY_MAX);
}

/**
 * panah_day_add_months:
 * @day: a day
 * @months: how many, negative to go back
 *
 * Returns: the same day of the month, or the month's last day if it is shorter
 */
guint32
panah_day_add_months (guint32 day,
                      int     months)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);

  gint64 index = (gint64) g_date_get_year (&date) * 12 + g_date_get_month (&date) - 1 + months;
  guint year = CLAMP (index / 12, 1, MAX_YEAR);
  guint month = index < 12 ? 1 : index % 12 + 1;
  guint last = g_date_get_days_in_month (month, year);

  g_date_set_dmy (&date, MIN (g_date_get_day (&date), last), month, year);
  return panah_day_clamp (g_date_get_julian (&date));
}

/**
 * panah_moment_parse:
 * @string: `YYYY-MM-DDTHH:MM`, nothing before or after
 * @out_moment: (out): the moment
 *
 * Returns: %TRUE if there is such a moment, 00:00 to 23:59
 */
gboolean
panah_moment_parse (const char *string,
                    gint64     *out_moment)
{
  guint32 day;
  guint hour, minute;

  if (strlen (string) != 16 || !parse_day_prefix (string, &day) || string[10] != 'T' || string[13] != ':' ||
      !parse_digits (string + 11, 2, &hour) || !parse_digits (string + 14, 2, &minute) || hour > 23 || minute > 59)
    return FALSE;

  *out_moment = (gint64) day * PANAH_MINUTES_PER_DAY + hour * 60 + minute;
  return TRUE;
}

/**
 * panah_moment_to_string:
 * @moment: a moment, in minutes
 *
 * Returns: (transfer full): `YYYY-MM-DDTHH:MM`
 */
char *
panah_moment_to_string (gint64 moment)
{
  g_autofree char *day = panah_day_to_string (panah_moment_get_day (moment));
  guint minute = moment % PANAH_MINUTES_PER_DAY;

  return g_strdup_printf ("%sT%02u:%02u", day, minute / 60, minute % 60);
}

/**
 * panah_moment_end_to_string:
 * @moment: the end of a window
 *
 * Returns: (transfer full): like [func@Panah.moment_to_string], but midnight is 24:00 of the day that ends, because
 *   "00:00" of the next day makes people come a day late
 */
char *
panah_moment_end_to_string (gint64 moment)
{
  if (moment % PANAH_MINUTES_PER_DAY != 0)
    return panah_moment_to_string (moment);

  g_autofree char *day = panah_day_to_string (panah_moment_get_end_day (moment));
  return g_strdup_printf ("%sT24:00", day);
}

/**
 * panah_moment_get_day:
 * @moment: a moment, in minutes
 *
 * Returns: its day; midnight belongs to the day it begins
 */
guint32
panah_moment_get_day (gint64 moment)
{
  return panah_day_clamp (moment / PANAH_MINUTES_PER_DAY);
}

/**
 * panah_moment_get_end_day:
 * @moment: the end of a window, in minutes
 *
 * Returns: the last day of which something lies before it; midnight belongs to the day it ends
 */
guint32
panah_moment_get_end_day (gint64 moment)
{
  return panah_day_clamp ((moment - 1) / PANAH_MINUTES_PER_DAY);
}

static UCalendar *
open_calendar (PanahCalendarSystem system)
{
  static const char *const locales[] = { "@calendar=gregorian", "@calendar=persian", "@calendar=islamic-umalqura" };
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open (utc, -1, locales[system], UCAL_DEFAULT, &status);

  if (U_FAILURE (status))
    return NULL;
  ucal_clear (calendar);
  ucal_setAttribute (calendar, UCAL_LENIENT, FALSE);
  return calendar;
}

#define EPOCH 719163 /* the day that ICU counts from */

/* Noon in UTC, so that no zone can move the day. */
static double
to_milliseconds (guint32 day)
{
  return ((double) day - EPOCH) * 86400000.0 + 43200000.0;
}

/* Returns 0 if the date does not exist. */
static guint32
to_day (PanahCalendarSystem system,
        guint               year,
        guint               month,
        guint               day)
{
  guint32 result = 0;

  if (system == PANAH_CALENDAR_GREGORIAN)
    {
      GDate date;
      if (year > MAX_YEAR || day > 31 || !g_date_valid_dmy (day, month, year)) /* GDateDay has eight bits */
        return 0;
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, day, month, year);
      return g_date_get_julian (&date);
    }

  UCalendar *calendar = open_calendar (system);
  if (calendar == NULL)
    return 0;

  UErrorCode status = U_ZERO_ERROR;
  ucal_set (calendar, UCAL_EXTENDED_YEAR, year);
  ucal_set (calendar, UCAL_MONTH, month - 1);
  ucal_set (calendar, UCAL_DATE, day);
  ucal_set (calendar, UCAL_HOUR_OF_DAY, 12);
  double milliseconds = ucal_getMillis (calendar, &status);
  gint64 julian = EPOCH + (gint64) ((milliseconds - 43200000.0) / 86400000.0);
  if (!U_FAILURE (status) && julian >= 1 && julian <= PANAH_DAY_MAX)
    result = julian;
  ucal_close (calendar);

  return result;
}

static guint32
last_of_month (PanahCalendarSystem system,
               guint               year,
               guint               month)
{
  for (guint day = 31; day >= 28; day--)
    {
      guint32 julian = to_day (system, year, month, day);
      if (julian != 0)
        return julian;
    }
  return 0;
}

/* One unit of the finest part given: a day, or a month or a year of the date's own calendar. */
static void
widen_about (PanahDate *self)
{
  if (self->day != 0)
    {
      self->from = panah_day_clamp ((gint64) self->from - 1);
      self->to = panah_day_clamp ((gint64) self->to + 1);
      return;
    }

  guint unit = self->month != 0 ? 1 : 12; /* in months, counted from the year 0 */
  guint first = self->year * 12 + MAX (self->month, 1) - 1 - unit;
  guint last = self->year * 12 + (self->month != 0 ? self->month : 12) - 1 + unit;
  guint32 from = to_day (self->system, first / 12, first % 12 + 1, 1);
  guint32 to = last_of_month (self->system, last / 12, last % 12 + 1);

  self->from = from != 0 ? from : self->from;
  self->to = to != 0 ? to : self->to;
}

/**
 * panah_date_init:
 * @self: (out caller-allocates): the date
 * @system: calendar of the other arguments
 * @year: 1000 to 9999
 * @month: 1 to 12, or 0: not known; then @day is 0 too
 * @day: 1 to 31, or 0: not known
 * @about: whether the person is unsure
 * @error: return location for a [error@Panah.CoreError], `DATE`
 *
 * Conversions are ICU's (Solar Hijri: agrees with the astronomical calendar for 1300–1450; lunar: Umm al-Qura).
 *
 * Returns: %TRUE if such a date exists in that calendar
 */
gboolean
panah_date_init (PanahDate           *self,
                 PanahCalendarSystem  system,
                 guint                year,
                 guint                month,
                 guint                day,
                 gboolean             about,
                 GError             **error)
{
  *self = (PanahDate) { .system = system, .year = year, .month = month, .day = day, .about = about };

  if (year >= MIN_YEAR && year <= MAX_YEAR && month <= 12 && (month != 0 || day == 0))
    {
      self->from = to_day (system, year, month != 0 ? month : 1, day != 0 ? day : 1);
      self->to = day != 0 ? self->from : last_of_month (system, year, month != 0 ? month : 12);
    }
  if (self->from == 0 || self->to == 0)
    {
      g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_DATE, "there is no date %04u-%02u-%02u in the %s calendar",
                   year, month, day, panah_calendar_system_names[system]);
      return FALSE;
    }

  if (about)
    widen_about (self);
  if (system == PANAH_CALENDAR_ISLAMIC)
    {
      self->from = panah_day_clamp ((gint64) self->from - 1);
      self->to = panah_day_clamp ((gint64) self->to + 1);
    }
  return TRUE;
}

/**
 * panah_date_init_day:
 * @self: (out caller-allocates): the date
 * @day: a day of the Gregorian calendar
 */
void
panah_date_init_day (PanahDate *self,
                     guint32    day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  *self = (PanahDate) {
    .system = PANAH_CALENDAR_GREGORIAN,
    .year = g_date_get_year (&date),
    .month = g_date_get_month (&date),
    .day = g_date_get_day (&date),
    .from = day,
    .to = day,
  };
}

/**
 * panah_date_init_day_in:
 * @self: (out caller-allocates): the date
 * @system: a calendar
 * @day: a day
 *
 * The day as that calendar calls it. A lunar date is widened by a day on both sides, as always.
 *
 * Returns: %TRUE if it lies between the years 1000 and 9999 of that calendar
 */
gboolean
panah_date_init_day_in (PanahDate           *self,
                        PanahCalendarSystem  system,
                        guint32              day)
{
  UErrorCode status = U_ZERO_ERROR;

  if (system == PANAH_CALENDAR_GREGORIAN)
    {
      panah_date_init_day (self, day);
      return TRUE;
    }

  UCalendar *calendar = open_calendar (system);
  if (calendar == NULL)
    return FALSE;
  ucal_setMillis (calendar, to_milliseconds (day), &status);
  int year = ucal_get (calendar, UCAL_EXTENDED_YEAR, &status);
  int month = ucal_get (calendar, UCAL_MONTH, &status);
  int day_of_month = ucal_get (calendar, UCAL_DATE, &status);
  ucal_close (calendar);
  return U_SUCCESS (status) && year >= MIN_YEAR &&
         panah_date_init (self, system, year, month + 1, day_of_month, FALSE, NULL);
}

/**
 * panah_date_is_exact:
 * @self: a date
 *
 * Returns: %TRUE if it can be one day only
 */
gboolean
panah_date_is_exact (const PanahDate *self)
{
  return self->from == self->to;
}

/**
 * panah_date_compare_age:
 * @birth: date of birth
 * @years: an age, 18 for instance
 * @on: the day asked about
 *
 * A person reaches an age at the beginning of the birthday; who was born on 29 February reaches it on 28 February of
 * other years, the earlier of the two readings.
 *
 * Returns: whether the person is younger than @years on @on; `UNKNOWN` if the birth date leaves both open
 */
PanahAge
panah_date_compare_age (const PanahDate *birth,
                        guint            years,
                        guint32          on)
{
  gboolean oldest_over = panah_day_add_months (birth->from, years * 12) <= on;
  gboolean youngest_over = panah_day_add_months (birth->to, years * 12) <= on;

  if (oldest_over != youngest_over)
    return PANAH_AGE_UNKNOWN;
  return oldest_over ? PANAH_AGE_OVER : PANAH_AGE_UNDER;
}
