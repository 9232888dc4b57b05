/* bounded-read.h - reading what may be endless
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *panah_bounded_read      (GInputStream *stream,
                                 gsize         max_bytes,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *panah_bounded_read_file (const char   *path,
                                 gsize         max_bytes,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
