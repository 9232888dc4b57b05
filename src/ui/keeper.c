/* keeper.c - what was told is not lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A save takes no key derivation, and is made in a thread: a stick can be slow. There is one at a time; what is told
 * meanwhile makes another one, of the newest answers, when it ends. The answers are written down as text before the thread
 * begins, so that it shares nothing with the window, and are looked at as strictly as if they came from a file: what
 * could not be opened again is not saved. */

#include "ui/keeper-private.h"

#include "core/error.h"
#include "core/json-scan.h"
#include "core/save-file.h"
#include "ui/session-json.h"

#include <string.h>

/* One file as it will be. */
struct _PanahErrand
{
  PanahCaseFile *file;    /* (nullable): only the passphrase is known yet */
  PanahSecret   *secret;  /* (nullable) */
  char          *path;    /* (nullable): where it was */
  char          *json;
  GPtrArray     *blobs;   /* (element-type PanahBlob): what else is in the file */
  PanahSummary  *summary;
  char          *pack;
  guint64        revision;
  PanahSaveFlags flags;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PanahKeeper, panah_keeper, G_TYPE_OBJECT)

static void
errand_free (gpointer data)
{
  PanahErrand *self = data;

  g_clear_pointer (&self->file, panah_case_file_unref);
  g_clear_pointer (&self->secret, panah_secret_unref);
  g_free (self->path);
  g_free (self->json);
  g_clear_pointer (&self->blobs, g_ptr_array_unref);
  g_clear_pointer (&self->summary, panah_summary_free);
  g_free (self->pack);
  g_free (self);
}

static void
forget_file (PanahKeeper *self)
{
  g_clear_pointer (&self->file, panah_case_file_unref);
  g_clear_pointer (&self->base, panah_payload_free);
  g_clear_pointer (&self->pack, g_free);
  g_clear_error (&self->error);
  self->left_out = FALSE;
}

static void
panah_keeper_dispose (GObject *object)
{
  PanahKeeper *self = PANAH_KEEPER (object);

  forget_file (self);
  g_clear_pointer (&self->last, errand_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->pushed_place, g_free);
  g_clear_pointer (&self->kept_place, g_free);

  G_OBJECT_CLASS (panah_keeper_parent_class)->dispose (object);
}

static void
panah_keeper_class_init (PanahKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = panah_keeper_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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
  panah_keeper_watch_papers (self);
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
  return panah_session_is_unsaved (self->session, NULL);
}

gboolean
panah_keeper_has_file (PanahKeeper *self)
{
  return self->file != NULL;
}

PanahKept
panah_keeper_get_kept (PanahKeeper *self)
{
  if (self->n_saving > 0)
    return PANAH_KEPT_SAVING;
  if (self->file == NULL)
    return PANAH_KEPT_NOWHERE;
  return self->error == NULL || g_error_matches (self->error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_UNSYNCED) ? PANAH_KEPT_SAVED
                                                                                                         : PANAH_KEPT_NOT;
}

/* Returns: (nullable) (transfer none): what a person has to know of the last save; also after one that succeeded but is not
 *   confirmed by the disk */
const GError *
panah_keeper_get_error (PanahKeeper *self)
{
  return self->error;
}

/* Returns: what a person should be told of the file although nothing went wrong */
PanahCaseFileNotes
panah_keeper_get_notes (PanahKeeper *self)
{
  return self->file != NULL ? panah_case_file_get_notes (self->file) : 0;
}

/* Returns: (nullable) (transfer full): where the file is */
char *
panah_keeper_dup_path (PanahKeeper *self)
{
  return self->file != NULL ? panah_case_file_dup_path (self->file) : NULL;
}

static PanahErrand *
new_errand (PanahKeeper *self,
            const char  *pack)
{
  PanahErrand *errand = g_new0 (PanahErrand, 1);
  g_autoptr (JsonNode) root = panah_session_to_json (self->session, pack);

  errand->json = json_to_string (root, FALSE);
  errand->summary = panah_session_summarize (self->session, pack);
  errand->pack = g_strdup (pack);
  errand->revision = panah_session_get_revision (self->session, pack);
  return errand;
}

static PanahPayload *
make_payload (PanahErrand  *errand,
              GError **error)
{
  g_autoptr (JsonNode) root = panah_json_parse (errand->json, strlen (errand->json), error);
  g_autoptr (PanahPayload) payload = root != NULL ? panah_payload_new (root) : NULL;

  if (payload == NULL)
    return NULL;
  payload->summary = g_steal_pointer (&errand->summary);
  for (guint i = 0; errand->blobs != NULL && i < errand->blobs->len; i++)
    {
      const PanahBlob *blob = errand->blobs->pdata[i];
      if (!panah_payload_add_blob (payload, blob->kind, blob->name, blob->data, error))
        return NULL;
    }
  return g_steal_pointer (&payload);
}

static gboolean
run_errand (PanahErrand  *errand,
            GError **error)
{
  g_autoptr (PanahPayload) payload = make_payload (errand, error);

  if (payload == NULL)
    return FALSE;
  if (errand->file == NULL)
    errand->file = panah_case_file_new (errand->secret, error);
  return errand->file != NULL && panah_case_file_save (errand->file, errand->path, payload, errand->flags, error);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_errand (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Whether the new answers are in the file. */
static gboolean
is_written (const GError *error)
{
  return error == NULL || g_error_matches (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_UNSYNCED);
}

/* What is in a file needs no memory that outlives a crash. */
static void
note_saved (PanahKeeper  *self,
            const PanahErrand *errand)
{
  panah_session_mark_saved (self->session, errand->pack, errand->revision);
  self->saved_at = g_get_monotonic_time ();
  if (self->snapshot != NULL && !panah_keeper_is_unsaved (self))
    panah_snapshot_clear (self->snapshot);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  PanahKeeper *self = PANAH_KEEPER (source);
  const PanahErrand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->n_saving--;
  if (errand->file == self->file)
    {
      if (is_written (error))
        note_saved (self, errand);
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (self->save_again)
    panah_keeper_save (self, NULL, FALSE);
}

static PanahErrand *
new_save (PanahKeeper *self)
{
  PanahErrand *errand = new_errand (self, self->pack);

  errand->file = panah_case_file_ref (self->file);
  errand->blobs = panah_keeper_copy_blobs (self);
  return errand;
}

/**
 * panah_keeper_save:
 * @self: a keeper with a file
 * @path: (nullable): where to; %NULL = where it was
 * @replace: whether what another program has saved there meanwhile is given up
 *
 * Writes the newest answers in a thread, after the save that runs. ::changed tells what became of it.
 */
void
panah_keeper_save (PanahKeeper *self,
                   const char  *path,
                   gboolean     replace)
{
  self->save_again = self->n_saving > 0 && path == NULL && !replace;
  if (self->file == NULL || self->save_again)
    return;

  g_autoptr (GTask) task = g_task_new (self, NULL, saved_cb, NULL);
  PanahErrand *errand = new_save (self);
  errand->path = g_strdup (path);
  errand->flags = replace ? PANAH_SAVE_REPLACE : PANAH_SAVE_NONE;
  g_task_set_source_tag (task, panah_keeper_save);
  g_task_set_task_data (task, errand, errand_free);
  self->n_saving++;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * panah_keeper_create_async:
 * @self: a keeper
 * @path: where to
 * @secret: what opens the file
 * @callback: called when it is there, or could not be written
 * @user_data: for @callback
 *
 * Seals everything that was told for the current country. Takes a moment: a key is derived.
 */
void
panah_keeper_create_async (PanahKeeper        *self,
                           const char         *path,
                           PanahSecret        *secret,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  PanahErrand *errand = new_errand (self, panah_pack_get_id (panah_session_get_pack (self->session)));

  errand->secret = panah_secret_ref (secret);
  errand->path = g_strdup (path);
  g_task_set_source_tag (task, panah_keeper_create_async);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, save_in_thread);
}

/* Returns: whether the file is there now. What went wrong is told by panah_keeper_get_error() as well, also if the file is
 * there but the disk has not confirmed it. */
gboolean
panah_keeper_create_finish (PanahKeeper  *self,
                            GAsyncResult *result,
                            GError      **error)
{
  PanahErrand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) problem = NULL;

  g_task_propagate_boolean (G_TASK (result), &problem);
  if (!is_written (problem))
    {
      g_clear_error (&self->error);
      self->error = g_error_copy (problem);
      g_propagate_error (error, g_steal_pointer (&problem));
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return FALSE;
    }
  forget_file (self);
  self->file = panah_case_file_ref (errand->file);
  self->pack = g_strdup (errand->pack);
  self->error = g_steal_pointer (&problem);
  note_saved (self, errand);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

typedef struct
{
  char          *path;
  PanahSecret   *secret;
  PanahCaseFile *file;
  PanahPayload  *payload;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_free (self->path);
  panah_secret_unref (self->secret);
  g_clear_pointer (&self->file, panah_case_file_unref);
  g_clear_pointer (&self->payload, panah_payload_free);
  g_free (self);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;

  opening->file = panah_case_file_open (opening->path, opening->secret, &opening->payload, &error);
  if (opening->file != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * panah_keeper_open_async:
 * @self: a keeper
 * @path: a file
 * @secret: what opens it
 * @callback: called when it is open, or is not
 * @user_data: for @callback
 */
void
panah_keeper_open_async (PanahKeeper        *self,
                         const char         *path,
                         PanahSecret        *secret,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->secret = panah_secret_ref (secret);
  g_task_set_source_tag (task, panah_keeper_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * panah_keeper_open_finish:
 * @self: a keeper
 * @result: what the callback got
 * @error: return location for a [error@Panah.StoreError], or a [error@Panah.CoreError] if what is inside is no case
 *
 * Returns: whether the session holds now what is in the file; else nothing has changed
 */
gboolean
panah_keeper_open_finish (PanahKeeper  *self,
                          GAsyncResult *result,
                          GError      **error)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error) ||
      !panah_session_load_json (self->session, opening->payload->root, error))
    return FALSE;

  forget_file (self);
  self->file = g_steal_pointer (&opening->file);
  self->base = g_steal_pointer (&opening->payload);
  self->pack = g_strdup (panah_pack_get_id (panah_session_get_pack (self->session)));
  panah_session_mark_saved (self->session, self->pack, panah_session_get_revision (self->session, self->pack));
  if (self->snapshot != NULL && !panah_keeper_is_unsaved (self))
    panah_snapshot_clear (self->snapshot);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

/**
 * panah_keeper_prepare_last:
 * @self: a keeper
 * @save: whether what is in no file yet is to be saved
 *
 * Gathers what panah_keeper_do_last() needs.
 */
void
panah_keeper_prepare_last (PanahKeeper *self,
                           gboolean     save)
{
  g_clear_pointer (&self->last, errand_free);
  if (save && self->file != NULL && panah_session_is_unsaved (self->session, self->pack))
    self->last = new_save (self);
}

/* Saves what was prepared, if it was, and wipes the keys; on any thread, while the main loop stands still. */
void
panah_keeper_do_last (PanahKeeper *self)
{
  if (self->last != NULL)
    run_errand (self->last, NULL);
  g_clear_pointer (&self->last, errand_free);
  g_clear_pointer (&self->file, panah_case_file_unref);
}
