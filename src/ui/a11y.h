/* a11y.h - names that a screen reader speaks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       panah_a11y_set_name      (GtkWidget   *widget,
                                     const char  *name);
void       panah_a11y_set_description (GtkWidget *widget,
                                       const char *description);
void       panah_a11y_set_error     (GtkWidget   *widget,
                                     const char  *error,
                                     GtkWidget   *message);
char      *panah_label_lead         (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
void       panah_label_set_up       (GtkLabel    *label);
GtkWidget *panah_label_new          (const char  *text,
                                     const char  *css_class) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *panah_row_new            (int          spacing) G_GNUC_WARN_UNUSED_RESULT;
void       panah_row_append         (GtkWidget   *row,
                                     GtkWidget   *cell);
GtkWidget *panah_button_new         (const char  *label,
                                     const char  *action,
                                     const char  *target) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *panah_radio_new          (const char  *label,
                                     GtkWidget   *group) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *panah_check_new          (const char  *label) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *panah_text_entry_new          (const char  *name,
                                     int          width_chars) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
