/* keeper.c - what was told is not lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/keeper.h"

#include "core/error.h"
#include "core/json-scan.h"
#include "ui/session-json.h"

#include <string.h>

struct _PanahKeeper
{
  GObject        parent_instance;

  /* Owned */
  PanahSession  *session;
  char          *pushed_place; /* (nullable) */

  PanahSnapshot *snapshot; /* (nullable): outlives the process */
  guint64        pushed_revision;
  guint64        saved_revision;
};

G_DEFINE_FINAL_TYPE (PanahKeeper, panah_keeper, G_TYPE_OBJECT)

static void
panah_keeper_dispose (GObject *object)
{
  PanahKeeper *self = PANAH_KEEPER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->pushed_place, g_free);

  G_OBJECT_CLASS (panah_keeper_parent_class)->dispose (object);
}

static void
panah_keeper_class_init (PanahKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = panah_keeper_dispose;
}

static void
panah_keeper_init (PanahKeeper *self)
{
}

PanahKeeper *
panah_keeper_new (PanahSession *session)
{
  PanahKeeper *self = g_object_new (PANAH_TYPE_KEEPER, NULL);

  self->session = g_object_ref (session);
  return self;
}

/* @snapshot: (nullable) (transfer none): where to keep what is in no file; outlives @self */
void
panah_keeper_set_snapshot (PanahKeeper   *self,
                           PanahSnapshot *snapshot)
{
  self->snapshot = snapshot;
}

/* Returns: whether something was told that is in no file */
gboolean
panah_keeper_is_unsaved (PanahKeeper *self)
{
  return panah_session_get_revision (self->session) != self->saved_revision;
}

static void
push (PanahKeeper *self,
      const char  *place)
{
  guint64 revision = panah_session_get_revision (self->session);

  if (self->snapshot == NULL || !panah_keeper_is_unsaved (self) ||
      (self->pushed_revision == revision && g_strcmp0 (self->pushed_place, place) == 0))
    return;

  g_autoptr (JsonNode) dump = panah_session_dump (self->session, place);
  g_autofree char *text = json_to_string (dump, FALSE);
  if (!panah_snapshot_push (self->snapshot, PANAH_SNAPSHOT_SESSION, text, strlen (text)))
    return;
  self->pushed_revision = revision;
  g_free (self->pushed_place);
  self->pushed_place = g_strdup (place);
}

/**
 * panah_keeper_keep:
 * @self: a keeper
 * @place: where one is in the window
 *
 * To be called when a page was left, and now and then while one is filled in.
 */
void
panah_keeper_keep (PanahKeeper *self,
                   const char  *place)
{
  push (self, place);
}

static JsonNode *
pull (PanahKeeper *self)
{
  g_autoptr (GBytes) bytes = self->snapshot != NULL ? panah_snapshot_pull (self->snapshot) : NULL;
  g_autofree char *text = bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;

  return text != NULL ? json_from_string (text, NULL) : NULL;
}

/* Returns: (transfer full) (nullable): the language in which the program that crashed spoke */
char *
panah_keeper_peek_language (PanahKeeper *self)
{
  g_autoptr (JsonNode) dump = pull (self);

  if (dump == NULL || !JSON_NODE_HOLDS_OBJECT (dump))
    return NULL;
  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (dump), "language", NULL));
}

/**
 * panah_keeper_restore:
 * @self: a keeper
 * @error: return location for a [error@Panah.CoreError]
 *
 * Gives the session what the program that crashed had kept.
 *
 * Returns: (transfer full) (nullable): where one was
 */
char *
panah_keeper_restore (PanahKeeper *self,
                      GError     **error)
{
  g_autoptr (JsonNode) dump = pull (self);
  char *place = NULL;

  if (dump == NULL)
    {
      g_set_error_literal (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_CASE, "there is no snapshot");
      return NULL;
    }
  panah_session_restore (self->session, dump, &place, error);
  return place;
}
