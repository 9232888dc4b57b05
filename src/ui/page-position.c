/* page-position.c - where somebody is on a page that is about to be built anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A page in another language has the same inputs in the same order, though not always the same labels between them. */

#include "ui/page-position.h"

/* Room around what is shown, so that its label can still be read. */
#define ROOM_ABOVE 40
#define ROOM_BELOW 8

/* Goes through everything that can take the focus, until @focus or until the @n-th. Returns: (nullable): where it ended */
static GtkWidget *
walk (GtkWidget *widget,
      GtkWidget *focus,
      guint      n,
      guint     *count)
{
  if (gtk_widget_get_focusable (widget))
    {
      (*count)++;
      if (widget == focus || *count == n)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = walk (child, focus, n, count);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static int
read_cursor (GtkWidget *widget)
{
  if (GTK_IS_EDITABLE (widget))
    return gtk_editable_get_position (GTK_EDITABLE (widget));
  if (!GTK_IS_TEXT_VIEW (widget))
    return 0;

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GtkTextIter at;
  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_offset (&at);
}

static void
apply_cursor (GtkWidget *widget,
              int        cursor)
{
  if (GTK_IS_EDITABLE (widget))
    gtk_editable_set_position (GTK_EDITABLE (widget), cursor);
  if (!GTK_IS_TEXT_VIEW (widget))
    return;

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GtkTextIter at;
  gtk_text_buffer_get_iter_at_offset (buffer, &at, cursor);
  gtk_text_buffer_place_cursor (buffer, &at);
}

/* Returns: the bits of what is open, from @bit on, which it moves */
static guint64
read_opened (GtkWidget *widget,
             guint64   *bit)
{
  guint64 opened = 0;

  if (GTK_IS_EXPANDER (widget))
    {
      opened = gtk_expander_get_expanded (GTK_EXPANDER (widget)) ? *bit : 0;
      *bit <<= 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    opened |= read_opened (child, bit);
  return opened;
}

static void
apply_opened (GtkWidget *widget,
              guint64    opened,
              guint64   *bit)
{
  if (GTK_IS_EXPANDER (widget))
    {
      gtk_expander_set_expanded (GTK_EXPANDER (widget), (opened & *bit) != 0);
      *bit <<= 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    apply_opened (child, opened, bit);
}

/* @page: (nullable), @focus: (nullable) */
void
panah_page_position_read (PanahPagePosition *self,
                          GtkWidget         *page,
                          GtkWidget         *focus,
                          GtkAdjustment     *scroll)
{
  double upper = gtk_adjustment_get_upper (scroll);
  guint64 bit = 1;

  self->scroll = upper > 0 ? gtk_adjustment_get_value (scroll) / upper : 0;
  self->opened = page != NULL ? read_opened (page, &bit) : 0;
  self->focus = 0;
  if (focus == NULL || page == NULL || walk (page, focus, 0, &self->focus) == NULL)
    self->focus = 0;
  else
    self->cursor = read_cursor (focus);
}

/* Where to scroll to as soon as it is known how high the page is. */
typedef struct
{
  GtkScrolledWindow *scroller;
  double             scroll;
} Later;

static void
later_free (Later    *self,
            GClosure *closure)
{
  g_object_unref (self->scroller);
  g_free (self);
}

static void
laid_out_cb (GdkFrameClock *clock,
             Later         *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment, self->scroll * gtk_adjustment_get_upper (adjustment));
  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, self);
}

/* The new page has no size yet, and to measure it before its style is there would be to measure it twice. */
static void
apply_scroll (PanahPagePosition *self,
              GtkScrolledWindow *scroller)
{
  Later *later = g_new (Later, 1);

  *later = (Later) { g_object_ref (scroller), self->scroll };
  g_signal_connect_data (gtk_widget_get_frame_clock (GTK_WIDGET (scroller)), "layout", G_CALLBACK (laid_out_cb), later,
                         (GClosureNotify) later_free, G_CONNECT_AFTER);
}

/**
 * panah_page_position_apply:
 * @self: a position that was read
 * @page: the page as it is now
 * @scroller: what it stands in
 */
void
panah_page_position_apply (PanahPagePosition *self,
                           GtkWidget         *page,
                           GtkScrolledWindow *scroller)
{
  guint count = 0;
  guint64 bit = 1;

  if (self->opened != 0)
    apply_opened (page, self->opened, &bit);
  /* a focus in a window that nobody sees is never let go of, and its page stays in memory */
  if (!gtk_widget_get_mapped (GTK_WIDGET (scroller)))
    return;
  GtkWidget *focus = self->focus != 0 ? walk (page, NULL, self->focus, &count) : NULL;
  if (focus != NULL && gtk_widget_grab_focus (focus))
    apply_cursor (focus, self->cursor);
  apply_scroll (self, scroller);
}

/**
 * panah_page_position_show:
 * @scroller: what a page stands in
 * @widget: something on the page
 *
 * Scrolls no further than it has to so that @widget can be seen and, where there is room for it, what stands above it can
 * be read.
 */
void
panah_page_position_show (GtkScrolledWindow *scroller,
                          GtkWidget         *widget)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (scroller);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  graphene_rect_t bounds;

  if (!gtk_widget_is_ancestor (widget, viewport) ||
      !gtk_widget_compute_bounds (widget, gtk_widget_get_first_child (viewport), &bounds))
    return;
  double room = gtk_adjustment_get_page_size (adjustment) - bounds.size.height - ROOM_BELOW;
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y - CLAMP (room, 0, ROOM_ABOVE),
                             bounds.origin.y + bounds.size.height + ROOM_BELOW);
}

static gboolean
show_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL && gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (scroller != NULL)
    panah_page_position_show (GTK_SCROLLED_WINDOW (scroller), widget);
  return G_SOURCE_REMOVE;
}

/* As before, of a page that is new and has no size yet. */
void
panah_page_position_show_soon (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, show_cb, NULL, NULL);
}
