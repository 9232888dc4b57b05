/* paper-actions.h - what the pages that show papers have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/page.h"
#include "ui/papers.h"

G_BEGIN_DECLS

typedef void (*PanahShowPapers) (PanahPage   *page,
                                 PanahPapers *papers);

void       panah_paper_actions_await  (PanahPage            *page,
                                       PanahShowPapers       show);

GtkWidget *panah_paper_actions_new    (PanahPapers          *papers,
                                       const PanahMadePaper *paper,
                                       const char           *title,
                                       gboolean              with_look) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *panah_print_all_button_new (PanahPapers          *papers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
