/* test-save-file.c - one file: which of all the ways in which a save can fail it was, and that nothing is lost by any
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* unshare */

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"
#include "core/save-file.h"

#define NOBODY 65534

static const char *program;

typedef struct
{
  char *folder; /* a new one, removed afterwards */
  char *path;   /* in it: “old” is in the file */
} Fixture;

static void
write_plainly (const char *path,
               const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
assert_contents (const char *path,
                 const char *text)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("panah-save-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "case.pnh", NULL);
  write_plainly (self->path, "old");
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  GDir *dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_remove (path);
    }
  g_dir_close (dir);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static gboolean
save_text (const char           *path,
           const char           *text,
           const PanahFileStamp *expected,
           PanahFileStamp       *out_stamp,
           GError              **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return panah_save_file (path, bytes, expected, out_stamp, error);
}

static char *
read_text (const char     *path,
           PanahFileStamp *out_stamp)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = panah_read_file (path, 1 << 20, out_stamp, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The error that a save at @path ends with; what was there before stands, and nothing is beside it. */
static void
assert_refused (Fixture       *self,
                const char    *path,
                PanahSaveError code)
{
  g_autoptr (GError) error = NULL;
  guint n_files = count_files (self->folder);

  g_assert_false (save_text (path, "new", NULL, NULL, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, (int) code);
  assert_contents (self->path, "old");
  g_assert_cmpuint (count_files (self->folder), ==, n_files);
}

/* ---- What is saved ---- */

static void
test_replace (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_true (save_text (self->path, "new", NULL, NULL, &error));
  g_assert_no_error (error);
  assert_contents (self->path, "new");
  g_assert_cmpint (stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0600);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_sizes (Fixture      *self,
            gconstpointer data)
{
  static const gsize sizes[] = { 0, 1, 4095, 65535, 65536, 65537, 3000000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree guint8 *data_out = g_malloc (sizes[i] + 1);
      for (gsize j = 0; j < sizes[i]; j++)
        data_out[j] = g_test_rand_int ();
      g_autoptr (GBytes) bytes = g_bytes_new (data_out, sizes[i]);
      PanahFileStamp saved, read;
      g_assert_true (panah_save_file (self->path, bytes, NULL, &saved, NULL));
      g_autoptr (GBytes) back = panah_read_file (self->path, sizes[i], &read, NULL);
      g_assert_true (g_bytes_equal (bytes, back));
      g_assert_cmpmem (&saved, sizeof saved, &read, sizeof read);
    }
}

/* The digest is what it is said to be. */
static void
test_stamp (Fixture      *self,
            gconstpointer data)
{
  PanahFileStamp stamp;
  g_autofree char *text = read_text (self->path, &stamp), *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "old", 3);
  g_autoptr (GString) digest = g_string_new (NULL);

  for (guint i = 0; i < sizeof stamp.digest; i++)
    g_string_append_printf (digest, "%02x", stamp.digest[i]);
  g_assert_cmpuint (stamp.size, ==, 3);
  g_assert_cmpstr (digest->str, ==, expected);
}

static void
test_relative (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (self->folder), ==, 0);
  g_assert_true (save_text ("case.pnh", "new", NULL, NULL, NULL));
  g_assert_cmpint (g_chdir (before), ==, 0);
  assert_contents (self->path, "new");
}

/* As long as a name can be, in bytes and in letters of two bytes. */
static void
test_long_name (Fixture      *self,
                gconstpointer data)
{
  const char *letter = data;
  g_autoptr (GString) name = g_string_new (NULL);

  while (name->len + strlen (letter) <= 255)
    g_string_append (name, letter);
  g_autofree char *path = g_build_filename (self->folder, name->str, NULL);
  g_assert_true (save_text (path, "once", NULL, NULL, NULL));
  g_assert_true (save_text (path, "twice", NULL, NULL, NULL));
  assert_contents (path, "twice");
  g_assert_cmpuint (count_files (self->folder), ==, 2);

  g_string_append (name, letter);
  g_autofree char *longer = g_build_filename (self->folder, name->str, NULL);
  assert_refused (self, longer, PANAH_SAVE_ERROR_NAME);
}

/* A link is replaced; where it leads, nothing changes. */
static void
test_link (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->folder, "link.pnh", NULL);

  g_assert_cmpint (symlink (self->path, link), ==, 0);
  g_assert_true (save_text (link, "new", NULL, NULL, NULL));
  assert_contents (self->path, "old");
  assert_contents (link, "new");
  g_assert_false (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

/* ---- Two that save ---- */

/* What the first has saved stands; the second is told, and saves under another name. */
static void
test_two_programs (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PanahFileStamp first, second;
  g_autofree char *other = g_build_filename (self->folder, "other.pnh", NULL);
  g_autofree char *text = read_text (self->path, &first), *again = read_text (self->path, &second);

  g_assert_true (save_text (self->path, "of the first", &first, &first, NULL));
  g_assert_false (save_text (self->path, "of the second", &second, NULL, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_CHANGED);
  assert_contents (self->path, "of the first");
  g_assert_cmpuint (count_files (self->folder), ==, 1);

  g_assert_true (save_text (other, "of the second", NULL, &second, NULL));
  g_assert_true (save_text (self->path, "of the first, later", &first, &first, NULL));
  g_assert_true (save_text (other, "of the second, later", &second, &second, NULL));
  assert_contents (self->path, "of the first, later");
  assert_contents (other, "of the second, later");
}

/* Same length, same times: what stands in it is what counts. */
static void
test_changed_in_secret (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PanahFileStamp stamp;
  g_autofree char *text = read_text (self->path, &stamp);
  struct stat info;

  g_assert_cmpint (stat (self->path, &info), ==, 0);
  int fd = open (self->path, O_WRONLY);
  g_assert_cmpint (pwrite (fd, "OLD", 3, 0), ==, 3);
  const struct timespec times[] = { info.st_atim, info.st_mtim };
  g_assert_cmpint (futimens (fd, times), ==, 0);
  close (fd);
  g_assert_false (save_text (self->path, "new", &stamp, NULL, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_CHANGED);
  assert_contents (self->path, "OLD");
}

/* A folder that was copied back has other inodes and times; that is no reason to trouble anybody. */
static void
test_same_again (Fixture      *self,
                 gconstpointer data)
{
  PanahFileStamp stamp;
  g_autofree char *text = read_text (self->path, &stamp);

  g_assert_cmpint (g_unlink (self->path), ==, 0);
  write_plainly (self->path, "old");
  g_assert_true (save_text (self->path, "new", &stamp, &stamp, NULL));
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_true (save_text (self->path, "newer", &stamp, NULL, NULL));
  assert_contents (self->path, "newer");
}

/* Reads a file and saves it with one letter more, @n times, as fast as it can or not. */
static int
append_letters (const char *path,
                const char *letter,
                guint       n,
                guint32     seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  while (n > 0)
    {
      g_autoptr (GError) error = NULL;
      PanahFileStamp stamp;
      g_autofree char *text = read_text (path, &stamp), *longer = g_strconcat (text, letter, NULL);
      if (g_rand_int_range (random, 0, 3) > 0)
        g_usleep (g_rand_int_range (random, 0, 3000));
      if (save_text (path, longer, &stamp, NULL, &error))
        n--;
      else if (!g_error_matches (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_CHANGED))
        g_error ("%s", error->message);
    }
  return 0;
}

#define N_EDITORS 4
#define N_EDITS 25

/* Four programs edit one file. Whoever is told that it changed reads it again: no letter of anybody may be missing. */
static void
test_no_lost_update (Fixture      *self,
                     gconstpointer data)
{
  g_autofree char *n_edits = g_strdup_printf ("%d", N_EDITS), *text = NULL;
  GSubprocess *editors[N_EDITORS];

  for (guint i = 0; i < N_EDITORS; i++)
    {
      const char letter[] = { 'a' + i, '\0' };
      g_autofree char *seed = g_strdup_printf ("%u", (guint) g_test_rand_int ());
      g_test_message ("editor %s: seed %s", letter, seed);
      editors[i] = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, program, "--append", self->path, letter, n_edits, seed, NULL);
      g_assert_nonnull (editors[i]);
    }
  for (guint i = 0; i < N_EDITORS; i++)
    {
      g_assert_true (g_subprocess_wait_check (editors[i], NULL, NULL));
      g_object_unref (editors[i]);
    }

  text = read_text (self->path, NULL);
  g_assert_cmpuint (strlen (text), ==, strlen ("old") + N_EDITORS * N_EDITS);
  for (guint i = 0; i < N_EDITORS; i++)
    {
      guint n = 0;
      for (const char *p = text + strlen ("old"); *p != '\0'; p++)
        n += *p == (char) ('a' + i);
      g_assert_cmpuint (n, ==, N_EDITS);
    }
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* ---- What was left behind ---- */

static void
test_litter (Fixture      *self,
             gconstpointer data)
{
  static const struct { const char *name; gboolean stays; } files[] = {
    { ".case.pnh.0123abcd.tmp", FALSE },
    { ".case.pnh.ffffffff.tmp", TRUE },  /* somebody is writing it */
    { ".case.pnh.0123abcg.tmp", TRUE },  /* not a name of ours */
    { ".case.pnh.0123abc.tmp", TRUE },
    { ".other.pnh.0123abcd.tmp", TRUE }, /* of another file */
    { "case.pnh.0123abcd.tmp", TRUE },
  };
  int locked = -1;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, files[i].name, NULL);
      write_plainly (path, "left behind");
      if (i == 1)
        locked = open (path, O_RDONLY);
    }
  g_assert_cmpint (flock (locked, LOCK_EX), ==, 0);
  g_assert_true (save_text (self->path, "new", NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, files[i].name, NULL);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, files[i].stays);
    }
  close (locked);
}

/* ---- Places and names where one cannot save ---- */

static void
test_folder_gone (Fixture      *self,
                  gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "gone", "case.pnh", NULL);
  g_autofree char *below_file = g_build_filename (self->path, "case.pnh", NULL);

  assert_refused (self, path, PANAH_SAVE_ERROR_GONE);
  assert_refused (self, below_file, PANAH_SAVE_ERROR_GONE);
}

static void
test_not_a_file (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (self->folder, "pipe", NULL), *slash = g_strconcat (self->path, "/", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (self, self->folder, PANAH_SAVE_ERROR_NAME);
  assert_refused (self, pipe, PANAH_SAVE_ERROR_NAME);
  assert_refused (self, slash, PANAH_SAVE_ERROR_NAME);
  assert_refused (self, "/dev/null", PANAH_SAVE_ERROR_NAME);
  assert_refused (self, "/", PANAH_SAVE_ERROR_NAME);
  assert_refused (self, ".", PANAH_SAVE_ERROR_NAME);
  assert_refused (self, "..", PANAH_SAVE_ERROR_NAME);
  assert_refused (self, "", PANAH_SAVE_ERROR_NAME);
}

static void
test_protected_file (Fixture      *self,
                     gconstpointer data)
{
  g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
  assert_refused (self, self->path, PANAH_SAVE_ERROR_DENIED);
  g_assert_cmpint (g_chmod (self->path, 0600), ==, 0);
  g_assert_true (save_text (self->path, "new", NULL, NULL, NULL));
}

static void
test_unwritable_folder (Fixture      *self,
                        gconstpointer data)
{
  gboolean is_root = geteuid () == 0;

  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (self->path, 0666), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  assert_refused (self, self->path, PANAH_SAVE_ERROR_DENIED);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0700), ==, 0);
}

/* ---- Reading ---- */

static void
assert_unreadable (const char    *path,
                   gsize          max_bytes,
                   PanahCoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (panah_read_file (path, max_bytes, NULL, &error));
  g_assert_error (error, PANAH_CORE_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, path));
}

static void
test_unreadable (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (self->folder, "pipe", NULL), *gone = g_strconcat (self->path, "~", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_unreadable (gone, 10, PANAH_CORE_ERROR_FILE);
  assert_unreadable (self->folder, 10, PANAH_CORE_ERROR_FILE);
  assert_unreadable (pipe, 10, PANAH_CORE_ERROR_FILE);
  assert_unreadable ("/dev/zero", 10, PANAH_CORE_ERROR_FILE);
  assert_unreadable (self->path, 2, PANAH_CORE_ERROR_LIMIT);
}

/* Far larger than any memory: refused before anything is allocated for it. */
static void
test_read_huge (Fixture      *self,
                gconstpointer data)
{
  g_assert_cmpint (truncate (self->path, G_GINT64_CONSTANT (1) << 42), ==, 0);
  assert_unreadable (self->path, 1 << 20, PANAH_CORE_ERROR_LIMIT);
}

static void
test_read_link (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->folder, "link.pnh", NULL), *text = NULL;

  g_assert_cmpint (symlink ("case.pnh", link), ==, 0);
  text = read_text (link, NULL);
  g_assert_cmpstr (text, ==, "old");
}

/* ---- Bad disks ---- */

typedef struct
{
  const char *name;
  const char *variable; /* of the library of bad disks */
  const char *value;
  int         code;     /* of the error; -1: it is saved */
  gboolean    saved;
} BadDisk;

static const BadDisk bad_disks[] = {
  { "short-and-interrupted", "PANAH_TEST_WRITE_SHORT", "20261125", -1, TRUE },
  { "no-unnamed-files", "PANAH_TEST_NO_TMPFILE", "1", -1, TRUE },
  { "no-proc", "PANAH_TEST_LINK_ERROR", "2", -1, TRUE },
  { "no-links", "PANAH_TEST_LINK_ERROR", "1", -1, TRUE },
  { "folder-cannot-be-synced", "PANAH_TEST_FOLDER_SYNC", "22", -1, TRUE },
  { "folder-sync-is-unknown", "PANAH_TEST_FOLDER_SYNC", "95", -1, TRUE },
  { "folder-sync-fails", "PANAH_TEST_FOLDER_SYNC", "5", PANAH_SAVE_ERROR_UNSYNCED, TRUE },
  { "renamed-but-reported-as-failed", "PANAH_TEST_RENAME_LATE", "1", -1, TRUE },
  { "full", "PANAH_TEST_WRITE_LIMIT", "100000", PANAH_SAVE_ERROR_NO_SPACE, FALSE },
  { "counterfeit", "PANAH_TEST_WRITE_LOSE", "1", PANAH_SAVE_ERROR_DISK, FALSE },
  { "rename/other-file-system", "PANAH_TEST_RENAME_ERROR", "18", PANAH_SAVE_ERROR_NAME, FALSE },
  { "rename/not-permitted", "PANAH_TEST_RENAME_ERROR", "1", PANAH_SAVE_ERROR_NAME, FALSE },
  { "rename/busy", "PANAH_TEST_RENAME_ERROR", "16", PANAH_SAVE_ERROR_NAME, FALSE },
  { "rename/invalid", "PANAH_TEST_RENAME_ERROR", "22", PANAH_SAVE_ERROR_NAME, FALSE },
  { "rename/stick-pulled-out", "PANAH_TEST_RENAME_ERROR", "19", PANAH_SAVE_ERROR_GONE, FALSE },
  { "rename/document-gone", "PANAH_TEST_RENAME_ERROR", "2", PANAH_SAVE_ERROR_GONE, FALSE },
  { "rename/not-allowed", "PANAH_TEST_RENAME_ERROR", "13", PANAH_SAVE_ERROR_DENIED, FALSE },
  { "rename/protected-disk", "PANAH_TEST_RENAME_ERROR", "30", PANAH_SAVE_ERROR_DENIED, FALSE },
  { "rename/quota", "PANAH_TEST_RENAME_ERROR", "122", PANAH_SAVE_ERROR_NO_SPACE, FALSE },
  { "rename/broken", "PANAH_TEST_RENAME_ERROR", "5", PANAH_SAVE_ERROR_DISK, FALSE },
};

static void
test_bad_disk (Fixture      *self,
               gconstpointer data)
{
  const BadDisk *disk = data;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *new = g_strnfill (300000, 'n');

  if (g_getenv ("PANAH_BAD_DISK") == NULL || g_getenv ("PANAH_SAVE_ONCE") == NULL)
    {
      g_test_skip ("PANAH_BAD_DISK or PANAH_SAVE_ONCE is not set");
      return;
    }
  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", g_getenv ("PANAH_BAD_DISK"), TRUE);
  g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", "verify_asan_link_order=0", TRUE);
  g_subprocess_launcher_setenv (launcher, disk->variable, disk->value, TRUE);
  g_autoptr (GSubprocess) save =
    g_subprocess_launcher_spawn (launcher, NULL, g_getenv ("PANAH_SAVE_ONCE"), "known", self->path, "n", "300000", NULL);
  g_assert_true (g_subprocess_wait (save, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (save));
  g_assert_cmpint (g_subprocess_get_exit_status (save), ==, disk->code < 0 ? 0 : 10 + disk->code);
  assert_contents (self->path, disk->saved ? new : "old");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* In a process of its own: mounts a small disk on @folder and sees what can be saved there. */
static int
save_on_small_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "case.pnh", NULL);
  g_autoptr (GBytes) large = g_bytes_new_take (g_strnfill (40000, 'l'), 40000); /* less than the disk, more than half */
  g_autoptr (GBytes) small = g_bytes_new_take (g_strnfill (20000, 's'), 20000);
  g_autoptr (GError) error = NULL;
  Fixture fixture = { (char *) folder, path };

  if (unshare (CLONE_NEWNS | (geteuid () != 0 ? CLONE_NEWUSER : 0)) != 0 ||
      mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 || mount ("none", folder, "tmpfs", 0, "size=64k") != 0)
    return 77;

  write_plainly (path, "old");
  g_assert_false (panah_save_file (path, large, NULL, NULL, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_NO_SPACE);
  assert_contents (path, "old");
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_true (panah_save_file (path, small, NULL, NULL, NULL));

  write_plainly (path, "old");
  g_assert_cmpint (mount (path, path, NULL, MS_BIND, NULL), ==, 0);
  assert_refused (&fixture, path, PANAH_SAVE_ERROR_NAME);
  g_assert_cmpint (umount (path), ==, 0);
  g_assert_cmpint (mount ("none", folder, NULL, MS_REMOUNT | MS_RDONLY, "size=64k"), ==, 0);
  assert_refused (&fixture, path, PANAH_SAVE_ERROR_DENIED);
  return 0;
}

static void
test_small_disk (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GSubprocess) save =
    g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, program, "--small-disk", self->folder, NULL);

  g_assert_true (g_subprocess_wait (save, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (save));
  if (g_subprocess_get_exit_status (save) == 77)
    g_test_skip ("one may not mount anything here");
  else
    g_assert_cmpint (g_subprocess_get_exit_status (save), ==, 0);
}

/* Files may not grow beyond a limit: as full as a disk can be. */
static void
test_file_size_limit (Fixture      *self,
                      gconstpointer data)
{
  struct rlimit before, limit;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (100000, 'n'), 100000);
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 50000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (panah_save_file (self->path, bytes, NULL, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_NO_SPACE);
  assert_contents (self->path, "old");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

#define ADD(name, data, function) g_test_add ("/core/save-file/" name, Fixture, data, set_up, function, tear_down)

static void
add_tests (void)
{
  ADD ("replace", NULL, test_replace);
  ADD ("sizes", NULL, test_sizes);
  ADD ("stamp", NULL, test_stamp);
  ADD ("relative-path", NULL, test_relative);
  ADD ("long-name/latin", "x", test_long_name);
  ADD ("long-name/cyrillic", "ж", test_long_name);
  ADD ("long-name/chinese", "难", test_long_name);
  ADD ("link-is-replaced", NULL, test_link);
  ADD ("two-programs", NULL, test_two_programs);
  ADD ("changed-in-secret", NULL, test_changed_in_secret);
  ADD ("same-again", NULL, test_same_again);
  ADD ("no-lost-update", NULL, test_no_lost_update);
  ADD ("litter", NULL, test_litter);
  ADD ("folder-gone", NULL, test_folder_gone);
  ADD ("not-a-file", NULL, test_not_a_file);
  ADD ("protected-file", NULL, test_protected_file);
  ADD ("unwritable-folder", NULL, test_unwritable_folder);
  ADD ("read/unreadable", NULL, test_unreadable);
  ADD ("read/huge", NULL, test_read_huge);
  ADD ("read/link", NULL, test_read_link);
  ADD ("small-disk", NULL, test_small_disk);
  ADD ("file-size-limit", NULL, test_file_size_limit);
  for (guint i = 0; i < G_N_ELEMENTS (bad_disks); i++)
    {
      g_autofree char *path = g_strconcat ("/core/save-file/bad-disk/", bad_disks[i].name, NULL);
      g_test_add (path, Fixture, &bad_disks[i], set_up, test_bad_disk, tear_down);
    }
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  if (argc == 6 && strcmp (argv[1], "--append") == 0)
    return append_letters (argv[2], argv[3], atoi (argv[4]), strtoul (argv[5], NULL, 10));
  if (argc == 3 && strcmp (argv[1], "--small-disk") == 0)
    return save_on_small_disk (argv[2]);

  g_test_init (&argc, &argv, NULL);
  add_tests ();
  return g_test_run ();
}
