/* snapshot.h - what a program that crashes would lose, in memory that outlives it and that nobody else can read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PANAH_SNAPSHOT_MAX_BYTES (32 * 1024 * 1024)

/**
 * PanahSnapshotKind:
 * @PANAH_SNAPSHOT_NONE: nothing is kept
 * @PANAH_SNAPSHOT_SESSION: answers that stand in no file
 * @PANAH_SNAPSHOT_LOCK: which file is to be unlocked
 */
typedef enum
{
  PANAH_SNAPSHOT_NONE,
  PANAH_SNAPSHOT_SESSION,
  PANAH_SNAPSHOT_LOCK,
} PanahSnapshotKind;

/**
 * PanahSnapshot:
 *
 * Encrypted, in anonymous memory that a parent and the children it forks share; the key is in locked memory of each of
 * them. Never on a disk, but for swap, where it is encrypted still.
 */
typedef struct _PanahSnapshot PanahSnapshot;

PanahSnapshot    *panah_snapshot_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void              panah_snapshot_free       (PanahSnapshot     *self);
void              panah_snapshot_adopt      (PanahSnapshot     *self);
gboolean          panah_snapshot_push       (PanahSnapshot     *self,
                                             PanahSnapshotKind  kind,
                                             const char        *data,
                                             gsize              length);
void              panah_snapshot_clear      (PanahSnapshot     *self);
guint64           panah_snapshot_get_serial (PanahSnapshot     *self);
PanahSnapshotKind panah_snapshot_get_kind   (PanahSnapshot     *self);
GBytes           *panah_snapshot_pull       (PanahSnapshot     *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahSnapshot, panah_snapshot_free)

G_END_DECLS
