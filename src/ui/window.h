/* window.h - the window: one place at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/office.h"
#include "ui/page.h"
#include "ui/supervisor.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PANAH_TYPE_WINDOW (panah_window_get_type ())
G_DECLARE_FINAL_TYPE (PanahWindow, panah_window, PANAH, WINDOW, AdwApplicationWindow)

PanahWindow *panah_window_new       (GtkApplication *application,
                                     PanahSession   *session,
                                     const PanahOffice *office) G_GNUC_WARN_UNUSED_RESULT;
void         panah_window_begin     (PanahWindow    *self,
                                     PanahStart      start,
                                     PanahSnapshot  *snapshot);
void         panah_window_go        (PanahWindow    *self,
                                     const char     *place);
void         panah_window_rebuild   (PanahWindow    *self);
const char  *panah_window_get_place (PanahWindow    *self);
PanahPage   *panah_window_get_page  (PanahWindow    *self);

G_END_DECLS
