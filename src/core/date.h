/* date.h - days, moments, and dates of which only a part is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day is GDate's Julian number (1 = 1 January of the year 1, proleptic Gregorian); 0 is no day.
 * A moment is minutes since day 0: day × 1440 + minute of the day. Neither knows a time zone: both are what the
 * calendar and the clock on the office's wall say. */
#define PANAH_MINUTES_PER_DAY 1440
#define PANAH_DAY_MAX         3652059 /* 9999-12-31 */

gboolean panah_day_parse           (const char *string,
                                    guint32    *out_day);
char    *panah_day_to_string       (guint32     day) G_GNUC_WARN_UNUSED_RESULT;
guint    panah_day_get_weekday     (guint32     day);
guint    panah_day_get_year        (guint32     day);
guint32  panah_day_add_months      (guint32     day,
                                    int         months);
guint32  panah_day_clamp           (gint64      day);

gboolean panah_moment_parse        (const char *string,
                                    gint64     *out_moment);
char    *panah_moment_to_string    (gint64      moment) G_GNUC_WARN_UNUSED_RESULT;
char    *panah_moment_end_to_string (gint64     moment) G_GNUC_WARN_UNUSED_RESULT;
guint32  panah_moment_get_day      (gint64      moment);
guint32  panah_moment_get_end_day  (gint64      moment);

typedef enum
{
  PANAH_CALENDAR_GREGORIAN,
  PANAH_CALENDAR_PERSIAN,
  PANAH_CALENDAR_ISLAMIC,
} PanahCalendarSystem;

/**
 * PanahDate:
 * @system: the calendar in which it was told
 * @year: year in that calendar
 * @month: 1 to 12, 0 if not known
 * @day: 1 to 31, 0 if not known
 * @about: %TRUE if the person is not sure of what is given
 * @from: first day it can be
 * @to: last day it can be
 *
 * A date as somebody knows it. @from and @to are derived: a part that is not given leaves the whole month or year open;
 * @about widens by one unit of the finest part given; lunar dates differ by a day from place to place and are widened by one.
 */
typedef struct
{
  PanahCalendarSystem system;
  guint16             year;
  guint8              month;
  guint8              day;
  gboolean            about;
  guint32             from;
  guint32             to;
} PanahDate;

extern const char *const panah_calendar_system_names[];

gboolean panah_date_init           (PanahDate           *self,
                                    PanahCalendarSystem  system,
                                    guint                year,
                                    guint                month,
                                    guint                day,
                                    gboolean             about,
                                    GError             **error);
void     panah_date_init_day       (PanahDate           *self,
                                    guint32              day);
gboolean panah_date_init_day_in    (PanahDate           *self,
                                    PanahCalendarSystem  system,
                                    guint32              day);
gboolean panah_date_is_exact       (const PanahDate     *self);

typedef enum
{
  PANAH_AGE_UNDER,
  PANAH_AGE_OVER,
  PANAH_AGE_UNKNOWN,
} PanahAge;

PanahAge panah_date_compare_age    (const PanahDate     *birth,
                                    guint                years,
                                    guint32              on);

G_END_DECLS
