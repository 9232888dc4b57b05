/* test-keeper.c - what was told comes back whole, from a file and from memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "keeper-support.h"

#include "core/error.h"
#include "core/json-scan.h"
#include "core/save-file.h"
#include "store/case-file.h"
#include "store/error.h"
#include "ui/draft.h"
#include "ui/list.h"
#include "ui/session-json.h"

#include <glib/gstdio.h>
#include <string.h>

#define PASSPHRASE "six words that nobody would guess"

/* Every answer, every person, what was typed and not accepted, and the dates that were shown. */
static void
test_round_trip (KeeperFixture      *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  JsonNode *draft = panah_draft_new (json_node_init_string (json_node_alloc (), "half a ст"), FALSE, FALSE);

  panah_list_start_case (self->session, "family", 1);
  panah_session_set_draft (self->session, "reasons.text", draft);
  panah_session_set_current (self->session, 0);
  g_assert_true (panah_keeper_is_unsaved (self->keeper));
  g_assert_true (keeper_create (self, self->path, PASSPHRASE, &error));
  g_assert_no_error (error);
  g_assert_false (panah_keeper_is_unsaved (self->keeper));
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_SAVED);

  g_autofree char *before = keeper_print (self->session), *after = keeper_read_back (self->path, PASSPHRASE);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (strstr (after, "half a ст"));
  g_assert_nonnull (strstr (after, "\"others\":[{"));
  g_assert_nonnull (strstr (after, "\"last_plan\":{\"edition\":"));
}

/* After each page, without anybody asking. */
static void
test_autosave (KeeperFixture      *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (keeper_create (self, self->path, CASEBOOK, &error));
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *number = g_strdup_printf ("+7 700 %u", i), *place = g_strdup_printf ("ask:%u", i);
      keeper_answer (self->session, number);
      panah_keeper_keep (self->keeper, place);
    }
  keeper_await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_SAVED);
  g_assert_false (panah_keeper_is_unsaved (self->keeper));
  g_autofree char *before = keeper_print (self->session), *after = keeper_read_back (self->path, CASEBOOK);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (strstr (after, "+7 700 19"));
}

/* Both versions can be kept; or one is given up, if that is what one wants. */
static void
test_changed (KeeperFixture      *self,
              gconstpointer data)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  g_autoptr (PanahKeeper) other = panah_keeper_new (session);
  g_autofree char *second = g_build_filename (self->folder, "second.pnh", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (keeper_create (self, self->path, CASEBOOK, &error));
  g_assert_true (keeper_open (other, self->path, CASEBOOK, &error));
  keeper_answer (session, "+7 700 theirs");
  panah_keeper_save (other, NULL, FALSE);
  keeper_await_save (other);
  keeper_answer (self->session, "+7 700 ours");
  panah_keeper_save (self->keeper, NULL, FALSE);
  keeper_await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_NOT);
  g_assert_error (panah_keeper_get_error (self->keeper), PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_CHANGED);
  g_assert_true (panah_keeper_is_unsaved (self->keeper));
  g_autofree char *theirs = keeper_read_back (self->path, CASEBOOK);
  g_assert_nonnull (strstr (theirs, "+7 700 theirs"));

  panah_keeper_save (self->keeper, second, FALSE);
  keeper_await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_SAVED);
  g_autofree char *ours = keeper_read_back (second, CASEBOOK);
  g_assert_nonnull (strstr (ours, "+7 700 ours"));

  keeper_answer (session, "+7 700 again");
  panah_keeper_save (other, second, FALSE);
  keeper_await_save (other);
  keeper_answer (self->session, "+7 700 at last");
  panah_keeper_save (self->keeper, NULL, FALSE);
  keeper_await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_NOT);
  panah_keeper_save (self->keeper, NULL, TRUE);
  keeper_await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_SAVED);
  g_autofree char *last = keeper_read_back (second, CASEBOOK);
  g_assert_nonnull (strstr (last, "+7 700 at last"));
}

/* The stick is gone: that stays said, and what was told is kept in memory until it is in a file again. */
static void
test_failure (KeeperFixture      *self,
              gconstpointer data)
{
  g_autoptr (PanahSnapshot) snapshot = panah_snapshot_new ();
  g_autofree char *stick = g_build_filename (self->folder, "stick", NULL);
  g_autofree char *path = g_build_filename (stick, "documents.pnh", NULL);
  g_autoptr (GError) error = NULL;

  panah_keeper_set_snapshot (self->keeper, snapshot);
  g_mkdir (stick, 0700);
  g_assert_false (keeper_create (self, "/no/such/folder/documents.pnh", CASEBOOK, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_GONE);
  g_assert_nonnull (panah_keeper_get_error (self->keeper));
  g_clear_error (&error);
  panah_keeper_keep (self->keeper, "tasks");
  g_assert_cmpint (panah_snapshot_get_kind (snapshot), ==, PANAH_SNAPSHOT_SESSION);
  g_assert_true (keeper_create (self, path, CASEBOOK, &error));
  g_assert_null (panah_keeper_get_error (self->keeper));
  g_assert_cmpint (panah_snapshot_get_kind (snapshot), ==, PANAH_SNAPSHOT_NONE);

  g_unlink (path);
  g_rmdir (stick);
  keeper_answer (self->session, "+7 700 1");
  panah_keeper_keep (self->keeper, "ask:phone");
  keeper_await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_NOT);
  panah_keeper_keep (self->keeper, "tasks");
  keeper_await_save (self->keeper);
  g_assert_cmpint (panah_snapshot_get_kind (snapshot), ==, PANAH_SNAPSHOT_SESSION);

  panah_keeper_save (self->keeper, self->path, FALSE);
  keeper_await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_SAVED);
  g_assert_cmpint (panah_snapshot_get_kind (snapshot), ==, PANAH_SNAPSHOT_NONE);
  panah_keeper_set_snapshot (self->keeper, NULL);
}

static void
test_wrong_passphrase (KeeperFixture      *self,
                       gconstpointer data)
{
  g_autoptr (PanahSession) session = keeper_new_sample_session ();
  g_autoptr (PanahKeeper) keeper = panah_keeper_new (session);
  g_autofree char *before = keeper_print (session);
  g_autoptr (GError) error = NULL;

  g_assert_true (keeper_create (self, self->path, PASSPHRASE, &error));
  g_assert_false (keeper_open (keeper, self->path, "six words that somebody guessed", &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_PASSPHRASE);
  g_assert_false (panah_keeper_has_file (keeper));
  g_autofree char *after = keeper_print (session);
  g_assert_cmpstr (after, ==, before);
}

/* An attachment that this window cannot show is still in the file when it has saved. */
static void
test_attachments (KeeperFixture      *self,
                  gconstpointer data)
{
  g_autoptr (PanahSecret) secret = keeper_new_secret (CASEBOOK);
  g_autoptr (JsonNode) root = panah_session_to_json (self->session, "kz");
  g_autoptr (PanahPayload) payload = panah_payload_new (root), after = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\0scan", 6);
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahCaseFile) file = panah_case_file_new (secret, &error);

  g_assert_true (panah_payload_add_blob (payload, PANAH_BLOB_ATTACHMENT, "scan.png", bytes, &error));
  g_assert_true (panah_case_file_save (file, self->path, payload, PANAH_SAVE_NONE, &error));
  g_assert_true (keeper_open (self->keeper, self->path, CASEBOOK, &error));
  keeper_answer (self->session, "+7 700 2");
  panah_keeper_save (self->keeper, NULL, FALSE);
  keeper_await_save (self->keeper);
  g_autoptr (PanahCaseFile) again = panah_case_file_open (self->path, secret, &after, &error);
  g_assert_no_error (error);
  const PanahBlob *blob = panah_payload_find_blob (after, "scan.png");
  g_assert_nonnull (blob);
  g_assert_true (g_bytes_equal (blob->data, bytes));
}

/* The end of the file has suffered: that is said until it is written anew. */
static void
test_worn (KeeperFixture *self,
           gconstpointer  data)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  g_autoptr (PanahKeeper) keeper = panah_keeper_new (session);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_cmpint (panah_keeper_get_notes (keeper), ==, 0);
  g_assert_true (keeper_create (self, self->path, CASEBOOK, &error));
  g_assert_cmpint (panah_keeper_get_notes (self->keeper), ==, 0);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  bytes[length - 1] ^= 1;
  g_assert_true (g_file_set_contents (self->path, bytes, length, NULL));
  g_assert_true (keeper_open (keeper, self->path, CASEBOOK, &error));
  g_assert_cmpint (panah_keeper_get_notes (keeper), ==, PANAH_CASE_FILE_WORN);
  panah_keeper_save (keeper, NULL, FALSE);
  keeper_await_save (keeper);
  g_assert_cmpint (panah_keeper_get_notes (keeper), ==, 0);
}

/* An answer that no file could hold is refused when it is saved, not when it is opened. */
static void
test_too_long (KeeperFixture      *self,
               gconstpointer data)
{
  g_autofree char *words = g_strnfill (PANAH_JSON_MAX_STRING + 1, 'x');
  g_autoptr (GError) error = NULL;

  panah_session_set_draft (self->session, "reasons.text",
                           panah_draft_new (json_node_init_string (json_node_alloc (), words), FALSE, FALSE));
  g_assert_false (keeper_create (self, self->path, CASEBOOK, &error));
  g_assert_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_LIMIT);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* What an office may want of Leave: the file has what was told last. */
static void
test_last_save (KeeperFixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (keeper_create (self, self->path, CASEBOOK, &error));
  keeper_answer (self->session, "+7 700 first");
  panah_keeper_prepare_last (self->keeper, FALSE);
  panah_keeper_do_last (self->keeper);
  g_assert_false (panah_keeper_has_file (self->keeper));
  g_autofree char *without = keeper_read_back (self->path, CASEBOOK);
  g_assert_null (strstr (without, "+7 700 first"));

  g_assert_true (keeper_open (self->keeper, self->path, CASEBOOK, &error));
  keeper_answer (self->session, "+7 700 last");
  panah_keeper_prepare_last (self->keeper, TRUE);
  panah_keeper_do_last (self->keeper);
  g_autofree char *with = keeper_read_back (self->path, CASEBOOK);
  g_assert_nonnull (strstr (with, "+7 700 last"));
}

static void
test_snapshot (KeeperFixture      *self,
               gconstpointer data)
{
  g_autoptr (PanahSnapshot) snapshot = panah_snapshot_new ();
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-20");
  g_autoptr (PanahKeeper) keeper = panah_keeper_new (session);
  g_autoptr (GError) error = NULL;

  panah_keeper_set_snapshot (self->keeper, snapshot);
  panah_keeper_set_snapshot (keeper, snapshot);
  panah_list_start_case (self->session, "family", 1);
  panah_session_set_language (self->session, "ru");
  panah_keeper_keep (self->keeper, "ask:name");
  guint64 serial = panah_snapshot_get_serial (snapshot);
  panah_keeper_keep (self->keeper, "ask:name");
  g_assert_cmpuint (panah_snapshot_get_serial (snapshot), ==, serial);

  g_autofree char *language = panah_keeper_peek_language (keeper);
  g_assert_cmpstr (language, ==, "ru");
  g_autofree char *place = panah_keeper_restore (keeper, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (place, ==, "ask:name");
  g_assert_cmpint (panah_session_get_now (session), ==, panah_session_get_now (self->session));
  g_autofree char *before = keeper_print (self->session), *after = keeper_print (session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_nothing_to_restore (KeeperFixture      *self,
                         gconstpointer data)
{
  g_autoptr (PanahSnapshot) snapshot = panah_snapshot_new ();
  g_autoptr (GError) error = NULL;

  panah_keeper_set_snapshot (self->keeper, snapshot);
  g_assert_null (panah_keeper_restore (self->keeper, &error));
  g_assert_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_CASE);
  panah_keeper_set_snapshot (self->keeper, NULL);
}

/* Lock leaves word of the file and of nothing else, once. */
static void
test_lock (KeeperFixture      *self,
           gconstpointer data)
{
  g_autoptr (PanahSnapshot) snapshot = panah_snapshot_new ();
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;

  panah_keeper_set_snapshot (self->keeper, snapshot);
  g_assert_false (panah_keeper_lock (self->keeper, "plan"));
  g_assert_true (keeper_create (self, self->path, CASEBOOK, &error));
  g_assert_true (panah_keeper_lock (self->keeper, "plan"));
  g_assert_cmpint (panah_snapshot_get_kind (snapshot), ==, PANAH_SNAPSHOT_LOCK);
  g_autoptr (GBytes) bytes = panah_snapshot_pull (snapshot);
  g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "Nasim"));
  g_autofree char *path = panah_keeper_take_lock (self->keeper, &place);
  g_assert_cmpstr (path, ==, self->path);
  g_assert_cmpstr (place, ==, "plan");
  g_assert_null (panah_keeper_take_lock (self->keeper, &place));
  panah_keeper_set_snapshot (self->keeper, NULL);
}

/* A file is about one country: what was told for the other one is not in it, and not called saved. */
static void
test_two_countries (KeeperFixture      *self,
                    gconstpointer data)
{
  g_autoptr (PanahPack) kg = panah_test_load_pack ("kg");
  g_autoptr (GError) error = NULL;

  panah_session_add_pack (self->session, kg);
  g_assert_true (keeper_create (self, self->path, CASEBOOK, &error));
  panah_session_set_pack (self->session, "kg");
  panah_session_set_draft (self->session, "reasons.text",
                           panah_draft_new (json_node_init_string (json_node_alloc (), "there"), FALSE, FALSE));
  panah_keeper_save (self->keeper, NULL, FALSE);
  keeper_await_save (self->keeper);
  g_assert_true (panah_session_is_unsaved (self->session, "kg"));
  g_assert_false (panah_session_is_unsaved (self->session, "kz"));
  g_assert_true (panah_keeper_is_unsaved (self->keeper));
  g_autofree char *after = keeper_read_back (self->path, CASEBOOK);
  g_assert_null (strstr (after, "there"));
  g_assert_nonnull (strstr (after, "\"pack\":\"kz\""));
}

#define ADD(name, function) g_test_add ("/ui/keeper/" name, KeeperFixture, NULL, keeper_set_up, function, keeper_tear_down)

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  ADD ("round-trip", test_round_trip);
  ADD ("autosave", test_autosave);
  ADD ("changed", test_changed);
  ADD ("failure", test_failure);
  ADD ("wrong-passphrase", test_wrong_passphrase);
  ADD ("attachments", test_attachments);
  ADD ("worn", test_worn);
  ADD ("too-long", test_too_long);
  ADD ("last-save", test_last_save);
  ADD ("snapshot", test_snapshot);
  ADD ("nothing-to-restore", test_nothing_to_restore);
  ADD ("lock", test_lock);
  ADD ("two-countries", test_two_countries);
  return g_test_run ();
}
