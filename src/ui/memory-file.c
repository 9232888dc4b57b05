/* memory-file.c - a file that is on no disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memfd_create, seals */

#include "ui/memory-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/mman.h>
#include <unistd.h>

static gboolean
write_all (int     fd,
           GBytes *content)
{
  gsize left;
  const guint8 *data = g_bytes_get_data (content, &left);

  while (left > 0)
    {
      gssize written = write (fd, data, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      left -= written;
    }
  return TRUE;
}

/**
 * panah_memory_file_new:
 * @content: what stands in it
 * @error: return location for a #GIOErrorEnum
 *
 * Nobody can change it any more, neither us nor who gets it.
 *
 * Returns: a descriptor at the beginning of the file, to be closed; -1 with @error
 */
int
panah_memory_file_new (GBytes  *content,
                       GError **error)
{
  const int seals = F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL;
  int fd = memfd_create ("document", MFD_CLOEXEC | MFD_ALLOW_SEALING), code;

  if (fd >= 0 && write_all (fd, content) && lseek (fd, 0, SEEK_SET) == 0 && fcntl (fd, F_ADD_SEALS, seals) == 0)
    return fd;
  code = errno;
  if (fd >= 0)
    close (fd);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "memory file: %s", g_strerror (code));
  return -1;
}
