/* test-save-files.c - files appear all or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/save-file.h"

static const char *program;

typedef struct
{
  char *root;       /* a new directory, removed afterwards */
  char *target;     /* inside it */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->root = g_dir_make_tmp ("panah-save-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->target = g_build_filename (fixture->root, "out", NULL);
}

static void
remove_files (const char *directory)
{
  GDir *dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      g_remove (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (directory);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  remove_files (fixture->target);
  remove_files (fixture->root);
  g_free (fixture->target);
  g_free (fixture->root);
}

static guint
count_files (const char *directory)
{
  GDir *dir = g_dir_open (directory, 0, NULL);
  guint n_files = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;
  g_clear_pointer (&dir, g_dir_close);
  return n_files;
}

/* Three files of 1000, 50000 and 10 bytes. */
static gboolean
save_three (const char *directory,
            GError    **error)
{
  char *names[] = { (char *) "a.pdf", (char *) "b.pdf", (char *) "c.pdf" };
  gsize sizes[] = { 1000, 50000, 10 };
  GBytes *contents[3];
  gboolean saved;

  for (guint i = 0; i < 3; i++)
    contents[i] = g_bytes_new_take (g_strnfill (sizes[i], 'a' + i), sizes[i]);
  saved = panah_save_files (directory, names, contents, 3, NULL, NULL, error);
  for (guint i = 0; i < 3; i++)
    g_bytes_unref (contents[i]);
  return saved;
}

static void
assert_saved (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, "b.pdf", NULL);
  g_autofree char *contents = NULL;
  gsize length = 0;
  GStatBuf info;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, ==, 50000);
  g_assert_cmpint (contents[49999], ==, 'b');
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_files (directory), ==, 3);
}

static void
test_success (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save_three (fixture->target, &error));
  g_assert_no_error (error);
  assert_saved (fixture->target);
}

static void
test_replace (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->target, "b.pdf", NULL);

  g_assert_cmpint (g_mkdir (fixture->target, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
  g_assert_true (save_three (fixture->target, &error));
  g_assert_no_error (error);
  assert_saved (fixture->target);
}

/* A link that waits at a target's place is replaced, never followed. */
static void
test_link (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *victim = g_build_filename (fixture->root, "victim", NULL);
  g_autofree char *link = g_build_filename (fixture->target, "b.pdf", NULL);
  g_autofree char *contents = NULL;

  g_assert_cmpint (g_mkdir (fixture->target, 0700), ==, 0);
  g_assert_true (g_file_set_contents (victim, "mine", 4, NULL));
  g_assert_cmpint (symlink (victim, link), ==, 0);
  g_assert_true (save_three (fixture->target, NULL));
  g_assert_true (g_file_get_contents (victim, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  assert_saved (fixture->target);
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  g_assert_true (panah_save_files (fixture->target, NULL, NULL, 0, NULL, NULL, NULL));
  g_assert_cmpuint (count_files (fixture->target), ==, 0);
}

static void
test_unwritable (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save_three ("/proc/panah-out", &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_GONE);
  g_assert_true (g_str_has_prefix (error->message, "/proc/panah-out: "));
}

static void
test_missing_parent (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *deep = g_build_filename (fixture->target, "deeper", NULL);

  g_assert_false (save_three (deep, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_GONE);
  g_assert_cmpuint (count_files (fixture->root), ==, 0);
}

static void
test_directory_is_file (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (fixture->target, "file", 4, NULL));
  g_assert_false (save_three (fixture->target, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_GONE);
  g_assert_nonnull (strstr (error->message, g_strerror (ENOTDIR)));
  g_assert_true (g_file_get_contents (fixture->target, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "file");
}

static void
test_name_is_directory (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *taken = g_build_filename (fixture->target, "c.pdf", NULL);

  g_assert_cmpint (g_mkdir (fixture->target, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  g_assert_false (save_three (fixture->target, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_NAME);
  g_assert_cmpuint (count_files (fixture->target), ==, 1);
}

/* Runs this program again with a write(2) that fails once @limit bytes are on the disk. */
static char *
save_with_limit (const char *directory,
                 const char *limit,
                 int        *status)
{
  const char *argv[] = { program, "--save-three", directory, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  char *message = NULL;

  environment = g_environ_setenv (environment, "LD_PRELOAD", g_getenv ("PANAH_BAD_DISK"), TRUE);
  environment = g_environ_setenv (environment, "PANAH_TEST_WRITE_LIMIT", limit, TRUE);
  environment = g_environ_setenv (environment, "ASAN_OPTIONS", "verify_asan_link_order=0", TRUE);
  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL,
                NULL, &message, status, &error);
  g_assert_no_error (error);
  return message;
}

static void
test_disk_full (Fixture      *fixture,
                gconstpointer data)
{
  const char *limit = data;
  g_autofree char *message = NULL;
  int status = 0;

  if (g_getenv ("PANAH_BAD_DISK") == NULL)
    {
      g_test_skip ("PANAH_BAD_DISK does not name the library of bad disks");
      return;
    }
  message = save_with_limit (fixture->target, limit, &status);
  g_assert_false (g_spawn_check_wait_status (status, NULL));
  g_assert_nonnull (strstr (message, g_strerror (ENOSPC)));
  g_assert_cmpuint (count_files (fixture->root), ==, 0);
}

/* The same, but files of an earlier run are there: they must stay as they were. */
static void
test_disk_full_keeps_old (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *message = NULL;
  int status = 0;

  if (g_getenv ("PANAH_BAD_DISK") == NULL)
    {
      g_test_skip ("PANAH_BAD_DISK does not name the library of bad disks");
      return;
    }
  g_assert_true (save_three (fixture->target, NULL));
  message = save_with_limit (fixture->target, "2000", &status);
  g_assert_false (g_spawn_check_wait_status (status, NULL));
  assert_saved (fixture->target);
}

static int
save_as_child (const char *directory)
{
  g_autoptr (GError) error = NULL;

  if (save_three (directory, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}

#define ADD(name, data, function) \
  g_test_add ("/core/save-files/" name, Fixture, data, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], "--save-three"))
    return save_as_child (argv[2]);

  g_test_init (&argc, &argv, NULL);
  ADD ("success", NULL, test_success);
  ADD ("replace", NULL, test_replace);
  ADD ("link-is-not-followed", NULL, test_link);
  ADD ("nothing", NULL, test_nothing);
  ADD ("unwritable", NULL, test_unwritable);
  ADD ("missing-parent", NULL, test_missing_parent);
  ADD ("directory-is-file", NULL, test_directory_is_file);
  ADD ("name-is-directory", NULL, test_name_is_directory);
  ADD ("disk-full/first-file", "10", test_disk_full);
  ADD ("disk-full/second-file", "2000", test_disk_full);
  ADD ("disk-full/last-file", "51005", test_disk_full);
  ADD ("disk-full/keeps-old", NULL, test_disk_full_keeps_old);
  return g_test_run ();
}
