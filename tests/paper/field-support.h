/* field-support.h - an answer in a document of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper-support.h"
#include "paper/pages-private.h"

G_BEGIN_DECLS

#define FACT "reasons.text"
#define STORY "Преследование по политическим убеждениям и по признаку пола. "

PanahFieldSpec make_spec     (const char           *answer);
PanahPages    *lay_out_field (const PanahFieldSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
char          *collect_text  (PanahPages           *pages) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
