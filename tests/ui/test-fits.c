/* test-fits.c - every page has room in a small window, in every language, with text twice as large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "ui/language.h"

#include <libintl.h>
#include <string.h>

#define WIDTH  800
#define HEIGHT 600
#define TARGET 44

/* Pages that differ most in how they are laid out. */
static const char *const some_places[] = {
  "start", "journey", "tasks", "ask:name", "ask:birth", "ask:identity-papers", "ask:reasons-text", "entry:family:0", "answers", "check",
  "plan", "papers", "save",
};

typedef struct
{
  const char *place;
  int         percent;
  guint       n_seen;
  guint       n_wrong;
} Look;

typedef struct
{
  const char *language;
  int         percent;
  gboolean    all_places;
  const char *second; /* (nullable): language beside it */
} Row;

static const Row rows[] = {
  { "en", 100, TRUE },     { "en-XA", 200, TRUE }, { "kk", 200, TRUE },     { "ru", 200, TRUE },     { "ug", 200, TRUE },
  { "ar", 200, FALSE },    { "fa-AF", 200, FALSE }, { "uz", 200, FALSE },   { "uz-Cyrl", 200, FALSE }, { "ky", 200, FALSE },
  { "zh-CN", 200, FALSE }, { "en", 200, FALSE },   { "en-XA", 100, FALSE }, { "kk", 100, FALSE },    { "ug", 100, FALSE },
  { "fa-AF", 200, FALSE, "ru" }, { "ru", 100, FALSE, "ug" },
};

static void G_GNUC_PRINTF (3, 4)
complain (Look       *look,
          GtkWidget  *widget,
          const char *format,
          ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *name = panah_test_get_spoken (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_test_message ("%s: %s “%s” %s", look->place, G_OBJECT_TYPE_NAME (widget), name != NULL ? name : "", what);
  look->n_wrong++;
}

/* A word that begins a line has to be one: Pango breaks a word only where the line has no room for it. */
static void
check_words (Look     *look,
             GtkLabel *label)
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
check_target (Look      *look,
              GtkWidget *widget)
{
  int width, height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  if (width < TARGET || height < TARGET)
    complain (look, widget, "is %d × %d", width, height);
}

static void
look_cb (GtkWidget *widget,
         gpointer   data)
{
  Look *look = data;

  if (GTK_IS_LABEL (widget))
    check_words (look, GTK_LABEL (widget));
  if (look->percent == 100 && is_pressed (widget) && !is_of_the_desktop (widget))
    check_target (look, widget);
  look->n_seen++;
}

static void
check_place (Look        *look,
             PanahWindow *window)
{
  int width, height;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  if (width > WIDTH)
    complain (look, GTK_WIDGET (window), "is %d wide", width);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, MAX (width, WIDTH), &height, NULL, NULL, NULL);
  if (height > HEIGHT)
    complain (look, GTK_WIDGET (window), "is %d high", height);
  gtk_widget_allocate (GTK_WIDGET (window), MAX (width, WIDTH), MAX (height, HEIGHT), -1, NULL);
  panah_test_visit (GTK_WIDGET (window), look_cb, look);
}

static void
check_places (Look               *look,
              PanahWindow        *window,
              const char *const  *places,
              guint               n)
{
  for (guint i = 0; i < n; i++)
    {
      look->place = places[i];
      panah_window_go (window, places[i]);
      check_place (look, window);
    }
}

/* The keyboard of the window, and its cover. */
static void
check_chrome (Look        *look,
              PanahWindow *window)
{
  GtkToggleButton *keyboard = GTK_TOGGLE_BUTTON (panah_test_find_widget (GTK_WIDGET (window), GTK_TYPE_TOGGLE_BUTTON));

  panah_window_go (window, "ask:name");
  look->place = "keyboard";
  gtk_toggle_button_set_active (keyboard, TRUE);
  check_place (look, window);
  gtk_toggle_button_set_active (keyboard, FALSE);
  look->place = "covered";
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cover", NULL);
  check_place (look, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.uncover", NULL);
}

static void
test_fits (gconstpointer data)
{
  const Row *row = data;
  PanahSession *session = panah_test_session_new ("2026-11-24");
  g_auto (GStrv) all = NULL;
  Look look = { .percent = row->percent };

  panah_test_answer (session);
  panah_test_set_text_size (row->percent);
  bindtextdomain ("panah", g_getenv (strcmp (row->language, "en-XA") == 0 ? "PANAH_TEST_PSEUDO" : "PANAH_LOCALE_DIR"));
  panah_session_set_language (session, row->language);
  panah_session_set_second_language (session, row->second);
  panah_language_use (row->language);
  PanahWindow *window = panah_test_open_window (session, FALSE);
  g_assert_cmpfloat (pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (window))), ==,
                     96.0 * row->percent / 100);
  all = panah_test_list_places (session);
  check_places (&look, window, row->all_places ? (const char *const *) all : some_places,
                row->all_places ? g_strv_length (all) : G_N_ELEMENTS (some_places));
  check_chrome (&look, window);
  panah_test_close_window (window);
  panah_language_use ("en");
  panah_test_set_text_size (100);
  g_assert_cmpuint (look.n_seen, >, 100);
  g_assert_cmpuint (look.n_wrong, ==, 0);
  g_assert_finalize_object (session);
}

/* On a very large screen what one reads is no wider than on a small one. */
static void
test_large_screen (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");

  panah_test_answer (session);
  PanahWindow *window = panah_test_open_window (session, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (some_places); i++)
    {
      panah_window_go (window, some_places[i]);
      PanahPage *page = panah_window_get_page (window);
      gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (GTK_WIDGET (window), 3840, 2160, -1, NULL);
      g_test_message ("%s", some_places[i]);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), >, 600);
      if (!panah_page_is_wide (page))
        g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, 720);
    }
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* GTK 4.8 measures a label in two ways, which may differ for Chinese and Arabic; and says so, which ends a test. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         data)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE") && (strstr (fields[i].value, "Expect overlapping widgets") != NULL ||
                                                     strstr (fields[i].value, "natural size must be >= min size") != NULL))
        return G_LOG_WRITER_HANDLED;
    }
  return g_log_writer_default (level, fields, n_fields, data);
}

int
main (int   argc,
      char *argv[])
{
  g_log_set_writer_func (write_log, NULL, NULL);
  panah_test_init (&argc, &argv);
  g_test_set_nonfatal_assertions (); /* all that is wrong, not the first of it */
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *languages = g_strjoin ("+", rows[i].language, rows[i].second, NULL);
      g_autofree char *path = g_strdup_printf ("/ui/fits/%s/%d", languages, rows[i].percent);
      g_test_add_data_func (path, &rows[i], test_fits);
    }
  g_test_add_func ("/ui/fits/large-screen", test_large_screen);
  return g_test_run ();
}
