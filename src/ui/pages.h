/* pages.h - where one can be in the window, and what stands there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/keeper.h"
#include "ui/page.h"

G_BEGIN_DECLS

/* A place is a string: "start", "journey", "today", "tasks", "hard:SECTION", "ask:PAGE", "entry:LIST:INDEX",
 * "adult:LIST:INDEX", "age:LIST:INDEX", "answers", "check", "plan", "rights", "papers", "preview:PAPER", "limits",
 * "safety", "crashed", "lines", "lines:LIST:INDEX", "lines-check", "lines-check:LIST:INDEX";
 * the window alone knows "save" and "unlock:PATH". */
#define PANAH_ANSWERS "answers"
#define PANAH_HARD    "hard:"
#define PANAH_TODAY   "today"
#define PANAH_LIMITS  "limits"
#define PANAH_SAFETY  "safety"
#define PANAH_CRASHED "crashed"
#define PANAH_LINES       "lines"
#define PANAH_LINES_CHECK "lines-check"
#define PANAH_SAVE    "save"
#define PANAH_UNLOCK  "unlock:"

GtkWidget *panah_place_build (PanahSession *session,
                              const char   *place) G_GNUC_WARN_UNUSED_RESULT;
char      *panah_place_after (PanahSession *session,
                              const char   *place) G_GNUC_WARN_UNUSED_RESULT;
char      *panah_place_of_fact (PanahSession *session,
                                const char   *fact) G_GNUC_WARN_UNUSED_RESULT;
gboolean   panah_place_accept (PanahSession *session,
                               PanahPage    *page,
                               const char   *place,
                               char        **out_next);

GtkWidget *panah_start_page_new    (PanahSession *session);
GtkWidget *panah_journey_page_new  (PanahSession *session);
GtkWidget *panah_today_page_new    (PanahSession *session);
GtkWidget *panah_safety_page_new   (PanahSession *session);
GtkWidget *panah_crashed_page_new  (PanahSession *session);
GtkWidget *panah_tasks_page_new    (PanahSession *session);
GtkWidget *panah_question_page_new (PanahSession        *session,
                                    const PanahPageSpec *spec);
GtkWidget *panah_entry_page_new    (PanahSession *session,
                                    const char   *list,
                                    guint         index);
GtkWidget *panah_adult_page_new    (PanahSession *session,
                                    const char   *list,
                                    guint         index);
GtkWidget *panah_lines_page_new    (PanahSession *session,
                                    const char   *list,
                                    guint         index);
GtkWidget *panah_lines_check_page_new (PanahSession *session,
                                       const char   *list,
                                       guint         index);
void       panah_lines_offer       (PanahPage    *page,
                                    const char   *list,
                                    guint         index);
GtkWidget *panah_age_page_new      (PanahSession *session,
                                    const char   *list,
                                    guint         index);
GtkWidget *panah_hard_page_new     (PanahSession *session,
                                    const char   *section);
GtkWidget *panah_all_answers_page_new (PanahSession *session);
GtkWidget *panah_check_page_new    (PanahSession *session);
GtkWidget *panah_plan_page_new     (PanahSession *session);
GtkWidget *panah_rights_page_new   (PanahSession *session);
GtkWidget *panah_limits_page_new  (PanahSession *session);
GtkWidget *panah_papers_page_new   (PanahSession *session);
GtkWidget *panah_preview_page_new  (PanahSession            *session,
                                    const PanahDocumentSpec *spec,
                                    const char              *key);

GtkWidget *panah_save_page_new     (PanahSession *session,
                                    PanahKeeper  *keeper);
GtkWidget *panah_unlock_page_new   (PanahSession *session,
                                    PanahKeeper  *keeper,
                                    const char   *path,
                                    gboolean      locked);

/* What several of them show */
GtkWidget *panah_task_row_new      (const char *label,
                                    const char *help,
                                    const char *state,
                                    const char *action,
                                    const char *target);
GtkWidget *panah_problem_list_new  (PanahSession *session) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *panah_notice_row_new    (PanahSession      *session,
                                    const PanahNotice *notice);

G_END_DECLS
