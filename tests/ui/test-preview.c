/* test-preview.c - a paper is leafed through, page by page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "ui/language.h"
#include "ui/preview.h"
#include "ui/sheet-view.h"

#include <string.h>

#define LONG_STORY 17500 /* sentences: more than two hundred pages of an annex */
#define STORY      480

typedef struct
{
  const char *name;
  const char *actions; /* of the preview, one after the other */
  const char *page;    /* what it says then */
  const char *zoom;    /* (nullable) */
} Row;

/* The paper has seven pages, of which less than one can be seen at a time; the window is 900 wide. */
static const Row rows[] = {
  { "at-the-beginning", "", "Page 1 of 7", "106 %" },
  { "next-page", "next-page", "Page 2 of 7", NULL },
  { "next-page-twice", "next-page next-page", "Page 3 of 7", NULL },
  { "and-back", "next-page next-page previous-page", "Page 2 of 7", NULL },
  { "nothing-before-the-first", "previous-page", "Page 1 of 7", NULL },
  { "last-page", "last-page", "Page 7 of 7", NULL },
  { "nothing-after-the-last", "last-page next-page down down", "Page 7 of 7", NULL },
  { "first-page", "last-page first-page", "Page 1 of 7", NULL },
  { "down-shows-the-rest-of-the-page", "down", "Page 1 of 7", NULL },
  { "down-then-the-next-page", "down down down down", "Page 2 of 7", NULL },
  { "up-to-the-top-first", "next-page down up", "Page 2 of 7", NULL },
  { "up-to-the-end-of-the-page-before", "next-page up", "Page 1 of 7", NULL },
  { "larger-goes-to-the-next-round-number", "larger", "Page 1 of 7", "125 %" },
  { "smaller-too", "smaller", "Page 1 of 7", "100 %" },
  { "not-larger-than-300", "larger larger larger larger larger larger larger larger", "Page 1 of 7", "300 %" },
  { "not-smaller-than-50", "smaller smaller smaller smaller smaller", "Page 1 of 7", "50 %" },
  { "fit-width", "larger larger fit-width", "Page 1 of 7", "106 %" },
  { "the-page-stays-when-the-size-changes", "next-page next-page larger larger", "Page 3 of 7", "150 %" },
  { "also-when-it-becomes-small", "last-page smaller smaller smaller", "Page 7 of 7", "50 %" },
};

static PanahSession *
new_session (guint n_sentences)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");
  g_autoptr (GString) story = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_sentences; i++)
    g_string_append_printf (story, "Это предложение номер %u моей долгой истории. ", i);
  g_autoptr (JsonNode) said = json_node_init_string (json_node_alloc (), story->str);
  PanahValue *value = panah_value_new_from_json (
    panah_pack_find_fact (panah_session_get_pack (session), "reasons.text"), "reasons.text", said, NULL, &error);
  g_assert_no_error (error);
  panah_session_set_answer (session, "reasons.text", value);
  panah_session_set_journey (session, "apply");
  return session;
}

/* Every widget of a type, in the order of the page. */
static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (PanahWindow *window,
          GType        type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (panah_window_get_page (window)), type, found);
  return found;
}

static GtkWidget *
wait_for (PanahWindow *window,
          GType        type)
{
  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (GPtrArray) found = find_all (window, type);
      if (found->len > 0)
        return found->pdata[0];
      panah_test_wait (50);
    }
  g_assert_not_reached ();
}

static GtkWidget *
open_preview (PanahWindow *window,
              const char  *place)
{
  panah_window_go (window, place);
  GtkWidget *preview = wait_for (window, PANAH_TYPE_PREVIEW);
  panah_test_wait (200);
  return preview;
}

static gboolean
says (PanahWindow *window,
      const char  *text)
{
  g_autoptr (GPtrArray) labels = find_all (window, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      if (strcmp (gtk_label_get_text (labels->pdata[i]), text) == 0 && gtk_widget_get_mapped (labels->pdata[i]))
        return TRUE;
    }
  return FALSE;
}

static void
assert_says (PanahWindow *window,
             const char  *text)
{
  for (guint i = 0; i < 100 && !says (window, text); i++)
    panah_test_wait (50);
  if (says (window, text))
    return;

  g_autoptr (GPtrArray) labels = find_all (window, GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    g_test_message ("it says “%s”", gtk_label_get_text (labels->pdata[i]));
  g_error ("it does not say “%s”", text);
}

static void
act (GtkWidget  *preview,
     const char *actions)
{
  g_auto (GStrv) names = g_strsplit (actions, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *action = g_strconcat ("preview.", names[i], NULL);
      if (*names[i] != '\0')
        g_assert_true (gtk_widget_activate_action (preview, action, NULL));
      panah_test_wait (60);
    }
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  PanahSession *session = new_session (STORY);
  PanahWindow *window = panah_test_open_window (session, TRUE);
  GtkWidget *preview = open_preview (window, "preview:annex");

  act (preview, row->actions);
  assert_says (window, row->page);
  if (row->zoom != NULL)
    assert_says (window, row->zoom);
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

static guint
count_drawn (PanahWindow *window)
{
  g_autoptr (GPtrArray) sheets = find_all (window, PANAH_TYPE_SHEET_VIEW);
  guint n = 0;

  for (guint i = 0; i < sheets->len; i++)
    n += panah_sheet_view_is_drawn (sheets->pdata[i]) ? 1 : 0;
  return n;
}

static void
test_long (void)
{
  PanahSession *session = new_session (LONG_STORY);
  PanahWindow *window = panah_test_open_window (session, TRUE);
  GtkWidget *preview = open_preview (window, "preview:annex");
  g_autoptr (GPtrArray) sheets = find_all (window, PANAH_TYPE_SHEET_VIEW);

  g_test_message ("%u pages", sheets->len);
  g_assert_cmpuint (sheets->len, >, 200);
  g_assert_cmpuint (count_drawn (window), >=, 1);
  g_assert_cmpuint (count_drawn (window), <=, 3);
  act (preview, "last-page");
  g_assert_true (panah_sheet_view_is_drawn (sheets->pdata[sheets->len - 1]));
  g_assert_false (panah_sheet_view_is_drawn (sheets->pdata[0]));
  g_assert_cmpuint (count_drawn (window), <=, 3);
  act (preview, "smaller smaller smaller");
  g_assert_cmpuint (count_drawn (window), <=, 5);
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

static void
test_names (void)
{
  PanahSession *session = new_session (STORY);
  PanahWindow *window = panah_test_open_window (session, TRUE);
  GtkWidget *preview = open_preview (window, "preview:annex");
  g_autoptr (GPtrArray) sheets = find_all (window, PANAH_TYPE_SHEET_VIEW);

  g_assert_cmpuint (sheets->len, ==, 7);
  act (preview, "next-page");
  for (guint i = 0; i < sheets->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("Page %u of 7 of: Annex", i + 1);
      gtk_test_accessible_assert_property (sheets->pdata[i], GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      g_assert_true (gtk_widget_get_focusable (sheets->pdata[i]) == (i == 1));
    }
  /* who reads on the paper itself goes on to the page that comes */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == sheets->pdata[1]);
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* Keys are for where the person is: on a button, they stay there. */
static void
test_focus_stays (void)
{
  PanahSession *session = new_session (STORY);
  PanahWindow *window = panah_test_open_window (session, TRUE);
  GtkWidget *preview = open_preview (window, "preview:annex");
  g_autoptr (GPtrArray) buttons = find_all (window, GTK_TYPE_BUTTON);

  gtk_widget_grab_focus (buttons->pdata[0]);
  act (preview, "next-page");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == buttons->pdata[0]);
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

static void
test_mirrored (void)
{
  PanahSession *session = new_session (STORY);
  PanahWindow *window = panah_test_open_window (session, TRUE);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  GtkWidget *preview = open_preview (window, "preview:annex");
  g_autoptr (GPtrArray) buttons = find_all (window, GTK_TYPE_BUTTON);
  double first, second;

  gtk_widget_translate_coordinates (buttons->pdata[0], GTK_WIDGET (window), 0, 0, &first, NULL);
  gtk_widget_translate_coordinates (buttons->pdata[1], GTK_WIDGET (window), 0, 0, &second, NULL);
  g_assert_cmpfloat (first, >, second);
  act (preview, "larger larger larger next-page");
  assert_says (window, "Page 2 of 7");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* Nothing goes out of the window at its smallest and the text at its largest. */
static void
test_large_text (void)
{
  PanahSession *session = new_session (STORY);
  GtkSettings *settings = gtk_settings_get_default ();

  panah_language_use ("ru");
  panah_session_set_language (session, "ru");
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  PanahWindow *window = panah_test_open_window (session, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_present (GTK_WINDOW (window));
  static const char *const places[] = { "papers", "preview:annex" };
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      panah_window_go (window, places[i]);
      wait_for (window, PANAH_TYPE_SHEET_VIEW);
      panah_test_wait (200);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 800);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), <=, 600);
    }
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  panah_language_use ("en");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

static void
test_gone (void)
{
  PanahSession *session = new_session (0);
  PanahWindow *window = panah_test_open_window (session, TRUE);

  panah_window_go (window, "preview:annex.9");
  assert_says (window, "This paper is no longer among yours. Go back to see which there are.");
  panah_window_go (window, "preview:there-is-no-such-document");
  g_assert_cmpstr (panah_page_get_heading (panah_window_get_page (window)), ==, "What there is to do");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* From the list of papers to one of them, and back. */
static void
test_there_and_back (void)
{
  PanahSession *session = new_session (STORY);
  PanahWindow *window = panah_test_open_window (session, TRUE);

  panah_window_go (window, "papers");
  wait_for (window, PANAH_TYPE_SHEET_VIEW);
  g_autoptr (GPtrArray) sheets = find_all (window, PANAH_TYPE_SHEET_VIEW);
  g_autoptr (GPtrArray) buttons = find_all (window, GTK_TYPE_BUTTON);
  g_autoptr (GPtrArray) looks = g_ptr_array_new ();
  for (guint i = 0; i < buttons->len; i++)
    {
      if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), "Look at it") == 0)
        g_ptr_array_add (looks, buttons->pdata[i]);
    }
  g_assert_cmpuint (looks->len, ==, sheets->len);
  g_signal_emit_by_name (looks->pdata[0], "clicked");
  g_assert_cmpstr (panah_window_get_place (window), ==, "preview:application");
  wait_for (window, PANAH_TYPE_PREVIEW);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpstr (panah_window_get_place (window), ==, "papers");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/preview/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/ui/preview/draws-what-is-visible", test_long);
  g_test_add_func ("/ui/preview/names", test_names);
  g_test_add_func ("/ui/preview/focus-stays", test_focus_stays);
  g_test_add_func ("/ui/preview/mirrored", test_mirrored);
  g_test_add_func ("/ui/preview/large-text", test_large_text);
  g_test_add_func ("/ui/preview/gone", test_gone);
  g_test_add_func ("/ui/preview/there-and-back", test_there_and_back);
  return g_test_run ();
}
