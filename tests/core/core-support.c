/* core-support.c - what the tests of core have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

#include "core/case.h"
#include "core/date.h"
#include "core/json-scan.h"
#include "core/pack-index.h"

char *
quote_json (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

JsonNode *
parse_json (const char *text)
{
  g_autofree char *quoted = quote_json (text);
  g_autoptr (GError) error = NULL;
  JsonNode *node = panah_json_parse (quoted, strlen (quoted), &error);

  g_assert_no_error (error);
  return node;
}

char *
get_packs_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "packs", NULL);
}

PanahPack *
load_fictional (const char *id)
{
  g_autofree char *path = get_packs_path ();
  const char *const directories[] = { path, NULL };
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;
  PanahPack *pack = panah_pack_index_load (directories, id, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  return pack;
}

PanahFacts *
read_facts (PanahPack  *pack,
            const char *journey,
            const char *facts,
            const char *papers)
{
  g_autofree char *journey_json = journey != NULL ? g_strdup_printf ("'%s'", journey) : g_strdup ("null");
  g_autofree char *text = g_strdup_printf ("{'format':'panah-case','schema':1,'pack':'%s','journey':%s,"
                                           "'facts':%s,'papers':%s}",
                                           panah_pack_get_id (pack), journey_json, facts, papers);
  g_autoptr (JsonNode) root = parse_json (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahCase) parsed = panah_case_new_from_json (root, pack, &error);

  g_assert_no_error (error);
  return g_object_ref (parsed->facts);
}

PanahPlan *
make_plan (PanahPack  *pack,
           const char *facts,
           const char *on)
{
  g_autoptr (PanahFacts) read = read_facts (pack, NULL, facts, "{}");

  return panah_plan_new (pack, read, moment_of (on));
}

guint32
day_of (const char *string)
{
  guint32 day = 0;

  if (!panah_day_parse (string, &day))
    g_error ("“%s” is not a day", string);
  return day;
}

gint64
moment_of (const char *string)
{
  gint64 moment;

  if (panah_moment_parse (string, &moment))
    return moment;
  return (gint64) day_of (string) * PANAH_MINUTES_PER_DAY;
}

void
add_rows (const char    *path,
          gconstpointer  rows,
          gsize          n_rows,
          gsize          row_size,
          GTestDataFunc  test)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      const char *row = (const char *) rows + i * row_size;
      g_autofree char *full = g_strdup_printf ("%s/%s", path, *(const char *const *) row);
      g_test_add_data_func (full, row, test);
    }
}
