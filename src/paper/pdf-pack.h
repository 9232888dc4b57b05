/* pdf-pack.h - the many small objects of a finished file, compressed together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *panah_pdf_pack (GBytes *plain) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
