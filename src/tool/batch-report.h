/* batch-report.h - a line for each case of a batch, in their order, and how far it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PanahBatchReport PanahBatchReport;

PanahBatchReport *panah_batch_report_new       (guint             n_cases) G_GNUC_WARN_UNUSED_RESULT;
void              panah_batch_report_free      (PanahBatchReport *self);
gboolean          panah_batch_report_wait      (PanahBatchReport *self,
                                                guint64           index);
void              panah_batch_report_take_line (PanahBatchReport *self,
                                                guint64           index,
                                                int               code,
                                                char             *line);
int               panah_batch_report_finish    (PanahBatchReport *self,
                                                guint64          *out_n_cases,
                                                GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahBatchReport, panah_batch_report_free)

G_END_DECLS
