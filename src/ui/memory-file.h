/* memory-file.h - a file that is on no disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int panah_memory_file_new (GBytes  *content,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
