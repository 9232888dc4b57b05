/* test-packs.c - every case of every pack, real and fictional, as a test of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-cases.h"
#include "core/pack-index.h"

typedef struct
{
  PanahPack         *pack;
  GPtrArray         *cases;
  PanahPackCase     *pack_case; /* (nullable): of @cases; else the coverage is looked at */
  PanahPackCoverage *coverage;
} Fixture;

static void
fixture_free (gpointer data)
{
  Fixture *self = data;

  panah_pack_unref (self->pack);
  g_ptr_array_unref (self->cases);
  g_hash_table_unref (self->coverage);
  g_free (self);
}

static void
print_problems (const PanahPackProblems *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = panah_pack_problem_to_string (problems->pdata[i]);
      g_test_message ("%s", line);
    }
}

static void
test_case (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();

  panah_pack_run_case (fixture->pack, fixture->pack_case, fixture->coverage, problems);

  print_problems (problems);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Runs after the cases of its pack, because GLib runs tests in the order in which they were added. */
static void
test_coverage (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  guint n_covered, n = panah_pack_check_coverage (fixture->pack, fixture->coverage, problems, &n_covered);

  print_problems (problems);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n_covered, ==, n);
}

static void
add_pack (const char *const *directories,
          const char        *id,
          GPtrArray         *fixtures)
{
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahPack) pack = panah_pack_index_load (directories, id, problems, &error);

  print_problems (problems);
  g_assert_no_error (error);
  g_autoptr (GHashTable) coverage = panah_pack_coverage_new ();
  g_autoptr (GPtrArray) cases = panah_pack_list_cases (pack, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (cases->len, >, 0);

  for (guint i = 0; i <= cases->len; i++)
    {
      Fixture *fixture = g_new0 (Fixture, 1);
      fixture->pack = panah_pack_ref (pack);
      fixture->cases = g_ptr_array_ref (cases);
      fixture->coverage = g_hash_table_ref (coverage);
      fixture->pack_case = i < cases->len ? cases->pdata[i] : NULL;
      const char *name = i < cases->len ? fixture->pack_case->name : "coverage";
      g_autofree char *path = g_strdup_printf ("/packs/%s/%s", id, name);
      g_test_add_data_func (path, fixture, i < cases->len ? test_case : test_coverage);
      g_ptr_array_add (fixtures, fixture);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_autofree char *fictional = g_test_build_filename (G_TEST_DIST, "packs", NULL);
  const char *const directories[] = { g_getenv ("PANAH_TEST_PACKS"), fictional, NULL };
  g_auto (GStrv) ids = panah_pack_index_list (directories);
  g_autoptr (GPtrArray) fixtures = g_ptr_array_new_with_free_func (fixture_free);

  for (guint i = 0; ids[i] != NULL; i++)
    add_pack (directories, ids[i], fixtures);

  return g_test_run ();
}
