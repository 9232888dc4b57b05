/* seal.c - panah-tool seal: a plain case becomes an encrypted case file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/tool.h"

#include "core/bounded-read.h"
#include "core/plan-moved.h"
#include "core/save-file.h"
#include "store/case-file.h"
#include "store/container.h"
#include "store/error.h"
#include "tool/passphrase.h"
#include "tool/sealed.h"

#include <string.h>

/* Dates that were shown stay as they were shown. Of a case that says nothing of any, those of today are written down, with
 * the rules, so that one can tell later whether they have moved. */
static JsonNode *
note_rules (JsonNode              *root,
            const PanahLoadedCase *loaded)
{
  JsonObject *object = json_node_get_object (root), *noted = json_object_new ();
  JsonNode *last_plan = json_object_get_member (object, "last_plan"), *node = json_node_new (JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_node_take_object (node, noted);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (noted, name, json_node_copy (member));
  if (last_plan != NULL && !JSON_NODE_HOLDS_NULL (last_plan))
    return node;
  json_object_set_string_member (noted, "pack_edition", panah_pack_get_edition (loaded->pack));
  json_object_set_string_member (noted, "pack_hash", panah_pack_get_hash (loaded->pack));
  json_object_set_member (noted, "last_plan", panah_plan_to_last (loaded->plan));
  return node;
}

/* Returns: (transfer full) (nullable): the case as it stands in the file, and what lists will show of it */
static PanahPayload *
read_payload (const char *path,
              GError    **error)
{
  g_autoptr (GBytes) bytes = panah_tool_read_input (path, error);
  g_autoptr (JsonNode) root = bytes != NULL ? panah_tool_read_case (bytes, NULL, error) : NULL;
  g_autoptr (PanahPackShelf) packs = panah_pack_shelf_new ();
  PanahToolNow now;

  if (root == NULL || !panah_tool_read_now (NULL, &now, error))
    return NULL;

  g_autoptr (PanahLoadedCase) loaded = panah_tool_plan_case (root, packs, &now, error);
  if (loaded == NULL)
    return NULL;

  g_autoptr (JsonNode) noted = note_rules (root, loaded);
  PanahPayload *payload = panah_payload_new (noted);
  payload->summary = panah_summary_new_plan (loaded->parsed, loaded->plan);
  return payload;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full) (nullable): what is in the folder, so that the same folder gives the same file */
static GPtrArray *
list_names (const char *folder,
            GError    **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL && names->len <= PANAH_MAX_BLOBS)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static gboolean
add_attachment (PanahPayload *payload,
                const char   *path,
                const char   *name,
                gsize        *total,
                GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;

  /* a link, a pipe or a folder in it is not what somebody meant to lock away, and might never end */
  if (g_file_test (path, G_FILE_TEST_IS_SYMLINK) || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_CONTENT,
                           "only files can be sealed: take the link or folder out, or put it into one file");
      return FALSE;
    }
  bytes = panah_bounded_read_file (path, PANAH_BLOB_MAX_BYTES, error);
  if (bytes == NULL)
    return FALSE;
  *total += g_bytes_get_size (bytes);
  if (*total > PANAH_CONTAINER_MAX_BYTES)
    {
      g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS,
                           "the attachments are larger than 64 MiB together");
      return FALSE;
    }
  return panah_payload_add_blob (payload, PANAH_BLOB_ATTACHMENT, name, bytes, error);
}

/* All of them or none: whoever deletes the folder afterwards must not lose a file that was passed over. */
static gboolean
add_attachments (PanahPayload *payload,
                 const char   *folder,
                 GError      **error)
{
  g_autoptr (GPtrArray) names = list_names (folder, error);
  gsize total = 0;

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      if (add_attachment (payload, path, names->pdata[i], &total, error))
        continue;
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  return names != NULL;
}

/* Returns: the exit code */
static int
save (PanahCaseFile      *file,
      const char         *path,
      const PanahPayload *payload)
{
  g_autoptr (GError) error = NULL;
  gboolean is_light = (panah_case_file_get_notes (file) & PANAH_CASE_FILE_LIGHT_KEY) != 0;

  if (!panah_case_file_save (file, path, payload, PANAH_SAVE_REPLACE, &error))
    {
      int code = panah_tool_fail (error);
      return g_error_matches (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_UNSYNCED) ? PANAH_EXIT_ATTENTION : code;
    }
  if (is_light)
    panah_tool_print_line ("there was little memory: the passphrase is guessed more easily than usual, so take a long one");
  return is_light ? PANAH_EXIT_ATTENTION : PANAH_EXIT_DONE;
}

int
panah_tool_seal (int   argc,
                 char *argv[])
{
  int fd = PANAH_PASSPHRASE_ASK;
  g_autofree char *attachments = NULL;
  const GOptionEntry entries[] = {
    { "attachments", 0, 0, G_OPTION_ARG_FILENAME, &attachments, "A folder of files that go in with it", "DIR" },
    PANAH_PASSPHRASE_OPTION (&fd),
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!panah_tool_parse_options (&argc, &argv, "seal CASE.json FILE [--attachments DIR] [--passphrase-fd N]", entries, 2))
    return PANAH_EXIT_REFUSED;

  g_autoptr (PanahPayload) payload = read_payload (argv[1], &error);
  if (payload == NULL)
    {
      g_prefix_error (&error, "%s: ", argv[1]);
      return panah_tool_fail (error);
    }
  if (attachments != NULL && !add_attachments (payload, attachments, &error))
    return panah_tool_fail (error);
  g_autoptr (PanahSecret) secret = panah_tool_read_passphrase (fd, TRUE, &error);
  g_autoptr (PanahCaseFile) file = secret != NULL ? panah_case_file_new (secret, &error) : NULL;
  return file != NULL ? save (file, argv[2], payload) : panah_tool_fail (error);
}
