/* file-picker.c - asking for a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* GtkFileChooserNative is deprecated after our floor: it stands in this file alone.
 *
 * The dialog is not modal, because Leave and Cover are in our window and have to work; the page below is held instead. */

#include "ui/file-picker.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget      *widget;
  GtkWidget      *window;
  PanahFilePicked picked;
} Request;

static GtkNativeDialog *open_dialog; /* (nullable): there is one at a time */

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             Request         *request)
{
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      path = file != NULL ? g_file_get_path (file) : NULL;
    }
  open_dialog = NULL;
  gtk_widget_activate_action (request->window, "win.hold", "b", FALSE);
  gtk_widget_grab_focus (request->widget);
  if (path != NULL)
    request->picked (path, request->widget);
  g_object_unref (request->widget);
  g_object_unref (request->window);
  g_free (request);
  g_object_unref (dialog);
}

static void
ask (GtkWidget            *widget,
     GtkFileChooserNative *dialog,
     PanahFilePicked       picked)
{
  Request *request = g_new0 (Request, 1);

  request->widget = g_object_ref (widget);
  request->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  request->picked = picked;
  open_dialog = GTK_NATIVE_DIALOG (dialog);
  gtk_widget_activate_action (request->window, "win.hold", "b", TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (open_dialog);
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

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  ask (widget, dialog, picked);
}

/**
 * panah_file_picker_open:
 * @widget: who asks; kept alive until there is an answer
 * @title: of the dialog
 * @picked: called with the path and @widget, if one was chosen
 */
void
panah_file_picker_open (GtkWidget      *widget,
                        const char     *title,
                        PanahFilePicked picked)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));

  ask (widget, gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open"), _("Cancel")), picked);
}

/* Nobody must see the dialog now. Where a portal shows it, it belongs to another process and is in no list of ours. */
void
panah_file_picker_hide (void)
{
  if (open_dialog != NULL)
    gtk_native_dialog_hide (open_dialog);
}

/* The opposite. */
void
panah_file_picker_show (void)
{
  if (open_dialog != NULL)
    gtk_native_dialog_show (open_dialog);
}
