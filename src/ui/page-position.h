/* page-position.h - where somebody is on a page that is about to be built anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PanahPagePosition:
 * @focus: which of the inputs has the focus; 0 for none
 * @cursor: in a text, after how many characters
 * @opened: which of what can be opened is open, the first in the lowest bit; what comes after the 64th closes
 * @scroll: how far down, as a share of the height
 */
typedef struct
{
  guint   focus;
  int     cursor;
  guint64 opened;
  double  scroll;
} PanahPagePosition;

void panah_page_position_read  (PanahPagePosition *self,
                                GtkWidget         *page,
                                GtkWidget         *focus,
                                GtkAdjustment     *scroll);
void panah_page_position_apply (PanahPagePosition *self,
                                GtkWidget         *page,
                                GtkScrolledWindow *scroller);
void panah_page_position_show  (GtkScrolledWindow *scroller,
                                GtkWidget         *widget);
void panah_page_position_show_soon (GtkWidget     *widget);

G_END_DECLS
