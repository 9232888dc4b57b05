/* test-contrast.c - what is read stands out from what it stands on, whatever the theme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Contrast as WCAG 2.2 counts it (1.4.3 and 1.4.11): words 4.5, the shapes of what is used 3. The colours are the theme's;
 * how much of them is left is read from our style. */

#include "ui-support.h"

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

static void
check (GtkWidget *window,
       const Row *row)
{
  GdkRGBA ground = find_colour (window, row->ground);

  if (row->tint != NULL)
    ground = lay (find_colour (window, row->tint), row->tint_share != NULL ? read_share (row->tint_share) : BUTTON_TINT, ground);
  GdkRGBA colour = lay (find_colour (window, row->colour), row->share != NULL ? read_share (row->share) : 1, ground);
  g_test_message ("%s: %.2f, at least %.1f", row->name, contrast (colour, ground), row->least);
  g_assert_cmpfloat (contrast (colour, ground), >=, row->least);
}

static void
test_contrast (gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  PanahSession *session = panah_test_session_new ("2026-11-24");
  PanahWindow *window = panah_test_open_window (session, FALSE);

  for (gboolean dark = FALSE; dark <= TRUE; dark++)
    {
      adw_style_manager_set_color_scheme (manager, dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      g_assert_true (adw_style_manager_get_dark (manager) == dark);
      g_assert_true (adw_style_manager_get_high_contrast (manager) == (g_strcmp0 (g_getenv ("ADW_DEBUG_HIGH_CONTRAST"), "1") == 0));
      check (GTK_WIDGET (window), data);
    }
  panah_test_close_window (window);
  g_assert_finalize_object (session);
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
  panah_test_init (&argc, &argv);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/ui/contrast/formula", test_formula);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/contrast/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_contrast);
    }
  return g_test_run ();
}
