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
#include <time.h>

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

/* Milliseconds: of the wall, and of the processor, which a busy machine does not change. */
typedef struct
{
  double wall;
  double cpu;
} Times;

static Times
now (void)
{
  struct timespec cpu;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &cpu);
  return (Times) { g_get_monotonic_time () / 1000.0, cpu.tv_sec * 1000.0 + cpu.tv_nsec / 1000000.0 };
}

static int
compare (const void *a,
         const void *b)
{
  const Times *x = a, *y = b;

  return (x->cpu > y->cpu) - (x->cpu < y->cpu);
}

/* The round in the middle, by the processor. */
static Times
take_median (GArray *times)
{
  qsort (times->data, times->len, sizeof (Times), compare);
  Times median = g_array_index (times, Times, times->len / 2);
  g_array_unref (times);
  return median;
}

static void
add (GArray *times,
     Times   start)
{
  Times end = now (), passed = { end.wall - start.wall, end.cpu - start.cpu };

  g_array_append_val (times, passed);
}

static double
last (GArray *times)
{
  return g_array_index (times, Times, times->len - 1).cpu;
}

static int
compare_ratios (const void *a,
                const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
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
               GArray            **times,
               GArray             *ratios)
{
  g_autoptr (GError) error = NULL;
  Times start = now ();
  g_autoptr (PanahKey) key = panah_key_new (secret, &error);
  add (times[DERIVE], start);

  g_autoptr (PanahPayload) read = NULL;
  start = now ();
  g_autoptr (PanahCaseFile) file = panah_case_file_open (path, secret, &read, &error);
  add (times[OPEN], start);
  g_assert_no_error (error);
  double ratio = last (times[OPEN]) / last (times[DERIVE]);
  g_array_append_val (ratios, ratio);

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
  Times start = now ();
  for (guint i = 0; i < HEADS; i++)
    {
      g_autoptr (PanahSummary) summary = panah_case_file_read_summary (path, casebook, NULL);
      g_assert_nonnull (summary);
    }
  add (times, start);
}

static void
print (const Times *medians,
       GArray      *ratios)
{
  static const char *const names[] = {
    "key derivation alone", "opening", "sealing in memory", "saving, disk and all", "summaries of 1000 files",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == N_STEPS);
  qsort (ratios->data, ratios->len, sizeof (double), compare_ratios);
  printf ("A case of 5 MB, %u rounds by turns, medians\n", ratios->len);
  for (guint i = 0; i < N_STEPS; i++)
    printf ("  %-24s %8.1f ms   CPU %8.1f ms\n", names[i], medians[i].wall, medians[i].cpu);
  printf ("Opening takes %.3f times the derivation (at most 1.1); saving %.0f ms (at most 200)\n",
          g_array_index (ratios, double, ratios->len / 2), medians[SAVE].wall);
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
  GArray *times[N_STEPS], *ratios = g_array_new (FALSE, FALSE, sizeof (double));
  Times medians[N_STEPS];

  for (guint i = 0; i < N_STEPS; i++)
    times[i] = g_array_new (FALSE, FALSE, sizeof (Times));
  panah_case_file_save (file, path, payload, PANAH_SAVE_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rounds; i++)
    measure_round (path, secret, payload, times, ratios);
  for (guint i = 0; i < 3; i++)
    measure_list (other, payload, times[LIST]);
  for (guint i = 0; i < N_STEPS; i++)
    medians[i] = take_median (times[i]);
  g_remove (path);
  g_remove (other);
  g_rmdir (folder);

  print (medians, ratios);
  g_array_unref (ratios);
  return 0;
}
