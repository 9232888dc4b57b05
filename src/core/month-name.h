/* month-name.h - months by number or name, in the languages and calendars of the people who write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/**
 * PanahMonth:
 * @number: 1 to 12
 * @system: the calendar it belongs to
 * @named: whether it was a name; a number belongs to every calendar
 */
typedef struct
{
  guint               number;
  PanahCalendarSystem system;
  gboolean            named;
} PanahMonth;

gboolean    panah_month_read     (const char          *text,
                                  PanahCalendarSystem  system,
                                  PanahMonth          *out_month);
const char *panah_month_get_name (const char          *language,
                                  PanahCalendarSystem  system,
                                  guint                month);

G_END_DECLS
