/* reason.c - why a date is what it is, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/reason.h"

#include "core/date.h"

#include <string.h>

static void
reason_free (gpointer data)
{
  PanahReason *self = data;

  g_free (self->text);
  g_free (self);
}

static void
add (GPtrArray  *reasons,
     const char *rule,
     char       *text)
{
  PanahReason *reason = g_new0 (PanahReason, 1);

  reason->rule = rule;
  reason->text = text;
  g_ptr_array_add (reasons, reason);
}

/* Monday 23 November 2026; no locale has a say */
static char *
format_day (guint32 day)
{
  static const char *const weekdays[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July", "August",
                                        "September", "October", "November", "December" };
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%s %u %s %u", weekdays[panah_day_get_weekday (day) - 1], g_date_get_day (&date),
                          months[g_date_get_month (&date) - 1], g_date_get_year (&date));
}

static char *
format_point (const PanahPoint *point,
              gboolean          is_end)
{
  if (!point->is_moment)
    return format_day (point->day);

  g_autofree char *exact = is_end ? panah_moment_end_to_string (point->moment) : panah_moment_to_string (point->moment);
  guint32 day = is_end ? panah_moment_get_end_day (point->moment) : point->day;
  g_autofree char *day_name =
    format_day (g_str_has_suffix (exact, "T24:00") || !is_end ? day : panah_moment_get_day (point->moment));
  return g_strdup_printf ("%s, %s", day_name, strchr (exact, 'T') + 1);
}

static char *
format_period (const PanahPeriod *period)
{
  static const char *const names[][2] = {
    { "hour", "hours" }, { "calendar day", "calendar days" }, { "working day", "working days" },
    { "week", "weeks" }, { "month", "months" }, { "year", "years" },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < period->n_steps; i++)
    {
      guint n = period->steps[i].count;
      g_string_append_printf (text, "%s%u %s", i > 0 ? ", then " : "", n, names[period->steps[i].unit][n != 1]);
    }
  return g_string_free (text, FALSE);
}

/**
 * panah_reason_reference:
 * @reference: where a value was read
 *
 * Returns: (transfer full): title, article, edition read, day it was checked
 */
char *
panah_reason_reference (const PanahReference *reference)
{
  g_autofree char *edition = panah_day_to_string (reference->edition_read);
  g_autofree char *checked = panah_day_to_string (reference->checked_on);

  return g_strdup_printf ("%s%s%s (edition read: %s, checked on %s)%s%s", reference->title,
                          reference->article != NULL ? ", " : "", reference->article != NULL ? reference->article : "",
                          edition, checked, reference->note != NULL ? "; " : "",
                          reference->note != NULL ? reference->note : "");
}

static void
explain_event (GPtrArray           *reasons,
               const PanahDeadline *deadline)
{
  if (deadline->event == NULL)
    {
      add (reasons, "event", g_strdup ("The event is not known, so no date can be counted: act today."));
      return;
    }

  g_autofree char *from = format_point (&deadline->event_on, FALSE), *to = format_point (&deadline->event_to, FALSE);
  gboolean backward = deadline->spec->backward;

  if (deadline->value != NULL && deadline->value->period.until != 0)
    add (reasons, "event", g_strdup_printf ("Runs from %s: %s.", deadline->event->label, from));
  else if (strcmp (from, to) != 0)
    add (reasons, "event",
         g_strdup_printf ("Counted %s from %s, which lies between %s and %s; the earliest day counts.",
                          backward ? "backwards" : "on", deadline->event->label, from, to));
  else if (deadline->event_on.is_moment)
    add (reasons, "event", g_strdup_printf ("Counted from %s: %s.", deadline->event->label, from));
  else if (deadline->counted && deadline->count.counted_end.is_moment)
    add (reasons, "event", g_strdup_printf ("Counted from %s: %s. Only the day is known, so the hours run from its first minute.",
                                            deadline->event->label, from));
  else
    add (reasons, "event", g_strdup_printf ("Counted %sfrom %s: %s. The day itself is not counted.",
                                            backward ? "backwards " : "", deadline->event->label, from));
}

static const char *
name_of_day_off (const PanahCalendar *calendar,
                 guint32              day)
{
  const PanahCalendarDay *special = panah_calendar_find (calendar, day);

  return special != NULL ? special->name : "weekend";
}

static void
append_day (GString                *text,
            const PanahCalendarDay *day)
{
  g_autofree char *name = format_day (day->day);

  g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? ", " : "", name, day->name);
}

/* The days between @first and @last that a count of working days leaves out, and those it would not be expected to count. */
static void
explain_skipped (GPtrArray           *reasons,
                 const PanahCalendar *calendar,
                 guint32              first,
                 guint32              last)
{
  g_autoptr (GString) skipped = g_string_new (NULL), worked = g_string_new (NULL);
  guint weekend_days = 0;

  for (guint32 day = first; day <= last; day++)
    {
      const PanahCalendarDay *special = panah_calendar_find (calendar, day);
      PanahDayState state = panah_calendar_get_state (calendar, day);
      if (state == PANAH_DAY_OFF && special == NULL)
        weekend_days++;
      else if (state == PANAH_DAY_OFF)
        append_day (skipped, special);
      else if (state == PANAH_DAY_WORKING && special != NULL)
        append_day (worked, special);
    }
  if (skipped->len > 0 || weekend_days > 0)
    add (reasons, "skipped", g_strdup_printf ("Not counted: %u weekend day%s%s%s.", weekend_days,
                                              weekend_days == 1 ? "" : "s", skipped->len > 0 ? "; " : "", skipped->str));
  if (worked->len > 0)
    add (reasons, "skipped", g_strdup_printf ("Counted, because offices work on it: %s.", worked->str));
}

static gboolean
counts_working_days (const PanahPeriod *period)
{
  for (guint i = 0; i < period->n_steps; i++)
    {
      if (period->steps[i].unit == PANAH_UNIT_WORKING_DAYS)
        return TRUE;
    }
  return FALSE;
}

static void
explain_count (GPtrArray           *reasons,
               const PanahDeadline *deadline,
               const PanahCalendar *calendar)
{
  const PanahPeriod *period = &deadline->value->period;
  const PanahCount *count = &deadline->count;
  g_autofree char *length = format_period (period), *end = format_point (&count->counted_end, TRUE);

  if (period->until != 0)
    add (reasons, "count", g_strdup_printf ("The rule itself names the last day: %s.", end));
  else
    add (reasons, "count", g_strdup_printf ("%s %s: %s.", length, period->backward ? "before it" : "after it", end));
  if (count->counted_end.is_moment)
    return;

  if (counts_working_days (period))
    {
      guint32 event = deadline->event_on.day, last = count->counted_end.day;
      explain_skipped (reasons, calendar, period->backward ? last : event + 1, period->backward ? event - 1 : last);
    }
  if (count->last.day != count->counted_end.day)
    {
      g_autofree char *last = format_day (count->last.day);
      add (reasons, "roll", g_strdup_printf ("That is a day off (%s), so the last day is %s.",
                                             name_of_day_off (calendar, count->counted_end.day), last));
    }
  else if (!panah_calendar_is_open (calendar, count->counted_end.day))
    add (reasons, "roll",
         g_strdup_printf ("That is a day off (%s); no rule moves this end, so it stays.",
                          name_of_day_off (calendar, count->counted_end.day)));
}

static void
explain_safe (GPtrArray           *reasons,
              const PanahDeadline *deadline)
{
  const PanahCount *count = &deadline->count;

  if (count->counted_end.is_moment)
    add (reasons, "safe", g_strdup ("Hours are counted without a break; the office may be closed: go at once."));
  else if (count->safe.day == 0)
    add (reasons, "safe", g_strdup ("Offices are closed on every day until the end of the count."));
  else if (count->safe.day != count->last.day)
    {
      g_autofree char *safe = format_day (count->safe.day);
      add (reasons, "safe",
           g_strdup_printf ("The last day on which offices are surely open before that is %s: go by this date.", safe));
    }
}

static void
explain_calendar (GPtrArray           *reasons,
                  const PanahDeadline *deadline,
                  const PanahCalendar *calendar)
{
  guint32 first = deadline->count.first_touched, last = deadline->count.last_touched;

  if (first == 0)
    return;
  for (guint i = 0; i < calendar->n_days; i++)
    {
      const PanahCalendarDay *day = calendar->days[i];
      if (day->state != PANAH_DAY_POSSIBLY_OFF || day->day < first || day->day > last)
        continue;
      g_autofree char *name = format_day (day->day);
      add (reasons, "possible",
           g_strdup_printf ("%s may become a day off (%s); it is counted as a working day, because that gives the earlier date.",
                            name, day->name));
    }

  g_autofree char *verified = panah_day_to_string (calendar->verified_through);
  if (!panah_calendar_covers (calendar, first, last))
    add (reasons, "calendar", g_strdup ("The days off of one of these years are not known; only weekends were left out."));
  else if (last > calendar->verified_through)
    add (reasons, "calendar", g_strdup_printf ("Days off are verified through %s; the authorities may still move some.",
                                               verified));
}

static void
explain_law (GPtrArray           *reasons,
             const PanahDeadline *deadline)
{
  static const char *const texts[] = {
    "How sure: confirmed. The text of the act was read and no later amendment is known.",
    "How sure: secondary. From a secondary source or an older edition that probably still holds; ask to be certain.",
    "How sure: unconfirmed. Treat it as a warning and ask.",
  };
  const PanahDeadlineValue *value = deadline->value;

  for (guint i = 0; i < value->provenance.n_references; i++)
    add (reasons, "law", panah_reason_reference (value->provenance.references[i]));
  for (guint i = 0; i < value->n_roll_references; i++)
    {
      g_autofree char *reference = panah_reason_reference (value->roll_references[i]);
      add (reasons, "law", g_strdup_printf ("On days off: %s", reference));
    }
  if (value->provenance.start_unknown)
    add (reasons, "law", g_strdup ("In force when read; since when was not established."));
  if (value->provenance.note != NULL)
    add (reasons, "note", g_strdup (value->provenance.note));
  add (reasons, "confidence", g_strdup (texts[deadline->confidence]));
}

static void
explain_state (GPtrArray           *reasons,
               const PanahDeadline *deadline)
{
  static const char *const texts[] = {
    [PANAH_DEADLINE_OPEN] = "It runs.",
    [PANAH_DEADLINE_DUE_TODAY] = "Today is the day.",
    [PANAH_DEADLINE_PASSED] = "It is over and nothing in the case closed it.",
    [PANAH_DEADLINE_WAITING] = "It has not begun.",
    [PANAH_DEADLINE_MET] = "It was closed in time",
    [PANAH_DEADLINE_MET_LATE] = "It was closed too late",
    [PANAH_DEADLINE_SUSPENDED] = "It does not run while something else is decided.",
    [PANAH_DEADLINE_MAY_APPLY] = "Whether it applies is not certain: act as if it did.",
    [PANAH_DEADLINE_NOT_COVERED] = "The rules do not reach back to that day: ask a lawyer.",
  };

  if (deadline->closed_on != 0 && deadline->state >= PANAH_DEADLINE_MET && deadline->state <= PANAH_DEADLINE_MET_LATE)
    {
      g_autofree char *closed = format_day (deadline->closed_on);
      gboolean same_day = deadline->counted && deadline->count.last.is_moment && deadline->state == PANAH_DEADLINE_MET &&
                          deadline->closed_on == panah_moment_get_end_day (deadline->count.last.moment);
      add (reasons, "state", g_strdup_printf ("%s, on %s%s.", texts[deadline->state], closed,
                                              same_day ? "; at which hour is not known" : ""));
    }
  else
    add (reasons, "state", g_strdup (texts[deadline->state]));

  if (deadline->over && deadline->closed_on == 0 && deadline->spec->late_text != NULL)
    add (reasons, "state", g_strdup (deadline->spec->late_text));
  if (deadline->unsettled[0] != NULL)
    {
      g_autofree char *facts = g_strjoinv (", ", deadline->unsettled);
      add (reasons, "unsettled", g_strdup_printf ("It depends on what was not answered: %s.", facts));
    }
}

/**
 * panah_reason_explain:
 * @plan: a plan
 * @deadline: one of its windows
 *
 * Returns: (transfer full) (element-type PanahReason): how the dates came about, in the order of the reasoning
 */
GPtrArray *
panah_reason_explain (const PanahPlan     *plan,
                      const PanahDeadline *deadline)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (reason_free);
  const PanahCalendar *calendar = panah_pack_get_calendar (panah_plan_get_pack (plan));

  explain_event (reasons, deadline);
  if (deadline->counted)
    {
      explain_count (reasons, deadline, calendar);
      explain_safe (reasons, deadline);
      explain_calendar (reasons, deadline, calendar);
    }
  explain_state (reasons, deadline);
  if (deadline->counted)
    explain_law (reasons, deadline);

  return reasons;
}
