/* window-file.c - the file that the answers are in, as the window shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window-private.h"

#include "ui/a11y.h"
#include "ui/error-text.h"
#include "ui/file-picker.h"
#include "ui/language.h"
#include "ui/leave.h"
#include "ui/pages.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
describe (PanahWindow *self)
{
  switch (panah_keeper_get_kept (self->keeper))
    {
    case PANAH_KEPT_SAVING:
      return _("saving…");
    case PANAH_KEPT_SAVED:
      return _("saved");
    case PANAH_KEPT_NOT:
      return _("not saved");
    case PANAH_KEPT_NOWHERE:
    default:
      return _("in a file");
    }
}

/* Above every page stands only what one has to do something about. */
static const char *
find_notice (PanahWindow *self)
{
  const GError *error = panah_keeper_get_error (self->keeper);

  if (error != NULL)
    return panah_error_to_sentence (error);
  return panah_notes_to_sentence (panah_keeper_get_notes (self->keeper) & PANAH_CASE_FILE_WORN);
}

/* Everything about the file that is words above the page. */
void
panah_window_update_file (PanahWindow *self)
{
  const char *notice = find_notice (self);
  /* TRANSLATORS: %s is how the file is: “saved”, “saving…”, “not saved” */
  g_autofree char *name = panah_keeper_has_file (self->keeper) ? g_strdup_printf (_("Save: %s"), describe (self))
                                                               : g_strdup (_("Save: keep your answers in a locked file"));

  gtk_label_set_text (self->save_word, _("Save"));
  gtk_label_set_text (self->save_state, describe (self));
  panah_a11y_set_name (GTK_WIDGET (self->save), name);
  gtk_label_set_text (self->save_notice, notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->save_notice), notice != NULL && strcmp (self->place, PANAH_SAVE) != 0);
}

static void
finish_lock (PanahWindow *self)
{
  if (panah_keeper_lock (self->keeper, self->place))
    panah_leave ();
}

static void
changed_cb (PanahWindow *self)
{
  PanahKept kept = panah_keeper_get_kept (self->keeper);

  panah_window_update_file (self);
  if (strcmp (self->place, PANAH_SAVE) == 0 && panah_keeper_has_file (self->keeper))
    panah_window_rebuild (self);
  if (!self->locking || kept == PANAH_KEPT_SAVING)
    return;
  self->locking = FALSE;
  if (kept == PANAH_KEPT_SAVED && !panah_keeper_is_unsaved (self->keeper))
    finish_lock (self);
}

static void
prepare_last (gpointer data)
{
  PanahWindow *self = data;

  panah_window_keep_typing (self);
  panah_keeper_prepare_last (self->keeper, self->save_on_leave);
}

static void
do_last (gpointer data)
{
  panah_keeper_do_last (PANAH_WINDOW (data)->keeper);
}

void
panah_window_start_keeper (PanahWindow       *self,
                           const PanahOffice *office)
{
  self->keeper = panah_keeper_new (self->session);
  self->save_on_leave = office != NULL && office->save_on_leave;
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  panah_leave_set_last_thing (prepare_last, do_last, self);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);

  panah_window_keep_typing (self);
  panah_keeper_save (self->keeper, NULL, strcmp (name, "win.save-replace") == 0);
}

/* Hidden at once. If the file cannot be written, the answers stay where they are, behind the cover. */
static void
lock_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);

  if (!panah_keeper_has_file (self->keeper))
    return;
  panah_window_keep_typing (self);
  panah_presence_set_covered (self->presence, TRUE);
  if (!panah_keeper_is_unsaved (self->keeper) && panah_keeper_get_kept (self->keeper) != PANAH_KEPT_SAVING)
    {
      finish_lock (self);
      return;
    }
  self->locking = TRUE;
  panah_keeper_save (self->keeper, NULL, FALSE);
}

/* Somebody cannot go on now. What can be put away is put away, everything else is at least out of sight. */
static void
break_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gboolean has_file = panah_keeper_has_file (PANAH_WINDOW (widget)->keeper);

  gtk_widget_activate_action (widget, has_file ? "win.lock" : "win.cover", NULL);
}

static void
picked_cb (const char *path,
           gpointer    data)
{
  g_autofree char *place = g_strconcat (PANAH_UNLOCK, path, NULL);

  gtk_widget_activate_action (data, "win.go", "s", place);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  panah_file_picker_open (GTK_WIDGET (panah_window_get_page (PANAH_WINDOW (widget))), _("Open a saved file"), picked_cb);
}

/* A file was opened: what is in it is what the window is about. Nothing before it can be gone back to. */
static void
opened_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);
  const char *first = panah_session_has_moved (self->session) ? "plan" : "tasks";
  g_autofree char *place = self->unlock_to != NULL ? g_steal_pointer (&self->unlock_to) : g_strdup (first);

  self->start = PANAH_START_FRESH;
  self->taught = TRUE;
  g_ptr_array_set_size (self->history, 0);
  g_clear_pointer (&self->change_from, g_free);
  panah_language_use (panah_session_get_language (self->session));
  panah_window_set_place (self, place, FALSE);
}

void
panah_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-replace", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_action);
  gtk_widget_class_install_action (widget_class, "win.break", NULL, break_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.opened", NULL, opened_action);
}
