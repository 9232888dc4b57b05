/* test-save-disk.c - disks that are full, slow, counterfeit or pulled out, and what was left behind on them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* unshare */

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "save-support.h"

static const char *program;

static gboolean
have_bad_disk (void)
{
  if (g_getenv ("PANAH_BAD_DISK") != NULL && g_getenv ("PANAH_SAVE_ONCE") != NULL)
    return TRUE;
  g_test_skip ("PANAH_BAD_DISK or PANAH_SAVE_ONCE is not set");
  return FALSE;
}

/* Runs @command where @variable, one of the library of bad disks, is set. Returns: how it ended */
static int
run_on_bad_disk (const char        *variable,
                 const char        *value,
                 const char *const *command)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);

  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", g_getenv ("PANAH_BAD_DISK"), TRUE);
  g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", "verify_asan_link_order=0", TRUE);
  g_subprocess_launcher_setenv (launcher, variable, value, TRUE);
  g_autoptr (GSubprocess) run = g_subprocess_launcher_spawnv (launcher, command, NULL);
  g_assert_true (g_subprocess_wait (run, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (run));
  return g_subprocess_get_exit_status (run);
}

/* Saves 300000 times “n”. */
static int
save_on_bad_disk (const char *path,
                  const char *variable,
                  const char *value)
{
  const char *const command[] = { g_getenv ("PANAH_SAVE_ONCE"), "known", path, "n", "300000", NULL };

  return run_on_bad_disk (variable, value, command);
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
  { "bad-news-at-the-end", "PANAH_TEST_CLOSE_ERROR", "5", PANAH_SAVE_ERROR_DISK, FALSE },
  { "interrupted-at-the-end", "PANAH_TEST_CLOSE_ERROR", "4", -1, TRUE },
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
test_bad_disk (SaveFixture      *self,
               gconstpointer data)
{
  const BadDisk *disk = data;
  g_autofree char *new = g_strnfill (300000, 'n');

  if (!have_bad_disk ())
    return;
  g_assert_cmpint (save_on_bad_disk (self->path, disk->variable, disk->value), ==, disk->code < 0 ? 0 : 10 + disk->code);
  save_assert_contents (self->path, disk->saved ? new : "old");
  g_assert_cmpuint (save_count_files (self->folder), ==, 1);
}

/* In a process of its own: mounts a small disk on @folder and sees what can be saved there. */
static int
save_on_small_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "case.pnh", NULL);
  g_autoptr (GBytes) large = g_bytes_new_take (g_strnfill (40000, 'l'), 40000); /* less than the disk, more than half */
  g_autoptr (GBytes) small = g_bytes_new_take (g_strnfill (20000, 's'), 20000);
  g_autoptr (GError) error = NULL;
  SaveFixture fixture = { (char *) folder, path };

  if (unshare (CLONE_NEWNS | (geteuid () != 0 ? CLONE_NEWUSER : 0)) != 0 ||
      mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 || mount ("none", folder, "tmpfs", 0, "size=64k") != 0)
    return 77;

  save_write_plainly (path, "old");
  g_assert_false (panah_save_file (path, large, NULL, NULL, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_NO_SPACE);
  save_assert_contents (path, "old");
  g_assert_cmpuint (save_count_files (folder), ==, 1);
  g_assert_true (panah_save_file (path, small, NULL, NULL, NULL));

  save_write_plainly (path, "old");
  g_assert_cmpint (mount (path, path, NULL, MS_BIND, NULL), ==, 0);
  save_assert_refused (&fixture, path, PANAH_SAVE_ERROR_NAME);
  g_assert_cmpint (umount (path), ==, 0);
  g_assert_cmpint (mount ("none", folder, NULL, MS_REMOUNT | MS_RDONLY, "size=64k"), ==, 0);
  save_assert_refused (&fixture, path, PANAH_SAVE_ERROR_DENIED);
  return 0;
}

static void
test_small_disk (SaveFixture      *self,
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
test_file_size_limit (SaveFixture      *self,
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
  save_assert_contents (self->path, "old");
  g_assert_cmpuint (save_count_files (self->folder), ==, 1);
}

/* ---- What was left behind ---- */

static void
test_litter (SaveFixture      *self,
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
  const struct timespec long_ago[] = { { 1000000000, 0 }, { 1000000000, 0 } };
  int locked = -1;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, files[i].name, NULL);
      save_write_plainly (path, "left behind");
      if (i == 1)
        locked = open (path, O_RDONLY);
    }
  g_assert_cmpint (flock (locked, LOCK_EX), ==, 0);
  g_assert_cmpint (futimens (locked, long_ago), ==, 0);
  g_assert_true (save_text (self->path, "new", NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, files[i].name, NULL);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, files[i].stays);
    }
  close (locked);
}

/* Without locks only what is old enough is known to be of no use to anybody. */
static void
test_litter_without_locks (SaveFixture      *self,
                           gconstpointer data)
{
  g_autofree char *fresh = g_build_filename (self->folder, ".case.pnh.00000001.tmp", NULL);
  g_autofree char *stale = g_build_filename (self->folder, ".case.pnh.00000002.tmp", NULL);
  const struct timespec long_ago[] = { { 1000000000, 0 }, { 1000000000, 0 } };

  if (!have_bad_disk ())
    return;
  save_write_plainly (fresh, "");
  save_write_plainly (stale, "");
  g_assert_cmpint (utimensat (AT_FDCWD, stale, long_ago, 0), ==, 0);
  g_assert_cmpint (save_on_bad_disk (self->path, "PANAH_TEST_NO_LOCKS", "1"), ==, 0);
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
}

/* While one save waits, another one of the same name comes to its end. */
static gboolean
save_between (gpointer  data,
              GError  **error)
{
  const char *path = data;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = save_count_files (folder);

  g_assert_true (save_text (path, "of the second", NULL, NULL, error));
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_utf8_validate (name, -1, NULL)); /* FAT takes no other */
  g_assert_cmpuint (save_count_files (folder), ==, n_files + 1);
  return TRUE;
}

/* A name so long that the hidden one does not hold all of it. */
static int
save_interleaved (const char *folder)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GBytes) bytes = g_bytes_new ("of the first", 12);
  g_autoptr (GError) error = NULL;

  while (name->len < 255)
    g_string_append (name, "难");
  g_autofree char *path = g_build_filename (folder, name->str, NULL);
  panah_save_files (folder, &name->str, &bytes, 1, save_between, path, &error);
  g_assert_no_error (error);
  save_assert_contents (path, "of the first");
  g_assert_cmpuint (save_count_files (folder), ==, 1);
  return 0;
}

static void
test_interleaved (SaveFixture  *self,
                  gconstpointer data)
{
  const char *variable = data, *const command[] = { program, "--interleaved", self->folder, NULL };

  if (!have_bad_disk ())
    return;
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (run_on_bad_disk (variable, "1", command), ==, 0);
}

#define ADD(name, data, function) \
  g_test_add ("/core/save-disk/" name, SaveFixture, data, save_set_up, function, save_tear_down)

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  if (argc == 3 && strcmp (argv[1], "--small-disk") == 0)
    return save_on_small_disk (argv[2]);
  if (argc == 3 && strcmp (argv[1], "--interleaved") == 0)
    return save_interleaved (argv[2]);

  g_test_init (&argc, &argv, NULL);
  ADD ("small-disk", NULL, test_small_disk);
  ADD ("file-size-limit", NULL, test_file_size_limit);
  ADD ("interleaved/unnamed", "PANAH_TEST_GOOD_DISK", test_interleaved);
  ADD ("interleaved/hidden", "PANAH_TEST_NO_TMPFILE", test_interleaved);
  ADD ("interleaved/no-links", "PANAH_TEST_LINK_ERROR", test_interleaved);
  ADD ("litter/removed", NULL, test_litter);
  ADD ("litter/without-locks", NULL, test_litter_without_locks);
  for (guint i = 0; i < G_N_ELEMENTS (bad_disks); i++)
    {
      g_autofree char *path = g_strconcat ("/core/save-disk/bad/", bad_disks[i].name, NULL);
      g_test_add (path, SaveFixture, &bad_disks[i], save_set_up, test_bad_disk, save_tear_down);
    }
  return g_test_run ();
}
