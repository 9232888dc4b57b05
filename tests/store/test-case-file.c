/* test-case-file.c - a sealed case file from when it is opened or begun until it is closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-support.h"

#include "core/case.h"
#include "core/pack-index.h"
#include "core/save-file.h"
#include "store/case-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The linker leads these calls through here: see meson.build. */
int      __real_crypto_pwhash   (unsigned char *const out, unsigned long long outlen, const char *const passwd,
                                 unsigned long long passwdlen, const unsigned char *const salt,
                                 unsigned long long opslimit, size_t memlimit, int alg);
int      __wrap_crypto_pwhash   (unsigned char *const out, unsigned long long outlen, const char *const passwd,
                                 unsigned long long passwdlen, const unsigned char *const salt,
                                 unsigned long long opslimit, size_t memlimit, int alg);
gboolean __real_panah_save_file (const char *path, GBytes *contents, const PanahFileStamp *expected,
                                 PanahFileStamp *out_stamp, GError **error);
gboolean __wrap_panah_save_file (const char *path, GBytes *contents, const PanahFileStamp *expected,
                                 PanahFileStamp *out_stamp, GError **error);

static guint n_derived;
static gboolean disk_does_not_confirm, little_memory;

int
__wrap_crypto_pwhash (unsigned char *const out, unsigned long long outlen, const char *const passwd,
                      unsigned long long passwdlen, const unsigned char *const salt, unsigned long long opslimit,
                      size_t memlimit, int alg)
{
  n_derived++;
  if (little_memory && memlimit > 128 * 1024 * 1024)
    return -1;
  return __real_crypto_pwhash (out, outlen, passwd, passwdlen, salt, opslimit, memlimit, alg);
}

gboolean
__wrap_panah_save_file (const char           *path,
                        GBytes               *contents,
                        const PanahFileStamp *expected,
                        PanahFileStamp       *out_stamp,
                        GError              **error)
{
  if (!__real_panah_save_file (path, contents, expected, out_stamp, error))
    return FALSE;
  if (disk_does_not_confirm)
    g_set_error_literal (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_UNSYNCED, "not confirmed");
  return !disk_does_not_confirm;
}

/* A folder with a file in it, and a casebook, whose files take no key derivation. */
typedef struct
{
  char        *folder;
  char        *path;
  char        *other;
  PanahSecret *casebook;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("panah-store-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "documents.pnh", NULL);
  self->other = g_build_filename (self->folder, "other.pnh", NULL);
  self->casebook = panah_secret_new_casebook (NULL, NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->other);
  panah_secret_unref (self->casebook);
}

static PanahPayload *
make_payload (const char *said)
{
  g_autofree char *json = g_strdup_printf ("{\"format\":\"panah-case\",\"schema\":1,\"said\":\"%s\"}", said);
  g_autoptr (JsonNode) root = parse (json);

  return panah_payload_new (root);
}

static PanahCaseFile *
save_new (const char  *path,
          PanahSecret *secret,
          const char  *said)
{
  g_autoptr (GError) error = NULL;
  PanahCaseFile *file = panah_case_file_new (secret, &error);
  g_autoptr (PanahPayload) payload = make_payload (said);

  g_assert_no_error (error);
  panah_case_file_save (file, path, payload, PANAH_SAVE_NONE, &error);
  g_assert_no_error (error);
  return file;
}

static gboolean
save (PanahCaseFile *file,
      const char    *path,
      const char    *said,
      PanahSaveFlags flags,
      GError       **error)
{
  g_autoptr (PanahPayload) payload = make_payload (said);

  return panah_case_file_save (file, path, payload, flags, error);
}

static void
assert_holds (const char  *path,
              PanahSecret *secret,
              const char  *said)
{
  g_autoptr (PanahPayload) payload = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahCaseFile) file = panah_case_file_open (path, secret, &payload, &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (payload->root), "said"), ==, said);
  g_assert_true (panah_case_file_verify (path, &error));
}

static void
test_passphrase (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (PanahSecret) secret = make_secret ("words that one remembers"), wrong = make_secret ("words");
  g_autoptr (PanahCaseFile) file = NULL;
  g_autoptr (PanahPayload) payload = NULL;
  g_autoptr (GError) error = NULL;

  n_derived = 0;
  file = save_new (self->path, secret, "one");
  g_assert_cmpuint (n_derived, ==, 1);
  g_assert_cmpint (panah_case_file_get_notes (file), ==, 0);
  for (guint i = 0; i < 10; i++) /* quick, ever after */
    g_assert_true (save (file, NULL, "two", PANAH_SAVE_NONE, &error));
  g_assert_cmpuint (n_derived, ==, 1);
  assert_holds (self->path, secret, "two");

  g_assert_null (panah_case_file_open (self->path, wrong, &payload, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_PASSPHRASE);
  g_assert_null (payload);
}

/* Another passphrase: a new file of another secret in the same place. The old passphrase opens old copies only. */
static void
test_change_of_passphrase (Fixture      *self,
                           gconstpointer data)
{
  g_autoptr (PanahSecret) another = panah_secret_new_casebook (NULL, NULL);
  g_autoptr (PanahCaseFile) before = save_new (self->path, self->casebook, "one"), after = NULL;
  g_autoptr (PanahPayload) payload = NULL;
  g_autoptr (GError) error = NULL;

  after = save_new (self->path, another, "one");
  assert_holds (self->path, another, "one");
  g_assert_null (panah_case_file_open (self->path, self->casebook, &payload, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_PASSPHRASE);
}

static void
test_changed_meanwhile (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (PanahCaseFile) one = save_new (self->path, self->casebook, "begun");
  g_autoptr (PanahPayload) payload = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahCaseFile) two = panah_case_file_open (self->path, self->casebook, &payload, &error);

  g_assert_true (save (two, NULL, "of two", PANAH_SAVE_NONE, &error));
  g_assert_false (save (one, NULL, "of one", PANAH_SAVE_NONE, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_false (save (one, self->path, "of one", PANAH_SAVE_NONE, &error)); /* the same place by name */
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_CHANGED);
  g_clear_error (&error);
  assert_holds (self->path, self->casebook, "of two");

  /* Both are kept. */
  g_assert_true (save (one, self->other, "of one", PANAH_SAVE_NONE, &error));
  assert_holds (self->path, self->casebook, "of two");
  assert_holds (self->other, self->casebook, "of one");
  g_autofree char *place = panah_case_file_dup_path (one);
  g_assert_cmpstr (place, ==, self->other);

  /* Or one of them, if that is what is wanted. */
  g_assert_true (save (two, NULL, "again", PANAH_SAVE_NONE, &error));
  g_autoptr (PanahCaseFile) three = save_new (self->path, self->casebook, "of three");
  g_assert_true (save (two, NULL, "at last", PANAH_SAVE_REPLACE, &error));
  assert_holds (self->path, self->casebook, "at last");
}

static void
test_not_saved (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (self->folder, "no such folder", "a.pnh", NULL);
  g_autofree char *text = g_strnfill (1024 * 1024 + 1, 'x');
  g_autoptr (PanahCaseFile) file = save_new (self->path, self->casebook, "one");
  g_autoptr (GError) error = NULL;

  g_assert_false (save (file, nowhere, "two", PANAH_SAVE_NONE, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_GONE);
  g_clear_error (&error);
  g_assert_false (save (file, NULL, text, PANAH_SAVE_NONE, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS);
  g_clear_error (&error);
  assert_holds (self->path, self->casebook, "one");

  /* It still knows where it was. */
  g_assert_true (save (file, NULL, "three", PANAH_SAVE_NONE, &error));
  assert_holds (self->path, self->casebook, "three");
}

static void
test_unsynced (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (PanahCaseFile) file = save_new (self->path, self->casebook, "one");
  g_autoptr (GError) error = NULL;

  disk_does_not_confirm = TRUE;
  g_assert_false (save (file, self->other, "two", PANAH_SAVE_NONE, &error));
  g_assert_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_UNSYNCED);
  g_clear_error (&error);
  disk_does_not_confirm = FALSE;

  /* It is there, and the next save knows it. */
  assert_holds (self->other, self->casebook, "two");
  g_assert_true (save (file, NULL, "three", PANAH_SAVE_NONE, &error));
  assert_holds (self->other, self->casebook, "three");
  assert_holds (self->path, self->casebook, "one");
}

static void
test_unreadable (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *pipe_path = g_build_filename (self->folder, "pipe", NULL);
  g_autofree char *large = g_build_filename (self->folder, "large", NULL);
  const char *const unreadable[] = { self->path, self->folder, pipe_path };
  PanahPayload *payload = NULL;

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autoptr (GError) open_error = NULL, verify_error = NULL, summary_error = NULL;

      g_assert_null (panah_case_file_open (unreadable[i], self->casebook, &payload, &open_error));
      g_assert_error (open_error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_READ);
      g_assert_false (panah_case_file_verify (unreadable[i], &verify_error));
      g_assert_error (verify_error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_READ);
      g_assert_null (panah_case_file_read_summary (unreadable[i], self->casebook, &summary_error));
      g_assert_error (summary_error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_READ);
    }

  g_autoptr (GError) error = NULL;
  int fd = g_open (large, O_WRONLY | O_CREAT, 0600);
  g_assert_cmpint (ftruncate (fd, PANAH_CONTAINER_MAX_BYTES + 1), ==, 0);
  close (fd);
  g_assert_null (panah_case_file_open (large, self->casebook, &payload, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS);
  g_clear_error (&error);
  g_assert_null (panah_case_file_read_summary (large, self->casebook, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_NOT_OURS);
}

/* Sealed well, but by somebody who sealed no case. */
static void
test_no_case_inside (Fixture      *self,
                     gconstpointer data)
{
  static const struct { const char *payload; int code; } inside[] = {
    { "hello", PANAH_STORE_ERROR_CONTENT },
    { "\x0c\0\0\0\0\0\0\0{\"schema\":2}", PANAH_STORE_ERROR_SCHEMA_NEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    {
      g_autoptr (PanahKey) key = panah_key_new (self->casebook, NULL);
      g_autoptr (GPtrArray) keys = make_keys (key, NULL);
      g_autoptr (GBytes) summary = make_text (""), payload = g_bytes_new (inside[i].payload, i == 0 ? 5 : 20);
      g_autoptr (GBytes) file = panah_container_seal (keys, summary, payload, NULL);
      PanahPayload *read = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (panah_save_file (self->path, file, NULL, NULL, NULL));
      g_assert_null (panah_case_file_open (self->path, self->casebook, &read, &error));
      g_assert_error (error, PANAH_STORE_ERROR, inside[i].code);
      g_assert_null (read);
    }
}

static void
test_notes (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (PanahSecret) secret = make_secret ("words that one remembers");
  g_autoptr (PanahPayload) payload = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  little_memory = TRUE;
  g_autoptr (PanahCaseFile) light = save_new (self->path, secret, "one");
  little_memory = FALSE;
  g_assert_cmpint (panah_case_file_get_notes (light), ==, PANAH_CASE_FILE_LIGHT_KEY);

  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  bytes[length - 1] ^= 1;
  g_assert_true (g_file_set_contents (self->path, bytes, length, NULL));
  g_assert_false (panah_case_file_verify (self->path, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_DAMAGED);
  g_clear_error (&error);

  g_autoptr (PanahCaseFile) worn = panah_case_file_open (self->path, secret, &payload, &error);
  g_assert_no_error (error);
  g_assert_cmpint (panah_case_file_get_notes (worn), ==, PANAH_CASE_FILE_LIGHT_KEY | PANAH_CASE_FILE_WORN);
  g_assert_true (save (worn, NULL, "two", PANAH_SAVE_NONE, &error));
  g_assert_cmpint (panah_case_file_get_notes (worn), ==, PANAH_CASE_FILE_LIGHT_KEY);
  g_assert_true (panah_case_file_verify (self->path, &error));
}

static void
test_more_secrets (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (PanahSecret) secret = make_secret ("words of the client");
  g_autoptr (PanahCaseFile) file = save_new (self->path, self->casebook, "one");
  g_autoptr (PanahPayload) payload = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (panah_case_file_add_secret (file, secret, &error));
  g_assert_true (save (file, NULL, "two", PANAH_SAVE_NONE, &error));
  assert_holds (self->path, self->casebook, "two");
  assert_holds (self->path, secret, "two");

  /* Whoever opens it with either saves it for both. */
  g_autoptr (PanahCaseFile) again = panah_case_file_open (self->path, secret, &payload, &error);
  g_assert_true (save (again, NULL, "three", PANAH_SAVE_NONE, &error));
  assert_holds (self->path, self->casebook, "three");

  for (guint i = 2; i < PANAH_CONTAINER_MAX_SLOTS; i++)
    {
      g_autoptr (PanahSecret) more = panah_secret_new_casebook (NULL, NULL);
      g_assert_true (panah_case_file_add_secret (again, more, &error));
    }
  g_assert_false (panah_case_file_add_secret (again, self->casebook, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS);
  g_clear_error (&error);
  g_assert_true (save (again, NULL, "four", PANAH_SAVE_NONE, &error));
  assert_holds (self->path, secret, "four");
}

/* What a list shows of a case, from its own plan. */
static void
test_summary (Fixture      *self,
              gconstpointer data)
{
  static const char json[] =
    "{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"xa\",\"journey\":\"stay\",\"facts\":{"
    "\"crossing.day\":\"2026-03-02\",\"person.name\":{\"native\":\"نسیم\",\"cyrillic\":{\"given\":\"Насим\"}}}}";
  const char *const directories[] = { g_getenv ("PANAH_TEST_FICTIONAL"), NULL };
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahPack) pack = panah_pack_index_load (directories, "xa", problems, &error);
  g_autoptr (JsonNode) root = parse (json);
  g_autoptr (PanahCase) parsed = panah_case_new_from_json (root, pack, &error);
  g_assert_no_error (error);
  gint64 now = 0;
  g_assert_true (panah_moment_parse ("2026-03-03T00:00", &now));
  g_autoptr (PanahPlan) plan = panah_plan_new (pack, parsed->facts, now);
  g_autoptr (PanahPayload) payload = panah_payload_new (root), read = NULL;
  g_autoptr (PanahCaseFile) file = panah_case_file_new (self->casebook, &error), again = NULL;

  payload->summary = panah_summary_new_plan (parsed, plan);
  g_assert_true (panah_case_file_save (file, self->path, payload, PANAH_SAVE_NONE, &error));
  n_derived = 0;
  g_autoptr (PanahSummary) summary = panah_case_file_read_summary (self->path, self->casebook, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_derived, ==, 0);
  g_assert_cmpstr (summary->names[0], ==, "Насим");
  g_assert_null (summary->names[1]);
  g_assert_cmpstr (summary->pack, ==, "xa");
  g_assert_cmpstr (summary->journey, ==, "stay");
  g_assert_cmpstr (summary->edition, ==, panah_pack_get_edition (pack));
  g_assert_nonnull (summary->next_on);
  g_assert_cmpstr (summary->next_on, >=, "2026-03-03");

  /* Who opens and saves it without thinking of the summary keeps it. */
  again = panah_case_file_open (self->path, self->casebook, &read, &error);
  g_assert_cmpstr (read->summary->names[0], ==, "Насим");
  g_assert_true (panah_case_file_save (again, NULL, read, PANAH_SAVE_NONE, &error));
  g_autoptr (PanahSummary) kept = panah_case_file_read_summary (self->path, self->casebook, &error);
  g_assert_cmpstr (kept->next_on, ==, summary->next_on);
}

typedef struct
{
  PanahCaseFile *file;
  const char    *said;
} Saver;

static gpointer
save_often (gpointer data)
{
  const Saver *saver = data;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    {
      save (saver->file, NULL, saver->said, PANAH_SAVE_NONE, &error);
      g_assert_no_error (error);
      panah_case_file_get_notes (saver->file);
      g_free (panah_case_file_dup_path (saver->file));
    }
  return NULL;
}

static void
test_threads (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (PanahCaseFile) file = save_new (self->path, self->casebook, "first");
  Saver savers[] = { { file, "one" }, { file, "two" }, { file, "three" } };
  GThread *threads[G_N_ELEMENTS (savers)];
  g_autoptr (PanahPayload) payload = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (savers); i++)
    threads[i] = g_thread_new ("saver", save_often, &savers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (savers); i++)
    g_thread_join (threads[i]);
  g_autoptr (PanahCaseFile) read = panah_case_file_open (self->path, self->casebook, &payload, NULL);
  const char *said = json_object_get_string_member (json_node_get_object (payload->root), "said");
  g_assert_true (strcmp (said, "one") == 0 || strcmp (said, "two") == 0 || strcmp (said, "three") == 0);
}

#define ADD(name, test) g_test_add ("/store/case-file/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("passphrase", test_passphrase);
  ADD ("change-of-passphrase", test_change_of_passphrase);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("not-saved", test_not_saved);
  ADD ("unsynced", test_unsynced);
  ADD ("unreadable", test_unreadable);
  ADD ("no-case-inside", test_no_case_inside);
  ADD ("notes", test_notes);
  ADD ("more-secrets", test_more_secrets);
  ADD ("summary", test_summary);
  ADD ("threads", test_threads);

  return g_test_run ();
}
