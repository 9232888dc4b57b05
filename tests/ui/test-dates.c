/* test-dates.c - dates as people have them: three calendars, names of months, parts that nobody knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "ui/language.h"

#include <string.h>

#define FORM  "Calendar of the form (1990)"
#define SOLAR "Solar Hijri calendar (1369)"
#define LUNAR "Lunar Hijri calendar (1410)"

enum
{
  DAY,
  MONTH,
  YEAR,
  HOUR,
  MINUTE,
};

/* Loading a pack takes longer than any of these tests: all of them share one, and begin without a draft. */
static PanahSession *
new_session (const char *language)
{
  static PanahSession *session = NULL;

  if (session == NULL)
    session = panah_test_session_new ("2026-11-24");
  panah_session_set_draft (session, "applicant.birth_date", NULL);
  panah_session_set_language (session, language);
  panah_language_use ("en"); /* the words, whatever the calendar */
  return g_object_ref (session);
}

static GtkWidget *
new_field (PanahSession *session,
           const char   *fact)
{
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), fact);

  return g_object_ref_sink (panah_field_new (session, spec, spec->id, TRUE));
}

/* Without what keeps a value’s direction from that of the sentence round it. */
static char *
strip_isolates (const char *text)
{
  GString *out = g_string_new (text);

  for (gunichar c = 0x2066; c <= 0x2069; c++)
    {
      char mark[7] = "";
      g_unichar_to_utf8 (c, mark);
      g_string_replace (out, mark, "", 0);
    }
  return g_string_free (out, FALSE);
}

/* The widget of a type that shows these words, whether it is seen or not. */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *words)
{
  const char *own = GTK_IS_LABEL (widget)          ? gtk_label_get_text (GTK_LABEL (widget))
                    : GTK_IS_CHECK_BUTTON (widget) ? gtk_check_button_get_label (GTK_CHECK_BUTTON (widget))
                    : GTK_IS_BUTTON (widget)       ? gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget))))
                                                   : "";
  g_autofree char *plain = strip_isolates (own);

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && g_str_equal (plain, words))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, words);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_seen (GtkWidget *widget)
{
  while (widget != NULL && gtk_widget_get_visible (widget))
    widget = gtk_widget_get_parent (widget);
  return widget == NULL;
}

static gboolean
says (GtkWidget  *field,
      const char *words)
{
  GtkWidget *label = find (field, GTK_TYPE_LABEL, words);

  return label != NULL && is_seen (label);
}

static void
assert_says (GtkWidget  *field,
             const char *words)
{
  if (!says (field, words))
    g_error ("it does not say “%s”", words);
}

static GtkWidget *
find_entry (GtkWidget *widget,
            guint     *n)
{
  if (GTK_IS_ENTRY (widget) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, n);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type (GtkWidget  *field,
      guint       n,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_entry (field, &n)), text);
}

static const char *
typed (GtkWidget *field,
       guint      n)
{
  return gtk_editable_get_text (GTK_EDITABLE (find_entry (field, &n)));
}

static void
type_date (GtkWidget  *field,
           const char *day,
           const char *month,
           const char *year)
{
  type (field, DAY, day);
  type (field, MONTH, month);
  type (field, YEAR, year);
}

static void
check (GtkWidget  *field,
       const char *label,
       gboolean    active)
{
  GtkWidget *button = find (field, GTK_TYPE_CHECK_BUTTON, label);

  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
}

static gboolean
is_checked (GtkWidget  *field,
            const char *label)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (find (field, GTK_TYPE_CHECK_BUTTON, label)));
}

static void
click (GtkWidget  *field,
       const char *label)
{
  GtkWidget *button = find (field, GTK_TYPE_BUTTON, label);

  if (button == NULL || !is_seen (button))
    g_error ("there is no button “%s”", label);
  g_signal_emit_by_name (button, "clicked");
}

static void
assert_answer (GtkWidget  *field,
               const char *expected)
{
  g_autoptr (PanahValue) value = NULL;

  g_assert_true (panah_field_read (PANAH_FIELD (field), &value));
  g_autoptr (JsonNode) node = panah_value_to_json (value);
  g_autofree char *json = node != NULL ? json_to_string (node, FALSE) : g_strdup ("absent");
  g_assert_cmpstr (json, ==, expected);
}

/* @part: words of the sentence that says what to do */
static void
assert_error (GtkWidget  *field,
              const char *part)
{
  PanahValue *value = NULL;

  g_assert_false (panah_field_read (PANAH_FIELD (field), &value));
  g_assert_null (value);
  g_autofree char *error = strip_isolates (panah_field_get_error (PANAH_FIELD (field)));
  if (strstr (error, part) == NULL)
    g_error ("“%s” does not say “%s”", error, part);
}

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
  { "solar", "en", SOLAR, "1", "Hamal", "1365", "This is Friday, 21 March 1986.", "In the Solar Hijri calendar: 1 Hamal 1365." },
  { "solar-year", "en", SOLAR, "", "", "1365", "This is between Friday, 21 March 1986 and Friday, 20 March 1987.",
    "In the Solar Hijri calendar: 1365." },
  { "lunar", "en", LUNAR, "1", "9", "1445", "This is about Monday, 11 March 2024. It can be a day earlier or later.",
    "In the lunar Hijri calendar: 1 Ramadan 1445." },
  { "dari", "fa-AF", NULL, "1", "حمل", "1365", "This is جمعه, 21 مارچ 1986.", "In the Solar Hijri calendar: 1 حمل 1365." },
  { "dari-form", "fa-AF", FORM, "21", "3", "1986", "This is جمعه, 21 مارچ 1986.", "In the Solar Hijri calendar: 1 حمل 1365." },
  { "dari-form-month", "fa-AF", FORM, "", "3", "1986", NULL,
    "In the Solar Hijri calendar: between 10 حوت 1364 and 11 حمل 1365." },
};

static void
test_echo (gconstpointer data)
{
  const EchoRow *row = data;
  g_autoptr (PanahSession) session = new_session (row->language);
  GtkWidget *field = new_field (session, "applicant.birth_date");

  if (row->calendar != NULL)
    check (field, row->calendar, TRUE);
  type_date (field, row->day, row->month, row->year);
  if (row->echo != NULL && g_str_equal (row->language, "en"))
    assert_says (field, row->echo);
  if (row->own != NULL)
    assert_says (field, row->own);
  type (field, YEAR, "");
  g_assert_false (row->echo != NULL && says (field, row->echo));
  g_assert_false (row->own != NULL && says (field, row->own));
  g_assert_finalize_object (field);
}

/* An English sentence may stand in for a missing one, with a date in it that runs the other way. */
static void
test_isolated (void)
{
  g_autoptr (PanahSession) session = new_session ("fa-AF");
  GtkWidget *field = new_field (session, "applicant.birth_date");

  type_date (field, "1", "1", "1365");
  GtkWidget *label = find (field, GTK_TYPE_LABEL, "In the Solar Hijri calendar: 1 حمل 1365.");
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
  g_autoptr (PanahSession) session = new_session ("en");
  GtkWidget *field = new_field (session, "applicant.birth_date");

  type_date (field, row->day, row->month, row->year);
  assert_error (field, row->error);
  g_assert_cmpstr (typed (field, DAY), ==, row->day);
  g_assert_cmpstr (typed (field, MONTH), ==, row->month);
  g_assert_cmpstr (typed (field, YEAR), ==, row->year);
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
      g_autoptr (PanahSession) session = new_session (languages[i]);
      GtkWidget *field = new_field (session, "applicant.birth_date");

      panah_session_set_language (session, "en");
      type_date (field, "1", "1", "1402");
      assert_says (field, QUESTION);
      assert_error (field, "of the solar or of the lunar");
      click (field, lunar ? SAY_LUNAR : SAY_SOLAR);
      g_assert_false (says (field, QUESTION));
      g_assert_true (is_checked (field, lunar ? LUNAR : SOLAR));
      assert_answer (field, lunar ? "{\"calendar\":\"islamic\",\"year\":1402,\"month\":1,\"day\":1}"
                                  : "{\"calendar\":\"persian\",\"year\":1402,\"month\":1,\"day\":1}");

      /* whoever has chosen is not asked again */
      type (field, YEAR, "1403");
      assert_answer (field, lunar ? "{\"calendar\":\"islamic\",\"year\":1403,\"month\":1,\"day\":1}"
                                  : "{\"calendar\":\"persian\",\"year\":1403,\"month\":1,\"day\":1}");
      g_assert_finalize_object (field);
    }
}

static void
test_chosen_before (void)
{
  g_autoptr (PanahSession) session = new_session ("en");
  GtkWidget *field = new_field (session, "applicant.birth_date");

  check (field, SOLAR, TRUE);
  type_date (field, "", "", "1402");
  assert_answer (field, "{\"calendar\":\"persian\",\"year\":1402,\"month\":null,\"day\":null}");

  /* nobody is born in the Gregorian year 1402, whoever chose that calendar */
  check (field, FORM, TRUE);
  assert_says (field, QUESTION);
  assert_error (field, "of the solar or of the lunar");
  g_assert_finalize_object (field);
}

static void
test_form_year (void)
{
  g_autoptr (PanahSession) session = new_session ("fa-AF");
  GtkWidget *field = new_field (session, "applicant.birth_date");

  g_assert_true (is_checked (field, SOLAR));
  type_date (field, "21", "3", "1986");
  assert_says (field, "Is 1986 a year of the calendar of the form?");
  assert_error (field, "one of the calendar of the form");
  click (field, "Use the calendar of the form");
  assert_answer (field, "\"1986-03-21\"");
  g_assert_finalize_object (field);
}

static void
test_other_month (void)
{
  g_autoptr (PanahSession) session = new_session ("en");
  GtkWidget *field = new_field (session, "applicant.birth_date");

  type (field, MONTH, "Hamal");
  assert_says (field, "The month “Hamal” belongs to the Solar Hijri calendar.");
  click (field, "Use the Solar Hijri calendar");
  type (field, YEAR, "1402"); /* and so the year is no question any more */
  assert_answer (field, "{\"calendar\":\"persian\",\"year\":1402,\"month\":1,\"day\":null}");
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
  g_autoptr (PanahSession) session = new_session ("fa-AF");
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), "applicant.birth_date");

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (answers[i], NULL);
      g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (PanahValue) value = panah_value_new_from_json (spec, spec->id, node, strange, NULL);
      GtkWidget *field = new_field (session, "applicant.birth_date");

      panah_field_write (PANAH_FIELD (field), value);
      assert_answer (field, answers[i]);
      check (field, "I am not sure of this date", i != 3);
      panah_field_keep (PANAH_FIELD (field));
      g_assert_finalize_object (field);

      /* nor does the same date, changed and not yet accepted, on a page built anew */
      field = new_field (session, "applicant.birth_date");
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
  g_autoptr (PanahSession) session = new_session ("en");
  GtkWidget *field = new_field (session, "entry.date");

  /* whatever was there before */
  check (field, SOLAR, TRUE);
  check (field, "I know only the year", TRUE);
  check (field, "I am not sure of this date", TRUE);
  type (field, YEAR, "1405");
  click (field, label);
  assert_answer (field, yesterday ? "\"2026-11-23\"" : "\"2026-11-24\"");
  assert_says (field, yesterday ? "This is Monday, 23 November 2026." : "This is Tuesday, 24 November 2026.");
  g_assert_finalize_object (field);

  field = new_field (session, "entry.moment");
  click (field, label);
  type (field, HOUR, "4");
  type (field, MINUTE, "5");
  assert_answer (field, yesterday ? "\"2026-11-23T04:05\"" : "\"2026-11-24T04:05\"");
  g_assert_finalize_object (field);

  field = new_field (session, "applicant.birth_date");
  g_assert_null (find (field, GTK_TYPE_BUTTON, label));
  g_assert_finalize_object (field);
}

static void
test_parts (void)
{
  g_autoptr (PanahSession) session = new_session ("en");
  GtkWidget *field = new_field (session, "applicant.birth_date");
  guint day = DAY, month = MONTH;

  type_date (field, "5", "March", "1986");
  check (field, "I don’t know the day", TRUE);
  g_assert_false (gtk_widget_get_sensitive (find_entry (field, &day)));
  assert_answer (field, "{\"calendar\":\"gregorian\",\"year\":1986,\"month\":3,\"day\":null}");
  check (field, "I know only the year", TRUE);
  g_assert_false (gtk_widget_get_sensitive (find_entry (field, &month)));
  assert_answer (field, "{\"calendar\":\"gregorian\",\"year\":1986,\"month\":null,\"day\":null}");
  assert_says (field, "This is between Wednesday, 1 January 1986 and Wednesday, 31 December 1986.");

  /* what stood in the boxes was not thrown away */
  check (field, "I know only the year", FALSE);
  check (field, "I don’t know the day", FALSE);
  assert_answer (field, "\"1986-03-05\"");

  type (field, YEAR, "");
  check (field, "I know only the year", TRUE);
  assert_error (field, "at least the year");
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
  g_autoptr (PanahSession) session = new_session ("en");

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      GtkWidget *field = new_field (session, facts[i]);
      type (field, DAY, row->text);
      g_assert_cmpstr (typed (field, DAY), ==, row->day);
      g_assert_cmpstr (typed (field, MONTH), ==, row->month);
      g_assert_cmpstr (typed (field, YEAR), ==, row->year);
      g_assert_finalize_object (field);
    }
}

/* Letter by letter, as hands do it: the rest of the day still arrives where it belongs. */
static void
test_type_whole (void)
{
  g_autoptr (PanahSession) session = new_session ("en");
  GtkWidget *field = new_field (session, "applicant.birth_date");
  guint n = DAY;
  GtkEditable *day = GTK_EDITABLE (find_entry (field, &n));

  for (const char *p = "1986-03-21"; *p != '\0'; p++)
    {
      int position = gtk_editable_get_position (day);
      gtk_editable_insert_text (day, p, 1, &position);
      gtk_editable_set_position (day, position);
    }
  assert_answer (field, "\"1986-03-21\"");
  g_assert_finalize_object (field);
}

/* A page is built anew in another language: half a month, the calendar and the open question are still there. */
static void
test_new_language (void)
{
  g_autoptr (PanahSession) session = new_session ("en");
  GtkWidget *field = new_field (session, "applicant.birth_date");

  type_date (field, "1", "Ham", "1402");
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);
  panah_session_set_language (session, "fa-AF");
  field = new_field (session, "applicant.birth_date");
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_cmpstr (typed (field, MONTH), ==, "Ham");
  g_assert_true (is_checked (field, FORM));
  type (field, MONTH, "1");
  assert_says (field, QUESTION);
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);

  panah_session_set_language (session, "en");
  field = new_field (session, "applicant.birth_date");
  panah_field_write (PANAH_FIELD (field), NULL);
  assert_says (field, QUESTION);
  click (field, SAY_SOLAR);
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);

  panah_session_set_language (session, "fa-AF");
  field = new_field (session, "applicant.birth_date");
  panah_field_write (PANAH_FIELD (field), NULL);
  assert_answer (field, "{\"calendar\":\"persian\",\"year\":1402,\"month\":1,\"day\":1}");
  g_assert_finalize_object (field);
}

/* Nobody has touched it: it comes in the calendar of the new language. */
static void
test_new_default (void)
{
  g_autoptr (PanahSession) session = new_session ("en");
  GtkWidget *field = new_field (session, "applicant.birth_date");

  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);
  panah_session_set_language (session, "fa-AF");
  field = new_field (session, "applicant.birth_date");
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_true (is_checked (field, SOLAR));

  check (field, LUNAR, TRUE);
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);
  panah_session_set_language (session, "en");
  field = new_field (session, "applicant.birth_date");
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_true (is_checked (field, LUNAR));
  g_assert_finalize_object (field);
}

/* Drafts of a file that an older version wrote end with the fourth kind of input. */
static void
test_old_draft (void)
{
  g_autoptr (PanahSession) session = new_session ("en");
  JsonNode *draft = json_from_string ("{\"input\":[false,true,false,\"1\",\"2\",\"13\",true],\"unknown\":false,\"none\":false}",
                                      NULL);

  panah_session_set_draft (session, "applicant.birth_date", draft);
  GtkWidget *field = new_field (session, "applicant.birth_date");
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_true (is_checked (field, SOLAR));
  g_assert_true (is_checked (field, "I am not sure of this date"));
  g_assert_false (is_checked (field, "I know only the year"));
  g_assert_cmpstr (typed (field, YEAR), ==, "13");
  g_assert_finalize_object (field);
}

/* The day of a moment is told as any day; the case keeps which day of the form's calendar that is. */
static void
test_moment (void)
{
  g_autoptr (PanahSession) session = new_session ("fa-AF");
  GtkWidget *field = new_field (session, "entry.moment");

  g_assert_true (is_checked (field, SOLAR));
  type_date (field, "2", "قوس", "1405");
  type (field, HOUR, "4");
  type (field, MINUTE, "30");
  assert_says (field, "In the Solar Hijri calendar: 2 قوس 1405.");
  assert_answer (field, "\"2026-11-23T04:30\"");

  type_date (field, "23", "11", "2026");
  assert_says (field, "Is 2026 a year of the calendar of the form?");
  click (field, "Use the calendar of the form");
  assert_answer (field, "\"2026-11-23T04:30\"");

  /* no part of it may be missing, so nobody is asked which */
  g_assert_null (find (field, GTK_TYPE_CHECK_BUTTON, "I know only the year"));
  g_assert_finalize_object (field);
}

/* Around a lunar day an hour would be of one of three days. */
static void
test_moment_lunar (void)
{
  g_autoptr (PanahSession) session = new_session ("en");
  GtkWidget *field = new_field (session, "entry.moment");

  check (field, LUNAR, TRUE);
  type_date (field, "13", "6", "1448");
  type (field, HOUR, "4");
  type (field, MINUTE, "30");
  assert_error (field, "A day of the lunar calendar is not certain");
  check (field, SOLAR, TRUE);
  type (field, YEAR, "1405");
  assert_answer (field, "\"2026-09-04T04:30\"");
  g_assert_finalize_object (field);
}

/* What was typed stays, in the calendar it was typed in, on a page built anew and in a file of an older version. */
static void
test_moment_drafts (void)
{
  g_autoptr (PanahSession) session = new_session ("en");
  GtkWidget *field = new_field (session, "entry.moment");

  check (field, SOLAR, TRUE);
  type_date (field, "2", "Qaws", "1402");
  type (field, HOUR, "4");
  panah_field_keep (PANAH_FIELD (field));
  g_assert_finalize_object (field);
  field = new_field (session, "entry.moment");
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_true (is_checked (field, SOLAR));
  g_assert_cmpstr (typed (field, HOUR), ==, "4");
  type (field, MINUTE, "5");
  assert_answer (field, "\"2023-11-23T04:05\"");
  g_assert_finalize_object (field);

  panah_session_set_draft (session, "entry.moment",
                           json_from_string ("{\"input\":[\"23\",\"Nov\",\"2026\",\"4\",\"30\"],\"unknown\":false,\"none\":false}", NULL));
  panah_session_set_language (session, "fa-AF");
  field = new_field (session, "entry.moment");
  panah_field_write (PANAH_FIELD (field), NULL);
  g_assert_true (is_checked (field, FORM));
  assert_answer (field, "\"2026-11-23T04:30\"");
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
  g_autoptr (PanahSession) session = new_session ("en");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *field = new_field (session, "entry.moment");
      type_date (field, rows[i].day, rows[i].month, rows[i].year);
      type (field, HOUR, rows[i].hour);
      type (field, MINUTE, rows[i].minute);
      assert_error (field, rows[i].error);
      g_assert_finalize_object (field);
    }
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
  g_test_add_func ("/ui/dates/moment/calendars", test_moment);
  g_test_add_func ("/ui/dates/moment/lunar", test_moment_lunar);
  g_test_add_func ("/ui/dates/moment/drafts", test_moment_drafts);
  g_test_add_func ("/ui/dates/moment/errors", test_moment_errors);
  return g_test_run ();
}
