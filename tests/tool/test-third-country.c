/* test-third-country.c - a country nobody has heard of: a folder is all the program needs
 *
 * The fictional country is copied under another name, so that nothing in the program can know it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <string.h>

#define ID "zq7"

static struct
{
  char *folder;
  char *pack;
} country;

typedef struct
{
  JsonNode   *root;      /* of the file of cases */
  JsonObject *a_case;    /* borrowed from @root */
} Fixture;

static void
fixture_free (gpointer data)
{
  Fixture *self = data;

  json_node_unref (self->root);
  g_free (self);
}

static void
make_country (const char *source)
{
  country.folder = tool_new_folder ();
  country.pack = g_build_filename (country.folder, ID, NULL);
  tool_copy_folder (source, country.pack);

  g_autofree char *path = g_build_filename (country.pack, "pack.json", NULL);
  g_autofree char *text = tool_read_file (country.pack, "pack.json");
  g_autofree char *changed = tool_replace (text, "\"id\": \"xa\"", "\"id\": \"" ID "\"");
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
}

static void
clear_country (void)
{
  g_clear_pointer (&country.pack, g_free);
  g_clear_pointer (&country.folder, tool_remove_folder);
}

/* The new country alone is where packs are looked for. */
static ToolRun *
run_there (const char        *json,
           const char *const *arguments)
{
  const char *environment[] = { "PANAH_PACK_PATH", country.folder, NULL };
  g_autoptr (GBytes) input = g_bytes_new (json, strlen (json));

  return tool_run_argv (&(ToolSetting) { .environment = environment, .input = input }, arguments);
}

static void
test_packs (void)
{
  g_autoptr (ToolRun) run = run_there ("", (const char *const[]) { "packs", NULL });

  tool_assert_code (run, TOOL_DONE);
  g_assert_nonnull (strstr (run->out, ID "\t"));
  g_assert_null (strstr (run->out, "xa\t"));
}

static void
test_check_pack (void)
{
  g_autoptr (ToolRun) run = run_there ("", (const char *const[]) { "check-pack", country.pack, NULL });

  tool_assert_code (run, TOOL_DONE);
  g_assert_cmpstr (run->out, ==, "");
}

/* The case of the pack, as a case of a person */
static char *
make_case (JsonObject *a_case,
           const char *journey)
{
  static const char *const taken[] = { "facts", "papers", "official_language" };
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "format", "panah-case");
  json_object_set_int_member (object, "schema", 1);
  json_object_set_string_member (object, "pack", ID);
  if (journey != NULL)
    json_object_set_string_member (object, "journey", journey);
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      if (json_object_has_member (a_case, taken[i]))
        json_object_set_member (object, taken[i], json_node_copy (json_object_get_member (a_case, taken[i])));
    }
  if (!json_object_has_member (object, "facts"))
    json_object_set_object_member (object, "facts", json_object_new ());
  json_node_set_object (root, object);
  return json_to_string (root, FALSE);
}

/* Every string that is expected of a window is what the tool says. */
static void
assert_window (JsonObject *plan,
               const char *id,
               JsonNode   *expected)
{
  JsonObject *deadline = tool_find_by (plan, "deadlines", "id", id);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  g_test_message ("%s", id);
  if (!JSON_NODE_HOLDS_OBJECT (expected))
    {
      const char *state = deadline != NULL ? json_object_get_string_member (deadline, "state") : "absent";
      g_assert_cmpstr (state, ==, json_node_get_string (expected));
      return;
    }
  g_assert_nonnull (deadline);
  json_object_iter_init (&iter, json_node_get_object (expected));
  while (json_object_iter_next (&iter, &name, &value))
    {
      if (json_object_has_member (deadline, name) && !JSON_NODE_HOLDS_ARRAY (value))
        g_assert_true (json_node_equal (json_object_get_member (deadline, name), value));
    }
}

static void
test_plan (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autofree char *json =
    make_case (fixture->a_case, json_object_get_string_member_with_default (fixture->a_case, "journey", NULL));
  const char *on = json_object_get_string_member (fixture->a_case, "on");
  g_autoptr (ToolRun) run = run_there (json, (const char *const[]) { "plan", "-", "--json", "--on", on, NULL });

  g_assert_cmpint (run->code, <, TOOL_REFUSED);
  g_autoptr (JsonNode) root = tool_run_get_json (run);
  JsonObject *plan = json_node_get_object (root), *expect = json_object_get_object_member (fixture->a_case, "expect");
  g_assert_cmpstr (json_object_get_string_member (plan, "pack"), ==, ID);
  if (!json_object_has_member (expect, "deadlines"))
    return;

  JsonObject *deadlines = json_object_get_object_member (expect, "deadlines");
  JsonObjectIter iter;
  const char *id;
  JsonNode *expected;
  json_object_iter_init (&iter, deadlines);
  while (json_object_iter_next (&iter, &id, &expected))
    assert_window (plan, id, expected);
}

/* Every journey of the country can be printed, whatever has been answered. */
static void
test_render (gconstpointer journey)
{
  g_autoptr (JsonObject) nothing = json_object_new ();
  g_autofree char *json = make_case (nothing, journey);
  g_autofree char *out = g_build_filename (country.folder, journey, NULL);
  g_autoptr (ToolRun) run =
    run_there (json, (const char *const[]) { "render", "-", "--on", "2026-02-02", "--out", out, NULL });

  g_assert_cmpint (run->code, <, TOOL_REFUSED);
  g_autoptr (JsonNode) root = tool_run_get_json (run);
  JsonArray *documents = json_object_get_array_member (json_node_get_object (root), "documents");
  g_assert_cmpuint (json_array_get_length (documents), >, 0);
  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      JsonObject *document = json_array_get_object_element (documents, i);
      g_autofree char *file = g_build_filename (out, json_object_get_string_member (document, "file"), NULL);
      g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
    }
}

static void
add_cases (const char *name,
           GPtrArray  *fixtures)
{
  g_autofree char *file = g_build_filename ("cases", name, NULL);
  g_autofree char *text = tool_read_file (country.pack, file);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonArray *cases = json_object_get_array_member (json_node_get_object (root), "cases");

  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      Fixture *fixture = g_new0 (Fixture, 1);
      fixture->root = json_node_ref (root);
      fixture->a_case = json_array_get_object_element (cases, i);
      g_ptr_array_add (fixtures, fixture);
      g_autofree char *plain = g_strdup (json_object_get_string_member (fixture->a_case, "name"));
      g_strdelimit (plain, "/", ' ');
      g_autofree char *path = g_strdup_printf ("/third-country/plan/%s/%s", name, plain);
      g_test_add_data_func (path, fixture, test_plan);
    }
}

static void
add_journeys (GPtrArray *ids)
{
  g_autofree char *text = tool_read_file (country.pack, "journeys.json");
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonArray *journeys = json_object_get_array_member (json_node_get_object (root), "journeys");

  for (guint i = 0; i < json_array_get_length (journeys); i++)
    {
      char *id = g_strdup (json_object_get_string_member (json_array_get_object_element (journeys, i), "id"));
      g_autofree char *path = g_strdup_printf ("/third-country/render/%s", id);
      g_ptr_array_add (ids, id);
      g_test_add_data_func (path, id, test_render);
    }
}

static void
add_tests (GPtrArray *fixtures,
           GPtrArray *ids)
{
  g_autofree char *cases = g_build_filename (country.pack, "cases", NULL);
  g_autoptr (GDir) dir = g_dir_open (cases, 0, NULL);
  const char *name;

  g_test_add_func ("/third-country/packs", test_packs);
  g_test_add_func ("/third-country/check-pack", test_check_pack);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".json"))
        add_cases (name, fixtures);
    }
  add_journeys (ids);
}

static void
test_absent (void)
{
  g_test_skip ("there is no fictional country");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_autofree char *source = g_build_filename (g_getenv ("PANAH_TEST_FICTIONAL"), "xa", NULL);
  g_autoptr (GPtrArray) fixtures = g_ptr_array_new_with_free_func (fixture_free);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  if (g_file_test (source, G_FILE_TEST_IS_DIR))
    {
      make_country (source);
      add_tests (fixtures, ids);
    }
  else
    g_test_add_func ("/third-country/absent", test_absent);

  int result = g_test_run ();
  clear_country ();
  return result;
}
