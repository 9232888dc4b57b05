/* test-save-file.c - one file: which of all the ways in which a save can fail it was, and that nothing is lost by any
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"
#include "save-support.h"

#define NOBODY 65534

static const char *program;

/* ---- What is saved ---- */

static void
test_replace (SaveFixture      *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_true (save_text (self->path, "new", NULL, NULL, &error));
  g_assert_no_error (error);
  save_assert_contents (self->path, "new");
  g_assert_cmpint (stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0600);
  g_assert_cmpuint (save_count_files (self->folder), ==, 1);
}

static void
test_sizes (SaveFixture      *self,
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
test_stamp (SaveFixture      *self,
            gconstpointer data)
{
  PanahFileStamp stamp;
  g_autofree char *text = save_read_text (self->path, &stamp), *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "old", 3);
  g_autoptr (GString) digest = g_string_new (NULL);

  for (guint i = 0; i < sizeof stamp.digest; i++)
    g_string_append_printf (digest, "%02x", stamp.digest[i]);
  g_assert_cmpuint (stamp.size, ==, 3);
  g_assert_cmpstr (digest->str, ==, expected);
}

static void
test_relative (SaveFixture      *self,
               gconstpointer data)
{
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (self->folder), ==, 0);
  g_assert_true (save_text ("case.pnh", "new", NULL, NULL, NULL));
  g_assert_cmpint (g_chdir (before), ==, 0);
  save_assert_contents (self->path, "new");
}

/* As long as a name can be, in bytes and in letters of two bytes. */
static void
test_long_name (SaveFixture      *self,
                gconstpointer data)
{
  const char *letter = data;
  g_autoptr (GString) name = g_string_new (NULL);

  while (name->len + strlen (letter) <= 255)
    g_string_append (name, letter);
  g_autofree char *path = g_build_filename (self->folder, name->str, NULL);
  g_assert_true (save_text (path, "once", NULL, NULL, NULL));
  g_assert_true (save_text (path, "twice", NULL, NULL, NULL));
  save_assert_contents (path, "twice");
  g_assert_cmpuint (save_count_files (self->folder), ==, 2);

  g_string_append (name, letter);
  g_autofree char *longer = g_build_filename (self->folder, name->str, NULL);
  save_assert_refused (self, longer, PANAH_SAVE_ERROR_NAME);
}

/* A link is replaced; where it leads, nothing changes. */
static void
test_link (SaveFixture      *self,
           gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->folder, "link.pnh", NULL);

  g_assert_cmpint (symlink (self->path, link), ==, 0);
  g_assert_true (save_text (link, "new", NULL, NULL, NULL));
  save_assert_contents (self->path, "old");
  save_assert_contents (link, "new");
  g_assert_false (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

/* ---- Two that save ---- */

/* What the first has saved stands; the second is told, and saves under another name. */
static void
test_two_programs (SaveFixture      *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PanahFileStamp first, second;
  g_autofree char *other = g_build_filename (self->folder, "other.pnh", NULL);
  g_autofree char *text = save_read_text (self->path, &first), *again = save_read_text (self->path, &second);

  g_assert_true (save_text (self->path, "of the first", &first, &first, NULL));
  g_assert_false (save_text (self->path, "of the second", &second, NULL, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_CHANGED);
  save_assert_contents (self->path, "of the first");
  g_assert_cmpuint (save_count_files (self->folder), ==, 1);

  g_assert_true (save_text (other, "of the second", NULL, &second, NULL));
  g_assert_true (save_text (self->path, "of the first, later", &first, &first, NULL));
  g_assert_true (save_text (other, "of the second, later", &second, &second, NULL));
  save_assert_contents (self->path, "of the first, later");
  save_assert_contents (other, "of the second, later");
}

/* Same length, same times: what stands in it is what counts. */
static void
test_changed_in_secret (SaveFixture      *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PanahFileStamp stamp;
  g_autofree char *text = save_read_text (self->path, &stamp);
  struct stat info;

  g_assert_cmpint (stat (self->path, &info), ==, 0);
  int fd = open (self->path, O_WRONLY);
  g_assert_cmpint (pwrite (fd, "OLD", 3, 0), ==, 3);
  const struct timespec times[] = { info.st_atim, info.st_mtim };
  g_assert_cmpint (futimens (fd, times), ==, 0);
  close (fd);
  g_assert_false (save_text (self->path, "new", &stamp, NULL, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_CHANGED);
  save_assert_contents (self->path, "OLD");
}

/* A folder that was copied back has other inodes and times; that is no reason to trouble anybody. */
static void
test_same_again (SaveFixture      *self,
                 gconstpointer data)
{
  PanahFileStamp stamp;
  g_autofree char *text = save_read_text (self->path, &stamp);

  g_assert_cmpint (g_unlink (self->path), ==, 0);
  save_write_plainly (self->path, "old");
  g_assert_true (save_text (self->path, "new", &stamp, &stamp, NULL));
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_true (save_text (self->path, "newer", &stamp, NULL, NULL));
  save_assert_contents (self->path, "newer");
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
      g_autofree char *text = save_read_text (path, &stamp), *longer = g_strconcat (text, letter, NULL);
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
test_no_lost_update (SaveFixture      *self,
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

  text = save_read_text (self->path, NULL);
  g_assert_cmpuint (strlen (text), ==, strlen ("old") + N_EDITORS * N_EDITS);
  for (guint i = 0; i < N_EDITORS; i++)
    {
      guint n = 0;
      for (const char *p = text + strlen ("old"); *p != '\0'; p++)
        n += *p == (char) ('a' + i);
      g_assert_cmpuint (n, ==, N_EDITS);
    }
  g_assert_cmpuint (save_count_files (self->folder), ==, 1);
}

/* ---- Places and names where one cannot save ---- */

static void
test_folder_gone (SaveFixture      *self,
                  gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "gone", "case.pnh", NULL);
  g_autofree char *below_file = g_build_filename (self->path, "case.pnh", NULL);

  save_assert_refused (self, path, PANAH_SAVE_ERROR_GONE);
  save_assert_refused (self, below_file, PANAH_SAVE_ERROR_GONE);
}

static void
test_not_a_file (SaveFixture      *self,
                 gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (self->folder, "pipe", NULL), *slash = g_strconcat (self->path, "/", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  save_assert_refused (self, self->folder, PANAH_SAVE_ERROR_NAME);
  save_assert_refused (self, pipe, PANAH_SAVE_ERROR_NAME);
  save_assert_refused (self, slash, PANAH_SAVE_ERROR_NAME);
  save_assert_refused (self, "/dev/null", PANAH_SAVE_ERROR_NAME);
  save_assert_refused (self, "/", PANAH_SAVE_ERROR_NAME);
  save_assert_refused (self, ".", PANAH_SAVE_ERROR_NAME);
  save_assert_refused (self, "..", PANAH_SAVE_ERROR_NAME);
  save_assert_refused (self, "", PANAH_SAVE_ERROR_NAME);
}

static void
test_protected_file (SaveFixture      *self,
                     gconstpointer data)
{
  g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
  save_assert_refused (self, self->path, PANAH_SAVE_ERROR_DENIED);
  g_assert_cmpint (g_chmod (self->path, 0600), ==, 0);
  g_assert_true (save_text (self->path, "new", NULL, NULL, NULL));
}

static void
test_unwritable_folder (SaveFixture      *self,
                        gconstpointer data)
{
  gboolean is_root = geteuid () == 0;

  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (self->path, 0666), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  save_assert_refused (self, self->path, PANAH_SAVE_ERROR_DENIED);
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
test_unreadable (SaveFixture      *self,
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
test_read_huge (SaveFixture      *self,
                gconstpointer data)
{
  g_assert_cmpint (truncate (self->path, G_GINT64_CONSTANT (1) << 42), ==, 0);
  assert_unreadable (self->path, 1 << 20, PANAH_CORE_ERROR_LIMIT);
}

static void
test_read_link (SaveFixture      *self,
                gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->folder, "link.pnh", NULL), *text = NULL;

  g_assert_cmpint (symlink ("case.pnh", link), ==, 0);
  text = save_read_text (link, NULL);
  g_assert_cmpstr (text, ==, "old");
}

#define ADD(name, data, function) \
  g_test_add ("/core/save-file/" name, SaveFixture, data, save_set_up, function, save_tear_down)

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
  ADD ("folder-gone", NULL, test_folder_gone);
  ADD ("not-a-file", NULL, test_not_a_file);
  ADD ("protected-file", NULL, test_protected_file);
  ADD ("unwritable-folder", NULL, test_unwritable_folder);
  ADD ("read/unreadable", NULL, test_unreadable);
  ADD ("read/huge", NULL, test_read_huge);
  ADD ("read/link", NULL, test_read_link);
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  if (argc == 6 && strcmp (argv[1], "--append") == 0)
    return append_letters (argv[2], argv[3], atoi (argv[4]), strtoul (argv[5], NULL, 10));

  g_test_init (&argc, &argv, NULL);
  add_tests ();
  return g_test_run ();
}
