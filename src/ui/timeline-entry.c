/* timeline-entry.c - the days of a plan, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/timeline-entry.h"

#include "ui/plan-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* An event stands at its beginning, an end just before the day after it begins. */
static void
add_entry (GPtrArray           *entries,
           PanahSession        *session,
           PanahTimelineKind    kind,
           const PanahDeadline *deadline,
           const PanahPoint    *point)
{
  PanahTimelineEntry *entry = g_new0 (PanahTimelineEntry, 1);
  gint64 begin = point->is_moment ? point->moment : (gint64) point->day * PANAH_MINUTES_PER_DAY;

  entry->kind = kind;
  entry->deadline = deadline;
  entry->point = *point;
  entry->time = kind == PANAH_TIMELINE_EVENT || kind == PANAH_TIMELINE_TODAY ? begin : panah_point_get_end (point) - 1;
  entry->past = kind != PANAH_TIMELINE_TODAY && entry->time < panah_session_get_now (session);
  g_ptr_array_add (entries, entry);
}

/* Several windows may be counted from one event; it stands there once. */
static gboolean
has_event (const GPtrArray     *entries,
           const PanahDeadline *deadline)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const PanahTimelineEntry *entry = entries->pdata[i];
      if (entry->kind == PANAH_TIMELINE_EVENT && entry->point.day == deadline->event_on.day &&
          entry->point.is_moment == deadline->event_on.is_moment &&
          strcmp (entry->deadline->event->label, deadline->event->label) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_deadline (GPtrArray           *entries,
              PanahSession        *session,
              const PanahDeadline *deadline)
{
  const PanahCount *count = &deadline->count;
  gboolean ahead = panah_deadline_is_ahead (deadline), safe = panah_deadline_has_safe (session, deadline);
  gboolean missed = deadline->spec->whose == PANAH_WHOSE_PERSON && deadline->counted && deadline->over &&
                    (deadline->state == PANAH_DEADLINE_PASSED || deadline->state == PANAH_DEADLINE_MAY_APPLY);
  gboolean expected = deadline->spec->whose == PANAH_WHOSE_OFFICE && deadline->counted &&
                      deadline->state != PANAH_DEADLINE_MET && deadline->state != PANAH_DEADLINE_MET_LATE &&
                      deadline->state != PANAH_DEADLINE_SUSPENDED;

  if (!ahead && !missed && !expected)
    return;
  if (!has_event (entries, deadline))
    add_entry (entries, session, PANAH_TIMELINE_EVENT, deadline, &deadline->event_on);
  if (safe && count->safe.day == count->last.day)
    {
      add_entry (entries, session, PANAH_TIMELINE_ONLY, deadline, &count->safe);
      return;
    }
  if (safe)
    add_entry (entries, session, PANAH_TIMELINE_SAFE, deadline, &count->safe);
  add_entry (entries, session,
             ahead    ? PANAH_TIMELINE_LAST
             : missed ? PANAH_TIMELINE_MISSED
                      : PANAH_TIMELINE_EXPECTED,
             deadline, &count->last);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const PanahTimelineEntry *one = *(PanahTimelineEntry *const *) a, *two = *(PanahTimelineEntry *const *) b;

  if (one->time != two->time)
    return one->time < two->time ? -1 : 1;
  return (int) one->kind - (int) two->kind;
}

/**
 * panah_timeline_list:
 * @session: the session
 *
 * Returns: (transfer full) (element-type PanahTimelineEntry): today, and of each window that still matters its event and
 *   its days, in the order of time. They point into the plan of the session.
 */
GPtrArray *
panah_timeline_list (PanahSession *session)
{
  const GPtrArray *deadlines = panah_plan_get_deadlines (panah_session_get_plan (session));
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_free);
  PanahPoint today = panah_point_from_day (panah_moment_get_day (panah_session_get_now (session)));

  for (guint i = 0; i < deadlines->len; i++)
    add_deadline (entries, session, deadlines->pdata[i]);
  add_entry (entries, session, PANAH_TIMELINE_TODAY, NULL, &today);
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

static char *
say_event (PanahSession             *session,
           const PanahTimelineEntry *self)
{
  const PanahDeadline *deadline = self->deadline;
  const char *label = panah_session_translate (session, deadline->event->label);
  g_autofree char *first = panah_deadline_format_event (session, deadline, &deadline->event_on);

  if (deadline->event_on.is_moment || deadline->event_on.day == deadline->event_to.day)
    /* TRANSLATORS: a day, and the event of "Counted from %s" in the same form as there:
     * "Monday, 23 November 2026 – counted from the day you arrived" */
    return g_strdup_printf (_("%s – counted from %s"), first, label);

  const PanahPoint to = panah_point_from_day (deadline->event_to.day);
  g_autofree char *last = panah_deadline_format_event (session, deadline, &to);
  /* TRANSLATORS: two days, and the event of "Counted from %s" in the same form as there */
  return g_strdup_printf (_("Between %s and %s – counted from %s"), first, last, label);
}

/* @entry: a PanahTimelineEntry; a PanahSay. Returns: (transfer full): the day, what it is, and for what, in one sentence */
char *
panah_timeline_entry_say (PanahSession *session,
                          gconstpointer entry)
{
  const PanahTimelineEntry *self = entry;

  if (self->kind == PANAH_TIMELINE_EVENT)
    return say_event (session, self);

  g_autofree char *day = panah_deadline_format_point (session, self->deadline, &self->point);
  const char *label = self->deadline != NULL ? panah_session_translate (session, self->deadline->spec->label) : NULL;
  switch (self->kind)
    {
    case PANAH_TIMELINE_SAFE:
      /* TRANSLATORS: here and below: a day, and what has to be done by it */
      return g_strdup_printf (_("%s – go by this day: %s"), day, label);
    case PANAH_TIMELINE_ONLY:
      return g_strdup_printf (_("%s – go by this day, it is also the last one: %s"), day, label);
    case PANAH_TIMELINE_LAST:
      return self->point.is_moment ? g_strdup_printf (_("%s – not later than this hour: %s"), day, label)
                                   : g_strdup_printf (_("%s – last day: %s"), day, label);
    case PANAH_TIMELINE_EXPECTED:
      return g_strdup_printf (_("%s – the office should have done its part by then: %s"), day, label);
    case PANAH_TIMELINE_MISSED:
      return g_strdup_printf (_("%s – this date has passed: %s"), day, label);
    case PANAH_TIMELINE_TODAY:
    case PANAH_TIMELINE_EVENT:
    default:
      /* TRANSLATORS: %s is a day */
      return g_strdup_printf (_("Today: %s"), day);
    }
}
