/* rights-page.c - what a person should know: warnings, rights, duties, what words mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/both.h"
#include "ui/pages.h"
#include "ui/plan-words.h"
#include "ui/reasons.h"

#include <glib/gi18n.h>

static char *
say_may_apply (PanahSession *session,
               gconstpointer unused)
{
  return g_strdup (_("May concern you: it depends on what was not answered"));
}

/* Returns: (transfer floating): one notice and how sure it is; behind a line that opens, where it was read */
GtkWidget *
panah_notice_row_new (PanahSession      *session,
                      const PanahNotice *notice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *law = panah_reasons_box_new ();
  const PanahProvenance *provenance = &notice->value->provenance;
  /* TRANSLATORS: %s is a right, a duty or a warning in a few words */
  g_autofree char *name =
    g_strdup_printf (_("Where this is written: %s"), panah_session_translate (session, notice->spec->label));

  gtk_widget_add_css_class (box, notice->spec->kind == PANAH_NOTICE_WARNING ? "notice" : "row");
  panah_both_law_append_words (box, session, notice->spec->label, "question");
  if (notice->state == PANAH_NOTICE_MAY_APPLY)
    panah_both_law_append (box, session, say_may_apply, NULL, "dim-label");
  panah_both_law_append_words (box, session, notice->spec->text, NULL);
  panah_both_law_append (box, session, panah_provenance_say_confidence, provenance, "dim-label");
  panah_law_append (law, session, provenance);
  gtk_box_append (GTK_BOX (box), panah_reasons_new (_("Where this is written"), name, law));
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
      GtkWidget *part = NULL;
      for (guint i = 0; i < notices->len; i++)
        {
          const PanahNotice *notice = notices->pdata[i];
          if (notice->spec->kind != kind)
            continue;
          if (part == NULL)
            part = panah_page_add_part (page, heads[kind]);
          gtk_box_append (GTK_BOX (part), panah_notice_row_new (session, notice));
        }
    }
  panah_page_add_action (page, _("Back to what there is to do"), "win.go", "tasks");
  panah_page_add_action (page, _("What this program cannot protect you from"), "win.go", PANAH_LIMITS);
  return GTK_WIDGET (page);
}
