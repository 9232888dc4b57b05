/* test-value.c - an answer as it stands in a file: given, not known, none, and what no answer is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

#include "core/error.h"

#define OK      -1
#define WRONG   PANAH_CORE_ERROR_CASE
#define NO_DATE PANAH_CORE_ERROR_DATE
#define GIVEN   PANAH_ANSWER_GIVEN
#define UNKNOWN PANAH_ANSWER_UNKNOWN
#define NONE    PANAH_ANSWER_NONE
#define ABSENT  PANAH_ANSWER_ABSENT

static PanahPack *pack;

typedef struct
{
  const char *name;
  const char *fact;
  const char *value;
  int         error;
  PanahAnswer answer;
  const char *strange; /* (nullable): the first thing that is kept but not understood; or the error's message */
} Row;

/* person.phone, person.email, person.booklet, person.states and kin may be "none". */
static const Row rows[] = {
  { "text/given", "person.home", "'House 1'", OK, GIVEN, NULL },
  { "text/null", "person.home", "null", OK, UNKNOWN, NULL },
  { "text/none-is-a-word", "person.home", "'none'", OK, GIVEN, NULL },
  { "text/empty", "person.home", "''", OK, ABSENT, NULL },
  { "text/object", "person.home", "{'said':'x','language':'fa-AF','official':{'ru':'у'}}", OK, GIVEN, NULL },
  { "text/object-without-words", "person.home", "{'said':null,'language':'ru'}", OK, ABSENT, NULL },
  { "text/object-empty", "person.home", "{}", OK, ABSENT, NULL },
  { "text/only-official", "person.home", "{'official':{'ru':'у'}}", OK, GIVEN, NULL },
  { "text/official-empty", "person.home", "{'said':'','official':{'ru':'','kk':null}}", OK, ABSENT, NULL },
  { "text/unknown-member", "person.home", "{'said':'x','tone':'sad'}", OK, GIVEN,
    "person.home.tone: not part of this answer" },
  { "text/number", "person.home", "5", WRONG, 0, "person.home: must be a text" },
  { "text/true", "person.home", "true", WRONG, 0, "person.home: must be a text" },
  { "text/array", "person.home", "['x']", WRONG, 0, "person.home: must be a text" },
  { "text/said-number", "person.home", "{'said':5}", WRONG, 0, "person.home.said: must be a text" },
  { "text/language-array", "person.home", "{'said':'x','language':[]}", WRONG, 0,
    "person.home.language: must be a text" },
  { "text/official-string", "person.home", "{'official':'x'}", WRONG, 0, "person.home.official: must be an object" },
  { "text/official-null", "person.home", "{'official':null}", WRONG, 0, "person.home.official: must be an object" },
  { "text/official-number", "person.home", "{'official':{'ru':5}}", WRONG, 0,
    "person.home.official.ru: must be a text" },
  { "long-text/given", "person.story", "'It was night.\\nI ran.'", OK, GIVEN, NULL },
  { "long-text/null", "person.story", "null", OK, UNKNOWN, NULL },
  { "long-text/number", "person.story", "1", WRONG, 0, "must be a text" },
  { "phone/given", "person.phone", "'+000 1'", OK, GIVEN, NULL },
  { "phone/none", "person.phone", "'none'", OK, NONE, NULL },
  { "phone/the-word-none", "person.phone", "{'said':'none'}", OK, GIVEN, NULL },
  { "phone/null", "person.phone", "null", OK, UNKNOWN, NULL },
  { "phone/number", "person.phone", "77", WRONG, 0, "must be a text" },
  { "email/none", "person.email", "'none'", OK, NONE, NULL },
  { "email/given", "person.email", "'a@b'", OK, GIVEN, NULL },
  { "number-text/given", "person.booklet", "'N 0012'", OK, GIVEN, NULL },
  { "number-text/none", "person.booklet", "'none'", OK, NONE, NULL },
  { "number-text/number", "person.booklet", "12", WRONG, 0, "must be a text" },
  { "name/given", "person.name",
    "{'cyrillic':{'surname':'А','given':'Б','patronymic':null},'latin':{'given':'B'},'native':'ب'}",
    OK, GIVEN, NULL },
  { "name/one-part", "person.name", "{'native':'ب'}", OK, GIVEN, NULL },
  { "name/null", "person.name", "null", OK, UNKNOWN, NULL },
  { "name/nothing-in-it", "person.name", "{'cyrillic':{'surname':''},'latin':null,'native':null}", OK, ABSENT, NULL },
  { "name/unknown-script", "person.name", "{'native':'x','runic':'y'}", OK, GIVEN,
    "person.name.runic: not part of a name" },
  { "name/unknown-part", "person.name", "{'latin':{'given':'x','title':'Dr'}}", OK, GIVEN,
    "person.name.latin.title: not part of a name" },
  { "name/string", "person.name", "'Ann'", WRONG, 0, "person.name: must be an object" },
  { "name/array", "person.name", "[]", WRONG, 0, "person.name: must be an object" },
  { "name/part-number", "person.name", "{'latin':{'given':1}}", WRONG, 0, "person.name.latin.given: must be a text" },
  { "name/script-string", "person.name", "{'latin':'Ann'}", WRONG, 0, "person.name.latin: must be an object" },
  { "name/native-object", "person.name", "{'native':{}}", WRONG, 0, "person.name.native: must be a text" },
  { "date/given", "person.born", "'1990-05-05'", OK, GIVEN, NULL },
  { "date/null", "person.born", "null", OK, UNKNOWN, NULL },
  { "date/none-not-allowed", "person.born", "'none'", NO_DATE, 0, "person.born: there is no date “none”" },
  { "date/empty", "person.born", "''", NO_DATE, 0, "there is no date" },
  { "date/impossible", "person.born", "'2026-02-30'", NO_DATE, 0, "there is no date “2026-02-30”" },
  { "date/moment", "person.born", "'2026-02-03T10:00'", NO_DATE, 0, "there is no date" },
  { "date/number", "person.born", "1990", WRONG, 0, "person.born: must be a date" },
  { "date/array", "person.born", "[1990]", WRONG, 0, "person.born: must be a date" },
  { "date/partial", "person.born", "{'calendar':'persian','year':1365,'month':1,'day':null,'about':true}", OK, GIVEN,
    NULL },
  { "date/calendar-by-default", "person.born", "{'year':1990}", OK, GIVEN, NULL },
  { "date/about-null", "person.born", "{'year':1990,'about':null}", OK, GIVEN, NULL },
  { "date/impossible-persian", "person.born", "{'calendar':'persian','year':1404,'month':12,'day':30}", NO_DATE, 0,
    "person.born: there is no date 1404-12-30 in the persian calendar" },
  { "date/impossible-month", "person.born", "{'year':1990,'month':13}", NO_DATE, 0, "there is no date" },
  { "date/impossible-day-257", "person.born", "{'year':1990,'month':1,'day':257}", NO_DATE, 0, "there is no date" },
  { "date/day-without-month", "person.born", "{'year':1990,'day':5}", NO_DATE, 0, "there is no date" },
  { "date/year-too-early", "person.born", "{'year':999}", NO_DATE, 0, "there is no date" },
  { "date/no-year", "person.born", "{'month':1}", WRONG, 0, "a date needs a “year”" },
  { "date/year-null", "person.born", "{'year':null}", WRONG, 0, "a date needs a “year”" },
  { "date/year-zero", "person.born", "{'year':0}", WRONG, 0, "a date needs a “year”" },
  { "date/year-string", "person.born", "{'year':'1990'}", WRONG, 0, "a date needs a “year”" },
  { "date/month-negative", "person.born", "{'year':1990,'month':-1}", WRONG, 0, "whole numbers or null" },
  { "date/month-zero", "person.born", "{'year':1990,'month':0}", WRONG, 0, "whole numbers or null" },
  { "date/day-zero", "person.born", "{'year':1990,'month':1,'day':0}", WRONG, 0, "whole numbers or null" },
  { "date/month-9999", "person.born", "{'year':1990,'month':9999}", NO_DATE, 0, "there is no date" },
  { "date/year-10000", "person.born", "{'year':10000}", WRONG, 0, "a date needs a “year”" },
  { "date/day-true", "person.born", "{'year':1990,'month':1,'day':true}", WRONG, 0, "whole numbers or null" },
  { "date/calendar-unknown", "person.born", "{'calendar':'julian','year':1990}", WRONG, 0,
    "must be gregorian, persian or islamic" },
  { "date/calendar-null", "person.born", "{'calendar':null,'year':1990}", WRONG, 0,
    "must be gregorian, persian or islamic" },
  { "date/about-string", "person.born", "{'year':1990,'about':'yes'}", WRONG, 0, "“about” must be true or false" },
  { "date/unknown-member", "person.born", "{'cal':'persian','year':1365}", OK, GIVEN,
    "person.born.cal: not part of a date" },
  { "moment/given", "crossing.moment", "'2026-02-03T10:00'", OK, GIVEN, NULL },
  { "moment/null", "crossing.moment", "null", OK, UNKNOWN, NULL },
  { "moment/day", "crossing.moment", "'2026-02-03'", NO_DATE, 0, "crossing.moment: there is no moment “2026-02-03”" },
  { "moment/24-00", "crossing.moment", "'2026-02-03T24:00'", NO_DATE, 0, "there is no moment" },
  { "moment/object", "crossing.moment", "{'year':2026}", WRONG, 0, "crossing.moment: must be a moment" },
  { "moment/number", "crossing.moment", "5", WRONG, 0, "must be a moment" },
  { "yes-no/yes", "held", "'yes'", OK, GIVEN, NULL },
  { "yes-no/unknown", "held", "'unknown'", OK, UNKNOWN, NULL },
  { "yes-no/null", "held", "null", OK, UNKNOWN, NULL },
  { "yes-no/perhaps", "held", "'perhaps'", OK, GIVEN, "held: the code “perhaps” is not known" },
  { "yes-no/true", "held", "true", WRONG, 0, "held: must be a code" },
  { "yes-no/array", "held", "['yes']", WRONG, 0, "held: must be a code" },
  { "choice/given", "crossing.manner", "'river'", OK, GIVEN, NULL },
  { "choice/null", "crossing.manner", "null", OK, UNKNOWN, NULL },
  { "choice/from-a-set", "crossing.place", "'north'", OK, GIVEN, NULL },
  { "choice/unknown-code", "crossing.manner", "'tunnel'", OK, GIVEN,
    "crossing.manner: the code “tunnel” is not known" },
  { "choice/none-not-allowed", "crossing.manner", "'none'", OK, GIVEN, "the code “none” is not known" },
  { "choice/number", "crossing.manner", "1", WRONG, 0, "must be a code" },
  { "choices/given", "crossing.causes", "['1','3']", OK, GIVEN, NULL },
  { "choices/empty", "crossing.causes", "[]", OK, ABSENT, NULL },
  { "choices/null", "crossing.causes", "null", OK, UNKNOWN, NULL },
  { "choices/unknown-code", "crossing.causes", "['1','9']", OK, GIVEN, "crossing.causes: the code “9” is not known" },
  { "choices/string", "crossing.causes", "'1'", WRONG, 0, "crossing.causes: must be an array of codes" },
  { "choices/numbers", "crossing.causes", "[1]", WRONG, 0, "crossing.causes: must be a code" },
  { "choices/null-inside", "crossing.causes", "['1',null]", WRONG, 0, "crossing.causes: must be a code" },
  { "country/given", "person.state", "'AF'", OK, GIVEN, NULL },
  { "country/stateless", "person.state", "'stateless'", OK, GIVEN, NULL },
  { "country/small", "person.state", "'af'", OK, GIVEN, "the code “af” is not known" },
  { "country/three-letters", "person.state", "'AFG'", OK, GIVEN, "the code “AFG” is not known" },
  { "country/object", "person.state", "{}", WRONG, 0, "must be a code" },
  { "countries/given", "person.states", "['AF','TV']", OK, GIVEN, NULL },
  { "countries/none", "person.states", "'none'", OK, NONE, NULL },
  { "countries/string", "person.states", "'AF'", WRONG, 0, "must be an array of codes" },
  { "language/given", "person.tongue", "'fa-AF'", OK, GIVEN, NULL },
  { "language/script", "person.tongue", "'uz-Cyrl'", OK, GIVEN, NULL },
  { "language/underscore", "person.tongue", "'fa_AF'", OK, GIVEN, "the code “fa_AF” is not known" },
  { "languages/given", "person.tongues", "['ru','en']", OK, GIVEN, NULL },
  { "languages/null", "person.tongues", "null", OK, UNKNOWN, NULL },
  { "count/given", "bags", "3", OK, GIVEN, NULL },
  { "count/zero", "bags", "0", OK, GIVEN, NULL },
  { "count/null", "bags", "null", OK, UNKNOWN, NULL },
  { "count/negative", "bags", "-1", WRONG, 0, "bags: must be a whole number" },
  { "count/string", "bags", "'3'", WRONG, 0, "bags: must be a whole number" },
  { "count/true", "bags", "true", WRONG, 0, "bags: must be a whole number" },
  { "list/given", "kin", "[{'came':'yes'},{}]", OK, GIVEN, NULL },
  { "list/empty", "kin", "[]", OK, GIVEN, NULL },
  { "list/none", "kin", "'none'", OK, NONE, NULL },
  { "list/null", "kin", "null", OK, UNKNOWN, NULL },
  { "list/string", "kin", "'Ann'", WRONG, 0, "kin: must be an array" },
  { "list/object", "kin", "{}", WRONG, 0, "kin: must be an array" },
  { "list/of-strings", "kin", "[{},'Ann']", WRONG, 0, "kin[1]: must be an object" },
  { "list/of-null", "kin", "[null]", WRONG, 0, "kin[0]: must be an object" },
  { "list/unknown-member", "kin", "[{},{'shoe':44}]", OK, GIVEN, "kin[1].shoe: not a fact of this country’s rules" },
  { "list/member-wrong-kind", "kin", "[{'born':5}]", WRONG, 0, "kin[0].born: must be a date" },
  { "list/member-no-date", "kin", "[{},{},{'born':'2026-02-30'}]", NO_DATE, 0, "kin[2].born: there is no date" },
  { "list/member-unknown-code", "kin", "[{'tie':'foe'}]", OK, GIVEN, "kin[0].tie: the code “foe” is not known" },
};

static PanahValue *
read_value (const char *fact,
            const char *text,
            GPtrArray  *strange,
            GError    **error)
{
  g_autoptr (JsonNode) node = parse_json (text);

  return panah_value_new_from_json (panah_pack_find_fact (pack, fact), fact, node, strange, error);
}

/* What is read can be written and read again, and means the same. */
static void
check_round_trip (const Row        *row,
                  const PanahValue *value)
{
  g_autoptr (JsonNode) written = panah_value_to_json (value);
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint ((written == NULL), ==, (row->answer == ABSENT));
  if (written == NULL)
    return;
  g_autoptr (PanahValue) again =
    panah_value_new_from_json (panah_pack_find_fact (pack, row->fact), row->fact, written, strange, &error);
  g_assert_no_error (error);
  g_assert_cmpint (panah_value_get_answer (again), ==, row->answer);
  g_autoptr (JsonNode) rewritten = panah_value_to_json (again);
  g_assert_true (json_node_equal (written, rewritten));
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahValue) value = read_value (row->fact, row->value, strange, &error);

  if (row->error != OK)
    {
      g_assert_error (error, PANAH_CORE_ERROR, row->error);
      g_assert_null (value);
      assert_contains (error->message, row->strange);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (panah_value_get_answer (value), ==, row->answer);
  g_assert_cmpint (panah_value_is_given (value), ==, row->answer == GIVEN);
  g_assert_cmpuint (strange->len, ==, row->strange != NULL);
  if (row->strange != NULL)
    assert_contains ((const char *) strange->pdata[0], row->strange);
  check_round_trip (row, value);
}

typedef struct
{
  const char *name;
  const char *fact;
  const char *value;
} SameRow;

/* Already in the form in which it is written: not a byte changes. */
static const SameRow same_rows[] = {
  { "text", "person.home", "'House 1'" },
  { "text-object", "person.home", "{'said':'x','language':'fa-AF','official':{'kk':'қ','ru':'у'}}" },
  { "text-null", "person.home", "null" },
  { "phone-none", "person.phone", "'none'" },
  { "name", "person.name", "{'cyrillic':{'surname':'А','given':'Б','patronymic':'В'},"
    "'latin':{'given':'B'},'native':'ب'}" },
  { "date", "person.born", "'1990-05-05'" },
  { "date-month", "person.born", "{'calendar':'gregorian','year':1990,'month':5,'day':null}" },
  { "date-persian", "person.born", "{'calendar':'persian','year':1365,'month':1,'day':1,'about':true}" },
  { "date-lunar", "person.born", "{'calendar':'islamic','year':1447,'month':1,'day':1}" },
  { "moment", "crossing.moment", "'2026-02-03T00:00'" },
  { "yes-no", "held", "'no'" },
  { "choice-unknown", "crossing.manner", "'cart'" },
  { "choices", "crossing.causes", "['3','1']" },
  { "countries", "person.states", "['AF','stateless']" },
  { "languages", "person.tongues", "['ru','en']" },
  { "count", "bags", "0" },
  { "list", "kin", "[{'born':null,'came':'yes'},{}]" },
  { "list-empty", "kin", "[]" },
  { "list-none", "kin", "'none'" },
};

static void
test_same (gconstpointer data)
{
  const SameRow *row = data;
  g_autofree char *expected = quote_json (row->value);
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PanahValue) value = read_value (row->fact, row->value, strange, NULL);
  g_autoptr (JsonNode) written = panah_value_to_json (value);
  g_autofree char *text = json_to_string (written, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static PanahValue *
get_value (const char *fact,
           const char *text)
{
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  PanahValue *value = read_value (fact, text, strange, &error);

  g_assert_no_error (error);
  return value;
}

typedef struct
{
  const char *name;
  const char *value;
  const char *said;
  const char *language;
  const char *ru;
  const char *kk;
} TextRow;

static const TextRow text_rows[] = {
  { "plain-serves-every-language", "'x'", "x", NULL, "x", "x" },
  { "told-in-another-language", "{'said':'x','language':'fa-AF'}", "x", "fa-AF", NULL, NULL },
  { "told-in-the-official-language", "{'said':'x','language':'ru'}", "x", "ru", "x", NULL },
  { "official-words", "{'said':'x','language':'fa-AF','official':{'ru':'у'}}", "x", "fa-AF", "у", NULL },
  { "official-words-for-both", "{'said':'x','official':{'ru':'у','kk':'қ'}}", "x", NULL, "у", "қ" },
  { "official-words-win", "{'said':'x','language':'ru','official':{'ru':'у'}}", "x", "ru", "у", NULL },
  { "official-for-one-says-nothing-of-the-other", "{'said':'x','official':{'ru':'у'}}", "x", NULL, "у", NULL },
  { "unknown", "null", NULL, NULL, NULL, NULL },
};

static void
test_text (gconstpointer data)
{
  const TextRow *row = data;
  g_autoptr (PanahValue) value = get_value ("person.home", row->value);

  g_assert_cmpstr (panah_value_get_said (value), ==, row->said);
  g_assert_cmpstr (panah_value_get_said_language (value), ==, row->language);
  g_assert_cmpstr (panah_value_get_official (value, "ru"), ==, row->ru);
  g_assert_cmpstr (panah_value_get_official (value, "kk"), ==, row->kk);
}

static void
test_contents (void)
{
  g_autoptr (PanahValue) name = get_value ("person.name",
                                             "{'cyrillic':{'surname':'А'},'latin':{'given':'B'},'native':'ب'}");
  g_autoptr (PanahValue) born = get_value ("person.born", "{'calendar':'persian','year':1365,'month':1}");
  g_autoptr (PanahValue) moment = get_value ("crossing.moment", "'2026-02-03T10:00'");
  g_autoptr (PanahValue) causes = get_value ("crossing.causes", "['1','9']");
  g_autoptr (PanahValue) bags = get_value ("bags", "3");
  g_autoptr (PanahValue) kin = get_value ("kin", "[{'came':'yes'},{'born':null}]");
  guint32 from, to;

  g_assert_cmpstr (panah_value_get_name (name)->cyrillic.surname, ==, "А");
  g_assert_null (panah_value_get_name (name)->cyrillic.given);
  g_assert_cmpstr (panah_value_get_name (name)->latin.given, ==, "B");
  g_assert_cmpstr (panah_value_get_name (name)->native, ==, "ب");
  g_assert_true (panah_value_get_days (born, &from, &to));
  g_assert_cmpuint (from, ==, day_of ("1986-03-21"));
  g_assert_cmpuint (to, ==, day_of ("1986-04-20"));
  g_assert_cmpint (panah_value_get_date (born)->system, ==, PANAH_CALENDAR_PERSIAN);
  g_assert_cmpint (panah_value_get_moment (moment), ==, moment_of ("2026-02-03T10:00"));
  g_assert_true (panah_value_get_days (moment, &from, &to));
  g_assert_cmpuint (from, ==, day_of ("2026-02-03"));
  g_assert_true (panah_value_has_code (causes, "9"));
  g_assert_false (panah_value_has_code (causes, "2"));
  g_assert_cmpint (panah_value_get_count (causes), ==, 2);
  g_assert_cmpint (panah_value_get_count (bags), ==, 3);
  g_assert_cmpuint (panah_value_get_n_entries (kin), ==, 2);
  g_assert_true (panah_value_has_code (panah_value_get_member (kin, 0, "came"), "yes"));
  g_assert_cmpint (panah_value_get_answer (panah_value_get_member (kin, 1, "born")), ==, UNKNOWN);
  g_assert_null (panah_value_get_member (kin, 1, "came"));
  g_assert_null (panah_value_get_member (kin, 2, "came"));
}

/* A value that is not there, and a kind that does not fit, answer every question. */
static void
test_absent (void)
{
  g_autoptr (PanahValue) bags = get_value ("bags", "3");
  const PanahValue *values[] = { NULL, bags };
  guint32 from, to;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const PanahValue *value = values[i];
      g_assert_null (panah_value_get_said (value));
      g_assert_null (panah_value_get_date (value));
      g_assert_cmpint (panah_value_get_moment (value), ==, -1);
      g_assert_false (panah_value_get_days (value, &from, &to));
      g_assert_null (panah_value_get_name (value));
      g_assert_null (panah_value_get_codes (value)[0]);
      g_assert_cmpuint (panah_value_get_n_entries (value), ==, 0);
      g_assert_null (panah_value_get_member (value, 0, "came"));
    }
  g_assert_cmpint (panah_value_get_answer (NULL), ==, ABSENT);
  g_assert_null (panah_value_get_official (NULL, "ru"));
  g_assert_cmpint (panah_value_get_count (NULL), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pack = load_fictional ("xa");

  ADD_ROWS ("/core/value", rows, test_row);
  ADD_ROWS ("/core/value/written", same_rows, test_same);
  ADD_ROWS ("/core/value/official", text_rows, test_text);
  g_test_add_func ("/core/value/contents", test_contents);
  g_test_add_func ("/core/value/absent", test_absent);
  int result = g_test_run ();

  panah_pack_unref (pack);
  return result;
}
