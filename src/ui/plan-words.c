/* plan-words.c - what the plan says of its windows, one sentence at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each sentence is made whole, so that it can stand in one language and once more in another. */

#include "ui/plan-words.h"

#include "paper/sheet-words.h"
#include "paper/words.h"

#include <glib/gi18n.h>

static char *
format_point (PanahSession        *session,
              const PanahDeadline *deadline,
              const PanahPoint    *point,
              gboolean             is_end)
{
  return panah_sheet_words_format_point (panah_session_get_language (session), panah_session_get_facts (session), deadline,
                                         point, is_end);
}

/* @deadline: whose end it is, because who told the event in another calendar
 * wants to read the end in it too */
char *
panah_deadline_format_point (PanahSession        *session,
                             const PanahDeadline *deadline,
                             const PanahPoint    *point)
{
  return format_point (session, deadline, point, TRUE);
}

char *
panah_deadline_format_end (PanahSession     *session,
                           const PanahPoint *point)
{
  return format_point (session, NULL, point, TRUE);
}

char *
panah_deadline_format_event (PanahSession        *session,
                             const PanahDeadline *deadline,
                             const PanahPoint    *point)
{
  return format_point (session, deadline, point, FALSE);
}

/* Whether there is still something to do by its end. */
gboolean
panah_deadline_is_ahead (const PanahDeadline *deadline)
{
  static const gboolean ahead[] = {
    [PANAH_DEADLINE_OPEN] = TRUE, [PANAH_DEADLINE_DUE_TODAY] = TRUE, [PANAH_DEADLINE_WAITING] = TRUE,
    [PANAH_DEADLINE_MAY_APPLY] = TRUE, [PANAH_DEADLINE_NOT_COVERED] = FALSE,
  };

  return deadline->spec->whose == PANAH_WHOSE_PERSON && deadline->counted && !deadline->over && ahead[deadline->state];
}

/* Whether there is a day to go by that has not gone by itself. */
gboolean
panah_deadline_has_safe (PanahSession        *session,
                         const PanahDeadline *deadline)
{
  const PanahPoint *safe = &deadline->count.safe;

  return panah_deadline_is_ahead (deadline) && safe->day != 0 && !safe->is_moment &&
         panah_session_get_now (session) < panah_point_get_end (safe);
}

/* Returns: (nullable): what the person has to do next, late or not; @deadlines has the most urgent first */
const PanahDeadline *
panah_deadline_find_next (const GPtrArray *deadlines)
{
  for (guint i = 0; i < deadlines->len; i++)
    {
      const PanahDeadline *deadline = deadlines->pdata[i];
      if (deadline->spec->whose == PANAH_WHOSE_PERSON &&
          (panah_deadline_is_ahead (deadline) || deadline->state == PANAH_DEADLINE_PASSED ||
           deadline->state == PANAH_DEADLINE_MAY_APPLY))
        return deadline;
    }
  return NULL;
}

const char *
panah_deadline_state_words (PanahDeadlineState state)
{
  switch (state)
    {
    case PANAH_DEADLINE_OPEN:
      return _("Still open");
    case PANAH_DEADLINE_DUE_TODAY:
      return _("Today");
    case PANAH_DEADLINE_PASSED:
      return _("This date has passed. You may still act: say why you are late.");
    case PANAH_DEADLINE_WAITING:
      return _("Has not begun yet");
    case PANAH_DEADLINE_MET:
      return _("Done in time");
    case PANAH_DEADLINE_MET_LATE:
      return _("Done late");
    case PANAH_DEADLINE_SUSPENDED:
      return _("Does not run now");
    case PANAH_DEADLINE_NOT_COVERED:
      return _("We have no rule for this day: ask a lawyer");
    case PANAH_DEADLINE_MAY_APPLY:
    default:
      return _("May apply to you: act as if it did");
    }
}

const char *
panah_confidence_words (PanahConfidence confidence)
{
  switch (confidence)
    {
    case PANAH_CONFIDENCE_CONFIRMED:
      return _("How sure: read in the law itself");
    case PANAH_CONFIDENCE_SECONDARY:
      return _("How sure: from an older text or another source; ask to be certain");
    case PANAH_CONFIDENCE_UNCONFIRMED:
    default:
      return _("How sure: not confirmed; treat it as a warning and ask");
    }
}

char *
panah_deadline_say_next (PanahSession *session,
                         gconstpointer data)
{
  const PanahDeadline *first = panah_deadline_find_next (data);

  if (first == NULL)
    return g_strdup (_("No date is running for you that we know of. Answer the questions about your arrival first."));
  const char *what = panah_session_translate (session, first->spec->label);
  if (!first->counted)
    return g_strdup_printf (_("Today: %s. The day from which it is counted is not known."), what);
  if (first->over)
    return g_strdup_printf (_("As soon as you can: %s."), what);

  const PanahPoint *point = panah_deadline_has_safe (session, first) ? &first->count.safe : &first->count.last;
  g_autofree char *day = panah_deadline_format_point (session, first, point);
  /* TRANSLATORS: what to do, and the day to do it by */
  return g_strdup_printf (_("Next: %s – by %s."), what, day);
}

char *
panah_deadline_say_state (PanahSession *session,
                          gconstpointer data)
{
  const PanahDeadline *deadline = data;

  return g_strdup (panah_deadline_state_words (deadline->state));
}

/* What a person can still do who is late. */
char *
panah_deadline_say_late (PanahSession *session,
                         gconstpointer data)
{
  const PanahDeadline *deadline = data;
  gboolean late = deadline->state == PANAH_DEADLINE_PASSED ||
                  (deadline->state == PANAH_DEADLINE_MAY_APPLY && deadline->over);

  if (!late || deadline->spec->late_text == NULL)
    return NULL;
  return g_strdup (panah_session_translate (session, deadline->spec->late_text));
}

char *
panah_deadline_say_safe (PanahSession *session,
                         gconstpointer data)
{
  const PanahDeadline *deadline = data;

  if (!panah_deadline_has_safe (session, deadline))
    return NULL;
  g_autofree char *day = panah_deadline_format_point (session, deadline, &deadline->count.safe);
  return g_strdup_printf (_("Go by this day: %s"), day);
}

char *
panah_deadline_say_last (PanahSession *session,
                         gconstpointer data)
{
  const PanahDeadline *deadline = data;

  if (!deadline->counted || deadline->state == PANAH_DEADLINE_SUSPENDED)
    return NULL;
  g_autofree char *last = panah_deadline_format_point (session, deadline, &deadline->count.last);
  if (deadline->spec->whose == PANAH_WHOSE_OFFICE)
    return g_strdup_printf (_("Expected by: %s"), last);
  if (deadline->count.last.is_moment)
    return g_strdup_printf (_("Not later than: %s"), last);
  return g_strdup_printf (_("Last day: %s"), last);
}

/* Why there is no day to go by. */
char *
panah_deadline_say_closed (PanahSession *session,
                           gconstpointer data)
{
  const PanahDeadline *deadline = data;

  if (!panah_deadline_is_ahead (deadline) || deadline->count.last.is_moment || panah_deadline_has_safe (session, deadline))
    return NULL;
  return g_strdup (deadline->count.safe.day == 0
                     ? _("Offices are closed on every day before.")
                     : _("The last day on which offices were surely open has gone by. Act at once."));
}

char *
panah_deadline_say_event (PanahSession *session,
                          gconstpointer data)
{
  const PanahDeadline *deadline = data;
  const char *label = panah_session_translate (session, deadline->event->label);
  const PanahPoint *from = &deadline->event_on, *to = &deadline->event_to;
  g_autofree char *first = panah_deadline_format_event (session, deadline, from);

  if (!from->is_moment && from->day != to->day)
    {
      const PanahPoint day = panah_point_from_day (to->day);
      g_autofree char *last = panah_deadline_format_event (session, deadline, &day);
      /* TRANSLATORS: an event in the pack's words, and two days */
      return g_strdup_printf (_("Counted from %s: between %s and %s. The earliest day counts."), label, first, last);
    }
  if (from->is_moment || deadline->count.counted_end.is_moment || deadline->value->period.until != 0)
    /* TRANSLATORS: an event in the pack's words, a day and perhaps an hour */
    return g_strdup_printf (_("Counted from %s: %s."), label, first);
  /* TRANSLATORS: an event in the pack's words, a day */
  return g_strdup_printf (_("Counted from %s: %s. That day itself is not counted."), label, first);
}

static char *
format_length (guint     n,
               PanahUnit unit)
{
  switch (unit)
    {
    case PANAH_UNIT_HOURS:
      return g_strdup_printf (ngettext ("%u hour", "%u hours", n), n);
    case PANAH_UNIT_WORKING_DAYS:
      return g_strdup_printf (ngettext ("%u working day", "%u working days", n), n);
    case PANAH_UNIT_WEEKS:
      return g_strdup_printf (ngettext ("%u week", "%u weeks", n), n);
    case PANAH_UNIT_MONTHS:
      return g_strdup_printf (ngettext ("%u month", "%u months", n), n);
    case PANAH_UNIT_YEARS:
      return g_strdup_printf (ngettext ("%u year", "%u years", n), n);
    case PANAH_UNIT_DAYS:
    default:
      return g_strdup_printf (ngettext ("%u calendar day", "%u calendar days", n), n);
    }
}

char *
panah_deadline_say_length (PanahSession *session,
                           gconstpointer data)
{
  const PanahDeadline *deadline = data;
  const PanahPeriod *period = &deadline->value->period;
  g_autofree char *end = panah_deadline_format_point (session, deadline, &deadline->count.counted_end);
  g_autoptr (GString) lengths = g_string_new (NULL);

  if (period->until != 0)
    /* TRANSLATORS: %s is a day */
    return g_strdup_printf (_("The rule itself names the last day: %s."), end);
  for (guint i = 0; i < period->n_steps; i++)
    {
      g_autofree char *length = format_length (period->steps[i].count, period->steps[i].unit);
      g_string_append_printf (lengths, "%s%s", i > 0 ? " + " : "", length);
    }
  return period->backward
           /* TRANSLATORS: "15 working days before it: Monday, 3 August 2026." */
           ? g_strdup_printf (_("%s before it: %s."), lengths->str, end)
           /* TRANSLATORS: "5 calendar days after it: Saturday, 28 November 2026." */
           : g_strdup_printf (_("%s after it: %s."), lengths->str, end);
}

/* What became of an end on a day off, or at night. */
char *
panah_deadline_say_roll (PanahSession *session,
                         gconstpointer data)
{
  const PanahDeadline *deadline = data;
  const PanahCount *count = &deadline->count;

  if (count->counted_end.is_moment)
    return g_strdup (_("Hours are counted without a break, at night too. The office may be closed: go at once."));
  if (count->last.day != count->counted_end.day)
    return g_strdup (_("Offices are closed on that day, so the end moves to the next day on which they work."));
  return NULL;
}

char *
panah_deadline_say_confidence (PanahSession *session,
                               gconstpointer data)
{
  const PanahDeadline *deadline = data;

  return deadline->counted ? g_strdup (panah_confidence_words (deadline->confidence)) : NULL;
}

/* Where a rule was read, so that a lawyer can look it up. */
char *
panah_reference_say (PanahSession *session,
                     gconstpointer data)
{
  const PanahReference *reference = data;
  const char *language = panah_session_get_language (session);
  g_autofree char *edition = panah_words_format_date (language, reference->edition_read);
  g_autofree char *checked = panah_words_format_date (language, reference->checked_on);

  /* TRANSLATORS: an act and its article, the day of its edition, the day it was looked up */
  return g_strdup_printf (_("%s, %s. Text of %s, looked up on %s."),
                          panah_session_translate (session, reference->title),
                          reference->article != NULL ? panah_session_translate (session, reference->article) : "–",
                          edition, checked);
}

char *
panah_provenance_say_confidence (PanahSession *session,
                                 gconstpointer data)
{
  const PanahProvenance *provenance = data;

  return g_strdup (panah_confidence_words (provenance->confidence));
}

char *
panah_provenance_say_checked (PanahSession *session,
                              gconstpointer data)
{
  const PanahProvenance *provenance = data;
  g_autofree char *checked = panah_words_format_date (panah_session_get_language (session), provenance->checked_on);

  /* TRANSLATORS: %s is the day on which an address was looked up */
  return g_strdup_printf (_("Looked up on %s."), checked);
}
