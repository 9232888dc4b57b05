/* lines-picture.c - a drawing of where the lines of a passport are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A passport and the back of a card, as they lie on the table: never mirrored, because the lines run from the left in
 * every country. Drawn in the colour of the text, so that light, dark and high contrast follow; what to look for is
 * thick. */

#include "ui/lines-picture.h"

#include "ui/a11y.h"

#include <glib/gi18n.h>

#define WIDTH        420
#define HEIGHT       170
#define SHOWN_WIDTH  300
#define SHOWN_HEIGHT 121

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} Frame;

static const Frame page = { 10, 10, 220, 150 };
static const Frame card = { 258, 40, 152, 96 };

static void
draw_frame (cairo_t     *cr,
            const Frame *frame,
            double       radius)
{
  double right = frame->x + frame->width, bottom = frame->y + frame->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, frame->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, frame->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, frame->x + radius, frame->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_words (cairo_t *cr,
            double   x,
            double   y,
            double   width)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
}

/* Fillers: nothing else on the page looks like them. */
static void
draw_lines (cairo_t     *cr,
            const Frame *frame,
            guint        n)
{
  const double step = 9, size = 4, gap = 17;
  double top = frame->y + frame->height - 12 - gap * (n - 1);
  Frame around = { frame->x + 5, top - 10, frame->width - 10, gap * (n - 1) + 20 };

  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < n; i++)
    {
      for (double x = around.x + 9; x + size < around.x + around.width - 6; x += step)
        {
          cairo_move_to (cr, x + size, top + gap * i - size);
          cairo_line_to (cr, x, top + gap * i);
          cairo_line_to (cr, x + size, top + gap * i + size);
        }
    }
  cairo_stroke (cr);
  cairo_set_line_width (cr, 3);
  draw_frame (cr, &around, 4);
}

static void
draw (GtkDrawingArea *area,
      cairo_t        *cr,
      int             width,
      int             height,
      gpointer        data)
{
  double scale = MIN ((double) width / WIDTH, (double) height / HEIGHT);
  Frame photo = { page.x + 14, page.y + 14, 54, 68 };
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_translate (cr, (width - WIDTH * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  cairo_set_line_width (cr, 1);
  draw_frame (cr, &page, 8);
  draw_frame (cr, &card, 8);
  draw_frame (cr, &photo, 2);
  cairo_arc (cr, photo.x + 27, photo.y + 26, 13, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_arc (cr, photo.x + 27, photo.y + 68, 22, G_PI, 2 * G_PI);
  cairo_stroke (cr);
  for (guint i = 0; i < 5; i++)
    draw_words (cr, page.x + 84, page.y + 22 + 15 * i, i % 2 == 0 ? 116 : 76);
  draw_words (cr, card.x + 14, card.y + 16, 90);
  draw_lines (cr, &page, 2);
  draw_lines (cr, &card, 3);
}

GtkWidget *
panah_lines_picture_new (void)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SHOWN_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SHOWN_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, NULL, NULL);
  gtk_widget_set_halign (area, GTK_ALIGN_START);
  panah_a11y_set_name (area, _("A drawing: at the bottom of the passport’s page with the photo stand two lines with many “<” signs. On the back of a card stand three."));
  return area;
}
