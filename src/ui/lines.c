/* lines.c - the lines of a passport while somebody types them, and what they answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines name a person to every database in the world, and no paper needs them. So they live beside the session and
 * not in it: in no answer, draft, file or snapshot; and they are wiped as soon as any other page is shown. */

#include "ui/lines-private.h"

#include "ui/list.h"
#include "ui/pages.h"

#include <sodium.h>
#include <string.h>

/**
 * PanahLines:
 * @session: (unowned): it owns this
 * @list: (nullable): the list of people or papers that the lines are for; %NULL: the person whose case it is
 * @index: which entry; one past the last is a new one
 */
struct _PanahLines
{
  PanahSession *session;
  char         *list;
  guint         index;
  char         *text;
  PanahMrz      mrz;
  GPtrArray    *answers; /* (nullable): until they are asked for */
};

#define KEY "panah-lines"

static void
wipe_text (PanahLines *self)
{
  if (self->text != NULL)
    sodium_memzero (self->text, strlen (self->text));
  g_clear_pointer (&self->text, g_free);
  panah_mrz_clear (&self->mrz);
}

static void
lines_clear (gpointer data)
{
  PanahLines *self = data;

  wipe_text (self);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_free (self->list);
}

/* A page that shows them may live a little longer than the session keeps them. */
PanahLines *
panah_lines_ref (PanahLines *self)
{
  return g_rc_box_acquire (self);
}

void
panah_lines_unref (PanahLines *self)
{
  g_rc_box_release_full (self, lines_clear);
}

/**
 * panah_lines_get:
 * @session: the session
 * @list: (nullable): id of a fact of kind list; %NULL: the person whose case it is
 * @index: which entry of it
 *
 * Returns: (transfer none): the lines for that person or paper; what was typed for another one is forgotten
 */
PanahLines *
panah_lines_get (PanahSession *session,
                 const char   *list,
                 guint         index)
{
  PanahLines *self = g_object_get_data (G_OBJECT (session), KEY);

  if (self != NULL && g_strcmp0 (self->list, list) == 0 && self->index == index)
    return self;

  self = g_rc_box_new0 (PanahLines);
  self->session = session;
  self->list = g_strdup (list);
  self->index = index;
  panah_lines_set_text (self, "");
  panah_lines_forget (session);
  g_object_set_data_full (G_OBJECT (session), KEY, self, (GDestroyNotify) panah_lines_unref);
  return self;
}

/* Wipes what was typed, at once. */
void
panah_lines_forget (PanahSession *session)
{
  PanahLines *self = g_object_get_data (G_OBJECT (session), KEY);

  if (self == NULL)
    return;
  wipe_text (self);
  g_object_set_data (G_OBJECT (session), KEY, NULL);
}

/* @list: of kind list. Returns: whether an entry of it can be filled in from the lines of a passport */
gboolean
panah_lines_are_wanted (const PanahFactSpec *list)
{
  return panah_fact_spec_find_mrz (list, PANAH_MRZ_FIELD_NAME) != NULL ||
         panah_fact_spec_find_mrz (list, PANAH_MRZ_FIELD_DOCUMENT_NUMBER) != NULL;
}

void
panah_lines_set_text (PanahLines *self,
                      const char *text)
{
  char *copy = g_strdup (text);

  wipe_text (self);
  self->text = copy;
  panah_mrz_read (&self->mrz, copy, panah_moment_get_day (panah_session_get_now (self->session)));
  g_clear_pointer (&self->answers, g_ptr_array_unref);
}

const char *
panah_lines_get_text (PanahLines *self)
{
  return self->text != NULL ? self->text : "";
}

const PanahMrz *
panah_lines_get_mrz (PanahLines *self)
{
  return &self->mrz;
}

static void
add_answer (PanahLines          *self,
            GPtrArray           *answers,
            const PanahFactSpec *spec,
            const char          *path,
            const PanahValue    *stored)
{
  PanahLinesAnswer *answer = panah_lines_answer_new (self->session, &self->mrz, spec, path, stored);

  if (answer != NULL)
    g_ptr_array_add (answers, answer);
}

static void
add_entry_answers (PanahLines          *self,
                   GPtrArray           *answers,
                   const PanahFactSpec *list,
                   guint                index)
{
  const PanahValue *value = panah_facts_get (panah_session_get_facts (self->session), list->id);
  const PanahFactSpec *kind = panah_fact_spec_find_mrz (list, PANAH_MRZ_FIELD_DOCUMENT_KIND);
  /* a visa is no paper of its own, and its number is not the passport's */
  char letter = *self->mrz.code;
  gboolean is_paper = kind != NULL ? panah_fact_spec_find_mrz_choice (kind, letter) != NULL : letter == 'P';

  for (guint i = 0; i < list->n_items; i++)
    {
      const PanahFactSpec *item = list->items[i];
      gboolean of_paper = item->mrz == PANAH_MRZ_FIELD_DOCUMENT_KIND ||
                          item->mrz == PANAH_MRZ_FIELD_DOCUMENT_NUMBER || item->mrz == PANAH_MRZ_FIELD_EXPIRY_DATE;
      g_autofree char *path = g_strdup_printf ("%s[%u].%s", list->id, index, item->id);
      if (item->mrz != PANAH_MRZ_FIELD_NONE && (is_paper || !of_paper))
        add_answer (self, answers, item, path, panah_value_get_member (value, index, item->id));
    }
}

/* Which entry has that paper already; one past the last if none has. */
static guint
find_paper (PanahLines          *self,
            const PanahFactSpec *list)
{
  const PanahValue *value = panah_facts_get (panah_session_get_facts (self->session), list->id);
  const PanahFactSpec *number = panah_fact_spec_find_mrz (list, PANAH_MRZ_FIELD_DOCUMENT_NUMBER);
  guint n = panah_value_get_n_entries (value);

  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (panah_value_get_said (panah_value_get_member (value, i, number->id)), self->mrz.number) == 0)
        return i;
    }
  return n;
}

static void
add_own_answers (PanahLines *self,
                 GPtrArray  *answers)
{
  guint n;
  const PanahFactSpec *const *facts = panah_pack_get_facts (panah_session_get_pack (self->session), &n);

  for (guint i = 0; i < n; i++)
    {
      if (facts[i]->mrz != PANAH_MRZ_FIELD_NONE && facts[i]->mrz != PANAH_MRZ_FIELD_DOCUMENT)
        add_answer (self, answers, facts[i], facts[i]->id,
                    panah_facts_get (panah_session_get_facts (self->session), facts[i]->id));
    }
  for (guint i = 0; i < n; i++)
    {
      if (facts[i]->mrz == PANAH_MRZ_FIELD_DOCUMENT)
        add_entry_answers (self, answers, facts[i], find_paper (self, facts[i]));
    }
}

/**
 * panah_lines_get_answers:
 * @self: complete lines
 *
 * What is typed elsewhere, and the language, may have changed since the last call: all is read anew, and the ticks stay.
 *
 * Returns: (transfer none) (element-type PanahLinesAnswer): what the lines answer, as the pack has it
 */
GPtrArray *
panah_lines_get_answers (PanahLines *self)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_lines_answer_free);
  PanahPack *pack = panah_session_get_pack (self->session);
  const PanahFactSpec *list = self->list != NULL ? panah_pack_find_fact (pack, self->list) : NULL;

  if (list != NULL && self->mrz.is_complete)
    add_entry_answers (self, answers, list, self->index);
  else if (self->list == NULL && self->mrz.is_complete)
    add_own_answers (self, answers);
  for (guint i = 0; self->answers != NULL && i < MIN (answers->len, self->answers->len); i++)
    {
      PanahLinesAnswer *answer = answers->pdata[i], *before = self->answers->pdata[i];
      if (strcmp (answer->path, before->path) == 0)
        answer->is_ticked = before->is_ticked && !answer->is_same;
    }
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  self->answers = answers;
  return answers;
}

/* Puts it where it would stand if it had been typed: the person goes on with the entry, or leaves it without keeping. */
static void
type_answer (PanahLines             *self,
             const PanahLinesAnswer *answer)
{
  GtkWidget *field = g_object_ref_sink (panah_field_new (self->session, answer->spec, answer->path, TRUE));

  panah_session_set_draft (self->session, answer->path, NULL);
  panah_field_write (PANAH_FIELD (field), answer->value);
  panah_field_keep (PANAH_FIELD (field));
  g_object_unref (field);
}

/* Adds to the entry of the list of papers what was ticked. */
static void
put_into_list (PanahLines          *self,
               const PanahFactSpec *list)
{
  const PanahValue *value = panah_facts_get (panah_session_get_facts (self->session), list->id);
  guint index = find_paper (self, list);
  JsonObject *entry = json_object_new ();
  gboolean is_changed = FALSE;

  for (guint i = 0; i < list->n_items; i++)
    {
      const PanahFactSpec *item = list->items[i];
      g_autofree char *path = g_strdup_printf ("%s[%u].%s", list->id, index, item->id);
      JsonNode *json = panah_value_to_json (panah_value_get_member (value, index, item->id));

      for (guint j = 0; j < self->answers->len; j++)
        {
          PanahLinesAnswer *answer = self->answers->pdata[j];
          if (!answer->is_ticked || strcmp (answer->path, path) != 0)
            continue;
          g_clear_pointer (&json, json_node_unref);
          json = panah_value_to_json (answer->value);
          panah_session_set_draft (self->session, path, NULL);
          is_changed = TRUE;
        }
      if (json != NULL)
        json_object_set_member (entry, item->id, json);
    }
  if (is_changed)
    panah_list_set_entry (self->session, list->id, index, entry);
  else
    json_object_unref (entry);
}

static void
put_own_answers (PanahLines *self)
{
  const PanahFactSpec *papers = panah_pack_find_mrz (panah_session_get_pack (self->session), PANAH_MRZ_FIELD_DOCUMENT);

  for (guint i = 0; i < self->answers->len; i++)
    {
      PanahLinesAnswer *answer = self->answers->pdata[i];
      if (!answer->is_ticked || strcmp (answer->path, answer->spec->id) != 0)
        continue;
      panah_session_set_answer (self->session, answer->path, panah_value_ref (answer->value));
      panah_session_set_draft (self->session, answer->path, NULL);
    }
  if (papers != NULL)
    put_into_list (self, papers);
}

/**
 * panah_lines_fill:
 * @self: lines whose answers the person has seen
 *
 * Puts what is ticked where it belongs, and forgets the lines.
 *
 * Returns: (transfer full): where one goes on to
 */
char *
panah_lines_fill (PanahLines *self)
{
  const PanahFactSpec *name = panah_pack_find_mrz (panah_session_get_pack (self->session), PANAH_MRZ_FIELD_NAME);
  char *next;

  if (self->answers == NULL)
    panah_lines_get_answers (self);
  if (self->list != NULL)
    {
      for (guint i = 0; i < self->answers->len; i++)
        {
          if (((PanahLinesAnswer *) self->answers->pdata[i])->is_ticked)
            type_answer (self, self->answers->pdata[i]);
        }
      next = g_strdup_printf ("entry:%s:%u", self->list, self->index);
    }
  else
    {
      put_own_answers (self);
      next = name != NULL ? panah_place_of_fact (self->session, name->id) : g_strdup ("tasks");
    }
  panah_lines_forget (self->session);
  return next;
}
