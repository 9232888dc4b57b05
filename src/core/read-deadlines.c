/* read-deadlines.c - deadlines.json and calendar.json: how long, and on which days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-private.h"

#include <string.h>

static guint
weekday_from_name (const char *name)
{
  static const char *const names[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i], name) == 0)
        return i + 1;
    }
  return 0;
}

static gpointer
read_calendar_day (PanahPackReader       *self,
                   const PanahJsonCursor *at,
                   PanahDayState          state)
{
  static const char *const off_allowed[] = { "on", "name", "certainty", "confidence", NULL };
  static const char *const working_allowed[] = { "on", "name", "confidence", NULL };
  static const char *const certainties[] = { "fixed", "possible", NULL };
  PanahCalendarDay *day = panah_arena_new0 (self->arena, PanahCalendarDay);

  if (!panah_json_allow (at, state == PANAH_DAY_OFF ? off_allowed : working_allowed))
    return NULL;
  day->day = panah_json_get_day (at, "on", PANAH_JSON_REQUIRED);
  day->name = panah_json_get_string (at, "name", PANAH_JSON_REQUIRED);
  day->state = state;
  if (panah_json_get_enum (at, "certainty", PANAH_JSON_OPTIONAL, certainties, 0) == 1)
    day->state = PANAH_DAY_POSSIBLY_OFF;
  day->confidence = panah_json_get_enum (at, "confidence", PANAH_JSON_OPTIONAL, panah_confidence_names,
                                         PANAH_CONFIDENCE_CONFIRMED);
  return day->day != 0 ? day : NULL;
}

static gpointer
read_day_off (PanahPackReader       *self,
              const PanahJsonCursor *at)
{
  return read_calendar_day (self, at, PANAH_DAY_OFF);
}

static gpointer
read_working_day (PanahPackReader       *self,
                  const PanahJsonCursor *at)
{
  return read_calendar_day (self, at, PANAH_DAY_WORKING);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const PanahCalendarDay *one = *(const PanahCalendarDay *const *) a, *other = *(const PanahCalendarDay *const *) b;

  return one->day < other->day ? -1 : one->day > other->day;
}

static PanahCalendarYear *
read_year (PanahPackReader       *self,
           const PanahJsonCursor *at,
           GPtrArray             *days)
{
  static const char *const allowed[] = { "year", "off", "working", "reference", "edition_read", "checked_on",
                                         "confidence", "note", NULL };
  PanahCalendarYear *year = panah_arena_new0 (self->arena, PanahCalendarYear);
  PanahJsonCursor number;

  if (!panah_json_allow (at, allowed))
    return NULL;
  if (panah_json_member (at, "year", PANAH_JSON_REQUIRED, &number))
    year->year = panah_json_as_integer (&number, 1900, 2200);
  panah_read_provenance (self, at, FALSE, &year->provenance);

  for (int pass = 0; pass < 2; pass++)
    {
      guint n;
      PanahCalendarDay **list = panah_read_array (self, at, pass == 0 ? "off" : "working",
                                                  pass == 0 ? PANAH_JSON_REQUIRED : PANAH_JSON_OPTIONAL,
                                                  pass == 0 ? read_day_off : read_working_day, &n);
      for (guint i = 0; i < n; i++)
        {
          if (panah_day_get_year (list[i]->day) != year->year)
            panah_json_problem (at, "“%s” is not in the year %u", list[i]->name, year->year);
          g_ptr_array_add (days, list[i]);
        }
    }
  return year;
}

void
panah_read_calendar (PanahPackReader       *self,
                     const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "weekend", "verified_through", "years", NULL };
  PanahCalendar *calendar = &self->pack->calendar;
  GPtrArray *days = g_ptr_array_new (), *years = g_ptr_array_new ();
  PanahJsonCursor array, element;
  guint n_weekend = 0;

  if (panah_json_allow (at, allowed))
    {
      const char *const *weekend = panah_json_get_strings (at, "weekend", PANAH_JSON_REQUIRED);
      for (; weekend[n_weekend] != NULL; n_weekend++)
        {
          guint weekday = weekday_from_name (weekend[n_weekend]);
          if (weekday == 0)
            panah_json_problem (at, "“%s” is not a day of the week", weekend[n_weekend]);
          calendar->weekend[weekday] = TRUE;
        }
      if (n_weekend > 6)
        panah_json_problem (at, "a week needs a working day");
      calendar->verified_through = panah_json_get_day (at, "verified_through", PANAH_JSON_REQUIRED);
      if (panah_json_member (at, "years", PANAH_JSON_REQUIRED, &array))
        {
          for (guint i = 0, n = panah_json_length (&array); i < n; i++)
            {
              panah_json_element (&array, i, &element);
              PanahCalendarYear *year = read_year (self, &element, days);
              for (guint j = 0; year != NULL && j < years->len; j++)
                if (((PanahCalendarYear *) years->pdata[j])->year == year->year)
                  panah_json_problem (&element, "the year %u stands twice", year->year);
              if (year != NULL)
                g_ptr_array_add (years, year);
            }
        }
    }

  g_ptr_array_sort (days, compare_days);
  for (guint i = 1; i < days->len; i++)
    {
      const PanahCalendarDay *one = days->pdata[i - 1], *other = days->pdata[i];
      if (one->day == other->day)
        panah_json_problem (at, "“%s” and “%s” are the same day", one->name, other->name);
    }
  calendar->days = panah_arena_steal_array (self->arena, days, &calendar->n_days);
  calendar->years = panah_arena_steal_array (self->arena, years, &calendar->n_years);
}

static void
read_period_step (PanahPackReader       *self,
                  const PanahJsonCursor *at,
                  PanahPeriod           *period)
{
  guint n_found = 0;

  if (!panah_json_allow (at, panah_unit_names))
    return;
  for (guint unit = 0; panah_unit_names[unit] != NULL; unit++)
    {
      PanahJsonCursor count;
      if (!panah_json_member (at, panah_unit_names[unit], PANAH_JSON_OPTIONAL, &count))
        continue;
      n_found++;
      period->steps[period->n_steps].unit = unit;
      period->steps[period->n_steps].count = panah_json_as_integer (&count, 1, PANAH_PERIOD_MAX_COUNT);
    }
  if (n_found != 1)
    panah_json_problem (at, "needs exactly one unit");
  period->n_steps++;
}

/* The last day of a window that the law itself names */
static gboolean
read_until (const PanahJsonCursor *steps,
            PanahDeadlineValue    *value)
{
  static const char *const allowed[] = { "until", NULL };
  PanahJsonCursor step;

  panah_json_element (steps, 0, &step);
  if (!panah_json_has (&step, "until"))
    return FALSE;
  if (panah_json_allow (&step, allowed))
    value->period.until = panah_json_get_day (&step, "until", PANAH_JSON_REQUIRED);
  return TRUE;
}

static void
read_period (PanahPackReader       *self,
             const PanahJsonCursor *at,
             PanahDeadlineValue    *value)
{
  PanahJsonCursor array, element;

  if (!panah_json_member (at, "period", PANAH_JSON_REQUIRED, &array))
    return;
  if (panah_json_is_null (&array))
    {
      value->repealed = TRUE;
      return;
    }

  guint n = panah_json_length (&array);
  if (n == 0 || n > PANAH_PERIOD_MAX_STEPS)
    panah_json_problem (&array, "needs 1 to %d steps", PANAH_PERIOD_MAX_STEPS);
  if (n == 1 && read_until (&array, value))
    return;
  for (guint i = 0; i < MIN (n, PANAH_PERIOD_MAX_STEPS); i++)
    {
      panah_json_element (&array, i, &element);
      read_period_step (self, &element, &value->period);
    }
}

static void
read_roll (PanahPackReader       *self,
           const PanahJsonCursor *at,
           PanahDeadlineValue    *value)
{
  static const char *const allowed[] = { "to", "confidence", "reference", "note", NULL };
  PanahJsonCursor roll;

  if (!panah_json_member (at, "roll", PANAH_JSON_REQUIRED, &roll) || panah_json_is_null (&roll) ||
      !panah_json_allow (&roll, allowed))
    return;

  value->period.rolls = TRUE;
  if (g_strcmp0 (panah_json_get_string (&roll, "to", PANAH_JSON_REQUIRED), "next-working-day") != 0)
    panah_json_problem (&roll, "“to” must be “next-working-day”");
  value->roll_confidence = panah_json_get_enum (&roll, "confidence", PANAH_JSON_REQUIRED, panah_confidence_names,
                                                PANAH_CONFIDENCE_UNCONFIRMED);
  value->roll_references = panah_read_references (self, &roll, &value->n_roll_references);
  panah_read_editions (&roll, &value->provenance, value->roll_references, value->n_roll_references);
}

static gpointer
read_value (PanahPackReader       *self,
            const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "from", "period", "roll", "reference", "edition_read", "checked_on",
                                         "confidence", "note", NULL };
  PanahDeadlineValue *value = panah_arena_new0 (self->arena, PanahDeadlineValue);

  if (!panah_json_allow (at, allowed))
    return NULL;
  panah_read_provenance (self, at, TRUE, &value->provenance);
  read_period (self, at, value);
  read_roll (self, at, value);
  return value;
}

static gpointer
read_event (PanahPackReader       *self,
            const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "fact", "deadline", "date", "on", "label", NULL };
  static const char *const dates[] = { "counted_end", "last", NULL };
  PanahEventSpec *event = panah_arena_new0 (self->arena, PanahEventSpec);

  if (!panah_json_allow (at, allowed))
    return NULL;
  event->label = panah_json_get_string (at, "label", PANAH_JSON_REQUIRED);
  event->fact = panah_json_get_id (at, "fact", PANAH_JSON_OPTIONAL);
  event->deadline = panah_json_get_id (at, "deadline", PANAH_JSON_OPTIONAL);
  event->on = panah_json_get_day (at, "on", PANAH_JSON_OPTIONAL);
  if ((event->fact != NULL) + (event->deadline != NULL) + panah_json_has (at, "on") != 1)
    panah_json_problem (at, "needs a “fact”, a “deadline” or a day “on”");
  if (event->fact != NULL)
    panah_read_day_fact_id (self, at, event->fact);
  if (event->deadline != NULL)
    {
      panah_read_deadline_id (self, at, event->deadline);
      event->rolled = panah_json_get_enum (at, "date", PANAH_JSON_REQUIRED, dates, 0) == 1;
    }
  return event;
}

static void
check_values (const PanahDeadlineValue *const *values,
              guint                            n_values,
              gboolean                         backward,
              const PanahJsonCursor           *at)
{
  for (guint i = 0; i < n_values; i++)
    {
      ((PanahDeadlineValue *) values[i])->period.backward = backward;
      if (backward && values[i]->period.rolls)
        panah_json_problem (at, "a window counted backwards never rolls");
      if (backward && values[i]->period.until != 0)
        panah_json_problem (at, "a window counted backwards has no last day of its own");
    }
  panah_check_dated (at, (const PanahProvenance *const *) values, n_values);
}

static gpointer
read_exception (PanahPackReader       *self,
                const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "id", "when", "events", "values", NULL };
  PanahDeadlineException *exception = panah_arena_new0 (self->arena, PanahDeadlineException);

  if (!panah_json_allow (at, allowed))
    return NULL;
  exception->pointer = panah_read_pointer (self, at);
  exception->id = panah_json_get_id (at, "id", PANAH_JSON_REQUIRED);
  exception->when = panah_read_condition (self, at, "when", NULL);
  if (!panah_json_has (at, "when"))
    panah_json_problem (at, "an exception needs “when”");
  if (panah_json_has (at, "events"))
    exception->events = panah_read_array (self, at, "events", PANAH_JSON_REQUIRED, read_event, &exception->n_events);
  exception->values = panah_read_array (self, at, "values", PANAH_JSON_REQUIRED, read_value, &exception->n_values);
  return exception;
}

static gpointer
read_suspension (PanahPackReader       *self,
                 const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "from", "until", NULL };
  PanahSuspension *suspension = panah_arena_new0 (self->arena, PanahSuspension);

  if (!panah_json_allow (at, allowed))
    return NULL;
  suspension->from = panah_json_get_id (at, "from", PANAH_JSON_REQUIRED);
  if (suspension->from == NULL || panah_read_day_fact_id (self, at, suspension->from) == NULL)
    return NULL;
  suspension->until = panah_read_day_fact_ids (self, at, "until");
  return suspension;
}

static void
read_late (PanahPackReader       *self,
           const PanahJsonCursor *at,
           PanahDeadlineSpec     *spec)
{
  static const char *const allowed[] = { "text", "asks", NULL };
  PanahJsonCursor late;

  if (!panah_json_member (at, "late", PANAH_JSON_OPTIONAL, &late) || !panah_json_allow (&late, allowed))
    return;
  spec->late_text = panah_json_get_string (&late, "text", PANAH_JSON_REQUIRED);
  spec->late_asks = panah_read_fact_ids (self, &late, "asks");
}

/* A window that is counted backwards comes again every term, so last term's filing must not close it. */
static void
read_closing (PanahPackReader       *self,
              const PanahJsonCursor *at,
              PanahDeadlineSpec     *spec)
{
  PanahJsonCursor child;

  if (panah_json_member (at, "closes_within_months", PANAH_JSON_OPTIONAL, &child))
    spec->closes_within = panah_json_as_integer (&child, 1, 1200);
  spec->rests_while = panah_json_get_strings (at, "rests_while", PANAH_JSON_OPTIONAL);
  for (guint i = 0; spec->rests_while[i] != NULL; i++)
    panah_read_deadline_id (self, at, spec->rests_while[i]);
}

static gpointer
read_deadline (PanahPackReader       *self,
               const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "id", "label", "help", "whose", "when", "events", "choose", "as_of",
                                         "direction", "closed_by", "closes_within_months", "rests_while", "ask_when",
                                         "suspended_by", "values", "exceptions", "late", NULL };
  static const char *const chooses[] = { "earliest", "first", NULL };
  static const char *const directions[] = { "forward", "backward", NULL };
  static const char *const nothing[] = { NULL };
  PanahDeadlineSpec *spec = panah_arena_new0 (self->arena, PanahDeadlineSpec);

  if (!panah_json_allow (at, allowed))
    return NULL;
  spec->late_asks = nothing;
  spec->id = panah_json_get_id (at, "id", PANAH_JSON_REQUIRED);
  spec->label = panah_json_get_string (at, "label", PANAH_JSON_REQUIRED);
  spec->help = panah_json_get_string (at, "help", PANAH_JSON_OPTIONAL);
  spec->whose = panah_json_get_enum (at, "whose", PANAH_JSON_REQUIRED, panah_whose_names, PANAH_WHOSE_PERSON);
  spec->when = panah_read_condition (self, at, "when", NULL);
  spec->ask_when = panah_read_condition (self, at, "ask_when", NULL);
  spec->events = panah_read_array (self, at, "events", PANAH_JSON_REQUIRED, read_event, &spec->n_events);
  spec->choose_first = panah_json_get_enum (at, "choose", PANAH_JSON_OPTIONAL, chooses, 0) == 1;
  panah_read_as_of (self, at, &spec->as_of, &spec->as_of_fact);
  spec->backward = panah_json_get_enum (at, "direction", PANAH_JSON_OPTIONAL, directions, 0) == 1;
  spec->closed_by = panah_read_day_fact_ids (self, at, "closed_by");
  read_closing (self, at, spec);
  spec->suspended_by = panah_read_array (self, at, "suspended_by", PANAH_JSON_OPTIONAL, read_suspension,
                                         &spec->n_suspended_by);
  spec->values = panah_read_array (self, at, "values", PANAH_JSON_REQUIRED, read_value, &spec->n_values);
  spec->exceptions = panah_read_array (self, at, "exceptions", PANAH_JSON_OPTIONAL, read_exception, &spec->n_exceptions);
  read_late (self, at, spec);

  check_values (spec->values, spec->n_values, spec->backward, at);
  for (guint i = 0; i < spec->n_exceptions; i++)
    check_values (spec->exceptions[i]->values, spec->exceptions[i]->n_values, spec->backward, at);
  if (spec->n_events == 0)
    panah_json_problem (at, "needs an event");
  return spec->id != NULL ? spec : NULL;
}

/* Windows may begin where others end, so their ids are needed before the first is read. */
static void
collect_ids (PanahPackReader       *self,
             const PanahJsonCursor *at)
{
  PanahJsonCursor array, element;

  if (!panah_json_member (at, "deadlines", PANAH_JSON_OPTIONAL, &array) || !JSON_NODE_HOLDS_ARRAY (array.node))
    return;
  for (guint i = 0, n = panah_json_length (&array); i < n; i++)
    {
      panah_json_element (&array, i, &element);
      const char *id = panah_json_get_id (&element, "id", PANAH_JSON_OPTIONAL);
      if (id != NULL && !g_hash_table_add (self->deadline_ids, (char *) id))
        panah_json_problem (&element, "the window “%s” stands twice", id);
    }
}

static gboolean leads_to (const PanahPack *pack,
                          const char      *id,
                          const char      *target,
                          guint            depth);

static gboolean
events_lead_to (const PanahPack       *pack,
                PanahEventSpec *const *events,
                guint                  n_events,
                const char            *target,
                guint                  depth)
{
  for (guint i = 0; i < n_events; i++)
    {
      const char *next = events[i]->deadline;
      if (next != NULL && (strcmp (next, target) == 0 || leads_to (pack, next, target, depth)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
leads_to (const PanahPack *pack,
          const char      *id,
          const char      *target,
          guint            depth)
{
  const PanahDeadlineSpec *spec = panah_pack_find_deadline (pack, id);

  if (spec == NULL || depth == 0)
    return FALSE;
  if (events_lead_to (pack, spec->events, spec->n_events, target, depth - 1))
    return TRUE;
  for (guint i = 0; i < spec->n_exceptions; i++)
    {
      const PanahDeadlineException *exception = spec->exceptions[i];
      if (events_lead_to (pack, exception->events, exception->n_events, target, depth - 1))
        return TRUE;
    }
  return FALSE;
}

void
panah_read_deadlines (PanahPackReader       *self,
                      const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "deadlines", NULL };
  PanahPack *pack = self->pack;

  if (!panah_json_allow (at, allowed))
    return;
  collect_ids (self, at);
  self->in_deadlines = TRUE;
  pack->deadlines = panah_read_array (self, at, "deadlines", PANAH_JSON_REQUIRED, read_deadline, &pack->n_deadlines);
  self->in_deadlines = FALSE;

  for (guint i = 0; i < pack->n_deadlines; i++)
    {
      const char *id = pack->deadlines[i]->id;
      if (leads_to (pack, id, id, pack->n_deadlines))
        panah_json_problem (at, "the window “%s” begins where it ends", id);
    }
}
