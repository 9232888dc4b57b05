/* condition.c - when a rule applies: three-valued, with a closed list of operators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/condition.h"

#include <string.h>

static const PanahValue *
get_subject (const PanahCondition      *self,
             const PanahConditionScope *scope)
{
  if (self->is_member)
    return panah_value_get_member (scope->list, scope->entry, self->subject);
  return panah_facts_get (scope->facts, self->subject);
}

static PanahTruth
truth (gboolean value)
{
  return value ? PANAH_TRUTH_TRUE : PANAH_TRUTH_FALSE;
}

static PanahTruth
evaluate_in (const PanahCondition *self,
             const PanahValue     *value)
{
  switch (panah_value_get_answer (value))
    {
    case PANAH_ANSWER_ABSENT:
    case PANAH_ANSWER_UNKNOWN:
      return PANAH_TRUTH_UNKNOWN;
    case PANAH_ANSWER_NONE:
      return PANAH_TRUTH_FALSE;
    case PANAH_ANSWER_GIVEN:
    default:
      break;
    }

  for (guint i = 0; self->codes[i] != NULL; i++)
    {
      if (panah_value_has_code (value, self->codes[i]))
        return PANAH_TRUTH_TRUE;
    }
  return PANAH_TRUTH_FALSE;
}

static gboolean
get_reference_range (const PanahDayRef         *at,
                     const PanahConditionScope *scope,
                     guint32                   *out_from,
                     guint32                   *out_to)
{
  if (at->fact != NULL)
    return panah_value_get_days (panah_facts_get (scope->facts, at->fact), out_from, out_to);

  *out_from = *out_to = at->day != 0 ? at->day : at->filing ? scope->filing_day : scope->today;
  return TRUE;
}

static PanahTruth
evaluate_comparison (const PanahCondition      *self,
                     const PanahConditionScope *scope,
                     const PanahValue          *value)
{
  guint32 from, to, at_from, at_to;

  if (panah_value_get_answer (value) == PANAH_ANSWER_NONE)
    return PANAH_TRUTH_FALSE;
  if (!panah_value_get_days (value, &from, &to) || !get_reference_range (&self->at, scope, &at_from, &at_to))
    return PANAH_TRUTH_UNKNOWN;

  gboolean surely, possibly;
  switch ((int) self->op)
    {
    case PANAH_OPERATOR_BEFORE:
      surely = to < at_from, possibly = from < at_to;
      break;
    case PANAH_OPERATOR_AFTER:
      surely = from > at_to, possibly = to > at_from;
      break;
    case PANAH_OPERATOR_ON_OR_BEFORE:
      surely = to <= at_from, possibly = from <= at_to;
      break;
    default:
      surely = from >= at_to, possibly = to >= at_from;
      break;
    }
  return surely ? PANAH_TRUTH_TRUE : possibly ? PANAH_TRUTH_UNKNOWN : PANAH_TRUTH_FALSE;
}

static PanahTruth
evaluate_age (const PanahCondition      *self,
              const PanahConditionScope *scope,
              const PanahValue          *value)
{
  const PanahDate *birth = panah_value_get_date (value);
  guint32 from, to;

  if (birth == NULL || !get_reference_range (&self->at, scope, &from, &to))
    return PANAH_TRUTH_UNKNOWN;

  PanahAge first = panah_date_compare_age (birth, self->years, from);
  PanahAge last = panah_date_compare_age (birth, self->years, to);
  if (first != last || first == PANAH_AGE_UNKNOWN)
    return PANAH_TRUTH_UNKNOWN;
  return truth (first == PANAH_AGE_UNDER);
}

static PanahTruth
evaluate_number (const PanahCondition *self,
                 const PanahValue     *value)
{
  switch (panah_value_get_answer (value))
    {
    case PANAH_ANSWER_GIVEN:
    case PANAH_ANSWER_NONE:
      {
        gint64 n = panah_value_get_count (value);
        return truth (self->op == PANAH_OPERATOR_AT_LEAST ? n >= self->at_least : n <= self->at_most);
      }
    case PANAH_ANSWER_ABSENT:
    case PANAH_ANSWER_UNKNOWN:
    default:
      return PANAH_TRUTH_UNKNOWN;
    }
}

static PanahTruth
evaluate_list (const PanahCondition      *self,
               const PanahConditionScope *scope)
{
  const PanahValue *list = panah_facts_get (scope->facts, self->subject);
  PanahAnswer answer = panah_value_get_answer (list);
  guint n_true = 0, n_unknown = 0, n = panah_value_get_n_entries (list);

  if (answer == PANAH_ANSWER_ABSENT || answer == PANAH_ANSWER_UNKNOWN)
    return PANAH_TRUTH_UNKNOWN;

  PanahConditionScope inner = *scope;
  inner.list = list;
  inner.list_id = self->subject;
  for (inner.entry = 0; inner.entry < n; inner.entry++)
    {
      PanahTruth result = panah_condition_evaluate (self->children[0], &inner);
      n_true += result == PANAH_TRUTH_TRUE;
      n_unknown += result == PANAH_TRUTH_UNKNOWN;
    }

  switch ((int) self->op)
    {
    case PANAH_OPERATOR_LIST_ANY:
      return n_true > 0 ? PANAH_TRUTH_TRUE : n_unknown > 0 ? PANAH_TRUTH_UNKNOWN : PANAH_TRUTH_FALSE;
    case PANAH_OPERATOR_LIST_EVERY:
      return n_true == n ? PANAH_TRUTH_TRUE : n_true + n_unknown == n ? PANAH_TRUTH_UNKNOWN : PANAH_TRUTH_FALSE;
    default:
      if ((self->at_least != G_MAXUINT && n_true + n_unknown < self->at_least) ||
          (self->at_most != G_MAXUINT && n_true > self->at_most))
        return PANAH_TRUTH_FALSE;
      if ((self->at_least == G_MAXUINT || n_true >= self->at_least) &&
          (self->at_most == G_MAXUINT || n_true + n_unknown <= self->at_most))
        return PANAH_TRUTH_TRUE;
      return PANAH_TRUTH_UNKNOWN;
    }
}

/* What somebody is here for is asked before everything else; until then it may be anything. */
static PanahTruth
evaluate_journey (const PanahCondition      *self,
                  const PanahConditionScope *scope)
{
  const char *journey = panah_facts_get_journey (scope->facts);

  return journey == NULL ? PANAH_TRUTH_UNKNOWN : truth (g_strv_contains (self->codes, journey));
}

static PanahTruth
evaluate_children (const PanahCondition      *self,
                   const PanahConditionScope *scope)
{
  gboolean all = self->op == PANAH_OPERATOR_ALL;
  PanahTruth result = all ? PANAH_TRUTH_TRUE : PANAH_TRUTH_FALSE;

  for (guint i = 0; i < self->n_children; i++)
    {
      PanahTruth child = panah_condition_evaluate (self->children[i], scope);
      result = all ? MIN (result, child) : MAX (result, child);
    }
  return result;
}

/**
 * panah_condition_evaluate:
 * @self: (nullable): a condition; %NULL is always true
 * @scope: what it may look at
 *
 * Returns: whether it holds
 */
PanahTruth
panah_condition_evaluate (const PanahCondition      *self,
                          const PanahConditionScope *scope)
{
  if (self == NULL)
    return PANAH_TRUTH_TRUE;

  switch (self->op)
    {
    case PANAH_OPERATOR_ALL:
    case PANAH_OPERATOR_ANY:
      return evaluate_children (self, scope);
    case PANAH_OPERATOR_NOT:
      return PANAH_TRUTH_TRUE - panah_condition_evaluate (self->children[0], scope);
    case PANAH_OPERATOR_IN:
      return evaluate_in (self, get_subject (self, scope));
    case PANAH_OPERATOR_KNOWN:
      return truth ((panah_value_get_answer (get_subject (self, scope)) >= PANAH_ANSWER_NONE) == self->positive);
    case PANAH_OPERATOR_ASKED:
      return truth ((panah_value_get_answer (get_subject (self, scope)) != PANAH_ANSWER_ABSENT) == self->positive);
    case PANAH_OPERATOR_BEFORE:
    case PANAH_OPERATOR_AFTER:
    case PANAH_OPERATOR_ON_OR_BEFORE:
    case PANAH_OPERATOR_ON_OR_AFTER:
      return evaluate_comparison (self, scope, get_subject (self, scope));
    case PANAH_OPERATOR_AGE_UNDER:
      return evaluate_age (self, scope, get_subject (self, scope));
    case PANAH_OPERATOR_AT_LEAST:
    case PANAH_OPERATOR_AT_MOST:
      return evaluate_number (self, get_subject (self, scope));
    case PANAH_OPERATOR_LIST_ANY:
    case PANAH_OPERATOR_LIST_EVERY:
    case PANAH_OPERATOR_LIST_COUNT:
      return evaluate_list (self, scope);
    case PANAH_OPERATOR_DEADLINE:
      return scope->deadline_test != NULL ? scope->deadline_test (self->subject, self->codes, scope->deadline_data)
                                          : PANAH_TRUTH_UNKNOWN;
    case PANAH_OPERATOR_JOURNEY:
      return evaluate_journey (self, scope);
    default:
      g_assert_not_reached ();
    }
}

static void
add_fact (GPtrArray *facts,
          char      *path)
{
  if (g_ptr_array_find_with_equal_func (facts, path, g_str_equal, NULL))
    g_free (path);
  else
    g_ptr_array_add (facts, path);
}

static void
list_unsettled (const PanahCondition      *self,
                const PanahConditionScope *scope,
                GPtrArray                 *out_facts)
{
  PanahConditionScope inner = *scope;

  inner.list = panah_facts_get (scope->facts, self->subject);
  inner.list_id = self->subject;
  if (panah_value_get_answer (inner.list) <= PANAH_ANSWER_UNKNOWN)
    add_fact (out_facts, g_strdup (self->subject));
  for (inner.entry = 0; inner.entry < panah_value_get_n_entries (inner.list); inner.entry++)
    panah_condition_unsettled (self->children[0], &inner, out_facts);
}

/* Whether @value is a date that leaves days open, or no date at all. */
static gboolean
is_open_date (const PanahValue *value)
{
  guint32 from, to;

  return !panah_value_get_days (value, &from, &to) || from != to;
}

/* Of a comparison between two facts, those that are not known to the day. */
static void
unsettled_test (const PanahCondition      *self,
                const PanahConditionScope *scope,
                GPtrArray                 *out_facts)
{
  const char *other = self->at.fact;

  if (other == NULL || is_open_date (get_subject (self, scope)))
    add_fact (out_facts, self->is_member
                           ? g_strdup_printf ("%s[%u].%s", scope->list_id, scope->entry, self->subject)
                           : g_strdup (self->subject));
  if (other != NULL && is_open_date (panah_facts_get (scope->facts, other)))
    add_fact (out_facts, g_strdup (other));
}

/**
 * panah_condition_unsettled:
 * @self: (nullable): a condition
 * @scope: what it was evaluated in
 * @out_facts: (element-type utf8): collects the paths of the facts whose answers would settle it, each once; nothing
 *   if it is settled
 */
void
panah_condition_unsettled (const PanahCondition      *self,
                           const PanahConditionScope *scope,
                           GPtrArray                 *out_facts)
{
  if (self == NULL || panah_condition_evaluate (self, scope) != PANAH_TRUTH_UNKNOWN)
    return;

  if (self->op == PANAH_OPERATOR_LIST_ANY || self->op == PANAH_OPERATOR_LIST_EVERY ||
      self->op == PANAH_OPERATOR_LIST_COUNT)
    list_unsettled (self, scope, out_facts);
  else if (self->n_children > 0)
    {
      for (guint i = 0; i < self->n_children; i++)
        panah_condition_unsettled (self->children[i], scope, out_facts);
    }
  else if (self->op == PANAH_OPERATOR_DEADLINE || self->op == PANAH_OPERATOR_JOURNEY)
    return;
  else
    unsettled_test (self, scope, out_facts);
}

/* Of a false conjunction every false part must open, of a disjunction any. */
static gboolean
can_children_open (const PanahCondition      *self,
                   const PanahConditionScope *scope,
                   GPtrArray                 *out_facts)
{
  gboolean all = self->op == PANAH_OPERATOR_ALL, result = all;
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->n_children; i++)
    {
      gboolean can_open = panah_condition_can_open (self->children[i], scope, facts);
      result = all ? result && can_open : result || can_open;
    }
  for (guint i = 0; result && i < facts->len; i++)
    add_fact (out_facts, g_strdup (facts->pdata[i]));
  return result;
}

/**
 * panah_condition_can_open:
 * @self: (nullable): a condition
 * @scope: what it is evaluated in
 * @out_facts: (element-type utf8): collects the ids of the facts, each once, that were not asked yet and whose answers
 *   would make a false condition something else; nothing if it is not false
 *
 * What waits for an answer is not the same as what never comes: a condition on another journey, or on an answer that
 * was given otherwise, does not open.
 *
 * Returns: %FALSE if @self is false and stays so whatever else is answered
 */
gboolean
panah_condition_can_open (const PanahCondition      *self,
                          const PanahConditionScope *scope,
                          GPtrArray                 *out_facts)
{
  if (panah_condition_evaluate (self, scope) != PANAH_TRUTH_FALSE)
    return TRUE;
  if (self->op == PANAH_OPERATOR_ALL || self->op == PANAH_OPERATOR_ANY)
    return can_children_open (self, scope, out_facts);
  if ((self->op != PANAH_OPERATOR_KNOWN && self->op != PANAH_OPERATOR_ASKED) || !self->positive || self->is_member ||
      panah_value_get_answer (get_subject (self, scope)) != PANAH_ANSWER_ABSENT)
    return FALSE;
  add_fact (out_facts, g_strdup (self->subject));
  return TRUE;
}
