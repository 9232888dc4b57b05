/* save-part.c - one file on its way to the disk
 *
 * Where the file system can (O_TMPFILE), the file has no name at all while it is written: whatever ends the program then
 * leaves nothing behind. It gets a hidden name for a moment only where there is an older file, because a file without a
 * name cannot take the place of another. On other file systems it has the hidden name from the start.
 *
 * As long as it is open it is locked. So whoever finds a hidden file later can tell what is still being written from what
 * was left behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* O_TMPFILE */

#include "core/save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define ATTEMPTS 100
#define LONGEST_STEM 200 /* bytes of a name that a hidden name repeats: the whole must stay under 255 */
#define PIECE 65536

static char *
create_hidden_name (const char *name)
{
  gsize length = strlen (name);

  if (length > LONGEST_STEM)
    length = g_utf8_find_prev_char (name, name + LONGEST_STEM + 1) - name;
  return g_strdup_printf (".%.*s.%08x.tmp", (int) length, name, g_random_int ());
}

/* Returns: whether @hidden is a name that a file may have had which was to become @name */
gboolean
panah_save_is_hidden_name (const char *hidden,
                           const char *name)
{
  g_autofree char *sample = create_hidden_name (name);
  gsize length = strlen (sample), stem = length - strlen ("00000000.tmp");

  if (strlen (hidden) != length || strncmp (hidden, sample, stem) != 0 || !g_str_has_suffix (hidden, ".tmp"))
    return FALSE;
  for (gsize i = stem; i < stem + 8; i++)
    {
      if (!g_ascii_isxdigit (hidden[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
open_unnamed (PanahSavePart *self,
              int            directory)
{
  self->fd = panah_open_at (directory, ".", O_TMPFILE | O_RDWR);
  return self->fd >= 0;
}

static gboolean
open_hidden (PanahSavePart *self,
             int            directory)
{
  for (guint i = 0; i < ATTEMPTS; i++)
    {
      g_autofree char *hidden = create_hidden_name (self->name);
      self->fd = panah_open_at (directory, hidden, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW);
      if (self->fd >= 0)
        self->hidden = g_steal_pointer (&hidden);
      if (self->fd >= 0 || errno != EEXIST)
        break;
    }
  return self->fd >= 0;
}

static gboolean
write_all (int           fd,
           const guint8 *data,
           gsize         length)
{
  guint n_interrupted = 0;

  while (length > 0)
    {
      gssize written = write (fd, data, MIN (length, G_MAXINT32));
      if (written < 0 && panah_interrupted (&n_interrupted))
        continue;
      if (written <= 0)
        {
          errno = written == 0 ? EIO : errno;
          return FALSE;
        }
      n_interrupted = 0;
      data += written;
      length -= written;
    }
  return TRUE;
}

/* Counterfeit and worn sticks report that all went well. What the system still has in memory would only prove that the
 * memory works, so it is asked to forget that first. */
static gboolean
read_back (int           fd,
           const guint8 *data,
           gsize         length)
{
  guint8 piece[PIECE];
  gsize done = 0;

  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  while (done < length)
    {
      gssize n = panah_read_some (fd, piece, MIN (length - done, PIECE), done);
      if (n < 0)
        return FALSE;
      if (n == 0 || memcmp (piece, data + done, n) != 0)
        {
          errno = EIO;
          return FALSE;
        }
      done += n;
    }
  return TRUE;
}

static gboolean
fill (PanahSavePart *self)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (self->contents, &length);
  struct stat info;

  flock (self->fd, LOCK_EX | LOCK_NB);
  if (fstat (self->fd, &info) != 0 || !write_all (self->fd, data, length) || !panah_sync (self->fd) ||
      !read_back (self->fd, data, length))
    return FALSE;
  self->device = info.st_dev;
  self->inode = info.st_ino;
  return TRUE;
}

/*
 * panah_save_part_write:
 * @self: a part
 * @directory: open
 *
 * Brings the contents to the disk and looks whether they are there. It stays open.
 *
 * Returns: %FALSE with errno
 */
gboolean
panah_save_part_write (PanahSavePart *self,
                       int            directory)
{
  return (open_unnamed (self, directory) || open_hidden (self, directory)) && fill (self);
}

static gboolean
link_as (const PanahSavePart *self,
         int                  directory,
         const char          *name)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", self->fd);

  return linkat (AT_FDCWD, path, directory, name, AT_SYMLINK_FOLLOW) == 0;
}

static gboolean
link_hidden (PanahSavePart *self,
             int            directory)
{
  for (guint i = 0; i < ATTEMPTS; i++)
    {
      g_autofree char *hidden = create_hidden_name (self->name);
      if (link_as (self, directory, hidden))
        {
          self->hidden = g_steal_pointer (&hidden);
          return TRUE;
        }
      if (errno != EEXIST && errno != EINTR)
        break;
    }
  return FALSE;
}

static gboolean
hide (PanahSavePart *self,
      int            directory)
{
  /* A file system without a journal (ext2) has on its disk that the file has no name and may be thrown away; forcing the
   * folder to the disk would not change that. By then the older file must not be gone. */
  if (link_hidden (self, directory))
    return panah_sync (self->fd);

  panah_save_part_close (self);
  return open_hidden (self, directory) && fill (self);
}

/*
 * panah_save_part_hide:
 * @self: a part that is written
 * @directory: where it was written
 *
 * Gives it a hidden name if it has none, and if its own will be taken from an older file. It is written once more if
 * that is the only way (without /proc, for instance).
 *
 * Returns: %FALSE with errno
 */
gboolean
panah_save_part_hide (PanahSavePart *self,
                      int            directory)
{
  return self->hidden != NULL || self->is_new || hide (self, directory);
}

/* Returns: %FALSE with errno: some file systems keep bad news until a file is closed */
gboolean
panah_save_part_close (PanahSavePart *self)
{
  int result = self->fd >= 0 ? close (self->fd) : 0;

  self->fd = -1;
  return result == 0 || errno == EINTR;
}

static gboolean
take_name (PanahSavePart *self,
           int            directory)
{
  guint n_interrupted = 0;
  struct stat info;
  int number;

  do
    self->is_named = renameat (directory, self->hidden, directory, self->name) == 0;
  while (!self->is_named && panah_interrupted (&n_interrupted));
  if (self->is_named)
    return TRUE;

  /* A file server may do it and then lose the answer. */
  number = errno;
  self->is_named = fstatat (directory, self->name, &info, AT_SYMLINK_NOFOLLOW) == 0 && info.st_dev == self->device &&
                   info.st_ino == self->inode;
  errno = number;
  return self->is_named;
}

/*
 * panah_save_part_name:
 * @self: a part that is hidden, and closed if it has a hidden name
 * @directory: where it was written
 *
 * Gives it its name, in place of whatever has it. If nothing had it, the part is still open, and has to be forced to the
 * disk once more.
 *
 * Returns: %FALSE with errno
 */
gboolean
panah_save_part_name (PanahSavePart *self,
                      int            directory)
{
  if (self->hidden == NULL)
    {
      self->is_named = link_as (self, directory, self->name);
      if (self->is_named)
        return TRUE;

      self->is_new = errno != EEXIST;
      if (!hide (self, directory) || !panah_save_part_close (self))
        return FALSE;
    }
  return take_name (self, directory);
}

/* Takes away what was begun, also under its name if nothing was there before. Best effort. */
void
panah_save_part_undo (PanahSavePart *self,
                      int            directory)
{
  if (self->hidden != NULL && !self->is_named)
    unlinkat (directory, self->hidden, 0);
  if (self->is_named && self->is_new)
    unlinkat (directory, self->name, 0);
}

void
panah_save_part_clear (PanahSavePart *self)
{
  panah_save_part_close (self);
  g_clear_pointer (&self->hidden, g_free);
}
