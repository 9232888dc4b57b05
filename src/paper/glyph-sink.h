/* glyph-sink.h - shaped lines become PDF text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

#include "paper/font-set.h"
#include "paper/pdf-object.h"

G_BEGIN_DECLS

typedef struct _PanahGlyphSink PanahGlyphSink;

PanahGlyphSink *panah_glyph_sink_new        (PanahPdf     *pdf,
                                             PanahFontSet *fonts) G_GNUC_WARN_UNUSED_RESULT;
void            panah_glyph_sink_free       (PanahGlyphSink *self);

void            panah_glyph_sink_begin_page (PanahGlyphSink *self,
                                             PanahPdfDict   *page);
void            panah_glyph_sink_add_line   (PanahGlyphSink  *self,
                                             GString         *content,
                                             PangoLayout     *layout,
                                             PangoLayoutLine *line,
                                             double           x,
                                             double           y);
gboolean        panah_glyph_sink_finish     (PanahGlyphSink *self,
                                             GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahGlyphSink, panah_glyph_sink_free)

G_END_DECLS
