/* lines.c - the lines of a passport while somebody types them, and what they answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines name a person to every database in the world, and no paper needs them. So they live beside the session and not
 * in it: in no answer, draft, file or snapshot; and they are wiped as soon as any other page is shown. */

#include "ui/lines.h"

#include "paper/printed.h"
#include "paper/words.h"
#include "ui/list.h"
#include "ui/pages.h"

#include <glib/gi18n.h>
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
answer_free (gpointer data)
{
  PanahLinesAnswer *self = data;

  g_free (self->path);
  panah_value_unref (self->value);
  g_free (self->words);
  g_free (self->there);
  g_free (self);
}

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

static PanahValue *
make_value (const PanahFactSpec *spec,
            JsonNode            *json)
{
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonNode) node = json;

  return node != NULL ? panah_value_new_from_json (spec, spec->id, node, strange, NULL) : NULL;
}

/* What stands in the field of that fact: also what was typed there and not yet accepted. */
static PanahValue *
read_current (PanahLines          *self,
              const PanahFactSpec *spec,
              const char          *path,
              const PanahValue    *value,
              gboolean            *out_readable)
{
  GtkWidget *field = g_object_ref_sink (panah_field_new (self->session, spec, path, TRUE));
  PanahValue *current = NULL;

  panah_field_write (PANAH_FIELD (field), value);
  *out_readable = panah_field_read (PANAH_FIELD (field), &current);
  g_object_unref (field);
  return current;
}

static void
set_part (JsonObject *parts,
          const char *member,
          const char *text)
{
  if (*text != '\0')
    json_object_set_string_member (parts, member, text);
}

/* The other spellings of the name stay as they are. */
static JsonNode *
make_name (const PanahMrz   *mrz,
           const PanahValue *current)
{
  JsonNode *node = panah_value_is_given (current) ? panah_value_to_json (current) : NULL;
  JsonObject *latin = json_object_new ();

  if (node == NULL)
    {
      node = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (node, json_object_new ());
    }
  set_part (latin, "surname", mrz->surname);
  set_part (latin, "given", mrz->given);
  json_object_set_object_member (json_node_get_object (node), "latin", latin);
  return node;
}

static JsonNode *
make_date (const PanahMrzDate *date)
{
  JsonObject *object;
  JsonNode *node;

  if (date->year == 0)
    return NULL;
  if (date->day > 0)
    {
      g_autofree char *day = g_strdup_printf ("%04u-%02u-%02u", date->year, date->month, date->day);
      return json_node_init_string (json_node_alloc (), day);
    }
  object = json_object_new ();
  json_object_set_string_member (object, "calendar", "gregorian");
  json_object_set_int_member (object, "year", date->year);
  if (date->month > 0)
    json_object_set_int_member (object, "month", date->month);
  else
    json_object_set_null_member (object, "month");
  json_object_set_null_member (object, "day");
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

/* A second citizenship is another one, and takes the place of none. */
static JsonNode *
make_citizenship (const PanahFactSpec *spec,
                  const char          *code,
                  const PanahValue    *current)
{
  if (*code == '\0')
    return NULL;
  if (spec->kind == PANAH_FACT_COUNTRY)
    return json_node_init_string (json_node_alloc (), code);

  JsonArray *array = json_array_new ();
  const char *const *codes = panah_value_is_given (current) ? panah_value_get_codes (current) : NULL;
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    json_array_add_string_element (array, codes[i]);
  if (!panah_value_has_code (current, code))
    json_array_add_string_element (array, code);
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
make_choice (const PanahFactSpec *spec,
             char                 letter)
{
  const PanahChoice *choice = panah_fact_spec_find_mrz_choice (spec, letter);

  return choice != NULL ? json_node_init_string (json_node_alloc (), choice->code) : NULL;
}

/* Returns: (transfer full) (nullable): what the lines answer; %NULL if nothing */
static JsonNode *
make_answer (const PanahMrz      *mrz,
             const PanahFactSpec *spec,
             const PanahValue    *current)
{
  switch ((int) spec->mrz)
    {
    case PANAH_MRZ_FIELD_NAME:
      return *mrz->given != '\0' ? make_name (mrz, current) : NULL;
    case PANAH_MRZ_FIELD_BIRTH_DATE:
      return make_date (&mrz->birth);
    case PANAH_MRZ_FIELD_EXPIRY_DATE:
      return make_date (&mrz->expiry);
    case PANAH_MRZ_FIELD_CITIZENSHIP:
      return make_citizenship (spec, mrz->citizenship, current);
    case PANAH_MRZ_FIELD_SEX:
      return make_choice (spec, mrz->sex);
    case PANAH_MRZ_FIELD_DOCUMENT_KIND:
      return make_choice (spec, *mrz->code);
    case PANAH_MRZ_FIELD_DOCUMENT_NUMBER:
      return *mrz->number != '\0' ? json_node_init_string (json_node_alloc (), mrz->number) : NULL;
    default:
      return NULL;
    }
}

/* Which check digit stands behind an answer. */
static gboolean
does_fit (const PanahMrz *mrz,
          PanahMrzField   field)
{
  PanahMrzGroup group = field == PANAH_MRZ_FIELD_BIRTH_DATE        ? PANAH_MRZ_BIRTH
                        : field == PANAH_MRZ_FIELD_EXPIRY_DATE     ? PANAH_MRZ_EXPIRY
                        : field == PANAH_MRZ_FIELD_DOCUMENT_NUMBER ? PANAH_MRZ_NUMBER
                                                                   : PANAH_MRZ_N_GROUPS;

  return group == PANAH_MRZ_N_GROUPS || mrz->groups[group].check != PANAH_MRZ_WRONG;
}

static char *
describe (PanahLines          *self,
          const PanahFactSpec *spec,
          const PanahValue    *value)
{
  g_auto (PanahPrinted) printed = { 0 };

  if (value == NULL)
    return g_strdup ("");
  /* months are not mixed up in words */
  if (spec->kind == PANAH_FACT_DATE && panah_value_is_given (value))
    return panah_words_format_told (panah_session_get_language (self->session), panah_value_get_date (value));
  panah_printed_init (&printed, spec, value, panah_session_get_language (self->session), G_MAXUINT);
  return g_strdup (panah_session_translate (self->session, printed.text));
}

static char *
describe_name (const PanahNameParts *parts)
{
  g_autofree char *surname = parts->surname != NULL ? panah_text_isolate (parts->surname, PANAH_ISOLATE_LTR) : NULL;
  g_autofree char *given = parts->given != NULL ? panah_text_isolate (parts->given, PANAH_ISOLATE_LTR) : NULL;

  if (surname == NULL || given == NULL)
    return g_strdup (given != NULL ? given : surname != NULL ? surname : "");
  /* TRANSLATORS: both %s are in Latin letters: surname, name */
  return g_strdup_printf (_("surname %s, name %s"), surname, given);
}

/* What would be lost: of a name only the spelling in Latin letters, of citizenships none. */
static char *
find_replaced (PanahLines          *self,
               const PanahFactSpec *spec,
               const PanahValue    *current,
               gboolean             is_readable)
{
  PanahAnswer answer = panah_value_get_answer (current);

  if (!is_readable)
    return g_strdup ("");
  if (answer == PANAH_ANSWER_ABSENT)
    return NULL;
  if (answer == PANAH_ANSWER_GIVEN && spec->kind == PANAH_FACT_COUNTRIES)
    return NULL;
  if (answer == PANAH_ANSWER_GIVEN && spec->kind == PANAH_FACT_NAME)
    {
      const PanahNameParts *latin = &panah_value_get_name (current)->latin;
      return latin->surname != NULL || latin->given != NULL ? describe_name (latin) : NULL;
    }
  return describe (self, spec, current);
}

static gboolean
are_equal (const PanahValue *one,
           const PanahValue *other)
{
  g_autoptr (JsonNode) one_json = panah_value_to_json (one), other_json = panah_value_to_json (other);

  return one_json != NULL && other_json != NULL && json_node_equal (one_json, other_json);
}

static void
add_answer (PanahLines          *self,
            GPtrArray           *answers,
            const PanahFactSpec *spec,
            const char          *path,
            const PanahValue    *stored)
{
  gboolean is_readable;
  g_autoptr (PanahValue) current = read_current (self, spec, path, stored, &is_readable);
  PanahValue *value = make_value (spec, make_answer (&self->mrz, spec, current));

  if (value == NULL)
    return;
  PanahLinesAnswer *answer = g_new0 (PanahLinesAnswer, 1);
  answer->spec = spec;
  answer->path = g_strdup (path);
  answer->value = value;
  answer->words = spec->kind == PANAH_FACT_NAME ? describe_name (&panah_value_get_name (value)->latin)
                                                : describe (self, spec, value);
  answer->is_same = are_equal (value, current);
  answer->there = answer->is_same ? NULL : find_replaced (self, spec, current, is_readable);
  answer->fits = does_fit (&self->mrz, spec->mrz);
  answer->is_ticked = answer->fits && answer->there == NULL && !answer->is_same;
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
  gboolean is_paper = kind != NULL ? panah_fact_spec_find_mrz_choice (kind, *self->mrz.code) != NULL : *self->mrz.code == 'P';

  for (guint i = 0; i < list->n_items; i++)
    {
      const PanahFactSpec *item = list->items[i];
      gboolean of_paper = item->mrz == PANAH_MRZ_FIELD_DOCUMENT_KIND || item->mrz == PANAH_MRZ_FIELD_DOCUMENT_NUMBER ||
                          item->mrz == PANAH_MRZ_FIELD_EXPIRY_DATE;
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
  GPtrArray *answers = g_ptr_array_new_with_free_func (answer_free);

  if (self->list != NULL && self->mrz.is_complete)
    add_entry_answers (self, answers, panah_pack_find_fact (panah_session_get_pack (self->session), self->list), self->index);
  else if (self->mrz.is_complete)
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
