/* test-countries.c - several countries in one window: nothing told about one is lost by looking at another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "core/date.h"
#include "core/pack-index.h"
#include "ui/pages.h"

/* Midnight in the first country, as the machine's clock has it or as somebody asked. */
static PanahSession *
new_session (gboolean now_is_fixed)
{
  g_autoptr (PanahPack) first = panah_test_load_pack ("kz"), second = panah_test_load_pack ("kg");
  guint32 day;

  g_assert_true (panah_day_parse ("2026-11-24", &day));
  PanahSession *session = panah_session_new (first, (gint64) day * PANAH_MINUTES_PER_DAY, now_is_fixed);
  panah_session_add_pack (session, second);
  return session;
}

static void
answer (PanahSession *session,
        const char   *fact)
{
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), fact);
  g_autoptr (JsonNode) unknown = json_node_new (JSON_NODE_NULL);

  panah_session_set_answer (session, fact, panah_value_new_from_json (spec, fact, unknown, NULL, NULL));
}

static PanahAnswer
get_answer (PanahSession *session,
            const char   *fact)
{
  return panah_value_get_answer (panah_facts_get (panah_session_get_facts (session), fact));
}

static void
test_answers_stay (void)
{
  g_autoptr (PanahSession) session = new_session (TRUE);

  answer (session, "applicant.name");
  panah_session_set_draft (session, "applicant.phone", json_node_new (JSON_NODE_NULL));
  panah_session_set_pack (session, "kg");
  g_assert_cmpstr (panah_pack_get_id (panah_session_get_pack (session)), ==, "kg");
  g_assert_cmpstr (panah_pack_get_id (panah_plan_get_pack (panah_session_get_plan (session))), ==, "kg");
  g_assert_cmpint (get_answer (session, "applicant.name"), ==, PANAH_ANSWER_ABSENT);
  g_assert_null (panah_session_get_draft (session, "applicant.phone"));
  answer (session, "applicant.sex");

  panah_session_set_pack (session, "kz");
  g_assert_cmpint (get_answer (session, "applicant.name"), ==, PANAH_ANSWER_UNKNOWN);
  g_assert_cmpint (get_answer (session, "applicant.sex"), ==, PANAH_ANSWER_ABSENT);
  g_assert_nonnull (panah_session_get_draft (session, "applicant.phone"));
}

static void
test_no_such_country (void)
{
  g_autoptr (PanahSession) session = new_session (TRUE);

  panah_session_set_pack (session, "xx");
  g_assert_cmpstr (panah_pack_get_id (panah_session_get_pack (session)), ==, "kz");
}

/* One hour lies between the two, so midnight here is one o'clock there; a day that somebody asked for stays. */
static void
test_clock (void)
{
  g_autoptr (PanahSession) running = new_session (FALSE), fixed = new_session (TRUE);
  gint64 midnight = panah_session_get_now (running);

  panah_session_set_pack (running, "kg");
  panah_session_set_pack (fixed, "kg");
  g_assert_cmpint (panah_session_get_now (running), ==, midnight + 60);
  g_assert_cmpint (panah_session_get_now (fixed), ==, midnight);
  panah_session_set_pack (running, "kz");
  g_assert_cmpint (panah_session_get_now (running), ==, midnight);
}

static void
test_journey (void)
{
  g_autoptr (PanahSession) session = new_session (TRUE);
  const GPtrArray *documents = panah_plan_get_documents (panah_session_get_plan (session));
  const PanahDocumentSpec *first = documents->pdata[0];

  answer (session, "applicant.name");
  panah_session_set_journey (session, "complain");
  documents = panah_plan_get_documents (panah_session_get_plan (session));
  g_assert_true (documents->pdata[0] != first);
  g_assert_cmpint (get_answer (session, "applicant.name"), ==, PANAH_ANSWER_UNKNOWN);
}

static guint
count_buttons (GtkWidget  *widget,
               const char *action)
{
  guint n = GTK_IS_ACTIONABLE (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_buttons (child, action);
  return n;
}

static void
test_choices (void)
{
  g_autoptr (PanahSession) session = new_session (TRUE);
  GtkWidget *start = g_object_ref_sink (panah_place_build (session, "start"));
  GtkWidget *journey = g_object_ref_sink (panah_place_build (session, "journey"));
  guint n;

  panah_pack_get_journeys (panah_session_get_pack (session), &n);
  g_assert_cmpuint (count_buttons (start, "win.set-country"), ==, 2);
  g_assert_cmpuint (count_buttons (journey, "win.set-journey"), ==, n);
  g_object_unref (start);
  g_object_unref (journey);
}

static PanahPack *
load_head (const char *id)
{
  const char *const directories[] = { g_getenv ("PANAH_TEST_PACKS"), NULL };
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;
  PanahPack *pack = panah_pack_index_load_head (directories, id, problems, &error);

  g_assert_no_error (error);
  return pack;
}

/* The first page stands before the law is read, and says the same afterwards. */
static void
test_law_comes_later (void)
{
  g_autoptr (PanahPack) kz_head = load_head ("kz"), kg_head = load_head ("kg");
  g_autoptr (PanahPack) kz = panah_test_load_pack ("kz"), kg = panah_test_load_pack ("kg");
  g_autoptr (PanahSession) session = panah_session_new (kz_head, 0, FALSE);
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  guint n;

  panah_session_add_pack (session, kg_head);
  GtkWidget *start = g_object_ref_sink (panah_place_build (session, "start"));
  g_assert_cmpuint (count_buttons (start, "win.set-country"), ==, 2);
  g_object_unref (start);
  panah_session_set_language (session, "ru");

  g_ptr_array_add (packs, kz);
  g_ptr_array_add (packs, kg);
  panah_session_replace_packs (session, packs);
  g_assert_true (panah_session_get_pack (session) == kz);
  g_assert_true (panah_plan_get_pack (panah_session_get_plan (session)) == kz);
  g_assert_cmpstr (panah_session_get_case (session)->language, ==, "ru");
  g_assert_cmpint (panah_session_get_now (session), ==, 0);
  panah_pack_get_journeys (panah_session_get_pack (session), &n);
  g_assert_cmpuint (n, >, 0);
  g_assert_false (panah_session_is_unsaved (session, NULL));

  /* the first country turns out to have no law: the clock of the other one goes an hour later */
  g_ptr_array_remove_index (packs, 0);
  panah_session_replace_packs (session, packs);
  g_assert_cmpuint (panah_session_get_n_packs (session), ==, 1);
  g_assert_true (panah_session_get_pack (session) == kg);
  g_assert_cmpint (panah_session_get_now (session), ==, panah_pack_get_utc_offset (kg, 0) - panah_pack_get_utc_offset (kz, 0));
}

static GtkWidget *
find_notice (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), "These rules did not come"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_notice (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Rules that nobody vouches for say so on every page; those that came with the program on none. */
static void
test_unverified (void)
{
  for (guint unverified = 0; unverified < 2; unverified++)
    {
      g_autoptr (PanahPack) pack = panah_test_load_pack ("kz");
      guint32 day;
      g_assert_true (panah_day_parse ("2026-11-24", &day));
      if (unverified)
        panah_pack_set_unverified (pack);
      g_autoptr (PanahSession) session = panah_session_new (pack, (gint64) day * PANAH_MINUTES_PER_DAY, TRUE);
      g_auto (GStrv) places = panah_test_list_places (session);
      for (guint i = 0; places[i] != NULL; i++)
        {
          GtkWidget *page = g_object_ref_sink (panah_place_build (session, places[i]));
          GtkWidget *notice = find_notice (page);
          g_assert_nonnull (notice);
          g_assert_cmpint (gtk_widget_get_visible (notice), ==, unverified);
          g_object_unref (page);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_add_func ("/ui/countries/answers-stay", test_answers_stay);
  g_test_add_func ("/ui/countries/no-such-country", test_no_such_country);
  g_test_add_func ("/ui/countries/clock", test_clock);
  g_test_add_func ("/ui/countries/journey", test_journey);
  g_test_add_func ("/ui/countries/choices", test_choices);
  g_test_add_func ("/ui/countries/law-comes-later", test_law_comes_later);
  g_test_add_func ("/ui/countries/unverified", test_unverified);
  return g_test_run ();
}
