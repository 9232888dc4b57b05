/* test-mrz-repair.c - what the check digits show of a mistake, and the repair that is offered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"
#include "mrz-support.h"

#include <string.h>

static void
test_published_digits (void)
{
  g_assert_cmpint (mrz_expect_digit ("520727"), ==, '3');
  g_assert_cmpint (mrz_expect_digit ("AB2134<<<"), ==, '5');
  g_assert_cmpint (mrz_expect_digit ("HA672242<658022549601086<<<<<<<<<<<<<<0"), ==, '8');
  g_assert_cmpint (mrz_expect_digit ("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<"), ==, '2');
}

typedef struct
{
  const char   *name;
  const char   *text;
  PanahMrzGroup group;
  const char   *repair; /* (nullable): "LINE:PLACE:FROM>TO", both from 0 */
} RepairRow;

static const RepairRow repair_rows[] = {
  { "o-for-0-in-birth", TD3_NAMES "\nL898902C36UTO74O8122F1204159ZE184226B<<<<<10", PANAH_MRZ_BIRTH, "1:15:O>0" },
  { "i-for-1-in-birth", TD3_NAMES "\nL898902C36UTO7408I22F1204159ZE184226B<<<<<10", PANAH_MRZ_BIRTH, "1:17:I>1" },
  { "z-for-2-in-birth", TD3_NAMES "\nL898902C36UTO74081Z2F1204159ZE184226B<<<<<10", PANAH_MRZ_BIRTH, "1:18:Z>2" },
  { "z-for-2-in-check-digit", TD3_NAMES "\nL898902C36UTO740812ZF1204159ZE184226B<<<<<10", PANAH_MRZ_BIRTH, "1:19:Z>2" },
  { "s-for-5-in-expiry", TD3_NAMES "\nL898902C36UTO7408122F12041S9ZE184226B<<<<<10", PANAH_MRZ_EXPIRY, "1:26:S>5" },
  { "b-or-8-in-number", TD3_NAMES "\nLB98902C36UTO7408122F1204159ZE184226B<<<<<10", PANAH_MRZ_NUMBER, NULL },
  { "o-for-0-in-number", TD3_NAMES "\nL8989O2C36UTO7408122F1204159ZE184226B<<<<<10", PANAH_MRZ_NUMBER, "1:5:O>0" },
  { "8-or-b-in-optional", TD3_NAMES "\nL898902C36UTO7408122F1204159ZE1842268<<<<<10", PANAH_MRZ_OPTIONAL, NULL },
  { "z-or-2-in-optional", TD3_NAMES "\nL898902C36UTO7408122F12041592E184226B<<<<<10", PANAH_MRZ_OPTIONAL, NULL },
  { "g-for-6-in-check-digit", TD3_NAMES "\nL898902C3GUTO7408122F1204159ZE184226B<<<<<10", PANAH_MRZ_NUMBER, "1:9:G>6" },
  { "o-for-0-in-composite", TD3_NAMES "\nL898902C36UTO7408122F1204159ZE184226B<<<<<1O", PANAH_MRZ_COMPOSITE, "1:43:O>0" },
  { "number-far-off", TD3_NAMES "\nL898942C36UTO7408122F1204159ZE184226B<<<<<10", PANAH_MRZ_NUMBER, NULL },
  { "two-mistakes-in-birth", TD3_NAMES "\nL898902C36UTO74O8I22F1204159ZE184226B<<<<<10", PANAH_MRZ_BIRTH, NULL },
  { "month-13", TD3_NAMES "\nL898902C36UTO7413122F1204159ZE184226B<<<<<10", PANAH_MRZ_BIRTH, NULL },
  { "february-30", MAKE "P<AFGKARIMI<<ZAHRA|P01234567|AFG|810230|F|280101", PANAH_MRZ_BIRTH, NULL },
  { "day-without-month", MAKE "P<AFGKARIMI<<ZAHRA|P01234567|AFG|81<<02|F|280101", PANAH_MRZ_BIRTH, NULL },
  { "td1-optional", "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<G\n" TD1_NAMES, PANAH_MRZ_COMPOSITE, "1:29:G>6" },
  { "td1-long-number", "I<UTOD2314S890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<",
    PANAH_MRZ_NUMBER, "0:10:S>5" },
  { "td2-long-number", "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<\nD2314589O<UTO3407127M95071227349<<<8", PANAH_MRZ_NUMBER, "1:8:O>0" },
  { "td1-number-without-digit", "I<UTOD23145890<<<<<<<<<<<<<<<<\n" TD1_DATA "\n" TD1_NAMES, PANAH_MRZ_NUMBER, NULL },
  { "visa-birth", "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4OO9078F96121096ZE184226B<<<<<<", PANAH_MRZ_BIRTH, NULL },
};

static void
test_repair (gconstpointer data)
{
  const RepairRow *row = data;
  g_autofree char *text = mrz_make_lines (row->text);
  g_auto (PanahMrz) mrz = { 0 };

  panah_mrz_read (&mrz, text, day_of (TODAY));
  const PanahMrzGroupState *state = &mrz.groups[row->group];
  g_assert_true (mrz.is_complete);
  g_assert_cmpint (state->check, ==, PANAH_MRZ_WRONG);
  g_assert_cmpint (state->is_repairable, ==, row->repair != NULL);
  for (guint i = 0; i < PANAH_MRZ_COMPOSITE; i++)
    g_assert_true ((i == row->group) == (mrz.groups[i].check == PANAH_MRZ_WRONG));
  if (row->repair == NULL)
    return;

  g_autofree char *repair = g_strdup_printf ("%u:%u:%c>%c", state->repair_line, state->repair_at, state->from, state->to);
  g_autofree char *repaired = panah_mrz_make_repair (&mrz, row->group);
  g_assert_cmpstr (repair, ==, row->repair);
  panah_mrz_clear (&mrz);
  panah_mrz_read (&mrz, repaired, day_of (TODAY));
  g_assert_true (mrz_is_all_right (&mrz));
}

static gboolean
fits (const char *line,
      gsize       start,
      gsize       length,
      gsize       digit)
{
  g_autofree char *field = g_strndup (line + start, length);

  return line[digit] == mrz_expect_digit (field) || (line[digit] == '<' && mrz_expect_digit (field) == '0');
}

/* Which mistakes the digits alone cannot show, by the test's own arithmetic. */
static gboolean
is_unseen (const char *line)
{
  g_autofree char *all = g_strdup_printf ("%.10s%.7s%.22s", line, line + 13, line + 21);

  return fits (line, 0, 9, 9) && fits (line, 13, 6, 19) && fits (line, 21, 6, 27) && fits (line, 28, 14, 42) &&
         line[43] == mrz_expect_digit (all);
}

/* Every wrong letter in every place of the second line that has a digit: what the digits show is told, and nothing else but
 * what cannot be a date or a digit. */
static void
test_every_substitution (void)
{
  static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
  guint n = 0, n_unseen = 0, n_passed = 0;

  for (gsize i = 0; i < 43; i++)
    {
      if ((i >= 10 && i <= 12) || i == 20)
        continue;
      for (const char *letter = alphabet; *letter != '\0'; letter++)
        {
          char line[] = TD3_DATA;
          if (*letter == line[i])
            continue;
          line[i] = *letter;
          n++;
          gboolean unseen = is_unseen (line);
          g_autofree char *text = g_strdup_printf ("%s\n%s", TD3_NAMES, line);
          g_auto (PanahMrz) mrz = { 0 };
          panah_mrz_read (&mrz, text, day_of (TODAY));
          gboolean passed = mrz_is_all_right (&mrz);
          n_unseen += unseen;
          n_passed += passed;
          if (passed && !unseen)
            g_error ("“%s” is wrong, and nobody is told", line);
          if (!passed && unseen && !((i >= 13 && i <= 18) || (i >= 21 && i <= 26)))
            g_error ("“%s” fits, and is called wrong", line);
        }
    }
  g_test_message ("%u substitutions, %u the digits cannot show, %u pass", n, n_unseen, n_passed);
  g_assert_cmpuint (n, ==, 1404);
  g_assert_cmpuint (n_unseen, ==, 105);
  g_assert_cmpuint (n_passed, <=, n_unseen);
}

/* Letters taken for each other: what is not called right is never “repaired” to something else than what was there. */
static void
test_every_twin (void)
{
  static const char twins[] = "0O1I5S8B2Z6G";
  guint n = 0, n_repaired = 0, n_elsewhere = 0;

  for (gsize i = 0; i < 44; i++)
    {
      char line[] = TD3_DATA;
      const char *twin = strchr (twins, line[i]);
      if (twin == NULL || (i >= 10 && i <= 12) || i == 20)
        continue;
      line[i] = twins[(twin - twins) ^ 1];
      n++;
      g_autofree char *text = g_strdup_printf ("%s\n%s", TD3_NAMES, line);
      g_auto (PanahMrz) mrz = { 0 };
      panah_mrz_read (&mrz, text, day_of (TODAY));
      for (guint j = 0; j < PANAH_MRZ_N_GROUPS; j++)
        {
          if (!mrz.groups[j].is_repairable)
            continue;
          g_autofree char *repaired = panah_mrz_make_repair (&mrz, j);
          if (g_str_equal (repaired, TD3_NAMES "\n" TD3_DATA))
            n_repaired++;
          else
            n_elsewhere++;
        }
    }
  g_test_message ("%u twins, %u repaired, %u repaired otherwise", n, n_repaired, n_elsewhere);
  g_assert_cmpuint (n_elsewhere, ==, 0);
  g_assert_cmpuint (n_repaired * 10, >=, n * 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mrz-repair/published-digits", test_published_digits);
  ADD_ROWS ("/mrz-repair/likely", repair_rows, test_repair);
  g_test_add_func ("/mrz-repair/every-substitution", test_every_substitution);
  g_test_add_func ("/mrz-repair/every-twin", test_every_twin);
  return g_test_run ();
}
