/* unlock-page.c - opening a locked file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/a11y.h"
#include "ui/error-text.h"
#include "ui/pages.h"
#include "ui/passphrase.h"

#include <glib/gi18n.h>

/* Belongs to the page, and goes with it. */
typedef struct
{
  PanahKeeper *keeper;
  char        *path;
  GtkWidget   *passphrase;
  GtkWidget   *fault;
  GtkWidget   *waiting;
  GtkWidget   *open;
} Unlocking;

static void
unlocking_free (gpointer data)
{
  Unlocking *self = data;

  g_object_unref (self->keeper);
  g_free (self->path);
  g_free (self);
}

static void
set_state (Unlocking  *self,
           gboolean    waiting,
           const char *fault)
{
  gtk_widget_set_visible (self->waiting, waiting);
  gtk_widget_set_sensitive (self->open, !waiting);
  gtk_editable_set_editable (GTK_EDITABLE (self->passphrase), !waiting);
  panah_a11y_set_error (self->passphrase, fault, self->fault);
  gtk_label_set_text (GTK_LABEL (self->fault), fault != NULL ? fault : "");
  gtk_widget_set_visible (self->fault, fault != NULL);
  if (fault != NULL)
    gtk_widget_grab_focus (self->passphrase);
}

/* Who has left the page meanwhile wanted something else: then nothing is opened. */
static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PanahPage) page = data;
  g_autoptr (GError) error = NULL;
  Unlocking *self = g_object_get_data (G_OBJECT (page), "unlocking");

  if (gtk_widget_get_root (GTK_WIDGET (page)) == NULL)
    return;
  if (panah_keeper_open_finish (PANAH_KEEPER (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (page), "win.opened", NULL);
  else
    set_state (self, FALSE, panah_error_to_sentence (error));
}

static void
open_cb (PanahPage *page)
{
  Unlocking *self = g_object_get_data (G_OBJECT (page), "unlocking");
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahSecret) secret = panah_passphrase_take (self->passphrase, &error);

  if (secret == NULL)
    {
      set_state (self, FALSE, panah_error_to_sentence (error));
      return;
    }
  set_state (self, TRUE, NULL);
  panah_keeper_open_async (self->keeper, self->path, secret, opened_cb, g_object_ref (page));
}

/**
 * panah_unlock_page_new:
 * @session: the session
 * @keeper: opens the file
 * @path: the file
 * @locked: whether it was open before, and everything else is hidden
 */
GtkWidget *
panah_unlock_page_new (PanahSession *session,
                       PanahKeeper  *keeper,
                       const char   *path,
                       gboolean      locked)
{
  g_autofree char *name = g_filename_display_basename (path);
  PanahPage *page = PANAH_PAGE (panah_page_new (session, locked ? _("Locked") : _("Open a saved file"), name));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  Unlocking *self = g_new0 (Unlocking, 1);

  self->keeper = g_object_ref (keeper);
  self->path = g_strdup (path);
  g_object_set_data_full (G_OBJECT (page), "unlocking", self, unlocking_free);
  if (panah_keeper_is_unsaved (keeper))
    panah_page_add_text (page, _("What you have answered now is not saved, and may be gone when this file opens. Go back if you want to save it first."), "notice");
  self->passphrase = panah_passphrase_entry_new (box, _("Passphrase"));
  self->fault = panah_label_new ("", "field-error");
  gtk_box_append (GTK_BOX (box), self->fault);
  self->waiting = panah_waiting_row_new (_("The file is being opened. That takes a moment."));
  gtk_box_append (GTK_BOX (box), self->waiting);
  panah_page_add (page, box);
  self->open = panah_page_add_action (page, _("Open"), NULL, NULL);
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (open_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->passphrase, "activate", G_CALLBACK (open_cb), page, G_CONNECT_SWAPPED);
  if (!locked)
    panah_page_add_action (page, _("Choose another file…"), "win.open", NULL);
  set_state (self, FALSE, NULL);
  return GTK_WIDGET (page);
}
