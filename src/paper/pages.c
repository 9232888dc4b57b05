/* pages.c - pages of positioned text, lines and boxes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/pages-private.h"

#include "paper/painter.h"

G_DEFINE_BOXED_TYPE (PanahPages, panah_pages, panah_pages_ref, panah_pages_unref)

static void
clear_ink (gpointer data)
{
  PanahInk *ink = data;

  g_clear_pointer (&ink->line, pango_layout_line_unref);
  g_clear_object (&ink->layout);
}

static void
clear_node (gpointer data)
{
  PanahNode *node = data;

  g_clear_pointer (&node->language, g_free);
}

static void
free_result (gpointer data)
{
  PanahFieldResult *result = data;

  g_free (result->fact);
  g_free (result->number);
  g_free (result->label);
  g_free (result);
}

static void
free_pages (gpointer data)
{
  PanahPages *self = data;

  g_ptr_array_unref (self->sheets);
  g_array_unref (self->nodes);
  g_ptr_array_unref (self->fields);
  panah_document_unref (self->document);
}

PanahPages *
panah_pages_new_empty (PanahDocument *document)
{
  PanahPages *self = g_atomic_rc_box_new0 (PanahPages);

  self->document = panah_document_ref (document);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (PanahNode));
  g_array_set_clear_func (self->nodes, clear_node);
  self->fields = g_ptr_array_new_with_free_func (free_result);
  return self;
}

PanahSheet *
panah_pages_add_sheet (PanahPages *self)
{
  PanahSheet *sheet = g_array_new (FALSE, FALSE, sizeof (PanahInk));

  g_array_set_clear_func (sheet, clear_ink);
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

/* Returns the new node's index. */
int
panah_pages_add_node (PanahPages *self,
                      PanahRole   role,
                      int         parent,
                      const char *language)
{
  PanahNode node = { .role = role, .parent = parent, .language = g_strdup (language) };

  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

PanahFieldResult *
panah_pages_add_field (PanahPages *self,
                       const char *fact)
{
  PanahFieldResult *result = g_new0 (PanahFieldResult, 1);

  result->fact = g_strdup (fact);
  g_ptr_array_add (self->fields, result);
  return result;
}

/* Adds a copy of @ink, @dy points lower. */
void
panah_sheet_add (PanahSheet     *self,
                 const PanahInk *ink,
                 double          dy)
{
  PanahInk copy = *ink;

  copy.y += dy;
  copy.y2 += dy;
  if (copy.layout != NULL)
    g_object_ref (copy.layout);
  if (copy.line != NULL)
    pango_layout_line_ref (copy.line);
  g_array_append_val (self, copy);
}

static void
paint_ink (const PanahInk     *ink,
           const PanahPainter *painter,
           gpointer            data)
{
  switch (ink->kind)
    {
    case PANAH_INK_TEXT:
      painter->text (data, ink->layout, ink->line, ink->x, ink->y);
      break;
    case PANAH_INK_LINE:
      painter->line (data, ink->x, ink->y, ink->x2, ink->y2, ink->stroke, ink->round);
      break;
    case PANAH_INK_RECTANGLE:
      painter->rectangle (data, ink->x, ink->y, ink->x2, ink->y2, ink->stroke);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Inks of one node that follow each other become one mark. */
static void
paint_inks (const PanahSheet   *sheet,
            gboolean            decoration,
            const PanahPainter *painter,
            gpointer            data)
{
  gboolean open = FALSE;
  int node = 0;

  for (guint i = 0; i < sheet->len; i++)
    {
      const PanahInk *ink = &g_array_index (sheet, PanahInk, i);

      if ((ink->node == PANAH_NODE_DECORATION) != decoration)
        continue;
      if (open && ink->node != node)
        {
          painter->end_mark (data);
          open = FALSE;
        }
      if (!open)
        painter->begin_mark (data, ink->node);
      open = TRUE;
      node = ink->node;
      paint_ink (ink, painter, data);
    }
  if (open)
    painter->end_mark (data);
}

/**
 * panah_pages_paint:
 * @page: from 0
 * @painter: what draws
 * @data: the painter's state
 *
 * Draws one page: first the rules and frames, then the text in reading order. That keeps
 * the lines of an answer in one mark although a rule runs under each.
 */
void
panah_pages_paint (PanahPages         *pages,
                   guint               page,
                   const PanahPainter *painter,
                   gpointer            data)
{
  const PanahSheet *sheet;

  g_return_if_fail (pages != NULL && page < pages->sheets->len);
  g_return_if_fail (painter != NULL);

  sheet = g_ptr_array_index (pages->sheets, page);
  painter->begin_page (data, page, PANAH_PAGE_WIDTH, PANAH_PAGE_HEIGHT);
  paint_inks (sheet, TRUE, painter, data);
  paint_inks (sheet, FALSE, painter, data);
  painter->end_page (data);
}

/**
 * panah_pages_ref:
 * @self: pages
 *
 * Returns: (transfer full): the same
 */
PanahPages *
panah_pages_ref (PanahPages *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * panah_pages_unref:
 * @self: (transfer full): pages
 */
void
panah_pages_unref (PanahPages *self)
{
  g_atomic_rc_box_release_full (self, free_pages);
}

/**
 * panah_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many; at least one
 */
guint
panah_pages_get_n_pages (const PanahPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sheets->len;
}

/**
 * panah_pages_get_fields:
 *
 * Returns: (transfer none) (element-type PanahFieldResult): what became of each text that
 *   came from a fact, in reading order
 */
const GPtrArray *
panah_pages_get_fields (const PanahPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields;
}

/**
 * panah_field_mode_to_string:
 *
 * Returns: (transfer none): the mode's word in the manifest
 */
const char *
panah_field_mode_to_string (PanahFieldMode mode)
{
  switch (mode)
    {
    case PANAH_FIELD_FIT:
      return "fit";
    case PANAH_FIELD_GROW:
      return "grow";
    case PANAH_FIELD_SHRINK:
      return "shrink";
    case PANAH_FIELD_CONTINUE:
      return "continue";
    case PANAH_FIELD_LINE:
      return "line";
    default:
      g_return_val_if_reached ("fit");
    }
}
