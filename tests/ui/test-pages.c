/* test-pages.c - every place can be built, left, and read in another language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "ui/language.h"
#include "ui/pages.h"

/* of the language, on each page */
#define N_SWITCHES 100

static PanahSession *
new_sample_session (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");

  panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
  return session;
}

static char *
print_answers (PanahSession *session)
{
  g_autoptr (JsonNode) root = panah_case_to_json (panah_session_get_case (session), panah_session_get_pack (session));

  json_object_remove_member (json_node_get_object (root), "language");
  return json_to_string (root, FALSE);
}

/* Nothing holds on to a page that is gone, nor through it to the answers. */
static void
test_finalize (void)
{
  PanahSession *session = new_sample_session ();
  g_auto (GStrv) places = panah_test_list_places (session);

  for (guint i = 0; places[i] != NULL; i++)
    {
      GtkWidget *page = g_object_ref_sink (panah_place_build (session, places[i]));
      g_assert_true (PANAH_IS_PAGE (page));
      g_assert_cmpstr (panah_page_get_heading (PANAH_PAGE (page)), !=, "");
      g_assert_finalize_object (page);
    }
  g_assert_finalize_object (session);
}

static void
test_window_finalizes (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, TRUE);

  g_assert_cmpstr (panah_window_get_place (window), ==, "start");
  panah_window_go (window, "plan");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

static GtkWidget *
find_input (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_input (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_last_input (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL; child = gtk_widget_get_prev_sibling (child))
    {
      GtkWidget *found = find_last_input (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static double
get_scroll (PanahWindow *window)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (panah_window_get_page (window)), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

static void
type (GtkWidget  *input,
      const char *text)
{
  if (GTK_IS_TEXT_VIEW (input))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (input), text);
}

static char *
get_typed (GtkWidget *input)
{
  if (!GTK_IS_TEXT_VIEW (input))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (input)));

  g_autofree char *text = NULL;
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), "text", &text, NULL);
  return g_steal_pointer (&text);
}

/* Where in the text that has the focus. */
static int
get_cursor (PanahWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  int cursor = -1;

  if (GTK_IS_EDITABLE (focus))
    cursor = gtk_editable_get_position (GTK_EDITABLE (focus));
  else if (GTK_IS_TEXT_VIEW (focus))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "cursor-position", &cursor, NULL);
  return cursor;
}

static void
set_cursor (PanahWindow *window,
            int          cursor)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (GTK_IS_EDITABLE (focus))
    {
      gtk_editable_set_position (GTK_EDITABLE (focus), cursor);
      return;
    }
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  GtkTextIter at;
  gtk_text_buffer_get_iter_at_offset (buffer, &at, cursor);
  gtk_text_buffer_place_cursor (buffer, &at);
}

static void
switch_often (PanahWindow  *window,
              PanahSession *session)
{
  guint n;
  const PanahLanguage *languages = panah_language_list (&n);

  for (guint i = 1; i <= N_SWITCHES; i++)
    {
      GtkWidget *before = GTK_WIDGET (panah_window_get_page (window));
      g_object_ref (before);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.set-language", "s", languages[i % n].code);
      while (GTK_WIDGET (panah_window_get_page (window)) == before)
        g_main_context_iteration (NULL, TRUE);
      g_object_unref (before);
    }
  g_assert_cmpstr (panah_session_get_language (session), ==, "en");
}

/* Not shown, because drawing every page that often takes minutes. */
static void
test_languages (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, FALSE);
  g_auto (GStrv) places = panah_test_list_places (session);
  g_autofree char *answers = print_answers (session);

  for (guint i = 0; places[i] != NULL; i++)
    {
      panah_window_go (window, places[i]);
      PanahPage *page = panah_window_get_page (window);
      g_autofree char *heading = g_strdup (panah_page_get_heading (page));
      GtkWidget *input = find_input (GTK_WIDGET (page));
      if (input != NULL)
        type (input, "31 half an ánswer");

      g_test_message ("%s", places[i]);
      switch_often (window, session);
      page = panah_window_get_page (window);
      g_assert_cmpstr (panah_page_get_heading (page), ==, heading);
      g_assert_cmpstr (panah_window_get_place (window), ==, places[i]);
      if (input != NULL)
        {
          g_autofree char *typed = get_typed (find_input (GTK_WIDGET (page)));
          g_assert_cmpstr (typed, ==, "31 half an ánswer");
          gtk_widget_activate_action (GTK_WIDGET (window), "win.skip", NULL);
        }
    }
  g_autofree char *answers_after = print_answers (session);
  g_assert_cmpstr (answers_after, ==, answers);
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* Who writes in the middle of a text at the end of a long page goes on there. */
static void
test_position (void)
{
  /* who writes in the language of the form has one text where others have two: what comes after them moves */
  static const struct
  {
    const char *place;
    GtkWidget  *(*find) (GtkWidget *);
  } rows[] = { { "ask:name", find_last_input }, { "ask:reasons-text", find_input }, { "ask:birth", find_input } };
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      panah_window_go (window, rows[i].place);
      panah_test_wait (50);
      GtkWidget *input = rows[i].find (GTK_WIDGET (panah_window_get_page (window)));
      type (input, "half an ánswer");
      gtk_widget_grab_focus (input);
      set_cursor (window, 7);
      panah_test_wait (50);
      double before = get_scroll (window);

      switch_often (window, session);
      panah_test_wait (50);
      g_test_message ("%s", rows[i].place);
      g_assert_cmpint (get_cursor (window), ==, 7);
      g_assert_cmpfloat_with_epsilon (get_scroll (window), before, 2);
      g_autofree char *typed = get_typed (rows[i].find (GTK_WIDGET (panah_window_get_page (window))));
      g_assert_cmpstr (typed, ==, "half an ánswer");
    }
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* The choice of languages is made from the window's own button, and closes. */
static void
test_choose (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, TRUE);

  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-language", NULL);
      panah_test_wait (50);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.set-second-language", "s", i == 0 ? "fa-AF" : "");
      panah_test_wait (50);
      g_assert_cmpstr (panah_session_get_second_language (session), ==, i == 0 ? "fa-AF" : NULL);
      g_assert_cmpstr (panah_session_get_companion (session), ==, i == 0 ? "fa-AF" : NULL);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.set-language", "s", "ky");
  panah_test_wait (50);
  g_assert_cmpstr (panah_session_get_companion (session), ==, "ru");
  g_assert_cmpint (gtk_widget_get_default_direction (), ==, GTK_TEXT_DIR_LTR);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.set-language", "s", "ug");
  panah_test_wait (50);
  g_assert_cmpint (gtk_widget_get_default_direction (), ==, GTK_TEXT_DIR_RTL);
  panah_language_use ("en");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* What GTK itself says follows, also in languages for which it has next to nothing. */
static void
test_gtk_words (void)
{
  guint n;
  const PanahLanguage *languages = panah_language_list (&n);

  for (guint i = 0; i < n; i++)
    {
      panah_language_use (languages[i].code);
      gboolean english = g_str_equal (languages[i].code, "en");
      g_test_message ("%s", languages[i].code);
      g_assert_true (g_str_equal (g_dgettext ("gtk40", "Select _All"), "Select _All") == english);
    }
  panah_language_use ("en");
}

/* The window speaks Russian, not English with Russian names. */
static void
test_translated (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, TRUE);
  g_auto (GStrv) places = panah_test_list_places (session);

  panah_language_use ("ru");
  panah_session_set_language (session, "ru");
  for (guint i = 0; places[i] != NULL; i++)
    {
      panah_window_go (window, places[i]);
      const char *heading = panah_page_get_heading (panah_window_get_page (window));
      g_assert_cmpint (g_unichar_get_script (g_utf8_get_char (heading)), ==, G_UNICODE_SCRIPT_CYRILLIC);
    }
  panah_language_use ("en");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* A change that began at the answers ends there; who wanders off is not called back. */
static void
test_change (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, TRUE);

  panah_window_go (window, "check");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.change", "s", "ask:birth");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);
  g_assert_cmpstr (panah_window_get_place (window), ==, "check");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.change", "s", "ask:family");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "entry:family:2");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);
  g_assert_cmpstr (panah_window_get_place (window), ==, "ask:family");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);
  g_assert_cmpstr (panah_window_get_place (window), ==, "check");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.change", "s", "ask:birth");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "ask:name");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);
  g_assert_cmpstr (panah_window_get_place (window), !=, "check");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* What cannot be an answer is said, and the page stays. */
static void
test_mistake (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");
  PanahWindow *window = panah_test_open_window (session, TRUE);

  panah_window_go (window, "ask:birth");
  type (find_input (GTK_WIDGET (panah_window_get_page (window))), "31");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);
  g_assert_cmpstr (panah_window_get_place (window), ==, "ask:birth");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_has_css_class (focus, "error-summary"));
  panah_window_go (window, "tasks");
  panah_window_go (window, "ask:birth");
  g_autofree char *typed = get_typed (find_input (GTK_WIDGET (panah_window_get_page (window))));
  g_assert_cmpstr (typed, ==, "31");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* A day of which only a part is given is no day to count from. */
static void
test_today (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");
  PanahWindow *window = panah_test_open_window (session, TRUE);
  gint64 now = panah_session_get_now (session);

  panah_window_go (window, "today");
  type (find_input (GTK_WIDGET (panah_window_get_page (window))), "");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);
  g_assert_cmpstr (panah_window_get_place (window), ==, "today");
  g_assert_true (gtk_widget_has_css_class (gtk_window_get_focus (GTK_WINDOW (window)), "error-summary"));
  g_assert_cmpint (panah_session_get_now (session), ==, now);

  type (find_input (GTK_WIDGET (panah_window_get_page (window))), "26");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);
  g_assert_cmpstr (panah_window_get_place (window), ==, "journey");
  g_assert_cmpint (panah_session_get_now (session), ==, now + 2 * 24 * 60);
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_add_func ("/ui/pages/finalize", test_finalize);
  g_test_add_func ("/ui/pages/window-finalizes", test_window_finalizes);
  g_test_add_func ("/ui/pages/languages", test_languages);
  g_test_add_func ("/ui/pages/position", test_position);
  g_test_add_func ("/ui/pages/choose", test_choose);
  g_test_add_func ("/ui/pages/gtk-words", test_gtk_words);
  g_test_add_func ("/ui/pages/translated", test_translated);
  g_test_add_func ("/ui/pages/change", test_change);
  g_test_add_func ("/ui/pages/mistake", test_mistake);
  g_test_add_func ("/ui/pages/today", test_today);
  return g_test_run ();
}
