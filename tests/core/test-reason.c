/* test-reason.c - why a date is what it is, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

#include "core/reason.h"

static PanahPack *xa;
static PanahPack *xb;

typedef struct
{
  const char *name;
  const char *facts;
  const char *on;
  const char *window;
  const char *rule;
  const char *text; /* (nullable): no reason of that rule */
} Row;

#define GROWN "'person.born':'1990-01-01','held':'no','crossing.manner':'bridge'"
#define TUE   "{" GROWN ",'crossing.day':'2026-02-03'}"
#define CLERK(day) "{'denial.level':'clerk','denial.heard_on':'" day "'}"

static const Row rows[] = {
  { "event", TUE, "2026-02-04", "arrival", "event",
    "Counted from the day you crossed: Tuesday 3 February 2026. The day itself is not counted." },
  { "event-first-of-two-on-one-day",
    "{'denial.level':'clerk','denial.read_on':'2026-02-01','denial.heard_on':'2026-02-01'}",
    "2026-02-02", "protest", "event", "Counted from the day you heard of the denial: Sunday 1 February 2026." },
  { "event-approximate", "{" GROWN ",'crossing.day':{'year':2026,'month':2}}", "2026-02-02", "arrival", "event",
      "Counted on from the day you crossed, which lies between Sunday 1 February 2026 and Saturday 28 February 2026; "
      "the earliest "
    "day counts." },
  { "event-moment", "{'crossing.manner':'river','crossing.moment':'2026-02-01T20:30'}", "2026-02-02", "river", "event",
    "Counted from the hour you crossed: Sunday 1 February 2026, 20:30." },
  { "event-midnight", "{'crossing.manner':'river','crossing.moment':'2026-02-01T00:00'}", "2026-02-01", "river",
    "event",
    "Counted from the hour you crossed: Sunday 1 February 2026, 00:00." },
  { "event-backwards", "{'permit.ends_on':'2026-03-31'}", "2026-02-20", "renewal", "event",
    "Counted backwards from the last day of the permit: Tuesday 31 March 2026. The day itself is not counted." },
  { "event-another-window", "{'protest.filed_on':'2026-02-01'}", "2026-02-20", "suit_after_protest", "event",
    "Counted from the end of the time to answer: Monday 16 February 2026." },
  { "event-unknown", "{" GROWN ",'crossing.day':null}", "2026-02-02", "arrival", "event",
    "The event is not known, so no date can be counted: act today." },
  { "count", TUE, "2026-02-04", "arrival", "count", "3 calendar days after it: Friday 6 February 2026." },
  { "count-one", "{'permit.ends_on':'2026-03-31'}", "2026-02-20", "renewal", "count",
    "1 month before it: Saturday 28 February 2026." },
  { "count-sequence", "{'held.since':'2026-02-04'}", "2026-02-05", "registry", "count",
    "1 calendar day, then 2 working days after it: Monday 9 February 2026." },
  { "count-hours", "{'crossing.manner':'river','crossing.moment':'2026-02-01T20:30'}", "2026-02-02", "river", "count",
    "36 hours after it: Tuesday 3 February 2026, 08:30." },
  { "count-to-midnight", "{'crossing.manner':'river','crossing.moment':'2026-02-01T12:00'}", "2026-02-02", "river",
    "count",
    "36 hours after it: Monday 2 February 2026, 24:00." },
  { "roll", TUE, "2026-02-04", "arrival", "roll",
    "That is a day off (weekend), so the last day is Sunday 8 February 2026." },
  { "roll-off-a-feast", "{'protest.filed_on':'2026-07-26'}", "2026-07-27", "protest_answer", "roll",
    "That is a day off (Harvest), so the last day is Wednesday 12 August 2026." },
  { "no-roll-on-a-day-off", "{" GROWN ",'crossing.day':'2026-06-20'}", "2026-07-01", "guest", "roll",
    "That is a day off (weekend); no rule moves this end, so it stays." },
  { "no-roll-on-a-working-day", "{" GROWN ",'crossing.day':'2026-02-01'}", "2026-02-02", "arrival", "roll", NULL },
  { "skipped", CLERK ("2026-03-18"), "2026-03-19", "protest", "skipped",
    "Not counted: 6 weekend days; Sunday 22 March 2026 (Spring Day), Monday 23 March 2026 (Spring Day, second day)." },
  { "skipped-one", "{'denial.level':'council','denial.heard_on':'2026-01-01'}", "2026-01-02", "protest", "skipped",
    "Not counted: 2 weekend days." },
  { "skipped-backwards", "{'hearing.on':'2026-03-25'}", "2026-03-10", "proof", "skipped",
    "Not counted: 2 weekend days; Sunday 22 March 2026 (Spring Day), Monday 23 March 2026 (Spring Day, second day)." },
  { "skipped-not-the-event-itself", "{'hearing.on':'2026-02-06'}", "2026-02-01", "proof", "skipped", NULL },
  { "skipped-beside-a-worked-friday", CLERK ("2026-06-09"), "2026-06-10", "protest", "skipped",
    "Not counted: 3 weekend days; Monday 15 June 2026 (Flag Day)." },
  { "worked-friday", CLERK ("2026-06-09"), "2026-06-10", "protest", "skipped",
    "Counted, because offices work on it: Friday 12 June 2026 (moved from 15 June)." },
  { "skipped-not-in-calendar-days", TUE, "2026-02-04", "arrival", "skipped", NULL },
  { "safe", TUE, "2026-02-04", "arrival", "safe",
    "The last day on which offices are surely open before that is Thursday 5 February 2026: go by this date." },
  { "safe-none", "{" GROWN ",'crossing.day':'2026-03-19'}", "2026-03-20", "arrival", "safe",
    "Offices are closed on every day until the end of the count." },
  { "safe-hours", "{'crossing.manner':'river','crossing.moment':'2026-02-01T20:30'}", "2026-02-02", "river", "safe",
    "Hours are counted without a break; the office may be closed: go at once." },
  { "safe-is-last", "{" GROWN ",'crossing.day':'2026-02-01'}", "2026-02-02", "arrival", "safe", NULL },
  { "possible-inside", CLERK ("2026-04-26"), "2026-04-27", "protest", "possible",
      "Wednesday 6 May 2026 may become a day off (Moon Feast, second day); it is counted as a working day, because "
      "that gives the "
    "earlier date." },
  { "possible-at-the-end", CLERK ("2026-04-21"), "2026-04-22", "protest", "possible",
    "Tuesday 5 May 2026 may become a day off (Moon Feast)" },
  { "possible-after-the-end", CLERK ("2026-04-20"), "2026-04-22", "protest", "possible", NULL },
  { "calendar-unlisted-year", "{'entered_on':'2027-03-10'}", "2027-03-11", "decide", "calendar",
    "The days off of one of these years are not known; only weekends were left out." },
  { "calendar-after-the-verified-days", "{'entered_on':'2026-09-01'}", "2026-09-02", "decide", "calendar",
    "Days off are verified through 2026-10-31; the authorities may still move some." },
  { "calendar-verified", "{'entered_on':'2026-08-29'}", "2026-09-02", "decide", "calendar", NULL },
  { "state-open", TUE, "2026-02-04", "arrival", "state", "It runs." },
  { "state-due", TUE, "2026-02-05", "arrival", "state", "Today is the day." },
  { "state-passed", TUE, "2026-02-09", "arrival", "state", "It is over and nothing in the case closed it." },
  { "state-passed-late", TUE, "2026-02-09", "arrival", "state", "You may still hand it in. Say why you are late." },
  { "state-waiting", TUE, "2026-02-02", "arrival", "state", "It has not begun." },
  { "state-met", "{" GROWN ",'crossing.day':'2026-02-03','filed_on':'2026-02-08'}", "2026-02-20", "arrival", "state",
    "It was closed in time, on Sunday 8 February 2026." },
  { "state-met-late", "{" GROWN ",'crossing.day':'2026-02-03','filed_on':'2026-02-09'}", "2026-02-20", "arrival",
    "state",
    "It was closed too late, on Monday 9 February 2026." },
  { "state-suspended", "{'denial.read_on':'2026-02-01','protest.filed_on':'2026-02-05'}", "2026-02-20", "suit", "state",
    "It does not run while something else is decided." },
  { "state-may-apply", "{'denial.heard_on':'2026-02-01'}", "2026-02-02", "protest", "state",
    "Whether it applies is not certain: act as if it did." },
  { "state-not-covered", "{" GROWN ",'crossing.day':'2015-12-31'}", "2016-01-02", "arrival", "state",
    "The rules do not reach back to that day: ask a lawyer." },
  { "unsettled", "{'denial.heard_on':'2026-02-01'}", "2026-02-02", "protest", "unsettled",
    "It depends on what was not answered: denial.level." },
  { "unsettled-nothing", CLERK ("2026-02-01"), "2026-02-02", "protest", "unsettled", NULL },
  { "law", TUE, "2026-02-04", "arrival", "law",
    "Act on Guests, 1 January 2016, 4(1) (edition read: 2026-01-10, checked on 2026-06-01)" },
  { "law-of-the-roll", TUE, "2026-02-04", "arrival", "law",
    "On days off: Code of Terms, 17(2) (edition read: 2025-12-12, checked on 2026-06-01)" },
  { "law-with-its-own-edition-and-note", "{" GROWN ",'crossing.day':'2024-06-03'}", "2024-06-04", "arrival", "law",
    "On days off: Code of Terms, 17(3) (edition read: 2025-05-05, checked on 2026-06-01); by analogy" },
  { "law-of-another-text", "{'entered_on':'2026-02-03'}", "2026-02-10", "decide", "law",
    "Code of Terms, 2, on months (edition read: 2025-11-11, checked on 2026-06-01)" },
  { "law-without-start", "{" GROWN ",'crossing.day':'2026-03-01','signed_on':'2026-03-31'}", "2026-03-02", "copies",
    "law",
    "In force when read; since when was not established." },
  { "law-not-covered", "{" GROWN ",'crossing.day':'2015-12-31'}", "2016-01-02", "arrival", "law", NULL },
  { "note", "{'person.born':'2010-02-01','held':'no','crossing.manner':'bridge','crossing.day':'2026-02-01'}",
    "2026-02-02",
    "arrival", "note", "Read in a summary only." },
  { "confirmed", TUE, "2026-02-04", "arrival", "confidence", "How sure: confirmed." },
  { "secondary", "{" GROWN ",'crossing.day':'2024-06-30'}", "2024-07-01", "arrival", "confidence",
    "How sure: secondary." },
  { "unconfirmed", "{'entered_on':'2027-03-10'}", "2027-03-11", "decide", "confidence", "How sure: unconfirmed." },
  { "backwards-unsettled-nothing", "{'stay.ends_on':'2026-06-20'}", "2026-06-01", "stay_days", "roll",
    "That is a day off (weekend); no rule moves this end, so it stays." },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  PanahPack *pack = panah_pack_find_deadline (xa, row->window) != NULL ? xa : xb;
  g_autoptr (PanahPlan) plan = make_plan (pack, row->facts, row->on);
  const PanahDeadline *deadline = panah_plan_find_deadline (plan, row->window);

  g_assert_nonnull (deadline);
  g_autoptr (GPtrArray) reasons = panah_reason_explain (plan, deadline);
  g_autoptr (GString) all = g_string_new (NULL);
  for (guint i = 0; i < reasons->len; i++)
    {
      const PanahReason *reason = reasons->pdata[i];
      if (g_str_equal (reason->rule, row->rule))
        g_string_append_printf (all, "%s\n", reason->text);
    }
  if (row->text == NULL)
    g_assert_cmpstr (all->str, ==, "");
  else
    assert_contains (all->str, row->text);
}

/* The reasons tell one story: event, count, days, state, law, and how sure. */
static void
test_order (void)
{
  static const char *const expected[] = {
    "event", "count", "skipped", "safe", "possible", "state", "law", "law", "confidence",
  };
  g_autoptr (PanahPlan) plan = make_plan (xa, CLERK ("2026-04-21"), "2026-04-22");
  g_autoptr (GPtrArray) reasons = panah_reason_explain (plan, panah_plan_find_deadline (plan, "protest"));

  g_assert_cmpuint (reasons->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < reasons->len; i++)
    g_assert_cmpstr (((const PanahReason *) reasons->pdata[i])->rule, ==, expected[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  xa = load_fictional ("xa");
  xb = load_fictional ("xb");

  ADD_ROWS ("/core/reason", rows, test_row);
  g_test_add_func ("/core/reason/order", test_order);
  int result = g_test_run ();

  panah_pack_unref (xa);
  panah_pack_unref (xb);
  return result;
}
