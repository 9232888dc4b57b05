/* layout-paginate.c - strips are dealt onto pages
 *
 * Strips that hold on to each other move to the next page together. When together they are
 * higher than a page, the weakest holds are given up first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/layout-private.h"

typedef struct
{
  PanahFlow  *flow;
  PanahSheet *sheet;
  double      y;        /* from the page's top */
  gboolean    fresh;    /* nothing stands on the page yet */
} Dealer;

static const PanahStrip *
get_strip (Dealer *self,
           guint   index)
{
  return &g_array_index (self->flow->strips, PanahStrip, index);
}

static void
draw_frame (Dealer     *self,
            PanahFrame *frame)
{
  PanahInk ink = {
    .kind = PANAH_INK_RECTANGLE,
    .node = PANAH_NODE_DECORATION,
    .x = frame->x1,
    .y = frame->top,
    .x2 = frame->x2,
    .y2 = frame->bottom,
    .stroke = PANAH_RULE_STROKE,
  };

  panah_sheet_add (self->sheet, &ink, 0);
  ink.kind = PANAH_INK_LINE;
  for (guint i = 0; i < frame->n_separators; i++)
    {
      ink.x = ink.x2 = frame->separators[i];
      panah_sheet_add (self->sheet, &ink, 0);
    }
  frame->open = FALSE;
}

static void
end_page (Dealer *self)
{
  for (guint i = 0; i < self->flow->frames->len; i++)
    {
      PanahFrame *frame = g_ptr_array_index (self->flow->frames, i);

      if (frame->open)
        draw_frame (self, frame);
    }
}

static void
begin_page (Dealer *self)
{
  self->sheet = panah_pages_add_sheet (self->flow->pages);
  self->y = PANAH_MARGIN_TOP;
  self->fresh = TRUE;
}

static void
extend_frames (Dealer           *self,
               const PanahStrip *strip)
{
  for (PanahFrame *frame = strip->frame; frame != NULL; frame = frame->parent)
    {
      if (!frame->open)
        frame->top = self->y;
      frame->open = TRUE;
      frame->bottom = self->y + strip->height;
    }
}

static void
put_strip (Dealer           *self,
           const PanahStrip *strip,
           gboolean          repeated)
{
  if (strip->space && self->fresh)
    return;
  if (!strip->space)
    {
      extend_frames (self, strip);
      self->fresh = FALSE;
    }
  for (guint i = 0; i < strip->n_inks; i++)
    {
      PanahInk ink = g_array_index (self->flow->inks, PanahInk, strip->first_ink + i);

      if (repeated && ink.node >= 0)
        ink.node = PANAH_NODE_PAGINATION;
      panah_sheet_add (self->sheet, &ink, self->y);
    }
  self->y += strip->height;
}

/* The head that strip @index wants above it on a new page. */
static const PanahFrame *
find_head (Dealer *self,
           guint   index)
{
  for (PanahFrame *frame = get_strip (self, index)->frame; frame != NULL; frame = frame->parent)
    if (frame->head_to > frame->head_from && index >= frame->head_to)
      return frame;
  return NULL;
}

static void
turn_page (Dealer *self,
           guint   index)
{
  const PanahFrame *head = find_head (self, index);

  end_page (self);
  begin_page (self);
  for (guint i = head != NULL ? head->head_from : 0; head != NULL && i < head->head_to; i++)
    put_strip (self, get_strip (self, i), TRUE);
}

static double
get_room_on_new_page (Dealer *self,
                      guint   index)
{
  const PanahFrame *head = find_head (self, index);

  return PANAH_BODY_HEIGHT -
         (head != NULL ? panah_flow_measure (self->flow, head->head_from, head->head_to) : 0);
}

static double
get_room (Dealer *self)
{
  return PANAH_PAGE_HEIGHT - PANAH_MARGIN_BOTTOM - self->y;
}

/* Spaces at either end do not need room: they vanish at a page's break. */
static double
measure_ink (Dealer *self,
             guint   from,
             guint   to)
{
  while (to > from && get_strip (self, to - 1)->space)
    to--;
  while (self->fresh && from < to && get_strip (self, from)->space)
    from++;
  return panah_flow_measure (self->flow, from, to);
}

static void
put_strips (Dealer *self,
            guint   from,
            guint   to)
{
  for (guint i = from; i < to; i++)
    put_strip (self, get_strip (self, i), FALSE);
}

/* Where the strips that hold on to strip @from more strongly than @level end. */
static guint
find_end (Dealer   *self,
          guint     from,
          guint     limit,
          PanahKeep level)
{
  while (from + 1 < limit && get_strip (self, from)->keep > level)
    from++;
  return MIN (from + 1, limit);
}

/* Puts strips that hold on to each other at @level or more. */
static void
put_together (Dealer   *self,
              guint     from,
              guint     to,
              PanahKeep level)
{
  double height = measure_ink (self, from, to);

  if (height <= get_room (self))
    {
      put_strips (self, from, to);
    }
  else if (!self->fresh && height <= get_room_on_new_page (self, from))
    {
      turn_page (self, from);
      put_strips (self, from, to);
    }
  else if (to - from == 1)
    {
      if (!self->fresh)
        turn_page (self, from);
      put_strips (self, from, to);
    }
  else
    {
      for (guint end; from < to; from = end)
        {
          end = find_end (self, from, to, level + 1);
          put_together (self, from, end, level + 1);
        }
    }
}

/* Deals all strips onto the pages of the flow; there is always one page. */
void
panah_flow_paginate (PanahFlow *self)
{
  Dealer dealer = { .flow = self };

  begin_page (&dealer);
  for (guint from = 0, end; from < self->strips->len; from = end)
    {
      end = find_end (&dealer, from, self->strips->len, PANAH_KEEP_NONE);
      put_together (&dealer, from, end, PANAH_KEEP_NONE);
    }
  end_page (&dealer);
}
