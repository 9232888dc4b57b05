/* draft.h - what was typed and not yet accepted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/fact-spec.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *panah_draft_new        (JsonNode            *input,
                                  gboolean             unknown,
                                  gboolean             none) G_GNUC_WARN_UNUSED_RESULT;
gboolean  panah_draft_fits       (JsonNode            *self,
                                  const PanahFactSpec *spec);
JsonNode *panah_draft_get_input  (JsonNode            *self);
gboolean  panah_draft_is_unknown (JsonNode            *self);
gboolean  panah_draft_is_none    (JsonNode            *self);

G_END_DECLS
