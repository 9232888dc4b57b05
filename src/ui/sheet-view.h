/* sheet-view.h - a picture of one page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/papers.h"

G_BEGIN_DECLS

#define PANAH_TYPE_SHEET_VIEW (panah_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (PanahSheetView, panah_sheet_view, PANAH, SHEET_VIEW, GtkWidget)

GtkWidget *panah_sheet_view_new        (PanahPapers          *papers,
                                        const PanahMadePaper *paper,
                                        guint                 page,
                                        const char           *title) G_GNUC_WARN_UNUSED_RESULT;

int        panah_sheet_view_get_height (PanahSheetView       *self);
void       panah_sheet_view_set_width  (PanahSheetView       *self,
                                        int                   width);
gboolean   panah_sheet_view_is_drawn   (PanahSheetView       *self);
void       panah_sheet_view_set_drawn  (PanahSheetView       *self,
                                        gboolean              drawn);

G_END_DECLS
