/* preview.h - a paper to leaf through
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/papers.h"

G_BEGIN_DECLS

#define PANAH_TYPE_PREVIEW (panah_preview_get_type ())
G_DECLARE_FINAL_TYPE (PanahPreview, panah_preview, PANAH, PREVIEW, GtkWidget)

GtkWidget *panah_preview_new (PanahPapers          *papers,
                              const PanahMadePaper *paper,
                              const char           *title) G_GNUC_WARN_UNUSED_RESULT;
void       panah_preview_focus_page (PanahPreview *self);

G_END_DECLS
