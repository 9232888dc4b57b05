/* bench.c - how quickly the sample case becomes a plan, and its documents files, beside cairo on the same pages
 *
 * Usage: bench [ROUNDS]. Both painters get pages of the same layout, in the same run, by turns: timings of different
 * runs on a busy machine cannot be compared. CPU time of the process; medians over the rounds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/case.h"
#include "core/date.h"
#include "core/json-scan.h"
#include "core/pack.h"
#include "paper/cairo-painter.h"
#include "paper/compose.h"
#include "paper/pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ON "2026-11-24T00:00"
#define PLANS_PER_ROUND 200
#define DEFAULT_ROUNDS 25

typedef enum
{
  PAINTER_PANAH,
  PAINTER_CAIRO,
  N_PAINTERS,
} Painter;

/**
 * Sample:
 * @specs: (element-type PanahDocumentSpec): what is printed of it, continuation sheets last
 * @first: (element-type PanahComposed): documents on whose texts the continuation sheets live
 * @continued: (element-type PanahEntry): what goes on there
 */
typedef struct
{
  PanahPack *pack;
  PanahCase *parsed;
  PanahPlan *plan;
  gint64     now;
  GPtrArray *specs;
  GPtrArray *first;
  GPtrArray *continued;
} Sample;

/* Milliseconds of each round */
typedef struct
{
  double *plan;
  double *layout[N_PAINTERS];
  double *paint[N_PAINTERS];
  double *whole[N_PAINTERS];
  gsize   bytes[N_PAINTERS];
  guint   n_pages;
} Times;

static double
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static gboolean
is_continuation (const PanahDocumentSpec *spec)
{
  return strcmp (spec->kind, "continuation") == 0;
}

static const char *
get_language (const PanahDocumentSpec *spec)
{
  return spec->for_user && g_strv_contains (spec->languages, "en") ? "en" : spec->languages[0];
}

/* The answers of which a form has only the beginning */
static void
find_continued (Sample                  *self,
                const PanahDocumentSpec *spec)
{
  PanahComposed *composed = panah_compose (self->plan, spec, get_language (spec), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahPages) pages = panah_pages_new (composed->document, &error);

  g_ptr_array_add (self->first, composed);
  g_assert_no_error (error);
  const GPtrArray *fields = panah_pages_get_fields (pages);
  for (guint i = 0; i < fields->len; i++)
    {
      const PanahFieldResult *field = fields->pdata[i];
      const PanahEntry *entry = panah_composed_find_entry (composed, field->fact);
      if (field->mode == PANAH_FIELD_CONTINUE && entry != NULL)
        g_ptr_array_add (self->continued, (gpointer) entry);
    }
}

static void
load_documents (Sample *self)
{
  const GPtrArray *planned = panah_plan_get_documents (self->plan);

  self->specs = g_ptr_array_new ();
  self->first = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_composed_free);
  self->continued = g_ptr_array_new ();
  for (guint i = 0; i < planned->len; i++)
    {
      if (is_continuation (planned->pdata[i]))
        continue;
      g_ptr_array_add (self->specs, planned->pdata[i]);
      find_continued (self, planned->pdata[i]);
    }
  for (guint i = 0; i < planned->len && self->continued->len > 0; i++)
    {
      if (is_continuation (planned->pdata[i]))
        g_ptr_array_add (self->specs, planned->pdata[i]);
    }
}

static void
load_sample (Sample *self)
{
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  gsize length;

  self->pack = panah_pack_load (BENCH_PACK, problems, &error);
  g_assert_no_error (error);
  g_file_get_contents (BENCH_CASE, &json, &length, &error);
  g_assert_no_error (error);
  g_autoptr (JsonNode) root = panah_json_parse (json, length, &error);
  g_assert_no_error (error);
  self->parsed = panah_case_new_from_json (root, self->pack, &error);
  g_assert_no_error (error);
  g_assert_true (panah_moment_parse (ON, &self->now));
  self->plan = panah_plan_new (self->pack, self->parsed->facts, self->now);
  load_documents (self);
}

static void
clear_sample (Sample *self)
{
  g_ptr_array_unref (self->continued);
  g_ptr_array_unref (self->first);
  g_ptr_array_unref (self->specs);
  panah_plan_unref (self->plan);
  panah_case_free (self->parsed);
  panah_pack_unref (self->pack);
}

static double
measure_plans (const Sample *sample)
{
  double start = get_cpu_time ();

  for (guint i = 0; i < PLANS_PER_ROUND; i++)
    {
      g_autoptr (PanahPlan) plan = panah_plan_new (sample->pack, sample->parsed->facts, sample->now);
    }
  return (get_cpu_time () - start) / PLANS_PER_ROUND;
}

/* All documents of the case, from the answers to the last byte. */
static void
measure_documents (const Sample *sample,
                   Painter       painter,
                   Times        *times,
                   guint         round)
{
  times->bytes[painter] = 0;
  times->n_pages = 0;
  for (guint i = 0; i < sample->specs->len; i++)
    {
      const PanahDocumentSpec *spec = sample->specs->pdata[i];
      g_autoptr (GError) error = NULL;
      double start = get_cpu_time ();
      g_autoptr (PanahComposed) composed =
        panah_compose (sample->plan, spec, get_language (spec), is_continuation (spec) ? sample->continued : NULL);
      double composed_at = get_cpu_time ();
      g_autoptr (PanahPages) pages = panah_pages_new (composed->document, &error);
      g_assert_no_error (error);
      double laid_out_at = get_cpu_time ();
      g_autoptr (GBytes) pdf = painter == PAINTER_CAIRO ? panah_pages_to_cairo_pdf (pages, &error)
                                                        : panah_pages_to_pdf (pages, &error);
      double painted_at = get_cpu_time ();

      g_assert_no_error (error);
      times->layout[painter][round] += laid_out_at - composed_at;
      times->paint[painter][round] += painted_at - laid_out_at;
      times->whole[painter][round] += painted_at - start;
      times->bytes[painter] += g_bytes_get_size (pdf);
      times->n_pages += panah_pages_get_n_pages (pages);
    }
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
get_median (double *times,
            guint   n_times)
{
  qsort (times, n_times, sizeof *times, compare_times);
  return times[n_times / 2];
}

static void
print_row (const char *what,
           double      ours,
           double      theirs)
{
  printf ("| %s | %.2f ms | %.2f ms | %.2f× |\n", what, ours, theirs, theirs / ours);
}

static void
print_table (const Sample *sample,
             Times        *times,
             guint         n_rounds)
{
  double plan = get_median (times->plan, n_rounds);
  double layout[N_PAINTERS], paint[N_PAINTERS], whole[N_PAINTERS];
  guint n = sample->specs->len;

  for (Painter i = 0; i < N_PAINTERS; i++)
    {
      layout[i] = get_median (times->layout[i], n_rounds);
      paint[i] = get_median (times->paint[i], n_rounds);
      whole[i] = get_median (times->whole[i], n_rounds);
    }
  printf ("The sample family: a plan takes %.3f ms (%.0f plans a second).\n\n", plan, 1000 / plan);
  printf ("| %u documents, %u pages, median of %u rounds, CPU time | Panah | Pango + cairo | |\n|---|---|---|---|\n", n,
           times->n_pages, n_rounds);
  print_row ("layout only (the same code)", layout[PAINTER_PANAH], layout[PAINTER_CAIRO]);
  print_row ("paint only", paint[PAINTER_PANAH], paint[PAINTER_CAIRO]);
  print_row ("from the answers to the files", whole[PAINTER_PANAH], whole[PAINTER_CAIRO]);
  printf ("| documents a second | %.0f | %.0f | |\n", n * 1000 / whole[PAINTER_PANAH], n * 1000 / whole[PAINTER_CAIRO]);
  printf ("| bytes | %" G_GSIZE_FORMAT " | %" G_GSIZE_FORMAT " | %.2f× |\n", times->bytes[PAINTER_PANAH],
           times->bytes[PAINTER_CAIRO], (double) times->bytes[PAINTER_CAIRO] / times->bytes[PAINTER_PANAH]);
}

int
main (int   argc,
      char *argv[])
{
  guint n_rounds = argc > 1 ? CLAMP (atoi (argv[1]), 1, 10000) : DEFAULT_ROUNDS;
  double **all[] = { NULL, NULL, NULL, NULL, NULL, NULL, NULL };
  Times times = { 0 };
  Sample sample = { 0 };
  guint n_all = 0;

  all[n_all++] = &times.plan;
  for (Painter i = 0; i < N_PAINTERS; i++)
    {
      all[n_all++] = &times.layout[i];
      all[n_all++] = &times.paint[i];
      all[n_all++] = &times.whole[i];
    }
  for (guint i = 0; i < n_all; i++)
    *all[i] = g_new0 (double, n_rounds);

  load_sample (&sample);
  for (guint i = 0; i < n_rounds; i++)
    {
      times.plan[i] = measure_plans (&sample);
      /* Who goes first finds the caches cold. */
      measure_documents (&sample, i % 2 == 0 ? PAINTER_PANAH : PAINTER_CAIRO, &times, i);
      measure_documents (&sample, i % 2 == 0 ? PAINTER_CAIRO : PAINTER_PANAH, &times, i);
    }
  print_table (&sample, &times, n_rounds);

  clear_sample (&sample);
  for (guint i = 0; i < n_all; i++)
    g_free (*all[i]);
  return 0;
}
