/* key.c - what wraps the key of a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/key.h"

#include <errno.h>
#include <sodium.h>
#include <string.h>

#include "store/error.h"
#include "store/memory.h"

/* libsodium’s MODERATE; and what is left where there is no memory for it, which takes as long. */
#define USUAL_OPS 3
#define USUAL_KIB (256 * 1024)
#define LIGHT_OPS 10
#define LIGHT_KIB (64 * 1024)

G_STATIC_ASSERT (PANAH_KEY_SALT_BYTES == crypto_pwhash_SALTBYTES);
G_STATIC_ASSERT (PANAH_KEY_NONCE_BYTES == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
G_STATIC_ASSERT (PANAH_KEY_WRAPPED_BYTES == PANAH_KEY_BYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES);
G_STATIC_ASSERT (PANAH_KEY_MIN_KIB * 1024 == crypto_pwhash_MEMLIMIT_MIN);

struct _PanahKey
{
  PanahKeyRecipe recipe;
  GMutex         lock;  /* of the protection of @bytes */
  guint8        *bytes; /* (owned): guarded memory */
};

/* Two derivations at once would need twice the memory that one may be short of. */
static GMutex derivation_lock;

/**
 * panah_key_recipe_is_within_limits:
 * @recipe: out of a file
 *
 * Returns: %FALSE if no file of ours asks for so much work or memory, or for so little
 */
gboolean
panah_key_recipe_is_within_limits (const PanahKeyRecipe *recipe)
{
  if (recipe->kind == PANAH_SECRET_CASEBOOK)
    return recipe->ops == 0 && recipe->kib == 0;
  return recipe->ops >= 1 && recipe->ops <= PANAH_KEY_MAX_OPS && recipe->kib >= PANAH_KEY_MIN_KIB &&
         recipe->kib <= PANAH_KEY_MAX_KIB;
}

static gboolean
fill_key (const PanahKeyRecipe *recipe,
          const PanahSecret    *secret,
          guint8               *out_key)
{
  gsize length;
  const guint8 *bytes = panah_secret_get_bytes (secret, &length);

  if (recipe->kind == PANAH_SECRET_CASEBOOK)
    return crypto_generichash (out_key, PANAH_KEY_BYTES, recipe->salt, sizeof recipe->salt, bytes, length) == 0;

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&derivation_lock);
  return crypto_pwhash (out_key, PANAH_KEY_BYTES, (const char *) bytes, length, recipe->salt, recipe->ops,
                        (gsize) recipe->kib * 1024, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

/* @bytes: (transfer full) */
static PanahKey *
take_bytes (const PanahKeyRecipe *recipe,
            guint8               *bytes)
{
  PanahKey *self = g_atomic_rc_box_new0 (PanahKey);

  self->recipe = *recipe;
  self->bytes = bytes;
  g_mutex_init (&self->lock);
  sodium_mprotect_noaccess (bytes);
  return self;
}

/**
 * panah_key_derive:
 * @recipe: how; within the limits
 * @secret: of the kind that @recipe names
 * @error: return location for a [error@Panah.StoreError]: `LIMITS`, before any work, or `MEMORY`
 *
 * Argon2id 1.3 (RFC 9106) for a passphrase: slow. BLAKE2b-256 of the salt, keyed by the secret, for a casebook.
 *
 * Returns: (transfer full) (nullable): the key
 */
PanahKey *
panah_key_derive (const PanahKeyRecipe *recipe,
                  PanahSecret          *secret,
                  GError              **error)
{
  g_return_val_if_fail (panah_secret_get_kind (secret) == recipe->kind, NULL);

  if (!panah_key_recipe_is_within_limits (recipe))
    {
      g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS,
                           "the file asks for more work than any of ours");
      return NULL;
    }

  guint8 *bytes = panah_memory_new_locked (PANAH_KEY_BYTES, error);
  if (bytes == NULL)
    return NULL;
  if (!fill_key (recipe, secret, bytes))
    {
      panah_memory_free (bytes);
      g_set_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_MEMORY,
                   "there is no memory to derive the key: it takes %u MiB", recipe->kib / 1024);
      return NULL;
    }
  return take_bytes (recipe, bytes);
}

/**
 * panah_key_new:
 * @secret: a secret
 * @error: return location for a [error@Panah.StoreError], `MEMORY`
 *
 * Derives a key with a new salt: slow for a passphrase (256 MiB, three passes; 64 MiB and ten passes where there is
 * no memory for that, see [method@Panah.Key.is_light]).
 *
 * Returns: (transfer full) (nullable): the key
 */
PanahKey *
panah_key_new (PanahSecret *secret,
               GError     **error)
{
  PanahKeyRecipe recipe = { .kind = panah_secret_get_kind (secret) };
  g_autoptr (GError) problem = NULL;

  panah_memory_start ();
  randombytes_buf (recipe.salt, sizeof recipe.salt);
  if (recipe.kind == PANAH_SECRET_CASEBOOK)
    return panah_key_derive (&recipe, secret, error);

  recipe.ops = USUAL_OPS;
  recipe.kib = USUAL_KIB;
  PanahKey *self = panah_key_derive (&recipe, secret, &problem);
  if (self != NULL)
    return self;

  recipe.ops = LIGHT_OPS;
  recipe.kib = LIGHT_KIB;
  return panah_key_derive (&recipe, secret, error);
}

/**
 * panah_key_new_bytes:
 * @recipe: how it was derived
 * @bytes: (array fixed-size=32): the key that came of it
 * @error: return location for a [error@Panah.StoreError], `MEMORY`
 *
 * Returns: (transfer full) (nullable): the key
 */
PanahKey *
panah_key_new_bytes (const PanahKeyRecipe *recipe,
                     const guint8         *bytes,
                     GError              **error)
{
  guint8 *copy = panah_memory_new_locked (PANAH_KEY_BYTES, error);

  if (copy == NULL)
    return NULL;
  memcpy (copy, bytes, PANAH_KEY_BYTES);
  return take_bytes (recipe, copy);
}

/**
 * panah_key_ref:
 * @self: a key
 *
 * Returns: (transfer full): @self
 */
PanahKey *
panah_key_ref (PanahKey *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
key_clear (gpointer data)
{
  PanahKey *self = data;

  panah_memory_free (self->bytes);
  g_mutex_clear (&self->lock);
}

/**
 * panah_key_unref:
 * @self: (nullable) (transfer full): a key, which is wiped with its last reference
 */
void
panah_key_unref (PanahKey *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, key_clear);
}

/**
 * panah_key_get_recipe:
 * @self: a key
 *
 * Returns: (transfer none): how it was derived
 */
const PanahKeyRecipe *
panah_key_get_recipe (const PanahKey *self)
{
  return &self->recipe;
}

/**
 * panah_key_is_light:
 * @self: a key
 *
 * Returns: %TRUE if it was made of a passphrase with less memory than is usual
 */
gboolean
panah_key_is_light (const PanahKey *self)
{
  return self->recipe.kind == PANAH_SECRET_PASSPHRASE && self->recipe.kib < USUAL_KIB;
}

static void
unlock_bytes (PanahKey *self)
{
  g_mutex_lock (&self->lock);
  sodium_mprotect_readonly (self->bytes);
}

static void
lock_bytes (PanahKey *self)
{
  sodium_mprotect_noaccess (self->bytes);
  g_mutex_unlock (&self->lock);
}

/**
 * panah_key_copy_bytes:
 * @self: a key
 * @out_bytes: (out caller-allocates) (array fixed-size=32): guarded memory
 */
void
panah_key_copy_bytes (PanahKey *self,
                      guint8   *out_bytes)
{
  unlock_bytes (self);
  memcpy (out_bytes, self->bytes, PANAH_KEY_BYTES);
  lock_bytes (self);
}

/**
 * panah_key_wrap:
 * @self: a key
 * @file_key: (array fixed-size=32): the key of a file
 * @ad: (array length=ad_length): what the wrapped key is bound to
 * @ad_length: in bytes
 * @nonce: (array fixed-size=24): never used with this key before
 * @out_wrapped: (out caller-allocates) (array fixed-size=48): XChaCha20-Poly1305 of @file_key
 */
void
panah_key_wrap (PanahKey     *self,
                const guint8 *file_key,
                const guint8 *ad,
                gsize         ad_length,
                const guint8 *nonce,
                guint8       *out_wrapped)
{
  unlock_bytes (self);
  crypto_aead_xchacha20poly1305_ietf_encrypt (out_wrapped, NULL, file_key, PANAH_KEY_BYTES, ad, ad_length, NULL, nonce,
                                              self->bytes);
  lock_bytes (self);
}

/**
 * panah_key_unwrap:
 * @self: a key
 * @wrapped: (array fixed-size=48): of panah_key_wrap()
 * @ad: (array length=ad_length): what it is bound to
 * @ad_length: in bytes
 * @nonce: (array fixed-size=24): that it was wrapped with
 * @out_file_key: (out caller-allocates) (array fixed-size=32): guarded memory
 *
 * Returns: %FALSE if this is not the key that wrapped it, or it is not what was wrapped
 */
gboolean
panah_key_unwrap (PanahKey     *self,
                  const guint8 *wrapped,
                  const guint8 *ad,
                  gsize         ad_length,
                  const guint8 *nonce,
                  guint8       *out_file_key)
{
  unlock_bytes (self);
  gboolean ok = crypto_aead_xchacha20poly1305_ietf_decrypt (out_file_key, NULL, NULL, wrapped, PANAH_KEY_WRAPPED_BYTES,
                                                            ad, ad_length, nonce, self->bytes) == 0;
  lock_bytes (self);
  return ok;
}
