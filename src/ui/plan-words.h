/* plan-words.h - what the plan says of its windows, one sentence at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

G_BEGIN_DECLS

/* Each of these is a PanahSay. They return (transfer full) (nullable): %NULL where there is nothing to say. */

/* @deadlines: of a plan, a GPtrArray of PanahDeadline, the most urgent first */
char *panah_deadline_say_next       (PanahSession  *session,
                                     gconstpointer  deadlines) G_GNUC_WARN_UNUSED_RESULT;

/* @deadline: a PanahDeadline */
char *panah_deadline_say_state      (PanahSession  *session,
                                     gconstpointer  deadline) G_GNUC_WARN_UNUSED_RESULT;
char *panah_deadline_say_late       (PanahSession  *session,
                                     gconstpointer  deadline) G_GNUC_WARN_UNUSED_RESULT;
char *panah_deadline_say_safe       (PanahSession  *session,
                                     gconstpointer  deadline) G_GNUC_WARN_UNUSED_RESULT;
char *panah_deadline_say_last       (PanahSession  *session,
                                     gconstpointer  deadline) G_GNUC_WARN_UNUSED_RESULT;
char *panah_deadline_say_closed     (PanahSession  *session,
                                     gconstpointer  deadline) G_GNUC_WARN_UNUSED_RESULT;
char *panah_deadline_say_event      (PanahSession  *session,
                                     gconstpointer  deadline) G_GNUC_WARN_UNUSED_RESULT;
char *panah_deadline_say_length     (PanahSession  *session,
                                     gconstpointer  deadline) G_GNUC_WARN_UNUSED_RESULT;
char *panah_deadline_say_roll       (PanahSession  *session,
                                     gconstpointer  deadline) G_GNUC_WARN_UNUSED_RESULT;
char *panah_deadline_say_confidence (PanahSession  *session,
                                     gconstpointer  deadline) G_GNUC_WARN_UNUSED_RESULT;

/* @reference: a PanahReference */
char *panah_reference_say           (PanahSession  *session,
                                     gconstpointer  reference) G_GNUC_WARN_UNUSED_RESULT;
/* @provenance: a PanahProvenance */
char *panah_provenance_say_confidence (PanahSession  *session,
                                       gconstpointer  provenance) G_GNUC_WARN_UNUSED_RESULT;
char *panah_provenance_say_checked    (PanahSession  *session,
                                       gconstpointer  provenance) G_GNUC_WARN_UNUSED_RESULT;

/* Words that sentences are made of */
char       *panah_deadline_format_point (PanahSession        *session,
                                         const PanahDeadline *deadline,
                                         const PanahPoint    *point) G_GNUC_WARN_UNUSED_RESULT;
char       *panah_deadline_format_end   (PanahSession        *session,
                                         const PanahPoint    *point) G_GNUC_WARN_UNUSED_RESULT;
char       *panah_deadline_format_event (PanahSession        *session,
                                         const PanahDeadline *deadline,
                                         const PanahPoint    *point) G_GNUC_WARN_UNUSED_RESULT;
gboolean    panah_deadline_is_ahead     (const PanahDeadline  *deadline);
gboolean    panah_deadline_has_safe     (PanahSession        *session,
                                         const PanahDeadline *deadline);
const PanahDeadline *
            panah_deadline_find_next    (const GPtrArray      *deadlines);
const char *panah_deadline_state_words  (PanahDeadlineState   state);
const char *panah_confidence_words      (PanahConfidence      confidence);

G_END_DECLS
