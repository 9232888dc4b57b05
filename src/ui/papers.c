/* papers.c - the papers of a case, made and drawn in a thread of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Fonts, layouts and facts belong to the thread that made them, and nothing in the window may wait for them. So there is
 * one thread for all papers: it makes them, draws pages of them when asked, and lets them go. A case crosses over as the
 * text it would be in a file; papers come back as bytes and pictures. What was made last is kept, because one looks at a
 * paper after seeing the list of them, and goes back to the list. */

#include "ui/papers.h"

#include "paper/cairo-painter.h"
#include "paper/render.h"

#include <glib/gi18n.h>
#include <string.h>

/* Lives in an atomic box. What the thread of the papers has made stays in @rendering, which nobody else looks into. */
struct _PanahPapers
{
  PanahPack      *pack;
  char           *json;
  gint64          now;
  GPtrArray      *list; /* of PanahMadePaper */
  PanahRendering *rendering;
};

typedef struct
{
  PanahPack *pack;
  char      *json;
  gint64     now;
} Wish;

typedef struct
{
  PanahPapers *papers;
  guint        paper;
  guint        page;
  int          width;
} Drawing;

typedef struct
{
  GFunc    run;
  gpointer data;
} Errand;

static void
run_errand (gpointer data,
            gpointer unused)
{
  g_autofree Errand *errand = data;

  errand->run (errand->data, NULL);
}

/* In the order in which they were sent, one at a time, always on the same thread. */
static void
send_errand (GFunc    run,
             gpointer data)
{
  static GThreadPool *thread;
  Errand *errand = g_new0 (Errand, 1);

  if (g_once_init_enter (&thread))
    g_once_init_leave (&thread, g_thread_pool_new (run_errand, NULL, 1, TRUE, NULL));
  errand->run = run;
  errand->data = data;
  g_thread_pool_push (thread, errand, NULL);
}

static void
wish_free (gpointer data)
{
  Wish *self = data;

  panah_pack_unref (self->pack);
  g_free (self->json);
  g_free (self);
}

static void
drawing_free (gpointer data)
{
  Drawing *self = data;

  panah_papers_unref (self->papers);
  g_free (self);
}

static void
paper_free (gpointer data)
{
  PanahMadePaper *self = data;

  g_free (self->key);
  g_free (self->title);
  g_free (self->official_title);
  g_free (self->file);
  g_free (self->inside);
  g_bytes_unref (self->pdf);
  g_free (self->odt_file);
  g_clear_pointer (&self->odt, g_bytes_unref);
  g_free (self);
}

static void
free_rendering (gpointer data,
                gpointer unused)
{
  panah_rendering_free (data);
}

static void
papers_clear (gpointer data)
{
  PanahPapers *self = data;

  g_ptr_array_unref (self->list);
  send_errand (free_rendering, self->rendering);
  panah_pack_unref (self->pack);
  g_free (self->json);
}

PanahPapers *
panah_papers_ref (PanahPapers *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
panah_papers_unref (PanahPapers *self)
{
  g_atomic_rc_box_release_full (self, papers_clear);
}

/* The name of the file without its language, which changes with that of the window; numbered where a paper is there in
 * two languages. */
static char *
make_key (PanahPapers         *self,
          const PanahRendered *rendered)
{
  g_autofree char *ending = g_strdup_printf (".%s.pdf", rendered->language);
  g_autofree char *base = g_strdup (rendered->file);
  guint number = 1;

  if (g_str_has_suffix (base, ending))
    base[strlen (base) - strlen (ending)] = '\0';
  g_autofree char *key = g_strdup (base);
  while (panah_papers_find (self, key) != NULL)
    {
      g_free (key);
      key = g_strdup_printf ("%s.%u", base, ++number);
    }
  return g_steal_pointer (&key);
}

/* Returns: what stands on the paper that a copy is of */
static const char *
find_title_of_paper (PanahPack               *pack,
                     const PanahDocumentSpec *spec,
                     const PanahCase         *a_case)
{
  const char *language = panah_document_spec_match_language (spec, a_case->official_language);

  return panah_pack_get_text (pack, spec->rule.id, language != NULL ? language : spec->languages[0], "", "title");
}

/* A copy for the reader is called after its paper. */
static void
set_titles (PanahMadePaper      *paper,
            PanahPack           *pack,
            const PanahCase     *a_case,
            const PanahRendered *rendered)
{
  const PanahDocumentSpec *spec = panah_pack_find_document (pack, rendered->of != NULL ? rendered->of : rendered->id);

  paper->is_copy = rendered->of != NULL;
  paper->title = g_strdup (spec->title);
  paper->official_title = g_strdup (paper->is_copy ? find_title_of_paper (pack, spec, a_case)
                                                   : panah_document_get_title (rendered->document));
  paper->handed_in = rendered->handed_in && !spec->for_user;
}

static void
list_papers (PanahPapers     *self,
             const PanahCase *a_case)
{
  for (guint i = 0; i < self->rendering->documents->len; i++)
    {
      const PanahRendered *rendered = self->rendering->documents->pdata[i];
      PanahMadePaper *paper = g_new0 (PanahMadePaper, 1);

      paper->key = make_key (self, rendered);
      set_titles (paper, self->pack, a_case, rendered);
      paper->file = g_strdup_printf ("document-%u.pdf", i + 1);
      paper->inside = g_strdup (rendered->file);
      paper->pdf = g_bytes_ref (rendered->pdf);
      if (rendered->odt != NULL)
        {
          paper->odt_file = g_strdup_printf ("document-%u.odt", i + 1);
          paper->odt = g_bytes_ref (rendered->odt);
        }
      paper->n_pages = rendered->n_pages;
      g_ptr_array_add (self->list, paper);
    }
}

static PanahPapers *
make_papers (const Wish *wish,
             GError    **error)
{
  g_autoptr (JsonNode) root = json_from_string (wish->json, error);
  g_autoptr (PanahCase) a_case = root != NULL ? panah_case_new_from_json (root, wish->pack, error) : NULL;
  g_autoptr (PanahPlan) plan = a_case != NULL ? panah_plan_new (wish->pack, a_case->facts, wish->now) : NULL;
  g_autoptr (PanahRendering) rendering = plan != NULL ? panah_render (plan, a_case, NULL, NULL, error) : NULL;

  if (rendering == NULL || !panah_rendering_add_odts (rendering, error))
    return NULL;

  PanahPapers *self = g_atomic_rc_box_new0 (PanahPapers);
  self->pack = panah_pack_ref (wish->pack);
  self->json = g_strdup (wish->json);
  self->now = wish->now;
  self->list = g_ptr_array_new_with_free_func (paper_free);
  self->rendering = g_steal_pointer (&rendering);
  list_papers (self, a_case);
  return self;
}

static gboolean
is_wished (const PanahPapers *self,
           const Wish        *wish)
{
  return self->pack == wish->pack && self->now == wish->now && strcmp (self->json, wish->json) == 0;
}

static void
make (gpointer data,
      gpointer unused)
{
  static PanahPapers *last; /* this thread's own */
  g_autoptr (GTask) task = data;
  const Wish *wish = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (last == NULL || !is_wished (last, wish))
    {
      g_clear_pointer (&last, panah_papers_unref);
      last = make_papers (wish, &error);
    }
  if (last != NULL)
    g_task_return_pointer (task, panah_papers_ref (last), (GDestroyNotify) panah_papers_unref);
  else
    g_task_return_error (task, error);
}

/**
 * panah_papers_make_async:
 * @session: whose current case is made into papers
 * @cancellable: (nullable): to give up waiting
 * @callback: called on the thread of the window
 * @user_data: for @callback
 *
 * Nothing in the window waits for it, and it holds on to nothing of the window.
 */
void
panah_papers_make_async (PanahSession       *session,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (JsonNode) root = panah_case_to_json (panah_session_get_case (session), panah_session_get_pack (session));
  Wish *wish = g_new0 (Wish, 1);

  wish->pack = panah_pack_ref (panah_session_get_pack (session));
  wish->json = json_to_string (root, FALSE);
  wish->now = panah_session_get_now (session);
  g_task_set_source_tag (task, panah_papers_make_async);
  g_task_set_task_data (task, wish, wish_free);
  send_errand (make, g_steal_pointer (&task));
}

/* Returns: (transfer full) (nullable): the papers */
PanahPapers *
panah_papers_make_finish (GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
panah_papers_get_n (const PanahPapers *self)
{
  return self->list->len;
}

const PanahMadePaper *
panah_papers_get_nth (const PanahPapers *self,
                      guint              index)
{
  return self->list->pdata[index];
}

/* Returns: (nullable): the paper of that name */
const PanahMadePaper *
panah_papers_find (const PanahPapers *self,
                   const char        *key)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      const PanahMadePaper *paper = self->list->pdata[i];
      if (strcmp (paper->key, key) == 0)
        return paper;
    }
  return NULL;
}

/* Returns: (transfer full): what the window calls a paper, or the copy of it for the reader */
char *
panah_papers_dup_name (PanahSession *session,
                       const char   *title,
                       gboolean      is_copy)
{
  const char *translated = panah_session_translate (session, title);

  /* TRANSLATORS: %s is what a paper is called */
  return is_copy ? g_strdup_printf (_("Reading copy: %s"), translated) : g_strdup (translated);
}

/* Returns: (transfer full) (nullable): black on white; %NULL if there is no room for a picture of that size */
static GdkTexture *
draw_page (PanahPages *pages,
           guint       page,
           int         width)
{
  double scale = width / PANAH_PAGE_WIDTH;
  int height = PANAH_PAGE_HEIGHT * scale + 0.5;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr;

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  panah_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * height,
                                                         (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
draw (gpointer data,
      gpointer unused)
{
  g_autoptr (GTask) task = data;
  const Drawing *drawing = g_task_get_task_data (task);
  const PanahRendered *rendered = drawing->papers->rendering->documents->pdata[drawing->paper];
  GdkTexture *texture;

  if (g_task_return_error_if_cancelled (task))
    return;
  texture = draw_page (rendered->pages, drawing->page, drawing->width);
  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "no room for a picture");
}

/**
 * panah_papers_draw_async:
 * @self: papers
 * @paper: one of them
 * @page: from 0
 * @width: of the picture, in pixels
 * @cancellable: (nullable): when nobody looks any longer
 * @callback: called on the thread of the window
 * @user_data: for @callback
 */
void
panah_papers_draw_async (PanahPapers          *self,
                         const PanahMadePaper *paper,
                         guint                 page,
                         int                   width,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Drawing *drawing;
  guint index;

  g_return_if_fail (g_ptr_array_find (self->list, paper, &index));
  g_return_if_fail (page < paper->n_pages && width > 0);

  drawing = g_new0 (Drawing, 1);
  drawing->papers = panah_papers_ref (self);
  drawing->paper = index;
  drawing->page = page;
  drawing->width = width;
  g_task_set_source_tag (task, panah_papers_draw_async);
  g_task_set_task_data (task, drawing, drawing_free);
  send_errand (draw, g_steal_pointer (&task));
}

/* Returns: (transfer full) (nullable): the picture */
GdkTexture *
panah_papers_draw_finish (GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
