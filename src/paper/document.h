/* document.h - what a paper says, before anybody knows where on the page it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PanahBlockKind:
 * @PANAH_BLOCK_GROUP: other blocks, one under the other; may be inset, framed, kept together
 * @PANAH_BLOCK_HEADING: a heading of level 1 to 3
 * @PANAH_BLOCK_PARAGRAPH: running text
 * @PANAH_BLOCK_FIELD: a label and what the person answered, on a ruled line
 * @PANAH_BLOCK_TABLE: a head that repeats on each page, and rows
 * @PANAH_BLOCK_ITEM: a list item with a drawn bullet or box
 * @PANAH_BLOCK_SIGNATURE: blank lines with a caption under each
 * @PANAH_BLOCK_SPACE: vertical space
 * @PANAH_BLOCK_RULE: a horizontal line
 */
typedef enum
{
  PANAH_BLOCK_GROUP,
  PANAH_BLOCK_HEADING,
  PANAH_BLOCK_PARAGRAPH,
  PANAH_BLOCK_FIELD,
  PANAH_BLOCK_TABLE,
  PANAH_BLOCK_ITEM,
  PANAH_BLOCK_SIGNATURE,
  PANAH_BLOCK_SPACE,
  PANAH_BLOCK_RULE,
} PanahBlockKind;

typedef enum
{
  PANAH_ALIGN_START,
  PANAH_ALIGN_CENTER,
  PANAH_ALIGN_END,
  PANAH_ALIGN_JUSTIFY,
} PanahAlign;

typedef enum
{
  PANAH_TONE_BODY,    /* 11 pt */
  PANAH_TONE_STRONG,  /* 11 pt bold */
  PANAH_TONE_SMALL,   /* 9 pt: captions, references */
  PANAH_TONE_LARGE,   /* 14 pt bold: the one date a person must see */
  PANAH_TONE_BESIDE,  /* 8 pt, close under what it stands beside: the same in another language */
  PANAH_TONE_GUIDE,   /* 8.5 pt, never parted from what follows: words of the paper over those of its copy */
} PanahTone;

typedef enum
{
  PANAH_MARK_BULLET,
  PANAH_MARK_BOX,         /* an empty drawn box */
  PANAH_MARK_BOX_TICKED,  /* a drawn box with a drawn tick */
} PanahMark;

/**
 * PanahOverflow:
 * @PANAH_OVERFLOW_GROW: the field becomes as high as its text
 * @PANAH_OVERFLOW_SHRINK: down to 8 pt inside `max_lines`, then it grows
 * @PANAH_OVERFLOW_CONTINUE: down to 8 pt inside `max_lines`; if that is not enough, what fits
 *   at 10 pt up to the end of a sentence or word, a reference to the continuation sheet, and
 *   the whole text there
 */
typedef enum
{
  PANAH_OVERFLOW_GROW,
  PANAH_OVERFLOW_SHRINK,
  PANAH_OVERFLOW_CONTINUE,
} PanahOverflow;

/**
 * PanahText:
 * @string: (nullable): clean UTF-8 (see [func@Panah.text_clean]); %NULL or "" is a blank to write on
 * @language: BCP 47, e.g. `ru`, `kk`, `fa-AF`
 * @fact: (nullable): path of the fact the text comes from, `family[2].birth_date`;
 *   %NULL for words of our own. Texts with a fact are reported in the manifest
 * @bytes_in: length of the answer in bytes before anything was wrapped round it
 * @is_public: the same for everybody, though there are isolates in it
 */
typedef struct
{
  const char *string;
  const char *language;
  const char *fact;
  gsize       bytes_in;
  gboolean    is_public;
} PanahText;

/**
 * PanahFieldSpec:
 * @number: (nullable): the item's number on the form, repeated on the continuation sheet
 * @label: the official label; may be empty
 * @caption: (nullable): small text under the line, as in "(surname, given name, patronymic)"
 * @value: the answer; empty string = @min_lines ruled lines to write on
 * @min_lines: 1 to 40, ruled lines shown even if the answer is shorter
 * @max_lines: @min_lines to 40; for SHRINK and CONTINUE
 * @blank_lines: 0 to 40, ruled lines if there is no answer at all, where that is more than @min_lines
 * @free_lines: 0 to 40, ruled lines left free under the answer, for a part of it that is written by hand
 * @stacked: the value begins on the line under the label instead of after it
 * @continued: (nullable): words printed where the text goes on elsewhere
 */
typedef struct
{
  const char   *number;
  PanahText     label;
  PanahText     caption;
  PanahText     value;
  guint         min_lines;
  guint         max_lines;
  guint         blank_lines;
  guint         free_lines;
  gboolean      stacked;
  PanahOverflow overflow;
  PanahText     continued;
} PanahFieldSpec;

typedef struct _PanahBlock    PanahBlock;
typedef struct _PanahDocument PanahDocument;

#define PANAH_TYPE_DOCUMENT (panah_document_get_type ())
GType          panah_document_get_type     (void);

/* All strings are copied. */
PanahDocument *panah_document_new          (const char *id,
                                            const char *language) G_GNUC_WARN_UNUSED_RESULT;
PanahDocument *panah_document_ref          (PanahDocument *self);
void           panah_document_unref        (PanahDocument *self);

const char    *panah_document_get_id       (const PanahDocument *self);
const char    *panah_document_get_language (const PanahDocument *self);
const char    *panah_document_get_title    (const PanahDocument *self);
void           panah_document_set_title    (PanahDocument *self,
                                            const char    *title);

void           panah_document_set_footer   (PanahDocument *self,
                                            const char    *text);

PanahBlock    *panah_document_get_body     (PanahDocument *self);

/* Each returns the new block, owned by its group. */
PanahBlock    *panah_block_add_group       (PanahBlock *group,
                                            double      inset_start, /* 0 to 0.7 of the width */
                                            gboolean    framed,
                                            gboolean    keep_together);
PanahBlock    *panah_block_add_heading     (PanahBlock *group,
                                            guint       level,
                                            PanahAlign  align,
                                            PanahText   text);
PanahBlock    *panah_block_add_paragraph   (PanahBlock *group,
                                            PanahTone   tone,
                                            PanahAlign  align,
                                            PanahText   text);
PanahBlock    *panah_block_add_field       (PanahBlock           *group,
                                            const PanahFieldSpec *spec);
PanahBlock    *panah_block_add_item        (PanahBlock *group,
                                            PanahMark   mark,
                                            PanahText   text);
PanahBlock    *panah_block_add_signature   (PanahBlock      *group,
                                            guint            n_lines, /* 1 to 4, side by side */
                                            const PanahText *captions,
                                            const PanahText *values); /* printed on the line; may be empty */
PanahBlock    *panah_block_add_space       (PanahBlock *group,
                                            double      points);
PanahBlock    *panah_block_add_rule        (PanahBlock *group);

/* A table: columns first, then rows. Rows grow; a row never splits a word. */
PanahBlock    *panah_block_add_table       (PanahBlock      *group,
                                            guint            n_columns, /* 1 to 8 */
                                            const double    *weights,   /* relative widths, > 0 */
                                            const PanahText *heads);
void           panah_block_add_row         (PanahBlock      *table,
                                            const PanahText *cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahDocument, panah_document_unref)

G_END_DECLS
