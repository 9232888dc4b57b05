/* layout-table.c - texts side by side: tables, signature lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/layout-private.h"

#define MAX_COLUMNS 8
#define SPACE_BEFORE 8.0
#define CELL_SIZE 10.0
#define HEAD_SIZE 9.0
#define CELL_PAD_X 4.0
#define CELL_PAD_Y 4.0
#define BLANK_ROW 22.0           /* room for a pen */
#define LARGEST_HEAD 0.33        /* of a page; a higher one is not repeated */

#define SIGNATURE_SPACE 14.0
#define SIGNATURE_GAP 24.0
#define SIGNATURE_ROOM 26.0
#define CAPTION_SIZE 8.5

static gboolean
is_blank (const PanahText *text)
{
  return text->string == NULL || *text->string == '\0';
}

static GArray *
new_lines (void)
{
  return g_array_new (FALSE, FALSE, sizeof (PanahLine));
}

static gboolean
tears_words (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const PanahLine *line = &g_array_index (lines, PanahLine, i);

      if (line->word_end < line->end)
        return TRUE;
    }
  return FALSE;
}

/* A narrow column may be too narrow for a long word at the usual size. */
static GArray *
break_cell (PanahFlow       *self,
            const PanahText *text,
            PanahTextStyle  *style)
{
  double usual = style->size;
  GArray *lines = panah_flow_get_lines (self, text, style);

  while (style->size - 0.5 >= PANAH_SIZE_LEAST && text->bytes_in < 256 && tears_words (lines))
    {
      g_array_unref (lines);
      style->size -= 0.5;
      lines = panah_flow_get_lines (self, text, style);
    }
  if (style->size < usual && tears_words (lines))
    {
      g_array_unref (lines);
      style->size = usual;
      lines = panah_flow_get_lines (self, text, style);
    }
  return lines;
}

/* Breaks one text for its column and notes what became of it. */
static GArray *
place_text (PanahFlow       *self,
            const PanahText *text,
            PanahTextStyle   style,
            const char      *label)
{
  PanahFieldResult result = { .mode = PANAH_FIELD_LINE, .size_pt = style.size };
  double usual = style.size;
  GArray *lines;

  result.missing = panah_flow_check_text (self, text, style.bold);
  if (is_blank (text) || result.missing != 0)
    {
      lines = new_lines ();
    }
  else
    {
      lines = break_cell (self, text, &style);
      result.mode = lines->len > 1 ? PANAH_FIELD_GROW : PANAH_FIELD_FIT;
      if (style.size < usual)
        result.mode = PANAH_FIELD_SHRINK;
      result.size_pt = style.size;
      result.bytes_placed = text->bytes_in;
    }
  panah_flow_report (self, text, NULL, label, &result);
  return lines;
}

static guint
get_n_lines (const PanahColumn *columns,
             guint              n_columns)
{
  guint n_lines = 0;

  for (guint i = 0; i < n_columns; i++)
    n_lines = MAX (n_lines, columns[i].lines->len);
  return n_lines;
}

/* What a line of all columns needs: the tallest ascent and descent of them. */
static void
measure_line (const PanahColumn *columns,
              guint              n_columns,
              guint              line,
              double            *ascent,
              double            *descent)
{
  *ascent = *descent = 0;
  for (guint i = 0; i < n_columns; i++)
    if (line < columns[i].lines->len)
      {
        const PanahLine *text = &g_array_index (columns[i].lines, PanahLine, line);

        *ascent = MAX (*ascent, text->ascent);
        *descent = MAX (*descent, text->descent);
      }
}

static void
add_line_of_columns (PanahFlow         *self,
                     const PanahColumn *columns,
                     guint              n_columns,
                     guint              line,
                     double             base_line)
{
  for (guint i = 0; i < n_columns; i++)
    if (line < columns[i].lines->len)
      panah_flow_add_text (self, &g_array_index (columns[i].lines, PanahLine, line),
                           columns[i].x, columns[i].width, base_line, columns[i].node);
}

/* A row in strips of one line each, so that a row higher than a page can go on. */
static void
add_row_strips (PanahFlow         *self,
                const PanahColumn *columns,
                guint              n_columns,
                double             least)
{
  guint n_lines = MAX (get_n_lines (columns, n_columns), 1);
  guint first = self->strips->len;

  for (guint i = 0; i < n_lines; i++)
    {
      double top = i == 0 ? CELL_PAD_Y : 0;
      double bottom = i + 1 == n_lines ? CELL_PAD_Y : 0;
      double ascent, descent;

      measure_line (columns, n_columns, i, &ascent, &descent);
      panah_flow_begin_strip (self, MAX (top + ascent + descent + bottom, n_lines == 1 ? least : 0),
                              PANAH_KEEP_NONE);
      add_line_of_columns (self, columns, n_columns, i, top + ascent);
    }
  if (panah_flow_measure (self, first, self->strips->len) <= PANAH_BODY_HEIGHT / 2)
    panah_flow_keep (self, first, self->strips->len - 1, PANAH_KEEP_LINES);
}

static void
clear_columns (PanahColumn *columns,
               guint        n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    g_clear_pointer (&columns[i].lines, g_array_unref);
}

static void
add_row (PanahFlow        *self,
         const PanahBlock *table,
         const PanahText  *cells,
         const PanahColumn *places,
         int               row_node,
         gboolean          head)
{
  PanahColumn columns[MAX_COLUMNS];

  for (guint i = 0; i < table->n_columns; i++)
    {
      PanahTextStyle style = {
        .size = head ? HEAD_SIZE : CELL_SIZE,
        .bold = head,
        .width = places[i].width,
      };

      columns[i] = places[i];
      columns[i].node = panah_flow_add_node (self, head ? PANAH_ROLE_TH : PANAH_ROLE_TD,
                                             row_node, cells[i].language);
      columns[i].lines = place_text (self, &cells[i], style, table->heads[i].string);
    }
  add_row_strips (self, columns, table->n_columns, head ? 0 : BLANK_ROW);
  clear_columns (columns, table->n_columns);
}

static void
place_columns (PanahFrame       *frame,
               const PanahBox   *box,
               const PanahBlock *table,
               PanahColumn      *columns)
{
  gboolean mirrored = frame->x1 > frame->x2;
  double total = 0;
  double x = 0;

  for (guint i = 0; i < table->n_columns; i++)
    total += table->weights[i];
  for (guint i = 0; i < table->n_columns; i++)
    {
      double width = box->width * table->weights[i] / total;

      if (i > 0)
        frame->separators[frame->n_separators++] = frame->x1 + (mirrored ? -x : x);
      columns[i] = (PanahColumn) {
        .x = box->x + x + CELL_PAD_X,
        .width = MAX (width - 2 * CELL_PAD_X, PANAH_SIZE_BODY),
      };
      x += width;
    }
}

static void
rule_off (PanahFlow      *self,
          const PanahBox *box)
{
  const PanahStrip *strip = &g_array_index (self->strips, PanahStrip, self->strips->len - 1);

  panah_flow_add_line (self, box->x, strip->height, box->x + box->width, strip->height,
                       PANAH_RULE_STROKE);
}

static void
add_head (PanahFlow         *self,
          const PanahBox    *box,
          const PanahBlock  *table,
          const PanahColumn *places,
          PanahFrame        *frame,
          int                table_node)
{
  guint first = self->strips->len;
  gboolean blank = TRUE;

  for (guint i = 0; i < table->n_columns; i++)
    blank = blank && is_blank (&table->heads[i]);
  if (blank)
    return;

  add_row (self, table, table->heads, places,
           panah_flow_add_node (self, PANAH_ROLE_TR, table_node, NULL), TRUE);
  rule_off (self, box);
  panah_flow_keep (self, self->strips->len - 1, self->strips->len, PANAH_KEEP_ALWAYS);
  if (panah_flow_measure (self, first, self->strips->len) <= LARGEST_HEAD * PANAH_BODY_HEIGHT)
    {
      frame->head_from = first;
      frame->head_to = self->strips->len;
    }
}

/* Adds a table: a frame with separators, the head repeated by the dealer of strips. */
void
panah_flow_add_table (PanahFlow        *self,
                      const PanahBox   *box,
                      const PanahBlock *table)
{
  PanahColumn places[MAX_COLUMNS];
  PanahFrame *frame;
  int node = panah_flow_add_node (self, PANAH_ROLE_TABLE, 0, NULL);

  panah_flow_add_space (self, SPACE_BEFORE);
  frame = panah_flow_begin_frame (self, box->x, box->width);
  place_columns (frame, box, table, places);
  add_head (self, box, table, places, frame, node);
  for (guint i = 0; i < table->rows->len; i++)
    {
      add_row (self, table, g_ptr_array_index (table->rows, i), places,
               panah_flow_add_node (self, PANAH_ROLE_TR, node, NULL), FALSE);
      if (i + 1 < table->rows->len)
        rule_off (self, box);
    }
  panah_flow_end_frame (self);
}

static void
place_signature (PanahFlow       *self,
                 const PanahBox  *box,
                 const PanahBlock *signature,
                 const PanahText *texts,
                 PanahColumn     *columns,
                 double           size)
{
  guint n = signature->n_columns;
  double width = (box->width - (n - 1) * SIGNATURE_GAP) / n;

  for (guint i = 0; i < n; i++)
    {
      PanahTextStyle style = { .size = size, .width = width, .align = PANAH_ALIGN_CENTER };

      columns[i].x = box->x + i * (width + SIGNATURE_GAP);
      columns[i].width = width;
      columns[i].lines = place_text (self, &texts[i], style, signature->heads[i].string);
    }
}

/* The last line of each value stands on the rule, whatever the others have. */
static void
add_signed_lines (PanahFlow         *self,
                  const PanahColumn *columns,
                  guint              n_columns)
{
  guint n_lines = MAX (get_n_lines (columns, n_columns), 1);

  for (guint i = 0; i < n_lines; i++)
    {
      double height = i == 0 ? SIGNATURE_ROOM : PANAH_SIZE_BODY * PANAH_LINE_PITCH;
      double rule = height - 2;

      panah_flow_begin_strip (self, height, PANAH_KEEP_NONE);
      for (guint c = 0; c < n_columns; c++)
        {
          guint skipped = n_lines - columns[c].lines->len;

          if (i >= skipped)
            panah_flow_add_text (self, &g_array_index (columns[c].lines, PanahLine, i - skipped),
                                 columns[c].x, columns[c].width, rule - 3.6, columns[c].node);
          if (i + 1 == n_lines)
            panah_flow_add_line (self, columns[c].x, rule, columns[c].x + columns[c].width, rule,
                                 PANAH_RULE_STROKE);
        }
    }
}

static void
add_captions (PanahFlow         *self,
              const PanahColumn *columns,
              guint              n_columns)
{
  guint n_lines = get_n_lines (columns, n_columns);

  for (guint i = 0; i < n_lines; i++)
    {
      double ascent, descent;

      measure_line (columns, n_columns, i, &ascent, &descent);
      panah_flow_begin_strip (self, ascent + descent, PANAH_KEEP_NONE);
      add_line_of_columns (self, columns, n_columns, i, ascent);
    }
}

/* Adds lines to sign on, side by side, each with its caption under it. */
void
panah_flow_add_signature (PanahFlow        *self,
                          const PanahBox   *box,
                          const PanahBlock *signature)
{
  PanahColumn values[MAX_COLUMNS], captions[MAX_COLUMNS];
  guint n = signature->n_columns;
  guint first;
  gboolean fits;

  place_signature (self, box, signature, signature->values, values, PANAH_SIZE_BODY);
  place_signature (self, box, signature, signature->heads, captions, CAPTION_SIZE);
  for (guint i = 0; i < n; i++)
    {
      int node = panah_flow_add_node (self, PANAH_ROLE_P, 0, NULL);

      values[i].node = panah_flow_add_node (self, PANAH_ROLE_FORM, node,
                                            signature->values[i].language);
      captions[i].node = panah_flow_add_node (self, PANAH_ROLE_SPAN, node,
                                              signature->heads[i].language);
    }

  panah_flow_add_space (self, SIGNATURE_SPACE);
  first = self->strips->len;
  add_signed_lines (self, values, n);
  panah_flow_keep (self, self->strips->len - 1, self->strips->len, PANAH_KEEP_ALWAYS);
  add_captions (self, captions, n);
  fits = panah_flow_measure (self, first, self->strips->len) <= PANAH_BODY_HEIGHT / 2;
  if (fits)
    panah_flow_keep (self, first, self->strips->len - 1, PANAH_KEEP_ALWAYS);
  /* Without captions the last strip would hold on to what follows. */
  g_array_index (self->strips, PanahStrip, self->strips->len - 1).keep = PANAH_KEEP_NONE;
  clear_columns (values, n);
  clear_columns (captions, n);
}
