/* timeline-entry.h - the days of a plan, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * PanahTimelineKind:
 * @PANAH_TIMELINE_EVENT: something from which days are counted
 * @PANAH_TIMELINE_TODAY: the day of now
 * @PANAH_TIMELINE_SAFE: the day to go by
 * @PANAH_TIMELINE_LAST: the end, if it is another day
 * @PANAH_TIMELINE_ONLY: the day to go by, which is the last one too
 * @PANAH_TIMELINE_EXPECTED: the day by which an office should have done its part
 * @PANAH_TIMELINE_MISSED: an end that has passed
 */
typedef enum
{
  PANAH_TIMELINE_EVENT,
  PANAH_TIMELINE_TODAY,
  PANAH_TIMELINE_SAFE,
  PANAH_TIMELINE_LAST,
  PANAH_TIMELINE_ONLY,
  PANAH_TIMELINE_EXPECTED,
  PANAH_TIMELINE_MISSED,
} PanahTimelineKind;

/**
 * PanahTimelineEntry:
 * @kind: what the day is
 * @deadline: (nullable): whose; %NULL of today
 * @point: the day or the moment; of an event that is not exactly known, the first it can be
 * @time: by which entries are ordered, in minutes
 * @past: whether it lies behind
 */
typedef struct
{
  PanahTimelineKind    kind;
  const PanahDeadline *deadline;
  PanahPoint           point;
  gint64               time;
  gboolean             past;
} PanahTimelineEntry;

GPtrArray *panah_timeline_list      (PanahSession  *session) G_GNUC_WARN_UNUSED_RESULT;
char      *panah_timeline_entry_say (PanahSession  *session,
                                     gconstpointer  entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
