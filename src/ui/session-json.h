/* session-json.h - what was told, as it stands in a file and in a snapshot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/summary.h"
#include "ui/session.h"

G_BEGIN_DECLS

JsonNode *panah_session_to_json   (PanahSession *self,
                                   const char   *pack) G_GNUC_WARN_UNUSED_RESULT;
PanahSummary *
          panah_session_summarize (PanahSession *self,
                                   const char   *pack) G_GNUC_WARN_UNUSED_RESULT;
gboolean  panah_session_load_json (PanahSession *self,
                                   JsonNode     *root,
                                   GError      **error);
JsonNode *panah_session_dump      (PanahSession *self,
                                   const char   *place) G_GNUC_WARN_UNUSED_RESULT;
gboolean  panah_session_restore   (PanahSession *self,
                                   JsonNode     *dump,
                                   char        **out_place,
                                   GError      **error);

G_END_DECLS
