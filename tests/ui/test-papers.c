/* test-papers.c - what the page of papers shows: papers to sign, and copies for whoever reads no official language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "ui/application.h"
#include "ui/papers.h"

#include <string.h>

#define LONGEST_WAIT (120 * G_USEC_PER_SEC)

typedef struct
{
  const char *language;
  gboolean    has_copies;
} Row;

static const Row rows[] = {
  { "en", TRUE },
  { "ru", FALSE },
  { "fa-AF", TRUE },
};

static PanahSession *
new_session (const char *language)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");

  panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
  panah_session_set_language (session, language);
  return session;
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(PanahPapers **) data = panah_papers_make_finish (result, &error);
  g_assert_no_error (error);
}

/* What only its reader keeps is in the language of the window. */
static void
check_sheet (const PanahPapers *papers,
             const char        *key,
             const char        *language)
{
  const PanahMadePaper *paper = panah_papers_find (papers, key);
  g_autofree char *file = g_strdup_printf ("%s.%s.pdf", key, language);

  g_assert_nonnull (paper);
  g_assert_cmpstr (paper->inside, ==, file);
  g_assert_false (paper->handed_in);
  g_assert_null (paper->odt);
}

/* Copies stand last, and there is one of each paper in an official language; nobody is handed one. */
static void
test_made (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (PanahSession) session = new_session (row->language);
  g_autoptr (PanahPapers) papers = NULL;
  guint n_copies = 0;

  panah_papers_make_async (session, NULL, made_cb, &papers);
  while (papers == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < panah_papers_get_n (papers); i++)
    {
      const PanahMadePaper *paper = panah_papers_get_nth (papers, i), *first = panah_papers_get_nth (papers, n_copies);
      g_test_message ("%s, %s", paper->title, paper->official_title);
      g_assert_true (paper->is_copy || n_copies == 0);
      if (!paper->is_copy)
        continue;
      g_assert_cmpstr (paper->title, ==, first->title);
      g_assert_cmpstr (paper->official_title, ==, first->official_title);
      g_assert_cmpuint (paper->n_pages, >, 0);
      g_assert_false (paper->handed_in);
      n_copies++;
    }
  g_assert_cmpint (n_copies > 0, ==, row->has_copies);
  check_sheet (papers, "my-plan", row->language);
  check_sheet (papers, "rights-and-duties", row->language);
}

static gboolean
has_label (GtkWidget  *widget,
           const char *words)
{
  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), words) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (has_label (child, words))
        return TRUE;
    }
  return FALSE;
}

static void
test_page (void)
{
  g_autoptr (PanahSession) session = new_session ("en");
  g_autoptr (PanahApplication) application = panah_application_new ();
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  PanahWindow *window = panah_window_new (GTK_APPLICATION (application), session, NULL);
  panah_window_go (window, "papers");
  GtkWidget *page = GTK_WIDGET (panah_window_get_page (window));
  while (!has_label (page, "Reading copy: Application for refugee status") && g_get_monotonic_time () - start < LONGEST_WAIT)
    panah_test_wait (50);
  g_assert_true (has_label (page, "Reading copy: Application for refugee status"));
  g_assert_true (has_label (page, "Only for you: do not hand it in."));
  g_assert_true (has_label (page, "Application for refugee status"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/papers/", rows[i].language, NULL);
      g_test_add_data_func (path, &rows[i], test_made);
    }
  g_test_add_func ("/ui/papers/page", test_page);
  return g_test_run ();
}
