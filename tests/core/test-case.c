/* test-case.c - a case as it stands in a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which row produces which PanahCoreError: JSON and LIMIT here and in test-json-scan.c, CASE and DATE here and in
 * test-value.c, PACK_NAME, PACK_UNKNOWN and PACK_INVALID in test-pack-loader.c. FILE is the tool's own: core never
 * fails with it, because a file of a pack that cannot be read is one of the pack's problems. */

#include "core-support.h"

#include "core/case.h"
#include "core/error.h"
#include "core/json-scan.h"

#define OK    -1
#define CASE  PANAH_CORE_ERROR_CASE
#define DATE  PANAH_CORE_ERROR_DATE
#define JSON  PANAH_CORE_ERROR_JSON
#define LIMIT PANAH_CORE_ERROR_LIMIT

static PanahPack *pack;

typedef struct
{
  const char *name;
  const char *text; /* %s is the head of a case of xa, up to the facts */
  int         error;
  const char *message; /* of the error, or (nullable) what is strange */
} Row;

#define HEAD "'format':'panah-case','schema':1,'pack':'xa'"

static const Row rows[] = {
  { "smallest", "{" HEAD ",'facts':{}}", OK, NULL },
  { "everything", "{" HEAD ",'case_id':'x','journey':'stay','language':'fa-AF','official_language':'kk','facts':{},"
                  "'papers':{'likeness':'have'},'last_plan':{}}", OK, NULL },
  { "optional-members-null",
    "{" HEAD ",'case_id':null,'journey':null,'language':null,'official_language':null,'facts':{}}", OK,
    NULL },
  { "not-json", "{" HEAD ",'facts':{},}", JSON, "expected a member name" },
  { "not-one-text", "{" HEAD ",'facts':{}}{}", JSON, "something follows" },
  { "member-twice", "{" HEAD ",'facts':{},'facts':{}}", JSON, "stands twice" },
  { "too-deep", "{" HEAD ",'facts':{'kin':[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}}", LIMIT,
    "nested deeper than 32 levels" },
  { "array", "[]", CASE, "this is not a Panah case: it is not an object" },
  { "string", "'panah-case'", CASE, "it is not an object" },
  { "empty-object", "{}", CASE, "“format” is not “panah-case”" },
  { "other-format", "{'format':'panah-pack','schema':1,'pack':'xa','facts':{}}", CASE, "“format” is not “panah-case”" },
  { "format-number", "{'format':1,'schema':1,'pack':'xa','facts':{}}", CASE, "“format” must be a text" },
  { "no-schema", "{'format':'panah-case','pack':'xa','facts':{}}", CASE, "“schema” must be a whole number" },
  { "schema-string", "{'format':'panah-case','schema':'1','pack':'xa','facts':{}}", CASE,
    "“schema” must be a whole number" },
  { "schema-null", "{'format':'panah-case','schema':null,'pack':'xa','facts':{}}", CASE,
    "“schema” must be a whole number" },
  { "schema-2", "{'format':'panah-case','schema':2,'pack':'xa','facts':{}}", CASE, "another version of the program" },
  { "no-pack", "{'format':'panah-case','schema':1,'facts':{}}", CASE, "“pack” is missing" },
  { "pack-null", "{'format':'panah-case','schema':1,'pack':null,'facts':{}}", CASE, "“pack” is missing" },
  { "pack-number", "{'format':'panah-case','schema':1,'pack':7,'facts':{}}", CASE, "“pack” must be a text" },
  { "no-facts", "{" HEAD "}", CASE, "“facts” must be an object" },
  { "facts-null", "{" HEAD ",'facts':null}", CASE, "“facts” must be an object" },
  { "facts-array", "{" HEAD ",'facts':[]}", CASE, "“facts” must be an object" },
  { "papers-array", "{" HEAD ",'facts':{},'papers':[]}", CASE, "“papers” must be an object" },
  { "papers-state-number", "{" HEAD ",'facts':{},'papers':{'likeness':1}}", CASE, "papers: “likeness” must be a text" },
  { "last-plan-string", "{" HEAD ",'facts':{},'last_plan':'x'}", CASE, "“last_plan” must be an object" },
  { "pack-edition-and-hash", "{" HEAD ",'facts':{},'pack_edition':'2026-01-10','pack_hash':'00ff'}", OK, NULL },
  { "pack-edition-null", "{" HEAD ",'facts':{},'pack_edition':null,'pack_hash':null}", OK, NULL },
  { "pack-edition-number", "{" HEAD ",'facts':{},'pack_edition':2026}", CASE, "“pack_edition” must be a text" },
  { "pack-hash-object", "{" HEAD ",'facts':{},'pack_hash':{}}", CASE, "“pack_hash” must be a text" },
  { "case-id-number", "{" HEAD ",'facts':{},'case_id':7}", CASE, "“case_id” must be a text" },
  { "journey-object", "{" HEAD ",'facts':{},'journey':{}}", CASE, "“journey” must be a text" },
  { "language-array", "{" HEAD ",'facts':{},'language':['ru']}", CASE, "“language” must be a text" },
  { "official-language-true", "{" HEAD ",'facts':{},'official_language':true}", CASE,
    "“official_language” must be a text" },
  { "fact-wrong-kind", "{" HEAD ",'facts':{'bags':'two'}}", CASE, "bags: must be a whole number" },
  { "fact-no-date", "{" HEAD ",'facts':{'person.born':'1990-13-01'}}", DATE, "person.born: there is no date" },
  { "member-no-date", "{" HEAD ",'facts':{'kin':[{'born':{'calendar':'persian','year':1404,'month':12,'day':30}}]}}",
    DATE,
    "kin[0].born: there is no date" },
  { "unknown-member", "{" HEAD ",'facts':{},'colour':'red'}", OK, "colour: not a part of a case" },
  { "unknown-fact", "{" HEAD ",'facts':{'crossing.dya':'2026-02-01'}}", OK,
    "crossing.dya: not a fact of this country’s rules" },
  { "unknown-fact-with-controls", "{" HEAD ",'facts':{'a: b\\n\\u001bc':1}}", OK,
    "a? b??c: not a fact of this country’s rules" },
  { "unknown-fact-of-any-kind", "{" HEAD ",'facts':{'x':{'y':[1,null]}}}", OK, "x: not a fact" },
  { "unknown-code", "{" HEAD ",'facts':{'crossing.manner':'cart'}}", OK,
    "crossing.manner: the code “cart” is not known" },
  { "papers-null", "{" HEAD ",'facts':{},'papers':null,'last_plan':null}", OK, NULL },
  { "unknown-paper", "{" HEAD ",'facts':{},'papers':{'crown':'have'}}", OK,
    "papers.crown: not a paper of this country’s rules" },
  { "unknown-paper-state", "{" HEAD ",'facts':{},'papers':{'likeness':'eaten'}}", OK,
    "papers.likeness: the code “eaten” is not known" },
  { "unknown-journey", "{" HEAD ",'facts':{},'journey':'fly'}", OK, "journey: the code “fly” is not known" },
  { "unknown-official-language", "{" HEAD ",'facts':{},'official_language':'xx'}", OK,
    "official_language: the code “xx” is not known" },
};

static PanahCase *
read_case (const char *text,
           GError    **error)
{
  g_autofree char *quoted = quote_json (text);
  g_autoptr (JsonNode) root = panah_json_parse (quoted, strlen (quoted), error);

  return root != NULL ? panah_case_new_from_json (root, pack, error) : NULL;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahCase) parsed = read_case (row->text, &error);

  if (row->error != OK)
    {
      g_assert_error (error, PANAH_CORE_ERROR, row->error);
      g_assert_null (parsed);
      assert_contains (error->message, row->message);
      return;
    }
  g_assert_no_error (error);
  const GPtrArray *strange = panah_facts_get_strange (parsed->facts);
  g_assert_cmpuint (strange->len, ==, row->message != NULL);
  if (row->message != NULL)
    assert_contains ((const char *) strange->pdata[0], row->message);
}

static void
test_settings (void)
{
  g_autoptr (PanahCase) full =
    read_case ("{" HEAD ",'case_id':'c-1','journey':'protest','language':'uz-Cyrl','official_language':'kk',"
               "'facts':{'bags':2},'papers':{'likeness':'have','ferry-slip':'lost','cart':null}}", NULL);
  g_autoptr (PanahCase) plain = read_case ("{" HEAD ",'facts':{}}", NULL);
  g_autoptr (PanahCase) odd = read_case ("{" HEAD ",'facts':{},'official_language':'xx'}", NULL);

  g_assert_cmpstr (full->case_id, ==, "c-1");
  g_assert_cmpstr (full->language, ==, "uz-Cyrl");
  g_assert_cmpstr (full->official_language, ==, "kk");
  g_assert_cmpstr (panah_facts_get_journey (full->facts), ==, "protest");
  g_assert_cmpint (panah_value_get_count (panah_facts_get (full->facts, "bags")), ==, 2);
  g_assert_cmpstr (panah_facts_get_paper (full->facts, "likeness"), ==, "have");
  g_assert_cmpstr (panah_facts_get_paper (full->facts, "ferry-slip"), ==, "lost");
  g_assert_null (panah_facts_get_paper (full->facts, "cart"));
  g_assert_null (plain->case_id);
  g_assert_cmpstr (plain->language, ==, "en");
  g_assert_cmpstr (plain->official_language, ==, "ru");
  g_assert_null (panah_facts_get_journey (plain->facts));
  g_assert_cmpstr (odd->official_language, ==, "ru");
}

static void
test_peek (void)
{
  g_autoptr (JsonNode) root = parse_json ("{'format':'panah-case','schema':1,'pack':'../../etc'}");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = panah_case_peek_pack (root, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "../../etc"); /* the index refuses it */
}

/* Twenty things wrong and none that stops it: all are kept, all are told. */
static void
test_all_strange (void)
{
  g_autoptr (GString) text = g_string_new ("{" HEAD ",'facts':{");

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "%s'odd.%u':%u", i > 0 ? "," : "", i, i);
  g_string_append (text, "}}");
  g_autoptr (PanahCase) parsed = read_case (text->str, NULL);
  g_assert_cmpuint (panah_facts_get_strange (parsed->facts)->len, ==, 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pack = load_fictional ("xa");

  ADD_ROWS ("/core/case", rows, test_row);
  g_test_add_func ("/core/case/settings", test_settings);
  g_test_add_func ("/core/case/peek", test_peek);
  g_test_add_func ("/core/case/all-strange", test_all_strange);
  int result = g_test_run ();

  panah_pack_unref (pack);
  return result;
}
