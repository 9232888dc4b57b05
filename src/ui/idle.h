/* idle.h - how long nobody has been there, and what follows from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long a person can see that the window is about to close, in seconds. */
#define PANAH_IDLE_COUNTDOWN 60

/**
 * PanahIdleState:
 * @PANAH_IDLE_PRESENT: somebody is there
 * @PANAH_IDLE_AWAY: nobody has been there for a while: what stands on the screen has to be covered
 * @PANAH_IDLE_COUNTING: covered, and about to be left: the seconds that are left have to be seen
 * @PANAH_IDLE_OVER: time to leave
 */
typedef enum
{
  PANAH_IDLE_PRESENT,
  PANAH_IDLE_AWAY,
  PANAH_IDLE_COUNTING,
  PANAH_IDLE_OVER,
} PanahIdleState;

/**
 * PanahIdle:
 *
 * A plain value without a clock of its own; all times are milliseconds of one clock that never goes back.
 */
typedef struct
{
  gint64 cover_after;
  gint64 leave_after;
  gint64 last_seen;
  gint64 last_look;
  gint64 counted; /* -1: no countdown */
} PanahIdle;

void           panah_idle_init  (PanahIdle *self,
                                 guint      cover_after_minutes,
                                 guint      leave_after_minutes,
                                 gint64     now);
void           panah_idle_touch (PanahIdle *self,
                                 gint64     now);
PanahIdleState panah_idle_look  (PanahIdle *self,
                                 gint64     now,
                                 gboolean   unsaved,
                                 guint     *out_seconds_left);

G_END_DECLS
