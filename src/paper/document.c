/* document.c - the tree of what a paper says
 *
 * The document owns every block and every string; blocks borrow. Building a tree therefore
 * needs no clean-up on the way: whoever drops the document drops it all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/document-private.h"

#define MAX_INSET 0.7
#define MAX_LINES 40
#define MAX_COLUMNS 8
#define MAX_SIGNATURES 4

struct _PanahDocument
{
  /* owned */
  GStringChunk *strings;
  GPtrArray    *blocks;   /* (element-type PanahBlock): every block; the first is the body */

  /* borrowed from @strings */
  const char   *id;
  const char   *language;
  const char   *title;
  const char   *footer;   /* (nullable) */
};

G_DEFINE_BOXED_TYPE (PanahDocument, panah_document, panah_document_ref, panah_document_unref)

static void
free_block (gpointer data)
{
  PanahBlock *block = data;

  g_clear_pointer (&block->children, g_ptr_array_unref);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block->weights);
  g_free (block->heads);
  g_free (block->values);
  g_free (block);
}

static PanahBlock *
new_block (PanahDocument *self,
           PanahBlockKind kind)
{
  PanahBlock *block = g_new0 (PanahBlock, 1);

  block->kind = kind;
  block->document = self;
  if (kind == PANAH_BLOCK_GROUP)
    block->children = g_ptr_array_new ();
  g_ptr_array_add (self->blocks, block);
  return block;
}

static PanahBlock *
add_block (PanahBlock    *group,
           PanahBlockKind kind)
{
  PanahBlock *block = new_block (group->document, kind);

  g_ptr_array_add (group->children, block);
  return block;
}

static const char *
keep_string (PanahDocument *self,
             const char    *string)
{
  return string != NULL ? g_string_chunk_insert (self->strings, string) : NULL;
}

static PanahText
keep_text (PanahDocument *self,
           PanahText      text)
{
  const char *language = text.language != NULL ? text.language : self->language;

  /* Languages and facts repeat; texts hardly ever do. */
  return (PanahText) {
    .string = keep_string (self, text.string),
    .language = g_string_chunk_insert_const (self->strings, language),
    .fact = text.fact != NULL ? g_string_chunk_insert_const (self->strings, text.fact) : NULL,
    .bytes_in = text.bytes_in,
    .is_public = text.is_public,
  };
}

static PanahText *
keep_texts (PanahDocument   *self,
            const PanahText *texts,
            guint            n_texts)
{
  PanahText *copy = g_new0 (PanahText, n_texts);

  for (guint i = 0; i < n_texts; i++)
    copy[i] = keep_text (self, texts != NULL ? texts[i] : (PanahText) { 0 });
  return copy;
}

static void
free_document (gpointer data)
{
  PanahDocument *self = data;

  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->strings);
}

/**
 * panah_document_new:
 * @id: the document's id in its pack
 * @language: BCP 47 tag of the paper's main language
 *
 * Returns: (transfer full): an empty document
 */
PanahDocument *
panah_document_new (const char *id,
                    const char *language)
{
  PanahDocument *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (language != NULL && *language != '\0', NULL);

  self = g_atomic_rc_box_new0 (PanahDocument);
  self->strings = g_string_chunk_new (4096);
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->id = keep_string (self, id);
  self->language = keep_string (self, language);
  self->title = keep_string (self, "");
  new_block (self, PANAH_BLOCK_GROUP);
  return self;
}

/**
 * panah_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): the same; safe between threads
 */
PanahDocument *
panah_document_ref (PanahDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * panah_document_unref:
 * @self: (transfer full): a document
 */
void
panah_document_unref (PanahDocument *self)
{
  g_atomic_rc_box_release_full (self, free_document);
}

/**
 * panah_document_get_id:
 * @self: a document
 *
 * Returns: (transfer none): its id in its pack
 */
const char *
panah_document_get_id (const PanahDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * panah_document_get_language:
 * @self: a document
 *
 * Returns: (transfer none): BCP 47 tag of its main language
 */
const char *
panah_document_get_language (const PanahDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/**
 * panah_document_get_title:
 *
 * Returns: the title shown by a viewer and read first by a screen reader; "" until set
 */
const char *
panah_document_get_title (const PanahDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * panah_document_set_title:
 * @self: a document
 * @title: what a viewer shows and a screen reader says first
 */
void
panah_document_set_title (PanahDocument *self,
                          const char    *title)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (title != NULL);

  self->title = keep_string (self, title);
}

/**
 * panah_document_set_footer:
 * @text: (nullable): words at the foot of each page, in the document's language; `%1`
 *   becomes the page's number, `%2` the number of pages and `%%` a percent sign. There is room for two short lines
 */
void
panah_document_set_footer (PanahDocument *self,
                           const char    *text)
{
  g_return_if_fail (self != NULL);

  self->footer = keep_string (self, text);
}

const char *
panah_document_get_footer (const PanahDocument *self)
{
  return self->footer;
}

/**
 * panah_document_get_body:
 *
 * Returns: (transfer none): the group that holds everything else
 */
PanahBlock *
panah_document_get_body (PanahDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_ptr_array_index (self->blocks, 0);
}

/**
 * panah_block_add_group:
 * @group: a group
 * @inset_start: how far the group begins from the start edge, 0 to 0.7 of @group's width
 * @framed: whether a thin frame is drawn round it, on each page that it touches
 * @keep_together: whether it moves to the next page rather than break, if it fits one
 *
 * Returns: (transfer none): the new group
 */
PanahBlock *
panah_block_add_group (PanahBlock *group,
                       double      inset_start,
                       gboolean    framed,
                       gboolean    keep_together)
{
  PanahBlock *block;

  g_return_val_if_fail (group != NULL && group->children != NULL, NULL);

  block = add_block (group, PANAH_BLOCK_GROUP);
  block->inset_start = CLAMP (inset_start, 0, MAX_INSET);
  block->framed = framed;
  block->keep_together = keep_together;
  return block;
}

/**
 * panah_block_add_heading:
 * @group: a group
 * @level: 1 to 3; 1 is the paper's own title
 * @align: where it stands
 * @text: (transfer none): its words
 *
 * Adds a heading; it never stands alone at a page's foot.
 *
 * Returns: (transfer none): the new block
 */
PanahBlock *
panah_block_add_heading (PanahBlock *group,
                         guint       level,
                         PanahAlign  align,
                         PanahText   text)
{
  PanahBlock *block;

  g_return_val_if_fail (group != NULL && group->children != NULL, NULL);

  block = add_block (group, PANAH_BLOCK_HEADING);
  block->level = CLAMP (level, 1, 3);
  block->align = align;
  block->text = keep_text (group->document, text);
  return block;
}

/**
 * panah_block_add_paragraph:
 * @group: a group
 * @tone: size and weight
 * @align: how its lines stand
 * @text: its words; empty: one line to write on
 *
 * Returns: (transfer none): the new block
 */
PanahBlock *
panah_block_add_paragraph (PanahBlock *group,
                           PanahTone   tone,
                           PanahAlign  align,
                           PanahText   text)
{
  PanahBlock *block;

  g_return_val_if_fail (group != NULL && group->children != NULL, NULL);

  block = add_block (group, PANAH_BLOCK_PARAGRAPH);
  block->tone = tone;
  block->align = align;
  block->text = keep_text (group->document, text);
  return block;
}

/**
 * panah_block_add_field:
 * @group: a group
 * @spec: (transfer none): what stands in it; copied
 *
 * Adds a label with its answer on ruled lines.
 *
 * Returns: (transfer none): the new block
 */
PanahBlock *
panah_block_add_field (PanahBlock           *group,
                       const PanahFieldSpec *spec)
{
  PanahBlock *block;
  PanahDocument *self;

  g_return_val_if_fail (group != NULL && group->children != NULL, NULL);
  g_return_val_if_fail (spec != NULL, NULL);

  self = group->document;
  block = add_block (group, PANAH_BLOCK_FIELD);
  block->field = *spec;
  block->field.number = keep_string (self, spec->number);
  block->field.label = keep_text (self, spec->label);
  block->field.caption = keep_text (self, spec->caption);
  block->field.value = keep_text (self, spec->value);
  block->field.continued = keep_text (self, spec->continued);
  block->field.min_lines = CLAMP (spec->min_lines, 1, MAX_LINES);
  block->field.max_lines = CLAMP (spec->max_lines, block->field.min_lines, MAX_LINES);
  block->field.blank_lines = MIN (spec->blank_lines, MAX_LINES);
  block->field.free_lines = MIN (spec->free_lines, MAX_LINES);
  return block;
}

/**
 * panah_block_add_item:
 * @group: a group
 * @mark: what is drawn before it
 * @text: its words
 *
 * Adds an item; items that follow each other form one list.
 *
 * Returns: (transfer none): the new block
 */
PanahBlock *
panah_block_add_item (PanahBlock *group,
                      PanahMark   mark,
                      PanahText   text)
{
  PanahBlock *block;

  g_return_val_if_fail (group != NULL && group->children != NULL, NULL);

  block = add_block (group, PANAH_BLOCK_ITEM);
  block->mark = mark;
  block->text = keep_text (group->document, text);
  return block;
}

/**
 * panah_block_add_signature:
 * @group: a group
 * @n_lines: 1 to 4, side by side
 * @captions: (array length=n_lines): words under each line
 * @values: (array length=n_lines) (nullable): words on each line; empty ones stay blank
 *
 * Returns: (transfer none): the new block
 */
PanahBlock *
panah_block_add_signature (PanahBlock      *group,
                           guint            n_lines,
                           const PanahText *captions,
                           const PanahText *values)
{
  PanahBlock *block;

  g_return_val_if_fail (group != NULL && group->children != NULL, NULL);
  g_return_val_if_fail (n_lines >= 1 && n_lines <= MAX_SIGNATURES, NULL);

  block = add_block (group, PANAH_BLOCK_SIGNATURE);
  block->n_columns = n_lines;
  block->heads = keep_texts (group->document, captions, n_lines);
  block->values = keep_texts (group->document, values, n_lines);
  return block;
}

/**
 * panah_block_add_space:
 * @group: a group
 * @points: height, 0 to 400; vanishes at a page's top
 *
 * Returns: (transfer none): the new block
 */
PanahBlock *
panah_block_add_space (PanahBlock *group,
                       double      points)
{
  PanahBlock *block;

  g_return_val_if_fail (group != NULL && group->children != NULL, NULL);

  block = add_block (group, PANAH_BLOCK_SPACE);
  block->points = CLAMP (points, 0, 400);
  return block;
}

/**
 * panah_block_add_rule:
 * @group: a group
 *
 * Returns: (transfer none): the new block, a horizontal line
 */
PanahBlock *
panah_block_add_rule (PanahBlock *group)
{
  g_return_val_if_fail (group != NULL && group->children != NULL, NULL);

  return add_block (group, PANAH_BLOCK_RULE);
}

/**
 * panah_block_add_table:
 * @group: a group
 * @n_columns: 1 to 8
 * @weights: (array length=n_columns): relative widths, > 0
 * @heads: (array length=n_columns): the head, repeated on each page
 *
 * Returns: (transfer none): the new block; see [func@Panah.block_add_row]
 */
PanahBlock *
panah_block_add_table (PanahBlock      *group,
                       guint            n_columns,
                       const double    *weights,
                       const PanahText *heads)
{
  PanahBlock *block;

  g_return_val_if_fail (group != NULL && group->children != NULL, NULL);
  g_return_val_if_fail (n_columns >= 1 && n_columns <= MAX_COLUMNS, NULL);
  g_return_val_if_fail (weights != NULL && heads != NULL, NULL);

  block = add_block (group, PANAH_BLOCK_TABLE);
  block->n_columns = n_columns;
  block->weights = g_memdup2 (weights, n_columns * sizeof *weights);
  block->heads = keep_texts (group->document, heads, n_columns);
  block->rows = g_ptr_array_new_with_free_func (g_free);
  return block;
}

/**
 * panah_block_add_row:
 * @table: a table
 * @cells: one text for each column; empty ones stay blank to write in
 */
void
panah_block_add_row (PanahBlock      *table,
                     const PanahText *cells)
{
  g_return_if_fail (table != NULL && table->rows != NULL);
  g_return_if_fail (cells != NULL);

  g_ptr_array_add (table->rows, keep_texts (table->document, cells, table->n_columns));
}
