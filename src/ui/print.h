/* print.h - papers sent to a printer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PanahPrintError:
 * @PANAH_PRINT_ERROR_UNAVAILABLE: one cannot print from here at all
 * @PANAH_PRINT_ERROR_PRINTER: that printer does not take papers such as ours
 * @PANAH_PRINT_ERROR_REFUSED: the printer, or who keeps its queue, did not take the paper
 */
typedef enum
{
  PANAH_PRINT_ERROR_UNAVAILABLE,
  PANAH_PRINT_ERROR_PRINTER,
  PANAH_PRINT_ERROR_REFUSED,
} PanahPrintError;

#define PANAH_PRINT_ERROR (panah_print_error_quark ())
GQuark panah_print_error_quark (void);

/* What stands in the queue of a printer, and in its history: nothing about whose paper it is. */
#define PANAH_PRINT_TITLE "Documents"

void     panah_print_async  (GtkWindow           *parent,
                             GPtrArray           *pdfs,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
gboolean panah_print_finish (GAsyncResult        *result,
                             guint               *out_n_sent,
                             GError             **error);

G_END_DECLS
