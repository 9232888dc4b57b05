/* field-support.h - questions as somebody answers them: typed, ticked, pressed and read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui-support.h"

G_BEGIN_DECLS

#define FIELD_FORM  "Calendar of the form (1990)"
#define FIELD_SOLAR "Solar Hijri calendar (1369)"
#define FIELD_LUNAR "Lunar Hijri calendar (1410)"

/* Loading a pack takes longer than most of these tests: those that do not change its answers share one session. */
PanahSession *field_get_session   (const char   *language) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget    *field_new           (PanahSession *session,
                                   const char   *fact) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget    *field_new_of        (PanahSession        *session,
                                   const PanahFactSpec *spec) G_GNUC_WARN_UNUSED_RESULT;

PanahValue   *field_parse         (const PanahFactSpec *spec,
                                   const char          *json) G_GNUC_WARN_UNUSED_RESULT;
char         *field_print         (const PanahValue    *value) G_GNUC_WARN_UNUSED_RESULT;
void          field_answer        (PanahSession *session,
                                   const char   *fact,
                                   const char   *json);
void          field_assert_answer (GtkWidget    *field,
                                   const char   *expected);
void          field_assert_error  (GtkWidget    *field,
                                   const char   *part);

/* Inside a field or a page. */
GtkWidget    *field_find          (GtkWidget    *widget,
                                   GType         type,
                                   const char   *words);
gboolean      field_says          (GtkWidget    *widget,
                                   const char   *words);
void          field_assert_says   (GtkWidget    *widget,
                                   const char   *words);
GtkEditable  *field_get_entry     (GtkWidget    *widget,
                                   guint         n);
void          field_type          (GtkWidget    *widget,
                                   guint         n,
                                   const char   *text);
void          field_type_date     (GtkWidget    *field,
                                   const char   *day,
                                   const char   *month,
                                   const char   *year);
const char   *field_get_typed     (GtkWidget    *widget,
                                   guint         n);
void          field_tick          (GtkWidget    *widget,
                                   const char   *words,
                                   gboolean      ticked);
gboolean      field_is_ticked     (GtkWidget    *widget,
                                   const char   *words);
void          field_press         (GtkWidget    *widget,
                                   const char   *words);

G_END_DECLS
