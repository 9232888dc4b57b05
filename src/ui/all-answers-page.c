/* all-answers-page.c - every question of every section on one page, for those who know what is asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields are those of the question pages, from the same builder. A section is built when it is opened first: nobody
 * waits for a hundred questions to change two. */

#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/pages.h"
#include "ui/progress.h"
#include "ui/questions.h"

#include <glib/gi18n.h>

/* One section: its heading folds it open and shut. */
typedef struct
{
  PanahPage              *page; /* holds both widgets */
  const PanahSectionSpec *spec;
  GtkWidget              *body;
  char                   *mark;
} Fold;

static void
fold_free (gpointer  data,
           GClosure *closure)
{
  Fold *self = data;

  g_free (self->mark);
  g_free (self);
}

static void
add_list_button (GtkWidget           *body,
                 PanahSession        *session,
                 const PanahPageSpec *page)
{
  g_autofree char *place = g_strconcat ("ask:", page->id, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", _("Add or remove"), panah_session_translate (session, page->label));
  GtkWidget *button = panah_button_new (_("Add or remove"), "win.change", place);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  panah_a11y_set_name (button, name);
  gtk_box_append (GTK_BOX (body), button);
}

static void
build (Fold *self)
{
  PanahSession *session = panah_page_get_session (self->page);

  for (guint i = 0; i < self->spec->n_pages; i++)
    {
      const PanahPageSpec *page = self->spec->pages[i];
      if (!panah_progress_is_asked (session, page))
        continue;
      if (panah_questions_add (self->page, self->body, page, PANAH_QUESTIONS_DENSE))
        add_list_button (self->body, session, page);
    }
}

static void
toggled_cb (GtkToggleButton *heading,
            Fold            *self)
{
  gboolean open = gtk_toggle_button_get_active (heading);

  if (open && gtk_widget_get_first_child (self->body) == NULL)
    build (self);
  panah_session_set_mark (panah_page_get_session (self->page), self->mark, open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static GtkWidget *
new_heading (PanahSession           *session,
             const PanahSectionSpec *spec,
             const PanahProgress    *progress)
{
  GtkWidget *heading = gtk_toggle_button_new (), *row = panah_row_new (12);
  const char *label = panah_session_translate (session, spec->label);
  g_autofree char *count = g_strdup_printf (_("%u of %u answered"), progress->n_answered, progress->n_asked);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, count);
  GtkWidget *words = panah_both_new (session, spec->label, "label");

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (row, GTK_ALIGN_CENTER);
  panah_row_append (row, words);
  panah_row_append (row, panah_label_new (count, NULL));
  gtk_button_set_child (GTK_BUTTON (heading), row);
  gtk_widget_add_css_class (heading, "task");
  panah_a11y_set_name (heading, name);
  return heading;
}

static void
add_section (PanahPage              *page,
             const PanahSectionSpec *spec)
{
  PanahSession *session = panah_page_get_session (page);
  PanahProgress progress = panah_progress_measure (session, spec);
  Fold *fold;

  if (progress.n_asked == 0)
    return;
  fold = g_new0 (Fold, 1);
  fold->page = page;
  fold->spec = spec;
  fold->mark = g_strconcat ("open:", spec->id, NULL);
  fold->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *heading = new_heading (session, spec, &progress);
  gtk_widget_add_css_class (fold->body, "group");
  panah_page_add (page, heading);
  panah_page_add (page, fold->body);
  g_signal_connect_data (heading, "toggled", G_CALLBACK (toggled_cb), fold, fold_free, 0);
  g_object_bind_property (heading, "active", fold->body, "visible", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (heading), panah_session_is_marked (session, fold->mark));
}

static void
open_all_cb (GtkButton *button,
             PanahPage *page)
{
  for (GtkWidget *child = gtk_widget_get_first_child (panah_page_get_content (page)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_TOGGLE_BUTTON (child))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
    }
}

GtkWidget *
panah_all_answers_page_new (PanahSession *session)
{
  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("All answers"),
                                                _("Open a part, change what has to be changed, then keep it.")));
  guint n;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (panah_session_get_pack (session), &n);
  GtkWidget *all = panah_button_new (_("Open all parts"), NULL, NULL);

  gtk_widget_set_halign (all, GTK_ALIGN_START);
  g_signal_connect_object (all, "clicked", G_CALLBACK (open_all_cb), page, 0);
  panah_page_add (page, all);
  panah_page_set_dense (page);
  for (guint i = 0; i < n; i++)
    add_section (page, sections[i]);
  panah_page_add_action (page, _("Keep these answers"), "win.accept", NULL);
  panah_page_add_action (page, _("Check your answers"), "win.go", "check");
  panah_page_add_action (page, _("Back to what there is to do"), "win.go", "tasks");
  return GTK_WIDGET (page);
}
