/* test-undo.c - what was typed and deleted cannot be brought back by whoever comes next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "ui/page.h"

#define TYPED "Qzxmarker"

typedef enum
{
  STAY, /* so that it is seen that there is something to forget */
  COVER,
  GO,
} Doing;

typedef struct
{
  const char *name;
  const char *place;
  Doing       doing;
  gboolean    comes_back;
} Row;

static const Row rows[] = {
  { "words/stay", "ask:birth", STAY, TRUE },
  { "words/cover", "ask:birth", COVER, FALSE },
  { "words/go", "ask:birth", GO, FALSE },
  { "name/stay", "ask:name", STAY, TRUE },
  { "name/cover", "ask:name", COVER, FALSE },
  { "name/go", "ask:name", GO, FALSE },
  { "story/stay", "ask:reasons-text", STAY, TRUE },
  { "story/cover", "ask:reasons-text", COVER, FALSE },
  { "story/go", "ask:reasons-text", GO, FALSE },
};

/* Everything on the page in which one can write. */
static void
collect (GtkWidget *widget,
         GPtrArray *found)
{
  if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    g_ptr_array_add (found, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, found);
}

static char *
get_text (GtkWidget *widget)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_TEXT (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
type_and_delete (GtkWidget *widget)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  int position = 0;

  if (GTK_IS_TEXT (widget))
    {
      gtk_editable_insert_text (GTK_EDITABLE (widget), TYPED, -1, &position);
      gtk_editable_delete_text (GTK_EDITABLE (widget), 0, -1);
      return;
    }
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_insert_at_cursor (buffer, TYPED, -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  PanahSession *session = panah_test_session_new ("2026-11-24");
  PanahWindow *window = panah_test_open_window (session, TRUE);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_object_unref);

  panah_window_go (window, row->place);
  collect (GTK_WIDGET (panah_window_get_page (window)), inputs);
  g_assert_cmpuint (inputs->len, >, 0);
  for (guint i = 0; i < inputs->len; i++)
    type_and_delete (inputs->pdata[i]);
  if (row->doing == COVER)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.cover", NULL);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.uncover", NULL);
    }
  else if (row->doing == GO)
    panah_window_go (window, "tasks");

  for (guint i = 0; i < inputs->len; i++)
    {
      gtk_widget_activate_action (inputs->pdata[i], "text.undo", NULL);
      g_autofree char *text = get_text (inputs->pdata[i]);
      g_assert_cmpstr (text, ==, row->comes_back ? TYPED : "");
    }
  g_ptr_array_set_size (inputs, 0);
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* Nothing holds a page that was left, and with it what GTK could bring back. */
static void
test_page_goes (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");
  PanahWindow *window = panah_test_open_window (session, TRUE);
  PanahPage *page;

  panah_window_go (window, "ask:reasons-text");
  page = panah_window_get_page (window);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  panah_window_go (window, "tasks");
  panah_test_wait (50);
  g_assert_null (page);
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
      g_autofree char *path = g_strconcat ("/ui/undo/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/ui/undo/page-goes", test_page_goes);
  return g_test_run ();
}
