/* test-json-fuzz.c - texts at random: never a crash, and what is accepted means one thing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

#include "core/error.h"
#include "core/json-scan.h"

#include <stdlib.h>
#include <string.h>

#define SECONDS 2.0

static const char *const seeds[] = {
  "{\"format\":\"panah-case\",\"schema\":1,\"facts\":{\"a\":null,\"b\":\"none\",\"c\":[\"1\",\"2\"]},\"papers\":{}}",
  "[0,-0,1,-1,10,9007199254740992,-9007199254740992,true,false,null,\"\",[],{}]",
  "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00ж中😀\"",
  "{\"calendar\":\"persian\",\"year\":1365,\"month\":1,\"day\":null,\"about\":true}",
  " [ [ [ { \"x\" : [ { \"y\" : \"\\u0041\" } ] } ] ] ] ",
  "{\"said\":\"متن\",\"language\":\"fa-AF\",\"official\":{\"ru\":\"текст\"}}",
};

static const char *const pieces[] = {
  "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "\\u0000", "0", "-", "1e9", ".5", "null",
  "true", "9007199254740993", " ", "\n", "/*", "//", "\xEF\xBB\xBF", "\xFF", "\x01", "\"a\":1,", "ж", "\xE2\x82",
  "[[[[[[[[", "]]]]]]]]",
};

static void
mutate (GRand   *rand,
        GString *text)
{
  gssize at = g_rand_int_range (rand, 0, text->len + 1);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      if (at < (gssize) text->len)
        text->str[at] ^= 1 << g_rand_int_range (rand, 0, 8);
      break;
    case 1:
      if (at < (gssize) text->len)
        g_string_erase (text, at, g_rand_int_range (rand, 1, text->len - at + 1));
      break;
    case 2:
      g_string_insert (text, at, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      break;
    case 3: /* a part of itself, so that members come twice and depth grows */
      {
        gssize from = g_rand_int_range (rand, 0, text->len + 1);
        g_autofree char *part = g_strndup (text->str + from, g_rand_int_range (rand, 0, text->len - from + 1));
        g_string_insert (text, at, part);
      }
      break;
    case 4:
      g_string_insert_c (text, at, (char) g_rand_int_range (rand, 0, 256));
      break;
    default:
      g_string_truncate (text, at);
      break;
    }
}

static void
check_strings (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;
      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &member))
        {
          g_assert_true (g_utf8_validate (name, -1, NULL));
          check_strings (member);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      for (guint i = 0; i < json_array_get_length (array); i++)
        check_strings (json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    g_assert_true (g_utf8_validate (json_node_get_string (node), -1, NULL));
}

/* Returns: whether it was accepted */
static gboolean
check_text (const char *text,
            gsize       length)
{
  g_autofree char *exact = g_memdup2 (text, MAX (length, 1));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = panah_json_parse (length > 0 ? exact : "", length, &error);

  if (node == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == PANAH_CORE_ERROR);
      g_assert_true (error->code == PANAH_CORE_ERROR_JSON || error->code == PANAH_CORE_ERROR_LIMIT);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return FALSE;
    }

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate_len (text, length, NULL));
  check_strings (node);

  g_autofree char *again = json_to_string (node, FALSE);
  g_autoptr (JsonNode) reread = panah_json_parse (again, strlen (again), &error);
  g_assert_no_error (error);
  g_assert_true (json_node_equal (node, reread));
  return TRUE;
}

static void
test_random (void)
{
  const char *given = g_getenv ("PANAH_TEST_SEED");
  guint32 seed = given != NULL ? strtoul (given, NULL, 10) : 20261122;
  const char *duration = g_getenv ("PANAH_TEST_FUZZ_SECONDS");
  double seconds = duration != NULL ? g_ascii_strtod (duration, NULL) : SECONDS;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GTimer) timer = g_timer_new ();
  guint n = 0, n_accepted = 0;

  g_test_message ("PANAH_TEST_SEED=%u", seed);
  while (g_timer_elapsed (timer, NULL) < seconds)
    {
      g_autoptr (GString) text = g_string_new (seeds[n % G_N_ELEMENTS (seeds)]);
      for (int i = g_rand_int_range (rand, 0, 5); i > 0; i--)
        mutate (rand, text);
      n_accepted += check_text (text->str, text->len);
      n++;
    }
  g_test_message ("%u texts, %u accepted", n, n_accepted);
  g_assert_cmpuint (n_accepted, >, n / 100);
  g_assert_cmpuint (n_accepted, <, n - n / 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/json-fuzz/random", test_random);

  return g_test_run ();
}
