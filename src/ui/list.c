/* list.c - answers that are lists: entries, and who needs a case of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/list.h"

#include "paper/printed.h"
#include "paper/sheet-words.h"
#include "paper/text.h"
#include "ui/language.h"
#include "ui/removed.h"

#include <glib/gi18n.h>
#include <string.h>

static JsonArray *
to_array (const PanahValue *value)
{
  g_autoptr (JsonNode) node = panah_value_to_json (value);
  JsonArray *copy = json_array_new ();

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      for (guint i = 0; i < json_array_get_length (array); i++)
        json_array_add_element (copy, json_node_copy (json_array_get_element (array, i)));
    }
  return copy;
}

static JsonArray *
copy_array (PanahSession *session,
            const char   *list)
{
  return to_array (panah_facts_get (panah_session_get_facts (session), list));
}

/* @array: (transfer full) */
static PanahValue *
make_list (const PanahFactSpec *spec,
           JsonArray           *array)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);

  json_node_take_array (node, array);
  return panah_value_new_from_json (spec, spec->id, node, strange, NULL);
}

/**
 * panah_list_set_entry:
 * @session: the session
 * @list: a fact of kind list
 * @index: which entry; one past the last adds one
 * @entry: (transfer full): its members as they stand in a case file
 */
void
panah_list_set_entry (PanahSession *session,
                      const char   *list,
                      guint         index,
                      JsonObject   *entry)
{
  JsonArray *array = copy_array (session, list), *changed = json_array_new ();
  guint n = json_array_get_length (array);

  for (guint i = 0; i < MAX (n, index + 1); i++)
    {
      if (i == index)
        json_array_add_object_element (changed, entry);
      else if (i < n)
        json_array_add_element (changed, json_node_copy (json_array_get_element (array, i)));
    }
  json_array_unref (array);
  panah_session_set_answer (session, list,
                            make_list (panah_pack_find_fact (panah_session_get_pack (session), list), changed));
}

/* Who removes the last one has said nothing, which is not the same as “none”. */
static void
set_list (PanahSession *session,
          const char   *list,
          JsonArray    *array)
{
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), list);
  gboolean empty = json_array_get_length (array) == 0;

  panah_session_set_answer (session, list, empty ? NULL : make_list (spec, json_array_ref (array)));
}

/**
 * panah_list_remove_entry:
 * @session: the session
 * @list: a fact of kind list
 * @index: which entry
 *
 * Until panah_removed_forget() it can be brought back.
 */
void
panah_list_remove_entry (PanahSession *session,
                         const char   *list,
                         guint         index)
{
  g_autoptr (JsonArray) array = copy_array (session, list);

  if (index >= json_array_get_length (array))
    return;
  panah_removed_keep (session, list, index);
  json_array_remove_element (array, index);
  set_list (session, list, array);
}

/* What was removed last stands again where it stood, with all that was told and typed about it. */
void
panah_list_bring_back (PanahSession *session)
{
  PanahRemoved *removed = panah_removed_get (session);

  if (removed == NULL || removed->is_back)
    return;
  g_autoptr (JsonArray) before = to_array (removed->before), now = copy_array (session, removed->list);
  g_autoptr (JsonArray) changed = json_array_new ();
  guint n = json_array_get_length (now), index = MIN (removed->index, n);

  for (guint i = 0; i <= n; i++)
    json_array_add_element (changed, json_node_copy (i == index ? json_array_get_element (before, removed->index)
                                                                : json_array_get_element (now, i < index ? i : i - 1)));
  panah_session_insert_entry_drafts (session, removed->list, index, removed->drafts);
  removed->is_back = TRUE;
  set_list (session, removed->list, changed);
}

/* To say that there is nobody, or nothing, is another answer than to say nothing. */
void
panah_list_set_none (PanahSession *session,
                     const char   *list)
{
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), list);
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonNode) none = json_node_init_string (json_node_alloc (), "none");

  if (spec != NULL && spec->none_allowed)
    panah_session_set_answer (session, list, panah_value_new_from_json (spec, list, none, strange, NULL));
}

static void
init_scope (PanahConditionScope *scope,
            PanahSession        *session,
            const char          *list,
            guint                index)
{
  panah_plan_init_scope (panah_session_get_plan (session), scope);
  scope->list = panah_facts_get (panah_session_get_facts (session), list);
  scope->list_id = list;
  scope->entry = index;
}

/* Returns: %TRUE if the law wants that person to file an application of their own */
gboolean
panah_list_files_own (PanahSession *session,
                      const char   *list,
                      guint         index)
{
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), list);
  PanahConditionScope scope;

  if (spec->files_own == NULL)
    return FALSE;
  init_scope (&scope, session, list, index);
  return panah_condition_evaluate (spec->files_own, &scope) == PANAH_TRUTH_TRUE;
}

/* Whether what leaves it open is a date that was given, but not to the day; what is not answered is missed elsewhere. */
static gboolean
rests_on_rough_date (const PanahFactSpec       *spec,
                     const PanahConditionScope *scope)
{
  g_autoptr (GPtrArray) unsettled = g_ptr_array_new_with_free_func (g_free);

  panah_condition_unsettled (spec->files_own, scope, unsettled);
  for (guint i = 0; i < unsettled->len; i++)
    {
      const char *member = strrchr (unsettled->pdata[i], '.');
      const PanahValue *value = member != NULL ? panah_value_get_member (scope->list, scope->entry, member + 1) : NULL;
      if (panah_value_get_date (value) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Returns: the last day on which the application can still be in time; 0 if no such window runs */
static guint32
find_last_filing_day (PanahSession *session)
{
  const GPtrArray *deadlines = panah_plan_get_deadlines (panah_session_get_plan (session));
  const PanahFactSpec *filed = panah_pack_find_role (panah_session_get_pack (session), PANAH_ROLE_FILED_ON);
  guint32 day = 0;

  for (guint i = 0; filed != NULL && i < deadlines->len; i++)
    {
      const PanahDeadline *deadline = deadlines->pdata[i];
      if ((deadline->state == PANAH_DEADLINE_OPEN || deadline->state == PANAH_DEADLINE_DUE_TODAY) && deadline->counted &&
          g_strv_contains (deadline->spec->closed_by, filed->id))
        day = MAX (day, deadline->count.last.day);
    }
  return day;
}

/**
 * panah_list_is_near_line:
 * @session: the session
 * @list: a list of people
 * @index: one of them
 *
 * Returns: %TRUE if it cannot be told whether that person files an own application: the date of birth is known only
 *   roughly, or the answer changes between today and the last day for handing in
 */
gboolean
panah_list_is_near_line (PanahSession *session,
                         const char   *list,
                         guint         index)
{
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), list);
  PanahConditionScope scope;

  if (spec->files_own == NULL)
    return FALSE;
  init_scope (&scope, session, list, index);
  PanahTruth now = panah_condition_evaluate (spec->files_own, &scope);
  if (now == PANAH_TRUTH_UNKNOWN)
    return rests_on_rough_date (spec, &scope);

  guint32 last = find_last_filing_day (session);
  if (now == PANAH_TRUTH_TRUE || last <= scope.filing_day)
    return FALSE;
  scope.filing_day = last;
  return panah_condition_evaluate (spec->files_own, &scope) == PANAH_TRUTH_TRUE;
}

/* Returns: (transfer full) (nullable): what is said of @value; %NULL if that can be nothing */
static char *
print_item (PanahSession        *session,
            const PanahFactSpec *item,
            const PanahValue    *value,
            const char          *language,
            guint                official_index)
{
  g_auto (PanahPrinted) printed = { 0 };

  /* what a paper calls a choice stands in the pack, what the window calls it in a catalogue */
  if (item->kind == PANAH_FACT_CHOICE && official_index == G_MAXUINT && panah_value_is_given (value))
    {
      const PanahChoice *choice = panah_fact_spec_find_choice (item, panah_value_get_codes (value)[0]);
      return choice != NULL ? panah_text_isolate (panah_session_translate (session, choice->label), PANAH_ISOLATE_FIRST_STRONG)
                            : NULL;
    }
  panah_printed_init (&printed, item, value, language, official_index);
  return printed.kind == PANAH_PRINTED_ANSWER ? g_steal_pointer (&printed.text) : NULL;
}

/* The first two things known about an entry, so that it can be told from the others; they may be of two scripts. */
static char *
describe (PanahSession     *session,
          const char       *list,
          const PanahValue *value,
          guint             index,
          const char       *language,
          guint             official_index)
{
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), list);
  GString *text = g_string_new (NULL);
  guint n_parts = 0;

  for (guint i = 0; i < spec->n_items && n_parts < 2; i++)
    {
      const PanahFactSpec *item = spec->items[i];
      g_autofree char *words =
        print_item (session, item, panah_value_get_member (value, index, item->id), language, official_index);
      if (words == NULL)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? panah_sheet_words_get (language)->comma : "", words);
      n_parts++;
    }
  return g_string_free (text, FALSE);
}

static char *
describe_shown (PanahSession     *session,
                const char       *list,
                const PanahValue *value,
                guint             index)
{
  const char *language = panah_session_get_language (session);
  g_autofree char *text = describe (session, list, value, index, language, G_MAXUINT);

  if (*text != '\0')
    return g_strconcat (panah_language_get_mark (language), text, NULL);
  return g_strdup_printf (_("Entry %u"), index + 1);
}

/* Returns: (transfer full): what an entry is called in the window */
char *
panah_list_describe (PanahSession *session,
                     const char   *list,
                     guint         index)
{
  return describe_shown (session, list, panah_facts_get (panah_session_get_facts (session), list), index);
}

/* Returns: (transfer full) (nullable): what the entry was called that can be brought back; %NULL if there is none */
char *
panah_list_describe_removed (PanahSession *session)
{
  const PanahRemoved *removed = panah_removed_get (session);

  if (removed == NULL || removed->is_back)
    return NULL;
  return describe_shown (session, removed->list, removed->before, removed->index);
}

/* Returns: (transfer full): what a paper calls it; "" if it can say nothing of it */
char *
panah_list_describe_printed (PanahSession *session,
                             const char   *list,
                             guint         index,
                             const char   *language,
                             guint         official_index)
{
  const PanahValue *value = panah_facts_get (panah_session_get_facts (session), list);

  return describe (session, list, value, index, language, official_index);
}

static void
copy_shared (PanahSession *session,
             PanahFacts   *to)
{
  guint n;
  const PanahFactSpec *const *specs = panah_pack_get_facts (panah_session_get_pack (session), &n);
  PanahFacts *from = panah_session_get_facts (session);

  for (guint i = 0; i < n; i++)
    {
      const PanahValue *value = panah_facts_get (from, specs[i]->id);
      if (specs[i]->shared && value != NULL)
        panah_facts_set (to, specs[i]->id, panah_value_ref ((PanahValue *) value));
    }
  panah_facts_set_journey (to, panah_facts_get_journey (from));
}

/* The applicant as an entry of the other person's list. */
static JsonObject *
turn_round (PanahSession        *session,
            const PanahFactSpec *spec)
{
  JsonObject *entry = json_object_new ();

  for (guint i = 0; i < spec->n_items; i++)
    {
      const PanahFactSpec *item = spec->items[i];
      const PanahValue *value =
        item->becomes != NULL ? panah_facts_get (panah_session_get_facts (session), item->becomes) : NULL;
      JsonNode *json = panah_value_to_json (value);
      if (json != NULL)
        json_object_set_member (entry, item->id, json);
    }
  return entry;
}

/* The others stay who they are; what they are to the applicant has to be asked again. */
static PanahValue *
turn_list (PanahSession        *session,
           const PanahFactSpec *spec,
           guint                index)
{
  JsonArray *array = copy_array (session, spec->id), *turned = json_array_new ();

  json_array_add_object_element (turned, turn_round (session, spec));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i == index)
        continue;
      JsonNode *node = json_node_copy (json_array_get_element (array, i));
      for (guint j = 0; j < spec->n_items; j++)
        {
          if (spec->items[j]->personal)
            json_object_remove_member (json_node_get_object (node), spec->items[j]->id);
        }
      json_array_add_element (turned, node);
    }
  json_array_unref (array);
  return make_list (spec, turned);
}

/**
 * panah_list_start_case:
 * @session: the session
 * @list: the list of people
 * @index: who needs an application of their own
 *
 * Makes a case for that person: what the whole family has in common is copied, what is known of the person becomes the
 * applicant's, the applicant becomes an entry of the list. Nothing is moved away from the case it was told in.
 */
void
panah_list_start_case (PanahSession *session,
                       const char   *list,
                       guint         index)
{
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), list);
  const PanahValue *value = panah_facts_get (panah_session_get_facts (session), list);
  PanahFacts *facts = panah_facts_new ();

  copy_shared (session, facts);
  for (guint i = 0; i < spec->n_items; i++)
    {
      const PanahValue *member = panah_value_get_member (value, index, spec->items[i]->id);
      if (spec->items[i]->becomes != NULL && member != NULL)
        panah_facts_set (facts, spec->items[i]->becomes, panah_value_ref ((PanahValue *) member));
    }
  panah_facts_set (facts, list, turn_list (session, spec, index));
  panah_session_add_case (session, facts);
}
