/* pack-copy.c - a fictional country in a temporary folder, to be spoilt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack-copy.h"

#include "core-support.h"

#include <glib/gstdio.h>

void
copy_folder (const char *from,
             const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL), *target = g_build_filename (to, name, NULL);
      g_autofree char *data = NULL;
      gsize length;
      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_folder (source, target);
      else if (g_file_get_contents (source, &data, &length, NULL))
        g_assert_true (g_file_set_contents (target, data, length, NULL));
    }
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

PackCopy *
pack_copy_new (const char *from,
               const char *id)
{
  PackCopy *self = g_new0 (PackCopy, 1);
  g_autofree char *packs = get_packs_path (), *source = g_build_filename (packs, from, NULL);

  self->root = g_dir_make_tmp ("panah-pack-XXXXXX", NULL);
  g_assert_nonnull (self->root);
  self->id = g_strdup (id);
  self->folder = g_build_filename (self->root, id, NULL);
  copy_folder (source, self->folder);
  return self;
}

void
pack_copy_free (PackCopy *self)
{
  remove_folder (self->root);
  g_free (self->root);
  g_free (self->id);
  g_free (self->folder);
  g_free (self);
}

char *
pack_copy_read (const PackCopy *self,
                const char     *file)
{
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

void
pack_copy_write (const PackCopy *self,
                 const char     *file,
                 const char     *text)
{
  g_autofree char *path = g_build_filename (self->folder, file, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

void
pack_copy_delete (const PackCopy *self,
                  const char     *file)
{
  g_autofree char *path = g_build_filename (self->folder, file, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/*
 * pack_copy_replace:
 * @file: a JSON file of the pack; it is read without its spaces first, so that its looks do not matter
 * @from: (nullable): text with ' for ", whose first occurrence becomes @to; %NULL: the whole file
 * @to: (nullable): text with ' for "; %NULL: the file is deleted
 */
void
pack_copy_replace (const PackCopy *self,
                   const char     *file,
                   const char     *from,
                   const char     *to)
{
  if (to == NULL)
    {
      pack_copy_delete (self, file);
      return;
    }

  g_autofree char *quoted_to = quote_json (to);
  if (from == NULL)
    {
      pack_copy_write (self, file, quoted_to);
      return;
    }

  g_autofree char *text = pack_copy_read (self, file), *quoted_from = quote_json (from);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (text, &error);
  g_assert_no_error (error);
  g_autofree char *plain = json_to_string (root, FALSE);
  g_autoptr (GString) compact = g_string_new (plain);
  if (g_string_replace (compact, quoted_from, quoted_to, 1) != 1)
    g_error ("“%s” is not in %s", quoted_from, file);
  pack_copy_write (self, file, compact->str);
}
