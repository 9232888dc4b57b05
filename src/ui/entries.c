/* entries.c - the entries of a list, and whether there is another one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/entries.h"

#include "paper/text.h"
#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/list.h"
#include "ui/removed.h"
#include "ui/wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

static GtkWidget *
new_button (const char *label,
            const char *what,
            const char *action,
            const char *target)
{
  GtkWidget *button = panah_button_new (label, action, target);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, what);

  panah_a11y_set_name (button, name);
  return button;
}

/* @words: why there is @button */
static void
add_next_step (GtkWidget  *row,
               const char *words,
               GtkWidget  *button)
{
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), panah_label_new (words, "dim-label"));
  gtk_box_append (GTK_BOX (row), button);
}

/* What the law says of that person, or what has to be asked. */
static void
add_own_application (GtkWidget           *row,
                     PanahSession        *session,
                     const PanahFactSpec *spec,
                     guint                index,
                     const char          *what)
{
  g_autofree char *adult = g_strdup_printf ("adult:%s:%u", spec->id, index);
  g_autofree char *age = g_strdup_printf ("age:%s:%u", spec->id, index);

  if (panah_list_files_own (session, spec->id, index))
    add_next_step (row, _("Needs an application of their own"),
                   new_button (_("Start this person’s application"), what, "win.go", adult));
  else if (panah_list_is_near_line (session, spec->id, index))
    add_next_step (row, _("It is not sure in whose application this person stands"),
                   new_button (_("Read what this means"), what, "win.go", age));
}

/* @is_first: whether one begins at it */
static GtkWidget *
new_row (PanahPage           *page,
         const PanahFactSpec *spec,
         guint                index,
         gboolean             is_first)
{
  PanahSession *session = panah_page_get_session (page);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *buttons = panah_wrap_box_new ();
  g_autofree char *what = panah_list_describe (session, spec->id, index);
  g_autofree char *entry = g_strdup_printf ("entry:%s:%u", spec->id, index);
  g_autofree char *target = g_strdup_printf ("%s:%u", spec->id, index);
  GtkWidget *change = new_button (_("Change"), what, "win.go", entry);

  if (is_first)
    panah_page_set_first (page, change);
  gtk_widget_add_css_class (row, "row");
  gtk_box_append (GTK_BOX (row), panah_label_new (what, "question"));
  gtk_box_append (GTK_BOX (buttons), change);
  gtk_box_append (GTK_BOX (buttons), new_button (_("Remove"), what, "win.remove-entry", target));
  gtk_box_append (GTK_BOX (row), buttons);
  add_own_application (row, session, spec, index, what);
  return row;
}

/* Takes the focus itself, so that it is heard, and so that a key pressed twice does not undo what was wanted. */
static GtkWidget *
new_removed_row (PanahPage *page)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "focusable", TRUE,
                                 "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 8, NULL);
  g_autofree char *what = panah_list_describe_removed (panah_page_get_session (page));
  g_autofree char *isolated = panah_text_isolate (what, PANAH_ISOLATE_FIRST_STRONG);
  /* TRANSLATORS: %s is a person or a thing, as the list names it */
  g_autofree char *text = g_strdup_printf (_("%s was removed."), isolated);
  GtkWidget *button = new_button (_("Bring it back"), what, "win.bring-back", NULL);

  panah_page_set_first (page, row);
  panah_a11y_set_name (row, text);
  gtk_widget_add_css_class (row, "row");
  gtk_widget_add_css_class (row, "removed");
  gtk_box_append (GTK_BOX (row), panah_label_new (text, NULL));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

/* What was removed is said where it stood. */
static void
add_rows (GtkWidget           *rows,
          PanahPage           *page,
          const PanahFactSpec *spec,
          guint                n,
          const PanahRemoved  *removed)
{
  for (guint i = 0; i <= n; i++)
    {
      gboolean is_here = removed != NULL && removed->index == i;

      if (is_here && !removed->is_back)
        gtk_box_append (GTK_BOX (rows), new_removed_row (page));
      if (i < n)
        gtk_box_append (GTK_BOX (rows), new_row (page, spec, i, is_here && removed->is_back));
    }
}

static gboolean
is_none (PanahSession        *session,
         const PanahFactSpec *spec,
         guint               *out_n)
{
  const PanahValue *value = panah_facts_get (panah_session_get_facts (session), spec->id);

  *out_n = panah_value_get_n_entries (value);
  return panah_value_get_answer (value) == PANAH_ANSWER_NONE;
}

/* Returns: (transfer floating): the entries of the list, each with what can be done with it */
GtkWidget *
panah_entries_new (PanahPage           *page,
                   const PanahFactSpec *spec)
{
  PanahSession *session = panah_page_get_session (page);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  const PanahRemoved *removed = panah_removed_get (session);
  guint n;
  gboolean none = is_none (session, spec, &n);

  if (removed != NULL && strcmp (removed->list, spec->id) != 0)
    removed = NULL;
  if (spec->help != NULL)
    gtk_box_append (GTK_BOX (rows), panah_both_new (session, spec->help, "dim-label"));
  if (n == 0 && removed == NULL)
    gtk_box_append (GTK_BOX (rows), panah_label_new (none ? _("You answered: there is none.") : _("Nothing has been entered yet."), NULL));
  add_rows (rows, page, spec, n, removed);
  return rows;
}

/* The question under the list: to go on is the answer “no”. */
void
panah_entries_add_actions (PanahPage           *page,
                           const PanahFactSpec *spec)
{
  PanahSession *session = panah_page_get_session (page);
  guint n;
  gboolean none = is_none (session, spec, &n);
  g_autofree char *next = NULL;

  next = g_strdup_printf ("entry:%s:%u", spec->id, n);
  panah_page_add (page, panah_both_new (session, n > 0 ? N_("Is there another one to add?") : N_("Is there one to add?"), "question"));
  panah_page_add_action (page, n > 0 ? _("Yes, add another") : _("Yes, add one"), "win.go", next);
  if (n > 0 || none)
    panah_page_add_action (page, _("No, continue"), "win.accept", NULL);
  else if (spec->none_allowed)
    panah_page_add_action (page, _("There is none"), "win.answer-none", spec->id);
  if (n == 0 && !none)
    panah_page_add_action (page, _("Skip for now"), "win.skip", NULL);
}
