/* window-handle.h - a name by which another program can put its dialog before our window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*PanahWindowExported) (const char *handle,
                                     gpointer    data);

void panah_window_handle_export   (GtkWindow          *window,
                                   PanahWindowExported exported,
                                   gpointer            data);
void panah_window_handle_unexport (GtkWindow          *window,
                                   const char         *handle);

G_END_DECLS
