/* pack-index.h - which packs are installed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/pack.h"

G_BEGIN_DECLS

char     **panah_pack_index_list (const char *const *directories) G_GNUC_WARN_UNUSED_RESULT;
PanahPack *panah_pack_index_load (const char *const *directories,
                                  const char        *id,
                                  PanahPackProblems *problems,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;
PanahPack *panah_pack_index_load_head (const char *const *directories,
                                       const char        *id,
                                       PanahPackProblems *problems,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
