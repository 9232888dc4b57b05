/* save-file.c - the one way in which this program puts files on a disk
 *
 * Whenever it is interrupted, by a kill, a full disk, a power cut or a stick that is pulled out, a file is afterwards
 * the old one or the new one, and whole. Therefore, in this order:
 *
 *   1. Is there room, twice over? May the name be used?
 *   2. The contents go into a new file, are forced to the disk, and are read back from it (save-part.c).
 *   3. Is what has the name still what the caller knows? Programs that save in the same folder wait here for each other.
 *   4. The new file takes the name: at once, and nobody ever sees a half.
 *   5. The folder is forced to the disk. Only then can it be said that the file is saved.
 *
 * Never is a file overwritten in place, not even where nothing else works: the person is told to take another name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/save-private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define LOCK_ATTEMPTS 50
#define LOCK_PAUSE_US 20000
#define LONGEST_SAVE 60 /* seconds */

typedef struct
{
  /* owned */
  PanahSavePart        *parts;

  /* borrowed */
  const char           *directory;
  const PanahFileStamp *expected; /* (nullable): of the only part */

  guint                 n_parts;
  int                   fd;       /* of the directory; -1 if it is not open */
  gboolean              made;     /* the directory is new */
} Save;

G_DEFINE_QUARK (panah-save-error-quark, panah_save_error)

static void
clear_save (Save *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    panah_save_part_clear (&self->parts[i]);
  g_free (self->parts);
  if (self->fd >= 0)
    close (self->fd);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Save, clear_save)

static PanahSaveError
get_code (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return PANAH_SAVE_ERROR_NO_SPACE;
    case ENOENT:
    case ENOTDIR:
    case ENODEV:
    case ENXIO:
    case ESTALE:
    case ENOTCONN:
      return PANAH_SAVE_ERROR_GONE;
    case EACCES:
    case EPERM:
    case EROFS:
      return PANAH_SAVE_ERROR_DENIED;
    case ENAMETOOLONG:
    case EISDIR:
    case ELOOP:
    case EINVAL:
    case EILSEQ:
    case EXDEV:
    case EBUSY:
      return PANAH_SAVE_ERROR_NAME;
    default:
      return PANAH_SAVE_ERROR_DISK;
    }
}

/* Returns: %FALSE */
static gboolean
fail (const Save    *self,
      const char    *name,
      PanahSaveError code,
      const char    *reason,
      GError       **error)
{
  g_autofree char *path = name != NULL ? g_build_filename (self->directory, name, NULL) : g_strdup (self->directory);

  g_set_error (error, PANAH_SAVE_ERROR, code, "%s: %s", path, reason);
  return FALSE;
}

/* Returns: %FALSE */
static gboolean
fail_with (const Save *self,
           const char *name,
           int         number,
           GError    **error)
{
  return fail (self, name, get_code (number), g_strerror (number), error);
}

static gboolean
open_directory (Save    *self,
                GError **error)
{
  self->fd = panah_open_at (AT_FDCWD, self->directory, O_RDONLY | O_DIRECTORY);
  return self->fd >= 0 || fail_with (self, NULL, errno, error);
}

static gboolean
make_directory (Save    *self,
                GError **error)
{
  self->made = g_mkdir (self->directory, 0700) == 0;
  return self->made || errno == EEXIST || fail_with (self, NULL, errno, error);
}

/* Some file systems count nothing; they are tried. */
static gboolean
check_room (const Save *self,
            GError    **error)
{
  struct statvfs info;
  guint64 needed = 0;

  for (guint i = 0; i < self->n_parts; i++)
    needed += 2 * (guint64) g_bytes_get_size (self->parts[i].contents);
  if (fstatvfs (self->fd, &info) != 0 || info.f_blocks == 0 || needed <= (guint64) info.f_bavail * info.f_frsize)
    return TRUE;
  return fail_with (self, NULL, ENOSPC, error);
}

/* What is found out only when a name is given is found out too late for the others. A file that somebody has
 * write-protected would be replaced all the same, for that is a matter of the folder; but it is not what was meant. */
static gboolean
check_name (const Save    *self,
            PanahSavePart *part,
            GError       **error)
{
  struct stat info;

  part->is_new = fstatat (self->fd, part->name, &info, AT_SYMLINK_NOFOLLOW) != 0;
  if (part->is_new)
    return errno == ENOENT || fail_with (self, part->name, errno, error);
  if (S_ISDIR (info.st_mode))
    return fail_with (self, part->name, EISDIR, error);
  if (S_ISLNK (info.st_mode))
    return TRUE;
  if (!S_ISREG (info.st_mode))
    return fail (self, part->name, PANAH_SAVE_ERROR_NAME, "not an ordinary file", error);
  if ((info.st_mode & 0222) == 0)
    return fail_with (self, part->name, EACCES, error);
  return TRUE;
}

static gboolean
write_parts (Save    *self,
             GError **error)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      if (!check_name (self, &self->parts[i], error))
        return FALSE;
    }
  if (!check_room (self, error))
    return FALSE;
  for (guint i = 0; i < self->n_parts; i++)
    {
      if (!panah_save_part_write (&self->parts[i], self->fd))
        return fail_with (self, self->parts[i].name, errno, error);
    }
  return TRUE;
}

/* Between a look at the file and taking its name no other window of ours may take it. Not every file system has locks,
 * and no lock is worth waiting for longer than a moment. */
static void
lock_directory (const Save *self)
{
  for (guint i = 0; i < LOCK_ATTEMPTS && flock (self->fd, LOCK_EX | LOCK_NB) != 0; i++)
    {
      if (errno != EWOULDBLOCK)
        return;
      g_usleep (LOCK_PAUSE_US);
    }
}

static gboolean
check_unchanged (const Save *self,
                 GError    **error)
{
  const char *name;
  gboolean same;
  int fd;

  if (self->expected == NULL)
    return TRUE;
  name = self->parts[0].name;
  fd = panah_open_at (self->fd, name, O_RDONLY | O_NONBLOCK);
  if (fd < 0 && errno == ENOENT)
    return TRUE;
  same = fd >= 0 && panah_file_stamp_is_of_file (self->expected, fd);
  if (fd >= 0)
    close (fd);
  return same || fail (self, name, PANAH_SAVE_ERROR_CHANGED, "changed since it was read", error);
}

static gboolean
name_parts (Save    *self,
            GError **error)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      if (!panah_save_part_hide (&self->parts[i], self->fd))
        return fail_with (self, self->parts[i].name, errno, error);
    }
  lock_directory (self);
  for (guint i = 0; i < self->n_parts; i++)
    {
      if (self->parts[i].hidden != NULL && !panah_save_part_close (&self->parts[i]))
        return fail_with (self, self->parts[i].name, errno, error);
    }
  if (!check_unchanged (self, error))
    return FALSE;
  for (guint i = 0; i < self->n_parts; i++)
    {
      PanahSavePart *part = &self->parts[i];
      if (!panah_save_part_name (part, self->fd))
        return fail (self, part->name, errno == EPERM ? PANAH_SAVE_ERROR_NAME : get_code (errno), g_strerror (errno),
                     error);
    }
  return TRUE;
}

/* Returns: whether @entry is what a save of @name has left behind that did not come to its end */
static gboolean
is_litter (const Save *self,
           const char *entry,
           const char *name)
{
  struct stat left, saved;
  gboolean locked;
  int fd, number;

  if (!panah_save_is_hidden_name (entry, name) || fstatat (self->fd, entry, &left, AT_SYMLINK_NOFOLLOW) != 0 ||
      fstatat (self->fd, name, &saved, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG (left.st_mode) ||
      left.st_mtime > saved.st_mtime || (fd = panah_open_at (self->fd, entry, O_RDONLY | O_NONBLOCK)) < 0)
    return FALSE;

  /* Whoever is writing it holds a lock on it. Where there are no locks, as in a document portal, only time tells. */
  locked = flock (fd, LOCK_EX | LOCK_NB) == 0;
  number = errno;
  close (fd);
  return locked || (number != EWOULDBLOCK && left.st_mtime + LONGEST_SAVE < saved.st_mtime);
}

static void
remove_litter (const Save *self)
{
  int fd = panah_open_at (self->fd, ".", O_RDONLY | O_DIRECTORY);
  DIR *dir = fd >= 0 ? fdopendir (fd) : NULL;
  const struct dirent *entry;

  if (dir == NULL && fd >= 0)
    close (fd);
  while (dir != NULL && (entry = readdir (dir)) != NULL)
    {
      for (guint i = 0; i < self->n_parts; i++)
        {
          if (is_litter (self, entry->d_name, self->parts[i].name))
            unlinkat (self->fd, entry->d_name, 0);
        }
    }
  if (dir != NULL)
    closedir (dir);
}

/* Some file systems cannot do this for a folder, and need not. */
static gboolean
sync_directory (int fd)
{
  return panah_sync (fd) || errno == EINVAL || errno == ENOTSUP;
}

/* A folder that was made is itself an entry in another. */
static gboolean
sync_parent (const Save *self)
{
  g_autofree char *parent = g_path_get_dirname (self->directory);
  int fd = panah_open_at (AT_FDCWD, parent, O_RDONLY | O_DIRECTORY);
  gboolean synced = fd >= 0 && sync_directory (fd);
  int number = errno;

  if (fd >= 0)
    close (fd);
  errno = number;
  return synced;
}

/* Files that had no name until now: the disk has them, but takes them for unwanted. */
static gboolean
sync_new_parts (Save *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      PanahSavePart *part = &self->parts[i];
      if (part->fd >= 0 && (!panah_sync (part->fd) || !panah_save_part_close (part)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
finish (Save    *self,
        GError **error)
{
  remove_litter (self);
  flock (self->fd, LOCK_UN);
  if (sync_new_parts (self) && sync_directory (self->fd) && (!self->made || sync_parent (self)))
    return TRUE;

  g_autofree char *reason = g_strdup_printf ("saved, but the disk has not confirmed it (%s)", g_strerror (errno));
  return fail (self, NULL, PANAH_SAVE_ERROR_UNSYNCED, reason, error);
}

/* Takes back whatever was begun. Returns: %FALSE */
static gboolean
undo (Save *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    panah_save_part_undo (&self->parts[i], self->fd);
  if (self->made)
    g_rmdir (self->directory);
  return FALSE;
}

/**
 * panah_save_file:
 * @path: where to. The folder must be there. A link of that name is replaced, never followed; whoever wants to keep
 *   links resolves the name when the file is opened
 * @contents: what shall stand in it
 * @expected: (nullable): what [func@Panah.read_file] or the last save found there. If something else is there now,
 *   nothing is touched; a file that is no longer there is not a changed one. %NULL replaces whatever is there
 * @out_stamp: (out) (optional): what stands there now; set on success and after `UNSYNCED`
 * @error: return location for a [error@Panah.SaveError]
 *
 * Saves one file, readable for its owner alone. It takes as long as the disk takes.
 *
 * Returns: %FALSE with an error, whose message names the path and the reason. After `UNSYNCED` the new file stands,
 *   after all others what was there before
 */
gboolean
panah_save_file (const char           *path,
                 GBytes               *contents,
                 const PanahFileStamp *expected,
                 PanahFileStamp       *out_stamp,
                 GError              **error)
{
  g_autofree char *directory = NULL, *name = NULL;
  g_auto (Save) save = { .fd = -1 };

  g_return_val_if_fail (path != NULL && contents != NULL, FALSE);

  directory = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  save.directory = directory;
  save.expected = expected;
  save.parts = g_new0 (PanahSavePart, 1);
  save.parts[0] = (PanahSavePart) { .fd = -1, .name = name, .contents = contents };
  save.n_parts = 1;
  if (g_str_has_suffix (path, G_DIR_SEPARATOR_S))
    return fail_with (&save, NULL, EISDIR, error);
  if (!open_directory (&save, error))
    return FALSE;
  if (!write_parts (&save, error) || !name_parts (&save, error))
    return undo (&save);

  if (out_stamp != NULL)
    panah_file_stamp_set (out_stamp, g_bytes_get_data (contents, NULL), g_bytes_get_size (contents));
  return finish (&save, error);
}

static gboolean
is_plain_name (const char *name)
{
  return *name != '\0' && strchr (name, G_DIR_SEPARATOR) == NULL && *name != '.';
}

/**
 * panah_save_files:
 * @directory: where to; its last part is made if it is missing
 * @names: (array length=n_files): plain names, no hidden ones
 * @contents: (array length=n_files): what stands in each
 * @n_files: how many
 * @confirm: (nullable) (scope call): asked when all is on the disk and nothing has its name yet
 * @data: for @confirm
 * @error: return location for a [error@Panah.SaveError], or the error of @confirm
 *
 * Saves a set of files. Files of the same names are replaced, links of the same names too. If any of them cannot be
 * written, none is, and a folder that was made is gone again. (Should the disk fail in the very last step, the giving of
 * names, those that replaced another may be there already: each file is still either the old or the new one.)
 *
 * Returns: %FALSE with an error, whose message names the path and the reason. After `UNSYNCED` all new files stand
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

  save.parts = g_new0 (PanahSavePart, n_files);
  for (guint i = 0; i < n_files; i++)
    save.parts[i] = (PanahSavePart) { .fd = -1, .name = names[i], .contents = contents[i] };
  save.n_parts = n_files;
  if (!make_directory (&save, error))
    return FALSE;
  if (!open_directory (&save, error) || !write_parts (&save, error) || (confirm != NULL && !confirm (data, error)) ||
      !name_parts (&save, error))
    return undo (&save);
  return finish (&save, error);
}
