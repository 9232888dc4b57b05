/* facts.h - everything the person has answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/value.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define PANAH_TYPE_FACTS (panah_facts_get_type ())
G_DECLARE_FINAL_TYPE (PanahFacts, panah_facts, PANAH, FACTS, GObject)

PanahFacts       *panah_facts_new              (void) G_GNUC_WARN_UNUSED_RESULT;

const PanahValue *panah_facts_get              (PanahFacts       *self,
                                                const char       *id);
void              panah_facts_set              (PanahFacts       *self,
                                                const char       *id,
                                                PanahValue       *value);

const char       *panah_facts_get_journey      (PanahFacts       *self);
void              panah_facts_set_journey      (PanahFacts       *self,
                                                const char       *journey);

const char       *panah_facts_get_paper        (PanahFacts       *self,
                                                const char       *paper);
void              panah_facts_set_paper        (PanahFacts       *self,
                                                const char       *paper,
                                                const char       *state);

/* What a case holds that these rules do not know: kept, and told. (element-type utf8): "path: message" */
const GPtrArray  *panah_facts_get_strange      (PanahFacts       *self);
void              panah_facts_take_strange     (PanahFacts       *self,
                                                GPtrArray        *strange);

PanahFacts       *panah_facts_derive           (PanahFacts                 *self,
                                                const PanahFactSpec *const *specs,
                                                guint                       n_specs) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
