/* test-payload.c - a case with all that belongs to it: nothing is lost that is not known, nothing is believed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-support.h"

#include "store/migrate.h"

#include <string.h>

#define MIB (1024 * 1024)
#define SMALL "{\"schema\":1}"

static PanahPayload *
make_payload (const char *json)
{
  g_autoptr (JsonNode) root = parse (json);

  return panah_payload_new (root);
}

static PanahPayload *
go_round (const PanahPayload *payload)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = panah_payload_to_bytes (payload, &error);
  g_assert_no_error (error);
  PanahPayload *read = panah_payload_new_bytes (bytes, &error);
  g_assert_no_error (error);
  return read;
}

/* There is a file for every schema that was ever released, and the program reads them all. */
static void
test_golden (gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("PANAH_TEST_FIXTURES"), data, NULL), *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_autoptr (PanahPayload) payload = make_payload (text), read = go_round (payload), again = go_round (read);
  g_autofree char *before = print (payload->root), *after = print (read->root), *last = print (again->root);
  JsonObject *object = json_node_get_object (read->root);

  /* Of schema 1 every member comes back, in its order, those of later versions too. */
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (after, ==, last);
  g_assert_cmpint (json_object_get_int_member (object, "schema"), ==, 1);
  g_assert_true (json_object_has_member (object, "x-of-a-later-version"));
}

static void
test_no_schema_without_golden (void)
{
  g_autoptr (JsonNode) next = parse ("{\"schema\":2}");
  g_autofree char *last = g_build_filename (g_getenv ("PANAH_TEST_FIXTURES"), "1.json", NULL);
  g_autoptr (GError) error = NULL;

  /* When this fails there is a new schema: add its golden case, and to the table in main(). */
  g_assert_null (panah_migrate (next, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_SCHEMA_NEWER);
  g_assert_true (g_file_test (last, G_FILE_TEST_IS_REGULAR));
}

static void
rename_name (JsonObject *object)
{
  json_object_set_string_member (object, "full_name", json_object_get_string_member_with_default (object, "name", "?"));
  json_object_remove_member (object, "name");
}

static void
split_name (JsonObject *object)
{
  JsonArray *array = json_array_new ();

  json_array_add_string_element (array, json_object_get_string_member (object, "full_name"));
  json_object_set_array_member (object, "names", array);
  json_object_remove_member (object, "full_name");
}

static const PanahMigration steps[] = { rename_name, split_name };

static const struct
{
  const char *name;
  const char *before;
  const char *after; /* (nullable): an error */
  int         error;
} migrations[] = {
  { "from-1", "{\"schema\":1,\"name\":\"A\",\"other\":[1]}", "{\"schema\":3,\"other\":[1],\"names\":[\"A\"]}", 0 },
  { "from-2", "{\"schema\":2,\"full_name\":\"A\",\"name\":\"stays\"}",
    "{\"schema\":3,\"name\":\"stays\",\"names\":[\"A\"]}", 0 },
  { "from-3", "{\"schema\":3,\"name\":\"stays\"}", "{\"schema\":3,\"name\":\"stays\"}", 0 },
  { "newer", "{\"schema\":4}", NULL, PANAH_STORE_ERROR_SCHEMA_NEWER },
  { "much-newer", "{\"schema\":9007199254740992}", NULL, PANAH_STORE_ERROR_SCHEMA_NEWER },
  { "zero", "{\"schema\":0}", NULL, PANAH_STORE_ERROR_CONTENT },
  { "negative", "{\"schema\":-1}", NULL, PANAH_STORE_ERROR_CONTENT },
  { "none", "{\"pack\":\"xa\"}", NULL, PANAH_STORE_ERROR_CONTENT },
  { "a-string", "{\"schema\":\"1\"}", NULL, PANAH_STORE_ERROR_CONTENT },
  { "null", "{\"schema\":null}", NULL, PANAH_STORE_ERROR_CONTENT },
  { "an-array", "[1]", NULL, PANAH_STORE_ERROR_CONTENT },
  { "a-word", "\"schema\"", NULL, PANAH_STORE_ERROR_CONTENT },
};

static void
test_migration (gconstpointer data)
{
  const typeof (migrations[0]) *row = data;
  g_autoptr (JsonNode) root = parse (row->before);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) migrated = panah_migrate_along (root, steps, G_N_ELEMENTS (steps), &error);
  g_autofree char *unchanged = print (root);

  g_assert_cmpstr (unchanged, ==, row->before);
  if (row->after == NULL)
    {
      g_assert_null (migrated);
      g_assert_error (error, PANAH_STORE_ERROR, row->error);
      return;
    }
  g_assert_no_error (error);
  g_autofree char *after = print (migrated);
  g_assert_cmpstr (after, ==, row->after);
  /* Who is there already goes no further. */
  g_autoptr (JsonNode) again = panah_migrate_along (migrated, steps, G_N_ELEMENTS (steps), &error);
  g_assert_true (again == migrated);
}

static void
test_attachments (void)
{
  static const gsize sizes[] = { 0, 1, 65536, 10 * MIB };
  g_autoptr (PanahPayload) payload = make_payload (SMALL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("паспорт %u — نسیم.jpg", i);
      g_autoptr (GBytes) data = make_noise (sizes[i]);
      g_assert_true (panah_payload_add_blob (payload, i < 3 ? i : 200, name, data, &error));
    }
  g_autoptr (PanahPayload) read = go_round (payload);
  g_assert_cmpuint (read->blobs->len, ==, G_N_ELEMENTS (sizes));
  for (guint i = 0; i < read->blobs->len; i++)
    {
      const PanahBlob *one = payload->blobs->pdata[i], *two = read->blobs->pdata[i];
      g_assert_cmpuint (one->kind, ==, two->kind);
      g_assert_cmpstr (one->name, ==, two->name);
      g_assert_true (g_bytes_equal (one->data, two->data));
      g_assert_true (panah_payload_find_blob (read, one->name) == two);
    }
  g_assert_true (panah_payload_remove_blob (read, ((PanahBlob *) payload->blobs->pdata[1])->name));
  g_assert_cmpuint (read->blobs->len, ==, 3);
  g_assert_false (panah_payload_remove_blob (read, "nothing of the kind"));
}

static const struct
{
  const char *name;
  const char *blob;
  gboolean    ok;
} names[] = {
  { "plain", "a", TRUE },
  { "dots", "a.b..c", TRUE },
  { "no-bidi-marks", "evil\u202efdp.exe", FALSE },
  { "empty", "", FALSE },
  { "folder", "a/b", FALSE },
  { "windows-folder", "a\\b", FALSE },
  { "up", "..", FALSE },
  { "here", ".", FALSE },
  { "hidden", ".profile", FALSE },
  { "newline", "a\nb", FALSE },
  { "escape", "a\033[2J", FALSE },
  { "c1-control", "a\xc2\x85" "b", FALSE },
  { "not-utf-8", "a\xff", FALSE },
  { "twice", "twice", FALSE },
};

/* As it is added, and as it stands in a file that somebody else has made. */
static void
test_name (gconstpointer data)
{
  const typeof (names[0]) *row = data;
  g_autoptr (PanahPayload) payload = make_payload (SMALL);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) array = g_byte_array_new ();
  const guint8 head[] = { strlen (SMALL), 0, 0, 0, 2, 0, 0, 0 };
  const guint8 twice[] = { 1, 5, 0, 0, 0, 0, 0, 0, 't', 'w', 'i', 'c', 'e' };
  const guint8 blob[] = { 1, strlen (row->blob), 0, 0, 0, 0, 0, 0 };

  g_assert_true (panah_payload_add_blob (payload, 1, "twice", nothing, &error));
  g_assert_true (panah_payload_add_blob (payload, 2, row->blob, nothing, &error) == row->ok);
  if (!row->ok)
    g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_CONTENT);
  g_clear_error (&error);

  g_byte_array_append (array, head, sizeof head);
  g_byte_array_append (array, (const guint8 *) SMALL, strlen (SMALL));
  g_byte_array_append (array, twice, sizeof twice);
  g_byte_array_append (array, blob, sizeof blob);
  g_byte_array_append (array, (const guint8 *) row->blob, strlen (row->blob));
  g_autoptr (GBytes) bytes = g_bytes_new (array->data, array->len);
  g_autoptr (PanahPayload) read = panah_payload_new_bytes (bytes, &error);
  g_assert_true ((read != NULL) == row->ok);
  if (!row->ok)
    g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_CONTENT);
}

static void
test_limits (void)
{
  g_autoptr (PanahPayload) payload = make_payload (SMALL);
  g_autoptr (GBytes) large = g_bytes_new_take (g_malloc0 (10 * MIB + 1), 10 * MIB + 1), nothing = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (panah_payload_add_blob (payload, 1, "large", large, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS);
  g_clear_error (&error);
  for (guint i = 0; i < PANAH_MAX_BLOBS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_assert_true (panah_payload_add_blob (payload, 1, name, nothing, &error));
    }
  g_assert_false (panah_payload_add_blob (payload, 1, "one more", nothing, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS);
  g_clear_error (&error);
  g_autoptr (PanahPayload) read = go_round (payload);
  g_assert_cmpuint (read->blobs->len, ==, PANAH_MAX_BLOBS);

  /* What could not be read again is not saved. */
  g_autofree char *text = g_strnfill (MIB + 1, 'x'), *json = g_strdup_printf ("{\"schema\":1,\"said\":\"%s\"}", text);
  g_autoptr (PanahPayload) endless = make_payload (json);
  g_assert_null (panah_payload_to_bytes (endless, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS);
}

static const struct
{
  const char *name;
  const char *bytes;
  gsize       length;
} bad_payloads[] = {
#define BYTES(text) text, sizeof text - 1
  { "nothing", BYTES ("") },
  { "seven-bytes", BYTES ("\0\0\0\0\0\0\0") },
  { "no-case", BYTES ("\0\0\0\0\0\0\0\0") },
  { "case-cut-off", BYTES ("\x0d\0\0\0\0\0\0\0{\"schema\":1}") },
  { "case-beyond-the-end", BYTES ("\xff\xff\xff\xff\0\0\0\0{\"schema\":1}") },
  { "not-json", BYTES ("\x05\0\0\0\0\0\0\0hello") },
  { "lax-json", BYTES ("\x0d\0\0\0\0\0\0\0{\"schema\":1,}") },
  { "member-twice", BYTES ("\x17\0\0\0\0\0\0\0{\"schema\":1,\"schema\":1}") },
  { "no-schema", BYTES ("\x02\0\0\0\0\0\0\0{}") },
  { "more-after-the-end", BYTES ("\x0c\0\0\0\0\0\0\0{\"schema\":1} ") },
  { "blob-missing", BYTES ("\x0c\0\0\0\x01\0\0\0{\"schema\":1}") },
  { "blob-cut-off", BYTES ("\x0c\0\0\0\x01\0\0\0{\"schema\":1}\x01\x01\0\0\x02\0\0\0ab") },
  { "blob-beyond-the-end", BYTES ("\x0c\0\0\0\x01\0\0\0{\"schema\":1}\x01\x01\0\0\xff\xff\xff\xff" "ab") },
};

static void
test_bad_payload (gconstpointer data)
{
  const typeof (bad_payloads[0]) *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (row->bytes, row->length);
  g_autoptr (GError) error = NULL;

  g_assert_null (panah_payload_new_bytes (bytes, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_CONTENT);
}

/* Whatever bytes were sealed: an error, or something that goes round. */
static void
test_random (void)
{
  g_autoptr (PanahPayload) payload = make_payload ("{\"schema\":1,\"facts\":{\"a\":[1,2,{\"b\":null}]}}");
  g_autoptr (GBytes) data = make_noise (50);
  guint n_ok = 0;

  g_assert_true (panah_payload_add_blob (payload, 1, "one", data, NULL));
  g_assert_true (panah_payload_add_blob (payload, 2, "two", data, NULL));
  g_autoptr (GBytes) good = panah_payload_to_bytes (payload, NULL);
  for (guint i = 0; i < 20000; i++)
    {
      gsize size = g_bytes_get_size (good);
      guint8 *bytes = g_memdup2 (g_bytes_get_data (good, NULL), size);
      g_autoptr (GError) error = NULL;

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        bytes[g_test_rand_int_range (0, size)] = g_test_rand_bit () ? g_test_rand_int () : g_test_rand_int_range (0, 4);
      gsize less = g_test_rand_int_range (0, 2) * g_test_rand_int_range (0, size);
      g_autoptr (GBytes) changed = g_bytes_new_take (bytes, size - less);
      g_autoptr (PanahPayload) read = panah_payload_new_bytes (changed, &error);
      if (read == NULL)
        {
          g_assert_true (error->domain == PANAH_STORE_ERROR);
          continue;
        }
      n_ok++;
      g_autoptr (PanahPayload) again = go_round (read);
      g_autofree char *one = print (read->root), *two = print (again->root);
      g_assert_cmpstr (one, ==, two);
    }
  g_test_message ("%u of 20000 could be read", n_ok);
  g_assert_cmpuint (n_ok, >, 1000);
}

static const struct
{
  const char *name;
  const char *json;
  gboolean    ok;
} summaries[] = {
  { "nothing", "", TRUE },
  { "empty", "{}", TRUE },
  { "all",
    "{\"names\":[\"А\",\"B\"],\"next_on\":\"2026-11-27\",\"pack\":\"xa\",\"edition\":\"e\",\"journey\":\"j\"}", TRUE },
  { "of-a-later-version", "{\"names\":[],\"more\":{}}", TRUE },
  { "array", "[]", FALSE },
  { "not-json", "{names:[]}", FALSE },
  { "names-a-word", "{\"names\":\"A\"}", FALSE },
  { "name-a-number", "{\"names\":[1]}", FALSE },
  { "pack-a-number", "{\"pack\":1}", FALSE },
  { "next-null", "{\"next_on\":null}", FALSE },
};

static void
test_summary (gconstpointer data)
{
  const typeof (summaries[0]) *row = data;
  g_autoptr (GBytes) bytes = make_text (row->json);
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahSummary) summary = panah_summary_new_bytes (bytes, &error);

  if (!row->ok)
    {
      g_assert_null (summary);
      g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_CONTENT);
      return;
    }
  g_assert_no_error (error);
  g_autoptr (PanahSummary) copy = panah_summary_copy (summary);
  g_autoptr (GBytes) one = panah_summary_to_bytes (summary, 3202), two = panah_summary_to_bytes (copy, 3202);
  g_assert_true (g_bytes_equal (one, two));
  if (strcmp (row->name, "all") == 0)
    g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one), row->json, strlen (row->json));
}

/* However long the names are, and however many: it fits. */
static void
test_long_summary (void)
{
  static const struct { guint n, letters; const char *letter; } rooms[] = {
    { 1, 1, "я" }, { 1, 100, "я" }, { 1, 100000, "نس" }, { 40, 20, "я" }, { 500, 300, "𠮷" }, { 5, 5000, "\\" },
    { 20, 100, "\x01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autoptr (PanahSummary) summary = panah_summary_new ();
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_autoptr (GString) name = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < rooms[i].letters; j++)
        g_string_append (name, rooms[i].letter);
      for (guint j = 0; j < rooms[i].n; j++)
        g_strv_builder_add (builder, name->str);
      g_strfreev (summary->names);
      summary->names = g_strv_builder_end (builder);
      summary->pack = g_strdup ("xa");
      g_autoptr (GBytes) bytes = panah_summary_to_bytes (summary, 3202);
      g_assert_cmpuint (g_bytes_get_size (bytes), <=, 3202);
      g_autoptr (PanahSummary) read = panah_summary_new_bytes (bytes, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (read->pack, ==, "xa");
      g_assert_cmpuint (g_strv_length (read->names), >=, 1);
      if (rooms[i].n * rooms[i].letters <= 100)
        g_assert_cmpstr (read->names[0], ==, name->str);
      else if (rooms[i].letters > 256)
        g_assert_true (g_str_has_suffix (read->names[0], "…"));
    }

  g_autoptr (PanahSummary) hostile = panah_summary_new ();
  hostile->journey = g_strnfill (4000, 'j');
  g_autoptr (GBytes) none = panah_summary_to_bytes (hostile, 3202);
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const golden[] = { "1.json" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (golden); i++)
    {
      g_autofree char *path = g_strconcat ("/store/payload/golden/", golden[i], NULL);
      g_test_add_data_func (path, golden[i], test_golden);
    }
  g_test_add_func ("/store/payload/no-schema-without-golden", test_no_schema_without_golden);
  ADD_ROWS ("/store/payload/migration", migrations, test_migration);
  g_test_add_func ("/store/payload/attachments", test_attachments);
  ADD_ROWS ("/store/payload/name", names, test_name);
  g_test_add_func ("/store/payload/limits", test_limits);
  ADD_ROWS ("/store/payload/bad", bad_payloads, test_bad_payload);
  g_test_add_func ("/store/payload/random", test_random);
  ADD_ROWS ("/store/payload/summary", summaries, test_summary);
  g_test_add_func ("/store/payload/long-summary", test_long_summary);

  return g_test_run ();
}
