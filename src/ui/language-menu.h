/* language-menu.h - the choice of languages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *panah_language_choice_new (PanahSession *session) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *panah_language_menu_new   (PanahSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
