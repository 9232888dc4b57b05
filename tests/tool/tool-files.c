/* tool-files.c - folders and files that panah-tool reads and leaves behind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

char *
tool_new_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("panah-tool-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

static gboolean
is_folder (const char *path)
{
  struct stat info;

  return lstat (path, &info) == 0 && S_ISDIR (info.st_mode);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names in @path, sorted; a folder that cannot be opened has none. */
static GPtrArray *
list_names (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
remove_all (const char *path)
{
  if (is_folder (path))
    {
      g_autoptr (GPtrArray) names = list_names (path);
      for (guint i = 0; i < names->len; i++)
        {
          g_autofree char *child = g_build_filename (path, names->pdata[i], NULL);
          remove_all (child);
        }
    }
  g_remove (path);
}

void
tool_remove_folder (char *path)
{
  if (path == NULL)
    return;

  remove_all (path);
  g_free (path);
}

static void
describe (GString    *out,
          const char *path,
          const char *name,
          gboolean    with_mode)
{
  struct stat info;
  g_autofree char *contents = NULL, *hash = NULL;
  gsize length = 0;

  if (lstat (path, &info) != 0)
    return;
  g_string_append (out, name);
  if (with_mode)
    g_string_append_printf (out, " %o", info.st_mode);
  if (S_ISREG (info.st_mode) && g_file_get_contents (path, &contents, &length, NULL))
    {
      hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
      g_string_append_printf (out, " %s", hash);
    }
  g_string_append_c (out, '\n');
  if (!S_ISDIR (info.st_mode))
    return;

  g_autoptr (GPtrArray) names = list_names (path);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, names->pdata[i], NULL);
      g_autofree char *child_name = g_strdup_printf ("%s/%s", name, (char *) names->pdata[i]);
      describe (out, child, child_name, with_mode);
    }
}

/* Names, modes and contents of everything below @path, hidden files too, to be compared; "" if there is nothing */
char *
tool_describe_folder (const char *path)
{
  GString *out = g_string_new (NULL);

  describe (out, path, "", TRUE);
  return g_string_free (out, FALSE);
}

/* Names and contents alone */
char *
tool_describe_contents (const char *path)
{
  GString *out = g_string_new (NULL);

  describe (out, path, "", FALSE);
  return g_string_free (out, FALSE);
}

void
tool_copy_folder (const char *from,
                  const char *to)
{
  g_autoptr (GPtrArray) names = list_names (from);

  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *source = g_build_filename (from, names->pdata[i], NULL);
      g_autofree char *target = g_build_filename (to, names->pdata[i], NULL);
      g_autofree char *contents = NULL;
      gsize length;

      if (is_folder (source))
        tool_copy_folder (source, target);
      else
        {
          g_assert_true (g_file_get_contents (source, &contents, &length, NULL));
          g_assert_true (g_file_set_contents (target, contents, length, NULL));
        }
    }
}

char *
tool_read_file (const char *folder,
                const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

/* @text with the one place where @find stands changed */
char *
tool_replace (const char *text,
              const char *find,
              const char *replacement)
{
  const char *at = strstr (text, find);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, replacement, at + strlen (find));
}

gboolean
tool_has_program (const char *name)
{
  g_autofree char *path = g_find_program_in_path (name);

  return path != NULL;
}

/* What lines are broken at, and what no eye sees, makes no difference. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT && c != 0x200b && c != 0x00ad)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* The words of a PDF in the order in which they are painted, without any white space; needs pdftotext */
char *
tool_read_pdf (const char *folder,
               const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  const char *const argv[] = { "pdftotext", "-raw", "-enc", "UTF-8", path, "-", NULL };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;

  g_autoptr (GSubprocess) process =
    g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_assert_true (g_subprocess_get_successful (process));
  return squeeze (out);
}

guint
tool_text_count (const char *text,
                 const char *words)
{
  g_autofree char *find = squeeze (words);
  guint n = 0;

  g_assert_cmpstr (find, !=, "");
  for (const char *at = strstr (text, find); at != NULL; at = strstr (at + strlen (find), find))
    n++;
  return n;
}

gboolean
tool_text_has (const char *text,
               const char *words)
{
  return tool_text_count (text, words) > 0;
}
