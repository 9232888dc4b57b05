/* test-print.c - what is printed is byte for byte what is saved, and nothing of it stays behind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "fake-portal.h"
#include "ui/error-text.h"
#include "ui/memory-file.h"
#include "ui/papers.h"
#include "ui/print-dialog.h"
#include "ui/print.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static GAsyncResult *
wait_for_result (GAsyncResult **result)
{
  for (guint i = 0; i < 1200 && *result == NULL; i++)
    panah_test_wait (25);
  g_assert_nonnull (*result);
  return *result;
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* The papers of the sample, made once. */
static PanahPapers *
get_papers (void)
{
  static PanahPapers *papers;

  if (papers == NULL)
    {
      g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
      panah_session_set_journey (session, "apply");
      panah_papers_make_async (session, NULL, keep_result, &result);
      papers = panah_papers_make_finish (wait_for_result (&result), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (panah_papers_get_n (papers), >, 2);
    }
  return papers;
}

static void
list_folder (GString    *list,
             const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      /* GTK's list of what was printed to a file; environment.c keeps it in memory */
      if (g_str_equal (name, "recently-used.xbel"))
        continue;
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        list_folder (list, child);
      else
        g_string_append_printf (list, "%s\n", child);
    }
}

/* Every file in the folders where a program can leave one behind. */
static char *
list_leftovers (void)
{
  static const char *const folders[] = { "tmp", "run", "home", "cache", "config", "data" };
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("PANAH_TEST_FOLDER"), folders[i], NULL);
      list_folder (list, folder);
    }
  return g_string_free (list, FALSE);
}

static void
test_memory_file (void)
{
  static const char *const contents[] = { "", "%PDF-1.7 and so on" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GBytes) content = g_bytes_new_static (contents[i], strlen (contents[i]));
      g_autoptr (GError) error = NULL;
      char read_back[64];
      int fd = panah_memory_file_new (content, &error);

      g_assert_no_error (error);
      g_assert_cmpint (read (fd, read_back, sizeof read_back), ==, strlen (contents[i]));
      g_assert_cmpmem (read_back, strlen (contents[i]), contents[i], strlen (contents[i]));
      g_assert_cmpint (write (fd, "x", 1), ==, -1);
      g_assert_cmpint (errno, ==, EPERM);
      g_assert_cmpint (ftruncate (fd, 99), ==, -1);
      close (fd);
    }
}

static gboolean
take_file_printer (GtkPrinter *printer,
                   gpointer    data)
{
  if (!gtk_printer_is_virtual (printer) || !gtk_printer_accepts_pdf (printer))
    return FALSE;
  *(GtkPrinter **) data = g_object_ref (printer);
  return TRUE;
}

static GtkPrinter *
find_file_printer (void)
{
  GtkPrinter *printer = NULL;

  gtk_enumerate_printers (take_file_printer, &printer, NULL, TRUE);
  if (printer == NULL)
    g_test_skip ("GTK has no printer here that is a file");
  return printer;
}

static void
print_to_file (PanahPrintChoice *choice,
               GBytes           *pdf)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  panah_print_choice_send_async (choice, pdf, keep_result, &result);
  g_assert_true (g_task_propagate_boolean (G_TASK (wait_for_result (&result)), &error));
  g_assert_no_error (error);
}

/* GTK's own printing, up to a printer that writes down what it gets. */
static void
test_native (void)
{
  PanahPapers *papers = get_papers ();
  g_autoptr (GtkPrinter) printer = find_file_printer ();
  g_autofree char *file = g_build_filename (g_getenv ("PANAH_TEST_FOLDER"), "printed.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (file, NULL, NULL);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();

  if (printer == NULL)
    return;
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  g_autoptr (PanahPrintChoice) choice = panah_print_choice_new (printer, settings);
  g_autofree char *before = list_leftovers ();
  for (guint i = 0; i < panah_papers_get_n (papers); i++)
    {
      GBytes *pdf = panah_papers_get_nth (papers, i)->pdf;
      g_autoptr (GError) error = NULL;
      g_autofree char *printed = NULL;
      gsize length;

      print_to_file (choice, pdf);
      g_file_get_contents (file, &printed, &length, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (printed, length, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
    }
  g_autofree char *after = list_leftovers ();
  g_assert_cmpstr (after, ==, before);
}

/* A folder that is not there: the printer does not take the paper, and says so. */
static void
test_native_refused (void)
{
  g_autoptr (GtkPrinter) printer = find_file_printer ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF", 4);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (printer == NULL)
    return;
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///there/is/no/such/folder/printed.pdf");
  g_autoptr (PanahPrintChoice) choice = panah_print_choice_new (printer, settings);
  panah_print_choice_send_async (choice, pdf, keep_result, &result);
  g_assert_false (g_task_propagate_boolean (G_TASK (wait_for_result (&result)), &error));
  g_assert_error (error, PANAH_PRINT_ERROR, PANAH_PRINT_ERROR_REFUSED);
}

typedef struct
{
  const char *name;
  guint       n_papers;
  PanahPortal portal;
  guint       n_sent;   /* what came of it */
  GQuark    (*domain) (void);
  int         code;
} Row;

static const Row rows[] = {
  { "one", 1, { .at = 0 }, 1, NULL, 0 },
  { "several-in-order", 3, { .at = 0 }, 3, NULL, 0 },
  { "none", 0, { .at = 0 }, 0, NULL, 0 },
  { "thought-better-of-it", 1, { .at = 1, .response = 1 }, 0, g_io_error_quark, G_IO_ERROR_CANCELLED },
  { "thought-better-of-the-second", 3, { .at = 3, .response = 1 }, 1, g_io_error_quark, G_IO_ERROR_CANCELLED },
  { "could-not-ask", 1, { .at = 1, .response = 2 }, 0, panah_print_error_quark, PANAH_PRINT_ERROR_REFUSED },
  { "could-not-print", 1, { .at = 2, .response = 2 }, 0, panah_print_error_quark, PANAH_PRINT_ERROR_REFUSED },
  { "could-not-print-the-second", 2, { .at = 4, .response = 2 }, 1, panah_print_error_quark, PANAH_PRINT_ERROR_REFUSED },
  { "answer-of-no-known-kind", 1, { .at = 1, .response = 77 }, 0, panah_print_error_quark, PANAH_PRINT_ERROR_REFUSED },
  { "answer-without-a-token", 1, { .at = 1, .no_token = TRUE }, 0, panah_print_error_quark, PANAH_PRINT_ERROR_REFUSED },
  { "printing-is-forbidden", 1, { .at = 1, .forbidden = TRUE }, 0, panah_print_error_quark, PANAH_PRINT_ERROR_UNAVAILABLE },
  { "forbidden-after-the-question", 1, { .at = 2, .forbidden = TRUE }, 0, panah_print_error_quark,
    PANAH_PRINT_ERROR_UNAVAILABLE },
};

static GPtrArray *
take_pdfs (guint n)
{
  GPtrArray *pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (pdfs, g_bytes_ref (panah_papers_get_nth (get_papers (), i)->pdf));
  return pdfs;
}

static void
assert_sentence (const GError *error)
{
  g_autoptr (GError) unknown = g_error_new_literal (G_SPAWN_ERROR, 0, "");

  if (error->domain == PANAH_PRINT_ERROR)
    g_assert_cmpstr (panah_error_to_sentence (error), !=, panah_error_to_sentence (unknown));
}

/* The whole way, from the window, as in a sandbox. */
static void
test_portal (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  g_autoptr (GPtrArray) pdfs = take_pdfs (row->n_papers);
  PanahWindow *window = panah_test_open_window (session, TRUE);
  PanahFakePortal *portal = panah_fake_portal_new (&row->portal);
  g_autofree char *before = list_leftovers ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_sent;

  panah_print_async (GTK_WINDOW (window), pdfs, keep_result, &result);
  g_assert_true (panah_print_finish (wait_for_result (&result), &n_sent, &error) == (row->domain == NULL));
  if (row->domain != NULL)
    {
      g_assert_error (error, row->domain (), row->code);
      assert_sentence (error);
    }
  g_assert_cmpuint (n_sent, ==, row->n_sent);
  const GPtrArray *printed = panah_fake_portal_get_printed (portal);
  g_assert_cmpuint (printed->len, ==, row->n_sent);
  if (row->domain == NULL && row->n_papers > 0)
    g_assert_cmpuint (panah_fake_portal_get_n_proposed (portal), ==, row->n_papers - 1);
  for (guint i = 0; i < printed->len; i++)
    g_assert_true (g_bytes_equal (printed->pdata[i], pdfs->pdata[i]));
  g_autofree char *after = list_leftovers ();
  g_assert_cmpstr (after, ==, before);
  panah_fake_portal_free (portal);
  g_clear_object (&result); /* which holds the window */
  panah_test_close_window (window);
}

static void
test_no_portal (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  g_autoptr (GPtrArray) pdfs = take_pdfs (1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (panah_fake_portal_is_real_one_here ())
    {
      g_test_skip ("there is a portal here");
      return;
    }
  PanahWindow *window = panah_test_open_window (session, TRUE);
  panah_print_async (GTK_WINDOW (window), pdfs, keep_result, &result);
  g_assert_false (panah_print_finish (wait_for_result (&result), NULL, &error));
  g_assert_error (error, PANAH_PRINT_ERROR, PANAH_PRINT_ERROR_UNAVAILABLE);
  g_clear_object (&result);
  panah_test_close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_USE_PORTAL", "1", TRUE);
  panah_test_init (&argc, &argv);
  g_test_add_func ("/ui/print/memory-file", test_memory_file);
  g_test_add_func ("/ui/print/native", test_native);
  g_test_add_func ("/ui/print/native-refused", test_native_refused);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/print/portal/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_portal);
    }
  g_test_add_func ("/ui/print/no-portal", test_no_portal);
  return g_test_run ();
}
