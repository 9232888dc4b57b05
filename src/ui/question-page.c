/* question-page.c - questions: what the pack asks together, entries of a list, a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/a11y.h"
#include "ui/lines.h"
#include "ui/list.h"
#include "ui/pages.h"

#include <glib/gi18n.h>

static void
add_why (PanahPage    *page,
         PanahSession *session,
         const char   *why)
{
  if (why == NULL)
    return;

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (box, "why");
  gtk_box_append (GTK_BOX (box), panah_label_new (_("Why we ask"), "heading"));
  gtk_box_append (GTK_BOX (box), panah_label_new (panah_session_translate (session, why), NULL));
  panah_page_add (page, box);
}

static GtkWidget *
new_entry_button (const char *label,
                  const char *what,
                  const char *action,
                  const char *target)
{
  GtkWidget *button = panah_button_new (label, action, target);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, what);

  panah_a11y_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
new_entry_row (PanahSession        *session,
               const PanahFactSpec *spec,
               guint                index)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *what = panah_list_describe (session, spec->id, index);
  g_autofree char *entry = g_strdup_printf ("entry:%s:%u", spec->id, index);
  g_autofree char *adult = g_strdup_printf ("adult:%s:%u", spec->id, index);
  g_autofree char *target = g_strdup_printf ("%s:%u", spec->id, index);
  GtkWidget *label = panah_label_new (what, NULL);

  gtk_widget_add_css_class (row, "row");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), new_entry_button (_("Change"), what, "win.go", entry));
  gtk_box_append (GTK_BOX (line), new_entry_button (_("Remove"), what, "win.remove-entry", target));
  gtk_box_append (GTK_BOX (row), line);
  if (panah_list_files_own (session, spec->id, index))
    {
      gtk_box_append (GTK_BOX (row), panah_label_new (_("Needs an application of their own"), "dim-label"));
      gtk_box_append (GTK_BOX (row), new_entry_button (_("Start this person’s application"), what, "win.go", adult));
    }
  return row;
}

static void
add_list (PanahPage           *page,
          PanahSession        *session,
          const PanahFactSpec *spec)
{
  const PanahValue *value = panah_facts_get (panah_session_get_facts (session), spec->id);
  gboolean none = panah_value_get_answer (value) == PANAH_ANSWER_NONE;
  guint n = panah_value_get_n_entries (value);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  if (n == 0)
    gtk_box_append (GTK_BOX (rows), panah_label_new (none ? _("You answered: there is none.") : _("Nothing has been entered yet."), NULL));
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (rows), new_entry_row (session, spec, i));

  g_autofree char *next = g_strdup_printf ("entry:%s:%u", spec->id, n);
  gtk_box_append (GTK_BOX (rows), panah_button_new (n == 0 ? _("Add one") : _("Add another"), "win.go", next));
  if (n == 0 && spec->none_allowed && !none)
    gtk_box_append (GTK_BOX (rows), panah_button_new (_("There is none"), "win.answer-none", spec->id));
  panah_page_add (page, rows);
}

/**
 * panah_question_page_new:
 * @session: the session
 * @spec: a page of the pack
 *
 * The one builder of question pages: one field per fact, or a list.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
panah_question_page_new (PanahSession        *session,
                         const PanahPageSpec *spec)
{
  PanahPack *pack = panah_session_get_pack (session);
  PanahFacts *facts = panah_session_get_facts (session);
  PanahPage *page = PANAH_PAGE (
    panah_page_new (session, panah_session_translate (session, spec->label),
                    spec->help != NULL ? panah_session_translate (session, spec->help) : NULL));
  gboolean several = spec->facts[1] != NULL, is_list = FALSE;

  for (guint i = 0; spec->facts[i] != NULL; i++)
    {
      const PanahFactSpec *fact = panah_pack_find_fact (pack, spec->facts[i]);

      if (fact->mrz == PANAH_MRZ_FIELD_NAME || fact->mrz == PANAH_MRZ_FIELD_DOCUMENT)
        panah_lines_offer (page, NULL, 0);

      if (fact->kind == PANAH_FACT_LIST)
        {
          is_list = TRUE;
          add_list (page, session, fact);
        }
      else
        {
          GtkWidget *field = panah_field_new (session, fact, fact->id, several);
          panah_field_write (PANAH_FIELD (field), panah_facts_get (facts, fact->id));
          panah_page_add_field (page, PANAH_FIELD (field));
        }
      add_why (page, session, fact->why);
    }

  panah_page_add_action (page, _("Continue"), "win.accept", NULL);
  if (!is_list)
    panah_page_add_action (page, _("Skip for now"), "win.skip", NULL);
  return GTK_WIDGET (page);
}

/* One entry of a list: all that is asked about it. */
GtkWidget *
panah_entry_page_new (PanahSession *session,
                      const char   *list,
                      guint         index)
{
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), list);
  const PanahValue *value = panah_facts_get (panah_session_get_facts (session), list);

  if (spec == NULL || spec->kind != PANAH_FACT_LIST)
    return panah_tasks_page_new (session);

  g_autofree char *who = index < panah_value_get_n_entries (value) ? panah_list_describe (session, list, index) : NULL;
  PanahPage *page = PANAH_PAGE (panah_page_new (session, panah_session_translate (session, spec->label), who));
  if (panah_lines_are_wanted (spec))
    panah_lines_offer (page, list, index);
  for (guint i = 0; i < spec->n_items; i++)
    {
      const PanahFactSpec *item = spec->items[i];
      g_autofree char *path = g_strdup_printf ("%s[%u].%s", list, index, item->id);
      GtkWidget *field = panah_field_new (session, item, path, TRUE);

      panah_field_write (PANAH_FIELD (field), panah_value_get_member (value, index, item->id));
      panah_page_add_field (page, PANAH_FIELD (field));
      add_why (page, session, item->why);
    }
  panah_page_add_action (page, _("Continue"), "win.accept", NULL);
  panah_page_add_action (page, _("Go back without keeping this"), "win.skip", NULL);
  return GTK_WIDGET (page);
}

/* An interruption: this person needs an application of their own, and why. Who does is law: the pack says it. */
GtkWidget *
panah_adult_page_new (PanahSession *session,
                      const char   *list,
                      guint         index)
{
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), list);
  const PanahValue *value = panah_facts_get (panah_session_get_facts (session), list);

  if (spec == NULL || index >= panah_value_get_n_entries (value))
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
