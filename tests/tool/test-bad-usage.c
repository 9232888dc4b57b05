/* test-bad-usage.c - wrong commands, files that cannot be read and folders that cannot be written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED TRUE
#else
#define SANITIZED FALSE
#endif

/**
 * Row:
 * @name: of the test
 * @arguments: "SAMPLE" stands for the sample case and "SAMPLES" for its folder, a leading "FOLDER" for a new folder
 *   that holds the file `file`
 */
typedef struct
{
  const char *name;
  const char *arguments[9];
} Row;

static const Row rows[] = {
  { "command/none", { NULL } },
  { "command/empty", { "" } },
  { "command/unknown", { "frobnicate" } },
  { "command/case", { "Plan", "SAMPLE" } },
  { "command/option-first", { "--json", "plan", "SAMPLE" } },
  { "packs/argument", { "packs", "kz" } },
  { "packs/option", { "packs", "--all" } },
  { "check-pack/no-argument", { "check-pack" } },
  { "check-pack/two-arguments", { "check-pack", "FOLDER", "FOLDER" } },
  { "check-pack/missing", { "check-pack", "FOLDER/missing" } },
  { "check-pack/escape", { "check-pack", "FOLDER/\033[31m\xE2\x80\xAEmissing" } },
  { "check-pack/not-utf8", { "check-pack", "FOLDER/\xFF\xF7missing" } },
  { "check-pack/file", { "check-pack", "FOLDER/file" } },
  { "check-pack/option", { "check-pack", "FOLDER", "--json" } },
  { "plan/no-argument", { "plan" } },
  { "plan/two-arguments", { "plan", "SAMPLE", "SAMPLE" } },
  { "plan/unknown-option", { "plan", "SAMPLE", "--yaml" } },
  { "plan/unknown-letter", { "plan", "SAMPLE", "-x" } },
  { "plan/option-of-render", { "plan", "SAMPLE", "--out", "FOLDER/out" } },
  { "plan/on-without-value", { "plan", "SAMPLE", "--on" } },
  { "plan/on-empty", { "plan", "SAMPLE", "--on", "" } },
  { "plan/on-words", { "plan", "SAMPLE", "--on", "tomorrow" } },
  { "plan/on-february-30", { "plan", "SAMPLE", "--on", "2026-02-30" } },
  { "plan/on-february-29", { "plan", "SAMPLE", "--on", "2025-02-29" } },
  { "plan/on-month-13", { "plan", "SAMPLE", "--on", "2026-13-01" } },
  { "plan/on-hour-24", { "plan", "SAMPLE", "--on", "2026-11-24T24:00" } },
  { "plan/on-minute-60", { "plan", "SAMPLE", "--on", "2026-11-24T12:60" } },
  { "plan/on-space", { "plan", "SAMPLE", "--on", " 2026-11-24" } },
  { "plan/on-seconds", { "plan", "SAMPLE", "--on", "2026-11-24T12:00:00" } },
  { "plan/missing", { "plan", "FOLDER/missing.json" } },
  { "plan/empty-name", { "plan", "" } },
  { "plan/folder", { "plan", "FOLDER" } },
  { "plan/below-a-file", { "plan", "FOLDER/file/case.json" } },
  { "plan/read-error", { "plan", "/proc/self/mem" } },
  { "plan/endless", { "plan", "/dev/zero" } },
  { "render/no-argument", { "render", "--out", "FOLDER/out" } },
  { "render/two-arguments", { "render", "SAMPLE", "SAMPLE", "--out", "FOLDER/out" } },
  { "render/no-out", { "render", "SAMPLE" } },
  { "render/out-without-value", { "render", "SAMPLE", "--out" } },
  { "render/out-empty", { "render", "SAMPLE", "--out", "" } },
  { "render/unknown-option", { "render", "SAMPLE", "--out", "FOLDER/out", "--json" } },
  { "render/unknown-document", { "render", "SAMPLE", "--out", "FOLDER/out", "--document", "poem" } },
  { "render/empty-document", { "render", "SAMPLE", "--out", "FOLDER/out", "--document", "" } },
  { "render/document-as-path", { "render", "SAMPLE", "--out", "FOLDER/out", "--document", "../application" } },
  { "render/one-unknown-document",
    { "render", "SAMPLE", "--out", "FOLDER/out", "--document", "application", "--document", "poem" } },
  { "render/language-of-nothing", { "render", "SAMPLE", "--out", "FOLDER/out", "--language", "tlh" } },
  { "render/language-empty", { "render", "SAMPLE", "--out", "FOLDER/out", "--language", "" } },
  { "render/language-as-path", { "render", "SAMPLE", "--out", "FOLDER/out", "--language", "../ru" } },
  { "render/bad-on", { "render", "SAMPLE", "--out", "FOLDER/out", "--on", "2026-02-30" } },
  { "render/missing", { "render", "FOLDER/missing.json", "--out", "FOLDER/out" } },
  { "render/folder", { "render", "FOLDER", "--out", "FOLDER/out" } },
  { "render/endless", { "render", "/dev/zero", "--out", "FOLDER/out" } },
  { "batch/no-argument", { "batch", "--out", "FOLDER/out" } },
  { "batch/two-arguments", { "batch", "FOLDER", "FOLDER", "--out", "FOLDER/out" } },
  { "batch/no-out", { "batch", "SAMPLES" } },
  { "batch/out-without-value", { "batch", "SAMPLES", "--out" } },
  { "batch/out-empty", { "batch", "SAMPLES", "--out", "" } },
  { "batch/jobs-0", { "batch", "SAMPLES", "--out", "FOLDER/out", "--jobs", "0" } },
  { "batch/jobs-negative", { "batch", "SAMPLES", "--out", "FOLDER/out", "--jobs", "-1" } },
  { "batch/jobs-too-many", { "batch", "SAMPLES", "--out", "FOLDER/out", "--jobs", "257" } },
  { "batch/jobs-word", { "batch", "SAMPLES", "--out", "FOLDER/out", "--jobs", "all" } },
  { "batch/jobs-overflow", { "batch", "SAMPLES", "--out", "FOLDER/out", "--jobs", "4294967297" } },
  { "batch/option-of-render", { "batch", "SAMPLES", "--out", "FOLDER/out", "--document", "application" } },
  { "batch/bad-on", { "batch", "SAMPLES", "--out", "FOLDER/out", "--on", "2026-02-30" } },
  { "batch/missing", { "batch", "FOLDER/missing", "--out", "FOLDER/out" } },
  { "batch/missing-lines", { "batch", "FOLDER/missing.jsonl", "--out", "FOLDER/out" } },
  { "batch/one-case", { "batch", "SAMPLE", "--out", "FOLDER/out" } },
  { "batch/other-file", { "batch", "FOLDER/file", "--out", "FOLDER/out" } },
  { "batch/endless", { "batch", "/dev/zero", "--out", "FOLDER/out" } },
  { "batch/nothing-in-folder", { "batch", "FOLDER", "--out", "FOLDER/out" } },
  { "batch/nothing-in-input", { "batch", "-", "--out", "FOLDER/out" } },
  { "batch-out/proc", { "batch", "SAMPLES", "--out", "/proc/panah-out" } },
  { "batch-out/file", { "batch", "SAMPLES", "--out", "FOLDER/file" } },
  { "batch-out/below-a-file", { "batch", "SAMPLES", "--out", "FOLDER/file/out" } },
  { "batch-out/below-nothing", { "batch", "SAMPLES", "--out", "FOLDER/missing/out" } },
  { "batch-out/link-to-nothing", { "batch", "SAMPLES", "--out", "FOLDER/link" } },
  { "out/proc", { "render", "SAMPLE", "--out", "/proc/panah-out" } },
  { "out/file", { "render", "SAMPLE", "--out", "FOLDER/file" } },
  { "out/below-a-file", { "render", "SAMPLE", "--out", "FOLDER/file/out" } },
  { "out/below-nothing", { "render", "SAMPLE", "--out", "FOLDER/missing/out" } },
  { "out/link-to-nothing", { "render", "SAMPLE", "--out", "FOLDER/link" } },
  { "out/name-taken-by-folder", { "render", "SAMPLE", "--out", "FOLDER/taken" } },
};

static char *
new_folder (void)
{
  char *folder = tool_new_folder ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *taken = g_build_filename (folder, "taken", "application.ru.pdf", NULL);

  g_assert_true (g_file_set_contents (file, "not a folder", -1, NULL));
  g_assert_cmpint (symlink ("nothing", link), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (taken, 0700), ==, 0);
  return folder;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ToolFolder) folder = new_folder ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; row->arguments[i] != NULL; i++)
    {
      g_autofree char *argument = NULL;
      if (strcmp (row->arguments[i], "SAMPLE") == 0)
        argument = g_strdup (tool_get_sample_path ());
      else if (strcmp (row->arguments[i], "SAMPLES") == 0)
        argument = g_path_get_dirname (tool_get_sample_path ());
      else if (g_str_has_prefix (row->arguments[i], "FOLDER"))
        argument = g_strconcat (folder, row->arguments[i] + strlen ("FOLDER"), NULL);
      else
        argument = g_strdup (row->arguments[i]);
      g_strv_builder_add (builder, argument);
    }
  g_auto (GStrv) arguments = g_strv_builder_end (builder);

  g_autofree char *before = tool_describe_folder (folder);
  g_autoptr (ToolRun) run = tool_run_argv (NULL, (const char *const *) arguments);
  g_autofree char *after = tool_describe_folder (folder);

  tool_assert_refused (run);
  g_assert_cmpstr (after, ==, before);
}

/* Standard input that is a folder cannot be read. */
static void
test_input_unreadable (gconstpointer data)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  const ToolSetting setting = { .input_path = data };
  g_autoptr (ToolRun) plan = tool_run (&setting, "plan", "-", NULL);
  g_autoptr (ToolRun) render = tool_run (&setting, "render", "-", "--out", out, NULL);
  g_autoptr (ToolRun) batch = tool_run (&setting, "batch", "-", "--out", out, NULL);

  tool_assert_refused (plan);
  tool_assert_refused (render);
  tool_assert_refused (batch);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

/* Nobody takes what is printed. */
static void
assert_output_refused (const ToolSetting *setting,
                       const char        *command)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  gboolean render = strcmp (command, "render") == 0;
  g_autoptr (ToolRun) run = render ? tool_run (setting, command, tool_get_sample_path (), "--out", out, NULL)
                            : strcmp (command, "plan") == 0
                              ? tool_run (setting, command, tool_get_sample_path (), "--json", NULL)
                              : tool_run (setting, command, NULL);

  tool_assert_refused (run);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

static void
test_output_full (gconstpointer command)
{
  assert_output_refused (&(ToolSetting) { .output_path = "/dev/full" }, command);
}

static void
test_output_closed (gconstpointer command)
{
  assert_output_refused (&(ToolSetting) { .output_closed = TRUE }, command);
}

static ToolRun *
render_with_limit (const char *limit,
                   const char *out)
{
  const char *environment[] = { "LD_PRELOAD", g_getenv ("PANAH_BAD_DISK"), "PANAH_TEST_WRITE_LIMIT", limit, NULL };
  const ToolSetting setting = { .environment = environment };

  return tool_run (&setting, "render", tool_get_sample_path (), "--on", TOOL_ON, "--out", out, NULL);
}

static gboolean
can_fill_disk (void)
{
  if (SANITIZED)
    g_test_skip ("the sanitizer wants to be loaded first");
  else if (g_getenv ("PANAH_BAD_DISK") == NULL)
    g_test_skip ("PANAH_BAD_DISK is not set");
  else
    return TRUE;
  return FALSE;
}

static void
assert_disk_full (const char *folder,
                  const char *limit)
{
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *before = tool_describe_folder (folder);
  g_autoptr (ToolRun) run = render_with_limit (limit, out);
  g_autofree char *after = tool_describe_folder (folder);

  tool_assert_refused (run);
  g_assert_nonnull (strstr (run->err, "No space left"));
  g_assert_cmpstr (after, ==, before);
}

static void
test_disk_full (gconstpointer limit)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();

  if (can_fill_disk ())
    assert_disk_full (folder, limit);
}

/* The papers of last time stay as they are. */
static void
test_disk_full_again (gconstpointer limit)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *form = g_build_filename (out, "application.ru.pdf", NULL);

  if (!can_fill_disk ())
    return;
  g_assert_cmpint (g_mkdir (out, 0755), ==, 0);
  g_assert_true (g_file_set_contents (form, "the old paper", -1, NULL));
  assert_disk_full (folder, limit);
}

/* The limit alone breaks nothing. */
static void
test_disk_large (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);

  if (!can_fill_disk ())
    return;
  g_autoptr (ToolRun) run = render_with_limit ("100000000", out);
  tool_assert_code (run, TOOL_DONE);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const limits[] = { "0", "1", "4096", "20000", "30000", "50000" };
  static const char *const commands[] = { "packs", "plan", "render" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bad-usage/%s", rows[i].name);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bad-usage/disk-full/new/%s", limits[i]);
      g_autofree char *again = g_strdup_printf ("/bad-usage/disk-full/again/%s", limits[i]);
      g_test_add_data_func (path, limits[i], test_disk_full);
      g_test_add_data_func (again, limits[i], test_disk_full_again);
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bad-usage/output-full/%s", commands[i]);
      g_autofree char *closed = g_strdup_printf ("/bad-usage/output-closed/%s", commands[i]);
      g_test_add_data_func (path, commands[i], test_output_full);
      g_test_add_data_func (closed, commands[i], test_output_closed);
    }
  g_test_add_data_func ("/bad-usage/input/folder", "/", test_input_unreadable);
  g_test_add_data_func ("/bad-usage/input/nothing", "/dev/null", test_input_unreadable);
  g_test_add_func ("/bad-usage/disk-full/not-yet", test_disk_large);

  return g_test_run ();
}
