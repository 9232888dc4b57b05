/* test-continue.c - an answer that goes on elsewhere stops at the end of a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-support.h"

#include "paper/text.h"

#include <string.h>

/* What stands on the sheet is as long as the result says and ends with a whole word. */
static void
test_continue (void)
{
  g_autofree char *story = repeat_words (STORY, 4000);
  g_autofree char *answer = panah_text_isolate (story, PANAH_ISOLATE_FIRST_STRONG);
  PanahFieldSpec spec = make_spec (answer);
  g_autoptr (PanahPages) pages = NULL;
  g_autofree char *text = NULL;
  g_autofree char *start = NULL;
  const PanahFieldResult *result;

  spec.value.bytes_in = strlen (story);
  spec.overflow = PANAH_OVERFLOW_CONTINUE;
  pages = lay_out_field (&spec);
  result = get_result (pages, FACT);
  text = collect_text (pages);

  g_assert_cmpuint (result->bytes_placed, >, 100);
  g_assert_cmpuint (result->bytes_placed, <, strlen (story));
  start = g_strndup (story, result->bytes_placed);
  g_assert_nonnull (strstr (text, start));
  g_assert_true (g_str_has_suffix (g_strchomp (start), "пола."));
  g_assert_nonnull (strstr (text, spec.continued.string));
  g_assert_cmpuint (panah_pages_get_n_pages (pages), ==, 1);
}

/* One word longer than the room: there is no word's end to stop at. */
static void
test_continue_unbroken (void)
{
  g_autofree char *story = repeat_words ("Ы", 4000);
  PanahFieldSpec spec = make_spec (story);
  g_autoptr (PanahPages) pages = NULL;
  const PanahFieldResult *result;

  spec.overflow = PANAH_OVERFLOW_CONTINUE;
  pages = lay_out_field (&spec);
  result = get_result (pages, FACT);
  g_assert_cmpint (result->mode, ==, PANAH_FIELD_CONTINUE);
  g_assert_cmpuint (result->bytes_placed, >, 100);
  g_assert_cmpuint (result->bytes_placed, <, strlen (story));
  g_assert_cmpuint (result->bytes_placed % 2, ==, 0);
}

/* A word, then an unbroken one: the cut goes back to the last whole word, however far. */
static void
test_continue_after_word (gconstpointer data)
{
  guint max_lines = GPOINTER_TO_UINT (data);
  g_autofree char *tail = repeat_words ("Ы", 40000);
  g_autofree char *story = g_strconcat ("Причина: ", tail, NULL);
  PanahFieldSpec spec = make_spec (story);
  g_autoptr (PanahPages) pages = NULL;
  g_autofree char *text = NULL;

  spec.overflow = PANAH_OVERFLOW_CONTINUE;
  spec.max_lines = max_lines;
  pages = lay_out_field (&spec);
  g_assert_cmpuint (get_result (pages, FACT)->bytes_placed, ==, strlen ("Причина: "));
  text = collect_text (pages);
  g_assert_null (strstr (text, "ЫЫ"));
}

/* A sentence that ends in the first half of the room is no place to stop: there the last word is. */
static void
test_continue_long_sentence (void)
{
  g_autofree char *words = repeat_words ("и потом снова ", 4000);
  g_autofree char *story = g_strconcat ("Да. ", words, NULL);
  PanahFieldSpec spec = make_spec (story);
  g_autoptr (PanahPages) pages = NULL;
  gsize placed;

  spec.overflow = PANAH_OVERFLOW_CONTINUE;
  pages = lay_out_field (&spec);
  placed = get_result (pages, FACT)->bytes_placed;
  g_assert_cmpuint (placed, >, 100);
  g_assert_true (story[placed] == ' ' || story[placed - 1] == ' ');
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/continue/whole-words", test_continue);
  g_test_add_func ("/paper/continue/long-sentence", test_continue_long_sentence);
  g_test_add_func ("/paper/continue/unbroken", test_continue_unbroken);
  g_test_add_data_func ("/paper/continue/after-word/1", GUINT_TO_POINTER (1),
                        test_continue_after_word);
  g_test_add_data_func ("/paper/continue/after-word/40", GUINT_TO_POINTER (40),
                        test_continue_after_word);
  return g_test_run ();
}
