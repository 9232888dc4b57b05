/* test-facts.c - the answers, and who is told when one changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

typedef struct
{
  guint n;
  char *last;
} Heard;

static void
changed_cb (PanahFacts *facts,
            const char *id,
            Heard      *heard)
{
  g_assert_true (PANAH_IS_FACTS (facts));
  g_free (heard->last);
  heard->last = g_strdup (id);
  heard->n++;
}

static void
test_signals (void)
{
  PanahFacts *facts = panah_facts_new ();
  Heard all = { 0 }, one = { 0 }, journey = { 0 };

  g_signal_connect (facts, "changed", G_CALLBACK (changed_cb), &all);
  g_signal_connect (facts, "changed::bags", G_CALLBACK (changed_cb), &one);
  g_signal_connect (facts, "changed::journey", G_CALLBACK (changed_cb), &journey);

  panah_facts_set (facts, "bags", panah_value_new_day (1));
  g_assert_cmpuint (all.n, ==, 1);
  g_assert_cmpuint (one.n, ==, 1);
  g_assert_cmpstr (one.last, ==, "bags");
  panah_facts_set (facts, "held", panah_value_new_day (1));
  g_assert_cmpuint (all.n, ==, 2);
  g_assert_cmpuint (one.n, ==, 1);
  panah_facts_set (facts, "never", NULL); /* was not there: nothing changed */
  g_assert_cmpuint (all.n, ==, 2);
  panah_facts_set (facts, "bags", NULL);
  g_assert_cmpuint (one.n, ==, 2);
  g_assert_null (panah_facts_get (facts, "bags"));

  panah_facts_set_journey (facts, "stay");
  panah_facts_set_journey (facts, "stay");
  g_assert_cmpuint (journey.n, ==, 1);
  g_assert_cmpstr (panah_facts_get_journey (facts), ==, "stay");
  guint before = all.n;
  panah_facts_set_paper (facts, "likeness", "have");
  panah_facts_set_paper (facts, "likeness", "have");
  g_assert_cmpuint (all.n, ==, before + 1);
  g_assert_cmpstr (all.last, ==, "papers");
  panah_facts_set_paper (facts, "likeness", NULL);
  g_assert_null (panah_facts_get_paper (facts, "likeness"));
  g_assert_cmpuint (all.n, ==, before + 2);

  g_assert_finalize_object (facts);
  g_free (all.last);
  g_free (one.last);
  g_free (journey.last);
}

static void
reads_new_value_cb (PanahFacts *facts,
                    const char *id,
                    guint      *n)
{
  g_assert_nonnull (panah_facts_get (facts, id));
  ++*n;
}

/* Who is told finds the new answer already there. */
static void
test_signal_comes_after (void)
{
  PanahFacts *facts = panah_facts_new ();
  guint n = 0;

  g_signal_connect (facts, "changed", G_CALLBACK (reads_new_value_cb), &n);
  panah_facts_set (facts, "signed_on", panah_value_new_day (day_of ("2026-02-01")));
  g_assert_cmpuint (n, ==, 1);
  g_assert_finalize_object (facts);
}

static void
test_values_are_shared (void)
{
  PanahFacts *facts = panah_facts_new ();
  PanahValue *value = panah_value_new_day (day_of ("2026-02-01"));
  guint32 from, to;

  panah_facts_set (facts, "signed_on", panah_value_ref (value));
  g_assert_finalize_object (facts);
  g_assert_true (panah_value_get_days (value, &from, &to));
  g_assert_cmpuint (from, ==, day_of ("2026-02-01"));
  panah_value_unref (value);
}

typedef struct
{
  const char *name;
  const char *facts;
  const char *day; /* (nullable) */
} DeriveRow;

static const DeriveRow derive_rows[] = {
  { "from-the-moment", "{'crossing.moment':'2026-02-01T23:59'}", "2026-02-01" },
  { "midnight", "{'crossing.moment':'2026-02-01T00:00'}", "2026-02-01" },
  { "day-unknown", "{'crossing.day':null,'crossing.moment':'2026-02-01T10:00'}", "2026-02-01" },
  { "a-given-day-stays", "{'crossing.day':'2026-02-05','crossing.moment':'2026-02-01T10:00'}", "2026-02-05" },
  { "moment-unknown", "{'crossing.moment':null}", NULL },
  { "nothing", "{}", NULL },
};

static void
test_derive (gconstpointer data)
{
  const DeriveRow *row = data;
  g_autoptr (PanahPack) pack = load_fictional ("xa");
  guint n;
  const PanahFactSpec *const *specs = panah_pack_get_facts (pack, &n);
  g_autoptr (PanahFacts) facts = read_facts (pack, "stay", row->facts, "{'likeness':'have'}");
  PanahFacts *derived = panah_facts_derive (facts, specs, n);
  guint32 from = 0, to = 0;

  g_assert_cmpint (panah_value_get_days (panah_facts_get (derived, "crossing.day"), &from, &to), ==, row->day != NULL);
  if (row->day != NULL)
    g_assert_cmpuint (from, ==, day_of (row->day));
  g_assert_cmpuint (from, ==, to);
  g_assert_cmpstr (panah_facts_get_journey (derived), ==, "stay");
  g_assert_cmpstr (panah_facts_get_paper (derived, "likeness"), ==, "have");
  g_assert_finalize_object (derived);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/facts/signals", test_signals);
  g_test_add_func ("/core/facts/signal-comes-after", test_signal_comes_after);
  g_test_add_func ("/core/facts/values-are-shared", test_values_are_shared);
  ADD_ROWS ("/core/facts/derive", derive_rows, test_derive);

  return g_test_run ();
}
