/* layout-text.c - texts become lines
 *
 * Pango shapes the rest of a paragraph anew after each line, so a long one costs the square
 * of its length. Texts are therefore handed over in pieces of about a dozen lines; the last
 * line of a piece is dropped and begins the next one. The lines come out the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/layout-private.h"

#include <string.h>

#include "paper/error.h"

#define POINTS(units) ((units) / (double) PANGO_SCALE)
#define UNITS(points) ((int) ((points) * PANGO_SCALE))
#define LEAST_PIECE 512
#define LINES_IN_PIECE 12

/* A text on its way into lines. */
typedef struct
{
  const PanahTextStyle *style;
  const char           *string;
  PangoDirection        direction;
  PangoContext         *context;
  PangoFontDescription *font;
  PangoAttrList        *attributes;
  GArray               *lines;
} Breaker;

static void
clear_line (gpointer data)
{
  PanahLine *line = data;

  g_clear_pointer (&line->line, pango_layout_line_unref);
  g_clear_object (&line->layout);
}

static gboolean
is_rtl_script (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW ||
         script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA ||
         script == G_UNICODE_SCRIPT_NKO;
}

/* By the language's usual script. */
gboolean
panah_language_is_rtl (const char *language)
{
  int n_scripts = 0;
  const PangoScript *scripts =
    pango_language_get_scripts (pango_language_from_string (language), &n_scripts);

  return n_scripts > 0 && is_rtl_script ((GUnicodeScript) scripts[0]);
}

/* The first strong letter outside isolates decides, as in the bidirectional algorithm; but a sentence of a language that
 * runs from the right may begin with a name in Latin letters, and still runs from the right. */
gboolean
panah_text_is_rtl (const char *string,
                   const char *language)
{
  gboolean usual = panah_language_is_rtl (language), against = FALSE;
  guint depth = 0;

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x2066 && c <= 0x2068)
        depth++;
      else if (c == 0x2069 && depth > 0)
        depth--;
      else if (depth == 0 && g_unichar_isalpha (c))
        {
          if (is_rtl_script (g_unichar_get_script (c)))
            return TRUE;
          if (!usual)
            return FALSE;
          against = TRUE;
        }
    }
  return usual && !against;
}

/* Pango turns sides round only where it finds the direction itself. */
static PangoAlignment
get_alignment (PanahAlign     align,
               PangoDirection direction)
{
  gboolean rtl = direction == PANGO_DIRECTION_RTL;

  if (align == PANAH_ALIGN_CENTER)
    return PANGO_ALIGN_CENTER;
  return (align == PANAH_ALIGN_END) == rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
}

static PangoLayout *
create_layout (Breaker *self,
               gsize    start,
               gsize    end)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_width (layout, UNITS (self->style->width));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, get_alignment (self->style->align, self->direction));
  pango_layout_set_justify (layout, self->style->align == PANAH_ALIGN_JUSTIFY);
  if (start == 0)
    pango_layout_set_indent (layout, UNITS (self->style->indent));
  pango_layout_set_text (layout, self->string + start, end - start);
  return layout;
}

/* Where a line may end without tearing a word, at or before @index of the piece that begins
 * at @base; the place found for the line before if there is none in this piece. */
static gsize
find_word_end (Breaker     *self,
               PangoLayout *layout,
               gsize        base,
               gsize        index)
{
  int n_attrs = 0;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, &n_attrs);
  const char *text = pango_layout_get_text (layout);
  const char *p = text + index;

  for (int i = g_utf8_pointer_to_offset (text, p); i > 0; i--, p = g_utf8_prev_char (p))
    if (i >= n_attrs - 1 || attrs[i].is_line_break)
      return base + (p - text);
  if (self->lines->len == 0)
    return 0;
  return g_array_index (self->lines, PanahLine, self->lines->len - 1).word_end;
}

static void
append_line (Breaker         *self,
             PangoLayoutIter *iter,
             PangoLayout     *layout,
             gsize            base)
{
  PangoRectangle extents;
  PangoLayoutLine *pango_line = pango_layout_iter_get_line_readonly (iter);
  PanahLine line = {
    .layout = g_object_ref (layout),
    .line = pango_layout_line_ref (pango_line),
    .start = base + pango_line->start_index,
    .end = base + pango_line->start_index + pango_line->length,
  };

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  line.x = POINTS (extents.x);
  line.width = POINTS (extents.width);
  line.ascent = POINTS (pango_layout_iter_get_baseline (iter) - extents.y);
  line.descent = POINTS (extents.height) - line.ascent;
  line.word_end = find_word_end (self, layout, base, line.end - base);
  g_array_append_val (self->lines, line);
}

static gboolean
is_full (Breaker *self)
{
  return self->style->max_lines > 0 && self->lines->len >= self->style->max_lines;
}

/* Returns where the lines taken from this piece end; @start: the piece is too short. */
static gsize
break_piece (Breaker *self,
             gsize    start,
             gsize    end,
             gboolean last)
{
  g_autoptr (PangoLayout) layout = create_layout (self, start, end);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gsize reached = start;
  gboolean more = TRUE;

  while (more && !is_full (self) && (last || !pango_layout_iter_at_last_line (iter)))
    {
      append_line (self, iter, layout, start);
      reached = g_array_index (self->lines, PanahLine, self->lines->len - 1).end;
      more = pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
  return reached;
}

static gsize
find_piece_end (Breaker *self,
                gsize    start,
                gsize    end,
                gsize    size)
{
  if (end - start <= size + size / 4)
    return end;
  return g_utf8_find_prev_char (self->string, self->string + start + size + 1) - self->string;
}

/* Returns whether the whole paragraph became lines. */
static gboolean
break_paragraph (Breaker *self,
                 gsize    start,
                 gsize    end)
{
  gsize usual = MAX (LEAST_PIECE, LINES_IN_PIECE * 4 * self->style->width / self->style->size);
  gsize size = usual;

  if (start == end)
    {
      PanahLine empty = { .start = start, .end = end, .word_end = end };

      if (is_full (self))
        return FALSE;
      g_array_append_val (self->lines, empty);
      return TRUE;
    }

  while (start < end && !is_full (self))
    {
      gsize piece_end = find_piece_end (self, start, end, size);
      gsize reached = break_piece (self, start, piece_end, piece_end == end);

      /* A heap of combining marks can be longer than a piece and still be one line. */
      size = reached == start ? size * 2 : usual;
      start = reached;
    }
  return start == end;
}

static PangoFontDescription *
create_font (PanahFlow            *self,
             const PanahTextStyle *style)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, panah_font_set_get_family (self->fonts));
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  return font;
}

/* Breaks @string into lines; with max_lines, @complete tells whether all of it is in them. */
GArray *
panah_flow_break_text (PanahFlow            *self,
                       const char           *string,
                       const char           *language,
                       const PanahTextStyle *style,
                       gboolean             *complete)
{
  PangoDirection direction =
    panah_text_is_rtl (string, language) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  Breaker breaker = {
    .style = style,
    .string = string,
    .direction = direction,
    .context = panah_font_set_get_context (self->fonts, direction),
    .font = create_font (self, style),
    .attributes = pango_attr_list_new (),
    .lines = g_array_new (FALSE, FALSE, sizeof (PanahLine)),
  };
  gsize length = strlen (string);
  gsize start = 0;
  gboolean whole = TRUE;

  g_array_set_clear_func (breaker.lines, clear_line);
  pango_attr_list_insert (breaker.attributes,
                          pango_attr_language_new (pango_language_from_string (language)));
  if (panah_font_set_is_plain (self->fonts, string, style->bold))
    pango_attr_list_insert (breaker.attributes, pango_attr_fallback_new (FALSE));
  while (start < length && whole)
    {
      const char *line_feed = memchr (string + start, '\n', length - start);
      gsize end = line_feed != NULL ? (gsize) (line_feed - string) : length;

      whole = break_paragraph (&breaker, start, end);
      start = end + 1;
    }
  pango_attr_list_unref (breaker.attributes);
  pango_font_description_free (breaker.font);
  if (complete != NULL)
    *complete = whole;
  return breaker.lines;
}

/* Returns the character that keeps an answer off the paper, or 0. In words of our own a
 * missing character is our fault and fails the document. */
gunichar
panah_flow_check_text (PanahFlow       *self,
                       const PanahText *text,
                       gboolean         bold)
{
  gunichar missing;

  if (text->string == NULL)
    return 0;
  missing = panah_font_set_find_missing (self->fonts, text->string, bold);
  if (missing == 0 || text->fact != NULL)
    return missing;
  if (self->error == NULL)
    g_set_error (&self->error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_GLYPH,
                 "No shipped font has the character U+%04X in “%.80s”", missing, text->string);
  return 0;
}

/* How many of the answer's own bytes stand in the first @end bytes of its string. */
gsize
panah_count_placed (const PanahText *text,
                    gsize            end)
{
  gsize placed = 0;

  for (const char *p = text->string; p < text->string + end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x2066 || c > 0x2069)
        placed += g_utf8_skip[*(const guchar *) p];
    }
  return MIN (placed, text->bytes_in);
}
