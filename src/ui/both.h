/* both.h - the same words in the language of the window and in a second one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What asks. */
const char *panah_both_get_first        (PanahSession *session,
                                         const char   *english);
char       *panah_both_say              (PanahSession *session,
                                         gconstpointer english) G_GNUC_WARN_UNUSED_RESULT;
void        panah_both_set              (GtkLabel     *label,
                                         PanahSession *session,
                                         const char   *english);
void        panah_both_set_sentence     (GtkLabel     *label,
                                         PanahSession *session,
                                         PanahSay      say,
                                         gconstpointer data);
void        panah_both_set_button       (GtkWidget    *button,
                                         PanahSession *session,
                                         const char   *english);
GtkWidget  *panah_both_new              (PanahSession *session,
                                         const char   *english,
                                         const char   *css_class) G_GNUC_WARN_UNUSED_RESULT;

/* What tells of a date, a duty or a right. */
GtkWidget  *panah_both_law_new          (PanahSession *session,
                                         PanahSay      say,
                                         gconstpointer data,
                                         const char   *css_class) G_GNUC_WARN_UNUSED_RESULT;
void        panah_both_law_append       (GtkWidget    *box,
                                         PanahSession *session,
                                         PanahSay      say,
                                         gconstpointer data,
                                         const char   *css_class);
void        panah_both_law_append_words (GtkWidget    *box,
                                         PanahSession *session,
                                         const char   *english,
                                         const char   *css_class);

/* What stands in a language of the country, whatever the window speaks. */
GtkWidget  *panah_foreign_label_new     (const char   *text,
                                         const char   *language,
                                         const char   *css_class) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
