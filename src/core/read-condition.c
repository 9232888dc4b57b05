/* read-condition.c - conditions as they stand in a pack
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-private.h"
#include "core/plan.h"

#include <string.h>

static const PanahCondition *read_condition_at (PanahPackReader       *self,
                                                const PanahJsonCursor *at,
                                                const PanahFactSpec   *list);

/* What may be asked of which kind of fact. */
typedef enum
{
  WANTS_CODES = 1 << 0,
  WANTS_DAY = 1 << 1,
  WANTS_DATE = 1 << 2,
  WANTS_NUMBER = 1 << 3,
  WANTS_ANYTHING = 1 << 4,
} Wants;

static const struct
{
  const char   *name;
  PanahOperator op;
  Wants         wants;
} fact_operators[] = {
  { "is", PANAH_OPERATOR_IN, WANTS_CODES },
  { "in", PANAH_OPERATOR_IN, WANTS_CODES },
  { "known", PANAH_OPERATOR_KNOWN, WANTS_ANYTHING },
  { "asked", PANAH_OPERATOR_ASKED, WANTS_ANYTHING },
  { "before", PANAH_OPERATOR_BEFORE, WANTS_DAY },
  { "after", PANAH_OPERATOR_AFTER, WANTS_DAY },
  { "on-or-before", PANAH_OPERATOR_ON_OR_BEFORE, WANTS_DAY },
  { "on-or-after", PANAH_OPERATOR_ON_OR_AFTER, WANTS_DAY },
  { "age-under", PANAH_OPERATOR_AGE_UNDER, WANTS_DATE },
  { "at-least", PANAH_OPERATOR_AT_LEAST, WANTS_NUMBER },
  { "at-most", PANAH_OPERATOR_AT_MOST, WANTS_NUMBER },
};

static gboolean
kind_fits (PanahFactKind kind,
           Wants         wants)
{
  switch ((int) wants)
    {
    case WANTS_CODES:
      return panah_fact_kind_is_codes (kind);
    case WANTS_DAY:
      return kind == PANAH_FACT_DATE || kind == PANAH_FACT_MOMENT;
    case WANTS_DATE:
      return kind == PANAH_FACT_DATE;
    case WANTS_NUMBER:
      return kind == PANAH_FACT_COUNT || kind == PANAH_FACT_LIST || kind == PANAH_FACT_CHOICES ||
             kind == PANAH_FACT_COUNTRIES || kind == PANAH_FACT_LANGUAGES;
    default:
      return TRUE;
    }
}

static void
add_child (PanahPackReader       *self,
           PanahCondition        *condition,
           const PanahJsonCursor *at,
           const PanahFactSpec   *list,
           GPtrArray             *children)
{
  const PanahCondition *child = read_condition_at (self, at, list);

  if (child != NULL)
    g_ptr_array_add (children, (gpointer) child);
}

static void
read_children (PanahPackReader       *self,
               PanahCondition        *condition,
               const PanahJsonCursor *at,
               const PanahFactSpec   *list)
{
  GPtrArray *children = g_ptr_array_new ();
  PanahJsonCursor element;

  if (condition->op == PANAH_OPERATOR_ALL || condition->op == PANAH_OPERATOR_ANY)
    {
      guint n = panah_json_length (at);
      if (n == 0)
        panah_json_problem (at, "must not be empty");
      for (guint i = 0; i < n; i++)
        {
          panah_json_element (at, i, &element);
          add_child (self, condition, &element, list, children);
        }
    }
  else
    {
      add_child (self, condition, at, list, children);
    }

  condition->children = panah_arena_steal_array (self->arena, children, &condition->n_children);
}

static void
read_day_ref (PanahPackReader       *self,
              const PanahJsonCursor *at,
              PanahDayRef           *out)
{
  const char *string = panah_json_as_string (at);

  if (string == NULL || strcmp (string, "today") == 0)
    return;
  if (strcmp (string, "filing") == 0)
    out->filing = TRUE;
  else if (!panah_day_parse (string, &out->day))
    {
      const PanahFactSpec *fact = panah_read_fact_id (self, at, string);
      if (fact != NULL && !kind_fits (fact->kind, WANTS_DAY))
        panah_json_problem (at, "“%s” is not a date", string);
      out->fact = string;
    }
}

static void
read_codes (PanahPackReader       *self,
            PanahCondition        *condition,
            const PanahJsonCursor *at,
            const char            *name,
            const PanahFactSpec   *fact)
{
  if (strcmp (name, "in") == 0)
    condition->codes = panah_json_get_strings (at, name, PANAH_JSON_REQUIRED);
  else
    {
      GPtrArray *codes = g_ptr_array_new ();
      const char *code = panah_json_get_string (at, name, PANAH_JSON_REQUIRED);
      if (code != NULL)
        g_ptr_array_add (codes, (char *) code);
      condition->codes = panah_arena_steal_array (self->arena, codes, NULL);
    }

  for (guint i = 0; fact != NULL && panah_fact_kind_is_codes (fact->kind) && condition->codes[i] != NULL; i++)
    {
      if (!panah_fact_spec_knows_code (fact, condition->codes[i]))
        panah_json_problem (at, "“%s” has no choice “%s”", fact->id, condition->codes[i]);
    }
}

static void
read_operand (PanahPackReader       *self,
              PanahCondition        *condition,
              const PanahJsonCursor *at,
              const char            *name,
              const PanahFactSpec   *fact)
{
  PanahJsonCursor operand, when;

  panah_json_member (at, name, PANAH_JSON_REQUIRED, &operand);
  switch ((int) condition->op)
    {
    case PANAH_OPERATOR_IN:
      read_codes (self, condition, at, name, fact);
      break;
    case PANAH_OPERATOR_KNOWN:
    case PANAH_OPERATOR_ASKED:
      condition->positive = panah_json_get_bool (at, name);
      break;
    case PANAH_OPERATOR_AGE_UNDER:
      condition->years = panah_json_as_integer (&operand, 1, 150);
      if (panah_json_member (at, "at", PANAH_JSON_REQUIRED, &when))
        read_day_ref (self, &when, &condition->at);
      break;
    case PANAH_OPERATOR_AT_LEAST:
      condition->at_least = panah_json_as_integer (&operand, 0, 100000);
      break;
    case PANAH_OPERATOR_AT_MOST:
      condition->at_most = panah_json_as_integer (&operand, 0, 100000);
      break;
    default:
      read_day_ref (self, &operand, &condition->at);
      break;
    }
}

/* {"fact":F, OPERATOR: …} and, inside a list, {"member":M, OPERATOR: …} */
static void
read_fact_test (PanahPackReader       *self,
                PanahCondition        *condition,
                const PanahJsonCursor *at,
                const PanahFactSpec   *list)
{
  const char *subject_name = panah_json_has (at, "member") ? "member" : "fact";
  const PanahFactSpec *fact = NULL;
  guint n_found = 0;

  condition->is_member = *subject_name == 'm';
  condition->subject = panah_json_get_id (at, subject_name, PANAH_JSON_REQUIRED);
  if (condition->subject == NULL)
    return;

  if (!condition->is_member)
    fact = panah_read_fact_id (self, at, condition->subject);
  else if (list == NULL || (fact = panah_fact_spec_find_item (list, condition->subject)) == NULL)
    panah_json_problem (at, "“%s” is not a member of the list", condition->subject);

  for (guint i = 0; i < G_N_ELEMENTS (fact_operators); i++)
    {
      const char *name = fact_operators[i].name;
      const char *const allowed[] = { subject_name, name, fact_operators[i].op == PANAH_OPERATOR_AGE_UNDER ? "at" : NULL,
                                      NULL };
      if (!panah_json_has (at, name))
        continue;
      n_found++;
      panah_json_allow (at, allowed);
      condition->op = fact_operators[i].op;
      if (fact != NULL && !kind_fits (fact->kind, fact_operators[i].wants))
        panah_json_problem (at, "“%s” cannot be asked of “%s”, which is of kind %s", name, fact->id,
                            panah_fact_kind_names[fact->kind]);
      read_operand (self, condition, at, name, fact);
    }
  if (n_found != 1)
    panah_json_problem (at, "needs exactly one operator");
}

static void
read_list_test (PanahPackReader       *self,
                PanahCondition        *condition,
                const PanahJsonCursor *at)
{
  static const char *const names[] = { "any", "every", "count" };
  static const PanahOperator ops[] = { PANAH_OPERATOR_LIST_ANY, PANAH_OPERATOR_LIST_EVERY, PANAH_OPERATOR_LIST_COUNT };
  static const char *const allowed[] = { "list", "any", "every", "count", "at-least", "at-most", NULL };
  const PanahFactSpec *list = NULL;
  PanahJsonCursor child;
  guint n_found = 0;

  panah_json_allow (at, allowed);
  condition->subject = panah_json_get_id (at, "list", PANAH_JSON_REQUIRED);
  if (condition->subject != NULL)
    list = panah_read_fact_id (self, at, condition->subject);
  if (list != NULL && list->kind != PANAH_FACT_LIST)
    panah_json_problem (at, "“%s” is not a list", list->id);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (!panah_json_member (at, names[i], PANAH_JSON_OPTIONAL, &child))
        continue;
      n_found++;
      condition->op = ops[i];
      read_children (self, condition, &child, list);
    }
  if (panah_json_member (at, "at-least", PANAH_JSON_OPTIONAL, &child))
    condition->at_least = panah_json_as_integer (&child, 0, 100000);
  if (panah_json_member (at, "at-most", PANAH_JSON_OPTIONAL, &child))
    condition->at_most = panah_json_as_integer (&child, 0, 100000);

  gboolean bounded = condition->at_least != G_MAXUINT || condition->at_most != G_MAXUINT;
  if (n_found != 1 || bounded != (condition->op == PANAH_OPERATOR_LIST_COUNT))
    panah_json_problem (at, "needs “any” or “every”, or “count” with “at-least” or “at-most”");
}

static void
read_deadline_test (PanahPackReader       *self,
                    PanahCondition        *condition,
                    const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "deadline", "state", NULL };

  panah_json_allow (at, allowed);
  condition->op = PANAH_OPERATOR_DEADLINE;
  condition->subject = panah_json_get_id (at, "deadline", PANAH_JSON_REQUIRED);
  condition->codes = panah_json_get_strings (at, "state", PANAH_JSON_REQUIRED);
  if (self->in_deadlines)
    panah_json_problem (at, "a window may not depend on the state of a window");
  else if (condition->subject != NULL)
    panah_read_deadline_id (self, at, condition->subject);
  for (guint i = 0; condition->codes[i] != NULL; i++)
    {
      if (!g_strv_contains (panah_deadline_state_names, condition->codes[i]))
        panah_json_problem (at, "there is no state “%s”", condition->codes[i]);
    }
}

/* Journeys are read last, because they name everything else; which of these names exist is checked then. */
static void
read_journey_test (PanahPackReader       *self,
                   PanahCondition        *condition,
                   const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "journey", NULL };

  panah_json_allow (at, allowed);
  condition->op = PANAH_OPERATOR_JOURNEY;
  condition->codes = panah_json_get_strings (at, "journey", PANAH_JSON_REQUIRED);
  if (self->in_deadlines)
    panah_json_problem (at, "a window does not depend on what somebody is here for");
  if (condition->codes[0] == NULL)
    panah_json_problem (at, "must not be empty");
  for (guint i = 0; condition->codes[i] != NULL; i++)
    {
      PanahNamedJourney *named = panah_arena_new0 (self->arena, PanahNamedJourney);
      named->id = condition->codes[i];
      named->pointer = panah_read_pointer (self, at);
      g_ptr_array_add (self->journeys_named, named);
    }
}

static gboolean
read_logic (PanahPackReader       *self,
            PanahCondition        *condition,
            const PanahJsonCursor *at,
            const PanahFactSpec   *list)
{
  static const char *const names[] = { "all", "any", "not" };
  static const PanahOperator ops[] = { PANAH_OPERATOR_ALL, PANAH_OPERATOR_ANY, PANAH_OPERATOR_NOT };
  PanahJsonCursor child;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (panah_json_member (at, names[i], PANAH_JSON_OPTIONAL, &child))
        {
          const char *const allowed[] = { names[i], NULL };
          panah_json_allow (at, allowed);
          condition->op = ops[i];
          read_children (self, condition, &child, list);
          return TRUE;
        }
    }
  return FALSE;
}

static const PanahCondition *
read_condition_at (PanahPackReader       *self,
                   const PanahJsonCursor *at,
                   const PanahFactSpec   *list)
{
  guint n_before = self->problems->len;
  PanahCondition *condition = panah_arena_new0 (self->arena, PanahCondition);

  condition->at_least = condition->at_most = G_MAXUINT;
  if (!panah_json_is_object (at))
    return NULL;
  if (panah_json_has (at, "list"))
    read_list_test (self, condition, at);
  else if (panah_json_has (at, "deadline"))
    read_deadline_test (self, condition, at);
  else if (panah_json_has (at, "journey"))
    read_journey_test (self, condition, at);
  else if (panah_json_has (at, "fact") || panah_json_has (at, "member"))
    read_fact_test (self, condition, at, list);
  else if (!read_logic (self, condition, at, list))
    panah_json_problem (at, "not a condition");

  return self->problems->len == n_before ? condition : NULL;
}

/*
 * panah_read_condition:
 * @name: member of @at that holds the condition
 * @list: (nullable): the list whose members the condition may name
 *
 * Returns: (nullable): the condition; %NULL if the member is absent or wrong
 */
const PanahCondition *
panah_read_condition (PanahPackReader       *self,
                      const PanahJsonCursor *at,
                      const char            *name,
                      const PanahFactSpec   *list)
{
  PanahJsonCursor child;

  return panah_json_member (at, name, PANAH_JSON_OPTIONAL, &child) ? read_condition_at (self, &child, list) : NULL;
}
