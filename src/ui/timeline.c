/* timeline.c - the days of a plan, drawn on a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A line from the past downwards, a mark on it for each day, and beside the mark a sentence. The sentences are labels:
 * so the drawing and its text can never differ, they wrap at any size, and are what a screen reader reads. A mark is
 * told by its shape; colour only repeats it. */

#include "ui/timeline.h"

#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/plan-words.h"
#include "ui/timeline-entry.h"

#include <glib/gi18n.h>

/* Of the height of a letter */
#define GUTTER 2.2f
#define LINE   0.14f

struct _PanahTimelineRow
{
  GtkWidget         parent_instance;

  GtkWidget        *words; /* a child */
  PanahTimelineKind kind;
  gboolean          first;
  gboolean          last;
};

G_DEFINE_FINAL_TYPE (PanahTimelineRow, panah_timeline_row, GTK_TYPE_WIDGET)

static float
get_em (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  float em = (float) (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics)) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return em;
}

static int
get_gutter (GtkWidget *widget)
{
  return (int) (GUTTER * get_em (widget));
}

static GtkSizeRequestMode
panah_timeline_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
panah_timeline_row_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  PanahTimelineRow *self = PANAH_TIMELINE_ROW (widget);
  int gutter = get_gutter (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size - gutter, 0);
  gtk_widget_measure (self->words, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += gutter;
      *natural += gutter;
    }
}

static void
panah_timeline_row_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PanahTimelineRow *self = PANAH_TIMELINE_ROW (widget);
  int gutter = get_gutter (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const GtkAllocation words = { mirrored ? 0 : gutter, 0, width - gutter, height };

  gtk_widget_size_allocate (self->words, &words, -1);
}

static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *label = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && label == NULL;
       child = gtk_widget_get_next_sibling (child))
    label = find_label (child);
  return label;
}

/* Where the first line of the words has its middle: scripts differ in how high a line is. */
static float
find_middle (PanahTimelineRow *self)
{
  GtkLabel *label = find_label (self->words);
  PangoRectangle line;
  graphene_point_t middle;
  int x, y;

  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (gtk_label_get_layout (label), 0), NULL, &line);
  gtk_label_get_layout_offsets (label, &x, &y);
  if (!gtk_widget_compute_point (GTK_WIDGET (label), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, y + line.height / 2.0f),
                                 &middle))
    return line.height / 2.0f;
  return middle.y;
}

/* @radius: of the corners; half of @size makes a disc. @width: of the border; 0 fills it */
static void
append_shape (GtkSnapshot      *snapshot,
              graphene_point_t  middle,
              float             size,
              float             radius,
              float             width,
              const GdkRGBA    *colour)
{
  const GdkRGBA colours[] = { *colour, *colour, *colour, *colour };
  const float widths[] = { width, width, width, width };
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (middle.x - size / 2, middle.y - size / 2, size, size);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, radius);
  if (width > 0)
    {
      gtk_snapshot_append_border (snapshot, &outline, widths, colours);
      return;
    }
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_diamond (GtkSnapshot      *snapshot,
                graphene_point_t  middle,
                float             size,
                float             width,
                const GdkRGBA    *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &middle);
  gtk_snapshot_rotate (snapshot, 45);
  append_shape (snapshot, GRAPHENE_POINT_INIT (0, 0), size, 0, width, colour);
  gtk_snapshot_restore (snapshot);
}

/* An event is a ring, today a bar across the line, the day to go by a disc in a ring, an end a square, what an office owes
 * a diamond. */
static void
append_mark (PanahTimelineRow *self,
             GtkSnapshot      *snapshot,
             graphene_point_t  middle,
             float             em,
             const GdkRGBA    *colour,
             const GdkRGBA    *accent)
{
  const graphene_rect_t bar = GRAPHENE_RECT_INIT (middle.x - 0.75f * em, middle.y - 0.16f * em, 1.5f * em, 0.32f * em);

  switch (self->kind)
    {
    case PANAH_TIMELINE_TODAY:
      gtk_snapshot_append_color (snapshot, colour, &bar);
      break;
    case PANAH_TIMELINE_SAFE:
    case PANAH_TIMELINE_ONLY:
      append_shape (snapshot, middle, 1.1f * em, 0.55f * em, LINE * em, accent);
      append_shape (snapshot, middle, 0.64f * em, 0.32f * em, 0, accent);
      break;
    case PANAH_TIMELINE_LAST:
      append_shape (snapshot, middle, 0.7f * em, 0, 0, colour);
      break;
    case PANAH_TIMELINE_MISSED:
      append_shape (snapshot, middle, 0.7f * em, 0, LINE * em, colour);
      break;
    case PANAH_TIMELINE_EXPECTED:
      append_diamond (snapshot, middle, 0.6f * em, LINE * em, colour);
      break;
    case PANAH_TIMELINE_EVENT:
    default:
      append_shape (snapshot, middle, 0.7f * em, 0.35f * em, LINE * em, colour);
      break;
    }
}

/* The line leaves room round the mark, so that a hollow one stays hollow. */
static void
panah_timeline_row_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PanahTimelineRow *self = PANAH_TIMELINE_ROW (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float em = get_em (widget), gutter = (float) get_gutter (widget), height = (float) gtk_widget_get_height (widget);
  float x = mirrored ? (float) gtk_widget_get_width (widget) - gutter / 2 : gutter / 2, y = find_middle (self);
  float room = 0.65f * em, thick = LINE * em;
  GdkRGBA colour, accent;

  gtk_style_context_get_color (style, &colour);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = colour;
  if (!self->first)
    gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x - thick / 2, 0, thick, MAX (y - room, 0)));
  if (!self->last)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (x - thick / 2, y + room, thick, MAX (height - y - room, 0)));
  append_mark (self, snapshot, GRAPHENE_POINT_INIT (x, y), em, &colour, &accent);
  gtk_widget_snapshot_child (widget, self->words, snapshot);
}

static void
panah_timeline_row_dispose (GObject *object)
{
  PanahTimelineRow *self = PANAH_TIMELINE_ROW (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);

  G_OBJECT_CLASS (panah_timeline_row_parent_class)->dispose (object);
}

static void
panah_timeline_row_class_init (PanahTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = panah_timeline_row_dispose;
  widget_class->get_request_mode = panah_timeline_row_get_request_mode;
  widget_class->measure = panah_timeline_row_measure;
  widget_class->size_allocate = panah_timeline_row_size_allocate;
  widget_class->snapshot = panah_timeline_row_snapshot;

  gtk_widget_class_set_css_name (widget_class, "moment");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
panah_timeline_row_init (PanahTimelineRow *self)
{
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
}

static const char *
get_css_class (const PanahTimelineEntry *entry)
{
  switch (entry->kind)
    {
    case PANAH_TIMELINE_SAFE:
    case PANAH_TIMELINE_ONLY:
      return "safe";
    case PANAH_TIMELINE_TODAY:
      return "today";
    case PANAH_TIMELINE_EVENT:
    case PANAH_TIMELINE_LAST:
    case PANAH_TIMELINE_EXPECTED:
    case PANAH_TIMELINE_MISSED:
    default:
      return entry->past ? "past" : NULL;
    }
}

static GtkWidget *
new_row (PanahSession             *session,
         const PanahTimelineEntry *entry,
         gboolean                  first,
         gboolean                  last)
{
  PanahTimelineRow *self = g_object_new (PANAH_TYPE_TIMELINE_ROW, NULL);
  g_autofree char *name = panah_timeline_entry_say (session, entry);
  const char *css_class = get_css_class (entry);
  gboolean counted = entry->kind != PANAH_TIMELINE_EVENT && entry->kind != PANAH_TIMELINE_TODAY;

  self->kind = entry->kind;
  self->first = first;
  self->last = last;
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  panah_a11y_set_name (GTK_WIDGET (self), name);
  panah_both_law_append (self->words, session, panah_timeline_entry_say, entry, NULL);
  if (counted && entry->deadline->state == PANAH_DEADLINE_MAY_APPLY)
    panah_both_law_append (self->words, session, panah_deadline_say_state, entry->deadline, "dim-label");
  if (counted && entry->deadline->confidence == PANAH_CONFIDENCE_UNCONFIRMED)
    panah_both_law_append (self->words, session, panah_deadline_say_confidence, entry->deadline, "dim-label");
  return GTK_WIDGET (self);
}

/**
 * panah_timeline_new:
 * @session: the session
 *
 * Returns: (transfer floating) (nullable): the days of its plan on a line; %NULL if there is none but today
 */
GtkWidget *
panah_timeline_new (PanahSession *session)
{
  g_autoptr (GPtrArray) entries = panah_timeline_list (session);

  if (entries->len < 2)
    return NULL;

  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_LIST, NULL);
  gtk_widget_add_css_class (box, "timeline");
  panah_a11y_set_name (box, _("Your days, one after the other"));
  for (guint i = 0; i < entries->len; i++)
    gtk_box_append (GTK_BOX (box), new_row (session, entries->pdata[i], i == 0, i + 1 == entries->len));
  return box;
}
