/* plan-moved.h - what newer rules did to the dates that a person was shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/case.h"
#include "core/plan.h"

G_BEGIN_DECLS

/**
 * PanahMovedKind:
 * @PANAH_MOVED_DATES: its safe or its last day is another one, or it has days now and had none, or had them
 * @PANAH_MOVED_STATE: the days are the same, but it runs and did not, or the other way round
 * @PANAH_MOVED_APPEARED: it was not there
 * @PANAH_MOVED_VANISHED: it is not there any more
 */
typedef enum
{
  PANAH_MOVED_DATES,
  PANAH_MOVED_STATE,
  PANAH_MOVED_APPEARED,
  PANAH_MOVED_VANISHED,
} PanahMovedKind;

/**
 * PanahSeenDeadline:
 * @state: a [enum@Panah.DeadlineState], or -1 if that was not written down
 * @safe: day 0 if there was none
 * @last: day 0 if it was not counted
 *
 * What was shown of one window.
 */
typedef struct
{
  int        state;
  PanahPoint safe;
  PanahPoint last;
} PanahSeenDeadline;

/**
 * PanahMovedDeadline:
 * @kind: what has become of it
 * @key: the id of the window; of a second one of the same id, which two exceptions make, “ID#2”
 * @label: what it is called, in English; of one that vanished as it was called then
 * @before: what was shown; not of one that appeared
 * @after: what the rules say now, at the moment of @before; not of one that vanished
 * @confidence: how sure @after is; only if it has a last day
 */
typedef struct
{
  PanahMovedKind    kind;
  char             *key;
  char             *label;
  PanahSeenDeadline before;
  PanahSeenDeadline after;
  PanahConfidence   confidence;
} PanahMovedDeadline;

/**
 * PanahMoved:
 * @edition: (nullable): of the rules under which the dates were shown
 * @hash: (nullable): of the same
 * @deadlines: (element-type PanahMovedDeadline): at least one
 * @last_plan: an object: what was shown, as it stands in the file
 */
typedef struct
{
  char      *edition;
  char      *hash;
  GPtrArray *deadlines;
  JsonNode  *last_plan;
} PanahMoved;

JsonNode   *panah_plan_to_last      (const PanahPlan  *plan) G_GNUC_WARN_UNUSED_RESULT;
PanahMoved *panah_moved_new         (const PanahCase  *a_case,
                                     PanahPack        *pack,
                                     gint64            now) G_GNUC_WARN_UNUSED_RESULT;
void        panah_moved_free        (PanahMoved       *self);
JsonNode   *panah_moved_keep        (const PanahMoved *self,
                                     JsonNode         *last_plan) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *panah_moved_to_problems (const PanahMoved *self,
                                     PanahPack        *pack) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahMoved, panah_moved_free)

G_END_DECLS
