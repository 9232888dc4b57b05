/* value-writer.c - an answer as it will stand in a case file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/value-private.h"

static void
set_string (JsonObject *object,
            const char *name,
            const char *string)
{
  if (string != NULL)
    json_object_set_string_member (object, name, string);
}

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

static JsonNode *
take_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

static JsonNode *
string_node (const char *string)
{
  return json_node_init_string (json_node_alloc (), string);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (a, b);
}

/* In the order of their names, so that the same answers give the same bytes. */
static GList *
sorted_keys (GHashTable *table)
{
  return g_list_sort (g_hash_table_get_keys (table), compare_strings);
}

static JsonNode *
write_text (const PanahValue *self)
{
  /* who said the word “none” did not say that there is none */
  if (self->said_language == NULL && self->official == NULL && g_strcmp0 (self->said, "none") != 0)
    return string_node (self->said != NULL ? self->said : "");

  JsonObject *object = json_object_new ();
  set_string (object, "said", self->said);
  set_string (object, "language", self->said_language);
  if (self->official != NULL)
    {
      JsonObject *official = json_object_new ();
      g_autoptr (GList) languages = sorted_keys (self->official);
      for (GList *l = languages; l != NULL; l = l->next)
        set_string (official, l->data, g_hash_table_lookup (self->official, l->data));
      json_object_set_object_member (object, "official", official);
    }
  return take_object (object);
}

static void
write_parts (JsonObject           *object,
             const char           *script,
             const PanahNameParts *parts)
{
  if (parts->surname == NULL && parts->given == NULL && parts->patronymic == NULL)
    return;

  JsonObject *member = json_object_new ();
  set_string (member, "surname", parts->surname);
  set_string (member, "given", parts->given);
  set_string (member, "patronymic", parts->patronymic);
  json_object_set_object_member (object, script, member);
}

static JsonNode *
write_name (const PanahName *name)
{
  JsonObject *object = json_object_new ();

  write_parts (object, "cyrillic", &name->cyrillic);
  write_parts (object, "latin", &name->latin);
  set_string (object, "native", name->native);
  return take_object (object);
}

static JsonNode *
write_date (const PanahDate *date)
{
  if (date->system == PANAH_CALENDAR_GREGORIAN && date->day != 0 && !date->about)
    {
      g_autofree char *day = panah_day_to_string (date->from);
      return string_node (day);
    }

  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "calendar", panah_calendar_system_names[date->system]);
  json_object_set_int_member (object, "year", date->year);
  if (date->month != 0)
    json_object_set_int_member (object, "month", date->month);
  else
    json_object_set_null_member (object, "month");
  if (date->day != 0)
    json_object_set_int_member (object, "day", date->day);
  else
    json_object_set_null_member (object, "day");
  if (date->about)
    json_object_set_boolean_member (object, "about", TRUE);
  return take_object (object);
}

static JsonNode *
write_codes (const PanahValue *self)
{
  if (self->kind == PANAH_FACT_YES_NO || self->kind == PANAH_FACT_CHOICE || self->kind == PANAH_FACT_COUNTRY ||
      self->kind == PANAH_FACT_LANGUAGE)
    return string_node (self->codes[0]);

  JsonArray *array = json_array_new ();
  for (guint i = 0; self->codes[i] != NULL; i++)
    json_array_add_string_element (array, self->codes[i]);
  return take_array (array);
}

static JsonNode *
write_list (const PanahValue *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      GHashTable *entry = self->entries->pdata[i];
      JsonObject *object = json_object_new ();
      g_autoptr (GList) members = sorted_keys (entry);
      for (GList *l = members; l != NULL; l = l->next)
        {
          JsonNode *node = panah_value_to_json (g_hash_table_lookup (entry, l->data));
          if (node != NULL)
            json_object_set_member (object, l->data, node);
        }
      json_array_add_object_element (array, object);
    }
  return take_array (array);
}

static JsonNode *
write_given (const PanahValue *self)
{
  switch ((int) self->kind)
    {
    case PANAH_FACT_NAME:
      return write_name (&self->name);
    case PANAH_FACT_DATE:
      return write_date (&self->date);
    case PANAH_FACT_MOMENT:
      {
        g_autofree char *moment = panah_moment_to_string (self->moment);
        return string_node (moment);
      }
    case PANAH_FACT_COUNT:
      return json_node_init_int (json_node_alloc (), self->count);
    case PANAH_FACT_LIST:
      return write_list (self);
    default:
      return panah_fact_kind_is_text (self->kind) ? write_text (self) : write_codes (self);
    }
}

/**
 * panah_value_to_json:
 * @self: (nullable): an answer
 *
 * The opposite of [func@Panah.Value.new_from_json]. What that function found strange is not part of a value.
 *
 * Returns: (transfer full) (nullable): the answer as it stands in a case file; %NULL if it was not asked
 */
JsonNode *
panah_value_to_json (const PanahValue *self)
{
  switch (panah_value_get_answer (self))
    {
    case PANAH_ANSWER_UNKNOWN:
      return json_node_init_null (json_node_alloc ());
    case PANAH_ANSWER_NONE:
      return string_node ("none");
    case PANAH_ANSWER_GIVEN:
      return write_given (self);
    case PANAH_ANSWER_ABSENT:
    default:
      return NULL;
    }
}
