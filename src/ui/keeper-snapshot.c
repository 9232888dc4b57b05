/* keeper-snapshot.c - what is in no file, in memory that outlives a crash; and which file is locked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/keeper-private.h"

#include "core/error.h"
#include "ui/session-json.h"

#include <string.h>

/* How long answers of a page that is not yet left may be in no file. */
#define SAVE_EVERY (60 * G_TIME_SPAN_SECOND)

static guint64
sum_revisions (PanahKeeper *self)
{
  guint64 sum = 0;

  for (guint i = 0; i < panah_session_get_n_packs (self->session); i++)
    sum += panah_session_get_revision (self->session, panah_pack_get_id (panah_session_get_nth_pack (self->session, i)));
  return sum;
}

static void
push (PanahKeeper *self,
      const char  *place)
{
  guint64 revision = sum_revisions (self);

  if (self->snapshot == NULL || (self->pushed_revision == revision && g_strcmp0 (self->pushed_place, place) == 0))
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
 * To be called when a page was left, and now and then while one is filled in: what is about a country that has a file
 * goes into the file, at once if the page is another one. Everything else, and what could not be saved, goes into memory
 * that outlives a crash.
 */
void
panah_keeper_keep (PanahKeeper *self,
                   const char  *place)
{
  gboolean left = g_strcmp0 (self->kept_place, place) != 0;

  g_free (self->kept_place);
  self->kept_place = g_strdup (place);
  if (!panah_keeper_is_unsaved (self))
    return;
  if (self->file != NULL && panah_session_is_unsaved (self->session, self->pack) &&
      (left || g_get_monotonic_time () - self->saved_at >= SAVE_EVERY))
    panah_keeper_save (self, NULL, FALSE);
  if (self->file == NULL || self->error != NULL ||
      g_strcmp0 (self->pack, panah_pack_get_id (panah_session_get_pack (self->session))) != 0)
    push (self, place);
}

static JsonNode *
pull (PanahKeeper *self)
{
  g_autoptr (GBytes) bytes = self->snapshot != NULL ? panah_snapshot_pull (self->snapshot) : NULL;
  g_autofree char *text = bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? g_steal_pointer (&node) : NULL;
}

/* Returns: (transfer full) (nullable): the language in which the program before this one spoke */
char *
panah_keeper_peek_language (PanahKeeper *self)
{
  g_autoptr (JsonNode) dump = pull (self);

  if (dump == NULL)
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

/**
 * panah_keeper_lock:
 * @self: a keeper whose file holds everything
 * @place: where one is in the window
 *
 * Leaves word for the program after this one, which asks for the passphrase and shows nothing else. This one has to end
 * now.
 *
 * Returns: %FALSE if there will be none
 */
gboolean
panah_keeper_lock (PanahKeeper *self,
                   const char  *place)
{
  g_autofree char *path = panah_keeper_dup_path (self);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (self->snapshot == NULL || path == NULL)
    return FALSE;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "path");
  json_builder_add_string_value (builder, path);
  json_builder_set_member_name (builder, "place");
  json_builder_add_string_value (builder, place);
  json_builder_set_member_name (builder, "language");
  json_builder_add_string_value (builder, panah_session_get_language (self->session));
  if (panah_session_is_now_fixed (self->session))
    {
      json_builder_set_member_name (builder, "now");
      json_builder_add_int_value (builder, panah_session_get_now (self->session));
    }
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, FALSE);
  return panah_snapshot_push (self->snapshot, PANAH_SNAPSHOT_LOCK, text, strlen (text));
}

/**
 * panah_keeper_take_lock:
 * @self: a keeper
 * @out_place: (out) (transfer full): where one was
 *
 * What panah_keeper_lock() said in the program before this one. The word is gone then.
 *
 * Returns: (transfer full) (nullable): the file to be unlocked
 */
char *
panah_keeper_take_lock (PanahKeeper *self,
                        char       **out_place)
{
  g_autoptr (JsonNode) dump = pull (self);
  JsonObject *object = dump != NULL ? json_node_get_object (dump) : NULL;

  if (object == NULL)
    return NULL;
  panah_snapshot_clear (self->snapshot);
  if (json_object_has_member (object, "now"))
    panah_session_set_now (self->session, json_object_get_int_member (object, "now"));
  *out_place = g_strdup (json_object_get_string_member_with_default (object, "place", "tasks"));
  return g_strdup (json_object_get_string_member_with_default (object, "path", NULL));
}
