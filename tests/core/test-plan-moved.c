/* test-plan-moved.c - no date moves silently
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"
#include "pack-copy.h"

#include "core/date.h"
#include "core/json-scan.h"
#include "core/pack-index.h"
#include "core/plan-moved.h"

static PanahPack *pack;

/* What has become of each window of which @only says so. */
static char *
describe (const PanahMoved  *moved,
          const char *const *only)
{
  static const char *const kinds[] = { "dates", "state", "appeared", "vanished" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; moved != NULL && i < moved->deadlines->len; i++)
    {
      const PanahMovedDeadline *deadline = moved->deadlines->pdata[i];
      if (only != NULL && !g_strv_contains (only, deadline->key))
        continue;
      const PanahSeenDeadline *seen[] = { &deadline->before, &deadline->after };
      g_string_append_printf (out, "%s%s %s", out->len > 0 ? "; " : "", kinds[deadline->kind], deadline->key);
      for (guint j = deadline->kind == PANAH_MOVED_APPEARED; j < (deadline->kind == PANAH_MOVED_VANISHED ? 1 : 2); j++)
        {
          g_autofree char *safe = panah_point_to_string (&seen[j]->safe), *last = panah_point_to_string (&seen[j]->last);
          g_string_append_printf (out, " [%s %s %s]", seen[j]->state < 0 ? "?" : panah_deadline_state_names[seen[j]->state],
                                  safe != NULL ? safe : "-", last != NULL ? last : "-");
        }
    }
  return g_string_free (out, FALSE);
}

static PanahCase *
read_case (const char *facts,
           const char *more)
{
  g_autofree char *text = g_strdup_printf ("{'format':'panah-case','schema':1,'pack':'xa','facts':%s%s}", facts, more);
  g_autofree char *quoted = quote_json (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = panah_json_parse (quoted, strlen (quoted), &error);
  PanahCase *parsed = root != NULL ? panah_case_new_from_json (root, pack, &error) : NULL;

  g_assert_no_error (error);
  return parsed;
}

/* The window of three days from Monday, 2 February 2026 ends on Thursday, 5 February. */
#define FACTS "{'crossing.day':'2026-02-02','crossing.manner':'bridge','held':'no','person.born':'1980-01-01'}"
#define SHOWN(deadlines) ",'last_plan':{'edition':'2020-01-01','hash':'old','on':'2026-02-03T00:00','deadlines':{" deadlines "}}"
#define SAME "'safe':'2026-02-05','last':'2026-02-05'"

static const struct
{
  const char *name;
  const char *more; /* what stands in the case beside the facts */
  const char *expected;
} rows[] = {
  { "nothing-shown", "", "" },
  { "no-object", ",'last_plan':{'anything':'2026-11-27'}", "" },
  { "no-deadlines", ",'last_plan':{'hash':'old','deadlines':[]}", "" },
  { "the-same", SHOWN ("'arrival':{'label':'x','state':'open'," SAME "}"), "" },
  { "later", SHOWN ("'arrival':{'state':'open','safe':'2026-02-04','last':'2026-02-04'}"),
    "dates arrival [open 2026-02-04 2026-02-04] [open 2026-02-05 2026-02-05]" },
  { "earlier-by-its-safe-day", SHOWN ("'arrival':{'state':'open','safe':'2026-02-06','last':'2026-02-05'}"),
    "dates arrival [open 2026-02-06 2026-02-05] [open 2026-02-05 2026-02-05]" },
  { "had-no-safe-day", SHOWN ("'arrival':{'state':'open','safe':null,'last':'2026-02-05'}"),
    "dates arrival [open - 2026-02-05] [open 2026-02-05 2026-02-05]" },
  { "had-no-dates", SHOWN ("'arrival':{'label':'x','state':'not-covered'}"),
    "dates arrival [not-covered - -] [open 2026-02-05 2026-02-05]" },
  { "was-in-hours", SHOWN ("'arrival':{'state':'open','safe':'2026-02-05T24:00','last':'2026-02-05T24:00'}"),
    "dates arrival [open 2026-02-05T24:00 2026-02-05T24:00] [open 2026-02-05 2026-02-05]" },
  { "state-alone", SHOWN ("'arrival':{'state':'suspended'," SAME "}"),
    "state arrival [suspended 2026-02-05 2026-02-05] [open 2026-02-05 2026-02-05]" },
  { "state-not-written", SHOWN ("'arrival':{" SAME "}"), "" },
  { "state-of-a-later-version", SHOWN ("'arrival':{'state':'asleep'," SAME "}"), "" },
  { "appeared", SHOWN (""), "appeared arrival [open 2026-02-05 2026-02-05]" },
  { "appeared-beside-one-without-a-state", SHOWN ("'gone':{" SAME "}"),
    "appeared arrival [open 2026-02-05 2026-02-05]; vanished gone [? 2026-02-05 2026-02-05]" },
  { "vanished", SHOWN ("'arrival':{'state':'open'," SAME "},'gone':{'label':'Gone','state':'open','safe':null,'last':'2026-03-01'}"),
    "vanished gone [open - 2026-03-01]" },
  { "vanished-without-dates", SHOWN ("'arrival':{'state':'open'," SAME "},'gone':{'state':'may-apply'}"),
    "vanished gone [may-apply - -]" },
  { "hostile-members", SHOWN ("'arrival':7,'gone':'x','other':[]"), "appeared arrival [open 2026-02-05 2026-02-05]" },
  { "hostile-dates", SHOWN ("'arrival':{'state':[],'safe':{},'last':'2026-02-31'}"),
    "dates arrival [? - -] [open 2026-02-05 2026-02-05]" },
  { "hostile-midnight", SHOWN ("'arrival':{'state':'open','safe':'2026-02-05','last':'2026-99-99T24:00'}"),
    "dates arrival [open 2026-02-05 -] [open 2026-02-05 2026-02-05]" },
  { "rules-unknown", ",'last_plan':{'deadlines':{'arrival':{'safe':'2026-02-04','last':'2026-02-04'}}}",
    "dates arrival [? 2026-02-04 2026-02-04] [passed 2026-02-05 2026-02-05]" },
  { "rules-of-a-wrong-kind", ",'last_plan':{'edition':7,'hash':{},'on':1,'deadlines':{'arrival':{'state':'met'," SAME "}}}", "" },
  /* asked about the day of the plan, 2026-02-10, the window has passed: that is the calendar's doing */
  { "moment-unknown", ",'last_plan':{'hash':'old','deadlines':{'arrival':{'state':'open'," SAME "}}}", "" },
};

static void
test_row (gconstpointer data)
{
  static const char *const only[] = { "arrival", "gone", "other", NULL };
  const typeof (rows[0]) *row = data;
  g_autoptr (PanahCase) parsed = read_case (FACTS, row->more);
  g_autoptr (PanahMoved) moved = panah_moved_new (parsed, pack, moment_of ("2026-02-10T00:00"));
  g_autofree char *said = describe (moved, only);

  g_assert_cmpstr (said, ==, row->expected);
}

/* The hash of the rules decides, wherever it stands; the case's own is the second best. */
static void
test_same_rules (void)
{
  static const char *const formats[] = {
    ",'last_plan':{'hash':'%s','deadlines':{}}",
    ",'pack_hash':'%s','last_plan':{'deadlines':{}}",
    ",'pack_hash':'other','last_plan':{'hash':'%s','deadlines':{}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_auto (GStrv) parts = g_strsplit (formats[i], "%s", 2);
      g_autofree char *same = g_strjoin (panah_pack_get_hash (pack), parts[0], parts[1], NULL);
      g_autofree char *other = g_strjoin ("old", parts[0], parts[1], NULL);
      g_autoptr (PanahCase) unmoved = read_case (FACTS, same), moved = read_case (FACTS, other);
      g_autoptr (PanahMoved) one = panah_moved_new (unmoved, pack, 0), two = panah_moved_new (moved, pack, 0);

      g_assert_null (one);
      g_assert_nonnull (two);
    }
}

/* What a change of the law makes of a case that was saved under the old one. */
static const struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *expected;
} laws[] = {
  { "a-note-alone", "'note':'Read in a summary only.'", "'note':'Read in full.'", "" },
  /* the other one begins when it ends */
  { "a-day-less", "'period':[{'days':3}]", "'period':[{'days':2}]",
    "dates arrival [open 2026-02-05 2026-02-05] [open 2026-02-04 2026-02-04]; "
    "dates second_try [waiting 2026-02-12 2026-02-12] [waiting 2026-02-11 2026-02-11]" },
  { "does-not-apply", "'when':{'not':{'fact':'crossing.manner','is':'river'}}", "'when':{'fact':'held','is':'yes'}",
    "vanished arrival [open 2026-02-05 2026-02-05]; vanished second_try [waiting 2026-02-12 2026-02-12]" },
  { "another-event", "'events':[{'fact':'crossing.day','label':'the day you crossed'}]",
    "'events':[{'fact':'held.since','label':'the day you were held'}]",
    "vanished arrival [open 2026-02-05 2026-02-05]; vanished second_try [waiting 2026-02-12 2026-02-12]" },
};

static PanahPack *
load_changed (const char *from,
              const char *to)
{
  g_autoptr (PackCopy) copy = pack_copy_new ("xa", "xa");
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;

  pack_copy_replace (copy, "deadlines.json", from, to);
  PanahPack *changed = panah_pack_load (copy->folder, problems, &error);
  g_assert_no_error (error);
  return changed;
}

static JsonNode *
save (PanahPack       *rules,
      const PanahCase *a_case,
      const char      *on)
{
  g_autoptr (PanahPlan) plan = panah_plan_new (rules, a_case->facts, moment_of (on));
  JsonNode *root = panah_case_to_json (a_case, rules);

  json_object_set_member (json_node_get_object (root), "last_plan", panah_plan_to_last (plan));
  return root;
}

static void
test_law (gconstpointer data)
{
  const typeof (laws[0]) *row = data;
  g_autoptr (PanahCase) told = read_case (FACTS, "");
  g_autoptr (JsonNode) root = save (pack, told, "2026-02-03T00:00");
  g_autoptr (PanahPack) changed = load_changed (row->from, row->to);
  g_autoptr (PanahCase) opened = panah_case_new_from_json (root, changed, NULL), same = panah_case_new_from_json (root, pack, NULL);
  /* months later, when all has passed */
  g_autoptr (PanahMoved) moved = panah_moved_new (opened, changed, moment_of ("2026-09-09T00:00"));
  g_autoptr (PanahMoved) unmoved = panah_moved_new (same, pack, moment_of ("2026-09-09T00:00"));
  g_autofree char *said = describe (moved, NULL);

  g_assert_cmpstr (said, ==, row->expected);
  g_assert_null (unmoved);
  g_assert_cmpstr (opened->pack_hash, ==, panah_pack_get_hash (pack));
  g_assert_cmpstr (opened->pack_edition, ==, panah_pack_get_edition (pack));
}

static void
set_day (PanahCase  *a_case,
         const char *fact,
         const char *day)
{
  const PanahFactSpec *spec = panah_pack_find_fact (pack, fact);
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), day);
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);

  panah_facts_set (a_case->facts, fact, panah_value_new_from_json (spec, fact, node, strange, NULL));
}

/* Saved before anybody has read what has moved, it says so again, of the answers as they are then; and of nothing that
 * only the answers have changed. */
static void
test_kept_until_read (void)
{
  g_autoptr (PanahPack) changed = load_changed (laws[1].from, laws[1].to);
  g_autoptr (PanahCase) told = read_case (FACTS, "");
  g_autoptr (JsonNode) root = save (pack, told, "2026-02-03T00:00");
  g_autoptr (PanahCase) opened = panah_case_new_from_json (root, changed, NULL);
  g_autoptr (PanahMoved) moved = panah_moved_new (opened, changed, 0);
  g_autofree char *first = describe (moved, NULL);

  g_assert_cmpstr (first, ==, laws[1].expected);
  set_day (opened, "held.since", "2026-02-03");
  set_day (opened, "crossing.day", "2026-02-01");
  g_autoptr (JsonNode) saved = save (changed, opened, "2026-02-03T12:00");
  JsonObject *object = json_node_get_object (saved);
  json_object_set_member (object, "last_plan", panah_moved_keep (moved, json_object_get_member (object, "last_plan")));
  g_autofree char *text = json_to_string (saved, FALSE);
  g_autoptr (JsonNode) read = panah_json_parse (text, strlen (text), NULL);
  g_autoptr (PanahCase) again = panah_case_new_from_json (read, changed, NULL);
  g_autoptr (PanahMoved) still = panah_moved_new (again, changed, 0);
  g_autofree char *second = describe (still, NULL);
  g_assert_cmpstr (second, ==, "dates arrival [open 2026-02-05 2026-02-05] [due-today 2026-02-03 2026-02-03]; "
                              "dates second_try [waiting 2026-02-12 2026-02-12] [open 2026-02-10 2026-02-10]");
  g_assert_cmpstr (still->edition, ==, panah_pack_get_edition (pack));
  g_assert_cmpstr (still->hash, ==, panah_pack_get_hash (pack));

  /* under the old rules again, nothing has moved */
  g_autoptr (PanahMoved) back = panah_moved_new (again, pack, 0);
  g_assert_null (back);
}

/* Rules that were never named are not those of today because the case has been saved meanwhile. */
static void
test_kept_without_rules (void)
{
  g_autoptr (PanahCase) told = read_case (FACTS, ",'last_plan':{'deadlines':{'arrival':{'safe':null,'last':'2026-02-04'}}}");
  g_autoptr (PanahMoved) moved = panah_moved_new (told, pack, moment_of ("2026-02-03T00:00"));
  g_autoptr (JsonNode) saved = save (pack, told, "2026-02-03T00:00");
  JsonObject *object = json_node_get_object (saved);

  json_object_set_member (object, "last_plan", panah_moved_keep (moved, json_object_get_member (object, "last_plan")));
  g_autoptr (PanahCase) again = panah_case_new_from_json (saved, pack, NULL);
  g_autoptr (PanahMoved) still = panah_moved_new (again, pack, moment_of ("2026-02-03T00:00"));
  static const char *const only[] = { "arrival", NULL };
  g_autofree char *said = describe (still, only);
  g_assert_cmpstr (said, ==, "dates arrival [? - 2026-02-04] [open 2026-02-05 2026-02-05]");
}

/* Two exceptions make two windows of one id: both are remembered. */
static void
test_same_id (void)
{
  g_autoptr (PanahCase) told = read_case ("{'crossing.day':'2026-02-02'}", "");
  g_autoptr (JsonNode) root = save (pack, told, "2026-02-03T00:00");
  JsonObject *last_plan = json_object_get_object_member (json_node_get_object (root), "last_plan");
  JsonObject *seen = json_object_get_object_member (last_plan, "deadlines");

  g_assert_true (json_object_has_member (seen, "arrival"));
  g_assert_true (json_object_has_member (seen, "arrival#2"));
  json_object_set_string_member (last_plan, "hash", "old");
  g_autoptr (PanahCase) opened = panah_case_new_from_json (root, pack, NULL);
  g_autoptr (PanahMoved) unmoved = panah_moved_new (opened, pack, 0);
  g_assert_null (unmoved);
}

static void
test_problems (void)
{
  g_autoptr (PanahCase) told = read_case (FACTS, SHOWN ("'arrival':{'state':'open','safe':null,'last':'2026-02-04'},"
                                                        "'gone':{'label':'Gone','state':'met','safe':null,'last':null}"));
  g_autoptr (PanahMoved) moved = panah_moved_new (told, pack, 0);
  g_autoptr (GPtrArray) problems = panah_moved_to_problems (moved, pack);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const PanahProblem *problem = problems->pdata[i];
      g_assert_cmpint (problem->severity, ==, PANAH_SEVERITY_NOTE);
      g_string_append_printf (all, "%s\n", problem->message);
    }
  assert_contains (all->str, "the dates were last shown under the rules of edition 2020-01-01; these are of edition 20");
  assert_contains (all->str, "the rules have changed: Hand in the petition has moved from safe –, last 2026-02-04 "
                             "to safe 2026-02-05, last 2026-02-05\n");
  assert_contains (all->str, "the rules have changed: Gone is not there any more; before: met\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pack = load_fictional ("xa");

  ADD_ROWS ("/core/plan-moved/shown", rows, test_row);
  ADD_ROWS ("/core/plan-moved/law", laws, test_law);
  g_test_add_func ("/core/plan-moved/same-rules", test_same_rules);
  g_test_add_func ("/core/plan-moved/kept-until-read", test_kept_until_read);
  g_test_add_func ("/core/plan-moved/kept-without-rules", test_kept_without_rules);
  g_test_add_func ("/core/plan-moved/same-id", test_same_id);
  g_test_add_func ("/core/plan-moved/problems", test_problems);
  int status = g_test_run ();
  panah_pack_unref (pack);
  return status;
}
