/* tool-support.c - running panah-tool and looking at what it left behind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* A program that refuses early leaves the rest of its input unread. That would break a pipe; a file does not mind. */
static int
open_input (const ToolSetting *setting)
{
  g_autofree char *name = NULL;
  gsize length = 0;
  const char *data;
  int fd;

  if (setting->input_path != NULL)
    return open (setting->input_path, O_RDONLY | O_CLOEXEC);
  data = setting->input != NULL ? g_bytes_get_data (setting->input, &length) : NULL;
  fd = g_file_open_tmp ("panah-input-XXXXXX", &name, NULL);
  g_assert_cmpint (fd, >=, 0);
  g_unlink (name);
  if (length > 0)
    g_assert_cmpint (write (fd, data, length), ==, length);
  g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
  return fd;
}

static void
set_up_streams (GSubprocessLauncher *launcher,
                const ToolSetting   *setting,
                int                  input_fd)
{
  for (guint i = 0; setting->environment != NULL && setting->environment[i] != NULL; i += 2)
    g_subprocess_launcher_setenv (launcher, setting->environment[i], setting->environment[i + 1], TRUE);
  g_subprocess_launcher_take_stdin_fd (launcher, input_fd);
  if (setting->output_path != NULL)
    {
      int fd = open (setting->output_path, O_WRONLY | O_CLOEXEC);
      g_assert_cmpint (fd, >=, 0);
      g_subprocess_launcher_take_stdout_fd (launcher, fd);
    }
  if (setting->output_closed)
    {
      int ends[2];
      g_assert_cmpint (pipe (ends), ==, 0);
      close (ends[0]);
      g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);
    }
}

/* The test itself does not mind a broken pipe; what it starts must not learn that from it. */
static void
restore_pipe_signal (gpointer data)
{
  signal (SIGPIPE, SIG_DFL);
}

static char *
take_text (GBytes *bytes)
{
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : "";

  return g_strndup (data != NULL ? data : "", length);
}

/* Runs the built program with @arguments and waits for its end. */
ToolRun *
tool_run_argv (const ToolSetting *setting,
               const char *const *arguments)
{
  static const ToolSetting plain;
  const ToolSetting *s = setting != NULL ? setting : &plain;
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDERR_PIPE;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GBytes) out = NULL, err = NULL;
  g_autoptr (GError) error = NULL;
  ToolRun *run = g_new0 (ToolRun, 1);

  int input_fd = open_input (s);
  g_assert_cmpint (input_fd, >=, 0);
  if (s->output_path == NULL && !s->output_closed)
    flags |= G_SUBPROCESS_FLAGS_STDOUT_PIPE;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (flags);
  set_up_streams (launcher, s, input_fd);
  g_subprocess_launcher_set_child_setup (launcher, restore_pipe_signal, NULL, NULL);

  signal (SIGPIPE, SIG_IGN);
  g_assert_nonnull (g_getenv ("PANAH_TOOL"));
  g_ptr_array_add (argv, (gpointer) g_getenv ("PANAH_TOOL"));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);

  g_autoptr (GSubprocess) process =
    g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);

  run->code = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process)
                                                   : 256 + g_subprocess_get_term_sig (process);
  run->out = take_text (out);
  run->err = take_text (err);
  return run;
}

ToolRun *
tool_run (const ToolSetting *setting,
          const char        *first,
          ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  va_list list;

  va_start (list, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  return tool_run_argv (setting, (const char *const *) arguments->pdata);
}

/* `plan - --json` of @json, the day after the sample's arrival */
ToolRun *
tool_plan (const char *json)
{
  g_autoptr (GBytes) input = g_bytes_new (json, strlen (json));

  return tool_run (&(ToolSetting) { .input = input }, "plan", "-", "--json", "--on", TOOL_ON, NULL);
}

/* `render -` of @json, the day after the sample's arrival */
ToolRun *
tool_render (const char *json,
             const char *out)
{
  g_autoptr (GBytes) input = g_bytes_new (json, strlen (json));

  return tool_run (&(ToolSetting) { .input = input }, "render", "-", "--on", TOOL_ON, "--out", out, NULL);
}

void
tool_run_free (ToolRun *run)
{
  if (run == NULL)
    return;

  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

/* Standard output, which is one strict JSON object and a line end */
JsonNode *
tool_run_get_json (const ToolRun *run)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (run->out, &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (root));
  g_assert_true (g_str_has_suffix (run->out, "}\n"));
  return root;
}

/* Standard output, each line of which is one strict JSON object */
GPtrArray *
tool_run_get_lines (const ToolRun *run)
{
  GPtrArray *roots = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_auto (GStrv) lines = g_strsplit (run->out, "\n", -1);
  guint n = g_strv_length (lines);

  g_assert_cmpstr (n > 0 ? lines[n - 1] : "", ==, "");
  for (guint i = 0; i + 1 < n; i++)
    {
      g_autoptr (GError) error = NULL;
      JsonNode *root = json_from_string (lines[i], &error);
      g_assert_no_error (error);
      g_assert_true (root != NULL && JSON_NODE_HOLDS_OBJECT (root));
      g_ptr_array_add (roots, root);
    }
  return roots;
}

void
tool_assert_code (const ToolRun *run,
                  int            code)
{
  if (run->code != code)
    {
      g_autofree char *err = g_strndup (run->err, 2000);
      g_test_message ("standard error: %s", err);
    }
  g_assert_cmpint (run->code, ==, code);
}

/* Exit code 2, one clear line, nothing for a script to mistake for an answer, and no complaint of a library. */
void
tool_assert_refused (const ToolRun *run)
{
  const char *end = strchr (run->err, '\n');

  tool_assert_code (run, TOOL_REFUSED);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_nonnull (end);
  g_assert_cmpstr (end, ==, "\n");
  g_assert_true (g_str_has_prefix (run->err, "panah-tool: "));
  g_assert_cmpuint (strlen (run->err), >, strlen ("panah-tool: \n"));
  g_assert_true (g_utf8_validate (run->err, -1, NULL));
  for (const char *p = run->err; p < end; p = g_utf8_next_char (p))
    g_assert_true (g_unichar_isprint (g_utf8_get_char (p)) || g_utf8_get_char (p) == 0xFFFD);
  g_assert_null (strstr (run->err, "-CRITICAL"));
  g_assert_null (strstr (run->err, "-WARNING"));
  g_assert_null (strstr (run->err, "(null)"));
}

const char *
tool_get_sample_path (void)
{
  const char *path = g_getenv ("PANAH_TEST_SAMPLE");

  g_assert_nonnull (path);
  return path;
}

/* The folder of the packs that are shipped */
const char *
tool_get_packs (void)
{
  const char *path = g_getenv ("PANAH_TEST_PACKS");

  g_assert_nonnull (path);
  return path;
}

char *
tool_read_sample (void)
{
  g_autoptr (GError) error = NULL;
  char *json = NULL;

  g_file_get_contents (tool_get_sample_path (), &json, NULL, &error);
  g_assert_no_error (error);
  return json;
}

/* A case of @pack, in Russian, whose facts are the members @facts. */
char *
tool_make_case (const char *pack,
                const char *journey,
                const char *facts)
{
  return g_strdup_printf ("{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"%s\",\"journey\":\"%s\","
                          "\"official_language\":\"ru\",\"facts\":{%s}}\n",
                          pack, journey, facts);
}

/* The object in the array @array whose string @member is @value; %NULL if there is none */
JsonObject *
tool_find_by (JsonObject *object,
              const char *array,
              const char *member,
              const char *value)
{
  JsonArray *elements = json_object_get_array_member (object, array);

  g_assert_nonnull (elements);
  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      JsonObject *element = json_array_get_object_element (elements, i);
      if (g_strcmp0 (json_object_get_string_member_with_default (element, member, NULL), value) == 0)
        return element;
    }
  return NULL;
}

/* Whether a problem is told: @fact and @words may be %NULL for any */
gboolean
tool_has_problem (JsonObject *root,
                  const char *severity,
                  const char *fact,
                  const char *words)
{
  JsonArray *problems = json_object_get_array_member (root, "problems");

  g_assert_nonnull (problems);
  for (guint i = 0; i < json_array_get_length (problems); i++)
    {
      JsonObject *problem = json_array_get_object_element (problems, i);
      if (strcmp (json_object_get_string_member (problem, "severity"), severity) == 0 &&
          (fact == NULL ||
           g_strcmp0 (json_object_get_string_member_with_default (problem, "fact", NULL), fact) == 0) &&
          (words == NULL || strstr (json_object_get_string_member (problem, "message"), words) != NULL))
        return TRUE;
    }
  return FALSE;
}
