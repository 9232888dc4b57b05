/* compose.h - a skeleton, a plan and its facts become a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/plan.h"
#include "paper/document.h"

G_BEGIN_DECLS

/**
 * PanahPrintedFact:
 * @fact: path of one fact, `family[2].birth_date`
 * @bytes: length of its answer
 * @left_out: whether the answer could not be printed and a line stands in its place
 */
typedef struct
{
  char    *fact;
  gsize    bytes;
  gboolean left_out;
} PanahPrintedFact;

/**
 * PanahEntry:
 * @key: what the layout calls the text: [struct@Panah.Text] `fact`
 * @number: (nullable): number of the item, as printed on the form
 * @label: the item's label
 * @part: (nullable): of an item that holds a list: whose answer this is, and to what
 * @text: the whole text, as it would stand on a continuation sheet
 * @bytes: length of the answers in it
 * @language: language of @text
 * @original: nobody has put it into the language of the form
 * @block: (nullable): what printed it; the pack's
 * @document: (nullable): the paper that it goes on from, where it goes on elsewhere; the pack's
 * @of: (nullable): title of that paper, in its language; the pack's
 * @facts: (element-type PanahPrintedFact): what it consists of, in order
 */
typedef struct
{
  char       *key;
  char       *number;
  char       *label;
  char       *part;
  char       *text;
  gsize       bytes;
  char       *language;
  gboolean    original;
  const char *of;
  GPtrArray  *facts;
  const PanahBlockSpec    *block;
  const PanahDocumentSpec *document;
} PanahEntry;

/**
 * PanahComposed:
 * @document: what will be laid out
 * @entries: (element-type PanahEntry): every answer on it
 * @originals: (element-type PanahEntry): answers nobody has put into the paper's language; they go on the
 *   continuation sheet as they were told
 * @problems: (element-type PanahProblem): lines left to write on, and why
 */
typedef struct
{
  PanahDocument *document;
  GPtrArray     *entries;
  GPtrArray     *originals;
  GPtrArray     *problems;
} PanahComposed;

/**
 * PanahSignedPaper:
 * @spec: a paper to sign
 * @language: the language it is printed in
 */
typedef struct
{
  const PanahDocumentSpec *spec;
  const char              *language;
} PanahSignedPaper;

PanahComposed *panah_compose               (const PanahPlan         *plan,
                                            const PanahDocumentSpec *spec,
                                            const char              *language,
                                            const GPtrArray         *continuations) G_GNUC_WARN_UNUSED_RESULT;
PanahComposed *panah_compose_reading       (const PanahPlan         *plan,
                                            const PanahDocumentSpec *spec,
                                            const char              *language,
                                            const char              *paper_language,
                                            const GPtrArray         *continuations) G_GNUC_WARN_UNUSED_RESULT;
PanahComposed *panah_compose_sheet         (const PanahPlan         *plan,
                                            const PanahDocumentSpec *spec,
                                            const char              *language,
                                            const GPtrArray         *papers,
                                            const GPtrArray         *problems) G_GNUC_WARN_UNUSED_RESULT;
void           panah_composed_free         (PanahComposed           *self);
PanahEntry    *panah_composed_find_entry   (const PanahComposed     *self,
                                            const char              *key);
PanahProblem  *panah_problem_copy          (const PanahProblem      *self) G_GNUC_WARN_UNUSED_RESULT;
void           panah_problem_free          (gpointer                 self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahComposed, panah_composed_free)

G_END_DECLS
