/* test-companion.c - which language stands beside a translation that nobody has signed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/companion.h"

typedef struct
{
  const char *language;
  const char *companion; /* NULL: none is needed */
} Row;

static const Row rows[] = {
  { "en", NULL }, { "en-GB", NULL }, { "ru", "en" }, { "ru-KZ", "en" }, { "ar", "en" }, { "fa-AF", "en" }, { "zh-CN", "en" },
  { "ug", "ru" }, { "uz", "ru" }, { "uz-Cyrl", "ru" }, { "kk", "ru" }, { "ky", "ru" }, { "ky-KG", "ru" }, { "tlh", "en" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;

  g_assert_cmpstr (panah_companion_find (row->language), ==, row->companion);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/core/companion/", rows[i].language, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
