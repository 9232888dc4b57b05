/* test-fields.c - every kind of question gives back what it was given
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

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

static PanahValue *
parse (const PanahFactSpec *spec,
       const char          *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  PanahValue *value = panah_value_new_from_json (spec, spec->id, node, strange, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strange->len, ==, 0);
  return value;
}

static char *
print (const PanahValue *value)
{
  g_autoptr (JsonNode) node = panah_value_to_json (value);

  return node != NULL ? json_to_string (node, FALSE) : g_strdup ("absent");
}

static char *
read_answer (GtkWidget *field)
{
  g_autoptr (PanahValue) value = NULL;

  g_assert_true (panah_field_read (PANAH_FIELD (field), &value));
  g_assert_null (panah_field_get_error (PANAH_FIELD (field)));
  return print (value);
}

static GtkWidget *
new_field (PanahSession        *session,
           const PanahFactSpec *spec)
{
  return g_object_ref_sink (panah_field_new (session, spec, spec->id, TRUE));
}

static void
check_row (PanahSession        *session,
           const PanahFactSpec *spec,
           const char          *json)
{
  g_autoptr (PanahValue) value = parse (spec, json);
  g_autofree char *expected = print (value);
  GtkWidget *field = new_field (session, spec);

  g_autofree char *empty = read_answer (field);
  g_assert_cmpstr (empty, ==, "absent");
  panah_field_write (PANAH_FIELD (field), value);
  g_autofree char *answered = read_answer (field);
  g_assert_cmpstr (answered, ==, expected);

  /* what a page keeps stands in the next one, whatever was accepted */
  panah_field_keep (PANAH_FIELD (field));
  GtkWidget *again = new_field (session, spec);
  panah_field_write (PANAH_FIELD (again), NULL);
  g_autofree char *kept = read_answer (again);
  g_assert_cmpstr (kept, ==, expected);
  panah_session_set_draft (session, spec->id, NULL);

  panah_field_write (PANAH_FIELD (again), NULL);
  g_autofree char *emptied = read_answer (again);
  g_assert_cmpstr (emptied, ==, "absent");
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
      GtkWidget *field = new_field (session, facts[i]);
      g_autofree char *empty = read_answer (field);
      g_assert_cmpstr (empty, ==, "absent");
      g_assert_finalize_object (field);
    }
  g_assert_finalize_object (g_steal_pointer (&session));
}

/* Types into the n-th entry inside @field. */
static GtkWidget *
find_entry (GtkWidget *widget,
            guint     *n)
{
  if (GTK_IS_ENTRY (widget) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, n);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type (GtkWidget  *field,
      guint       n,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_entry (field, &n)), text);
}

static void
check_mistake (const char *fact,
               guint       entry,
               const char *text)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), fact);
  GtkWidget *field = new_field (session, spec);
  PanahValue *value = NULL;

  type (field, entry, text);
  g_assert_false (panah_field_read (PANAH_FIELD (field), &value));
  g_assert_null (value);
  g_assert_nonnull (panah_field_get_error (PANAH_FIELD (field)));

  /* unfinished as it is, it is not lost with the page */
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);
  field = new_field (session, spec);
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (field, &entry))), ==, text);
  g_assert_finalize_object (field);
}

static void
test_mistakes (void)
{
  check_mistake ("applicant.birth_date", 0, "31");
  check_mistake ("applicant.birth_date", 2, "x");
  check_mistake ("entry.moment", 2, "2026");
  check_mistake ("applicant.former_residence", 0, "Afgh");
}

/* Dates as people copy them: digits of their own script. */
static void
test_digits (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  GtkWidget *field = new_field (session, panah_pack_find_fact (panah_session_get_pack (session), "applicant.birth_date"));

  type (field, 0, "۲");
  type (field, 1, "۳");
  type (field, 2, "۱۹۸۱");
  g_autofree char *answer = read_answer (field);
  g_assert_cmpstr (answer, ==, "\"1981-03-02\"");
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
