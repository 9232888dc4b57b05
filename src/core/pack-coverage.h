/* pack-coverage.h - which parts of a pack its cases exercise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/pack.h"
#include "core/plan.h"

G_BEGIN_DECLS

/* Values, exceptions and conditional blocks, as "file#/pointer". */
typedef GHashTable PanahPackCoverage;

PanahPackCoverage *panah_pack_coverage_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void               panah_pack_cover_plan     (PanahPackCoverage *coverage,
                                              const PanahPlan   *plan);
guint              panah_pack_check_coverage (PanahPack         *pack,
                                              PanahPackCoverage *coverage,
                                              PanahPackProblems *problems,
                                              guint             *out_covered);

G_END_DECLS
