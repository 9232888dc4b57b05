/* deadline-card.h - one window of time: the day to go by, and how it was counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget  *panah_deadline_card_new     (PanahSession        *session,
                                         const PanahDeadline *deadline,
                                         gboolean             lead) G_GNUC_WARN_UNUSED_RESULT;
char       *panah_deadline_say_next     (PanahSession        *session,
                                         const GPtrArray     *deadlines) G_GNUC_WARN_UNUSED_RESULT;
char       *panah_deadline_format_end   (PanahSession        *session,
                                         const PanahPoint    *point) G_GNUC_WARN_UNUSED_RESULT;
const char *panah_deadline_state_words  (PanahDeadlineState   state);
const char *panah_confidence_words      (PanahConfidence      confidence);
void        panah_law_append            (GtkWidget             *box,
                                         PanahSession          *session,
                                         const PanahProvenance *law);

G_END_DECLS
