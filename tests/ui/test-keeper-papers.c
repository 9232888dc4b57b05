/* test-keeper-papers.c - the papers that were printed or saved are in the file with the answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "keeper-support.h"

#include "store/case-file.h"
#include "ui/list.h"
#include "ui/session-json.h"

#include <string.h>

static PanahPayload *
read_payload (const char *path)
{
  g_autoptr (PanahSecret) secret = keeper_new_secret (CASEBOOK);
  g_autoptr (GError) error = NULL;
  PanahPayload *payload = NULL;
  g_autoptr (PanahCaseFile) file = panah_case_file_open (path, secret, &payload, &error);

  g_assert_no_error (error);
  return payload;
}

static void
use_paper (PanahSession *session,
           const char   *name,
           const char   *words)
{
  g_autoptr (GBytes) pdf = g_bytes_new (words, strlen (words));
  g_autofree char *case_id = g_strdup (panah_session_get_case (session)->case_id);

  panah_session_use_paper (session, case_id, name, pdf);
}

static void
assert_paper (const PanahPayload *payload,
              const char         *name,
              const char         *words)
{
  const PanahBlob *blob = panah_payload_find_blob (payload, name);

  g_assert_nonnull (blob);
  g_assert_cmpmem (g_bytes_get_data (blob->data, NULL), g_bytes_get_size (blob->data), words, strlen (words));
}

/* What was printed is in the file after the next save; what is printed again takes its place. */
static void
test_papers (KeeperFixture *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  use_paper (self->session, "early.ru.pdf", "%PDF before there was a file");
  g_assert_true (keeper_create (self, self->path, CASEBOOK, &error));
  use_paper (self->session, "application.ru.pdf", "%PDF one");
  g_assert_true (panah_keeper_is_unsaved (self->keeper));
  use_paper (self->session, "annex.ru.pdf", "%PDF annex");
  panah_keeper_keep (self->keeper, "papers");
  keeper_await_save (self->keeper);
  g_assert_false (panah_keeper_is_unsaved (self->keeper));
  use_paper (self->session, "annex.ru.pdf", "%PDF annex");
  g_assert_false (panah_keeper_is_unsaved (self->keeper));
  use_paper (self->session, "application.ru.pdf", "%PDF two");
  panah_keeper_keep (self->keeper, "tasks");
  keeper_await_save (self->keeper);

  g_autoptr (PanahPayload) payload = read_payload (self->path);
  g_assert_cmpuint (payload->blobs->len, ==, 2);
  assert_paper (payload, "application.ru.pdf", "%PDF two");
  assert_paper (payload, "annex.ru.pdf", "%PDF annex");
  g_assert_cmpint (panah_payload_find_blob (payload, "annex.ru.pdf")->kind, ==, PANAH_BLOB_PAPER);
}

/* Another person's paper is another paper, and what a person has put in stays. */
static void
test_names_of_papers (KeeperFixture *self,
                      gconstpointer  data)
{
  g_autoptr (PanahSecret) secret = keeper_new_secret (CASEBOOK);
  g_autoptr (JsonNode) root = panah_session_to_json (self->session, "kz");
  g_autoptr (PanahPayload) payload = panah_payload_new (root);
  g_autoptr (GBytes) scan = g_bytes_new_static ("a scan", 6);
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahCaseFile) file = panah_case_file_new (secret, &error);

  g_assert_true (panah_payload_add_blob (payload, PANAH_BLOB_ATTACHMENT, "application.ru.pdf", scan, &error));
  g_assert_true (panah_case_file_save (file, self->path, payload, PANAH_SAVE_NONE, &error));
  g_assert_true (keeper_open (self->keeper, self->path, CASEBOOK, &error));
  use_paper (self->session, "application.ru.pdf", "%PDF first");
  use_paper (self->session, "application.ru.pdf", "%PDF again");
  panah_list_start_case (self->session, "family", 1);
  use_paper (self->session, "application.ru.pdf", "%PDF hers");
  g_autofree char *hers = g_strdup_printf ("application.ru.%.8s.pdf", panah_session_get_case (self->session)->case_id);
  panah_keeper_save (self->keeper, NULL, FALSE);
  keeper_await_save (self->keeper);

  g_autoptr (PanahPayload) after = read_payload (self->path);
  g_assert_cmpuint (after->blobs->len, ==, 3);
  assert_paper (after, "application.ru.pdf", "a scan");
  assert_paper (after, "application.ru-2.pdf", "%PDF again");
  assert_paper (after, hers, "%PDF hers");
}

/* A file for which the paper would be too much takes the answers all the same. */
static void
test_too_many_papers (KeeperFixture *self,
                      gconstpointer  data)
{
  g_autofree char *large = g_strnfill (PANAH_BLOB_MAX_BYTES, 'x'), *larger = g_strnfill (PANAH_BLOB_MAX_BYTES + 1, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_true (keeper_create (self, self->path, CASEBOOK, &error));
  use_paper (self->session, "larger.pdf", larger);
  g_assert_true (panah_keeper_has_left_out (self->keeper));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.pdf", i);
      use_paper (self->session, name, large);
      g_assert_false (panah_keeper_has_left_out (self->keeper));
    }
  use_paper (self->session, "one-more.pdf", large);
  g_assert_true (panah_keeper_has_left_out (self->keeper));
  use_paper (self->session, "0.pdf", "%PDF small");
  g_assert_false (panah_keeper_has_left_out (self->keeper));
  panah_keeper_save (self->keeper, NULL, FALSE);
  keeper_await_save (self->keeper);
  g_assert_cmpint (panah_keeper_get_kept (self->keeper), ==, PANAH_KEPT_SAVED);
  g_autoptr (PanahPayload) payload = read_payload (self->path);
  g_assert_cmpuint (payload->blobs->len, ==, 4);
  assert_paper (payload, "0.pdf", "%PDF small");
}

/* Another file was opened before the paper was out: it is not the other client's. */
static void
test_paper_of_another_file (KeeperFixture *self,
                            gconstpointer  data)
{
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF", 4);
  g_autofree char *case_id = g_strdup (panah_session_get_case (self->session)->case_id);
  g_autoptr (JsonNode) other = json_from_string ("{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"kz\",\"facts\":{}}", NULL);
  g_autoptr (PanahPack) kg = panah_test_load_pack ("kg");
  g_autoptr (GError) error = NULL;

  panah_session_add_pack (self->session, kg);
  g_assert_true (keeper_create (self, self->path, CASEBOOK, &error));
  panah_session_set_pack (self->session, "kg");
  use_paper (self->session, "of-another-country.pdf", "%PDF");
  panah_session_use_paper (self->session, case_id, "late.pdf", pdf);
  g_assert_true (panah_session_load_json (self->session, other, &error));
  panah_session_use_paper (self->session, case_id, "late.pdf", pdf);
  panah_keeper_save (self->keeper, NULL, FALSE);
  keeper_await_save (self->keeper);
  g_autoptr (PanahPayload) payload = read_payload (self->path);
  g_assert_cmpuint (payload->blobs->len, ==, 0);
}

#define ADD(name, function) g_test_add ("/ui/keeper-papers/" name, KeeperFixture, NULL, keeper_set_up, function, keeper_tear_down)

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  ADD ("kept", test_papers);
  ADD ("names", test_names_of_papers);
  ADD ("too-many", test_too_many_papers);
  ADD ("of-another-file", test_paper_of_another_file);
  return g_test_run ();
}
