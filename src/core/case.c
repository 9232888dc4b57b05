/* case.c - one case as it stands in a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/case.h"

#include "core/error.h"

#include <string.h>

#define FORMAT "panah-case"
#define SCHEMA 1

static gboolean
fail (GError    **error,
      const char *message)
{
  g_set_error_literal (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_CASE, message);
  return FALSE;
}

/* The string member @name; %FALSE if it is there and not a string. */
static gboolean
get_string (JsonObject  *object,
            const char  *name,
            const char **out_string,
            GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *out_string = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_CASE, "“%s” must be a text", name);
      return FALSE;
    }
  *out_string = json_node_get_string (node);
  return TRUE;
}

/**
 * panah_case_peek_pack:
 * @root: a case
 * @error: return location for a [error@Panah.CoreError], `CASE`
 *
 * Returns: (transfer full) (nullable): what the case calls its country's pack; not to be trusted
 */
char *
panah_case_peek_pack (JsonNode *root,
                      GError  **error)
{
  const char *format, *pack;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (error, "this is not a Panah case: it is not an object");
      return NULL;
    }

  JsonObject *object = json_node_get_object (root);
  JsonNode *schema = json_object_get_member (object, "schema");
  if (!get_string (object, "format", &format, error) || !get_string (object, "pack", &pack, error))
    return NULL;
  if (g_strcmp0 (format, FORMAT) != 0)
    {
      fail (error, "this is not a Panah case: “format” is not “" FORMAT "”");
      return NULL;
    }
  if (schema == NULL || !JSON_NODE_HOLDS_VALUE (schema) || json_node_get_value_type (schema) != G_TYPE_INT64)
    {
      fail (error, "“schema” must be a whole number");
      return NULL;
    }
  if (json_node_get_int (schema) != SCHEMA)
    {
      fail (error, "this case was made by another version of the program: “schema” is not 1");
      return NULL;
    }
  if (pack == NULL)
    {
      fail (error, "the case does not say which country it is about: “pack” is missing");
      return NULL;
    }
  return g_strdup (pack);
}

static void
add_strange_code (GPtrArray  *strange,
                  const char *path,
                  const char *code)
{
  g_autofree char *message = g_strdup_printf ("the code “%s” is not known", code);

  g_ptr_array_add (strange, panah_strange_new (path, message));
}

static gboolean
read_facts (PanahCase  *self,
            PanahPack  *pack,
            JsonObject *object,
            GPtrArray  *strange,
            GError    **error)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    {
      const PanahFactSpec *spec = panah_pack_find_fact (pack, id);
      if (spec == NULL)
        {
          g_ptr_array_add (strange, panah_strange_new (id, "not a fact of this country’s rules"));
          continue;
        }
      PanahValue *value = panah_value_new_from_json (spec, id, node, strange, error);
      if (value == NULL)
        return FALSE;
      panah_facts_set (self->facts, id, value);
    }
  return TRUE;
}

static gboolean
read_papers (PanahCase  *self,
             PanahPack  *pack,
             JsonObject *object,
             GPtrArray  *strange,
             GError    **error)
{
  static const char *const states[] = { "have", "can-get", "lost", NULL };
  JsonObjectIter iter;
  const char *id, *state;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    {
      if (!get_string (object, id, &state, error))
        {
          g_prefix_error_literal (error, "papers: ");
          return FALSE;
        }
      if (state == NULL)
        continue;
      g_autofree char *path = g_strconcat ("papers.", id, NULL);
      if (panah_pack_find_paper (pack, id) == NULL)
        g_ptr_array_add (strange, panah_strange_new (path, "not a paper of this country’s rules"));
      if (!g_strv_contains (states, state))
        add_strange_code (strange, path, state);
      else
        panah_facts_set_paper (self->facts, id, state);
    }
  return TRUE;
}

static gboolean
read_object (JsonObject  *object,
             const char  *name,
             gboolean     required,
             JsonObject **out_object,
             GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *out_object = NULL;
  if (!required && (node == NULL || JSON_NODE_HOLDS_NULL (node)))
    return TRUE;
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_CASE, "“%s” must be an object", name);
      return FALSE;
    }
  *out_object = json_node_get_object (node);
  return TRUE;
}

/* `others` and `drafts` are the window’s: cases of the same form, and what was typed and not yet accepted. */
static const char *const known_members[] = { "format", "schema", "case_id", "pack", "pack_edition", "pack_hash", "journey",
                                             "language", "official_language", "facts", "papers", "last_plan", "others",
                                             "drafts", NULL };

static void
find_strange_members (JsonObject *object,
                      GPtrArray  *strange)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (!g_strv_contains (known_members, name))
        g_ptr_array_add (strange, panah_strange_new (name, "not a part of a case"));
    }
}

static gboolean
read_settings (PanahCase  *self,
               PanahPack  *pack,
               JsonObject *object,
               GPtrArray  *strange,
               GError    **error)
{
  const char *const *official_languages = panah_pack_get_official_languages (pack);
  const char *case_id, *journey, *language, *official, *edition, *hash;

  if (!get_string (object, "case_id", &case_id, error) || !get_string (object, "journey", &journey, error) ||
      !get_string (object, "language", &language, error) ||
      !get_string (object, "official_language", &official, error) ||
      !get_string (object, "pack_edition", &edition, error) || !get_string (object, "pack_hash", &hash, error))
    return FALSE;

  if (official != NULL && !g_strv_contains (official_languages, official))
    {
      add_strange_code (strange, "official_language", official);
      official = NULL;
    }
  if (journey != NULL && panah_pack_find_journey (pack, journey) == NULL)
    add_strange_code (strange, "journey", journey);

  self->case_id = g_strdup (case_id);
  self->pack_edition = g_strdup (edition);
  self->pack_hash = g_strdup (hash);
  self->language = g_strdup (language != NULL ? language : "en");
  self->official_language = g_strdup (official != NULL ? official : official_languages[0]);
  panah_facts_set_journey (self->facts, journey);
  return TRUE;
}

/**
 * panah_case_new_from_json:
 * @root: a case whose pack is @pack
 * @pack: the rules it was made for
 * @error: return location for a [error@Panah.CoreError]: `CASE` or `DATE`
 *
 * What these rules do not know (ids, codes, members) is told by [method@Panah.Facts.get_strange]; only what cannot be
 * read at all is an error.
 *
 * Returns: (transfer full) (nullable): the case
 */
PanahCase *
panah_case_new_from_json (JsonNode  *root,
                          PanahPack *pack,
                          GError   **error)
{
  g_autofree char *pack_id = panah_case_peek_pack (root, error);
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PanahCase) self = g_new0 (PanahCase, 1);
  JsonObject *facts, *papers, *last_plan;

  if (pack_id == NULL)
    return NULL;

  JsonObject *object = json_node_get_object (root);
  self->facts = panah_facts_new ();
  find_strange_members (object, strange);
  if (!read_object (object, "facts", TRUE, &facts, error) || !read_object (object, "papers", FALSE, &papers, error) ||
      !read_object (object, "last_plan", FALSE, &last_plan, error) ||
      !read_settings (self, pack, object, strange, error) || !read_facts (self, pack, facts, strange, error) ||
      (papers != NULL && !read_papers (self, pack, papers, strange, error)))
    return NULL;

  panah_facts_take_strange (self->facts, g_steal_pointer (&strange));
  self->read = json_node_copy (root);
  return g_steal_pointer (&self);
}

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

/* Returns: (nullable): the object of that name in the case as it was read */
static JsonObject *
get_read_object (const PanahCase *self,
                 const char      *name)
{
  JsonNode *node = self->read != NULL ? json_object_get_member (json_node_get_object (self->read), name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonObject *
make_facts (const PanahCase *self,
            PanahPack       *pack)
{
  JsonObject *facts = json_object_new (), *read = get_read_object (self, "facts");
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;
  guint n;
  const PanahFactSpec *const *specs = panah_pack_get_facts (pack, &n);

  for (guint i = 0; i < n; i++)
    {
      node = panah_value_to_json (panah_facts_get (self->facts, specs[i]->id));
      if (node != NULL)
        json_object_set_member (facts, specs[i]->id, node);
    }
  if (read == NULL)
    return facts;
  json_object_iter_init_ordered (&iter, read);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    {
      if (panah_pack_find_fact (pack, id) == NULL)
        json_object_set_member (facts, id, json_node_copy (node));
    }
  return facts;
}

static JsonObject *
make_papers (const PanahCase *self,
             PanahPack       *pack)
{
  JsonObject *papers = json_object_new (), *read = get_read_object (self, "papers");
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;
  guint n;
  const PanahPaperSpec *const *specs = panah_pack_get_papers (pack, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *state = panah_facts_get_paper (self->facts, specs[i]->rule.id);
      if (state != NULL)
        json_object_set_string_member (papers, specs[i]->rule.id, state);
    }
  if (read == NULL)
    return papers;
  json_object_iter_init_ordered (&iter, read);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    {
      if (!json_object_has_member (papers, id))
        json_object_set_member (papers, id, json_node_copy (node));
    }
  return papers;
}

static void
write_unknown_members (const PanahCase *self,
                       JsonObject      *root)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, json_node_get_object (self->read));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (!g_strv_contains (known_members, name) || strcmp (name, "last_plan") == 0)
        json_object_set_member (root, name, json_node_copy (node));
    }
}

/**
 * panah_case_to_json:
 * @self: a case
 * @pack: the rules with which it is saved
 *
 * What was read and is unknown to these rules, ids, codes and members, is in it again; so is the last plan, until
 * somebody writes another one.
 *
 * Returns: (transfer full): the case as it would stand in a file
 */
JsonNode *
panah_case_to_json (const PanahCase *self,
                    PanahPack       *pack)
{
  JsonObject *root = json_object_new ();
  const char *journey = panah_facts_get_journey (self->facts);

  json_object_set_string_member (root, "format", FORMAT);
  json_object_set_int_member (root, "schema", SCHEMA);
  if (self->case_id != NULL)
    json_object_set_string_member (root, "case_id", self->case_id);
  json_object_set_string_member (root, "pack", panah_pack_get_id (pack));
  json_object_set_string_member (root, "pack_edition", panah_pack_get_edition (pack));
  json_object_set_string_member (root, "pack_hash", panah_pack_get_hash (pack));
  if (journey != NULL)
    json_object_set_string_member (root, "journey", journey);
  json_object_set_string_member (root, "language", self->language);
  json_object_set_string_member (root, "official_language", self->official_language);
  json_object_set_member (root, "facts", take_object (make_facts (self, pack)));
  json_object_set_member (root, "papers", take_object (make_papers (self, pack)));
  if (self->read != NULL)
    write_unknown_members (self, root);
  return take_object (root);
}

/**
 * panah_case_free:
 * @self: (nullable) (transfer full): a case
 */
void
panah_case_free (PanahCase *self)
{
  if (self == NULL)
    return;

  g_free (self->case_id);
  g_free (self->language);
  g_free (self->official_language);
  g_free (self->pack_edition);
  g_free (self->pack_hash);
  g_clear_object (&self->facts);
  g_clear_pointer (&self->read, json_node_unref);
  g_free (self);
}
