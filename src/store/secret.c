/* secret.c - what a person knows or a casebook holds, in memory that is wiped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/secret.h"

#include <sodium.h>
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "store/error.h"
#include "store/memory.h"

/* What one UTF-16 unit can become in NFC. */
#define MOST_EXPANSION 3

struct _PanahSecret
{
  PanahSecretKind kind;
  guint8         *bytes; /* (owned): guarded memory */
  gsize           length;
};

static PanahSecret *
take_bytes (PanahSecretKind kind,
            guint8         *bytes,
            gsize           length)
{
  PanahSecret *self = g_atomic_rc_box_new0 (PanahSecret);

  self->kind = kind;
  self->bytes = bytes;
  self->length = length;
  sodium_mprotect_readonly (bytes);
  return self;
}

/* Guarded memory that holds the passphrase between two forms. */
typedef struct
{
  UChar  *typed;
  UChar  *composed;
  guint8 *utf8;
} Forms;

static void
forms_clear (Forms *self)
{
  panah_memory_free (self->typed);
  panah_memory_free (self->composed);
  panah_memory_free (self->utf8);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Forms, forms_clear)

/* GLib’s own function would leave copies of the passphrase in freed memory; ICU writes only where it is told to. */
static PanahSecret *
compose (const char *text,
         gsize       length,
         GError    **error)
{
  g_auto (Forms) forms = { NULL };
  const gsize most = length * MOST_EXPANSION + 1;
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance (&code);
  int32_t n_typed = 0, n_composed, n_bytes = 0;

  if ((forms.typed = panah_memory_new_locked ((length + 1) * sizeof (UChar), error)) == NULL ||
      (forms.composed = panah_memory_new_locked (most * sizeof (UChar), error)) == NULL ||
      (forms.utf8 = panah_memory_new_locked (most * 3, error)) == NULL)
    return NULL;

  u_strFromUTF8 (forms.typed, length + 1, &n_typed, text, length, &code);
  n_composed = unorm2_normalize (nfc, forms.typed, n_typed, forms.composed, most, &code);
  u_strToUTF8 ((char *) forms.utf8, most * 3, &n_bytes, forms.composed, n_composed, &code);
  if (U_FAILURE (code) || n_bytes > PANAH_SECRET_MAX_BYTES)
    {
      g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_SECRET, "this passphrase cannot be composed");
      return NULL;
    }

  guint8 *bytes = panah_memory_new_locked (n_bytes, error);
  if (bytes == NULL)
    return NULL;
  memcpy (bytes, forms.utf8, n_bytes);
  return take_bytes (PANAH_SECRET_PASSPHRASE, bytes, n_bytes);
}

/**
 * panah_secret_new:
 * @passphrase: UTF-8, 1 to 65,536 bytes; as it was typed, spaces included
 * @error: return location for a [error@Panah.StoreError], `SECRET` or `MEMORY`
 *
 * Copies the passphrase in Unicode’s form NFC (UAX #15), so that it is the same from every keyboard.
 *
 * Returns: (transfer full) (nullable): the secret
 */
PanahSecret *
panah_secret_new (const char *passphrase,
                  GError    **error)
{
  gsize length;

  g_return_val_if_fail (passphrase != NULL, NULL);

  length = strnlen (passphrase, PANAH_SECRET_MAX_BYTES + 1);
  if (length == 0 || length > PANAH_SECRET_MAX_BYTES || !g_utf8_validate_len (passphrase, length, NULL))
    {
      g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_SECRET,
                           length == 0 ? "the passphrase is empty"
                           : length > PANAH_SECRET_MAX_BYTES ? "the passphrase is longer than 64 KiB"
                                                             : "the passphrase is not UTF-8 text");
      return NULL;
    }
  return compose (passphrase, length, error);
}

/**
 * panah_secret_new_casebook:
 * @bytes: (nullable) (array fixed-size=32): the key of a casebook; %NULL makes a new random one
 * @error: return location for a [error@Panah.StoreError], `MEMORY`
 *
 * Returns: (transfer full) (nullable): the secret
 */
PanahSecret *
panah_secret_new_casebook (const guint8 *bytes,
                           GError      **error)
{
  guint8 *copy = panah_memory_new_locked (PANAH_SECRET_CASEBOOK_BYTES, error);

  if (copy == NULL)
    return NULL;
  if (bytes != NULL)
    memcpy (copy, bytes, PANAH_SECRET_CASEBOOK_BYTES);
  else
    randombytes_buf (copy, PANAH_SECRET_CASEBOOK_BYTES);
  return take_bytes (PANAH_SECRET_CASEBOOK, copy, PANAH_SECRET_CASEBOOK_BYTES);
}

/**
 * panah_secret_ref:
 * @self: a secret
 *
 * Returns: (transfer full): @self
 */
PanahSecret *
panah_secret_ref (PanahSecret *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
secret_clear (gpointer data)
{
  PanahSecret *self = data;

  panah_memory_free (self->bytes);
}

/**
 * panah_secret_unref:
 * @self: (nullable) (transfer full): a secret, which is wiped with its last reference
 */
void
panah_secret_unref (PanahSecret *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, secret_clear);
}

/**
 * panah_secret_get_kind:
 * @self: a secret
 *
 * Returns: what it is
 */
PanahSecretKind
panah_secret_get_kind (const PanahSecret *self)
{
  return self->kind;
}

/**
 * panah_secret_get_bytes:
 * @self: a secret
 * @out_length: (out): in bytes
 *
 * Returns: (transfer none): the secret itself, in guarded memory: not to be copied anywhere else
 */
const guint8 *
panah_secret_get_bytes (const PanahSecret *self,
                        gsize             *out_length)
{
  *out_length = self->length;
  return self->bytes;
}
