/* date-words.h - what is said beside the boxes of a date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/date-entry.h"
#include "ui/session.h"

G_BEGIN_DECLS

/**
 * PanahCalendarDoubt:
 * @reading: what could be made of @entry
 * @entry: what stands in the boxes
 * @system: the calendar that is asked about, or that an answer chooses
 */
typedef struct
{
  PanahDateReading      reading;
  const PanahDateEntry *entry;
  PanahCalendarSystem   system;
} PanahCalendarDoubt;

/* Each of these is a PanahSay. They return (transfer full) (nullable): %NULL where there is nothing to say. */

/* @date: (nullable): a PanahDate */
char       *panah_date_say_echo       (PanahSession         *session,
                                       gconstpointer         date) G_GNUC_WARN_UNUSED_RESULT;
char       *panah_date_say_echo_own   (PanahSession         *session,
                                       gconstpointer         date) G_GNUC_WARN_UNUSED_RESULT;
/* @doubt: a PanahCalendarDoubt */
char       *panah_date_say_question   (PanahSession         *session,
                                       gconstpointer         doubt) G_GNUC_WARN_UNUSED_RESULT;
char       *panah_date_say_answer     (PanahSession         *session,
                                       gconstpointer         doubt) G_GNUC_WARN_UNUSED_RESULT;

char       *panah_date_words_error    (PanahDateReading      reading,
                                       const PanahDateEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
const char *panah_date_words_calendar (PanahCalendarSystem   system);

G_END_DECLS
