/* test-bad-answers.c - what cannot be read in an answer is refused, what is new in it is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <string.h>

/**
 * Row:
 * @name: of the test
 * @facts: members of `facts` in a case of the pack kz
 */
typedef struct
{
  const char *name;
  const char *facts;
} Row;

/* Days and moments that never were */
static const Row dates[] = {
  { "february-30", "\"entry.date\":\"2026-02-30\"" },
  { "february-29", "\"entry.date\":\"2025-02-29\"" },
  { "february-29-1900", "\"applicant.birth_date\":\"1900-02-29\"" },
  { "april-31", "\"entry.date\":\"2026-04-31\"" },
  { "month-13", "\"entry.date\":\"2026-13-01\"" },
  { "month-0", "\"entry.date\":\"2026-00-10\"" },
  { "day-0", "\"entry.date\":\"2026-11-00\"" },
  { "day-32", "\"entry.date\":\"2026-10-32\"" },
  { "year-0", "\"entry.date\":\"0000-01-01\"" },
  { "year-5-digits", "\"entry.date\":\"12026-11-23\"" },
  { "no-zeros", "\"entry.date\":\"2026-1-2\"" },
  { "no-dashes", "\"entry.date\":\"20261123\"" },
  { "space-after", "\"entry.date\":\"2026-11-23 \"" },
  { "sign", "\"entry.date\":\"+2026-11-23\"" },
  { "persian-digits", "\"entry.date\":\"۲۰۲۶-۱۱-۲۳\"" },
  { "dots", "\"entry.date\":\"23.11.2026\"" },
  { "empty", "\"entry.date\":\"\"" },
  { "moment-for-date", "\"entry.date\":\"2026-11-23T10:00\"" },
  { "object-february-29", "\"entry.date\":{\"calendar\":\"gregorian\",\"year\":2025,\"month\":2,\"day\":29}" },
  { "object-month-13", "\"entry.date\":{\"calendar\":\"gregorian\",\"year\":2025,\"month\":13,\"day\":1}" },
  { "object-day-without-month", "\"entry.date\":{\"calendar\":\"gregorian\",\"year\":2025,\"month\":null,\"day\":1}" },
  { "object-without-year", "\"entry.date\":{\"calendar\":\"gregorian\",\"month\":2,\"day\":1}" },
  { "object-year-null", "\"entry.date\":{\"calendar\":\"gregorian\",\"year\":null}" },
  { "object-year-string", "\"entry.date\":{\"calendar\":\"gregorian\",\"year\":\"2025\"}" },
  { "object-negative", "\"entry.date\":{\"calendar\":\"gregorian\",\"year\":2025,\"month\":-1}" },
  { "object-about-string", "\"entry.date\":{\"calendar\":\"gregorian\",\"year\":2025,\"about\":\"yes\"}" },
  { "persian-1404-12-30", "\"entry.date\":{\"calendar\":\"persian\",\"year\":1404,\"month\":12,\"day\":30}" },
  { "persian-1404-07-31", "\"entry.date\":{\"calendar\":\"persian\",\"year\":1404,\"month\":7,\"day\":31}" },
  { "persian-month-13", "\"entry.date\":{\"calendar\":\"persian\",\"year\":1404,\"month\":13,\"day\":1}" },
  { "islamic-day-31", "\"entry.date\":{\"calendar\":\"islamic\",\"year\":1447,\"month\":1,\"day\":31}" },
  { "julian", "\"entry.date\":{\"calendar\":\"julian\",\"year\":1980,\"month\":1,\"day\":1}" },
  { "calendar-number", "\"entry.date\":{\"calendar\":1,\"year\":1980,\"month\":1,\"day\":1}" },
  { "in-a-list", "\"family\":[{\"birth_date\":\"2025-02-29\"}]" },
  { "hour-24", "\"entry.moment\":\"2026-11-23T24:00\"" },
  { "hour-25", "\"entry.moment\":\"2026-11-23T25:00\"" },
  { "minute-60", "\"entry.moment\":\"2026-11-23T12:60\"" },
  { "seconds", "\"entry.moment\":\"2026-11-23T12:00:00\"" },
  { "zone", "\"entry.moment\":\"2026-11-23T12:00+05\"" },
  { "moment-of-no-day", "\"entry.moment\":\"2026-02-30T12:00\"" },
  { "date-for-moment", "\"entry.moment\":\"2026-11-23\"" },
  { "space-for-t", "\"entry.moment\":\"2026-11-23 12:00\"" },
};

/* The pack xt has a fact of each kind; @right is the wrong value below that is right for it. */
static const struct
{
  const char *kind;
  const char *right;
} kinds[] = {
  { "text", "string" },        { "long-text", "string" }, { "phone", "string" }, { "email", "string" },
  { "number-text", "string" }, { "name", NULL },          { "date", NULL },      { "moment", NULL },
  { "yes-no", "string" },      { "choice", "string" },    { "choices", NULL },   { "country", "string" },
  { "countries", NULL },       { "language", "string" },  { "languages", NULL }, { "count", "number" },
  { "list", NULL },
};

static const struct
{
  const char *name;
  const char *value;
} wrong_values[] = {
  { "number", "7" },
  { "true", "true" },
  { "string", "\"words\"" },
  { "array", "[7]" },
  { "array-of-arrays", "[[\"red\"]]" },
  { "object", "{\"said\":7,\"cyrillic\":7,\"year\":\"x\"}" },
};

typedef struct
{
  const char *name;
  const char *facts;
  const char *fact;      /* of the warning */
  const char *words;     /* in its message */
} StrangeRow;

/* What these rules do not know is kept, told, and stops nothing. */
static const StrangeRow strange_rows[] = {
  { "fact", "\"applicant.shoe_size\":42", "applicant.shoe_size", NULL },
  { "fact-of-any-kind", "\"future\":{\"a\":[1,{\"b\":null}]}", "future", NULL },
  { "code", "\"situation\":\"in-orbit\"", "situation", "in-orbit" },
  { "code-of-several", "\"reasons.grounds\":[\"religion\",\"weather\"]", "reasons.grounds", "weather" },
  { "code-of-yes-no", "\"earlier.applied\":\"maybe\"", "earlier.applied", "maybe" },
  { "country", "\"applicant.citizenship\":[\"afghanistan\"]", "applicant.citizenship", "afghanistan" },
  { "language", "\"applicant.languages\":[\"фарси\"]", "applicant.languages", "фарси" },
  { "none-not-allowed", "\"applicant.sex\":\"none\"", "applicant.sex", "none" },
  { "member-of-list", "\"family\":[{\"shoe_size\":42}]", "family[0].shoe_size", NULL },
  { "code-in-list", "\"family\":[{\"relationship\":\"rival\"}]", "family[0].relationship", "rival" },
  { "part-of-name", "\"applicant.name\":{\"cyrillic\":{\"given\":\"Насим\",\"title\":\"д-р\"}}",
    "applicant.name.cyrillic.title", NULL },
  { "script-of-name", "\"applicant.name\":{\"greek\":{},\"cyrillic\":{\"given\":\"Насим\"}}", "applicant.name.greek",
    NULL },
  { "part-of-text", "\"applicant.ethnicity\":{\"said\":\"هزاره\",\"dialect\":\"x\"}", "applicant.ethnicity.dialect",
    NULL },
};

static const StrangeRow strange_members[] = {
  { "member", "\"colour\":\"red\"", "colour", NULL },
  { "paper", "\"papers\":{\"library-card\":\"have\"}", "papers.library-card", NULL },
  { "state-of-paper", "\"papers\":{\"photographs\":\"burnt\"}", "papers.photographs", "burnt" },
  { "official-language", "\"official_language\":\"en\"", "official_language", "en" },
};

static void
assert_refused (const char *json)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *before = tool_describe_folder (folder);
  g_autoptr (ToolRun) plan = tool_plan (json);
  g_autoptr (ToolRun) render = tool_render (json, out);
  g_autofree char *after = tool_describe_folder (folder);

  tool_assert_refused (plan);
  tool_assert_refused (render);
  g_assert_cmpstr (after, ==, before);
}

/* The line says which answer it is. */
static void
test_date (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *json = tool_make_case ("kz", "apply", row->facts);
  g_auto (GStrv) parts = g_strsplit (row->facts, "\"", 3);
  g_autoptr (ToolRun) plan = tool_plan (json);

  assert_refused (json);
  g_assert_nonnull (strstr (plan->err, parts[1]));
}

static void
test_kind (gconstpointer data)
{
  const char *facts = data;
  g_autofree char *json = tool_make_case ("xt", "all", facts);

  assert_refused (json);
}

static void
assert_strange (const char *json,
                const char *fact,
                const char *words)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *form = g_build_filename (out, "application.ru.pdf", NULL);
  g_autoptr (ToolRun) plan = tool_plan (json);
  g_autoptr (ToolRun) render = tool_render (json, out);

  tool_assert_code (plan, TOOL_ATTENTION);
  tool_assert_code (render, TOOL_ATTENTION);
  g_autoptr (JsonNode) plan_json = tool_run_get_json (plan);
  g_autoptr (JsonNode) render_json = tool_run_get_json (render);
  g_assert_true (tool_has_problem (json_node_get_object (plan_json), "warning", fact, words));
  g_assert_true (tool_has_problem (json_node_get_object (render_json), "warning", fact, words));
  g_assert_nonnull (strstr (plan->err, fact));
  g_assert_nonnull (strstr (render->err, fact));
  g_assert_nonnull (tool_find_by (json_node_get_object (render_json), "documents", "id", "my-plan"));
  g_assert_true (g_file_test (form, G_FILE_TEST_IS_REGULAR));
}

static void
test_strange_fact (gconstpointer data)
{
  const StrangeRow *row = data;
  g_autofree char *json = tool_make_case ("kz", "apply", row->facts);

  assert_strange (json, row->fact, row->words);
}

static void
test_strange_member (gconstpointer data)
{
  const StrangeRow *row = data;
  g_autofree char *json = g_strdup_printf ("{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"kz\","
                                           "\"journey\":\"apply\",\"facts\":{},%s}", row->facts);

  assert_strange (json, row->fact, row->words);
}

static void
add_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (wrong_values); j++)
      {
        g_autofree char *path = g_strdup_printf ("/bad-answers/kind/%s/%s", kinds[i].kind, wrong_values[j].name);
        char *facts = g_strdup_printf ("\"kind.%s\":%s", kinds[i].kind, wrong_values[j].value);

        if (g_strcmp0 (kinds[i].right, wrong_values[j].name) != 0)
          g_test_add_data_func_full (path, facts, test_kind, g_free);
        else
          g_free (facts);
      }
  g_test_add_data_func ("/bad-answers/kind/count/negative", "\"kind.count\":-1", test_kind);
}

static void
add_strange (const StrangeRow *row,
             GTestDataFunc     func)
{
  g_autofree char *path = g_strdup_printf ("/bad-answers/strange/%s", row->name);

  g_test_add_data_func (path, row, func);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bad-answers/date/%s", dates[i].name);
      g_test_add_data_func (path, &dates[i], test_date);
    }
  add_kinds ();
  for (guint i = 0; i < G_N_ELEMENTS (strange_rows); i++)
    add_strange (&strange_rows[i], test_strange_fact);
  for (guint i = 0; i < G_N_ELEMENTS (strange_members); i++)
    add_strange (&strange_members[i], test_strange_member);

  return g_test_run ();
}
