/* test-pack-loader.c - what is wrong with a pack is found, all of it, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"
#include "pack-copy.h"
#include "pack-mutations.h"

#include "core/date.h"
#include "core/error.h"
#include "core/pack-cases.h"
#include "core/pack-index.h"

#include <glib/gstdio.h>

static char *
join_problems (const GPtrArray *problems)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = panah_pack_problem_to_string (problems->pdata[i]);
      g_string_append_printf (all, "%s\n", line);
    }
  return g_strdup (all->str);
}

static PanahPack *
load_copy (const PackCopy *copy)
{
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;
  PanahPack *pack = panah_pack_load (copy->folder, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  return pack;
}

static void
expect_problem (const GPtrArray *problems,
                const char      *expected)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = panah_pack_problem_to_string (problems->pdata[i]);
      if (g_str_has_prefix (line, expected))
        return;
    }
  g_autofree char *all = join_problems (problems);
  g_error ("“%s” is not among\n%s", expected, all);
}

static void
test_mutation (gconstpointer data)
{
  const PackMutation *row = data;
  g_autoptr (PackCopy) copy = pack_copy_new ("xa", "xa");
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;

  pack_copy_replace (copy, row->file, row->from, row->to);
  g_autoptr (PanahPack) pack = panah_pack_load (copy->folder, problems, &error);

  g_assert_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_PACK_INVALID);
  g_assert_null (pack);
  g_assert_cmpuint (panah_pack_problems_count_errors (problems), >, 0);
  expect_problem (problems, row->problem);
}

static void
add_mutations (const PackMutation *rows)
{
  for (; rows->name != NULL; rows++)
    {
      g_autofree char *path = g_strdup_printf ("/core/pack-loader/%s", rows->name);
      g_test_add_data_func (path, rows, test_mutation);
    }
}

/* Six files are spoilt, one of them thrice: eight problems, in one run. */
static void
test_all_collected (void)
{
  g_autoptr (PackCopy) copy = pack_copy_new ("xa", "xa");
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;
  static const char *const expected[] = {
    "pack.json#/edition: not a date", "calendar.json#: “freitag”",
      "deadlines.json#/deadlines/1/values/0/period/0: needs",
    "deadlines.json#/deadlines/13/closed_by: there is no fact",
      "deadlines.json#/deadlines/7/suspended_by/0: there is no fact",
    "papers.json#: the paper “booklet” stands twice",
      "documents/petition.ru.json#/texts/river-words: must not be empty",
    "po/ru.po#: line 1",
  };

  pack_copy_replace (copy, "pack.json", "'edition':'2026-06-01'", "'edition':'June'");
  pack_copy_replace (copy, "calendar.json", "'friday'", "'freitag'");
  pack_copy_replace (copy, "deadlines.json", "{'hours':36}", "{'hours':36,'days':1}");
  pack_copy_replace (copy, "deadlines.json", "'toll.paid_on'", "'toll.paid'");
  pack_copy_replace (copy, "deadlines.json", "'from':'protest.filed_on'", "'from':'protest'");
  pack_copy_replace (copy, "papers.json", "'id':'cart'", "'id':'booklet'");
  pack_copy_replace (copy, "documents/petition.ru.json", "'Я пришёл вплавь.'", "''");
  pack_copy_write (copy, "po/ru.po", "rubbish\n");

  g_assert_null (panah_pack_load (copy->folder, problems, &error));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    expect_problem (problems, expected[i]);
  g_assert_cmpuint (panah_pack_problems_count_errors (problems), >=, G_N_ELEMENTS (expected));
}

static void
test_others_load (void)
{
  g_autoptr (PackCopy) spoilt = pack_copy_new ("xa", "xa");
  g_autofree char *packs = get_packs_path (), *source = g_build_filename (packs, "xb", NULL);
  g_autofree char *target = g_build_filename (spoilt->root, "xb", NULL);
  g_autofree char *no_pack = g_build_filename (spoilt->root, "xd", NULL);
  g_autofree char *odd_name = g_build_filename (spoilt->root, "Xe", NULL);
  const char *const directories[] = { spoilt->root, "/nowhere", packs, NULL };
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;

  copy_folder (source, target);
  copy_folder (source, odd_name);
  g_assert_cmpint (g_mkdir (no_pack, 0700), ==, 0);
  pack_copy_replace (spoilt, "papers.json", "'id':'cart'", "'id':'booklet'");

  g_auto (GStrv) ids = panah_pack_index_list (directories);
  g_autofree char *joined = g_strjoinv (" ", ids);
  g_assert_cmpstr (joined, ==, "xa xb");
  g_assert_null (panah_pack_index_load (directories, "xa", problems, &error));
  g_assert_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_PACK_INVALID);
  g_assert_cmpuint (problems->len, ==, 1);
  g_clear_error (&error);
  g_autoptr (PanahPack) other = panah_pack_index_load (directories, "xb", problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (panah_pack_get_directory (other), ==, target); /* the first directory wins */
}

typedef struct
{
  const char *name;
  const char *id;
  int         expected;
} NameRow;

static const NameRow name_rows[] = {
  { "unknown", "zz", PANAH_CORE_ERROR_PACK_UNKNOWN },
  { "unknown-long", "abcdefghijklmnop", PANAH_CORE_ERROR_PACK_UNKNOWN },
  { "empty", "", PANAH_CORE_ERROR_PACK_NAME },
  { "one-letter", "x", PANAH_CORE_ERROR_PACK_NAME },
  { "seventeen-letters", "abcdefghijklmnopq", PANAH_CORE_ERROR_PACK_NAME },
  { "dot", ".", PANAH_CORE_ERROR_PACK_NAME },
  { "dots", "..", PANAH_CORE_ERROR_PACK_NAME },
  { "path", "xa/../xa", PANAH_CORE_ERROR_PACK_NAME },
  { "path-inside", "xa/cases", PANAH_CORE_ERROR_PACK_NAME },
  { "absolute", "/etc", PANAH_CORE_ERROR_PACK_NAME },
  { "capital", "XA", PANAH_CORE_ERROR_PACK_NAME },
  { "digit-first", "1a", PANAH_CORE_ERROR_PACK_NAME },
  { "hyphen", "x-a", PANAH_CORE_ERROR_PACK_NAME },
  { "space", "xa ", PANAH_CORE_ERROR_PACK_NAME },
  { "newline", "xa\n", PANAH_CORE_ERROR_PACK_NAME },
  { "cyrillic", "ха", PANAH_CORE_ERROR_PACK_NAME },
};

static void
test_name (gconstpointer data)
{
  const NameRow *row = data;
  g_autofree char *packs = get_packs_path ();
  const char *const directories[] = { packs, NULL };
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (panah_pack_index_load (directories, row->id, problems, &error));
  g_assert_error (error, PANAH_CORE_ERROR, row->expected);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Of a country that is offered before its law is read, the same is said as later. */
static void
test_head (void)
{
  g_autoptr (PackCopy) copy = pack_copy_new ("xa", "xa");
  g_autoptr (PanahPack) whole = load_copy (copy);
  const char *const directories[] = { copy->root, NULL };
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;
  guint32 day;
  guint n;

  g_assert_true (panah_day_parse ("2026-11-24", &day));
  pack_copy_replace (copy, "papers.json", "'id':'cart'", "'id':'booklet'");
  g_autoptr (PanahPack) head = panah_pack_index_load_head (directories, "xa", problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpstr (panah_pack_get_id (head), ==, panah_pack_get_id (whole));
  g_assert_cmpstr (panah_pack_get_name (head, "ru"), ==, panah_pack_get_name (whole, "ru"));
  g_assert_cmpstr (panah_pack_get_edition (head), ==, panah_pack_get_edition (whole));
  g_assert_cmpint (panah_pack_get_utc_offset (head, day), ==, panah_pack_get_utc_offset (whole, day));
  g_assert_cmpstr (panah_pack_get_hash (head), ==, "");
  panah_pack_get_facts (head, &n);
  g_assert_cmpuint (n, ==, 0);
  panah_pack_get_journeys (head, &n);
  g_assert_cmpuint (n, ==, 0);

  pack_copy_replace (copy, "pack.json", "'format':'panah-pack'", "'format':'pack'");
  g_assert_null (panah_pack_load_head (copy->folder, problems, &error));
  g_assert_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_PACK_INVALID);
  g_assert_cmpuint (problems->len, >, 0);
}

/* A folder with another name is another country; no line of C knows it. */
static void
test_third_country (void)
{
  g_autoptr (PackCopy) copy = pack_copy_new ("xa", "xc3");
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GHashTable) coverage = panah_pack_coverage_new ();
  guint n_covered;

  pack_copy_replace (copy, "pack.json", "'id':'xa'", "'id':'xc3'");
  g_autoptr (PanahPack) pack = load_copy (copy);
  g_autoptr (GPtrArray) cases = panah_pack_list_cases (pack, problems);
  g_assert_cmpstr (panah_pack_get_id (pack), ==, "xc3");
  g_assert_cmpuint (cases->len, >=, 40);
  for (guint i = 0; i < cases->len; i++)
    panah_pack_run_case (pack, cases->pdata[i], coverage, problems);
  g_autofree char *all = join_problems (problems);
  g_assert_cmpstr (all, ==, "");
  g_assert_cmpuint (panah_pack_check_coverage (pack, coverage, problems, &n_covered), ==, n_covered);
}

typedef struct
{
  const char *name;
  const char *file;
  const char *from;
  const char *to;
  gboolean    changes;
} HashRow;

static const HashRow hash_rows[] = {
  { "law", "deadlines.json", "'days':5", "'days':6", TRUE },
  { "a-note", "pack.json", "'Fictional.'", "'Invented.'", TRUE },
  { "official-words", "documents/petition.ru.json", "'Я пришёл вплавь.'", "'Я приплыл.'", TRUE },
  { "calendar", "calendar.json", "'Flag Day'", "'Day of the Flag'", TRUE },
  { "offices", "offices.json", "'Soup House'", "'Soup Hall'", TRUE },
  { "translations", "po/ru.po", NULL, "msgid 'Your name'\nmsgstr 'Имя'\n", FALSE },
  { "a-new-translation", "po/kk.po", NULL, "msgid 'Your name'\nmsgstr 'Аты'\n", FALSE },
  { "cases", "cases/arrival.json", NULL, "{'cases':[]}", FALSE },
  { "notes", "NOTES.md", NULL, "Nothing.", FALSE },
};

static void
test_hash (gconstpointer data)
{
  const HashRow *row = data;
  g_autoptr (PackCopy) copy = pack_copy_new ("xa", "xa");
  g_autoptr (PanahPack) original = load_fictional ("xa");

  if (row->from != NULL) /* the same words without spaces are another file, so spaces go first */
    pack_copy_replace (copy, row->file, row->from, row->from);
  g_autoptr (PanahPack) before = load_copy (copy);
  pack_copy_replace (copy, row->file, row->from, row->to);
  g_autoptr (PanahPack) after = load_copy (copy);

  g_assert_cmpuint (strlen (panah_pack_get_hash (before)), ==, 64);
  if (row->from == NULL)
    g_assert_cmpstr (panah_pack_get_hash (original), ==, panah_pack_get_hash (before));
  if (row->changes)
    g_assert_cmpstr (panah_pack_get_hash (before), !=, panah_pack_get_hash (after));
  else
    g_assert_cmpstr (panah_pack_get_hash (before), ==, panah_pack_get_hash (after));
}

static void
test_time_zones (void)
{
  g_autoptr (PanahPack) xa = load_fictional ("xa"), xb = load_fictional ("xb");

  g_assert_cmpint (panah_pack_get_utc_offset (xa, day_of ("2026-01-01")), ==, 300);
  g_assert_cmpint (panah_pack_get_utc_offset (xa, day_of ("2024-03-01")), ==, 300);
  g_assert_cmpint (panah_pack_get_utc_offset (xa, day_of ("2024-02-29")), ==, 390);
  g_assert_cmpint (panah_pack_get_utc_offset (xa, day_of ("2009-12-31")), ==, 390); /* the earliest known */
  g_assert_cmpint (panah_pack_get_utc_offset (xb, day_of ("2026-01-01")), ==, -210);
}

static void
test_words (void)
{
  g_autoptr (PanahPack) pack = load_fictional ("xa");

  g_assert_cmpstr (panah_pack_get_name (pack, "kk"), ==, "Мысалия");
  g_assert_cmpstr (panah_pack_get_name (pack, "de"), ==, "Examplia");
  g_assert_cmpstr (panah_pack_get_review_state (pack), ==, "partly-reviewed");
  g_assert_cmpuint (panah_pack_get_review_months (pack), ==, 3);
  g_assert_cmpstr (panah_pack_translate (pack, "ru", "Hand in the petition"), ==, "Подать прошение");
  g_assert_cmpstr (panah_pack_translate (pack, "ru", "Why you came"), ==, "Почему вы пришли");
  g_assert_cmpstr (panah_pack_translate (pack, "ru", "Every day counts."), ==, "Every day counts."); /* fuzzy */
  g_assert_cmpstr (panah_pack_translate (pack, "ru", "Your name"), ==, "Your name"); /* empty */
  g_assert_cmpstr (panah_pack_translate (pack, "uz-Cyrl", "Hand in the petition"), ==, "Аризани топшириш");
  g_assert_cmpstr (panah_pack_translate (pack, "de", "Your name"), ==, "Your name");
  g_assert_cmpstr (panah_pack_get_text (pack, "petition", "kk", "kin-table", "who"), ==, "Аты");
  g_assert_cmpstr (panah_pack_get_text (pack, "petition", "ru", "river-words", ""), ==, "Я пришёл вплавь.");
  g_assert_cmpstr (panah_pack_get_text (pack, "petition", "ru", "", "footer"), ==, "Стр. %1 из %2");
  g_assert_null (panah_pack_get_text (pack, "petition", "en", "river-words", ""));
}

/* What a case expects is checked against what there is, so that a mistyped id cannot pass as “absent”. */
static void
test_cases_are_strict (void)
{
  g_autoptr (PackCopy) copy = pack_copy_new ("xa", "xa");
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GHashTable) coverage = panah_pack_coverage_new ();
  static const char *const expected[] = {
    "cases/arrival.json#/cases/0/expect/deadlines/arival: there is no window of that id",
    "cases/arrival.json#/cases/0/expect/papers/crown: there is no paper of that id",
    "cases/arrival.json#/cases/0/expect/steps/walk: there is no step of that id",
    "cases/arrival.json#/cases/0/expect/deadlines/guest: expected absent, is open",
    "cases/arrival.json#/cases/0/expect: documents: “poem” is not among them",
    "cases/arrival.json#/cases/0/expect: offices: “king” is not among them",
    "cases/arrival.json#/cases/0/expect: problems: “bags” is not among them",
  };

  pack_copy_replace (copy, "cases/arrival.json", NULL,
                     "{'cases':[{'name':'A','article':'B','on':'2026-02-02','facts':{'crossing.day':'2026-02-01'},"
                     "'expect':{'deadlines':{'arival':'absent','guest':'absent'},'papers':{'crown':'absent'},"
                     "'steps':{'walk':'absent'},'notices':{'crown':'absent'},'documents':['poem'],'offices':['king'],'problems':['bags']}}]}");
  g_autoptr (PanahPack) pack = load_copy (copy);
  g_autoptr (GPtrArray) cases = panah_pack_list_cases (pack, problems);
  for (guint i = 0; i < cases->len; i++)
    {
      if (g_str_equal (((const PanahPackCase *) cases->pdata[i])->name, "A"))
        panah_pack_run_case (pack, cases->pdata[i], coverage, problems);
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    expect_problem (problems, expected[i]);
}

static void
test_uncovered (void)
{
  g_autoptr (PanahPack) pack = load_fictional ("xa");
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GHashTable) coverage = panah_pack_coverage_new ();
  guint n_covered, n = panah_pack_check_coverage (pack, coverage, problems, &n_covered);

  g_assert_cmpuint (n_covered, ==, 0);
  g_assert_cmpuint (problems->len, ==, n);
  g_assert_cmpuint (panah_pack_problems_count_errors (problems), ==, 0);
  expect_problem (problems, "deadlines.json#/deadlines/0/values/1: warning: no case exercises this");
  expect_problem (problems, "deadlines.json#/deadlines/0/exceptions/1: warning: no case exercises this");
  expect_problem (problems, "deadlines.json#/deadlines/0/exceptions/1/values/1: warning: no case exercises this");
  expect_problem (problems, "papers.json#/papers/0/values/0: warning: no case exercises this");
  expect_problem (problems, "procedure.json#/steps/5/values/0: warning: no case exercises this");
  expect_problem (problems, "notices.json#/notices/2/values/1: warning: no case exercises this");
  expect_problem (problems, "documents/petition.json#/values/0: warning: no case exercises this");
  expect_problem (problems, "documents/petition.json#held-old: warning: no case exercises this");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_mutations (country_mutations);
  add_mutations (rule_mutations);
  add_mutations (other_mutations);
  g_test_add_func ("/core/pack-loader/all-collected", test_all_collected);
  g_test_add_func ("/core/pack-loader/others-load", test_others_load);
  g_test_add_func ("/core/pack-loader/head", test_head);
  g_test_add_func ("/core/pack-loader/third-country", test_third_country);
  g_test_add_func ("/core/pack-loader/time-zones", test_time_zones);
  g_test_add_func ("/core/pack-loader/words", test_words);
  g_test_add_func ("/core/pack-loader/cases-are-strict", test_cases_are_strict);
  g_test_add_func ("/core/pack-loader/uncovered", test_uncovered);
  ADD_ROWS ("/core/pack-loader/pack-name", name_rows, test_name);
  ADD_ROWS ("/core/pack-loader/hash", hash_rows, test_hash);

  return g_test_run ();
}
