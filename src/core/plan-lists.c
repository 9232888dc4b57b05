/* plan-lists.c - papers, steps, notices, offices and documents of a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/plan-private.h"

#include <string.h>

/* Returns: whether the rule holds; *@out_value: (nullable): the law in force */
static PanahTruth
apply_rule (const PanahPlan       *self,
            const PanahRule       *rule,
            const PanahRuleValue **out_value)
{
  PanahConditionScope scope;

  *out_value = panah_plan_find_value (self, rule);
  panah_plan_init_scope (self, &scope);
  return panah_condition_evaluate (rule->when, &scope);
}

static PanahPaperState
judge_paper (const PanahPlan      *self,
             const PanahRule      *rule,
             const PanahRuleValue *value,
             PanahTruth            applies)
{
  const char *said = panah_facts_get_paper (self->facts, rule->id);

  for (guint state = PANAH_PAPER_HAVE; said != NULL && state <= PANAH_PAPER_LOST; state++)
    {
      if (strcmp (said, panah_paper_state_names[state]) == 0)
        return state;
    }
  if (value == NULL || applies == PANAH_TRUTH_UNKNOWN)
    return PANAH_PAPER_MAY_APPLY;
  return value->need == PANAH_NEED_NEEDED ? PANAH_PAPER_NEEDED : PANAH_PAPER_USEFUL;
}

static void
make_papers (PanahPlan *self)
{
  guint n;
  const PanahPaperSpec *const *specs = panah_pack_get_papers (self->pack, &n);

  for (guint i = 0; i < n; i++)
    {
      const PanahRuleValue *value;
      PanahTruth applies = apply_rule (self, &specs[i]->rule, &value);
      if (applies == PANAH_TRUTH_FALSE)
        continue;
      PanahPaper *paper = g_new0 (PanahPaper, 1);
      *paper = (PanahPaper) { specs[i], value, judge_paper (self, &specs[i]->rule, value, applies) };
      g_ptr_array_add (self->papers, paper);
    }
}

/* A step that does not apply does not hold up those after it. */
static gboolean
is_reached (const PanahPlan     *self,
            const PanahStepSpec *spec)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const PanahStep *step = self->steps->pdata[i];
      if (g_strv_contains (spec->after, step->spec->rule.id) && step->state != PANAH_STEP_DONE)
        return FALSE;
    }
  return TRUE;
}

static PanahStepState
judge_step (const PanahPlan      *self,
            const PanahStepSpec  *spec,
            const PanahRuleValue *value,
            PanahTruth            applies)
{
  if (panah_plan_find_closing_day (self, spec->done_by, 0) != 0)
    return PANAH_STEP_DONE;
  if (value == NULL)
    return PANAH_STEP_NOT_COVERED;
  if (applies == PANAH_TRUTH_UNKNOWN)
    return PANAH_STEP_MAY_APPLY;
  return PANAH_STEP_LATER;
}

/* Who was told the decision has been through what comes before it. */
static void
catch_up (PanahPlan *self)
{
  for (guint i = self->steps->len; i-- > 0;)
    {
      const PanahStep *step = self->steps->pdata[i];
      for (guint j = 0; step->state == PANAH_STEP_DONE && j < i; j++)
        {
          PanahStep *before = self->steps->pdata[j];
          if (g_strv_contains (step->spec->after, before->spec->rule.id))
            before->state = PANAH_STEP_DONE;
        }
    }
}

/* Only after all that is known to be done has been marked can be said what comes now. */
static void
find_current_steps (PanahPlan *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      PanahStep *step = self->steps->pdata[i];
      if (step->state == PANAH_STEP_LATER && is_reached (self, step->spec))
        step->state = PANAH_STEP_NOW;
    }
}

static void
make_steps (PanahPlan *self)
{
  guint n;
  const PanahStepSpec *const *specs = panah_pack_get_steps (self->pack, &n);

  for (guint i = 0; i < n; i++)
    {
      const PanahRuleValue *value;
      PanahTruth applies = apply_rule (self, &specs[i]->rule, &value);
      if (applies == PANAH_TRUTH_FALSE)
        continue;
      PanahStep *step = g_new0 (PanahStep, 1);
      *step = (PanahStep) { specs[i], value, judge_step (self, specs[i], value, applies), NULL };
      if (specs[i]->expected_by != NULL)
        step->expected = panah_plan_find_deadline (self, specs[i]->expected_by);
      if (step->expected != NULL && !step->expected->counted)
        step->expected = NULL;
      g_ptr_array_add (self->steps, step);
    }
  catch_up (self);
  find_current_steps (self);
}

/* What no law of the pack says of that day is not said. */
static void
make_notices (PanahPlan *self)
{
  guint n;
  const PanahNoticeSpec *const *specs = panah_pack_get_notices (self->pack, &n);

  for (guint i = 0; i < n; i++)
    {
      const PanahRuleValue *value;
      PanahTruth applies = apply_rule (self, &specs[i]->rule, &value);
      if (applies == PANAH_TRUTH_FALSE || value == NULL)
        continue;
      PanahNotice *notice = g_new0 (PanahNotice, 1);
      *notice = (PanahNotice) { specs[i], value,
                                applies == PANAH_TRUTH_TRUE ? PANAH_NOTICE_APPLIES : PANAH_NOTICE_MAY_APPLY };
      g_ptr_array_add (self->notices, notice);
    }
}

static void
make_offices (PanahPlan *self)
{
  guint n;
  const PanahOfficeSpec *const *specs = panah_pack_get_offices (self->pack, &n);
  PanahConditionScope scope;

  panah_plan_init_scope (self, &scope);
  for (guint i = 0; i < n; i++)
    {
      if (panah_condition_evaluate (specs[i]->when, &scope) == PANAH_TRUTH_TRUE)
        g_ptr_array_add (self->offices, (gpointer) specs[i]);
    }
}

static void
make_documents (PanahPlan *self)
{
  const char *journey_id = panah_facts_get_journey (self->facts);
  const PanahJourneySpec *journey = journey_id != NULL ? panah_pack_find_journey (self->pack, journey_id) : NULL;

  for (guint i = 0; journey != NULL && journey->documents[i] != NULL; i++)
    {
      const PanahDocumentSpec *spec = panah_pack_find_document (self->pack, journey->documents[i]);
      const PanahRuleValue *value;
      if (apply_rule (self, &spec->rule, &value) == PANAH_TRUTH_TRUE)
        g_ptr_array_add (self->documents, (gpointer) spec);
    }
}

/* After the deadlines: steps may be expected by one. */
void
panah_plan_make_lists (PanahPlan *self)
{
  self->papers = g_ptr_array_new_with_free_func (g_free);
  self->steps = g_ptr_array_new_with_free_func (g_free);
  self->notices = g_ptr_array_new_with_free_func (g_free);
  self->offices = g_ptr_array_new ();
  self->documents = g_ptr_array_new ();

  make_papers (self);
  make_steps (self);
  make_notices (self);
  make_offices (self);
  make_documents (self);
}
