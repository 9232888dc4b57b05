/* pack-shelf.h - each country's rules are loaded once, whoever asks for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/pack.h"

G_BEGIN_DECLS

typedef struct _PanahPackShelf PanahPackShelf;

PanahPackShelf *panah_pack_shelf_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            panah_pack_shelf_free (PanahPackShelf *self);
PanahPack      *panah_pack_shelf_get  (PanahPackShelf *self,
                                       const char     *id,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahPackShelf, panah_pack_shelf_free)

G_END_DECLS
