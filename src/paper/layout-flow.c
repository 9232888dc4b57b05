/* layout-flow.c - strips and their ink
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/layout-private.h"


static void
clear_ink (gpointer data)
{
  PanahInk *ink = data;

  g_clear_pointer (&ink->line, pango_layout_line_unref);
  g_clear_object (&ink->layout);
}

void
panah_flow_init (PanahFlow     *self,
                 PanahDocument *document,
                 PanahFontSet  *fonts)
{
  *self = (PanahFlow) {
    .pages = panah_pages_new_empty (document),
    .strips = g_array_new (FALSE, FALSE, sizeof (PanahStrip)),
    .inks = g_array_new (FALSE, FALSE, sizeof (PanahInk)),
    .frames = g_ptr_array_new_with_free_func (g_free),
    .shelf = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref),
    .fonts = fonts,
    .rtl = panah_language_is_rtl (panah_document_get_language (document)),
    .list = -1,
  };
  g_array_set_clear_func (self->inks, clear_ink);
}

void
panah_flow_clear (PanahFlow *self)
{
  g_clear_pointer (&self->pages, panah_pages_unref);
  g_clear_pointer (&self->strips, g_array_unref);
  g_clear_pointer (&self->inks, g_array_unref);
  g_clear_pointer (&self->frames, g_ptr_array_unref);
  g_clear_pointer (&self->shelf, g_hash_table_unref);
  g_clear_error (&self->error);
}

static PanahStrip *
get_last_strip (PanahFlow *self)
{
  return &g_array_index (self->strips, PanahStrip, self->strips->len - 1);
}

/* A space holds on as strongly as what stands before it. */
void
panah_flow_add_space (PanahFlow *self,
                      double     height)
{
  PanahKeep keep = self->strips->len > 0 ? get_last_strip (self)->keep : PANAH_KEEP_NONE;

  panah_flow_begin_strip (self, height, keep);
  get_last_strip (self)->space = TRUE;
}

/* What is added next stands in the new strip, y from its top. */
void
panah_flow_begin_strip (PanahFlow *self,
                        double     height,
                        PanahKeep  keep)
{
  PanahStrip strip = {
    .height = height,
    .keep = keep,
    .frame = self->frame,
    .first_ink = self->inks->len,
  };

  g_array_append_val (self->strips, strip);
}

/* Makes each strip from @from to before @to hold on to its next at least as @keep says. */
void
panah_flow_keep (PanahFlow *self,
                 guint      from,
                 guint      to,
                 PanahKeep  keep)
{
  for (guint i = from; i < to; i++)
    {
      PanahStrip *strip = &g_array_index (self->strips, PanahStrip, i);

      strip->keep = MAX (strip->keep, keep);
    }
}

double
panah_flow_measure (PanahFlow *self,
                    guint      from,
                    guint      to)
{
  double height = 0;

  for (guint i = from; i < to; i++)
    height += g_array_index (self->strips, PanahStrip, i).height;
  return height;
}

static double
mirror (PanahFlow *self,
        double     x)
{
  return self->rtl ? 2 * PANAH_MARGIN_LEFT + PANAH_BODY_WIDTH - x : x;
}

static void
append_ink (PanahFlow      *self,
            const PanahInk *ink)
{
  g_array_append_vals (self->inks, ink, 1);
  get_last_strip (self)->n_inks++;
}

/* @x and @width are those of the box that the line was broken for. */
void
panah_flow_add_text (PanahFlow       *self,
                     const PanahLine *line,
                     double           x,
                     double           width,
                     double           base_line,
                     int              node)
{
  PanahInk ink = {
    .kind = PANAH_INK_TEXT,
    .node = node,
    .x = (self->rtl ? mirror (self, x + width) : x) + line->x,
    .y = base_line,
  };

  if (line->layout == NULL)
    return;
  ink.layout = g_object_ref (line->layout);
  ink.line = pango_layout_line_ref (line->line);
  append_ink (self, &ink);
}

void
panah_flow_add_line (PanahFlow *self,
                     double     x1,
                     double     y1,
                     double     x2,
                     double     y2,
                     double     stroke)
{
  PanahInk ink = {
    .kind = PANAH_INK_LINE,
    .node = PANAH_NODE_DECORATION,
    .x = mirror (self, x1),
    .y = y1,
    .x2 = mirror (self, x2),
    .y2 = y2,
    .stroke = stroke,
  };

  append_ink (self, &ink);
}

/* A stroke of a pen through @n_points pairs of coordinates; one point is a dot. */
void
panah_flow_add_stroke (PanahFlow    *self,
                       const double *points,
                       guint         n_points,
                       double        stroke,
                       int           node)
{
  for (guint i = 0; i < MAX (n_points - 1, 1); i++)
    {
      guint to = MIN (i + 1, n_points - 1);
      PanahInk ink = {
        .kind = PANAH_INK_LINE,
        .node = node,
        .x = points[2 * i],
        .y = points[2 * i + 1],
        .x2 = points[2 * to],
        .y2 = points[2 * to + 1],
        .stroke = stroke,
        .round = TRUE,
      };

      append_ink (self, &ink);
    }
}

void
panah_flow_add_rectangle (PanahFlow *self,
                          double     x1,
                          double     y1,
                          double     x2,
                          double     y2,
                          int        node)
{
  PanahInk ink = {
    .kind = PANAH_INK_RECTANGLE,
    .node = node,
    .x = x1,
    .y = y1,
    .x2 = x2,
    .y2 = y2,
    .stroke = 0.8,
  };

  append_ink (self, &ink);
}

/* Running text: at least two lines on each side of a page's end, if there are as many. */
void
panah_flow_add_lines (PanahFlow      *self,
                      GArray         *lines,
                      const PanahBox *box,
                      double          pitch,
                      int             node)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const PanahLine *line = &g_array_index (lines, PanahLine, i);
      double natural = line->ascent + line->descent;
      double height = MAX (pitch, natural);
      gboolean held = i + 1 < lines->len && (i == 0 || i + 2 == lines->len);

      panah_flow_begin_strip (self, height, held ? PANAH_KEEP_LINES : PANAH_KEEP_NONE);
      panah_flow_add_text (self, line, box->x, box->width,
                           (height - natural) / 2 + line->ascent, node);
    }
}

/* Blank lines to write on. */
void
panah_flow_add_ruled (PanahFlow      *self,
                      const PanahBox *box,
                      guint           n_lines)
{
  double height = PANAH_SIZE_BODY * PANAH_RULED_PITCH;

  for (guint i = 0; i < n_lines; i++)
    {
      panah_flow_begin_strip (self, height, PANAH_KEEP_NONE);
      panah_flow_add_line (self, box->x, height - 2, box->x + box->width, height - 2,
                           PANAH_RULE_STROKE);
    }
}

/* The strips until panah_flow_end_frame() stand in a box. */
PanahFrame *
panah_flow_begin_frame (PanahFlow *self,
                        double     x,
                        double     width)
{
  PanahFrame *frame = g_new0 (PanahFrame, 1);

  frame->parent = self->frame;
  frame->x1 = mirror (self, x);
  frame->x2 = mirror (self, x + width);
  g_ptr_array_add (self->frames, frame);
  self->frame = frame;
  return frame;
}

void
panah_flow_end_frame (PanahFlow *self)
{
  self->frame = self->frame->parent;
}

/* Only what differs from the document's language is said. */
int
panah_flow_add_node (PanahFlow  *self,
                     PanahRole   role,
                     int         parent,
                     const char *language)
{
  const char *usual = panah_document_get_language (self->pages->document);

  return panah_pages_add_node (self->pages, role, parent,
                               g_strcmp0 (language, usual) != 0 ? language : NULL);
}

/* Notes what became of a text that came from a fact; of other texts nothing is noted. */
void
panah_flow_report (PanahFlow              *self,
                   const PanahText        *text,
                   const char             *number,
                   const char             *label,
                   const PanahFieldResult *result)
{
  PanahFieldResult *field;

  if (text->fact == NULL)
    return;
  field = panah_pages_add_field (self->pages, text->fact);
  field->number = g_strdup (number);
  field->label = g_strdup (label);
  field->mode = result->mode;
  field->size_pt = result->size_pt;
  field->bytes_in = text->bytes_in;
  field->bytes_placed = result->bytes_placed;
  field->missing = result->missing;
}
