/* test-moved.c - dates that newer rules have moved are said until somebody has read it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "keeper-support.h"

#include "core/json-scan.h"
#include "ui/language.h"
#include "ui/list.h"
#include "ui/session-json.h"

#include <string.h>

#define READ "I have read this"

/* The first widget below @widget that is a label or a button with these words. */
static GtkWidget *
find (GtkWidget  *widget,
      const char *words)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;

  if (text != NULL && strstr (text, words) != NULL && gtk_widget_get_child_visible (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_visible (child) ? find (child, words) : NULL;
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The rules that the case remembers become others, which knew another day and one window more. */
static void
age (JsonObject *object)
{
  JsonObject *last_plan = json_object_get_object_member (object, "last_plan");
  JsonObject *seen = json_object_get_object_member (last_plan, "deadlines");
  JsonObject *window = json_object_get_object_member (seen, "file_illegal_entry"), *gone = json_object_new ();

  json_object_set_string_member (last_plan, "hash", "of older rules");
  json_object_set_string_member (last_plan, "edition", "2025-01-01");
  if (window != NULL)
    json_object_set_string_member (window, "last", "2026-11-23T04:30");
  json_object_set_string_member (gone, "label", "Show <b>yourself</b> & wait");
  json_object_set_string_member (gone, "state", "open");
  json_object_set_string_member (gone, "last", "2026-12-01");
  json_object_set_object_member (seen, "gone", gone);
}

static PanahSession *
open_aged (gboolean with_another)
{
  g_autoptr (PanahSession) first = keeper_new_sample_session ();
  PanahSession *session = panah_test_session_new ("2026-12-24");
  g_autoptr (GError) error = NULL;

  if (with_another)
    panah_list_start_case (first, "family", 1);
  g_autoptr (JsonNode) root = panah_session_to_json (first, "kz");
  age (json_node_get_object (root));
  if (with_another)
    age (json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "others"), 0));
  g_assert_true (panah_session_load_json (session, root, &error));
  g_assert_no_error (error);
  return session;
}

static void
press (GtkWidget *page)
{
  GtkWidget *label = find (page, READ);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

static void
test_notice (void)
{
  g_autoptr (PanahSession) session = open_aged (FALSE);
  PanahWindow *window = panah_test_open_window (session, FALSE);
  panah_window_go (window, "plan");
  GtkWidget *page = GTK_WIDGET (panah_window_get_page (window));

  g_assert_nonnull (find (page, "Some of your dates have changed"));
  g_assert_nonnull (find (page, "The last day was"));
  g_assert_nonnull (find (page, "Show <b>yourself</b> & wait"));
  g_assert_nonnull (find (page, "This is not among your dates any more."));
  g_assert_nonnull (find (page, "How sure: "));
  press (page);
  g_assert_null (find (page, "Some of your dates have changed"));
  g_assert_false (panah_session_has_moved (session));
  panah_window_go (window, "tasks");
  panah_window_go (window, "plan");
  g_assert_null (find (GTK_WIDGET (panah_window_get_page (window)), READ));
  panah_test_close_window (window);
}

/* Two persons of one file: both are said, and read at once. */
static void
test_two_persons (void)
{
  g_autoptr (PanahSession) session = open_aged (TRUE);
  PanahWindow *window = panah_test_open_window (session, FALSE);
  panah_window_go (window, "plan");
  GtkWidget *page = GTK_WIDGET (panah_window_get_page (window));

  g_assert_nonnull (panah_session_get_moved (session, 0));
  g_assert_nonnull (panah_session_get_moved (session, 1));
  g_assert_nonnull (find (page, "Omid"));
  g_assert_nonnull (find (page, "Nasim"));
  press (page);
  g_assert_null (panah_session_get_moved (session, 0));
  g_assert_null (panah_session_get_moved (session, 1));
  panah_test_close_window (window);
}

/* Nothing has moved for a session that was told all this itself. */
static void
test_nothing (void)
{
  g_autoptr (PanahSession) session = keeper_new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, FALSE);
  panah_window_go (window, "plan");
  GtkWidget *page = GTK_WIDGET (panah_window_get_page (window));

  g_assert_false (panah_session_has_moved (session));
  g_assert_null (find (page, READ));
  panah_test_close_window (window);
}

/* In a draft language nobody has to trust the draft: under each sentence stands the same in its companion, once, whether
 * that language was wished for the questions too or not. */
static void
test_two_languages (gconstpointer wished)
{
  static const char *const told[] = {
    "Some of your dates have changed",
    "The rules in this program are not those that you saw last.",
    "The last day was Monday, 23 November 2026",
    "How sure: ",
    "This is not among your dates any more.",
    "The last day was Tuesday, 1 December 2026.",
    "Date of the rules before: 1 January 2025.",
  };
  g_autoptr (PanahSession) session = open_aged (FALSE);
  PanahWindow *window = panah_test_open_window (session, FALSE);

  panah_language_use ("fa-AF");
  panah_session_set_language (session, "fa-AF");
  panah_session_set_second_language (session, wished);
  panah_window_go (window, "plan");
  GtkWidget *notice = gtk_widget_get_ancestor (find (GTK_WIDGET (panah_window_get_page (window)), told[0]), GTK_TYPE_BOX);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      GtkWidget *label = find (notice, told[i]);
      if (label == NULL)
        g_error ("it does not say “%s”", told[i]);
      const char *text = gtk_label_get_text (GTK_LABEL (label)), *second = strchr (text, '\n');
      g_assert_nonnull (second);
      g_assert_true (strstr (text, told[i]) == second + 1);
      g_assert_null (strchr (second + 1, '\n'));
    }
  panah_language_use ("en");
  panah_test_close_window (window);
}

static PanahSession *
reopen (PanahSession *session)
{
  g_autoptr (JsonNode) root = panah_session_to_json (session, "kz");
  g_autofree char *text = json_to_string (root, FALSE);
  g_autoptr (JsonNode) read = panah_json_parse (text, strlen (text), NULL);
  PanahSession *other = panah_test_session_new ("2027-01-07");
  g_autoptr (GError) error = NULL;

  g_assert_true (panah_session_load_json (other, read, &error));
  g_assert_no_error (error);
  return other;
}

/* It goes with the file, through any number of saves, until it is read; and after that it is no news. */
static void
test_stays (void)
{
  g_autoptr (PanahSession) session = open_aged (TRUE);

  keeper_answer (session, "+7 700 1");
  g_autoptr (PanahSession) second = reopen (session);
  g_autoptr (PanahSession) third = reopen (second);
  const PanahMoved *moved = panah_session_get_moved (third, 0);
  g_assert_nonnull (moved);
  g_assert_cmpuint (moved->deadlines->len, ==, 2);
  g_assert_cmpstr (moved->edition, ==, "2025-01-01");
  g_assert_nonnull (panah_session_get_moved (third, 1));

  guint64 revision = panah_session_get_revision (third, "kz");
  panah_session_mark_moved_read (third);
  g_assert_cmpuint (panah_session_get_revision (third, "kz"), >, revision);
  g_autoptr (PanahSession) fourth = reopen (third);
  g_assert_false (panah_session_has_moved (fourth));
  revision = panah_session_get_revision (fourth, "kz");
  panah_session_mark_moved_read (fourth);
  g_assert_cmpuint (panah_session_get_revision (fourth, "kz"), ==, revision);
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_add_func ("/ui/moved/notice", test_notice);
  g_test_add_func ("/ui/moved/two-persons", test_two_persons);
  g_test_add_func ("/ui/moved/nothing", test_nothing);
  g_test_add_data_func ("/ui/moved/two-languages/draft", NULL, test_two_languages);
  g_test_add_data_func ("/ui/moved/two-languages/wished", "en", test_two_languages);
  g_test_add_func ("/ui/moved/stays", test_stays);
  return g_test_run ();
}
