/* pages-private.h - what stands on a page, and what it is
 *
 * Coordinates are points from the page's top left corner, y downwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

#include "paper/pages.h"

G_BEGIN_DECLS

/* Marks that are no part of the text: what a reader may leave out. */
#define PANAH_NODE_DECORATION -1   /* rules, frames */
#define PANAH_NODE_PAGINATION -2   /* footers, repeated table heads */

typedef enum
{
  PANAH_ROLE_DOCUMENT,
  PANAH_ROLE_H1,
  PANAH_ROLE_H2,
  PANAH_ROLE_H3,
  PANAH_ROLE_P,
  PANAH_ROLE_SPAN,
  PANAH_ROLE_FORM,
  PANAH_ROLE_L,
  PANAH_ROLE_LI,
  PANAH_ROLE_LBL,
  PANAH_ROLE_LBODY,
  PANAH_ROLE_TABLE,
  PANAH_ROLE_TR,
  PANAH_ROLE_TH,
  PANAH_ROLE_TD,
} PanahRole;

/* A node of the structure tree. It holds other nodes or marks on pages, never both. */
typedef struct
{
  PanahRole   role;
  int         parent;        /* index of a node before it; -1 for the root */
  char       *language;      /* (nullable): owned; NULL: its parent's */
  const char *replacement;   /* (nullable): static; what a drawn sign says */
  const char *words;         /* (nullable): borrowed from the document; of a heading */
} PanahNode;

typedef enum
{
  PANAH_INK_TEXT,
  PANAH_INK_LINE,
  PANAH_INK_RECTANGLE,
} PanahInkKind;

typedef struct
{
  PanahInkKind     kind;
  int              node;
  double           x, y;      /* text: left end of the base line */
  double           x2, y2;    /* line, rectangle: the other end */
  double           stroke;    /* line, rectangle: width of the pen */
  gboolean         round;     /* line: round ends; a line of no length is a dot */

  /* owned */
  PangoLayout     *layout;    /* text */
  PangoLayoutLine *line;      /* text */
} PanahInk;

typedef GArray PanahSheet;    /* (element-type PanahInk), in drawing order */

struct _PanahPages
{
  /* owned */
  PanahDocument *document;
  GPtrArray     *sheets;      /* (element-type PanahSheet) */
  GArray        *nodes;       /* (element-type PanahNode): parents before children */
  GPtrArray     *fields;      /* (element-type PanahFieldResult) */
};

PanahPages       *panah_pages_new_empty       (PanahDocument *document);
PanahSheet       *panah_pages_add_sheet       (PanahPages *self);
int               panah_pages_add_node        (PanahPages *self,
                                               PanahRole   role,
                                               int         parent,
                                               const char *language);
PanahFieldResult *panah_pages_add_field       (PanahPages *self,
                                               const char *fact);
void              panah_sheet_add             (PanahSheet     *self,
                                               const PanahInk *ink,
                                               double          dy);

G_END_DECLS
