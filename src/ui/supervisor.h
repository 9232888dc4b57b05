/* supervisor.h - the process that outlives a crash of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/snapshot.h"

G_BEGIN_DECLS

/**
 * PanahStart:
 * @PANAH_START_FRESH: somebody started the program
 * @PANAH_START_CRASHED: the one before crashed, and its answers are in the snapshot
 * @PANAH_START_CRASHED_AGAIN: so did the one that had them back, before it came to another page
 * @PANAH_START_LOCKED: the one before was locked; which file it had is in the snapshot
 */
typedef enum
{
  PANAH_START_FRESH,
  PANAH_START_CRASHED,
  PANAH_START_CRASHED_AGAIN,
  PANAH_START_LOCKED,
} PanahStart;

/**
 * PanahSupervised:
 * @start: why it is called
 * @snapshot: (nullable) (transfer none): where answers outlive a crash; %NULL where that cannot be
 * @data: what panah_supervise() was given
 *
 * Called in a process of its own, before there is a thread.
 *
 * Returns: the exit status
 */
typedef int (*PanahSupervised) (PanahStart     start,
                                PanahSnapshot *snapshot,
                                gpointer       data);

int panah_supervise (PanahSupervised run,
                     gpointer        data);

G_END_DECLS
