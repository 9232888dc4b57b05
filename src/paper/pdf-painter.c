/* pdf-painter.c - pages become a tagged PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/pages-private.h"

#include "paper/font-set.h"
#include "paper/glyph-sink.h"
#include "paper/painter.h"
#include "paper/pdf-append.h"
#include "paper/pdf-metadata.h"
#include "paper/pdf-object.h"
#include "paper/pdf-structure.h"

typedef struct
{
  /* borrowed */
  GString           *content;
  GPtrArray         *sheets;       /* (element-type PanahPdfDict): the pages so far */
  PanahPdf          *pdf;
  PanahGlyphSink    *sink;
  PanahPdfStructure *structure;
  PanahPdfDict      *page;

  double             height;
  double             stroke;       /* the page's pen; negative: not set yet */
  gboolean           round;
  gboolean           in_text;      /* between BT and ET */
} PdfPainter;

static void
append_numbers (GString      *content,
                const double *numbers,
                guint         n_numbers,
                const char   *operator)
{
  for (guint i = 0; i < n_numbers; i++)
    {
      panah_pdf_append_number (content, numbers[i]);
      g_string_append_c (content, ' ');
    }
  g_string_append (content, operator);
  g_string_append_c (content, '\n');
}

static void
set_in_text (PdfPainter *self,
             gboolean    in_text)
{
  if (self->in_text != in_text)
    g_string_append (self->content, in_text ? "BT\n" : "ET\n");
  self->in_text = in_text;
}

static void
begin_page (gpointer data,
            guint    page,
            double   width,
            double   height)
{
  PdfPainter *self = data;

  g_string_truncate (self->content, 0);
  self->height = height;
  self->stroke = -1;
  self->round = FALSE;
  self->page = panah_pdf_add_page (self->pdf, width, height);
  g_ptr_array_add (self->sheets, self->page);
  panah_glyph_sink_begin_page (self->sink, self->page);
  panah_pdf_structure_begin_page (self->structure, self->page);
}

static void
begin_mark (gpointer data,
            int      node)
{
  PdfPainter *self = data;

  if (node == PANAH_NODE_DECORATION)
    g_string_append (self->content, "/Artifact BMC\n");
  else if (node < 0)
    g_string_append (self->content, "/Artifact<</Type/Pagination>>BDC\n");
  else
    g_string_append_printf (self->content, "/%s<</MCID %u>>BDC\n",
                            panah_pdf_structure_get_tag (self->structure, node),
                            panah_pdf_structure_add_mark (self->structure, node));
}

static void
end_mark (gpointer data)
{
  PdfPainter *self = data;

  set_in_text (self, FALSE);
  g_string_append (self->content, "EMC\n");
}

static void
show_text (gpointer         data,
           PangoLayout     *layout,
           PangoLayoutLine *line,
           double           x,
           double           y)
{
  PdfPainter *self = data;

  set_in_text (self, TRUE);
  panah_glyph_sink_add_line (self->sink, self->content, layout, line, x, self->height - y);
}

static void
set_pen (PdfPainter *self,
         double      stroke,
         gboolean    round)
{
  set_in_text (self, FALSE);
  if (self->stroke != stroke)
    append_numbers (self->content, &stroke, 1, "w");
  if (self->round != round)
    g_string_append (self->content, round ? "1 J\n" : "0 J\n");
  self->stroke = stroke;
  self->round = round;
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
  PdfPainter *self = data;
  double from[] = { x1, self->height - y1 };
  double to[] = { x2, self->height - y2 };

  set_pen (self, stroke, round);
  append_numbers (self->content, from, G_N_ELEMENTS (from), "m");
  append_numbers (self->content, to, G_N_ELEMENTS (to), "l S");
}

static void
draw_rectangle (gpointer data,
                double   x1,
                double   y1,
                double   x2,
                double   y2,
                double   stroke)
{
  PdfPainter *self = data;
  double box[] = { MIN (x1, x2), self->height - MAX (y1, y2), ABS (x2 - x1), ABS (y2 - y1) };

  set_pen (self, stroke, FALSE);
  append_numbers (self->content, box, G_N_ELEMENTS (box), "re S");
}

static void
end_page (gpointer data)
{
  PdfPainter *self = data;

  /* libharu would compress nothing to nothing, and that cannot be unpacked. */
  if (self->content->len == 0)
    g_string_append_c (self->content, '\n');
  panah_pdf_page_write (self->pdf, self->page, self->content->str, self->content->len);
  panah_pdf_structure_end_page (self->structure);
}

static const PanahPainter painter = {
  begin_page, begin_mark, end_mark, show_text, draw_line, draw_rectangle, end_page,
};

/**
 * panah_pages_to_pdf:
 *
 * Writes the pages as a tagged PDF 1.7 file, fit for archives (PDF/A-2): fonts embedded as
 * subsets, an outline of the headings, no dates, the same bytes for the same pages. Must run
 * in the thread that laid the pages out.
 *
 * Returns: (transfer full): the file, or %NULL with %PANAH_PAPER_ERROR_FONT,
 *   %PANAH_PAPER_ERROR_GLYPH or %PANAH_PAPER_ERROR_PDF
 */
GBytes *
panah_pages_to_pdf (PanahPages *self,
                    GError    **error)
{
  g_autoptr (PanahPdf) pdf = NULL;
  g_autoptr (PanahGlyphSink) sink = NULL;
  g_autoptr (PanahPdfStructure) structure = NULL;
  g_autoptr (GString) content = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  PanahFontSet *fonts = panah_font_set_get_default (error);

  g_return_val_if_fail (self != NULL, NULL);

  if (fonts == NULL)
    return NULL;
  pdf = panah_pdf_new ();
  sink = panah_glyph_sink_new (pdf, fonts);
  structure = panah_pdf_structure_new (pdf, self);
  content = g_string_sized_new (16384);
  sheets = g_ptr_array_new ();
  for (guint i = 0; i < self->sheets->len; i++)
    {
      PdfPainter state = {
        .content = content,
        .sheets = sheets,
        .pdf = pdf,
        .sink = sink,
        .structure = structure,
      };

      panah_pages_paint (self, i, &painter, &state);
    }

  if (!panah_glyph_sink_finish (sink, error))
    return NULL;
  panah_pdf_structure_finish (structure);
  panah_pdf_add_outline (pdf, self, sheets);
  panah_pdf_add_output_intent (pdf);
  panah_pdf_add_metadata (pdf, self->document);
  return panah_pdf_finish (pdf, error);
}
