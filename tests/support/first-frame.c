/* first-frame.c - ends a GTK program when the first frame of a window has reached the screen, and says when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* usage: FIRST_FRAME_FROM=SECONDS LD_PRELOAD=first-frame.so PROGRAM
 *
 * SECONDS of the monotonic clock, when the program was started. Prints to stderr the milliseconds of the wall since then,
 * and those of the processor that the process of the window took. */

#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

/* Before the program's own handlers of the signal. */
static gboolean
painted (GSignalInvocationHint *hint,
         guint                  n_values,
         const GValue          *values,
         gpointer               data)
{
  gdk_display_sync (gdk_display_get_default ());
  double wall = read_clock (CLOCK_MONOTONIC) - g_ascii_strtod (g_getenv ("FIRST_FRAME_FROM"), NULL) * 1000;
  fprintf (stderr, "first frame: %.1f ms, CPU %.1f ms\n", wall, read_clock (CLOCK_PROCESS_CPUTIME_ID));
  _exit (0);
}

/* In the place of GTK's own. */
void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, painted, NULL, NULL);
  present (window);
}
