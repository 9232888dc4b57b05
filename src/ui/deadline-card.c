/* deadline-card.c - one window of time: the day to go by, and how it was counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/deadline-card.h"

#include "ui/both.h"
#include "ui/plan-words.h"
#include "ui/reasons.h"

#include <glib/gi18n.h>

static GtkWidget *
new_reasons (PanahSession        *session,
             const PanahDeadline *deadline)
{
  GtkWidget *box = panah_reasons_box_new ();
  /* TRANSLATORS: %s is what has to be done by a date */
  g_autofree char *name =
    g_strdup_printf (_("How this was counted: %s"), panah_session_translate (session, deadline->spec->label));

  panah_both_law_append (box, session, panah_deadline_say_event, deadline, NULL);
  panah_both_law_append (box, session, panah_deadline_say_length, deadline, NULL);
  panah_both_law_append (box, session, panah_deadline_say_roll, deadline, NULL);
  panah_law_append (box, session, &deadline->value->provenance);
  return panah_reasons_new (_("How this was counted"), name, box);
}

/* How it stands, the doubt about the dates, and the reasons. */
static void
append_details (GtkWidget           *card,
                PanahSession        *session,
                const PanahDeadline *deadline)
{
  panah_both_law_append (card, session, panah_deadline_say_closed, deadline, NULL);
  panah_both_law_append (card, session, panah_deadline_say_state, deadline, NULL);
  panah_both_law_append (card, session, panah_deadline_say_confidence, deadline, "dim-label");
  if (deadline->counted)
    gtk_box_append (GTK_BOX (card), new_reasons (session, deadline));
}

/**
 * panah_deadline_lead_new:
 * @session: the session
 * @deadlines: the windows of its plan, the most urgent first
 *
 * Returns: (transfer floating): what to do next, in one sentence; who is late reads before it what can still be done
 */
GtkWidget *
panah_deadline_lead_new (PanahSession    *session,
                         const GPtrArray *deadlines)
{
  const PanahDeadline *first = panah_deadline_find_next (deadlines);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (card, "lead");
  if (first != NULL)
    panah_both_law_append (card, session, panah_deadline_say_late, first, "calm");
  panah_both_law_append (card, session, panah_deadline_say_next, deadlines, "next");
  if (first == NULL)
    return card;

  /* else the last day is what the sentence above names */
  if (panah_deadline_has_safe (session, first) || !panah_deadline_is_ahead (first))
    panah_both_law_append (card, session, panah_deadline_say_last, first, NULL);
  append_details (card, session, first);
  return card;
}

/**
 * panah_deadline_card_new:
 * @session: the session
 * @deadline: a window of its plan
 *
 * Returns: (transfer floating): what the window is and its dates, the one to go by first; behind a line that opens, how
 *   they were counted and after which article
 */
GtkWidget *
panah_deadline_card_new (PanahSession        *session,
                         const PanahDeadline *deadline)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gboolean leads_with_last = panah_deadline_is_ahead (deadline) && !panah_deadline_has_safe (session, deadline);

  gtk_widget_add_css_class (card, "row");
  panah_both_law_append_words (card, session, deadline->spec->label, "question");
  panah_both_law_append (card, session, panah_deadline_say_late, deadline, "calm");
  panah_both_law_append (card, session, panah_deadline_say_safe, deadline, "day");
  panah_both_law_append (card, session, panah_deadline_say_last, deadline, leads_with_last ? "day" : NULL);
  append_details (card, session, deadline);
  return card;
}
