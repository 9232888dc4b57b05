/* session-drafts.c - what was typed and not yet accepted, and what was looked at, by person and question
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/session-private.h"

#include <string.h>

/* Returns: (transfer full) (element-type utf8 JsonNode): none yet */
GHashTable *
panah_drafts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
}

static char *
draft_key (PanahSession *self,
           const char   *key)
{
  return g_strdup_printf ("%u/%s", self->country->current, key);
}

/* Returns: (transfer none) (nullable): what was typed under @key and not yet accepted */
JsonNode *
panah_session_get_draft (PanahSession *self,
                         const char   *key)
{
  g_autofree char *full = draft_key (self, key);

  return g_hash_table_lookup (self->country->drafts, full);
}

/* @draft: (transfer full) (nullable) */
void
panah_session_set_draft (PanahSession *self,
                         const char   *key,
                         JsonNode     *draft)
{
  g_autofree char *full = draft_key (self, key);
  JsonNode *old = g_hash_table_lookup (self->country->drafts, full);

  if (old == draft || (old != NULL && draft != NULL && json_node_equal (old, draft)))
    {
      g_clear_pointer (&draft, json_node_unref);
      return;
    }
  if (draft != NULL)
    g_hash_table_replace (self->country->drafts, g_steal_pointer (&full), draft);
  else
    g_hash_table_remove (self->country->drafts, full);
  self->country->revision++;
}

/* Parses the "[3].name" after the list's id. Returns: (nullable): what follows the index */
static const char *
parse_index (const char *path,
             guint64    *out_index)
{
  char *end;

  if (*path != '[' || !g_ascii_isdigit (path[1]))
    return NULL;
  *out_index = g_ascii_strtoull (path + 1, &end, 10);
  return *end == ']' ? end : NULL;
}

/* @prefix: with which all keys of a list begin; @rest: as parse_index() gives it */
static void
put_draft (PanahSession *self,
           const char   *prefix,
           guint64       entry,
           const char   *rest,
           JsonNode     *draft)
{
  g_hash_table_insert (self->country->drafts, g_strdup_printf ("%s[%" G_GUINT64_FORMAT "%s", prefix, entry, rest),
                       json_node_ref (draft));
}

/* The entries from @from on are others by now: each has a number that is @by higher. */
static void
renumber_drafts (PanahSession *self,
                 const char   *prefix,
                 guint         from,
                 int           by)
{
  g_autoptr (GHashTable) drafts = g_steal_pointer (&self->country->drafts);
  GHashTableIter iter;
  char *key;
  JsonNode *draft;

  self->country->drafts = panah_drafts_new ();
  g_hash_table_iter_init (&iter, drafts);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &draft))
    {
      guint64 entry;
      const char *rest = g_str_has_prefix (key, prefix) ? parse_index (key + strlen (prefix), &entry) : NULL;

      if (rest != NULL && entry >= from)
        put_draft (self, prefix, entry + by, rest, draft);
      else
        g_hash_table_insert (self->country->drafts, g_strdup (key), json_node_ref (draft));
    }
}

/**
 * panah_session_take_entry_drafts:
 * @self: a session
 * @list: a fact of kind list
 * @index: an entry of it that goes
 *
 * The entries behind it move up, and what was typed about them with them.
 *
 * Returns: (transfer full) (element-type utf8 JsonNode): what was typed about the entry, by what follows its number
 */
GHashTable *
panah_session_take_entry_drafts (PanahSession *self,
                                 const char   *list,
                                 guint         index)
{
  g_autofree char *prefix = draft_key (self, list);
  GHashTable *taken = panah_drafts_new ();
  GHashTableIter iter;
  char *key;
  JsonNode *draft;

  g_hash_table_iter_init (&iter, self->country->drafts);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &draft))
    {
      guint64 entry;
      const char *rest = g_str_has_prefix (key, prefix) ? parse_index (key + strlen (prefix), &entry) : NULL;

      if (rest == NULL || entry != index)
        continue;
      g_hash_table_insert (taken, g_strdup (rest), json_node_ref (draft));
      g_hash_table_iter_remove (&iter);
    }
  renumber_drafts (self, prefix, index, -1);
  return taken;
}

/* @drafts: what panah_session_take_entry_drafts() gave. The entries from @index on move down. */
void
panah_session_insert_entry_drafts (PanahSession *self,
                                   const char   *list,
                                   guint         index,
                                   GHashTable   *drafts)
{
  g_autofree char *prefix = draft_key (self, list);
  GHashTableIter iter;
  char *rest;
  JsonNode *draft;

  renumber_drafts (self, prefix, index, 1);
  g_hash_table_iter_init (&iter, drafts);
  while (g_hash_table_iter_next (&iter, (gpointer *) &rest, (gpointer *) &draft))
    put_draft (self, prefix, index, rest, draft);
}

/* Of whose case, in which country: two people look at the same pages. */
static char *
mark_key (PanahSession *self,
          const char   *key)
{
  return g_strdup_printf ("%s/%u/%s", panah_pack_get_id (self->country->pack), self->country->current, key);
}

/**
 * panah_session_is_marked:
 * @self: a session
 * @key: a place, or what else a page has to know of itself when it is built anew
 *
 * Returns: whether it was marked; a mark is no answer, and no file has it
 */
gboolean
panah_session_is_marked (PanahSession *self,
                         const char   *key)
{
  g_autofree char *full = mark_key (self, key);

  return g_hash_table_contains (self->marks, full);
}

void
panah_session_set_mark (PanahSession *self,
                        const char   *key,
                        gboolean      marked)
{
  g_autofree char *full = mark_key (self, key);

  if (marked)
    g_hash_table_add (self->marks, g_steal_pointer (&full));
  else
    g_hash_table_remove (self->marks, full);
}
