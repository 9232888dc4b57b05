/* progress.h - how far a section is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * PanahProgressState:
 * @PANAH_PROGRESS_HIDDEN: nothing of it is asked here
 * @PANAH_PROGRESS_CANNOT_START: nothing of it is asked before something else is answered
 * @PANAH_PROGRESS_NOT_STARTED: nobody has looked at it
 * @PANAH_PROGRESS_LOOKED_AT: looked at, nothing answered
 * @PANAH_PROGRESS_IN_PROGRESS: something is answered
 * @PANAH_PROGRESS_NEEDS_ATTENTION: an answer in it does not fit
 * @PANAH_PROGRESS_DONE: every page has an answer, and nothing is missed
 */
typedef enum
{
  PANAH_PROGRESS_HIDDEN,
  PANAH_PROGRESS_CANNOT_START,
  PANAH_PROGRESS_NOT_STARTED,
  PANAH_PROGRESS_LOOKED_AT,
  PANAH_PROGRESS_IN_PROGRESS,
  PANAH_PROGRESS_NEEDS_ATTENTION,
  PANAH_PROGRESS_DONE,
} PanahProgressState;

/**
 * PanahProgress:
 * @n_asked: how many of its pages are asked
 * @n_answered: how many of them have an answer
 * @next: (nullable): the page to go to: what does not fit, else what has no answer, else the first; of a section that
 *   cannot start, the page of another section that has to be answered first
 */
typedef struct
{
  PanahProgressState   state;
  guint                n_asked;
  guint                n_answered;
  const PanahPageSpec *next;
} PanahProgress;

PanahProgress panah_progress_measure (PanahSession           *session,
                                      const PanahSectionSpec *section);
const char   *panah_progress_name    (PanahProgressState      state);
const char   *panah_progress_icon    (PanahProgressState      state);
gboolean      panah_progress_is_asked (PanahSession        *session,
                                       const PanahPageSpec *page);

const PanahPageSpec *
              panah_progress_find_page (PanahSession *session,
                                        const char   *path);

G_END_DECLS
