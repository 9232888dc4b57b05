/* deadline-card.c - one window of time: the day to go by, and how it was counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/deadline-card.h"

#include "paper/words.h"
#include "ui/a11y.h"

#include <glib/gi18n.h>

/* Returns: (transfer full): the end of a window in the language of the window */
char *
panah_deadline_format_end (PanahSession     *session,
                           const PanahPoint *point)
{
  const char *language = panah_session_get_language (session);

  return point->is_moment ? panah_words_format_moment (language, point->moment, TRUE)
                          : panah_words_format_day (language, point->day);
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

static void
append (GtkWidget  *box,
        const char *text,
        const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (box), panah_label_new (text, css_class));
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

static void
append_event (GtkWidget           *box,
              PanahSession        *session,
              const PanahDeadline *deadline)
{
  const char *language = panah_session_get_language (session);
  const char *label = panah_session_translate (session, deadline->event->label);
  const PanahPoint *from = &deadline->event_on, *to = &deadline->event_to;
  g_autofree char *first = from->is_moment ? panah_words_format_moment (language, from->moment, FALSE)
                                           : panah_words_format_day (language, from->day);
  g_autofree char *last = panah_words_format_day (language, to->day);
  g_autofree char *text = NULL;

  if (!from->is_moment && from->day != to->day)
    /* TRANSLATORS: an event in the pack's words, and two days */
    text = g_strdup_printf (_("Counted from %s: between %s and %s. The earliest day counts."), label, first, last);
  else if (from->is_moment || (deadline->counted && (deadline->count.counted_end.is_moment ||
                                                     deadline->value->period.until != 0)))
    /* TRANSLATORS: an event in the pack's words, a day and perhaps an hour */
    text = g_strdup_printf (_("Counted from %s: %s."), label, first);
  else
    /* TRANSLATORS: an event in the pack's words, a day */
    text = g_strdup_printf (_("Counted from %s: %s. That day itself is not counted."), label, first);
  append (box, text, NULL);
}

/* Length, bare end, and what became of an end on a day off. */
static void
append_count (GtkWidget           *box,
              PanahSession        *session,
              const PanahDeadline *deadline)
{
  const PanahPeriod *period = &deadline->value->period;
  const PanahCount *count = &deadline->count;
  g_autofree char *end = panah_deadline_format_end (session, &count->counted_end);
  g_autoptr (GString) lengths = g_string_new (NULL);

  for (guint i = 0; i < period->n_steps; i++)
    {
      g_autofree char *length = format_length (period->steps[i].count, period->steps[i].unit);
      g_string_append_printf (lengths, "%s%s", i > 0 ? " + " : "", length);
    }
  g_autofree char *text = period->until != 0
                            /* TRANSLATORS: %s is a day */
                            ? g_strdup_printf (_("The rule itself names the last day: %s."), end)
                          : period->backward
                            /* TRANSLATORS: "15 working days before it: Monday, 3 August 2026." */
                            ? g_strdup_printf (_("%s before it: %s."), lengths->str, end)
                            /* TRANSLATORS: "5 calendar days after it: Saturday, 28 November 2026." */
                            : g_strdup_printf (_("%s after it: %s."), lengths->str, end);
  append (box, text, NULL);
  if (count->counted_end.is_moment)
    append (box, _("Hours are counted without a break, at night too. The office may be closed: go at once."), NULL);
  else if (count->last.day != count->counted_end.day)
    append (box, _("Offices are closed on that day, so the end moves to the next day on which they work."), NULL);
}

/* Adds to @box where a rule was read, so that a lawyer can look it up, and the doubt about it. */
void
panah_law_append (GtkWidget             *box,
                  PanahSession          *session,
                  const PanahProvenance *law)
{
  const char *language = panah_session_get_language (session);

  for (guint i = 0; i < law->n_references; i++)
    {
      const PanahReference *reference = law->references[i];
      g_autofree char *edition = panah_words_format_date (language, reference->edition_read);
      g_autofree char *checked = panah_words_format_date (language, reference->checked_on);
      /* TRANSLATORS: an act and its article, the day of its edition, the day it was looked up */
      g_autofree char *text = g_strdup_printf (_("%s, %s. Text of %s, looked up on %s."),
                                               panah_session_translate (session, reference->title),
                                               reference->article != NULL ? panah_session_translate (session, reference->article) : "–",
                                               edition, checked);
      append (box, text, NULL);
    }
  append (box, law->note != NULL ? panah_session_translate (session, law->note) : NULL, NULL);
}

/* The day to go by comes first; where there is none, the last one, and why. */
static void
append_dates (GtkWidget           *box,
              PanahSession        *session,
              const PanahDeadline *deadline)
{
  const PanahCount *count = &deadline->count;
  gboolean has_safe = count->safe.day != 0 && !count->safe.is_moment, mine = deadline->spec->whose == PANAH_WHOSE_PERSON;
  g_autofree char *last = panah_deadline_format_end (session, &count->last), *last_text = NULL;

  if (has_safe && mine)
    {
      g_autofree char *safe = panah_deadline_format_end (session, &count->safe);
      g_autofree char *safe_text = g_strdup_printf (_("Go by this day: %s"), safe);
      append (box, safe_text, "next");
    }
  if (!mine)
    last_text = g_strdup_printf (_("Expected by: %s"), last);
  else if (count->last.is_moment)
    last_text = g_strdup_printf (_("Not later than: %s"), last);
  else
    last_text = g_strdup_printf (_("Last day: %s"), last);
  append (box, last_text, has_safe || !mine ? NULL : "next");
  if (!has_safe && mine && !count->last.is_moment)
    append (box, _("Offices are closed on every day before."), NULL);
}

/**
 * panah_deadline_card_new:
 * @session: the session
 * @deadline: a window of its plan
 * @lead: whether it comes first
 *
 * Returns: (transfer floating): what the window is, its dates, and below them how they were counted, after which
 *   article, and how sure that is
 */
GtkWidget *
panah_deadline_card_new (PanahSession        *session,
                         const PanahDeadline *deadline,
                         gboolean             lead)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, lead ? "lead" : "row");
  append (card, panah_session_translate (session, deadline->spec->label), "question");
  append (card, panah_deadline_state_words (deadline->state), NULL);
  if (deadline->counted)
    append_dates (card, session, deadline);
  if (deadline->state == PANAH_DEADLINE_PASSED && deadline->spec->late_text != NULL)
    append (card, panah_session_translate (session, deadline->spec->late_text), NULL);
  if (deadline->counted)
    {
      GtkWidget *how = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      gtk_widget_add_css_class (how, "why");
      append (how, _("How this was counted"), "heading");
      append_event (how, session, deadline);
      append_count (how, session, deadline);
      panah_law_append (how, session, &deadline->value->provenance);
      append (how, panah_confidence_words (deadline->confidence), NULL);
      gtk_box_append (GTK_BOX (card), how);
    }
  return card;
}

/* Returns: (transfer full): one sentence that says what to do next; @deadlines has the most urgent first */
char *
panah_deadline_say_next (PanahSession    *session,
                         const GPtrArray *deadlines)
{
  const PanahDeadline *first = deadlines->len > 0 ? deadlines->pdata[0] : NULL;

  if (first == NULL || first->spec->whose == PANAH_WHOSE_OFFICE)
    return g_strdup (_("No date is running for you that we know of. Answer the questions about your arrival first."));
  const char *what = panah_session_translate (session, first->spec->label);
  if (!first->counted)
    return g_strdup_printf (_("Today: %s. The day from which it is counted is not known."), what);
  if (first->state == PANAH_DEADLINE_PASSED)
    return g_strdup_printf (_("As soon as you can: %s."), what);

  const PanahPoint *point = first->count.safe.day != 0 ? &first->count.safe : &first->count.last;
  g_autofree char *day = panah_deadline_format_end (session, point);
  /* TRANSLATORS: what to do, and the day to do it by */
  return g_strdup_printf (_("Next: %s – by %s."), what, day);
}
