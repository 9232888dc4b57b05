/* date-entry.h - what somebody typed for a date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/month-name.h"

G_BEGIN_DECLS

/**
 * PanahDateEntry:
 * @system: the calendar that is meant, by choice or by default
 * @settled: whether there is no doubt about it: the person chose it, or the same year was accepted in it before
 * @day: as it was typed; empty if it is not known
 * @month: as @day; a number or a name
 * @year: as @day
 * @about: whether the person is unsure
 */
typedef struct
{
  PanahCalendarSystem system;
  gboolean            settled;
  const char         *day;
  const char         *month;
  const char         *year;
  gboolean            about;
} PanahDateEntry;

/**
 * PanahDateReading:
 * @PANAH_DATE_READING_EMPTY: nothing was typed
 * @PANAH_DATE_READING_DATE: it is a date
 * @PANAH_DATE_READING_BAD_DAY: the day is no number from 1 to 31
 * @PANAH_DATE_READING_BAD_MONTH: the month is no number from 1 to 12 and no name
 * @PANAH_DATE_READING_BAD_YEAR: the year is no number of four digits
 * @PANAH_DATE_READING_SHORT_YEAR: the year has fewer than four digits: the century is not guessed
 * @PANAH_DATE_READING_NO_MONTH: a day without a month
 * @PANAH_DATE_READING_NO_YEAR: no year
 * @PANAH_DATE_READING_NO_SUCH_DAY: the month is shorter in that year
 * @PANAH_DATE_READING_OTHER_MONTH: the month's name belongs to another calendar
 * @PANAH_DATE_READING_WHICH_HIJRI: the year can be one of the solar and one of the lunar calendar
 * @PANAH_DATE_READING_FORM_YEAR: the year is centuries ahead in the Hijri calendar: it seems to be Gregorian
 *
 * What can be made of what was typed; the first thing that is wrong, in the order of the boxes.
 */
typedef enum
{
  PANAH_DATE_READING_EMPTY,
  PANAH_DATE_READING_DATE,
  PANAH_DATE_READING_BAD_DAY,
  PANAH_DATE_READING_BAD_MONTH,
  PANAH_DATE_READING_BAD_YEAR,
  PANAH_DATE_READING_SHORT_YEAR,
  PANAH_DATE_READING_NO_MONTH,
  PANAH_DATE_READING_NO_YEAR,
  PANAH_DATE_READING_NO_SUCH_DAY,
  PANAH_DATE_READING_OTHER_MONTH,
  PANAH_DATE_READING_WHICH_HIJRI,
  PANAH_DATE_READING_FORM_YEAR,
} PanahDateReading;

gboolean            panah_number_read                (const char           *text,
                                                      guint                *out_number);
PanahDateReading    panah_date_entry_read            (const PanahDateEntry *self,
                                                      PanahDate            *out_date,
                                                      PanahCalendarSystem  *out_other);
gboolean            panah_date_entry_split           (const char           *text,
                                                      gboolean              complete,
                                                      char                 *out_parts[3]);
PanahCalendarSystem panah_calendar_system_for_language (const char         *language);

G_END_DECLS
