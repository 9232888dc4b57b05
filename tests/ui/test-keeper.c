/* test-keeper.c - what was told comes back whole, from a file and from memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "core/error.h"
#include "core/json-scan.h"
#include "core/save-file.h"
#include "store/case-file.h"
#include "store/error.h"
#include "ui/draft.h"
#include "ui/keeper.h"
#include "ui/list.h"
#include "ui/pages.h"
#include "ui/passphrase.h"
#include "ui/session-json.h"

#include <glib/gstdio.h>
#include <string.h>

#define PASSPHRASE "six words that nobody would guess"

/* Opens files as a passphrase does, without half a second of work. */
#define CASEBOOK NULL

typedef struct
{
  PanahSession *session;
  PanahKeeper  *keeper;
  char         *folder;
  char         *path;
} Fixture;

static PanahSession *
new_sample_session (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");

  panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
  return session;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->session = new_sample_session ();
  self->keeper = panah_keeper_new (self->session);
  self->folder = g_dir_make_tmp ("panah-keeper.XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "documents.pnh", NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (self->folder);
  /* a thread that has answered may hold on to its task for a moment */
  for (guint i = 0; i < 500 && G_OBJECT (self->keeper)->ref_count > 1; i++)
    g_usleep (10000);
  g_assert_finalize_object (self->keeper);
  g_assert_finalize_object (self->session);
  g_free (self->folder);
  g_free (self->path);
}

static PanahSecret *
new_secret (const char *words)
{
  static const guint8 casebook[PANAH_SECRET_CASEBOOK_BYTES] = { 7 };
  g_autoptr (GError) error = NULL;
  PanahSecret *secret = words != NULL ? panah_secret_new (words, &error) : panah_secret_new_casebook (casebook, &error);

  g_assert_no_error (error);
  return secret;
}

static char *
print_session (PanahSession *session)
{
  g_autoptr (JsonNode) root = panah_session_to_json (session, panah_pack_get_id (panah_session_get_pack (session)));

  return json_to_string (root, FALSE);
}

typedef struct
{
  gboolean done;
  gboolean good;
  GError  *error;
} Answer;

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Answer *answer = data;

  answer->good = panah_keeper_create_finish (PANAH_KEEPER (source), result, &answer->error);
  answer->done = TRUE;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;

  answer->good = panah_keeper_open_finish (PANAH_KEEPER (source), result, &answer->error);
  answer->done = TRUE;
}

static gboolean
create (Fixture    *self,
        const char *path,
        const char *words,
        GError    **error)
{
  g_autoptr (PanahSecret) secret = new_secret (words);
  Answer answer = { 0 };

  panah_keeper_create_async (self->keeper, path, secret, created_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);
  return answer.good;
}

static gboolean
open_file (PanahKeeper *keeper,
           const char  *path,
           const char  *words,
           GError     **error)
{
  g_autoptr (PanahSecret) secret = new_secret (words);
  Answer answer = { 0 };

  panah_keeper_open_async (keeper, path, secret, opened_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);
  return answer.good;
}

static void
await_save (PanahKeeper *keeper)
{
  while (panah_keeper_get_kept (keeper) == PANAH_KEPT_SAVING)
    g_main_context_iteration (NULL, TRUE);
}

/* What another session finds in the file. */
static char *
read_back (const char *path,
           const char *words)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  g_autoptr (PanahKeeper) keeper = panah_keeper_new (session);
  g_autoptr (GError) error = NULL;

  g_assert_true (open_file (keeper, path, words, &error));
  g_assert_no_error (error);
  g_assert_false (panah_keeper_is_unsaved (keeper));
  return print_session (session);
}

static void
answer (PanahSession *session,
        const char   *words)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), words);
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), "applicant.phone");
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);

  panah_session_set_answer (session, spec->id, panah_value_new_from_json (spec, spec->id, node, strange, NULL));
}

/* Every answer, every person, what was typed and not accepted, and the dates that were shown. */
static void
test_round_trip (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  JsonNode *draft = panah_draft_new (json_node_init_string (json_node_alloc (), "half a ст"), FALSE, FALSE);

  panah_list_start_case (self->session, "family", 1);
  panah_session_set_draft (self->session, "reasons.text", draft);
  panah_session_set_current (self->session, 0);
  g_assert_true (panah_keeper_is_unsaved (self->keeper));
  g_assert_true (create (self, self->path, PASSPHRASE, &error));
  g_assert_no_error (error);
  g_assert_false (panah_keeper_is_unsaved (self->keeper));
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_SAVED);

  g_autofree char *before = print_session (self->session), *after = read_back (self->path, PASSPHRASE);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (strstr (after, "half a ст"));
  g_assert_nonnull (strstr (after, "\"others\":[{"));
  g_assert_nonnull (strstr (after, "\"last_plan\":{\"edition\":"));
}

/* The second person's case can be the open one; whose draft it is stays known. */
static void
test_second_person (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (PanahSession) other = panah_test_session_new ("2026-11-24");
  g_autoptr (GError) error = NULL;

  panah_list_start_case (self->session, "family", 1);
  panah_session_set_draft (self->session, "reasons.text",
                           panah_draft_new (json_node_init_string (json_node_alloc (), "hers"), FALSE, FALSE));
  g_autoptr (JsonNode) root = panah_session_to_json (self->session, "kz");
  g_assert_true (panah_session_load_json (other, root, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (panah_session_get_n_cases (other), ==, 2);
  g_autofree char *first = panah_session_name_case (other, 0), *second = panah_session_name_case (other, 1);
  g_assert_nonnull (strstr (first, "Omid"));
  g_assert_nonnull (strstr (second, "Nasim"));
  g_assert_nonnull (panah_session_get_draft (other, "reasons.text"));
  panah_session_set_current (other, 1);
  g_assert_null (panah_session_get_draft (other, "reasons.text"));
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = panah_json_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return node;
}

#define HEAD "{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"kz\",\"facts\":{"

/* What a later version has put into a file is still there after this one has saved it. */
static void
test_unknown_survives (void)
{
  static const char *const kept[] = { "\"colour\":{\"deep\":[1,null,\"x\"]}", "\"applicant.shoe_size\":41",
                                      "\"library-card\":\"have\"", "\"birth-certificate\":\"borrowed\"" };
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  g_autoptr (JsonNode) root =
    parse (HEAD "\"applicant.shoe_size\":41},\"papers\":{\"library-card\":\"have\",\"birth-certificate\":\"borrowed\"},"
                "\"colour\":{\"deep\":[1,null,\"x\"]}}");
  g_autoptr (GError) error = NULL;

  g_assert_true (panah_session_load_json (session, root, &error));
  answer (session, "+7 700 000 00 00");
  g_autofree char *after = print_session (session);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (after, kept[i]));
  g_assert_nonnull (strstr (after, "+7 700 000 00 00"));
}

static const struct
{
  const char *name;
  const char *text;
  int         code; /* -1: opens */
} hostile[] = {
  { "others-object", HEAD "},\"others\":{}}", PANAH_CORE_ERROR_CASE },
  { "others-number", HEAD "},\"others\":7}", PANAH_CORE_ERROR_CASE },
  { "other-string", HEAD "},\"others\":[\"x\"]}", PANAH_CORE_ERROR_CASE },
  { "other-of-another-country", HEAD "},\"others\":[{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"kg\",\"facts\":{}}]}", PANAH_CORE_ERROR_CASE },
  { "other-with-a-bad-date", HEAD "},\"others\":[" HEAD "\"applicant.birth_date\":\"1990-13-01\"}}]}", PANAH_CORE_ERROR_DATE },
  { "another-country", "{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"zz\",\"facts\":{}}", PANAH_CORE_ERROR_PACK_UNKNOWN },
  { "drafts-object", HEAD "},\"drafts\":{}}", -1 },
  { "draft-string", HEAD "},\"drafts\":[\"x\"]}", -1 },
  { "draft-of-nobody", HEAD "},\"drafts\":[{\"case\":9,\"path\":\"reasons.text\",\"draft\":{}}]}", -1 },
  { "draft-below-zero", HEAD "},\"drafts\":[{\"case\":-1,\"path\":\"reasons.text\",\"draft\":{}}]}", -1 },
  { "draft-without-path", HEAD "},\"drafts\":[{\"case\":0,\"draft\":{}}]}", -1 },
  { "draft-with-case-in-words", HEAD "},\"drafts\":[{\"case\":\"0\",\"path\":7,\"draft\":{}}]}", -1 },
};

static void
test_hostile (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (PanahSession) session = new_sample_session ();
  g_autofree char *before = print_session (session);
  g_autoptr (JsonNode) root = parse (hostile[row].text);
  g_autoptr (GError) error = NULL;

  if (panah_session_load_json (session, root, &error))
    {
      g_assert_cmpint (hostile[row].code, ==, -1);
      return;
    }
  g_assert_error (error, PANAH_CORE_ERROR, hostile[row].code);
  g_autofree char *after = print_session (session);
  g_assert_cmpstr (after, ==, before);
}

/* Any draft on any question: it is shown or passed over, and nothing is said on stderr. */
static void
test_hostile_drafts (void)
{
  static const char *const drafts[] = {
    "{}", "{\"input\":7,\"unknown\":false,\"none\":false}", "{\"input\":[],\"unknown\":\"no\",\"none\":false}",
    "{\"input\":[7,null,{}],\"unknown\":false,\"none\":false}", "{\"input\":[true,true,\"x\"],\"unknown\":false,\"none\":false}",
    "{\"input\":[\"x\",\"y\",\"z\",\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\"],\"unknown\":true,\"none\":true}",
    "{\"input\":{\"said\":7},\"unknown\":false,\"none\":false}", "{\"input\":{\"official\":\"x\"},\"unknown\":false,\"none\":false}",
    "{\"input\":{\"said\":\"x\",\"official\":{\"ru\":[]}},\"unknown\":false,\"none\":false}",
    "{\"input\":{\"codes\":\"x\",\"text\":\"\"},\"unknown\":false,\"none\":false}",
    "{\"input\":{\"codes\":[7],\"text\":\"\"},\"unknown\":false,\"none\":false}",
    "{\"input\":{\"codes\":[\"ZZ\",\"\"],\"text\":\"x\"},\"unknown\":false,\"none\":false}",
    "{\"input\":null,\"unknown\":false,\"none\":false}", "{\"unknown\":false,\"none\":false}",
  };
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  guint n;
  const PanahFactSpec *const *specs = panah_pack_get_facts (panah_session_get_pack (session), &n);

  for (guint i = 0; i < n; i++)
    {
      if (specs[i]->kind == PANAH_FACT_LIST)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (drafts); j++)
        {
          panah_session_set_draft (session, specs[i]->id, parse (drafts[j]));
          GtkWidget *field = g_object_ref_sink (panah_field_new (session, specs[i], specs[i]->id, TRUE));
          panah_field_write (PANAH_FIELD (field), NULL);
          g_assert_finalize_object (field);
        }
    }
}

/* After each page, without anybody asking. */
static void
test_autosave (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (create (self, self->path, CASEBOOK, &error));
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *number = g_strdup_printf ("+7 700 %u", i), *place = g_strdup_printf ("ask:%u", i);
      answer (self->session, number);
      panah_keeper_keep (self->keeper, place);
    }
  await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_SAVED);
  g_assert_false (panah_keeper_is_unsaved (self->keeper));
  g_autofree char *before = print_session (self->session), *after = read_back (self->path, CASEBOOK);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (strstr (after, "+7 700 19"));
}

/* Both versions can be kept; or one is given up, if that is what one wants. */
static void
test_changed (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  g_autoptr (PanahKeeper) other = panah_keeper_new (session);
  g_autofree char *second = g_build_filename (self->folder, "second.pnh", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (create (self, self->path, CASEBOOK, &error));
  g_assert_true (open_file (other, self->path, CASEBOOK, &error));
  answer (session, "+7 700 theirs");
  panah_keeper_save (other, NULL, FALSE);
  await_save (other);
  answer (self->session, "+7 700 ours");
  panah_keeper_save (self->keeper, NULL, FALSE);
  await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_NOT);
  g_assert_error (panah_keeper_get_error (self->keeper), PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_CHANGED);
  g_assert_true (panah_keeper_is_unsaved (self->keeper));
  g_autofree char *theirs = read_back (self->path, CASEBOOK);
  g_assert_nonnull (strstr (theirs, "+7 700 theirs"));

  panah_keeper_save (self->keeper, second, FALSE);
  await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_SAVED);
  g_autofree char *ours = read_back (second, CASEBOOK);
  g_assert_nonnull (strstr (ours, "+7 700 ours"));

  answer (session, "+7 700 again");
  panah_keeper_save (other, second, FALSE);
  await_save (other);
  answer (self->session, "+7 700 at last");
  panah_keeper_save (self->keeper, NULL, FALSE);
  await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_NOT);
  panah_keeper_save (self->keeper, NULL, TRUE);
  await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_SAVED);
  g_autofree char *last = read_back (second, CASEBOOK);
  g_assert_nonnull (strstr (last, "+7 700 at last"));
}

/* The stick is gone: that stays said, and what was told is kept in memory until it is in a file again. */
static void
test_failure (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (PanahSnapshot) snapshot = panah_snapshot_new ();
  g_autofree char *stick = g_build_filename (self->folder, "stick", NULL);
  g_autofree char *path = g_build_filename (stick, "documents.pnh", NULL);
  g_autoptr (GError) error = NULL;

  panah_keeper_set_snapshot (self->keeper, snapshot);
  g_mkdir (stick, 0700);
  g_assert_false (create (self, "/no/such/folder/documents.pnh", CASEBOOK, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_GONE);
  g_assert_nonnull (panah_keeper_get_error (self->keeper));
  g_clear_error (&error);
  panah_keeper_keep (self->keeper, "tasks");
  g_assert_cmpint (panah_snapshot_get_kind (snapshot), ==, PANAH_SNAPSHOT_SESSION);
  g_assert_true (create (self, path, CASEBOOK, &error));
  g_assert_null (panah_keeper_get_error (self->keeper));
  g_assert_cmpint (panah_snapshot_get_kind (snapshot), ==, PANAH_SNAPSHOT_NONE);

  g_unlink (path);
  g_rmdir (stick);
  answer (self->session, "+7 700 1");
  panah_keeper_keep (self->keeper, "ask:phone");
  await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_NOT);
  panah_keeper_keep (self->keeper, "tasks");
  await_save (self->keeper);
  g_assert_cmpint (panah_snapshot_get_kind (snapshot), ==, PANAH_SNAPSHOT_SESSION);

  panah_keeper_save (self->keeper, self->path, FALSE);
  await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_SAVED);
  g_assert_cmpint (panah_snapshot_get_kind (snapshot), ==, PANAH_SNAPSHOT_NONE);
  panah_keeper_set_snapshot (self->keeper, NULL);
}

static void
test_wrong_passphrase (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (PanahSession) session = new_sample_session ();
  g_autoptr (PanahKeeper) keeper = panah_keeper_new (session);
  g_autofree char *before = print_session (session);
  g_autoptr (GError) error = NULL;

  g_assert_true (create (self, self->path, PASSPHRASE, &error));
  g_assert_false (open_file (keeper, self->path, "six words that somebody guessed", &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_PASSPHRASE);
  g_assert_false (panah_keeper_has_file (keeper));
  g_autofree char *after = print_session (session);
  g_assert_cmpstr (after, ==, before);
}

/* An attachment that this window cannot show is still in the file when it has saved. */
static void
test_attachments (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (PanahSecret) secret = new_secret (CASEBOOK);
  g_autoptr (JsonNode) root = panah_session_to_json (self->session, "kz");
  g_autoptr (PanahPayload) payload = panah_payload_new (root), after = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\0scan", 6);
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahCaseFile) file = panah_case_file_new (secret, &error);

  g_assert_true (panah_payload_add_blob (payload, PANAH_BLOB_ATTACHMENT, "scan.png", bytes, &error));
  g_assert_true (panah_case_file_save (file, self->path, payload, PANAH_SAVE_NONE, &error));
  g_assert_true (open_file (self->keeper, self->path, CASEBOOK, &error));
  answer (self->session, "+7 700 2");
  panah_keeper_save (self->keeper, NULL, FALSE);
  await_save (self->keeper);
  g_autoptr (PanahCaseFile) again = panah_case_file_open (self->path, secret, &after, &error);
  g_assert_no_error (error);
  const PanahBlob *blob = panah_payload_find_blob (after, "scan.png");
  g_assert_nonnull (blob);
  g_assert_true (g_bytes_equal (blob->data, bytes));
}

/* An answer that no file could hold is refused when it is saved, not when it is opened. */
static void
test_too_long (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *words = g_strnfill (PANAH_JSON_MAX_STRING + 1, 'x');
  g_autoptr (GError) error = NULL;

  panah_session_set_draft (self->session, "reasons.text",
                           panah_draft_new (json_node_init_string (json_node_alloc (), words), FALSE, FALSE));
  g_assert_false (create (self, self->path, CASEBOOK, &error));
  g_assert_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_LIMIT);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* What an office may want of Leave: the file has what was told last. */
static void
test_last_save (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (create (self, self->path, CASEBOOK, &error));
  answer (self->session, "+7 700 first");
  panah_keeper_prepare_last (self->keeper, FALSE);
  panah_keeper_do_last (self->keeper);
  g_assert_false (panah_keeper_has_file (self->keeper));
  g_autofree char *without = read_back (self->path, CASEBOOK);
  g_assert_null (strstr (without, "+7 700 first"));

  g_assert_true (open_file (self->keeper, self->path, CASEBOOK, &error));
  answer (self->session, "+7 700 last");
  panah_keeper_prepare_last (self->keeper, TRUE);
  panah_keeper_do_last (self->keeper);
  g_autofree char *with = read_back (self->path, CASEBOOK);
  g_assert_nonnull (strstr (with, "+7 700 last"));
}

static void
test_snapshot (Fixture      *self,
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
  g_autofree char *before = print_session (self->session), *after = print_session (session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_nothing_to_restore (Fixture      *self,
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
test_lock (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (PanahSnapshot) snapshot = panah_snapshot_new ();
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;

  panah_keeper_set_snapshot (self->keeper, snapshot);
  g_assert_false (panah_keeper_lock (self->keeper, "plan"));
  g_assert_true (create (self, self->path, CASEBOOK, &error));
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
test_two_countries (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (PanahPack) kg = panah_test_load_pack ("kg");
  g_autoptr (GError) error = NULL;

  panah_session_add_pack (self->session, kg);
  g_assert_true (create (self, self->path, CASEBOOK, &error));
  panah_session_set_pack (self->session, "kg");
  panah_session_set_draft (self->session, "reasons.text",
                           panah_draft_new (json_node_init_string (json_node_alloc (), "there"), FALSE, FALSE));
  panah_keeper_save (self->keeper, NULL, FALSE);
  await_save (self->keeper);
  g_assert_true (panah_session_is_unsaved (self->session, "kg"));
  g_assert_false (panah_session_is_unsaved (self->session, "kz"));
  g_assert_true (panah_keeper_is_unsaved (self->keeper));
  g_autofree char *after = read_back (self->path, CASEBOOK);
  g_assert_null (strstr (after, "there"));
  g_assert_nonnull (strstr (after, "\"pack\":\"kz\""));
}

static void
count_cb (GtkEditable *editable,
          const char  *chars,
          int          n_bytes,
          int         *position,
          guint       *n)
{
  ++*n;
}

/* What is typed is in the secret, and nobody else hears of it: neither who asks nor who listens, as the accessibility bus
 * does, later than the entry itself. */
static void
test_passphrase_field (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *entry = panah_passphrase_entry_new (box, "Passphrase"), *again = panah_passphrase_entry_new (box, "Again");
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (entry)), *other = gtk_editable_get_delegate (GTK_EDITABLE (again));
  g_autoptr (GError) error = NULL;
  guint n_heard = 0;
  int position = 0;
  gsize length;

  g_signal_connect (text, "insert-text", G_CALLBACK (count_cb), &n_heard);
  gtk_editable_insert_text (text, "сөз ӯ bird", -1, &position);
  g_assert_cmpint (position, ==, 10);
  position = 3;
  gtk_editable_insert_text (text, "ёxyz", 3, &position);
  gtk_editable_delete_text (text, 4, 5);
  g_assert_cmpuint (n_heard, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "•••••••••••");
  g_assert_nonnull (panah_passphrase_find_fault (entry, again));

  /* the eye shows it, and hides it again */
  gtk_text_set_visibility (GTK_TEXT (text), TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "сөзё ӯ bird");
  gtk_text_set_visibility (GTK_TEXT (text), FALSE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "•••••••••••");

  position = 0;
  gtk_editable_insert_text (text, "long ", -1, &position);
  gtk_editable_set_text (other, "long сөзё ӯ bir");
  g_assert_nonnull (panah_passphrase_find_fault (entry, again));
  gtk_editable_set_text (other, "long сөзё ӯ bird");
  g_assert_null (panah_passphrase_find_fault (entry, again));

  g_autoptr (PanahSecret) secret = panah_passphrase_take (entry, &error);
  const guint8 *bytes = panah_secret_get_bytes (secret, &length);
  g_assert_cmpmem (bytes, length, "long сөзё ӯ bird", strlen ("long сөзё ӯ bird"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_null (panah_passphrase_take (entry, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_SECRET);

  /* more than anybody types is not taken */
  g_autofree char *endless = g_strnfill (5000, 'x');
  gtk_editable_set_text (GTK_EDITABLE (entry), endless);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_finalize_object (box);
}

#define ADD(name, function) g_test_add ("/ui/keeper/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  ADD ("round-trip", test_round_trip);
  ADD ("second-person", test_second_person);
  ADD ("autosave", test_autosave);
  ADD ("changed", test_changed);
  ADD ("failure", test_failure);
  ADD ("wrong-passphrase", test_wrong_passphrase);
  ADD ("attachments", test_attachments);
  ADD ("too-long", test_too_long);
  ADD ("last-save", test_last_save);
  ADD ("snapshot", test_snapshot);
  ADD ("nothing-to-restore", test_nothing_to_restore);
  ADD ("lock", test_lock);
  ADD ("two-countries", test_two_countries);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *name = g_strconcat ("/ui/keeper/hostile/", hostile[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_hostile);
    }
  g_test_add_func ("/ui/keeper/unknown-survives", test_unknown_survives);
  g_test_add_func ("/ui/keeper/hostile-drafts", test_hostile_drafts);
  g_test_add_func ("/ui/keeper/passphrase-field", test_passphrase_field);
  return g_test_run ();
}
