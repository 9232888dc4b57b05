/* pages.h - a document laid out: pages of positioned text, lines and boxes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/document.h"

G_BEGIN_DECLS

/* A4, in points */
#define PANAH_PAGE_WIDTH 595.28
#define PANAH_PAGE_HEIGHT 841.89

typedef struct _PanahPages PanahPages;

/**
 * PanahFieldMode:
 * @PANAH_FIELD_FIT: placed at its normal size in the room the form gives
 * @PANAH_FIELD_GROW: the room became larger
 * @PANAH_FIELD_SHRINK: placed at a smaller size, never under 8 pt
 * @PANAH_FIELD_CONTINUE: begins here, stands whole on the continuation sheet
 * @PANAH_FIELD_LINE: a line to write on: not answered, or a character no font has
 */
typedef enum
{
  PANAH_FIELD_FIT,
  PANAH_FIELD_GROW,
  PANAH_FIELD_SHRINK,
  PANAH_FIELD_CONTINUE,
  PANAH_FIELD_LINE,
} PanahFieldMode;

const char *panah_field_mode_to_string (PanahFieldMode mode); /* "fit", "grow", … for the manifest */

/**
 * PanahFieldResult:
 * @fact: path of the fact
 * @number: (nullable): number of the item on the form
 * @label: (nullable): the item's label, for the continuation sheet
 * @missing: 0, or the first character that no shipped font has
 */
typedef struct
{
  char          *fact;
  char          *number;
  char          *label;
  PanahFieldMode mode;
  double         size_pt;
  gsize          bytes_in;
  gsize          bytes_placed;
  gunichar       missing;
} PanahFieldResult;

#define PANAH_TYPE_PAGES (panah_pages_get_type ())
GType                   panah_pages_get_type    (void);

PanahPages             *panah_pages_new         (PanahDocument *document,
                                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;
PanahPages             *panah_pages_ref         (PanahPages *self);
void                    panah_pages_unref       (PanahPages *self);

guint                   panah_pages_get_n_pages (const PanahPages *self);
/* (element-type PanahFieldResult) (transfer none), in reading order */
const GPtrArray        *panah_pages_get_fields  (const PanahPages *self);

/* The same pages through two painters. */
GBytes                 *panah_pages_to_pdf      (PanahPages *self,
                                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahPages, panah_pages_unref)

G_END_DECLS
