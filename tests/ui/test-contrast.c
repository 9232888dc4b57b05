/* test-contrast.c - what is read stands out from what it stands on, whatever the theme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Contrast as WCAG 2.2 counts it (1.4.3 and 1.4.11): words 4.5, the shapes of what is used 3. The colours are the theme's;
 * how much of them is left is read from our style. Words are looked at in pictures of pages as well, where it does not
 * matter how they came to their colour. */

#include "ui-support.h"

#include "ui/page.h"

#include <math.h>
#include <string.h>

#define WORDS  4.5
#define SHAPES 3.0

/* The theme's button: a tenth of the colour of its words. */
#define BUTTON_TINT 0.1

/* @share: where our style says how much of @colour there is, up to the number; %NULL: all of it
 * @tint, @tint_share: what lies on the ground of the window there; @tint_share is text of the style, or %NULL for a button */
typedef struct
{
  const char *name;
  const char *colour;
  const char *share;
  const char *ground;
  const char *tint;
  const char *tint_share;
  double      least;
} Row;

static const Row rows[] = {
  { "words", "window_fg_color", NULL, "window_bg_color", NULL, NULL, WORDS },
  { "help", "window_fg_color", ".dim-label { opacity: ", "window_bg_color", NULL, NULL, WORDS },
  { "button", "window_fg_color", NULL, "window_bg_color", "window_fg_color", NULL, WORDS },
  { "help-on-button", "window_fg_color", ".dim-label { opacity: ", "window_bg_color", "window_fg_color", NULL, WORDS },
  { "header", "headerbar_fg_color", NULL, "headerbar_bg_color", "headerbar_fg_color", NULL, WORDS },
  { "notice", "window_fg_color", NULL, "window_bg_color", "warning_color", ".notice { padding: 12px 16px; border-radius: 12px; background: alpha(@warning_color, ", WORDS },
  { "help-on-notice", "window_fg_color", ".dim-label { opacity: ", "window_bg_color", "warning_color", ".notice { padding: 12px 16px; border-radius: 12px; background: alpha(@warning_color, ", WORDS },
  { "as-of", "window_fg_color", NULL, "window_bg_color", "warning_color", ".as-of { padding: 6px 18px; background: alpha(@warning_color, ", WORDS },
  { "error", "error_color", NULL, "window_bg_color", NULL, NULL, WORDS },
  { "main-button", "accent_fg_color", NULL, "accent_bg_color", NULL, NULL, WORDS },
  { "entry-edge", "window_fg_color", "entry { min-height: 42px; border: 1px solid alpha(currentColor, ", "window_bg_color", NULL, NULL, SHAPES },
  { "story-edge", "window_fg_color", ".story { border: 1px solid alpha(currentColor, ", "window_bg_color", NULL, NULL, SHAPES },
  { "check-edge", "window_fg_color", "box-shadow: inset 0 0 0 2px alpha(currentColor, ", "window_bg_color", NULL, NULL, SHAPES },
  { "error-edge", "error_color", NULL, "window_bg_color", NULL, NULL, SHAPES },
  { "focus-ring", "accent_color", NULL, "window_bg_color", NULL, NULL, SHAPES },
};

static double
read_share (const char *rule)
{
  g_autoptr (GBytes) style = g_resources_lookup_data ("/io/github/panah/Panah/style.css", 0, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (style, NULL), g_bytes_get_size (style));
  const char *at = strstr (text, rule);

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (rule), NULL);
}

static GdkRGBA
find_colour (GtkWidget  *widget,
             const char *name)
{
  GdkRGBA colour;

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour));
  return colour;
}

/* @share of @colour on @ground, which is opaque. */
static GdkRGBA
lay (GdkRGBA colour,
     double  share,
     GdkRGBA ground)
{
  double alpha = colour.alpha * share;

  return (GdkRGBA) { ground.red + (colour.red - ground.red) * alpha, ground.green + (colour.green - ground.green) * alpha,
                     ground.blue + (colour.blue - ground.blue) * alpha, 1 };
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (GdkRGBA colour)
{
  return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green) + 0.0722 * linear (colour.blue);
}

static double
contrast (GdkRGBA a,
          GdkRGBA b)
{
  double light = MAX (luminance (a), luminance (b)), dark = MIN (luminance (a), luminance (b));

  return (light + 0.05) / (dark + 0.05);
}

static double
measure (GtkWidget *window,
         const Row *row)
{
  GdkRGBA ground = find_colour (window, row->ground);

  if (row->tint != NULL)
    ground = lay (find_colour (window, row->tint), row->tint_share != NULL ? read_share (row->tint_share) : BUTTON_TINT, ground);
  GdkRGBA colour = lay (find_colour (window, row->colour), row->share != NULL ? read_share (row->share) : 1, ground);
  g_test_message ("%s: %.2f, at least %.1f", row->name, contrast (colour, ground), row->least);
  return contrast (colour, ground);
}

static void
use_theme (gboolean dark)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_true (adw_style_manager_get_dark (manager) == dark);
  g_assert_true (adw_style_manager_get_high_contrast (manager) == (g_strcmp0 (g_getenv ("ADW_DEBUG_HIGH_CONTRAST"), "1") == 0));
}

static void
test_contrast (gconstpointer data)
{
  const Row *row = data;
  GtkWidget *window = gtk_application_window_new (panah_test_get_application ());

  for (gboolean dark = FALSE; dark <= TRUE; dark++)
    {
      use_theme (dark);
      g_assert_cmpfloat (measure (window, row), >=, row->least);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What would be too faint, to see that it is found. */
static const Row faint_rows[] = {
  { "nothing", "window_bg_color", NULL, "window_bg_color", NULL, NULL, WORDS },
  { "edge-of-a-row", "window_fg_color", ".row { padding: 12px 14px; border: 1px solid alpha(currentColor, ", "window_bg_color", NULL, NULL, SHAPES },
};

static void
test_finds_faint (gconstpointer data)
{
  const Row *row = data;
  GtkWidget *window = gtk_application_window_new (panah_test_get_application ());

  for (gboolean dark = FALSE; dark <= TRUE; dark++)
    {
      use_theme (dark);
      g_assert_cmpfloat (measure (window, row), <, row->least);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Waits until what @window shows now is drawn. */
static void
await_drawing (GtkWidget *window)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (g_main_loop_quit), loop);

  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_queue_draw (window);
      g_main_loop_run (loop);
    }
  g_signal_handler_disconnect (clock, id);
}

/* Cairo can draw no more than 32767. */
#define MAX_HEIGHT 32000

/**
 * Picture:
 * @root: what is in it, on the ground of its window
 * @without: (nullable): what in it is not looked at
 * @pixels: as GDK_MEMORY_DEFAULT has them
 * @complaints: a line each
 * @n_seen: how many labels were looked at
 */
typedef struct
{
  GtkWidget *root;
  GtkWidget *without;
  guint32   *pixels;
  int        width;
  int        height;
  GString   *complaints;
  guint      n_seen;
} Picture;

static void
take_picture (Picture *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->root);
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (self->root));
  GdkRGBA ground = find_colour (self->root, "window_bg_color");
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t all;

  self->width = gtk_widget_get_width (self->root);
  self->height = MIN (gtk_widget_get_height (self->root), MAX_HEIGHT);
  graphene_rect_init (&all, 0, 0, self->width, self->height);
  gtk_snapshot_append_color (snapshot, &ground, &all);
  gdk_paintable_snapshot (paintable, snapshot, self->width, gtk_widget_get_height (self->root));

  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (renderer, node, &all);
  self->pixels = g_new (guint32, (gsize) self->width * self->height);
  gdk_texture_download (texture, (guchar *) self->pixels, (gsize) self->width * 4);
}

static GdkRGBA
to_colour (guint32 pixel)
{
  return (GdkRGBA) { (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0, (pixel & 0xff) / 255.0, 1 };
}

/* Returns: the contrast of what stands out most from the colour that there is most of */
static double
measure_words (const Picture         *self,
               const graphene_rect_t *bounds)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  int from_x = ceil (bounds->origin.x), to_x = bounds->origin.x + bounds->size.width;
  int from_y = ceil (bounds->origin.y), to_y = bounds->origin.y + bounds->size.height;
  GHashTableIter iter;
  gpointer pixel, count;
  guint most = 0;
  guint32 ground = 0;
  double best = 0;

  for (int y = from_y; y < to_y; y++)
    {
      for (int x = from_x; x < to_x; x++)
        {
          guint n;
          pixel = GUINT_TO_POINTER (self->pixels[(gsize) y * self->width + x]);
          n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pixel)) + 1;
          g_hash_table_insert (counts, pixel, GUINT_TO_POINTER (n));
          if (n > most)
            most = n, ground = GPOINTER_TO_UINT (pixel);
        }
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &pixel, &count))
    best = MAX (best, contrast (to_colour (GPOINTER_TO_UINT (pixel)), to_colour (ground)));
  return best;
}

/* Of what cannot be used WCAG asks nothing. */
static gboolean
is_read (const Picture *self,
         GtkWidget     *widget)
{
  return GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0' && gtk_widget_get_mapped (widget) &&
         gtk_widget_is_sensitive (widget) && (self->without == NULL || !gtk_widget_is_ancestor (widget, self->without));
}

static void
look_cb (GtkWidget *widget,
         gpointer   data)
{
  Picture *self = data;
  graphene_rect_t bounds, all = GRAPHENE_RECT_INIT (0, 0, self->width, self->height);

  if (!is_read (self, widget) || !gtk_widget_compute_bounds (widget, self->root, &bounds) ||
      !graphene_rect_contains_rect (&all, &bounds))
    return;
  double found = measure_words (self, &bounds);

  self->n_seen++;
  if (found >= WORDS)
    return;
  g_test_message ("%.2f: “%s”", found, gtk_label_get_text (GTK_LABEL (widget)));
  g_string_append_printf (self->complaints, "%.2f: “%s”\n", found, gtk_label_get_text (GTK_LABEL (widget)));
}

/**
 * find_faint_words:
 * @root: on the screen
 * @without: (nullable): what in it is not looked at, because not all of it is there to be seen
 * @out_n_seen: (out): how many labels were looked at
 *
 * Returns: (transfer full): which words are too faint; "" if none is
 */
static char *
find_faint_words (GtkWidget *root,
                  GtkWidget *without,
                  guint     *out_n_seen)
{
  Picture picture = { .root = root, .without = without, .complaints = g_string_new (NULL) };

  take_picture (&picture);
  panah_test_visit (root, look_cb, &picture);
  g_free (picture.pixels);
  *out_n_seen = picture.n_seen;
  return g_string_free (picture.complaints, FALSE);
}

/* Letters are so large here that not all of each is at its edge. */
static void
test_words_of_pages (gconstpointer data)
{
  const char *place = data;
  PanahSession *session = panah_test_session_new ("2026-11-24");

  panah_test_answer (session);
  panah_test_set_text_size (200);
  PanahWindow *window = panah_test_open_window (session, TRUE);
  for (gboolean dark = FALSE; dark <= TRUE; dark++)
    {
      guint n_around, n_page;
      use_theme (dark);
      panah_window_go (window, place);
      await_drawing (GTK_WIDGET (window));
      GtkWidget *page = GTK_WIDGET (panah_window_get_page (window));
      g_autofree char *faint_around = find_faint_words (GTK_WIDGET (window), page, &n_around);
      g_autofree char *faint = find_faint_words (page, NULL, &n_page);
      g_assert_cmpstr (faint_around, ==, "");
      g_assert_cmpstr (faint, ==, "");
      g_assert_cmpuint (n_around, >, 5);
      g_assert_cmpuint (n_page, >, 3);
    }
  panah_test_close_window (window);
  panah_test_set_text_size (100);
  g_assert_finalize_object (session);
}

/* @css: of a label that says Words; @found: in the light theme, in the dark one */
typedef struct
{
  const char *name;
  const char *css;
  gboolean    found[2];
} StyleRow;

static const StyleRow style_rows[] = {
  { "good", "label { }", { FALSE, FALSE } },
  { "faded", "label { opacity: 0.4; }", { TRUE, TRUE } },
  { "faint-in-light", "label { color: #a0a0a0; }", { TRUE, FALSE } },
  { "faint-in-dark", "label { color: #505050; }", { FALSE, TRUE } },
  { "faint-on-own-ground", "label { color: #808080; background: #707070; }", { TRUE, TRUE } },
};

static void
test_finds_words (gconstpointer data)
{
  const StyleRow *row = data;
  GtkWidget *window = gtk_application_window_new (panah_test_get_application ()), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new ("Words");
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();

  panah_test_set_text_size (200);
  gtk_css_provider_load_from_data (css, row->css, -1);
  gtk_style_context_add_provider (gtk_widget_get_style_context (label), GTK_STYLE_PROVIDER (css), GTK_STYLE_PROVIDER_PRIORITY_USER);
  gtk_box_append (GTK_BOX (box), gtk_label_new ("Other words"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  for (gboolean dark = FALSE; dark <= TRUE; dark++)
    {
      guint n;
      use_theme (dark);
      await_drawing (window);
      g_autofree char *faint = find_faint_words (window, NULL, &n);
      g_assert_cmpuint (n, ==, 2);
      g_assert_true ((strstr (faint, "“Words”") != NULL) == row->found[dark]);
      g_assert_null (strstr (faint, "“Other words”"));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  panah_test_set_text_size (100);
}

/* Two values that WCAG's own examples give. */
static void
test_formula (void)
{
  GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 }, grey = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (contrast (black, white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (contrast (grey, white), 4.54, 0.01);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const places[] = { "start", "tasks", "ask:name", "ask:family", "check", "plan", "papers" };

  panah_test_init (&argc, &argv);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/ui/contrast/formula", test_formula);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/contrast/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_contrast);
    }
  for (guint i = 0; i < G_N_ELEMENTS (faint_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/contrast/finds/", faint_rows[i].name, NULL);
      g_test_add_data_func (path, &faint_rows[i], test_finds_faint);
    }
  for (guint i = 0; i < G_N_ELEMENTS (style_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/contrast/finds/words/", style_rows[i].name, NULL);
      g_test_add_data_func (path, &style_rows[i], test_finds_words);
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/contrast/words/", places[i], NULL);
      g_test_add_data_func (path, places[i], test_words_of_pages);
    }
  return g_test_run ();
}
