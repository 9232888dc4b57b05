/* test-list.c - entries of lists, and the application of somebody else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "ui/list.h"
#include "ui/removed.h"
#include "ui/session-json.h"

#include <string.h>

#define LIST_PLACE "ask:family"
#define MARKER     "Qzxmarker"

static char *
print (PanahSession *session,
       const char   *fact)
{
  g_autoptr (JsonNode) node = panah_value_to_json (panah_facts_get (panah_session_get_facts (session), fact));

  return node != NULL ? json_to_string (node, FALSE) : g_strdup ("absent");
}

static void
assert_answer (PanahSession *session,
               const char   *fact,
               const char   *expected)
{
  g_autofree char *answer = print (session, fact);

  g_assert_cmpstr (answer, ==, expected);
}

static PanahSession *
new_sample_session (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");

  panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
  return session;
}

static void
test_entries (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  JsonObject *entry = json_object_new ();

  assert_answer (session, "family", "absent");
  json_object_set_string_member (entry, "relationship", "son");
  panah_list_set_entry (session, "family", 0, entry);
  assert_answer (session, "family", "[{\"relationship\":\"son\"}]");
  entry = json_object_new ();
  json_object_set_string_member (entry, "relationship", "daughter");
  panah_list_set_entry (session, "family", 1, entry);
  entry = json_object_new ();
  json_object_set_string_member (entry, "relationship", "spouse");
  panah_list_set_entry (session, "family", 0, entry);
  assert_answer (session, "family", "[{\"relationship\":\"spouse\"},{\"relationship\":\"daughter\"}]");
  panah_list_remove_entry (session, "family", 0);
  assert_answer (session, "family", "[{\"relationship\":\"daughter\"}]");

  /* who removes the last has said nothing, which is not the same as "none" */
  panah_list_remove_entry (session, "family", 0);
  assert_answer (session, "family", "absent");
  panah_list_set_none (session, "family");
  assert_answer (session, "family", "\"none\"");
  entry = json_object_new ();
  panah_list_set_entry (session, "family", 0, entry);
  assert_answer (session, "family", "[{}]");
}

static void
set_draft (PanahSession *session,
           guint         entry,
           const char   *text)
{
  g_autofree char *path = g_strdup_printf ("family[%u].passport", entry);

  panah_session_set_draft (session, path, json_node_init_string (json_node_alloc (), text));
}

/* What was typed about an entry stays with it when one before it goes. */
static void
test_drafts (void)
{
  g_autoptr (PanahSession) session = new_sample_session ();

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = g_strdup_printf ("typed %u", i);
      set_draft (session, i, text);
    }
  panah_session_set_draft (session, "applicant.name", json_node_init_string (json_node_alloc (), "typed"));
  panah_list_remove_entry (session, "family", 1);
  g_assert_cmpstr (json_node_get_string (panah_session_get_draft (session, "family[0].passport")), ==, "typed 0");
  g_assert_cmpstr (json_node_get_string (panah_session_get_draft (session, "family[1].passport")), ==, "typed 2");
  g_assert_null (panah_session_get_draft (session, "family[2].passport"));
  g_assert_nonnull (panah_session_get_draft (session, "applicant.name"));
}

static char *
print_all (PanahSession *session)
{
  g_autoptr (JsonNode) node = panah_session_to_json (session, panah_pack_get_id (panah_session_get_pack (session)));

  /* a moment stands in it, and that of the last plan may differ */
  json_object_remove_member (json_node_get_object (node), "last_plan");
  return json_to_string (node, FALSE);
}

/* Whichever entry goes, it comes back with its answers and drafts where it was; in between no file has any of it. */
static void
test_bring_back (void)
{
  g_autoptr (PanahSession) session = new_sample_session ();
  const PanahValue *family = panah_facts_get (panah_session_get_facts (session), "family");
  guint n = panah_value_get_n_entries (family);

  g_assert_cmpuint (n, >, 2);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *draft = g_strdup_printf (MARKER "%u", i);
      set_draft (session, i, draft);
    }
  g_autofree char *before = print_all (session);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *marker = g_strdup_printf (MARKER "%u", i);
      g_autofree char *called = panah_list_describe (session, "family", i);
      guint64 revision = panah_session_get_revision (session, "kz");

      panah_list_remove_entry (session, "family", i);
      g_autofree char *file = print_all (session);
      g_autoptr (JsonNode) dump = panah_session_dump (session, LIST_PLACE);
      g_autofree char *snapshot = json_to_string (dump, FALSE);
      g_autofree char *gone = panah_list_describe_removed (session);
      g_assert_cmpstr (gone, ==, called);
      g_assert_null (strstr (file, marker));
      g_assert_null (strstr (snapshot, marker));
      g_assert_cmpuint (panah_value_get_n_entries (panah_facts_get (panah_session_get_facts (session), "family")), ==, n - 1);

      panah_list_bring_back (session);
      g_autofree char *after = print_all (session);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpuint (panah_session_get_revision (session, "kz"), >=, revision + 2);
      /* once is enough */
      panah_list_bring_back (session);
      g_autofree char *again = print_all (session);
      g_assert_cmpstr (again, ==, before);
    }
}

/* The only one of a list is no answer once it is gone, and one again when it is back. */
static void
test_bring_back_only (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  JsonObject *entry = json_object_new ();

  json_object_set_string_member (entry, "relationship", "son");
  panah_list_set_entry (session, "family", 0, entry);
  panah_list_remove_entry (session, "family", 3);
  g_assert_null (panah_removed_get (session));
  panah_list_remove_entry (session, "family", 0);
  assert_answer (session, "family", "absent");
  panah_list_bring_back (session);
  assert_answer (session, "family", "[{\"relationship\":\"son\"}]");

  panah_list_remove_entry (session, "family", 0);
  g_assert_true (panah_removed_forget (session));
  g_assert_false (panah_removed_forget (session));
  panah_list_bring_back (session);
  assert_answer (session, "family", "absent");
}

/* As a key does, which would first show for a quarter of a second what it presses. */
static void
press_focus (PanahWindow *window)
{
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (window)), "clicked");
  panah_test_wait (50);
}

/* Presses the button of the page that has this name. */
static void
press (PanahWindow *window,
       const char  *label,
       const char  *what)
{
  g_autofree char *name = what != NULL ? g_strdup_printf ("%s: %s", label, what) : g_strdup (label);
  GtkWidget *button = panah_test_find_spoken (GTK_WIDGET (panah_window_get_page (window)), name);

  g_test_message ("%s", name);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_grab_focus (button));
  press_focus (window);
}

static char *
get_focus_name (PanahWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL ? panah_test_get_spoken (focus, GTK_ACCESSIBLE_PROPERTY_LABEL) : NULL;
}

static void
assert_focus_name (PanahWindow *window,
                   const char  *label,
                   const char  *what)
{
  g_autofree char *name = get_focus_name (window), *expected = g_strdup_printf ("%s: %s", label, what);

  g_assert_cmpstr (name, ==, expected);
}

static PanahWindow *
open_list (PanahSession *session)
{
  PanahWindow *window = panah_test_open_window (session, TRUE);

  panah_window_go (window, LIST_PLACE);
  panah_test_wait (50);
  return window;
}

static GtkWidget *
find_notice (PanahWindow *window,
             const char  *what)
{
  g_autofree char *text = g_strdup_printf ("\u2068%s\u2069 was removed.", what);

  return panah_test_find_spoken (GTK_WIDGET (panah_window_get_page (window)), text);
}

/* Whether some of it can be seen without scrolling. */
static gboolean
is_in_view (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds, view = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (scroller), gtk_widget_get_height (scroller));

  gboolean placed = gtk_widget_compute_bounds (widget, scroller, &bounds);

  g_test_message ("from %.0f to %.0f of %.0f", bounds.origin.y, bounds.origin.y + bounds.size.height, view.size.height);
  return placed && graphene_rect_contains_rect (&view, &bounds);
}

/* By keys alone: what was removed is said, where it stood, and comes back; the focus goes along. */
static void
test_notice (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = open_list (session);
  guint n = panah_value_get_n_entries (panah_facts_get (panah_session_get_facts (session), "family"));
  g_autofree char *before = print (session, "family");

  for (guint i = 0; i < n; i += 2)
    {
      g_autofree char *what = panah_list_describe (session, "family", i);
      press (window, "Remove", what);
      GtkWidget *notice = find_notice (window, what);
      g_assert_nonnull (notice);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == notice);
      for (guint j = 0; j < 100 && !is_in_view (notice); j++)
        panah_test_wait (20);
      g_assert_true (is_in_view (notice));
      gtk_test_accessible_assert_role (notice, GTK_ACCESSIBLE_ROLE_ALERT);
      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
      assert_focus_name (window, "Bring it back", what);
      press_focus (window);
      assert_answer (session, "family", before);
      assert_focus_name (window, "Change", what);
      g_assert_null (find_notice (window, what));
    }
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* What can make an end of it; a language that is changed is none. */
typedef enum
{
  REMOVE_ANOTHER,
  LEAVE_PAGE,
  COVER,
  CHANGE_LANGUAGE,
} Doing;

typedef struct
{
  const char *name;
  Doing       doing;
  gboolean    stays;
} NoticeRow;

static const NoticeRow notice_rows[] = {
  { "another", REMOVE_ANOTHER, FALSE },
  { "left", LEAVE_PAGE, FALSE },
  { "covered", COVER, FALSE },
  { "language", CHANGE_LANGUAGE, TRUE },
};

static void
do_it (PanahWindow  *window,
       PanahSession *session,
       Doing         doing)
{
  g_autofree char *other = panah_list_describe (session, "family", 1);

  switch (doing)
    {
    case REMOVE_ANOTHER:
      press (window, "Remove", other);
      g_assert_nonnull (find_notice (window, other));
      break;
    case LEAVE_PAGE:
      panah_window_go (window, "tasks");
      gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
      break;
    case COVER:
      gtk_widget_activate_action (GTK_WIDGET (window), "win.cover", NULL);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.uncover", NULL);
      break;
    case CHANGE_LANGUAGE:
    default:
      gtk_widget_activate_action (GTK_WIDGET (window), "win.set-language", "s", "ru");
      panah_test_wait (50);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.set-language", "s", "en");
    }
  panah_test_wait (50);
}

static void
test_notice_ends (gconstpointer data)
{
  const NoticeRow *row = data;
  PanahSession *session = new_sample_session ();
  PanahWindow *window = open_list (session);
  g_autofree char *what = panah_list_describe (session, "family", 0);

  press (window, "Remove", what);
  do_it (window, session, row->doing);
  g_assert_cmpstr (panah_window_get_place (window), ==, LIST_PLACE);
  g_assert_true ((find_notice (window, what) != NULL) == row->stays);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_autofree char *called = get_focus_name (window);
  g_test_message ("focus on %s “%s”", focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing", called != NULL ? called : "");
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (panah_window_get_page (window))));
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* The law of the pack says who files an own application: on the filing day, and only who came along. */
static void
test_files_own (void)
{
  g_autoptr (PanahSession) session = new_sample_session ();
  const gboolean expected[] = { TRUE, TRUE, FALSE, FALSE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (panah_list_files_own (session, "family", i), ==, expected[i]);
}

/* The second case of the family; which answers go over is said by the pack. */
static void
test_start_person (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new_flagged ("2026-11-24");
  panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
  g_autofree char *before = print (session, "family");
  g_autofree char *address = print (session, "applicant.address_here");

  panah_list_start_case (session, "family", 1);
  g_assert_cmpuint (panah_session_get_n_cases (session), ==, 2);
  g_assert_cmpuint (panah_session_get_current (session), ==, 1);

  /* what is known of the person is the applicant's; the sample's second entry is a son of 19 */
  assert_answer (session, "applicant.birth_date", "\"2007-05-14\"");
  assert_answer (session, "applicant.sex", "\"male\"");
  assert_answer (session, "applicant.address_here", address);
  assert_answer (session, "entry.moment", "\"2026-11-23T04:30\"");
  /* a story is nobody else's */
  assert_answer (session, "reasons.text", "absent");
  assert_answer (session, "applicant.identity_papers", "absent");

  /* the first applicant is the first of the others; what they are to the person is asked again */
  const PanahValue *family = panah_facts_get (panah_session_get_facts (session), "family");
  g_assert_cmpuint (panah_value_get_n_entries (family), ==, 5);
  g_assert_cmpstr (panah_value_get_name (panah_value_get_member (family, 0, "name"))->latin.given, ==, "Nasim");
  g_assert_cmpstr (panah_value_get_name (panah_value_get_member (family, 1, "name"))->latin.given, ==, "Farida");
  for (guint i = 0; i < 5; i++)
    g_assert_null (panah_value_get_member (family, i, "relationship"));

  /* nothing was taken away, and each plan is the person's own */
  g_autofree char *second = panah_session_name_case (session, 1);
  panah_session_set_current (session, 0);
  assert_answer (session, "family", before);
  g_autofree char *first = panah_session_name_case (session, 0);
  g_assert_nonnull (strstr (first, "Nasim"));
  g_assert_nonnull (strstr (second, "Omid"));
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_add_func ("/ui/list/entries", test_entries);
  g_test_add_func ("/ui/list/drafts", test_drafts);
  g_test_add_func ("/ui/list/bring-back", test_bring_back);
  g_test_add_func ("/ui/list/bring-back-only", test_bring_back_only);
  g_test_add_func ("/ui/list/notice", test_notice);
  for (guint i = 0; i < G_N_ELEMENTS (notice_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/list/notice/", notice_rows[i].name, NULL);
      g_test_add_data_func (path, &notice_rows[i], test_notice_ends);
    }
  g_test_add_func ("/ui/list/files-own", test_files_own);
  g_test_add_func ("/ui/list/start-person", test_start_person);
  return g_test_run ();
}
