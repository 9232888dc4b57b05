/* sheet-view.c - a picture of one page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A page is white paper of a certain size. Its picture is there only while somebody can see it: a page at its largest
 * takes 32 MB. Until a new picture comes, the old one is stretched. */

#include "ui/sheet-view.h"

#include "paper/pages.h"
#include "ui/a11y.h"

#include <glib/gi18n.h>

#define MAX_PIXELS 2400 /* across; three times the size of the paper on a screen of 96 dpi */

struct _PanahSheetView
{
  GtkWidget             parent_instance;

  /* Owned */
  PanahPapers          *papers;
  GdkTexture           *texture; /* (nullable) */
  GCancellable         *drawing; /* (nullable): while a picture is being made */

  /* Borrowed from @papers */
  const PanahMadePaper *paper;

  guint                 page;
  int                   width;
  int                   pixels;  /* across the picture that is there or being made; 0 if neither */
  gboolean              drawn;
};

G_DEFINE_FINAL_TYPE (PanahSheetView, panah_sheet_view, GTK_TYPE_WIDGET)

static void
stop_drawing (PanahSheetView *self)
{
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  self->pixels = 0;
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  GWeakRef *weak = data;
  g_autoptr (PanahSheetView) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = panah_papers_draw_finish (result, &error);

  g_weak_ref_clear (weak);
  g_free (weak);
  /* what was cancelled is no longer waited for: something else may be */
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->drawing);
  if (texture == NULL)
    return;
  g_set_object (&self->texture, texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update (PanahSheetView *self)
{
  int pixels = MIN (self->width * gtk_widget_get_scale_factor (GTK_WIDGET (self)), MAX_PIXELS);
  GWeakRef *weak;

  if (!self->drawn)
    {
      stop_drawing (self);
      g_clear_object (&self->texture);
      return;
    }
  if (pixels == self->pixels)
    return;

  stop_drawing (self);
  self->pixels = pixels;
  self->drawing = g_cancellable_new ();
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  panah_papers_draw_async (self->papers, self->paper, self->page, pixels, self->drawing, drawn_cb, weak);
}

static void
panah_sheet_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  PanahSheetView *self = PANAH_SHEET_VIEW (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : panah_sheet_view_get_height (self);
  *natural = *minimum;
}

static void
panah_sheet_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  PanahSheetView *self = PANAH_SHEET_VIEW (widget);
  graphene_rect_t paper =
    GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  gtk_snapshot_append_color (snapshot, &white, &paper);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &paper);
}

static void
panah_sheet_view_dispose (GObject *object)
{
  PanahSheetView *self = PANAH_SHEET_VIEW (object);

  stop_drawing (self);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->papers, panah_papers_unref);

  G_OBJECT_CLASS (panah_sheet_view_parent_class)->dispose (object);
}

static void
panah_sheet_view_class_init (PanahSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = panah_sheet_view_dispose;
  widget_class->measure = panah_sheet_view_measure;
  widget_class->snapshot = panah_sheet_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
panah_sheet_view_init (PanahSheetView *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update), NULL);
}

/**
 * panah_sheet_view_new:
 * @papers: papers
 * @paper: one of them
 * @page: from 0
 * @title: what @paper is called in the language of the window
 *
 * Returns: (transfer floating): white paper without a size; see panah_sheet_view_set_width() and
 *   panah_sheet_view_set_drawn()
 */
GtkWidget *
panah_sheet_view_new (PanahPapers          *papers,
                      const PanahMadePaper *paper,
                      guint                 page,
                      const char           *title)
{
  PanahSheetView *self = g_object_new (PANAH_TYPE_SHEET_VIEW, NULL);
  /* TRANSLATORS: a picture of page %u, of the %u pages of the paper %s */
  g_autofree char *name = g_strdup_printf (_("Page %u of %u of: %s"), page + 1, paper->n_pages, title);

  self->papers = panah_papers_ref (papers);
  self->paper = paper;
  self->page = page;
  panah_a11y_set_name (GTK_WIDGET (self), name);
  return GTK_WIDGET (self);
}

int
panah_sheet_view_get_height (PanahSheetView *self)
{
  return self->width * PANAH_PAGE_HEIGHT / PANAH_PAGE_WIDTH + 0.5;
}

void
panah_sheet_view_set_width (PanahSheetView *self,
                            int             width)
{
  if (self->width == width)
    return;
  self->width = width;
  update (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
panah_sheet_view_is_drawn (PanahSheetView *self)
{
  return self->drawn;
}

/* Whether somebody can see it. */
void
panah_sheet_view_set_drawn (PanahSheetView *self,
                            gboolean        drawn)
{
  if (self->drawn == drawn)
    return;
  self->drawn = drawn;
  update (self);
}
