/* lines-answer.c - what the lines of a passport say, as an answer to one question
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/lines-private.h"

#include "paper/printed.h"
#include "paper/words.h"

#include <glib/gi18n.h>

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
read_current (PanahSession        *session,
              const PanahFactSpec *spec,
              const char          *path,
              const PanahValue    *value,
              gboolean            *out_readable)
{
  GtkWidget *field = g_object_ref_sink (panah_field_new (session, spec, path, TRUE));
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
describe (PanahSession        *session,
          const PanahFactSpec *spec,
          const PanahValue    *value)
{
  const char *const *codes = panah_value_is_given (value) ? panah_value_get_codes (value) : NULL;
  const PanahChoice *choice = codes != NULL ? panah_fact_spec_find_choice (spec, codes[0]) : NULL;
  g_auto (PanahPrinted) printed = { 0 };

  if (choice != NULL)
    return g_strdup (panah_session_translate (session, choice->label));
  if (panah_fact_kind_is_text (spec->kind) && panah_value_get_said (value) != NULL)
    return panah_text_isolate (panah_value_get_said (value), PANAH_ISOLATE_LTR);
  /* months are not mixed up in words */
  if (spec->kind == PANAH_FACT_DATE && panah_value_is_given (value))
    return panah_words_format_told (panah_session_get_language (session), panah_value_get_date (value));
  panah_printed_init (&printed, spec, value, panah_session_get_language (session), G_MAXUINT);
  return g_steal_pointer (&printed.text);
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
find_replaced (PanahSession        *session,
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
  return describe (session, spec, current);
}

static gboolean
are_equal (const PanahValue *one,
           const PanahValue *other)
{
  g_autoptr (JsonNode) one_json = panah_value_to_json (one), other_json = panah_value_to_json (other);

  return one_json != NULL && other_json != NULL && json_node_equal (one_json, other_json);
}

/**
 * panah_lines_answer_new:
 * @session: the session
 * @mrz: complete lines
 * @spec: what is asked
 * @path: where the answer belongs
 * @stored: (nullable): the answer that is there
 *
 * Returns: (transfer full) (nullable): what the lines answer; %NULL if nothing
 */
PanahLinesAnswer *
panah_lines_answer_new (PanahSession        *session,
                        const PanahMrz      *mrz,
                        const PanahFactSpec *spec,
                        const char          *path,
                        const PanahValue    *stored)
{
  gboolean is_readable;
  g_autoptr (PanahValue) current = read_current (session, spec, path, stored, &is_readable);
  PanahValue *value = make_value (spec, make_answer (mrz, spec, current));

  if (value == NULL)
    return NULL;
  PanahLinesAnswer *self = g_new0 (PanahLinesAnswer, 1);
  self->spec = spec;
  self->path = g_strdup (path);
  self->value = value;
  self->words = spec->kind == PANAH_FACT_NAME ? describe_name (&panah_value_get_name (value)->latin)
                                              : describe (session, spec, value);
  self->is_same = are_equal (value, current);
  self->there = self->is_same ? NULL : find_replaced (session, spec, current, is_readable);
  self->fits = does_fit (mrz, spec->mrz);
  self->is_ticked = self->fits && self->there == NULL && !self->is_same;
  return self;
}

void
panah_lines_answer_free (PanahLinesAnswer *self)
{
  g_free (self->path);
  panah_value_unref (self->value);
  g_free (self->words);
  g_free (self->there);
  g_free (self);
}
