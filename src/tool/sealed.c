/* sealed.c - case files as arguments: sealed or plain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/sealed.h"

#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

#include "core/bounded-read.h"
#include "core/error.h"
#include "core/json-scan.h"
#include "store/container.h"

/*
 * panah_tool_read_input:
 * @path: a file, or `-` for standard input
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is in it, at most as much as a sealed file can be
 */
GBytes *
panah_tool_read_input (const char *path,
                       GError    **error)
{
  if (strcmp (path, "-") != 0)
    return panah_bounded_read_file (path, PANAH_CONTAINER_MAX_BYTES, error);

  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  return panah_bounded_read (stream, PANAH_CONTAINER_MAX_BYTES, error);
}

/*
 * panah_tool_open_sealed:
 * @bytes: a sealed file
 * @secret: one that opens it
 * @out_worn: (out): whether it should be saved anew
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is in it
 */
PanahPayload *
panah_tool_open_sealed (GBytes      *bytes,
                        PanahSecret *secret,
                        gboolean    *out_worn,
                        GError     **error)
{
  g_auto (PanahContents) contents = { NULL };

  if (!panah_container_open (bytes, secret, &contents, error))
    return NULL;
  *out_worn = contents.worn;
  return panah_payload_new_bytes (contents.payload, error);
}

/*
 * panah_tool_read_case:
 * @bytes: a case, sealed or plain
 * @secret: (nullable): one that opens it, if it is sealed
 * @error: return location
 *
 * May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the case as JSON
 */
JsonNode *
panah_tool_read_case (GBytes      *bytes,
                      PanahSecret *secret,
                      GError     **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean worn;

  if (!panah_container_is_ours (bytes) || secret == NULL)
    return panah_json_parse (data != NULL ? data : "", length, error);

  g_autoptr (PanahPayload) payload = panah_tool_open_sealed (bytes, secret, &worn, error);
  return payload != NULL ? json_node_ref (payload->root) : NULL;
}
