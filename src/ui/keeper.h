/* keeper.h - what was told is not lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"
#include "ui/snapshot.h"

G_BEGIN_DECLS

/* Keeps what a session holds: in memory that outlives a crash. */
#define PANAH_TYPE_KEEPER (panah_keeper_get_type ())
G_DECLARE_FINAL_TYPE (PanahKeeper, panah_keeper, PANAH, KEEPER, GObject)

PanahKeeper *panah_keeper_new          (PanahSession  *session) G_GNUC_WARN_UNUSED_RESULT;
void         panah_keeper_set_snapshot (PanahKeeper   *self,
                                        PanahSnapshot *snapshot);
void         panah_keeper_keep         (PanahKeeper   *self,
                                        const char    *place);
gboolean     panah_keeper_is_unsaved   (PanahKeeper   *self);
char        *panah_keeper_peek_language (PanahKeeper  *self) G_GNUC_WARN_UNUSED_RESULT;
char        *panah_keeper_restore      (PanahKeeper   *self,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
