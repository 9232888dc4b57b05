/* test-container.c - what is sealed comes back, and what is wrong with a file is told in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "counted-calls.h"
#include "store-support.h"

#include "store/head.h"

#include <sodium.h>
#include <string.h>

#define KIB 1024
#define MIB (1024 * 1024)

typedef struct
{
  const char *name;
  gsize       length;
} Size;

static const Size sizes[] = {
  { "nothing", 0 },
  { "one-byte", 1 },
  { "before-the-floor", 65535 },
  { "at-the-floor", 65536 },
  { "after-the-floor", 65537 },
  { "two-pieces", 131072 },
  { "two-pieces-and-a-byte", 131073 },
  { "a-megabyte", MIB + 7 },
  { "eight-megabytes", 8 * MIB },
};

static void
test_round_trip (gconstpointer data)
{
  const Size *size = data;
  g_autoptr (GBytes) payload = make_noise (size->length);
  g_autoptr (GBytes) file = seal_cheaply ("long enough", payload);
  g_autoptr (PanahSecret) secret = make_secret ("long enough");
  g_auto (PanahContents) contents = { NULL };
  g_autoptr (GError) error = NULL;

  panah_container_open (file, secret, &contents, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (contents.payload, payload));
  g_assert_cmpmem (g_bytes_get_data (contents.summary, NULL), g_bytes_get_size (contents.summary), "{}", 2);
  g_assert_cmpuint (contents.keys->len, ==, 1);
  g_assert_false (contents.worn);
  g_assert_true (panah_container_verify (file, &error));
}

/* Not one block of sixteen bytes stands in both. */
static void
test_never_twice_the_same (void)
{
  g_autoptr (PanahKey) key = make_cheap_key ("long enough");
  g_autoptr (GPtrArray) keys = make_keys (key, NULL);
  g_autoptr (GBytes) payload = make_noise (1000), summary = make_text ("{}");
  g_autoptr (GBytes) one = panah_container_seal (keys, summary, payload, NULL);
  g_autoptr (GBytes) two = panah_container_seal (keys, summary, payload, NULL);
  const guint8 *a = g_bytes_get_data (one, NULL), *b = g_bytes_get_data (two, NULL);

  g_assert_cmpuint (g_bytes_get_size (one), ==, g_bytes_get_size (two));
  g_assert_cmpmem (a, 40, b, 40); /* magic, and how the key of the slot came about */
  g_assert_cmpint (memcmp (a + 40, b + 40, 16), !=, 0);
  for (gsize i = 812; i + 16 <= g_bytes_get_size (one); i += 16)
    g_assert_cmpint (memcmp (a + i, b + i, 16), !=, 0);
}

/* Old copies open with what they were saved under, and with nothing that a later save has. */
static void
test_new_keys_at_every_save (void)
{
  g_autoptr (PanahKey) key = make_cheap_key ("long enough");
  g_autoptr (GPtrArray) keys = make_keys (key, NULL);
  g_autoptr (GBytes) payload = make_noise (10), summary = make_text ("{}");
  PanahFileKeys found[3];

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (GBytes) file = panah_container_seal (keys, summary, payload, NULL);
      PanahHead head;

      g_assert_true (panah_head_read (&head, file, NULL));
      g_assert_true (panah_head_unwrap (&head, 0, key, &found[i]));
      for (guint j = 0; j < i; j++)
        {
          g_assert_cmpint (memcmp (found[i].file, found[j].file, PANAH_KEY_BYTES), !=, 0);
          g_assert_cmpint (memcmp (found[i].stream, found[j].stream, PANAH_KEY_BYTES), !=, 0);
          g_assert_cmpint (memcmp (found[i].summary, found[j].summary, PANAH_KEY_BYTES), !=, 0);
        }
      g_assert_cmpint (memcmp (found[i].stream, found[i].summary, PANAH_KEY_BYTES), !=, 0);
    }
}

/* The sizes of files do not tell those of what is in them. */
static void
test_size_classes (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (PanahKey) key = make_cheap_key ("long enough");
  g_autoptr (GPtrArray) keys = make_keys (key, NULL);
  g_autoptr (GBytes) summary = make_text ("{}");

  for (gsize length = 0; length <= 2 * MIB; length += 4 * KIB + 17)
    {
      g_autoptr (GBytes) payload = make_noise (length);
      g_autoptr (GBytes) file = panah_container_seal (keys, summary, payload, NULL);
      gsize size = g_bytes_get_size (file);

      if (length <= 65536)
        g_assert_cmpuint (size, ==, 4096 + 57 + 65553 + 32);
      g_assert_cmpfloat ((double) size, <=, 1.032 * MAX (length, 65536) + 4096 + 57 + 32 + 17 * (length / 65536 + 2));
      g_hash_table_add (seen, GSIZE_TO_POINTER (size));
    }
  g_test_message ("%u sizes of files for %u sizes of cases", g_hash_table_size (seen), 2 * MIB / (4 * KIB + 17));
  g_assert_cmpuint (g_hash_table_size (seen), <, 180);
}

static void
test_both_kinds_of_slots (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahSecret) casebook = panah_secret_new_casebook (NULL, &error);
  g_autoptr (PanahSecret) other = panah_secret_new_casebook (NULL, &error);
  g_autoptr (PanahSecret) secret = make_secret ("of the client"), wrong = make_secret ("of nobody");
  g_autoptr (PanahKey) lawyer = panah_key_new (casebook, &error), client = make_cheap_key ("of the client");
  g_autoptr (GPtrArray) keys = make_keys (lawyer, client, NULL);
  g_autoptr (GBytes) payload = make_noise (70000), summary = make_text ("{\"names\":[]}");
  g_autoptr (GBytes) file = panah_container_seal (keys, summary, payload, &error);
  PanahSecret *secrets[] = { casebook, secret };

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_auto (PanahContents) contents = { NULL }, again = { NULL };

      n_derived = 0;
      g_assert_true (panah_container_open (file, secrets[i], &contents, &error));
      g_assert_cmpuint (n_derived, ==, i); /* a casebook takes no key derivation */
      g_assert_true (g_bytes_equal (contents.payload, payload));
      g_assert_cmpuint (contents.keys->len, ==, 2);

      /* Whoever opened it saves it for the other one too. */
      g_autoptr (GBytes) saved = panah_container_seal (contents.keys, summary, payload, &error);
      g_assert_true (panah_container_open (saved, secrets[1 - i], &again, &error));
      g_assert_true (g_bytes_equal (again.payload, payload));
    }

  g_auto (PanahContents) contents = { NULL };
  g_assert_false (panah_container_open (file, other, &contents, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (panah_container_open (file, wrong, &contents, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_PASSPHRASE);
}

/* The keys that lie in one file of a casebook open no other. */
static void
test_kept_keys_open_no_other_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahSecret) casebook = panah_secret_new_casebook (NULL, &error);
  g_autoptr (PanahKey) one = panah_key_new (casebook, &error), two = panah_key_new (casebook, &error);
  g_autoptr (GPtrArray) one_keys = make_keys (one, NULL), two_keys = make_keys (two, NULL);
  g_autoptr (GBytes) payload = make_noise (10), summary = make_text ("");
  g_autoptr (GBytes) first = panah_container_seal (one_keys, summary, payload, &error);
  g_autoptr (GBytes) second = panah_container_seal (two_keys, summary, payload, &error);
  g_auto (PanahContents) contents = { NULL }, none = { NULL };

  g_assert_true (panah_container_open (first, casebook, &contents, &error));
  g_assert_false (panah_container_open_key (second, contents.keys->pdata[0], &none, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_PASSPHRASE);
}

static void
test_eight_slots (void)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_key_unref);
  g_autoptr (GBytes) payload = make_noise (65536), summary = make_text ("");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *passphrase = g_strdup_printf ("passphrase %u", i);
      g_ptr_array_add (keys, make_cheap_key (passphrase));
    }
  g_autoptr (GBytes) file = panah_container_seal (keys, summary, payload, &error);
  g_assert_cmpuint (g_bytes_get_size (file), ==, 4096 + 8 + 8 * 32 + 17 + 65553 + 32);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *passphrase = g_strdup_printf ("passphrase %u", i);
      g_autoptr (PanahSecret) secret = make_secret (passphrase);
      g_auto (PanahContents) contents = { NULL };

      panah_container_open (file, secret, &contents, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (contents.payload, payload));
    }
}

/* Whichever it is of eight, and whatever the others are; nine are more than there is room for. */
static void
test_bad_slot_of_eight (void)
{
  const struct { gsize at; guint8 value; int code; } bad[] = {
    { 12, 3, PANAH_STORE_ERROR_NEWER }, { 16, 0, PANAH_STORE_ERROR_LIMITS },
  };
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_key_unref);
  g_autoptr (GBytes) payload = make_text ("some case"), summary = make_text ("");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (keys, make_cheap_key ("right"));
  g_autoptr (GBytes) file = panah_container_seal (keys, summary, payload, &error);
  for (guint i = 0; i < 8 * G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) changed = change_head (file, bad[i / 8].at + 100 * (i % 8), bad[i / 8].value);
      g_assert_false (panah_container_verify (changed, &error));
      g_assert_error (error, PANAH_STORE_ERROR, bad[i / 8].code);
      g_clear_error (&error);
    }
  g_autoptr (GBytes) nine = change_head (file, 10, 9);
  g_assert_false (panah_container_verify (nine, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS);
}

/* What is wrong, at @at of the head; @length of the file is left. */
typedef struct
{
  const char     *name;
  gssize          at;     /* -1: nothing */
  guint8          value;
  gssize          length; /* -1: all */
  const char     *passphrase;
  PanahStoreError code;
  gboolean        before_any_work;
} Bad;

static const Bad bad_files[] = {
  { "empty", -1, 0, 0, "right", PANAH_STORE_ERROR_NOT_OURS, TRUE },
  { "seven-bytes", -1, 0, 7, "right", PANAH_STORE_ERROR_NOT_OURS, TRUE },
  { "another-magic", 1, 'Q', -1, "right", PANAH_STORE_ERROR_NOT_OURS, TRUE },
  { "newer-version", 8, 2, -1, "right", PANAH_STORE_ERROR_NEWER, TRUE },
  { "newer-by-256", 9, 1, -1, "right", PANAH_STORE_ERROR_NEWER, TRUE },
  { "newer-and-short", 8, 2, 10, "right", PANAH_STORE_ERROR_NEWER, TRUE },
  { "version-0", 8, 0, -1, "right", PANAH_STORE_ERROR_HEADER, TRUE },
  { "magic-alone", -1, 0, 8, "right", PANAH_STORE_ERROR_HEADER, TRUE },
  { "head-cut-off", -1, 0, 4095, "right", PANAH_STORE_ERROR_HEADER, TRUE },
  { "unknown-flag", 11, 1, -1, "right", PANAH_STORE_ERROR_NEWER, TRUE },
  { "unknown-kind", 12, 3, -1, "right", PANAH_STORE_ERROR_NEWER, TRUE },
  { "unknown-derivation", 13, 2, -1, "right", PANAH_STORE_ERROR_NEWER, TRUE },
  { "no-derivation", 13, 0, -1, "right", PANAH_STORE_ERROR_NEWER, TRUE },
  { "no-slot", 10, 0, -1, "right", PANAH_STORE_ERROR_LIMITS, TRUE },
  { "nine-slots", 10, 9, -1, "right", PANAH_STORE_ERROR_NEWER, TRUE }, /* the second one is of kind 0 */
  { "no-pass", 16, 0, -1, "right", PANAH_STORE_ERROR_LIMITS, TRUE },
  { "seventeen-passes", 16, 17, -1, "right", PANAH_STORE_ERROR_LIMITS, TRUE },
  { "very-many-passes", 19, 0x80, -1, "right", PANAH_STORE_ERROR_LIMITS, TRUE },
  { "seven-kib", 20, 7, -1, "right", PANAH_STORE_ERROR_LIMITS, TRUE },
  { "more-than-a-gib", 22, 0x10, -1, "right", PANAH_STORE_ERROR_LIMITS, TRUE }, /* 1 GiB and 8 KiB */
  { "four-tib", 23, 0xff, -1, "right", PANAH_STORE_ERROR_LIMITS, TRUE },
  { "wrong-passphrase", -1, 0, -1, "wrong", PANAH_STORE_ERROR_PASSPHRASE, FALSE },
  { "right-passphrase-with-a-space", -1, 0, -1, "right ", PANAH_STORE_ERROR_PASSPHRASE, FALSE },
  { "wrong-passphrase-and-cut-off", -1, 0, 5000, "wrong", PANAH_STORE_ERROR_PASSPHRASE, FALSE },
  { "another-salt", 24, 0, -1, "right", PANAH_STORE_ERROR_PASSPHRASE, FALSE },
  { "head-alone", -1, 0, 4096, "right", PANAH_STORE_ERROR_DAMAGED, FALSE },
  { "cut-off", -1, 0, 5000, "right", PANAH_STORE_ERROR_DAMAGED, FALSE },
  { "last-byte-missing", -1, 0, -2, "right", PANAH_STORE_ERROR_DAMAGED, FALSE },
  { "another-stream", 812, 0, -1, "right", PANAH_STORE_ERROR_DAMAGED, FALSE },
  { "another-summary", 836, 0, -1, "right", PANAH_STORE_ERROR_DAMAGED, FALSE },
};

static GBytes *
make_bad_file (const Bad *bad)
{
  g_autoptr (GBytes) payload = make_text ("some case");
  g_autoptr (GBytes) good = seal_cheaply ("right", payload);
  guint8 value = bad->value;
  gsize size = g_bytes_get_size (good);

  if (bad->at >= 24) /* random bytes */
    value = ~((const guint8 *) g_bytes_get_data (good, NULL))[bad->at];
  g_autoptr (GBytes) file = bad->at >= 0 ? change_head (good, bad->at, value) : g_bytes_ref (good);
  return g_bytes_new_from_bytes (file, 0, bad->length == -1 ? size : bad->length < 0 ? size - 1 : (gsize) bad->length);
}

static void
test_bad_file (gconstpointer data)
{
  const Bad *bad = data;
  g_autoptr (GBytes) file = make_bad_file (bad);
  g_autoptr (PanahSecret) secret = make_secret (bad->passphrase);
  PanahContents contents = { NULL };
  g_autoptr (GError) error = NULL, verify_error = NULL, summary_error = NULL;

  n_derived = n_locked = n_tried = 0;
  g_assert_false (panah_container_open (file, secret, &contents, &error));
  g_assert_error (error, PANAH_STORE_ERROR, (int) bad->code);
  g_assert_null (contents.payload);
  if (bad->before_any_work)
    g_assert_cmpuint (n_derived + n_locked + n_tried, ==, 0);
  else
    g_assert_cmpuint (n_derived, ==, 1);

  /* Without a passphrase the same is found, but what takes one. */
  gboolean ok = panah_container_verify (file, &verify_error);
  if (bad->before_any_work)
    g_assert_error (verify_error, PANAH_STORE_ERROR, (int) bad->code);
  else
    g_assert_true (ok == (bad->at < 0 && bad->length == -1));

  g_autoptr (GBytes) summary = panah_container_open_summary (file, secret, &summary_error);
  if (bad->code != PANAH_STORE_ERROR_DAMAGED)
    g_assert_error (summary_error, PANAH_STORE_ERROR, (int) bad->code);
}

static void
test_too_large (void)
{
  g_autoptr (PanahKey) key = make_cheap_key ("long enough");
  g_autoptr (GPtrArray) keys = make_keys (key, NULL);
  g_autoptr (GBytes) summary = make_text (""), payload = g_bytes_new_take (g_malloc0 (64 * MIB), 64 * MIB);
  g_autoptr (GBytes) most = g_bytes_new_from_bytes (payload, 0, 62 * MIB), small = make_noise (10);
  g_autoptr (GBytes) right = seal_cheaply ("long enough", small);
  g_autoptr (PanahSecret) secret = make_secret ("long enough");
  g_autoptr (GError) error = NULL;
  PanahContents contents = { NULL };

  g_assert_null (panah_container_seal (keys, summary, payload, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS);
  g_clear_error (&error);

  g_autoptr (GBytes) file = panah_container_seal (keys, summary, most, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (file), <=, PANAH_CONTAINER_MAX_BYTES);

  guint8 *data = g_malloc0 (PANAH_CONTAINER_MAX_BYTES + 1);
  memcpy (data, g_bytes_get_data (right, NULL), 4096);
  g_autoptr (GBytes) endless = g_bytes_new_take (data, PANAH_CONTAINER_MAX_BYTES + 1);
  n_derived = n_locked = n_tried = 0;
  g_assert_false (panah_container_open (endless, secret, &contents, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS);
  g_assert_cmpuint (n_derived + n_locked + n_tried, ==, 0);
}

/* A stick that is worn out may spoil the last bytes as well as any others. */
static void
test_worn (void)
{
  g_autoptr (GBytes) payload = make_noise (10);
  g_autoptr (GBytes) file = seal_cheaply ("long enough", payload);
  g_autoptr (PanahSecret) secret = make_secret ("long enough");
  g_autoptr (GError) error = NULL;
  g_auto (PanahContents) contents = { NULL };
  gsize size = g_bytes_get_size (file);
  guint8 *data = g_memdup2 (g_bytes_get_data (file, NULL), size);

  data[size - 1] ^= 1;
  g_autoptr (GBytes) worn = g_bytes_new_take (data, size);
  g_assert_true (panah_container_open (worn, secret, &contents, &error));
  g_assert_true (g_bytes_equal (contents.payload, payload));
  g_assert_true (contents.worn);
  g_assert_false (panah_container_verify (worn, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_DAMAGED);
}

/* Lists are shown of many files: of each only the head is read. */
static void
test_summary_from_the_head (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahSecret) casebook = panah_secret_new_casebook (NULL, &error);
  g_autoptr (PanahKey) key = panah_key_new (casebook, &error);
  g_autoptr (GPtrArray) keys = make_keys (key, NULL);
  g_autoptr (GBytes) payload = make_noise (300000), longest = make_noise (PANAH_CONTAINER_MAX_SUMMARY);
  g_autoptr (GBytes) file = panah_container_seal (keys, longest, payload, &error);
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (file, 0, 4096), less = g_bytes_new_from_bytes (file, 0, 4095);

  n_derived = 0;
  g_autoptr (GBytes) summary = panah_container_open_summary (head, casebook, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (summary, longest));
  g_assert_cmpuint (n_derived, ==, 0);
  g_assert_null (panah_container_open_summary (less, casebook, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_HEADER);
}

/* The summary of one file under the keys of another, and a body of an older save: each is whole in itself. */
static void
test_parts_of_two_saves (void)
{
  g_autoptr (PanahKey) key = make_cheap_key ("long enough");
  g_autoptr (GPtrArray) keys = make_keys (key, NULL);
  g_autoptr (GBytes) summary = make_text ("{}"), payload = make_noise (100000);
  g_autoptr (GBytes) one = panah_container_seal (keys, summary, payload, NULL);
  g_autoptr (GBytes) two = panah_container_seal (keys, summary, payload, NULL);
  const gsize cuts[] = { 876, 4096, 4096 + 57, 4096 + 57 + 65553 };

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      guint8 *data = g_memdup2 (g_bytes_get_data (one, NULL), g_bytes_get_size (one));
      PanahContents contents = { NULL };
      g_autoptr (GError) error = NULL;

      memcpy (data + cuts[i], (const guint8 *) g_bytes_get_data (two, NULL) + cuts[i], g_bytes_get_size (one) - cuts[i]);
      g_autoptr (GBytes) mixed = g_bytes_new_take (data, g_bytes_get_size (one));
      g_assert_false (panah_container_open_key (mixed, key, &contents, &error));
      g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_DAMAGED);
    }
}

/* Nothing that was locked and guarded is left behind, whatever became of the file. */
static void
test_every_guarded_byte_is_wiped (void)
{
  int before = n_locked_now;

  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    test_bad_file (&bad_files[i]);
  test_both_kinds_of_slots ();
  g_assert_cmpint (n_locked_now, ==, before);
}

static void
test_less_memory_for_a_new_key (void)
{
  g_autoptr (PanahSecret) secret = make_secret ("long enough");
  g_autoptr (GError) error = NULL;

  g_autoptr (PanahKey) usual = panah_key_new (secret, &error);
  g_assert_no_error (error);
  g_assert_false (panah_key_is_light (usual));
  g_assert_cmpuint (panah_key_get_recipe (usual)->ops, ==, 3);
  g_assert_cmpuint (panah_key_get_recipe (usual)->kib, ==, 256 * KIB);

  no_memory = TRUE;
  g_autoptr (PanahKey) light = panah_key_new (secret, &error);
  g_assert_no_error (error);
  g_assert_true (panah_key_is_light (light));
  g_assert_cmpuint (panah_key_get_recipe (light)->ops, ==, 10);
  g_assert_cmpuint (panah_key_get_recipe (light)->kib, ==, 64 * KIB);

  /* A file that needs more than there is can only be opened where there is more. */
  g_assert_null (panah_key_derive (panah_key_get_recipe (usual), secret, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_MEMORY);
  no_memory = FALSE;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_ROWS ("/store/container/round-trip", sizes, test_round_trip);
  ADD_ROWS ("/store/container/bad-file", bad_files, test_bad_file);
  g_test_add_func ("/store/container/never-twice-the-same", test_never_twice_the_same);
  g_test_add_func ("/store/container/new-keys-at-every-save", test_new_keys_at_every_save);
  g_test_add_func ("/store/container/size-classes", test_size_classes);
  g_test_add_func ("/store/container/both-kinds-of-slots", test_both_kinds_of_slots);
  g_test_add_func ("/store/container/kept-keys-open-no-other-file", test_kept_keys_open_no_other_file);
  g_test_add_func ("/store/container/eight-slots", test_eight_slots);
  g_test_add_func ("/store/container/bad-slot-of-eight", test_bad_slot_of_eight);
  g_test_add_func ("/store/container/too-large", test_too_large);
  g_test_add_func ("/store/container/worn", test_worn);
  g_test_add_func ("/store/container/summary-from-the-head", test_summary_from_the_head);
  g_test_add_func ("/store/container/parts-of-two-saves", test_parts_of_two_saves);
  g_test_add_func ("/store/container/every-guarded-byte-is-wiped", test_every_guarded_byte_is_wiped);
  g_test_add_func ("/store/container/less-memory-for-a-new-key", test_less_memory_for_a_new_key);

  return g_test_run ();
}
