/* tasks-page.c - the home page: what can be done, and how far it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/words.h"
#include "ui/a11y.h"
#include "ui/pages.h"

#include <glib/gi18n.h>

typedef struct
{
  guint       n_asked;
  guint       n_answered;
  const char *first;   /* (nullable): page of the section that is asked first */
  const char *next;    /* (nullable): first page with nothing answered */
} Progress;

static gboolean
is_answered (PanahSession        *session,
             const PanahPageSpec *page)
{
  for (guint i = 0; page->facts[i] != NULL; i++)
    {
      const PanahValue *value = panah_facts_get (panah_session_get_facts (session), page->facts[i]);
      if (panah_value_get_answer (value) != PANAH_ANSWER_ABSENT)
        return TRUE;
    }
  return FALSE;
}

static Progress
measure (PanahSession           *session,
         const PanahSectionSpec *section)
{
  Progress progress = { 0 };
  PanahConditionScope scope;

  panah_plan_init_scope (panah_session_get_plan (session), &scope);
  for (guint i = 0; i < section->n_pages; i++)
    {
      const PanahPageSpec *page = section->pages[i];
      if (panah_condition_evaluate (page->when, &scope) == PANAH_TRUTH_FALSE)
        continue;
      gboolean answered = is_answered (session, page);
      progress.n_asked++;
      progress.n_answered += answered;
      if (progress.first == NULL)
        progress.first = page->id;
      if (!answered && progress.next == NULL)
        progress.next = page->id;
    }
  return progress;
}

/* One button for the whole row: its name, what it is about, how far it is; @help and @state: (nullable) */
GtkWidget *
panah_task_row_new (const char *label,
                    const char *help,
                    const char *state,
                    const char *action,
                    const char *target)
{
  GtkWidget *button = panah_button_new (label, action, target);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = state != NULL ? g_strdup_printf ("%s: %s", label, state) : g_strdup (label);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), panah_label_new (label, "label"));
  if (help != NULL)
    gtk_box_append (GTK_BOX (words), panah_label_new (help, "dim-label"));
  gtk_box_append (GTK_BOX (row), words);
  if (state != NULL)
    {
      GtkWidget *words_of_state = panah_label_new (state, NULL);
      gtk_label_set_wrap_mode (GTK_LABEL (words_of_state), PANGO_WRAP_WORD);
      gtk_box_append (GTK_BOX (row), words_of_state);
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

static void
add_section (GtkWidget              *tasks,
             PanahSession           *session,
             const PanahSectionSpec *section)
{
  Progress progress = measure (session, section);
  g_autofree char *state = NULL;

  if (progress.n_asked == 0)
    return;
  if (progress.n_answered == 0)
    state = g_strdup (_("Not started"));
  else if (progress.n_answered == progress.n_asked)
    state = g_strdup (_("Done"));
  else
    /* TRANSLATORS: "3 of 9 answered" */
    state = g_strdup_printf (_("%u of %u answered"), progress.n_answered, progress.n_asked);

  const char *target = progress.n_answered > 0 && progress.next != NULL ? progress.next : progress.first;
  g_autofree char *place = g_strconcat ("ask:", target, NULL);
  add_row (tasks, panah_session_translate (session, section->label),
           section->help != NULL ? panah_session_translate (session, section->help) : NULL, state, place);
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

  GtkWidget *tasks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *results = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  add_journey (page, session);
  add_people (page, session);
  for (guint i = 0; i < n; i++)
    add_section (tasks, session, sections[i]);
  panah_page_add (page, tasks);
  panah_page_add_text (page, _("When you have answered what you can"), "title-3");
  add_row (results, _("Your dates, papers and offices"), _("What to do by which day, what to bring, where to go."), NULL, "plan");
  add_row (results, _("Your rights and duties"), _("What you may ask for, what is asked of you, what to look out for."), NULL, "rights");
  add_row (results, _("Check your answers"), _("Read everything once more before you sign."), NULL, "check");
  add_row (results, _("The papers to sign"), _("See them, save them, print them."), NULL, "papers");
  add_row (results, _("Save in a locked file"), _("So that you can go on another day. Best on a stick that you take with you."), NULL, PANAH_SAVE);
  panah_page_add (page, results);
  return GTK_WIDGET (page);
}
