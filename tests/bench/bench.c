/* bench.c - how quickly documents become files, beside cairo on the same documents
 *
 * Usage: bench measure ROUNDS   both contestants by turns; bench.py prints the table
 *        bench panah|cairo ROUNDS [form|family]   one alone: for a profile, or to count instructions
 *        bench first            one document of a fresh process: CPU time so far
 *        bench memory N         resident memory after a tenth, half and all of N documents
 *        bench write FOLDER     the same documents as OpenDocument texts, for others to print
 *
 * Both contestants get the same answers in the same run, by turns: timings of different runs on a busy machine cannot be
 * compared. Neither has seen the answers of a round before. cairo's is what a program does that prints with Pango and
 * cairo: each document is laid out anew, by Pango as it comes. CPU time of the process; medians over the rounds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-work.h"

#include "paper/odt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WARM_UP 3

typedef struct
{
  double *times[BENCH_N_STEPS];
  gsize   bytes;
  guint   n_pages;
  guint   n_documents;
} Score;

static double
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static void
run_once (const BenchWork *work,
          guint            round,
          BenchContestant  contestant,
          Score           *score,
          guint            index)
{
  g_autoptr (BenchJob) job = work->prepare (round);
  double before = get_cpu_time ();

  score->bytes = score->n_pages = score->n_documents = 0;
  while (work->next (job))
    {
      g_autoptr (GError) error = NULL;
      double start = get_cpu_time ();
      if (contestant == BENCH_CAIRO)
        bench_lay_out_afresh ();
      g_autoptr (PanahPages) pages = panah_pages_new (bench_job_get_document (job), &error);
      g_assert_no_error (error);
      double laid_out = get_cpu_time ();
      g_autoptr (GBytes) pdf =
        contestant == BENCH_CAIRO ? panah_pages_to_cairo_pdf (pages, &error) : panah_pages_to_pdf (pages, &error);
      g_assert_no_error (error);
      score->times[BENCH_LAYOUT][index] += laid_out - start;
      score->times[BENCH_PAINT][index] += get_cpu_time () - laid_out;
      score->bytes += g_bytes_get_size (pdf);
      score->n_pages += panah_pages_get_n_pages (pages);
      score->n_documents++;
      work->printed (job, pages);
    }
  score->times[BENCH_WHOLE][index] = get_cpu_time () - before;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
print_score (const BenchWork *work,
             const char      *contestant,
             Score           *score,
             guint            n_rounds)
{
  printf ("%s %s %u %u %" G_GSIZE_FORMAT, work->name, contestant, score->n_documents, score->n_pages, score->bytes);
  for (guint i = 0; i < BENCH_N_STEPS; i++)
    {
      qsort (score->times[i], n_rounds, sizeof (double), compare_times);
      printf (" %.4f", score->times[i][n_rounds / 2]);
    }
  printf ("\n");
}

typedef struct
{
  const BenchWork *work;
  BenchContestant  contestant;
  guint            round;
  guint            index;
  Score           *score;
} Turn;

static GMutex lock;
static GCond ended;

static void
take_turn (gpointer data,
           gpointer user_data)
{
  Turn *turn = data;
  gboolean *done = user_data;

  run_once (turn->work, turn->round, turn->contestant, turn->score, turn->index);
  g_mutex_lock (&lock);
  *done = TRUE;
  g_cond_signal (&ended);
  g_mutex_unlock (&lock);
}

/* Each contestant has a thread of its own, and so fonts and layouts of its own; the other waits. */
static void
wait_for_turn (GThreadPool *thread,
               gboolean    *done,
               Turn        *turn)
{
  *done = FALSE;
  g_thread_pool_push (thread, turn, NULL);
  g_mutex_lock (&lock);
  while (!*done)
    g_cond_wait (&ended, &lock);
  g_mutex_unlock (&lock);
}

/* @first to @last: contestants */
static void
measure (const BenchWork *work,
         guint            n_rounds,
         BenchContestant  first,
         BenchContestant  last)
{
  static const char *const names[BENCH_N_CONTESTANTS] = { "panah", "cairo" };
  Score scores[BENCH_N_CONTESTANTS] = { 0 };
  GThreadPool *threads[BENCH_N_CONTESTANTS];
  gboolean done = FALSE;

  for (guint i = 0; i < BENCH_N_CONTESTANTS; i++)
    threads[i] = g_thread_pool_new (take_turn, &done, 1, TRUE, NULL);
  for (guint i = 0; i < BENCH_N_CONTESTANTS; i++)
    for (guint j = 0; j < BENCH_N_STEPS; j++)
      scores[i].times[j] = g_new0 (double, n_rounds + WARM_UP);

  for (guint round = 0; round < n_rounds + WARM_UP; round++)
    for (BenchContestant i = first; i <= last; i++)
      {
        /* Who goes first finds the caches cold; and a round's answers are each contestant's own. */
        BenchContestant who = first == last || round % 2 == 0 ? i : first + last - i;
        Turn turn = { work, who, round * BENCH_N_CONTESTANTS + who, round < WARM_UP ? n_rounds + round : round - WARM_UP,
                      &scores[who] };
        wait_for_turn (threads[who], &done, &turn);
      }
  for (BenchContestant i = first; i <= last; i++)
    print_score (work, names[i], &scores[i], n_rounds);

  for (guint i = 0; i < BENCH_N_CONTESTANTS; i++)
    g_thread_pool_free (threads[i], FALSE, TRUE);
  for (guint i = 0; i < BENCH_N_CONTESTANTS; i++)
    for (guint j = 0; j < BENCH_N_STEPS; j++)
      g_free (scores[i].times[j]);
}

static void
print_first (void)
{
  g_autoptr (BenchJob) job = bench_works[0].prepare (0);

  bench_works[0].next (job);
  g_autoptr (PanahPages) pages = panah_pages_new (bench_job_get_document (job), NULL);
  g_autoptr (GBytes) pdf = panah_pages_to_pdf (pages, NULL);
  g_assert_nonnull (pdf);
  printf ("first %.2f\n", get_cpu_time ());
}

static gulong
get_resident_kib (void)
{
  g_autofree char *statm = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL));
  parts = g_strsplit (statm, " ", 3);
  return strtoul (parts[1], NULL, 10) * 4;
}

static void
print_memory (guint n)
{
  for (guint i = 1; i <= n; i++)
    {
      g_autoptr (BenchJob) job = bench_works[0].prepare (i);
      bench_works[0].next (job);
      g_autoptr (PanahPages) pages = panah_pages_new (bench_job_get_document (job), NULL);
      g_autoptr (GBytes) pdf = panah_pages_to_pdf (pages, NULL);
      g_assert_nonnull (pdf);
      if (i == n / 10 || i == n / 2 || i == n)
        printf ("memory %u %lu\n", i, get_resident_kib ());
    }
}

static void
write_files (const char *folder)
{
  g_autoptr (BenchJob) job = bench_works[1].prepare (0);

  for (guint i = 0; bench_works[1].next (job); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.odt", folder, i);
      g_autoptr (PanahPages) pages = panah_pages_new (bench_job_get_document (job), NULL);
      g_autoptr (GBytes) odt = panah_document_to_odt (bench_job_get_document (job), NULL);
      gsize length;
      const char *data = g_bytes_get_data (odt, &length);
      g_assert_true (g_file_set_contents (path, data, length, NULL));
      bench_works[1].printed (job, pages);
    }
}

int
main (int   argc,
      char *argv[])
{
  const char *what = argc > 1 ? argv[1] : "measure";
  guint n = argc > 2 ? CLAMP (atoi (argv[2]), 1, 1000000) : 25;

  if (strcmp (what, "first") == 0)
    print_first ();
  else if (strcmp (what, "memory") == 0)
    print_memory (n);
  else if (strcmp (what, "write") == 0 && argc > 2)
    write_files (argv[2]);
  else
    for (guint i = 0; i < BENCH_N_WORKS; i++)
      if (argc < 4 || strcmp (argv[3], bench_works[i].name) == 0)
        measure (&bench_works[i], n, strcmp (what, "cairo") == 0 ? BENCH_CAIRO : BENCH_PANAH,
                 strcmp (what, "panah") == 0 ? BENCH_PANAH : BENCH_CAIRO);
  return 0;
}
