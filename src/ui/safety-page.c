/* safety-page.c - what to do when somebody comes, before the first question that nobody else should see
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/a11y.h"
#include "ui/pages.h"

#include <glib/gi18n.h>

static void
add_advice (GtkWidget  *advice,
            const char *heading,
            const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "group");
  gtk_box_append (GTK_BOX (box), panah_label_new (heading, "heading"));
  gtk_box_append (GTK_BOX (box), panah_label_new (text, NULL));
  gtk_box_append (GTK_BOX (advice), box);
}

GtkWidget *
panah_safety_page_new (PanahSession *session)
{
  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("If somebody comes near"), NULL));
  GtkWidget *advice = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  panah_page_add (page, advice);
  add_advice (advice, _("Cover: the key F9"), _("Press F9, or “Cover” at the top of the window. Everything is hidden behind an empty page. “Continue” brings it back, and nothing is lost. On some keyboards F9 works only while you hold the key Fn."));
  add_advice (advice, _("Leave: press Esc three times"), _("Press Esc three times, or “Leave” at the top of the window. The window closes at once and asks nothing. What you have not saved is gone."));
  panah_page_add_text (page, _("Both work at any moment, whatever is open. The window also covers itself when nobody touches it for a few minutes."), NULL);
  panah_page_add_action (page, _("Try it: cover now"), "win.cover", NULL);
  panah_page_add_action (page, _("Continue to the questions"), "win.go", "tasks");
  return GTK_WIDGET (page);
}
