/* fuzz-container.c - the container meets bytes that somebody made
 *
 * The first byte chooses: a whole file; a sealed file some bytes of which are changed, with its checks made right again;
 * or a payload that is sealed, opened and read. Never wrong data, and never a crash.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"
#include "store/container.h"
#include "store/payload.h"

#include <sodium.h>
#include <string.h>

#define CASE "{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"xa\",\"facts\":{}}"
#define CHECKED 860
#define PATCH 4

typedef enum
{
  MODE_FILE,
  MODE_PATCHED,
  MODE_PAYLOAD,
  N_MODES,
} Mode;

static PanahSecret *secret;
static GPtrArray *keys;
static GBytes *payload;
static GBytes *sealed;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  const PanahKeyRecipe cheap = { PANAH_SECRET_PASSPHRASE, 1, PANAH_KEY_MIN_KIB, { 0 } };
  g_autoptr (GBytes) summary = g_bytes_new_static ("{}", 2);
  static const guint8 head[] = { sizeof CASE - 1, 0, 0, 0, 0, 0, 0, 0 };
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, head, sizeof head);
  g_byte_array_append (bytes, (const guint8 *) CASE, sizeof CASE - 1);
  payload = g_byte_array_free_to_bytes (bytes);
  secret = panah_secret_new ("fuzz", NULL);
  keys = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_key_unref);
  g_ptr_array_add (keys, panah_key_derive (&cheap, secret, NULL));
  sealed = panah_container_seal (keys, summary, payload, NULL);
  g_assert_nonnull (sealed);
  return 0;
}

/* Half a second and hundreds of megabytes would be spent on each try. What derives is tested elsewhere. */
int __wrap_crypto_pwhash (unsigned char *const out, unsigned long long length, const char *const passphrase,
                          unsigned long long passphrase_length, const unsigned char *const salt, unsigned long long ops,
                          size_t memory, int algorithm);

int
__wrap_crypto_pwhash (unsigned char *const      out,
                      unsigned long long        length,
                      const char *const         passphrase,
                      unsigned long long        passphrase_length,
                      const unsigned char *const salt,
                      unsigned long long        ops,
                      size_t                    memory,
                      int                       algorithm)
{
  g_assert_cmpuint (ops, >=, 1);
  g_assert_cmpuint (ops, <=, PANAH_KEY_MAX_OPS);
  g_assert_cmpuint (memory, >=, PANAH_KEY_MIN_KIB * 1024);
  g_assert_cmpuint (memory, <=, (gsize) PANAH_KEY_MAX_KIB * 1024);
  return crypto_generichash (out, length, (const guint8 *) passphrase, passphrase_length, salt, PANAH_KEY_SALT_BYTES);
}

/* Whatever opens is what was sealed. */
static void
open_file (GBytes *file)
{
  g_auto (PanahContents) contents = { 0 };
  g_autoptr (GError) error = NULL, other = NULL;
  g_autoptr (GBytes) summary = panah_container_open_summary (file, secret, &other);

  fuzz_check (summary != NULL, other);
  if (panah_container_open (file, secret, &contents, &error))
    g_assert_true (g_bytes_equal (contents.payload, payload));
  fuzz_check (contents.payload != NULL, error);
  g_clear_error (&error);
  fuzz_check (panah_container_verify (file, &error), error);
}

static void
patch (const guint8 *data,
       gsize         size)
{
  gsize length;
  const guint8 *whole = g_bytes_get_data (sealed, &length);
  guint8 *file = g_memdup2 (whole, length);

  for (; size >= PATCH; data += PATCH, size -= PATCH)
    {
      /* most of what matters stands in the head */
      gsize at = data[0] | data[1] << 8 | (data[2] & 1) << 16;
      file[data[2] & 2 ? at % length : at % CHECKED] = data[3];
    }
  crypto_generichash (file + CHECKED, 16, file, CHECKED, NULL, 0);
  crypto_generichash (file + length - 32, 32, file, length - 32, NULL, 0);

  g_autoptr (GBytes) bytes = g_bytes_new_take (file, length);
  open_file (bytes);
}

static void
read_payload (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahPayload) first = panah_payload_new_bytes (bytes, &error);

  fuzz_check (first != NULL, error);
  if (first == NULL)
    return;
  g_autoptr (GBytes) written = panah_payload_to_bytes (first, &error);
  g_assert_no_error (error);
  g_autoptr (PanahPayload) second = panah_payload_new_bytes (written, &error);
  g_assert_no_error (error);
  g_assert_true (json_node_equal (first->root, second->root));
  g_assert_cmpuint (first->blobs->len, ==, second->blobs->len);
  for (guint i = 0; i < first->blobs->len; i++)
    {
      const PanahBlob *one = first->blobs->pdata[i], *other = second->blobs->pdata[i];
      g_assert_cmpuint (one->kind, ==, other->kind);
      g_assert_cmpstr (one->name, ==, other->name);
      g_assert_true (g_bytes_equal (one->data, other->data));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  if (size == 0)
    return 0;
  g_autoptr (GBytes) rest = g_bytes_new (data + 1, size - 1);
  switch ((Mode) (data[0] % N_MODES))
    {
    case MODE_FILE:
      open_file (rest);
      break;
    case MODE_PATCHED:
      patch (data + 1, size - 1);
      break;
    case MODE_PAYLOAD:
      read_payload (rest);
      break;
    case N_MODES:
      break;
    }
  return 0;
}
