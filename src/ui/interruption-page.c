/* interruption-page.c - what has to be said before one goes on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/both.h"
#include "ui/list.h"
#include "ui/pages.h"
#include "ui/progress.h"
#include "ui/questions.h"

#include <glib/gi18n.h>
#include <string.h>

/* Returns: (nullable): the list, if it has such an entry */
static const PanahFactSpec *
find_person (PanahSession *session,
             const char   *list,
             guint         index)
{
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), list);
  const PanahValue *value = panah_facts_get (panah_session_get_facts (session), list);

  return spec != NULL && index < panah_value_get_n_entries (value) ? spec : NULL;
}

/* This person needs an application of their own, and why. Who does is law: the pack says it. */
GtkWidget *
panah_adult_page_new (PanahSession *session,
                      const char   *list,
                      guint         index)
{
  const PanahFactSpec *spec = find_person (session, list, index);

  if (spec == NULL)
    return panah_tasks_page_new (session);

  g_autofree char *who = panah_list_describe (session, list, index);
  g_autofree char *target = g_strdup_printf ("%s:%u", list, index);
  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("This person needs an application of their own"), who));

  if (spec->why != NULL)
    panah_page_add_text (page, panah_session_translate (session, spec->why), NULL);
  panah_page_add_text (page, _("It has to be handed in within the same time as yours. The person stays in your list all the same. You can start the other application now or later: what you have in common is copied, and nothing is taken away from yours."), NULL);
  panah_page_add_action (page, _("Go on with my application"), "win.skip", NULL);
  panah_page_add_action (page, _("Start this person’s application"), "win.start-person", target);
  return GTK_WIDGET (page);
}

/* The date of birth leaves it open, or the line is crossed before the last day: it is explained and asked, not decided. */
GtkWidget *
panah_age_page_new (PanahSession *session,
                    const char   *list,
                    guint         index)
{
  const PanahFactSpec *spec = find_person (session, list, index);

  if (spec == NULL)
    return panah_tasks_page_new (session);

  g_autofree char *who = panah_list_describe (session, list, index);
  g_autofree char *target = g_strdup_printf ("%s:%u", list, index);
  g_autofree char *entry = g_strdup_printf ("entry:%s:%u", list, index);
  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("In whose application does this person stand?"), who));

  if (spec->why != NULL)
    panah_page_add_text (page, panah_session_translate (session, spec->why), NULL);
  panah_page_add_text (page, _("It depends on the exact day of birth and on the day you hand in the papers. From what you wrote it cannot be told for sure."), NULL);
  panah_page_add_text (page, _("This program does not decide it. Ask the office or a lawyer before you hand in the papers."), NULL);
  panah_page_add_text (page, _("Take along whatever shows when this person was born. If an office has written down a date before, give that date."), NULL);
  panah_page_add_action (page, _("Go on with my application"), "win.skip", NULL);
  panah_page_add_action (page, _("Change the date of birth"), "win.go", entry);
  panah_page_add_action (page, _("Start this person’s application"), "win.start-person", target);
  return GTK_WIDGET (page);
}

static const PanahSectionSpec *
find_section (PanahSession *session,
              const char   *id)
{
  guint n;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (panah_session_get_pack (session), &n);

  for (guint i = 0; i < n; i++)
    {
      if (strcmp (sections[i]->id, id) == 0 && sections[i]->hard_help != NULL)
        return sections[i];
    }
  return NULL;
}

/* @heading and @words in English: they stand closer to each other than to what is around them. */
static void
add_passage (PanahPage    *page,
             PanahSession *session,
             const char   *heading,
             const char   *words)
{
  GtkWidget *passage = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (passage), panah_both_new (session, heading, "question"));
  gtk_box_append (GTK_BOX (passage), panah_both_new (session, words, NULL));
  panah_page_add (page, passage);
}

/* What is hard to speak of is announced, with a way past it and a way to stop. */
GtkWidget *
panah_hard_page_new (PanahSession *session,
                     const char   *section)
{
  const PanahSectionSpec *spec = find_section (session, section);
  PanahProgress progress = spec != NULL ? panah_progress_measure (session, spec) : (PanahProgress) { 0 };

  if (progress.next == NULL)
    return panah_tasks_page_new (session);

  PanahPage *page = PANAH_PAGE (panah_questions_page_new (session, spec->label, spec->help));
  g_autofree char *next = g_strconcat ("ask:", progress.next->id, NULL);
  add_passage (page, session, N_("Before you go on: what will be asked"), spec->hard_help);
  add_passage (page, session, N_("Why we ask"), spec->hard_why);
  panah_page_add (page, panah_both_new (session, N_("You need not tell everything here. Details belong in the interview."), NULL));
  panah_page_add (page, panah_both_new (session, N_("You may skip all of it, or stop at any time. What you have written stays until you leave."), NULL));
  panah_page_add_action (page, _("Continue"), "win.go", next);
  panah_page_add_action (page, _("Skip this part"), "win.go", "tasks");
  panah_page_add_action (page, _("Take a break"), "win.break", NULL);
  return GTK_WIDGET (page);
}
