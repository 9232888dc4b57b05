/* pack-trust.h - who vouches for the rules of a country
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/pack-index.h"

G_BEGIN_DECLS

#define PANAH_PACK_KEY_SIZE 32

/**
 * PanahPackOrigin:
 * @PANAH_PACK_UNVERIFIED: nobody: a folder from outside, or one that was changed
 * @PANAH_PACK_SHIPPED: the build of this program
 * @PANAH_PACK_SIGNED: somebody whose key was built into this program
 */
typedef enum
{
  PANAH_PACK_UNVERIFIED,
  PANAH_PACK_SHIPPED,
  PANAH_PACK_SIGNED,
} PanahPackOrigin;

extern const char *const panah_pack_origin_names[];

PanahPackOrigin panah_pack_trust_check      (const PanahPack   *pack);
PanahPackOrigin panah_pack_trust_check_with (const PanahPack   *pack,
                                             const guint8     (*keys)[PANAH_PACK_KEY_SIZE],
                                             guint              n_keys);
GBytes         *panah_pack_trust_message    (const PanahPack   *pack) G_GNUC_WARN_UNUSED_RESULT;
PanahPack      *panah_pack_trust_load       (const char *const *directories,
                                             const char        *id,
                                             PanahPackProblems *problems,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
