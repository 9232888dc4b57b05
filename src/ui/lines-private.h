/* lines-private.h - one answer that the lines of a passport give
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/lines.h"

G_BEGIN_DECLS

PanahLinesAnswer *panah_lines_answer_new  (PanahSession        *session,
                                           const PanahMrz      *mrz,
                                           const PanahFactSpec *spec,
                                           const char          *path,
                                           const PanahValue    *stored) G_GNUC_WARN_UNUSED_RESULT;
void              panah_lines_answer_free (PanahLinesAnswer    *self);

G_END_DECLS
