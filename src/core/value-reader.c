/* value-reader.c - an answer as it stands in a case file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/error.h"
#include "core/value-private.h"

#include <string.h>

static gboolean
fail (const char *path,
      GError    **error,
      const char *wanted)
{
  g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_CASE, "%s: %s", path, wanted);
  return FALSE;
}

static const char *
node_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                                         : NULL;
}

static void
add_strange (GPtrArray  *strange,
             const char *path,
             const char *what)
{
  g_ptr_array_add (strange, panah_strange_new (path, what));
}

/* null and "" leave @out_string as it is */
static gboolean
read_string (char      **out_string,
             const char *path,
             JsonNode   *node,
             GError    **error)
{
  const char *string = node_string (node);

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (string == NULL)
    return fail (path, error, "must be a text");
  if (*string != '\0')
    *out_string = g_strdup (string);
  return TRUE;
}

static gboolean
read_official (PanahValue *self,
               const char *path,
               JsonNode   *node,
               GError    **error)
{
  JsonObjectIter iter;
  const char *language;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (path, error, "must be an object of texts by language");

  self->official = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &language, &member))
    {
      g_autofree char *member_path = g_strdup_printf ("%s.%s", path, language);
      char *text = NULL;
      if (!read_string (&text, member_path, member, error))
        return FALSE;
      if (text != NULL)
        g_hash_table_insert (self->official, g_strdup (language), text);
    }
  return TRUE;
}

static gboolean
read_text (PanahValue *self,
           const char *path,
           JsonNode   *node,
           GPtrArray  *strange,
           GError    **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (node_string (node) != NULL)
    {
      self->said = g_strdup (node_string (node));
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (path, error, "must be a text, or an object with “said”, “language” and “official”");

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *member_path = g_strdup_printf ("%s.%s", path, name);
      gboolean ok = TRUE;

      if (strcmp (name, "said") == 0)
        ok = read_string (&self->said, member_path, member, error);
      else if (strcmp (name, "language") == 0)
        ok = read_string (&self->said_language, member_path, member, error);
      else if (strcmp (name, "official") == 0)
        ok = read_official (self, member_path, member, error);
      else
        add_strange (strange, member_path, "not part of this answer");
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_name_parts (PanahNameParts *self,
                 const char     *path,
                 JsonNode       *node,
                 GPtrArray      *strange,
                 GError        **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (path, error, "must be an object with “surname”, “given” or “patronymic”");

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *member_path = g_strdup_printf ("%s.%s", path, name);
      char **part = strcmp (name, "surname") == 0      ? &self->surname
                    : strcmp (name, "given") == 0      ? &self->given
                    : strcmp (name, "patronymic") == 0 ? &self->patronymic
                                                       : NULL;

      if (part == NULL)
        add_strange (strange, member_path, "not part of a name");
      else if (!read_string (part, member_path, member, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_name (PanahValue *self,
           const char *path,
           JsonNode   *node,
           GPtrArray  *strange,
           GError    **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (path, error, "must be an object with “cyrillic”, “latin” or “native”");

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *member_path = g_strdup_printf ("%s.%s", path, name);
      gboolean ok = TRUE;

      if (strcmp (name, "cyrillic") == 0)
        ok = read_name_parts (&self->name.cyrillic, member_path, member, strange, error);
      else if (strcmp (name, "latin") == 0)
        ok = read_name_parts (&self->name.latin, member_path, member, strange, error);
      else if (strcmp (name, "native") == 0)
        ok = read_string (&self->name.native, member_path, member, error);
      else
        add_strange (strange, member_path, "not part of a name");
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

/* An integer member; 0 for null or absent; -1 if it is something else. */
static gint64
date_part (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return 0;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return -1;
  gint64 value = json_node_get_int (node);
  return value >= 1 && value <= 9999 ? value : -1;
}

static gboolean
read_partial_date (PanahValue *self,
                   const char *path,
                   JsonObject *object,
                   GPtrArray  *strange,
                   GError    **error)
{
  static const char *const known[] = { "calendar", "year", "month", "day", "about", NULL };
  JsonObjectIter iter;
  const char *name;
  JsonNode *system_node = json_object_get_member (object, "calendar");
  const char *system_name = system_node != NULL ? node_string (system_node) : "gregorian";
  JsonNode *about = json_object_get_member (object, "about");
  gint64 year = date_part (object, "year"), month = date_part (object, "month"), day = date_part (object, "day");
  int system = 0;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      g_autofree char *member_path = g_strdup_printf ("%s.%s", path, name);
      if (!g_strv_contains (known, name))
        add_strange (strange, member_path, "not part of a date");
    }
  while (system_name != NULL && panah_calendar_system_names[system] != NULL &&
         strcmp (panah_calendar_system_names[system], system_name) != 0)
    system++;
  if (system_name == NULL || panah_calendar_system_names[system] == NULL)
    return fail (path, error, "“calendar” must be gregorian, persian or islamic");
  if (year <= 0 || month < 0 || day < 0)
    return fail (path, error, "a date needs a “year”; “month” and “day” are whole numbers or null");
  if (about != NULL && !JSON_NODE_HOLDS_NULL (about) &&
      (!JSON_NODE_HOLDS_VALUE (about) || json_node_get_value_type (about) != G_TYPE_BOOLEAN))
    return fail (path, error, "“about” must be true or false");

  if (!panah_date_init (&self->date, system, year, month, day,
                        about != NULL && !JSON_NODE_HOLDS_NULL (about) && json_node_get_boolean (about), error))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_date (PanahValue *self,
           const char *path,
           JsonNode   *node,
           GPtrArray  *strange,
           GError    **error)
{
  const char *string = node_string (node);
  guint32 day;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return read_partial_date (self, path, json_node_get_object (node), strange, error);
  if (string == NULL)
    return fail (path, error, "must be a date");
  if (!panah_day_parse (string, &day))
    {
      g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_DATE, "%s: there is no date “%s”", path, string);
      return FALSE;
    }
  panah_date_init_day (&self->date, day);
  return TRUE;
}

static gboolean
read_moment (PanahValue *self,
             const char *path,
             JsonNode   *node,
             GError    **error)
{
  const char *string = node_string (node);

  if (string == NULL)
    return fail (path, error, "must be a moment, “YYYY-MM-DDTHH:MM”");
  if (panah_moment_parse (string, &self->moment))
    return TRUE;

  g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_DATE, "%s: there is no moment “%s”", path, string);
  return FALSE;
}

static gboolean
read_codes (PanahValue          *self,
            const PanahFactSpec *spec,
            const char          *path,
            JsonNode            *node,
            GPtrArray           *strange,
            GError             **error)
{
  gboolean several = spec->kind == PANAH_FACT_CHOICES || spec->kind == PANAH_FACT_COUNTRIES ||
                     spec->kind == PANAH_FACT_LANGUAGES;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 1;

  if (several != JSON_NODE_HOLDS_ARRAY (node))
    return fail (path, error, several ? "must be an array of codes" : "must be a code");
  if (several)
    n = json_array_get_length (json_node_get_array (node));

  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = several ? json_array_get_element (json_node_get_array (node), i) : node;
      const char *code = node_string (element);
      if (code == NULL)
        return fail (path, error, "must be a code");
      if (!panah_fact_spec_knows_code (spec, code))
        {
          g_autofree char *what = g_strdup_printf ("the code “%s” is not known", code);
          add_strange (strange, path, what);
        }
      g_strv_builder_add (builder, code);
    }
  self->codes = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_entry (PanahValue          *self,
            const PanahFactSpec *spec,
            const char          *path,
            JsonObject          *object,
            GPtrArray           *strange,
            GError             **error)
{
  GHashTable *entry = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) panah_value_unref);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  g_ptr_array_add (self->entries, entry);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *member_path = g_strdup_printf ("%s.%s", path, name);
      const PanahFactSpec *item = panah_fact_spec_find_item (spec, name);
      if (item == NULL)
        {
          add_strange (strange, member_path, "not a fact of this country’s rules");
          continue;
        }
      PanahValue *value = panah_value_new_from_json (item, member_path, member, strange, error);
      if (value == NULL)
        return FALSE;
      g_hash_table_insert (entry, g_strdup (name), value);
    }
  return TRUE;
}

static gboolean
read_list (PanahValue          *self,
           const PanahFactSpec *spec,
           const char          *path,
           JsonNode            *node,
           GPtrArray           *strange,
           GError             **error)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (path, error, "must be an array");

  JsonArray *array = json_node_get_array (node);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *entry_path = g_strdup_printf ("%s[%u]", path, i);
      JsonNode *element = json_array_get_element (array, i);
      if (!JSON_NODE_HOLDS_OBJECT (element))
        return fail (entry_path, error, "must be an object");
      if (!read_entry (self, spec, entry_path, json_node_get_object (element), strange, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_count (PanahValue *self,
            const char *path,
            JsonNode   *node,
            GError    **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < 0)
    return fail (path, error, "must be a whole number");

  self->count = json_node_get_int (node);
  return TRUE;
}

static gboolean
read_given (PanahValue          *self,
            const PanahFactSpec *spec,
            const char          *path,
            JsonNode            *node,
            GPtrArray           *strange,
            GError             **error)
{
  switch ((int) spec->kind)
    {
    case PANAH_FACT_NAME:
      return read_name (self, path, node, strange, error);
    case PANAH_FACT_DATE:
      return read_date (self, path, node, strange, error);
    case PANAH_FACT_MOMENT:
      return read_moment (self, path, node, error);
    case PANAH_FACT_COUNT:
      return read_count (self, path, node, error);
    case PANAH_FACT_LIST:
      return read_list (self, spec, path, node, strange, error);
    default:
      if (panah_fact_kind_is_text (spec->kind))
        return read_text (self, path, node, strange, error);
      return read_codes (self, spec, path, node, strange, error);
    }
}

static gboolean
name_is_empty (const PanahName *name)
{
  return name->cyrillic.surname == NULL && name->cyrillic.given == NULL && name->cyrillic.patronymic == NULL &&
         name->latin.surname == NULL && name->latin.given == NULL && name->latin.patronymic == NULL &&
         name->native == NULL;
}

/* Words nobody said, a name without parts, an empty choice: asked, but skipped. */
static gboolean
is_empty (const PanahValue *self)
{
  if (panah_fact_kind_is_text (self->kind))
    return (self->said == NULL || *self->said == '\0') &&
           (self->official == NULL || g_hash_table_size (self->official) == 0);
  if (self->kind == PANAH_FACT_NAME)
    return name_is_empty (&self->name);
  if (panah_fact_kind_is_codes (self->kind))
    return self->codes[0] == NULL;
  return FALSE;
}

/**
 * panah_value_new_from_json:
 * @spec: what is asked
 * @path: path of the fact for messages, `family[2].birth_date`
 * @node: the answer as it stands in a case file
 * @out_strange: (element-type utf8): collects `path: message` for what is kept but not understood: unknown members
 *   and codes
 * @error: return location for a [error@Panah.CoreError], `CASE` for a wrong JSON kind, `DATE` for a day or moment that
 *   does not exist
 *
 * Reads `null` as *does not know* and `"none"`, where @spec allows it, as *there is none*. Empty words count as not asked.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL on error
 */
PanahValue *
panah_value_new_from_json (const PanahFactSpec *spec,
                           const char          *path,
                           JsonNode            *node,
                           GPtrArray           *out_strange,
                           GError             **error)
{
  g_autoptr (PanahValue) self = g_atomic_rc_box_new0 (PanahValue);
  const char *string = node_string (node);

  self->kind = spec->kind;
  self->answer = PANAH_ANSWER_GIVEN;
  if (JSON_NODE_HOLDS_NULL (node) ||
      (spec->kind == PANAH_FACT_YES_NO && g_strcmp0 (string, "unknown") == 0))
    self->answer = PANAH_ANSWER_UNKNOWN;
  else if (spec->none_allowed && g_strcmp0 (string, "none") == 0)
    self->answer = PANAH_ANSWER_NONE;
  else if (!read_given (self, spec, path, node, out_strange, error))
    return NULL;
  else if (is_empty (self))
    self->answer = PANAH_ANSWER_ABSENT;

  return g_steal_pointer (&self);
}
