/* print-job.c - the papers made in another thread, and pictures of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Fonts, layouts and facts belong to the thread that made them, so a case crosses over as the text it would be in a
 * file, and papers come back as bytes. */

#include "ui/print-job.h"

#include "paper/cairo-painter.h"
#include "paper/render.h"

#define SCALE 1.5

typedef struct
{
  PanahPack *pack;
  char      *json;
  gint64     now;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  panah_pack_unref (self->pack);
  g_free (self->json);
  g_free (self);
}

static void
paper_free (gpointer data)
{
  PanahPrintedPaper *self = data;

  g_free (self->title);
  g_free (self->official_title);
  g_free (self->file);
  g_bytes_unref (self->pdf);
  g_free (self->odt_file);
  g_clear_pointer (&self->odt, g_bytes_unref);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

static GdkTexture *
draw_page (PanahPages *pages,
           guint       index)
{
  int width = 595.28 * SCALE, height = 841.89 * SCALE;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  int stride = cairo_image_surface_get_stride (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_scale (cr, SCALE, SCALE);
  panah_pages_draw (pages, index, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  guchar *data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    {
      for (int x = 0; x < width; x++)
        data[y * stride + x * 4 + 3] = 0xff;
    }
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (data, (gsize) stride * height,
                                                         (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GPtrArray *
take_papers (PanahPack            *pack,
             const PanahRendering *rendering)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func (paper_free);

  for (guint i = 0; i < rendering->documents->len; i++)
    {
      const PanahRendered *rendered = rendering->documents->pdata[i];
      PanahPrintedPaper *paper = g_new0 (PanahPrintedPaper, 1);

      paper->title = g_strdup (panah_pack_find_document (pack, rendered->id)->title);
      paper->official_title = g_strdup (panah_pack_get_text (pack, rendered->id, rendered->language, "", "title"));
      paper->file = g_strdup_printf ("document-%u.pdf", i + 1);
      paper->pdf = g_bytes_ref (rendered->pdf);
      if (rendered->odt != NULL)
        {
          paper->odt_file = g_strdup_printf ("document-%u.odt", i + 1);
          paper->odt = g_bytes_ref (rendered->odt);
        }
      paper->pages = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint j = 0; j < rendered->n_pages; j++)
        g_ptr_array_add (paper->pages, draw_page (rendered->pages, j));
      g_ptr_array_add (papers, paper);
    }
  return papers;
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autoptr (JsonNode) root = json_from_string (job->json, &error);
  g_autoptr (PanahCase) a_case = root != NULL ? panah_case_new_from_json (root, job->pack, &error) : NULL;
  g_autoptr (PanahPlan) plan = a_case != NULL ? panah_plan_new (job->pack, a_case->facts, job->now) : NULL;
  g_autoptr (PanahRendering) rendering = plan != NULL ? panah_render (plan, a_case, NULL, NULL, &error) : NULL;

  if (rendering == NULL || !panah_rendering_add_odts (rendering, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, take_papers (job->pack, rendering), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * panah_print_job_run_async:
 * @session: whose current case is printed
 * @cancellable: (nullable): to give up waiting
 * @callback: called on the thread of the window
 * @user_data: for @callback
 *
 * Nothing in the window waits for it.
 */
void
panah_print_job_run_async (PanahSession        *session,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  g_autoptr (JsonNode) root = panah_case_to_json (panah_session_get_case (session), panah_session_get_pack (session));
  Job *job = g_new0 (Job, 1);

  job->pack = panah_pack_ref (panah_session_get_pack (session));
  job->json = json_to_string (root, FALSE);
  job->now = panah_session_get_now (session);
  g_task_set_source_tag (task, panah_print_job_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run);
}

/* Returns: (transfer full) (element-type PanahPrintedPaper) (nullable): the papers */
GPtrArray *
panah_print_job_run_finish (GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
