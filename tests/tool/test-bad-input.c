/* test-bad-input.c - cases that cannot be read are refused in one line, and nothing is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <string.h>

#define MEBIBYTE (1024 * 1024)

typedef struct _Row Row;

/**
 * Row:
 * @name: of the test
 * @text: a whole case, or what @make makes one of
 * @number: for @make
 * @make: (nullable): makes the case
 */
struct _Row
{
  const char *name;
  const char *text;
  guint       number;
  char       *(*make) (const Row *row, gsize *length);
};

/* @text are facts */
static char *
make_facts (const Row *row,
            gsize     *length)
{
  char *json = tool_make_case ("kz", "apply", row->text);

  *length = strlen (json);
  return json;
}

/* @text are members after the format, before nothing */
static char *
make_members (const Row *row,
              gsize     *length)
{
  char *json = g_strdup_printf ("{\"format\":\"panah-case\"%s}", row->text);

  *length = strlen (json);
  return json;
}

/* @text is the name of a pack */
static char *
make_pack (const Row *row,
           gsize     *length)
{
  g_autofree char *name = row->number > 0 ? g_strnfill (row->number, 'k') : g_strdup (row->text);
  char *json = tool_make_case (name, "apply", "");

  *length = strlen (json);
  return json;
}

/* The sample ends after @number thousandths of it. */
static char *
make_truncated (const Row *row,
                gsize     *length)
{
  char *json = tool_read_sample ();

  *length = strlen (json) * row->number / 1000;
  return json;
}

static char *
make_nested (const Row *row,
             gsize     *length)
{
  *length = row->number;
  return g_strnfill (row->number, *row->text);
}

/* A text of @number bytes in a case */
static char *
make_long_text (const Row *row,
                gsize     *length)
{
  g_autofree char *words = g_strnfill (row->number, 'a');
  g_autofree char *facts = g_strdup_printf ("\"reasons.text\":\"%s\"", words);
  char *json = tool_make_case ("kz", "apply", facts);

  *length = strlen (json);
  return json;
}

/* Nine texts, each short enough */
static char *
make_large (const Row *row,
            gsize     *length)
{
  GString *json = g_string_new ("{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"kz\",\"facts\":{},\"last_plan\":{");
  g_autofree char *words = g_strnfill (MEBIBYTE - 16, 'a');

  for (guint i = 0; i < 9; i++)
    g_string_append_printf (json, "%s\"%u\":\"%s\"", i > 0 ? "," : "", i, words);
  g_string_append (json, "}}");
  *length = json->len;
  return g_string_free (json, FALSE);
}

/* A case and white space up to @number bytes */
static char *
make_padded (const Row *row,
             gsize     *length)
{
  g_autofree char *json = tool_make_case ("kz", "apply", "");
  g_autofree char *space = g_strnfill (row->number - strlen (json), ' ');

  *length = row->number;
  return g_strconcat (json, space, NULL);
}

/* A NUL byte where white space may stand */
static char *
make_nul (const Row *row,
          gsize     *length)
{
  char *json = tool_make_case ("kz", "apply", "");

  *length = strlen (json);
  json[*length - 1] = '\0';
  return json;
}

static const Row rows[] = {
  { "empty", "" },
  { "white-space", " \n\t\n" },
  { "words", "Насим" },
  { "byte-order-mark", "\xEF\xBB\xBF{}" },
  { "comment", "// a case\n{}" },
  { "nul-byte", "", 0, make_nul },
  { "trailing-comma", ",\"schema\":1,\"pack\":\"kz\",\"facts\":{},", 0, make_members },
  { "truncated-1", "", 1, make_truncated },
  { "truncated-100", "", 100, make_truncated },
  { "truncated-333", "", 333, make_truncated },
  { "truncated-500", "", 500, make_truncated },
  { "truncated-777", "", 777, make_truncated },
  { "truncated-990", "", 990, make_truncated },
  { "truncated-999", "", 999, make_truncated },
  { "array", "[]" },
  { "array-of-case", "[{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"kz\",\"facts\":{}}]" },
  { "number", "42" },
  { "string", "\"panah-case\"" },
  { "null", "null" },
  { "no-members", "{}" },
  { "other-format", "{\"format\":\"panah-pack\",\"schema\":1,\"pack\":\"kz\",\"facts\":{}}" },
  { "format-number", "{\"format\":1,\"schema\":1,\"pack\":\"kz\",\"facts\":{}}" },
  { "two-values", "{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"kz\",\"facts\":{}} {}" },
  { "no-schema", ",\"pack\":\"kz\",\"facts\":{}", 0, make_members },
  { "schema-2", ",\"schema\":2,\"pack\":\"kz\",\"facts\":{}", 0, make_members },
  { "schema-0", ",\"schema\":0,\"pack\":\"kz\",\"facts\":{}", 0, make_members },
  { "schema-string", ",\"schema\":\"1\",\"pack\":\"kz\",\"facts\":{}", 0, make_members },
  { "schema-fraction", ",\"schema\":1.0,\"pack\":\"kz\",\"facts\":{}", 0, make_members },
  { "schema-huge", ",\"schema\":99999999999999999999,\"pack\":\"kz\",\"facts\":{}", 0, make_members },
  { "no-pack", ",\"schema\":1,\"facts\":{}", 0, make_members },
  { "pack-number", ",\"schema\":1,\"pack\":7,\"facts\":{}", 0, make_members },
  { "no-facts", ",\"schema\":1,\"pack\":\"kz\"", 0, make_members },
  { "facts-array", ",\"schema\":1,\"pack\":\"kz\",\"facts\":[]", 0, make_members },
  { "facts-null", ",\"schema\":1,\"pack\":\"kz\",\"facts\":null", 0, make_members },
  { "papers-array", ",\"schema\":1,\"pack\":\"kz\",\"facts\":{},\"papers\":[]", 0, make_members },
  { "paper-number", ",\"schema\":1,\"pack\":\"kz\",\"facts\":{},\"papers\":{\"photographs\":1}", 0, make_members },
  { "last-plan-string", ",\"schema\":1,\"pack\":\"kz\",\"facts\":{},\"last_plan\":\"x\"", 0, make_members },
  { "journey-number", ",\"schema\":1,\"pack\":\"kz\",\"facts\":{},\"journey\":7", 0, make_members },
  { "language-array", ",\"schema\":1,\"pack\":\"kz\",\"facts\":{},\"language\":[\"ru\"]", 0, make_members },
  { "official-true", ",\"schema\":1,\"pack\":\"kz\",\"facts\":{},\"official_language\":true", 0, make_members },
  { "case-id-number", ",\"schema\":1,\"pack\":\"kz\",\"facts\":{},\"case_id\":7", 0, make_members },
  { "nested-brackets", "[", 80000, make_nested },
  { "nested-33", "\"reasons.text\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", 0, make_facts },
  { "same-fact-twice", "\"entry.date\":\"2026-11-23\",\"entry.date\":\"2026-11-24\"", 0, make_facts },
  { "same-member-twice", ",\"schema\":1,\"pack\":\"kz\",\"pack\":\"kz\",\"facts\":{}", 0, make_members },
  { "same-name-escaped", "\"entry.date\":null,\"entry.d\\u0061te\":null", 0, make_facts },
  { "member-name-65", "\"a1234567890123456789012345678901234567890123456789012345678901234\":1", 0, make_facts },
  { "escaped-nul", "\"reasons.text\":\"a\\u0000b\"", 0, make_facts },
  { "escaped-nul-in-name", "\"reasons.text\\u0000\":\"a\"", 0, make_facts },
  { "lone-high-surrogate", "\"reasons.text\":\"a\\ud83db\"", 0, make_facts },
  { "lone-low-surrogate", "\"reasons.text\":\"\\ude00\"", 0, make_facts },
  { "surrogates-swapped", "\"reasons.text\":\"\\ude00\\ud83d\"", 0, make_facts },
  { "raw-control-character", "\"reasons.text\":\"a\001b\"", 0, make_facts },
  { "raw-line-end", "\"reasons.text\":\"a\nb\"", 0, make_facts },
  { "not-utf-8", "\"reasons.text\":\"\xff\xfe\"", 0, make_facts },
  { "half-a-letter", "\"reasons.text\":\"\xd0\"", 0, make_facts },
  { "overlong-utf-8", "\"reasons.text\":\"\xc0\xaf\"", 0, make_facts },
  { "surrogate-in-utf-8", "\"reasons.text\":\"\xed\xa0\x80\"", 0, make_facts },
  { "octal-number", "\"kind\":017", 0, make_facts },
  { "not-a-number", "\"kind\":NaN", 0, make_facts },
  { "text-over-1-mib", "", MEBIBYTE + 1, make_long_text },
  { "case-over-8-mib", "", 0, make_large },
  { "case-8-mib-and-1", "", 8 * MEBIBYTE + 1, make_padded },
  { "pack-unknown", "zz", 0, make_pack },
  { "pack-above", "../kz", 0, make_pack },
  { "pack-above-twice", "../../packs/kz", 0, make_pack },
  { "pack-absolute", "/etc", 0, make_pack },
  { "pack-folder-above", "kz/..", 0, make_pack },
  { "pack-folder-itself", "kz/.", 0, make_pack },
  { "pack-slash", "kz/", 0, make_pack },
  { "pack-dot", ".", 0, make_pack },
  { "pack-dots", "..", 0, make_pack },
  { "pack-empty", "", 0, make_pack },
  { "pack-capital", "KZ", 0, make_pack },
  { "pack-space", "kz ", 0, make_pack },
  { "pack-line-end", "kz\\n", 0, make_pack },
  { "pack-percent", "%s%n", 0, make_pack },
  { "pack-cyrillic", "кз", 0, make_pack },
  { "pack-17", "", 17, make_pack },
  { "pack-path-too-long", "", 5000, make_pack },
  { "pack-1-mib", "", MEBIBYTE, make_pack },
};

/* What a case may just hold */
static const Row accepted[] = {
  { "no-facts-known", "", 0, make_facts },
  { "text-of-1-mib", "", MEBIBYTE, make_long_text },
  { "case-of-8-mib", "", 8 * MEBIBYTE, make_padded },
  { "nested-32", "\"x\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", 0, make_facts },
  { "leap-day", "\"entry.date\":\"2024-02-29\"", 0, make_facts },
  { "persian-leap-day",
    "\"entry.date\":{\"calendar\":\"persian\",\"year\":1403,\"month\":12,\"day\":30}", 0, make_facts },
  { "last-minute", "\"entry.moment\":\"2026-11-23T23:59\"", 0, make_facts },
  { "surrogate-pair", "\"reasons.text\":\"\\ud83d\\ude00\"", 0, make_facts },
  { "name-escaped", "\"reasons\\u002etext\":\"a\"", 0, make_facts },
};

static GBytes *
make_bytes (const Row *row)
{
  gsize length = strlen (row->text);
  char *data = row->make != NULL ? row->make (row, &length) : g_strdup (row->text);

  return g_bytes_new_take (data, length);
}

static void
test_plan_refused (gconstpointer data)
{
  g_autoptr (GBytes) input = make_bytes (data);
  g_autoptr (ToolRun) json = tool_run (&(ToolSetting) { .input = input }, "plan", "-", "--json", NULL);
  g_autoptr (ToolRun) words = tool_run (&(ToolSetting) { .input = input }, "plan", "--why", "-", NULL);

  tool_assert_refused (json);
  tool_assert_refused (words);
}

/* As a file too, for a file is read in another way; its folder stays as it is. */
static void
test_render_refused (gconstpointer data)
{
  g_autoptr (GBytes) input = make_bytes (data);
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *path = g_build_filename (folder, "case.json", NULL);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  gsize length;
  const char *bytes = g_bytes_get_data (input, &length);

  g_assert_true (g_file_set_contents (path, bytes != NULL ? bytes : "", length, NULL));
  g_autofree char *before = tool_describe_folder (folder);
  g_autoptr (ToolRun) run = tool_run (NULL, "render", path, "--out", out, NULL);
  g_autofree char *after = tool_describe_folder (folder);

  tool_assert_refused (run);
  g_assert_cmpstr (after, ==, before);
}

static void
test_accepted (gconstpointer data)
{
  g_autoptr (GBytes) input = make_bytes (data);
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *form = g_build_filename (out, "application.ru.pdf", NULL);
  g_autoptr (ToolRun) plan = tool_run (&(ToolSetting) { .input = input }, "plan", "-", "--json", "--on", TOOL_ON, NULL);
  g_autoptr (ToolRun) render =
    tool_run (&(ToolSetting) { .input = input }, "render", "-", "--on", TOOL_ON, "--out", out, NULL);

  g_assert_cmpint (plan->code, <, TOOL_REFUSED);
  g_assert_cmpint (render->code, <, TOOL_REFUSED);
  g_autoptr (JsonNode) plan_json = tool_run_get_json (plan);
  g_autoptr (JsonNode) render_json = tool_run_get_json (render);
  g_assert_true (g_file_test (form, G_FILE_TEST_IS_REGULAR));
}

static void
add_row (const char   *prefix,
         const Row    *row,
         GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/bad-input/%s/%s", prefix, row->name);

  g_test_add_data_func (path, row, func);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      add_row ("plan", &rows[i], test_plan_refused);
      add_row ("render", &rows[i], test_render_refused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    add_row ("accepted", &accepted[i], test_accepted);

  return g_test_run ();
}
