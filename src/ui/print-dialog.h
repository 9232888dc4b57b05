/* print-dialog.h - which printer, and a paper for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include <gtk/gtkunixprint.h>

G_BEGIN_DECLS

/* A printer and how to print on it. */
typedef struct _PanahPrintChoice PanahPrintChoice;

PanahPrintChoice *panah_print_choice_new         (GtkPrinter          *printer,
                                                  GtkPrintSettings    *settings) G_GNUC_WARN_UNUSED_RESULT;
void              panah_print_choice_free        (PanahPrintChoice    *self);

void              panah_print_choice_ask_async   (GtkWindow           *parent,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
PanahPrintChoice *panah_print_choice_ask_finish  (GAsyncResult        *result,
                                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* to be finished by g_task_propagate_boolean() */
void              panah_print_choice_send_async  (PanahPrintChoice    *self,
                                                  GBytes              *pdf,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahPrintChoice, panah_print_choice_free)

G_END_DECLS
