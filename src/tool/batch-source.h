/* batch-source.h - where the cases of a batch come from: a folder, or lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PanahBatchItem:
 * @name: (nullable): the case's name, which can be a folder's name and never a path
 * @file: (nullable): the file in which it stands
 * @json: (nullable): what the line says, if it stands in a line
 */
typedef struct
{
  char   *name;
  char   *file;
  GBytes *json;
} PanahBatchItem;

typedef struct _PanahBatchSource PanahBatchSource;

PanahBatchSource *panah_batch_source_new           (const char           *path,
                                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void              panah_batch_source_free          (PanahBatchSource     *self);
guint             panah_batch_source_get_n_cases   (PanahBatchSource     *self);
guint             panah_batch_source_get_n_skipped (PanahBatchSource     *self);
gboolean          panah_batch_source_has_sealed    (PanahBatchSource     *self);
gboolean          panah_batch_source_next          (PanahBatchSource     *self,
                                                    PanahBatchItem       *out_item,
                                                    GError              **error);
GBytes           *panah_batch_source_read          (PanahBatchSource     *self,
                                                    const PanahBatchItem *item,
                                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void              panah_batch_item_clear           (PanahBatchItem       *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahBatchSource, panah_batch_source_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PanahBatchItem, panah_batch_item_clear)

G_END_DECLS
