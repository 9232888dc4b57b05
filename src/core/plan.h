/* plan.h - what the law says about this case at this moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/facts.h"
#include "core/pack.h"

G_BEGIN_DECLS

/**
 * PanahDeadlineState:
 * @PANAH_DEADLINE_OPEN: runs
 * @PANAH_DEADLINE_DUE_TODAY: today is its safe or its last day
 * @PANAH_DEADLINE_PASSED: its last day is over and nothing closed it
 * @PANAH_DEADLINE_WAITING: its event lies ahead
 * @PANAH_DEADLINE_MET: closed in time
 * @PANAH_DEADLINE_MET_LATE: closed after its end
 * @PANAH_DEADLINE_SUSPENDED: does not run while something else is decided
 * @PANAH_DEADLINE_MAY_APPLY: depends on an answer that is missing, or its event is not known
 * @PANAH_DEADLINE_NOT_COVERED: the law of its event's day is not in the pack
 */
typedef enum
{
  PANAH_DEADLINE_OPEN,
  PANAH_DEADLINE_DUE_TODAY,
  PANAH_DEADLINE_PASSED,
  PANAH_DEADLINE_WAITING,
  PANAH_DEADLINE_MET,
  PANAH_DEADLINE_MET_LATE,
  PANAH_DEADLINE_SUSPENDED,
  PANAH_DEADLINE_MAY_APPLY,
  PANAH_DEADLINE_NOT_COVERED,
} PanahDeadlineState;

extern const char *const panah_deadline_state_names[];

/**
 * PanahDeadline:
 * @spec: the window
 * @exception: (nullable): the exception that applies
 * @value: (nullable): the law in force; %NULL if not covered or if the event is not known
 * @event: (nullable): the event that counts
 * @event_on: earliest point of the event; only if @event is set
 * @event_to: latest point of the event
 * @counted: whether @count holds dates
 * @count: the three dates
 * @closed_on: day on which it was closed, or 0
 * @confidence: the weakest of length, roll and calendar
 * @over: whether its last day has gone by, whatever its state
 * @unsettled: (array zero-terminated=1): facts that would settle whether it applies
 */
typedef struct
{
  const PanahDeadlineSpec      *spec;
  const PanahDeadlineException *exception;
  const PanahDeadlineValue     *value;
  const PanahEventSpec         *event;
  PanahDeadlineState            state;
  PanahPoint                    event_on;
  PanahPoint                    event_to;
  gboolean                      counted;
  PanahCount                    count;
  guint32                       closed_on;
  PanahConfidence               confidence;
  gboolean                      over;
  char                        **unsettled;
} PanahDeadline;

typedef enum
{
  PANAH_PAPER_NEEDED,
  PANAH_PAPER_USEFUL,
  PANAH_PAPER_MAY_APPLY,
  PANAH_PAPER_HAVE,
  PANAH_PAPER_CAN_GET,
  PANAH_PAPER_LOST,
} PanahPaperState;

extern const char *const panah_paper_state_names[];

typedef struct
{
  const PanahPaperSpec *spec;
  const PanahRuleValue *value; /* (nullable): not covered */
  PanahPaperState       state;
} PanahPaper;

typedef enum
{
  PANAH_STEP_DONE,
  PANAH_STEP_NOW,
  PANAH_STEP_LATER,
  PANAH_STEP_MAY_APPLY,
  PANAH_STEP_NOT_COVERED,
} PanahStepState;

extern const char *const panah_step_state_names[];

typedef struct
{
  const PanahStepSpec  *spec;
  const PanahRuleValue *value; /* (nullable): not covered */
  PanahStepState        state;
  const PanahDeadline  *expected; /* (nullable): the window by whose end it is expected */
} PanahStep;

typedef enum
{
  PANAH_NOTICE_APPLIES,
  PANAH_NOTICE_MAY_APPLY,
} PanahNoticeState;

extern const char *const panah_notice_state_names[];

typedef struct
{
  const PanahNoticeSpec *spec;
  const PanahRuleValue  *value;
  PanahNoticeState       state;
} PanahNotice;

typedef enum
{
  PANAH_SEVERITY_MISSING,
  PANAH_SEVERITY_WARNING,
  PANAH_SEVERITY_NOTE,
} PanahSeverity;

extern const char *const panah_severity_names[];

/**
 * PanahProblem:
 * @fact: (nullable): path of the fact that is meant, `family[2].birth_date`
 * @message: what is the matter, in English
 * @pattern: (nullable): @message with %1, %2 … in place of @args, for other languages
 * @args: (nullable) (array zero-terminated=1): names, dates, and words of the pack, which can be translated as well
 */
typedef struct
{
  PanahSeverity severity;
  char         *fact;
  char         *message;
  char         *pattern;
  char        **args;
} PanahProblem;

PanahProblem     *panah_problem_new_pattern (PanahSeverity       severity,
                                             const char         *fact,
                                             const char         *pattern,
                                             const char *const  *args) G_GNUC_WARN_UNUSED_RESULT;
char             *panah_problem_translate   (const PanahProblem *self,
                                             const PanahPack    *pack,
                                             const char         *language) G_GNUC_WARN_UNUSED_RESULT;
void              panah_problem_clear       (PanahProblem       *self);

#define PANAH_TYPE_PLAN (panah_plan_get_type ())
GType             panah_plan_get_type       (void);

PanahPlan        *panah_plan_new            (PanahPack       *pack,
                                             PanahFacts      *facts,
                                             gint64           now) G_GNUC_WARN_UNUSED_RESULT;
PanahPlan        *panah_plan_ref            (PanahPlan       *self);
void              panah_plan_unref          (PanahPlan       *self);

PanahPack        *panah_plan_get_pack       (const PanahPlan *self);
PanahFacts       *panah_plan_get_facts      (const PanahPlan *self);
gint64            panah_plan_get_now        (const PanahPlan *self);
guint32           panah_plan_get_today      (const PanahPlan *self);
guint32           panah_plan_get_filing_day (const PanahPlan *self);

const GPtrArray  *panah_plan_get_deadlines  (const PanahPlan *self); /* of PanahDeadline, the most urgent first */
const GPtrArray  *panah_plan_get_papers     (const PanahPlan *self); /* of PanahPaper */
const GPtrArray  *panah_plan_get_steps      (const PanahPlan *self); /* of PanahStep */
const GPtrArray  *panah_plan_get_notices    (const PanahPlan *self); /* of PanahNotice */
const GPtrArray  *panah_plan_get_offices    (const PanahPlan *self); /* of PanahOfficeSpec */
const GPtrArray  *panah_plan_get_documents  (const PanahPlan *self); /* of PanahDocumentSpec */
const GPtrArray  *panah_plan_get_problems   (const PanahPlan *self); /* of PanahProblem */

const PanahDeadline *panah_plan_find_deadline (const PanahPlan *self,
                                               const char      *id);
const PanahRuleValue *panah_plan_find_value (const PanahPlan *self,
                                             const PanahRule *rule);
gboolean          panah_plan_needs_attention (const PanahPlan *self);
void              panah_plan_init_scope     (const PanahPlan     *self,
                                             PanahConditionScope *out_scope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahPlan, panah_plan_unref)

G_END_DECLS
