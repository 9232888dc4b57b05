/* key.h - what wraps the key of a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/secret.h"

G_BEGIN_DECLS

#define PANAH_KEY_BYTES         32
#define PANAH_KEY_SALT_BYTES    16
#define PANAH_KEY_NONCE_BYTES   24
#define PANAH_KEY_WRAPPED_BYTES (PANAH_KEY_BYTES + 16)

#define PANAH_KEY_MAX_OPS       16
#define PANAH_KEY_MIN_KIB       8
#define PANAH_KEY_MAX_KIB       (1024 * 1024)

/**
 * PanahKeyRecipe:
 * @kind: of which secret
 * @ops: passes of Argon2id over the memory, 1 to 16; 0 for a casebook
 * @kib: memory of Argon2id in KiB, 8 to 1,048,576; 0 for a casebook
 * @salt: random
 *
 * How a secret becomes a key. It stands in the file, open to anyone.
 */
typedef struct
{
  PanahSecretKind kind;
  guint32         ops;
  guint32         kib;
  guint8          salt[PANAH_KEY_SALT_BYTES];
} PanahKeyRecipe;

/**
 * PanahKey:
 *
 * Reference-counted and never changed; any thread may use it. Its bytes can only be read while they are used.
 */
typedef struct _PanahKey PanahKey;

gboolean              panah_key_recipe_is_within_limits (const PanahKeyRecipe *recipe);

PanahKey             *panah_key_new        (PanahSecret          *secret,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
PanahKey             *panah_key_derive     (const PanahKeyRecipe *recipe,
                                            PanahSecret          *secret,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
PanahKey             *panah_key_new_bytes  (const PanahKeyRecipe *recipe,
                                            const guint8         *bytes,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
PanahKey             *panah_key_ref        (PanahKey             *self);
void                  panah_key_unref      (PanahKey             *self);
const PanahKeyRecipe *panah_key_get_recipe (const PanahKey       *self);
gboolean              panah_key_is_light   (const PanahKey       *self);
void                  panah_key_copy_bytes (PanahKey             *self,
                                            guint8               *out_bytes);
void                  panah_key_wrap       (PanahKey             *self,
                                            const guint8         *file_key,
                                            const guint8         *ad,
                                            gsize                 ad_length,
                                            const guint8         *nonce,
                                            guint8               *out_wrapped);
gboolean              panah_key_unwrap     (PanahKey             *self,
                                            const guint8         *wrapped,
                                            const guint8         *ad,
                                            gsize                 ad_length,
                                            const guint8         *nonce,
                                            guint8               *out_file_key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahKey, panah_key_unref)

G_END_DECLS
