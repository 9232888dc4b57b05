/* preview-page.c - one paper, page by page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages.h"
#include "ui/paper-actions.h"
#include "ui/preview.h"

#include <glib/gi18n.h>
#include <string.h>

static void
show_paper (PanahPage   *page,
            PanahPapers *papers)
{
  const PanahMadePaper *paper = panah_papers_find (papers, g_object_get_data (G_OBJECT (page), "key"));
  GtkWidget *preview;

  if (paper == NULL)
    {
      panah_page_add_text (page, _("This paper is no longer among yours. Go back to see which there are."), "field-error");
      return;
    }
  panah_page_add (page, panah_paper_actions_new (papers, paper, panah_page_get_heading (page), FALSE));
  preview = panah_preview_new (papers, paper, panah_page_get_heading (page));
  panah_page_add (page, preview);
  /* unless the person has gone on to a button of the window meanwhile */
  if (gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (preview))) == NULL)
    panah_preview_focus_page (PANAH_PREVIEW (preview));
}

/* @key: which of the papers made from @spec */
GtkWidget *
panah_preview_page_new (PanahSession            *session,
                        const PanahDocumentSpec *spec,
                        const char              *key)
{
  g_autofree char *title = panah_papers_dup_name (session, spec->title, strstr (key, ".reading") != NULL);
  PanahPage *page = PANAH_PAGE (panah_page_new (session, title, NULL));

  panah_page_set_wide (page);
  g_object_set_data_full (G_OBJECT (page), "key", g_strdup (key), g_free);
  panah_paper_actions_await (page, show_paper);
  return GTK_WIDGET (page);
}
