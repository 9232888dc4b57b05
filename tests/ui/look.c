/* look.c - shows places of the window one after another and takes a picture of each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* usage: look CASE|- FOLDER WIDTH HEIGHT [PLACE…]
 *
 * A tool for people who change the looks, under tests/ui/with-display.sh. In the environment: LOOK_LANGUAGE, LOOK_SECOND
 * (another language beside it), LOOK_MARKS (what is open, "open:about"), LOOK_DPI (in percent), LOOK_MIRRORED,
 * LOOK_COVERED, LOOK_OPENED (all reasons), LOOK_KEYBOARD (whose letters it has, fa-AF for instance), LOOK_LINES (of a
 * passport, as typed), ADW_DEBUG_COLOR_SCHEME. Not a test: whether a page is calm is for eyes to say. */

#include "ui/application.h"
#include "ui/keyboard-input.h"
#include "ui/lines.h"
#include "ui-support.h"

#include <stdlib.h>

static void
take_picture (const char *folder,
              const char *place)
{
  g_autofree char *name = g_strdelimit (g_strdup (place), ":", '-');
  g_autofree char *file = g_strdup_printf ("%s/%s.png", folder, name);
  const char *arguments[] = { "import", "-window", "root", file, NULL };
  g_autoptr (GError) error = NULL;

  panah_test_wait (500);
  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
open_keyboard (PanahWindow *window)
{
  GtkWidget *page = GTK_WIDGET (panah_window_get_page (window));
  GtkWidget *text = panah_test_find_widget (page, GTK_TYPE_TEXT), *view = panah_test_find_widget (page, GTK_TYPE_TEXT_VIEW);
  GtkWidget *button = panah_test_find_widget (GTK_WIDGET (window), GTK_TYPE_TOGGLE_BUTTON);

  GtkWidget *input = view != NULL ? view : text;

  if (input != NULL)
    {
      panah_keyboard_set_wanted (input, g_getenv ("LOOK_KEYBOARD"));
      gtk_widget_grab_focus (input);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
open_all (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    open_all (child);
}

static void
look_at (PanahSession *session,
         char        **arguments)
{
  g_autoptr (PanahApplication) application = panah_application_new ();
  g_auto (GStrv) places = arguments[4] != NULL ? g_strdupv (arguments + 4) : panah_test_list_places (session);
  const char *dpi = g_getenv ("LOOK_DPI");
  g_autoptr (GError) error = NULL;

  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  if (dpi != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * atoi (dpi) / 100, NULL);
  PanahWindow *window = panah_window_new (GTK_APPLICATION (application), session, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), atoi (arguments[2]), atoi (arguments[3]));
  gtk_window_present (GTK_WINDOW (window));
  if (g_getenv ("LOOK_MIRRORED") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  for (guint i = 0; places[i] != NULL; i++)
    {
      if (g_getenv ("LOOK_LINES") != NULL && g_str_has_prefix (places[i], "lines"))
        panah_lines_set_text (panah_lines_get (session, NULL, 0), g_getenv ("LOOK_LINES"));
      gint64 start = g_get_monotonic_time ();
      panah_window_go (window, places[i]);
      gint64 built = g_get_monotonic_time ();
      if (g_getenv ("LOOK_OPENED") != NULL)
        open_all (GTK_WIDGET (window));
      panah_test_wait (1);
      g_print ("%s: built in %d ms, drawn in %d ms\n", places[i], (int) (built - start) / 1000,
               (int) (g_get_monotonic_time () - built) / 1000);
      if (g_str_equal (places[i], "papers"))
        panah_test_wait (3000);
      if (g_getenv ("LOOK_KEYBOARD") != NULL)
        open_keyboard (window);
      take_picture (arguments[1], places[i]);
      if (g_getenv ("LOOK_COVERED") != NULL)
        {
          gtk_widget_activate_action (GTK_WIDGET (window), "win.cover", NULL);
          take_picture (arguments[1], "covered");
          gtk_widget_activate_action (GTK_WIDGET (window), "win.uncover", NULL);
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
mark_all (PanahSession *session,
          const char   *list)
{
  g_auto (GStrv) marks = g_strsplit (list, " ", -1);

  for (guint i = 0; marks[i] != NULL; i++)
    panah_session_set_mark (session, marks[i], TRUE);
}

int
main (int   argc,
      char *argv[])
{
  if (argc < 5)
    return 2;
  panah_test_init (&argc, &argv);

  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  if (!g_str_equal (argv[1], "-"))
    panah_test_load_answers (session, argv[1]);
  if (g_getenv ("LOOK_LANGUAGE") != NULL)
    panah_session_set_language (session, g_getenv ("LOOK_LANGUAGE"));
  if (g_getenv ("LOOK_SECOND") != NULL)
    panah_session_set_second_language (session, g_getenv ("LOOK_SECOND"));
  if (g_getenv ("LOOK_MARKS") != NULL)
    mark_all (session, g_getenv ("LOOK_MARKS"));
  look_at (session, argv + 1);
  return 0;
}
