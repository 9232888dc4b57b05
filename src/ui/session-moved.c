/* session-moved.c - what newer rules did to the dates of the cases, until somebody has read it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/session-private.h"

#include "core/plan-moved.h"

static void
moved_free (gpointer data)
{
  panah_moved_free (data);
}

/* Returns: (transfer full) (element-type PanahCase PanahMoved): of those of @cases, which were read, whose dates have moved */
GHashTable *
panah_session_find_moved (GPtrArray *cases,
                          PanahPack *pack,
                          gint64     now)
{
  GHashTable *found = g_hash_table_new_full (NULL, NULL, NULL, moved_free);

  for (guint i = 0; i < cases->len; i++)
    {
      PanahMoved *moved = panah_moved_new (cases->pdata[i], pack, now);
      if (moved != NULL)
        g_hash_table_insert (found, cases->pdata[i], moved);
    }
  return found;
}

/* Returns: (transfer full): `last_plan` of @a_case as it is saved: what was shown last, and what was shown before and is
 *   not read yet */
JsonNode *
panah_session_make_last_plan (PanahSession       *self,
                              const PanahCountry *country,
                              const PanahCase    *a_case)
{
  g_autoptr (PanahPlan) plan = panah_plan_new (country->pack, a_case->facts, self->now);
  g_autoptr (JsonNode) last_plan = panah_plan_to_last (plan);
  const PanahMoved *moved = g_hash_table_lookup (country->moved, a_case);

  return moved != NULL ? panah_moved_keep (moved, last_plan) : g_steal_pointer (&last_plan);
}

/* Returns: whether dates of any case of the country have moved and nobody has said that they read it */
gboolean
panah_session_has_moved (PanahSession *self)
{
  return g_hash_table_size (self->country->moved) > 0;
}

/* Returns: (transfer none) (nullable): what has moved in that case and is not read yet */
const PanahMoved *
panah_session_get_moved (PanahSession *self,
                         guint         index)
{
  return g_hash_table_lookup (self->country->moved, self->country->cases->pdata[index]);
}

/* From the next save on, the dates of today are those that were shown. */
void
panah_session_mark_moved_read (PanahSession *self)
{
  if (!panah_session_has_moved (self))
    return;

  g_hash_table_remove_all (self->country->moved);
  self->country->revision++;
}
