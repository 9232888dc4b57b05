/* window.c - the window: one place at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Language, text size, Back and Leave stand on every page. A page is built from the session whenever it is shown, so
 * that switching the language is building it anew; what was typed and not accepted is kept by the session. */

#include "ui/window-private.h"

#include "core/date.h"
#include "paper/words.h"
#include "ui/a11y.h"
#include "ui/language.h"
#include "ui/leave.h"
#include "ui/page-position.h"
#include "ui/pages.h"
#include "ui/removed.h"
#include "ui/wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

/* What one reads is not wider than this; what one looks at may be. */
#define READING_WIDTH    720
#define TIGHTENING_WIDTH 640
#define LOOKING_WIDTH    100000

#define KEEP_EVERY_SECONDS 15

G_DEFINE_FINAL_TYPE (PanahWindow, panah_window, ADW_TYPE_APPLICATION_WINDOW)

PanahPage *
panah_window_get_page (PanahWindow *self)
{
  return PANAH_PAGE (adw_clamp_get_child (self->clamp));
}

const char *
panah_window_get_place (PanahWindow *self)
{
  return self->place;
}

static void
set_button (GtkButton  *button,
            const char *label,
            const char *name)
{
  gtk_button_set_label (button, label);
  panah_a11y_set_name (GTK_WIDGET (button), name);
}

/* Whoever set up this computer should know that it does not do what they wanted. */
static void
update_office_notice (PanahWindow *self)
{
  /* TRANSLATORS: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_("The settings of this office cannot be used, so the usual ones hold. Look at the file %s."),
                                           self->office_refused != NULL ? self->office_refused : "");

  gtk_label_set_text (self->office_notice, text);
  gtk_widget_set_visible (GTK_WIDGET (self->office_notice), self->office_refused != NULL && strcmp (self->place, "start") == 0);
}

/* Everything on the window that is words. */
static void
update_chrome (PanahWindow *self)
{
  const PanahLanguage *language = panah_language_find (panah_session_get_language (self->session));
  gint64 now = panah_session_get_now (self->session);
  g_autofree char *day =
    panah_words_format_day (panah_session_get_language (self->session), panah_moment_get_day (now));
  g_autofree char *as_of = g_strdup_printf (_("As of %s"), day);

  gtk_window_set_title (GTK_WINDOW (self), _("Documents"));
  set_button (self->back, _("Back"), _("Back"));
  gtk_label_set_text (self->leave_word, _("Leave"));
  /* TRANSLATORS: the key Escape, pressed three times */
  gtk_label_set_text (self->leave_key, _("Esc Esc Esc"));
  panah_a11y_set_name (GTK_WIDGET (self->leave), _("Leave: close at once, keep nothing"));
  set_button (self->larger, "A+", _("Larger text"));
  set_button (self->smaller, "A−", _("Smaller text"));
  /* TRANSLATORS: %s is the name of the language, in that language */
  g_autofree char *language_name = g_strdup_printf (_("Language: %s"), language->name);
  set_button (self->language, language->name, language_name);
  gtk_label_set_text (self->as_of, as_of);
  gtk_widget_set_visible (GTK_WIDGET (self->as_of), panah_session_is_now_fixed (self->session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", self->history->len > 0);
  update_office_notice (self);
  panah_window_update_keyboard (self);
  panah_window_update_file (self);
  panah_window_update_cover (self);
}

/* Whether the focus is on the page, which is about to go, and not on a button of the window. */
static gboolean
is_page_focused (PanahWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self)), *page = adw_clamp_get_child (self->clamp);

  return focus == NULL || page == NULL || focus == page || gtk_widget_is_ancestor (focus, page);
}

static GtkWidget *
build_page (PanahWindow *self)
{
  if (strcmp (self->place, PANAH_SAVE) == 0)
    return panah_save_page_new (self->session, self->keeper);
  if (g_str_has_prefix (self->place, PANAH_UNLOCK))
    return panah_unlock_page_new (self->session, self->keeper, self->place + strlen (PANAH_UNLOCK),
                                  self->start == PANAH_START_LOCKED);
  return panah_place_build (self->session, self->place);
}

/* Puts the page of the place there. */
static void
put_page (PanahWindow *self)
{
  GtkWidget *page = build_page (self);
  GtkWidget *old = adw_clamp_get_child (self->clamp);
  int width = panah_page_is_wide (PANAH_PAGE (page)) ? LOOKING_WIDTH : READING_WIDTH;

  if (old != NULL)
    panah_page_forget_undo (PANAH_PAGE (old));
  adw_clamp_set_child (self->clamp, page);
  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width == READING_WIDTH ? TIGHTENING_WIDTH : width);
  update_chrome (self);
}

/* Shows the page of a place one comes to. */
static void
show_place (PanahWindow *self)
{
  gboolean take_focus = is_page_focused (self);

  put_page (self);
  if (take_focus)
    panah_page_focus (panah_window_get_page (self));
}

/* Builds the page anew; who reads it stays where they are. */
void
panah_window_show_again (PanahWindow *self)
{
  PanahPagePosition position = { 0 };
  gboolean take_focus = is_page_focused (self), begins_anew = self->begins_anew;

  self->begins_anew = FALSE;
  panah_page_position_read (&position, adw_clamp_get_child (self->clamp), gtk_window_get_focus (GTK_WINDOW (self)),
                            gtk_scrolled_window_get_vadjustment (self->scroller));
  if (begins_anew)
    position.focus = 0;
  /* else the window goes on typing into a page that is gone */
  if (take_focus)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  put_page (self);
  if (take_focus && position.focus == 0)
    panah_page_focus (panah_window_get_page (self));
  panah_page_position_apply (&position, adw_clamp_get_child (self->clamp), self->scroller);
  if (begins_anew && gtk_window_get_focus (GTK_WINDOW (self)) != NULL)
    panah_page_position_show_soon (gtk_window_get_focus (GTK_WINDOW (self)));
}

/* A page that is about to be built anew no longer fits the session: its typing was kept when that was decided. */
void
panah_window_keep_typing (PanahWindow *self)
{
  if (adw_clamp_get_child (self->clamp) != NULL && self->rebuild_id == 0)
    panah_page_keep (panah_window_get_page (self));
}

static void
keep (PanahWindow *self)
{
  if (strcmp (self->place, PANAH_CRASHED) != 0 && self->start != PANAH_START_LOCKED)
    panah_keeper_keep (self->keeper, self->place);
}

/* A long story is more than one page’s worth of work. */
static gboolean
keep_cb (gpointer data)
{
  PanahWindow *self = data;

  panah_window_keep_typing (self);
  keep (self);
  return G_SOURCE_CONTINUE;
}

/* @remember: whether Back leads to where one was */
void
panah_window_set_place (PanahWindow *self,
                        const char  *place,
                        gboolean     remember)
{
  char *old = self->place;

  if (remember && old != NULL && strcmp (old, place) != 0)
    g_ptr_array_add (self->history, g_strdup (old));
  self->place = g_strdup (place);
  g_free (old);
  panah_session_set_mark (self->session, self->place, TRUE);
  panah_removed_forget (self->session);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  show_place (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  keep (self);
}

/**
 * panah_window_go:
 * @self: the window
 * @place: where to be
 *
 * What was typed on the page that is left is kept until it is accepted or skipped.
 */
void
panah_window_go (PanahWindow *self,
                 const char  *place)
{
  g_autofree char *target = g_strdup (place);

  panah_window_keep_typing (self);
  panah_window_set_place (self, target, TRUE);
}

static gboolean
panah_window_close_request (GtkWindow *window)
{
  panah_leave ();
  return GDK_EVENT_STOP;
}

static void
panah_window_dispose (GObject *object)
{
  PanahWindow *self = PANAH_WINDOW (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_handle_id (&self->keep_id, g_source_remove);
  g_clear_handle_id (&self->view_id, g_source_remove);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_pointer (&self->languages, gtk_widget_unparent);
  g_clear_object (&self->presence);
  if (self->keeper != NULL)
    panah_leave_set_last_thing (NULL, NULL, NULL);
  g_clear_object (&self->keeper);
  g_clear_pointer (&self->unlock_to, g_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->change_from, g_free);
  g_clear_pointer (&self->office_refused, g_free);

  G_OBJECT_CLASS (panah_window_parent_class)->dispose (object);
}

static void
panah_window_class_init (PanahWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = panah_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = panah_window_close_request;

  g_type_ensure (PANAH_TYPE_KEYBOARD);
  g_type_ensure (PANAH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/panah/Panah/window.ui");
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, back);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, leave);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, larger);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, smaller);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, language);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, as_of);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, clamp);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, cover);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, leave_word);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, leave_key);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, cover_word);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, cover_key);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, covered);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, covered_title);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, uncover);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, countdown_box);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, countdown);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, body);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, office_notice);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, keyboard_button);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, keyboard_word);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, keyboard_key);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, keyboard);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, save);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, save_word);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, save_state);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, save_notice);
  panah_window_install_actions (widget_class);
  panah_window_install_file_actions (widget_class);
  panah_window_install_keyboard_action (widget_class);
}

static void
panah_window_init (PanahWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->history = g_ptr_array_new_with_free_func (g_free);
}

/**
 * panah_window_new:
 * @application: the program
 * @session: the cases
 * @office: (nullable): what the office has set; %NULL: the usual
 *
 * Returns: (transfer none): the window, on the first page; it belongs to @application
 */
PanahWindow *
panah_window_new (GtkApplication    *application,
                  PanahSession      *session,
                  const PanahOffice *office)
{
  PanahWindow *self = g_object_new (PANAH_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  panah_window_start_keeper (self, office);
  self->keep_id = g_timeout_add_seconds (KEEP_EVERY_SECONDS, keep_cb, self);
  panah_window_start_presence (self, office);
  panah_window_start_keyboard (self);
  panah_language_use (panah_session_get_language (session));
  panah_window_set_place (self, "start", FALSE);

  return self;
}

/**
 * panah_window_begin:
 * @self: a window on its first page
 * @start: why there is a window
 * @snapshot: (nullable) (transfer none): where answers outlive a crash
 *
 * Connects the window to the process that watches over it.
 */
void
panah_window_begin (PanahWindow   *self,
                    PanahStart     start,
                    PanahSnapshot *snapshot)
{
  self->start = start;
  panah_keeper_set_snapshot (self->keeper, snapshot);
  if (start == PANAH_START_FRESH)
    return;

  g_autofree char *language = panah_keeper_peek_language (self->keeper);
  if (language != NULL)
    {
      panah_language_use (language);
      panah_session_set_language (self->session, language);
    }
  if (start != PANAH_START_LOCKED)
    {
      panah_window_set_place (self, PANAH_CRASHED, FALSE);
      return;
    }
  g_autofree char *path = panah_keeper_take_lock (self->keeper, &self->unlock_to);
  g_autofree char *place = path != NULL ? g_strconcat (PANAH_UNLOCK, path, NULL) : g_strdup ("start");
  panah_window_set_place (self, place, FALSE);
}
