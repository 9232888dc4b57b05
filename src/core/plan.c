/* plan.c - what the law says about this case at this moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/plan-private.h"

#include "core/date.h"

#include <string.h>

const char *const panah_deadline_state_names[] = { "open", "due-today", "passed", "waiting", "met", "met-late",
                                                   "suspended", "may-apply", "not-covered", NULL };
const char *const panah_paper_state_names[] = { "needed", "useful", "may-apply", "have", "can-get", "lost", NULL };
const char *const panah_step_state_names[] = { "done", "now", "later", "may-apply", "not-covered", NULL };
const char *const panah_notice_state_names[] = { "applies", "may-apply", NULL };
const char *const panah_severity_names[] = { "missing", "warning", "note", NULL };

G_DEFINE_BOXED_TYPE (PanahPlan, panah_plan, panah_plan_ref, panah_plan_unref)

static void
problem_free (gpointer data)
{
  panah_problem_clear (data);
  g_free (data);
}

/* The earliest day from @not_before on, and today at the latest, on which one of @facts happened; 0 if none has. Of a day
 * that is only known about, the latest one that is not in the future. */
guint32
panah_plan_find_closing_day (const PanahPlan   *self,
                             const char *const *facts,
                             guint32            not_before)
{
  guint32 earliest = 0, from, to;

  for (guint i = 0; facts[i] != NULL; i++)
    {
      if (!panah_value_get_days (panah_facts_get (self->facts, facts[i]), &from, &to) || from > self->today)
        continue;
      to = MIN (to, self->today);
      if (to >= not_before && (earliest == 0 || to < earliest))
        earliest = to;
    }
  return earliest;
}

guint32
panah_plan_resolve_as_of (const PanahPlan *self,
                          PanahAsOf        as_of,
                          const char      *fact,
                          guint32          event_day)
{
  guint32 from, to;

  switch (as_of)
    {
    case PANAH_AS_OF_EVENT:
      return event_day;
    case PANAH_AS_OF_FILING:
      return self->filing_day;
    case PANAH_AS_OF_FACT:
      return panah_value_get_days (panah_facts_get (self->facts, fact), &from, &to) ? from : event_day;
    case PANAH_AS_OF_TODAY:
    default:
      return self->today;
    }
}

static PanahTruth
test_deadline (const char        *id,
               const char *const *states,
               gpointer           data)
{
  const PanahPlan *self = data;

  for (guint i = 0; self->deadlines != NULL && i < self->deadlines->len; i++)
    {
      const PanahDeadline *deadline = self->deadlines->pdata[i];
      if (strcmp (deadline->spec->id, id) == 0 && g_strv_contains (states, panah_deadline_state_names[deadline->state]))
        return PANAH_TRUTH_TRUE;
    }
  return PANAH_TRUTH_FALSE;
}

/**
 * panah_plan_init_scope:
 * @self: a plan
 * @out_scope: (out caller-allocates): what a condition may look at when it is evaluated for @self; borrows from @self
 */
void
panah_plan_init_scope (const PanahPlan     *self,
                       PanahConditionScope *out_scope)
{
  *out_scope = (PanahConditionScope) {
    .facts = self->facts,
    .today = self->today,
    .filing_day = self->filing_day,
    .deadline_test = test_deadline,
    .deadline_data = (gpointer) self,
  };
}

/**
 * panah_plan_find_value:
 * @self: a plan
 * @rule: a rule of its pack
 *
 * Returns: (transfer none) (nullable): the law in force for @rule; %NULL if the pack has none of that day
 */
const PanahRuleValue *
panah_plan_find_value (const PanahPlan *self,
                       const PanahRule *rule)
{
  guint32 as_of = panah_plan_resolve_as_of (self, rule->as_of, rule->as_of_fact, self->today);
  int index = panah_provenance_select ((const PanahProvenance *const *) rule->values, rule->n_values, as_of);

  return index >= 0 ? rule->values[index] : NULL;
}

static guint32
find_filing_day (const PanahPlan *self)
{
  const PanahFactSpec *spec = panah_pack_find_role (self->pack, PANAH_ROLE_FILING_DAY);
  guint32 from, to;

  if (spec != NULL && panah_value_get_days (panah_facts_get (self->facts, spec->id), &from, &to))
    return from;
  return self->today;
}

/**
 * panah_plan_new:
 * @pack: the law
 * @facts: the case, with the journey; it is not kept
 * @now: the moment asked about on the country's own clock, in minutes (see date.h)
 *
 * The only place where law meets case. Looks at no clock, no file and no locale: the same arguments give the same plan.
 *
 * Returns: (transfer full): a plan, which never changes
 */
PanahPlan *
panah_plan_new (PanahPack  *pack,
                PanahFacts *facts,
                gint64      now)
{
  g_return_val_if_fail (pack != NULL, NULL);
  g_return_val_if_fail (PANAH_IS_FACTS (facts), NULL);

  PanahPlan *self = g_atomic_rc_box_new0 (PanahPlan);
  guint n_specs;
  const PanahFactSpec *const *specs = panah_pack_get_facts (pack, &n_specs);

  self->pack = panah_pack_ref (pack);
  self->facts = panah_facts_derive (facts, specs, n_specs);
  self->now = now;
  self->today = panah_moment_get_day (now);
  self->filing_day = find_filing_day (self);
  self->problems = g_ptr_array_new_with_free_func (problem_free);

  panah_plan_make_deadlines (self);
  panah_plan_make_lists (self);
  panah_plan_make_problems (self);

  return self;
}

/**
 * panah_plan_ref:
 * @self: a plan
 *
 * Returns: (transfer full): @self
 */
PanahPlan *
panah_plan_ref (PanahPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
plan_clear (gpointer data)
{
  PanahPlan *self = data;

  g_ptr_array_unref (self->deadlines);
  g_ptr_array_unref (self->papers);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->notices);
  g_ptr_array_unref (self->offices);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->problems);
  g_object_unref (self->facts);
  panah_pack_unref (self->pack);
}

/**
 * panah_plan_unref:
 * @self: (transfer full): a plan
 */
void
panah_plan_unref (PanahPlan *self)
{
  g_atomic_rc_box_release_full (self, plan_clear);
}

/**
 * panah_plan_get_pack:
 * @self: a plan
 *
 * Returns: (transfer none): the law it was made with
 */
PanahPack *
panah_plan_get_pack (const PanahPlan *self)
{
  return self->pack;
}

/**
 * panah_plan_get_facts:
 * @self: a plan
 *
 * Returns: (transfer none): the answers, and what follows from them
 */
PanahFacts *
panah_plan_get_facts (const PanahPlan *self)
{
  return self->facts;
}

/**
 * panah_plan_get_now:
 * @self: a plan
 *
 * Returns: the moment asked about on the country's clock, in minutes
 */
gint64
panah_plan_get_now (const PanahPlan *self)
{
  return self->now;
}

/**
 * panah_plan_get_today:
 * @self: a plan
 *
 * Returns: the day of now
 */
guint32
panah_plan_get_today (const PanahPlan *self)
{
  return self->today;
}

/**
 * panah_plan_get_filing_day:
 * @self: a plan
 *
 * Returns: the day on the paper; today if none was given
 */
guint32
panah_plan_get_filing_day (const PanahPlan *self)
{
  return self->filing_day;
}

/**
 * panah_plan_get_deadlines:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type PanahDeadline): the windows that apply or may apply, the most urgent first
 */
const GPtrArray *
panah_plan_get_deadlines (const PanahPlan *self)
{
  return self->deadlines;
}

/**
 * panah_plan_get_papers:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type PanahPaper): what to bring or attach
 */
const GPtrArray *
panah_plan_get_papers (const PanahPlan *self)
{
  return self->papers;
}

/**
 * panah_plan_get_steps:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type PanahStep): the procedure, in its order
 */
const GPtrArray *
panah_plan_get_steps (const PanahPlan *self)
{
  return self->steps;
}

/**
 * panah_plan_get_notices:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type PanahNotice): the rights, duties, warnings and explanations that concern the
 *   person or may concern them, in the order of the pack
 */
const GPtrArray *
panah_plan_get_notices (const PanahPlan *self)
{
  return self->notices;
}

/**
 * panah_plan_get_offices:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type PanahOfficeSpec): where to go, and who helps
 */
const GPtrArray *
panah_plan_get_offices (const PanahPlan *self)
{
  return self->offices;
}

/**
 * panah_plan_get_documents:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type PanahDocumentSpec): what the journey prints
 */
const GPtrArray *
panah_plan_get_documents (const PanahPlan *self)
{
  return self->documents;
}

/**
 * panah_plan_get_problems:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type PanahProblem): what is missing, contradictory, or worth knowing
 */
const GPtrArray *
panah_plan_get_problems (const PanahPlan *self)
{
  return self->problems;
}

/**
 * panah_plan_find_deadline:
 * @self: a plan
 * @id: id of a window
 *
 * Returns: (nullable): the most urgent result of that window
 */
const PanahDeadline *
panah_plan_find_deadline (const PanahPlan *self,
                          const char      *id)
{
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      const PanahDeadline *deadline = self->deadlines->pdata[i];
      if (strcmp (deadline->spec->id, id) == 0)
        return deadline;
    }
  return NULL;
}

/**
 * panah_plan_needs_attention:
 * @self: a plan
 *
 * Returns: %TRUE if a window has passed that nothing closed, or something in the answers is a warning
 */
gboolean
panah_plan_needs_attention (const PanahPlan *self)
{
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      if (((const PanahDeadline *) self->deadlines->pdata[i])->state == PANAH_DEADLINE_PASSED)
        return TRUE;
    }
  for (guint i = 0; i < self->problems->len; i++)
    {
      if (((const PanahProblem *) self->problems->pdata[i])->severity == PANAH_SEVERITY_WARNING)
        return TRUE;
    }
  return FALSE;
}
