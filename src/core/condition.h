/* condition.h - when a rule applies: three-valued, with a closed list of operators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/facts.h"
#include "core/types.h"

G_BEGIN_DECLS

/**
 * PanahTruth:
 * @PANAH_TRUTH_FALSE: no
 * @PANAH_TRUTH_UNKNOWN: it depends on something the person has not said
 * @PANAH_TRUTH_TRUE: yes
 *
 * Kleene's strong logic: `all` is the minimum, `any` the maximum.
 */
typedef enum
{
  PANAH_TRUTH_FALSE,
  PANAH_TRUTH_UNKNOWN,
  PANAH_TRUTH_TRUE,
} PanahTruth;

typedef enum
{
  PANAH_OPERATOR_ALL,
  PANAH_OPERATOR_ANY,
  PANAH_OPERATOR_NOT,
  PANAH_OPERATOR_IN,
  PANAH_OPERATOR_KNOWN,
  PANAH_OPERATOR_ASKED,
  PANAH_OPERATOR_BEFORE,
  PANAH_OPERATOR_AFTER,
  PANAH_OPERATOR_ON_OR_BEFORE,
  PANAH_OPERATOR_ON_OR_AFTER,
  PANAH_OPERATOR_AGE_UNDER,
  PANAH_OPERATOR_AT_LEAST,
  PANAH_OPERATOR_AT_MOST,
  PANAH_OPERATOR_LIST_ANY,
  PANAH_OPERATOR_LIST_EVERY,
  PANAH_OPERATOR_LIST_COUNT,
  PANAH_OPERATOR_DEADLINE,
  PANAH_OPERATOR_JOURNEY,
} PanahOperator;

/**
 * PanahDayRef:
 * @day: a fixed day, else 0
 * @fact: (nullable): the fact whose day is meant
 * @filing: the filing day; if neither is set: today
 */
typedef struct
{
  guint32     day;
  const char *fact;
  gboolean    filing;
} PanahDayRef;

/* Lives in its pack's arena; filled by the loader. */
struct _PanahCondition
{
  PanahOperator                op;
  const PanahCondition *const *children;
  guint                        n_children;
  const char                  *subject;   /* (nullable): fact, member, list or window */
  gboolean                     is_member; /* @subject is a member of the list's entry */
  gboolean                     positive;  /* KNOWN, ASKED: wanted answer */
  const char *const           *codes;     /* IN, DEADLINE, JOURNEY */
  PanahDayRef                  at;        /* comparisons, AGE_UNDER */
  guint                        years;     /* AGE_UNDER */
  guint                        at_least;  /* AT_LEAST, LIST_COUNT; G_MAXUINT: no bound */
  guint                        at_most;   /* AT_MOST, LIST_COUNT; G_MAXUINT: no bound */
};

typedef PanahTruth (*PanahDeadlineTest) (const char        *deadline,
                                         const char *const *states,
                                         gpointer           data);

/**
 * PanahConditionScope:
 * @facts: the answers
 * @today: the day of now
 * @filing_day: the day on the paper
 * @deadline_test: (nullable): answers `{"deadline":…}`
 * @list: (nullable): the list whose entry @entry is looked at
 */
typedef struct
{
  PanahFacts       *facts;
  guint32           today;
  guint32           filing_day;
  PanahDeadlineTest deadline_test;
  gpointer          deadline_data;
  const PanahValue *list;
  const char       *list_id;
  guint             entry;
} PanahConditionScope;

PanahTruth panah_condition_evaluate  (const PanahCondition      *self,
                                      const PanahConditionScope *scope);
void       panah_condition_unsettled (const PanahCondition      *self,
                                      const PanahConditionScope *scope,
                                      GPtrArray                 *out_facts);

gboolean   panah_condition_can_open  (const PanahCondition      *self,
                                      const PanahConditionScope *scope,
                                      GPtrArray                 *out_facts);

G_END_DECLS
