/* both.h - the same words in the language of the window and, where one is wished, in a second one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *panah_both_get_first (PanahSession *session,
                                  const char   *english);
void        panah_both_set       (GtkLabel     *label,
                                  PanahSession *session,
                                  const char   *english);
void        panah_both_set_check (GtkWidget    *check,
                                  PanahSession *session,
                                  const char   *english);
GtkWidget  *panah_both_new       (PanahSession *session,
                                  const char   *english,
                                  const char   *css_class) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
