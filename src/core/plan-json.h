/* plan-json.h - a plan for other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/plan.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *panah_plan_to_json      (const PanahPlan *self,
                               const GPtrArray *problems) G_GNUC_WARN_UNUSED_RESULT;
void  panah_problems_to_json  (const GPtrArray *problems,
                               JsonBuilder     *builder);
char *panah_json_builder_print (JsonBuilder    *builder) G_GNUC_WARN_UNUSED_RESULT;
char *panah_json_builder_print_line (JsonBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
