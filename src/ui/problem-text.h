/* problem-text.h - what the plan noticed, in the language of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

G_BEGIN_DECLS

char *panah_problem_to_sentence (PanahSession       *session,
                                 const PanahProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
