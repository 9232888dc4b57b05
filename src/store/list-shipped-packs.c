/* list-shipped-packs.c - usage: list-shipped-packs FOLDER DEPFILE OUTPUT; what the rules in FOLDER look like when they are built in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-index.h"

#include <stdio.h>

/* Every file is a reason to build again, and so is a new one in any folder. */
static void
append_files (GString    *out,
              const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_string_append_printf (out, " %s", path);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      append_files (out, child);
    }
}

static gboolean
write_text (const char *path,
            const char *text)
{
  FILE *file = fopen (path, "w");

  return file != NULL && (fputs (text, file) != EOF) & (fclose (file) == 0);
}

int
main (int   argc,
      char *argv[])
{
  if (argc != 4)
    return 2;

  const char *const directories[] = { argv[1], NULL };
  g_auto (GStrv) ids = panah_pack_index_list (directories);
  g_autoptr (GString) list = g_string_new (NULL), dependencies = g_string_new (NULL);

  g_string_append_printf (dependencies, "%s:", argv[3]);
  append_files (dependencies, argv[1]);
  g_string_append_c (dependencies, '\n');
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (PanahPack) pack = panah_pack_index_load (directories, ids[i], problems, &error);
      if (pack == NULL)
        {
          g_printerr ("%s\n", error->message);
          continue; /* it does not run either, and check-pack says what is wrong */
        }
      g_string_append_printf (list, "{ \"%s\", \"%s\", \"%s\" },\n", ids[i], panah_pack_get_edition (pack),
                              panah_pack_get_seal (pack));
    }
  return write_text (argv[2], dependencies->str) && write_text (argv[3], list->str) ? 0 : 1;
}
