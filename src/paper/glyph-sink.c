/* glyph-sink.c - shaped lines become PDF text
 *
 * Pango has shaped and placed everything; here its glyphs are written with the positions it
 * chose. What a cluster says is carried by the code of its first glyph. A cluster of
 * several glyphs also gets an ActualText: some readers follow that, others the codes.
 * (Never round a whole right-to-left run: that makes extraction much worse.)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/glyph-sink.h"

#include <math.h>

#include "paper/error.h"
#include "paper/pdf-append.h"
#include "paper/pdf-font.h"

#define POINTS(units) ((units) / (double) PANGO_SCALE)
#define SAME_HEIGHT 0.004

typedef struct
{
  PanahPdfFont *font;   /* borrowed */
  double        size;
} SizedFont;

struct _PanahGlyphSink
{
  /* owned */
  GPtrArray  *fonts;      /* (element-type PanahPdfFont) */
  GHashTable *by_face;    /* (element-type PanahFace PanahPdfFont) */
  GHashTable *by_font;    /* (element-type PangoFont SizedFont) */
  GError     *error;      /* (nullable): the first */

  /* borrowed */
  PanahPdf     *pdf;
  PanahFontSet *set;
  PanahPdfDict *page;

  const SizedFont *current;   /* (nullable): what the page's text state holds */
};

/* Where the pen is inside one run. */
typedef struct
{
  GString   *content;   /* borrowed */
  SizedFont *font;      /* borrowed */
  double     pen;       /* where Pango's next glyph begins */
  double     cursor;    /* where the PDF's next glyph would begin */
  double     base;      /* the line's base line */
  double     y;         /* where the PDF's pen is; marks stand off the base line */
  gboolean   open;      /* inside an array of TJ */
} Run;

static void
free_sized_font (gpointer data)
{
  g_free (data);
}

PanahGlyphSink *
panah_glyph_sink_new (PanahPdf     *pdf,
                      PanahFontSet *fonts)
{
  PanahGlyphSink *self = g_new0 (PanahGlyphSink, 1);

  self->pdf = pdf;
  self->set = fonts;
  self->fonts = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_pdf_font_free);
  self->by_face = g_hash_table_new (NULL, NULL);
  self->by_font = g_hash_table_new_full (NULL, NULL, g_object_unref, free_sized_font);
  return self;
}

void
panah_glyph_sink_free (PanahGlyphSink *self)
{
  g_hash_table_unref (self->by_font);
  g_hash_table_unref (self->by_face);
  g_ptr_array_unref (self->fonts);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * panah_glyph_sink_begin_page:
 * @page: (transfer none) (nullable): the page that the next lines stand on
 */
void
panah_glyph_sink_begin_page (PanahGlyphSink *self,
                             PanahPdfDict   *page)
{
  self->page = page;
  self->current = NULL;
}

static PanahPdfFont *
get_pdf_font (PanahGlyphSink *self,
              PangoFont      *font)
{
  const PanahFace *face;
  PanahPdfFont *pdf_font;

  face = panah_font_set_lookup (self->set, font, self->error == NULL ? &self->error : NULL);
  if (face == NULL)
    return NULL;
  pdf_font = g_hash_table_lookup (self->by_face, face);
  if (pdf_font == NULL)
    {
      pdf_font = panah_pdf_font_new (self->pdf, face);
      g_ptr_array_add (self->fonts, pdf_font);
      g_hash_table_insert (self->by_face, (gpointer) face, pdf_font);
    }
  return pdf_font;
}

static SizedFont *
get_sized_font (PanahGlyphSink *self,
                PangoFont      *font)
{
  SizedFont *sized = g_hash_table_lookup (self->by_font, font);
  PangoFontDescription *description;
  PanahPdfFont *pdf_font;

  if (sized != NULL)
    return sized;
  pdf_font = get_pdf_font (self, font);
  if (pdf_font == NULL)
    return NULL;

  description = pango_font_describe_with_absolute_size (font);
  sized = g_new0 (SizedFont, 1);
  sized->font = pdf_font;
  sized->size = POINTS (pango_font_description_get_size (description));
  pango_font_description_free (description);
  g_hash_table_insert (self->by_font, g_object_ref (font), sized);
  return sized;
}

static void
close_array (Run *run)
{
  if (run->open)
    g_string_append (run->content, ")]TJ\n");
  run->open = FALSE;
}

static void
move_to (Run   *run,
         double x,
         double y)
{
  close_array (run);
  g_string_append (run->content, "1 0 0 1 ");
  panah_pdf_append_number (run->content, x);
  g_string_append_c (run->content, ' ');
  panah_pdf_append_number (run->content, y);
  g_string_append (run->content, " Tm[(");
  run->cursor = x;
  run->y = y;
  run->open = TRUE;
}

/* Two bytes a code: half of what hexadecimal digits take, and quicker to compress. A bare carriage return would be read
 * as a line feed. */
static void
append_byte (GString *content,
             guint8   byte)
{
  if (byte == '(' || byte == ')' || byte == '\\')
    g_string_append_c (content, '\\');
  if (byte == '\r')
    g_string_append (content, "\\r");
  else
    g_string_append_c (content, byte);
}

static void
append_code (GString *content,
             guint    code)
{
  append_byte (content, code >> 8);
  append_byte (content, code & 0xFF);
}

static void
add_glyph (Run   *run,
           guint  code,
           double x,
           double y)
{
  int adjust;

  if (!run->open || fabs (y - run->y) > SAME_HEIGHT)
    move_to (run, x, y);

  adjust = lround ((run->cursor - x) / run->font->size * 1000);
  if (adjust != 0)
    {
      g_string_append_c (run->content, ')');
      panah_pdf_append_number (run->content, adjust);
      g_string_append_c (run->content, '(');
      run->cursor -= adjust * run->font->size / 1000;
    }
  append_code (run->content, code);
  run->cursor += panah_pdf_font_get_width (run->font->font, code) * run->font->size / 1000;
}

static guint
count_drawn (const PangoGlyphInfo *glyphs,
             int                   n_glyphs)
{
  guint n_drawn = 0;

  for (int i = 0; i < n_glyphs; i++)
    if (glyphs[i].glyph != PANGO_GLYPH_EMPTY)
      n_drawn++;
  return n_drawn;
}

static void
note_unknown (PanahGlyphSink *self,
              const char     *text)
{
  if (self->error == NULL)
    g_set_error (&self->error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_GLYPH,
                 "No shipped font has the character U+%04X", g_utf8_get_char (text));
}

static void
add_cluster (PanahGlyphSink       *self,
             Run                  *run,
             const PangoGlyphInfo *glyphs,
             int                   n_glyphs,
             const char           *text,
             gsize                 length)
{
  PanahPdfFont *font = run->font->font;
  gboolean carried = length <= PANAH_PDF_FONT_MAX_TEXT && !panah_pdf_font_is_full (font);
  guint n_drawn = count_drawn (glyphs, n_glyphs);
  gboolean span = n_drawn > 1 || (n_drawn == 1 && !carried);
  gboolean first = TRUE;

  if (span)
    {
      close_array (run);
      g_string_append (run->content, "/Span<</ActualText<FEFF");
      panah_pdf_append_utf16 (run->content, text, length);
      g_string_append (run->content, ">>>BDC\n");
    }

  for (int i = 0; i < n_glyphs; i++)
    {
      const PangoGlyphInfo *glyph = &glyphs[i];
      double x = run->pen + POINTS (glyph->geometry.x_offset);

      run->pen += POINTS (glyph->geometry.width);
      if (glyph->glyph == PANGO_GLYPH_EMPTY)
        continue;
      if (glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        {
          note_unknown (self, text);
          continue;
        }
      add_glyph (run,
                 panah_pdf_font_get_code (font, glyph->glyph, text,
                                          first && carried ? length : 0),
                 x, run->base - POINTS (glyph->geometry.y_offset));
      first = FALSE;
    }

  if (span)
    {
      close_array (run);
      g_string_append (run->content, "EMC\n");
    }
}

static void
select_font (PanahGlyphSink *self,
             Run            *run)
{
  if (self->current == run->font)
    return;
  g_string_append_printf (run->content, "/%s ",
                          panah_pdf_page_get_font_name (self->pdf, self->page,
                                                        panah_pdf_font_get_dict (run->font->font)));
  panah_pdf_append_number (run->content, run->font->size);
  g_string_append (run->content, " Tf\n");
  self->current = run->font;
}

/* In a right-to-left run the clusters' offsets fall while the glyphs go on. */
static void
add_run (PanahGlyphSink *self,
         Run            *run,
         const char     *text,
         PangoGlyphItem *item)
{
  const PangoGlyphString *glyphs = item->glyphs;
  gboolean rtl = item->item->analysis.level & 1;
  int end = item->item->length;

  select_font (self, run);
  text += item->item->offset;
  for (int i = 0, next; i < glyphs->num_glyphs; i = next)
    {
      int from = glyphs->log_clusters[i];
      int to = end;

      for (next = i + 1; next < glyphs->num_glyphs && glyphs->log_clusters[next] == from; )
        next++;
      if (rtl && i > 0)
        to = glyphs->log_clusters[i - 1];
      else if (!rtl && next < glyphs->num_glyphs)
        to = glyphs->log_clusters[next];
      add_cluster (self, run, glyphs->glyphs + i, next - i, text + from, MAX (to - from, 0));
    }
  close_array (run);
}

/* Whether the next line begins with another word. */
static gboolean
ends_with_word (const char            *text,
                const PangoLayoutLine *line)
{
  const char *end = text + line->start_index + line->length;

  return *end == '\0' || (line->length > 0 && end[-1] == ' ');
}

/* Pango swallows the space at a line's end, and a label is followed by no space at all.
 * Whoever reads the text aloud or copies it needs one; nobody sees it. */
static void
add_word_space (PanahGlyphSink *self,
                Run            *run,
                double          x)
{
  if (run->font == NULL)
    return;
  add_glyph (run, panah_pdf_font_get_space (run->font->font), x, run->base);
  close_array (run);
}

/**
 * panah_glyph_sink_add_line:
 * @content: where the operators go; between BT and ET
 * @layout: (transfer none): what @line belongs to
 * @line: (transfer none): one line of it
 * @x: left end, points from the page's left edge
 * @y: base line, points from the page's bottom edge
 */
void
panah_glyph_sink_add_line (PanahGlyphSink  *self,
                           GString         *content,
                           PangoLayout     *layout,
                           PangoLayoutLine *line,
                           double           x,
                           double           y)
{
  const char *text = pango_layout_get_text (layout);
  double start = x;
  Run run = { .content = content, .base = y };

  for (GSList *node = line->runs; node != NULL; node = node->next)
    {
      PangoGlyphItem *item = node->data;

      run.font = get_sized_font (self, item->item->analysis.font);
      run.pen = x;
      if (run.font == NULL)
        return;
      add_run (self, &run, text, item);
      x += POINTS (pango_glyph_string_get_width (item->glyphs));
    }
  if (ends_with_word (text, line))
    add_word_space (self, &run, line->resolved_dir == PANGO_DIRECTION_RTL ? start : x);
}

/**
 * panah_glyph_sink_finish:
 *
 * Writes the fonts.
 *
 * Returns: %FALSE with %PANAH_PAPER_ERROR_GLYPH or %PANAH_PAPER_ERROR_FONT
 */
gboolean
panah_glyph_sink_finish (PanahGlyphSink *self,
                         GError        **error)
{
  for (guint i = 0; i < self->fonts->len && self->error == NULL; i++)
    panah_pdf_font_finish (g_ptr_array_index (self->fonts, i), &self->error);

  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
