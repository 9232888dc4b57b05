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
  const GPtrArray         *continuations;  /* (nullable): of PanahEntry */
  const GPtrArray         *papers;         /* (nullable): of PanahSignedPaper */
  const GPtrArray         *problems;       /* of PanahProblem */
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
void        panah_entry_free            (gpointer              self);
void        panah_entry_add_fact        (PanahEntry           *self,
                                         const char           *fact,
                                         gsize                 bytes,
                                         gboolean              left_out);
char       *panah_composer_name_entry   (PanahComposer        *self,
                                         const PanahFactSpec  *list,
                                         guint                 index) G_GNUC_WARN_UNUSED_RESULT;
char       *panah_composer_describe     (PanahComposer        *self,
                                         const char           *path) G_GNUC_WARN_UNUSED_RESULT;
void        panah_composer_add_problem  (PanahComposer        *self,
                                         PanahSeverity         severity,
                                         const char           *fact,
                                         const char           *pattern,
                                         ...) G_GNUC_NULL_TERMINATED;
void        panah_composer_print        (PanahComposer        *self,
                                         const PanahFactSpec  *spec,
                                         const PanahValue     *value,
                                         const char           *path,
                                         const PanahBlockSpec *block,
                                         PanahPrinted         *out);
void        panah_composer_report_blank (PanahComposer        *self,
                                         const PanahFactSpec  *spec,
                                         const char           *path);
void        panah_compose_field         (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);
void        panah_compose_table         (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);
void        panah_compose_signature     (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);
void        panah_composer_add_line     (PanahComposer        *self,
                                         PanahBlock           *group,
                                         PanahTone             tone,
                                         const char           *string);
void        panah_composer_add_filled   (PanahComposer        *self,
                                         PanahBlock           *group,
                                         PanahTone             tone,
                                         const PanahBlockSpec *block,
                                         const char           *text_id,
                                         const char           *one,
                                         const char           *two);
void        panah_composer_add_sentences (PanahComposer       *self,
                                         PanahBlock           *group,
                                         PanahTone             tone,
                                         const char *const    *sentences,
                                         guint                 n_sentences);
char       *panah_composer_format_point (PanahComposer        *self,
                                         const PanahPoint     *point,
                                         gboolean              is_end) G_GNUC_WARN_UNUSED_RESULT;
void        panah_compose_deadlines     (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);
void        panah_compose_signing       (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);
void        panah_compose_continuations (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);
gboolean    panah_compose_plan_block    (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);
