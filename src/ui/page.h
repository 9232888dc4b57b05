/* page.h - what every page has: a heading, errors, content, what to do next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/field.h"

G_BEGIN_DECLS

#define PANAH_TYPE_PAGE (panah_page_get_type ())
G_DECLARE_FINAL_TYPE (PanahPage, panah_page, PANAH, PAGE, GtkWidget)

GtkWidget    *panah_page_new         (PanahSession *session,
                                      const char   *heading,
                                      const char   *help) G_GNUC_WARN_UNUSED_RESULT;
PanahSession *panah_page_get_session (PanahPage    *self);
const char   *panah_page_get_heading (PanahPage    *self);
void          panah_page_set_question (PanahPage   *self,
                                       const char  *label,
                                       const char  *help);
void          panah_page_set_wide    (PanahPage    *self);
void          panah_page_set_dense   (PanahPage    *self);
gboolean      panah_page_is_wide     (PanahPage    *self);

GtkWidget    *panah_page_get_content (PanahPage    *self);
void          panah_page_add         (PanahPage    *self,
                                      GtkWidget    *widget);
void          panah_page_add_text    (PanahPage    *self,
                                      const char   *text,
                                      const char   *css_class);
GtkWidget    *panah_page_add_part    (PanahPage    *self,
                                      const char   *heading);
GtkWidget    *panah_page_add_action  (PanahPage    *self,
                                      const char   *label,
                                      const char   *action,
                                      const char   *target);
void          panah_page_add_field   (PanahPage    *self,
                                      GtkWidget    *box,
                                      PanahField   *field);
GPtrArray    *panah_page_get_fields  (PanahPage    *self);

gboolean      panah_page_check       (PanahPage    *self);
void          panah_page_refuse      (PanahPage    *self,
                                      PanahField   *field,
                                      const char   *message);
void          panah_page_keep        (PanahPage    *self);
void          panah_page_forget_undo (PanahPage    *self);
void          panah_page_set_first   (PanahPage    *self,
                                      GtkWidget    *widget);
void          panah_page_focus       (PanahPage    *self);

G_END_DECLS
