/* painter.h - the seam between what stands on a page and what draws it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

#include "paper/pages.h"

G_BEGIN_DECLS

/**
 * PanahPainter:
 * @begin_page: a page of @width by @height points begins
 * @begin_mark: what follows belongs to node @node of the structure tree, or is decoration
 *   (-1) or pagination (-2)
 * @end_mark: ends what @begin_mark began; marks do not nest
 * @text: one line of text, its left end on the base line at (@x, @y)
 * @line: a line; with @round ends if asked
 * @rectangle: the outline of a box
 * @end_page: the page is complete
 *
 * Functions that draw one page after the other; points from the top left corner, y
 * downwards. The first argument of each is the painter's own state.
 */
typedef struct
{
  void (*begin_page) (gpointer data,
                      guint    page,
                      double   width,
                      double   height);
  void (*begin_mark) (gpointer data,
                      int      node);
  void (*end_mark)   (gpointer data);
  void (*text)       (gpointer         data,
                      PangoLayout     *layout,
                      PangoLayoutLine *line,
                      double           x,
                      double           y);
  void (*line)       (gpointer data,
                      double   x1,
                      double   y1,
                      double   x2,
                      double   y2,
                      double   stroke,
                      gboolean round);
  void (*rectangle)  (gpointer data,
                      double   x1,
                      double   y1,
                      double   x2,
                      double   y2,
                      double   stroke);
  void (*end_page)   (gpointer data);
} PanahPainter;

void panah_pages_paint (PanahPages         *pages,
                        guint               page,
                        const PanahPainter *painter,
                        gpointer            data);

G_END_DECLS
