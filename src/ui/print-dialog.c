/* print-dialog.c - which printer, and a paper for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* GtkDialog, of which GtkPrintUnixDialog is one, is deprecated after our floor: its response is looked at in this file
 * alone. */

#include "ui/print-dialog.h"

#include "ui/memory-file.h"
#include "ui/print.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

struct _PanahPrintChoice
{
  GtkPrinter       *printer;
  GtkPrintSettings *settings;
  GtkPageSetup     *page_setup;
};

/* Always A4: that is what the pages are, whatever the printer was last used for. */
static GtkPageSetup *
new_page_setup (void)
{
  GtkPageSetup *page_setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (page_setup, a4);
  gtk_paper_size_free (a4);
  return page_setup;
}

/* GTK leaves it to the program to print some of the pages only, which for a finished file CUPS has to do. It takes one
 * range; of several, everything from the first to the last page is printed. */
static void
pass_on_range (GtkPrintSettings *settings)
{
  int n, first = G_MAXINT, last = 0;
  g_autofree GtkPageRange *ranges = gtk_print_settings_get_page_ranges (settings, &n);

  if (gtk_print_settings_get_print_pages (settings) != GTK_PRINT_PAGES_RANGES || n == 0)
    return;
  for (int i = 0; i < n; i++)
    {
      first = MIN (first, ranges[i].start + 1);
      last = MAX (last, ranges[i].end + 1);
    }
  g_autofree char *range = g_strdup_printf ("%d-%d", first, last);
  gtk_print_settings_set (settings, "cups-page-ranges", range);
}

/* @settings: copied */
PanahPrintChoice *
panah_print_choice_new (GtkPrinter       *printer,
                        GtkPrintSettings *settings)
{
  PanahPrintChoice *self = g_new0 (PanahPrintChoice, 1);
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  self->printer = g_object_ref (printer);
  self->settings = gtk_print_settings_copy (settings);
  self->page_setup = new_page_setup ();
  gtk_print_settings_set_paper_size (self->settings, a4);
  gtk_paper_size_free (a4);
  pass_on_range (self->settings);
  return self;
}

void
panah_print_choice_free (PanahPrintChoice *self)
{
  g_object_unref (self->printer);
  g_object_unref (self->settings);
  g_object_unref (self->page_setup);
  g_free (self);
}

static void
response_cb (GtkDialog *dialog,
             int        response,
             GTask     *task)
{
  GtkPrinter *printer = gtk_print_unix_dialog_get_selected_printer (GTK_PRINT_UNIX_DIALOG (dialog));

  if (response == GTK_RESPONSE_OK && printer != NULL)
    {
      g_autoptr (GtkPrintSettings) settings = gtk_print_unix_dialog_get_settings (GTK_PRINT_UNIX_DIALOG (dialog));
      g_task_return_pointer (task, panah_print_choice_new (printer, settings), (GDestroyNotify) panah_print_choice_free);
    }
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no printer was chosen");
  g_object_unref (task);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A printer that is a file stays out: it would write several papers over each other, under a name and in a folder that
 * nobody chose. For files there is a button to save. */
static void
leave_out_files (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *backends = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  g_object_get (settings, "gtk-print-backends", &backends, NULL);
  g_auto (GStrv) names = g_strsplit (backends != NULL ? backends : "cups", ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_strcmp0 (names[i], "file") != 0)
        g_strv_builder_add (kept, names[i]);
    }
  g_auto (GStrv) others = g_strv_builder_end (kept);
  g_autofree char *joined = g_strjoinv (",", others);
  g_object_set (settings, "gtk-print-backends", joined, NULL);
}

/**
 * panah_print_choice_ask_async:
 * @parent: the window that asks
 * @callback: called when there is an answer
 * @user_data: for @callback
 */
void
panah_print_choice_ask_async (GtkWindow          *parent,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GtkPageSetup) page_setup = new_page_setup ();
  GtkWidget *dialog;

  g_task_set_source_tag (task, panah_print_choice_ask_async);
  leave_out_files ();
  dialog = gtk_print_unix_dialog_new (_("Print"), parent);
  gtk_print_unix_dialog_set_page_setup (GTK_PRINT_UNIX_DIALOG (dialog), page_setup);
  /* only printers that take a PDF, and no preview, which would be a file */
  gtk_print_unix_dialog_set_manual_capabilities (GTK_PRINT_UNIX_DIALOG (dialog), GTK_PRINT_CAPABILITY_GENERATE_PDF);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Returns: (transfer full) (nullable): the printer, or %NULL with `G_IO_ERROR_CANCELLED` */
PanahPrintChoice *
panah_print_choice_ask_finish (GAsyncResult *result,
                               GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  GtkPrintJob *job;
  int          fd;
} Sending;

static void
sending_free (gpointer data)
{
  Sending *self = data;

  g_object_unref (self->job);
  close (self->fd);
  g_free (self);
}

static gboolean
is_cups (GtkPrinter *printer)
{
  return strcmp (G_OBJECT_TYPE_NAME (gtk_printer_get_backend (printer)), "GtkPrintBackendCups") == 0;
}

/* Of a paper that CUPS did not take GTK says that it is finished, without an error. One that is in the queue, and
 * followed there, is not finished yet. */
static void
settle (gpointer data)
{
  g_autoptr (GTask) task = data;
  const Sending *self = g_task_get_task_data (task);

  if (is_cups (gtk_print_job_get_printer (self->job)) && gtk_print_job_get_status (self->job) == GTK_PRINT_STATUS_FINISHED)
    g_task_return_new_error (task, PANAH_PRINT_ERROR, PANAH_PRINT_ERROR_REFUSED, "it is not in the queue");
  else
    g_task_return_boolean (task, TRUE);
}

/* Called before the job has its new status. */
static void
complete_cb (GtkPrintJob  *job,
             gpointer      data,
             const GError *error)
{
  g_autoptr (GTask) task = data;

  if (error == NULL)
    g_idle_add_once (settle, g_steal_pointer (&task));
  else
    g_task_return_new_error (task, PANAH_PRINT_ERROR, PANAH_PRINT_ERROR_REFUSED, "%s", error->message);
}

/**
 * panah_print_choice_send_async:
 * @self: a printer and how to print on it
 * @pdf: the paper
 * @callback: called when the printer's queue has it, or will not take it
 * @user_data: for @callback
 */
void
panah_print_choice_send_async (PanahPrintChoice   *self,
                               GBytes             *pdf,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  GError *error = NULL;
  Sending *sending;
  int fd;

  g_task_set_source_tag (task, panah_print_choice_send_async);
  if (!gtk_printer_accepts_pdf (self->printer))
    {
      g_task_return_new_error (task, PANAH_PRINT_ERROR, PANAH_PRINT_ERROR_PRINTER, "it takes no PDF");
      return;
    }
  fd = panah_memory_file_new (pdf, &error);
  if (fd < 0)
    {
      g_task_return_error (task, error);
      return;
    }
  sending = g_new0 (Sending, 1);
  sending->job = gtk_print_job_new (PANAH_PRINT_TITLE, self->printer, self->settings, self->page_setup);
  sending->fd = fd; /* GTK reads from it and leaves it open */
  g_task_set_task_data (task, sending, sending_free);
  gtk_print_job_set_track_print_status (sending->job, TRUE);
  if (gtk_print_job_set_source_fd (sending->job, fd, &error))
    gtk_print_job_send (sending->job, complete_cb, g_steal_pointer (&task), NULL);
  else
    g_task_return_error (task, error);
}
