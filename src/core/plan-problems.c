/* plan-problems.c - what is missing, contradictory, or worth knowing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/plan-private.h"

#include "core/date.h"

#include <string.h>

static char *
fill (const char        *pattern,
      const char *const *args)
{
  GString *out = g_string_new (NULL);
  guint n = g_strv_length ((char **) args);

  for (const char *p = pattern; *p != '\0'; p++)
    {
      if (p[0] == '%' && g_ascii_isdigit (p[1]) && (guint) (p[1] - '1') < n)
        g_string_append (out, args[*++p - '1']);
      else
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

/**
 * panah_problem_new_pattern:
 * @severity: how bad it is
 * @fact: (nullable): path of the fact that is meant
 * @pattern: a sentence in English with %1 to %9
 * @args: (array zero-terminated=1): what stands there
 *
 * Returns: (transfer full): the problem
 */
PanahProblem *
panah_problem_new_pattern (PanahSeverity      severity,
                           const char        *fact,
                           const char        *pattern,
                           const char *const *args)
{
  PanahProblem *self = g_new0 (PanahProblem, 1);

  self->severity = severity;
  self->fact = g_strdup (fact);
  self->pattern = g_strdup (pattern);
  self->args = g_strdupv ((char **) args);
  self->message = fill (pattern, args);
  return self;
}

/**
 * panah_problem_translate:
 * @self: a problem
 * @pack: whose words to take
 * @language: BCP 47
 *
 * Returns: (transfer full): the message in @language, as far as the pack can say it
 */
char *
panah_problem_translate (const PanahProblem *self,
                         const PanahPack    *pack,
                         const char         *language)
{
  if (self->pattern == NULL)
    return g_strdup (panah_pack_translate (pack, language, self->message));

  guint n = g_strv_length (self->args);
  g_autofree const char **args = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    args[i] = panah_pack_translate (pack, language, self->args[i]);
  return fill (panah_pack_translate (pack, language, self->pattern), args);
}

/**
 * panah_problem_clear:
 * @self: a problem whose content is freed
 */
void
panah_problem_clear (PanahProblem *self)
{
  g_free (self->fact);
  g_free (self->message);
  g_free (self->pattern);
  g_strfreev (self->args);
}

/* What follows @pattern are its arguments, the last one NULL. */
void
panah_plan_add_problem (PanahPlan    *self,
                        PanahSeverity severity,
                        const char   *fact,
                        const char   *pattern,
                        ...)
{
  const char *args[10] = { NULL };
  va_list list;

  va_start (list, pattern);
  for (guint i = 0; i < G_N_ELEMENTS (args) - 1 && (args[i] = va_arg (list, const char *)) != NULL; i++)
    continue;
  va_end (list);
  g_ptr_array_add (self->problems, panah_problem_new_pattern (severity, fact, pattern, args));
}

static void
add_strange (PanahPlan *self)
{
  const GPtrArray *strange = panah_facts_get_strange (self->facts);

  for (guint i = 0; i < strange->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (strange->pdata[i], ": ", 2);
      panah_plan_add_problem (self, PANAH_SEVERITY_WARNING, parts[0], "kept, but not understood: %1", parts[1], NULL);
    }
}

static gboolean
has_problem (const PanahPlan *self,
             const char      *fact)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      const PanahProblem *problem = self->problems->pdata[i];
      if (problem->severity == PANAH_SEVERITY_MISSING && g_strcmp0 (problem->fact, fact) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
ask (PanahPlan         *self,
     const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (panah_value_get_answer (panah_facts_get (self->facts, ids[i])) != PANAH_ANSWER_ABSENT ||
          has_problem (self, ids[i]))
        continue;
      const PanahFactSpec *spec = panah_pack_find_fact (self->pack, ids[i]);
      panah_plan_add_problem (self, PANAH_SEVERITY_MISSING, ids[i], "not answered: %1", spec->label, NULL);
    }
}

/* A window that surely applies and whose event nobody was asked for cannot be counted. */
static void
ask_for_events (PanahPlan *self)
{
  PanahConditionScope scope;
  guint n;
  const PanahDeadlineSpec *const *specs = panah_pack_get_deadlines (self->pack, &n);

  panah_plan_init_scope (self, &scope);
  for (guint i = 0; i < n; i++)
    {
      if (specs[i]->ask_when == NULL || panah_condition_evaluate (specs[i]->ask_when, &scope) != PANAH_TRUTH_TRUE)
        continue;
      for (guint j = 0; j < specs[i]->n_events; j++)
        {
          const char *const one[] = { specs[i]->events[j]->fact, NULL };
          ask (self, one);
        }
    }
}

static void
add_unanswered (PanahPlan *self)
{
  const char *journey_id = panah_facts_get_journey (self->facts);
  const PanahJourneySpec *journey = journey_id != NULL ? panah_pack_find_journey (self->pack, journey_id) : NULL;

  if (journey != NULL)
    ask (self, journey->asks);
  ask_for_events (self);
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      const PanahDeadline *deadline = self->deadlines->pdata[i];
      if (deadline->state == PANAH_DEADLINE_PASSED || deadline->state == PANAH_DEADLINE_MET_LATE ||
          (deadline->state == PANAH_DEADLINE_MAY_APPLY && deadline->over))
        ask (self, deadline->spec->late_asks);
    }
}

/* A window that may have gone by unnoticed, and one that an older filing does not close. */
static void
check_deadlines (PanahPlan *self)
{
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      const PanahDeadline *deadline = self->deadlines->pdata[i];
      const PanahDeadlineSpec *spec = deadline->spec;

      if (deadline->state == PANAH_DEADLINE_MAY_APPLY && deadline->over)
        {
          g_autofree char *last = panah_point_to_string (&deadline->count.last);
          panah_plan_add_problem (self, PANAH_SEVERITY_NOTE, NULL,
                                  "“%1” may have passed on %2: you may still act", spec->label, last, NULL);
        }
      for (guint j = 0; deadline->counted && deadline->closed_on == 0 && spec->closed_by[j] != NULL; j++)
        {
          const char *const one[] = { spec->closed_by[j], NULL };
          guint32 day = panah_plan_find_closing_day (self, one, 0);
          if (day == 0)
            continue;
          g_autofree char *text = panah_day_to_string (day);
          panah_plan_add_problem (self, PANAH_SEVERITY_NOTE, spec->closed_by[j],
                                  "%1 lies before what “%2” is counted from, so it does not count for it", text,
                                  spec->label, NULL);
        }
    }
}

/* A date and the moment it is the day of must agree. */
static void
check_day_of (PanahPlan           *self,
              const PanahFactSpec *spec)
{
  guint32 from, to;
  gint64 moment = panah_value_get_moment (panah_facts_get (self->facts, spec->day_of));

  if (moment < 0 || !panah_value_get_days (panah_facts_get (self->facts, spec->id), &from, &to))
    return;

  guint32 day = panah_moment_get_day (moment);
  if (day < from || day > to)
    {
      g_autofree char *date = panah_day_to_string (from), *other = panah_moment_to_string (moment);
      panah_plan_add_problem (self, PANAH_SEVERITY_WARNING, spec->id,
                              "two answers contradict each other: the date is %1, the moment %2", date, other, NULL);
    }
}

static void
check_order (PanahPlan           *self,
             const PanahFactSpec *spec,
             const PanahValue    *value,
             const char          *path,
             const char          *bound,
             gboolean             not_before)
{
  guint32 from, to, bound_from, bound_to;
  gint64 moment = panah_value_get_moment (value), bound_moment = -1;

  if (bound == NULL || !panah_value_get_days (value, &from, &to))
    return;
  if (strcmp (bound, "today") == 0)
    bound_from = bound_to = self->today;
  else if (!panah_value_get_days (panah_facts_get (self->facts, bound), &bound_from, &bound_to))
    return;

  if (strcmp (bound, "today") != 0)
    bound_moment = panah_value_get_moment (panah_facts_get (self->facts, bound));
  if (moment >= 0 && bound_moment >= 0 ? (not_before ? moment >= bound_moment : moment <= bound_moment)
                                       : (not_before ? to >= bound_from : from <= bound_to))
    return;
  const PanahFactSpec *other = panah_pack_find_fact (self->pack, bound);
  g_autofree char *day = panah_day_to_string (from);
  const char *bound_label = other != NULL ? other->label : "today";
  if (not_before)
    panah_plan_add_problem (self, PANAH_SEVERITY_WARNING, path, "“%1”: %2 cannot lie before “%3”", spec->label, day,
                            bound_label, NULL);
  else
    panah_plan_add_problem (self, PANAH_SEVERITY_WARNING, path, "“%1”: %2 cannot lie after “%3”", spec->label, day,
                            bound_label, NULL);
}

static void
check_bounds (PanahPlan           *self,
              const PanahFactSpec *spec,
              const PanahValue    *value,
              const char          *path)
{
  check_order (self, spec, value, path, spec->not_before, TRUE);
  check_order (self, spec, value, path, spec->not_after, FALSE);
  for (guint entry = 0; entry < panah_value_get_n_entries (value); entry++)
    {
      for (guint i = 0; i < spec->n_items; i++)
        {
          const PanahFactSpec *item = spec->items[i];
          g_autofree char *member_path = g_strdup_printf ("%s[%u].%s", path, entry, item->id);
          check_bounds (self, item, panah_value_get_member (value, entry, item->id), member_path);
        }
    }
}

static char *
describe_entry (const PanahFactSpec *list,
                const PanahValue    *value,
                guint                entry)
{
  const PanahFactSpec *name_spec = panah_fact_spec_find_role (list, PANAH_ROLE_MEMBER_NAME);
  const PanahName *name =
    name_spec != NULL ? panah_value_get_name (panah_value_get_member (value, entry, name_spec->id)) : NULL;
  const char *parts[4] = { NULL };
  guint n = 0;

  if (name != NULL)
    {
      const PanahNameParts *script = name->cyrillic.given != NULL || name->cyrillic.surname != NULL ? &name->cyrillic
                                                                                                     : &name->latin;
      const char *all[] = { script->surname, script->given, script->patronymic };
      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        {
          if (all[i] != NULL)
            parts[n++] = all[i];
        }
    }
  return n > 0 ? g_strjoinv (" ", (char **) parts) : g_strdup_printf ("%s, %u", list->label, entry + 1);
}

/* Who stands in this application, who files an own one, and of whom that is not known. */
static void
check_members (PanahPlan           *self,
               const PanahFactSpec *list)
{
  const PanahValue *value = panah_facts_get (self->facts, list->id);
  PanahConditionScope scope;

  panah_plan_init_scope (self, &scope);
  scope.list = value;
  scope.list_id = list->id;
  for (scope.entry = 0; scope.entry < panah_value_get_n_entries (value); scope.entry++)
    {
      g_autofree char *path = g_strdup_printf ("%s[%u]", list->id, scope.entry);
      g_autofree char *who = describe_entry (list, value, scope.entry);
      g_autoptr (GPtrArray) unsettled = g_ptr_array_new_with_free_func (g_free);

      if (list->files_own != NULL && panah_condition_evaluate (list->files_own, &scope) == PANAH_TRUTH_TRUE)
        panah_plan_add_problem (self, PANAH_SEVERITY_NOTE, path, "%1 files an application of their own, in the same time",
                                who, NULL);
      panah_condition_unsettled (list->included, &scope, unsettled);
      for (guint i = 0; i < unsettled->len; i++)
        panah_plan_add_problem (self, PANAH_SEVERITY_MISSING, unsettled->pdata[i],
                                "%1: this decides whether the person stands in this application or files an own one",
                                who, NULL);
    }
}

static void
check_facts (PanahPlan *self)
{
  guint n;
  const PanahFactSpec *const *specs = panah_pack_get_facts (self->pack, &n);

  for (guint i = 0; i < n; i++)
    {
      if (specs[i]->day_of != NULL)
        check_day_of (self, specs[i]);
      check_bounds (self, specs[i], panah_facts_get (self->facts, specs[i]->id), specs[i]->id);
      if (specs[i]->included != NULL)
        check_members (self, specs[i]);
    }
}

static void
check_papers (PanahPlan *self)
{
  for (guint i = 0; i < self->papers->len; i++)
    {
      const PanahPaper *paper = self->papers->pdata[i];
      g_autofree char *path = g_strconcat ("papers.", paper->spec->rule.id, NULL);
      if (paper->state == PANAH_PAPER_LOST && paper->spec->if_missing != NULL)
        panah_plan_add_problem (self, PANAH_SEVERITY_NOTE, path, "%1: %2", paper->spec->label, paper->spec->if_missing, NULL);
    }
}

/* There is no network to ask, so the age of the law is said. */
static void
check_edition (PanahPlan *self)
{
  const char *edition = panah_pack_get_edition (self->pack);
  guint32 day;

  if (!panah_day_parse (edition, &day))
    return;
  if (self->today < day)
    panah_plan_add_problem (self, PANAH_SEVERITY_NOTE, NULL,
                            "the day asked about is before the day these rules were made, %1: is the date right?",
                            edition, NULL);
  if (self->today > panah_day_add_months (day, panah_pack_get_review_months (self->pack)))
    panah_plan_add_problem (self, PANAH_SEVERITY_NOTE, NULL,
                            "these rules were last looked up on %1: ask whether the law has changed", edition, NULL);
}

void
panah_plan_make_problems (PanahPlan *self)
{
  add_strange (self);
  add_unanswered (self);
  check_deadlines (self);
  check_facts (self);
  check_papers (self);
  check_edition (self);
}
