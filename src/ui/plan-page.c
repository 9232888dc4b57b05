/* plan-page.c - dates, papers and offices: what to do next, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/text.h"
#include "ui/a11y.h"
#include "ui/deadline-card.h"
#include "ui/moved-notice.h"
#include "ui/pages.h"

#include <glib/gi18n.h>
#include <string.h>

static void
append (GtkWidget  *box,
        const char *text,
        const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (box), panah_label_new (text, css_class));
}

static void
paper_cb (GtkCheckButton *radio,
          PanahSession   *session)
{
  if (gtk_check_button_get_active (radio))
    panah_session_set_paper (session, g_object_get_data (G_OBJECT (radio), "paper"),
                             g_object_get_data (G_OBJECT (radio), "state"));
}

static void
add_paper (PanahPage        *page,
           PanahSession     *session,
           const PanahPaper *paper)
{
  static const char *const states[] = { "have", "can-get", "lost" };
  const char *labels[] = { _("I have it"), _("I can get it"), _("It is lost, or I have none") };
  const char *name = panah_session_translate (session, paper->spec->label);
  const char *said = panah_facts_get_paper (panah_session_get_facts (session), paper->spec->rule.id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *group = NULL;

  gtk_widget_add_css_class (box, "row");
  append (box, name, "question");
  append (box, paper->spec->help != NULL ? panah_session_translate (session, paper->spec->help) : NULL, "dim-label");
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
      gtk_box_append (GTK_BOX (box), radio);
    }
  append (box, paper->spec->if_missing != NULL ? panah_session_translate (session, paper->spec->if_missing) : NULL,
          "dim-label");
  panah_page_add (page, box);
}

static void
add_office (PanahPage             *page,
            PanahSession          *session,
            const PanahOfficeSpec *office)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *phones = g_strjoinv (", ", (char **) office->phones);
  g_autofree char *isolated = panah_text_isolate (phones, PANAH_ISOLATE_LTR);

  gtk_widget_add_css_class (box, "row");
  append (box, panah_session_translate (session, office->name), "heading");
  append (box, office->address != NULL ? panah_session_translate (session, office->address) : _("The address is not known to us"),
          NULL);
  append (box, *phones != '\0' ? isolated : NULL, NULL);
  append (box, office->hours != NULL ? panah_session_translate (session, office->hours) : NULL, NULL);
  append (box, office->note != NULL ? panah_session_translate (session, office->note) : NULL, "dim-label");
  append (box, panah_confidence_words (office->provenance.confidence), "dim-label");
  panah_page_add (page, box);
}

/* What comes now and after, so that nobody waits without knowing for what. */
static void
add_steps (PanahPage       *page,
           PanahSession    *session,
           const GPtrArray *steps)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < steps->len; i++)
    {
      const PanahStep *step = steps->pdata[i];
      if (step->state != PANAH_STEP_NOW && step->state != PANAH_STEP_LATER)
        continue;
      if (!headed)
        panah_page_add_text (page, _("What happens next"), "title-3");
      headed = TRUE;

      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      gtk_widget_add_css_class (box, "row");
      append (box, panah_session_translate (session, step->spec->label), "question");
      append (box, step->state == PANAH_STEP_NOW ? _("Now") : _("Later"), "dim-label");
      append (box, step->spec->text != NULL ? panah_session_translate (session, step->spec->text) : NULL, NULL);
      append (box, panah_confidence_words (step->value->provenance.confidence), "dim-label");
      panah_page_add (page, box);
    }
}

/* What threatens comes right after the dates; the rest of what there is to know has a page of its own. */
static void
add_warnings (PanahPage       *page,
              PanahSession    *session,
              const GPtrArray *notices)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < notices->len; i++)
    {
      const PanahNotice *notice = notices->pdata[i];
      if (notice->spec->kind != PANAH_NOTICE_WARNING || notice->state != PANAH_NOTICE_APPLIES)
        continue;
      if (!headed)
        panah_page_add_text (page, _("Look out"), "title-3");
      headed = TRUE;
      panah_page_add (page, panah_notice_row_new (session, notice));
    }
}

GtkWidget *
panah_plan_page_new (PanahSession *session)
{
  PanahPlan *plan = panah_session_get_plan (session);
  const GPtrArray *deadlines = panah_plan_get_deadlines (plan), *papers = panah_plan_get_papers (plan);
  const GPtrArray *offices = panah_plan_get_offices (plan);
  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("Your dates, papers and offices"), NULL));
  g_autofree char *next = panah_deadline_say_next (session, deadlines);

  panah_moved_notice_add (page);
  panah_page_add_text (page, next, "next");
  for (guint i = 0; i < deadlines->len; i++)
    panah_page_add (page, panah_deadline_card_new (session, deadlines->pdata[i], i == 0));
  add_warnings (page, session, panah_plan_get_notices (plan));
  panah_page_add_text (page, _("Papers to bring"), "title-3");
  panah_page_add_text (page, _("Never stay away because a paper is missing."), NULL);
  for (guint i = 0; i < papers->len; i++)
    add_paper (page, session, papers->pdata[i]);
  add_steps (page, session, panah_plan_get_steps (plan));
  panah_page_add_text (page, _("Where to go, and who helps"), "title-3");
  for (guint i = 0; i < offices->len; i++)
    add_office (page, session, offices->pdata[i]);
  panah_page_add_action (page, _("Check your answers"), "win.go", "check");
  panah_page_add_action (page, _("Your rights and duties"), "win.go", "rights");
  panah_page_add_action (page, _("Back to what there is to do"), "win.go", "tasks");
  return GTK_WIDGET (page);
}
