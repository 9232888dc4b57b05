/* font-set.h - the fonts we ship, and no others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <pango/pango.h>

#include "paper/face.h"

G_BEGIN_DECLS

typedef struct _PanahFontSet PanahFontSet;

PanahFontSet    *panah_font_set_get_default   (GError **error);
PanahFontSet    *panah_font_set_new           (const char *directories,
                                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void             panah_font_set_free          (PanahFontSet *self);

PangoContext    *panah_font_set_get_context   (PanahFontSet  *self,
                                               PangoDirection direction);
const char      *panah_font_set_get_family    (PanahFontSet *self);
const PanahFace *panah_font_set_lookup        (PanahFontSet *self,
                                               PangoFont    *font,
                                               GError      **error);
gunichar         panah_font_set_find_missing  (PanahFontSet *self,
                                               const char   *text,
                                               gboolean      bold);
gboolean         panah_font_set_is_plain      (PanahFontSet *self,
                                               const char   *text,
                                               gboolean      bold);
gunichar         panah_fonts_find_missing     (const char   *text);

GHashTable      *panah_font_set_get_shelf     (PanahFontSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahFontSet, panah_font_set_free)

G_END_DECLS
