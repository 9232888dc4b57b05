/* test-lines.c - the lines of a passport fill in answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-support.h"

#include "ui/lines.h"
#include "ui/list.h"
#include "ui/pages.h"

#include <string.h>

/* Digits that fit, a name and a number of nobody. */
#define NAMES     "P<AFGERIKSSON<<ANNA<MARIA<\n"
#define DATA      "L898902C36AFG7408122F1204159ZE184226B<<<<<10"
#define PASSPORT  NAMES DATA
#define ONE_NAME  "P<AFGNASIM<\n" DATA
#define SLIP      NAMES "L898902C36AFG74O8122F1204159ZE184226B<<<<<10"
#define WRONG     NAMES "L898902C37AFG7408122F1204159ZE184226B<<<<<10"
#define VISA      "V<UTOERIKSSON<<ANNA<MARIA<\nL8988901C4AFG4009078F96121096ZE184226B<<<<<<"

static void
assert_answer (PanahSession *session,
               const char   *fact,
               const char   *expected)
{
  g_autoptr (JsonNode) node = panah_value_to_json (panah_facts_get (panah_session_get_facts (session), fact));
  g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : g_strdup ("absent");
  g_autoptr (JsonNode) wanted = strcmp (expected, "absent") != 0 ? json_from_string (expected, NULL) : NULL;

  if (node != NULL && wanted != NULL && json_node_equal (node, wanted))
    return;
  g_assert_cmpstr (text, ==, expected);
}

static PanahLines *
type_lines (PanahSession *session,
            const char   *list,
            guint         index,
            const char   *text)
{
  PanahLines *lines = panah_lines_get (session, list, index);

  panah_lines_set_text (lines, text);
  g_assert_true (panah_lines_get_mrz (lines)->is_complete);
  return lines;
}

static PanahLinesAnswer *
find_answer (PanahLines *lines,
             const char *path)
{
  GPtrArray *answers = panah_lines_get_answers (lines);

  for (guint i = 0; i < answers->len; i++)
    {
      PanahLinesAnswer *found = answers->pdata[i];
      if (strcmp (found->path, path) == 0)
        return found;
    }
  return NULL;
}

static void
fill (PanahLines *lines,
      const char *next)
{
  g_autofree char *place = panah_lines_fill (lines);

  g_assert_cmpstr (place, ==, next);
}

static void
test_empty (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  PanahLines *lines = type_lines (session, NULL, 0, PASSPORT);
  GPtrArray *answers = panah_lines_get_answers (lines);

  g_assert_cmpuint (answers->len, ==, 7);
  for (guint i = 0; i < answers->len; i++)
    g_assert_true (((PanahLinesAnswer *) answers->pdata[i])->is_ticked);
  fill (lines, "ask:name");
  assert_answer (session, "applicant.name", "{\"latin\":{\"surname\":\"Eriksson\",\"given\":\"Anna Maria\"}}");
  assert_answer (session, "applicant.birth_date", "\"1974-08-12\"");
  assert_answer (session, "applicant.citizenship", "[\"AF\"]");
  assert_answer (session, "applicant.sex", "\"female\"");
  assert_answer (session, "applicant.identity_papers",
                 "[{\"kind\":\"passport\",\"number\":\"L898902C3\",\"expires_on\":\"2012-04-15\"}]");

  /* the same passport once more says nothing new */
  lines = type_lines (session, NULL, 0, PASSPORT);
  answers = panah_lines_get_answers (lines);
  for (guint i = 0; i < answers->len; i++)
    {
      PanahLinesAnswer *again = answers->pdata[i];
      g_assert_true (again->is_same);
      g_assert_false (again->is_ticked);
    }
  fill (lines, "ask:name");
  assert_answer (session, "applicant.identity_papers",
                 "[{\"kind\":\"passport\",\"number\":\"L898902C3\",\"expires_on\":\"2012-04-15\"}]");
}

/* What was answered is replaced only if the person says so, and of a name only the spelling in the passport. */
static void
test_answered (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  const char *name = "{\"cyrillic\":{\"given\":\"Анна\"},\"latin\":{\"given\":\"Anna\"},\"native\":\"آنا\"}";
  PanahLines *lines;

  field_answer (session, "applicant.name", name);
  field_answer (session, "applicant.birth_date", "\"1974-08-11\"");
  field_answer (session, "applicant.citizenship", "[\"IR\"]");
  field_answer (session, "applicant.sex", "null");
  field_answer (session, "applicant.identity_papers", "[{\"kind\":\"id-card\",\"number\":\"1\"}]");
  lines = type_lines (session, NULL, 0, PASSPORT);
  g_assert_cmpstr (find_answer (lines, "applicant.name")->there, ==, "\u2066Anna\u2069");
  g_assert_cmpstr (find_answer (lines, "applicant.birth_date")->there, ==, "11 August 1974");
  g_assert_nonnull (find_answer (lines, "applicant.sex")->there);
  g_assert_false (find_answer (lines, "applicant.birth_date")->is_ticked);
  fill (lines, "ask:name");
  assert_answer (session, "applicant.name", name);
  assert_answer (session, "applicant.birth_date", "\"1974-08-11\"");
  assert_answer (session, "applicant.citizenship", "[\"IR\",\"AF\"]");
  assert_answer (session, "applicant.sex", "null");
  assert_answer (session, "applicant.identity_papers",
                 "[{\"kind\":\"id-card\",\"number\":\"1\"},{\"kind\":\"passport\",\"number\":\"L898902C3\",\"expires_on\":\"2012-04-15\"}]");

  lines = type_lines (session, NULL, 0, PASSPORT);
  find_answer (lines, "applicant.name")->is_ticked = TRUE;
  fill (lines, "ask:name");
  assert_answer (session, "applicant.name",
                 "{\"cyrillic\":{\"given\":\"Анна\"},\"latin\":{\"surname\":\"Eriksson\",\"given\":\"Anna Maria\"},\"native\":\"آنا\"}");
}

/* What stands in a field and was never accepted is no less an answer. */
static void
test_typed (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), "applicant.name");
  GtkWidget *field = field_new_of (session, spec);
  g_autoptr (PanahValue) typed = field_parse (spec, "{\"native\":\"آنا\"}");

  panah_field_write (PANAH_FIELD (field), typed);
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);
  fill (type_lines (session, NULL, 0, PASSPORT), "ask:name");
  assert_answer (session, spec->id, "{\"latin\":{\"surname\":\"Eriksson\",\"given\":\"Anna Maria\"},\"native\":\"آنا\"}");
  g_assert_null (panah_session_get_draft (session, spec->id));
}

/* What the pack calls things, in the language of the window. */
static void
test_words (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  PanahLines *lines = type_lines (session, NULL, 0, PASSPORT);

  g_assert_cmpstr (find_answer (lines, "applicant.sex")->words, ==, "Female");
  find_answer (lines, "applicant.birth_date")->is_ticked = FALSE;
  panah_session_set_language (session, "ru");
  g_assert_cmpstr (find_answer (lines, "applicant.sex")->words, !=, "Female");
  g_assert_cmpstr (find_answer (lines, "applicant.birth_date")->words, ==, "12 августа 1974");
  g_assert_false (find_answer (lines, "applicant.birth_date")->is_ticked);
  g_assert_true (find_answer (lines, "applicant.sex")->is_ticked);
}

static void
test_one_name (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");

  fill (type_lines (session, NULL, 0, ONE_NAME), "ask:name");
  assert_answer (session, "applicant.name", "{\"latin\":{\"given\":\"Nasim\"}}");
}

/* A group whose digit does not fit is not filled in unless it is ticked, and a date that cannot be is no answer at all. */
static void
test_wrong_digits (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  PanahLines *lines = type_lines (session, NULL, 0, WRONG);

  g_assert_false (find_answer (lines, "applicant.identity_papers[0].number")->fits);
  fill (lines, "ask:name");
  assert_answer (session, "applicant.identity_papers", "[{\"kind\":\"passport\",\"expires_on\":\"2012-04-15\"}]");
  lines = type_lines (session, NULL, 0, SLIP);
  g_assert_null (find_answer (lines, "applicant.birth_date"));
}

/* The number of a visa is not the number of a passport. */
static void
test_visa (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");

  fill (type_lines (session, NULL, 0, VISA), "ask:name");
  assert_answer (session, "applicant.birth_date", "\"1940-09-07\"");
  assert_answer (session, "applicant.identity_papers", "absent");
}

/* An entry is filled in as if it had been typed: it is kept when the person goes on with it. */
static void
test_entry (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  g_autofree char *next = NULL;

  fill (type_lines (session, "family", 0, PASSPORT), "entry:family:0");
  assert_answer (session, "family", "absent");
  GtkWidget *page = g_object_ref_sink (panah_place_build (session, "entry:family:0"));
  g_assert_true (panah_place_accept (session, PANAH_PAGE (page), "entry:family:0", &next));
  assert_answer (session, "family",
                 "[{\"name\":{\"latin\":{\"surname\":\"Eriksson\",\"given\":\"Anna Maria\"}},\"birth_date\":\"1974-08-12\",\"sex\":\"female\",\"citizenship\":[\"AF\"],\"passport\":\"L898902C3\"}]");
  assert_answer (session, "applicant.name", "absent");
  g_object_unref (page);
}

static void
set_text (GtkWidget  *page,
          const char *text)
{
  GtkWidget *view = panah_test_find_widget (page, GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
test_page (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  GtkWidget *page = g_object_ref_sink (panah_place_build (session, "lines"));

  set_text (page, "P<AFG");
  gtk_test_accessible_assert_property (panah_test_find_widget (page, GTK_TYPE_TEXT_VIEW), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Line 1: 5 of 44 places. Line 2: 0 of 44 places");
  g_assert_true (field_says (page, "Line 1: 5 of 44 places"));
  g_assert_true (field_says (page, "Line 2: 0 of 44 places"));
  g_assert_false (field_says (page, "not whole yet"));
  field_press (page, "Continue");
  g_assert_true (field_says (page, "not whole yet"));
  gtk_test_accessible_assert_state (panah_test_find_widget (page, GTK_TYPE_TEXT_VIEW), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (panah_test_find_widget (page, GTK_TYPE_TEXT_VIEW), GTK_ACCESSIBLE_PROPERTY_LABEL, "The lines of the passport");

  set_text (page, NAMES "é");
  g_assert_true (field_says (page, "does not stand in such lines"));
  set_text (page, SLIP);
  g_assert_true (field_says (page, "Line 2: all 44 places are there"));
  g_assert_true (field_says (page, "The date of birth does not fit"));
  g_assert_false (field_says (page, "The check digits fit."));
  field_press (page, "Change \u2066O\u2069 to \u20660\u2069 in place 16 of line 2");
  g_assert_true (field_says (page, "Line 1: all 44 places are there"));
  g_assert_true (field_says (page, "The check digits fit."));

  /* built anew in another language, the box is as it was; on any other page it is forgotten */
  GtkWidget *again = g_object_ref_sink (panah_place_build (session, "lines"));
  g_assert_true (field_says (again, "The check digits fit."));
  g_object_unref (again);
  GtkWidget *other = g_object_ref_sink (panah_place_build (session, "tasks"));
  g_assert_cmpstr (panah_lines_get_text (panah_lines_get (session, NULL, 0)), ==, "");
  g_object_unref (other);
  g_object_unref (page);
}

static void
test_check_page (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");

  /* without lines: where they are typed */
  GtkWidget *page = g_object_ref_sink (panah_place_build (session, "lines-check"));
  g_assert_nonnull (panah_test_find_widget (page, GTK_TYPE_TEXT_VIEW));
  g_object_unref (page);

  field_answer (session, "applicant.birth_date", "\"1974-08-11\"");
  type_lines (session, NULL, 0, PASSPORT);
  page = g_object_ref_sink (panah_place_build (session, "lines-check"));
  GtkWidget *birth = field_find (page, GTK_TYPE_CHECK_BUTTON, "12 August 1974");
  GtkWidget *sex = field_find (page, GTK_TYPE_CHECK_BUTTON, "Female");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (birth)));
  gtk_test_accessible_assert_property (birth, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Now stands there: \u206811 August 1974\u2069. If you tick this, it is replaced.");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (sex)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (birth), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (sex), FALSE);
  GtkWidget *again = g_object_ref_sink (panah_place_build (session, "lines-check"));
  g_object_unref (page);
  g_assert_true (field_is_ticked (again, "12 August 1974"));
  field_press (again, "Fill in what I ticked");
  assert_answer (session, "applicant.birth_date", "\"1974-08-12\"");
  assert_answer (session, "applicant.sex", "absent");
  g_object_unref (again);
}

/* Places that are none lead to the tasks, and nothing happens to what is not there. */
static void
test_strange_places (void)
{
  static const char *const places[] = { "lines:", "lines:family", "lines:nobody:0", "lines:applicant.name:0", "lines:evidence:0",
                                        "lines-check:nobody:0", "lines:family:-1", "lines-check:family:100001" };
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *page = g_object_ref_sink (panah_place_build (session, places[i]));
      g_assert_null (panah_test_find_widget (page, GTK_TYPE_TEXT_VIEW));
      g_object_unref (page);
    }
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_add_func ("/ui/lines/empty", test_empty);
  g_test_add_func ("/ui/lines/answered", test_answered);
  g_test_add_func ("/ui/lines/typed", test_typed);
  g_test_add_func ("/ui/lines/words", test_words);
  g_test_add_func ("/ui/lines/one-name", test_one_name);
  g_test_add_func ("/ui/lines/wrong-digits", test_wrong_digits);
  g_test_add_func ("/ui/lines/visa", test_visa);
  g_test_add_func ("/ui/lines/entry", test_entry);
  g_test_add_func ("/ui/lines/page", test_page);
  g_test_add_func ("/ui/lines/check-page", test_check_page);
  g_test_add_func ("/ui/lines/strange-places", test_strange_places);
  return g_test_run ();
}
