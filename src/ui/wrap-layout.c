/* wrap-layout.c - in a row, and in more rows where there is no room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For buttons, whose words are twice as wide in another language or at another text size. Children of GtkFlowBox stand in
 * columns and take the focus themselves; AdwWrapBox comes after our floor. */

#include "ui/wrap-layout.h"

#define SPACING 8

struct _PanahWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (PanahWrapLayout, panah_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* A row as it is filled: what stands in it from @first on, up to but without @end. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  int        height;
} Row;

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
after (GtkWidget *child)
{
  return next_visible (gtk_widget_get_next_sibling (child));
}

/* As wide as it would like to be, but no wider than the row. */
static int
measure_width (GtkWidget *child,
               int        room)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, room));
}

static void
fill_row (Row       *row,
          GtkWidget *first,
          int        room)
{
  int x = 0;

  *row = (Row) { first, first, 0 };
  while (row->end != NULL)
    {
      int width = measure_width (row->end, room), height;

      if (row->end != first && x + width > room)
        break;
      gtk_widget_measure (row->end, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      row->height = MAX (row->height, height);
      x += width + SPACING;
      row->end = after (row->end);
    }
}

static int
measure_height (GtkWidget *widget,
                int        room)
{
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int height = 0;

  while (child != NULL)
    {
      Row row;
      fill_row (&row, child, room);
      height += row.height + (row.end != NULL ? SPACING : 0);
      child = row.end;
    }
  return height;
}

static void
measure_widths (GtkWidget *widget,
                int       *minimum,
                int       *natural)
{
  for (GtkWidget *child = next_visible (gtk_widget_get_first_child (widget)); child != NULL; child = after (child))
    {
      int child_minimum, child_natural;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
panah_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  int least = 0, liked = 0;

  measure_widths (widget, &least, &liked);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? least : measure_height (widget, for_size < 0 ? liked : for_size);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? liked : *minimum;
}

static void
allocate_row (const Row *row,
              int        y,
              int        room,
              gboolean   mirrored)
{
  int x = 0;

  for (GtkWidget *child = row->first; child != row->end; child = after (child))
    {
      int width = measure_width (child, room);
      GtkAllocation place = { mirrored ? room - x - width : x, y, width, row->height };

      gtk_widget_size_allocate (child, &place, -1);
      x += width + SPACING;
    }
}

static void
panah_wrap_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      Row row;
      fill_row (&row, child, width);
      allocate_row (&row, y, width, mirrored);
      y += row.height + SPACING;
      child = row.end;
    }
}

static GtkSizeRequestMode
panah_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
panah_wrap_layout_class_init (PanahWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = panah_wrap_layout_measure;
  manager_class->allocate = panah_wrap_layout_allocate;
  manager_class->get_request_mode = panah_wrap_layout_get_request_mode;
}

static void
panah_wrap_layout_init (PanahWrapLayout *self)
{
}

/* Returns: (transfer floating): an empty GtkBox that is laid out so */
GtkWidget *
panah_wrap_box_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, g_object_new (PANAH_TYPE_WRAP_LAYOUT, NULL));
  return box;
}
