/* print-portal.h - printing from inside a sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PanahPrintPortal PanahPrintPortal;

PanahPrintPortal *panah_print_portal_new        (GtkWindow           *parent) G_GNUC_WARN_UNUSED_RESULT;
void              panah_print_portal_free       (PanahPrintPortal    *self);

/* to be finished by g_task_propagate_boolean() */
void              panah_print_portal_send_async (PanahPrintPortal    *self,
                                                 GBytes              *pdf,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahPrintPortal, panah_print_portal_free)

G_END_DECLS
