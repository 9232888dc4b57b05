/* store-support.c - what the tests of the store have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-support.h"

#include <sodium.h>
#include <string.h>

PanahSecret *
make_secret (const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  PanahSecret *secret = panah_secret_new (passphrase, &error);

  g_assert_no_error (error);
  return secret;
}

PanahKey *
make_cheap_key (const char *passphrase)
{
  PanahKeyRecipe recipe = { .kind = PANAH_SECRET_PASSPHRASE, .ops = 1, .kib = 8 };
  g_autoptr (PanahSecret) secret = make_secret (passphrase);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < sizeof recipe.salt; i++)
    recipe.salt[i] = g_test_rand_int ();
  PanahKey *key = panah_key_derive (&recipe, secret, &error);
  g_assert_no_error (error);
  return key;
}

GPtrArray *
make_keys (PanahKey *key,
           ...)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_key_unref);
  va_list args;

  va_start (args, key);
  for (PanahKey *next = key; next != NULL; next = va_arg (args, PanahKey *))
    g_ptr_array_add (keys, panah_key_ref (next));
  va_end (args);
  return keys;
}

GBytes *
make_noise (gsize length)
{
  guint8 *data = g_malloc (MAX (length, 1));
  guint32 seed = g_test_rand_int ();

  for (gsize i = 0; i < length; i++)
    data[i] = (seed = seed * 1664525 + 1013904223) >> 24;
  return g_bytes_new_take (data, length);
}

GBytes *
make_text (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

GBytes *
seal_cheaply (const char *passphrase,
              GBytes     *payload)
{
  g_autoptr (PanahKey) key = make_cheap_key (passphrase);
  g_autoptr (GPtrArray) keys = make_keys (key, NULL);
  g_autoptr (GBytes) summary = make_text ("{}");
  g_autoptr (GError) error = NULL;
  GBytes *file = panah_container_seal (keys, summary, payload, &error);

  g_assert_no_error (error);
  return file;
}

GBytes *
change_head (GBytes *file,
             gsize   at,
             guint8  value)
{
  gsize length;
  guint8 *data = g_memdup2 (g_bytes_get_data (file, NULL), g_bytes_get_size (file));

  length = g_bytes_get_size (file);
  data[at] = value;
  crypto_generichash (data + 860, 16, data, 860, NULL, 0);
  return g_bytes_new_take (data, length);
}

JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (json, &error);

  g_assert_no_error (error);
  return root;
}

char *
print (JsonNode *root)
{
  return json_to_string (root, FALSE);
}

gboolean
is_sanitized (void)
{
#ifdef __SANITIZE_ADDRESS__
  return TRUE;
#else
  return FALSE;
#endif
}

void
add_rows (const char   *path,
          gconstpointer rows,
          gsize         n_rows,
          gsize         row_size,
          GTestDataFunc test)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      const char *const *row = (gconstpointer) ((const guint8 *) rows + i * row_size);
      g_autofree char *name = g_strdup_printf ("%s/%s", path, *row);
      g_test_add_data_func (name, row, test);
    }
}
