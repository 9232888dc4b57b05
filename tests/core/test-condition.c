/* test-condition.c - three-valued: each operator with what is given, none, unknown and not asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

#include "core/date.h"
#include "core/pack-private.h"

static PanahPack *pack;
static PanahArena *arena;

typedef struct
{
  const char *name;
  const char *condition;
  const char *facts;
  PanahTruth  expected;
  const char *unsettled; /* joined with spaces */
} Row;

#define T PANAH_TRUTH_TRUE
#define U PANAH_TRUTH_UNKNOWN
#define F PANAH_TRUTH_FALSE

/* Three tests that are true, unknown and false whatever the case says. */
#define YES   "{'fact':'held','asked':false}"
#define NO    "{'fact':'held','asked':true}"
#define MAYBE "{'fact':'bags','at-least':1}"
#define ALSO  "{'fact':'person.wed','is':'wed'}"

/* Today is 2026-02-10, the filing day 2026-02-20. */
static const Row rows[] = {
  { "all/true-true", "{'all':[" YES "," YES "]}", "{}", T, "" },
  { "all/true-unknown", "{'all':[" YES "," MAYBE "]}", "{}", U, "bags" },
  { "all/true-false", "{'all':[" YES "," NO "]}", "{}", F, "" },
  { "all/unknown-true", "{'all':[" MAYBE "," YES "]}", "{}", U, "bags" },
  { "all/unknown-unknown", "{'all':[" MAYBE "," ALSO "]}", "{}", U, "bags person.wed" },
  { "all/unknown-false", "{'all':[" MAYBE "," NO "]}", "{}", F, "" },
  { "all/false-true", "{'all':[" NO "," YES "]}", "{}", F, "" },
  { "all/false-unknown", "{'all':[" NO "," MAYBE "]}", "{}", F, "" },
  { "all/false-false", "{'all':[" NO "," NO "]}", "{}", F, "" },
  { "any/true-true", "{'any':[" YES "," YES "]}", "{}", T, "" },
  { "any/true-unknown", "{'any':[" YES "," MAYBE "]}", "{}", T, "" },
  { "any/true-false", "{'any':[" YES "," NO "]}", "{}", T, "" },
  { "any/unknown-true", "{'any':[" MAYBE "," YES "]}", "{}", T, "" },
  { "any/unknown-unknown", "{'any':[" MAYBE "," ALSO "]}", "{}", U, "bags person.wed" },
  { "any/unknown-false", "{'any':[" MAYBE "," NO "]}", "{}", U, "bags" },
  { "any/false-true", "{'any':[" NO "," YES "]}", "{}", T, "" },
  { "any/false-unknown", "{'any':[" NO "," MAYBE "]}", "{}", U, "bags" },
  { "any/false-false", "{'any':[" NO "," NO "]}", "{}", F, "" },
  { "not/true", "{'not':" YES "}", "{}", F, "" },
  { "not/unknown", "{'not':" MAYBE "}", "{}", U, "bags" },
  { "not/false", "{'not':" NO "}", "{}", T, "" },
  { "nested/settled-branch-asks-nothing", "{'all':[{'any':[" MAYBE "," YES "]}," ALSO "]}", "{}", U, "person.wed" },
  { "nested/each-fact-once", "{'any':[" MAYBE ",{'not':" MAYBE "}]}", "{}", U, "bags" },

  { "is/given", "{'fact':'crossing.manner','is':'air'}", "{'crossing.manner':'air'}", T, "" },
  { "is/other", "{'fact':'crossing.manner','is':'air'}", "{'crossing.manner':'river'}", F, "" },
  { "is/unknown", "{'fact':'crossing.manner','is':'air'}", "{'crossing.manner':null}", U, "crossing.manner" },
  { "is/absent", "{'fact':'crossing.manner','is':'air'}", "{}", U, "crossing.manner" },
  { "is/none", "{'fact':'person.states','is':'TV'}", "{'person.states':'none'}", F, "" },
  { "is/contained", "{'fact':'person.states','is':'TV'}", "{'person.states':['NR','TV']}", T, "" },
  { "is/not-contained", "{'fact':'person.states','is':'TV'}", "{'person.states':['NR']}", F, "" },
  { "is/yes-no", "{'fact':'held','is':'no'}", "{'held':'no'}", T, "" },
  { "is/yes-no-unknown", "{'fact':'held','is':'no'}", "{'held':'unknown'}", U, "held" },
  { "is/country", "{'fact':'person.state','is':'stateless'}", "{'person.state':'stateless'}", T, "" },
  { "is/unknown-code", "{'fact':'crossing.manner','is':'air'}", "{'crossing.manner':'dragon'}", F, "" },
  { "in/first", "{'fact':'crossing.manner','in':['air','river']}", "{'crossing.manner':'air'}", T, "" },
  { "in/last", "{'fact':'crossing.manner','in':['air','river']}", "{'crossing.manner':'river'}", T, "" },
  { "in/other", "{'fact':'crossing.manner','in':['air','river']}", "{'crossing.manner':'bridge'}", F, "" },
  { "in/absent", "{'fact':'crossing.manner','in':['air','river']}", "{}", U, "crossing.manner" },
  { "in/choices", "{'fact':'crossing.causes','in':['2','3']}", "{'crossing.causes':['1','3']}", T, "" },
  { "in/choices-empty", "{'fact':'crossing.causes','in':['2','3']}", "{'crossing.causes':[]}", U, "crossing.causes" },

  { "known/given", "{'fact':'bags','known':true}", "{'bags':0}", T, "" },
  { "known/none", "{'fact':'person.phone','known':true}", "{'person.phone':'none'}", T, "" },
  { "known/unknown", "{'fact':'bags','known':true}", "{'bags':null}", F, "" },
  { "known/absent", "{'fact':'bags','known':true}", "{}", F, "" },
  { "known/empty-words", "{'fact':'person.story','known':true}", "{'person.story':''}", F, "" },
  { "not-known/given", "{'fact':'bags','known':false}", "{'bags':0}", F, "" },
  { "not-known/none", "{'fact':'person.phone','known':false}", "{'person.phone':'none'}", F, "" },
  { "not-known/unknown", "{'fact':'bags','known':false}", "{'bags':null}", T, "" },
  { "not-known/absent", "{'fact':'bags','known':false}", "{}", T, "" },
  { "asked/given", "{'fact':'bags','asked':true}", "{'bags':0}", T, "" },
  { "asked/unknown", "{'fact':'bags','asked':true}", "{'bags':null}", T, "" },
  { "asked/absent", "{'fact':'bags','asked':true}", "{}", F, "" },
  { "not-asked/unknown", "{'fact':'bags','asked':false}", "{'bags':null}", F, "" },
  { "not-asked/absent", "{'fact':'bags','asked':false}", "{}", T, "" },

  { "before/day-before", "{'fact':'held.since','before':'2026-02-01'}", "{'held.since':'2026-01-31'}", T, "" },
  { "before/same-day", "{'fact':'held.since','before':'2026-02-01'}", "{'held.since':'2026-02-01'}", F, "" },
  { "before/straddles", "{'fact':'held.since','before':'2026-02-15'}", "{'held.since':{'year':2026,'month':2}}", U,
    "held.since" },
  { "before/range-ends-before", "{'fact':'held.since','before':'2026-03-01'}",
    "{'held.since':{'year':2026,'month':2}}", T, "" },
  { "before/range-begins-there", "{'fact':'held.since','before':'2026-02-01'}",
    "{'held.since':{'year':2026,'month':2}}", F, "" },
  { "before/unknown", "{'fact':'held.since','before':'2026-02-01'}", "{'held.since':null}", U, "held.since" },
  { "before/absent", "{'fact':'held.since','before':'2026-02-01'}", "{}", U, "held.since" },
  { "after/day-after", "{'fact':'held.since','after':'2026-02-01'}", "{'held.since':'2026-02-02'}", T, "" },
  { "after/same-day", "{'fact':'held.since','after':'2026-02-01'}", "{'held.since':'2026-02-01'}", F, "" },
  { "after/straddles", "{'fact':'held.since','after':'2026-02-01'}", "{'held.since':{'year':2026,'month':2}}", U,
    "held.since" },
  { "after/range-begins-after", "{'fact':'held.since','after':'2026-01-31'}",
    "{'held.since':{'year':2026,'month':2}}", T, "" },
  { "after/range-ends-there", "{'fact':'held.since','after':'2026-02-28'}", "{'held.since':{'year':2026,'month':2}}",
    F, "" },
  { "on-or-before/same-day", "{'fact':'held.since','on-or-before':'2026-02-01'}", "{'held.since':'2026-02-01'}", T,
    "" },
  { "on-or-before/day-after", "{'fact':'held.since','on-or-before':'2026-02-01'}", "{'held.since':'2026-02-02'}", F,
    "" },
  { "on-or-before/range-begins-there", "{'fact':'held.since','on-or-before':'2026-02-01'}",
    "{'held.since':{'year':2026,'month':2}}", U, "held.since" },
  { "on-or-before/range-ends-there", "{'fact':'held.since','on-or-before':'2026-02-28'}",
    "{'held.since':{'year':2026,'month':2}}", T, "" },
  { "on-or-after/same-day", "{'fact':'held.since','on-or-after':'2026-02-01'}", "{'held.since':'2026-02-01'}", T, "" },
  { "on-or-after/day-before", "{'fact':'held.since','on-or-after':'2026-02-01'}", "{'held.since':'2026-01-31'}", F,
    "" },
  { "on-or-after/range-begins-there", "{'fact':'held.since','on-or-after':'2026-02-01'}",
    "{'held.since':{'year':2026,'month':2}}", T, "" },
  { "on-or-after/range-ends-there", "{'fact':'held.since','on-or-after':'2026-02-28'}",
    "{'held.since':{'year':2026,'month':2}}", U, "held.since" },
  { "compare/today", "{'fact':'held.since','before':'today'}", "{'held.since':'2026-02-09'}", T, "" },
  { "compare/not-before-today", "{'fact':'held.since','before':'today'}", "{'held.since':'2026-02-10'}", F, "" },
  { "compare/filing", "{'fact':'held.since','after':'filing'}", "{'held.since':'2026-02-21'}", T, "" },
  { "compare/not-after-filing", "{'fact':'held.since','after':'filing'}", "{'held.since':'2026-02-20'}", F, "" },
  { "compare/moment-by-its-day", "{'fact':'summons.moment','on-or-before':'2026-02-01'}",
    "{'summons.moment':'2026-02-01T23:59'}", T, "" },
  { "compare/fact", "{'fact':'held.since','before':'hearing.on'}",
    "{'held.since':'2026-02-01','hearing.on':'2026-02-02'}", T, "" },
  { "compare/fact-false", "{'fact':'held.since','before':'hearing.on'}",
    "{'held.since':'2026-02-02','hearing.on':'2026-02-02'}",
    F, "" },
  { "compare/other-fact-absent", "{'fact':'held.since','before':'hearing.on'}", "{'held.since':'2026-02-01'}", U,
    "hearing.on" },
  { "compare/both-absent", "{'fact':'held.since','before':'hearing.on'}", "{}", U, "held.since hearing.on" },
  { "compare/own-range-straddles-a-known-day", "{'fact':'held.since','before':'hearing.on'}",
    "{'held.since':{'year':2026},'hearing.on':'2026-02-02'}", U, "held.since" },
  { "compare/other-range-straddles-a-known-day", "{'fact':'held.since','before':'hearing.on'}",
    "{'held.since':'2026-02-02','hearing.on':{'year':2026}}", U, "hearing.on" },
  { "compare/inside-the-other-range-before", "{'fact':'held.since','before':'hearing.on'}",
    "{'held.since':'2026-02-10','hearing.on':{'year':2026,'month':2}}", U, "hearing.on" },
  { "compare/inside-the-other-range-after", "{'fact':'held.since','after':'hearing.on'}",
    "{'held.since':'2026-02-10','hearing.on':{'year':2026,'month':2}}", U, "hearing.on" },
  { "compare/inside-the-other-range-on-or-before", "{'fact':'held.since','on-or-before':'hearing.on'}",
    "{'held.since':'2026-02-10','hearing.on':{'year':2026,'month':2}}", U, "hearing.on" },
  { "compare/inside-the-other-range-on-or-after", "{'fact':'held.since','on-or-after':'hearing.on'}",
    "{'held.since':'2026-02-10','hearing.on':{'year':2026,'month':2}}", U, "hearing.on" },
  { "compare/first-day-of-the-other-range", "{'fact':'held.since','on-or-before':'hearing.on'}",
    "{'held.since':'2026-02-01','hearing.on':{'year':2026,'month':2}}", T, "" },
  { "compare/last-day-of-the-other-range", "{'fact':'held.since','on-or-after':'hearing.on'}",
    "{'held.since':'2026-02-28','hearing.on':{'year':2026,'month':2}}", T, "" },
  { "compare/not-before-the-first-day-of-the-other-range", "{'fact':'held.since','before':'hearing.on'}",
    "{'held.since':'2026-02-28','hearing.on':{'year':2026,'month':2}}", F, "" },
  { "compare/not-after-the-last-day-of-the-other-range", "{'fact':'held.since','after':'hearing.on'}",
    "{'held.since':'2026-02-01','hearing.on':{'year':2026,'month':2}}", F, "" },
  { "compare/ranges-apart", "{'fact':'held.since','before':'hearing.on'}",
    "{'held.since':{'year':2025},'hearing.on':{'year':2026}}", T, "" },

  { "age/under", "{'fact':'person.born','age-under':18,'at':'today'}", "{'person.born':'2008-02-11'}", T, "" },
  { "age/birthday", "{'fact':'person.born','age-under':18,'at':'today'}", "{'person.born':'2008-02-10'}", F, "" },
  { "age/filing", "{'fact':'person.born','age-under':18,'at':'filing'}", "{'person.born':'2008-02-20'}", F, "" },
  { "age/day", "{'fact':'person.born','age-under':18,'at':'2026-02-01'}", "{'person.born':'2008-02-02'}", T, "" },
  { "age/straddles", "{'fact':'person.born','age-under':18,'at':'today'}", "{'person.born':{'year':2008}}", U,
    "person.born" },
  { "age/absent", "{'fact':'person.born','age-under':18,'at':'today'}", "{}", U, "person.born" },
  { "age/at-fact", "{'fact':'person.born','age-under':18,'at':'hearing.on'}",
    "{'person.born':'2008-02-10','hearing.on':'2026-02-09'}", T, "" },
  { "age/at-range-across-the-birthday", "{'fact':'person.born','age-under':18,'at':'hearing.on'}",
    "{'person.born':'2008-02-10','hearing.on':{'year':2026,'month':2}}", U, "hearing.on" },
  { "age/at-unknown-fact", "{'fact':'person.born','age-under':18,'at':'hearing.on'}", "{'person.born':'2008-02-10'}", U,
    "hearing.on" },

  { "at-least/equal", "{'fact':'bags','at-least':2}", "{'bags':2}", T, "" },
  { "at-least/less", "{'fact':'bags','at-least':2}", "{'bags':1}", F, "" },
  { "at-least/unknown", "{'fact':'bags','at-least':2}", "{'bags':null}", U, "bags" },
  { "at-least/choices", "{'fact':'crossing.causes','at-least':2}", "{'crossing.causes':['1','2']}", T, "" },
  { "at-least/entries", "{'fact':'kin','at-least':1}", "{'kin':[{}]}", T, "" },
  { "at-least/none", "{'fact':'kin','at-least':1}", "{'kin':'none'}", F, "" },
  { "at-least/empty-list", "{'fact':'kin','at-least':1}", "{'kin':[]}", F, "" },
  { "at-most/equal", "{'fact':'bags','at-most':2}", "{'bags':2}", T, "" },
  { "at-most/more", "{'fact':'bags','at-most':2}", "{'bags':3}", F, "" },
  { "at-most/absent", "{'fact':'bags','at-most':2}", "{}", U, "bags" },
  { "at-most/none", "{'fact':'kin','at-most':0}", "{'kin':'none'}", T, "" },
};

#define CAME "{'member':'came','is':'yes'}"
#define KIN(...) "{'kin':[" __VA_ARGS__ "]}"
#define Y "{'came':'yes'},"
#define N "{'came':'no'},"
#define M "{'came':null},"
#define END "{'came':'no'}"

static const Row list_rows[] = {
  { "any/one", "{'list':'kin','any':" CAME "}", KIN (N Y END), T, "" },
  { "any/none-of-them", "{'list':'kin','any':" CAME "}", KIN (N N END), F, "" },
  { "any/unknown", "{'list':'kin','any':" CAME "}", KIN (N M END), U, "kin[1].came" },
  { "any/unknown-beside-true", "{'list':'kin','any':" CAME "}", KIN (M Y END), T, "" },
  { "any/empty", "{'list':'kin','any':" CAME "}", "{'kin':[]}", F, "" },
  { "any/no-kin", "{'list':'kin','any':" CAME "}", "{'kin':'none'}", F, "" },
  { "any/absent", "{'list':'kin','any':" CAME "}", "{}", U, "kin" },
  { "any/list-unknown", "{'list':'kin','any':" CAME "}", "{'kin':null}", U, "kin" },
  { "any/two-unknown", "{'list':'kin','any':" CAME "}", KIN (M M END), U, "kin[0].came kin[1].came" },
  { "every/all", "{'list':'kin','every':" CAME "}", KIN (Y "{'came':'yes'}"), T, "" },
  { "every/all-but-one", "{'list':'kin','every':" CAME "}", KIN (Y END), F, "" },
  { "every/unknown", "{'list':'kin','every':" CAME "}", KIN (Y "{}"), U, "kin[1].came" },
  { "every/unknown-beside-false", "{'list':'kin','every':" CAME "}", KIN (M END), F, "" },
  { "every/empty", "{'list':'kin','every':" CAME "}", "{'kin':[]}", T, "" },
  { "every/no-kin", "{'list':'kin','every':" CAME "}", "{'kin':'none'}", T, "" },
  { "every/absent", "{'list':'kin','every':" CAME "}", "{}", U, "kin" },
  { "count/at-least", "{'list':'kin','count':" CAME ",'at-least':2}", KIN (Y Y END), T, "" },
  { "count/at-least-not", "{'list':'kin','count':" CAME ",'at-least':2}", KIN (Y N END), F, "" },
  { "count/at-least-maybe", "{'list':'kin','count':" CAME ",'at-least':2}", KIN (Y M END), U, "kin[1].came" },
  { "count/at-least-whatever", "{'list':'kin','count':" CAME ",'at-least':1}", KIN (Y M END), T, "" },
  { "count/at-least-cannot", "{'list':'kin','count':" CAME ",'at-least':3}", KIN (Y M END), F, "" },
  { "count/at-most", "{'list':'kin','count':" CAME ",'at-most':1}", KIN (Y N END), T, "" },
  { "count/at-most-not", "{'list':'kin','count':" CAME ",'at-most':1}", KIN (Y Y END), F, "" },
  { "count/at-most-maybe", "{'list':'kin','count':" CAME ",'at-most':1}", KIN (Y M END), U, "kin[1].came" },
  { "count/at-most-whatever", "{'list':'kin','count':" CAME ",'at-most':2}", KIN (Y M END), T, "" },
  { "count/at-most-cannot", "{'list':'kin','count':" CAME ",'at-most':1}", KIN (Y Y M END), F, "" },
  { "count/between", "{'list':'kin','count':" CAME ",'at-least':1,'at-most':2}", KIN (Y Y END), T, "" },
  { "count/above-between", "{'list':'kin','count':" CAME ",'at-least':1,'at-most':1}", KIN (Y Y END), F, "" },
  { "count/between-maybe", "{'list':'kin','count':" CAME ",'at-least':1,'at-most':1}", KIN (M END), U, "kin[0].came" },
  { "count/no-kin", "{'list':'kin','count':" CAME ",'at-most':0}", "{'kin':'none'}", T, "" },
  { "count/zero", "{'list':'kin','count':" CAME ",'at-least':0}", "{'kin':[]}", T, "" },
  { "inner/not", "{'list':'kin','any':{'not':" CAME "}}", KIN (Y M "{'came':'yes'}"), U, "kin[1].came" },
  { "inner/age", "{'list':'kin','any':{'member':'born','age-under':18,'at':'filing'}}",
    "{'kin':[{'born':'2008-02-20'},{'born':{'year':2008}}]}", U, "kin[1].born" },
  { "inner/age-at-absent-fact", "{'list':'kin','any':{'member':'born','age-under':18,'at':'hearing.on'}}",
    "{'kin':[{'born':'2008-02-20'}]}", U, "hearing.on" },
  { "inner/fact-outside", "{'list':'kin','every':{'any':[" CAME ",{'fact':'held','is':'yes'}]}}", KIN (Y M END), U,
    "kin[1].came held" },
};

static const PanahCondition *
read_condition (const char *text)
{
  g_autoptr (GHashTable) facts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GPtrArray) journeys = g_ptr_array_new ();
  g_autofree char *object = g_strdup_printf ("{'when':%s}", text);
  g_autoptr (JsonNode) node = parse_json (object);
  PanahJsonCursor cursor = { .node = node, .file = "test", .problems = problems, .arena = arena };
  PanahPackReader reader = { .pack = pack, .arena = arena, .problems = problems, .facts = facts,
                             .journeys_named = journeys };

  for (guint i = 0; i < pack->n_facts; i++)
    g_hash_table_insert (facts, (char *) pack->facts[i]->id, (gpointer) pack->facts[i]);
  const PanahCondition *condition = panah_read_condition (&reader, &cursor, "when", NULL);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_nonnull (condition);
  return condition;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  const PanahCondition *condition = read_condition (row->condition);
  g_autoptr (PanahFacts) facts = read_facts (pack, "stay", row->facts, "{}");
  g_autoptr (GPtrArray) unsettled = g_ptr_array_new_with_free_func (g_free);
  PanahConditionScope scope = { .facts = facts, .today = day_of ("2026-02-10"), .filing_day = day_of ("2026-02-20") };

  g_assert_cmpint (panah_condition_evaluate (condition, &scope), ==, row->expected);

  panah_condition_unsettled (condition, &scope, unsettled);
  g_auto (GStrv) names = g_strsplit (row->unsettled, " ", -1);
  g_assert_cmpuint (unsettled->len, ==, g_strv_length (names));
  for (guint i = 0; i < unsettled->len; i++)
    {
      const char *name = unsettled->pdata[i];
      if (!g_strv_contains ((const char *const *) names, name))
        g_error ("“%s” would not settle it", name);
    }
  g_assert_cmpint ((row->expected == U), ==, (unsettled->len > 0));
}

typedef struct
{
  const char *name;
  const char *condition;
  const char *facts;
  gboolean    opens;
  const char *by; /* joined with spaces */
} OpenRow;

#define HELD  "{'fact':'held','asked':true}"
#define BAGS  "{'fact':'bags','known':true}"
#define LEAVE "{'journey':['protest']}"

/* What is false, and whether answers that nobody has asked for yet would change that. The journey is “stay”. */
static const OpenRow open_rows[] = {
  { "not-false", YES, "{}", TRUE, "" },
  { "unknown", MAYBE, "{}", TRUE, "" },
  { "asked", HELD, "{}", TRUE, "held" },
  { "known", BAGS, "{}", TRUE, "bags" },
  { "known/answered-unknown", BAGS, "{'bags':null}", FALSE, "" },
  { "not-asked", "{'fact':'bags','asked':false}", "{'bags':2}", FALSE, "" },
  { "other-journey", LEAVE, "{}", FALSE, "" },
  { "given-otherwise", "{'fact':'held','is':'yes'}", "{'held':'no'}", FALSE, "" },
  { "not", "{'not':" YES "}", "{}", FALSE, "" },
  { "any/one-opens", "{'any':[" LEAVE "," HELD "]}", "{}", TRUE, "held" },
  { "any/both-open", "{'any':[" BAGS "," HELD "]}", "{}", TRUE, "bags held" },
  { "any/none-opens", "{'any':[" LEAVE ",{'fact':'held','is':'yes'}]}", "{'held':'no'}", FALSE, "" },
  { "all/both-needed", "{'all':[" BAGS "," HELD "]}", "{}", TRUE, "bags held" },
  { "all/one-holds-already", "{'all':[" YES "," BAGS "]}", "{}", TRUE, "bags" },
  { "all/one-never-opens", "{'all':[" LEAVE "," HELD "]}", "{}", FALSE, "" },
  { "nested/closed-branch-names-nothing", "{'any':[{'all':[" LEAVE "," BAGS "]}," HELD "]}", "{}", TRUE, "held" },
  { "nested/each-fact-once", "{'any':[" HELD ",{'all':[" HELD "," YES "]}]}", "{}", TRUE, "held" },
};

static void
test_open_row (gconstpointer data)
{
  const OpenRow *row = data;
  const PanahCondition *condition = read_condition (row->condition);
  g_autoptr (PanahFacts) facts = read_facts (pack, "stay", row->facts, "{}");
  g_autoptr (GPtrArray) by = g_ptr_array_new_with_free_func (g_free);
  PanahConditionScope scope = { .facts = facts, .today = day_of ("2026-02-10"), .filing_day = day_of ("2026-02-20") };

  g_assert_cmpint (panah_condition_can_open (condition, &scope, by), ==, row->opens);
  g_ptr_array_add (by, NULL);
  g_autofree char *names = g_strjoinv (" ", (char **) by->pdata);
  g_assert_cmpstr (names, ==, row->by);
}

static PanahTruth
test_deadline (const char        *deadline,
               const char *const *states,
               gpointer           data)
{
  g_assert_cmpstr (deadline, ==, "arrival");
  return g_strv_contains (states, data) ? T : F;
}

static void
test_window (void)
{
  static const char *const states[] = { "open", "passed", NULL };
  const PanahCondition condition = { .op = PANAH_OPERATOR_DEADLINE, .subject = "arrival", .codes = states };
  g_autoptr (PanahFacts) facts = panah_facts_new ();
  g_autoptr (GPtrArray) unsettled = g_ptr_array_new_with_free_func (g_free);
  PanahConditionScope scope = { .facts = facts, .deadline_test = test_deadline };

  scope.deadline_data = (char *) "passed";
  g_assert_cmpint (panah_condition_evaluate (&condition, &scope), ==, T);
  scope.deadline_data = (char *) "met";
  g_assert_cmpint (panah_condition_evaluate (&condition, &scope), ==, F);
  scope.deadline_test = NULL;
  g_assert_cmpint (panah_condition_evaluate (&condition, &scope), ==, U);
  panah_condition_unsettled (&condition, &scope, unsettled);
  g_assert_cmpuint (unsettled->len, ==, 0);
}

static void
test_journey (void)
{
  static const char *const journeys[] = { "stay", "leave", NULL };
  const PanahCondition condition = { .op = PANAH_OPERATOR_JOURNEY, .codes = journeys };
  g_autoptr (PanahFacts) facts = panah_facts_new ();
  g_autoptr (GPtrArray) unsettled = g_ptr_array_new_with_free_func (g_free);
  PanahConditionScope scope = { .facts = facts };

  g_assert_cmpint (panah_condition_evaluate (&condition, &scope), ==, U);
  panah_condition_unsettled (&condition, &scope, unsettled);
  g_assert_cmpuint (unsettled->len, ==, 0);
  panah_facts_set_journey (facts, "leave");
  g_assert_cmpint (panah_condition_evaluate (&condition, &scope), ==, T);
  panah_facts_set_journey (facts, "protest");
  g_assert_cmpint (panah_condition_evaluate (&condition, &scope), ==, F);
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) unsettled = g_ptr_array_new_with_free_func (g_free);
  PanahConditionScope scope = { NULL };

  g_assert_cmpint (panah_condition_evaluate (NULL, &scope), ==, T);
  panah_condition_unsettled (NULL, &scope, unsettled);
  g_assert_cmpuint (unsettled->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pack = load_fictional ("xa");
  arena = panah_arena_new ();

  ADD_ROWS ("/core/condition", rows, test_row);
  ADD_ROWS ("/core/condition/list", list_rows, test_row);
  ADD_ROWS ("/core/condition/opens", open_rows, test_open_row);
  g_test_add_func ("/core/condition/window", test_window);
  g_test_add_func ("/core/condition/journey", test_journey);
  g_test_add_func ("/core/condition/nothing", test_nothing);
  int result = g_test_run ();

  panah_arena_free (arena);
  panah_pack_unref (pack);
  return result;
}
