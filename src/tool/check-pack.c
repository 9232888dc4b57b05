/* check-pack.c - panah-tool check-pack
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/tool.h"

#include "core/pack-cases.h"
#include "store/pack-trust.h"

static guint
count_articles (GPtrArray *cases)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cases->len; i++)
    g_hash_table_add (articles, ((PanahPackCase *) cases->pdata[i])->article);
  return g_hash_table_size (articles);
}

static void
check_cases (PanahPack         *pack,
             PanahPackProblems *problems)
{
  g_autoptr (GPtrArray) cases = panah_pack_list_cases (pack, problems);
  g_autoptr (GHashTable) coverage = panah_pack_coverage_new ();
  guint n_covered;

  for (guint i = 0; i < cases->len; i++)
    panah_pack_run_case (pack, cases->pdata[i], coverage, problems);
  guint n = panah_pack_check_coverage (pack, coverage, problems, &n_covered);
  PanahPackOrigin origin = panah_pack_trust_check (pack);
  g_printerr ("%s: %s%s\n", panah_pack_get_id (pack), panah_pack_origin_names[origin],
              origin == PANAH_PACK_UNVERIFIED ? "; the screen and every paper say so" : "");
  g_printerr ("%s: %u cases from %u articles exercise %u of %u dated values, exceptions and conditional blocks\n",
              panah_pack_get_id (pack), cases->len, count_articles (cases), n_covered, n);
}

int
panah_tool_check_pack (int   argc,
                       char *argv[])
{
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (!panah_tool_parse_options (&argc, &argv, "check-pack DIR", NULL, 1))
    return PANAH_EXIT_REFUSED;
  if (!g_file_test (argv[1], G_FILE_TEST_IS_DIR))
    {
      panah_tool_print_line ("%s: not a folder", argv[1]);
      return PANAH_EXIT_REFUSED;
    }

  g_autoptr (PanahPack) pack = panah_pack_load (argv[1], problems, NULL);
  if (pack != NULL)
    check_cases (pack, problems);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = panah_pack_problem_to_string (problems->pdata[i]);
      g_autofree char *safe = panah_tool_make_line (line);
      g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", safe);
    }
  if (out->len > 0 && !panah_tool_print (out->str, &error))
    return panah_tool_fail (error);
  return panah_pack_problems_count_errors (problems) > 0 ? PANAH_EXIT_ATTENTION : PANAH_EXIT_DONE;
}
