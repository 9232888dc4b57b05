/* leave.c - gone, at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Nothing clears an answer out of a running GTK program, so the program ends. No confirmation: who presses this may
 * have no second for one. */

#include "ui/leave.h"

#include "ui/environment.h"

#include <gtk/gtk.h>
#include <unistd.h>

static void
empty (GdkClipboard *clipboard)
{
  /* what is ours would be handed to the clipboard manager when we go */
  if (gdk_clipboard_is_local (clipboard))
    gdk_clipboard_set_content (clipboard, NULL);
}

/**
 * panah_leave:
 *
 * Hides every window, empties the clipboards if they hold something of ours, and ends the process. Does not return.
 */
void
panah_leave (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  for (guint i = 0, n = g_list_model_get_n_items (gtk_window_get_toplevels ()); i < n; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (gtk_window_get_toplevels (), i);
      if (window != NULL)
        gtk_widget_set_visible (window, FALSE);
    }
  if (display != NULL)
    {
      empty (gdk_display_get_clipboard (display));
      empty (gdk_display_get_primary_clipboard (display));
      gdk_display_sync (display);
    }
  panah_environment_forget ();
  _exit (0);
}
