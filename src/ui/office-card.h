/* office-card.h - where to go, to be copied out by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *panah_office_card_new (PanahSession          *session,
                                  const PanahOfficeSpec *office) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
