/* test-plan.c - what a pack's cases cannot say: order, JSON, problems, attention, and what a plan leaves alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

#include "core/json-scan.h"
#include "core/plan-json.h"

static PanahPack *xa;
static PanahPack *xb;

#define GROWN "'person.born':'1990-01-01','held':'no','crossing.manner':'bridge'"

typedef struct
{
  const char        *name;
  const char        *facts;
  const char        *on;
  const char        *window;
  PanahDeadlineState state;
  gboolean           attention;
} StateRow;

#define O(state) PANAH_DEADLINE_##state

static const StateRow state_rows[] = {
  { "first-minute-of-the-event", "{" GROWN ",'crossing.day':'2026-02-03'}", "2026-02-03T00:00", "arrival", O (OPEN),
    FALSE },
  { "minute-before-the-event", "{" GROWN ",'crossing.day':'2026-02-03'}", "2026-02-02T23:59", "arrival", O (WAITING),
    TRUE },
  { "minute-before-the-safe-day", "{" GROWN ",'crossing.day':'2026-02-03'}", "2026-02-04T23:59", "arrival", O (OPEN),
    FALSE },
  { "first-minute-of-the-safe-day", "{" GROWN ",'crossing.day':'2026-02-03'}", "2026-02-05T00:00", "arrival",
    O (DUE_TODAY), FALSE },
  { "last-minute-of-the-safe-day", "{" GROWN ",'crossing.day':'2026-02-03'}", "2026-02-05T23:59", "arrival",
    O (DUE_TODAY), FALSE },
  { "after-the-safe-day", "{" GROWN ",'crossing.day':'2026-02-03'}", "2026-02-06T00:00", "arrival", O (OPEN), FALSE },
  { "last-minute", "{" GROWN ",'crossing.day':'2026-02-03'}", "2026-02-08T23:59", "arrival", O (DUE_TODAY), FALSE },
  { "24-00", "{" GROWN ",'crossing.day':'2026-02-03'}", "2026-02-09T00:00", "arrival", O (PASSED), TRUE },
  { "met", "{" GROWN ",'crossing.day':'2026-02-03','filed_on':'2026-02-08'}", "2026-02-09T00:00", "arrival", O (MET),
    FALSE },
  { "met-late-is-over", "{" GROWN ",'crossing.day':'2026-02-03','filed_on':'2026-02-09'}", "2026-02-09T00:00",
    "arrival",
    O (MET_LATE), FALSE },
  { "hours-minute-before", "{'land.moment':'2026-05-01T10:15'}", "2026-05-04T10:14", "landing", O (DUE_TODAY), FALSE },
  { "hours-at-the-minute", "{'land.moment':'2026-05-01T10:15'}", "2026-05-04T10:15", "landing", O (PASSED), TRUE },
  { "hours-waiting", "{'land.moment':'2026-05-01T10:15'}", "2026-05-01T10:14", "landing", O (WAITING), FALSE },
  { "hours-begun", "{'land.moment':'2026-05-01T10:15'}", "2026-05-01T10:15", "landing", O (OPEN), FALSE },
  { "hours-day-before", "{'land.moment':'2026-05-01T10:15'}", "2026-05-03T23:59", "landing", O (OPEN), FALSE },
  { "hours-of-a-day-that-end-at-midnight", "{'land.moment':'2026-05-01T00:00'}", "2026-05-03T23:59", "landing",
    O (DUE_TODAY), FALSE },
  { "hours-over-at-midnight", "{'land.moment':'2026-05-01T00:00'}", "2026-05-04T00:00", "landing", O (PASSED), TRUE },
};

static PanahPack *
find_pack (const char *window)
{
  return panah_pack_find_deadline (xa, window) != NULL ? xa : xb;
}

static void
test_state (gconstpointer data)
{
  const StateRow *row = data;
  g_autoptr (PanahPlan) plan = make_plan (find_pack (row->window), row->facts, row->on);

  g_assert_cmpint (panah_plan_find_deadline (plan, row->window)->state, ==, row->state);
  g_assert_cmpint (panah_plan_needs_attention (plan), ==, row->attention);
}

typedef struct
{
  const char   *name;
  const char   *journey;
  const char   *facts;
  const char   *papers;
  const char   *on;
  PanahSeverity severity;
  const char   *fact; /* (nullable) */
  const char   *message;
} ProblemRow;

#define MISSING PANAH_SEVERITY_MISSING
#define WARNING PANAH_SEVERITY_WARNING
#define NOTE    PANAH_SEVERITY_NOTE

static const ProblemRow problem_rows[] = {
  { "asked-by-the-journey", "stay", "{}", "{}", "2026-06-01", MISSING, "person.name", "not answered: Your name" },
  { "asked-by-the-other-journey", "protest", "{}", "{}", "2026-06-01", MISSING, "denial.read_on",
    "not answered: The day you got" },
  { "asked-when-late", NULL, "{" GROWN ",'crossing.day':'2026-02-03'}", "{}", "2026-02-09", MISSING, "late.cause",
    "not answered: Why you are late" },
  { "asked-when-met-late", NULL, "{" GROWN ",'crossing.day':'2026-02-03','filed_on':'2026-02-09'}", "{}",
    "2026-02-20", MISSING, "late.cause",
    "not answered" },
  { "unknown-fact", NULL, "{'shoe':44}", "{}", "2026-06-01", WARNING, "shoe",
    "kept, but not understood: not a fact of" },
  { "unknown-code", NULL, "{'crossing.manner':'cart'}", "{}", "2026-06-01", WARNING, "crossing.manner",
    "kept, but not understood: the code “cart” is not known" },
  { "unknown-member", NULL, "{'kin':[{},{'shoe':1}]}", "{}", "2026-06-01", WARNING, "kin[1].shoe",
    "kept, but not understood" },
  { "unknown-paper", NULL, "{}", "{'crown':'have'}", "2026-06-01", WARNING, "papers.crown",
    "kept, but not understood: not a paper of this country’s rules" },
  { "unknown-journey", "fly", "{}", "{}", "2026-06-01", WARNING, "journey",
    "kept, but not understood: the code “fly” is not known" },
  { "day-and-moment", NULL, "{'crossing.day':'2026-02-02','crossing.moment':'2026-02-01T23:59'}", "{}", "2026-06-01",
    WARNING,
    "crossing.day", "two answers contradict each other: the date is 2026-02-02, the moment 2026-02-01T23:59" },
  { "day-and-a-later-moment", NULL, "{'crossing.day':'2026-02-01','crossing.moment':'2026-02-02T00:00'}", "{}",
    "2026-06-01", WARNING, "crossing.day", "the date is 2026-02-01, the moment 2026-02-02T00:00" },
  { "after-today", NULL, "{'person.born':'2026-06-02'}", "{}", "2026-06-01", WARNING, "person.born",
    "“Your date of birth”: 2026-06-02 cannot lie after “today”" },
  { "before-another", NULL, "{'crossing.day':'2026-02-03','filed_on':'2026-02-02'}", "{}", "2026-06-01", WARNING,
    "filed_on",
    "“The day you handed it in”: 2026-02-02 cannot lie before “The day you crossed”" },
  { "member-after-today", NULL, "{'kin':[{},{'born':'2026-06-02'}]}", "{}", "2026-06-01", WARNING, "kin[1].born",
    "“Date of birth”: 2026-06-02 cannot lie after “today”" },
  { "files-own", NULL,
    "{'kin':[{'name':{'latin':{'given':'Ann','surname':'Bee'}},'came':'yes','born':'1990-01-01'}]}", "{}",
    "2026-06-01", NOTE,
    "kin[0]", "Bee Ann files an application of their own" },
  { "files-own-in-cyrillic", NULL,
    "{'kin':[{'name':{'cyrillic':{'given':'Анна'},'latin':{'given':'Ann'}},'came':'yes','born':'1990-01-01'}]}", "{}",
    "2026-06-01", NOTE, "kin[0]", "Анна files an application" },
  { "files-own-without-name", NULL, "{'kin':[{'came':'yes','born':'1990-01-01'}]}", "{}", "2026-06-01", NOTE, "kin[0]",
    "Your kin, 1 files an application" },
  { "decides-who-files", NULL, "{'kin':[{},{'came':'yes'}]}", "{}", "2026-06-01", MISSING, "kin[1].born",
    "Your kin, 2: this decides whether" },
  { "decides-who-came", NULL, "{'kin':[{'born':'2020-01-01'}]}", "{}", "2026-06-01", MISSING, "kin[0].came",
    "this decides whether" },
  { "decides-year-of-birth", NULL, "{'kin':[{'came':'yes','born':{'year':2008}}]}", "{}", "2026-06-01", MISSING,
    "kin[0].born",
    "this decides whether" },
  { "lost-paper", NULL, "{}", "{'likeness':'lost'}", "2026-06-01", NOTE, "papers.likeness",
    "A likeness of your face: The office draws one." },
  { "before-the-edition", NULL, "{}", "{}", "2026-05-31", NOTE, NULL,
    "the day asked about is before the day these rules were made, 2026-06-01" },
  { "edition-is-old", NULL, "{}", "{}", "2026-09-02", NOTE, NULL, "these rules were last looked up on 2026-06-01" },
  { "two-exceptions", NULL,
    "{'crossing.manner':'bridge','crossing.day':'2026-02-01','person.born':'2010-02-01','held':'yes',"
    "'held.since':'2026-02-05'}",
    "{}", "2026-02-06", WARNING, NULL,
      "the rules for “Hand in the petition” contradict each other; go by the earlier date" },
};

static const PanahProblem *
find_problem (const PanahPlan *plan,
              PanahSeverity    severity,
              const char      *fact,
              const char      *message)
{
  const GPtrArray *problems = panah_plan_get_problems (plan);

  for (guint i = 0; i < problems->len; i++)
    {
      const PanahProblem *problem = problems->pdata[i];
      if (problem->severity == severity && g_strcmp0 (problem->fact, fact) == 0 &&
          strstr (problem->message, message) != NULL)
        return problem;
    }
  return NULL;
}

static void
test_problem (gconstpointer data)
{
  const ProblemRow *row = data;
  g_autoptr (PanahFacts) facts = read_facts (xa, row->journey, row->facts, row->papers);
  g_autoptr (PanahPlan) plan = panah_plan_new (xa, facts, moment_of (row->on));

  if (find_problem (plan, row->severity, row->fact, row->message) == NULL)
    {
      g_autofree char *json = panah_plan_to_json (plan, panah_plan_get_problems (plan));
      g_error ("“%s” is not a problem in %s", row->message, json);
    }
  if (row->severity == WARNING)
    g_assert_true (panah_plan_needs_attention (plan));
}

/* Nothing to say: on the day of the edition, and to the last day before it is old. */
static void
test_no_problem (void)
{
  static const char *const days[] = { "2026-06-01", "2026-09-01" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (PanahFacts) facts = panah_facts_new ();
      g_autoptr (PanahPlan) plan = panah_plan_new (xa, facts, moment_of (days[i]));
      g_assert_cmpuint (panah_plan_get_problems (plan)->len, ==, 0);
      g_assert_cmpuint (panah_plan_get_deadlines (plan)->len, ==, 0);
      g_assert_false (panah_plan_needs_attention (plan));
    }
}

/* Asked by the journey and by the late window: said once. */
static void
test_missing_once (void)
{
  g_autoptr (PanahFacts) facts = read_facts (xa, "stay", "{" GROWN "}", "{}");
  g_autoptr (PanahPlan) plan = panah_plan_new (xa, facts, moment_of ("2026-06-01"));
  guint n = 0;

  for (guint i = 0; i < panah_plan_get_problems (plan)->len; i++)
    n += g_strcmp0 (((const PanahProblem *) panah_plan_get_problems (plan)->pdata[i])->fact, "crossing.day") == 0;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_two_exceptions (void)
{
  g_autoptr (PanahPlan) plan = make_plan (xa,
      "{'crossing.manner':'bridge','crossing.day':'2026-02-01','person.born':'2010-02-01','held':'yes',"
      "'held.since':'2026-02-05'}", "2026-02-06");
  const GPtrArray *deadlines = panah_plan_get_deadlines (plan);
  const PanahDeadline *found[2] = { NULL };
  guint n = 0;

  for (guint i = 0; i < deadlines->len; i++)
    {
      const PanahDeadline *deadline = deadlines->pdata[i];
      if (!g_str_equal (deadline->spec->id, "arrival"))
        continue;
      g_assert_cmpuint (n, <, 2);
      found[n++] = deadline;
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (found[0]->exception->id, ==, "held");
  g_assert_cmpuint (found[0]->count.last.day, ==, day_of ("2026-02-09"));
  g_assert_cmpstr (found[1]->exception->id, ==, "young");
  g_assert_cmpuint (found[1]->count.last.day, ==, day_of ("2026-02-15"));
  g_assert_true (panah_plan_find_deadline (plan, "arrival") == found[0]);
}

/* What runs, earliest first and the person's before the office's; then what passed, waits, is suspended, is not
 * covered, was met late, was met. */
static void
test_order (void)
{
  g_autoptr (PanahPlan) plan = make_plan (xa,
      "{" GROWN ",'crossing.day':'2015-12-31','held.since':'2026-02-04','toll.set_on':'2024-12-30',"
      "'toll.paid_on':'2025-06-01',"
    "'denial.read_on':'2026-02-01','denial.level':'clerk','protest.filed_on':'2026-02-02','permit.ends_on':null,"
    "'hearing.on':'2026-02-04','entered_on':'2026-02-05'}", "2026-02-05");
  static const char *const expected[] = {
    "renewal", "decide", "proof", "suit_after_protest", "suit", "arrival", "copies", "guest", "toll", "protest",
      "registry",
  };
  const GPtrArray *deadlines = panah_plan_get_deadlines (plan);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < deadlines->len; i++)
    g_string_append_printf (order, "%s ", ((const PanahDeadline *) deadlines->pdata[i])->spec->id);
  const char *rest = order->str;
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const char *found = strstr (rest, expected[i]);
      if (found == NULL)
        g_error ("“%s” is not in its place: %s", expected[i], order->str);
      rest = found;
    }
}

static char *
get_members (JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (GList *l = members; l != NULL; l = l->next)
    g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", (const char *) l->data);
  return g_strdup (joined->str);
}

static void
expect_members (JsonObject *object,
                const char *expected)
{
  g_autofree char *members = get_members (object);

  g_assert_cmpstr (members, ==, expected);
}

static void
test_json_members (void)
{
  g_autoptr (PanahFacts) facts = read_facts (xa, "stay", "{" GROWN ",'crossing.day':'2026-02-03'}", "{}");
  g_autoptr (PanahPlan) plan = panah_plan_new (xa, facts, moment_of ("2026-02-04T10:30"));
  g_autofree char *text = panah_plan_to_json (plan, panah_plan_get_problems (plan));
  g_autoptr (JsonNode) root = panah_json_parse (text, strlen (text), NULL);
  JsonObject *object = json_node_get_object (root);
  static const char *const arrays[][2] = {
    { "deadlines", "id whose state event event_on event_to counted_end safe last confidence reference why" },
    { "papers", "id state" }, { "steps", "id state expected_by" }, { "documents", "id languages" },
    { "problems", "severity fact message" }, { "notices", "id kind state" },
  };

  expect_members (object, "pack edition on deadlines papers steps documents problems notices");
  g_assert_cmpstr (json_object_get_string_member (object, "pack"), ==, "xa");
  g_assert_cmpstr (json_object_get_string_member (object, "edition"), ==, "2026-06-01");
  g_assert_cmpstr (json_object_get_string_member (object, "on"), ==, "2026-02-04T10:30");
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    {
      JsonArray *array = json_object_get_array_member (object, arrays[i][0]);
      g_assert_cmpuint (json_array_get_length (array), >, 0);
      for (guint j = 0; j < json_array_get_length (array); j++)
        expect_members (json_array_get_object_element (array, j), arrays[i][1]);
    }

  JsonObject *arrival = json_array_get_object_element (json_object_get_array_member (object, "deadlines"), 0);
  JsonArray *reference = json_object_get_array_member (arrival, "reference");
  JsonArray *why = json_object_get_array_member (arrival, "why");
  g_assert_cmpstr (json_object_get_string_member (arrival, "id"), ==, "arrival");
  g_assert_cmpuint (json_array_get_length (reference), ==, 2); /* the length and the roll */
  expect_members (json_array_get_object_element (reference, 0), "title article href edition_read checked_on");
  expect_members (json_array_get_object_element (why, 0), "rule text");
}

/* The whole text of a small plan, as other programs read it. */
static void
test_json_text (void)
{
  g_autoptr (PanahPlan) plan = make_plan (xb, "{'exile.on':null,'stay.ends_on':'2026-07-20'}", "2026-07-02");
  g_autofree char *text = panah_plan_to_json (plan, panah_plan_get_problems (plan));
  g_autoptr (JsonNode) root = panah_json_parse (text, strlen (text), NULL);
  g_autofree char *flat = json_to_string (root, FALSE);
  g_autofree char *start = quote_json (
    "{'pack':'xb','edition':'2026-07-01','on':'2026-07-02T00:00','deadlines':["
      "{'id':'exile_appeal','whose':'person','state':'may-apply','event':null,'event_on':null,'event_to':null,"
      "'counted_end':null,"
    "'safe':null,'last':null,'confidence':null,'reference':[],'why':["
    "{'rule':'event','text':'The event is not known, so no date can be counted: act today.'},"
    "{'rule':'state','text':'Whether it applies is not certain: act as if it did.'},"
    "{'rule':'unsettled','text':'It depends on what was not answered: sick, land.shore.'}]},"
      "{'id':'stay_days','whose':'person','state':'open','event':'stay.ends_on','event_on':'2026-07-20',"
      "'event_to':'2026-07-20',"
    "'counted_end':'2026-07-10','safe':'2026-07-10','last':'2026-07-10','confidence':'confirmed','reference':["
    "{'title':'Isle Law','article':'6','href':null,'edition_read':'2026-02-02','checked_on':'2026-07-01'}],'why':["
      "{'rule':'event','text':'Counted backwards from the last day of your stay: Monday 20 July 2026. The day itself "
      "is not counted.'},"
    "{'rule':'count','text':'10 calendar days before it: Friday 10 July 2026.'},{'rule':'state','text':'It runs.'},");

  if (!g_str_has_prefix (flat, start))
    g_error ("%s\ndoes not begin with\n%s", flat, start);
}

static void
test_deterministic (void)
{
  static const char *const facts[] = {
    "{" GROWN ",'crossing.day':'2026-02-03','kin':[{'came':'yes'}],'shoe':1}",
    "{'shoe':1,'kin':[{'came':'yes'}],'crossing.day':'2026-02-03'," GROWN "}",
  };
  g_autofree char *first = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_setenv ("TZ", i % 2 == 0 ? "Pacific/Auckland" : "America/Adak", TRUE);
      g_autoptr (PanahPlan) plan = make_plan (xa, facts[i / 2], "2026-02-04T10:30");
      g_autofree char *text = panah_plan_to_json (plan, panah_plan_get_problems (plan));
      g_autofree char *again = panah_plan_to_json (plan, panah_plan_get_problems (plan));
      g_assert_cmpstr (text, ==, again);
      if (first == NULL)
        first = g_steal_pointer (&text);
      else
        g_assert_cmpstr (text, ==, first);
    }
}

/* A plan keeps what it was made from, whatever happens to the facts; and it changes nothing in them. */
static void
test_independent (void)
{
  PanahFacts *facts =
    read_facts (xa, "stay", "{'crossing.manner':'bridge','crossing.moment':'2026-02-03T10:00'}", "{}");
  g_autoptr (PanahPlan) plan = panah_plan_new (xa, facts, moment_of ("2026-02-04T10:30"));
  g_autofree char *before = panah_plan_to_json (plan, panah_plan_get_problems (plan));

  g_assert_null (panah_facts_get (facts, "crossing.day")); /* derived in the plan only */
  g_assert_nonnull (panah_facts_get (panah_plan_get_facts (plan), "crossing.day"));
  panah_facts_set (facts, "crossing.manner", NULL);
  panah_facts_set_journey (facts, NULL);
  g_assert_finalize_object (facts);
  g_autofree char *after = panah_plan_to_json (plan, panah_plan_get_problems (plan));
  g_assert_cmpstr (before, ==, after);
  g_assert_true (panah_plan_get_pack (plan) == xa);
  g_assert_cmpint (panah_plan_get_now (plan), ==, moment_of ("2026-02-04T10:30"));
  g_assert_cmpuint (panah_plan_get_today (plan), ==, day_of ("2026-02-04"));
  g_assert_cmpuint (panah_plan_get_filing_day (plan), ==, day_of ("2026-02-04"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  xa = load_fictional ("xa");
  xb = load_fictional ("xb");

  ADD_ROWS ("/core/plan/state", state_rows, test_state);
  ADD_ROWS ("/core/plan/problem", problem_rows, test_problem);
  g_test_add_func ("/core/plan/no-problem", test_no_problem);
  g_test_add_func ("/core/plan/missing-once", test_missing_once);
  g_test_add_func ("/core/plan/two-exceptions", test_two_exceptions);
  g_test_add_func ("/core/plan/order", test_order);
  g_test_add_func ("/core/plan/json-members", test_json_members);
  g_test_add_func ("/core/plan/json-text", test_json_text);
  g_test_add_func ("/core/plan/deterministic", test_deterministic);
  g_test_add_func ("/core/plan/independent", test_independent);
  int result = g_test_run ();

  panah_pack_unref (xa);
  panah_pack_unref (xb);
  return result;
}
