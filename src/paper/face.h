/* face.h - one font file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

/* Immutable, shared by all threads, alive as long as the process. */
typedef struct _PanahFace PanahFace;

const PanahFace *panah_face_get               (const char *path,
                                               GError    **error);
const char      *panah_face_get_path          (const PanahFace *self);
const char      *panah_face_get_name          (const PanahFace *self);
hb_face_t       *panah_face_get_hb_face       (const PanahFace *self);
hb_font_t       *panah_face_get_hb_font       (const PanahFace *self);
hb_face_t       *panah_face_get_subset_source (const PanahFace *self);

G_END_DECLS
