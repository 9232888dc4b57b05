/* deadline-card.h - one window of time: the day to go by, and how it was counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *panah_deadline_lead_new (PanahSession        *session,
                                    const GPtrArray     *deadlines) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *panah_deadline_card_new (PanahSession        *session,
                                    const PanahDeadline *deadline) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
