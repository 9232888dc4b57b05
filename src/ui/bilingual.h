/* bilingual.h - what nobody may misread, in two languages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *panah_foreign_label_new      (const char   *text,
                                         const char   *language,
                                         const char   *css_class) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *panah_bilingual_new          (PanahSession *session,
                                         PanahSay      say,
                                         gconstpointer data,
                                         const char   *css_class) G_GNUC_WARN_UNUSED_RESULT;
void       panah_bilingual_append       (GtkWidget    *box,
                                         PanahSession *session,
                                         PanahSay      say,
                                         gconstpointer data,
                                         const char   *css_class);
void       panah_bilingual_append_label (GtkWidget    *box,
                                         PanahSession *session,
                                         const char   *english,
                                         const char   *css_class);

G_END_DECLS
