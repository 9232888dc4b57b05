/* bench-paper.c - how quickly pages become files, beside cairo on the same pages
 *
 * Usage: bench-paper [ROUNDS]. Rounds of both are interleaved in one run, because timings
 * of different runs on a busy machine cannot be compared; the median is printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <string.h>

#include "paper/cairo-painter.h"
#include "paper/document.h"
#include "paper/pages.h"

#define N_FIELDS 48
#define N_PARAGRAPHS 24
#define STORY "Преследование по политическим убеждениям; қауіпсіздікке төнген қатер. "

static PanahText
make_text (const char *words,
           const char *fact)
{
  return (PanahText) { words, "ru", fact, fact != NULL ? strlen (words) : 0 };
}

/* Some four pages; every answer differs from round to round. */
static PanahDocument *
create_document (guint round)
{
  PanahDocument *document = panah_document_new ("application", "ru");
  PanahBlock *body = panah_document_get_body (document);

  panah_document_set_title (document, "Ходатайство");
  panah_document_set_footer (document, "%1 / %2");
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);
      g_autofree char *answer = g_strdup_printf ("Ахмади Фарид, %u, Алматы қ., %u-үй", round, i);
      PanahFieldSpec spec = {
        .number = number,
        .label = make_text ("Фамилия, имя, отчество", NULL),
        .value = make_text (answer, "applicant.name"),
        .min_lines = 1,
        .max_lines = 2,
      };

      panah_block_add_field (body, &spec);
    }
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      g_autofree char *words = g_strdup_printf (STORY STORY STORY "%u.%u", round, i);

      panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_JUSTIFY, make_text (words, NULL));
    }
  return document;
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

static gsize
measure (PanahPages *pages,
         gboolean    cairo,
         double     *milliseconds)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) pdf = cairo ? panah_pages_to_cairo_pdf (pages, NULL)
                                 : panah_pages_to_pdf (pages, NULL);

  *milliseconds = (g_get_monotonic_time () - start) / 1000.0;
  return g_bytes_get_size (pdf);
}

int
main (int   argc,
      char *argv[])
{
  guint n_rounds = argc > 1 ? CLAMP (atoi (argv[1]), 1, 10000) : 50;
  g_autofree double *layout = g_new0 (double, n_rounds);
  g_autofree double *ours = g_new0 (double, n_rounds);
  g_autofree double *cairo = g_new0 (double, n_rounds);
  gsize our_size = 0, cairo_size = 0;
  double lay, us, them;

  for (guint i = 0; i < n_rounds; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (PanahDocument) document = create_document (i);
      g_autoptr (PanahPages) pages = panah_pages_new (document, NULL);

      layout[i] = (g_get_monotonic_time () - start) / 1000.0;
      our_size = measure (pages, FALSE, &ours[i]);
      cairo_size = measure (pages, TRUE, &cairo[i]);
    }

  lay = get_median (layout, n_rounds);
  us = get_median (ours, n_rounds);
  them = get_median (cairo, n_rounds);
  g_print ("layout %.1f ms; file: ours %.1f ms, %" G_GSIZE_FORMAT " bytes; cairo %.1f ms, %"
           G_GSIZE_FORMAT " bytes\n", lay, us, our_size, them, cairo_size);
  g_print ("documents a second: ours %.0f, cairo %.0f\n", 1000 / (lay + us), 1000 / (lay + them));
  return 0;
}
