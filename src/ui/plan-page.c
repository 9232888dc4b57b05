/* plan-page.c - dates, papers and offices: what to do next, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/deadline-card.h"
#include "ui/moved-notice.h"
#include "ui/office-card.h"
#include "ui/pages.h"
#include "ui/plan-words.h"
#include "ui/reasons.h"
#include "ui/timeline.h"
#include "ui/wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

static void
paper_cb (GtkCheckButton *radio,
          PanahSession   *session)
{
  if (gtk_check_button_get_active (radio))
    panah_session_set_paper (session, g_object_get_data (G_OBJECT (radio), "paper"),
                             g_object_get_data (G_OBJECT (radio), "state"));
}

static GtkWidget *
new_paper_states (PanahSession     *session,
                  const PanahPaper *paper,
                  const char       *name)
{
  static const char *const states[] = { "have", "can-get", "lost" };
  const char *labels[] = { _("I have it"), _("I can get it"), _("It is lost, or I have none") };
  const char *said = panah_facts_get_paper (panah_session_get_facts (session), paper->spec->rule.id);
  GtkWidget *row = panah_wrap_box_new (), *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GtkWidget *radio = panah_radio_new (labels[i], group);
      g_autofree char *full = g_strdup_printf ("%s: %s", name, labels[i]);

      group = group != NULL ? group : radio;
      panah_a11y_set_name (radio, full);
      g_object_set_data (G_OBJECT (radio), "paper", (gpointer) paper->spec->rule.id);
      g_object_set_data (G_OBJECT (radio), "state", (gpointer) states[i]);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (radio), g_strcmp0 (said, states[i]) == 0);
      g_signal_connect_object (radio, "toggled", G_CALLBACK (paper_cb), session, 0);
      gtk_box_append (GTK_BOX (row), radio);
    }
  return row;
}

static void
add_paper (GtkWidget        *part,
           PanahSession     *session,
           const PanahPaper *paper)
{
  const char *name = panah_session_translate (session, paper->spec->label);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "row");
  panah_both_law_append_words (box, session, paper->spec->label, "question");
  panah_both_law_append_words (box, session, paper->spec->help, NULL);
  gtk_box_append (GTK_BOX (box), new_paper_states (session, paper, name));
  panah_both_law_append_words (box, session, paper->spec->if_missing, "dim-label");
  gtk_box_append (GTK_BOX (part), box);
}

static GtkWidget *
new_step (PanahSession    *session,
          const PanahStep *step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "row");
  panah_both_law_append_words (box, session, step->spec->label, "question");
  panah_both_law_append_words (box, session, step->spec->text, NULL);
  if (step->expected != NULL && step->expected->counted)
    panah_both_law_append (box, session, panah_deadline_say_last, step->expected, NULL);
  panah_both_law_append (box, session, panah_provenance_say_confidence, &step->value->provenance, "dim-label");
  return box;
}

static GtkWidget *
new_steps (PanahSession   *session,
           PanahStepState  state)
{
  const GPtrArray *steps = panah_plan_get_steps (panah_session_get_plan (session));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint i = 0; i < steps->len; i++)
    {
      const PanahStep *step = steps->pdata[i];
      if (step->state == state)
        gtk_box_append (GTK_BOX (box), new_step (session, step));
    }
  return box;
}

/* What comes now, and behind a line that opens what comes after, so that nobody waits without knowing for what. */
static void
add_steps (PanahPage    *page,
           PanahSession *session)
{
  GtkWidget *now = new_steps (session, PANAH_STEP_NOW), *later = new_steps (session, PANAH_STEP_LATER);
  gboolean has_now = gtk_widget_get_first_child (now) != NULL, has_later = gtk_widget_get_first_child (later) != NULL;

  g_object_ref_sink (now);
  g_object_ref_sink (later);
  GtkWidget *part = has_now || has_later ? panah_page_add_part (page, _("What happens next")) : NULL;
  if (has_now)
    gtk_box_append (GTK_BOX (part), now);
  if (has_later)
    gtk_box_append (GTK_BOX (part), panah_reasons_new (_("What comes after that"), _("What comes after that"), later));
  g_object_unref (now);
  g_object_unref (later);
}

/* What threatens comes right after the dates; the rest of what there is to know has a page of its own. */
static void
add_warnings (PanahPage       *page,
              PanahSession    *session,
              const GPtrArray *notices)
{
  GtkWidget *part = NULL;

  for (guint i = 0; i < notices->len; i++)
    {
      const PanahNotice *notice = notices->pdata[i];
      if (notice->spec->kind != PANAH_NOTICE_WARNING || notice->state != PANAH_NOTICE_APPLIES)
        continue;
      if (part == NULL)
        part = panah_page_add_part (page, _("Look out"));
      gtk_box_append (GTK_BOX (part), panah_notice_row_new (session, notice));
    }
}

static char *
say_come_without_papers (PanahSession *session,
                         gconstpointer unused)
{
  return g_strdup (_("Never stay away because a paper is missing."));
}

static void
add_papers (PanahPage       *page,
            PanahSession    *session,
            const GPtrArray *papers)
{
  GtkWidget *part = panah_page_add_part (page, _("Papers to bring"));

  gtk_box_append (GTK_BOX (part), panah_both_law_new (session, say_come_without_papers, NULL, NULL));
  for (guint i = 0; i < papers->len; i++)
    add_paper (part, session, papers->pdata[i]);
}

static void
add_offices (PanahPage       *page,
             PanahSession    *session,
             const GPtrArray *offices)
{
  GtkWidget *part = panah_page_add_part (page, _("Where to go, and who helps"));

  for (guint i = 0; i < offices->len; i++)
    gtk_box_append (GTK_BOX (part), panah_office_card_new (session, offices->pdata[i]));
}

/* What comes first on the page does not come again; of the others each opens its reasons. */
static void
add_deadlines (PanahPage       *page,
               PanahSession    *session,
               const GPtrArray *deadlines)
{
  const PanahDeadline *next = panah_deadline_find_next (deadlines);
  GtkWidget *part = NULL;

  for (guint i = 0; i < deadlines->len; i++)
    {
      if (deadlines->pdata[i] == next)
        continue;
      if (part == NULL)
        part = panah_page_add_part (page, next != NULL ? _("Your other dates") : _("Your dates"));
      gtk_box_append (GTK_BOX (part), panah_deadline_card_new (session, deadlines->pdata[i]));
    }
}

static void
add_timeline (PanahPage    *page,
              PanahSession *session)
{
  GtkWidget *timeline = panah_timeline_new (session);

  if (timeline != NULL)
    gtk_box_append (GTK_BOX (panah_page_add_part (page, _("Your days, one after the other"))), timeline);
}

static gboolean
has_deadlines (const PanahBlockSpec *const *blocks,
               guint                        n_blocks)
{
  for (guint i = 0; i < n_blocks; i++)
    {
      if (strcmp (blocks[i]->kind, "deadlines") == 0 || has_deadlines (blocks[i]->blocks, blocks[i]->n_blocks))
        return TRUE;
    }
  return FALSE;
}

/* The paper that says what this page says, to take along. */
static void
add_print_button (PanahPage       *page,
                  const GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const PanahDocumentSpec *document = documents->pdata[i];
      if (!document->for_user || !has_deadlines (document->blocks, document->n_blocks))
        continue;

      g_autofree char *place = g_strconcat ("preview:", document->rule.id, NULL);
      GtkWidget *button = panah_button_new (_("Print or save this plan"), "win.go", place);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      panah_page_add (page, button);
      return;
    }
}

GtkWidget *
panah_plan_page_new (PanahSession *session)
{
  PanahPlan *plan = panah_session_get_plan (session);
  const GPtrArray *deadlines = panah_plan_get_deadlines (plan);
  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("Your dates, papers and offices"), NULL));

  panah_moved_notice_add (page);
  panah_page_add (page, panah_deadline_lead_new (session, deadlines));
  add_print_button (page, panah_plan_get_documents (plan));
  add_timeline (page, session);
  add_deadlines (page, session, deadlines);
  add_warnings (page, session, panah_plan_get_notices (plan));
  add_papers (page, session, panah_plan_get_papers (plan));
  add_offices (page, session, panah_plan_get_offices (plan));
  add_steps (page, session);
  panah_page_add_action (page, _("Check your answers"), "win.go", "check");
  panah_page_add_action (page, _("Your rights and duties"), "win.go", "rights");
  panah_page_add_action (page, _("Back to what there is to do"), "win.go", "tasks");
  return GTK_WIDGET (page);
}
