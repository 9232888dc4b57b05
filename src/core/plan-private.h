/* plan-private.h - what a plan consists of, for the files that make it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/plan.h"

struct _PanahPlan
{
  /* Owned */
  PanahPack  *pack;
  PanahFacts *facts; /* with what follows from the answers */
  GPtrArray  *deadlines;
  GPtrArray  *papers;
  GPtrArray  *steps;
  GPtrArray  *notices;
  GPtrArray  *offices;
  GPtrArray  *documents;
  GPtrArray  *problems;

  gint64      now;
  guint32     today;
  guint32     filing_day;
};

guint32 panah_plan_resolve_as_of    (const PanahPlan  *self,
                                     PanahAsOf         as_of,
                                     const char       *fact,
                                     guint32           event_day);
guint32 panah_plan_find_closing_day (const PanahPlan  *self,
                                     const char *const *facts,
                                     guint32            not_before);
void    panah_plan_add_problem      (PanahPlan         *self,
                                     PanahSeverity      severity,
                                     const char        *fact,
                                     const char        *pattern,
                                     ...) G_GNUC_NULL_TERMINATED;
void    panah_plan_make_deadlines   (PanahPlan        *self);
void    panah_plan_make_lists       (PanahPlan        *self);
void    panah_plan_make_problems    (PanahPlan        *self);
