/* memory.h - memory for what nobody else may read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void    panah_memory_start      (void);
void   *panah_memory_new_locked (gsize     size,
                                 GError  **error) G_GNUC_WARN_UNUSED_RESULT;
void    panah_memory_free       (void     *memory);
guint8 *panah_memory_try_new    (gsize     size,
                                 GError  **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *panah_memory_take_bytes (guint8   *data,
                                 gsize     size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
