/* compose-private.h - one document while it is composed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/compose.h"
#include "paper/printed.h"

typedef struct
{
  const PanahPlan         *plan;
  PanahPack               *pack;
  PanahFacts              *facts;
  const PanahDocumentSpec *spec;
  const char              *language;
  guint                    official_index; /* G_MAXUINT: a paper for the reader */
  const GPtrArray         *continuations;  /* of PanahEntry */
  PanahComposed           *out;
} PanahComposer;

const char *panah_composer_get_word     (PanahComposer        *self,
                                         const PanahBlockSpec *block,
                                         const char           *text_id);
PanahText   panah_composer_text         (PanahComposer        *self,
                                         const char           *string);
const char *panah_composer_translate    (PanahComposer        *self,
                                         const char           *english);
PanahEntry *panah_entry_new             (const char           *key,
                                         const char           *number,
                                         const char           *label,
                                         const char           *language) G_GNUC_WARN_UNUSED_RESULT;
void        panah_entry_add_fact        (PanahEntry           *self,
                                         const char           *fact,
                                         gsize                 bytes);
void        panah_composer_print        (PanahComposer        *self,
                                         const PanahFactSpec  *spec,
                                         const PanahValue     *value,
                                         const char           *path,
                                         const PanahBlockSpec *block,
                                         PanahPrinted         *out);
void        panah_compose_field         (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);
void        panah_compose_table         (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);
void        panah_compose_signature     (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);
gboolean    panah_compose_plan_block    (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);
