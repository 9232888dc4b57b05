/* lines.h - the lines of a passport while somebody types them, and what they answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/mrz.h"
#include "ui/page.h"

G_BEGIN_DECLS

typedef struct _PanahLines PanahLines;

/**
 * PanahLinesAnswer:
 * @spec: what it answers
 * @path: where it belongs
 * @words: the answer, in the language of the window
 * @there: (nullable): what stands there now and would be replaced, in words; "" if it cannot be shown
 * @is_same: whether that is said there already
 * @fits: %FALSE if its check digit does not fit
 * @is_ticked: whether the person wants it
 */
typedef struct
{
  const PanahFactSpec *spec;
  char                *path;
  PanahValue          *value;
  char                *words;
  char                *there;
  gboolean             is_same;
  gboolean             fits;
  gboolean             is_ticked;
} PanahLinesAnswer;

PanahLines     *panah_lines_get         (PanahSession        *session,
                                         const char          *list,
                                         guint                index);
PanahLines     *panah_lines_ref         (PanahLines          *self) G_GNUC_WARN_UNUSED_RESULT;
void            panah_lines_unref       (PanahLines          *self);
void            panah_lines_forget      (PanahSession        *session);
gboolean        panah_lines_are_wanted  (const PanahFactSpec *list);

void            panah_lines_set_text    (PanahLines          *self,
                                         const char          *text);
const char     *panah_lines_get_text    (PanahLines          *self);
const PanahMrz *panah_lines_get_mrz     (PanahLines          *self);
GPtrArray      *panah_lines_get_answers (PanahLines          *self);
char           *panah_lines_fill        (PanahLines          *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
