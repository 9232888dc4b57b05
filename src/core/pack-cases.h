/* pack-cases.h - a pack's own cases: what its authors say the law gives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/pack-coverage.h"

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

GPtrArray         *panah_pack_list_cases     (PanahPack           *pack,
                                              PanahPackProblems   *problems) G_GNUC_WARN_UNUSED_RESULT;
void               panah_pack_run_case       (PanahPack           *pack,
                                              const PanahPackCase *pack_case,
                                              PanahPackCoverage   *coverage,
                                              PanahPackProblems   *problems);

G_END_DECLS
