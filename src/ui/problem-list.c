/* problem-list.c - what is the matter with the answers, by how much it matters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/a11y.h"
#include "ui/on-paper.h"
#include "ui/pages.h"
#include "ui/problem-text.h"
#include "ui/progress.h"

#include "paper/text.h"

#include <glib/gi18n.h>

/* What is not there leaves a line on the paper; what does not fit may come back from the office; the rest is good to
 * know. In words, because a colour says nothing to many. */
static const struct
{
  const char *heading;
  const char *help;
} severities[] = {
  [PANAH_SEVERITY_MISSING] = { N_("Cannot be printed as it is"),
                               N_("The paper has a line there. Answer here, or write on it by hand.") },
  [PANAH_SEVERITY_WARNING] = { N_("The office may refuse this, or ask about it"),
                               N_("You can hand in the papers all the same.") },
  [PANAH_SEVERITY_NOTE] = { N_("Look at this"), N_("It is good to know before you go.") },
};

static void
add_problem (GtkWidget    *box,
             PanahSession *session,
             const char   *sentence,
             const char   *path)
{
  const PanahPageSpec *page = path != NULL ? panah_progress_find_page (session, path) : NULL;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (row), panah_label_new (sentence, NULL));
  if (page != NULL)
    {
      g_autofree char *place = g_strconcat ("ask:", page->id, NULL);
      g_autofree char *name = g_strdup_printf ("%s: %s", _("Go to this answer"), sentence);
      GtkWidget *button = panah_button_new (_("Go to this answer"), "win.change", place);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      panah_a11y_set_name (button, name);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (GTK_BOX (box), row);
}

/* An answer that was given and that the papers cannot have. */
static void
add_unprinted (GtkWidget           *box,
               PanahSession        *session,
               const PanahFactSpec *spec,
               const PanahValue    *value,
               const char          *path)
{
  g_auto (PanahPrinted) printed = { 0 };
  g_autofree char *reason = NULL;

  for (guint i = 0; i < panah_value_get_n_entries (value); i++)
    {
      for (guint j = 0; j < spec->n_items; j++)
        add_unprinted (box, session, spec->items[j], panah_value_get_member (value, i, spec->items[j]->id), path);
    }
  if (spec->kind == PANAH_FACT_LIST)
    return;
  PanahPrintedKind kind = panah_on_paper_print (session, spec, value, &printed);
  if (kind != PANAH_PRINTED_UNTRANSLATED && kind != PANAH_PRINTED_UNPRINTABLE)
    return;
  reason = panah_on_paper_describe (session, spec, value);
  g_autofree char *sentence = g_strdup_printf ("%s: %s", panah_session_translate (session, spec->label), reason);
  add_problem (box, session, sentence, path);
}

static void
add_all_unprinted (GtkWidget    *box,
                   PanahSession *session)
{
  PanahFacts *facts = panah_session_get_facts (session);
  guint n;
  const PanahFactSpec *const *specs = panah_pack_get_facts (panah_session_get_pack (session), &n);

  for (guint i = 0; i < n; i++)
    add_unprinted (box, session, specs[i], panah_facts_get (facts, specs[i]->id), specs[i]->id);
}

static void
add_severity (GtkWidget    *list,
              PanahSession *session,
              PanahSeverity severity)
{
  const GPtrArray *problems = panah_plan_get_problems (panah_session_get_plan (session));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *help = panah_label_new (_(severities[severity].help), "dim-label");

  gtk_widget_add_css_class (box, severity == PANAH_SEVERITY_WARNING ? "notice" : "group");
  gtk_box_append (GTK_BOX (box), panah_label_new (_(severities[severity].heading), "question"));
  gtk_box_append (GTK_BOX (box), help);
  for (guint i = 0; i < problems->len; i++)
    {
      const PanahProblem *problem = problems->pdata[i];
      if (problem->severity != severity)
        continue;
      g_autofree char *sentence = panah_problem_to_sentence (session, problem);
      add_problem (box, session, sentence, problem->fact);
    }
  if (severity == PANAH_SEVERITY_MISSING)
    add_all_unprinted (box, session);
  if (gtk_widget_get_last_child (box) != help)
    gtk_box_append (GTK_BOX (list), box);
  else
    g_object_unref (g_object_ref_sink (box));
}

/* Returns: (transfer floating): three kinds of problems, as far as there are any, each with a way to its answer */
GtkWidget *
panah_problem_list_new (PanahSession *session)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  add_severity (list, session, PANAH_SEVERITY_WARNING);
  add_severity (list, session, PANAH_SEVERITY_MISSING);
  add_severity (list, session, PANAH_SEVERITY_NOTE);
  return list;
}
