/* test-presence.c - what is covered is covered, and comes back as it was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "clock.h"
#include "ui/pages.h"
#include "ui/window-private.h"

#include <string.h>

#define MINUTE 60000

static PanahSession *
new_sample_session (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");

  panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
  return session;
}

/* Everything that a widget shows in words, hidden parts left out as a screen reader leaves them out. */
static void
collect_words (GtkWidget *widget,
               GString   *words)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    g_string_append (words, "input|");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

static char *
get_words (PanahWindow *window)
{
  GString *words = g_string_new (NULL);

  collect_words (gtk_widget_get_first_child (GTK_WIDGET (window)), words);
  return g_string_free (words, FALSE);
}

static void
run_action (PanahWindow *window,
            const char  *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), name, NULL));
}

/* On every page: two buttons, a word, and nothing of the page. */
static void
test_every_page (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, FALSE);
  g_auto (GStrv) places = panah_test_list_places (session);

  for (guint i = 0; places[i] != NULL; i++)
    {
      g_test_message ("%s", places[i]);
      panah_window_go (window, places[i]);
      g_autofree char *before = get_words (window);
      g_assert_nonnull (strstr (before, "Cover|F9|"));
      g_assert_nonnull (strstr (before, "Leave|Esc Esc Esc|"));
      run_action (window, "win.cover");
      g_autofree char *covered = get_words (window);
      g_assert_cmpstr (covered, ==, "Leave|Esc Esc Esc|Documents|Continue||");
      g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Documents");
      run_action (window, "win.uncover");
      g_autofree char *after = get_words (window);
      g_assert_cmpstr (after, ==, before);
    }
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Who goes on typing writes where they were, and over nothing. */
static void
test_focus (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");
  PanahWindow *window = panah_test_open_window (session, TRUE);

  panah_window_go (window, "ask:birth");
  GtkWidget *text = find (GTK_WIDGET (panah_window_get_page (window)), GTK_TYPE_TEXT);
  gtk_widget_grab_focus (text);
  gtk_editable_set_text (GTK_EDITABLE (text), "12");
  gtk_editable_set_position (GTK_EDITABLE (text), 1);
  run_action (window, "win.cover");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (window->uncover));
  run_action (window, "win.cover");
  g_assert_true (panah_presence_is_covered (window->presence));
  run_action (window, "win.uncover");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == text);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (text), NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (text)), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "12");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* What ends while it is covered, a file that opens for instance, leads to a page of questions, and does not uncover it. */
static void
test_goes_on_covered (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, FALSE);

  run_action (window, "win.cover");
  panah_window_go (window, "ask:name");
  g_autofree char *words = get_words (window);
  g_assert_cmpstr (words, ==, "Leave|Esc Esc Esc|Documents|Continue||");
  run_action (window, "win.uncover");
  g_autofree char *after = get_words (window);
  g_assert_nonnull (strstr (after, "What is your name?"));

  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* The page on which one was can go while it is covered: a language set from outside builds it anew. */
static void
test_focus_gone (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");
  PanahWindow *window = panah_test_open_window (session, TRUE);

  panah_window_go (window, "ask:birth");
  gtk_widget_grab_focus (find (GTK_WIDGET (panah_window_get_page (window)), GTK_TYPE_TEXT));
  run_action (window, "win.cover");
  panah_window_go (window, "tasks");
  g_autofree char *words = get_words (window);
  g_assert_cmpstr (words, ==, "Leave|Esc Esc Esc|Documents|Continue||");
  run_action (window, "win.uncover");
  g_assert_cmpstr (panah_window_get_place (window), ==, "tasks");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

static GtkWidget *
open_dialog (PanahWindow *window)
{
  GtkWidget *dialog = gtk_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_set_child (GTK_WINDOW (dialog), gtk_label_new ("a name"));
  gtk_window_present (GTK_WINDOW (dialog));
  panah_test_wait (50);
  return dialog;
}

static void
test_dialogs (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");
  PanahWindow *window = panah_test_open_window (session, TRUE);
  GtkWidget *first = open_dialog (window), *late;

  run_action (window, "win.cover");
  g_assert_false (gtk_widget_get_visible (first));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  late = open_dialog (window);
  g_assert_false (gtk_widget_get_visible (late));
  run_action (window, "win.uncover");
  g_assert_true (gtk_widget_get_visible (first));
  g_assert_true (gtk_widget_get_visible (late));

  /* one that goes while it is covered does not come back */
  run_action (window, "win.cover");
  gtk_window_destroy (GTK_WINDOW (first));
  run_action (window, "win.uncover");
  g_assert_true (gtk_widget_get_visible (late));
  gtk_window_destroy (GTK_WINDOW (late));
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

static void
test_menus (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");
  PanahWindow *window = panah_test_open_window (session, TRUE);

  panah_window_go (window, "ask:birth");
  GtkWidget *text = find (GTK_WIDGET (panah_window_get_page (window)), GTK_TYPE_TEXT);
  gtk_widget_grab_focus (text);
  gtk_widget_activate_action (text, "menu.popup", NULL);
  panah_test_wait (100);
  GtkWidget *menu = find (text, GTK_TYPE_POPOVER);
  g_assert_nonnull (menu);
  g_assert_true (gtk_widget_get_mapped (menu));
  run_action (window, "win.cover");
  panah_test_wait (50);
  g_assert_false (gtk_widget_get_mapped (menu));
  run_action (window, "win.uncover");
  panah_test_wait (50);
  g_assert_false (gtk_widget_get_mapped (menu));
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* Returns: now, as the last moment at which somebody was there */
static gint64
begin_idle (PanahWindow *window)
{
  panah_presence_set_covered (window->presence, TRUE);
  panah_presence_set_covered (window->presence, FALSE);
  return panah_clock_since_start ();
}

static void
test_idle (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, TRUE);
  gint64 seen = begin_idle (window);

  panah_window_go (window, "check");
  panah_presence_look (window->presence, seen + 3 * MINUTE - 1000);
  g_assert_false (panah_presence_is_covered (window->presence));
  panah_presence_look (window->presence, seen + 3 * MINUTE + 1000);
  g_assert_true (panah_presence_is_covered (window->presence));
  g_assert_cmpstr (gtk_label_get_text (window->countdown), ==, "");

  /* answers are in no file: the last minute is seen, and spoken once */
  panah_presence_look (window->presence, seen + 10 * MINUTE + 1000);
  g_assert_cmpstr (gtk_label_get_text (window->countdown), ==, "This window closes in 60 seconds. Press any key to keep it open.");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == window->countdown_box);
  panah_presence_look (window->presence, seen + 10 * MINUTE + 2000);
  g_assert_cmpstr (gtk_label_get_text (window->countdown), ==, "This window closes in 59 seconds. Press any key to keep it open.");
  run_action (window, "win.uncover");
  g_assert_cmpstr (gtk_label_get_text (window->countdown), ==, "");
  panah_presence_look (window->presence, begin_idle (window));
  g_assert_false (panah_presence_is_covered (window->presence));
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* The page waits for its dialog; Leave and Cover do not. */
static void
test_hold (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");
  PanahWindow *window = panah_test_open_window (session, TRUE);

  panah_window_go (window, "tasks");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.hold", "b", TRUE);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (panah_window_get_page (window))));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (window->back)));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (window->leave)));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (window->cover)));
  run_action (window, "win.back");
  g_assert_cmpstr (panah_window_get_place (window), ==, "tasks");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.hold", "b", FALSE);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (panah_window_get_page (window))));
  run_action (window, "win.back");
  g_assert_cmpstr (panah_window_get_place (window), ==, "start");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* What Cover and Leave are is said before the first question, and once. */
static void
test_taught (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");
  PanahWindow *window = panah_test_open_window (session, FALSE);

  panah_window_go (window, "journey");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.set-journey", "s", "apply");
  g_assert_cmpstr (panah_window_get_place (window), ==, PANAH_SAFETY);
  panah_window_go (window, "tasks");
  panah_window_go (window, "journey");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.set-journey", "s", "complain");
  g_assert_cmpstr (panah_window_get_place (window), ==, "tasks");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* Settings that cannot be used are not used silently. */
static void
test_office_notice (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  PanahOffice office = { 3, 10, FALSE, (char *) "/etc/an-office.json" };
  PanahWindow *window = panah_window_new (NULL, session, &office);

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->office_notice)));
  g_assert_nonnull (strstr (gtk_label_get_text (window->office_notice), "/etc/an-office.json"));
  panah_window_go (window, "tasks");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->office_notice)));
  panah_test_close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_add_func ("/ui/presence/every-page", test_every_page);
  g_test_add_func ("/ui/presence/focus", test_focus);
  g_test_add_func ("/ui/presence/goes-on-covered", test_goes_on_covered);
  g_test_add_func ("/ui/presence/focus-gone", test_focus_gone);
  g_test_add_func ("/ui/presence/dialogs", test_dialogs);
  g_test_add_func ("/ui/presence/menus", test_menus);
  g_test_add_func ("/ui/presence/idle", test_idle);
  g_test_add_func ("/ui/presence/hold", test_hold);
  g_test_add_func ("/ui/presence/taught", test_taught);
  g_test_add_func ("/ui/presence/office-notice", test_office_notice);
  return g_test_run ();
}
