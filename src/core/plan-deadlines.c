/* plan-deadlines.c - every window: whether it applies, from when it is counted, how it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/plan-private.h"

#include "core/date.h"

#include <string.h>

/* Windows by spec, made once each because a window may begin where another ends. */
typedef struct
{
  PanahPlan  *plan;
  GHashTable *made; /* PanahDeadlineSpec to GPtrArray of PanahDeadline */
} Maker;

typedef struct
{
  const PanahEventSpec *spec; /* (nullable) */
  PanahPoint            from;
  PanahPoint            to;
  gboolean              asked;
} Event;

static GPtrArray *make_window (Maker                   *self,
                               const PanahDeadlineSpec *spec);

static void
deadline_free (gpointer data)
{
  PanahDeadline *self = data;

  g_strfreev (self->unsettled);
  g_free (self);
}

static gboolean
get_fact_event (Maker      *self,
                const char *id,
                PanahPoint *out_from,
                PanahPoint *out_to,
                gboolean   *out_asked)
{
  const PanahValue *value = panah_facts_get (self->plan->facts, id);
  gint64 moment = panah_value_get_moment (value);
  guint32 from, to;

  *out_asked |= panah_value_get_answer (value) == PANAH_ANSWER_UNKNOWN;
  if (moment >= 0)
    {
      *out_from = *out_to = panah_point_from_moment (moment);
      return TRUE;
    }
  if (!panah_value_get_days (value, &from, &to))
    return FALSE;
  *out_from = panah_point_from_day (from);
  *out_to = panah_point_from_day (to);
  return TRUE;
}

/* The end of another window is an event as long as nothing closed that window in time; of several ends the earliest. */
static gboolean
get_window_event (Maker                *self,
                  const PanahEventSpec *spec,
                  PanahPoint           *out_point)
{
  GPtrArray *others = make_window (self, panah_pack_find_deadline (self->plan->pack, spec->deadline));

  gboolean found = FALSE;

  for (guint i = 0; i < others->len; i++)
    {
      const PanahDeadline *other = others->pdata[i];
      const PanahPoint *end = spec->rolled ? &other->count.last : &other->count.counted_end;
      if (!other->counted || other->state == PANAH_DEADLINE_MET ||
          (found && panah_point_get_end (end) >= panah_point_get_end (out_point)))
        continue;
      *out_point = *end;
      found = TRUE;
    }
  return found;
}

static gint64
point_start (const PanahPoint *point)
{
  return point->is_moment ? point->moment : (gint64) point->day * PANAH_MINUTES_PER_DAY;
}

static Event
choose_event (Maker                 *self,
              PanahEventSpec *const *events,
              guint                  n_events,
              gboolean               first)
{
  Event best = { NULL };

  for (guint i = 0; i < n_events && !(first && best.spec != NULL); i++)
    {
      PanahPoint from, to;
      gboolean known;

      if (events[i]->fact != NULL)
        known = get_fact_event (self, events[i]->fact, &from, &to, &best.asked);
      else if (events[i]->on != 0)
        {
          from = to = panah_point_from_day (events[i]->on);
          known = TRUE;
        }
      else if ((known = get_window_event (self, events[i], &from)))
        to = from;

      if (known && (best.spec == NULL || point_start (&from) < point_start (&best.from)))
        {
          best.spec = events[i];
          best.from = from;
          best.to = to;
        }
    }
  return best;
}

static const PanahDeadlineValue *
select_value (const PanahPlan                 *plan,
              const PanahDeadlineValue *const *values,
              guint                            n_values,
              guint32                          event_day,
              guint32                          as_of)
{
  if (event_day < panah_pack_get_first_day (plan->pack))
    return NULL;

  int index = panah_provenance_select ((const PanahProvenance *const *) values, n_values, as_of);
  return index >= 0 ? values[index] : NULL;
}

static void
count (PanahDeadline       *deadline,
       const PanahCalendar *calendar)
{
  const PanahDeadlineValue *value = deadline->value;

  panah_period_count (&value->period, &deadline->event_on, calendar, &deadline->count);
  deadline->counted = TRUE;
  deadline->confidence = value->provenance.confidence;
  if (value->period.rolls)
    deadline->confidence = MAX (deadline->confidence, value->roll_confidence);
  if (deadline->count.first_touched != 0)
    {
      PanahConfidence calendar_confidence =
        panah_calendar_get_confidence (calendar, deadline->count.first_touched, deadline->count.last_touched);
      deadline->confidence = MAX (deadline->confidence, calendar_confidence);
    }
}

static guint32
last_day (const PanahPoint *point)
{
  return point->is_moment ? panah_moment_get_end_day (point->moment) : point->day;
}

/* The first day on which something can close the window: the event's, or so many months before an end that comes again. */
static guint32
find_closing_start (const PanahDeadline *deadline)
{
  if (deadline->spec->backward && deadline->spec->closes_within == 0)
    return 0;
  if (deadline->spec->backward)
    return panah_day_add_months (deadline->event_on.day, -(int) deadline->spec->closes_within);
  return deadline->event_on.day;
}

static gboolean
is_suspended (const PanahPlan         *plan,
              const PanahDeadlineSpec *spec)
{
  for (guint i = 0; i < spec->n_suspended_by; i++)
    {
      const char *const from[] = { spec->suspended_by[i]->from, NULL };
      if (panah_plan_find_closing_day (plan, from, 0) != 0 &&
          panah_plan_find_closing_day (plan, spec->suspended_by[i]->until, 0) == 0)
        return TRUE;
    }
  return FALSE;
}

static PanahDeadlineState
judge (const PanahPlan     *plan,
       const PanahDeadline *deadline,
       PanahTruth           applies)
{
  gint64 event_start = point_start (&deadline->event_on);

  if (deadline->closed_on != 0)
    return deadline->closed_on <= last_day (&deadline->count.last) ? PANAH_DEADLINE_MET : PANAH_DEADLINE_MET_LATE;
  if (is_suspended (plan, deadline->spec))
    return PANAH_DEADLINE_SUSPENDED;
  if (applies == PANAH_TRUTH_UNKNOWN)
    return PANAH_DEADLINE_MAY_APPLY;
  if (!deadline->spec->backward && event_start > plan->now)
    return PANAH_DEADLINE_WAITING;
  if (plan->now >= panah_point_get_end (&deadline->count.last))
    return PANAH_DEADLINE_PASSED;
  if (plan->today == last_day (&deadline->count.safe) || plan->today == last_day (&deadline->count.last))
    return PANAH_DEADLINE_DUE_TODAY;
  return PANAH_DEADLINE_OPEN;
}

/* Without a date the rule and its exceptions all say the same: act today. */
static gboolean
has_unknown_event (const GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      if (((const PanahDeadline *) results->pdata[i])->event == NULL)
        return TRUE;
    }
  return FALSE;
}

/* @exception: (nullable): whose values and events are taken instead of the window's own */
static void
add_result (Maker                        *self,
            const PanahDeadlineSpec      *spec,
            const PanahDeadlineException *exception,
            PanahTruth                    applies,
            GPtrArray                    *results)
{
  PanahPlan *plan = self->plan;
  Event event = exception != NULL && exception->events != NULL
                  ? choose_event (self, exception->events, exception->n_events, spec->choose_first)
                  : choose_event (self, spec->events, spec->n_events, spec->choose_first);
  if (event.spec == NULL && (!event.asked || has_unknown_event (results)))
    return;

  g_autofree PanahDeadline *deadline = g_new0 (PanahDeadline, 1);
  deadline->spec = spec;
  deadline->exception = exception;
  deadline->event = event.spec;
  deadline->event_on = event.from;
  deadline->event_to = event.to;
  deadline->confidence = PANAH_CONFIDENCE_UNCONFIRMED;
  deadline->closed_on =
    panah_plan_find_closing_day (plan, spec->closed_by, event.spec != NULL ? find_closing_start (deadline) : 0);

  if (event.spec == NULL)
    deadline->state = deadline->closed_on != 0 ? PANAH_DEADLINE_MET : PANAH_DEADLINE_MAY_APPLY;
  else
    {
      guint32 as_of = panah_plan_resolve_as_of (plan, spec->as_of, spec->as_of_fact, event.from.day);
      deadline->value = select_value (plan, exception != NULL ? exception->values : spec->values,
                                      exception != NULL ? exception->n_values : spec->n_values, event.from.day, as_of);
      if (deadline->value != NULL && deadline->value->repealed)
        return;
      deadline->state = PANAH_DEADLINE_NOT_COVERED;
      if (deadline->value != NULL)
        {
          count (deadline, panah_pack_get_calendar (plan->pack));
          deadline->state = judge (plan, deadline, applies);
          deadline->over = plan->now >= panah_point_get_end (&deadline->count.last);
        }
    }

  g_autoptr (GPtrArray) unsettled = g_ptr_array_new_with_free_func (g_free);
  PanahConditionScope scope;
  panah_plan_init_scope (plan, &scope);
  panah_condition_unsettled (spec->when, &scope, unsettled);
  for (guint i = 0; i < spec->n_exceptions; i++)
    panah_condition_unsettled (spec->exceptions[i]->when, &scope, unsettled);
  g_ptr_array_add (unsettled, NULL);
  deadline->unsettled = (char **) g_ptr_array_steal (unsettled, NULL);

  g_ptr_array_add (results, g_steal_pointer (&deadline));
}

/* An exception that surely holds displaces the rule; one that may hold stands beside it. */
static void
add_results (Maker                   *self,
             const PanahDeadlineSpec *spec,
             PanahTruth               applies,
             GPtrArray               *results)
{
  PanahConditionScope scope;
  guint n_true = 0, n_unknown = 0;

  panah_plan_init_scope (self->plan, &scope);
  for (guint i = 0; i < spec->n_exceptions; i++)
    {
      PanahTruth holds = panah_condition_evaluate (spec->exceptions[i]->when, &scope);
      n_true += holds == PANAH_TRUTH_TRUE;
      n_unknown += holds == PANAH_TRUTH_UNKNOWN;
      if (holds != PANAH_TRUTH_FALSE)
        add_result (self, spec, spec->exceptions[i], MIN (applies, holds), results);
    }
  if (n_true == 0)
    add_result (self, spec, NULL, n_unknown > 0 ? PANAH_TRUTH_UNKNOWN : applies, results);
  if (n_true > 1)
    panah_plan_add_problem (self->plan, PANAH_SEVERITY_WARNING, NULL,
                            "the rules for “%1” contradict each other; go by the earlier date", spec->label, NULL);
}

static GPtrArray *
make_window (Maker                   *self,
             const PanahDeadlineSpec *spec)
{
  GPtrArray *results = g_hash_table_lookup (self->made, spec);
  PanahConditionScope scope;

  if (results != NULL)
    return results;

  results = g_ptr_array_new ();
  g_hash_table_insert (self->made, (gpointer) spec, results);
  panah_plan_init_scope (self->plan, &scope);
  PanahTruth applies = panah_condition_evaluate (spec->when, &scope);
  if (applies != PANAH_TRUTH_FALSE)
    add_results (self, spec, applies, results);
  return results;
}

static gint64
urgency (const PanahDeadline *deadline)
{
  if (!deadline->counted)
    return 0;
  return deadline->count.safe.day != 0 ? panah_point_get_end (&deadline->count.safe)
                                       : panah_point_get_end (&deadline->count.last);
}

/* What still runs comes before what is over; then the earliest first. Windows without a date mean “act today”. */
static int
compare_urgency (gconstpointer a,
                 gconstpointer b)
{
  static const int ranks[] = {
    [PANAH_DEADLINE_OPEN] = 0, [PANAH_DEADLINE_DUE_TODAY] = 0, [PANAH_DEADLINE_MAY_APPLY] = 0,
    [PANAH_DEADLINE_PASSED] = 1, [PANAH_DEADLINE_WAITING] = 2, [PANAH_DEADLINE_SUSPENDED] = 3,
    [PANAH_DEADLINE_NOT_COVERED] = 4, [PANAH_DEADLINE_MET_LATE] = 5, [PANAH_DEADLINE_MET] = 6,
  };
  const PanahDeadline *one = *(const PanahDeadline *const *) a, *other = *(const PanahDeadline *const *) b;
  gint64 difference = ranks[one->state] - ranks[other->state];

  if (difference == 0)
    difference = (gint64) one->over - other->over;
  if (difference == 0)
    difference = (gint64) one->spec->whose - other->spec->whose;
  if (difference == 0)
    difference = urgency (one) - urgency (other);
  if (difference == 0)
    difference = strcmp (one->spec->id, other->spec->id);
  return difference < 0 ? -1 : difference > 0;
}

static gboolean
runs (const PanahPlan *self,
      const char      *id)
{
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      const PanahDeadline *deadline = self->deadlines->pdata[i];
      if (strcmp (deadline->spec->id, id) == 0 &&
          (deadline->state == PANAH_DEADLINE_OPEN || deadline->state == PANAH_DEADLINE_DUE_TODAY ||
           deadline->state == PANAH_DEADLINE_WAITING))
        return TRUE;
    }
  return FALSE;
}

/* What must not be asked of a person while a term for appeal runs. */
static void
let_rest (PanahPlan *self)
{
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      PanahDeadline *deadline = self->deadlines->pdata[i];
      for (guint j = 0; deadline->spec->rests_while[j] != NULL; j++)
        {
          if (deadline->closed_on == 0 && deadline->counted && runs (self, deadline->spec->rests_while[j]))
            deadline->state = PANAH_DEADLINE_SUSPENDED;
        }
    }
}

void
panah_plan_make_deadlines (PanahPlan *self)
{
  g_autoptr (GHashTable) made = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  Maker maker = { .plan = self, .made = made };
  guint n;
  const PanahDeadlineSpec *const *specs = panah_pack_get_deadlines (self->pack, &n);

  self->deadlines = g_ptr_array_new_with_free_func (deadline_free);
  for (guint i = 0; i < n; i++)
    {
      GPtrArray *results = make_window (&maker, specs[i]);
      g_ptr_array_extend (self->deadlines, results, NULL, NULL);
    }
  let_rest (self);
  g_ptr_array_sort (self->deadlines, compare_urgency);
}
