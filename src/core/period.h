/* period.h - counting hours, days, months and years the way statutes do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/calendar.h"

G_BEGIN_DECLS

typedef enum
{
  PANAH_UNIT_HOURS,
  PANAH_UNIT_DAYS,
  PANAH_UNIT_WORKING_DAYS,
  PANAH_UNIT_WEEKS,
  PANAH_UNIT_MONTHS,
  PANAH_UNIT_YEARS,
} PanahUnit;

extern const char *const panah_unit_names[];

#define PANAH_PERIOD_MAX_STEPS 4
#define PANAH_PERIOD_MAX_COUNT 10000

/**
 * PanahPeriod:
 * @steps: counted one after the other, each from the end of the one before
 * @n_steps: 1 to %PANAH_PERIOD_MAX_STEPS; 0 if @until is set
 * @until: the last day where the law names it itself; else 0
 * @backward: counted back from the event; such a period never rolls
 * @rolls: an end on a day off moves to the next working day
 */
typedef struct
{
  struct
  {
    guint     count;
    PanahUnit unit;
  } steps[PANAH_PERIOD_MAX_STEPS];
  guint    n_steps;
  guint32  until;
  gboolean backward;
  gboolean rolls;
} PanahPeriod;

/**
 * PanahPoint:
 * @day: a day; the day of @moment if @is_moment
 * @moment: minutes, see date.h
 * @is_moment: whether the time of day is known
 */
typedef struct
{
  guint32  day;
  gint64   moment;
  gboolean is_moment;
} PanahPoint;

/**
 * PanahCount:
 * @counted_end: the bare count
 * @safe: the last day on which an office is surely open, after the event and not after the end; day 0 if there is none
 * @last: the end after rolling off a day off
 * @first_touched: first day whose state in the calendar mattered; 0 if none did
 * @last_touched: last such day
 *
 * A count in hours is a moment, and all three are the same.
 */
typedef struct
{
  PanahPoint counted_end;
  PanahPoint safe;
  PanahPoint last;
  guint32    first_touched;
  guint32    last_touched;
} PanahCount;

PanahPoint panah_point_from_day    (guint32              day);
PanahPoint panah_point_from_moment (gint64               moment);
char      *panah_point_to_string   (const PanahPoint    *self) G_GNUC_WARN_UNUSED_RESULT;
gint64     panah_point_get_end     (const PanahPoint    *self);

void       panah_period_count      (const PanahPeriod   *self,
                                    const PanahPoint    *event,
                                    const PanahCalendar *calendar,
                                    PanahCount          *out_count);

G_END_DECLS
