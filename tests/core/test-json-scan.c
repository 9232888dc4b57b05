/* test-json-scan.c - every corner of RFC 8259, and the limits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

#include "core/error.h"
#include "core/json-scan.h"

#include <string.h>

#define ACCEPTED -1
#define JSON     PANAH_CORE_ERROR_JSON
#define LIMIT    PANAH_CORE_ERROR_LIMIT

typedef struct
{
  const char *name;
  const char *text;
  int         expected;
  const char *message;
} Row;

static const Row rows[] = {
  { "empty", "", JSON, "line 1, column 1: the text ends too early" },
  { "only-space", " \n\t\r ", JSON, "line 2, column 4: the text ends too early" },
  { "byte-order-mark", "\xEF\xBB\xBF{}", JSON, "line 1, column 1: not a JSON value" },
  { "comment-block", "{} /* no */", JSON, "line 1, column 4: something follows after the end" },
  { "comment-line", "// no\n{}", JSON, "not a JSON value" },
  { "comment-inside", "[1, /* no */ 2]", JSON, "line 1, column 5: not a JSON value" },
  { "trailing-comma-array", "[1,]", JSON, "line 1, column 4: not a JSON value" },
  { "trailing-comma-object", "{\"a\":1,}", JSON, "expected a member name in double quotes" },
  { "leading-comma", "[,1]", JSON, "line 1, column 2: not a JSON value" },
  { "two-commas", "[1,,2]", JSON, "line 1, column 4: not a JSON value" },
  { "comma-alone", "{,}", JSON, "expected a member name" },
  { "missing-comma", "[1 2]", JSON, "line 1, column 4: expected “,” or “]”" },
  { "missing-comma-members", "{\"a\":1 \"b\":2}", JSON, "expected “,” or “}”" },
  { "two-documents", "{}{}", JSON, "line 1, column 3: something follows after the end" },
  { "two-documents-lines", "{}\n{}", JSON, "line 2, column 1: something follows after the end" },
  { "wrong-bracket", "[}", JSON, "not a JSON value" },
  { "wrong-closing", "{\"a\":1]", JSON, "expected “,” or “}”" },
  { "unquoted-name", "{a:1}", JSON, "expected a member name in double quotes" },
  { "single-quotes", "{'a':1}", JSON, "expected a member name in double quotes" },
  { "single-quoted-string", "['a']", JSON, "not a JSON value" },
  { "number-as-name", "{1:1}", JSON, "expected a member name" },
  { "no-colon", "{\"a\" 1}", JSON, "expected “:”" },
  { "no-value", "{\"a\":}", JSON, "line 1, column 6: not a JSON value" },
  { "equals", "{\"a\"=1}", JSON, "expected “:”" },
  { "NaN", "[NaN]", JSON, "not a JSON value" },
  { "Infinity", "[-Infinity]", JSON, "not a number" },
  { "True", "[True]", JSON, "not a JSON value" },
  { "nul-word", "nul", JSON, "not a JSON value" },
  { "word-runs-on", "[nulll]", JSON, "expected “,” or “]”" },
  { "undefined", "undefined", JSON, "not a JSON value" },
  { "octal", "[01]", JSON, "line 1, column 2: a number may not begin with 0" },
  { "octal-negative", "-01", JSON, "a number may not begin with 0" },
  { "two-zeros", "00", JSON, "a number may not begin with 0" },
  { "hexadecimal", "[0x10]", JSON, "expected “,” or “]”" },
  { "plus", "[+1]", JSON, "not a JSON value" },
  { "minus-alone", "[-]", JSON, "line 1, column 3: not a number" },
  { "minus-space", "[- 1]", JSON, "not a number" },
  { "two-minus", "--1", JSON, "not a number" },
  { "float", "[1.5]", JSON, "only whole numbers" },
  { "float-whole", "[1.0]", JSON, "only whole numbers" },
  { "float-no-digit", "1.", JSON, "only whole numbers" },
  { "float-no-zero", ".5", JSON, "not a JSON value" },
  { "exponent", "[1e2]", JSON, "only whole numbers" },
  { "exponent-capital", "[1E2]", JSON, "only whole numbers" },
  { "exponent-zero", "0e0", JSON, "only whole numbers" },
  { "above-2^53", "9007199254740993", LIMIT, "outside ±2^53" },
  { "below-2^53", "-9007199254740993", LIMIT, "outside ±2^53" },
  { "above-int64", "92233720368547758080000000000", LIMIT, "outside ±2^53" },
  { "unfinished-string", "\"abc", JSON, "the text ends too early" },
  { "raw-newline", "\"a\nb\"", JSON, "line 1, column 3: a control character inside a string" },
  { "raw-tab", "\"a\tb\"", JSON, "a control character inside a string" },
  { "raw-0x1f", "\"\x1f\"", JSON, "a control character inside a string" },
  { "control-in-name", "{\"\x01\":1}", JSON, "a control character inside a string" },
  { "escape-unknown", "\"\\a\"", JSON, "unknown escape" },
  { "escape-apostrophe", "\"\\'\"", JSON, "unknown escape" },
  { "escape-hex", "\"\\x41\"", JSON, "unknown escape" },
  { "escape-octal", "\"\\012\"", JSON, "unknown escape" },
  { "escape-capital-u", "\"\\U0041\"", JSON, "unknown escape" },
  { "escape-newline", "\"\\\n\"", JSON, "unknown escape" },
  { "escape-last", "\"\\", JSON, "the text ends too early" },
  { "escape-closing-quote", "\"\\\"", JSON, "the text ends too early" },
  { "u-three-digits", "\"\\u004\"", JSON, "\\u needs four hexadecimal digits" },
  { "u-not-hex", "\"\\u00g0\"", JSON, "\\u needs four hexadecimal digits" },
  { "u-zero", "\"a\\u0000b\"", JSON, "\\u0000 is not allowed" },
  { "u-zero-in-name", "{\"\\u0000\":1}", JSON, "\\u0000 is not allowed" },
  { "lone-high-surrogate", "\"\\ud83d\"", JSON, "half of a surrogate pair" },
  { "lone-low-surrogate", "\"\\udc00\"", JSON, "half of a surrogate pair" },
  { "two-high-surrogates", "\"\\ud83d\\ud83d\"", JSON, "half of a surrogate pair" },
  { "high-then-letter", "\"\\ud83dx\"", JSON, "half of a surrogate pair" },
  { "high-then-escape", "\"\\ud83d\\n\"", JSON, "half of a surrogate pair" },
  { "high-then-short", "\"\\ud83d\\ude0\"", JSON, "\\u needs four hexadecimal digits" },
  { "surrogates-reversed", "\"\\ude00\\ud83d\"", JSON, "half of a surrogate pair" },
  { "utf8-stray-continuation", "\"\x80\"", JSON, "line 1, column 2: not UTF-8 text" },
  { "utf8-overlong", "\"\xC0\xAF\"", JSON, "not UTF-8 text" },
  { "utf8-surrogate", "\"\xED\xA0\x80\"", JSON, "not UTF-8 text" },
  { "utf8-beyond", "\"\xF4\x90\x80\x80\"", JSON, "not UTF-8 text" },
  { "utf8-cut", "\"\xE2\x82\"", JSON, "not UTF-8 text" },
  { "utf8-latin1", "[\"ok\",\n\"caf\xE9\"]", JSON, "line 2, column 5: not UTF-8 text" },
  { "member-twice", "{\"a\":1,\n \"a\":2}", JSON, "line 2, column 2: the member “a” stands twice" },
  { "member-twice-by-escape", "{\"a\":1,\"\\u0061\":2}", JSON, "the member “a” stands twice" },
  { "member-twice-by-solidus", "{\"/\":1,\"\\/\":2}", JSON, "stands twice" },
  { "member-twice-inside", "[{\"b\":{\"a\":1,\"c\":2,\"a\":1}}]", JSON, "the member “a” stands twice" },
  { "no-break-space", "[\xC2\xA0 1]", JSON, "not a JSON value" },
  { "form-feed", "[\f1]", JSON, "not a JSON value" },
  { "column-counts-characters", "[\"ждё\" x]", JSON, "line 1, column 8: expected “,” or “]”" },
  { "line-counts-newlines", "{\n\n\"a\":1,\n  x}", JSON, "line 4, column 3: expected a member name" },

  { "object-empty", "{}", ACCEPTED, NULL },
  { "array-empty", "[ ]", ACCEPTED, NULL },
  { "scalar-number", "5", ACCEPTED, NULL },
  { "scalar-string", " \"x\" ", ACCEPTED, NULL },
  { "scalar-null", "null", ACCEPTED, NULL },
  { "scalar-true", "true", ACCEPTED, NULL },
  { "zero", "[0]", ACCEPTED, NULL },
  { "minus-zero", "[-0]", ACCEPTED, NULL },
  { "2^53", "[9007199254740992, -9007199254740992]", ACCEPTED, NULL },
  { "all-space", "\t\r\n {\t\"a\"\r:\n1 , \"b\" : [ ] }\n", ACCEPTED, NULL },
  { "all-escapes", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"", ACCEPTED, NULL },
  { "surrogate-pair", "\"\\uD83D\\ude00\"", ACCEPTED, NULL },
  { "not-a-character", "\"\\uffff\"", ACCEPTED, NULL },
  { "delete-character", "\"\x7f\"", ACCEPTED, NULL },
  { "line-separator", "\"\xE2\x80\xA8\"", ACCEPTED, NULL },
  { "beyond-bmp", "\"\xF0\x9F\x98\x80\"", ACCEPTED, NULL },
  { "same-name-on-two-levels", "{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]}}", ACCEPTED, NULL },
  { "names-differ-by-case", "{\"a\":1,\"A\":2}", ACCEPTED, NULL },
  { "empty-name", "{\"\":1}", ACCEPTED, NULL },
  { "empty-string", "{\"a\":\"\"}", ACCEPTED, NULL },
};

static void
check (const char *text,
       gsize       length,
       int         expected,
       const char *message)
{
  g_autoptr (GError) error = NULL, scan_error = NULL;
  g_autoptr (JsonNode) node = panah_json_parse (text, length, &error);
  gboolean scanned = panah_json_scan (text, length, &scan_error);

  if (expected == ACCEPTED)
    {
      g_assert_no_error (error);
      g_assert_true (scanned);
      g_assert_nonnull (node);
      return;
    }
  g_assert_error (error, PANAH_CORE_ERROR, expected);
  g_assert_error (scan_error, PANAH_CORE_ERROR, expected);
  g_assert_null (node);
  assert_contains (error->message, message);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;

  /* exact size, so that a reader that looks behind the end is seen by the sanitizers */
  gsize length = strlen (row->text);
  g_autofree char *copy = g_memdup2 (row->text, MAX (length, 1));
  check (length > 0 ? copy : "", length, row->expected, row->message);
}

typedef struct
{
  const char *name;
  const char *before;
  const char *repeated;
  guint       n;
  const char *after;
  int         expected;
  const char *message;
} LimitRow;

static const LimitRow limit_rows[] = {
  { "arrays-80000", "", "[", 80000, "", LIMIT, "line 1, column 33: nested deeper than 32 levels" },
  { "objects-80000", "", "{\"a\":", 80000, "", LIMIT, "nested deeper than 32 levels" },
  { "arrays-32", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "", 0, "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", ACCEPTED, NULL },
  { "arrays-33", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "", 0, "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", LIMIT,
    "nested deeper than 32 levels" },
  { "depth-is-given-back", "[", "[[[[[]]]]],", 100, "1]", ACCEPTED, NULL },
  { "string-1MiB", "\"", "x", 1048576, "\"", ACCEPTED, NULL },
  { "string-1MiB-and-1", "\"", "x", 1048577, "\"", LIMIT, "a string is longer than 1 MiB" },
  { "string-1MiB-two-byte-letters", "\"", "ж", 524288, "\"", ACCEPTED, NULL },
  { "string-1MiB-of-escapes", "\"", "\\u0041", 1048576, "\"", ACCEPTED, NULL },
  { "string-1MiB-and-1-of-escapes", "\"", "\\n", 1048577, "\"", LIMIT, "a string is longer than 1 MiB" },
  { "name-64", "{\"", "k", 64, "\":1}", ACCEPTED, NULL },
  { "name-65", "{\"", "k", 65, "\":1}", LIMIT, "a member name is longer than 64 bytes" },
  { "name-66-in-33-letters", "{\"", "ж", 33, "\":1}", LIMIT, "a member name is longer than 64 bytes" },
  { "values-100000", "[", "1,", 99998, "1]", ACCEPTED, NULL },
  { "values-100001", "[", "1,", 99999, "1]", LIMIT, "more than 100,000 values" },
  { "size-8MiB", "1", " ", 8 * 1024 * 1024 - 1, "", ACCEPTED, NULL },
  { "size-8MiB-and-1", "1", " ", 8 * 1024 * 1024, "", LIMIT, "the text is larger than 8 MiB" },
};

static void
test_limit (gconstpointer data)
{
  const LimitRow *row = data;
  g_autoptr (GString) text = g_string_new (row->before);

  for (guint i = 0; i < row->n; i++)
    g_string_append (text, row->repeated);
  g_string_append (text, row->after);
  check (text->str, text->len, row->expected, row->message);
}

/* Cut anywhere, even inside a character, it is refused and the message says where. */
static void
test_truncation (void)
{
  static const char text[] = "{\"a\":[1,-20,null,true,false],\"жё\":{\"b\\n\\u00e9\\ud83d\\ude00\":\"\"},\"z\":0}";
  g_autoptr (GError) whole = NULL;

  g_assert_true (panah_json_scan (text, sizeof text - 1, &whole));
  for (gsize n = 0; n < sizeof text - 1; n++)
    {
      g_autofree char *part = g_memdup2 (text, MAX (n, 1));
      g_autoptr (GError) error = NULL;
      g_assert_false (panah_json_scan (n > 0 ? part : "", n, &error));
      g_assert_error (error, PANAH_CORE_ERROR, JSON);
      assert_contains (error->message, "line 1, column ");
    }
}

/* A NUL byte is neither space nor the end. */
static void
test_nul_byte (void)
{
  static const struct { const char *text; gsize length; } nuls[] = {
    { "\"\\\0\"", 4 },
    { "{}\0", 3 }, { "\0{}", 3 }, { "[1\0]", 4 }, { "\"a\0b\"", 5 }, { "[1,\0 2]", 7 }, { "{\"a\0\":1}", 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (nuls); i++)
    check (nuls[i].text, nuls[i].length, JSON, "line 1, column ");
}

static void
test_values (void)
{
  g_autoptr (JsonNode) root = parse_json ("{'a':-0,'b':9007199254740992,'c':-9007199254740992,"
                                          "'d':'\\u00e9\\ud83d\\ude00\\/'}");
  JsonObject *object = json_node_get_object (root);

  g_assert_cmpint (json_object_get_int_member (object, "a"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (object, "b"), ==, G_GINT64_CONSTANT (9007199254740992));
  g_assert_cmpint (json_object_get_int_member (object, "c"), ==, -G_GINT64_CONSTANT (9007199254740992));
  g_assert_cmpstr (json_object_get_string_member (object, "d"), ==, "é😀/");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_ROWS ("/core/json-scan", rows, test_row);
  ADD_ROWS ("/core/json-scan/limit", limit_rows, test_limit);
  g_test_add_func ("/core/json-scan/truncation", test_truncation);
  g_test_add_func ("/core/json-scan/nul-byte", test_nul_byte);
  g_test_add_func ("/core/json-scan/values", test_values);

  return g_test_run ();
}
