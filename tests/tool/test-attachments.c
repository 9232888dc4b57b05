/* test-attachments.c - what goes into a sealed file beside the answers, and what is written down of the rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PASSPHRASE "six words that nobody would guess"

static ToolRun *
run_typed (const char *const *arguments)
{
  g_autoptr (GBytes) input = g_bytes_new_static (PASSPHRASE, strlen (PASSPHRASE));
  const ToolSetting setting = { .input = input };

  return tool_run_argv (&setting, arguments);
}

#define run(...) run_typed ((const char *const[]) { __VA_ARGS__, "--passphrase-fd", "0", NULL })

/* What goes in with the case comes out with it. */
static void
test_attachments (void)
{
  static const struct { const char *name, *bytes; } files[] = {
    { "решение суда.pdf", "%PDF-1.7 …" }, { "a.b.c", "" }, { "--help", "no option" }, { "%s%n", "%s" },
  };
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *in = g_build_filename (folder, "in", NULL), *out = g_build_filename (folder, "out", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pnh", NULL);

  g_assert_cmpint (g_mkdir (in, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = g_build_filename (in, files[i].name, NULL);
      g_assert_true (g_file_set_contents (file, files[i].bytes, -1, NULL));
    }
  g_autoptr (ToolRun) sealed = run ("seal", tool_get_sample_path (), path, "--attachments", in);
  tool_assert_code (sealed, TOOL_DONE);
  g_autoptr (ToolRun) unsealed = run ("unseal", path, "--attachments", out);
  tool_assert_code (unsealed, TOOL_DONE);
  g_autofree char *before = tool_describe_contents (in), *after = tool_describe_contents (out);
  g_assert_cmpstr (before, ==, after);
}

/* What one file of the folder may be for the whole to be refused. */
static const struct
{
  const char *name;
  const char *file;
  gsize       n_bytes; /* 0: a folder, 1: a link */
  guint       n_files;
  const char *told;
} bad_attachments[] = {
  { "folder", "scans", 0, 1, "only files can be sealed" },
  { "link", "scan", 1, 1, "only files can be sealed" },
  { "hidden", ".scan", 2, 1, ".scan: this cannot be the name of an attachment" },
  { "new-line", "a\nb", 2, 1, "this cannot be the name of an attachment" },
  { "backslash", "..\\b", 2, 1, "this cannot be the name of an attachment" },
  { "turns-the-line", "a\342\200\256b", 2, 1, "this cannot be the name of an attachment" },
  { "not-utf8", "\377", 2, 1, "this cannot be the name of an attachment" },
  { "too-large", "scan", 10 * 1024 * 1024 + 1, 1, "scan: " },
  { "too-many", "scan", 2, 1025, "there are more than 1,024" },
  { "too-large-together", "scan", 10 * 1024 * 1024, 7, "larger than 64 MiB together" },
};

static void
test_bad_attachments (gconstpointer data)
{
  const typeof (bad_attachments[0]) *row = data;
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *in = g_build_filename (folder, "in", NULL), *path = g_build_filename (folder, "a.pnh", NULL);
  g_autofree char *bytes = g_malloc0 (row->n_bytes + 1);

  g_assert_cmpint (g_mkdir (in, 0700), ==, 0);
  for (guint i = 0; i < row->n_files; i++)
    {
      g_autofree char *number = i > 0 ? g_strdup_printf ("%u", i) : g_strdup ("");
      g_autofree char *file = g_strconcat (in, G_DIR_SEPARATOR_S, row->file, number, NULL);
      if (row->n_bytes == 0)
        g_assert_cmpint (g_mkdir (file, 0700), ==, 0);
      else if (row->n_bytes == 1)
        g_assert_cmpint (symlink (tool_get_sample_path (), file), ==, 0);
      else
        g_assert_true (g_file_set_contents (file, bytes, row->n_bytes, NULL));
    }
  g_autoptr (ToolRun) refused = run ("seal", tool_get_sample_path (), path, "--attachments", in);
  tool_assert_refused (refused);
  g_assert_nonnull (strstr (refused->err, row->told));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Sealed under other rules, the dates that stand in the case are those that were shown. */
static void
test_moved (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pnh", NULL), *plain = g_build_filename (folder, "a.json", NULL);
  g_autofree char *sample = tool_read_sample ();
  g_autoptr (JsonNode) root = json_from_string (sample, NULL);
  static const char shown[] = "{\"edition\":\"2020-02-02\",\"hash\":\"old\",\"on\":\"" TOOL_ON "T00:00\",\"deadlines\":{"
                              "\"file_illegal_entry\":{\"state\":\"open\",\"safe\":null,\"last\":\"2026-11-25\"}}}";

  json_object_set_member (json_node_get_object (root), "last_plan", json_from_string (shown, NULL));
  g_autofree char *text = json_to_string (root, FALSE);
  g_assert_true (g_file_set_contents (plain, text, -1, NULL));
  g_autoptr (ToolRun) sealed = run ("seal", plain, path);
  tool_assert_code (sealed, TOOL_DONE);
  g_autoptr (ToolRun) unsealed = run ("unseal", path);
  g_autoptr (JsonNode) back = json_from_string (unsealed->out, NULL);
  g_assert_true (json_node_equal (root, back));

  g_autoptr (ToolRun) usual = tool_run (NULL, "plan", tool_get_sample_path (), "--on", TOOL_ON, NULL);
  g_autoptr (ToolRun) said = run ("plan", path, "--on", TOOL_ON);
  g_assert_cmpint (said->code, ==, usual->code);
  g_assert_cmpstr (said->err, ==, usual->err);
  g_assert_null (strstr (usual->out, "the rules have changed"));
  g_assert_nonnull (strstr (said->out, "\nnote     the dates were last shown under the rules of edition 2020-02-02; "
                                       "these are of edition"));
  g_assert_nonnull (strstr (said->out, "has moved from safe –, last 2026-11-25 to safe 2026-11-24T04:30, last 2026-11-24T04:30"));
  g_autoptr (ToolRun) json = run ("plan", path, "--on", TOOL_ON, "--json");
  g_autoptr (JsonNode) plan = json_from_string (json->out, NULL);
  JsonArray *problems = json_object_get_array_member (json_node_get_object (plan), "problems");
  JsonObject *last = json_array_get_object_element (problems, json_array_get_length (problems) - 1);
  g_assert_cmpstr (json_object_get_string_member (last, "severity"), ==, "note");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tool/attachments/round-trip", test_attachments);
  for (guint i = 0; i < G_N_ELEMENTS (bad_attachments); i++)
    {
      g_autofree char *path = g_strconcat ("/tool/attachments/bad/", bad_attachments[i].name, NULL);
      g_test_add_data_func (path, &bad_attachments[i], test_bad_attachments);
    }
  g_test_add_func ("/tool/attachments/moved", test_moved);

  return g_test_run ();
}
