/* removed.c - the entry of a list that was removed last, while it can be brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What somebody takes out must be in no file. So it lives beside the session and not in it, in no answer, draft or
 * snapshot, and goes when the page is left, when another entry is removed and when the window is covered. */

#include "ui/removed.h"

#define KEY "panah-removed"

static void
removed_free (gpointer data)
{
  PanahRemoved *self = data;

  g_free (self->list);
  panah_value_unref (self->before);
  g_hash_table_unref (self->drafts);
  g_free (self);
}

/**
 * panah_removed_keep:
 * @session: the session
 * @list: a fact of kind list
 * @index: an entry that is still there
 *
 * Remembers what is about to be removed, and takes what was typed about it. What was removed before is forgotten.
 */
void
panah_removed_keep (PanahSession *session,
                    const char   *list,
                    guint         index)
{
  PanahRemoved *self = g_new0 (PanahRemoved, 1);

  self->list = g_strdup (list);
  self->index = index;
  self->before = panah_value_ref ((PanahValue *) panah_facts_get (panah_session_get_facts (session), list));
  self->drafts = panah_session_take_entry_drafts (session, list, index);
  g_object_set_data_full (G_OBJECT (session), KEY, self, removed_free);
}

/* Returns: (transfer none) (nullable): what can be brought back, or was */
PanahRemoved *
panah_removed_get (PanahSession *session)
{
  return g_object_get_data (G_OBJECT (session), KEY);
}

/* Returns: whether there was something to forget */
gboolean
panah_removed_forget (PanahSession *session)
{
  gboolean was_kept = panah_removed_get (session) != NULL;

  g_object_set_data (G_OBJECT (session), KEY, NULL);
  return was_kept;
}
