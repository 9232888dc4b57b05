/* file-picker.c - asking where to save
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* GtkFileChooserNative is deprecated after our floor: it stands in this file alone. */

#include "ui/file-picker.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget      *widget;
  PanahFilePicked picked;
} Request;

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             Request         *request)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
      if (path != NULL)
        request->picked (path, request->widget);
    }
  g_object_unref (request->widget);
  g_free (request);
  g_object_unref (dialog);
}

/**
 * panah_file_picker_save:
 * @widget: who asks; kept alive until there is an answer
 * @title: of the dialog
 * @name: a name that says nothing about whose file it is
 * @picked: called with the path and @widget, if one was chosen
 */
void
panah_file_picker_save (GtkWidget      *widget,
                        const char     *title,
                        const char     *name,
                        PanahFilePicked picked)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save"), _("Cancel"));
  Request *request = g_new0 (Request, 1);

  request->widget = g_object_ref (widget);
  request->picked = picked;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
