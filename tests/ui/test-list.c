/* test-list.c - entries of lists, and the application of somebody else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "ui/list.h"

#include <string.h>

static char *
print (PanahSession *session,
       const char   *fact)
{
  g_autoptr (JsonNode) node = panah_value_to_json (panah_facts_get (panah_session_get_facts (session), fact));

  return node != NULL ? json_to_string (node, FALSE) : g_strdup ("absent");
}

static void
assert_answer (PanahSession *session,
               const char   *fact,
               const char   *expected)
{
  g_autofree char *answer = print (session, fact);

  g_assert_cmpstr (answer, ==, expected);
}

static PanahSession *
new_sample_session (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");

  panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
  return session;
}

static void
test_entries (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  JsonObject *entry = json_object_new ();

  assert_answer (session, "family", "absent");
  json_object_set_string_member (entry, "relationship", "son");
  panah_list_set_entry (session, "family", 0, entry);
  assert_answer (session, "family", "[{\"relationship\":\"son\"}]");
  entry = json_object_new ();
  json_object_set_string_member (entry, "relationship", "daughter");
  panah_list_set_entry (session, "family", 1, entry);
  entry = json_object_new ();
  json_object_set_string_member (entry, "relationship", "spouse");
  panah_list_set_entry (session, "family", 0, entry);
  assert_answer (session, "family", "[{\"relationship\":\"spouse\"},{\"relationship\":\"daughter\"}]");
  panah_list_remove_entry (session, "family", 0);
  assert_answer (session, "family", "[{\"relationship\":\"daughter\"}]");

  /* who removes the last has said nothing, which is not the same as "none" */
  panah_list_remove_entry (session, "family", 0);
  assert_answer (session, "family", "absent");
  panah_list_set_none (session, "family");
  assert_answer (session, "family", "\"none\"");
  entry = json_object_new ();
  panah_list_set_entry (session, "family", 0, entry);
  assert_answer (session, "family", "[{}]");
}

/* What was typed about an entry stays with it when one before it goes. */
static void
test_drafts (void)
{
  g_autoptr (PanahSession) session = new_sample_session ();

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *path = g_strdup_printf ("family[%u].passport", i);
      g_autofree char *text = g_strdup_printf ("typed %u", i);
      panah_session_set_draft (session, path, json_node_init_string (json_node_alloc (), text));
    }
  panah_session_set_draft (session, "applicant.name", json_node_init_string (json_node_alloc (), "typed"));
  panah_list_remove_entry (session, "family", 1);
  g_assert_cmpstr (json_node_get_string (panah_session_get_draft (session, "family[0].passport")), ==, "typed 0");
  g_assert_cmpstr (json_node_get_string (panah_session_get_draft (session, "family[1].passport")), ==, "typed 2");
  g_assert_null (panah_session_get_draft (session, "family[2].passport"));
  g_assert_nonnull (panah_session_get_draft (session, "applicant.name"));
}

/* The law of the pack says who files an own application: on the filing day, and only who came along. */
static void
test_files_own (void)
{
  g_autoptr (PanahSession) session = new_sample_session ();
  const gboolean expected[] = { TRUE, TRUE, FALSE, FALSE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (panah_list_files_own (session, "family", i), ==, expected[i]);
}

/* The second case of the family; which answers go over is said by the pack. */
static void
test_start_person (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new_flagged ("2026-11-24");
  panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
  g_autofree char *before = print (session, "family");
  g_autofree char *address = print (session, "applicant.address_here");

  panah_list_start_case (session, "family", 1);
  g_assert_cmpuint (panah_session_get_n_cases (session), ==, 2);
  g_assert_cmpuint (panah_session_get_current (session), ==, 1);

  /* what is known of the person is the applicant's; the sample's second entry is a son of 19 */
  assert_answer (session, "applicant.birth_date", "\"2007-05-14\"");
  assert_answer (session, "applicant.sex", "\"male\"");
  assert_answer (session, "applicant.address_here", address);
  assert_answer (session, "entry.moment", "\"2026-11-23T04:30\"");
  /* a story is nobody else's */
  assert_answer (session, "reasons.text", "absent");
  assert_answer (session, "applicant.identity_papers", "absent");

  /* the first applicant is the first of the others; what they are to the person is asked again */
  const PanahValue *family = panah_facts_get (panah_session_get_facts (session), "family");
  g_assert_cmpuint (panah_value_get_n_entries (family), ==, 5);
  g_assert_cmpstr (panah_value_get_name (panah_value_get_member (family, 0, "name"))->latin.given, ==, "Nasim");
  g_assert_cmpstr (panah_value_get_name (panah_value_get_member (family, 1, "name"))->latin.given, ==, "Farida");
  for (guint i = 0; i < 5; i++)
    g_assert_null (panah_value_get_member (family, i, "relationship"));

  /* nothing was taken away, and each plan is the person's own */
  g_autofree char *second = panah_session_name_case (session, 1);
  panah_session_set_current (session, 0);
  assert_answer (session, "family", before);
  g_autofree char *first = panah_session_name_case (session, 0);
  g_assert_nonnull (strstr (first, "Nasim"));
  g_assert_nonnull (strstr (second, "Omid"));
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_add_func ("/ui/list/entries", test_entries);
  g_test_add_func ("/ui/list/drafts", test_drafts);
  g_test_add_func ("/ui/list/files-own", test_files_own);
  g_test_add_func ("/ui/list/start-person", test_start_person);
  return g_test_run ();
}
