/* font-set.h - the fonts we ship, and no others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <hb.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* One shipped font file; immutable, shared by all threads, alive as long as the process. */
typedef struct _PanahFace    PanahFace;
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
gunichar         panah_fonts_find_missing     (const char   *text);

GHashTable      *panah_font_set_get_shelf     (PanahFontSet *self);

hb_face_t       *panah_face_get_hb_face       (const PanahFace *self);
hb_face_t       *panah_face_get_subset_source (const PanahFace *self);
const char      *panah_face_get_name          (const PanahFace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahFontSet, panah_font_set_free)

G_END_DECLS
