/* document-private.h - the tree as the layout sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/document.h"

G_BEGIN_DECLS

struct _PanahBlock
{
  PanahBlockKind  kind;

  /* owned */
  GPtrArray      *children;   /* (nullable) (element-type PanahBlock): of a group */
  GPtrArray      *rows;       /* (nullable) (element-type PanahText array): of a table */

  /* borrowed from the document: the strings in every PanahText */
  PanahDocument  *document;
  PanahText       text;       /* heading, paragraph, item */
  PanahFieldSpec  field;
  guint           n_columns;  /* table; lines of a signature */
  double         *weights;    /* (nullable): owned; of a table */
  PanahText      *heads;      /* (nullable): owned; heads of a table, captions of a signature */
  PanahText      *values;     /* (nullable): owned; of a signature */

  double          inset_start;
  double          points;
  gboolean        framed;
  gboolean        keep_together;
  guint           level;
  PanahAlign      align;
  PanahTone       tone;
  PanahMark       mark;
};

const char *panah_document_get_footer (const PanahDocument *self);

G_END_DECLS
