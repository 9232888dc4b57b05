/* cairo-painter.c - the same pages through cairo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/cairo-painter.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "paper/error.h"
#include "paper/painter.h"
#include "paper/pages-private.h"

static void
begin_page (gpointer data,
            guint    page,
            double   width,
            double   height)
{
  cairo_save (data);
  cairo_set_source_rgb (data, 0, 0, 0);
}

static void
begin_mark (gpointer data,
            int      node)
{
}

static void
end_mark (gpointer data)
{
}

static void
show_text (gpointer         data,
           PangoLayout     *layout,
           PangoLayoutLine *line,
           double           x,
           double           y)
{
  cairo_move_to (data, x, y);
  pango_cairo_show_layout_line (data, line);
  cairo_new_path (data);
}

static void
draw_line (gpointer data,
           double   x1,
           double   y1,
           double   x2,
           double   y2,
           double   stroke,
           gboolean round)
{
  cairo_set_line_width (data, stroke);
  cairo_set_line_cap (data, round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_move_to (data, x1, y1);
  cairo_line_to (data, x2, y2);
  cairo_stroke (data);
}

static void
draw_rectangle (gpointer data,
                double   x1,
                double   y1,
                double   x2,
                double   y2,
                double   stroke)
{
  cairo_set_line_width (data, stroke);
  cairo_rectangle (data, MIN (x1, x2), MIN (y1, y2), ABS (x2 - x1), ABS (y2 - y1));
  cairo_stroke (data);
}

static void
end_page (gpointer data)
{
  cairo_restore (data);
}

static const PanahPainter painter = {
  begin_page, begin_mark, end_mark, show_text, draw_line, draw_rectangle, end_page,
};

/**
 * panah_pages_draw:
 * @page: from 0
 * @cr: (transfer none): 1 unit = 1 point, the origin in the page's top left corner
 *
 * Draws one page in black; the paper's white is the caller's. Must run in the thread that
 * laid the pages out.
 */
void
panah_pages_draw (PanahPages *pages,
                  guint       page,
                  cairo_t    *cr)
{
  g_return_if_fail (pages != NULL && page < panah_pages_get_n_pages (pages));
  g_return_if_fail (cr != NULL);

  panah_pages_paint (pages, page, &painter, cr);
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * panah_pages_to_cairo_pdf:
 *
 * The yardstick for panah_pages_to_pdf(): the same pages written by cairo. Neither tagged
 * nor free of dates, so it is never what a person gets.
 *
 * Returns: (transfer full): the file, or %NULL with %PANAH_PAPER_ERROR_PDF
 */
GBytes *
panah_pages_to_cairo_pdf (PanahPages *pages,
                          GError    **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (pages != NULL, NULL);

  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes,
                                                 PANAH_PAGE_WIDTH, PANAH_PAGE_HEIGHT);
  cr = cairo_create (surface);
  for (guint i = 0; i < panah_pages_get_n_pages (pages); i++)
    {
      panah_pages_draw (pages, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_PDF,
               "cairo cannot write the file: %s", cairo_status_to_string (status));
  return NULL;
}
