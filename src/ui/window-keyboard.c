/* window-keyboard.c - the keyboard under the page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window-private.h"

#include "ui/a11y.h"
#include "ui/page-position.h"
#include "ui/pages.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
show_input_cb (gpointer data)
{
  PanahWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  self->view_id = 0;
  if (focus != NULL)
    panah_page_position_show (self->scroller, focus);
  return G_SOURCE_REMOVE;
}

/* The keyboard takes its room from the page: what one was typing in has to be in the rest of it. */
static void
page_size_cb (PanahWindow *self)
{
  if (self->view_id == 0 && gtk_widget_get_visible (GTK_WIDGET (self->keyboard)))
    self->view_id = g_idle_add (show_input_cb, self);
}

static void
keyboard_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->keyboard_button)))
    panah_keyboard_choose (self->keyboard);
}

void
panah_window_install_keyboard_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.keyboard", NULL, keyboard_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "win.keyboard", NULL);
}

void
panah_window_start_keyboard (PanahWindow *self)
{
  panah_keyboard_watch (self->keyboard, self->body);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "notify::page-size", G_CALLBACK (page_size_cb),
                           self, G_CONNECT_SWAPPED);
}

/* Everything about it that is words; and whether there is anything to type. */
void
panah_window_update_keyboard (PanahWindow *self)
{
  /* TRANSLATORS: letters on the screen that can be pressed */
  gtk_label_set_text (self->keyboard_word, _("Keyboard"));
  /* TRANSLATORS: the key F8 */
  gtk_label_set_text (self->keyboard_key, _("F8"));
  panah_a11y_set_name (GTK_WIDGET (self->keyboard_button), _("Keyboard"));
  gtk_widget_set_visible (GTK_WIDGET (self->keyboard_button), strcmp (self->place, PANAH_CRASHED) != 0);
  panah_keyboard_set_language (self->keyboard, panah_session_get_language (self->session));
}
