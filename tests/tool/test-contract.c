/* test-contract.c - what scripts may rely on: packs, check-pack, plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <string.h>

#define EMPTY ""
#define FAMILY "\"entry.date\":\"2026-11-23\",\"entry.manner\":\"lawful\""
#define CERTIFICATE "\"certificate.issued_on\":\"2026-01-01\""
#define FORCED "\"entry.moment\":\"2026-11-23T14:30\",\"entry.manner\":\"unlawful-forced\""
#define FORCED_DAY "\"entry.date\":\"2026-11-23\",\"entry.manner\":\"unlawful-forced\""
#define FILED "\"application.filed_on\":"

/**
 * PlanRow:
 * @facts: of a case of the pack kz
 * @on: the moment
 * @code: the exit code
 * @deadline: id of a window and what is said of it: state, event, event_on, counted_end, safe, last; "" is null
 */
typedef struct
{
  const char *name;
  const char *facts;
  const char *on;
  int         code;
  const char *deadline;
  const char *expected[6];
} PlanRow;

static const PlanRow plan_rows[] = {
  { "arrival", FAMILY, "2026-11-24", 0, "file_arrival",
    { "open", "entry.date", "2026-11-23", "2026-11-28", "2026-11-27", "2026-11-30" } },
  { "arrival-safe-day", FAMILY, "2026-11-27", 0, "file_arrival",
    { "due-today", "entry.date", "2026-11-23", "2026-11-28", "2026-11-27", "2026-11-30" } },
  { "arrival-last-minute", FAMILY, "2026-11-30T23:59", 0, "file_arrival",
    { "due-today", "entry.date", "2026-11-23", "2026-11-28", "2026-11-27", "2026-11-30" } },
  { "arrival-passed", FAMILY, "2026-12-01", 1, "file_arrival",
    { "passed", "entry.date", "2026-11-23", "2026-11-28", "2026-11-27", "2026-11-30" } },
  { "arrival-passed-first-minute", FAMILY, "2026-12-01T00:00", 1, "file_arrival",
    { "passed", "entry.date", "2026-11-23", "2026-11-28", "2026-11-27", "2026-11-30" } },
  { "arrival-met", FAMILY "," FILED "\"2026-11-30\"", "2026-12-05", 0, "file_arrival",
    { "met", "entry.date", "2026-11-23", "2026-11-28", "2026-11-27", "2026-11-30" } },
  { "arrival-met-late", FAMILY "," FILED "\"2026-12-01\"", "2026-12-05", 0, "file_arrival",
    { "met-late", "entry.date", "2026-11-23", "2026-11-28", "2026-11-27", "2026-11-30" } },
  { "arrival-not-known", "\"entry.date\":null,\"entry.manner\":\"lawful\"", "2026-11-24", 0, "file_arrival",
    { "may-apply", "", "", "", "", "" } },
  { "certificate", CERTIFICATE, "2026-01-02", 0, "fingerprints",
    { "open", "certificate.issued_on", "2026-01-01", "2026-01-04", "", "2026-01-05" } },
  { "hours", FORCED, "2026-11-23T15:00", 0, "file_illegal_entry",
    { "open", "entry.moment", "2026-11-23T14:30", "2026-11-24T14:30", "2026-11-24T14:30", "2026-11-24T14:30" } },
  { "hours-passed", FORCED, "2026-11-25", 1, "file_illegal_entry",
    { "passed", "entry.moment", "2026-11-23T14:30", "2026-11-24T14:30", "2026-11-24T14:30", "2026-11-24T14:30" } },
  { "hours-of-a-day", FORCED_DAY, "2026-11-23", 0, "file_illegal_entry",
    { "due-today", "entry.date", "2026-11-23", "2026-11-23T24:00", "2026-11-23T24:00", "2026-11-23T24:00" } },
  { "nothing-answered", EMPTY, "2026-11-24", 0, NULL, { NULL } },
  { "missing-is-no-warning", "\"reasons.text\":\"…\"", "2026-11-24", 0, NULL, { NULL } },
  { "not-yet-born", "\"applicant.birth_date\":\"2030-01-01\",\"entry.date\":\"2026-11-23\"", "2026-11-24", 1, NULL,
    { NULL } },
};

/**
 * BrokenRow:
 * @file: of the pack xt
 * @find: what stands in it
 * @replacement: what is put in its place
 * @line: how one of the lines begins
 */
typedef struct
{
  const char *name;
  const char *file;
  const char *find;
  const char *replacement;
  const char *line;
} BrokenRow;

static const BrokenRow broken_rows[] = {
  { "unknown-member", "pack.json", "\"format\"", "\"colour\": \"red\", \"format\"", "pack.json#/colour: " },
  { "other-format", "pack.json", "panah-pack", "panah-case", "pack.json#" },
  { "wrong-kind", "pack.json", "\"2019-01-01\"", "2019", "pack.json#/first_date: " },
  { "no-such-day", "pack.json", "\"2019-01-01\"", "\"2019-02-29\"", "pack.json#/first_date: " },
  { "syntax", "facts.json", "{", "", "facts.json#: " },
  { "member-twice", "facts.json", "\"kind\"", "\"kind\": \"text\", \"kind\"", "facts.json#: " },
  { "kind-of-fact", "facts.json", "\"long-text\"", "\"poem\"", "facts.json#/facts/2/kind: " },
  { "dangling-document", "journeys.json", "\"open\"", "\"shut\"", "journeys.json#/journeys/0" },
  { "dangling-fact", "documents/open.json", "open.text", "open.poem", "documents/open.json#/blocks/1" },
  { "no-reference", "documents/open.json", "\"reference\"", "\"remark\"", "documents/open.json#/values/0" },
  { "text-of-nothing", "documents/open.ru.json", "\"title\": \"Открыто\",\n    \"text\"",
    "\"poem\": \"x\",\n    \"text\"",
    "documents/open.ru.json#/texts/poem: " },
  { "unknown-source", "calendar.json", "\"act\"", "\"fact\"", "calendar.json#/years/0/reference/0" },
};

/* @shape: names of all members in order, each with its kind: s a string, S a string or null, a an array */
static void
assert_shape (JsonObject *object,
              const char *shape)
{
  g_auto (GStrv) wanted = g_strsplit (shape, " ", -1);
  g_autoptr (GList) names = json_object_get_members (object);
  guint i = 0;

  g_assert_cmpuint (g_list_length (names), ==, g_strv_length (wanted));
  for (GList *l = names; l != NULL; l = l->next, i++)
    {
      g_autofree char *name = g_strndup (wanted[i], strcspn (wanted[i], ":"));
      const char kind = wanted[i][strlen (name) + 1];
      JsonNode *node = json_object_get_member (object, l->data);

      g_assert_cmpstr (l->data, ==, name);
      if (kind == 'a')
        g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
      else if (kind != 'S' || !JSON_NODE_HOLDS_NULL (node))
        g_assert_true (json_node_get_value_type (node) == G_TYPE_STRING && *json_node_get_string (node) != '\0');
    }
}

static void
assert_all (JsonObject *object,
            const char *array,
            const char *shape,
            const char *member,
            const char *codes)
{
  JsonArray *elements = json_object_get_array_member (object, array);
  g_auto (GStrv) allowed = g_strsplit (codes, " ", -1);

  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      JsonObject *element = json_array_get_object_element (elements, i);
      assert_shape (element, shape);
      if (member != NULL)
        g_assert_true (g_strv_contains ((const char *const *) allowed,
                                        json_object_get_string_member (element, member)));
    }
}

static void
assert_plan_shape (JsonObject *plan)
{
  JsonArray *deadlines = json_object_get_array_member (plan, "deadlines");

  assert_shape (plan, "pack:s edition:s on:s deadlines:a papers:a steps:a documents:a problems:a notices:a");
  assert_all (plan, "deadlines",
              "id:s whose:s state:s event:S event_on:S event_to:S "
              "counted_end:S safe:S last:S confidence:S reference:a why:a",
              "state", "open due-today passed waiting met met-late suspended may-apply not-covered");
  assert_all (plan, "papers", "id:s state:s", "state", "needed useful may-apply have can-get lost");
  assert_all (plan, "steps", "id:s state:s expected_by:S", "state", "done now later may-apply not-covered");
  assert_all (plan, "documents", "id:s languages:a", NULL, "");
  assert_all (plan, "problems", "severity:s fact:S message:s", "severity", "missing warning note");
  assert_all (plan, "notices", "id:s kind:s state:s", "state", "applies may-apply");
  for (guint i = 0; i < json_array_get_length (deadlines); i++)
    {
      JsonObject *deadline = json_array_get_object_element (deadlines, i);
      const char *whose = json_object_get_string_member (deadline, "whose");
      g_assert_true (strcmp (whose, "person") == 0 || strcmp (whose, "office") == 0);
      assert_all (deadline, "reference", "title:s article:s href:S edition_read:S checked_on:S", NULL, "");
      assert_all (deadline, "why", "rule:s text:s", NULL, "");
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (deadline, "why")), >, 0);
    }
}

static ToolRun *
plan_on (const char *json,
         const char *on)
{
  g_autoptr (GBytes) input = g_bytes_new (json, strlen (json));

  return tool_run (&(ToolSetting) { .input = input }, "plan", "-", "--on", on, "--json", NULL);
}

static void
test_plan (gconstpointer data)
{
  static const char *const members[] = { "state", "event", "event_on", "counted_end", "safe", "last" };
  const PlanRow *row = data;
  g_autofree char *json = tool_make_case ("kz", "apply", row->facts);
  g_autoptr (ToolRun) run = plan_on (json, row->on);

  tool_assert_code (run, row->code);
  g_assert_true ((row->code == TOOL_ATTENTION) == (*run->err != '\0'));
  g_autoptr (JsonNode) root = tool_run_get_json (run);
  JsonObject *plan = json_node_get_object (root);
  assert_plan_shape (plan);
  g_assert_cmpstr (json_object_get_string_member (plan, "pack"), ==, "kz");
  if (row->deadline == NULL)
    return;

  JsonObject *deadline = tool_find_by (plan, "deadlines", "id", row->deadline);
  g_assert_nonnull (deadline);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *found = json_object_get_string_member_with_default (deadline, members[i], "");
      g_test_message ("%s", members[i]);
      g_assert_cmpstr (found, ==, row->expected[i]);
    }
}

static void
test_plan_sample (void)
{
  g_autofree char *json = tool_read_sample ();
  g_autoptr (ToolRun) run = plan_on (json, TOOL_ON);

  tool_assert_code (run, TOOL_DONE);
  g_assert_cmpstr (run->err, ==, "");
  g_autoptr (JsonNode) root = tool_run_get_json (run);
  JsonObject *plan = json_node_get_object (root);
  assert_plan_shape (plan);
  g_assert_cmpstr (json_object_get_string_member (plan, "on"), ==, TOOL_ON "T00:00");
  g_assert_nonnull (tool_find_by (plan, "documents", "id", "application"));
}

/* A file, standard input from a pipe and from a file, and options before or after the case: all the same */
static void
test_plan_input (void)
{
  const char *path = tool_get_sample_path ();
  g_autofree char *json = tool_read_sample ();
  const ToolSetting from_file = { .input_path = path };
  g_autoptr (ToolRun) file = tool_run (NULL, "plan", path, "--on", TOOL_ON, "--json", NULL);
  g_autoptr (ToolRun) pipe = plan_on (json, TOOL_ON);
  g_autoptr (ToolRun) redirected = tool_run (&from_file, "plan", "--json", "--on=" TOOL_ON, "-", NULL);
  g_autoptr (ToolRun) again = tool_run (NULL, "plan", "--json", "--on", TOOL_ON "T00:00", path, NULL);

  tool_assert_code (file, TOOL_DONE);
  g_assert_cmpstr (pipe->out, ==, file->out);
  g_assert_cmpstr (redirected->out, ==, file->out);
  g_assert_cmpstr (again->out, ==, file->out);
}

/* --why tells the event, the count, and each article with what was read of it and when it was looked at. */
static void
test_plan_why (void)
{
  static const char *const told[] = { "title", "article", "edition_read", "checked_on" };
  static const char *const rules[] = { "event", "count", "law", "confidence" };
  g_autofree char *json = tool_make_case ("kz", "apply", FAMILY);
  g_autoptr (GBytes) input = g_bytes_new (json, strlen (json));
  const ToolSetting setting = { .input = input };
  g_autoptr (ToolRun) run = plan_on (json, TOOL_ON);
  g_autoptr (ToolRun) why = tool_run (&setting, "plan", "-", "--on", TOOL_ON, "--why", NULL);
  g_autoptr (ToolRun) plain = tool_run (&setting, "plan", "-", "--on", TOOL_ON, NULL);
  g_autoptr (JsonNode) root = tool_run_get_json (run);
  JsonObject *deadline = tool_find_by (json_node_get_object (root), "deadlines", "id", "file_arrival");
  JsonArray *references = json_object_get_array_member (deadline, "reference");
  JsonArray *reasons = json_object_get_array_member (deadline, "why");

  tool_assert_code (why, TOOL_DONE);
  tool_assert_code (plain, TOOL_DONE);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_nonnull (tool_find_by (deadline, "why", "rule", rules[i]));
  for (guint i = 0; i < json_array_get_length (reasons); i++)
    {
      const char *text = json_object_get_string_member (json_array_get_object_element (reasons, i), "text");
      g_assert_nonnull (strstr (why->out, text));
      g_assert_null (strstr (plain->out, text));
    }
  g_assert_cmpuint (json_array_get_length (references), >, 0);
  for (guint i = 0; i < json_array_get_length (references); i++)
    {
      JsonObject *reference = json_array_get_object_element (references, i);
      for (guint j = 0; j < G_N_ELEMENTS (told); j++)
        g_assert_nonnull (strstr (why->out, json_object_get_string_member (reference, told[j])));
    }
  g_assert_nonnull (strstr (plain->out, "2026-11-27"));
  g_assert_nonnull (strstr (plain->out, "2026-11-30"));
}

/* id, edition, review state: what the pack itself says */
static void
test_packs (void)
{
  g_autoptr (ToolRun) run = tool_run (NULL, "packs", NULL);
  g_autofree char *text = tool_read_file (tool_get_packs (), "kz/pack.json");
  g_autoptr (JsonNode) pack = json_from_string (text, NULL);
  JsonObject *object = json_node_get_object (pack);
  g_autofree char *line =
    g_strdup_printf ("kz\t%s\t%s", json_object_get_string_member (object, "edition"),
                     json_object_get_string_member (json_object_get_object_member (object, "review"), "state"));

  tool_assert_code (run, TOOL_DONE);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_nonnull (strstr (run->out, line));
  g_assert_nonnull (strstr (run->out, "xt\t2026-11-22\tunreviewed"));
  g_assert_true (g_str_has_suffix (run->out, "\n"));
}

static void
test_check_pack (gconstpointer folder)
{
  g_autofree char *fixtures = g_build_filename (g_getenv ("PANAH_TEST_FIXTURES"), "packs", NULL);
  g_autofree char *path = g_build_filename (strcmp (folder, "xt") == 0 ? fixtures : tool_get_packs (), folder, NULL);
  g_autoptr (ToolRun) run = tool_run (NULL, "check-pack", path, NULL);

  tool_assert_code (run, TOOL_DONE);
  g_assert_cmpstr (run->out, ==, "");
}

/* Each line: file#/pointer: message */
static void
assert_problem_lines (const ToolRun *run,
                      const char    *beginning)
{
  g_auto (GStrv) lines = g_strsplit (run->out, "\n", -1);
  guint n = g_strv_length (lines);
  gboolean found = FALSE;

  tool_assert_code (run, TOOL_ATTENTION);
  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpstr (lines[n - 1], ==, "");
  for (guint i = 0; i < n - 1; i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_true (g_regex_match_simple ("^[a-z0-9./_-]+#(/[^ ]*)?: .", lines[i], 0, 0));
      found |= g_str_has_prefix (lines[i], beginning);
    }
  g_assert_true (found);
}

/* A pack with an error does not load: a case of it is refused, and the others are listed all the same. */
static void
test_broken_pack (gconstpointer data)
{
  const BrokenRow *row = data;
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *source = g_build_filename (g_getenv ("PANAH_TEST_FIXTURES"), "packs", "xt", NULL);
  g_autofree char *target = g_build_filename (folder, "xt", NULL);
  g_autofree char *path = g_build_filename (target, row->file, NULL);
  g_autofree char *search = g_strdup_printf ("%s:%s", folder, tool_get_packs ());

  tool_copy_folder (source, target);
  g_autofree char *text = tool_read_file (target, row->file);
  g_autofree char *broken = tool_replace (text, row->find, row->replacement);
  g_assert_true (g_file_set_contents (path, broken, -1, NULL));

  const char *environment[] = { "PANAH_PACK_PATH", search, NULL };
  g_autofree char *json = tool_make_case ("xt", "all", "");
  g_autoptr (GBytes) input = g_bytes_new (json, strlen (json));
  const ToolSetting setting = { .environment = environment, .input = input };
  g_autoptr (ToolRun) check = tool_run (&setting, "check-pack", target, NULL);
  g_autoptr (ToolRun) plan = tool_run (&setting, "plan", "-", NULL);
  g_autoptr (ToolRun) packs = tool_run (&setting, "packs", NULL);

  assert_problem_lines (check, row->line);
  tool_assert_refused (plan);
  tool_assert_code (packs, TOOL_ATTENTION);
  g_assert_nonnull (strstr (packs->out, "kz\t"));
  g_assert_null (strstr (packs->out, "xt\t"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (plan_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/contract/plan/%s", plan_rows[i].name);
      g_test_add_data_func (path, &plan_rows[i], test_plan);
    }
  g_test_add_func ("/contract/plan-sample", test_plan_sample);
  g_test_add_func ("/contract/plan-input", test_plan_input);
  g_test_add_func ("/contract/plan-why", test_plan_why);
  g_test_add_func ("/contract/packs", test_packs);
  g_test_add_data_func ("/contract/check-pack/kz", "kz", test_check_pack);
  g_test_add_data_func ("/contract/check-pack/xt", "xt", test_check_pack);
  for (guint i = 0; i < G_N_ELEMENTS (broken_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/contract/broken-pack/%s", broken_rows[i].name);
      g_test_add_data_func (path, &broken_rows[i], test_broken_pack);
    }

  return g_test_run ();
}
