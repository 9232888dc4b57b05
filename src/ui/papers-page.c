/* papers-page.c - the papers of the case, and what one can do with each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/a11y.h"
#include "ui/pages.h"
#include "ui/paper-actions.h"
#include "ui/sheet-view.h"

#include <glib/gi18n.h>

#define PICTURE_WIDTH 360

static void
add_paper (PanahPage            *page,
           PanahPapers          *papers,
           const PanahMadePaper *paper)
{
  g_autofree char *title = panah_papers_dup_name (panah_page_get_session (page), paper->title, paper->is_copy);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *picture = panah_sheet_view_new (papers, paper, 0, title);

  gtk_widget_add_css_class (box, "row");
  gtk_box_append (GTK_BOX (box), panah_label_new (title, "question"));
  if (paper->is_copy)
    gtk_box_append (GTK_BOX (box), panah_label_new (_("Only for you: do not hand it in."), NULL));
  if (g_strcmp0 (title, paper->official_title) != 0)
    gtk_box_append (GTK_BOX (box), panah_label_new (paper->official_title, "dim-label"));
  gtk_box_append (GTK_BOX (box), panah_paper_actions_new (papers, paper, title, TRUE));
  panah_sheet_view_set_width (PANAH_SHEET_VIEW (picture), PICTURE_WIDTH);
  panah_sheet_view_set_drawn (PANAH_SHEET_VIEW (picture), TRUE);
  gtk_box_append (GTK_BOX (box), picture);
  panah_page_add (page, box);
}

static void
show_papers (PanahPage   *page,
             PanahPapers *papers)
{
  guint n_handed_in = 0;

  for (guint i = 0; i < panah_papers_get_n (papers); i++)
    n_handed_in += panah_papers_get_nth (papers, i)->handed_in ? 1 : 0;
  if (n_handed_in > 1)
    panah_page_add (page, panah_print_all_button_new (papers));
  for (guint i = 0; i < panah_papers_get_n (papers); i++)
    add_paper (page, papers, panah_papers_get_nth (papers, i));
}

GtkWidget *
panah_papers_page_new (PanahSession *session)
{
  PanahPage *page = PANAH_PAGE (
    panah_page_new (session, _("The papers to sign"),
                    _("Read them, save them to a stick of your own or have them printed, and sign by hand.")));

  panah_paper_actions_await (page, show_papers);
  panah_page_add_action (page, _("Your dates, papers and offices"), "win.go", "plan");
  panah_page_add_action (page, _("Back to what there is to do"), "win.go", "tasks");
  return GTK_WIDGET (page);
}
