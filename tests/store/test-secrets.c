/* test-secrets.c - passphrases and keys: the same from every keyboard, and gone when they are done with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "store-support.h"

#include "store/memory.h"

#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

typedef struct
{
  const char *name;
  const char *typed;
  const char *same; /* (nullable): from another keyboard */
  gboolean    differ;
} Row;

static const Row rows[] = {
  { "latin", "caf\u00e9", "cafe\u0301", FALSE },
  { "cyrillic-short-i", "\u0439\u043e\u0434", "\u0438\u0306\u043e\u0434", FALSE },
  { "arabic-madda", "\u0622\u0628", "\u0627\u0653\u0628", FALSE },
  { "persian-hamza", "\u0624\u06cc", "\u0648\u0654\u06cc", FALSE },
  { "marks-in-another-order", "a\u0323\u0301", "a\u0301\u0323", FALSE },
  { "hangul", "\ud55c", "\u1112\u1161\u11ab", FALSE },
  { "beyond-16-bits", "\U0001f512 \U00020bb7", "\U0001f512 \U00020bb7", FALSE },
  { "capitals-matter", "Panah", "panah", TRUE },
  { "spaces-matter", "two words", "two  words", TRUE },
  { "space-at-the-end-matters", "word", "word ", TRUE },
  { "compatible-is-not-the-same", "\ufb01n", "fin", TRUE },
  { "arabic-and-persian-yeh-differ", "\u064a", "\u06cc", TRUE },
};

static void
test_same_passphrase (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (PanahSecret) one = make_secret (row->typed), two = make_secret (row->same);
  g_autofree char *composed = g_utf8_normalize (row->typed, -1, G_NORMALIZE_NFC);
  gsize n_one, n_two;
  const guint8 *a = panah_secret_get_bytes (one, &n_one), *b = panah_secret_get_bytes (two, &n_two);

  g_assert_cmpint (panah_secret_get_kind (one), ==, PANAH_SECRET_PASSPHRASE);
  g_assert_cmpmem (a, n_one, composed, strlen (composed));
  g_assert_true ((n_one == n_two && memcmp (a, b, n_one) == 0) != row->differ);

  /* And so it opens the file, or does not. */
  g_autoptr (GBytes) payload = make_noise (10), file = seal_cheaply (row->typed, payload);
  g_auto (PanahContents) contents = { NULL };
  g_autoptr (GError) error = NULL;
  g_assert_true (panah_container_open (file, two, &contents, &error) != row->differ);
  if (row->differ)
    g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_PASSPHRASE);
}

static void
test_long_passphrase (void)
{
  static const gsize lengths[] = { 1, 63, 64, 65, 1000, 65535, 65536 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *typed = g_strnfill (lengths[i], 'p'), *other = g_strnfill (lengths[i], 'p');
      other[lengths[i] - 1] = 'q'; /* the last letter counts */
      g_autoptr (PanahSecret) secret = make_secret (typed), wrong = make_secret (other);
      g_autoptr (GBytes) payload = make_noise (10), file = seal_cheaply (typed, payload);
      g_auto (PanahContents) contents = { NULL }, none = { NULL };

      g_assert_true (panah_container_open (file, secret, &contents, NULL));
      g_assert_false (panah_container_open (file, wrong, &none, NULL));
    }
}

static void
test_not_a_passphrase (void)
{
  g_autofree char *too_long = g_strnfill (65537, 'p');
  g_autoptr (GString) expands = g_string_new (NULL);
  for (guint i = 0; i < 20000; i++)
    g_string_append (expands, "\u0958"); /* three bytes, six in NFC */
  const char *const wrong[] = { "", "\xff", "half a letter \xd0", "\xed\xa0\x80", too_long, expands->str };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (panah_secret_new (wrong[i], &error));
      g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_SECRET);
    }
}

static const struct
{
  const char *name;
  PanahKeyRecipe recipe;
  gboolean ok;
} recipes[] = {
  { "least", { PANAH_SECRET_PASSPHRASE, 1, 8 }, TRUE },
  { "most", { PANAH_SECRET_PASSPHRASE, 16, 1024 * 1024 }, TRUE },
  { "no-pass", { PANAH_SECRET_PASSPHRASE, 0, 8 }, FALSE },
  { "too-many-passes", { PANAH_SECRET_PASSPHRASE, 17, 8 }, FALSE },
  { "most-passes", { PANAH_SECRET_PASSPHRASE, G_MAXUINT32, 8 }, FALSE },
  { "too-little-memory", { PANAH_SECRET_PASSPHRASE, 1, 7 }, FALSE },
  { "too-much-memory", { PANAH_SECRET_PASSPHRASE, 1, 1024 * 1024 + 1 }, FALSE },
  { "most-memory", { PANAH_SECRET_PASSPHRASE, 1, G_MAXUINT32 }, FALSE },
  { "casebook", { PANAH_SECRET_CASEBOOK, 0, 0 }, TRUE },
  { "casebook-with-work", { PANAH_SECRET_CASEBOOK, 1, 8 }, FALSE },
  { "casebook-with-memory", { PANAH_SECRET_CASEBOOK, 0, 8 }, FALSE },
};

static void
test_recipe (gconstpointer data)
{
  const typeof (recipes[0]) *row = data;
  g_autoptr (PanahSecret) secret = row->recipe.kind == PANAH_SECRET_CASEBOOK ? panah_secret_new_casebook (NULL, NULL)
                                                                             : make_secret ("word");
  g_autoptr (GError) error = NULL;

  g_assert_true (panah_key_recipe_is_within_limits (&row->recipe) == row->ok);
  if (!row->ok)
    {
      g_assert_null (panah_key_derive (&row->recipe, secret, &error));
      g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS);
    }
}

/* Outside of its use nobody reads a key, not even by mistake. */
static void
test_key_is_not_readable (gconstpointer data)
{
  if (g_test_subprocess ())
    {
      guint8 bytes[PANAH_KEY_BYTES];
      g_autoptr (PanahKey) key = make_cheap_key ("word");
      /* The private struct has the recipe first, then a lock, then the bytes. */
      struct { PanahKeyRecipe recipe; GMutex lock; guint8 *bytes; } *raw = (gpointer) key;

      if (data != NULL)
        panah_key_copy_bytes (key, bytes); /* in use it is readable */
      g_printerr ("copied\n");
      memcpy (bytes, raw->bytes, 1);
      g_printerr ("read %d\n", bytes[0]);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*copied*");
  g_test_trap_assert_stderr_unmatched ("*read *");
}

/* Eight-bit and sixteen-bit text; kept in a form in which a search of the memory does not find it. */
#define MARKER_BYTES 24

typedef struct
{
  char     narrow[MARKER_BYTES + 1];
  gunichar2 wide[MARKER_BYTES];
} Marker;

static void
write_marker (Marker *out)
{
  static const char hidden[] = "rxmfvsjunbslfsuibuxfgjoe";

  for (guint i = 0; i < MARKER_BYTES; i++)
    out->wide[i] = out->narrow[i] = hidden[i] - 1;
  out->narrow[MARKER_BYTES] = '\0';
}

static guint
count_in (const guint8 *data,
          gsize         length,
          const void   *what,
          gsize         what_length)
{
  const guint8 *end = data + length;
  guint n = 0;

  for (const guint8 *p = data; (p = memmem (p, end - p, what, what_length)) != NULL; p++)
    n++;
  return n;
}

/* How often the marker stands in the memory of this process, its stack and what is searched with apart. */
static guint
count_markers (void)
{
  const gsize most = 32 * 1024 * 1024;
  guint8 *copy = mmap (NULL, most, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  int memory = open ("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  g_autofree char *maps = NULL;
  Marker marker;
  guint n = 0;

  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  write_marker (&marker);
  for (char *line = maps; line != NULL && *line != '\0'; line = strchr (line, '\n') + 1)
    {
      guint64 start = g_ascii_strtoull (line, &line, 16), end = g_ascii_strtoull (line + 1, &line, 16);
      gsize line_length = strcspn (line, "\n");
      gboolean skipped = line[1] != 'r' || memmem (line, line_length, "[stack]", 7) != NULL ||
                         memmem (line, line_length, "[v", 2) != NULL ||
                         (start <= (gsize) copy && (gsize) copy < end);

      for (guint64 at = start; !skipped && at < end; at += most)
        {
          gssize length = pread (memory, copy, MIN (end - at, most), at);
          n += length > 0 ? count_in (copy, length, marker.narrow, MARKER_BYTES) : 0;
          n += length > 0 ? count_in (copy, length, marker.wide, sizeof marker.wide) : 0;
        }
    }
  sodium_memzero (&marker, sizeof marker);
  close (memory);
  munmap (copy, most);
  return n;
}

static char *
copy_marker (void)
{
  Marker marker;
  char *copy;

  write_marker (&marker);
  copy = g_strdup (marker.narrow);
  sodium_memzero (&marker, sizeof marker);
  return copy;
}

static void
forget (char *text)
{
  sodium_memzero (text, strlen (text));
  g_free (text);
}

static gboolean
can_search (void)
{
  g_autofree char *maps = NULL;

  if (is_sanitized ())
    g_test_skip ("the sanitizer keeps copies of its own");
  else if (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL) && strstr (maps, "vgpreload") != NULL)
    g_test_skip ("valgrind keeps the stack where it is not known as one");
  else
    return TRUE;
  return FALSE;
}

static void
test_search_finds (void)
{
  if (!can_search ())
    return;

  g_assert_cmpuint (count_markers (), ==, 0);
  char *text = copy_marker ();
  g_assert_cmpuint (count_markers (), ==, 1);
  char *another = copy_marker ();
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (another, -1, NULL, NULL, NULL);
  g_assert_cmpuint (count_markers (), >=, 3);
  forget (text);
  forget (another);
  sodium_memzero (wide, MARKER_BYTES * sizeof *wide);
}

/* One copy of a passphrase, and then none. */
static void
test_passphrase_leaves_nothing (void)
{
  g_autoptr (GError) error = NULL;

  if (!can_search ())
    return;

  char *typed = copy_marker ();
  PanahSecret *secret = panah_secret_new (typed, &error);
  forget (typed);
  g_assert_no_error (error);
  g_assert_cmpuint (count_markers (), ==, 1);

  PanahKeyRecipe recipe = { PANAH_SECRET_PASSPHRASE, 1, 64 };
  g_autoptr (PanahKey) key = panah_key_derive (&recipe, secret, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_markers (), ==, 1);
  panah_secret_unref (secret);
  g_assert_cmpuint (count_markers (), ==, 0);
}

/* A key lies in a file’s payload and in guarded memory that cannot be read; sealing and opening leave no other copy. */
static void
test_sealing_leaves_nothing (void)
{
  const gsize length = 60000; /* so small that its memory is not given back to the system */
  PanahKeyRecipe recipe = { PANAH_SECRET_CASEBOOK, 0, 0 };
  g_autoptr (GBytes) summary = make_text ("{}");
  g_auto (PanahContents) contents = { NULL };
  g_autoptr (GError) error = NULL;

  if (!can_search ())
    return;

  char *text = copy_marker ();
  guint8 bytes[PANAH_KEY_BYTES] = { 0 };
  memcpy (bytes, text, MARKER_BYTES);
  g_autoptr (PanahKey) key = panah_key_new_bytes (&recipe, bytes, &error);
  g_autoptr (GPtrArray) keys = make_keys (key, NULL);
  sodium_memzero (bytes, sizeof bytes);
  g_assert_cmpuint (count_markers (), ==, 1); /* the text */

  guint8 *data = panah_memory_try_new (length, &error);
  memset (data, 'x', length);
  memcpy (data + 50000, text, MARKER_BYTES);
  forget (text);
  GBytes *payload = panah_memory_take_bytes (data, length);
  g_autoptr (GBytes) file = panah_container_seal (keys, summary, payload, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_markers (), ==, 1); /* the payload */
  g_bytes_unref (payload);
  g_assert_cmpuint (count_markers (), ==, 0);

  g_assert_true (panah_container_open_key (file, key, &contents, &error));
  g_assert_cmpuint (count_markers (), ==, 1);
  panah_contents_clear (&contents);
  g_assert_cmpuint (count_markers (), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_ROWS ("/store/secrets/same-passphrase", rows, test_same_passphrase);
  ADD_ROWS ("/store/secrets/recipe", recipes, test_recipe);
  g_test_add_func ("/store/secrets/long-passphrase", test_long_passphrase);
  g_test_add_func ("/store/secrets/not-a-passphrase", test_not_a_passphrase);
  g_test_add_data_func ("/store/secrets/key-is-not-readable/new", NULL, test_key_is_not_readable);
  g_test_add_data_func ("/store/secrets/key-is-not-readable/used", "used", test_key_is_not_readable);
  g_test_add_func ("/store/secrets/search-finds", test_search_finds);
  g_test_add_func ("/store/secrets/passphrase-leaves-nothing", test_passphrase_leaves_nothing);
  g_test_add_func ("/store/secrets/sealing-leaves-nothing", test_sealing_leaves_nothing);

  return g_test_run ();
}
