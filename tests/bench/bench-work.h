/* bench-work.h - what is printed for the benchmark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/cairo-painter.h"
#include "paper/document.h"
#include "paper/pages.h"

#define BENCH_N_WORKS 2

typedef enum
{
  BENCH_PANAH,
  BENCH_CAIRO,
  BENCH_N_CONTESTANTS,
} BenchContestant;

typedef enum
{
  BENCH_LAYOUT,
  BENCH_PAINT,
  BENCH_WHOLE,
  BENCH_N_STEPS,
} BenchStep;

/* The documents of one case, one after the other */
typedef struct _BenchJob BenchJob;

/**
 * BenchWork:
 * @prepare: not measured
 * @next: composes the next document; %FALSE after the last
 * @printed: tells what became of it
 */
typedef struct
{
  const char *name;
  BenchJob *(*prepare) (guint round);
  gboolean  (*next)    (BenchJob *self);
  void      (*printed) (BenchJob   *self,
                        PanahPages *pages);
} BenchWork;

extern const BenchWork bench_works[BENCH_N_WORKS];

PanahDocument *bench_job_get_document (const BenchJob *self);
void           bench_job_free         (BenchJob *self);
void           bench_lay_out_afresh   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchJob, bench_job_free)
