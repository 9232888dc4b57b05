/* questions.c - the one builder of questions: on a page of their own, of an entry, and among all others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/questions.h"

#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/entries.h"
#include "ui/list.h"

#include <glib/gi18n.h>
#include <string.h>

/* @help: (nullable); both in English, as the pack has them */
GtkWidget *
panah_questions_page_new (PanahSession *session,
                          const char   *label,
                          const char   *help)
{
  GtkWidget *page = panah_page_new (session, "", help);

  panah_page_set_question (PANAH_PAGE (page), label, help);
  return page;
}

static void
add_why (GtkWidget    *box,
         PanahSession *session,
         const char   *why)
{
  GtkWidget *reason = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (reason, "why");
  gtk_box_append (GTK_BOX (reason), panah_both_new (session, N_("Why we ask"), "heading"));
  gtk_box_append (GTK_BOX (reason), panah_both_new (session, why, NULL));
  gtk_box_append (GTK_BOX (box), reason);
}

/* Why something is asked stands closer to the question it belongs to than to the next one. */
static GtkWidget *
add_question (GtkWidget *box)
{
  GtkWidget *question = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (question, "question-block");
  gtk_box_append (GTK_BOX (box), question);
  return question;
}

static void
add_field (PanahPage           *page,
           GtkWidget           *box,
           const PanahFactSpec *spec,
           const char          *path,
           const PanahValue    *value,
           gboolean             show_label,
           PanahQuestionsLook   look)
{
  PanahSession *session = panah_page_get_session (page);
  GtkWidget *field = panah_field_new (session, spec, path, show_label || look == PANAH_QUESTIONS_DENSE);
  GtkWidget *place = look == PANAH_QUESTIONS_ALONE ? add_question (box) : box;

  panah_field_write (PANAH_FIELD (field), value);
  if (look == PANAH_QUESTIONS_DENSE)
    panah_field_set_dense (PANAH_FIELD (field));
  panah_page_add_field (page, place, PANAH_FIELD (field));
  if (spec->why != NULL && look == PANAH_QUESTIONS_ALONE)
    add_why (place, session, spec->why);
}

/* Whoever gives another person's data may not be free to. */
static void
add_about_other (GtkWidget    *box,
                 PanahSession *session)
{
  gtk_box_append (GTK_BOX (box),
                  panah_both_new (session, N_("This is about another person. Give only what that person agrees to. You may leave it empty."), "about-other"));
}

/* The entries one after the other, or, among all questions, open to be changed at once. */
static void
add_list (PanahPage           *page,
          GtkWidget           *box,
          const PanahFactSpec *spec,
          PanahQuestionsLook   look)
{
  PanahSession *session = panah_page_get_session (page);

  if (look == PANAH_QUESTIONS_ALONE)
    {
      gtk_box_append (GTK_BOX (box), panah_entries_new (page, spec));
      if (spec->why != NULL)
        add_why (box, session, spec->why);
      return;
    }
  guint n = panah_value_get_n_entries (panah_facts_get (panah_session_get_facts (session), spec->id));
  gtk_box_append (GTK_BOX (box), panah_both_new (session, spec->label, "question"));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
      gtk_widget_add_css_class (entry, "list-entry");
      gtk_box_append (GTK_BOX (box), entry);
      panah_questions_add_entry (page, entry, spec, i, look);
    }
}

/* Returns: how long @words are without what makes a question of them */
static gsize
measure_words (const char *words)
{
  static const char *const marks[] = { "?", "؟", "？" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_str_has_suffix (words, marks[i]))
        return strlen (words) - strlen (marks[i]);
    }
  return strlen (words);
}

/* Whether the heading is @label already, said as a question or not. */
static gboolean
is_heading (PanahSession *session,
            const char   *heading,
            const char   *label)
{
  const char *asked = panah_both_get_first (session, heading), *said = panah_both_get_first (session, label);
  gsize length = measure_words (asked);

  return length == measure_words (said) && strncmp (asked, said, length) == 0;
}

/**
 * panah_questions_add:
 * @page: the page that reads the answers
 * @box: where the questions stand
 * @spec: a page of the pack
 * @look: how much stands around them
 *
 * Returns: %TRUE if it asks for a list
 */
gboolean
panah_questions_add (PanahPage           *page,
                     GtkWidget           *box,
                     const PanahPageSpec *spec,
                     PanahQuestionsLook   look)
{
  PanahSession *session = panah_page_get_session (page);
  PanahPack *pack = panah_session_get_pack (session);
  PanahFacts *facts = panah_session_get_facts (session);
  gboolean several = spec->facts[1] != NULL, is_list = FALSE, about_other = FALSE;

  for (guint i = 0; spec->facts[i] != NULL; i++)
    about_other |= panah_pack_find_fact (pack, spec->facts[i])->about == PANAH_ABOUT_OTHER;
  if (about_other)
    add_about_other (box, session);
  for (guint i = 0; spec->facts[i] != NULL; i++)
    {
      const PanahFactSpec *fact = panah_pack_find_fact (pack, spec->facts[i]);

      if (fact->kind == PANAH_FACT_LIST)
        add_list (page, box, fact, look), is_list = TRUE;
      else
        add_field (page, box, fact, fact->id, panah_facts_get (facts, fact->id),
                   i > 0 || (several && !is_heading (session, spec->label, fact->label)), look);
    }
  return is_list;
}

void
panah_questions_add_entry (PanahPage           *page,
                           GtkWidget           *box,
                           const PanahFactSpec *list,
                           guint                index,
                           PanahQuestionsLook   look)
{
  PanahSession *session = panah_page_get_session (page);
  const PanahValue *value = panah_facts_get (panah_session_get_facts (session), list->id);

  if (look == PANAH_QUESTIONS_DENSE)
    {
      g_autofree char *who = panah_list_describe (session, list->id, index);
      gtk_box_append (GTK_BOX (box), panah_label_new (who, "heading"));
    }
  else if (list->about == PANAH_ABOUT_OTHER)
    add_about_other (box, session);
  for (guint i = 0; i < list->n_items; i++)
    {
      const PanahFactSpec *item = list->items[i];
      g_autofree char *path = g_strdup_printf ("%s[%u].%s", list->id, index, item->id);
      add_field (page, box, item, path, panah_value_get_member (value, index, item->id), TRUE, look);
    }
}

static gboolean
is_same (JsonNode *before,
         JsonNode *now)
{
  return before == now || (before != NULL && now != NULL && json_node_equal (before, now));
}

/* An answer that nobody changed is none that was given anew. */
static void
accept_fact (PanahSession *session,
             PanahField   *field)
{
  const char *path = panah_field_get_path (field);
  g_autoptr (PanahValue) value = NULL;
  g_autoptr (JsonNode) before = panah_value_to_json (panah_facts_get (panah_session_get_facts (session), path));

  panah_field_read (field, &value);
  g_autoptr (JsonNode) now = panah_value_to_json (value);
  if (!is_same (before, now))
    panah_session_set_answer (session, path, g_steal_pointer (&value));
  panah_session_set_draft (session, path, NULL);
}

/* Adds what stands in @field to @entry. Returns: whether that is another answer than the list has */
static gboolean
accept_member (PanahSession     *session,
               PanahField       *field,
               const PanahValue *list,
               guint             index,
               JsonObject       *entry)
{
  const char *path = panah_field_get_path (field), *member = strrchr (path, '.') + 1;
  g_autoptr (PanahValue) value = NULL;
  g_autoptr (JsonNode) before = panah_value_to_json (panah_value_get_member (list, index, member));

  panah_field_read (field, &value);
  JsonNode *now = panah_value_to_json (value);
  gboolean changed = !is_same (before, now);
  if (now != NULL)
    json_object_set_member (entry, member, now);
  panah_session_set_draft (session, path, NULL);
  return changed;
}

/* Takes the fields of one entry, which stand together, from @from on. Returns: the first field behind it */
static guint
accept_entry (PanahSession *session,
              GPtrArray    *fields,
              guint         from)
{
  const char *path = panah_field_get_path (fields->pdata[from]);
  g_autofree char *prefix = g_strndup (path, strcspn (path, "]") + 1), *list = g_strndup (path, strcspn (path, "["));
  const PanahValue *value = panah_facts_get (panah_session_get_facts (session), list);
  guint index = g_ascii_strtoull (path + strlen (list) + 1, NULL, 10), i = from;
  gboolean changed = index >= panah_value_get_n_entries (value);
  g_autoptr (JsonObject) entry = json_object_new ();

  for (; i < fields->len && g_str_has_prefix (panah_field_get_path (fields->pdata[i]), prefix); i++)
    changed |= accept_member (session, fields->pdata[i], value, index, entry);
  if (changed)
    panah_list_set_entry (session, list, index, g_steal_pointer (&entry));
  return i;
}

/**
 * panah_questions_accept:
 * @session: the session
 * @page: a page that panah_page_check() found to be well
 *
 * Makes what stands in the fields the answers.
 */
void
panah_questions_accept (PanahSession *session,
                        PanahPage    *page)
{
  GPtrArray *fields = panah_page_get_fields (page);

  for (guint i = 0; i < fields->len;)
    {
      if (strchr (panah_field_get_path (fields->pdata[i]), '[') != NULL)
        i = accept_entry (session, fields, i);
      else
        accept_fact (session, fields->pdata[i++]);
    }
}
