/* print-job.h - the papers made in another thread, and pictures of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PanahPrintedPaper:
 * @title: what the paper is called, in the pack's English
 * @official_title: what stands on it
 * @file: a name for the file that says nothing about whose it is
 * @pdf: the paper
 * @odt_file: (nullable): the like for the text document
 * @odt: (nullable): the paper as a text document; %NULL of a sheet that nobody hands in
 * @pages: (element-type GdkTexture): a picture of each page
 */
typedef struct
{
  char      *title;
  char      *official_title;
  char      *file;
  GBytes    *pdf;
  char      *odt_file;
  GBytes    *odt;
  GPtrArray *pages;
} PanahPrintedPaper;

void       panah_print_job_run_async  (PanahSession        *session,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GPtrArray *panah_print_job_run_finish (GAsyncResult        *result,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
