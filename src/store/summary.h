/* summary.h - what a list of case files shows of each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/case.h"
#include "core/plan.h"

G_BEGIN_DECLS

/**
 * PanahSummary:
 * @names: (array zero-terminated): the persons, as they are written; the applicant first
 * @next_on: (nullable): the next date on which something is due, `YYYY-MM-DD`
 * @pack: (nullable): the pack’s id
 * @edition: (nullable): the pack’s edition
 * @journey: (nullable): the journey’s id
 *
 * All of it can be read from the first 4 KiB of a file.
 */
typedef struct
{
  char **names;
  char  *next_on;
  char  *pack;
  char  *edition;
  char  *journey;
} PanahSummary;

PanahSummary *panah_summary_new       (void) G_GNUC_WARN_UNUSED_RESULT;
PanahSummary *panah_summary_new_plan  (const PanahCase    *parsed,
                                       const PanahPlan    *plan) G_GNUC_WARN_UNUSED_RESULT;
PanahSummary *panah_summary_copy      (const PanahSummary *self) G_GNUC_WARN_UNUSED_RESULT;
void          panah_summary_free      (PanahSummary       *self);
GBytes       *panah_summary_to_bytes  (const PanahSummary *self,
                                       gsize               max_bytes) G_GNUC_WARN_UNUSED_RESULT;
PanahSummary *panah_summary_new_bytes (GBytes             *bytes,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahSummary, panah_summary_free)

G_END_DECLS
