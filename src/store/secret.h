/* secret.h - what a person knows or a casebook holds, in memory that is wiped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PANAH_SECRET_MAX_BYTES      65536
#define PANAH_SECRET_CASEBOOK_BYTES 32

/**
 * PanahSecretKind:
 * @PANAH_SECRET_PASSPHRASE: words that a person remembers
 * @PANAH_SECRET_CASEBOOK: 32 random bytes that open every file of a lawyer’s casebook without work
 *
 * The numbers stand in files.
 */
typedef enum
{
  PANAH_SECRET_PASSPHRASE = 1,
  PANAH_SECRET_CASEBOOK = 2,
} PanahSecretKind;

/**
 * PanahSecret:
 *
 * Reference-counted and never changed, so any thread may use it. It is wiped with the last reference.
 */
typedef struct _PanahSecret PanahSecret;

PanahSecret    *panah_secret_new          (const char        *passphrase,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;
PanahSecret    *panah_secret_new_casebook (const guint8      *bytes,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;
PanahSecret    *panah_secret_ref          (PanahSecret       *self);
void            panah_secret_unref        (PanahSecret       *self);
PanahSecretKind panah_secret_get_kind     (const PanahSecret *self);
const guint8   *panah_secret_get_bytes    (const PanahSecret *self,
                                           gsize             *out_length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahSecret, panah_secret_unref)

G_END_DECLS
