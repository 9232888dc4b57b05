/* window-cover.c - an empty page over everything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is covered is hidden, not painted over: then it is in no picture of the window and not in what a screen reader
 * has of it. */

#include "ui/window-private.h"

#include "ui/a11y.h"
#include "ui/pages.h"
#include "ui/removed.h"

#include <glib/gi18n.h>
#include <string.h>

static void
remember_focus (PanahWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  g_set_weak_pointer (&self->focus_before, focus);
}

/* Without selecting what stands there: the next key would write over it. A page that was built anew is begun anew. */
static void
return_focus (PanahWindow *self)
{
  if (self->focus_before == NULL)
    panah_page_focus (panah_window_get_page (self));
  else if (GTK_IS_TEXT (self->focus_before))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (self->focus_before));
  else
    gtk_widget_grab_focus (self->focus_before);
  g_clear_weak_pointer (&self->focus_before);
}

static void
show_seconds (PanahWindow *self)
{
  guint seconds = panah_presence_get_seconds_left (self->presence);
  g_autofree char *text = NULL;

  if (seconds > 0)
    /* TRANSLATORS: %u is a number of seconds, 60 to 1. Whoever comes by reads this: it must not say what the program is for */
    text = g_strdup_printf (ngettext ("This window closes in %u second. Press any key to keep it open.",
                                      "This window closes in %u seconds. Press any key to keep it open.", seconds),
                            seconds);
  gtk_label_set_text (self->countdown, text != NULL ? text : "");
  panah_a11y_set_name (self->countdown_box, text != NULL ? text : "");
  gtk_widget_set_focusable (self->countdown_box, text != NULL);
}

/* Everything on the cover that is words, and what of the window is behind it. */
void
panah_window_update_cover (PanahWindow *self)
{
  gboolean covered = panah_presence_is_covered (self->presence);
  gboolean bare = covered || strcmp (self->place, PANAH_CRASHED) == 0 || self->start == PANAH_START_LOCKED;
  GtkWidget *others[] = { GTK_WIDGET (self->back), GTK_WIDGET (self->larger), GTK_WIDGET (self->smaller),
                          GTK_WIDGET (self->language), GTK_WIDGET (self->save) };

  gtk_label_set_text (self->cover_word, _("Cover"));
  /* TRANSLATORS: the key F9 */
  gtk_label_set_text (self->cover_key, _("F9"));
  panah_a11y_set_name (GTK_WIDGET (self->cover), _("Cover: hide everything until you come back"));
  gtk_label_set_text (self->covered_title, _("Documents"));
  gtk_button_set_label (self->uncover, _("Continue"));
  panah_a11y_set_name (GTK_WIDGET (self->uncover), _("Continue"));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    gtk_widget_set_visible (others[i], !bare);
  gtk_widget_set_visible (GTK_WIDGET (self->cover), !covered);
  gtk_widget_set_visible (self->body, !covered);
  gtk_widget_set_visible (self->covered, covered);
  show_seconds (self);
}

static void
covered_cb (PanahWindow *self)
{
  gboolean covered = panah_presence_is_covered (self->presence);

  if (covered)
    {
      remember_focus (self);
      panah_page_forget_undo (panah_window_get_page (self));
      if (panah_removed_forget (self->session))
        panah_window_show_again (self);
    }
  panah_window_update_cover (self);
  if (covered)
    gtk_widget_grab_focus (GTK_WIDGET (self->uncover));
  else
    return_focus (self);
}

/* A screen reader speaks what takes the focus: that the window is about to close is said once, at the beginning. */
static void
seconds_cb (PanahWindow *self)
{
  guint seconds = panah_presence_get_seconds_left (self->presence);
  gboolean began = seconds > 0 && *gtk_label_get_text (self->countdown) == '\0';

  show_seconds (self);
  if (began)
    gtk_widget_grab_focus (self->countdown_box);
  else if (seconds == 0 && panah_presence_is_covered (self->presence))
    gtk_widget_grab_focus (GTK_WIDGET (self->uncover));
}

/* A click anywhere takes the cover away, as the button does. */
static void
click_cb (PanahWindow *self)
{
  panah_presence_set_covered (self->presence, FALSE);
}

static gboolean
is_unsaved (gpointer data)
{
  return panah_keeper_is_unsaved (PANAH_WINDOW (data)->keeper);
}

/* @office: (nullable): what the office has set */
void
panah_window_start_presence (PanahWindow       *self,
                             const PanahOffice *office)
{
  GtkGesture *click = gtk_gesture_click_new ();
  PanahOffice usual;

  panah_office_init (&usual);
  self->presence = panah_presence_new (GTK_WINDOW (self), office != NULL ? office : &usual, is_unsaved, self);
  g_signal_connect_object (self->presence, "notify::covered", G_CALLBACK (covered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presence, "notify::seconds-left", G_CALLBACK (seconds_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (click, "released", G_CALLBACK (click_cb), self);
  gtk_widget_add_controller (self->covered, GTK_EVENT_CONTROLLER (click));
  if (office != NULL)
    self->office_refused = g_strdup (office->refused);
}
