/* fuzz-case.c - scanner, migration and case meet a text that somebody made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "core/case.h"
#include "core/json-scan.h"
#include "core/plan-json.h"
#include "core/plan.h"
#include "store/migrate.h"

#include <string.h>

#define NOW ((gint64) 739579 * 1440) /* some day of 2025 */

static PanahPack *pack;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;

  pack = panah_pack_load (FUZZ_PACK, problems, &error);
  g_assert_no_error (error);
  return 0;
}

/* What is written of a case is read as the same case. (What the pack does not know is kept by whoever saves it.) */
static void
read_case (JsonNode *root)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahCase) first = panah_case_new_from_json (root, pack, &error);

  fuzz_check (first != NULL, error);
  if (first == NULL)
    return;
  g_autoptr (JsonNode) written = panah_case_to_json (first, pack);
  g_autoptr (PanahCase) second = panah_case_new_from_json (written, pack, &error);
  g_assert_no_error (error);
  g_autoptr (JsonNode) again = panah_case_to_json (second, pack);
  g_assert_true (json_node_equal (written, again));

  g_autoptr (PanahPlan) plan = panah_plan_new (pack, first->facts, NOW);
  g_autoptr (PanahPlan) same = panah_plan_new (pack, second->facts, NOW);
  g_assert_cmpuint (panah_plan_get_deadlines (plan)->len, ==, panah_plan_get_deadlines (same)->len);
  g_assert_cmpuint (panah_plan_get_papers (plan)->len, ==, panah_plan_get_papers (same)->len);
  g_assert_cmpuint (panah_plan_get_problems (plan)->len, >=, panah_plan_get_problems (same)->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *exact = g_memdup2 (data, MAX (size, 1));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = panah_json_parse (size > 0 ? exact : "", size, &error);

  fuzz_check (root != NULL, error);
  if (root == NULL)
    return 0;
  g_autofree char *text = json_to_string (root, FALSE);
  g_autoptr (JsonNode) reread = panah_json_parse (text, strlen (text), &error);
  g_assert_no_error (error);
  g_assert_true (json_node_equal (root, reread));

  g_autoptr (JsonNode) today = panah_migrate (root, &error);
  fuzz_check (today != NULL, error);
  if (today != NULL)
    read_case (today);
  return 0;
}
