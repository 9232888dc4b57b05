/* layout-private.h - from blocks to strips, from strips to pages
 *
 * Laying out has two steps. First each block becomes strips: bands as wide as the page that
 * are never cut, each with its ink and with how strongly it holds on to the next strip.
 * Then the strips are dealt onto pages. Nothing in the first step knows where a page ends,
 * nothing in the second knows what a strip says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/document-private.h"
#include "paper/font-set.h"
#include "paper/pages-private.h"

G_BEGIN_DECLS

/* Wide on the left, so that the paper can be filed. */
#define PANAH_MARGIN_LEFT 57.0
#define PANAH_MARGIN_RIGHT 43.0
#define PANAH_MARGIN_TOP 50.0
#define PANAH_MARGIN_BOTTOM 50.0
#define PANAH_BODY_WIDTH (PANAH_PAGE_WIDTH - PANAH_MARGIN_LEFT - PANAH_MARGIN_RIGHT)
#define PANAH_BODY_HEIGHT (PANAH_PAGE_HEIGHT - PANAH_MARGIN_TOP - PANAH_MARGIN_BOTTOM)

#define PANAH_SIZE_BODY 11.0
#define PANAH_SIZE_SMALL 9.0
#define PANAH_SIZE_LEAST 8.0
#define PANAH_RULE_STROKE 0.5

/* The height of a line of running text for one point of size. */
#define PANAH_LINE_PITCH 1.38
/* From one ruled line to the next, for one point of size: room for a pen at 11 pt. */
#define PANAH_RULED_PITCH 1.82

typedef enum
{
  PANAH_KEEP_NONE,
  PANAH_KEEP_GROUP,    /* the author asked for it */
  PANAH_KEEP_LINES,    /* no single line left over; a row in one piece */
  PANAH_KEEP_ALWAYS,   /* a heading, a label, a caption with what it belongs to */
} PanahKeep;

/* A box drawn round strips, on each page anew. */
typedef struct _PanahFrame PanahFrame;
struct _PanahFrame
{
  PanahFrame *parent;          /* (nullable): borrowed */
  double      x1, x2;
  double      separators[8];
  guint       n_separators;
  guint       head_from;       /* strips repeated on each page; none if both are equal */
  guint       head_to;

  /* while dealing */
  gboolean    open;
  double      top, bottom;
};

typedef struct
{
  double      height;
  PanahKeep   keep;
  gboolean    space;           /* vanishes at a page's top */
  PanahFrame *frame;           /* (nullable): borrowed; the innermost */
  guint       first_ink;
  guint       n_inks;
} PanahStrip;

/* Where a block stands; `hang` is kept free for numbers. */
typedef struct
{
  double x;
  double width;
  double hang;
} PanahBox;

typedef struct
{
  /* owned */
  PanahPages   *pages;
  GArray       *strips;        /* (element-type PanahStrip) */
  GArray       *inks;          /* (element-type PanahInk): y from the strip's top */
  GPtrArray    *frames;        /* (element-type PanahFrame) */
  GHashTable   *shelf;         /* (element-type utf8 GArray): lines of answers, no longer than the document */
  GError       *error;         /* (nullable): the first */

  /* borrowed */
  PanahFontSet *fonts;
  PanahFrame   *frame;         /* (nullable): the innermost now */

  gboolean      rtl;           /* mirrored from left to right */
  int           list;          /* the list that the next item belongs to; -1: a new one */
  guint         depth;         /* of the last heading; 0: none yet */
} PanahFlow;

typedef struct
{
  double     size;
  gboolean   bold;
  double     width;
  double     indent;           /* of the first line */
  PanahAlign align;
  guint      max_lines;        /* 0: as many as it takes */
} PanahTextStyle;

/* One line of a text. */
typedef struct
{
  /* owned; NULL: an empty line */
  PangoLayout     *layout;
  PangoLayoutLine *line;

  double           x;          /* from the left of the text's box */
  double           width;
  double           ascent;
  double           descent;
  gsize            start;      /* bytes in the text */
  gsize            end;
  gsize            word_end;   /* the last place at or before `end` where a line may end */
} PanahLine;

/* A column of a row: a table's cell, a signature's line. */
typedef struct
{
  GArray *lines;               /* (element-type PanahLine): owned by the caller */
  double  x;
  double  width;
  int     node;
} PanahColumn;

/* layout-text.c */
GArray        *panah_flow_break_text      (PanahFlow            *self,
                                           const char           *string,
                                           const char           *language,
                                           const PanahTextStyle *style,
                                           gboolean             *complete);
gboolean       panah_language_is_rtl      (const char           *language);
gboolean       panah_text_is_rtl          (const char           *string,
                                           const char           *language);
gunichar       panah_flow_check_text      (PanahFlow            *self,
                                           const PanahText      *text,
                                           gboolean              bold);
gsize          panah_count_placed         (const PanahText      *text,
                                           gsize                 end);

/* layout-shelf.c */
GArray        *panah_flow_get_lines       (PanahFlow            *self,
                                           const PanahText      *text,
                                           const PanahTextStyle *style);

/* layout-flow.c */
void           panah_flow_init            (PanahFlow            *self,
                                           PanahDocument        *document,
                                           PanahFontSet         *fonts);
void           panah_flow_clear           (PanahFlow            *self);
void           panah_flow_add_space       (PanahFlow            *self,
                                           double                height);
void           panah_flow_begin_strip     (PanahFlow            *self,
                                           double                height,
                                           PanahKeep             keep);
void           panah_flow_keep            (PanahFlow            *self,
                                           guint                 from,
                                           guint                 to,
                                           PanahKeep             keep);
double         panah_flow_measure         (PanahFlow            *self,
                                           guint                 from,
                                           guint                 to);
void           panah_flow_add_text        (PanahFlow            *self,
                                           const PanahLine      *line,
                                           double                x,
                                           double                width,
                                           double                base_line,
                                           int                   node);
void           panah_flow_add_line        (PanahFlow            *self,
                                           double                x1,
                                           double                y1,
                                           double                x2,
                                           double                y2,
                                           double                stroke);
void           panah_flow_add_stroke      (PanahFlow            *self,
                                           const double         *points,
                                           guint                 n_points,
                                           double                stroke,
                                           int                   node);
void           panah_flow_add_rectangle   (PanahFlow            *self,
                                           double                x1,
                                           double                y1,
                                           double                x2,
                                           double                y2,
                                           int                   node);
void           panah_flow_add_lines       (PanahFlow            *self,
                                           GArray               *lines,
                                           const PanahBox       *box,
                                           double                pitch,
                                           int                   node);
void           panah_flow_add_ruled       (PanahFlow            *self,
                                           const PanahBox       *box,
                                           guint                 n_lines);
PanahFrame    *panah_flow_begin_frame     (PanahFlow            *self,
                                           double                x,
                                           double                width);
void           panah_flow_end_frame       (PanahFlow            *self);
int            panah_flow_add_node        (PanahFlow            *self,
                                           PanahRole             role,
                                           int                   parent,
                                           const char           *language);
void           panah_flow_report          (PanahFlow            *self,
                                           const PanahText      *text,
                                           const char           *number,
                                           const char           *label,
                                           const PanahFieldResult *result);

/* layout-field.c */
void           panah_flow_add_field       (PanahFlow            *self,
                                           const PanahBox       *box,
                                           const PanahFieldSpec *spec);

/* layout-table.c */
void           panah_flow_add_table       (PanahFlow            *self,
                                           const PanahBox       *box,
                                           const PanahBlock     *table);
void           panah_flow_add_signature   (PanahFlow            *self,
                                           const PanahBox       *box,
                                           const PanahBlock     *signature);

/* layout-paginate.c */
void           panah_flow_paginate        (PanahFlow            *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PanahFlow, panah_flow_clear)

G_END_DECLS
