/* sheet-words.h - what a sheet for its reader says besides what its pack says, and its days in the reader's calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/plan.h"

G_BEGIN_DECLS

/**
 * PanahSheetWords:
 * @draft: over a translation that no native reader has signed
 * @both: a day, and the same day in the reader's calendar; %1 and %2
 * @both_about: a day, and about the same day in the lunar calendar, where nobody can be sure; %1 and %2
 * @stop: between two sentences, of which the first has no stop of its own
 * @comma: between an act and its article, a day and its hour, two things of which both are meant
 * @semicolon: between the entries of a list
 */
typedef struct
{
  const char *language;
  const char *draft;
  const char *both;
  const char *both_about;
  const char *stop;
  const char *comma;
  const char *semicolon;
} PanahSheetWords;

const PanahSheetWords *panah_sheet_words_get          (const char          *language);
char                  *panah_sheet_words_format_day   (const char          *language,
                                                       guint32              day) G_GNUC_WARN_UNUSED_RESULT;
char                  *panah_sheet_words_format_point (const char          *language,
                                                       PanahFacts          *facts,
                                                       const PanahDeadline *deadline,
                                                       const PanahPoint    *point,
                                                       gboolean             is_end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
