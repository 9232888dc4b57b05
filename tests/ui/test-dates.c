/* test-dates.c - dates as people have them: three calendars, names of months, parts that nobody knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-support.h"


enum
{
  DAY,
  MONTH,
  YEAR,
  HOUR,
  MINUTE,
};

typedef struct
{
  const char *name;
  const char *language;
  const char *calendar; /* (nullable): the default */
  const char *day, *month, *year;
  const char *echo;
  const char *own; /* (nullable) */
} EchoRow;

static const EchoRow echo_rows[] = {
  { "form", "en", NULL, "2", "3", "1981", "This is Monday, 2 March 1981.", NULL },
  { "form-by-name", "en", NULL, "2", "MAR", "1981", "This is Monday, 2 March 1981.", NULL },
  { "form-month", "en", NULL, "", "2", "1981", "This is between Sunday, 1 February 1981 and Saturday, 28 February 1981.", NULL },
  { "solar", "en", FIELD_SOLAR, "1", "Hamal", "1365", "This is Friday, 21 March 1986.", "In the Solar Hijri calendar: 1 Hamal 1365." },
  { "solar-year", "en", FIELD_SOLAR, "", "", "1365", "This is between Friday, 21 March 1986 and Friday, 20 March 1987.",
    "In the Solar Hijri calendar: 1365." },
  { "lunar", "en", FIELD_LUNAR, "1", "9", "1445", "This is about Monday, 11 March 2024. It can be a day earlier or later.",
    "In the lunar Hijri calendar: 1 Ramadan 1445." },
  { "dari", "fa-AF", NULL, "1", "حمل", "1365", "This is جمعه, 21 مارچ 1986.", "In the Solar Hijri calendar: 1 حمل 1365." },
  { "dari-form", "fa-AF", FIELD_FORM, "21", "3", "1986", "This is جمعه, 21 مارچ 1986.", "In the Solar Hijri calendar: 1 حمل 1365." },
  { "dari-form-month", "fa-AF", FIELD_FORM, "", "3", "1986", NULL,
    "In the Solar Hijri calendar: between 10 حوت 1364 and 11 حمل 1365." },
};

static void
test_echo (gconstpointer data)
{
  const EchoRow *row = data;
  g_autoptr (PanahSession) session = field_get_session (row->language);
  GtkWidget *field = field_new (session, "applicant.birth_date");

  if (row->calendar != NULL)
    field_tick (field, row->calendar, TRUE);
  field_type_date (field, row->day, row->month, row->year);
  if (row->echo != NULL && g_str_equal (row->language, "en"))
    field_assert_says (field, row->echo);
  if (row->own != NULL)
    field_assert_says (field, row->own);
  field_type (field, YEAR, "");
  g_assert_false (row->echo != NULL && field_says (field, row->echo));
  g_assert_false (row->own != NULL && field_says (field, row->own));
  g_assert_finalize_object (field);
}

/* An English sentence may stand in for a missing one, with a date in it that runs the other way. */
static void
test_isolated (void)
{
  g_autoptr (PanahSession) session = field_get_session ("fa-AF");
  GtkWidget *field = field_new (session, "applicant.birth_date");

  field_type_date (field, "1", "1", "1365");
  GtkWidget *label = field_find (field, GTK_TYPE_LABEL, "In the Solar Hijri calendar: 1 حمل 1365.");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "In the Solar Hijri calendar: \u20681 حمل 1365\u2069.");
  g_assert_finalize_object (field);
}

typedef struct
{
  const char *name;
  const char *day, *month, *year;
  const char *error;
} ErrorRow;

static const ErrorRow error_rows[] = {
  { "day", "32", "3", "1986", "The day must be" },
  { "day-in-words", "first", "3", "1986", "The day must be" },
  { "month", "1", "13", "1986", "The month must be" },
  { "month-half-typed", "1", "Mrch", "1986", "The month must be" },
  { "year-in-words", "1", "3", "last year", "The year must be" },
  { "year-of-two-digits", "1", "3", "86", "all four digits" },
  { "year-10000", "1", "3", "10000", "The year must be" },
  { "no-year", "1", "3", "", "at least the year" },
  { "no-month", "1", "", "1986", "Give the month too" },
  { "no-such-day", "30", "2", "1986", "no such day" },
  { "month-of-another-calendar", "1", "Hamal", "1365", "belongs to another calendar" },
  { "which-hijri", "1", "1", "1402", "of the solar or of the lunar calendar?" },
};

/* The part that is wrong is named, and what was typed stays. */
static void
test_error (gconstpointer data)
{
  const ErrorRow *row = data;
  g_autoptr (PanahSession) session = field_get_session ("en");
  GtkWidget *field = field_new (session, "applicant.birth_date");

  field_type_date (field, row->day, row->month, row->year);
  field_assert_error (field, row->error);
  g_assert_cmpstr (field_get_typed (field, DAY), ==, row->day);
  g_assert_cmpstr (field_get_typed (field, MONTH), ==, row->month);
  g_assert_cmpstr (field_get_typed (field, YEAR), ==, row->year);
  g_assert_finalize_object (field);
}

#define QUESTION "Is 1402 a year of the solar or of the lunar calendar?"
#define SAY_SOLAR "Solar calendar: this is 21 March 2023"
#define SAY_LUNAR "Lunar calendar: this is about 29 October 1981"

static void
test_which_hijri (gconstpointer data)
{
  gboolean lunar = GPOINTER_TO_INT (data);
  static const char *const languages[] = { "en", "fa-AF" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (PanahSession) session = field_get_session (languages[i]);
      GtkWidget *field = field_new (session, "applicant.birth_date");

      panah_session_set_language (session, "en");
      field_type_date (field, "1", "1", "1402");
      field_assert_says (field, QUESTION);
      field_assert_error (field, "of the solar or of the lunar");
      field_press (field, lunar ? SAY_LUNAR : SAY_SOLAR);
      g_assert_true (field_is_ticked (field, lunar ? FIELD_LUNAR : FIELD_SOLAR));
      field_assert_answer (field, lunar ? "{\"calendar\":\"islamic\",\"year\":1402,\"month\":1,\"day\":1}"
                                        : "{\"calendar\":\"persian\",\"year\":1402,\"month\":1,\"day\":1}");
      g_assert_false (field_says (field, QUESTION));

      /* whoever has chosen is not asked again */
      field_type (field, YEAR, "1403");
      field_assert_answer (field, lunar ? "{\"calendar\":\"islamic\",\"year\":1403,\"month\":1,\"day\":1}"
                                        : "{\"calendar\":\"persian\",\"year\":1403,\"month\":1,\"day\":1}");
      g_assert_finalize_object (field);
    }
}

static void
test_chosen_before (void)
{
  g_autoptr (PanahSession) session = field_get_session ("en");
  GtkWidget *field = field_new (session, "applicant.birth_date");

  field_tick (field, FIELD_SOLAR, TRUE);
  field_type_date (field, "", "", "1402");
  field_assert_answer (field, "{\"calendar\":\"persian\",\"year\":1402,\"month\":null,\"day\":null}");

  /* nobody is born in the Gregorian year 1402, whoever chose that calendar */
  field_tick (field, FIELD_FORM, TRUE);
  field_assert_says (field, QUESTION);
  field_assert_error (field, "of the solar or of the lunar");
  g_assert_finalize_object (field);
}

static void
test_form_year (void)
{
  g_autoptr (PanahSession) session = field_get_session ("fa-AF");
  GtkWidget *field = field_new (session, "applicant.birth_date");

  g_assert_true (field_is_ticked (field, FIELD_SOLAR));
  field_type_date (field, "21", "3", "1986");
  field_assert_says (field, "Is 1986 a year of the calendar of the form?");
  field_assert_error (field, "one of the calendar of the form");
  field_press (field, "Use the calendar of the form");
  field_assert_answer (field, "\"1986-03-21\"");
  g_assert_finalize_object (field);
}

static void
test_other_month (void)
{
  g_autoptr (PanahSession) session = field_get_session ("en");
  GtkWidget *field = field_new (session, "applicant.birth_date");

  field_type (field, MONTH, "Hamal");
  field_assert_says (field, "The month “Hamal” belongs to the Solar Hijri calendar.");
  field_press (field, "Use the Solar Hijri calendar");
  field_type (field, YEAR, "1402"); /* and so the year is no question any more */
  field_assert_answer (field, "{\"calendar\":\"persian\",\"year\":1402,\"month\":1,\"day\":null}");
  g_assert_finalize_object (field);
}

/* What a file says was accepted once; looking at it asks nothing. */
static void
test_accepted (void)
{
  static const char *const answers[] = {
    "{\"calendar\":\"gregorian\",\"year\":1365,\"month\":null,\"day\":null}",
    "{\"calendar\":\"persian\",\"year\":1402,\"month\":1,\"day\":null}",
    "{\"calendar\":\"islamic\",\"year\":1447,\"month\":1,\"day\":1}",
    "{\"calendar\":\"persian\",\"year\":1986,\"month\":1,\"day\":1,\"about\":true}",
  };
  g_autoptr (PanahSession) session = field_get_session ("fa-AF");
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), "applicant.birth_date");

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (PanahValue) value = field_parse (spec, answers[i]);
      GtkWidget *field = field_new (session, "applicant.birth_date");

      panah_field_write (PANAH_FIELD (field), value);
      field_assert_answer (field, answers[i]);
      field_tick (field, "I am not sure of this date", i != 3);
      panah_field_keep (PANAH_FIELD (field));
      g_assert_finalize_object (field);

      /* nor does the same date, changed and not yet accepted, on a page built anew */
      field = field_new (session, "applicant.birth_date");
      panah_field_write (PANAH_FIELD (field), value);
      g_autoptr (PanahValue) again = NULL;
      g_assert_true (panah_field_read (PANAH_FIELD (field), &again));
      panah_session_set_draft (session, "applicant.birth_date", NULL);
      g_assert_finalize_object (field);
    }
}

static void
test_today (gconstpointer data)
{
  gboolean yesterday = GPOINTER_TO_INT (data);
  const char *label = yesterday ? "Yesterday: 23 November 2026" : "Today: 24 November 2026";
  g_autoptr (PanahSession) session = field_get_session ("en");
  GtkWidget *field = field_new (session, "entry.date");

  /* whatever was there before */
  field_tick (field, FIELD_SOLAR, TRUE);
  field_tick (field, "I know only the year", TRUE);
  field_tick (field, "I am not sure of this date", TRUE);
  field_type (field, YEAR, "1405");
  field_press (field, label);
  field_assert_answer (field, yesterday ? "\"2026-11-23\"" : "\"2026-11-24\"");
  field_assert_says (field, yesterday ? "This is Monday, 23 November 2026." : "This is Tuesday, 24 November 2026.");
  g_assert_finalize_object (field);

  field = field_new (session, "entry.moment");
  field_press (field, label);
  field_type (field, HOUR, "4");
  field_type (field, MINUTE, "5");
  field_assert_answer (field, yesterday ? "\"2026-11-23T04:05\"" : "\"2026-11-24T04:05\"");
  g_assert_finalize_object (field);

  field = field_new (session, "applicant.birth_date");
  g_assert_null (field_find (field, GTK_TYPE_BUTTON, label));
  g_assert_finalize_object (field);
}

static void
test_parts (void)
{
  g_autoptr (PanahSession) session = field_get_session ("en");
  GtkWidget *field = field_new (session, "applicant.birth_date");

  field_type_date (field, "5", "March", "1986");
  field_tick (field, "I don’t know the day", TRUE);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (field_get_entry (field, DAY))));
  field_assert_answer (field, "{\"calendar\":\"gregorian\",\"year\":1986,\"month\":3,\"day\":null}");
  field_tick (field, "I know only the year", TRUE);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (field_get_entry (field, MONTH))));
  field_assert_answer (field, "{\"calendar\":\"gregorian\",\"year\":1986,\"month\":null,\"day\":null}");
  field_assert_says (field, "This is between Wednesday, 1 January 1986 and Wednesday, 31 December 1986.");

  /* what stood in the boxes was not thrown away */
  field_tick (field, "I know only the year", FALSE);
  field_tick (field, "I don’t know the day", FALSE);
  field_assert_answer (field, "\"1986-03-05\"");

  field_type (field, YEAR, "");
  field_tick (field, "I know only the year", TRUE);
  field_assert_error (field, "at least the year");
  g_assert_finalize_object (field);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *day, *month, *year;
} PasteRow;

static const PasteRow paste_rows[] = {
  { "dots", "21.03.1986", "21", "03", "1986" },
  { "year-first", "1986-03-21", "21", "03", "1986" },
  { "persian", "۱۳۶۵/۱/۲", "2", "1", "1365" },
  { "words", "21 March 1986", "21", "March", "1986" },
  { "day", "21", "21", "", "" },
  { "unfinished", "21.03.19", "21.03.19", "", "" },
};

static void
test_paste (gconstpointer data)
{
  const PasteRow *row = data;
  static const char *const facts[] = { "applicant.birth_date", "entry.moment" };
  g_autoptr (PanahSession) session = field_get_session ("en");

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      GtkWidget *field = field_new (session, facts[i]);
      field_type (field, DAY, row->text);
      g_assert_cmpstr (field_get_typed (field, DAY), ==, row->day);
      g_assert_cmpstr (field_get_typed (field, MONTH), ==, row->month);
      g_assert_cmpstr (field_get_typed (field, YEAR), ==, row->year);
      g_assert_finalize_object (field);
    }
}

/* Letter by letter, as hands do it: the rest of the day still arrives where it belongs. */
static void
test_type_whole (void)
{
  g_autoptr (PanahSession) session = field_get_session ("en");
  GtkWidget *field = field_new (session, "applicant.birth_date");
  GtkEditable *day = field_get_entry (field, DAY);

  for (const char *p = "1986-03-21"; *p != '\0'; p++)
    {
      int position = gtk_editable_get_position (day);
      gtk_editable_insert_text (day, p, 1, &position);
      gtk_editable_set_position (day, position);
    }
  field_assert_answer (field, "\"1986-03-21\"");
  g_assert_finalize_object (field);
}

/* A page is built anew in another language: half a month, the calendar and the open question are still there. */
static void
test_new_language (void)
{
  g_autoptr (PanahSession) session = field_get_session ("en");
  GtkWidget *field = field_new (session, "applicant.birth_date");

  field_type_date (field, "1", "Ham", "1402");
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);
  panah_session_set_language (session, "fa-AF");
  field = field_new (session, "applicant.birth_date");
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_cmpstr (field_get_typed (field, MONTH), ==, "Ham");
  g_assert_true (field_is_ticked (field, FIELD_FORM));
  field_type (field, MONTH, "1");
  field_assert_says (field, QUESTION);
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);

  panah_session_set_language (session, "en");
  field = field_new (session, "applicant.birth_date");
  panah_field_write (PANAH_FIELD (field), NULL);
  field_assert_says (field, QUESTION);
  field_press (field, SAY_SOLAR);
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);

  panah_session_set_language (session, "fa-AF");
  field = field_new (session, "applicant.birth_date");
  panah_field_write (PANAH_FIELD (field), NULL);
  field_assert_answer (field, "{\"calendar\":\"persian\",\"year\":1402,\"month\":1,\"day\":1}");
  g_assert_finalize_object (field);
}

/* Nobody has touched it: it comes in the calendar of the new language. */
static void
test_new_default (void)
{
  g_autoptr (PanahSession) session = field_get_session ("en");
  GtkWidget *field = field_new (session, "applicant.birth_date");

  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);
  panah_session_set_language (session, "fa-AF");
  field = field_new (session, "applicant.birth_date");
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_true (field_is_ticked (field, FIELD_SOLAR));

  field_tick (field, FIELD_LUNAR, TRUE);
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);
  panah_session_set_language (session, "en");
  field = field_new (session, "applicant.birth_date");
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_true (field_is_ticked (field, FIELD_LUNAR));
  g_assert_finalize_object (field);
}

/* Drafts of a file that an older version wrote end with the fourth kind of input. */
static void
test_old_draft (void)
{
  g_autoptr (PanahSession) session = field_get_session ("en");
  JsonNode *draft = json_from_string ("{\"input\":[false,true,false,\"1\",\"2\",\"13\",true],\"unknown\":false,\"none\":false}",
                                      NULL);

  panah_session_set_draft (session, "applicant.birth_date", draft);
  GtkWidget *field = field_new (session, "applicant.birth_date");
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_true (field_is_ticked (field, FIELD_SOLAR));
  g_assert_true (field_is_ticked (field, "I am not sure of this date"));
  g_assert_false (field_is_ticked (field, "I know only the year"));
  g_assert_cmpstr (field_get_typed (field, YEAR), ==, "13");
  g_assert_finalize_object (field);
}

static void
add_rows (const char   *path,
          gconstpointer rows,
          gsize         n,
          gsize         size,
          GTestDataFunc test)
{
  for (gsize i = 0; i < n; i++)
    {
      const char *const *row = (gconstpointer) ((const char *) rows + i * size);
      g_autofree char *full = g_strdup_printf ("%s/%s", path, *row);
      g_test_add_data_func (full, row, test);
    }
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  add_rows ("/ui/dates/echo", echo_rows, G_N_ELEMENTS (echo_rows), sizeof echo_rows[0], test_echo);
  g_test_add_func ("/ui/dates/isolated", test_isolated);
  add_rows ("/ui/dates/error", error_rows, G_N_ELEMENTS (error_rows), sizeof error_rows[0], test_error);
  add_rows ("/ui/dates/paste", paste_rows, G_N_ELEMENTS (paste_rows), sizeof paste_rows[0], test_paste);
  g_test_add_data_func ("/ui/dates/which-hijri/solar", GINT_TO_POINTER (FALSE), test_which_hijri);
  g_test_add_data_func ("/ui/dates/which-hijri/lunar", GINT_TO_POINTER (TRUE), test_which_hijri);
  g_test_add_func ("/ui/dates/chosen-before", test_chosen_before);
  g_test_add_func ("/ui/dates/form-year", test_form_year);
  g_test_add_func ("/ui/dates/other-month", test_other_month);
  g_test_add_func ("/ui/dates/accepted", test_accepted);
  g_test_add_data_func ("/ui/dates/recent/today", GINT_TO_POINTER (FALSE), test_today);
  g_test_add_data_func ("/ui/dates/recent/yesterday", GINT_TO_POINTER (TRUE), test_today);
  g_test_add_func ("/ui/dates/parts", test_parts);
  g_test_add_func ("/ui/dates/type-whole", test_type_whole);
  g_test_add_func ("/ui/dates/new-language", test_new_language);
  g_test_add_func ("/ui/dates/new-default", test_new_default);
  g_test_add_func ("/ui/dates/old-draft", test_old_draft);
  return g_test_run ();
}
