/* date-words.h - what is said beside the boxes of a date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/date-entry.h"

G_BEGIN_DECLS

char       *panah_date_words_echo         (const char           *language,
                                           const PanahDate      *date) G_GNUC_WARN_UNUSED_RESULT;
char       *panah_date_words_echo_own     (const char           *language,
                                           const PanahDate      *date) G_GNUC_WARN_UNUSED_RESULT;
char       *panah_date_words_error        (PanahDateReading      reading,
                                           const PanahDateEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
char       *panah_date_words_question     (PanahDateReading      reading,
                                           const PanahDateEntry *entry,
                                           PanahCalendarSystem   other) G_GNUC_WARN_UNUSED_RESULT;
char       *panah_date_words_answer       (const char           *language,
                                           PanahDateReading      reading,
                                           const PanahDateEntry *entry,
                                           PanahCalendarSystem   system) G_GNUC_WARN_UNUSED_RESULT;
const char *panah_date_words_calendar     (PanahCalendarSystem   system);

G_END_DECLS
