/* test-fields.c - every kind of question gives back what it was given
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-support.h"

#include "ui/language.h"

typedef struct
{
  const char *fact;
  const char *json;
} Row;

/* One fact of each kind, and every form its answer can have. */
static const Row rows[] = {
  { "applicant.birth_place", "\"Balkh\"" },
  { "applicant.birth_place", "{\"said\":\"بلخ\",\"language\":\"fa-AF\"}" },
  { "applicant.birth_place", "{\"said\":\"بلخ\",\"language\":\"fa-AF\",\"official\":{\"ru\":\"Балх\"}}" },
  { "applicant.birth_place", "{\"said\":\"Balkh\",\"language\":\"en\",\"official\":{\"ru\":\"Балх\",\"kk\":\"Балх\"}}" },
  { "applicant.birth_place", "{\"official\":{\"ru\":\"Балх\"}}" },
  { "applicant.birth_place", "null" },
  { "applicant.other_names", "\"none\"" },
  { "reasons.text", "{\"said\":\"یک\\n\\nدو\",\"language\":\"fa-AF\",\"official\":{\"ru\":\"Один\\n\\nДва\"}}" },
  { "reasons.text", "\"One\\nTwo\"" },
  { "reasons.text", "null" },
  { "applicant.phone", "\"+7 700 000 00 00\"" },
  { "applicant.phone", "\"none\"" },
  { "applicant.phone", "null" },
  { "applicant.email", "\"a@example.org\"" },
  { "applicant.iin", "\"000000000000\"" },
  { "applicant.name", "{\"cyrillic\":{\"given\":\"Насим\"},\"latin\":{\"given\":\"Nasim\"},\"native\":\"نسیم\"}" },
  { "applicant.name", "{\"cyrillic\":{\"surname\":\"А\",\"given\":\"Б\",\"patronymic\":\"В\"}}" },
  { "applicant.name", "{\"native\":\"نسیم\"}" },
  { "applicant.name", "null" },
  { "applicant.birth_date", "\"1981-03-02\"" },
  { "applicant.birth_date", "{\"calendar\":\"gregorian\",\"year\":1981,\"month\":null,\"day\":null}" },
  { "applicant.birth_date", "{\"calendar\":\"gregorian\",\"year\":1981,\"month\":3,\"day\":null}" },
  { "applicant.birth_date", "{\"calendar\":\"gregorian\",\"year\":1981,\"month\":3,\"day\":2,\"about\":true}" },
  { "applicant.birth_date", "{\"calendar\":\"persian\",\"year\":1363,\"month\":null,\"day\":null,\"about\":true}" },
  { "applicant.birth_date", "{\"calendar\":\"persian\",\"year\":1363,\"month\":12,\"day\":29}" },
  { "applicant.birth_date", "{\"calendar\":\"islamic\",\"year\":1410,\"month\":9,\"day\":null}" },
  { "applicant.birth_date", "null" },
  { "entry.moment", "\"2026-11-23T04:30\"" },
  { "entry.moment", "\"2026-11-23T00:00\"" },
  { "entry.moment", "null" },
  { "earlier.applied", "\"yes\"" },
  { "earlier.applied", "\"no\"" },
  { "earlier.applied", "null" },
  { "applicant.sex", "\"female\"" },
  { "applicant.sex", "null" },
  { "reasons.grounds", "[\"religion\",\"political-opinion\"]" },
  { "reasons.grounds", "null" },
  { "applicant.former_residence", "\"AF\"" },
  { "applicant.former_residence", "null" },
  { "applicant.citizenship", "[\"AF\",\"stateless\"]" },
  { "applicant.citizenship", "\"none\"" },
  { "filing.language", "\"fa-AF\"" },
  { "applicant.languages", "[\"fa-AF\",\"ps\",\"en\"]" },
  { "applicant.languages", "null" },
};

static void
check_row (PanahSession        *session,
           const PanahFactSpec *spec,
           const char          *json)
{
  g_autoptr (PanahValue) value = field_parse (spec, json);
  g_autofree char *expected = field_print (value);
  GtkWidget *field = field_new_of (session, spec);

  field_assert_answer (field, "absent");
  panah_field_write (PANAH_FIELD (field), value);
  field_assert_answer (field, expected);

  /* what a page keeps stands in the next one, whatever was accepted */
  panah_field_keep (PANAH_FIELD (field));
  GtkWidget *again = field_new_of (session, spec);
  panah_field_write (PANAH_FIELD (again), NULL);
  field_assert_answer (again, expected);
  panah_session_set_draft (session, spec->id, NULL);

  panah_field_write (PANAH_FIELD (again), NULL);
  field_assert_answer (again, "absent");
  g_assert_finalize_object (field);
  g_assert_finalize_object (again);
}

static void
test_round_trip (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), row->fact);
  guint n;
  const PanahLanguage *languages = panah_language_list (&n);

  for (guint i = 0; i < n; i++)
    {
      panah_language_use (languages[i].code);
      panah_session_set_language (session, languages[i].code);
      check_row (session, spec, row->json);
    }
}

static void
test_count (void)
{
  static const PanahFactSpec spec = { .id = "count", .kind = PANAH_FACT_COUNT, .label = "How many", .none_allowed = TRUE };
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");

  check_row (session, &spec, "0");
  check_row (session, &spec, "12");
  check_row (session, &spec, "null");
  check_row (session, &spec, "\"none\"");
}

/* Every kind the vocabulary knows has widgets, and every fact of the pack can be asked. */
static void
test_every_fact (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  guint n;
  const PanahFactSpec *const *facts = panah_pack_get_facts (panah_session_get_pack (session), &n);

  for (guint i = 0; i < n; i++)
    {
      if (facts[i]->kind == PANAH_FACT_LIST)
        continue;
      GtkWidget *field = field_new_of (session, facts[i]);
      field_assert_answer (field, "absent");
      g_assert_finalize_object (field);
    }
  g_assert_finalize_object (g_steal_pointer (&session));
}

static void
check_mistake (const char *fact,
               guint       entry,
               const char *text,
               const char *error)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), fact);
  GtkWidget *field = field_new_of (session, spec);

  field_type (field, entry, text);
  field_assert_error (field, error);

  /* unfinished as it is, it is not lost with the page */
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);
  field = field_new_of (session, spec);
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_cmpstr (field_get_typed (field, entry), ==, text);
  g_assert_finalize_object (field);
}

static void
test_mistakes (void)
{
  check_mistake ("applicant.birth_date", 0, "31", "Give the month too");
  check_mistake ("applicant.birth_date", 2, "x", "The year must be");
  check_mistake ("entry.moment", 2, "2026", "Give the day, the month and the year too");
  check_mistake ("applicant.former_residence", 0, "Afgh", "Choose a name from the list");
}

/* Dates as people copy them: digits of their own script. */
static void
test_digits (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  GtkWidget *field = field_new (session, "applicant.birth_date");

  field_type (field, 0, "۲");
  field_type (field, 1, "۳");
  field_type (field, 2, "۱۹۸۱");
  field_assert_answer (field, "\"1981-03-02\"");
  g_assert_finalize_object (field);
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/fields/round-trip/%s/%u", rows[i].fact, i);
      g_test_add_data_func (path, &rows[i], test_round_trip);
    }
  g_test_add_func ("/ui/fields/count", test_count);
  g_test_add_func ("/ui/fields/every-fact", test_every_fact);
  g_test_add_func ("/ui/fields/mistakes", test_mistakes);
  g_test_add_func ("/ui/fields/digits", test_digits);
  return g_test_run ();
}
