/* deflate.h - a whole buffer compressed, quickly and small
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint8 *panah_deflate (gconstpointer data,
                       gsize         length,
                       gsize        *out_length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
