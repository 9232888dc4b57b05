/* catalog.h - what the user reads, in another language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *panah_catalog_parse (const char *po,
                                 char      **out_problem) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
