/* sealed.h - case files as arguments: sealed or plain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/payload.h"
#include "store/secret.h"

G_BEGIN_DECLS

GBytes       *panah_tool_read_input   (const char   *path,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;
PanahPayload *panah_tool_open_sealed  (GBytes       *bytes,
                                       PanahSecret  *secret,
                                       gboolean     *out_worn,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode     *panah_tool_read_case    (GBytes       *bytes,
                                       PanahSecret  *secret,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
