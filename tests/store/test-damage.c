/* test-damage.c - every single bit of a case file changed, and the file cut off at every length: never wrong data
 *
 * Under sanitizers, which are slow, only some of them are tried; PANAH_TEST_DAMAGE=1 tries all there too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-support.h"

#include <string.h>

/* Guarded pages are tested elsewhere; here they would take more time than all the rest. The linker leads these calls
 * here: see meson.build. */
void *__wrap_sodium_malloc            (size_t size);
void  __wrap_sodium_free              (void *memory);
int   __wrap_sodium_mprotect_noaccess (void *memory);
int   __wrap_sodium_mprotect_readonly (void *memory);

void *
__wrap_sodium_malloc (size_t size)
{
  return g_malloc (size);
}

void
__wrap_sodium_free (void *memory)
{
  g_free (memory);
}

int
__wrap_sodium_mprotect_noaccess (void *memory)
{
  return 0;
}

int
__wrap_sodium_mprotect_readonly (void *memory)
{
  return 0;
}

#define CASE "{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"xa\",\"facts\":{}}"
#define WHOLE -1

/* What the program must say of a changed file, by the place of the change alone. */
typedef struct
{
  const char *name;
  gsize       start;
  gsize       end;    /* 0: of the trailer; 32 bytes before the end: of the body */
  int         code;   /* of the error; or WHOLE: it opens, and is said to be worn */
} Region;

#define BODY_END 1

static const Region regions[] = {
  { "magic", 0, 8, PANAH_STORE_ERROR_NOT_OURS },
  { "version", 8, 10, PANAH_STORE_ERROR_NEWER },
  { "head", 10, 876, PANAH_STORE_ERROR_HEADER },
  { "summary", 876, 4096, PANAH_STORE_ERROR_DAMAGED },
  { "body", 4096, BODY_END, PANAH_STORE_ERROR_DAMAGED },
  { "trailer", BODY_END, 0, WHOLE },
};

typedef struct
{
  PanahKey *key;
  GBytes   *payload;
  GBytes   *file;
} Fixture;

static Fixture fixture;

static void
set_up (void)
{
  g_autoptr (JsonNode) root = parse (CASE);
  g_autoptr (PanahPayload) payload = panah_payload_new (root);
  g_autoptr (GBytes) summary = make_text ("{\"names\":[\"N\"]}");
  g_autoptr (GError) error = NULL;

  fixture.key = make_cheap_key ("long enough");
  g_autoptr (GPtrArray) keys = make_keys (fixture.key, NULL);
  fixture.payload = panah_payload_to_bytes (payload, &error);
  fixture.file = panah_container_seal (keys, summary, fixture.payload, &error);
  g_assert_no_error (error);
}

/* The version is 1: one of its sixteen bits makes it 0, which is no newer one but a damaged one. */
static int
get_expected (const Region *region,
              gsize         bit)
{
  return bit == 8 * 8 ? PANAH_STORE_ERROR_HEADER : region->code;
}

static void
assert_reading (GBytes     *file,
                int         code,
                const char *what,
                gsize       where)
{
  g_auto (PanahContents) contents = { NULL };
  g_autoptr (GError) error = NULL;
  gboolean ok = panah_container_open_key (file, fixture.key, &contents, &error);

  if (code == WHOLE ? !ok || !contents.worn || !g_bytes_equal (contents.payload, fixture.payload)
                    : ok || !g_error_matches (error, PANAH_STORE_ERROR, code))
    g_error ("%s %" G_GSIZE_FORMAT ": %s", what, where, ok ? "it opens" : error->message);
}

static void
flip_bits (const Region *region,
           gsize         first,
           gsize         end,
           gsize         step)
{
  gsize size = g_bytes_get_size (fixture.file);
  guint8 *bytes = g_memdup2 (g_bytes_get_data (fixture.file, NULL), size);
  g_autoptr (GBytes) file = g_bytes_new_take (bytes, size);

  for (gsize bit = first; bit < end; bit += step)
    {
      bytes[bit / 8] ^= 1 << bit % 8;
      assert_reading (file, get_expected (region, bit), "bit", bit);
      bytes[bit / 8] ^= 1 << bit % 8;
    }
}

static gboolean
tries_all (void)
{
  return !is_sanitized () || g_getenv ("PANAH_TEST_DAMAGE") != NULL;
}

static void
test_bits (gconstpointer data)
{
  const Region *region = data;
  gsize body_end = g_bytes_get_size (fixture.file) - 32;
  gsize start = region->start == BODY_END ? body_end : region->start;
  gsize end = region->end == BODY_END ? body_end : region->end == 0 ? body_end + 32 : region->end;
  gsize step = tries_all () || end - start < 4096 ? 1 : 61 + g_test_rand_int_range (0, 60);

  flip_bits (region, start * 8, end * 8, step);
  g_test_message ("%" G_GSIZE_FORMAT " bits changed one by one", ((end - start) * 8 + step - 1) / step);
}

static void
test_lengths (void)
{
  gsize size = g_bytes_get_size (fixture.file), n = 0;

  for (gsize length = 0; length < size; length += tries_all () ? 1 : g_test_rand_int_range (1, 60))
    {
      g_autoptr (GBytes) file = g_bytes_new_from_bytes (fixture.file, 0, length);
      int code = length < 8 ? PANAH_STORE_ERROR_NOT_OURS
                            : length < 4096 ? PANAH_STORE_ERROR_HEADER : PANAH_STORE_ERROR_DAMAGED;
      assert_reading (file, code, "length", length);
      n++;
    }
  g_test_message ("%" G_GSIZE_FORMAT " lengths", n);
}

/* Of a file of several pieces: any of them missing, twice, or in another’s place; and something after the end. */
static void
test_pieces (void)
{
  static const struct { guint order[4]; guint n; } orders[] = {
    { { 1, 2, 3 }, 3 }, { { 0, 2, 3 }, 3 }, { { 0, 1, 3 }, 3 }, { { 0, 1, 2 }, 3 }, { { 0, 2, 1, 3 }, 4 },
    { { 1, 0, 2, 3 }, 4 }, { { 0, 1, 1, 3 }, 4 }, { { 3, 1, 2, 0 }, 4 }, { { 3 }, 1 }, { { 0, 1, 2, 2 }, 4 },
  };
  const gsize start = 4096 + 57, piece = 65536 + 17;
  g_autoptr (GPtrArray) keys = make_keys (fixture.key, NULL);
  g_autoptr (GBytes) payload = make_noise (4 * 65536), summary = make_text ("{}");
  g_autoptr (GBytes) file = panah_container_seal (keys, summary, payload, NULL);
  const guint8 *bytes = g_bytes_get_data (file, NULL);

  g_assert_cmpuint (g_bytes_get_size (file), ==, start + 4 * piece + 32);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GByteArray) array = g_byte_array_new ();
      g_byte_array_append (array, bytes, start);
      for (guint j = 0; j < orders[i].n; j++)
        g_byte_array_append (array, bytes + start + orders[i].order[j] * piece, piece);
      g_byte_array_append (array, bytes + start + 4 * piece, 32);
      g_autoptr (GBytes) mixed = g_byte_array_free_to_bytes (g_steal_pointer (&array));
      assert_reading (mixed, PANAH_STORE_ERROR_DAMAGED, "order", i);
    }
  for (guint n = 1; n < 70000; n += 6121)
    {
      g_autoptr (GBytes) noise = make_noise (n);
      g_autoptr (GByteArray) array = g_byte_array_new ();
      g_byte_array_append (array, g_bytes_get_data (fixture.file, NULL), g_bytes_get_size (fixture.file));
      g_byte_array_append (array, g_bytes_get_data (noise, NULL), n);
      g_autoptr (GBytes) longer = g_byte_array_free_to_bytes (g_steal_pointer (&array));
      assert_reading (longer, PANAH_STORE_ERROR_DAMAGED, "more bytes", n);
    }
}

/* The last piece may hold nothing but zeros; without it the payload would be whole, but the file is not. */
static void
test_end_is_missing (void)
{
  const gsize pieces = 66 * (65536 + 17), start = 4096 + 57;
  g_autoptr (GPtrArray) keys = make_keys (fixture.key, NULL);
  g_autoptr (GBytes) payload = make_noise (4 * 1024 * 1024 + 1), summary = make_text ("{}");
  g_autoptr (GBytes) file = panah_container_seal (keys, summary, payload, NULL);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  const guint8 *bytes = g_bytes_get_data (file, NULL);

  g_assert_cmpuint (g_bytes_get_size (file), ==, start + pieces + 32);
  g_byte_array_append (array, bytes, start + pieces - 65536 - 17);
  g_byte_array_append (array, bytes + start + pieces, 32);
  g_autoptr (GBytes) shorter = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  assert_reading (shorter, PANAH_STORE_ERROR_DAMAGED, "pieces", 65);
}

/* Several bytes at once, anywhere. */
static void
test_random_damage (void)
{
  gsize size = g_bytes_get_size (fixture.file);

  for (guint i = 0; i < 3000; i++)
    {
      guint8 *bytes = g_memdup2 (g_bytes_get_data (fixture.file, NULL), size);
      g_autoptr (GBytes) file = g_bytes_new_take (bytes, size);
      g_auto (PanahContents) contents = { NULL };
      g_autoptr (GError) error = NULL;

      for (int n = g_test_rand_int_range (1, 20); n > 0; n--)
        bytes[g_test_rand_int_range (0, g_test_rand_bit () ? 900 : (int) size)] = g_test_rand_int ();
      if (panah_container_open_key (file, fixture.key, &contents, &error))
        g_assert_true (g_bytes_equal (contents.payload, fixture.payload));
      else
        g_assert_true (error->domain == PANAH_STORE_ERROR && error->code <= PANAH_STORE_ERROR_DAMAGED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  set_up ();

  ADD_ROWS ("/store/damage/bits-of", regions, test_bits);
  g_test_add_func ("/store/damage/every-length", test_lengths);
  g_test_add_func ("/store/damage/pieces", test_pieces);
  g_test_add_func ("/store/damage/end-is-missing", test_end_is_missing);
  g_test_add_func ("/store/damage/random", test_random_damage);

  int result = g_test_run ();
  panah_key_unref (fixture.key);
  g_bytes_unref (fixture.payload);
  g_bytes_unref (fixture.file);
  return result;
}
