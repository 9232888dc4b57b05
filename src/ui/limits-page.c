/* limits-page.c - what this program cannot protect anybody from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A promise that cannot be kept is the greater danger: who knows the limits can choose another computer. SECURITY.md says
 * the same to those who look after computers. */

#include "ui/a11y.h"
#include "ui/pages.h"

#include <glib/gi18n.h>

static void
add_limit (GtkWidget  *rows,
           const char *label,
           const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (row, "row");
  gtk_box_append (GTK_BOX (row), panah_label_new (label, "question"));
  gtk_box_append (GTK_BOX (row), panah_label_new (text, NULL));
  gtk_box_append (GTK_BOX (rows), row);
}

static void
add_people (PanahPage *page)
{
  GtkWidget *rows = panah_page_add_part (page, _("Who may see you write"));

  add_limit (rows, _("The owner of this computer"), _("Whoever looks after this computer can record every key, the screen, or the room with a camera. No program can see that or stop it. If you do not trust the owner, use another computer."));
  add_limit (rows, _("Other programs that run now"), _("On many computers every open program can read the keys and the windows of all others. Close what you do not need. An office should choose “Wayland” when people log in."));
  add_limit (rows, _("People near you"), _("Sit with your back to a wall. What a screen reader says aloud is heard by those around: use headphones."));
  add_limit (rows, _("Somebody who forces you"), _("Nothing here hides that you have a file or what it is. There is no second passphrase that shows something harmless."));
}

static void
add_traces (PanahPage *page)
{
  GtkWidget *rows = panah_page_add_part (page, _("What may stay behind"));

  add_limit (rows, _("Saved papers"), _("A paper that you save can be read by everybody who finds it. The computer may keep its name in a list of recent files, and a small picture of it. Save it on your own stick, not on this computer."));
  add_limit (rows, _("A stick"), _("What you delete from a stick can be brought back. Take it out only after you have told the computer to release it, or what you saved may be lost."));
  add_limit (rows, _("Printing"), _("The printer and the queue before it can keep a copy for a day or longer. Ask those who look after them. Take every sheet with you."));
  add_limit (rows, _("What you copy"), _("Some computers keep all that was ever copied. “Leave” empties what it can, but not such a list."));
  add_limit (rows, _("The memory of the computer"), _("Passphrases are wiped at once. Your answers are in ordinary memory while the window is open, and gone when it closes. A computer that is put to sleep, or that has little memory, can write them to its disk before. Close the window first."));
  add_limit (rows, _("That you used this program"), _("The computer may remember that it ran, and when. It does not remember what you wrote."));
}

static void
add_mistakes (PanahPage *page)
{
  GtkWidget *rows = panah_page_add_part (page, _("What it cannot do for you"));

  add_limit (rows, _("Find a lost passphrase"), _("Nobody can open a locked file without its passphrase, neither we nor the police. Nor can anybody give it back to you."));
  add_limit (rows, _("Say who made a file"), _("Whoever knows the passphrase of a file can change it. That it opens does not prove who wrote it."));
  add_limit (rows, _("Know today’s law"), _("It has no network, so it cannot learn that a law has changed. Each date says when its article was last looked up."));
}

GtkWidget *
panah_limits_page_new (PanahSession *session)
{
  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("What this program cannot protect you from"), NULL));

  panah_page_add_text (page, _("It never uses a network. It writes nothing unless you ask, and “Leave” forgets your answers at once. But it is not alone on this computer."), NULL);
  add_people (page);
  add_traces (page);
  add_mistakes (page);
  panah_page_add_action (page, _("Back"), "win.back", NULL);
  return GTK_WIDGET (page);
}
