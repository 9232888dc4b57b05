/* test-batch.c - many cases at once: what becomes of each, and the same as one at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED TRUE
#else
#define SANITIZED FALSE
#endif

#define HEAD "{\"format\":\"panah-case\",\"schema\":1,"

/* Kinds of cases, one letter each, on one line, and what becomes of them the day after the sample's arrival */
static const struct
{
  char        letter;
  int         code;
  const char *json;
  const char *told; /* (nullable): of the error, or of a problem */
} kinds[] = {
  { 'd', TOOL_DONE, HEAD "\"pack\":\"xt\",\"journey\":\"open\",\"facts\":{\"open.text\":\"да\"}}", NULL },
  { 'a', TOOL_ATTENTION, HEAD "\"pack\":\"xt\",\"journey\":\"open\",\"facts\":{\"poem\":\"x\"}}", "not a fact" },
  { 'p', TOOL_ATTENTION, HEAD "\"pack\":\"kz\",\"journey\":\"apply\",\"facts\":{\"entry.date\":\"2026-01-05\","
    "\"entry.manner\":\"lawful\"}}", "passed on 2026-01-12: " },
  { 'b', TOOL_REFUSED, HEAD, "ends too early" },
  { 'n', TOOL_REFUSED, HEAD "\"pack\":\"nn\",\"facts\":{}}", "no pack “nn”" },
  { 'w', TOOL_REFUSED, HEAD "\"pack\":\"../xt\",\"facts\":{}}", "not the name of a pack" },
  { 'k', TOOL_REFUSED, HEAD "\"pack\":\"xt\",\"facts\":[]}", "must be an object" },
  { 't', TOOL_REFUSED, HEAD "\"pack\":\"xt\",\"facts\":{\"open.date\":\"2026-02-30\"}}", "2026-02-30" },
};

typedef struct
{
  const char *name;
  const char *cases;
  int         code;
} Row;

static const Row rows[] = {
  { "one", "d", TOOL_DONE },
  { "all-done", "dddd", TOOL_DONE },
  { "one-needs-attention", "dadd", TOOL_ATTENTION },
  { "one-has-passed", "p", TOOL_ATTENTION },
  { "bad-first", "bdd", TOOL_ATTENTION },
  { "bad-in-the-middle", "ddbdd", TOOL_ATTENTION },
  { "bad-last", "ddb", TOOL_ATTENTION },
  { "all-bad", "bnwkt", TOOL_ATTENTION },
  { "every-kind", "dapbnwktdapbnwkt", TOOL_ATTENTION },
};

static guint
find_kind (char letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (kinds[i].letter == letter)
        return i;
    }
  g_assert_not_reached ();
}

/* As a folder: the names are those of the lines, so that the two can be compared. */
static char *
write_folder (const char *folder,
              const char *cases)
{
  char *path = g_build_filename (folder, "cases", NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  for (guint i = 0; cases[i] != '\0'; i++)
    {
      g_autofree char *name = g_strdup_printf ("%06u.json", i + 1);
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_assert_true (g_file_set_contents (file, kinds[find_kind (cases[i])].json, -1, NULL));
    }
  return path;
}

static char *
write_lines (const char *folder,
             const char *cases)
{
  char *path = g_build_filename (folder, "cases.jsonl", NULL);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; cases[i] != '\0'; i++)
    g_string_append_printf (lines, "%s\n", kinds[find_kind (cases[i])].json);
  g_assert_true (g_file_set_contents (path, lines->str, lines->len, NULL));
  return path;
}

static ToolRun *
run_batch (const char *input,
           const char *out,
           const char *jobs)
{
  return tool_run (NULL, "batch", input, "--on", TOOL_ON, "--out", out, jobs != NULL ? "--jobs" : NULL, jobs, NULL);
}

/* What the folder of a case holds is what its line says. */
static void
assert_files (JsonObject *line,
              const char *out)
{
  JsonArray *documents = json_object_get_array_member (line, "documents");
  guint n = json_array_get_length (documents), n_found = 0;
  g_autofree char *folder = g_build_filename (out, json_object_get_string_member (line, "case"), NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  struct stat info;

  g_assert_true ((dir != NULL) == (n > 0));
  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_found++;
  g_assert_cmpuint (n_found, ==, n);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *document = json_array_get_object_element (documents, i);
      g_autofree char *path = g_build_filename (folder, json_object_get_string_member (document, "file"), NULL);
      g_assert_cmpuint (json_object_get_size (document), ==, json_object_has_member (document, "of") ? 6 : 5);
      g_assert_cmpint (stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_size, ==, json_object_get_int_member (document, "bytes"));
      g_assert_cmpint (info.st_mode & 07777, ==, 0600);
      g_assert_cmpint (json_object_get_int_member (document, "pages"), >, 0);
    }
}

static void
assert_line (JsonObject *line,
             guint       kind,
             const char *out)
{
  static const char *const members[] = { "case", "code", "documents", "problems", "error" };
  g_autoptr (GList) names = json_object_get_members (line);
  gboolean refused = kinds[kind].code == TOOL_REFUSED;
  guint i = 0;

  g_assert_cmpuint (g_list_length (names), ==, G_N_ELEMENTS (members));
  for (GList *l = names; l != NULL; l = l->next)
    g_assert_cmpstr (l->data, ==, members[i++]);
  g_assert_cmpint (json_object_get_int_member (line, "code"), ==, kinds[kind].code);
  g_assert_true (refused == (json_array_get_length (json_object_get_array_member (line, "documents")) == 0));
  g_assert_true (refused != json_object_get_null_member (line, "error"));
  if (refused)
    g_assert_nonnull (strstr (json_object_get_string_member (line, "error"), kinds[kind].told));
  g_assert_true ((kinds[kind].code == TOOL_ATTENTION) == tool_has_problem (line, "warning", NULL, kinds[kind].told));
  assert_files (line, out);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *cases = write_folder (folder, row->cases), *lines = write_lines (folder, row->cases);
  g_autofree char *out = g_build_filename (folder, "out", NULL), *other = g_build_filename (folder, "other", NULL);
  g_autoptr (ToolRun) run = run_batch (cases, out, NULL), other_run = run_batch (lines, other, NULL);
  g_autoptr (GPtrArray) roots = tool_run_get_lines (run);
  guint n_saved = 0;

  tool_assert_code (run, row->code);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpuint (roots->len, ==, strlen (row->cases));
  for (guint i = 0; i < roots->len; i++)
    {
      JsonObject *line = json_node_get_object (roots->pdata[i]);
      g_autofree char *name = g_strdup_printf ("%06u", i + 1);
      guint kind = find_kind (row->cases[i]);
      g_assert_cmpstr (json_object_get_string_member (line, "case"), ==, name);
      assert_line (line, kind, out);
      n_saved += kinds[kind].code != TOOL_REFUSED;
    }
  g_assert_true (g_file_test (out, G_FILE_TEST_EXISTS) == (n_saved > 0));

  tool_assert_code (other_run, row->code);
  g_assert_cmpstr (other_run->err, ==, "");
  g_assert_cmpstr (other_run->out, ==, run->out);
  g_autofree char *here = tool_describe_folder (out), *there = tool_describe_folder (other);
  g_assert_cmpstr (there, ==, here);
}

typedef struct
{
  const char *name;
  const char *pack; /* (nullable): %NULL is the sample family */
  const char *journey;
  const char *facts;
} RenderRow;

static const RenderRow render_rows[] = {
  { "sample", NULL },
  { "nothing-answered", "kz", "apply", "" },
  { "warnings", "kz", "complain", "\"poem\":\"x\",\"applicant.birth_date\":\"2030-01-01\"" },
  { "other-country", "kg", "apply", "\"entry.date\":\"2026-11-23\"" },
  { "no-journey", "kz", "none", "\"entry.date\":\"2026-11-23\"" },
  { "scripts", "xt", "all", "\"kind.text\":\"Ёжик فارسی 中文\",\"open.long-text\":\"қазақ\\nсоз\"" },
  { "fictional", "xa", "claim", "" },
};

/* Documents without their fields, and what there is to know */
static void
assert_same_manifest (JsonObject *line,
                      JsonObject *manifest)
{
  JsonArray *documents = json_object_get_array_member (manifest, "documents");

  for (guint i = 0; i < json_array_get_length (documents); i++)
    json_object_remove_member (json_array_get_object_element (documents, i), "fields");
  g_assert_true (json_node_equal (json_object_get_member (line, "documents"),
                                  json_object_get_member (manifest, "documents")));
  g_assert_true (json_node_equal (json_object_get_member (line, "problems"),
                                  json_object_get_member (manifest, "problems")));
}

/* All of them in one batch and one thread, so that one case could colour the next; then one after the other. */
static void
test_same_as_render (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *cases = write_folder (folder, ""), *out = g_build_filename (folder, "out", NULL);
  g_autofree char *sample = tool_read_sample ();
  g_autofree char *jsons[G_N_ELEMENTS (render_rows)] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (render_rows); i++)
    {
      const RenderRow *row = &render_rows[i];
      g_autofree char *name = g_strdup_printf ("%u-%s.json", i, row->name);
      g_autofree char *path = g_build_filename (cases, name, NULL);
      jsons[i] = row->pack == NULL ? g_strdup (sample) : tool_make_case (row->pack, row->journey, row->facts);
      g_assert_true (g_file_set_contents (path, jsons[i], -1, NULL));
    }

  g_autoptr (ToolRun) run = run_batch (cases, out, "1");
  g_autoptr (GPtrArray) lines = tool_run_get_lines (run);
  tool_assert_code (run, TOOL_ATTENTION);
  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (render_rows));
  for (guint i = 0; i < G_N_ELEMENTS (render_rows); i++)
    {
      JsonObject *line = json_node_get_object (lines->pdata[i]);
      g_autofree char *mine = g_build_filename (out, json_object_get_string_member (line, "case"), NULL);
      g_autofree char *theirs = g_strdup_printf ("%s/render-%u", folder, i);
      g_autoptr (ToolRun) render = tool_render (jsons[i], theirs);
      g_autoptr (JsonNode) manifest = tool_run_get_json (render);
      g_test_message ("%s", render_rows[i].name);
      tool_assert_code (render, json_object_get_int_member (line, "code"));
      assert_same_manifest (line, json_node_get_object (manifest));
      g_autofree char *here = tool_describe_folder (mine), *there = tool_describe_folder (theirs);
      g_assert_cmpstr (here, ==, there);
    }
}

/* However many work, and even if more work than there are cases. */
static void
test_jobs (gconstpointer jobs)
{
  const char *cases = "pdabdpdkapddnpdadbtwd";
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *lines = write_lines (folder, cases);
  g_autofree char *one = g_build_filename (folder, "one", NULL), *many = g_build_filename (folder, "many", NULL);
  g_autoptr (ToolRun) one_run = run_batch (lines, one, "1"), many_run = run_batch (lines, many, jobs);
  g_autofree char *one_files = tool_describe_folder (one), *many_files = tool_describe_folder (many);

  tool_assert_code (one_run, TOOL_ATTENTION);
  tool_assert_code (many_run, TOOL_ATTENTION);
  g_assert_cmpstr (many_run->out, ==, one_run->out);
  g_assert_cmpstr (many_files, ==, one_files);
}

/* The first takes longer than all lines that may be held back for it. */
static void
test_many (void)
{
  enum { N = 300 };
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *cases = g_strnfill (N, 'b'), *out = g_build_filename (folder, "out", NULL);

  cases[0] = 'p';
  for (guint i = 10; i < N; i += 10)
    cases[i] = 'd';
  g_autofree char *input = write_lines (folder, cases);
  g_autoptr (ToolRun) run = run_batch (input, out, "4");
  g_autoptr (GPtrArray) lines = tool_run_get_lines (run);

  tool_assert_code (run, TOOL_ATTENTION);
  g_assert_cmpuint (lines->len, ==, N);
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *name = g_strdup_printf ("%06u", i + 1);
      JsonObject *line = json_node_get_object (lines->pdata[i]);
      g_assert_cmpstr (json_object_get_string_member (line, "case"), ==, name);
      assert_line (line, find_kind (cases[i]), out);
    }
}

/* Papers of last time are replaced; what else lies there is told of and stays. */
static void
test_again (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *input = write_folder (folder, "dd"), *out = g_build_filename (folder, "out", NULL);
  g_autofree char *older = g_build_filename (out, "000001", "kinds.ru.pdf", NULL);
  g_autofree char *mine = g_build_filename (out, "000001", "open.ru.pdf", NULL);
  g_autoptr (ToolRun) first = run_batch (input, out, NULL);
  g_autofree char *before = tool_read_file (out, "000001/open.ru.pdf");

  g_assert_true (g_file_set_contents (older, "older", -1, NULL));
  g_assert_true (g_file_set_contents (mine, "older", -1, NULL));
  g_autoptr (ToolRun) again = run_batch (input, out, NULL);
  g_autoptr (GPtrArray) lines = tool_run_get_lines (again);

  tool_assert_code (again, TOOL_DONE);
  g_assert_true (tool_has_problem (json_node_get_object (lines->pdata[0]), "note", NULL, "older kinds.ru.pdf"));
  g_assert_false (tool_has_problem (json_node_get_object (lines->pdata[1]), "note", NULL, "older"));
  g_assert_true (g_file_test (older, G_FILE_TEST_EXISTS));
  g_autofree char *after = tool_read_file (out, "000001/open.ru.pdf");
  g_assert_cmpstr (after, ==, before);
}

/* A case is there whole or not at all, and each says why. */
static void
test_disk_full (void)
{
  const char *environment[] = { "LD_PRELOAD", g_getenv ("PANAH_BAD_DISK"), "PANAH_TEST_WRITE_LIMIT", "400000", NULL };
  const ToolSetting setting = { .environment = environment };
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  guint n_saved = 0;

  if (SANITIZED || environment[1] == NULL)
    {
      g_test_skip (SANITIZED ? "the sanitizer wants to be loaded first" : "PANAH_BAD_DISK is not set");
      return;
    }
  g_autofree char *input = write_lines (folder, "pppp");
  g_autoptr (ToolRun) run = tool_run (&setting, "batch", input, "--on", TOOL_ON, "--out", out, "--jobs", "1", NULL);
  g_autoptr (GPtrArray) lines = tool_run_get_lines (run);

  tool_assert_code (run, TOOL_ATTENTION);
  g_assert_cmpuint (lines->len, ==, 4);
  for (guint i = 0; i < lines->len; i++)
    {
      JsonObject *line = json_node_get_object (lines->pdata[i]);
      const char *error = json_object_get_string_member_with_default (line, "error", NULL);
      assert_files (line, out);
      g_assert_true (error == NULL || strstr (error, "No space left") != NULL);
      n_saved += error == NULL;
    }
  g_assert_cmpuint (n_saved, >, 0);
  g_assert_cmpuint (n_saved, <, 4);
}

/* All papers of a case are open at once, times the number of jobs; a terminal allows 1024 files, this one far fewer. */
static void
test_few_open_files (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *input = write_lines (folder, "pppppppp"), *out = g_build_filename (folder, "out", NULL);
  struct rlimit before, few;

  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &before), ==, 0);
  few = before;
  few.rlim_cur = 24;
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &few), ==, 0);
  g_autoptr (ToolRun) run = tool_run (NULL, "batch", input, "--on", TOOL_ON, "--out", out, "--jobs", "8", NULL);
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &before), ==, 0);

  g_autoptr (GPtrArray) lines = tool_run_get_lines (run);
  g_assert_cmpuint (lines->len, ==, 8);
  for (guint i = 0; i < lines->len; i++)
    g_assert_true (json_object_get_null_member (json_node_get_object (lines->pdata[i]), "error"));
}

/* Nobody takes the lines: it stops instead of filling the disk. */
static void
test_output_full (void)
{
  const ToolSetting setting = { .output_path = "/dev/full" };
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *input = write_lines (folder, "ddddddddddddddddddddddddddddddddddddddd");
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *late = g_build_filename (out, "000030", NULL);
  g_autoptr (ToolRun) run = tool_run (&setting, "batch", input, "--out", out, "--jobs", "4", NULL);

  tool_assert_refused (run);
  g_assert_false (g_file_test (late, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  static const char *const jobs[] = { "2", "8", "200" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/batch/outcome/%s", rows[i].name);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/batch/jobs/%s", jobs[i]);
      g_test_add_data_func (path, jobs[i], test_jobs);
    }
  g_test_add_func ("/batch/same-as-render", test_same_as_render);
  g_test_add_func ("/batch/many", test_many);
  g_test_add_func ("/batch/again", test_again);
  g_test_add_func ("/batch/disk-full", test_disk_full);
  g_test_add_func ("/batch/few-open-files", test_few_open_files);
  g_test_add_func ("/batch/output-full", test_output_full);

  return g_test_run ();
}
