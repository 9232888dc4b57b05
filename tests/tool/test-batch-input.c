/* test-batch-input.c - what a batch is fed with, where it may not write, and how it is stopped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* posix_openpt */

#include "tool-support.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CASE "{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"xt\",\"journey\":\"open\",\"facts\":{}}"
#define LONGEST (8 * 1024 * 1024)

/**
 * EntryRow:
 * @name: of the test
 * @file: its name in the folder, beside a case `a.json` and before a case `z.json`
 * @make: makes it; @target is a case outside of the folder
 * @code: of its line; -1 if it has none
 * @told: (nullable): on standard error, or in the line
 * @exit_code: of the batch
 */
typedef struct
{
  const char *name;
  const char *file;
  void      (*make) (const char *path,
                     const char *target);
  int         code;
  const char *told;
  int         exit_code;
} EntryRow;

static void
make_case (const char *path,
           const char *target)
{
  g_assert_true (g_file_set_contents (path, CASE, -1, NULL));
}

static void
make_folder (const char *path,
             const char *target)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_pipe (const char *path,
           const char *target)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_link (const char *path,
           const char *target)
{
  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
make_dangling_link (const char *path,
                    const char *target)
{
  g_assert_cmpint (symlink ("nowhere", path), ==, 0);
}

static void
make_link_to_endless (const char *path,
                      const char *target)
{
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
}

static void
make_link_to_itself (const char *path,
                     const char *target)
{
  g_assert_cmpint (symlink ("m.json", path), ==, 0);
}

static void
make_large (const char *path,
            const char *target)
{
  g_autofree char *text = g_strnfill (LONGEST + 1, ' ');

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static const EntryRow entry_rows[] = {
  { "spaces", " m ~ %s.json", make_case, 0, NULL, TOOL_DONE },
  { "russian", "Ёлка.json", make_case, 0, NULL, TOOL_DONE },
  { "dots-inside", "m..json", make_case, 0, NULL, TOOL_DONE },
  { "other-suffix", "m.txt", make_case, -1, NULL, TOOL_DONE },
  { "lines", "m.jsonl", make_case, -1, NULL, TOOL_DONE },
  { "backup", "m.json~", make_case, -1, NULL, TOOL_DONE },
  { "subfolder", "m", make_folder, -1, NULL, TOOL_DONE },
  { "hidden", ".m.json", make_case, -1, "skipped “.m.json”", TOOL_DONE },
  { "suffix-alone", ".json", make_case, -1, "skipped “.json”", TOOL_DONE },
  { "dots", "..json", make_case, -1, "skipped “..json”", TOOL_DONE },
  { "newline", "m\nn.json", make_case, -1, "skipped “m n.json”", TOOL_ATTENTION },
  { "escape", "m\033[2J.json", make_case, -1, "skipped “m [2J.json”", TOOL_ATTENTION },
  { "not-utf8", "m\xff.json", make_case, -1, "skipped “m", TOOL_ATTENTION },
  { "folder", "m.json", make_folder, TOOL_REFUSED, "not a file", TOOL_ATTENTION },
  { "pipe", "m.json", make_pipe, TOOL_REFUSED, "not a file", TOOL_ATTENTION },
  { "link", "m.json", make_link, 0, NULL, TOOL_DONE },
  { "dangling-link", "m.json", make_dangling_link, TOOL_REFUSED, "No such file", TOOL_ATTENTION },
  { "link-to-endless", "m.json", make_link_to_endless, TOOL_REFUSED, "not a file", TOOL_ATTENTION },
  { "link-to-itself", "m.json", make_link_to_itself, TOOL_REFUSED, "symbolic links", TOOL_ATTENTION },
  { "too-large", "m.json", make_large, TOOL_REFUSED, "larger than", TOOL_ATTENTION },
};

static char *
put_case (const char *folder,
          const char *name)
{
  char *path = g_build_filename (folder, name, NULL);

  make_case (path, NULL);
  return path;
}

static void
test_entry (gconstpointer data)
{
  const EntryRow *row = data;
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *cases = g_build_filename (folder, "cases", NULL), *out = g_build_filename (folder, "out", NULL);
  g_autofree char *target = put_case (folder, "target.json"), *path = g_build_filename (cases, row->file, NULL);

  g_assert_cmpint (g_mkdir (cases, 0700), ==, 0);
  g_autofree char *first = put_case (cases, "a.json"), *last = put_case (cases, "\xf0\x9f\x98\x80.json");
  row->make (path, target);
  g_autoptr (ToolRun) run = tool_run (NULL, "batch", cases, "--on", TOOL_ON, "--out", out, NULL);
  g_autoptr (GPtrArray) lines = tool_run_get_lines (run);

  tool_assert_code (run, row->exit_code);
  g_assert_cmpuint (lines->len, ==, row->code >= 0 ? 3 : 2);
  g_assert_true ((*run->err != '\0') == (row->told != NULL && row->code < 0));
  if (row->code < 0 && row->told != NULL)
    g_assert_nonnull (strstr (run->err, row->told));
  g_assert_true (g_utf8_validate (run->err, -1, NULL));
  if (row->code < 0)
    return;

  /* A space stands before letters. */
  JsonObject *line = json_node_get_object (lines->pdata[*row->file == ' ' ? 0 : 1]);
  g_autofree char *name = g_strndup (row->file, strlen (row->file) - strlen (".json"));
  g_autofree char *papers = g_build_filename (out, name, "open.ru.pdf", NULL);
  g_assert_cmpstr (json_object_get_string_member (line, "case"), ==, name);
  g_assert_cmpint (json_object_get_int_member (line, "code"), ==, row->code);
  g_assert_true (g_file_test (papers, G_FILE_TEST_IS_REGULAR) == (row->code == 0));
  if (row->told != NULL)
    g_assert_nonnull (strstr (json_object_get_string_member (line, "error"), row->told));
}

/**
 * LinesRow:
 * @text: "CASE" is a case, "LONG" a line that is too long
 * @expected: number and code of each line
 */
typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
  int         exit_code;
} LinesRow;

static const LinesRow lines_rows[] = {
  { "no-end", "CASE", "000001:0", TOOL_DONE },
  { "two", "CASE\nCASE\n", "000001:0 000002:0", TOOL_DONE },
  { "windows", "CASE\r\nCASE\r\n", "000001:0 000002:0", TOOL_DONE },
  { "blank", "\n\n \t\r\nCASE\n\n\nCASE\n\n", "000004:0 000007:0", TOOL_DONE },
  { "not-json", "CASE\nhello\nCASE\n", "000001:0 000002:2 000003:0", TOOL_ATTENTION },
  { "two-on-one", "CASECASE\nCASE\n", "000001:2 000002:0", TOOL_ATTENTION },
  { "broken-in-two", "{\n}\nCASE\n", "000001:2 000002:2 000003:0", TOOL_ATTENTION },
  { "other-value", "[]\n\"x\"\nnull\nCASE\n", "000001:2 000002:2 000003:2 000004:0", TOOL_ATTENTION },
  { "not-utf8", "\xff\nCASE\n", "000001:2 000002:0", TOOL_ATTENTION },
  { "too-long", "CASE\nLONG\nCASE\n", "000001:0 000002:2 000003:0", TOOL_ATTENTION },
  { "too-long-at-the-end", "CASE\nLONG", "000001:0 000002:2", TOOL_ATTENTION },
};

static char *
fill_in (const char *text)
{
  GString *out = g_string_new (text);
  g_autofree char *spaces = g_strnfill (LONGEST - 10, ' ');
  g_autofree char *long_line = g_strconcat (spaces, CASE, NULL);

  g_string_replace (out, "CASE", CASE, 0);
  g_string_replace (out, "LONG", long_line, 0);
  return g_string_free (out, FALSE);
}

static void
assert_numbers (const ToolRun *run,
                const char    *expected)
{
  g_autoptr (GPtrArray) lines = tool_run_get_lines (run);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      JsonObject *line = json_node_get_object (lines->pdata[i]);
      g_string_append_printf (found, "%s%s:%d", i > 0 ? " " : "", json_object_get_string_member (line, "case"),
                              (int) json_object_get_int_member (line, "code"));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* From a file and from standard input */
static void
test_lines (gconstpointer data)
{
  const LinesRow *row = data;
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *path = g_build_filename (folder, "cases.jsonl", NULL), *text = fill_in (row->text);
  g_autofree char *out = g_build_filename (folder, "out", NULL), *other = g_build_filename (folder, "other", NULL);
  const ToolSetting setting = { .input_path = path };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_autoptr (ToolRun) file = tool_run (NULL, "batch", path, "--out", out, "--on", TOOL_ON, NULL);
  g_autoptr (ToolRun) input = tool_run (&setting, "batch", "--out", other, "--on", TOOL_ON, "-", NULL);

  tool_assert_code (file, row->exit_code);
  tool_assert_code (input, row->exit_code);
  assert_numbers (file, row->expected);
  g_assert_cmpstr (input->out, ==, file->out);
  g_assert_cmpstr (file->err, ==, "");
}

/* A name in the output folder that is taken by something else is not followed and not replaced. */
static void
test_taken (gconstpointer data)
{
  gboolean is_link = strcmp (data, "link") == 0;
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *cases = g_build_filename (folder, "cases", NULL), *out = g_build_filename (folder, "out", NULL);
  g_autofree char *elsewhere = g_build_filename (folder, "elsewhere", NULL);
  g_autofree char *taken = g_build_filename (out, "b", NULL);

  g_assert_cmpint (g_mkdir (cases, 0700) + g_mkdir (out, 0700) + g_mkdir (elsewhere, 0700), ==, 0);
  g_autofree char *a = put_case (cases, "a.json"), *b = put_case (cases, "b.json"), *c = put_case (cases, "c.json");
  if (is_link)
    g_assert_cmpint (symlink (elsewhere, taken), ==, 0);
  else
    make_case (taken, NULL);

  g_autofree char *before = tool_describe_folder (is_link ? elsewhere : taken);
  g_autoptr (ToolRun) run = tool_run (NULL, "batch", cases, "--out", out, "--on", TOOL_ON, NULL);
  g_autofree char *after = tool_describe_folder (is_link ? elsewhere : taken);
  tool_assert_code (run, TOOL_ATTENTION);
  assert_numbers (run, "a:0 b:2 c:0");
  g_assert_cmpstr (after, ==, before);
}

static void
test_unwritable (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *a = put_case (folder, "a.json"), *out = g_build_filename (folder, "out", NULL);

  if (geteuid () == 0)
    {
      g_test_skip ("nothing is unwritable for root");
      return;
    }
  g_assert_cmpint (g_mkdir (out, 0500), ==, 0);
  g_autoptr (ToolRun) run = tool_run (NULL, "batch", folder, "--out", out, NULL);
  tool_assert_refused (run);
}

static GSubprocess *
start (const char *input,
       const char *out,
       int         error_fd)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;

  if (error_fd >= 0)
    g_subprocess_launcher_take_stderr_fd (launcher, error_fd);
  GSubprocess *process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("PANAH_TOOL"), "batch", input, "--on",
                                                      TOOL_ON, "--out", out, NULL);
  g_assert_no_error (error);
  return process;
}

/* Everything a terminal was told; it ends like a broken device when nobody is left on the other side. */
static char *
read_terminal (int fd)
{
  GString *out = g_string_new (NULL);
  char buffer[512];
  gssize n;

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (out, buffer, n);
  close (fd);
  return g_string_free (out, FALSE);
}

static void
test_terminal (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *a = put_case (folder, "a.json"), *c = put_case (folder, "c.json");
  g_autofree char *b = g_build_filename (folder, "b.json", NULL), *out = g_build_filename (folder, "out", NULL);
  int master = posix_openpt (O_RDWR | O_NOCTTY | O_CLOEXEC);

  if (master < 0 || grantpt (master) != 0 || unlockpt (master) != 0)
    {
      g_test_skip ("there are no terminals here");
      return;
    }
  make_large (b, NULL);
  g_autoptr (GSubprocess) process = start (folder, out, open (ptsname (master), O_RDWR | O_NOCTTY | O_CLOEXEC));
  g_autofree char *words = read_terminal (master);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, TOOL_ATTENTION);
  g_test_message ("%s", words);
  g_assert_true (g_str_has_prefix (words, "\r1 of 3, 0 need attention, "));
  g_assert_true (g_str_has_suffix (words, "\r3 of 3, 0 need attention, 1 refused\r\n"));
  g_assert_cmpint (g_strrstr (words, "\n") - strchr (words, '\n'), ==, 0);
}

/* Whether files are being written below @out: they have hidden names */
static gboolean
has_hidden (const char *out)
{
  g_autofree char *all = tool_describe_contents (out);

  return strstr (all, "/.") != NULL;
}

static guint
count_folders (const char *out)
{
  g_autoptr (GDir) dir = g_dir_open (out, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Stopped by @data in the middle of a case: that case is finished and has its line, no other is begun. */
static void
test_stopped (gconstpointer data)
{
  int number = GPOINTER_TO_INT (data);
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *path = g_build_filename (folder, "cases.jsonl", NULL), *out = g_build_filename (folder, "out", NULL);
  g_autofree char *sample = tool_read_sample (), *output = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  g_strdelimit (sample, "\n", ' ');
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (lines, "%s\n", sample);
  g_assert_true (g_file_set_contents (path, lines->str, lines->len, NULL));

  signal (number, SIG_DFL); /* whoever runs the tests in the background ignores some */
  g_autoptr (GSubprocess) process = start (path, out, -1);
  for (guint i = 0; i < 100000 && count_folders (out) < 3; i++)
    g_usleep (100);
  g_subprocess_send_signal (process, number);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, number);
  g_assert_false (has_hidden (out));

  g_autoptr (GPtrArray) told = tool_run_get_lines (&(ToolRun) { .out = output });
  g_assert_cmpuint (told->len, ==, count_folders (out));
  g_assert_cmpuint (told->len, <, 60);
}

static void
add_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (entry_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/batch-input/entry/%s", entry_rows[i].name);
      g_test_add_data_func (path, &entry_rows[i], test_entry);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lines_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/batch-input/lines/%s", lines_rows[i].name);
      g_test_add_data_func (path, &lines_rows[i], test_lines);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_rows ();
  g_test_add_data_func ("/batch-input/taken/link", "link", test_taken);
  g_test_add_data_func ("/batch-input/taken/file", "file", test_taken);
  g_test_add_func ("/batch-input/unwritable", test_unwritable);
  g_test_add_func ("/batch-input/terminal", test_terminal);
  g_test_add_data_func ("/batch-input/stopped/interrupt", GINT_TO_POINTER (SIGINT), test_stopped);
  g_test_add_data_func ("/batch-input/stopped/terminate", GINT_TO_POINTER (SIGTERM), test_stopped);
  g_test_add_data_func ("/batch-input/stopped/hang-up", GINT_TO_POINTER (SIGHUP), test_stopped);

  return g_test_run ();
}
