/* container.c - bytes become sealed bytes, and back
 *
 * data/schema/case-file.md describes the format. After the head comes one secretstream of libsodium: first a message
 * with the length of the payload and the key of each slot, then the payload in pieces of 64 KiB, with zeros up to
 * one of few sizes; and at the end 32 bytes of unkeyed BLAKE2b over everything before, which tell a worn stick from a
 * wrong passphrase.
 *
 * The keys of the slots lie inside because the file gets a new key at every save, and must go on opening with secrets
 * that nobody has typed today. They open no other file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/container.h"

#include <sodium.h>
#include <string.h>

#include "store/error.h"
#include "store/head.h"
#include "store/memory.h"

#define TAG_BYTES      crypto_secretstream_xchacha20poly1305_ABYTES
#define PIECE_BYTES    65536
#define TRAILER_BYTES  32
#define SMALLEST_PLAIN 65536
#define MOST_OPENING   (8 + PANAH_CONTAINER_MAX_SLOTS * PANAH_KEY_BYTES)

/* All that must not lie in ordinary memory while a file is sealed or opened. */
typedef struct
{
  PanahFileKeys keys;
  crypto_secretstream_xchacha20poly1305_state state;
  guint8 opening[MOST_OPENING]; /* the first message, which has the keys of the slots in it */
} Vault;

static void
vault_free (Vault *self)
{
  panah_memory_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Vault, vault_free)

static gboolean
fail (GError        **error,
      PanahStoreError code,
      const char     *message)
{
  g_set_error_literal (error, PANAH_STORE_ERROR, code, message);
  return FALSE;
}

/* Padmé (Nikitin and others, PETS 2019): at most so many sizes that the length of a story does not show. */
static guint64
get_padded_size (guint64 size)
{
  if (size <= SMALLEST_PLAIN)
    return SMALLEST_PLAIN;

  guint exponent = g_bit_storage (size) - 1;
  guint n_kept = g_bit_storage (exponent);
  guint64 mask = ((guint64) 1 << (exponent - n_kept)) - 1;
  return (size + mask) & ~mask;
}

static gsize
get_opening_size (guint n_slots)
{
  return 8 + n_slots * PANAH_KEY_BYTES;
}

static gsize
get_file_size (guint   n_slots,
               guint64 plain)
{
  guint64 n_pieces = (plain + PIECE_BYTES - 1) / PIECE_BYTES;

  return PANAH_CONTAINER_HEAD_BYTES + get_opening_size (n_slots) + TAG_BYTES + plain + n_pieces * TAG_BYTES +
         TRAILER_BYTES;
}

static guint8 *
seal_opening (Vault     *vault,
              guint8    *head,
              GPtrArray *keys,
              gsize      payload)
{
  guint8 *p = head + PANAH_CONTAINER_HEAD_BYTES;
  gsize length = get_opening_size (keys->len);

  for (guint i = 0; i < 8; i++)
    vault->opening[i] = (guint64) payload >> (8 * i);
  for (guint i = 0; i < keys->len; i++)
    panah_key_copy_bytes (keys->pdata[i], vault->opening + 8 + i * PANAH_KEY_BYTES);
  crypto_secretstream_xchacha20poly1305_push (&vault->state, p, NULL, vault->opening, length, head,
                                              PANAH_CONTAINER_HEAD_BYTES, 0);
  return p + length + TAG_BYTES;
}

/* The plain text is put together where it is sealed: libsodium works in place. */
static guint8 *
seal_pieces (Vault   *vault,
             guint8  *p,
             gsize    plain,
             GBytes  *payload)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (payload, &size);

  for (gsize at = 0; at < plain; at += PIECE_BYTES)
    {
      gsize length = MIN (plain - at, PIECE_BYTES);
      gsize n = at < size ? MIN (length, size - at) : 0;

      if (n > 0)
        memcpy (p + 1, data + at, n);
      memset (p + 1 + n, 0, length - n);
      crypto_secretstream_xchacha20poly1305_push (&vault->state, p, NULL, p + 1, length, NULL, 0,
                                                  at + length == plain ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                                       : 0);
      p += length + TAG_BYTES;
    }
  return p;
}

/**
 * panah_container_seal:
 * @keys: (element-type PanahKey): 1 to 8; each of them opens the file
 * @summary: at most %PANAH_CONTAINER_MAX_SUMMARY bytes
 * @payload: what to seal
 * @error: return location for a [error@Panah.StoreError]: `LIMITS` if the file would be larger than 64 MiB, or `MEMORY`
 *
 * Seals under new random keys and nonces: no two results are alike. Takes no key derivation.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
panah_container_seal (GPtrArray *keys,
                      GBytes    *summary,
                      GBytes    *payload,
                      GError   **error)
{
  guint8 stream[PANAH_HEAD_STREAM_BYTES];

  g_return_val_if_fail (keys->len >= 1 && keys->len <= PANAH_CONTAINER_MAX_SLOTS, NULL);
  g_return_val_if_fail (g_bytes_get_size (summary) <= PANAH_CONTAINER_MAX_SUMMARY, NULL);

  guint64 plain = get_padded_size (g_bytes_get_size (payload));
  if (plain > PANAH_CONTAINER_MAX_BYTES || get_file_size (keys->len, plain) > PANAH_CONTAINER_MAX_BYTES)
    {
      fail (error, PANAH_STORE_ERROR_LIMITS, "the file would be larger than 64 MiB");
      return NULL;
    }

  g_autoptr (Vault) vault = panah_memory_new_locked (sizeof *vault, error);
  gsize size = get_file_size (keys->len, plain);
  guint8 *out = vault != NULL ? panah_memory_try_new (size, error) : NULL;
  if (out == NULL)
    return NULL;

  panah_file_keys_init (&vault->keys);
  crypto_secretstream_xchacha20poly1305_init_push (&vault->state, stream, vault->keys.stream);
  panah_head_write (out, keys, &vault->keys, stream, summary);
  guint8 *end = seal_pieces (vault, seal_opening (vault, out, keys, g_bytes_get_size (payload)), plain, payload);
  crypto_generichash (end, TRAILER_BYTES, out, end - out, NULL, 0);
  return g_bytes_new_take (out, size);
}

/* Opens one message of the stream. Returns: %FALSE if it is damaged or out of its place */
static gboolean
open_message (Vault        *vault,
              const guint8 *sealed,
              gsize         length,
              const guint8 *head,
              gboolean      is_last,
              guint8       *out)
{
  guint8 tag;

  return crypto_secretstream_xchacha20poly1305_pull (&vault->state, out, NULL, &tag, sealed, length, head,
                                                     head != NULL ? PANAH_CONTAINER_HEAD_BYTES : 0) == 0 &&
         tag == (is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
}

/* Returns: %FALSE if so many bytes cannot be pieces: each has a byte of plain text at least */
static gboolean
measure_pieces (gsize  sealed,
                gsize *out_plain)
{
  gsize n_whole = sealed / (PIECE_BYTES + TAG_BYTES), rest = sealed % (PIECE_BYTES + TAG_BYTES);

  *out_plain = n_whole * PIECE_BYTES + (rest > 0 ? rest - TAG_BYTES : 0);
  return sealed > 0 && (rest == 0 || rest > TAG_BYTES);
}

static gboolean
open_pieces (Vault        *vault,
             const guint8 *p,
             const guint8 *end,
             guint8       *plain)
{
  while (p < end)
    {
      gsize length = MIN ((gsize) (end - p), PIECE_BYTES + TAG_BYTES);

      if (!open_message (vault, p, length, NULL, p + length == end, plain))
        return FALSE;
      p += length;
      plain += length - TAG_BYTES;
    }
  return TRUE;
}

static guint64
get_payload_size (const Vault *vault)
{
  guint64 size = 0;

  for (guint i = 0; i < 8; i++)
    size |= (guint64) vault->opening[i] << (8 * i);
  return size;
}

static gboolean
take_keys (PanahContents   *contents,
           const PanahHead *head,
           const Vault     *vault,
           GError         **error)
{
  contents->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_key_unref);
  for (guint i = 0; i < head->n_slots; i++)
    {
      PanahKey *key = panah_key_new_bytes (&head->recipes[i], vault->opening + 8 + i * PANAH_KEY_BYTES, error);
      if (key == NULL)
        return FALSE;
      g_ptr_array_add (contents->keys, key);
    }
  return TRUE;
}

/* Pieces that hold only zeros are opened all the same: a file is whole or it is damaged. */
static gboolean
open_body (Vault           *vault,
           const PanahHead *head,
           const guint8    *end,
           PanahContents   *contents,
           GError         **error)
{
  const guint8 *p = head->bytes + PANAH_CONTAINER_HEAD_BYTES;
  const gsize sealed = get_opening_size (head->n_slots) + TAG_BYTES;
  const guint8 *pieces = p + sealed;
  gsize plain;

  if ((gsize) (end - p) < sealed || !measure_pieces (end - pieces, &plain) ||
      crypto_secretstream_xchacha20poly1305_init_pull (&vault->state, panah_head_get_stream (head),
                                                       vault->keys.stream) != 0 ||
      !open_message (vault, p, sealed, head->bytes, FALSE, vault->opening))
    return fail (error, PANAH_STORE_ERROR_DAMAGED, "the file is damaged or cut off");

  guint64 size = get_payload_size (vault);
  guint8 *payload = panah_memory_try_new (plain, error);
  if (payload == NULL)
    return FALSE;

  g_autoptr (GBytes) all = panah_memory_take_bytes (payload, plain);
  if (!open_pieces (vault, pieces, end, payload) || size > plain)
    return fail (error, PANAH_STORE_ERROR_DAMAGED, "the file is damaged or cut off");
  contents->payload = g_bytes_new_from_bytes (all, 0, size);
  return take_keys (contents, head, vault, error);
}

static gboolean
trailer_is_right (GBytes *file)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);
  guint8 trailer[TRAILER_BYTES];

  crypto_generichash (trailer, sizeof trailer, data, length - sizeof trailer, NULL, 0);
  return memcmp (trailer, data + length - sizeof trailer, sizeof trailer) == 0;
}

/* The file’s keys are known. */
static gboolean
open_all (Vault           *vault,
          const PanahHead *head,
          GBytes          *file,
          PanahContents   *out_contents,
          GError         **error)
{
  g_auto (PanahContents) contents = { NULL };
  gsize length = g_bytes_get_size (file);

  if (length < PANAH_CONTAINER_HEAD_BYTES + TRAILER_BYTES)
    return fail (error, PANAH_STORE_ERROR_DAMAGED, "the file is cut off");
  if (!open_body (vault, head, head->bytes + length - TRAILER_BYTES, &contents, error) ||
      (contents.summary = panah_head_open_summary (head, &vault->keys, error)) == NULL)
    return FALSE;

  contents.worn = !trailer_is_right (file);
  *out_contents = contents;
  contents = (PanahContents) { NULL };
  return TRUE;
}

static gboolean
check_size (GBytes  *file,
            GError **error)
{
  if (g_bytes_get_size (file) <= PANAH_CONTAINER_MAX_BYTES)
    return TRUE;
  return fail (error, PANAH_STORE_ERROR_LIMITS, "the file is larger than 64 MiB");
}

/**
 * panah_container_is_ours:
 * @file: any bytes
 *
 * Returns: %TRUE if they begin as a sealed file does, whether or not it can be opened
 */
gboolean
panah_container_is_ours (GBytes *file)
{
  return panah_head_has_magic (file);
}

/**
 * panah_container_open:
 * @file: a sealed file
 * @secret: of one of its slots
 * @out_contents: (out caller-allocates): what is in it
 * @error: return location for a [error@Panah.StoreError]: `NOT_OURS`, `NEWER`, `HEADER`, `LIMITS`, `PASSPHRASE` or
 *   `DAMAGED`, whichever comes first in this order; or `MEMORY`
 *
 * Slow for a passphrase. Nothing is derived or allocated for a file that is not ours, damaged in its head or beyond
 * the limits.
 *
 * Returns: %FALSE with an error; then @out_contents is not touched
 */
gboolean
panah_container_open (GBytes        *file,
                      PanahSecret   *secret,
                      PanahContents *out_contents,
                      GError       **error)
{
  PanahHead head;

  if (!panah_head_read (&head, file, error) || !check_size (file, error))
    return FALSE;

  g_autoptr (Vault) vault = panah_memory_new_locked (sizeof *vault, error);
  return vault != NULL && panah_head_open (&head, secret, &vault->keys, error) &&
         open_all (vault, &head, file, out_contents, error);
}

/**
 * panah_container_open_key:
 * @file: a sealed file
 * @key: of one of its slots
 * @out_contents: (out caller-allocates): what is in it
 * @error: as for [func@Panah.container_open]
 *
 * Opens a file whose key is there already, as that of a file which was saved before: quick.
 *
 * Returns: %FALSE with an error; then @out_contents is not touched
 */
gboolean
panah_container_open_key (GBytes        *file,
                          PanahKey      *key,
                          PanahContents *out_contents,
                          GError       **error)
{
  PanahHead head;

  if (!panah_head_read (&head, file, error) || !check_size (file, error))
    return FALSE;

  g_autoptr (Vault) vault = panah_memory_new_locked (sizeof *vault, error);
  if (vault == NULL)
    return FALSE;
  for (guint i = 0; i < head.n_slots; i++)
    {
      if (panah_head_unwrap (&head, i, key, &vault->keys))
        return open_all (vault, &head, file, out_contents, error);
    }
  return fail (error, PANAH_STORE_ERROR_PASSPHRASE, "the key does not open this file");
}

/**
 * panah_container_open_summary:
 * @head: a sealed file, of which the first 4 KiB are enough
 * @secret: of one of its slots
 * @error: as for [func@Panah.container_open]
 *
 * Returns: (transfer full) (nullable): what was sealed as the summary
 */
GBytes *
panah_container_open_summary (GBytes      *head,
                              PanahSecret *secret,
                              GError     **error)
{
  PanahHead read;

  if (!panah_head_read (&read, head, error))
    return NULL;

  g_autoptr (Vault) vault = panah_memory_new_locked (sizeof *vault, error);
  if (vault == NULL || !panah_head_open (&read, secret, &vault->keys, error))
    return NULL;
  return panah_head_open_summary (&read, &vault->keys, error);
}

/**
 * panah_container_verify:
 * @file: a sealed file
 * @error: return location for a [error@Panah.StoreError]: `NOT_OURS`, `NEWER`, `HEADER`, `LIMITS` or `DAMAGED`
 *
 * Compares the file with the hash at its end. Finds decay, not forgery: that takes the passphrase.
 *
 * Returns: %TRUE if every byte is what was written
 */
gboolean
panah_container_verify (GBytes  *file,
                        GError **error)
{
  PanahHead head;

  if (!panah_head_read (&head, file, error) || !check_size (file, error))
    return FALSE;
  if (g_bytes_get_size (file) < PANAH_CONTAINER_HEAD_BYTES + TRAILER_BYTES || !trailer_is_right (file))
    return fail (error, PANAH_STORE_ERROR_DAMAGED, "the file is damaged or cut off");
  return TRUE;
}

/**
 * panah_contents_clear:
 * @self: contents, which are empty then
 */
void
panah_contents_clear (PanahContents *self)
{
  g_clear_pointer (&self->payload, g_bytes_unref);
  g_clear_pointer (&self->summary, g_bytes_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
}
