/* fits.c - whether everything in a window has room on a small screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fits.h"

#include "ui-support.h"

#define TARGET 44

static void G_GNUC_PRINTF (3, 4)
complain (PanahTestFit *look,
          GtkWidget    *widget,
          const char   *format,
          ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *name = panah_test_get_spoken (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_autofree char *complaint = g_strdup_printf ("%s: %s “%s” %s", look->place, G_OBJECT_TYPE_NAME (widget), name != NULL ? name : "", what);
  g_test_message ("%s", complaint);
  g_string_append_printf (look->complaints, "%s\n", complaint);
}

/* A word that begins a line has to be one: Pango breaks a word only where the line has no room for it. */
static void
check_words (PanahTestFit *look,
             GtkLabel     *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  int n_attributes;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  const char *text = pango_layout_get_text (layout);

  if (pango_layout_is_ellipsized (layout))
    complain (look, GTK_WIDGET (label), "ends in dots");
  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      int start = pango_layout_line_get_start_index (pango_layout_get_line_readonly (layout, i));
      long at = g_utf8_pointer_to_offset (text, text + start);
      if (at < n_attributes && !attributes[at].is_line_break && !attributes[at].is_mandatory_break)
        complain (look, GTK_WIDGET (label), "cuts a word at “%.24s”", text + start);
    }
}

static gboolean
is_pressed (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_ENTRY (widget) || GTK_IS_SWITCH (widget) ||
         GTK_IS_PASSWORD_ENTRY (widget);
}

static gboolean
is_of_the_desktop (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL;
}

static void
check_target (PanahTestFit *look,
              GtkWidget    *widget)
{
  int width, height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  if (width < TARGET || height < TARGET)
    complain (look, widget, "is %d × %d", width, height);
}

static gboolean
is_within (float from,
           float size,
           int   room)
{
  return from > -1 && from + size < room + 1;
}

/* Whatever cuts off what reaches out of it holds all of @widget; what scrolls may hold it further up or down. */
static void
check_inside (PanahTestFit *look,
              GtkWidget    *widget)
{
  gboolean scrolls = FALSE;

  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL; around = gtk_widget_get_parent (around))
    {
      graphene_rect_t bounds;
      scrolls |= GTK_IS_VIEWPORT (around);
      if ((around == look->root || gtk_widget_get_overflow (around) == GTK_OVERFLOW_HIDDEN) &&
          gtk_widget_compute_bounds (widget, around, &bounds) &&
          (!is_within (bounds.origin.x, bounds.size.width, gtk_widget_get_width (around)) ||
           (!scrolls && !is_within (bounds.origin.y, bounds.size.height, gtk_widget_get_height (around)))))
        complain (look, widget, "reaches out of %s", G_OBJECT_TYPE_NAME (around));
    }
}

static void
target_cb (GtkWidget *widget,
           gpointer   data)
{
  PanahTestFit *look = data;

  if (is_pressed (widget) && !is_of_the_desktop (widget))
    check_target (look, widget);
  look->n_seen++;
}

/* @root: as of panah_test_fit_check(). Only looks whether what is pressed is large enough, for which it needs no room. */
void
panah_test_fit_check_targets (PanahTestFit *look,
                              GtkWidget    *root)
{
  panah_test_visit (root, target_cb, look);
}

static void
look_cb (GtkWidget *widget,
         gpointer   data)
{
  PanahTestFit *look = data;

  if (GTK_IS_LABEL (widget))
    check_words (look, GTK_LABEL (widget));
  if (GTK_IS_LABEL (widget) || is_pressed (widget))
    check_inside (look, widget);
  if (look->targets)
    target_cb (widget, look);
  else
    look->n_seen++;
}

/**
 * panah_test_fit_check:
 * @look: what is found is added to its complaints
 * @root: a window, or anything else
 *
 * Gives @root the room of a small screen, and looks at all that can be seen in it.
 */
void
panah_test_fit_check (PanahTestFit *look,
                      GtkWidget    *root)
{
  int width, height;

  gtk_widget_measure (root, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  if (width > PANAH_TEST_FIT_WIDTH)
    complain (look, root, "is %d wide", width);
  gtk_widget_measure (root, GTK_ORIENTATION_VERTICAL, MAX (width, PANAH_TEST_FIT_WIDTH), &height, NULL, NULL, NULL);
  if (height > PANAH_TEST_FIT_HEIGHT)
    complain (look, root, "is %d high", height);
  gtk_widget_allocate (root, MAX (width, PANAH_TEST_FIT_WIDTH), MAX (height, PANAH_TEST_FIT_HEIGHT), -1, NULL);
  look->root = root;
  panah_test_visit (root, look_cb, look);
}
