/* migrate.c - cases of older versions become those of today
 *
 * A schema that was once released can be read for ever: tests/fixtures/schema holds a case of each. A new one adds a
 * step at the end of the table and a case there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/migrate.h"

#include "store/error.h"

#define SCHEMA 1

/**
 * panah_migrate_along:
 * @root: a case of any schema; it is not changed
 * @steps: (nullable) (array length=n_steps): the first one leads from schema 1 to schema 2
 * @n_steps: one less than the schema of today
 * @error: return location for a [error@Panah.StoreError]: `SCHEMA_NEWER`, or `CONTENT` if it is no case
 *
 * Returns: (transfer full) (nullable): the same case as of today; @root itself if it is already
 */
JsonNode *
panah_migrate_along (JsonNode             *root,
                     const PanahMigration *steps,
                     guint                 n_steps,
                     GError              **error)
{
  JsonNode *member = JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), "schema")
                                                   : NULL;
  gboolean is_number = member != NULL && JSON_NODE_HOLDS_VALUE (member) &&
                       json_node_get_value_type (member) == G_TYPE_INT64;
  gint64 schema = is_number ? json_node_get_int (member) : 0;

  if (schema < 1)
    {
      g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_CONTENT,
                           "what the file holds is no case: “schema” must be a whole number from 1");
      return NULL;
    }
  if (schema > (gint64) n_steps + 1)
    {
      g_set_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_SCHEMA_NEWER,
                   "the case was written by a newer version: its “schema” is %" G_GINT64_FORMAT, schema);
      return NULL;
    }
  if (schema == (gint64) n_steps + 1)
    return json_node_ref (root);

  /* json-glib copies no object deeply; a text is read into a tree that nobody else holds. */
  g_autofree char *text = json_to_string (root, FALSE);
  JsonNode *migrated = json_from_string (text, error);
  JsonObject *object = migrated != NULL ? json_node_get_object (migrated) : NULL;
  for (gint64 i = schema; object != NULL && i <= (gint64) n_steps; i++)
    {
      steps[i - 1] (object);
      json_object_set_int_member (object, "schema", i + 1);
    }
  return migrated;
}

/**
 * panah_migrate:
 * @root: a case of any schema; it is not changed
 * @error: return location for a [error@Panah.StoreError]: `SCHEMA_NEWER`, or `CONTENT` if it is no case
 *
 * Returns: (transfer full) (nullable): the same case as of today; @root itself if it is already
 */
JsonNode *
panah_migrate (JsonNode *root,
               GError  **error)
{
  return panah_migrate_along (root, NULL, SCHEMA - 1, error);
}
