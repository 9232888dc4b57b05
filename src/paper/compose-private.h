/* compose-private.h - one document while it is composed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/compose.h"
#include "paper/printed.h"

/* Words that a sheet or a copy needs and no document holds: a pack translates them. tests/packs/catalogue.py looks for
 * this name. */
#define PANAH_PACK_WORDS(words) words

typedef struct _PanahComposer PanahComposer;

/**
 * PanahReading:
 * @paper: the paper that the copy is of, as it stands on the form
 * @own: (nullable): the language of the document that the reader reads; %NULL: there is none, so glosses are translated
 * @parts: glosses taken apart
 * @in_english: something stands there in English, which the reader does not read
 *
 * What makes a document a copy for the reader.
 */
typedef struct
{
  PanahComposer *paper;
  const char    *own;
  GStringChunk  *parts;
  gboolean       in_english;
} PanahReading;

/**
 * PanahDraft:
 * @beside: the same sheet in a language in which it was written
 * @lacks: something stands there in that language alone
 *
 * What makes a sheet a translation that nobody has signed.
 */
typedef struct
{
  PanahComposer *beside;
  gboolean       lacks;
} PanahDraft;

struct _PanahComposer
{
  const PanahPlan         *plan;
  PanahPack               *pack;
  PanahFacts              *facts;
  const PanahDocumentSpec *spec;
  const char              *language;       /* of words and answers */
  const char              *usual;          /* of what stands there, if nothing else is said */
  guint                    official_index; /* G_MAXUINT: a paper for the reader */
  const GPtrArray         *continuations;  /* (nullable): of PanahEntry */
  const GPtrArray         *papers;         /* (nullable): of PanahSignedPaper */
  const GPtrArray         *problems;       /* of PanahProblem */
  PanahReading            *reading;        /* (nullable): a copy for the reader */
  PanahDraft              *draft;          /* (nullable): a sheet in the words of the pack's catalogue */
  PanahComposed           *out;
};

const char *panah_composer_get_word     (PanahComposer        *self,
                                         const PanahBlockSpec *block,
                                         const char           *text_id);
PanahText   panah_composer_get_text     (PanahComposer        *self,
                                         const PanahBlockSpec *block,
                                         const char           *text_id);
PanahText   panah_composer_text         (PanahComposer        *self,
                                         const char           *string);
void        panah_composer_begin        (PanahComposer           *self,
                                         const PanahPlan         *plan,
                                         const PanahDocumentSpec *spec,
                                         const char              *language,
                                         const char              *usual);
void        panah_composer_set_footer   (PanahComposer        *self,
                                         const char           *words);
char       *panah_composer_fill         (PanahComposer        *self,
                                         const char           *text,
                                         const PanahBlockSpec *block) G_GNUC_WARN_UNUSED_RESULT;
gboolean    panah_composer_knows_placeholders (PanahComposer  *self,
                                         const char           *text);
void        panah_compose_content       (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);
void        panah_compose_blocks        (PanahComposer               *self,
                                         PanahBlock                  *group,
                                         const PanahBlockSpec *const *blocks,
                                         guint                        n_blocks);
const char *panah_composer_translate    (PanahComposer        *self,
                                         const char           *english);
PanahAlign  panah_composer_get_align    (const PanahBlockSpec *block);
PanahEntry *panah_entry_copy            (const PanahEntry     *self) G_GNUC_WARN_UNUSED_RESULT;
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
const char *panah_composer_describe_line (PanahComposer       *self,
                                         const PanahBlockSpec *block,
                                         const char           *path,
                                         char                **out_part);
char       *panah_composer_format_head  (PanahComposer        *self,
                                         const PanahBlockSpec *block,
                                         const PanahEntry     *entry) G_GNUC_WARN_UNUSED_RESULT;
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
void        panah_composer_print_fact   (PanahComposer        *self,
                                         const PanahFactSpec  *spec,
                                         const PanahValue     *value,
                                         PanahPrinted         *out);
void        panah_composer_print_item   (PanahComposer        *self,
                                         const PanahBlockSpec *block,
                                         PanahEntry           *entry);
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
void        panah_composer_add_foreign  (PanahComposer        *self,
                                         PanahBlock           *group,
                                         PanahTone             tone,
                                         PanahAlign            align,
                                         PanahText             text);
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
void        panah_composer_add_public_sentences (PanahComposer       *self,
                                         PanahBlock           *group,
                                         PanahTone             tone,
                                         const char *const    *sentences,
                                         guint                 n_sentences);
char       *panah_composer_format_point (PanahComposer        *self,
                                         const PanahDeadline  *deadline,
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

/* compose-reading.c */
PanahText   panah_reading_get_text      (PanahComposer        *self,
                                         const PanahBlockSpec *block,
                                         const char           *text_id);
PanahText   panah_reading_translate     (PanahComposer        *self,
                                         const char           *english);
void        panah_reading_add_paper_words (PanahComposer      *self,
                                         PanahBlock           *group,
                                         PanahTone             tone,
                                         PanahAlign            align,
                                         const char           *words);
PanahBlock *panah_reading_keep_together (PanahBlock           *group,
                                         const PanahBlockSpec *block);
void        panah_reading_add_guide     (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block,
                                         gboolean              over);

/* compose-reading-lists.c */
void        panah_reading_add_enclosure (PanahComposer        *self,
                                         PanahBlock           *group,
                                         PanahMark             mark,
                                         const PanahPaperSpec *paper);
gboolean    panah_reading_compose_list  (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);

/* compose-draft.c */
const char *panah_draft_find_companion  (const PanahDocumentSpec *spec,
                                         const char           *language);
PanahText   panah_draft_get_text        (PanahComposer        *self,
                                         const char           *block,
                                         const char           *text_id);
const char *panah_draft_translate       (PanahComposer        *self,
                                         const char           *english);
void        panah_draft_compose_twice   (PanahComposer        *self,
                                         PanahBlock           *group,
                                         const PanahBlockSpec *block);
void        panah_draft_add_banner      (PanahComposer        *self,
                                         PanahBlock           *body);
