/* test-reader.c - what the program seals, a reader opens that was written from the description of the format alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-support.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *passphrase; /* (nullable): the casebook opens it */
  const char *typed;      /* what the reader is given */
  gsize       attachment; /* in bytes; 0: there is none */
  const char *text;
  gboolean    worn;
} Row;

static const Row rows[] = {
  { "passphrase", "six words nobody would ever guess", "six words nobody would ever guess", 0, "short", FALSE },
  { "passphrase-of-another-keyboard", "\u0438\u0306од \u0627\u0653ب", "\u0439од \u0622ب", 0, "نسیم 𠮷 \\ \" \x7f",
    FALSE },
  { "casebook", NULL, NULL, 0, "", FALSE },
  { "attachments", "a word", "a word", 200000, "two files", FALSE },
  { "casebook-attachments", NULL, NULL, 1000000, "two files", FALSE },
  { "worn", "a word", "a word", 10, "its end is damaged", TRUE },
};

static char *
run_reader (GBytes     *file,
            const char *input,
            gboolean    is_casebook)
{
  g_autofree char *folder = g_dir_make_tmp ("panah-reader-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "case.pnh", NULL);
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (file, NULL), g_bytes_get_size (file), NULL));
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                        G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                      &error, "python3",
                      g_getenv ("PANAH_TEST_READER"), path, is_casebook ? "--casebook" : NULL, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
  if (g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == 0)
    return out;
  g_free (out);
  return NULL;
}

static PanahPayload *
make_payload (const Row *row)
{
  g_autoptr (JsonNode) root = parse ("{\"format\":\"panah-case\",\"schema\":1,\"pack\":\"xa\",\"facts\":{}}");
  PanahPayload *payload = panah_payload_new (root);

  json_object_set_string_member (json_node_get_object (root), "said", row->text);
  if (row->attachment > 0)
    {
      g_autoptr (GBytes) one = make_noise (row->attachment), two = g_bytes_new (NULL, 0);
      g_assert_true (panah_payload_add_blob (payload, PANAH_BLOB_ATTACHMENT, "скан 1.jpg", one, NULL));
      g_assert_true (panah_payload_add_blob (payload, PANAH_BLOB_PAPER, "application.ru.pdf", two, NULL));
    }
  return payload;
}

static GBytes *
seal (const PanahPayload *payload,
      PanahSecret        *casebook,
      const char         *passphrase,
      gboolean            worn)
{
  g_autoptr (PanahKey) lawyer = panah_key_new (casebook, NULL), person = make_cheap_key (passphrase);
  g_autoptr (PanahKey) other = make_cheap_key ("of somebody else");
  g_autoptr (GPtrArray) keys = make_keys (other, lawyer, person, NULL);
  g_autoptr (GBytes) bytes = panah_payload_to_bytes (payload, NULL), summary = make_text ("{\"names\":[\"Н\"]}");
  GBytes *file = panah_container_seal (keys, summary, bytes, NULL);
  gsize size;

  if (!worn)
    return file;
  guint8 *data = g_bytes_unref_to_data (file, &size);
  data[size - 7] ^= 0x10;
  return g_bytes_new_take (data, size);
}

static void
compare (const char         *out,
         const PanahPayload *payload,
         gboolean            worn)
{
  g_autoptr (JsonNode) root = parse (out);
  JsonObject *object = json_node_get_object (root);
  JsonArray *files = json_object_get_array_member (object, "files");

  g_assert_true (json_node_equal (json_object_get_member (object, "case"), payload->root));
  g_autofree char *summary = print (json_object_get_member (object, "summary"));
  g_assert_cmpstr (summary, ==, "{\"names\":[\"Н\"]}");
  g_assert_true (json_object_get_boolean_member (object, "worn") == worn);
  g_assert_cmpuint (json_array_get_length (files), ==, payload->blobs->len);
  for (guint i = 0; i < payload->blobs->len; i++)
    {
      const PanahBlob *blob = payload->blobs->pdata[i];
      JsonObject *file = json_array_get_object_element (files, i);
      gsize length;
      g_autofree guchar *data = g_base64_decode (json_object_get_string_member (file, "data"), &length);

      g_assert_cmpint (json_object_get_int_member (file, "kind"), ==, blob->kind);
      g_assert_cmpstr (json_object_get_string_member (file, "name"), ==, blob->name);
      g_assert_cmpmem (data, length, g_bytes_get_data (blob->data, NULL), g_bytes_get_size (blob->data));
    }
}

static char *
write_hex (PanahSecret *secret)
{
  gsize length;
  const guint8 *bytes = panah_secret_get_bytes (secret, &length);
  GString *hex = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);
  return g_string_free (hex, FALSE);
}

static void
test_reader (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (PanahSecret) casebook = panah_secret_new_casebook (NULL, NULL);
  g_autoptr (PanahPayload) payload = make_payload (row);
  g_autoptr (GBytes) file = seal (payload, casebook, row->passphrase != NULL ? row->passphrase : "unused", row->worn);
  g_autofree char *input = row->typed != NULL ? g_strdup (row->typed) : write_hex (casebook);
  g_autofree char *out = run_reader (file, input, row->passphrase == NULL);

  g_assert_nonnull (out);
  compare (out, payload, row->worn);
}

/* The reader is a witness only if it refuses what is wrong. */
static void
test_reader_refuses (void)
{
  static const gsize places[] = { 3, 9, 11, 100, 900, 5000, 30000 };
  g_autoptr (PanahSecret) casebook = panah_secret_new_casebook (NULL, NULL);
  g_autoptr (PanahPayload) payload = make_payload (&rows[0]);
  g_autoptr (GBytes) file = seal (payload, casebook, "a word", FALSE);
  g_autoptr (GBytes) shorter = g_bytes_new_from_bytes (file, 0, g_bytes_get_size (file) - 1);
  g_autofree char *right = run_reader (file, "a word", FALSE);

  g_assert_nonnull (right);
  g_assert_null (run_reader (file, "another word", FALSE));
  g_assert_null (run_reader (shorter, "a word", FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint8 *data = g_memdup2 (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
      data[places[i]] ^= 4;
      g_autoptr (GBytes) changed = g_bytes_new_take (data, g_bytes_get_size (file));
      g_assert_null (run_reader (changed, "a word", FALSE));
    }
}

/* Sixty lines of it are what the description promises. */
static void
test_reader_is_short (void)
{
  g_autofree char *text = NULL;
  guint n_lines = 0;

  g_assert_true (g_file_get_contents (g_getenv ("PANAH_TEST_READER"), &text, NULL, NULL));
  for (const char *p = text; *p != '\0'; p++)
    n_lines += *p == '\n';
  g_assert_cmpuint (n_lines, <=, 60);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_ROWS ("/store/reader", rows, test_reader);
  g_test_add_func ("/store/reader/refuses", test_reader_refuses);
  g_test_add_func ("/store/reader/is-short", test_reader_is_short);

  return g_test_run ();
}
