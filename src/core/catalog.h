/* catalog.h - what the user reads, in another language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PanahCatalog PanahCatalog;

PanahCatalog *panah_catalog_new    (GBytes       *po,
                                    gboolean      right_to_left,
                                    char        **out_problem) G_GNUC_WARN_UNUSED_RESULT;
void          panah_catalog_free   (PanahCatalog *self);
const char   *panah_catalog_lookup (PanahCatalog *self,
                                    const char   *english);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahCatalog, panah_catalog_free)

G_END_DECLS
