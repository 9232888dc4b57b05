/* test-seal.c - sealing and unsealing, verifying, and sealed cases wherever a case is taken
 *
 * The fixture is a file of version 1 that was sealed once and is opened for ever: the sample family, two files with it, a
 * passphrase and a casebook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <glib/gstdio.h>
#include <pty.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PASSPHRASE "шесть слов, которые никто не угадает, йод"
/* The same from a keyboard that composes nothing. */
#define DECOMPOSED "шесть слов, которые никто не угадает, и\u0306од"

static ToolRun *
run_typed (const char *typed,
           const char *const *arguments)
{
  g_autoptr (GBytes) input = g_bytes_new (typed, strlen (typed));
  const ToolSetting setting = { .input = input };

  return tool_run_argv (&setting, arguments);
}

#define run(typed, ...) run_typed (typed, (const char *const[]) { __VA_ARGS__, NULL })
#define FROM_INPUT "--passphrase-fd", "0"

static const char *
get_fixture (void)
{
  return g_getenv ("PANAH_TEST_SEALED");
}

/* @noted: whether the rules and the dates of the day of sealing stand in it too */
static void
assert_sample (const char *json,
               gboolean    noted)
{
  static const char *const notes[] = { "pack_edition", "pack_hash", "last_plan" };
  g_autofree char *sample = tool_read_sample ();
  g_autoptr (JsonNode) one = json_from_string (sample, NULL), two = json_from_string (json, NULL);

  g_assert_nonnull (two);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_assert_true (json_object_has_member (json_node_get_object (two), notes[i]) == noted);
      json_object_remove_member (json_node_get_object (two), notes[i]);
    }
  g_assert_true (json_node_equal (one, two));
}

static void
test_round_trip (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pnh", NULL);
  struct stat info;

  g_autoptr (ToolRun) sealed = run (PASSPHRASE "\n", "seal", tool_get_sample_path (), path, FROM_INPUT);
  tool_assert_code (sealed, TOOL_DONE);
  g_assert_cmpstr (sealed->out, ==, "");
  g_assert_cmpstr (sealed->err, ==, "");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);

  g_autoptr (ToolRun) verified = tool_run (NULL, "verify", path, NULL);
  tool_assert_code (verified, TOOL_DONE);
  g_autoptr (ToolRun) unsealed = run (DECOMPOSED, "unseal", path, FROM_INPUT);
  tool_assert_code (unsealed, TOOL_DONE);
  g_assert_cmpstr (unsealed->err, ==, "");
  assert_sample (unsealed->out, TRUE);

  /* Sealed over itself it is replaced, and nothing else is there. */
  g_autofree char *before = tool_describe_contents (folder);
  g_autoptr (ToolRun) again = run ("another\n", "seal", tool_get_sample_path (), path, FROM_INPUT);
  tool_assert_code (again, TOOL_DONE);
  g_autofree char *after = tool_describe_contents (folder), *names = tool_describe_folder (folder);
  g_assert_cmpstr (before, !=, after);
  g_autoptr (ToolRun) old = run (PASSPHRASE, "unseal", path, FROM_INPUT);
  tool_assert_refused (old);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "a.pnh");
  g_assert_null (g_dir_read_name (dir));
}

static void
test_golden (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);

  g_autoptr (ToolRun) alone = run (PASSPHRASE, "unseal", get_fixture (), FROM_INPUT);
  tool_assert_code (alone, TOOL_DONE);
  assert_sample (alone->out, FALSE);
  g_assert_nonnull (strstr (alone->err, "2 files stay inside"));

  g_autoptr (ToolRun) with = run (PASSPHRASE, "unseal", get_fixture (), "--attachments", out, FROM_INPUT);
  tool_assert_code (with, TOOL_DONE);
  assert_sample (with->out, FALSE);
  g_assert_cmpstr (with->err, ==, "");
  g_autofree char *scan = tool_read_file (out, "паспорт.txt"), *paper = tool_read_file (out, "application.ru.pdf");
  g_assert_cmpstr (scan, ==, "a scan of a passport\n");
  g_assert_cmpstr (paper, ==, "%PDF-1.7\n");
}

/* Whoever does not get the case gets no files either. */
static void
test_nobody_reads (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autoptr (GBytes) input = g_bytes_new_static (PASSPHRASE, strlen (PASSPHRASE));
  const ToolSetting setting = { .input = input, .output_closed = TRUE };
  g_autoptr (ToolRun) unsealed =
    tool_run (&setting, "unseal", get_fixture (), "--attachments", out, FROM_INPUT, NULL);

  g_assert_cmpint (unsealed->code, ==, TOOL_REFUSED);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

/* A sealed case gives what the plain one gives. */
static void
test_sealed_arguments (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *one = g_build_filename (folder, "one", NULL), *two = g_build_filename (folder, "two", NULL);
  g_autoptr (ToolRun) plain = tool_run (NULL, "plan", tool_get_sample_path (), "--on", TOOL_ON, "--json", NULL);
  g_autoptr (ToolRun) sealed = run (PASSPHRASE, "plan", get_fixture (), "--on", TOOL_ON, "--json", FROM_INPUT);

  g_assert_cmpint (plain->code, ==, sealed->code);
  g_assert_cmpstr (plain->out, ==, sealed->out);
  g_assert_cmpstr (plain->err, ==, sealed->err);

#define RENDER "--on", TOOL_ON, "--document", "application", "--out"
  g_autoptr (ToolRun) papers = tool_run (NULL, "render", tool_get_sample_path (), RENDER, one, NULL);
  g_autoptr (ToolRun) from_sealed = run (PASSPHRASE, "render", get_fixture (), RENDER, two, FROM_INPUT);
  g_assert_cmpint (papers->code, ==, from_sealed->code);
  g_assert_cmpstr (papers->out, ==, from_sealed->out);
  g_autofree char *first = tool_describe_contents (one), *second = tool_describe_contents (two);
  g_assert_cmpstr (first, ==, second);
}

static void
test_batch (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *in = g_build_filename (folder, "in", NULL), *out = g_build_filename (folder, "out", NULL);
  g_autofree char *sample = tool_read_sample (), *sealed = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (get_fixture (), &sealed, &length, NULL));
  g_assert_cmpint (g_mkdir (in, 0700), ==, 0);
  const struct { const char *name, *bytes; gsize length; } files[] = {
    { "a.json", sample, strlen (sample) }, { "a.pnh", sealed, length },        { "b.pnh", sealed, length },
    { "c.pnh", sealed, length - 1 },       { "d.pnh", "not sealed at all", 17 }, { "e.pnh", sample, strlen (sample) },
  };
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (in, files[i].name, NULL);
      g_assert_true (g_file_set_contents (path, files[i].bytes, files[i].length, NULL));
    }

  g_autoptr (ToolRun) batch = run (PASSPHRASE, "batch", in, "--out", out, "--on", TOOL_ON, FROM_INPUT);
  tool_assert_code (batch, TOOL_ATTENTION);
  g_assert_nonnull (strstr (batch->err, "skipped “a.pnh”: another case has the same name"));
  g_autoptr (GPtrArray) lines = tool_run_get_lines (batch);
  static const struct { const char *name; gboolean done; } expected[] = {
    { "a", TRUE }, { "b", TRUE }, { "c", FALSE }, { "d", FALSE }, { "e", TRUE },
  };
  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < lines->len; i++)
    {
      JsonObject *line = json_node_get_object (lines->pdata[i]);
      g_autofree char *papers = g_build_filename (out, expected[i].name, NULL);
      g_assert_cmpstr (json_object_get_string_member (line, "case"), ==, expected[i].name);
      g_assert_true ((json_object_get_int_member (line, "code") != TOOL_REFUSED) == expected[i].done);
      g_assert_true (g_file_test (papers, G_FILE_TEST_IS_DIR) == expected[i].done);
    }
  g_autofree char *a = g_build_filename (out, "a", NULL), *b = g_build_filename (out, "b", NULL);
  g_autofree char *one = tool_describe_contents (a), *two = tool_describe_contents (b);
  g_assert_cmpstr (one, ==, two);
}

/* What is changed in the fixture, and what is said of it. */
static const struct
{
  const char *name;
  gsize       at;
  guint8      value;
  gboolean    is_checked; /* the check of the head is made right again */
  int         shorter;
  const char *passphrase;
  const char *told;
  gboolean    is_verified; /* a file that is whole, for all that one knows without a passphrase */
} bad_files[] = {
  { "not-ours", 0, 'x', FALSE, 0, PASSPHRASE, "not a sealed case file; is it the right file?", FALSE },
  { "newer", 8, 2, FALSE, 0, PASSPHRASE, "a newer version of the format; use the version that made it", FALSE },
  { "head", 500, 'x', FALSE, 0, PASSPHRASE, "the beginning of the file is damaged; no passphrase opens it", FALSE },
  { "limits", 16, 99, TRUE, 0, PASSPHRASE, "asks for more than any of ours; it was not made by this program", FALSE },
  { "passphrase", 8, 1, FALSE, 0, "another", "the passphrase does not open this file; type it again", TRUE },
  { "damaged", 50000, 'x', FALSE, 0, PASSPHRASE, "damaged or cut off; look for another copy", FALSE },
  { "cut-off", 8, 1, FALSE, 9, PASSPHRASE, "damaged or cut off; look for another copy", FALSE },
  { "no-passphrase", 8, 1, FALSE, 0, "", "the passphrase is empty; a passphrase is one line", TRUE },
  { "not-text", 8, 1, FALSE, 0, "\xff\xfe", "the passphrase is not UTF-8 text", TRUE },
};

static void
test_bad_file (gconstpointer data)
{
  const typeof (bad_files[0]) *row = data;
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pnh", NULL), *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (get_fixture (), &bytes, &length, NULL));
  bytes[row->at] = row->value;
  if (row->is_checked)
    crypto_generichash ((guint8 *) bytes + 860, 16, (guint8 *) bytes, 860, NULL, 0);
  g_assert_true (g_file_set_contents (path, bytes, length - row->shorter, NULL));

  g_autoptr (ToolRun) unsealed = run (row->passphrase, "unseal", path, FROM_INPUT);
  tool_assert_refused (unsealed);
  g_assert_nonnull (strstr (unsealed->err, row->told));
  g_assert_nonnull (strstr (unsealed->err, path));

  g_autoptr (ToolRun) verified = tool_run (NULL, "verify", path, NULL);
  if (row->is_verified)
    tool_assert_code (verified, TOOL_DONE);
  else
    tool_assert_refused (verified);
  g_assert_true (row->is_verified || strstr (verified->err, row->told) != NULL);
}

static void
test_worn (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pnh", NULL), *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (get_fixture (), &bytes, &length, NULL));
  bytes[length - 1] ^= 1;
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  g_autoptr (ToolRun) unsealed = run (PASSPHRASE, "unseal", path, FROM_INPUT);
  tool_assert_code (unsealed, TOOL_ATTENTION);
  assert_sample (unsealed->out, FALSE);
  g_assert_nonnull (strstr (unsealed->err, "its last bytes are damaged: seal it anew"));
}

/* Bad usage, and input that is no case: one line, and nothing is written. */
static void
test_refused (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *to = g_build_filename (folder, "to.pnh", NULL), *bad = g_build_filename (folder, "bad.json", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "to.pnh", NULL);
  const char *sample = tool_get_sample_path (), *sealed = get_fixture ();

  g_assert_true (g_file_set_contents (bad, "{\"format\":\"panah-case\"}", -1, NULL));
  const struct { const char *arguments[6]; const char *told; } rows[] = {
    { { "seal", sample }, "usage: panah-tool seal" },
    { { "seal", sample, to, "more" }, "usage: panah-tool seal" },
    { { "seal", bad, to, FROM_INPUT }, "“schema” must be a whole number" },
    { { "seal", "no-such-case", to, FROM_INPUT }, "no-such-case" },
    { { "seal", sealed, to, FROM_INPUT }, "not UTF-8 text" },
    { { "seal", sample, nowhere, FROM_INPUT }, "none" },
    { { "seal", sample, folder, FROM_INPUT }, "" },
    { { "seal", sample, to, "--passphrase-fd", "77" }, "--passphrase-fd 77: " },
    { { "seal", sample, to, "--passphrase-fd", "x" }, "usage: panah-tool seal" },
    { { "unseal" }, "usage: panah-tool unseal" },
    { { "unseal", sample, FROM_INPUT }, "not a sealed case file" },
    { { "unseal", folder, FROM_INPUT }, "" },
    { { "verify" }, "usage: panah-tool verify" },
    { { "verify", folder }, "" },
    { { "verify", sample }, "not a sealed case file" },
    { { "plan", sealed, "--passphrase-fd", "77" }, "--passphrase-fd 77: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ToolRun) refused = run_typed ("words\n", rows[i].arguments);
      tool_assert_refused (refused);
      g_assert_nonnull (strstr (refused->err, rows[i].told));
      g_assert_false (g_file_test (to, G_FILE_TEST_EXISTS));
    }
}

/* What stands after the first line is not read, and nothing is trimmed but the end of the line. */
static void
test_first_line_only (void)
{
  g_autoptr (ToolRun) right = run (PASSPHRASE "\nmore\n", "unseal", get_fixture (), FROM_INPUT);
  g_autoptr (ToolRun) space = run (PASSPHRASE " \n", "unseal", get_fixture (), FROM_INPUT);
  g_autofree char *longest = g_strnfill (70000, 'p');
  g_autoptr (ToolRun) endless = run (longest, "unseal", get_fixture (), FROM_INPUT);

  tool_assert_code (right, TOOL_DONE);
  tool_assert_refused (space);
  tool_assert_refused (endless);
  g_assert_nonnull (strstr (endless->err, "not one line of text"));
}

/* Types each of @answers when the terminal shows the prompt of the same number. Returns: what the terminal showed */
static char *
run_on_terminal (const char *const *arguments,
                 const char *const *prompts,
                 const char *const *answers,
                 int               *out_status)
{
  GString *shown = g_string_new (NULL);
  gsize seen = 0;
  char buffer[4096];
  gssize n;
  int fd, step = 0;
  pid_t child = forkpty (&fd, NULL, NULL, NULL);

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      execv (arguments[0], (char *const *) arguments);
      _exit (127);
    }
  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    {
      g_string_append_len (shown, buffer, n);
      const char *prompt = prompts[step] != NULL ? strstr (shown->str + seen, prompts[step]) : NULL;
      if (prompt == NULL)
        continue;
      seen = prompt + strlen (prompts[step]) - shown->str;
      g_assert_cmpint (write (fd, answers[step], strlen (answers[step])), ==, strlen (answers[step]));
      step++;
    }
  g_assert_cmpint (waitpid (child, out_status, 0), ==, child);
  close (fd);
  return g_string_free (shown, FALSE);
}

static void
test_terminal (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pnh", NULL);
  const char *const seal[] = { g_getenv ("PANAH_TOOL"), "seal", tool_get_sample_path (), path, NULL };
  const char *const unseal[] = { g_getenv ("PANAH_TOOL"), "unseal", path, NULL };
  const char *const twice[] = { "recover it: ", "once more: ", NULL }, *const once[] = { "Passphrase: ", NULL };
  const char *const different[] = { "seen by nobody\n", "seen by nobodx\n" };
  const char *const same[] = { "seen by nobody\n", "seen by nobody\n" }, *const stopped[] = { "\003" };
  int status;

  g_autofree char *refused = run_on_terminal (seal, twice, different, &status);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == TOOL_REFUSED);
  g_assert_nonnull (strstr (refused, "not the same passphrase"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_autofree char *interrupted = run_on_terminal (seal, twice, stopped, &status);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGINT);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_autofree char *sealed = run_on_terminal (seal, twice, same, &status);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == TOOL_DONE);
  g_autofree char *unsealed = run_on_terminal (unseal, once, same, &status);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == TOOL_DONE);
  g_assert_nonnull (strstr (unsealed, "panah-case"));
  g_assert_null (strstr (refused, "seen by"));
  g_assert_null (strstr (sealed, "seen by"));
  g_assert_null (strstr (unsealed, "seen by"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tool/seal/round-trip", test_round_trip);
  g_test_add_func ("/tool/seal/golden", test_golden);
  g_test_add_func ("/tool/seal/nobody-reads", test_nobody_reads);
  g_test_add_func ("/tool/seal/sealed-arguments", test_sealed_arguments);
  g_test_add_func ("/tool/seal/batch", test_batch);
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *path = g_strconcat ("/tool/seal/bad-file/", bad_files[i].name, NULL);
      g_test_add_data_func (path, &bad_files[i], test_bad_file);
    }
  g_test_add_func ("/tool/seal/worn", test_worn);
  g_test_add_func ("/tool/seal/refused", test_refused);
  g_test_add_func ("/tool/seal/first-line-only", test_first_line_only);
  g_test_add_func ("/tool/seal/terminal", test_terminal);

  return g_test_run ();
}
