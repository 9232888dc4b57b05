/* reasons.h - why it is so: opens when asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *panah_reasons_new     (const char            *label,
                                  const char            *name,
                                  GtkWidget             *content) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *panah_reasons_box_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       panah_law_append      (GtkWidget             *box,
                                  PanahSession          *session,
                                  const PanahProvenance *law);

G_END_DECLS
