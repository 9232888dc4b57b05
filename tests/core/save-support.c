/* save-support.c - what the tests of saving share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "save-support.h"

#include <glib/gstdio.h>
#include <string.h>

void
save_write_plainly (const char *path,
               const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

void
save_assert_contents (const char *path,
                 const char *text)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

guint
save_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

void
save_set_up (SaveFixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("panah-save-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "case.pnh", NULL);
  save_write_plainly (self->path, "old");
}

void
save_tear_down (SaveFixture      *self,
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

gboolean
save_text (const char           *path,
           const char           *text,
           const PanahFileStamp *expected,
           PanahFileStamp       *out_stamp,
           GError              **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return panah_save_file (path, bytes, expected, out_stamp, error);
}

char *
save_read_text (const char     *path,
           PanahFileStamp *out_stamp)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = panah_read_file (path, 1 << 20, out_stamp, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The error that a save at @path ends with; what was there before stands, and nothing is beside it. */
void
save_assert_refused (SaveFixture       *self,
                const char    *path,
                PanahSaveError code)
{
  g_autoptr (GError) error = NULL;
  guint n_files = save_count_files (self->folder);

  g_assert_false (save_text (path, "new", NULL, NULL, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, (int) code);
  save_assert_contents (self->path, "old");
  g_assert_cmpuint (save_count_files (self->folder), ==, n_files);
}
