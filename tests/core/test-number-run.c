/* test-number-run.c - numbers inside words from right to left are drawn as they are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/number-run.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *isolated; /* [ and ] stand for the two marks */
} Row;

static const Row rows[] = {
  { "nothing", "ماده", "ماده" },
  { "empty", "", "" },
  { "plain", "ماده 12 است", "ماده 12 است" },
  { "law", "شمارهٔ 216-IV.", "شمارهٔ [216-IV]." },
  { "article", "ماده 8(2)(1).", "ماده [8(2)(1)]." },
  { "articles", "12(2), 8(2)(1)", "[12(2)], [8(2)(1)]" },
  { "bracketed-law", "(216-IV)", "[(216-IV)]" },
  { "bracketed-year", "(1990)", "[(1990)]" },
  { "bracketed-words", "(UNHCR)", "(UNHCR)" },
  { "bracket-opens", "قانون (12 و", "قانون (12 و" },
  { "bracket-opens-words", "مصوبه 183 (بند 10)", "مصوبه 183 (بند 10)" },
  { "bracket-opens-words/law", "قانون 216-IV (بند 10)", "قانون [216-IV] (بند 10)" },
  { "bracket-closes", "و 12) است", "و 12) است" },
  { "telephone", "زنگ بزنید +7 727 258-45-98.", "زنگ بزنید [+7 727 258-45-98]." },
  { "telephone-brackets", "(727) 258-45-98", "[(727) 258-45-98]" },
  { "two-numbers", "12 18", "12 18" },
  { "address", "help.unhcr.org", "help.unhcr.org" },
  { "address-slash", "https://help.unhcr.org/kz/ است", "[https://help.unhcr.org/kz/] است" },
  { "house", "Достык 85/1", "Достык [85/1]" },
  { "date", "24.11.2026", "24.11.2026" },
  { "hour", "14:30", "14:30" },
  { "placeholder", "{decision.number-1|a-1=ب-1} و %1 و %s", "{decision.number-1|a-1=ب-1} و %1 و %s" },
  { "after-placeholder", "%1-2", "%1-2" },
  { "open-brace", "{ 8(2)", "{ [8(2)]" },
  { "percent-at-end", "100%", "100%" },
  { "hyphen-in-words", "e-mail", "e-mail" },
  { "hyphen-at-end", "12- ", "12- " },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *text = panah_number_runs_isolate (row->text);
  g_autoptr (GString) isolated = g_string_new (text);

  g_string_replace (isolated, "\u2066", "[", 0);
  g_string_replace (isolated, "\u2069", "]", 0);
  g_assert_cmpstr (isolated->str, ==, row->isolated);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/number-run/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
