/* keeper-support.c - a session, its keeper and a folder for its files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "keeper-support.h"

#include "ui/session-json.h"

#include <glib/gstdio.h>

PanahSession *
keeper_new_sample_session (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");

  panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
  return session;
}

void
keeper_set_up (KeeperFixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->session = keeper_new_sample_session ();
  self->keeper = panah_keeper_new (self->session);
  self->folder = g_dir_make_tmp ("panah-keeper.XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "documents.pnh", NULL);
}

void
keeper_tear_down (KeeperFixture      *self,
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

PanahSecret *
keeper_new_secret (const char *words)
{
  static const guint8 casebook[PANAH_SECRET_CASEBOOK_BYTES] = { 7 };
  g_autoptr (GError) error = NULL;
  PanahSecret *secret = words != NULL ? panah_secret_new (words, &error) : panah_secret_new_casebook (casebook, &error);

  g_assert_no_error (error);
  return secret;
}

char *
keeper_print (PanahSession *session)
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

gboolean
keeper_create (KeeperFixture    *self,
        const char *path,
        const char *words,
        GError    **error)
{
  g_autoptr (PanahSecret) secret = keeper_new_secret (words);
  Answer answer = { 0 };

  panah_keeper_create_async (self->keeper, path, secret, created_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);
  return answer.good;
}

gboolean
keeper_open (PanahKeeper *keeper,
           const char  *path,
           const char  *words,
           GError     **error)
{
  g_autoptr (PanahSecret) secret = keeper_new_secret (words);
  Answer answer = { 0 };

  panah_keeper_open_async (keeper, path, secret, opened_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);
  return answer.good;
}

void
keeper_await_save (PanahKeeper *keeper)
{
  while (panah_keeper_get_kept (keeper) == PANAH_KEPT_SAVING)
    g_main_context_iteration (NULL, TRUE);
}

/* What another session finds in the file. */
char *
keeper_read_back (const char *path,
           const char *words)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  g_autoptr (PanahKeeper) keeper = panah_keeper_new (session);
  g_autoptr (GError) error = NULL;

  g_assert_true (keeper_open (keeper, path, words, &error));
  g_assert_no_error (error);
  g_assert_false (panah_keeper_is_unsaved (keeper));
  return keeper_print (session);
}

void
keeper_answer (PanahSession *session,
        const char   *words)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), words);
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), "applicant.phone");
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);

  panah_session_set_answer (session, spec->id, panah_value_new_from_json (spec, spec->id, node, strange, NULL));
}
