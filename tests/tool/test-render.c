/* test-render.c - the sample case on paper: files, manifest, and the same bytes everywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The sample, rendered once for all tests */
static struct
{
  char     *folder;
  char     *out;
  ToolRun  *run;
  JsonNode *root;
} sample;

static JsonObject *
get_manifest (void)
{
  if (sample.root == NULL)
    {
      sample.folder = tool_new_folder ();
      sample.out = g_build_filename (sample.folder, "out", NULL);
      sample.run = tool_run (NULL, "render", tool_get_sample_path (), "--on", TOOL_ON, "--out", sample.out, NULL);
      tool_assert_code (sample.run, TOOL_DONE);
      g_assert_cmpstr (sample.run->err, ==, "");
      sample.root = tool_run_get_json (sample.run);
    }
  return json_node_get_object (sample.root);
}

static void
clear_sample (void)
{
  g_clear_pointer (&sample.root, json_node_unref);
  g_clear_pointer (&sample.run, tool_run_free);
  g_clear_pointer (&sample.out, g_free);
  g_clear_pointer (&sample.folder, tool_remove_folder);
}

static void
assert_field (JsonObject *field)
{
  static const char *const modes[] = { "fit", "grow", "shrink", "continue", "line", NULL };

  g_assert_cmpuint (json_object_get_size (field), ==, 5);
  g_assert_true (g_strv_contains (modes, json_object_get_string_member (field, "mode")));
  g_assert_cmpstr (json_object_get_string_member (field, "fact"), !=, "");
  g_assert_cmpfloat (json_object_get_double_member (field, "size_pt"), >=, 8.0);
  g_assert_cmpint (json_object_get_int_member (field, "bytes_in"), >=, 0);
  g_assert_cmpint (json_object_get_int_member (field, "bytes_placed"), >=, 0);
}

/* The members of each document, and the name of its file */
static void
test_members (void)
{
  JsonArray *documents = json_object_get_array_member (get_manifest (), "documents");
  g_autoptr (GList) names = json_object_get_members (get_manifest ());

  g_assert_cmpuint (g_list_length (names), ==, 2);
  g_assert_cmpstr (names->data, ==, "documents");
  g_assert_cmpstr (names->next->data, ==, "problems");
  g_assert_cmpuint (json_array_get_length (documents), >, 1);
  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      JsonObject *document = json_array_get_object_element (documents, i);
      const char *of = json_object_get_string_member_with_default (document, "of", NULL);
      g_autofree char *file =
        g_strdup_printf ("%s%s.%s.pdf", of != NULL ? of : json_object_get_string_member (document, "id"),
                         of != NULL ? ".reading" : "", json_object_get_string_member (document, "language"));
      JsonArray *fields = json_object_get_array_member (document, "fields");

      g_assert_cmpstr (json_object_get_string_member (document, "file"), ==, file);
      g_assert_cmpint (json_object_get_int_member (document, "pages"), >, 0);
      g_assert_nonnull (fields);
      for (guint j = 0; j < json_array_get_length (fields); j++)
        assert_field (json_array_get_object_element (fields, j));
    }
  g_assert_nonnull (tool_find_by (get_manifest (), "documents", "id", "application"));
  g_assert_nonnull (tool_find_by (get_manifest (), "documents", "id", "annex"));
  g_assert_nonnull (tool_find_by (get_manifest (), "documents", "id", "my-plan"));
}

/* What is in the folder is what the manifest says, readable for nobody else. */
static void
test_files (void)
{
  JsonArray *documents = json_object_get_array_member (get_manifest (), "documents");
  g_autoptr (GDir) dir = g_dir_open (sample.out, 0, NULL);
  struct stat info;
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, json_array_get_length (documents));
  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      JsonObject *document = json_array_get_object_element (documents, i);
      g_autofree char *path = g_build_filename (sample.out, json_object_get_string_member (document, "file"), NULL);
      g_assert_cmpint (lstat (path, &info), ==, 0);
      g_assert_true (S_ISREG (info.st_mode));
      g_assert_cmpint (info.st_mode & 07777, ==, 0600);
      g_assert_cmpint (info.st_size, ==, json_object_get_int_member (document, "bytes"));
    }
  g_assert_cmpint (stat (sample.out, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0700);
}

static char *
run_program (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  if (!g_subprocess_get_successful (process))
    g_test_message ("%s", out);
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

/* The files are whole PDFs, and have as many pages as the manifest says. */
static void
test_valid (void)
{
  JsonArray *documents = json_object_get_array_member (get_manifest (), "documents");

  if (!tool_has_program ("qpdf") || !tool_has_program ("pdfinfo"))
    {
      g_test_skip ("qpdf or pdfinfo is not installed");
      return;
    }
  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      JsonObject *document = json_array_get_object_element (documents, i);
      g_autofree char *path = g_build_filename (sample.out, json_object_get_string_member (document, "file"), NULL);
      g_autofree char *check = run_program ((const char *const[]) { "qpdf", "--check", path, NULL });
      g_autofree char *info = run_program ((const char *const[]) { "pdfinfo", path, NULL });
      const char *pages = strstr (info, "Pages:");

      g_assert_null (strstr (check, "WARNING"));
      g_assert_nonnull (pages);
      g_assert_cmpint (atoi (pages + strlen ("Pages:")), ==, json_object_get_int_member (document, "pages"));
    }
}

/* Whether another document holds all of what @fact says */
static gboolean
is_continued (JsonArray  *documents,
              guint       except,
              const char *fact,
              gint64      bytes)
{
  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      JsonArray *fields =
        json_object_get_array_member (json_array_get_object_element (documents, i), "fields");
      for (guint j = 0; i != except && j < json_array_get_length (fields); j++)
        {
          JsonObject *field = json_array_get_object_element (fields, j);
          if (strcmp (json_object_get_string_member (field, "fact"), fact) == 0 &&
              json_object_get_int_member (field, "bytes_in") >= bytes &&
              json_object_get_int_member (field, "bytes_placed") == json_object_get_int_member (field, "bytes_in"))
            return TRUE;
        }
    }
  return FALSE;
}

static void
test_every_byte (void)
{
  JsonArray *documents = json_object_get_array_member (get_manifest (), "documents");
  guint n_continued = 0;

  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      JsonArray *fields =
        json_object_get_array_member (json_array_get_object_element (documents, i), "fields");
      for (guint j = 0; j < json_array_get_length (fields); j++)
        {
          JsonObject *field = json_array_get_object_element (fields, j);
          const char *fact = json_object_get_string_member (field, "fact");
          gint64 in = json_object_get_int_member (field, "bytes_in");
          g_test_message ("%s", fact);
          if (strcmp (json_object_get_string_member (field, "mode"), "continue") == 0)
            {
              g_assert_true (is_continued (documents, i, fact, in));
              n_continued++;
            }
          else
            g_assert_cmpint (json_object_get_int_member (field, "bytes_placed"), ==, in);
        }
    }
  g_assert_cmpuint (n_continued, >, 0);
}

typedef struct
{
  const char *name;
  const char *environment[5];
} WhereRow;

/* Where the program runs cannot be seen on the paper. */
static const WhereRow where_rows[] = {
  { "again", { NULL } },
  { "russian", { "LC_ALL", "ru_RU.UTF-8", "LANGUAGE", "ru" } },
  { "german", { "LC_ALL", "de_DE.UTF-8", "LANGUAGE", "de" } },
  { "persian", { "LC_ALL", "fa_IR.UTF-8", "LANGUAGE", "fa" } },
  { "turkish", { "LC_ALL", "tr_TR.UTF-8" } },
  { "c", { "LC_ALL", "C" } },
  { "no-such-locale", { "LC_ALL", "xx_YY.KOI8" } },
  { "almaty", { "TZ", "Asia/Almaty" } },
  { "los-angeles", { "TZ", "America/Los_Angeles" } },
  { "kiritimati", { "TZ", "Pacific/Kiritimati" } },
  { "no-home", { "HOME", "/nonexistent", "XDG_CACHE_HOME", "/nonexistent" } },
  { "font-settings", { "FONTCONFIG_FILE", "FIXTURES/fonts.conf" } },
  { "build-date", { "SOURCE_DATE_EPOCH", "1" } },
  { "hash-order", { "G_RANDOM_VERSION", "2.2", "MALLOC_PERTURB_", "90" } },
};

static void
test_where (gconstpointer data)
{
  const WhereRow *row = data;
  g_autofree char *fonts = g_build_filename (g_getenv ("PANAH_TEST_FIXTURES"), "fonts.conf", NULL);
  const char *environment[G_N_ELEMENTS (row->environment)] = { NULL };
  const ToolSetting setting = { .environment = environment };
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (environment); i++)
    environment[i] = g_strcmp0 (row->environment[i], "FIXTURES/fonts.conf") == 0 ? fonts : row->environment[i];
  get_manifest ();
  g_autoptr (ToolRun) run =
    tool_run (&setting, "render", tool_get_sample_path (), "--on", TOOL_ON, "--out", out, NULL);
  tool_assert_code (run, TOOL_DONE);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpstr (run->out, ==, sample.run->out);
  g_autofree char *here = tool_describe_folder (sample.out), *there = tool_describe_folder (out);
  g_assert_cmpstr (there, ==, here);
}

typedef struct
{
  const char *name;
  const char *options[8];
  const char *files; /* names of the files, sorted, a space between two */
  int         code;
} FilterRow;

#define COPIES \
  "annex.reading.fa-AF.pdf application.reading.fa-AF.pdf interpreter-statement.reading.fa-AF.pdf " \
  "interview-sheet.reading.fa-AF.pdf"

static const FilterRow filter_rows[] = {
  { "none", { NULL }, "annex.ru.pdf application.ru.pdf interpreter-statement.ru.pdf interview-sheet.ru.pdf "
    "my-plan.fa-AF.pdf rights-and-duties.fa-AF.pdf " COPIES },
  { "document", { "--document", "my-plan" }, "my-plan.fa-AF.pdf" },
  { "document-continued", { "--document", "application" }, "annex.ru.pdf application.ru.pdf" },
  { "documents", { "--document", "my-plan", "--document", "application" },
    "annex.ru.pdf application.ru.pdf my-plan.fa-AF.pdf" },
  { "copies", { "--document", "reading-copy" }, COPIES },
  { "copies-language", { "--document", "reading-copy", "--language", "kk" },
    "annex.reading.kk.pdf application.reading.kk.pdf interpreter-statement.reading.kk.pdf interview-sheet.reading.kk.pdf" },
  { "copies-of-some", { "--document", "late-filing", "--document", "reading-copy", "--language", "en" },
    "late-filing.ru.pdf late-filing.reading.en.pdf" },
  { "copies-no-language", { "--document", "reading-copy", "--language", "../x", "--language", "en" },
    "annex.reading.en.pdf application.reading.en.pdf interpreter-statement.reading.en.pdf interview-sheet.reading.en.pdf",
    TOOL_ATTENTION },
  { "document-twice", { "--document", "my-plan", "--document", "my-plan" }, "my-plan.fa-AF.pdf" },
  { "language", { "--language", "ru" }, "annex.ru.pdf application.ru.pdf interpreter-statement.ru.pdf "
    "interview-sheet.ru.pdf my-plan.ru.pdf rights-and-duties.ru.pdf" },
  { "language-of-few", { "--language", "en" }, "my-plan.en.pdf rights-and-duties.en.pdf" },
  { "languages", { "--document", "my-plan", "--language", "ru", "--language", "en" }, "my-plan.en.pdf my-plan.ru.pdf" },
  { "language-twice", { "--document", "my-plan", "--language", "ru", "--language", "ru" }, "my-plan.ru.pdf" },
  { "language-region", { "--document", "my-plan", "--language", "ru-KZ" }, "my-plan.ru.pdf" },
  { "language-draft", { "--document", "my-plan", "--language", "zh-CN" }, "my-plan.zh-CN.pdf" },
  { "language-some", { "--document", "my-plan", "--language", "tlh", "--language", "ru" }, "my-plan.ru.pdf",
    TOOL_ATTENTION },
};

static void
test_filter (gconstpointer data)
{
  const FilterRow *row = data;
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_auto (GStrv) names = g_strsplit (row->files, " ", -1);
  const char *const first[] = { "render", tool_get_sample_path (), "--on", TOOL_ON, "--out", out };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (arguments, (gpointer) first[i]);
  for (guint i = 0; row->options[i] != NULL; i++)
    g_ptr_array_add (arguments, (gpointer) row->options[i]);
  g_ptr_array_add (arguments, NULL);

  g_autoptr (ToolRun) run = tool_run_argv (NULL, (const char *const *) arguments->pdata);
  tool_assert_code (run, row->code);
  g_autoptr (JsonNode) root = tool_run_get_json (run);
  JsonArray *documents = json_object_get_array_member (json_node_get_object (root), "documents");
  g_assert_cmpuint (json_array_get_length (documents), ==, g_strv_length (names));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (out, names[i], NULL);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_assert_nonnull (tool_find_by (json_node_get_object (root), "documents", "file", names[i]));
    }
}

/* Papers of last time are replaced, whatever else is in the folder stays. */
static void
test_folder_in_use (void)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *old = g_build_filename (folder, "application.ru.pdf", NULL);
  g_autofree char *other = g_build_filename (folder, "letter.txt", NULL);

  g_assert_true (g_file_set_contents (old, "the old paper", -1, NULL));
  g_assert_true (g_file_set_contents (other, "somebody else’s", -1, NULL));
  get_manifest ();
  g_autoptr (ToolRun) run =
    tool_run (NULL, "render", tool_get_sample_path (), "--on", TOOL_ON, "--out", folder, NULL);
  tool_assert_code (run, TOOL_DONE);
  g_assert_cmpstr (run->out, ==, sample.run->out);
  g_autofree char *kept = tool_read_file (folder, "letter.txt");
  g_assert_cmpstr (kept, ==, "somebody else’s");
  g_assert_cmpint (unlink (other), ==, 0);
  g_autofree char *here = tool_describe_contents (sample.out), *there = tool_describe_contents (folder);
  g_assert_cmpstr (there, ==, here);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/members", test_members);
  g_test_add_func ("/render/files", test_files);
  g_test_add_func ("/render/valid", test_valid);
  g_test_add_func ("/render/every-byte", test_every_byte);
  g_test_add_func ("/render/folder-in-use", test_folder_in_use);
  for (guint i = 0; i < G_N_ELEMENTS (where_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/render/where/%s", where_rows[i].name);
      g_test_add_data_func (path, &where_rows[i], test_where);
    }
  for (guint i = 0; i < G_N_ELEMENTS (filter_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/render/filter/%s", filter_rows[i].name);
      g_test_add_data_func (path, &filter_rows[i], test_filter);
    }

  int result = g_test_run ();
  clear_sample ();
  return result;
}
