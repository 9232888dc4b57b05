/* question-page.c - questions: what the pack asks together, or one entry of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/entries.h"
#include "ui/lines.h"
#include "ui/list.h"
#include "ui/pages.h"
#include "ui/questions.h"

#include <glib/gi18n.h>

/* Whoever has a passport at hand need not type what its lines say already. */
static void
offer_lines (PanahPage           *page,
             const PanahPageSpec *spec)
{
  PanahPack *pack = panah_session_get_pack (panah_page_get_session (page));

  for (guint i = 0; spec->facts[i] != NULL; i++)
    {
      const PanahFactSpec *fact = panah_pack_find_fact (pack, spec->facts[i]);
      if (fact->mrz == PANAH_MRZ_FIELD_NAME || fact->mrz == PANAH_MRZ_FIELD_DOCUMENT)
        panah_lines_offer (page, NULL, 0);
    }
}

/**
 * panah_question_page_new:
 * @session: the session
 * @spec: a page of the pack
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
panah_question_page_new (PanahSession        *session,
                         const PanahPageSpec *spec)
{
  PanahPage *page = PANAH_PAGE (panah_questions_page_new (session, spec->label, spec->help));

  offer_lines (page, spec);
  if (panah_questions_add (page, panah_page_get_content (page), spec, PANAH_QUESTIONS_ALONE))
    {
      panah_entries_add_actions (page, panah_pack_find_fact (panah_session_get_pack (session), spec->facts[0]));
      return GTK_WIDGET (page);
    }
  for (guint i = 0; i < panah_page_get_fields (page)->len; i++)
    panah_field_leave_out (panah_page_get_fields (page)->pdata[i], spec->help);
  panah_page_add_action (page, _("Continue"), "win.accept", NULL);
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

  PanahPage *page = PANAH_PAGE (panah_questions_page_new (session, spec->label, NULL));
  if (index < panah_value_get_n_entries (value))
    {
      g_autofree char *who = panah_list_describe (session, list, index);
      panah_page_add_text (page, who, "question");
    }
  if (panah_lines_are_wanted (spec))
    panah_lines_offer (page, list, index);
  panah_questions_add_entry (page, panah_page_get_content (page), spec, index, PANAH_QUESTIONS_ALONE);
  panah_page_add_action (page, _("Continue"), "win.accept", NULL);
  panah_page_add_action (page, _("Go back without keeping this"), "win.skip", NULL);
  return GTK_WIDGET (page);
}
