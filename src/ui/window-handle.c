/* window-handle.c - a name by which another program can put its dialog before our window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* gdk_wayland_toplevel_unexport_handle() is deprecated after our floor: it stands in this file alone. */

#include "ui/window-handle.h"

#ifdef GDK_WINDOWING_WAYLAND
#include <gdk/wayland/gdkwayland.h>
#endif
#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif

#ifdef GDK_WINDOWING_WAYLAND
typedef struct
{
  PanahWindowExported exported;
  gpointer            data;
} Request;

static void
exported_cb (GdkToplevel *toplevel,
             const char  *wayland_handle,
             gpointer     data)
{
  const Request *request = data;
  g_autofree char *handle = g_strconcat ("wayland:", wayland_handle, NULL);

  request->exported (handle, request->data);
}

static gboolean
export_wayland (GdkSurface         *surface,
                PanahWindowExported exported,
                gpointer            data)
{
  Request *request;

  if (!GDK_IS_WAYLAND_TOPLEVEL (surface))
    return FALSE;
  request = g_new0 (Request, 1);
  request->exported = exported;
  request->data = data;
  if (gdk_wayland_toplevel_export_handle (GDK_TOPLEVEL (surface), exported_cb, request, g_free))
    return TRUE;
  g_free (request);
  return FALSE;
}
#endif

/**
 * panah_window_handle_export:
 * @window: our window
 * @exported: called once with the name, which is empty where there is none; perhaps before this returns
 * @data: for @exported
 *
 * The name as portals want it. Valid until panah_window_handle_unexport().
 */
void
panah_window_handle_export (GtkWindow          *window,
                            PanahWindowExported exported,
                            gpointer            data)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  g_autofree char *handle = NULL;

#ifdef GDK_WINDOWING_WAYLAND
  if (export_wayland (surface, exported, data))
    return;
#endif
#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_SURFACE (surface))
    handle = g_strdup_printf ("x11:%lx", gdk_x11_surface_get_xid (surface));
#endif
  exported (handle != NULL ? handle : "", data);
}

/* @handle: what panah_window_handle_export() gave */
void
panah_window_handle_unexport (GtkWindow  *window,
                              const char *handle)
{
#ifdef GDK_WINDOWING_WAYLAND
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  if (GDK_IS_WAYLAND_TOPLEVEL (surface) && g_str_has_prefix (handle, "wayland:"))
    gdk_wayland_toplevel_unexport_handle (GDK_TOPLEVEL (surface));
#endif
}
