/* pack-shelf.c - each country's rules are loaded once, whoever asks for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/pack-shelf.h"

#include "store/pack-trust.h"
#include "tool/tool.h"

/* A pack that does not load is not kept: what a case calls its pack may be anything, and there may be many cases. */
struct _PanahPackShelf
{
  GMutex      lock;
  GHashTable *packs;       /* (element-type utf8 PanahPack): under lock */
  char      **directories;
};

/*
 * panah_pack_shelf_new:
 *
 * Returns: (transfer full): an empty shelf
 */
PanahPackShelf *
panah_pack_shelf_new (void)
{
  PanahPackShelf *self = g_new0 (PanahPackShelf, 1);

  g_mutex_init (&self->lock);
  self->packs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) panah_pack_unref);
  self->directories = panah_tool_pack_directories ();
  return self;
}

void
panah_pack_shelf_free (PanahPackShelf *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->packs);
  g_strfreev (self->directories);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static PanahPack *
load_pack (PanahPackShelf *self,
           const char     *id,
           GError        **error)
{
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  PanahPack *pack = panah_pack_trust_load ((const char *const *) self->directories, id, problems, error);

  if (pack == NULL && problems->len > 0)
    {
      g_autofree char *first = panah_pack_problem_to_string (problems->pdata[0]);
      g_prefix_error (error, "%s; ", first);
    }
  return pack;
}

/*
 * panah_pack_shelf_get:
 * @id: a pack's id as it stands in a case, not to be trusted
 *
 * May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the pack
 */
PanahPack *
panah_pack_shelf_get (PanahPackShelf *self,
                      const char     *id,
                      GError        **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  PanahPack *pack = g_hash_table_lookup (self->packs, id);

  if (pack == NULL)
    {
      pack = load_pack (self, id, error);
      if (pack == NULL)
        return NULL;
      g_hash_table_insert (self->packs, g_strdup (id), pack);
    }
  return panah_pack_ref (pack);
}
