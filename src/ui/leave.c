/* leave.c - gone, at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Nothing clears an answer out of a running GTK program, so the program ends. No confirmation: who presses this may
 * have no second for one. Nor does anything wait for a display that does not answer: the end is in the hands of a
 * thread that gives the display a moment and no more. */

#include "ui/leave.h"

#include "ui/environment.h"
#include "ui/file-picker.h"

#include <gtk/gtk.h>
#include <unistd.h>

/* How long a display may take to let go of what was copied. */
#define CLIPBOARD_WAIT (300 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean cleared;
} Farewell;

static PanahLastThing prepare_last_thing, do_last_thing;
static gpointer last_data;

/**
 * panah_leave_set_last_thing:
 * @prepare: (nullable): called on the thread of the window as soon as nothing can be seen any more
 * @last_thing: (nullable): what is done between the windows being hidden and the end: a save of a few milliseconds,
 *   the wiping of keys. The main loop stands still meanwhile; it may be called on another thread
 * @data: for both
 */
void
panah_leave_set_last_thing (PanahLastThing prepare,
                            PanahLastThing last_thing,
                            gpointer       data)
{
  prepare_last_thing = prepare;
  do_last_thing = last_thing;
  last_data = data;
}

static gpointer
end (gpointer data)
{
  Farewell *farewell = data;
  gint64 until = g_get_monotonic_time () + CLIPBOARD_WAIT;

  g_mutex_lock (&farewell->mutex);
  while (!farewell->cleared && g_cond_wait_until (&farewell->cond, &farewell->mutex, until))
    ;
  g_mutex_unlock (&farewell->mutex);
  if (do_last_thing != NULL)
    do_last_thing (last_data);
  panah_environment_forget ();
  _exit (0);
}

static void
hide_everything (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0, n = g_list_model_get_n_items (windows); i < n; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (window != NULL)
        gtk_widget_set_visible (window, FALSE);
    }
  panah_file_picker_hide ();
}

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
 * Hides every window, empties the clipboards if they hold something of ours, does the last thing, and ends the process.
 * Does not return, and cuts short whatever a thread is doing.
 */
void
panah_leave (void)
{
  static Farewell farewell;
  GdkDisplay *display = gdk_display_get_default ();
  GThread *thread;

  hide_everything ();
  if (display != NULL)
    gdk_display_flush (display);
  if (prepare_last_thing != NULL)
    prepare_last_thing (last_data);
  thread = g_thread_try_new ("leave", end, &farewell, NULL);
  if (display != NULL)
    {
      empty (gdk_display_get_clipboard (display));
      empty (gdk_display_get_primary_clipboard (display));
      gdk_display_sync (display);
    }
  g_mutex_lock (&farewell.mutex);
  farewell.cleared = TRUE;
  g_cond_signal (&farewell.cond);
  g_mutex_unlock (&farewell.mutex);
  if (thread == NULL)
    end (&farewell);
  for (;;)
    pause ();
}
