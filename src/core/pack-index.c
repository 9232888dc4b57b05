/* pack-index.c - which packs are installed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-index.h"

#include "core/error.h"

#include <string.h>

/* [a-z][a-z0-9]{1,15}: can be a folder's name and never a path */
static gboolean
is_pack_id (const char *id)
{
  gsize n = strlen (id);

  if (n < 2 || n > 16 || !g_ascii_islower (*id))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_islower (id[i]) && !g_ascii_isdigit (id[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_pack (const char *directory,
          const char *id)
{
  g_autofree char *file = g_build_filename (directory, id, "pack.json", NULL);

  return g_file_test (file, G_FILE_TEST_IS_REGULAR);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * panah_pack_index_list:
 * @directories: (array zero-terminated): folders that hold packs, the first wins
 *
 * Returns: (transfer full) (array zero-terminated): ids of the packs that were found, sorted, each once
 */
char **
panah_pack_index_list (const char *const *directories)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; directories[i] != NULL; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (directories[i], 0, NULL);
      const char *name;
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          if (is_pack_id (name) && has_pack (directories[i], name) &&
              !g_ptr_array_find_with_equal_func (ids, name, g_str_equal, NULL))
            g_ptr_array_add (ids, g_strdup (name));
        }
    }
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);

  return (char **) g_ptr_array_steal (ids, NULL);
}

typedef PanahPack *(*PackLoad) (const char        *directory,
                                PanahPackProblems *problems,
                                GError           **error);

static PanahPack *
find_and_load (const char *const *directories,
               const char        *id,
               PackLoad           load,
               PanahPackProblems *problems,
               GError           **error)
{
  if (!is_pack_id (id))
    {
      g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_PACK_NAME, "“%s” is not the name of a pack", id);
      return NULL;
    }
  for (guint i = 0; directories[i] != NULL; i++)
    {
      if (has_pack (directories[i], id))
        {
          g_autofree char *directory = g_build_filename (directories[i], id, NULL);
          return load (directory, problems, error);
        }
    }

  g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_PACK_UNKNOWN, "there is no pack “%s”", id);
  return NULL;
}

/**
 * panah_pack_index_load:
 * @directories: (array zero-terminated): folders that hold packs, the first wins
 * @id: a pack's id as it stands in a case file, not to be trusted
 * @problems: collects the problems of the pack
 * @error: return location for a [error@Panah.CoreError]: `PACK_NAME`, `PACK_UNKNOWN` or `PACK_INVALID`
 *
 * Returns: (transfer full) (nullable): the pack
 */
PanahPack *
panah_pack_index_load (const char *const *directories,
                       const char        *id,
                       PanahPackProblems *problems,
                       GError           **error)
{
  return find_and_load (directories, id, panah_pack_load, problems, error);
}

/**
 * panah_pack_index_load_head:
 * @directories: (array zero-terminated): as for panah_pack_index_load()
 * @id: as there
 * @problems: as there
 * @error: as there
 *
 * Returns: (transfer full) (nullable): what panah_pack_load_head() says of the pack
 */
PanahPack *
panah_pack_index_load_head (const char *const *directories,
                            const char        *id,
                            PanahPackProblems *problems,
                            GError           **error)
{
  return find_and_load (directories, id, panah_pack_load_head, problems, error);
}
