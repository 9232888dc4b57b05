/* test-language.c - which language a window opens in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/companion.h"
#include "ui/language.h"

typedef struct
{
  const char *name;
  const char *locales; /* as g_get_language_names() would say */
  const char *code;
} Row;

static const Row rows[] = {
  { "no-locale", "C", "en" },
  { "unknown", "de_DE.UTF-8:de", "en" },
  { "second", "de_DE:de:ru_RU.UTF-8", "ru" },
  { "bare", "kk", "kk" },
  { "country", "ky_KG", "ky" },
  { "iran", "fa_IR.UTF-8", "fa-AF" },
  { "afghanistan", "fa_AF", "fa-AF" },
  { "syria", "ar_SY.UTF-8", "ar" },
  { "uyghur", "ug_CN", "ug" },
  { "uzbek-latin", "uz_UZ.UTF-8", "uz" },
  { "uzbek-cyrillic", "uz_UZ.UTF-8@cyrillic", "uz-Cyrl" },
  { "chinese", "zh_CN.GB18030", "zh-CN" },
  { "only-a-beginning", "arn_CL:enm", "en" },
  { "nothing", "", "en" },
};

static void
test_guess (gconstpointer data)
{
  const Row *row = data;
  g_auto (GStrv) locales = g_strsplit (row->locales, ":", -1);

  g_assert_cmpstr (panah_language_guess ((const char *const *) locales), ==, row->code);
}

/* Only English is no draft, and a draft says so and has somebody to vouch for it. */
static void
test_drafts (void)
{
  guint n;
  const PanahLanguage *languages = panah_language_list (&n);

  g_assert_cmpuint (n, ==, 10);
  for (guint i = 0; i < n; i++)
    {
      gboolean english = g_str_equal (languages[i].code, "en");
      g_assert_true ((languages[i].draft == NULL) == english);
      g_assert_true ((panah_companion_find (languages[i].code) == NULL) == english);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/language/guess/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_guess);
    }
  g_test_add_func ("/ui/language/drafts", test_drafts);
  return g_test_run ();
}
