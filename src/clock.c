/* clock.c - the only place where the time of day is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "clock.h"

#include "core/date.h"

#include <time.h>

#define JULIAN_OF_EPOCH 719163

/* Returns: now in Greenwich, in minutes (see date.h); a country adds its own offset, the machine's zone is never used */
gint64
panah_clock_now (void)
{
  return (gint64) JULIAN_OF_EPOCH * PANAH_MINUTES_PER_DAY + g_get_real_time () / G_USEC_PER_SEC / 60;
}

/* Returns: milliseconds since this computer was started, those in which it slept included */
gint64
panah_clock_since_start (void)
{
  struct timespec since_start = { 0 };

  clock_gettime (CLOCK_BOOTTIME, &since_start);
  return (gint64) since_start.tv_sec * 1000 + since_start.tv_nsec / 1000000;
}
