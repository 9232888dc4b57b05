/* check-page.c - every answer on one page, each with a way back to its question
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/printed.h"
#include "paper/sheet-words.h"
#include "ui/a11y.h"
#include "ui/list.h"
#include "ui/on-paper.h"
#include "ui/pages.h"

#include <glib/gi18n.h>

static char *
print_list (PanahSession        *session,
            const PanahFactSpec *spec,
            const PanahValue    *value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < panah_value_get_n_entries (value); i++)
    {
      g_autofree char *entry = panah_list_describe (session, spec->id, i);
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", entry);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
translate_codes (PanahSession        *session,
                 const PanahFactSpec *spec,
                 const PanahValue    *value)
{
  const char *comma = panah_sheet_words_get (panah_session_get_language (session))->comma;
  const char *const *codes = panah_value_get_codes (value);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const PanahChoice *choice = panah_fact_spec_find_choice (spec, codes[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? comma : "",
                              choice != NULL ? panah_session_translate (session, choice->label) : codes[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A number for the telephone runs from left to right, whatever the words around it do. */
static char *
show_said (const PanahFactSpec *spec,
           const char          *said)
{
  g_autofree char *clean = panah_text_clean (said, -1, &(guint){ 0 });
  gboolean is_words = spec->kind == PANAH_FACT_TEXT || spec->kind == PANAH_FACT_LONG_TEXT;

  return is_words ? g_steal_pointer (&clean) : panah_text_isolate (clean, PANAH_ISOLATE_LTR);
}

/* What was answered, in words of the window; words are shown as they were said. */
static char *
describe (PanahSession        *session,
          const PanahFactSpec *spec,
          const PanahValue    *value)
{
  g_auto (PanahPrinted) printed = { 0 };

  if (panah_value_get_answer (value) == PANAH_ANSWER_ABSENT)
    return g_strdup (_("Not answered: the paper has a line to write on"));
  if (spec->kind == PANAH_FACT_LIST && panah_value_is_given (value))
    return print_list (session, spec, value);
  if (spec->n_choices > 0 && panah_value_is_given (value))
    return translate_codes (session, spec, value);
  if (panah_fact_kind_is_text (spec->kind) && panah_value_get_said (value) != NULL)
    return show_said (spec, panah_value_get_said (value));

  panah_printed_init (&printed, spec, value, panah_session_get_language (session), G_MAXUINT);
  return g_strdup (*printed.text != '\0' ? printed.text : _("Answered in another language"));
}

/* The words of the paper under the words of the person. Of what nobody answered the row says already what becomes. */
static void
add_printed (GtkWidget           *words,
             PanahSession        *session,
             const PanahFactSpec *spec,
             const PanahValue    *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (panah_value_get_answer (value) == PANAH_ANSWER_ABSENT)
    return;
  g_autofree char *printed = panah_on_paper_describe (session, spec, value);
  gtk_widget_add_css_class (box, "why");
  gtk_box_append (GTK_BOX (box), panah_label_new (_("Printed as"), "caption-heading"));
  gtk_box_append (GTK_BOX (box), panah_label_new (printed, "printed"));
  gtk_box_append (GTK_BOX (words), box);
}

static void
add_answer (GtkWidget           *rows,
            PanahSession        *session,
            const PanahFactSpec *spec,
            const char          *page_id)
{
  const PanahValue *value = panah_facts_get (panah_session_get_facts (session), spec->id);
  GtkWidget *row = panah_row_new (12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *answer = panah_on_paper_shorten (describe (session, spec, value));
  g_autofree char *place = g_strconcat ("ask:", page_id, NULL);
  const char *label = panah_session_translate (session, spec->label);
  g_autofree char *name = g_strdup_printf ("%s: %s", _("Change"), label);
  GtkWidget *change = panah_button_new (_("Change"), "win.change", place);

  gtk_widget_add_css_class (row, "row");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (change, GTK_ALIGN_START);
  panah_a11y_set_name (change, name);
  gtk_box_append (GTK_BOX (words), panah_label_new (label, "heading"));
  gtk_box_append (GTK_BOX (words), panah_label_new (answer, NULL));
  add_printed (words, session, spec, value);
  panah_row_append (row, words);
  panah_row_append (row, change);
  gtk_box_append (GTK_BOX (rows), row);
}

GtkWidget *
panah_check_page_new (PanahSession *session)
{
  PanahPage *page = PANAH_PAGE (
    panah_page_new (session, _("Check your answers"),
                    _("You will sign that they are true. Leave open what you do not know.")));
  PanahPack *pack = panah_session_get_pack (session);
  PanahConditionScope scope;
  guint n;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (pack, &n);

  panah_page_add (page, panah_problem_list_new (session));
  panah_plan_init_scope (panah_session_get_plan (session), &scope);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
      for (guint j = 0; j < sections[i]->n_pages; j++)
        {
          const PanahPageSpec *spec = sections[i]->pages[j];
          if (panah_condition_evaluate (spec->when, &scope) == PANAH_TRUTH_FALSE)
            continue;
          for (guint k = 0; spec->facts[k] != NULL; k++)
            add_answer (rows, session, panah_pack_find_fact (pack, spec->facts[k]), spec->id);
        }
      g_object_ref_sink (rows);
      if (gtk_widget_get_first_child (rows) != NULL)
        gtk_box_append (GTK_BOX (panah_page_add_part (page, panah_session_translate (session, sections[i]->label))), rows);
      g_object_unref (rows);
    }
  panah_page_add_action (page, _("The papers to sign"), "win.go", "papers");
  panah_page_add_action (page, _("All answers"), "win.go", PANAH_ANSWERS);
  panah_page_add_action (page, _("Back to what there is to do"), "win.go", "tasks");
  return GTK_WIDGET (page);
}
