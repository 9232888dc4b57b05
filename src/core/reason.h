/* reason.h - why a date is what it is, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/plan.h"

G_BEGIN_DECLS

/**
 * PanahReason:
 * @rule: what kind of step of the reasoning this is: `event`, `count`, `skipped`, `roll`, `safe`, `possible`,
 *   `calendar`, `state`, `confidence`, `note`, `law`, `unsettled`
 * @text: the step in English
 */
typedef struct
{
  const char *rule;
  char       *text;
} PanahReason;

GPtrArray *panah_reason_explain   (const PanahPlan      *plan,
                                   const PanahDeadline  *deadline) G_GNUC_WARN_UNUSED_RESULT;
char      *panah_reason_reference (const PanahReference *reference) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
