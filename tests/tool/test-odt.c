/* test-odt.c - the papers as OpenDocument texts beside the PDFs, where that is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* The sample, rendered once without and once with text documents */
static struct
{
  char    *folder;
  char    *plain;
  char    *out;
  ToolRun *plain_run;
  ToolRun *run;
} sample;

static void
render_sample (void)
{
  if (sample.run != NULL)
    return;
  sample.folder = tool_new_folder ();
  sample.plain = g_build_filename (sample.folder, "plain", NULL);
  sample.out = g_build_filename (sample.folder, "out", NULL);
  sample.plain_run =
    tool_run (NULL, "render", tool_get_sample_path (), "--on", TOOL_ON, "--out", sample.plain, NULL);
  sample.run =
    tool_run (NULL, "render", tool_get_sample_path (), "--on", TOOL_ON, "--out", sample.out, "--odt", NULL);
  tool_assert_code (sample.plain_run, TOOL_DONE);
  tool_assert_code (sample.run, TOOL_DONE);
  g_assert_cmpstr (sample.run->err, ==, "");
}

static void
clear_sample (void)
{
  g_clear_pointer (&sample.plain_run, tool_run_free);
  g_clear_pointer (&sample.run, tool_run_free);
  g_clear_pointer (&sample.plain, g_free);
  g_clear_pointer (&sample.out, g_free);
  g_clear_pointer (&sample.folder, tool_remove_folder);
}

/* Who did not ask finds nothing changed: apart from the new member both manifests are the same text. */
static void
test_manifest (void)
{
  g_autoptr (GRegex) member = g_regex_new ("\"odt\" *: *\"[^\"]*\",\\s*", 0, 0, NULL);

  render_sample ();
  g_autofree char *rest = g_regex_replace_literal (member, sample.run->out, -1, 0, "", 0, NULL);
  g_assert_null (strstr (sample.plain_run->out, "odt"));
  g_assert_cmpstr (rest, ==, sample.plain_run->out);
}

typedef struct
{
  const char *id;
  const char *odt; /* (nullable): NULL if there is none */
} MemberRow;

static const MemberRow member_rows[] = {
  { "application", "application.ru.odt" },       /* a form */
  { "interpreter-statement", "interpreter-statement.ru.odt" }, /* a letter */
  { "annex", "annex.ru.odt" },                   /* a continuation sheet */
  { "interview-sheet", NULL },
  { "my-plan", NULL },
  { "rights-and-duties", NULL },
};

static void
test_member (gconstpointer data)
{
  const MemberRow *row = data;

  render_sample ();
  g_autoptr (JsonNode) root = tool_run_get_json (sample.run);
  JsonObject *document = tool_find_by (json_node_get_object (root), "documents", "id", row->id);
  g_assert_nonnull (document);
  g_assert_cmpstr (json_object_get_string_member_with_default (document, "odt", NULL), ==, row->odt);
}

/* The PDFs are the same as without, and there is nothing in the folder that the manifest does not name. */
static void
test_folder (void)
{
  render_sample ();
  g_autoptr (JsonNode) root = tool_run_get_json (sample.run);
  JsonArray *documents = json_object_get_array_member (json_node_get_object (root), "documents");
  g_autofree char *without = tool_describe_folder (sample.plain);
  struct stat info;
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      const char *odt =
        json_object_get_string_member_with_default (json_array_get_object_element (documents, i), "odt", NULL);
      g_autofree char *path = odt != NULL ? g_build_filename (sample.out, odt, NULL) : NULL;
      if (path == NULL)
        continue;
      g_assert_cmpint (lstat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode, ==, S_IFREG | 0600);
      g_assert_cmpint (g_unlink (path), ==, 0);
      n++;
    }
  g_assert_cmpuint (n, ==, 3);
  g_autofree char *with = tool_describe_folder (sample.out);
  g_assert_cmpstr (with, ==, without);
  clear_sample ();
}

static char *
run_program (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

static void
test_unzip (gconstpointer data)
{
  const MemberRow *row = data;

  if (!tool_has_program ("unzip"))
    {
      g_test_skip ("unzip is not installed");
      return;
    }
  render_sample ();
  g_autofree char *path = g_build_filename (sample.out, row->odt, NULL);
  g_autofree char *said = run_program ((const char *const[]) { "unzip", "-t", path, NULL });
  g_assert_nonnull (strstr (said, "No errors detected"));
}

/* What the person told stands whole where it belongs; the form of the same run has its beginning only. */
static void
test_whole_answer (void)
{
  g_autoptr (GRegex) tag = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autofree char *json = tool_read_sample ();
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonObject *facts = json_object_get_object_member (json_node_get_object (root), "facts");
  JsonObject *reasons = json_object_get_object_member (facts, "reasons.text");
  const char *story = json_object_get_string_member (json_object_get_object_member (reasons, "official"), "ru");

  if (!tool_has_program ("unzip") || !tool_has_program ("pdftotext"))
    {
      g_test_skip ("unzip or pdftotext is not installed");
      return;
    }
  render_sample ();
  g_autofree char *path = g_build_filename (sample.out, "application.ru.odt", NULL);
  g_autofree char *xml = run_program ((const char *const[]) { "unzip", "-p", path, "content.xml", NULL });
  g_autofree char *tagless = g_regex_replace_literal (tag, xml, -1, 0, "", 0, NULL);
  g_auto (GStrv) words = g_strsplit_set (tagless, " \n", -1);
  g_autofree char *spaceless = g_strjoinv ("", words);
  g_autofree char *pdf = tool_read_pdf (sample.out, "application.ru.pdf");
  g_assert_true (tool_text_has (pdf, "Я школьный учитель"));
  g_assert_false (tool_text_has (pdf, story));
  g_assert_true (tool_text_has (spaceless, story));
}

/* Of a sheet for the reader alone there is none, and none is missed. */
static void
test_only_a_sheet (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autoptr (ToolRun) run = tool_run (NULL, "render", tool_get_sample_path (), "--on", TOOL_ON, "--out", folder,
                                      "--document", "my-plan", "--odt", NULL);

  tool_assert_code (run, TOOL_DONE);
  g_assert_null (strstr (run->out, "odt"));
}

/* A text document of last time is replaced or spoken of; who does not ask for any hears nothing. */
static void
test_older (gconstpointer data)
{
  gboolean asked = data != NULL;
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *old = g_build_filename (folder, "application.ru.odt", NULL);

  g_assert_true (g_file_set_contents (old, "the old paper", -1, NULL));
  g_autoptr (ToolRun) run = tool_run (NULL, "render", tool_get_sample_path (), "--on", TOOL_ON, "--out", folder,
                                      "--document", "my-plan", asked ? "--odt" : NULL, NULL);
  g_autoptr (JsonNode) root = tool_run_get_json (run);
  g_assert_true (tool_has_problem (json_node_get_object (root), "note", NULL, "an older application.ru.odt") == asked);
}

/* All or nothing: where one text document cannot be written, no PDF is either. */
static void
test_all_or_nothing (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *taken = g_build_filename (folder, "annex.ru.odt", NULL);

  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  g_autofree char *before = tool_describe_folder (folder);
  g_autoptr (ToolRun) run =
    tool_run (NULL, "render", tool_get_sample_path (), "--on", TOOL_ON, "--out", folder, "--odt", NULL);
  tool_assert_refused (run);
  g_autofree char *after = tool_describe_folder (folder);
  g_assert_cmpstr (after, ==, before);
}

typedef struct
{
  const char *name;
  const char *environment[5];
} WhereRow;

static const WhereRow where_rows[] = {
  { "again", { NULL } },
  { "russian", { "LC_ALL", "ru_RU.UTF-8", "LANGUAGE", "ru" } },
  { "persian", { "LC_ALL", "fa_IR.UTF-8", "TZ", "Asia/Almaty" } },
  { "hash-order", { "SOURCE_DATE_EPOCH", "1", "MALLOC_PERTURB_", "90" } },
};

static void
test_where (gconstpointer data)
{
  const WhereRow *row = data;
  const ToolSetting setting = { .environment = row->environment };
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);

  render_sample ();
  g_autoptr (ToolRun) run =
    tool_run (&setting, "render", tool_get_sample_path (), "--on", TOOL_ON, "--out", out, "--odt", NULL);
  g_assert_cmpstr (run->out, ==, sample.run->out);
  g_autofree char *here = tool_describe_folder (sample.out), *there = tool_describe_folder (out);
  g_assert_cmpstr (there, ==, here);
}

static void
add_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (member_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/odt/member/", member_rows[i].id, NULL);
      g_autofree char *whole = g_strconcat ("/odt/unzip/", member_rows[i].id, NULL);
      g_test_add_data_func (path, &member_rows[i], test_member);
      if (member_rows[i].odt != NULL)
        g_test_add_data_func (whole, &member_rows[i], test_unzip);
    }
  for (guint i = 0; i < G_N_ELEMENTS (where_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/odt/where/", where_rows[i].name, NULL);
      g_test_add_data_func (path, &where_rows[i], test_where);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odt/manifest", test_manifest);
  g_test_add_func ("/odt/folder", test_folder);
  g_test_add_func ("/odt/whole-answer", test_whole_answer);
  g_test_add_func ("/odt/only-a-sheet", test_only_a_sheet);
  g_test_add_data_func ("/odt/older/asked", "asked", test_older);
  g_test_add_data_func ("/odt/older/not-asked", NULL, test_older);
  g_test_add_func ("/odt/all-or-nothing", test_all_or_nothing);
  add_rows ();

  int result = g_test_run ();
  clear_sample ();
  return result;
}
