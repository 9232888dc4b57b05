/* entries.h - the entries of a list, and whether there is another one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

GtkWidget *panah_entries_new         (PanahPage           *page,
                                      const PanahFactSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
void       panah_entries_add_actions (PanahPage           *page,
                                      const PanahFactSpec *spec);

G_END_DECLS
