/* test-moments.c - a day in any calendar, and the hour of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-support.h"

enum
{
  YEAR = 2,
  HOUR,
  MINUTE,
};

/* The day of a moment is told as any day; the case keeps which day of the form's calendar that is. */
static void
test_moment (void)
{
  g_autoptr (PanahSession) session = field_get_session ("fa-AF");
  GtkWidget *field = field_new (session, "entry.moment");

  g_assert_true (field_is_ticked (field, FIELD_SOLAR));
  field_type_date (field, "2", "قوس", "1405");
  field_type (field, HOUR, "4");
  field_type (field, MINUTE, "30");
  field_assert_says (field, "In the Solar Hijri calendar: 2 قوس 1405.");
  field_assert_answer (field, "\"2026-11-23T04:30\"");

  field_type_date (field, "23", "11", "2026");
  field_assert_says (field, "Is 2026 a year of the calendar of the form?");
  field_press (field, "Use the calendar of the form");
  field_assert_answer (field, "\"2026-11-23T04:30\"");

  /* no part of it may be missing, so nobody is asked which */
  g_assert_null (field_find (field, GTK_TYPE_CHECK_BUTTON, "I know only the year"));
  g_assert_finalize_object (field);
}

/* Around a lunar day an hour would be of one of three days. */
static void
test_moment_lunar (void)
{
  g_autoptr (PanahSession) session = field_get_session ("en");
  GtkWidget *field = field_new (session, "entry.moment");

  field_tick (field, FIELD_LUNAR, TRUE);
  field_type_date (field, "13", "6", "1448");
  field_type (field, HOUR, "4");
  field_type (field, MINUTE, "30");
  field_assert_error (field, "A day of the lunar calendar is not certain");
  field_tick (field, FIELD_SOLAR, TRUE);
  field_type (field, YEAR, "1405");
  field_assert_answer (field, "\"2026-09-04T04:30\"");
  g_assert_finalize_object (field);
}

/* What was typed stays, in the calendar it was typed in, on a page built anew and in a file of an older version. */
static void
test_moment_drafts (void)
{
  g_autoptr (PanahSession) session = field_get_session ("en");
  GtkWidget *field = field_new (session, "entry.moment");

  field_tick (field, FIELD_SOLAR, TRUE);
  field_type_date (field, "2", "Qaws", "1402");
  field_type (field, HOUR, "4");
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);
  field = field_new (session, "entry.moment");
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_true (field_is_ticked (field, FIELD_SOLAR));
  g_assert_cmpstr (field_get_typed (field, HOUR), ==, "4");
  field_type (field, MINUTE, "5");
  field_assert_answer (field, "\"2023-11-23T04:05\"");
  g_assert_finalize_object (field);

  panah_session_set_draft (session, "entry.moment",
                           json_from_string ("{\"input\":[\"23\",\"Nov\",\"2026\",\"4\",\"30\"],\"unknown\":false,\"none\":false}", NULL));
  panah_session_set_language (session, "fa-AF");
  field = field_new (session, "entry.moment");
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_true (field_is_ticked (field, FIELD_FORM));
  field_assert_answer (field, "\"2026-11-23T04:30\"");
  panah_session_set_draft (session, "entry.moment", NULL);
  g_assert_finalize_object (field);
}

static void
test_moment_errors (void)
{
  static const struct
  {
    const char *day, *month, *year, *hour, *minute, *error;
  } rows[] = {
    { "23", "Nov", "2026", "24", "00", "The hour must be" },
    { "23", "Nov", "2026", "", "30", "The hour must be" },
    { "23", "Nov", "2026", "4", "60", "The minute must be" },
    { "23", "Nov", "2026", "4", "", "The minute must be" },
    { "", "Nov", "2026", "4", "30", "Give the day, the month and the year too" },
    { "", "", "", "4", "30", "Give the day, the month and the year too" },
    { "23", "Nvo", "2026", "4", "30", "The month must be" },
    { "31", "Nov", "2026", "4", "30", "no such day" },
    { "2", "قوس", "1405", "4", "30", "belongs to another calendar" },
    { "2", "9", "1405", "4", "30", "of the solar or of the lunar calendar?" },
    { "23", "11", "26", "4", "30", "all four digits" },
  };
  g_autoptr (PanahSession) session = field_get_session ("en");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *field = field_new (session, "entry.moment");
      field_type_date (field, rows[i].day, rows[i].month, rows[i].year);
      field_type (field, HOUR, rows[i].hour);
      field_type (field, MINUTE, rows[i].minute);
      field_assert_error (field, rows[i].error);
      g_assert_finalize_object (field);
    }
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_add_func ("/ui/moments/calendars", test_moment);
  g_test_add_func ("/ui/moments/lunar", test_moment_lunar);
  g_test_add_func ("/ui/moments/drafts", test_moment_drafts);
  g_test_add_func ("/ui/moments/errors", test_moment_errors);
  return g_test_run ();
}
