/* test-a11y.c - what a screen reader and a keyboard find on every page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* GTK_A11Y=test keeps what would be told to a screen reader where a test can read it. tests/ui/drive.py listens from
 * outside, to fewer pages. */

#include "ui-support.h"

#include "ui/a11y.h"
#include "ui/field.h"

#include <string.h>

#define MANY_TABS 500

typedef struct
{
  const char *place;
  guint       n_seen;
  guint       n_wrong;
} Look;

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
  GtkWidget *parent = gtk_widget_get_parent (widget);
  g_test_message ("%s: %s “%s” in %s: %s", look->place, G_OBJECT_TYPE_NAME (widget), name != NULL ? name : "",
                  parent != NULL ? G_OBJECT_TYPE_NAME (parent) : "nothing", what);
  look->n_wrong++;
}

static gboolean
takes_focus (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget) && gtk_widget_is_sensitive (widget) &&
         gtk_widget_get_visible (widget) && !GTK_IS_WINDOW (widget) && !GTK_IS_POPOVER (widget);
}

static void
name_cb (GtkWidget *widget,
         gpointer   data)
{
  Look *look = data;

  if (!takes_focus (widget))
    return;
  g_autofree char *name = panah_test_get_spoken (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  look->n_seen++;
  if (name == NULL || *name == '\0' || g_str_has_prefix (name, "Gtk") || g_str_has_prefix (name, "Panah"))
    complain (look, widget, "has no name");
  /* what is inside an entry has the focus, and its entry the role */
  if (GTK_IS_TEXT (widget))
    role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (gtk_widget_get_parent (widget)));
  if (role == GTK_ACCESSIBLE_ROLE_WIDGET || role == GTK_ACCESSIBLE_ROLE_GENERIC || role == GTK_ACCESSIBLE_ROLE_NONE)
    complain (look, widget, "nobody says what it is");
}

static void
find_heading_cb (GtkWidget *widget,
                 gpointer   data)
{
  if (gtk_widget_has_css_class (widget, "page-heading"))
    g_ptr_array_add (data, widget);
}

static void
check_heading (Look      *look,
               PanahPage *page)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  g_autofree char *name = panah_test_get_spoken (GTK_WIDGET (page), GTK_ACCESSIBLE_PROPERTY_LABEL);

  panah_test_visit (GTK_WIDGET (page), find_heading_cb, headings);
  if (headings->len != 1 || !gtk_test_accessible_has_role (headings->pdata[0], GTK_ACCESSIBLE_ROLE_HEADING))
    complain (look, GTK_WIDGET (page), "has %u headings", headings->len);
  if (!gtk_test_accessible_has_role (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_ROLE_GROUP) ||
      g_strcmp0 (name, panah_page_get_heading (page)) != 0)
    complain (look, GTK_WIDGET (page), "is not announced as “%s”", panah_page_get_heading (page));
}

/* Of a group of radio buttons Tab comes to one, and the arrows to the others. */
static gboolean
is_reached (GHashTable *reached,
            GtkWidget  *widget)
{
  if (g_hash_table_contains (reached, widget))
    return TRUE;
  if (!gtk_test_accessible_has_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_RADIO))
    return FALSE;
  for (GtkWidget *other = gtk_widget_get_first_child (gtk_widget_get_parent (widget)); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    {
      if (g_hash_table_contains (reached, other) && GTK_IS_CHECK_BUTTON (other))
        return TRUE;
    }
  return FALSE;
}

static void
list_focusable_cb (GtkWidget *widget,
                   gpointer   data)
{
  if (takes_focus (widget))
    g_ptr_array_add (data, widget);
}

/* Walks on with Tab, or back with Shift and Tab, until it is where it began. */
static void
check_walk (Look            *look,
            GtkWindow       *window,
            GtkDirectionType direction)
{
  g_autoptr (GPtrArray) focusable = g_ptr_array_new ();
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  guint n_tabs = 0;

  do
    {
      g_hash_table_add (reached, gtk_window_get_focus (window));
      gtk_widget_child_focus (GTK_WIDGET (window), direction);
      n_tabs++;
    }
  while (gtk_window_get_focus (window) != NULL && !g_hash_table_contains (reached, gtk_window_get_focus (window)) && n_tabs < MANY_TABS);
  if (gtk_window_get_focus (window) == NULL || n_tabs == MANY_TABS)
    complain (look, GTK_WIDGET (window), "Tab leads to %s after %u steps",
              gtk_window_get_focus (window) != NULL ? G_OBJECT_TYPE_NAME (gtk_window_get_focus (window)) : "nothing", n_tabs);

  panah_test_visit (GTK_WIDGET (window), list_focusable_cb, focusable);
  for (guint i = 0; i < focusable->len; i++)
    {
      if (!is_reached (reached, focusable->pdata[i]))
        complain (look, focusable->pdata[i], "is not reached");
    }
}

static gboolean
is_page_focused (PanahWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (panah_window_get_page (window)));
}

/* A paper takes a moment to be made, and there is nothing on its page before. */
static void
await_focus (PanahWindow *window)
{
  for (guint i = 0; i < 500 && !is_page_focused (window); i++)
    panah_test_wait (10);
}

static void
check_focus (Look        *look,
             PanahWindow *window)
{
  if (!is_page_focused (window))
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
      complain (look, GTK_WIDGET (panah_window_get_page (window)), "does not have the focus, but %s",
                focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
    }
}

typedef struct
{
  const char *pack;
  gboolean    answered;
} Row;

static const Row rows[] = {
  { "kz", FALSE },
  { "kz", TRUE },
  { "kg", TRUE },
};

static PanahSession *
new_session (const Row *row)
{
  PanahSession *session = panah_test_session_new_of (row->pack, "2026-11-24");

  if (row->answered)
    panah_test_answer (session);
  return session;
}

/* Everything that takes the focus is called something and is something; the page is announced by its heading. */
static void
test_names (gconstpointer data)
{
  PanahSession *session = new_session (data);
  PanahWindow *window = panah_test_open_window (session, FALSE);
  g_auto (GStrv) places = panah_test_list_places (session);
  Look look = { 0 };

  for (guint i = 0; places[i] != NULL; i++)
    {
      look.place = places[i];
      panah_window_go (window, places[i]);
      panah_test_visit (GTK_WIDGET (window), name_cb, &look);
      check_heading (&look, panah_window_get_page (window));
    }
  panah_test_close_window (window);
  g_assert_cmpuint (look.n_seen, >, 500);
  g_assert_cmpuint (look.n_wrong, ==, 0);
  g_assert_finalize_object (session);
}

/* What there is, what is in what, and what of it takes the focus: all that decides where Tab goes, but for the words. */
static void
describe_shape (GtkWidget *widget,
                GString   *shape)
{
  if (GTK_IS_LABEL (widget) || !gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  g_string_append_printf (shape, "%s%s(", G_OBJECT_TYPE_NAME (widget), takes_focus (widget) ? "!" : "");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    describe_shape (child, shape);
  g_string_append_c (shape, ')');
}

/* A question that asks in the same way as another one is walked through once. Returns: whether that one is new */
static gboolean
is_new_shape (PanahWindow *window)
{
  static GHashTable *shapes;
  GString *shape = g_string_new (NULL);

  if (shapes == NULL)
    shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  describe_shape (GTK_WIDGET (window), shape);
  return g_hash_table_add (shapes, g_string_free (shape, FALSE));
}

/* Who comes to a page is on it, and comes from there to everything and back. */
static void
test_tab (gconstpointer data)
{
  PanahSession *session = new_session (data);
  PanahWindow *window = panah_test_open_window (session, TRUE);
  g_auto (GStrv) places = panah_test_list_places (session);
  Look look = { 0 };
  guint n_walked = 0;

  for (guint i = 0; places[i] != NULL; i++)
    {
      look.place = places[i];
      panah_window_go (window, places[i]);
      await_focus (window);
      check_focus (&look, window);
      if (!is_new_shape (window))
        continue;
      panah_test_wait (20);
      check_walk (&look, GTK_WINDOW (window), GTK_DIR_TAB_FORWARD);
      check_walk (&look, GTK_WINDOW (window), GTK_DIR_TAB_BACKWARD);
      n_walked++;
    }
  panah_test_close_window (window);
  g_test_message ("%u of %u places have a shape of their own", n_walked, g_strv_length (places));
  g_assert_cmpuint (look.n_wrong, ==, 0);
  g_assert_finalize_object (session);
}

static GtkWidget *
find_text (PanahWindow *window)
{
  return panah_test_find_widget (GTK_WIDGET (panah_window_get_page (window)), GTK_TYPE_TEXT);
}

/* What is wrong is said with the input, is a state of it, and points to where it stands; and goes away again. */
static void
test_error (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");
  PanahWindow *window = panah_test_open_window (session, TRUE);

  panah_window_go (window, "ask:birth");
  GtkWidget *text = find_text (window);
  g_autofree char *before = panah_test_get_spoken (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_assert_false (gtk_test_accessible_has_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID));
  gtk_editable_set_text (GTK_EDITABLE (text), "31");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);

  PanahField *field = panah_page_get_fields (panah_window_get_page (window))->pdata[0];
  gtk_test_accessible_assert_state (text, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, panah_field_get_error (field));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
  gtk_test_accessible_assert_role (gtk_window_get_focus (GTK_WINDOW (window)), GTK_ACCESSIBLE_ROLE_ALERT);

  panah_field_set_error (field, NULL);
  g_autofree char *after = panah_test_get_spoken (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (gtk_test_accessible_has_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID));
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* What helps with a question is said with its first input, and the question names all of them. */
static void
test_help (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");
  PanahPack *pack = panah_session_get_pack (session);
  guint n, n_helped = 0;
  const PanahFactSpec *const *facts = panah_pack_get_facts (pack, &n);

  for (guint i = 0; i < n; i++)
    {
      if (facts[i]->kind == PANAH_FACT_LIST)
        continue;
      GtkWidget *field = g_object_ref_sink (panah_field_new (session, facts[i], facts[i]->id, TRUE));
      g_autofree char *name = panah_test_get_spoken (field, GTK_ACCESSIBLE_PROPERTY_LABEL);
      g_assert_cmpstr (name, ==, facts[i]->label);
      gtk_test_accessible_assert_role (field, GTK_ACCESSIBLE_ROLE_GROUP);
      if (facts[i]->help != NULL)
        {
          gtk_test_accessible_assert_property (field, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, facts[i]->help);
          n_helped++;
        }
      g_assert_finalize_object (field);
    }
  g_assert_cmpuint (n_helped, >, 0);
  g_assert_finalize_object (session);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *shown; /* NULL: as it is */
} LeadRow;

#define LRM "\xe2\x80\x8e"
#define RLM "\xe2\x80\x8f"
#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"

static const LeadRow lead_rows[] = {
  { "nothing", "", NULL },
  { "digits", "24.11.2026", NULL },
  { "left-to-right", "Press F9", NULL },
  { "right-to-left", "دکمهٔ F9", NULL },
  { "key-first", "F9 را فشار بدهید", RLM "F9 را فشار بدهید" },
  { "word-first", "دری is a language", LRM "دری is a language" },
  { "name-first", FSI "Abdurrahmon Nazarov" PDI " حذف شد", RLM FSI "Abdurrahmon Nazarov" PDI " حذف شد" },
  { "only-a-name", FSI "Abdurrahmon" PDI ": 1990", NULL },
  { "marked", RLM "F9 را فشار بدهید", NULL },
  { "paragraphs", "دری\nF9 را فشار بدهید\nPress F9\n", "دری\n" RLM "F9 را فشار بدهید\nPress F9\n" },
};

/* Words run as most of them do, whatever they begin with. */
static void
test_lead (gconstpointer data)
{
  const LeadRow *row = data;
  GtkWidget *label = g_object_ref_sink (panah_label_new (row->text, NULL));

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, row->shown != NULL ? row->shown : row->text);
  gtk_label_set_text (GTK_LABEL (label), "x");
  gtk_label_set_text (GTK_LABEL (label), row->text);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, row->shown != NULL ? row->shown : row->text);
  g_assert_finalize_object (label);
}

static void
add_lead_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lead_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/a11y/lead/", lead_rows[i].name, NULL);
      g_test_add_data_func (path, &lead_rows[i], test_lead);
    }
}

static void
add_rows (const char    *name,
          GTestDataFunc  test)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/a11y/%s/%s/%s", name, rows[i].pack, rows[i].answered ? "answered" : "empty");
      g_test_add_data_func (path, &rows[i], test);
    }
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_set_nonfatal_assertions (); /* all that is wrong, not the first of it */
  add_rows ("names", test_names);
  add_rows ("tab", test_tab);
  g_test_add_func ("/ui/a11y/error", test_error);
  g_test_add_func ("/ui/a11y/help", test_help);
  add_lead_rows ();
  return g_test_run ();
}
