/* json-scan.h - strict JSON, before any parser sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define PANAH_JSON_MAX_SIZE   (8 * 1024 * 1024)
#define PANAH_JSON_MAX_STRING (1024 * 1024)
#define PANAH_JSON_MAX_DEPTH  32
#define PANAH_JSON_MAX_NODES  100000
#define PANAH_JSON_MAX_KEY    64

gboolean  panah_json_scan  (const char *data,
                            gsize       length,
                            GError    **error);
JsonNode *panah_json_parse (const char *data,
                            gsize       length,
                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
