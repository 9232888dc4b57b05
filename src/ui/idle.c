/* idle.c - how long nobody has been there, and what follows from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/idle.h"

#define MILLISECONDS_PER_MINUTE 60000

/* The longest time between two looks that counts as seen. A computer that slept in the middle of a countdown showed
 * nobody the seconds in which it slept. */
#define LONGEST_SEEN 2000

/**
 * panah_idle_init:
 * @self: (out caller-allocates): what is to be filled
 * @cover_after_minutes: at least 1
 * @leave_after_minutes: more than @cover_after_minutes
 * @now: the time
 */
void
panah_idle_init (PanahIdle *self,
                 guint      cover_after_minutes,
                 guint      leave_after_minutes,
                 gint64     now)
{
  self->cover_after = (gint64) cover_after_minutes * MILLISECONDS_PER_MINUTE;
  self->leave_after = (gint64) leave_after_minutes * MILLISECONDS_PER_MINUTE;
  panah_idle_touch (self, now);
}

/* Somebody is there. */
void
panah_idle_touch (PanahIdle *self,
                  gint64     now)
{
  self->last_seen = now;
  self->last_look = now;
  self->counted = -1;
}

/**
 * panah_idle_look:
 * @self: since when nobody has been there
 * @now: the time
 * @unsaved: whether leaving would lose something
 * @out_seconds_left: (out): how much of the countdown is left, 1 to %PANAH_IDLE_COUNTDOWN, if it runs; else 0
 *
 * To be called once a second. What would be lost is never left without a whole countdown that could be seen, however
 * late one looks.
 *
 * Returns: what follows
 */
PanahIdleState
panah_idle_look (PanahIdle *self,
                 gint64     now,
                 gboolean   unsaved,
                 guint     *out_seconds_left)
{
  gint64 idle = now - self->last_seen, passed = now - self->last_look;

  *out_seconds_left = 0;
  self->last_look = now;
  if (idle < self->cover_after)
    return PANAH_IDLE_PRESENT;
  if (idle < self->leave_after)
    return PANAH_IDLE_AWAY;
  if (!unsaved)
    return PANAH_IDLE_OVER;

  self->counted = self->counted < 0 ? 0 : self->counted + CLAMP (passed, 0, LONGEST_SEEN);
  if (self->counted >= PANAH_IDLE_COUNTDOWN * 1000)
    return PANAH_IDLE_OVER;
  *out_seconds_left = PANAH_IDLE_COUNTDOWN - self->counted / 1000;
  return PANAH_IDLE_COUNTING;
}
