/* cairo-painter.h - pages on a screen, on a printer, in a reference picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "paper/pages.h"

G_BEGIN_DECLS

void    panah_pages_draw         (PanahPages *pages,
                                  guint       page,
                                  cairo_t    *cr);
GBytes *panah_pages_to_cairo_pdf (PanahPages *pages,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
