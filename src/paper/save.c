/* save.c - files that appear all or not at all
 *
 * Every file is first written whole under a hidden name and forced to the disk; only when
 * all of them are there do they get their names. A failure before that leaves nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "paper/error.h"

#define ATTEMPTS 100

typedef struct
{
  /* owned */
  char     **temporary;     /* names inside the directory; NULL-terminated */

  /* borrowed */
  const char *directory;

  int        fd;            /* of the directory */
  gboolean   made;          /* the directory is new */
} Save;

static void
set_error (GError    **error,
           const char *directory,
           const char *name,
           int         code)
{
  g_autofree char *path = name != NULL ? g_build_filename (directory, name, NULL)
                                       : g_strdup (directory);

  g_set_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_SAVE, "%s: %s", path, g_strerror (code));
}

/* Removes whatever was begun. Best effort: the first error is the one to tell. */
static void
undo (Save *self)
{
  for (char **name = self->temporary; *name != NULL; name++)
    unlinkat (self->fd, *name, 0);
  if (self->made)
    g_rmdir (self->directory);
}

static void
clear_save (Save *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_strfreev (self->temporary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Save, clear_save)

static gboolean
open_directory (Save    *self,
                GError **error)
{
  if (g_mkdir (self->directory, 0700) == 0)
    {
      self->made = TRUE;
    }
  else if (errno != EEXIST)
    {
      set_error (error, self->directory, NULL, errno);
      return FALSE;
    }

  self->fd = open (self->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->fd >= 0)
    return TRUE;
  set_error (error, self->directory, NULL, errno);
  return FALSE;
}

static gboolean
write_all (int           fd,
           const guint8 *data,
           gsize         length)
{
  while (length > 0)
    {
      gssize written = write (fd, data, MIN (length, G_MAXINT32));

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          errno = written == 0 ? EIO : errno;
          return FALSE;
        }
      data += written;
      length -= written;
    }
  return TRUE;
}

/* Opens a new file with a name nobody has; the name is kept for undo(). */
static int
create_temporary (Save       *self,
                  const char *name,
                  guint       index)
{
  const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;

  for (guint i = 0; i < ATTEMPTS; i++)
    {
      g_autofree char *hidden = g_strdup_printf (".%s.%08x.tmp", name, g_random_int ());
      int fd = openat (self->fd, hidden, flags, 0600);

      if (fd >= 0)
        {
          self->temporary[index] = g_steal_pointer (&hidden);
          return fd;
        }
      if (errno != EEXIST)
        return -1;
    }
  return -1;
}

static gboolean
write_file (Save       *self,
            const char *name,
            GBytes     *contents,
            guint       index,
            GError    **error)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (contents, &length);
  int fd = create_temporary (self, name, index);
  int code = 0;

  if (fd < 0)
    {
      set_error (error, self->directory, name, errno);
      return FALSE;
    }
  if (!write_all (fd, data, length) || fsync (fd) != 0)
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;
  if (code == 0)
    return TRUE;
  set_error (error, self->directory, name, code);
  return FALSE;
}

static gboolean
is_plain_name (const char *name)
{
  return *name != '\0' && strchr (name, G_DIR_SEPARATOR) == NULL && *name != '.';
}

static gboolean
rename_all (Save    *self,
            char   **names,
            guint    n_files,
            GError **error)
{
  for (guint i = 0; i < n_files; i++)
    if (renameat (self->fd, self->temporary[i], self->fd, names[i]) != 0)
      {
        set_error (error, self->directory, names[i], errno);
        return FALSE;
      }
  /* Some file systems cannot do this for a directory; the files are there all the same. */
  if (fsync (self->fd) == 0 || errno == EINVAL || errno == ENOTSUP)
    return TRUE;
  set_error (error, self->directory, NULL, errno);
  return FALSE;
}

/* A name that is taken by a folder would fail only after other files got theirs. */
static gboolean
check_targets (Save    *self,
               char   **names,
               guint    n_files,
               GError **error)
{
  struct stat info;

  for (guint i = 0; i < n_files; i++)
    if (fstatat (self->fd, names[i], &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR (info.st_mode))
      {
        set_error (error, self->directory, names[i], EISDIR);
        return FALSE;
      }
  return TRUE;
}

/**
 * panah_save_files:
 * @directory: where to; its last part is made if it is missing
 * @names: (array length=n_files): plain names, no hidden ones
 * @contents: (array length=n_files): what stands in each
 * @n_files: how many
 * @confirm: (nullable) (scope call): asked when all is on the disk and nothing has its name yet
 * @data: for @confirm
 * @error: return location for %PANAH_PAPER_ERROR_SAVE, or the error of @confirm
 *
 * Saves a set of files. Files of the same names are replaced. If any of them cannot be
 * written, none is, and a directory that was made is gone again. (Should the disk fail in
 * the very last step, the giving of names, each file is still either the old or the new one.)
 *
 * Returns: %FALSE with %PANAH_PAPER_ERROR_SAVE, whose message names the path and the reason
 */
gboolean
panah_save_files (const char      *directory,
                  char           **names,
                  GBytes         **contents,
                  guint            n_files,
                  PanahSaveConfirm confirm,
                  gpointer         data,
                  GError         **error)
{
  g_auto (Save) save = { .directory = directory, .fd = -1 };

  g_return_val_if_fail (directory != NULL, FALSE);
  g_return_val_if_fail (n_files == 0 || (names != NULL && contents != NULL), FALSE);
  for (guint i = 0; i < n_files; i++)
    g_return_val_if_fail (is_plain_name (names[i]), FALSE);

  save.temporary = g_new0 (char *, n_files + 1);
  if (!open_directory (&save, error))
    {
      undo (&save);
      return FALSE;
    }
  if (!check_targets (&save, names, n_files, error))
    {
      undo (&save);
      return FALSE;
    }
  for (guint i = 0; i < n_files; i++)
    if (!write_file (&save, names[i], contents[i], i, error))
      {
        undo (&save);
        return FALSE;
      }
  if (confirm != NULL && !confirm (data, error))
    {
      undo (&save);
      return FALSE;
    }
  if (!rename_all (&save, names, n_files, error))
    {
      undo (&save);
      return FALSE;
    }
  return TRUE;
}
