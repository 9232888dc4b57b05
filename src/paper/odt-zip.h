/* odt-zip.h - a ZIP archive in memory, as OpenDocument wants it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PanahOdtZip PanahOdtZip;

PanahOdtZip *panah_odt_zip_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void         panah_odt_zip_free   (PanahOdtZip *self);

void         panah_odt_zip_add    (PanahOdtZip *self,
                                   const char  *name,
                                   const char  *contents,
                                   gboolean     deflate);
GBytes      *panah_odt_zip_finish (PanahOdtZip *self,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahOdtZip, panah_odt_zip_free)

G_END_DECLS
