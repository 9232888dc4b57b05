/* render.h - a case becomes files: documents laid out, checked, and listed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/case.h"
#include "core/plan.h"
#include "paper/pages.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * PanahRenderedField:
 * @fact: path of the fact
 * @mode: what became of its room on the paper
 * @size_pt: size of the letters
 * @bytes_in: length of the answer
 * @bytes_placed: how much of it stands there
 */
typedef struct
{
  char          *fact;
  PanahFieldMode mode;
  double         size_pt;
  gsize          bytes_in;
  gsize          bytes_placed;
} PanahRenderedField;

/**
 * PanahRendered:
 * @id: id of the document; `reading-copy` for a copy
 * @of: (nullable): id of the paper that it is a copy of, for the reader
 * @language: BCP 47
 * @handed_in: %FALSE of a sheet or a copy that only its reader keeps
 * @document: what it says; may go to other threads
 * @file: name of the file, without a folder
 * @pdf: the file
 * @odt_file: (nullable): name of the same paper as a text document
 * @odt: (nullable): that file; see [func@Panah.rendering_add_odts]
 * @pages: the same, to be drawn; belongs to this thread
 * @n_pages: how many pages
 * @fields: (element-type PanahRenderedField): every answer, in reading order
 */
typedef struct
{
  const char    *id;
  const char    *of;
  char          *language;
  gboolean       handed_in;
  PanahDocument *document;
  char          *file;
  GBytes        *pdf;
  char          *odt_file;
  GBytes        *odt;
  PanahPages    *pages;
  guint          n_pages;
  GPtrArray     *fields;
} PanahRendered;

/**
 * PanahRendering:
 * @documents: (element-type PanahRendered)
 * @problems: (element-type PanahProblem): those of the plan, and those of the papers
 */
typedef struct
{
  GPtrArray *documents;
  GPtrArray *problems;
} PanahRendering;

PanahRendering *panah_render                  (const PanahPlan      *plan,
                                               const PanahCase      *a_case,
                                               const char *const    *documents,
                                               const char *const    *languages,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        panah_rendering_add_odts      (PanahRendering       *self,
                                               GError              **error);
void            panah_rendering_free          (PanahRendering       *self);
void            panah_rendering_add_to_json   (const PanahRendering *self,
                                               JsonBuilder          *builder,
                                               gboolean              with_fields);
char           *panah_rendering_to_json       (const PanahRendering *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean        panah_rendering_has_warning   (const PanahRendering *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahRendering, panah_rendering_free)

G_END_DECLS
