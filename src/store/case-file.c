/* case-file.c - one sealed case file, from when it is opened or begun until it is closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/case-file.h"

#include "core/error.h"
#include "core/save-file.h"
#include "store/container.h"
#include "store/error.h"

struct _PanahCaseFile
{
  GMutex         saving; /* held for a whole save */

  GMutex         lock;   /* of everything below; held for moments */
  char          *path;   /* (nullable): not saved yet */
  GPtrArray     *keys;
  gboolean       has_stamp;
  PanahFileStamp stamp;  /* of what stands at @path */
  gboolean       worn;
};

/* @keys: (transfer full) */
static PanahCaseFile *
take_keys (GPtrArray *keys)
{
  PanahCaseFile *self = g_atomic_rc_box_new0 (PanahCaseFile);

  g_mutex_init (&self->saving);
  g_mutex_init (&self->lock);
  self->keys = keys;
  return self;
}

/**
 * panah_case_file_new:
 * @secret: opens the file from now on
 * @error: return location for a [error@Panah.StoreError], `MEMORY`
 *
 * Derives a key: half a second and 256 MiB of memory for a passphrase, so it is called in a thread. Nothing is written
 * before the first save.
 *
 * Returns: (transfer full) (nullable): a file that is nowhere yet
 */
PanahCaseFile *
panah_case_file_new (PanahSecret *secret,
                     GError     **error)
{
  PanahKey *key = panah_key_new (secret, error);

  if (key == NULL)
    return NULL;

  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_key_unref);
  g_ptr_array_add (keys, key);
  return take_keys (keys);
}

/* What core says of a file that cannot be read is meant for answers and packs. @problem: (transfer full) */
static GBytes *
take_read (GBytes  *bytes,
           GError  *problem,
           GError **error)
{
  if (bytes == NULL)
    g_set_error_literal (error, PANAH_STORE_ERROR,
                         g_error_matches (problem, PANAH_CORE_ERROR, PANAH_CORE_ERROR_LIMIT) ? PANAH_STORE_ERROR_LIMITS
                                                                                            : PANAH_STORE_ERROR_READ,
                         problem->message);
  g_clear_error (&problem);
  return bytes;
}

static GBytes *
read_file (const char     *path,
           PanahFileStamp *out_stamp,
           GError        **error)
{
  GError *problem = NULL;
  GBytes *bytes = panah_read_file (path, PANAH_CONTAINER_MAX_BYTES, out_stamp, &problem);

  return take_read (bytes, problem, error);
}

/* Returns: (transfer full) (nullable): with its summary. A case is not lost for a summary that cannot be read. */
static PanahPayload *
read_payload (const PanahContents *contents,
              GError             **error)
{
  PanahPayload *payload = panah_payload_new_bytes (contents->payload, error);

  if (payload != NULL && g_bytes_get_size (contents->summary) > 0)
    payload->summary = panah_summary_new_bytes (contents->summary, NULL);
  return payload;
}

/**
 * panah_case_file_open:
 * @path: a file
 * @secret: one that opens it
 * @out_payload: (out) (transfer full): what is in it
 * @error: return location for a [error@Panah.StoreError]: `READ`, one of the six readings of a bad file, `MEMORY`,
 *   `CONTENT` or `SCHEMA_NEWER`
 *
 * Derives a key, as panah_case_file_new() does.
 *
 * Returns: (transfer full) (nullable): the file
 */
PanahCaseFile *
panah_case_file_open (const char    *path,
                      PanahSecret   *secret,
                      PanahPayload **out_payload,
                      GError       **error)
{
  PanahFileStamp stamp;
  g_auto (PanahContents) contents = { NULL };
  g_autoptr (GBytes) bytes = read_file (path, &stamp, error);

  if (bytes == NULL || !panah_container_open (bytes, secret, &contents, error))
    return NULL;

  PanahPayload *payload = read_payload (&contents, error);
  if (payload == NULL)
    return NULL;

  PanahCaseFile *self = take_keys (g_steal_pointer (&contents.keys));
  self->path = g_strdup (path);
  self->stamp = stamp;
  self->has_stamp = TRUE;
  self->worn = contents.worn;
  *out_payload = payload;
  return self;
}

/**
 * panah_case_file_ref:
 * @self: a case file
 *
 * Returns: (transfer full): @self
 */
PanahCaseFile *
panah_case_file_ref (PanahCaseFile *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
case_file_clear (gpointer data)
{
  PanahCaseFile *self = data;

  g_free (self->path);
  g_ptr_array_unref (self->keys);
  g_mutex_clear (&self->lock);
  g_mutex_clear (&self->saving);
}

/**
 * panah_case_file_unref:
 * @self: (nullable) (transfer full): a case file, whose keys are wiped with its last reference
 */
void
panah_case_file_unref (PanahCaseFile *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, case_file_clear);
}

/**
 * panah_case_file_dup_path:
 * @self: a case file
 *
 * Returns: (transfer full) (nullable): where it was last opened or saved
 */
char *
panah_case_file_dup_path (PanahCaseFile *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return g_strdup (self->path);
}

/**
 * panah_case_file_get_notes:
 * @self: a case file
 *
 * Returns: what a person should be told of it although nothing went wrong
 */
PanahCaseFileNotes
panah_case_file_get_notes (PanahCaseFile *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  PanahCaseFileNotes notes = self->worn ? PANAH_CASE_FILE_WORN : 0;

  for (guint i = 0; i < self->keys->len; i++)
    {
      if (panah_key_is_light (self->keys->pdata[i]))
        notes |= PANAH_CASE_FILE_LIGHT_KEY;
    }
  return notes;
}

/**
 * panah_case_file_add_secret:
 * @self: a case file
 * @secret: another passphrase, or a casebook
 * @error: return location for a [error@Panah.StoreError]: `LIMITS` if eight open it already, or `MEMORY`
 *
 * From the next save on the file opens with @secret too. Slow for a passphrase.
 *
 * Returns: %TRUE if it will
 */
gboolean
panah_case_file_add_secret (PanahCaseFile *self,
                            PanahSecret   *secret,
                            GError       **error)
{
  g_autoptr (PanahKey) key = panah_key_new (secret, error);

  if (key == NULL)
    return FALSE;

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  if (self->keys->len >= PANAH_CONTAINER_MAX_SLOTS)
    {
      g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS, "eight secrets open the file already");
      return FALSE;
    }
  g_ptr_array_add (self->keys, g_steal_pointer (&key));
  return TRUE;
}

static GPtrArray *
copy_keys (PanahCaseFile *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_key_unref);

  for (guint i = 0; i < self->keys->len; i++)
    g_ptr_array_add (keys, panah_key_ref (self->keys->pdata[i]));
  return keys;
}

/* Returns: (transfer full) (nullable): the file as it will stand on the disk */
static GBytes *
seal (PanahCaseFile      *self,
      const PanahPayload *payload,
      GError            **error)
{
  g_autoptr (GPtrArray) keys = copy_keys (self);
  g_autoptr (GBytes) summary = NULL, bytes = panah_payload_to_bytes (payload, error);

  if (bytes == NULL)
    return NULL;
  summary = payload->summary != NULL ? panah_summary_to_bytes (payload->summary, PANAH_CONTAINER_MAX_SUMMARY)
                                     : g_bytes_new (NULL, 0);
  return panah_container_seal (keys, summary, bytes, error);
}

/* Where to, and what is known of what stands there. Returns: %FALSE if nobody has said where */
static gboolean
choose_place (PanahCaseFile  *self,
              const char     *path,
              char          **out_path,
              gboolean       *out_has_stamp,
              PanahFileStamp *out_stamp)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gboolean same = path == NULL || g_strcmp0 (path, self->path) == 0;

  *out_path = g_strdup (same ? self->path : path);
  *out_has_stamp = same && self->has_stamp;
  *out_stamp = self->stamp;
  return *out_path != NULL;
}

/* @path: (transfer full) */
static void
note_saved (PanahCaseFile        *self,
            char                 *path,
            const PanahFileStamp *stamp)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_free (self->path);
  self->path = path;
  self->stamp = *stamp;
  self->has_stamp = TRUE;
  self->worn = FALSE;
}

/**
 * panah_case_file_save:
 * @self: a case file
 * @path: (nullable): where to; %NULL is where it was, and then there must be such a place
 * @payload: what to save
 * @flags: how
 * @error: return location for an error of [func@Panah.save_file]; or a [error@Panah.StoreError], `LIMITS` or `MEMORY`
 *
 * Seals under a new key and replaces the file in one step. Takes no key derivation. A file at @path that is not the one
 * that was opened or saved here is `CHANGED`, unless @path is another place than before, or @flags says to replace it.
 *
 * Returns: %FALSE with an error; after `UNSYNCED` the new case stands in the file, after any other the old one
 */
gboolean
panah_case_file_save (PanahCaseFile      *self,
                      const char         *path,
                      const PanahPayload *payload,
                      PanahSaveFlags      flags,
                      GError            **error)
{
  g_autoptr (GMutexLocker) saving = g_mutex_locker_new (&self->saving);
  g_autofree char *place = NULL;
  g_autoptr (GError) problem = NULL;
  PanahFileStamp known, saved;
  gboolean has_stamp, has_place = choose_place (self, path, &place, &has_stamp, &known);

  g_return_val_if_fail (has_place, FALSE);

  g_autoptr (GBytes) bytes = seal (self, payload, error);
  if (bytes == NULL)
    return FALSE;

  gboolean minds_changes = has_stamp && (flags & PANAH_SAVE_REPLACE) == 0;
  if (panah_save_file (place, bytes, minds_changes ? &known : NULL, &saved, &problem) ||
      g_error_matches (problem, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_UNSYNCED))
    note_saved (self, g_steal_pointer (&place), &saved);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * panah_case_file_verify:
 * @path: a file
 * @error: return location for a [error@Panah.StoreError]: `READ`, or one of the readings of a bad file but `PASSPHRASE`
 *
 * Tells without a passphrase whether a file has suffered; not whether somebody made it up.
 *
 * Returns: %TRUE if every byte is what was written
 */
gboolean
panah_case_file_verify (const char *path,
                        GError    **error)
{
  g_autoptr (GBytes) bytes = read_file (path, NULL, error);

  return bytes != NULL && panah_container_verify (bytes, error);
}

/**
 * panah_case_file_read_summary:
 * @path: a file
 * @secret: one that opens it
 * @error: return location for a [error@Panah.StoreError]: `READ`, one of the six readings of a bad file, `MEMORY`, or
 *   `CONTENT`
 *
 * Reads no more than 4 KiB. Slow for a passphrase; for a casebook as quick as reading is.
 *
 * Returns: (transfer full) (nullable): what a list shows of it
 */
PanahSummary *
panah_case_file_read_summary (const char  *path,
                              PanahSecret *secret,
                              GError     **error)
{
  GError *problem = NULL;
  GBytes *bytes = panah_read_start (path, PANAH_CONTAINER_HEAD_BYTES, &problem);
  g_autoptr (GBytes) head = take_read (bytes, problem, error);
  g_autoptr (GBytes) summary = head != NULL ? panah_container_open_summary (head, secret, error) : NULL;

  return summary != NULL ? panah_summary_new_bytes (summary, error) : NULL;
}
