/* read-file.c - reading a file that somebody else may have made, and knowing it again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "core/error.h"

#define ATTEMPTS 100
#define PIECE 65536

/* Returns: whether to try again. Not for ever: a file system that is stuck may answer nothing else. */
gboolean
panah_interrupted (guint *n_times)
{
  return errno == EINTR && ++*n_times < ATTEMPTS;
}

/* Returns: a descriptor; -1 with errno */
int
panah_open_at (int         directory,
               const char *name,
               int         flags)
{
  guint n_interrupted = 0;
  int fd;

  do
    fd = openat (directory, name, flags | O_CLOEXEC | O_NOCTTY, 0600);
  while (fd < 0 && panah_interrupted (&n_interrupted));
  return fd;
}

/* Returns: %FALSE with errno */
gboolean
panah_sync (int fd)
{
  guint n_interrupted = 0;
  int result;

  do
    result = fsync (fd);
  while (result != 0 && panah_interrupted (&n_interrupted));
  return result == 0;
}

/* Returns: how many bytes there were, 0 at the end; -1 with errno */
gssize
panah_read_some (int      fd,
                 gpointer buffer,
                 gsize    length,
                 goffset  offset)
{
  guint n_interrupted = 0;
  gssize n;

  do
    n = pread (fd, buffer, length, offset);
  while (n < 0 && panah_interrupted (&n_interrupted));
  return n;
}

static void
finish_stamp (PanahFileStamp *self,
              GChecksum      *checksum,
              guint64         size)
{
  gsize length = sizeof self->digest;

  self->size = size;
  g_checksum_get_digest (checksum, self->digest, &length);
}

void
panah_file_stamp_set (PanahFileStamp *self,
                      gconstpointer   data,
                      gsize           length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, data, length);
  finish_stamp (self, checksum, length);
}

/* Returns: %FALSE also if the file cannot be read: nobody can say then that it is the one that is known */
gboolean
panah_file_stamp_is_of_file (const PanahFileStamp *self,
                             int                   fd)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 piece[PIECE];
  PanahFileStamp found;
  struct stat info;
  gssize n;
  guint64 size = 0;

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || (guint64) info.st_size != self->size)
    return FALSE;
  while ((n = panah_read_some (fd, piece, PIECE, size)) > 0 && size <= self->size)
    {
      g_checksum_update (checksum, piece, n);
      size += n;
    }
  if (n != 0)
    return FALSE;
  finish_stamp (&found, checksum, size);
  return found.size == self->size && memcmp (found.digest, self->digest, sizeof found.digest) == 0;
}

/* Returns: %FALSE */
static gboolean
fail (const char *path,
      const char *reason,
      GError    **error)
{
  g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_FILE, "%s: %s", path, reason);
  return FALSE;
}

static gboolean
check_file (int         fd,
            const char *path,
            gsize       max_bytes,
            gsize      *out_size,
            GError    **error)
{
  struct stat info;

  if (fstat (fd, &info) != 0)
    return fail (path, g_strerror (errno), error);
  if (!S_ISREG (info.st_mode))
    return fail (path, S_ISDIR (info.st_mode) ? g_strerror (EISDIR) : "not an ordinary file", error);
  if ((guint64) info.st_size > max_bytes)
    {
      g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_LIMIT, "%s: larger than %" G_GSIZE_FORMAT " bytes", path,
                   max_bytes);
      return FALSE;
    }
  *out_size = info.st_size;
  return TRUE;
}

/* Returns: (transfer full) (nullable): the bytes; a file that grows meanwhile is being written, and of no use */
static guint8 *
read_all (int         fd,
          const char *path,
          gsize       size,
          gsize      *out_length,
          GError    **error)
{
  g_autofree guint8 *buffer = g_try_malloc (size + 1);
  gssize n;

  *out_length = 0;
  if (buffer == NULL)
    return fail (path, g_strerror (ENOMEM), error), NULL;
  while ((n = panah_read_some (fd, buffer + *out_length, size + 1 - *out_length, *out_length)) > 0)
    *out_length += n;
  if (n < 0)
    return fail (path, g_strerror (errno), error), NULL;
  if (*out_length > size)
    return fail (path, "somebody is writing it", error), NULL;
  return g_steal_pointer (&buffer);
}

/**
 * panah_read_file:
 * @path: a file; a link is followed
 * @max_bytes: how much is too much; below the largest size by one at least
 * @out_stamp: (out) (optional): which contents these are, for [func@Panah.save_file]
 * @error: return location for [error@Panah.CoreError] `FILE` (not there, unreadable, a folder or a device) or `LIMIT`
 *
 * Reads an ordinary file. Nothing is allocated for one that is too large, and a pipe of that name is not waited for.
 *
 * Returns: (transfer full) (nullable): what the file holds, which may be nothing
 */
GBytes *
panah_read_file (const char     *path,
                 gsize           max_bytes,
                 PanahFileStamp *out_stamp,
                 GError        **error)
{
  g_autofree guint8 *buffer = NULL;
  gsize size, length;
  int fd;

  g_return_val_if_fail (path != NULL && max_bytes < G_MAXSIZE, NULL);

  fd = panah_open_at (AT_FDCWD, path, O_RDONLY | O_NONBLOCK);
  if (fd < 0)
    return fail (path, g_strerror (errno), error), NULL;
  if (check_file (fd, path, max_bytes, &size, error))
    buffer = read_all (fd, path, size, &length, error);
  close (fd);
  if (buffer == NULL)
    return NULL;

  if (out_stamp != NULL)
    panah_file_stamp_set (out_stamp, buffer, length);
  return g_bytes_new_take (g_steal_pointer (&buffer), length);
}

/**
 * panah_read_start:
 * @path: a file; a link is followed
 * @most_bytes: how much of it is wanted, one at least
 * @error: return location for [error@Panah.CoreError] `FILE`
 *
 * Reads the beginning of an ordinary file, however large it is.
 *
 * Returns: (transfer full) (nullable): at most @most_bytes, less if the file is shorter
 */
GBytes *
panah_read_start (const char *path,
                  gsize       most_bytes,
                  GError    **error)
{
  g_autofree guint8 *buffer = NULL;
  gsize size, length = 0;
  gssize n;
  int fd;

  g_return_val_if_fail (path != NULL && most_bytes > 0, NULL);

  fd = panah_open_at (AT_FDCWD, path, O_RDONLY | O_NONBLOCK);
  if (fd < 0)
    return fail (path, g_strerror (errno), error), NULL;
  if (!check_file (fd, path, G_MAXSIZE, &size, error))
    {
      close (fd);
      return NULL;
    }
  buffer = g_malloc (most_bytes);
  while ((n = panah_read_some (fd, buffer + length, most_bytes - length, length)) > 0)
    length += n;
  if (n < 0)
    fail (path, g_strerror (errno), error);
  close (fd);
  return n == 0 ? g_bytes_new_take (g_steal_pointer (&buffer), length) : NULL;
}
