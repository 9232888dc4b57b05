/* calendar.h - on which days nothing can be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/dated.h"

G_BEGIN_DECLS

/**
 * PanahDayState:
 * @PANAH_DAY_WORKING: offices are open
 * @PANAH_DAY_OFF: weekend or holiday
 * @PANAH_DAY_POSSIBLY_OFF: may become a day off (moon sighting, transfers); counts as a working day, because
 *   that gives the earlier date
 */
typedef enum
{
  PANAH_DAY_WORKING,
  PANAH_DAY_OFF,
  PANAH_DAY_POSSIBLY_OFF,
} PanahDayState;

typedef struct
{
  guint32         day;
  PanahDayState   state;
  const char     *name;
  PanahConfidence confidence;
} PanahCalendarDay;

typedef struct
{
  guint           year;
  PanahProvenance provenance;
} PanahCalendarYear;

/**
 * PanahCalendar:
 * @weekend: indexed by weekday, 1 Monday to 7 Sunday
 * @days: days that differ from what the weekday says, sorted by day
 * @years: the years somebody has looked up
 * @verified_through: last day for which moved days are known to be complete
 */
typedef struct
{
  gboolean                  weekend[8];
  PanahCalendarDay *const  *days;
  guint                     n_days;
  PanahCalendarYear *const *years;
  guint                     n_years;
  guint32                   verified_through;
} PanahCalendar;

const PanahCalendarDay *panah_calendar_find           (const PanahCalendar *self,
                                                       guint32              day);
PanahDayState           panah_calendar_get_state      (const PanahCalendar *self,
                                                       guint32              day);
gboolean                panah_calendar_is_open        (const PanahCalendar *self,
                                                       guint32              day);
PanahConfidence         panah_calendar_get_confidence (const PanahCalendar *self,
                                                       guint32              first,
                                                       guint32              last);
gboolean                panah_calendar_covers         (const PanahCalendar *self,
                                                       guint32              first,
                                                       guint32              last);

G_END_DECLS
