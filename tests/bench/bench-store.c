/* bench-store.c - how long a sealed case takes to open and to save
 *
 * Opening is measured beside the key derivation that it cannot do without, by turns in the same run; saving with the disk
 * and without. Medians. The case has the sample's answers and 5 MB of attachments.
 *
 * Usage: bench-store CASE.json [ROUNDS]
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/case-file.h"
#include "store/container.h"
#include "store/key.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#define ATTACHMENTS    5
#define ATTACHED_BYTES 1000000
#define HEADS          1000

enum
{
  DERIVE,
  OPEN,
  SEAL,
  SAVE,
  LIST,
  N_STEPS,
};

static double
now (void)
{
  return g_get_monotonic_time () / 1000.0;
}

static int
compare (const void *a,
         const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
take_median (GArray *times)
{
  qsort (times->data, times->len, sizeof (double), compare);
  return g_array_index (times, double, times->len / 2);
}

static void
add (GArray *times,
     double  start)
{
  double passed = now () - start;

  g_array_append_val (times, passed);
}

static PanahPayload *
make_payload (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  PanahPayload *payload = panah_payload_new (json_parser_get_root (parser));
  for (guint i = 0; i < ATTACHMENTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("scan %u.jpg", i);
      guint8 *noise = g_malloc (ATTACHED_BYTES);
      for (guint j = 0; j < ATTACHED_BYTES; j++)
        noise[j] = g_random_int ();
      g_autoptr (GBytes) data = g_bytes_new_take (noise, ATTACHED_BYTES);
      g_assert_true (panah_payload_add_blob (payload, PANAH_BLOB_ATTACHMENT, name, data, &error));
    }
  return payload;
}

static void
measure_round (const char         *path,
               PanahSecret        *secret,
               const PanahPayload *payload,
               GArray            **times)
{
  g_autoptr (GError) error = NULL;
  double start = now ();
  g_autoptr (PanahKey) key = panah_key_new (secret, &error);
  add (times[DERIVE], start);

  g_autoptr (PanahPayload) read = NULL;
  start = now ();
  g_autoptr (PanahCaseFile) file = panah_case_file_open (path, secret, &read, &error);
  add (times[OPEN], start);
  g_assert_no_error (error);

  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_ptr_array_add (keys, key);
  start = now ();
  g_autoptr (GBytes) bytes = panah_payload_to_bytes (payload, &error);
  g_autoptr (GBytes) sealed = panah_container_seal (keys, nothing, bytes, &error);
  add (times[SEAL], start);

  start = now ();
  panah_case_file_save (file, NULL, payload, PANAH_SAVE_NONE, &error);
  add (times[SAVE], start);
  g_assert_no_error (error);
}

/* Heads of files of a casebook, which is one key for all. */
static void
measure_list (const char         *path,
              const PanahPayload *payload,
              GArray             *times)
{
  g_autoptr (PanahSecret) casebook = panah_secret_new_casebook (NULL, NULL);
  g_autoptr (PanahCaseFile) file = panah_case_file_new (casebook, NULL);

  g_assert_true (panah_case_file_save (file, path, payload, PANAH_SAVE_NONE, NULL));
  double start = now ();
  for (guint i = 0; i < HEADS; i++)
    {
      g_autoptr (PanahSummary) summary = panah_case_file_read_summary (path, casebook, NULL);
      g_assert_nonnull (summary);
    }
  add (times, start);
}

int
main (int   argc,
      char *argv[])
{
  guint rounds = argc > 2 ? atoi (argv[2]) : 11;
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahSecret) secret = panah_secret_new ("six words nobody would ever guess", &error);
  g_autoptr (PanahCaseFile) file = panah_case_file_new (secret, &error);
  g_autoptr (PanahPayload) payload = make_payload (argv[1]);
  g_autofree char *folder = g_dir_make_tmp ("panah-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "documents.pnh", NULL), *other = g_strconcat (path, ".pnh", NULL);
  GArray *times[N_STEPS];
  double medians[N_STEPS];

  for (guint i = 0; i < N_STEPS; i++)
    times[i] = g_array_new (FALSE, FALSE, sizeof (double));
  panah_case_file_save (file, path, payload, PANAH_SAVE_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rounds; i++)
    measure_round (path, secret, payload, times);
  for (guint i = 0; i < 3; i++)
    measure_list (other, payload, times[LIST]);
  for (guint i = 0; i < N_STEPS; i++)
    {
      medians[i] = take_median (times[i]);
      g_array_unref (times[i]);
    }
  g_remove (path);
  g_remove (other);
  g_rmdir (folder);

  printf ("A case of 5 MB, %u rounds by turns, medians\n", rounds);
  printf ("  key derivation alone       %7.1f ms\n", medians[DERIVE]);
  printf ("  opening                    %7.1f ms   %.3f times the derivation (at most 1.1)\n", medians[OPEN],
          medians[OPEN] / medians[DERIVE]);
  printf ("  sealing in memory          %7.1f ms\n", medians[SEAL]);
  printf ("  saving, disk and all       %7.1f ms   (at most 200)\n", medians[SAVE]);
  printf ("  the summaries of %u files %7.1f ms   from 4 KiB of each\n", HEADS, medians[LIST]);
  return 0;
}
