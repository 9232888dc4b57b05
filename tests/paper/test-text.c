/* test-text.c - what may stand on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "paper/text.h"

typedef struct
{
  const char *name;
  const char *input;
  gssize      length;   /* 0: up to the NUL */
  const char *expected;
  guint       removed;
} Row;

static const Row rows[] = {
  { "empty", "", 0, "", 0 },
  { "plain", "Ахмади Фарид", 0, "Ахмади Фарид", 0 },
  { "kazakh", "Әңғүұқөһі", 0, "Әңғүұқөһі", 0 },
  { "composed", "и\xCC\x86 е\xCC\x88", 0, "й ё", 0 },
  { "cyrillic-mark", "а\xD2\x83 и\xCC\x86", 0, "а\xD2\x83 й", 0 },
  { "crlf", "a\r\nb", 0, "a\nb", 0 },
  { "cr", "a\rb", 0, "a\nb", 0 },
  { "cr-at-end", "a\r", 0, "a\n", 0 },
  { "line-separator", "a\xE2\x80\xA8" "b", 0, "a\nb", 0 },
  { "paragraph-separator", "a\xE2\x80\xA9" "b", 0, "a\nb", 0 },
  { "next-line", "a\xC2\x85" "b", 0, "a\nb", 0 },
  { "tab", "a\tb", 0, "a b", 0 },
  { "nul-inside", "a\0b", 3, "ab", 1 },
  { "bell", "a\ab", 0, "ab", 1 },
  { "delete", "a\x7F" "b", 0, "ab", 1 },
  { "c1", "a\xC2\x9B" "b", 0, "ab", 1 },
  { "lone-lead", "mid \xD0Я after", 0, "mid Я after", 1 },
  { "lone-trail", "a\x80\x81" "b", 0, "ab", 2 },
  { "cut-short", "a\xD0", 0, "a", 1 },
  { "cut-in-the-middle", "aЯ", 2, "a", 1 },
  { "overlong", "a\xC0\xAF" "b", 0, "ab", 2 },
  { "surrogate", "a\xED\xA0\x80" "b", 0, "ab", 3 },
  { "beyond-unicode", "a\xF4\x90\x80\x80" "b", 0, "ab", 4 },
  { "byte-order-mark", "\xEF\xBB\xBF" "a", 0, "a", 1 },
  { "noncharacter", "a\xEF\xBF\xBE\xEF\xBF\xBF" "b", 0, "ab", 2 },
  { "noncharacter-fdd0", "a\xEF\xB7\x90" "b", 0, "ab", 1 },
  { "override", "a\xE2\x80\xAE" "b", 0, "ab", 1 },
  { "marks", "a\xE2\x80\x8E\xE2\x80\x8F\xD8\x9C" "b", 0, "ab", 3 },
  { "isolates", "\xE2\x81\xA6" "a\xE2\x81\xA9", 0, "a", 2 },
  { "joiners-stay", "می\xE2\x80\x8C" "روم\xE2\x80\x8D", 0, "می\xE2\x80\x8C" "روم\xE2\x80\x8D", 0 },
  { "tags", "a\xF3\xA0\x81\xA1" "b", 0, "ab", 1 },
  { "beyond-bmp", "𠮷", 0, "𠮷", 0 },
};

static void
test_clean (gconstpointer data)
{
  const Row *row = data;
  guint removed = 99;
  g_autofree char *clean =
    panah_text_clean (row->input, row->length != 0 ? row->length : -1, &removed);

  g_assert_cmpstr (clean, ==, row->expected);
  g_assert_cmpuint (removed, ==, row->removed);
  g_assert_true (g_utf8_validate (clean, -1, NULL));
}

static void
test_clean_everything (void)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  guint removed = 0;

  for (guint i = 0; i < 65536; i++)
    g_byte_array_append (all, (const guint8[]) { i >> 8, i & 0xFF }, 2);
  once = panah_text_clean ((const char *) all->data, all->len, NULL);
  twice = panah_text_clean (once, -1, &removed);
  g_assert_cmpstr (once, ==, twice);
  g_assert_cmpuint (removed, ==, 0);
}

/* Each character of two bytes, alone, after a letter and before one: what a normal form is decides GLib. */
static void
test_clean_short (void)
{
  static const char *const frames[] = { "%s", "и%s", "%sz", "е%s\xCC\x88", "\n%s~" };

  for (gunichar c = 0xA0; c < 0x800; c++)
    {
      char letter[7] = "";

      g_unichar_to_utf8 (c, letter);
      for (guint i = 0; i < G_N_ELEMENTS (frames) && c != 0x61C; i++)
        {
          g_autoptr (GString) input = g_string_new (frames[i]);
          g_string_replace (input, "%s", letter, 0);
          g_autofree char *expected = g_utf8_normalize (input->str, -1, G_NORMALIZE_NFC);
          g_autofree char *clean = panah_text_clean (input->str, -1, NULL);
          g_assert_cmpstr (clean, ==, expected);
        }
    }
}

/* Half a letter at the end, or before another one, is none. */
static void
test_clean_halves (void)
{
  for (guint first = 0xC0; first <= 0xFF; first++)
    {
      const char halves[][4] = { { first, 0 }, { 'a', first, 0 }, { first, 'a', 0 }, { first, '\xD0', '\xB0', 0 } };
      for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
        {
          guint removed = 0;
          g_autofree char *clean = panah_text_clean (halves[i], -1, &removed);
          g_assert_cmpuint (removed, ==, 1);
          g_assert_true (g_utf8_validate (clean, -1, NULL));
        }
    }
}

/* Thirty marks on a letter stay; joiners and direction marks between them do not begin a new heap. */
static void
test_clean_marks (void)
{
  static const char *const heaps[] = { "\xCC\x81", "\xCC\x81\xCC\x96", "\xCC\x81\xE2\x80\x8D", "\xCC\x81\xE2\x80\x8E" };

  for (guint i = 0; i < G_N_ELEMENTS (heaps); i++)
    {
      g_autoptr (GString) input = g_string_new ("q");
      guint removed = 0;

      for (guint j = 0; j < 100000; j++)
        g_string_append (input, heaps[i]);
      g_string_append (input, "b\xCC\x81");
      g_autofree char *clean = panah_text_clean (input->str, -1, &removed);
      glong n_chars = g_utf8_strlen (input->str, -1);
      g_assert_cmpint (g_utf8_strlen (clean, -1), ==, 1 + 30 + 2);
      g_assert_cmpuint (removed, ==, n_chars - (1 + 30 + 2));
      g_assert_true (g_str_has_suffix (clean, "b\xCC\x81"));
    }
}

static void
test_isolate (void)
{
  g_autofree char *name = panah_text_isolate ("Фарид", PANAH_ISOLATE_FIRST_STRONG);
  g_autofree char *phone = panah_text_isolate ("+7 701", PANAH_ISOLATE_LTR);
  g_autofree char *empty = panah_text_isolate ("", PANAH_ISOLATE_LTR);

  g_assert_cmpstr (name, ==, "\xE2\x81\xA8" "Фарид" "\xE2\x81\xA9");
  g_assert_cmpstr (phone, ==, "\xE2\x81\xA6" "+7 701" "\xE2\x81\xA9");
  g_assert_cmpstr (empty, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/text/clean/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_clean);
    }
  g_test_add_func ("/paper/text/clean/everything", test_clean_everything);
  g_test_add_func ("/paper/text/clean/two-bytes", test_clean_short);
  g_test_add_func ("/paper/text/clean/halves", test_clean_halves);
  g_test_add_func ("/paper/text/clean/heaps-of-marks", test_clean_marks);
  g_test_add_func ("/paper/text/isolate", test_isolate);
  return g_test_run ();
}
