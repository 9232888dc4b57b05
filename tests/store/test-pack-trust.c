/* test-pack-trust.c - which rules are believed: those of the build, those that are signed, and no others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/pack-trust.h"

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

/* Of this test alone: no program knows it. */
typedef struct
{
  guint8 public[1][PANAH_PACK_KEY_SIZE];
  guint8 secret[crypto_sign_SECRETKEYBYTES];
} Key;

static void
make_key (Key   *key,
          guint8 number)
{
  guint8 seed[crypto_sign_SEEDBYTES] = { number };

  g_assert_cmpint (sodium_init (), >=, 0);
  crypto_sign_seed_keypair (key->public[0], key->secret, seed);
}

static PanahPack *
load (const char *folder)
{
  const char *const directories[] = { folder, NULL };
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;
  PanahPack *pack = panah_pack_trust_load (directories, "kz", problems, &error);

  g_assert_no_error (error);
  return pack;
}

static void
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static char *
copy_pack (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *from = g_build_filename (g_getenv ("PANAH_TEST_PACKS"), "kz", NULL);
  char *folder = g_dir_make_tmp ("panah-trust.XXXXXX", &error);

  g_assert_no_error (error);
  run ((const char *[]) { "cp", "-r", from, folder, NULL });
  return folder;
}

static void
remove_copy (char *folder)
{
  run ((const char *[]) { "rm", "-r", folder, NULL });
  g_free (folder);
}

/* In @file the first @find becomes @with, which is as long. */
static void
change (const char *folder,
        const char *file,
        const char *find,
        const char *with)
{
  g_autofree char *path = g_build_filename (folder, "kz", file, NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  char *found = strstr (text, find);
  g_assert_nonnull (found);
  memcpy (found, with, strlen (with));
  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

static void
sign (const char *folder,
      const Key  *key)
{
  g_autoptr (PanahPack) pack = load (folder);
  g_autoptr (GBytes) message = panah_pack_trust_message (pack);
  g_autofree char *path = g_build_filename (folder, "kz", "signature", NULL);
  guint8 signature[crypto_sign_BYTES];
  char text[2 * sizeof signature + 1];

  crypto_sign_detached (signature, NULL, g_bytes_get_data (message, NULL), g_bytes_get_size (message), key->secret);
  sodium_bin2hex (text, sizeof text, signature, sizeof signature);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static PanahPackOrigin
check (const char *folder,
       const Key  *key)
{
  g_autoptr (PanahPack) pack = load (folder);

  return panah_pack_trust_check_with (pack, key->public, 1);
}

static void
test_shipped (void)
{
  g_autoptr (PanahPack) pack = load (g_getenv ("PANAH_TEST_PACKS"));

  g_assert_cmpint (panah_pack_trust_check (pack), ==, PANAH_PACK_SHIPPED);
  g_assert_false (panah_pack_is_unverified (pack));
}

/* The folder does not matter, only what is in it. */
static void
test_copied (void)
{
  char *folder = copy_pack ();
  g_autoptr (PanahPack) pack = load (folder);

  g_assert_false (panah_pack_is_unverified (pack));
  remove_copy (folder);
}

typedef struct
{
  const char *name;
  const char *file;
  const char *find;
  const char *with;
} ChangeRow;

static const ChangeRow change_rows[] = {
  { "law", "deadlines.json", "\"label\": \"", "\"label\": \"X" },
  { "document", "documents/application.ru.json", "Стр", "стр" },
  { "translation", "po/ru.po", "msgstr \"В", "msgstr \"Н" },
};

static void
test_changed (gconstpointer data)
{
  const ChangeRow *row = data;
  char *folder = copy_pack ();

  change (folder, row->file, row->find, row->with);
  g_autoptr (PanahPack) pack = load (folder);
  g_assert_true (panah_pack_is_unverified (pack));
  g_assert_cmpint (panah_pack_trust_check (pack), ==, PANAH_PACK_UNVERIFIED);
  remove_copy (folder);
}

static void
test_signed (void)
{
  char *folder = copy_pack ();
  Key key, other;

  make_key (&key, 1);
  make_key (&other, 2);
  change (folder, "po/ru.po", "msgstr \"В", "msgstr \"Н");
  g_assert_cmpint (check (folder, &key), ==, PANAH_PACK_UNVERIFIED);
  sign (folder, &key);
  g_assert_cmpint (check (folder, &key), ==, PANAH_PACK_SIGNED);
  g_assert_cmpint (check (folder, &other), ==, PANAH_PACK_UNVERIFIED);

  g_autoptr (PanahPack) pack = load (folder);
  g_assert_true (panah_pack_is_unverified (pack)); /* no key is built into the program */
  change (folder, "po/ru.po", "msgstr \"П", "msgstr \"Р");
  g_assert_cmpint (check (folder, &key), ==, PANAH_PACK_UNVERIFIED);
  remove_copy (folder);
}

/* Whoever signed the edition of last year did not say that it holds today. */
static void
test_older (void)
{
  char *folder = copy_pack ();
  g_autoptr (PanahPack) shipped = load (g_getenv ("PANAH_TEST_PACKS"));
  g_autofree char *member = g_strdup_printf ("\"edition\": \"%s", panah_pack_get_edition (shipped));
  Key key;

  make_key (&key, 1);
  change (folder, "pack.json", member, "\"edition\": \"2020-01-01");
  sign (folder, &key);
  g_assert_cmpint (check (folder, &key), ==, PANAH_PACK_UNVERIFIED);
  remove_copy (folder);
}

static const char *const bad_signatures[] = { "", "00", "zz", "\n" };

static void
test_bad_signature (gconstpointer data)
{
  char *folder = copy_pack ();
  g_autofree char *path = g_build_filename (folder, "kz", "signature", NULL);
  g_autofree char *zeros = g_strnfill (1000, '0');
  Key key;

  make_key (&key, 1);
  change (folder, "po/ru.po", "msgstr \"В", "msgstr \"Н");
  g_assert_true (g_file_set_contents (path, data != NULL ? data : zeros, -1, NULL));
  g_assert_cmpint (check (folder, &key), ==, PANAH_PACK_UNVERIFIED);
  remove_copy (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/pack-trust/shipped", test_shipped);
  g_test_add_func ("/store/pack-trust/copied", test_copied);
  for (guint i = 0; i < G_N_ELEMENTS (change_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/store/pack-trust/changed/", change_rows[i].name, NULL);
      g_test_add_data_func (path, &change_rows[i], test_changed);
    }
  g_test_add_func ("/store/pack-trust/signed", test_signed);
  g_test_add_func ("/store/pack-trust/older", test_older);
  for (guint i = 0; i < G_N_ELEMENTS (bad_signatures); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/pack-trust/bad-signature/%u", i);
      g_test_add_data_func (path, bad_signatures[i], test_bad_signature);
    }
  g_test_add_data_func ("/store/pack-trust/bad-signature/long", NULL, test_bad_signature);
  return g_test_run ();
}
