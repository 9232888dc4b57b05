/* pack-trust.c - who vouches for the rules of a country
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Wrong rules are worse than a crash, and a person with five days cannot check them. What came with the program is known
 * by its seal, which is built in. What comes from outside has to be signed with a key that is built in, too; else it runs,
 * because a lawyer's own draft has to, but the screen and every paper say so.
 *
 * Who can change the program's own files can change this list as well: against that no program helps. */

#include "store/pack-trust.h"

#include "core/bounded-read.h"

#include <sodium.h>
#include <string.h>

#define SIGNATURE_FILE "signature"
#define MAX_SIGNATURE_FILE 256
#define DOMAIN "panah-pack-v1"

const char *const panah_pack_origin_names[] = { "not verified", "shipped", "signed", NULL };

typedef struct
{
  const char *id;
  const char *edition;
  const char *seal;
} Shipped;

static const Shipped shipped[] = {
#include "shipped-packs.inc"
};

static const Shipped *
find_shipped (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      if (strcmp (shipped[i].id, id) == 0)
        return &shipped[i];
    }
  return NULL;
}

/**
 * panah_pack_trust_message:
 * @pack: a pack
 *
 * What is signed: `panah-pack-v1`, its id, its edition and its seal as panah_pack_get_seal() has it, each followed by a
 * zero byte. It begins with a name of its own, so that no signature made for something else is one of a pack.
 *
 * Returns: (transfer full): the message
 */
GBytes *
panah_pack_trust_message (const PanahPack *pack)
{
  const char *const parts[] = { DOMAIN, panah_pack_get_id (pack), panah_pack_get_edition (pack), panah_pack_get_seal (pack) };
  GByteArray *message = g_byte_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_byte_array_append (message, (const guint8 *) parts[i], strlen (parts[i]) + 1);
  return g_byte_array_free_to_bytes (message);
}

/* 128 hexadecimal digits, with a line end or without */
static gboolean
read_signature (const PanahPack *pack,
                guint8           out_signature[crypto_sign_BYTES])
{
  g_autofree char *path = g_build_filename (panah_pack_get_directory (pack), SIGNATURE_FILE, NULL);
  g_autoptr (GBytes) bytes = panah_bounded_read_file (path, MAX_SIGNATURE_FILE, NULL);
  gsize length, n;

  if (bytes == NULL)
    return FALSE;
  const char *text = g_bytes_get_data (bytes, &length);
  return sodium_hex2bin (out_signature, crypto_sign_BYTES, text, length, "\r\n", &n, NULL) == 0 && n == crypto_sign_BYTES;
}

/* An old edition stays signed for ever; whoever puts it in the place of the newer one that was shipped takes back law. */
static gboolean
is_taken_back (const PanahPack *pack)
{
  const Shipped *known = find_shipped (panah_pack_get_id (pack));

  return known != NULL && strcmp (panah_pack_get_edition (pack), known->edition) < 0;
}

/**
 * panah_pack_trust_check_with:
 * @pack: a pack
 * @keys: (array length=n_keys) (nullable): Ed25519 public keys
 * @n_keys: how many; 0 if there is none
 *
 * Returns: who vouches for @pack, if whoever has one of @keys is believed
 */
PanahPackOrigin
panah_pack_trust_check_with (const PanahPack *pack,
                             const guint8   (*keys)[PANAH_PACK_KEY_SIZE],
                             guint            n_keys)
{
  const Shipped *known = find_shipped (panah_pack_get_id (pack));
  guint8 signature[crypto_sign_BYTES];

  if (known != NULL && strcmp (known->seal, panah_pack_get_seal (pack)) == 0)
    return PANAH_PACK_SHIPPED;
  if (is_taken_back (pack) || n_keys == 0 || !read_signature (pack, signature) || sodium_init () < 0)
    return PANAH_PACK_UNVERIFIED;

  g_autoptr (GBytes) message = panah_pack_trust_message (pack);
  for (guint i = 0; i < n_keys; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (message, &length);
      if (crypto_sign_verify_detached (signature, data, length, keys[i]) == 0)
        return PANAH_PACK_SIGNED;
    }
  return PANAH_PACK_UNVERIFIED;
}

/**
 * panah_pack_trust_check:
 * @pack: a pack
 *
 * Returns: who vouches for @pack. There is no release key yet, so nothing is signed
 */
PanahPackOrigin
panah_pack_trust_check (const PanahPack *pack)
{
  return panah_pack_trust_check_with (pack, NULL, 0);
}

/**
 * panah_pack_trust_load:
 * @directories: (array zero-terminated): as for panah_pack_index_load()
 * @id: as there
 * @problems: as there
 * @error: as there
 *
 * The way in which a program gets the rules that it works by.
 *
 * Returns: (transfer full) (nullable): the pack; if nobody vouches for it, it says so
 */
PanahPack *
panah_pack_trust_load (const char *const *directories,
                       const char        *id,
                       PanahPackProblems *problems,
                       GError           **error)
{
  PanahPack *pack = panah_pack_index_load (directories, id, problems, error);

  if (pack != NULL && panah_pack_trust_check (pack) == PANAH_PACK_UNVERIFIED)
    panah_pack_set_unverified (pack);
  return pack;
}
