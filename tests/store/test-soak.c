/* test-soak.c - memory does not grow, however many cases are opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-support.h"

#include "store/case-file.h"

#include <glib/gstdio.h>
#include <string.h>

static gsize
get_kib (const char *what)
{
  g_autofree char *status = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  return g_ascii_strtoull (strstr (status, what) + strlen (what), NULL, 10);
}

static void
edit_once (const char  *path,
           PanahSecret *secret,
           guint        i)
{
  g_autoptr (PanahPayload) payload = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("scan %u.jpg", i % 7), *before = g_strdup_printf ("scan %u.jpg", (i + 6) % 7);
  g_autoptr (PanahCaseFile) file = panah_case_file_open (path, secret, &payload, &error);
  g_autoptr (GBytes) data = make_noise (100000 + i % 11);

  g_assert_no_error (error);
  g_autofree char *json = g_strdup_printf ("{\"schema\":1,\"edited\":%u}", i);
  json_node_unref (payload->root);
  payload->root = parse (json);
  panah_payload_remove_blob (payload, before);
  panah_payload_remove_blob (payload, name);
  g_assert_true (panah_payload_add_blob (payload, PANAH_BLOB_ATTACHMENT, name, data, &error));
  g_assert_true (panah_case_file_save (file, NULL, payload, PANAH_SAVE_NONE, &error));
}

/* A lawyer’s day: a thousand cases opened, edited, saved, closed. */
static void
test_thousand_cases (void)
{
  const guint n = is_sanitized () ? 100 : 1000;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("panah-store-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "documents.pnh", NULL);
  g_autoptr (PanahSecret) secret = panah_secret_new_casebook (NULL, &error);
  g_autoptr (PanahCaseFile) file = panah_case_file_new (secret, &error);
  g_autoptr (JsonNode) root = parse ("{\"schema\":1}");
  g_autoptr (PanahPayload) payload = panah_payload_new (root);

  g_assert_true (panah_case_file_save (file, path, payload, PANAH_SAVE_NONE, &error));
  for (guint i = 0; i < n / 10; i++)
    edit_once (path, secret, i);
  gsize before = get_kib ("VmRSS:");
  for (guint i = 0; i < n; i++)
    edit_once (path, secret, i);
  gsize after = get_kib ("VmRSS:");
  g_remove (path);
  g_rmdir (folder);

  g_test_message ("%" G_GSIZE_FORMAT " KiB before, %" G_GSIZE_FORMAT " KiB after %u cases", before, after, n);
  if (!is_sanitized ())
    g_assert_cmpuint (after, <=, before + before / 20);
}

/* The file, what is in it, and a little more: no copies of copies. */
static void
test_memory_of_one (void)
{
  const gsize size = 32 * 1024 * 1024;

  if (is_sanitized ())
    {
      g_test_skip ("the sanitizer takes memory of its own");
      return;
    }

  g_autoptr (PanahKey) key = make_cheap_key ("long enough");
  g_autoptr (GPtrArray) keys = make_keys (key, NULL);
  g_autoptr (GBytes) noise = make_noise (size), summary = make_text ("{}");
  gsize before = get_kib ("VmRSS:");
  g_autoptr (GBytes) file = panah_container_seal (keys, summary, noise, NULL);
  g_auto (PanahContents) contents = { NULL };

  g_assert_true (panah_container_open_key (file, key, &contents, NULL));
  gsize most = get_kib ("VmHWM:");
  g_test_message ("%" G_GSIZE_FORMAT " KiB for a payload of 32 MiB, sealed and opened", most - before);
  g_assert_cmpuint (most - before, <, 2 * (size / 1024) * 21 / 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/soak/memory-of-one", test_memory_of_one);
  g_test_add_func ("/store/soak/thousand-cases", test_thousand_cases);

  return g_test_run ();
}
