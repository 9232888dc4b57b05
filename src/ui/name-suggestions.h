/* name-suggestions.h - how a name in a passport may be written on the form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* surname, name, patronymic */
#define PANAH_N_NAME_PARTS 3

#define PANAH_TYPE_NAME_SUGGESTIONS (panah_name_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (PanahNameSuggestions, panah_name_suggestions, PANAH, NAME_SUGGESTIONS, GtkWidget)

GtkWidget *panah_name_suggestions_new       (PanahSession         *session,
                                             const char           *name,
                                             const char           *country) G_GNUC_WARN_UNUSED_RESULT;
void       panah_name_suggestions_connect   (PanahNameSuggestions *self,
                                             guint                 part,
                                             GtkWidget            *latin,
                                             GtkWidget            *cyrillic);
GtkWidget *panah_name_suggestions_get_check (PanahNameSuggestions *self);

G_END_DECLS
