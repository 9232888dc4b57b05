/* on-paper.h - what becomes of an answer on the papers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/printed.h"
#include "ui/session.h"

G_BEGIN_DECLS

PanahPrintedKind panah_on_paper_print    (PanahSession        *session,
                                          const PanahFactSpec *spec,
                                          const PanahValue    *value,
                                          PanahPrinted        *out_printed);
char            *panah_on_paper_describe (PanahSession        *session,
                                          const PanahFactSpec *spec,
                                          const PanahValue    *value) G_GNUC_WARN_UNUSED_RESULT;
char            *panah_on_paper_shorten  (char                *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
