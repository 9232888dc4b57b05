/* save-page.c - the answers in a locked file: making one, and how it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/save-file.h"
#include "ui/a11y.h"
#include "ui/error-text.h"
#include "ui/file-picker.h"
#include "ui/pages.h"
#include "ui/passphrase.h"

#include <glib/gi18n.h>

/* Seen by whoever looks at the stick: it must not say what is in it. */
#define NEUTRAL_NAME "documents.pnh"

/* Belongs to the page, and goes with it. */
typedef struct
{
  PanahKeeper *keeper;
  GtkWidget   *passphrase;
  GtkWidget   *again;
  GtkWidget   *suggested;
  GtkWidget   *fault;
  GtkWidget   *waiting;
  GtkWidget   *suggest;
  GtkWidget   *choose;
} Making;

static void
making_free (gpointer data)
{
  Making *self = data;

  g_object_unref (self->keeper);
  g_free (self);
}

static void
show_fault (Making     *self,
            const char *fault)
{
  panah_a11y_set_error (self->passphrase, fault, self->fault);
  gtk_label_set_text (GTK_LABEL (self->fault), fault != NULL ? fault : "");
  gtk_widget_set_visible (self->fault, fault != NULL);
}

static void
set_waiting (Making  *self,
             gboolean waiting)
{
  gtk_widget_set_visible (self->waiting, waiting);
  gtk_widget_set_sensitive (self->suggest, !waiting);
  gtk_widget_set_sensitive (self->choose, !waiting);
  gtk_editable_set_editable (GTK_EDITABLE (self->passphrase), !waiting);
  gtk_editable_set_editable (GTK_EDITABLE (self->again), !waiting);
}

/* The page may have been left meanwhile; the file is there all the same. */
static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (PanahPage) page = data;
  g_autoptr (GError) error = NULL;
  Making *self = g_object_get_data (G_OBJECT (page), "making");

  if (panah_keeper_create_finish (PANAH_KEEPER (source), result, &error))
    return;
  set_waiting (self, FALSE);
  show_fault (self, panah_error_to_sentence (error));
  gtk_widget_grab_focus (self->passphrase);
}

static void
picked_cb (const char *path,
           gpointer    data)
{
  PanahPage *page = data;
  Making *self = g_object_get_data (G_OBJECT (page), "making");
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahSecret) secret = panah_passphrase_read (self->passphrase, &error);

  if (secret == NULL)
    {
      show_fault (self, panah_error_to_sentence (error));
      return;
    }
  set_waiting (self, TRUE);
  panah_keeper_create_async (self->keeper, path, secret, made_cb, g_object_ref (page));
}

static void
choose_cb (PanahPage *page)
{
  Making *self = g_object_get_data (G_OBJECT (page), "making");
  const char *fault = panah_passphrase_find_fault (self->passphrase, self->again);

  show_fault (self, fault);
  if (fault == NULL)
    panah_file_picker_save (GTK_WIDGET (page), _("Save in a locked file"), NEUTRAL_NAME, picked_cb);
  else
    gtk_widget_grab_focus (self->passphrase);
}

static void
suggest_cb (PanahPage *page)
{
  Making *self = g_object_get_data (G_OBJECT (page), "making");

  panah_passphrase_suggest (self->passphrase, self->again);
  gtk_widget_set_visible (self->suggested, TRUE);
  show_fault (self, NULL);
}

/* Below what one can type oneself, which is what most people know how to do. */
static void
add_suggestion (PanahPage *page,
                Making    *self,
                GtkWidget *box)
{
  self->suggest = panah_button_new (_("Suggest six words"), NULL, NULL);
  gtk_widget_set_halign (self->suggest, GTK_ALIGN_START);
  g_signal_connect_object (self->suggest, "clicked", G_CALLBACK (suggest_cb), page, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->suggest);
  self->suggested = panah_label_new (_("Write the six English words on paper now, with the spaces. Keep the paper away from the file."), NULL);
  gtk_widget_set_visible (self->suggested, FALSE);
  gtk_box_append (GTK_BOX (box), self->suggested);
}

static GtkWidget *
new_making_page (PanahSession *session,
                 PanahKeeper  *keeper)
{
  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("Save in a locked file"), _("All your answers go into one file, so that you can go on another day. It is best kept on a stick that you take with you.")));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  Making *self = g_new0 (Making, 1);

  self->keeper = g_object_ref (keeper);
  g_object_set_data_full (G_OBJECT (page), "making", self, making_free);
  panah_page_add_text (page, _("Only your passphrase opens it. Take several words that do not belong together and that you will remember. Nobody can tell you the passphrase if you forget it, and nobody can open the file without it: not even we."), "notice");
  self->passphrase = panah_passphrase_entry_new (box, _("Passphrase"));
  self->again = panah_passphrase_entry_new (box, _("The same passphrase once more"));
  add_suggestion (page, self, box);
  self->fault = panah_label_new ("", "field-error");
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_box_append (GTK_BOX (box), self->fault);
  self->waiting = panah_waiting_row_new (_("The file is being locked. That takes a moment."));
  gtk_box_append (GTK_BOX (box), self->waiting);
  panah_page_add (page, box);
  self->choose = panah_page_add_action (page, _("Choose where to save…"), NULL, NULL);
  g_signal_connect_object (self->choose, "clicked", G_CALLBACK (choose_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->again, "activate", G_CALLBACK (choose_cb), page, G_CONNECT_SWAPPED);
  panah_page_add_action (page, _("Not now"), "win.back", NULL);
  return GTK_WIDGET (page);
}

static void
other_name_cb (const char *path,
               gpointer    data)
{
  panah_keeper_save (g_object_get_data (data, "keeper"), path, FALSE);
}

static void
ask_other_name (PanahPage *page)
{
  panah_file_picker_save (GTK_WIDGET (page), _("Save under another name…"), NEUTRAL_NAME, other_name_cb);
}

static const char *
describe (PanahKeeper *keeper)
{
  switch (panah_keeper_get_kept (keeper))
    {
    case PANAH_KEPT_SAVING:
      return _("It is being saved.");
    case PANAH_KEPT_NOT:
      return _("The last answers are not in it.");
    case PANAH_KEPT_NOWHERE:
    case PANAH_KEPT_SAVED:
    default:
      return _("Your answers are saved in it whenever you leave a page.");
    }
}

static GtkWidget *
new_file_page (PanahSession *session,
               PanahKeeper  *keeper)
{
  g_autofree char *path = panah_keeper_dup_path (keeper), *name = g_filename_display_basename (path);
  /* TRANSLATORS: %s is the name of a file */
  g_autofree char *heading = g_strdup_printf (_("Your file: %s"), name);
  PanahPage *page = PANAH_PAGE (panah_page_new (session, heading, describe (keeper)));
  const GError *error = panah_keeper_get_error (keeper);
  const char *note = panah_notes_to_sentence (panah_keeper_get_notes (keeper));
  gboolean failed = panah_keeper_get_kept (keeper) == PANAH_KEPT_NOT;
  gboolean changed = g_error_matches (error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_CHANGED);

  g_object_set_data_full (G_OBJECT (page), "keeper", g_object_ref (keeper), g_object_unref);
  panah_page_add_text (page, _("The papers that you print or save as PDF are kept in it too: you can see later what you handed in."), NULL);
  if (error != NULL)
    panah_page_add_text (page, panah_error_to_sentence (error), "notice");
  if (note != NULL)
    panah_page_add_text (page, note, "notice");
  if (panah_keeper_has_left_out (keeper))
    panah_page_add_text (page, _("The last paper is not in the file: there is no room for it. Keep that paper elsewhere."), "notice");
  if (!changed)
    panah_page_add_action (page, failed ? _("Try again") : _("Save now"), "win.save", NULL);
  GtkWidget *other = panah_page_add_action (page, _("Save under another name…"), NULL, NULL);
  g_signal_connect_object (other, "clicked", G_CALLBACK (ask_other_name), page, G_CONNECT_SWAPPED);
  if (changed)
    panah_page_add_action (page, _("Give up what the other program saved, and replace it"), "win.save-replace", NULL);
  if (!failed)
    panah_page_add_action (page, _("Lock: hide everything until I type the passphrase"), "win.lock", NULL);
  panah_page_add_action (page, _("Back to what there is to do"), "win.go", "tasks");
  return GTK_WIDGET (page);
}

GtkWidget *
panah_save_page_new (PanahSession *session,
                     PanahKeeper  *keeper)
{
  return panah_keeper_has_file (keeper) ? new_file_page (session, keeper) : new_making_page (session, keeper);
}
