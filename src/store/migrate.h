/* migrate.h - cases of older versions become those of today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * PanahMigration:
 * @object: a case of some schema, which is to be changed to the next one
 *
 * Depends on nothing but @object. What it does not know it leaves alone. `schema` is counted up by the caller.
 */
typedef void (*PanahMigration) (JsonObject *object);

JsonNode *panah_migrate       (JsonNode             *root,
                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *panah_migrate_along (JsonNode             *root,
                               const PanahMigration *steps,
                               guint                 n_steps,
                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
