/* field.h - one question: words, input, what is not known, and what is wrong with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PANAH_TYPE_FIELD (panah_field_get_type ())
G_DECLARE_FINAL_TYPE (PanahField, panah_field, PANAH, FIELD, GtkWidget)

GtkWidget  *panah_field_new       (PanahSession        *session,
                                   const PanahFactSpec *spec,
                                   const char          *path,
                                   gboolean             show_label) G_GNUC_WARN_UNUSED_RESULT;
const char *panah_field_get_path  (PanahField          *self);
const char *panah_field_get_name  (PanahField          *self);
gboolean    panah_field_read      (PanahField          *self,
                                   PanahValue         **out_value);
void        panah_field_write     (PanahField          *self,
                                   const PanahValue    *value);
const char *panah_field_get_error (PanahField          *self);
void        panah_field_set_error (PanahField          *self,
                                   const char          *error);
void        panah_field_focus     (PanahField          *self);
void        panah_field_keep      (PanahField          *self);
void        panah_field_leave_out (PanahField          *self,
                                   const char          *said);
void        panah_field_set_dense (PanahField          *self);

G_END_DECLS
