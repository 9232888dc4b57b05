/* batch.c - panah-tool batch
 *
 * Each thread takes a case, makes its papers, saves them and forgets them: Pango's font maps, and with them the lines
 * of official words that are laid out once, belong to one thread. What the threads share does not change (packs, faces)
 * or is behind a lock (source, report).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/batch-interrupt.h"
#include "tool/batch-report.h"
#include "tool/batch-source.h"
#include "tool/papers.h"
#include "tool/passphrase.h"
#include "tool/sealed.h"

#include "core/error.h"
#include "core/plan-json.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define MOST_JOBS 256

typedef struct
{
  const char       *input;
  const char       *out;
  PanahToolNow      now;
  PanahSecret      *secret; /* (nullable): no case is sealed */
  PanahPackShelf   *packs;
  PanahBatchReport *report;

  GMutex            source_lock; /* of everything below */
  PanahBatchSource *source;
  guint64           n_taken;
  GError           *error;       /* (nullable): why the input cannot be read any further */
} Batch;

/* Of a case whose papers nobody is shown, the line alone says which window has passed. */
static void
add_passed (PanahRendering  *rendering,
            const PanahPlan *plan)
{
  const GPtrArray *deadlines = panah_plan_get_deadlines (plan);

  for (guint i = 0; i < deadlines->len; i++)
    {
      g_autofree char *passed = panah_tool_describe_passed (deadlines->pdata[i]);
      const char *const args[] = { passed, NULL };
      if (passed != NULL)
        g_ptr_array_add (rendering->problems, panah_problem_new_pattern (PANAH_SEVERITY_WARNING, NULL, "%1", args));
    }
}

/* The folder of a case is in the output folder, not wherever a link leads. */
static gboolean
check_no_link (const char *directory,
               GError    **error)
{
  if (!g_file_test (directory, G_FILE_TEST_IS_SYMLINK))
    return TRUE;

  g_set_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_NAME, "%s: a link, not a folder", directory);
  return FALSE;
}

/* Returns: (transfer full) (nullable): what was saved */
static PanahRendering *
make_papers (Batch                *self,
             const PanahBatchItem *item,
             int                  *out_code,
             GError              **error)
{
  g_autofree char *directory = g_build_filename (self->out, item->name, NULL);
  g_autoptr (GBytes) bytes = panah_batch_source_read (self->source, item, error);
  g_autoptr (JsonNode) root = bytes != NULL ? panah_tool_read_case (bytes, self->secret, error) : NULL;
  g_autoptr (PanahLoadedCase) loaded =
    root != NULL ? panah_tool_plan_case (root, self->packs, &self->now, error) : NULL;
  g_autoptr (PanahRendering) rendering =
    loaded != NULL ? panah_tool_render_papers (loaded, directory, NULL, NULL, FALSE, error) : NULL;

  *out_code = PANAH_EXIT_REFUSED;
  if (rendering == NULL || !check_no_link (directory, error) ||
      !panah_tool_save_papers (rendering, directory, NULL, NULL, error))
    return NULL;

  *out_code = panah_tool_needs_attention (loaded, rendering) ? PANAH_EXIT_ATTENTION : PANAH_EXIT_DONE;
  add_passed (rendering, loaded->plan);
  return g_steal_pointer (&rendering);
}

static void
add_nothing (JsonBuilder *builder)
{
  static const char *const names[] = { "documents", "problems" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      json_builder_set_member_name (builder, names[i]);
      json_builder_begin_array (builder);
      json_builder_end_array (builder);
    }
}

/* @rendering or @error is there. */
static char *
create_line (const char           *name,
             int                   code,
             const PanahRendering *rendering,
             const GError         *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *message = error != NULL ? panah_tool_describe_error (error) : NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "case");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "code");
  json_builder_add_int_value (builder, code);
  if (rendering != NULL)
    panah_rendering_add_to_json (rendering, builder, FALSE);
  else
    add_nothing (builder);
  json_builder_set_member_name (builder, "error");
  if (message != NULL)
    json_builder_add_string_value (builder, message);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  return panah_json_builder_print_line (builder);
}

static void
do_case (Batch                *self,
         const PanahBatchItem *item,
         guint64               index)
{
  g_autoptr (GError) error = NULL;
  int code;
  g_autoptr (PanahRendering) rendering = make_papers (self, item, &code, &error);

  panah_batch_report_take_line (self->report, index, code, create_line (item->name, code, rendering, error));
}

/* No case is taken and then left, for the lines of later ones would wait for it. */
static gboolean
take_case (Batch          *self,
           PanahBatchItem *out_item,
           guint64        *out_index)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->source_lock);

  if (self->error != NULL || !panah_batch_report_wait (self->report, self->n_taken) ||
      !panah_batch_source_next (self->source, out_item, &self->error) || !panah_batch_interrupt_enter ())
    return FALSE;
  *out_index = self->n_taken++;
  return TRUE;
}

static gpointer
work (gpointer data)
{
  Batch *self = data;

  for (;;)
    {
      g_auto (PanahBatchItem) item = { NULL };
      guint64 index;

      if (!take_case (self, &item, &index))
        return NULL;
      do_case (self, &item, index);
      panah_batch_interrupt_leave ();
    }
}

/* This thread works too; where the system gives no more of them, those that are there do it all. */
static void
work_in_threads (Batch *self,
                 guint  n_jobs)
{
  GThread *threads[MOST_JOBS];
  guint n_threads = 0;

  while (n_threads + 1 < n_jobs && (threads[n_threads] = g_thread_try_new ("batch", work, self, NULL)) != NULL)
    n_threads++;
  work (self);
  for (guint i = 0; i < n_threads; i++)
    g_thread_join (threads[i]);
}

/* Returns: %FALSE with an error if nothing can be saved there */
static gboolean
open_out (const char *out,
          gboolean   *out_made,
          GError    **error)
{
  int code = g_mkdir (out, 0700) == 0 ? 0 : errno;

  *out_made = code == 0;
  if (code == EEXIST)
    code = !g_file_test (out, G_FILE_TEST_IS_DIR) ? ENOTDIR : g_access (out, W_OK | X_OK) == 0 ? 0 : errno;
  if (code == 0)
    return TRUE;
  g_set_error (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_GONE, "%s: %s", out, g_strerror (code));
  return FALSE;
}

/* Each thread holds all papers of a case open until the last of them is on the disk. */
static void
allow_open_files (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) != 0)
    return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit (RLIMIT_NOFILE, &limit);
}

static void
do_all (Batch *self,
        guint  n_jobs)
{
  guint n_cases = panah_batch_source_get_n_cases (self->source);

  allow_open_files ();
  g_mutex_init (&self->source_lock);
  panah_batch_interrupt_watch ();
  work_in_threads (self, n_cases > 0 ? MIN (n_jobs, n_cases) : n_jobs);
  g_mutex_clear (&self->source_lock);
}

/* Returns: the exit code; with an error if it is about the batch as a whole */
static int
finish (Batch   *self,
        GError **error)
{
  g_autoptr (GError) problem = g_steal_pointer (&self->error);
  guint64 n_done;
  int code = panah_batch_report_finish (self->report, &n_done, error);

  if (code == PANAH_EXIT_REFUSED)
    return code;
  if (problem == NULL && n_done == 0)
    g_set_error (&problem, PANAH_CORE_ERROR, PANAH_CORE_ERROR_CASE, "%s: there is no case in it", self->input);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return PANAH_EXIT_REFUSED;
    }
  return panah_batch_source_get_n_skipped (self->source) > 0 ? PANAH_EXIT_ATTENTION : code;
}

int
panah_tool_batch (int   argc,
                  char *argv[])
{
  g_autofree char *on = NULL, *out = NULL;
  int n_jobs = g_get_num_processors (), passphrase_fd = PANAH_PASSPHRASE_ASK;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, "The moment asked about", "MOMENT" },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, "Where to write: a folder for each case", "DIR" },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &n_jobs, "How many cases at once; all processors if not given", "N" },
    PANAH_PASSPHRASE_OPTION (&passphrase_fd),
    { NULL },
  };
  const char *usage = "batch DIR|FILE.jsonl|- --out DIR [--jobs N] [--on MOMENT] [--passphrase-fd N]";
  g_autoptr (GError) error = NULL;
  Batch self = { NULL };
  gboolean made;

  if (!panah_tool_parse_options (&argc, &argv, usage, entries, 1))
    return PANAH_EXIT_REFUSED;
  if (out == NULL || n_jobs < 1 || n_jobs > MOST_JOBS)
    {
      panah_tool_print_line ("%s; usage: panah-tool %s", out == NULL ? "--out is missing" : "--jobs is from 1 to 256",
                             usage);
      return PANAH_EXIT_REFUSED;
    }

  g_autoptr (PanahBatchSource) source = panah_batch_source_new (argv[1], &error);
  g_autoptr (PanahSecret) secret = NULL;
  if (source == NULL || !panah_tool_read_now (on, &self.now, &error) ||
      (panah_batch_source_has_sealed (source) &&
       (secret = panah_tool_read_passphrase (passphrase_fd, FALSE, &error)) == NULL) ||
      !open_out (out, &made, &error))
    return panah_tool_fail (error);

  g_autoptr (PanahPackShelf) packs = panah_pack_shelf_new ();
  g_autoptr (PanahBatchReport) report = panah_batch_report_new (panah_batch_source_get_n_cases (source));
  self.input = argv[1];
  self.out = out;
  self.secret = secret;
  self.packs = packs;
  self.report = report;
  self.source = source;
  do_all (&self, n_jobs);
  int code = finish (&self, &error);
  if (made)
    g_rmdir (out); /* where nothing was saved in it */
  return error != NULL ? panah_tool_fail (error) : code;
}
