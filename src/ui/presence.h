/* presence.h - whether a person is there, and may be seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Covers and leaves, by key, from every window of the program, and when nobody has been there. */
#define PANAH_TYPE_PRESENCE (panah_presence_get_type ())
G_DECLARE_FINAL_TYPE (PanahPresence, panah_presence, PANAH, PRESENCE, GObject)

typedef gboolean (*PanahIsUnsaved) (gpointer data);

PanahPresence *panah_presence_new         (GtkWindow         *window,
                                           const PanahOffice *office,
                                           PanahIsUnsaved     is_unsaved,
                                           gpointer           data) G_GNUC_WARN_UNUSED_RESULT;
gboolean       panah_presence_is_covered  (PanahPresence     *self);
void           panah_presence_set_covered (PanahPresence     *self,
                                           gboolean           covered);
guint          panah_presence_get_seconds_left (PanahPresence *self);
void           panah_presence_look        (PanahPresence     *self,
                                           gint64             now);

G_END_DECLS
