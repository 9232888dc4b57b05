/* ui-support.h - what the tests of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

typedef void (*PanahTestVisit) (GtkWidget *widget,
                                gpointer   data);

PanahPack    *panah_test_load_pack (const char *id) G_GNUC_WARN_UNUSED_RESULT;
PanahSession *panah_test_session_new (const char   *on) G_GNUC_WARN_UNUSED_RESULT;
PanahSession *panah_test_session_new_of (const char *pack,
                                         const char *on) G_GNUC_WARN_UNUSED_RESULT;
PanahSession *panah_test_session_new_flagged (const char *on) G_GNUC_WARN_UNUSED_RESULT;
void          panah_test_load_case   (PanahSession *session,
                                      JsonNode     *root);
void          panah_test_load_answers (PanahSession *session,
                                       const char   *file);
void          panah_test_answer       (PanahSession *session);
char        **panah_test_list_places (PanahSession *session) G_GNUC_WARN_UNUSED_RESULT;
void          panah_test_init        (int          *argc,
                                       char       ***argv);
void          panah_test_wait        (guint         milliseconds);
GtkApplication *panah_test_get_application (void);
PanahWindow  *panah_test_open_window (PanahSession *session,
                                      gboolean      shown) G_GNUC_WARN_UNUSED_RESULT;
void          panah_test_close_window (PanahWindow *window);
GtkWidget    *panah_test_find_widget  (GtkWidget   *widget,
                                       GType        type);
void          panah_test_visit        (GtkWidget     *widget,
                                       PanahTestVisit visit,
                                       gpointer       data);
char         *panah_test_get_spoken   (GtkWidget              *widget,
                                       GtkAccessibleProperty   property) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget    *panah_test_find_spoken   (GtkWidget   *widget,
                                        const char  *name);
void          panah_test_set_text_size (int            percent);

G_END_DECLS
