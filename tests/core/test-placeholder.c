/* test-placeholder.c - {fact}, and {fact|code=words|words}
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

#include "core/placeholder.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *code;     /* (nullable): the answer */
  const char *expected; /* its name, or "=" and the chosen words */
} Row;

static const Row rows[] = {
  { "name-alone", "a {person.name} b", "x", "person.name" },
  { "first-of-two", "{one}{two}", NULL, "one" },
  { "empty", "{}", NULL, "" },
  { "chosen", "{sex|m=him|f=her|them}", "f", "=her" },
  { "first-chosen", "{sex|m=him|f=her|them}", "m", "=him" },
  { "no-answer", "{sex|m=him|f=her|them}", NULL, "=them" },
  { "other-answer", "{sex|m=him|f=her|them}", "x", "=them" },
  { "code-is-a-beginning", "{kind|refusal=a|refuse=b|c}", "refuse", "=b" },
  { "code-is-longer", "{kind|ref=a|c}", "refuse", "=c" },
  { "words-with-a-sign", "{kind|a=b=c|d}", "a", "=b=c" },
  { "empty-words", "{kind|a=|d}", "a", "=" },
  { "only-otherwise", "{kind|d}", "a", "=d" },
  { "empty-otherwise", "{kind|a=b|}", NULL, "=" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_auto (PanahPlaceholder) placeholder = { 0 };
  const char *end, *start = panah_placeholder_find (row->text, &end);

  g_assert_nonnull (end);
  panah_placeholder_parse (&placeholder, start, end);
  if (*row->expected != '=')
    {
      g_assert_cmpstr (placeholder.name, ==, row->expected);
      g_assert_null (placeholder.otherwise);
    }
  else
    g_assert_cmpstr (panah_placeholder_choose (&placeholder, row->code), ==, row->expected + 1);
}

static void
test_find (void)
{
  const char *end, *text = "no brace";

  g_assert_null (panah_placeholder_find (text, &end));
  g_assert_null (end);
  text = "open {here";
  g_assert_true (panah_placeholder_find (text, &end) == text + 5);
  g_assert_null (end);
  text = "a} {b}";
  g_assert_true (panah_placeholder_find (text, &end) == text + 3);
  g_assert_true (end == text + 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_ROWS ("/core/placeholder", rows, test_row);
  g_test_add_func ("/core/placeholder/find", test_find);

  return g_test_run ();
}
