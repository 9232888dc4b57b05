/* pack-cases.h - a pack's own cases: what its authors say the law gives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/pack.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * PanahPackCase:
 * @name: a sentence
 * @article: what it is taken from
 * @file: `cases/filing.json`
 * @index: its place in that file
 * @node: the case
 */
typedef struct
{
  char     *name;
  char     *article;
  char     *file;
  guint     index;
  JsonNode *node;
} PanahPackCase;

/* Values, exceptions and blocks that a case has exercised, as "file#/pointer". */
typedef GHashTable PanahPackCoverage;

GPtrArray         *panah_pack_list_cases     (PanahPack           *pack,
                                              PanahPackProblems   *problems) G_GNUC_WARN_UNUSED_RESULT;
void               panah_pack_run_case       (PanahPack           *pack,
                                              const PanahPackCase *pack_case,
                                              PanahPackCoverage   *coverage,
                                              PanahPackProblems   *problems);
PanahPackCoverage *panah_pack_coverage_new   (void) G_GNUC_WARN_UNUSED_RESULT;
guint              panah_pack_check_coverage (PanahPack           *pack,
                                              PanahPackCoverage   *coverage,
                                              PanahPackProblems   *problems,
                                              guint               *out_covered);

G_END_DECLS
