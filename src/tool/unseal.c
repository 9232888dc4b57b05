/* unseal.c - panah-tool unseal: an encrypted case file becomes a plain case again; and verify, which needs no passphrase
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/tool.h"

#include "core/save-file.h"
#include "store/case-file.h"
#include "store/container.h"
#include "store/error.h"
#include "tool/passphrase.h"
#include "tool/sealed.h"

/* Returns: (transfer full) (nullable): what is in the file; %NULL with an error */
static PanahPayload *
open_file (const char *path,
           int         fd,
           gboolean   *out_worn,
           GError    **error)
{
  g_autoptr (GBytes) bytes = panah_tool_read_input (path, error);
  g_autoptr (PanahSecret) secret = NULL;
  PanahPayload *payload = NULL;

  if (bytes != NULL && !panah_container_is_ours (bytes))
    g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_NOT_OURS, "not a sealed case file");
  else if (bytes != NULL && (secret = panah_tool_read_passphrase (fd, FALSE, error)) != NULL)
    payload = panah_tool_open_sealed (bytes, secret, out_worn, error);
  if (payload == NULL)
    g_prefix_error (error, "%s: ", path);
  return payload;
}

static gboolean
print_case (gpointer  data,
            GError  **error)
{
  const PanahPayload *payload = data;
  g_autofree char *json = json_to_string (payload->root, TRUE);

  return panah_tool_print (json, error);
}

/* The case is printed when all attachments are on the disk and none has its name: whoever gets no case gets no files. */
static gboolean
save_attachments (PanahPayload *payload,
                  const char   *directory,
                  GError      **error)
{
  guint n = payload->blobs->len;
  g_autofree char **names = g_new0 (char *, n + 1);
  g_autofree GBytes **contents = g_new0 (GBytes *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const PanahBlob *blob = payload->blobs->pdata[i];
      names[i] = blob->name;
      contents[i] = blob->data;
    }
  return panah_save_files (directory, names, contents, n, print_case, payload, error);
}

int
panah_tool_unseal (int   argc,
                   char *argv[])
{
  int fd = PANAH_PASSPHRASE_ASK;
  g_autofree char *attachments = NULL;
  const GOptionEntry entries[] = {
    { "attachments", 0, 0, G_OPTION_ARG_FILENAME, &attachments, "Where to write the files in it", "DIR" },
    PANAH_PASSPHRASE_OPTION (&fd),
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  gboolean worn;

  if (!panah_tool_parse_options (&argc, &argv, "unseal FILE [--attachments DIR] [--passphrase-fd N]", entries, 1))
    return PANAH_EXIT_REFUSED;

  g_autoptr (PanahPayload) payload = open_file (argv[1], fd, &worn, &error);
  if (payload == NULL)
    return panah_tool_fail (error);
  if (!(attachments != NULL ? save_attachments (payload, attachments, &error) : print_case (payload, &error)))
    {
      int code = panah_tool_fail (error);
      return g_error_matches (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_UNSYNCED) ? PANAH_EXIT_ATTENTION : code;
    }
  if (attachments == NULL && payload->blobs->len > 0)
    panah_tool_print_line ("%u files stay inside %s: --attachments DIR takes them out", payload->blobs->len, argv[1]);
  if (worn)
    panah_tool_print_line ("%s is whole, but its last bytes are damaged: seal it anew, on another disk too", argv[1]);
  return worn ? PANAH_EXIT_ATTENTION : PANAH_EXIT_DONE;
}

int
panah_tool_verify (int   argc,
                   char *argv[])
{
  g_autoptr (GError) error = NULL;

  if (!panah_tool_parse_options (&argc, &argv, "verify FILE", NULL, 1))
    return PANAH_EXIT_REFUSED;

  g_autoptr (GBytes) bytes = panah_tool_read_input (argv[1], &error);
  if (bytes == NULL || !panah_container_verify (bytes, &error))
    {
      g_prefix_error (&error, "%s: ", argv[1]);
      return panah_tool_fail (error);
    }
  return panah_tool_print ("every byte is as it was written", &error) ? PANAH_EXIT_DONE : panah_tool_fail (error);
}
