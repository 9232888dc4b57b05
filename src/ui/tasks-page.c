/* tasks-page.c - the home page: what can be done, and how far it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/text.h"
#include "ui/a11y.h"
#include "ui/pages.h"
#include "ui/progress.h"

#include <glib/gi18n.h>

/* One button for the whole row: its name, what it is about, how far it is; @help and @state: (nullable) */
GtkWidget *
panah_task_row_new (const char *label,
                    const char *help,
                    const char *state,
                    const char *action,
                    const char *target)
{
  GtkWidget *button = panah_button_new (label, action, target);
  GtkWidget *row = panah_row_new (12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = state != NULL ? g_strdup_printf ("%s: %s", label, state) : g_strdup (label);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), panah_label_new (label, "label"));
  if (help != NULL)
    gtk_box_append (GTK_BOX (words), panah_label_new (help, "dim-label"));
  panah_row_append (row, words);
  if (state != NULL)
    {
      GtkWidget *words_of_state = panah_label_new (state, NULL);
      gtk_label_set_wrap_mode (GTK_LABEL (words_of_state), PANGO_WRAP_WORD);
      panah_row_append (row, words_of_state);
    }
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "task");
  panah_a11y_set_name (button, name);
  return button;
}

static void
add_row (GtkWidget  *tasks,
         const char *label,
         const char *help,
         const char *state,
         const char *place)
{
  gtk_box_append (GTK_BOX (tasks), panah_task_row_new (label, help, state, "win.go", place));
}

/* How far a section is: a mark and the word for it, and how many pages it has where that says more. */
static void
add_state (GtkWidget           *row,
           const PanahProgress *progress)
{
  GtkWidget *box = panah_row_new (8);
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", panah_progress_icon (progress->state), "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  panah_row_append (box, mark);
  panah_row_append (box, panah_label_new (panah_progress_name (progress->state), "state"));
  if (progress->state == PANAH_PROGRESS_IN_PROGRESS || progress->state == PANAH_PROGRESS_NEEDS_ATTENTION)
    {
      /* TRANSLATORS: "3 of 9 answered" */
      g_autofree char *count = g_strdup_printf (_("%u of %u answered"), progress->n_answered, progress->n_asked);
      panah_row_append (box, panah_label_new (count, "dim-label"));
    }
  gtk_box_append (GTK_BOX (row), box);
}

/* What is asked first, where nothing can be asked yet. (nullable) */
static char *
name_first_step (PanahSession        *session,
                 const PanahProgress *progress)
{
  if (progress->state != PANAH_PROGRESS_CANNOT_START)
    return NULL;
  g_autofree char *question =
    panah_text_isolate (panah_session_translate (session, progress->next->label), PANAH_ISOLATE_FIRST_STRONG);
  /* TRANSLATORS: %s is a question on another page */
  return g_strdup_printf (_("Answer this first: “%s”"), question);
}

static void
add_section (GtkWidget              *tasks,
             PanahSession           *session,
             const PanahSectionSpec *section)
{
  PanahProgress progress = panah_progress_measure (session, section);

  if (progress.state == PANAH_PROGRESS_HIDDEN)
    return;

  gboolean announced = section->hard_help != NULL && progress.n_asked > 0 && progress.n_answered == 0;
  g_autofree char *first_step = name_first_step (session, &progress);
  g_autofree char *place =
    announced ? g_strconcat (PANAH_HARD, section->id, NULL) : g_strconcat ("ask:", progress.next->id, NULL);
  const char *label = panah_session_translate (session, section->label);
  const char *help = section->help != NULL ? panah_session_translate (session, section->help) : NULL;
  GtkWidget *row = panah_task_row_new (label, first_step != NULL ? first_step : help, NULL, "win.go", place);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, panah_progress_name (progress.state));

  add_state (gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (row))), &progress);
  panah_a11y_set_name (row, name);
  gtk_box_append (GTK_BOX (tasks), row);
}

/* What the person is here for, and the way to something else. */
static void
add_journey (PanahPage    *page,
             PanahSession *session)
{
  PanahPack *pack = panah_session_get_pack (session);
  const char *id = panah_facts_get_journey (panah_session_get_facts (session));
  const PanahJourneySpec *journey = id != NULL ? panah_pack_find_journey (pack, id) : NULL;

  if (journey != NULL)
    panah_page_add (page, panah_task_row_new (panah_session_translate (session, journey->label),
                                              panah_pack_get_name (pack, panah_session_get_language (session)),
                                              _("Change"), "win.go", "journey"));
}

static void
add_people (PanahPage    *page,
            PanahSession *session)
{
  guint n = panah_session_get_n_cases (session);

  if (n < 2)
    return;
  GtkWidget *people = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (people, "group");
  gtk_box_append (GTK_BOX (people), panah_label_new (_("Whose application"), "heading"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = panah_session_name_case (session, i);
      g_autofree char *target = g_strdup_printf ("%u", i);
      g_autofree char *label = name != NULL ? g_strdup (name) : g_strdup_printf (_("Application %u"), i + 1);
      gboolean current = i == panah_session_get_current (session);
      /* TRANSLATORS: %s is a person whose application is open now */
      g_autofree char *words = current ? g_strdup_printf (_("%s – open now"), label) : g_strdup (label);
      GtkWidget *button = panah_button_new (words, "win.person", target);
      if (current)
        gtk_widget_add_css_class (button, "suggested-action");
      gtk_box_append (GTK_BOX (people), button);
    }
  panah_page_add (page, people);
}

GtkWidget *
panah_tasks_page_new (PanahSession *session)
{
  PanahPage *page = PANAH_PAGE (
    panah_page_new (session, _("What there is to do"), _("Go in any order. You can skip whatever you do not know.")));
  guint n;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (panah_session_get_pack (session), &n);

  GtkWidget *tasks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *results = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *part;

  add_journey (page, session);
  add_people (page, session);
  for (guint i = 0; i < n; i++)
    add_section (tasks, session, sections[i]);
  panah_page_add (page, tasks);
  part = panah_page_add_part (page, _("When you have answered what you can"));
  add_row (results, _("Your dates, papers and offices"), _("What to do by which day, what to bring, where to go."), NULL, "plan");
  add_row (results, _("Your rights and duties"), _("What you may ask for, what is asked of you, what to look out for."), NULL, "rights");
  add_row (results, _("All answers"), _("Every question on one page, for those who know what is asked."), NULL, PANAH_ANSWERS);
  add_row (results, _("Check your answers"), _("Read everything once more before you sign."), NULL, "check");
  add_row (results, _("The papers to sign"), _("See them, save them, print them."), NULL, "papers");
  add_row (results, _("Save in a locked file"), _("So that you can go on another day. Best on a stick that you take with you."), NULL, PANAH_SAVE);
  gtk_box_append (GTK_BOX (part), results);
  return GTK_WIDGET (page);
}
