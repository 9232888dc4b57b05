/* print.c - papers sent to a printer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Our own PDF goes to the printer as it is, in a file that is on no disk, so that what is printed is byte for byte what
 * is saved. GtkPrintOperation would draw everything again and leave a copy in the folder for temporary files. */

#include "ui/print.h"

#include "ui/print-dialog.h"
#include "ui/print-portal.h"

G_DEFINE_QUARK (panah-print-error-quark, panah_print_error)

typedef struct
{
  GPtrArray        *pdfs;
  guint             n_sent;

  /* one of the two */
  PanahPrintChoice *choice;
  PanahPrintPortal *portal;
} Printing;

static void
printing_free (gpointer data)
{
  Printing *self = data;

  g_ptr_array_unref (self->pdfs);
  g_clear_pointer (&self->choice, panah_print_choice_free);
  g_clear_pointer (&self->portal, panah_print_portal_free);
  g_free (self);
}

/* A sandbox holds no printers, only a portal to those outside. GTK_USE_PORTAL is how GTK is told to behave as if it were in
 * one. */
static gboolean
is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || g_strcmp0 (g_getenv ("GTK_USE_PORTAL"), "1") == 0;
}

static void send_next (GTask *task);

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  Printing *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->n_sent++;
  send_next (g_steal_pointer (&task));
}

/* One after the other, so that they come out in order. */
static void
send_next (GTask *task)
{
  Printing *self = g_task_get_task_data (task);

  if (self->n_sent == self->pdfs->len)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
  else if (self->choice != NULL)
    panah_print_choice_send_async (self->choice, self->pdfs->pdata[self->n_sent], sent_cb, task);
  else
    panah_print_portal_send_async (self->portal, self->pdfs->pdata[self->n_sent], sent_cb, task);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  Printing *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->choice = panah_print_choice_ask_finish (result, &error);
  if (self->choice != NULL)
    send_next (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * panah_print_async:
 * @parent: the window that asks
 * @pdfs: (element-type GBytes): what is printed, in this order
 * @callback: called when the printer has them, or will not get them
 * @user_data: for @callback
 *
 * Asks on which printer, then sends the papers one after the other.
 */
void
panah_print_async (GtkWindow          *parent,
                   GPtrArray          *pdfs,
                   GAsyncReadyCallback callback,
                   gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Printing *self = g_new0 (Printing, 1);

  self->pdfs = g_ptr_array_ref (pdfs);
  g_task_set_source_tag (task, panah_print_async);
  g_task_set_task_data (task, self, printing_free);
  if (is_sandboxed ())
    {
      self->portal = panah_print_portal_new (parent);
      send_next (g_steal_pointer (&task));
    }
  else
    panah_print_choice_ask_async (parent, chosen_cb, g_steal_pointer (&task));
}

/**
 * panah_print_finish:
 * @result: what the callback got
 * @out_n_sent: (out) (optional): how many papers the printer has, even if not all of them
 * @error: return location for a #PanahPrintError, a #GIOErrorEnum or `G_IO_ERROR_CANCELLED` if the person thought better
 *   of it
 *
 * Returns: whether the printer has all of them
 */
gboolean
panah_print_finish (GAsyncResult *result,
                    guint        *out_n_sent,
                    GError      **error)
{
  if (out_n_sent != NULL)
    *out_n_sent = ((const Printing *) g_task_get_task_data (G_TASK (result)))->n_sent;
  return g_task_propagate_boolean (G_TASK (result), error);
}
