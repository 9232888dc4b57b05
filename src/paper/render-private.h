/* render-private.h - a case on its way to files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/compose.h"
#include "paper/render.h"

G_BEGIN_DECLS

/**
 * PanahCopies:
 * @PANAH_COPIES_USUAL: of the plan's papers, if their reader does not read an official language
 * @PANAH_COPIES_NONE: some papers were asked for, without copies
 * @PANAH_COPIES_ASKED: of the papers that were asked for
 * @PANAH_COPIES_ONLY: of the papers of the plan, which are not printed themselves
 *
 * Which copies for the reader are printed.
 */
typedef enum
{
  PANAH_COPIES_USUAL,
  PANAH_COPIES_NONE,
  PANAH_COPIES_ASKED,
  PANAH_COPIES_ONLY,
} PanahCopies;

/**
 * PanahHandedIn:
 * @spec: a paper in an official language
 * @language: which
 * @continuations: (nullable) (element-type PanahEntry): what goes on there
 *
 * A paper as it was laid out, for its copy.
 */
typedef struct
{
  const PanahDocumentSpec *spec;
  const char              *language;
  const GPtrArray         *continuations;
} PanahHandedIn;

typedef struct
{
  const PanahPlan   *plan;
  const PanahCase   *a_case;
  const char *const *wanted;        /* (nullable): languages that were asked for */
  PanahCopies        copies;
  PanahRendering    *out;
  GHashTable        *continuations; /* language of a paper to GPtrArray of PanahEntry, borrowed from @composed */
  GPtrArray         *composed;      /* of PanahComposed: what @continuations lives in */
  GArray            *handed_in;     /* of PanahHandedIn, in the order of printing */
} PanahRenderer;

/* render.c */
void           panah_renderer_take_problem     (PanahRenderer           *self,
                                                PanahProblem            *problem);
PanahRendered *panah_renderer_lay_out          (PanahRenderer           *self,
                                                const PanahDocumentSpec *spec,
                                                const char              *language,
                                                PanahComposed           *composed,
                                                GError                 **error);
void           panah_renderer_take_results     (PanahRenderer           *self,
                                                PanahRendered           *rendered,
                                                const PanahComposed     *composed,
                                                gboolean                 may_go_on);
void           panah_renderer_take_problems    (PanahRenderer           *self,
                                                const PanahComposed     *composed,
                                                gboolean                 handed_in);

/* render-choose.c */
GPtrArray     *panah_renderer_choose_documents (PanahRenderer           *self,
                                                const char *const       *wanted,
                                                GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray     *panah_renderer_choose_languages (PanahRenderer           *self,
                                                const PanahDocumentSpec *spec) G_GNUC_WARN_UNUSED_RESULT;

/* render-reading.c */
gboolean       panah_renderer_has_copy_in      (PanahRenderer           *self,
                                                const PanahDocumentSpec *spec,
                                                const char              *language);
gboolean       panah_renderer_add_copies       (PanahRenderer           *self,
                                                GError                 **error);

G_END_DECLS
