/* preview.c - a paper to leaf through
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All pages stand below each other, and as they are all of one size, where each is follows from its number. Only those
 * that can be seen, and what comes next, have pictures. One page is the current one: it alone takes the focus, so that
 * Tab goes past a long paper in one step.
 *
 * What the keys do does not depend on where the focus is. Page Down never skips what was not to be seen yet. */

#include "ui/preview.h"

#include "paper/pages.h"
#include "ui/a11y.h"
#include "ui/preview-keys.h"
#include "ui/sheet-view.h"
#include "ui/wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

#define GAP       16
#define MARGIN    6                              /* for the ring of the focus */
#define FULL_SIZE (PANAH_PAGE_WIDTH * 96 / 72)   /* width at 100 %, as GTK counts pixels */
#define STEP      0.1                            /* of what is visible */

struct _PanahPreview
{
  GtkWidget     parent_instance;

  /* Children */
  GtkWidget    *page_label;
  GtkWidget    *zoom_label;
  GtkWidget    *scroller;
  GtkWidget    *column;

  GPtrArray    *sheets;  /* of PanahSheetView, borrowed from @column */
  guint         current;
  int           zoom;    /* in percent; 0: as wide as there is room */
  int           width;   /* of a page, in pixels */
  guint         update_id;

  /* What shall stay where it is while the size changes; -1: nothing */
  double        anchor_page;
  double        anchor_across;
};

G_DEFINE_FINAL_TYPE (PanahPreview, panah_preview, GTK_TYPE_WIDGET)

static const int zooms[] = { 50, 75, 100, 125, 150, 200, 250, 300 };

static GtkAdjustment *
get_vertical (PanahPreview *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static GtkAdjustment *
get_horizontal (PanahPreview *self)
{
  return gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static int
get_sheet_height (PanahPreview *self)
{
  return panah_sheet_view_get_height (self->sheets->pdata[0]);
}

static int
get_top (PanahPreview *self,
         guint         page)
{
  return page * (get_sheet_height (self) + GAP);
}

static int
get_bottom (PanahPreview *self,
            guint         page)
{
  return get_top (self, page) + get_sheet_height (self);
}

/* Where the window on the paper begins, or will as soon as the pages have their new size. */
static double
get_position (PanahPreview *self)
{
  return self->anchor_page < 0 ? gtk_adjustment_get_value (get_vertical (self)) : self->anchor_page * get_top (self, 1);
}

static void
set_position (PanahPreview *self,
              double        position)
{
  if (self->anchor_page < 0)
    gtk_adjustment_set_value (get_vertical (self), position);
  else
    self->anchor_page = position / get_top (self, 1);
}

/* How much of a page is to be seen, in pixels; less than 0 if it is off by so much. */
static double
get_visible (PanahPreview *self,
             guint         page)
{
  GtkAdjustment *vertical = get_vertical (self);
  double top = gtk_adjustment_get_value (vertical), bottom = top + gtk_adjustment_get_page_size (vertical);

  return MIN (bottom, get_bottom (self, page)) - MAX (top, get_top (self, page));
}

static int
get_percent (PanahPreview *self)
{
  return self->width / FULL_SIZE * 100 + 0.5;
}

static void
show_numbers (PanahPreview *self)
{
  /* TRANSLATORS: page %u of %u pages of a paper */
  g_autofree char *page = g_strdup_printf (_("Page %u of %u"), self->current + 1, self->sheets->len);
  /* TRANSLATORS: how large a page is shown, in percent; %% is a percent sign */
  g_autofree char *percent = g_strdup_printf (_("%d %%"), get_percent (self));

  gtk_label_set_text (GTK_LABEL (self->page_label), page);
  gtk_label_set_text (GTK_LABEL (self->zoom_label), percent);
}

static void
set_current (PanahPreview *self,
             guint         page)
{
  GtkWidget *sheet = self->sheets->pdata[self->current];
  gboolean has_focus = gtk_widget_has_focus (sheet);

  if (page == self->current)
    return;
  self->current = page;
  gtk_widget_set_focusable (self->sheets->pdata[page], TRUE);
  if (has_focus)
    gtk_widget_grab_focus (self->sheets->pdata[page]);
  gtk_widget_set_focusable (sheet, FALSE);
  show_numbers (self);
}

/* The page of which most is to be seen; the one that was current if no other shows more. */
static void
find_current (PanahPreview *self)
{
  guint best = self->current;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      if (get_visible (self, i) > get_visible (self, best) + 1)
        best = i;
    }
  set_current (self, best);
}

static void
draw_visible (PanahPreview *self)
{
  double ahead = gtk_adjustment_get_page_size (get_vertical (self)) / 2;

  for (guint i = 0; i < self->sheets->len; i++)
    panah_sheet_view_set_drawn (self->sheets->pdata[i], get_visible (self, i) > -ahead);
}

/* @width: of the window on the paper */
static int
choose_width (PanahPreview *self,
              int           width)
{
  int wanted = self->zoom == 0 ? width - 2 * MARGIN : self->zoom * FULL_SIZE / 100;

  return CLAMP (wanted, zooms[0] * FULL_SIZE / 100, zooms[G_N_ELEMENTS (zooms) - 1] * FULL_SIZE / 100);
}

static void
drop_anchor (PanahPreview *self)
{
  GtkAdjustment *vertical = get_vertical (self), *horizontal = get_horizontal (self);
  double middle = gtk_adjustment_get_value (horizontal) + gtk_adjustment_get_page_size (horizontal) / 2;

  self->anchor_page = gtk_adjustment_get_value (vertical) / get_top (self, 1);
  self->anchor_across = middle / gtk_adjustment_get_upper (horizontal);
}

/* Only after the pages have got their new size can one go to where one was. */
static void
weigh_anchor (PanahPreview *self)
{
  GtkAdjustment *vertical = get_vertical (self), *horizontal = get_horizontal (self);
  double half = gtk_adjustment_get_page_size (horizontal) / 2;

  if (self->anchor_page < 0 || gtk_adjustment_get_upper (vertical) < get_bottom (self, self->sheets->len - 1))
    return;
  gtk_adjustment_set_value (vertical, self->anchor_page * get_top (self, 1));
  gtk_adjustment_set_value (horizontal, self->anchor_across * gtk_adjustment_get_upper (horizontal) - half);
  self->anchor_page = -1;
}

static void
resize (PanahPreview *self)
{
  int width = choose_width (self, gtk_adjustment_get_page_size (get_horizontal (self)));

  if (width == self->width)
    return;
  if (self->width > 0 && self->anchor_page < 0)
    drop_anchor (self);
  self->width = width;
  for (guint i = 0; i < self->sheets->len; i++)
    panah_sheet_view_set_width (self->sheets->pdata[i], width);
  show_numbers (self);
}

static gboolean
update_cb (gpointer data)
{
  PanahPreview *self = data;

  self->update_id = 0;
  if (gtk_adjustment_get_page_size (get_horizontal (self)) < 1)
    return G_SOURCE_REMOVE;
  resize (self);
  weigh_anchor (self);
  if (self->anchor_page < 0)
    find_current (self);
  draw_visible (self);
  return G_SOURCE_REMOVE;
}

/* Later, because adjustments change while the window is laid out, when nothing may ask for another size; but before the
 * next frame, or scroll bars that fade away keep it waiting. */
static void
schedule_update (PanahPreview *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
go_to (PanahPreview *self,
       guint         page)
{
  set_current (self, page);
  set_position (self, get_top (self, page));
}

static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PanahPreview *self = PANAH_PREVIEW (widget);
  guint last = self->sheets->len - 1;

  if (strcmp (name, "preview.first-page") == 0)
    go_to (self, 0);
  else if (strcmp (name, "preview.last-page") == 0)
    go_to (self, last);
  else if (strcmp (name, "preview.next-page") == 0)
    go_to (self, MIN (self->current + 1, last));
  else
    go_to (self, self->current > 0 ? self->current - 1 : 0);
}

static void
down_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PanahPreview *self = PANAH_PREVIEW (widget);
  double position = get_position (self), height = gtk_adjustment_get_page_size (get_vertical (self));
  double end = get_bottom (self, self->current) - height;

  if (position < end - 1)
    set_position (self, MIN (position + height * (1 - STEP), end));
  else
    go_to (self, MIN (self->current + 1, self->sheets->len - 1));
}

static void
up_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  PanahPreview *self = PANAH_PREVIEW (widget);
  double position = get_position (self), height = gtk_adjustment_get_page_size (get_vertical (self));
  double start = get_top (self, self->current);

  if (position > start + 1)
    set_position (self, MAX (position - height * (1 - STEP), start));
  else if (self->current > 0)
    {
      set_current (self, self->current - 1);
      set_position (self, MAX (get_top (self, self->current), get_bottom (self, self->current) - height));
    }
}

static void
scroll_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PanahPreview *self = PANAH_PREVIEW (widget);
  GtkAdjustment *adjustments[] = { get_horizontal (self), get_vertical (self) };
  int by[2];

  g_variant_get (parameter, "(ii)", &by[0], &by[1]);
  for (guint i = 0; i < G_N_ELEMENTS (adjustments); i++)
    gtk_adjustment_set_value (adjustments[i], gtk_adjustment_get_value (adjustments[i]) +
                                                by[i] * STEP * gtk_adjustment_get_page_size (adjustments[i]));
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PanahPreview *self = PANAH_PREVIEW (widget);
  gboolean larger = strcmp (name, "preview.larger") == 0;
  int percent = get_percent (self), chosen = percent;

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      int zoom = zooms[larger ? i : G_N_ELEMENTS (zooms) - 1 - i];
      if (larger ? zoom > percent : zoom < percent)
        {
          chosen = zoom;
          break;
        }
    }
  self->zoom = strcmp (name, "preview.fit-width") == 0 ? 0 : chosen;
  schedule_update (self);
}

/* Where there is no room for all of them, what belongs together goes to the next row together. */
static void
add_tools (PanahPreview *self)
{
  GtkWidget *row = panah_wrap_box_new (), *pages = panah_wrap_box_new (), *sizes = panah_wrap_box_new ();

  self->page_label = gtk_label_new ("");
  self->zoom_label = gtk_label_new ("");
  gtk_box_append (GTK_BOX (pages), panah_button_new (_("Previous page"), "preview.previous-page", NULL));
  gtk_box_append (GTK_BOX (pages), self->page_label);
  gtk_box_append (GTK_BOX (pages), panah_button_new (_("Next page"), "preview.next-page", NULL));
  gtk_box_append (GTK_BOX (sizes), panah_button_new (_("Smaller"), "preview.smaller", NULL));
  gtk_box_append (GTK_BOX (sizes), self->zoom_label);
  gtk_box_append (GTK_BOX (sizes), panah_button_new (_("Larger"), "preview.larger", NULL));
  gtk_box_append (GTK_BOX (sizes), panah_button_new (_("Fit width"), "preview.fit-width", NULL));
  gtk_box_append (GTK_BOX (row), pages);
  gtk_box_append (GTK_BOX (row), sizes);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

static void
add_scroller (PanahPreview *self)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  gtk_widget_add_css_class (self->column, "sheets");
  /* a page is larger than what is visible of it, so that GTK cannot know what to show of it */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->column);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), viewport);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), 240);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  g_signal_connect_swapped (get_vertical (self), "value-changed", G_CALLBACK (schedule_update), self);
  g_signal_connect_swapped (get_vertical (self), "changed", G_CALLBACK (schedule_update), self);
  g_signal_connect_swapped (get_horizontal (self), "changed", G_CALLBACK (schedule_update), self);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
panah_preview_dispose (GObject *object)
{
  PanahPreview *self = PANAH_PREVIEW (object);
  GtkWidget *child;

  if (self->scroller != NULL)
    {
      g_signal_handlers_disconnect_by_data (get_vertical (self), self);
      g_signal_handlers_disconnect_by_data (get_horizontal (self), self);
    }
  g_clear_handle_id (&self->update_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->scroller = NULL;
  g_clear_pointer (&self->sheets, g_ptr_array_unref);

  G_OBJECT_CLASS (panah_preview_parent_class)->dispose (object);
}

static void
panah_preview_class_init (PanahPreviewClass *klass)
{
  static const char *const pages[] = { "preview.next-page", "preview.previous-page", "preview.first-page",
                                       "preview.last-page" };
  static const char *const sizes[] = { "preview.larger", "preview.smaller", "preview.fit-width" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = panah_preview_dispose;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_class_install_action (widget_class, pages[i], NULL, page_action);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    gtk_widget_class_install_action (widget_class, sizes[i], NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "preview.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "preview.scroll", "(ii)", scroll_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
panah_preview_init (PanahPreview *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  self->sheets = g_ptr_array_new ();
  self->anchor_page = -1;
  add_tools (self);
  add_scroller (self);
  panah_preview_add_keys (GTK_WIDGET (self), self->column);
}

/* For who comes to read. Not what GTK asks of a widget that grabs the focus: it does so on every Tab that leads in, past
 * the buttons, and on every Shift and Tab that leads out, which would then never do. */
void
panah_preview_focus_page (PanahPreview *self)
{
  gtk_widget_grab_focus (self->sheets->pdata[self->current]);
}

/**
 * panah_preview_new:
 * @papers: papers
 * @paper: one of them
 * @title: what it is called in the language of the window
 *
 * Returns: (transfer floating): the paper, at its beginning, as wide as there is room
 */
GtkWidget *
panah_preview_new (PanahPapers          *papers,
                   const PanahMadePaper *paper,
                   const char           *title)
{
  PanahPreview *self = g_object_new (PANAH_TYPE_PREVIEW, NULL);

  for (guint i = 0; i < paper->n_pages; i++)
    {
      GtkWidget *sheet = panah_sheet_view_new (papers, paper, i, title);
      g_ptr_array_add (self->sheets, sheet);
      gtk_box_append (GTK_BOX (self->column), sheet);
    }
  gtk_widget_set_focusable (self->sheets->pdata[0], TRUE);
  show_numbers (self);
  return GTK_WIDGET (self);
}
