/* test-json-cursor.c - what is not of the kind that is wanted becomes a problem, and never a value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

#include "core/json-cursor.h"

#include <string.h>

typedef enum
{
  STRING,
  ID,
  DAY,
  INTEGER,
  BOOL,
  ENUM,
} Getter;

typedef struct
{
  const char *name;
  const char *json; /* with a member “a”, or without */
  Getter      getter;
  const char *problem; /* (nullable) */
  gint64      value;   /* of a number; whether there is a string */
} Row;

static const Row rows[] = {
  { "string", "{'a':'x'}", STRING, NULL, TRUE },
  { "string/missing", "{}", STRING, "the member “a” is missing", FALSE },
  { "string/of-no-object", "['a']", STRING, "the member “a” is missing", FALSE },
  { "string/empty", "{'a':''}", STRING, "must not be empty", FALSE },
  { "string/number", "{'a':1}", STRING, "must be a string", FALSE },
  { "string/object", "{'a':{}}", STRING, "must be a string", FALSE },
  { "id", "{'a':'x-1.Y_z'}", ID, NULL, TRUE },
  { "id/missing", "{}", ID, "the member “a” is missing", FALSE },
  { "id/number", "{'a':1}", ID, "must be a string", FALSE },
  { "id/begins-with-a-dot", "{'a':'.x'}", ID, "not an id", FALSE },
  { "id/blank-inside", "{'a':'x y'}", ID, "not an id", FALSE },
  { "day", "{'a':'2026-11-24'}", DAY, NULL, TRUE },
  { "day/missing", "{}", DAY, "the member “a” is missing", FALSE },
  { "day/number", "{'a':20261124}", DAY, "must be a string", FALSE },
  { "day/never-was", "{'a':'2026-02-30'}", DAY, "not a date: “2026-02-30”", FALSE },
  { "integer", "{'a':3}", INTEGER, NULL, 3 },
  { "integer/string", "{'a':'3'}", INTEGER, "must be a whole number from 2 to 5", 2 },
  { "integer/array", "{'a':[3]}", INTEGER, "must be a whole number from 2 to 5", 2 },
  { "integer/too-small", "{'a':1}", INTEGER, "must be a whole number from 2 to 5", 2 },
  { "integer/too-large", "{'a':6}", INTEGER, "must be a whole number from 2 to 5", 2 },
  { "bool", "{'a':true}", BOOL, NULL, TRUE },
  { "bool/missing", "{}", BOOL, NULL, FALSE },
  { "bool/string", "{'a':'true'}", BOOL, "must be true or false", FALSE },
  { "bool/object", "{'a':{}}", BOOL, "must be true or false", FALSE },
  { "enum", "{'a':'second'}", ENUM, NULL, 1 },
  { "enum/missing", "{}", ENUM, "the member “a” is missing", -1 },
  { "enum/number", "{'a':1}", ENUM, "must be a string", -1 },
  { "enum/other", "{'a':'third'}", ENUM, "“third” is not one of “first”, “second”", -1 },
};

static gint64
get (const PanahJsonCursor *at,
     Getter                 getter)
{
  static const char *const names[] = { "first", "second", NULL };
  PanahJsonCursor child;

  switch (getter)
    {
    case STRING:
      return panah_json_get_string (at, "a", PANAH_JSON_REQUIRED) != NULL;
    case ID:
      return panah_json_get_id (at, "a", PANAH_JSON_REQUIRED) != NULL;
    case DAY:
      return panah_json_get_day (at, "a", PANAH_JSON_REQUIRED) != 0;
    case INTEGER:
      return panah_json_member (at, "a", PANAH_JSON_REQUIRED, &child) ? panah_json_as_integer (&child, 2, 5) : 0;
    case BOOL:
      return panah_json_get_bool (at, "a");
    case ENUM:
    default:
      return panah_json_get_enum (at, "a", PANAH_JSON_REQUIRED, names, -1);
    }
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (JsonNode) root = parse_json (row->json);
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  PanahArena *arena = panah_arena_new ();
  const PanahJsonCursor at = { .node = root, .file = "x.json", .problems = problems, .arena = arena };

  g_assert_cmpint (get (&at, row->getter), ==, row->value);
  g_assert_cmpuint (problems->len, ==, row->problem != NULL ? 1 : 0);
  if (row->problem != NULL)
    g_assert_cmpstr (((const PanahPackProblem *) problems->pdata[0])->message, ==, row->problem);
  panah_arena_free (arena);
}

static void
test_id (void)
{
  g_autofree char *longest = g_strnfill (64, 'x'), *longer = g_strnfill (65, 'x');

  g_assert_true (panah_is_id ("1"));
  g_assert_true (panah_is_id (longest));
  g_assert_false (panah_is_id (longer));
  g_assert_false (panah_is_id (""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/core/json-cursor", rows, test_row);
  g_test_add_func ("/core/json-cursor/length-of-an-id", test_id);
  return g_test_run ();
}
