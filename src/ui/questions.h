/* questions.h - the one builder of questions: on a page of their own, of an entry, and among all others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

/**
 * PanahQuestionsLook:
 * @PANAH_QUESTIONS_ALONE: one thought on its page, with everything that helps
 * @PANAH_QUESTIONS_DENSE: among all others, for somebody who knows what is asked
 */
typedef enum
{
  PANAH_QUESTIONS_ALONE,
  PANAH_QUESTIONS_DENSE,
} PanahQuestionsLook;

GtkWidget *panah_questions_page_new  (PanahSession        *session,
                                      const char          *label,
                                      const char          *help) G_GNUC_WARN_UNUSED_RESULT;
gboolean   panah_questions_add       (PanahPage           *page,
                                      GtkWidget           *box,
                                      const PanahPageSpec *spec,
                                      PanahQuestionsLook   look);
void       panah_questions_add_entry (PanahPage           *page,
                                      GtkWidget           *box,
                                      const PanahFactSpec *list,
                                      guint                index,
                                      PanahQuestionsLook   look);
void       panah_questions_accept    (PanahSession        *session,
                                      PanahPage           *page);

G_END_DECLS
