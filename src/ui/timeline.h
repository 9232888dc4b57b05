/* timeline.h - the days of a plan, drawn on a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PANAH_TYPE_TIMELINE_ROW (panah_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (PanahTimelineRow, panah_timeline_row, PANAH, TIMELINE_ROW, GtkWidget)

GtkWidget *panah_timeline_new (PanahSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
