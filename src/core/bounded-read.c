/* bounded-read.c - reading what may be endless
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/bounded-read.h"

#include "core/error.h"

/**
 * panah_bounded_read:
 * @stream: a file, a pipe, a device
 * @max_bytes: how much is too much
 * @error: return location for a [error@Panah.CoreError] `LIMIT`, or an error of GIO
 *
 * Returns: (transfer full) (nullable): everything that @stream holds, which may be nothing
 */
GBytes *
panah_bounded_read (GInputStream *stream,
                    gsize         max_bytes,
                    GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];

  for (;;)
    {
      gssize n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, error);
      if (n < 0)
        return NULL;
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      if (bytes->len + (gsize) n > max_bytes)
        break;
      g_byte_array_append (bytes, buffer, n);
    }

  g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_LIMIT, "larger than %" G_GSIZE_FORMAT " bytes", max_bytes);
  return NULL;
}

/**
 * panah_bounded_read_file:
 * @path: a file
 * @max_bytes: how much is too much
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the file holds
 */
GBytes *
panah_bounded_read_file (const char *path,
                         gsize       max_bytes,
                         GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);

  return stream != NULL ? panah_bounded_read (G_INPUT_STREAM (stream), max_bytes, error) : NULL;
}
