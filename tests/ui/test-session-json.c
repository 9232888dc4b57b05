/* test-session-json.c - what was told, as it stands in a file: not to be trusted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "keeper-support.h"

#include "core/error.h"
#include "core/json-scan.h"
#include "ui/draft.h"
#include "ui/list.h"
#include "ui/session-json.h"

#include <string.h>

/* The second person's case can be the open one; whose draft it is stays known. */
static void
test_second_person (void)
{
  g_autoptr (PanahSession) session = keeper_new_sample_session ();
  g_autoptr (PanahSession) other = panah_test_session_new ("2026-11-24");
  g_autoptr (GError) error = NULL;

  panah_list_start_case (session, "family", 1);
  panah_session_set_draft (session, "reasons.text",
                           panah_draft_new (json_node_init_string (json_node_alloc (), "hers"), FALSE, FALSE));
  g_autoptr (JsonNode) root = panah_session_to_json (session, "kz");
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
  keeper_answer (session, "+7 700 000 00 00");
  g_autofree char *after = keeper_print (session);
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
  g_autoptr (PanahSession) session = keeper_new_sample_session ();
  g_autofree char *before = keeper_print (session);
  g_autoptr (JsonNode) root = parse (hostile[row].text);
  g_autoptr (GError) error = NULL;

  if (panah_session_load_json (session, root, &error))
    {
      g_assert_cmpint (hostile[row].code, ==, -1);
      return;
    }
  g_assert_error (error, PANAH_CORE_ERROR, hostile[row].code);
  g_autofree char *after = keeper_print (session);
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

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *name = g_strconcat ("/ui/session-json/hostile/", hostile[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_hostile);
    }
  g_test_add_func ("/ui/session-json/second-person", test_second_person);
  g_test_add_func ("/ui/session-json/unknown-survives", test_unknown_survives);
  g_test_add_func ("/ui/session-json/hostile-drafts", test_hostile_drafts);
  return g_test_run ();
}
