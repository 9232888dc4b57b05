/* head.c - the first 4 KiB of a sealed file
 *
 * data/schema/case-file.md describes them. What is refused, and in which order, is part of the format: a person is told
 * what is the matter with the file before any work is done for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/head.h"

#include <sodium.h>
#include <string.h>

#include "store/error.h"
#include "store/memory.h"

#define VERSION      1
#define KDF_NONE     0
#define KDF_ARGON2ID 1

/* Offsets in the file. */
enum
{
  AT_MAGIC = 0,
  AT_VERSION = 8,
  AT_N_SLOTS = 10,
  AT_FLAGS = 11,
  AT_SLOTS = 12,
  AT_STREAM = 812,
  AT_SUMMARY_NONCE = 836,
  AT_CHECK = 860,
  AT_SUMMARY = 876,
};

/* Offsets in a slot. */
enum
{
  SLOT_KIND = 0,
  SLOT_KDF = 1,
  SLOT_OPS = 4,
  SLOT_KIB = 8,
  SLOT_SALT = 12,
  SLOT_NONCE = 28,
  SLOT_WRAPPED = 52,
  SLOT_BYTES = 100,
};

#define CHECK_BYTES         (AT_SUMMARY - AT_CHECK)
#define SUMMARY_PLAIN_BYTES (PANAH_CONTAINER_HEAD_BYTES - AT_SUMMARY - crypto_aead_xchacha20poly1305_ietf_ABYTES)

G_STATIC_ASSERT (AT_SLOTS + PANAH_CONTAINER_MAX_SLOTS * SLOT_BYTES == AT_STREAM);
G_STATIC_ASSERT (SLOT_WRAPPED + PANAH_KEY_WRAPPED_BYTES == SLOT_BYTES);
G_STATIC_ASSERT (AT_STREAM + crypto_secretstream_xchacha20poly1305_HEADERBYTES == AT_SUMMARY_NONCE);
G_STATIC_ASSERT (AT_SUMMARY_NONCE + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES == AT_CHECK);
G_STATIC_ASSERT (SUMMARY_PLAIN_BYTES == PANAH_CONTAINER_MAX_SUMMARY + 2);
G_STATIC_ASSERT (PANAH_HEAD_STREAM_BYTES == crypto_secretstream_xchacha20poly1305_HEADERBYTES);

/* High bit, CR LF, Ctrl-Z, LF: what is not carried as it is shows at once. */
static const guint8 magic[] = { 0x89, 'P', 'N', 'H', '\r', '\n', 0x1a, '\n' };

static guint
get_u16 (const guint8 *p)
{
  return p[0] | p[1] << 8;
}

static guint32
get_u32 (const guint8 *p)
{
  return get_u16 (p) | (guint32) get_u16 (p + 2) << 16;
}

static void
put_u16 (guint8 *p,
         guint   value)
{
  p[0] = value;
  p[1] = value >> 8;
}

static void
put_u32 (guint8 *p,
         guint32 value)
{
  put_u16 (p, value);
  put_u16 (p + 2, value >> 16);
}

static gboolean
fail (GError        **error,
      PanahStoreError code,
      const char     *message)
{
  g_set_error_literal (error, PANAH_STORE_ERROR, code, message);
  return FALSE;
}

/**
 * panah_head_has_magic:
 * @file: any bytes
 *
 * Returns: %TRUE if they begin as a sealed file does
 */
gboolean
panah_head_has_magic (GBytes *file)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);

  return length >= sizeof magic && memcmp (data, magic, sizeof magic) == 0;
}

/* The unkeyed hash tells decay from a wrong passphrase; against a forger it does nothing. */
static gboolean
check_is_right (const guint8 *data)
{
  guint8 check[CHECK_BYTES];

  crypto_generichash (check, sizeof check, data, AT_CHECK, NULL, 0);
  return memcmp (check, data + AT_CHECK, sizeof check) == 0;
}

/* Returns: %FALSE if this is no slot of version 1 */
static gboolean
read_slot (PanahKeyRecipe *recipe,
           const guint8   *slot)
{
  recipe->kind = slot[SLOT_KIND];
  recipe->ops = get_u32 (slot + SLOT_OPS);
  recipe->kib = get_u32 (slot + SLOT_KIB);
  memcpy (recipe->salt, slot + SLOT_SALT, sizeof recipe->salt);

  switch ((guint) recipe->kind)
    {
    case PANAH_SECRET_PASSPHRASE:
      return slot[SLOT_KDF] == KDF_ARGON2ID;
    case PANAH_SECRET_CASEBOOK:
      return slot[SLOT_KDF] == KDF_NONE;
    default:
      return FALSE;
    }
}

/**
 * panah_head_read:
 * @self: (out caller-allocates): borrows from @file
 * @file: a file, or its first 4 KiB
 * @error: return location for a [error@Panah.StoreError]: `NOT_OURS`, `NEWER`, `HEADER` or `LIMITS`, in this order
 *
 * Reads what stands open. Does no work and allocates nothing for it.
 *
 * Returns: %FALSE if the file cannot be opened, whatever the passphrase
 */
gboolean
panah_head_read (PanahHead *self,
                 GBytes    *file,
                 GError   **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);
  gboolean is_known = TRUE, is_within_limits = TRUE;

  panah_memory_start ();
  if (!panah_head_has_magic (file))
    return fail (error, PANAH_STORE_ERROR_NOT_OURS, "not a sealed case file");
  if (length >= AT_N_SLOTS && get_u16 (data + AT_VERSION) > VERSION)
    return fail (error, PANAH_STORE_ERROR_NEWER, "the file is of a newer version of the format");
  if (length < PANAH_CONTAINER_HEAD_BYTES || get_u16 (data + AT_VERSION) != VERSION || !check_is_right (data))
    return fail (error, PANAH_STORE_ERROR_HEADER, "the beginning of the file is damaged");

  self->bytes = data;
  self->n_slots = MIN (data[AT_N_SLOTS], PANAH_CONTAINER_MAX_SLOTS);
  for (guint i = 0; i < self->n_slots; i++)
    {
      is_known = read_slot (&self->recipes[i], data + AT_SLOTS + i * SLOT_BYTES) && is_known;
      is_within_limits = panah_key_recipe_is_within_limits (&self->recipes[i]) && is_within_limits;
    }
  if (data[AT_FLAGS] != 0 || !is_known)
    return fail (error, PANAH_STORE_ERROR_NEWER, "the file has parts that this version does not know");
  if (data[AT_N_SLOTS] < 1 || data[AT_N_SLOTS] > PANAH_CONTAINER_MAX_SLOTS || !is_within_limits)
    return fail (error, PANAH_STORE_ERROR_LIMITS, "the file asks for more than any of ours");
  return TRUE;
}

/* What the key in a slot is bound to: how it came about, in a file of this version. */
#define BOUND_BYTES (AT_SLOTS + SLOT_NONCE)

static void
fill_bound (const guint8 *head,
            const guint8 *slot,
            guint8       *out_bound)
{
  memcpy (out_bound, head, AT_SLOTS);
  memcpy (out_bound + AT_SLOTS, slot, SLOT_NONCE);
}

static void
derive_subkeys (PanahFileKeys *self)
{
  crypto_kdf_derive_from_key (self->stream, sizeof self->stream, 1, "pnh-file", self->file);
  crypto_kdf_derive_from_key (self->summary, sizeof self->summary, 2, "pnh-file", self->file);
}

/**
 * panah_file_keys_init:
 * @self: (out caller-allocates): new random keys, in guarded memory
 */
void
panah_file_keys_init (PanahFileKeys *self)
{
  randombytes_buf (self->file, sizeof self->file);
  derive_subkeys (self);
}

/**
 * panah_head_unwrap:
 * @self: a head
 * @slot: below `n_slots`
 * @key: perhaps of this slot
 * @out_keys: (out caller-allocates): guarded memory
 *
 * Returns: %FALSE if @key does not open the slot
 */
gboolean
panah_head_unwrap (const PanahHead *self,
                   guint            slot,
                   PanahKey        *key,
                   PanahFileKeys   *out_keys)
{
  const guint8 *p = self->bytes + AT_SLOTS + slot * SLOT_BYTES;
  guint8 bound[BOUND_BYTES];

  fill_bound (self->bytes, p, bound);
  if (!panah_key_unwrap (key, p + SLOT_WRAPPED, bound, sizeof bound, p + SLOT_NONCE, out_keys->file))
    return FALSE;
  derive_subkeys (out_keys);
  return TRUE;
}

/**
 * panah_head_open:
 * @self: a head
 * @secret: a secret
 * @out_keys: (out caller-allocates): guarded memory
 * @error: return location for a [error@Panah.StoreError]: `PASSPHRASE` or `MEMORY`
 *
 * Derives the key of each slot of the secret’s kind until one opens: slow for passphrases.
 *
 * Returns: %FALSE if none does
 */
gboolean
panah_head_open (const PanahHead *self,
                 PanahSecret     *secret,
                 PanahFileKeys   *out_keys,
                 GError         **error)
{
  for (guint i = 0; i < self->n_slots; i++)
    {
      if (self->recipes[i].kind != panah_secret_get_kind (secret))
        continue;

      g_autoptr (PanahKey) key = panah_key_derive (&self->recipes[i], secret, error);
      if (key == NULL)
        return FALSE;
      if (panah_head_unwrap (self, i, key, out_keys))
        return TRUE;
    }
  return fail (error, PANAH_STORE_ERROR_PASSPHRASE, "the passphrase does not open this file");
}

/**
 * panah_head_open_summary:
 * @self: a head
 * @keys: the file’s
 * @error: return location for a [error@Panah.StoreError], `DAMAGED`
 *
 * Returns: (transfer full) (nullable): what was given to panah_head_write()
 */
GBytes *
panah_head_open_summary (const PanahHead     *self,
                         const PanahFileKeys *keys,
                         GError             **error)
{
  guint8 plain[SUMMARY_PLAIN_BYTES];
  gboolean ok = crypto_aead_xchacha20poly1305_ietf_decrypt (plain, NULL, NULL, self->bytes + AT_SUMMARY,
                                                            PANAH_CONTAINER_HEAD_BYTES - AT_SUMMARY, self->bytes,
                                                            AT_SUMMARY, self->bytes + AT_SUMMARY_NONCE,
                                                            keys->summary) == 0;
  gsize length = ok ? get_u16 (plain) : 0;

  if (!ok || length > PANAH_CONTAINER_MAX_SUMMARY)
    {
      fail (error, PANAH_STORE_ERROR_DAMAGED, "the summary in the file is damaged");
      return NULL;
    }

  GBytes *summary = panah_memory_take_bytes (g_memdup2 (plain + 2, MAX (length, 1)), length);
  sodium_memzero (plain, sizeof plain);
  return summary;
}

/**
 * panah_head_get_stream:
 * @self: a head
 *
 * Returns: (transfer none) (array fixed-size=24): how the body’s stream begins
 */
const guint8 *
panah_head_get_stream (const PanahHead *self)
{
  return self->bytes + AT_STREAM;
}

static void
write_slot (guint8              *head,
            guint8              *slot,
            PanahKey            *key,
            const PanahFileKeys *file_keys)
{
  const PanahKeyRecipe *recipe = panah_key_get_recipe (key);
  guint8 bound[BOUND_BYTES];

  slot[SLOT_KIND] = recipe->kind;
  slot[SLOT_KDF] = recipe->kind == PANAH_SECRET_PASSPHRASE ? KDF_ARGON2ID : KDF_NONE;
  put_u32 (slot + SLOT_OPS, recipe->ops);
  put_u32 (slot + SLOT_KIB, recipe->kib);
  memcpy (slot + SLOT_SALT, recipe->salt, sizeof recipe->salt);
  randombytes_buf (slot + SLOT_NONCE, PANAH_KEY_NONCE_BYTES);
  fill_bound (head, slot, bound);
  panah_key_wrap (key, file_keys->file, bound, sizeof bound, slot + SLOT_NONCE, slot + SLOT_WRAPPED);
}

static void
write_summary (guint8              *head,
               const PanahFileKeys *file_keys,
               GBytes              *summary)
{
  guint8 plain[SUMMARY_PLAIN_BYTES] = { 0 };
  gsize length;
  const void *data = g_bytes_get_data (summary, &length);

  put_u16 (plain, length);
  if (length > 0)
    memcpy (plain + 2, data, length);
  crypto_aead_xchacha20poly1305_ietf_encrypt (head + AT_SUMMARY, NULL, plain, sizeof plain, head, AT_SUMMARY, NULL,
                                              head + AT_SUMMARY_NONCE, file_keys->summary);
  sodium_memzero (plain, sizeof plain);
}

/**
 * panah_head_write:
 * @out_head: (out caller-allocates) (array fixed-size=4096): the head
 * @keys: (element-type PanahKey): 1 to 8
 * @file_keys: new ones
 * @stream: (array fixed-size=24): how the body’s stream begins
 * @summary: at most %PANAH_CONTAINER_MAX_SUMMARY bytes
 */
void
panah_head_write (guint8              *out_head,
                  GPtrArray           *keys,
                  const PanahFileKeys *file_keys,
                  const guint8        *stream,
                  GBytes              *summary)
{
  g_return_if_fail (keys->len >= 1 && keys->len <= PANAH_CONTAINER_MAX_SLOTS);
  g_return_if_fail (g_bytes_get_size (summary) <= PANAH_CONTAINER_MAX_SUMMARY);

  memset (out_head, 0, PANAH_CONTAINER_HEAD_BYTES);
  memcpy (out_head + AT_MAGIC, magic, sizeof magic);
  put_u16 (out_head + AT_VERSION, VERSION);
  out_head[AT_N_SLOTS] = keys->len;
  for (guint i = 0; i < keys->len; i++)
    write_slot (out_head, out_head + AT_SLOTS + i * SLOT_BYTES, keys->pdata[i], file_keys);
  memcpy (out_head + AT_STREAM, stream, PANAH_HEAD_STREAM_BYTES);
  randombytes_buf (out_head + AT_SUMMARY_NONCE, AT_CHECK - AT_SUMMARY_NONCE);
  crypto_generichash (out_head + AT_CHECK, CHECK_BYTES, out_head, AT_CHECK, NULL, 0);
  write_summary (out_head, file_keys, summary);
}
