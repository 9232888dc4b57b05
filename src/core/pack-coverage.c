/* pack-coverage.c - which parts of a pack its cases exercise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-coverage.h"

/**
 * panah_pack_coverage_new:
 *
 * Returns: (transfer full): coverage of nothing
 */
PanahPackCoverage *
panah_pack_coverage_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
cover (PanahPackCoverage *coverage,
       const char        *pointer)
{
  g_hash_table_add (coverage, g_strdup (pointer));
}

static void
cover_blocks (PanahPackCoverage           *coverage,
              const char                  *document,
              const PanahBlockSpec *const *blocks,
              guint                        n_blocks,
              const PanahConditionScope   *scope)
{
  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *name = g_strdup_printf ("documents/%s.json#%s", document, blocks[i]->id);
      if (panah_condition_evaluate (blocks[i]->when, scope) != PANAH_TRUTH_TRUE)
        continue;
      if (blocks[i]->when != NULL)
        cover (coverage, name);
      cover_blocks (coverage, document, blocks[i]->blocks, blocks[i]->n_blocks, scope);
    }
}

/**
 * panah_pack_cover_plan:
 * @coverage: what was exercised so far
 * @plan: a plan, whose dated values, exceptions and conditional blocks are added
 */
void
panah_pack_cover_plan (PanahPackCoverage *coverage,
                       const PanahPlan   *plan)
{
  const GPtrArray *deadlines = panah_plan_get_deadlines (plan), *papers = panah_plan_get_papers (plan);
  const GPtrArray *steps = panah_plan_get_steps (plan), *notices = panah_plan_get_notices (plan);
  const GPtrArray *documents = panah_plan_get_documents (plan);
  PanahConditionScope scope;

  panah_plan_init_scope (plan, &scope);
  for (guint i = 0; i < deadlines->len; i++)
    {
      const PanahDeadline *deadline = deadlines->pdata[i];
      if (deadline->value != NULL)
        cover (coverage, deadline->value->provenance.pointer);
      if (deadline->exception != NULL)
        cover (coverage, deadline->exception->pointer);
    }
  for (guint i = 0; i < papers->len; i++)
    {
      const PanahPaper *paper = papers->pdata[i];
      if (paper->value != NULL)
        cover (coverage, paper->value->provenance.pointer);
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const PanahStep *step = steps->pdata[i];
      if (step->value != NULL)
        cover (coverage, step->value->provenance.pointer);
    }
  for (guint i = 0; i < notices->len; i++)
    {
      const PanahNotice *notice = notices->pdata[i];
      cover (coverage, notice->value->provenance.pointer);
    }
  for (guint i = 0; i < documents->len; i++)
    {
      const PanahDocumentSpec *spec = documents->pdata[i];
      const PanahRuleValue *value = panah_plan_find_value (plan, &spec->rule);
      if (value != NULL)
        cover (coverage, value->provenance.pointer);
      cover_blocks (coverage, spec->rule.id, spec->blocks, spec->n_blocks, &scope);
    }
}

typedef struct
{
  PanahPackCoverage *coverage;
  PanahPackProblems *problems;
  guint              n;
  guint              n_covered;
} Count;

static void
require (Count      *self,
         const char *pointer)
{
  self->n++;
  if (g_hash_table_contains (self->coverage, pointer))
    {
      self->n_covered++;
      return;
    }
  g_auto (GStrv) parts = g_strsplit (pointer, "#", 2);
  panah_pack_problems_add (self->problems, parts[0], parts[1], FALSE, "no case exercises this");
}

static void
require_rule (Count           *self,
              const PanahRule *rule)
{
  for (guint i = 0; i < rule->n_values; i++)
    require (self, rule->values[i]->provenance.pointer);
}

static void
require_values (Count                           *self,
                const PanahDeadlineValue *const *values,
                guint                            n_values)
{
  for (guint i = 0; i < n_values; i++)
    {
      if (!values[i]->repealed)
        require (self, values[i]->provenance.pointer);
    }
}

static void
require_deadline (Count                   *self,
                  const PanahDeadlineSpec *spec)
{
  require_values (self, spec->values, spec->n_values);
  for (guint i = 0; i < spec->n_exceptions; i++)
    {
      require (self, spec->exceptions[i]->pointer);
      require_values (self, spec->exceptions[i]->values, spec->exceptions[i]->n_values);
    }
}

static void
require_blocks (Count                       *self,
                const char                  *document,
                const PanahBlockSpec *const *blocks,
                guint                        n_blocks)
{
  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *name = g_strdup_printf ("documents/%s.json#%s", document, blocks[i]->id);
      if (blocks[i]->when != NULL)
        require (self, name);
      require_blocks (self, document, blocks[i]->blocks, blocks[i]->n_blocks);
    }
}

/**
 * panah_pack_check_coverage:
 * @pack: a pack
 * @coverage: what its cases exercised
 * @problems: collects a warning for every dated value, exception and conditional block that no case exercises
 * @out_covered: (out): how many are exercised
 *
 * Returns: how many there are
 */
guint
panah_pack_check_coverage (PanahPack         *pack,
                           PanahPackCoverage *coverage,
                           PanahPackProblems *problems,
                           guint             *out_covered)
{
  Count self = { coverage, problems, 0, 0 };
  guint n;
  const PanahDeadlineSpec *const *deadlines = panah_pack_get_deadlines (pack, &n);

  for (guint i = 0; i < n; i++)
    require_deadline (&self, deadlines[i]);
  const PanahPaperSpec *const *papers = panah_pack_get_papers (pack, &n);
  for (guint i = 0; i < n; i++)
    require_rule (&self, &papers[i]->rule);
  const PanahStepSpec *const *steps = panah_pack_get_steps (pack, &n);
  for (guint i = 0; i < n; i++)
    require_rule (&self, &steps[i]->rule);
  const PanahNoticeSpec *const *notices = panah_pack_get_notices (pack, &n);
  for (guint i = 0; i < n; i++)
    require_rule (&self, &notices[i]->rule);
  const PanahDocumentSpec *const *documents = panah_pack_get_documents (pack, &n);
  for (guint i = 0; i < n; i++)
    {
      require_rule (&self, &documents[i]->rule);
      require_blocks (&self, documents[i]->rule.id, documents[i]->blocks, documents[i]->n_blocks);
    }

  *out_covered = self.n_covered;
  return self.n;
}
