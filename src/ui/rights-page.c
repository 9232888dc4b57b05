/* rights-page.c - what a person should know: warnings, rights, duties, what words mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/a11y.h"
#include "ui/deadline-card.h"
#include "ui/pages.h"

#include <glib/gi18n.h>

static void
append (GtkWidget  *box,
        const char *text,
        const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (box), panah_label_new (text, css_class));
}

/* Returns: (transfer floating): one notice, where it was read and how sure that is */
GtkWidget *
panah_notice_row_new (PanahSession      *session,
                      const PanahNotice *notice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  const PanahProvenance *law = &notice->value->provenance;

  gtk_widget_add_css_class (box, notice->spec->kind == PANAH_NOTICE_WARNING ? "notice" : "row");
  append (box, panah_session_translate (session, notice->spec->label), "question");
  if (notice->state == PANAH_NOTICE_MAY_APPLY)
    append (box, _("May concern you: it depends on what was not answered"), "dim-label");
  append (box, panah_session_translate (session, notice->spec->text), NULL);

  GtkWidget *how = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (how, "why");
  panah_law_append (how, session, law);
  append (how, panah_confidence_words (law->confidence), NULL);
  gtk_box_append (GTK_BOX (box), how);
  return box;
}

GtkWidget *
panah_rights_page_new (PanahSession *session)
{
  const GPtrArray *notices = panah_plan_get_notices (panah_session_get_plan (session));
  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("Your rights and duties"), NULL));
  const char *heads[] = { [PANAH_NOTICE_WARNING] = _("Look out"), [PANAH_NOTICE_RIGHT] = _("Your rights"),
                          [PANAH_NOTICE_DUTY] = _("Your duties"), [PANAH_NOTICE_EXPLANATION] = _("Good to know") };

  for (guint kind = 0; kind < G_N_ELEMENTS (heads); kind++)
    {
      gboolean headed = FALSE;
      for (guint i = 0; i < notices->len; i++)
        {
          const PanahNotice *notice = notices->pdata[i];
          if (notice->spec->kind != kind)
            continue;
          if (!headed)
            panah_page_add_text (page, heads[kind], "title-3");
          headed = TRUE;
          panah_page_add (page, panah_notice_row_new (session, notice));
        }
    }
  panah_page_add_action (page, _("Back to what there is to do"), "win.go", "tasks");
  panah_page_add_action (page, _("What this program cannot protect you from"), "win.go", PANAH_LIMITS);
  return GTK_WIDGET (page);
}
