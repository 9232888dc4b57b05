/* fuzz-pack.c - the pack loader meets a pack one file of which somebody made
 *
 * The first byte chooses the file, the rest is what stands in it. The others are those of a fictional country.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "core/pack.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

static char *folder;
static GPtrArray *names;   /* below the folder */
static GPtrArray *contents;

static void
clean_up (void)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_unlink (path);
      g_ptr_array_add (folders, g_path_get_dirname (path));
    }
  for (guint i = 0; i < folders->len; i++)
    g_rmdir (folders->pdata[i]);
  g_rmdir (folder);
}

static void
write_file (const char *name,
            const char *data,
            gsize       size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  FILE *file;

  g_mkdir_with_parents (parent, 0700);
  file = g_fopen (path, "wb");
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
copy_pack (const char *source,
           const char *below)
{
  g_autofree char *path = g_build_filename (source, below, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = *below != '\0' ? g_build_filename (below, name, NULL) : g_strdup (name);
      g_autofree char *file = g_build_filename (source, inside, NULL);
      GBytes *bytes;
      char *data = NULL;
      gsize size;

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        {
          copy_pack (source, inside);
          continue;
        }
      g_assert_true (g_file_get_contents (file, &data, &size, NULL));
      bytes = g_bytes_new_take (data, size);
      write_file (inside, data, size);
      g_ptr_array_add (names, g_steal_pointer (&inside));
      g_ptr_array_add (contents, bytes);
    }
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  folder = g_dir_make_tmp ("panah-fuzz-XXXXXX", NULL);
  g_assert_nonnull (folder);
  names = g_ptr_array_new_with_free_func (g_free);
  contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  copy_pack (FUZZ_PACK, "");
  atexit (clean_up);
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;

  if (size == 0)
    return 0;
  guint chosen = data[0] % names->len;
  write_file (names->pdata[chosen], (const char *) data + 1, size - 1);
  g_autoptr (PanahPack) pack = panah_pack_load (folder, problems, &error);
  gsize whole;
  const char *before = g_bytes_get_data (contents->pdata[chosen], &whole);
  write_file (names->pdata[chosen], before, whole);

  g_assert_true (pack != NULL || problems->len > 0 || error != NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      const PanahPackProblem *problem = problems->pdata[i];
      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
    }
  return 0;
}
