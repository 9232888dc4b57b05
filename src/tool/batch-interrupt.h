/* batch-interrupt.h - a batch that is stopped finishes the cases that it has begun
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     panah_batch_interrupt_watch (void);
gboolean panah_batch_interrupt_enter (void);
void     panah_batch_interrupt_leave (void);

G_END_DECLS
