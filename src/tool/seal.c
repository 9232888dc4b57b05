/* seal.c - panah-tool seal: a plain case becomes an encrypted case file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/tool.h"

#include "core/error.h"
#include "core/save-file.h"
#include "store/case-file.h"
#include "tool/passphrase.h"
#include "tool/sealed.h"

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

  PanahPayload *payload = panah_payload_new (root);
  payload->summary = panah_summary_new_plan (loaded->parsed, loaded->plan);
  return payload;
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
  const GOptionEntry entries[] = { PANAH_PASSPHRASE_OPTION (&fd), { NULL } };
  g_autoptr (GError) error = NULL;

  if (!panah_tool_parse_options (&argc, &argv, "seal CASE.json FILE [--passphrase-fd N]", entries, 2))
    return PANAH_EXIT_REFUSED;

  g_autoptr (PanahPayload) payload = read_payload (argv[1], &error);
  if (payload == NULL)
    {
      g_prefix_error (&error, "%s: ", argv[1]);
      return panah_tool_fail (error);
    }
  g_autoptr (PanahSecret) secret = panah_tool_read_passphrase (fd, TRUE, &error);
  g_autoptr (PanahCaseFile) file = secret != NULL ? panah_case_file_new (secret, &error) : NULL;
  return file != NULL ? save (file, argv[2], payload) : panah_tool_fail (error);
}
