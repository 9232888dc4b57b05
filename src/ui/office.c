/* office.c - what an office can set for its computers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/office.h"

#include "core/bounded-read.h"
#include "core/json-scan.h"

#include <string.h>

#define MAX_BYTES 65536

void
panah_office_init (PanahOffice *self)
{
  self->cover_after_minutes = 3;
  self->leave_after_minutes = 10;
  self->save_on_leave = FALSE;
  self->refused = NULL;
}

static gboolean
read_minutes (JsonNode *node,
              guint     min,
              guint     max,
              guint    *out_minutes)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64 ||
      json_node_get_int (node) < min || json_node_get_int (node) > max)
    return FALSE;
  *out_minutes = json_node_get_int (node);
  return TRUE;
}

static gboolean
read_yes_no (JsonNode *node,
             gboolean *out_yes)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *out_yes = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_member (PanahOffice *self,
             const char  *name,
             JsonNode    *node)
{
  if (strcmp (name, "cover_after_minutes") == 0)
    return read_minutes (node, 1, PANAH_OFFICE_MAX_COVER, &self->cover_after_minutes);
  if (strcmp (name, "leave_after_minutes") == 0)
    return read_minutes (node, 2, PANAH_OFFICE_MAX_LEAVE, &self->leave_after_minutes);
  if (strcmp (name, "save_on_leave") == 0)
    return read_yes_no (node, &self->save_on_leave);
  return FALSE;
}

/**
 * panah_office_read:
 * @self: settings
 * @path: a file: one JSON object with `cover_after_minutes`, `leave_after_minutes` and `save_on_leave`, each optional and
 *   nothing else
 *
 * Returns: %FALSE if the file cannot be read or says anything that is not possible; @self is then as it was
 */
gboolean
panah_office_read (PanahOffice *self,
                   const char  *path)
{
  g_autoptr (GBytes) bytes = panah_bounded_read_file (path, MAX_BYTES, NULL);
  g_autoptr (JsonNode) root = NULL;
  PanahOffice office = *self;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (bytes != NULL)
    root = panah_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &node))
    {
      if (!read_member (&office, name, node))
        return FALSE;
    }
  if (office.cover_after_minutes >= office.leave_after_minutes)
    return FALSE;
  *self = office;
  return TRUE;
}

/**
 * panah_office_load:
 * @self: (out caller-allocates): settings
 * @paths: (array zero-terminated=1): where a file can be; the first that is there counts
 *
 * The usual settings, and what the office says. A file that cannot be used is named in `refused`.
 */
void
panah_office_load (PanahOffice       *self,
                   const char *const *paths)
{
  panah_office_init (self);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      if (!g_file_test (paths[i], G_FILE_TEST_EXISTS))
        continue;
      if (!panah_office_read (self, paths[i]))
        self->refused = g_strdup (paths[i]);
      return;
    }
}

void
panah_office_clear (PanahOffice *self)
{
  g_clear_pointer (&self->refused, g_free);
}
