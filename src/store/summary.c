/* summary.c - what a list of case files shows of each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/summary.h"

#include <string.h>

#include "core/json-scan.h"
#include "store/error.h"

/**
 * panah_summary_new:
 *
 * Returns: (transfer full): a summary that says nothing
 */
PanahSummary *
panah_summary_new (void)
{
  PanahSummary *self = g_new0 (PanahSummary, 1);

  self->names = g_new0 (char *, 1);
  return self;
}

static char *
join_name (const PanahNameParts *parts)
{
  const char *all[] = { parts->surname, parts->given, parts->patronymic };
  const char *there[G_N_ELEMENTS (all) + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if (all[i] != NULL)
        there[n++] = all[i];
    }
  return n > 0 ? g_strjoinv (" ", (char **) there) : NULL;
}

/* In the script of the offices, or of the passport, or the person’s own. */
static char *
write_name (const PanahValue *value)
{
  const PanahName *name = panah_value_is_given (value) ? panah_value_get_name (value) : NULL;
  char *text = name != NULL ? join_name (&name->cyrillic) : NULL;

  if (name != NULL && text == NULL)
    text = join_name (&name->latin);
  if (name != NULL && text == NULL)
    text = g_strdup (name->native);
  return text;
}

/* Of the windows that are the person’s and that run, the most urgent: the day on which one should act. */
static char *
find_next (const PanahPlan *plan)
{
  const GPtrArray *deadlines = panah_plan_get_deadlines (plan);

  for (guint i = 0; i < deadlines->len; i++)
    {
      const PanahDeadline *deadline = deadlines->pdata[i];
      gboolean runs = deadline->state == PANAH_DEADLINE_OPEN || deadline->state == PANAH_DEADLINE_DUE_TODAY;

      if (!runs || !deadline->counted || deadline->spec->whose != PANAH_WHOSE_PERSON)
        continue;
      char *day = panah_point_to_string (&deadline->count.safe);
      return day != NULL ? day : panah_point_to_string (&deadline->count.last);
    }
  return NULL;
}

/**
 * panah_summary_new_plan:
 * @parsed: a case
 * @plan: its plan of today
 *
 * Returns: (transfer full): what a list shows of the case today
 */
PanahSummary *
panah_summary_new_plan (const PanahCase *parsed,
                        const PanahPlan *plan)
{
  PanahSummary *self = g_new0 (PanahSummary, 1);
  const PanahPack *pack = panah_plan_get_pack (plan);
  const PanahFactSpec *spec = panah_pack_find_role (pack, PANAH_ROLE_PERSON_NAME);

  self->names = g_new0 (char *, 2);
  if (spec != NULL)
    self->names[0] = write_name (panah_facts_get (parsed->facts, spec->id));
  self->next_on = find_next (plan);
  self->pack = g_strdup (panah_pack_get_id (pack));
  self->edition = g_strdup (panah_pack_get_edition (pack));
  self->journey = g_strdup (panah_facts_get_journey (parsed->facts));
  return self;
}

/**
 * panah_summary_copy:
 * @self: a summary
 *
 * Returns: (transfer full): another like it
 */
PanahSummary *
panah_summary_copy (const PanahSummary *self)
{
  PanahSummary *copy = g_new0 (PanahSummary, 1);

  copy->names = g_strdupv (self->names);
  copy->next_on = g_strdup (self->next_on);
  copy->pack = g_strdup (self->pack);
  copy->edition = g_strdup (self->edition);
  copy->journey = g_strdup (self->journey);
  return copy;
}

/**
 * panah_summary_free:
 * @self: (nullable) (transfer full): a summary
 */
void
panah_summary_free (PanahSummary *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->names);
  g_free (self->next_on);
  g_free (self->pack);
  g_free (self->edition);
  g_free (self->journey);
  g_free (self);
}

static void
add_text (JsonObject *object,
          const char *member,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static void
add_names (JsonObject   *object,
           char        **names,
           guint         most_names,
           guint         most_letters)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; names[i] != NULL && i < most_names; i++)
    {
      gboolean fits = g_utf8_strlen (names[i], -1) <= (glong) most_letters;
      g_autofree char *start = fits ? g_strdup (names[i]) : g_utf8_substring (names[i], 0, most_letters);
      g_autofree char *shown = g_strconcat (start, fits ? "" : "…", NULL);
      json_array_add_string_element (array, shown);
    }
  json_object_set_array_member (object, "names", array);
}

static char *
write_json (const PanahSummary *self,
            guint               most_names,
            guint               most_letters,
            gsize              *out_length)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  JsonObject *object = json_object_new ();

  json_node_take_object (root, object);
  add_names (object, self->names, most_names, most_letters);
  add_text (object, "next_on", self->next_on);
  add_text (object, "pack", self->pack);
  add_text (object, "edition", self->edition);
  add_text (object, "journey", self->journey);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, out_length);
}

/**
 * panah_summary_to_bytes:
 * @self: a summary
 * @max_bytes: how much room there is
 *
 * JSON. What is too long for the room is shortened, for this is only what a list shows: the case has it whole.
 *
 * Returns: (transfer full): at most @max_bytes
 */
GBytes *
panah_summary_to_bytes (const PanahSummary *self,
                        gsize               max_bytes)
{
  static const struct { guint names, letters; } rooms[] = {
    { 256, 256 }, { 32, 64 }, { 16, 32 }, { 4, 64 }, { 1, 128 }, { 0, 0 },
  };
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *json = write_json (self, rooms[i].names, rooms[i].letters, &length);
      if (length <= max_bytes)
        return g_bytes_new (json, length);
    }
  return g_bytes_new (NULL, 0);
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_CONTENT, "the summary in the file is none");
  return FALSE;
}

static gboolean
read_text (JsonObject *object,
           const char *member,
           char      **out_text,
           GError    **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return fail (error);
  *out_text = json_node_dup_string (node);
  return TRUE;
}

static gboolean
read_names (PanahSummary *self,
            JsonObject   *object,
            GError      **error)
{
  JsonNode *node = json_object_get_member (object, "names");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (node != NULL && !JSON_NODE_HOLDS_ARRAY (node))
    return fail (error);
  for (guint i = 0; node != NULL && i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *name = json_array_get_element (json_node_get_array (node), i);
      if (!JSON_NODE_HOLDS_VALUE (name) || json_node_get_value_type (name) != G_TYPE_STRING)
        return fail (error);
      g_strv_builder_add (builder, json_node_get_string (name));
    }
  self->names = g_strv_builder_end (builder);
  return TRUE;
}

/**
 * panah_summary_new_bytes:
 * @bytes: of panah_summary_to_bytes(), out of a file; nothing at all is a summary that says nothing
 * @error: return location for a [error@Panah.StoreError], `CONTENT`
 *
 * Returns: (transfer full) (nullable): the summary
 */
PanahSummary *
panah_summary_new_bytes (GBytes  *bytes,
                         GError **error)
{
  g_autoptr (PanahSummary) self = g_new0 (PanahSummary, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length == 0)
    return panah_summary_new ();

  g_autoptr (JsonNode) root = panah_json_parse (data, length, NULL);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (error);
      return NULL;
    }

  JsonObject *object = json_node_get_object (root);
  if (!read_names (self, object, error) || !read_text (object, "next_on", &self->next_on, error) ||
      !read_text (object, "pack", &self->pack, error) || !read_text (object, "edition", &self->edition, error) ||
      !read_text (object, "journey", &self->journey, error))
    return NULL;
  return g_steal_pointer (&self);
}
