/* layout.c - a document becomes pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/layout-private.h"

#include "paper/error.h"

#define NUMBER_HANG 26.0
#define PARAGRAPH_SPACE 6.0
#define ITEM_SPACE 4.0
#define RULE_SPACE 14.0
#define MARK_WIDTH 20.0
#define BOX_SIZE 8.5
#define FRAME_PAD 8.0
#define BLANK_LINES_FOR_LOST_TEXT 3
#define FOOTER_BASE_LINE (PANAH_PAGE_HEIGHT - 26)
#define MOST_FOOTER_LINES 2      /* what the lower margin has room for */

typedef struct
{
  double   size;
  gboolean bold;
  double   before;
  double   after;
} Look;

static const Look headings[] = {
  { 14, TRUE, 6, 6 },
  { 12, TRUE, 14, 3 },
  { 11, TRUE, 10, 2 },
};

static const Look tones[] = {
  [PANAH_TONE_BODY] = { PANAH_SIZE_BODY, FALSE, PARAGRAPH_SPACE, 0 },
  [PANAH_TONE_STRONG] = { PANAH_SIZE_BODY, TRUE, PARAGRAPH_SPACE, 0 },
  [PANAH_TONE_SMALL] = { PANAH_SIZE_SMALL, FALSE, 4, 0 },
  [PANAH_TONE_LARGE] = { 14, TRUE, 8, 2 },
  [PANAH_TONE_BESIDE] = { 8, FALSE, 1, 2 },
  [PANAH_TONE_GUIDE] = { 8.5, FALSE, 8, 0 },
};

static void add_block (PanahFlow        *self,
                       const PanahBox   *box,
                       const PanahBlock *block);

/* Running text, or lines to write on instead of it. */
static void
add_text (PanahFlow       *self,
          const PanahBox  *box,
          const PanahText *text,
          const Look      *look,
          PanahAlign       align,
          int              node)
{
  PanahTextStyle style = {
    .size = look->size,
    .bold = look->bold,
    .width = box->width,
    .align = align,
  };
  PanahFieldResult result = { .mode = PANAH_FIELD_LINE, .size_pt = look->size };
  gboolean blank = text->string == NULL || *text->string == '\0';

  result.missing = panah_flow_check_text (self, text, look->bold);
  if (blank || result.missing != 0)
    {
      panah_flow_add_ruled (self, box, blank ? 1 : BLANK_LINES_FOR_LOST_TEXT);
    }
  else
    {
      g_autoptr (GArray) lines =
        panah_flow_get_lines (self, text, &style);

      panah_flow_add_lines (self, lines, box, look->size * PANAH_LINE_PITCH, node);
      result.mode = PANAH_FIELD_FIT;
      result.bytes_placed = text->bytes_in;
    }
  panah_flow_report (self, text, NULL, NULL, &result);
}

/* The level says how large a heading is; its tag, how deep it lies: tags leave no level out. */
static void
add_heading (PanahFlow        *self,
             const PanahBox   *box,
             const PanahBlock *block)
{
  static const PanahRole roles[] = { PANAH_ROLE_H1, PANAH_ROLE_H2, PANAH_ROLE_H3 };
  const Look *look = &headings[block->level - 1];
  guint depth = MIN (block->level, self->depth + 1);
  int node = panah_flow_add_node (self, roles[depth - 1], 0, block->text.language);
  guint first;

  self->depth = depth;
  g_array_index (self->pages->nodes, PanahNode, node).words = block->text.string;
  panah_flow_add_space (self, look->before);
  first = self->strips->len;
  add_text (self, box, &block->text, look, block->align, node);
  panah_flow_keep (self, first, self->strips->len, PANAH_KEEP_ALWAYS);
  panah_flow_add_space (self, look->after);
}

static gboolean
is_guide (const PanahBlock *block)
{
  return block->kind == PANAH_BLOCK_PARAGRAPH && block->tone == PANAH_TONE_GUIDE;
}

static void
add_paragraph (PanahFlow        *self,
               const PanahBox   *box,
               const PanahBlock *block)
{
  const Look *look = &tones[block->tone];
  int node = panah_flow_add_node (self, PANAH_ROLE_P, 0, block->text.language);
  guint first;

  panah_flow_add_space (self, look->before);
  first = self->strips->len;
  add_text (self, box, &block->text, look, block->align, node);
  if (is_guide (block))
    panah_flow_keep (self, first, self->strips->len, PANAH_KEEP_ALWAYS);
  if (look->after > 0)
    panah_flow_add_space (self, look->after);
}

static void
draw_mark (PanahFlow *self,
           double     x,
           double     middle,
           PanahMark  mark,
           int        node)
{
  double top = middle - BOX_SIZE / 2;

  if (mark == PANAH_MARK_BULLET)
    {
      double dot[] = { x + 5, middle };

      panah_flow_add_stroke (self, dot, 1, 3.2, node);
      return;
    }

  panah_flow_add_rectangle (self, x, top, x + BOX_SIZE, top + BOX_SIZE, node);
  if (mark == PANAH_MARK_BOX_TICKED)
    {
      double tick[] = {
        x + 1.8, top + 4.4,
        x + 3.7, top + 6.6,
        x + 7.0, top + 1.8,
      };

      panah_flow_add_stroke (self, tick, 3, 1.2, node);
    }
}

/* The mark is drawn into the item's first strip, which add_text() has made. */
static void
add_mark (PanahFlow        *self,
          const PanahBox   *box,
          const PanahBlock *block,
          int               node)
{
  double middle = PANAH_SIZE_BODY * PANAH_LINE_PITCH / 2;
  double x = self->rtl ? 2 * PANAH_MARGIN_LEFT + PANAH_BODY_WIDTH - box->x - BOX_SIZE : box->x;

  panah_flow_begin_strip (self, 0, PANAH_KEEP_ALWAYS);
  draw_mark (self, x, middle + 0.6, block->mark, node);
}

static void
add_item (PanahFlow        *self,
          const PanahBox   *box,
          const PanahBlock *block)
{
  static const char *const signs[] = {
    [PANAH_MARK_BULLET] = "\xE2\x80\xA2",
    [PANAH_MARK_BOX] = "\xE2\x98\x90",
    [PANAH_MARK_BOX_TICKED] = "\xE2\x98\x91",
  };
  PanahBox inner = { .x = box->x + MARK_WIDTH, .width = box->width - MARK_WIDTH };
  int item, label, body;

  if (self->list < 0)
    self->list = panah_flow_add_node (self, PANAH_ROLE_L, 0, NULL);
  item = panah_flow_add_node (self, PANAH_ROLE_LI, self->list, NULL);
  label = panah_flow_add_node (self, PANAH_ROLE_LBL, item, NULL);
  g_array_index (self->pages->nodes, PanahNode, label).replacement = signs[block->mark];
  body = panah_flow_add_node (self, PANAH_ROLE_LBODY, item, block->text.language);

  panah_flow_add_space (self, ITEM_SPACE);
  add_mark (self, box, block, label);
  add_text (self, &inner, &block->text, &tones[PANAH_TONE_BODY], PANAH_ALIGN_START, body);
}

static void
add_rule (PanahFlow      *self,
          const PanahBox *box)
{
  panah_flow_add_space (self, RULE_SPACE);
  panah_flow_begin_strip (self, 1, PANAH_KEEP_NONE);
  panah_flow_add_line (self, box->x, 0.5, box->x + box->width, 0.5, PANAH_RULE_STROKE);
}

/* If any field of a group is numbered, all its labels begin right of the numbers. */
static double
get_hang (const PanahBlock *group)
{
  for (guint i = 0; i < group->children->len; i++)
    {
      const PanahBlock *block = g_ptr_array_index (group->children, i);

      if (block->kind == PANAH_BLOCK_FIELD && block->field.number != NULL)
        return NUMBER_HANG;
    }
  return 0;
}

/* The words over a table stand on its page; on a copy those of its paper may stand between. */
static gboolean
introduces_table (const PanahBlock *group,
                  guint             index)
{
  const PanahBlock *block = g_ptr_array_index (group->children, index);
  guint next = index + 1;

  while (next < group->children->len && is_guide (g_ptr_array_index (group->children, next)))
    next++;
  return block->kind == PANAH_BLOCK_PARAGRAPH && next < group->children->len &&
         ((const PanahBlock *) g_ptr_array_index (group->children, next))->kind == PANAH_BLOCK_TABLE;
}

/* The same in another language, under what it says. */
static gboolean
is_beside (const PanahBlock *block)
{
  if (block->kind == PANAH_BLOCK_GROUP)
    return block->children->len > 0 && is_beside (g_ptr_array_index (block->children, 0));
  return block->kind == PANAH_BLOCK_PARAGRAPH && block->tone == PANAH_TONE_BESIDE;
}

static gboolean
stands_over_beside (const PanahBlock *group,
                    guint             index)
{
  return index + 1 < group->children->len && is_beside (g_ptr_array_index (group->children, index + 1));
}

static gboolean
is_under_heading (const PanahBlock *group,
                  guint             index)
{
  return index > 0 && is_beside (g_ptr_array_index (group->children, index)) &&
         ((const PanahBlock *) g_ptr_array_index (group->children, index - 1))->kind == PANAH_BLOCK_HEADING;
}

static void
add_children (PanahFlow        *self,
              const PanahBox   *box,
              const PanahBlock *group)
{
  PanahBox inner = *box;

  inner.hang = get_hang (group);
  for (guint i = 0; i < group->children->len; i++)
    {
      const PanahBlock *child = g_ptr_array_index (group->children, i);

      guint first = self->strips->len;

      if (child->kind != PANAH_BLOCK_ITEM)
        self->list = -1;
      add_block (self, &inner, child);
      if (introduces_table (group, i) || is_under_heading (group, i))
        panah_flow_keep (self, first, self->strips->len, PANAH_KEEP_ALWAYS);
      if (stands_over_beside (group, i) && self->strips->len > first)
        panah_flow_keep (self, self->strips->len - 1, self->strips->len, PANAH_KEEP_ALWAYS);
    }
  self->list = -1;
}

static void
add_framed_children (PanahFlow        *self,
                     const PanahBox   *box,
                     const PanahBlock *group)
{
  PanahBox inner = { .x = box->x + FRAME_PAD, .width = box->width - 2 * FRAME_PAD };

  panah_flow_add_space (self, FRAME_PAD);
  panah_flow_begin_frame (self, box->x, box->width);
  panah_flow_begin_strip (self, FRAME_PAD / 2, PANAH_KEEP_ALWAYS);
  add_children (self, &inner, group);
  panah_flow_keep (self, self->strips->len - 1, self->strips->len, PANAH_KEEP_ALWAYS);
  panah_flow_begin_strip (self, FRAME_PAD, PANAH_KEEP_NONE);
  panah_flow_end_frame (self);
}

static void
add_group (PanahFlow        *self,
           const PanahBox   *box,
           const PanahBlock *group)
{
  double inset = box->width * group->inset_start;
  PanahBox inner = { .x = box->x + inset, .width = box->width - inset };
  guint first = self->strips->len;

  if (group->framed)
    add_framed_children (self, &inner, group);
  else
    add_children (self, &inner, group);

  if (group->keep_together && self->strips->len > first &&
      panah_flow_measure (self, first, self->strips->len) <= PANAH_BODY_HEIGHT)
    panah_flow_keep (self, first, self->strips->len - 1, PANAH_KEEP_GROUP);
}

static void
add_block (PanahFlow        *self,
           const PanahBox   *box,
           const PanahBlock *block)
{
  switch (block->kind)
    {
    case PANAH_BLOCK_GROUP:
      add_group (self, box, block);
      break;
    case PANAH_BLOCK_HEADING:
      add_heading (self, box, block);
      break;
    case PANAH_BLOCK_PARAGRAPH:
      add_paragraph (self, box, block);
      break;
    case PANAH_BLOCK_FIELD:
      panah_flow_add_field (self, box, &block->field);
      break;
    case PANAH_BLOCK_TABLE:
      panah_flow_add_table (self, box, block);
      break;
    case PANAH_BLOCK_ITEM:
      add_item (self, box, block);
      break;
    case PANAH_BLOCK_SIGNATURE:
      panah_flow_add_signature (self, box, block);
      break;
    case PANAH_BLOCK_SPACE:
      panah_flow_add_space (self, block->points);
      break;
    case PANAH_BLOCK_RULE:
      add_rule (self, box);
      break;
    default:
      g_assert_not_reached ();
    }
}

static char *
fill_footer (const char *template,
             guint       page,
             guint       n_pages)
{
  GString *words = g_string_new (NULL);

  for (const char *p = template; *p != '\0'; p++)
    {
      if (p[0] == '%' && (p[1] == '1' || p[1] == '2'))
        g_string_append_printf (words, "%u", *++p == '1' ? page : n_pages);
      else if (p[0] == '%' && p[1] == '%')
        g_string_append_c (words, *p++);
      else
        g_string_append_c (words, *p);
    }
  return g_string_free (words, FALSE);
}

static void
add_footer (PanahFlow  *self,
            const char *template,
            guint       page)
{
  const char *language = panah_document_get_language (self->pages->document);
  guint n_pages = self->pages->sheets->len;
  g_autofree char *words = fill_footer (template, page + 1, n_pages);
  PanahText text = { .string = words, .language = language };
  PanahTextStyle style = {
    .size = PANAH_SIZE_SMALL,
    .width = PANAH_BODY_WIDTH,
    .align = PANAH_ALIGN_CENTER,
    .max_lines = MOST_FOOTER_LINES,
  };
  g_autoptr (GArray) lines = panah_flow_get_lines (self, &text, &style);
  PanahInk ink = { .kind = PANAH_INK_TEXT, .node = PANAH_NODE_PAGINATION, .y = FOOTER_BASE_LINE };

  panah_flow_check_text (self, &text, FALSE);
  for (guint i = 0; i < lines->len; i++)
    {
      const PanahLine *line = &g_array_index (lines, PanahLine, i);

      if (line->layout == NULL)
        continue;
      ink.layout = line->layout;
      ink.line = line->line;
      ink.x = PANAH_MARGIN_LEFT + line->x;
      panah_sheet_add (g_ptr_array_index (self->pages->sheets, page), &ink,
                       -(double) (lines->len - 1 - i) * PANAH_SIZE_SMALL * PANAH_LINE_PITCH);
    }
}

/**
 * panah_pages_new:
 * @document: what to lay out
 *
 * Lays @document out on A4 pages. Pages belong to the thread that made them.
 *
 * Returns: (transfer full): the pages, or %NULL with %PANAH_PAPER_ERROR_FONT if a shipped
 *   font is missing, or %PANAH_PAPER_ERROR_GLYPH if words of our own cannot be printed
 */
PanahPages *
panah_pages_new (PanahDocument *document,
                 GError       **error)
{
  g_auto (PanahFlow) flow = { 0 };
  PanahBox box = { .x = PANAH_MARGIN_LEFT, .width = PANAH_BODY_WIDTH };
  PanahFontSet *fonts;

  g_return_val_if_fail (document != NULL, NULL);

  fonts = panah_font_set_get_default (error);
  if (fonts == NULL)
    return NULL;
  panah_flow_init (&flow, document, fonts);
  panah_pages_add_node (flow.pages, PANAH_ROLE_DOCUMENT, -1, NULL);
  add_block (&flow, &box, panah_document_get_body (document));
  panah_flow_paginate (&flow);
  if (panah_document_get_footer (document) != NULL)
    for (guint i = 0; i < flow.pages->sheets->len; i++)
      add_footer (&flow, panah_document_get_footer (document), i);

  if (flow.error == NULL)
    return g_steal_pointer (&flow.pages);
  g_propagate_error (error, g_steal_pointer (&flow.error));
  return NULL;
}
