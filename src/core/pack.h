/* pack.h - one jurisdiction, checked, never changed after it was loaded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/calendar.h"
#include "core/condition.h"
#include "core/fact-spec.h"
#include "core/pack-problem.h"
#include "core/period.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* The id of every copy for the reader; no document of a pack has it. */
#define PANAH_READING_COPY "reading-copy"

/* Between the parts of a gloss, where a block prints several texts: columns, signature lines. */
#define PANAH_GLOSS_SEPARATOR " / "

/* What stands in a pack is read-only and lives as long as the pack. Its long form is data/schema/README.md. */

typedef enum
{
  PANAH_WHOSE_PERSON,
  PANAH_WHOSE_OFFICE,
} PanahWhose;

extern const char *const panah_whose_names[];

/**
 * PanahAsOf:
 * @PANAH_AS_OF_EVENT: the day of the event that counts
 * @PANAH_AS_OF_FILING: the filing day
 * @PANAH_AS_OF_TODAY: the day of now
 * @PANAH_AS_OF_FACT: the day of the named fact
 *
 * Which day selects the law in force.
 */
typedef enum
{
  PANAH_AS_OF_EVENT,
  PANAH_AS_OF_FILING,
  PANAH_AS_OF_TODAY,
  PANAH_AS_OF_FACT,
} PanahAsOf;

typedef struct
{
  const char *fact;        /* (nullable): else @deadline, else @on */
  const char *deadline;    /* (nullable) */
  guint32     on;          /* a day that the law itself names; else 0 */
  gboolean    rolled;      /* of @deadline: its `last` instead of its `counted_end` */
  const char *label;       /* finishes "Counted from …" */
} PanahEventSpec;

/* A dated value begins with its provenance, so that panah_provenance_select() can choose among any kind of them. */
typedef struct
{
  PanahProvenance        provenance;
  gboolean               repealed; /* there is no such window from that day on */
  PanahPeriod            period;
  PanahConfidence        roll_confidence;
  PanahReference *const *roll_references;
  guint                  n_roll_references;
} PanahDeadlineValue;

typedef struct
{
  const char                      *id;
  const PanahCondition            *when;
  PanahEventSpec *const           *events; /* (nullable): those of the window */
  guint                            n_events;
  const PanahDeadlineValue *const *values;
  guint                            n_values;
  const char                      *pointer;
} PanahDeadlineException;

typedef struct
{
  const char        *from;
  const char *const *until;
} PanahSuspension;

typedef struct
{
  const char                          *id;
  const char                          *label;
  const char                          *help; /* (nullable) */
  PanahWhose                           whose;
  const PanahCondition                *when;     /* (nullable) */
  const PanahCondition                *ask_when; /* (nullable): when the event has to be asked for */
  PanahEventSpec *const               *events;
  guint                                n_events;
  gboolean                             choose_first;
  PanahAsOf                            as_of;
  const char                          *as_of_fact;
  gboolean                             backward;
  const char *const                   *closed_by;
  guint                                closes_within; /* backward: months before the event in which it can be closed */
  const char *const                   *rests_while;   /* windows of the appeal: suspended while one of them runs */
  PanahSuspension *const              *suspended_by;
  guint                                n_suspended_by;
  const PanahDeadlineValue *const     *values;
  guint                                n_values;
  const PanahDeadlineException *const *exceptions;
  guint                                n_exceptions;
  const char                          *late_text; /* (nullable) */
  const char *const                   *late_asks;
} PanahDeadlineSpec;

typedef enum
{
  PANAH_NEED_NEEDED,
  PANAH_NEED_USEFUL,
} PanahNeed;

extern const char *const panah_need_names[];

typedef struct
{
  PanahProvenance provenance;
  PanahNeed       need; /* papers */
} PanahRuleValue;

/* What papers, steps and documents have in common: a condition, and dated values as of some day. */
typedef struct
{
  const char                  *id;
  const PanahCondition        *when; /* (nullable) */
  PanahAsOf                    as_of;
  const char                  *as_of_fact;
  const PanahRuleValue *const *values;
  guint                        n_values;
} PanahRule;

typedef struct
{
  PanahRule   rule;
  const char *label;
  const char *help;       /* (nullable) */
  const char *if_missing; /* (nullable) */
  const char *copies;     /* (nullable) */
  const char *const *official; /* per official language, as a letter lists it */
} PanahPaperSpec;

typedef enum
{
  PANAH_WHO_PERSON,
  PANAH_WHO_OFFICE,
  PANAH_WHO_COURT,
} PanahWho;

typedef struct
{
  PanahRule          rule;
  const char        *label;
  const char        *text; /* (nullable) */
  PanahWho           who;
  const char *const *after;
  const char *const *done_by;
  const char        *expected_by; /* (nullable): a window */
} PanahStepSpec;

typedef enum
{
  PANAH_NOTICE_WARNING,
  PANAH_NOTICE_RIGHT,
  PANAH_NOTICE_DUTY,
  PANAH_NOTICE_EXPLANATION,
} PanahNoticeKind;

extern const char *const panah_notice_kind_names[];

/* What a person should know and that is neither a date, a paper nor a step. */
typedef struct
{
  PanahRule       rule;
  PanahNoticeKind kind;
  const char     *label;
  const char     *text;
} PanahNoticeSpec;

typedef struct
{
  const char            *id;
  const char            *kind;
  const char            *name;
  const char *const     *official;  /* per official language */
  const char *const     *addressee; /* per official language */
  const PanahCondition  *when;      /* (nullable) */
  const char            *address;   /* (nullable) */
  const char *const     *phones;
  const char            *email;     /* (nullable) */
  const char            *hours;     /* (nullable) */
  const char            *note;      /* (nullable) */
  PanahProvenance        provenance;
} PanahOfficeSpec;

typedef struct
{
  const char        *id;
  const char        *label;
  const char        *help; /* (nullable) */
  const char *const *documents;
  const char *const *asks;
} PanahJourneySpec;

/* One thought: the facts that are asked on one page. */
typedef struct
{
  const char           *id;
  const char           *label; /* the question */
  const char           *help;  /* (nullable) */
  const PanahCondition *when;  /* (nullable) */
  const char *const    *facts;
} PanahPageSpec;

typedef struct
{
  const char                 *id;
  const char                 *label;
  const char                 *help; /* (nullable) */
  const char                 *hard_help; /* (nullable): what a hard section asks, said before its first page */
  const char                 *hard_why;  /* (nullable): why it asks it */
  const PanahPageSpec *const *pages;
  guint                       n_pages;
} PanahSectionSpec;

typedef struct _PanahBlockSpec PanahBlockSpec;

/**
 * PanahBlockSpec:
 * @id: unique in its document
 * @kind: what `paper` makes of it
 * @when: (nullable): when it stands there
 * @gloss: (nullable): the official words in English, with placeholders; of columns, signature lines and continuations
 *   a part for each text, separated by %PANAH_GLOSS_SEPARATOR
 * @text_ids: keys of its texts: "" for a single text
 *
 * A block of a document's skeleton. Its members beside these depend on the kind and are read by `paper`.
 */
struct _PanahBlockSpec
{
  const char                  *id;
  const char                  *kind;
  const PanahCondition        *when;
  const char                  *gloss;
  const char *const           *text_ids;
  const PanahBlockSpec *const *blocks; /* kind group */
  guint                        n_blocks;

  /* Members that only some kinds have */
  const char                  *fact;
  const char                  *office; /* kind of office whose addressee is printed while @fact was not asked */
  const char *const           *facts;
  const char                  *list;
  const PanahCondition        *where;
  const char *const           *members; /* columns of a table, "" = the row's number */
  const char *const           *ids;     /* columns of a table, lines of a signature */
  const guint                 *weights;
  const char                  *number;
  const char *const           *states;
  const char *const           *papers;  /* kind enclosures: ids */
  const char *const           *notices; /* kind notices: kinds, in the order of printing */
  const char                  *prefix;  /* (nullable) kind notices: how the ids begin */
  const char                  *whose;
  const char                  *tone;
  const char                  *align;
  const char                  *mark;
  const char                  *overflow;
  guint                        level;
  guint                        lines;
  guint                        max_lines;
  guint                        blank_lines; /* ruled lines where nothing is printed, at least @lines */
  guint                        inset;
  guint                        points;
  guint                        plus;
  guint                        blank_rows;
  gboolean                     counts; /* a field that prints how many entries @list has */
  gboolean                     stacked;
  gboolean                     framed;
  gboolean                     keep;
  gboolean                     continued; /* on a continuation sheet: stands there if an answer goes on there */
  gboolean                     originals; /* … if something is told there in another language */
};

typedef struct
{
  PanahRule                    rule;
  const char                  *title;
  const char                  *kind;
  gboolean                     for_user; /* in the reader's language, else in an official one */
  const PanahBlockSpec *const *blocks;
  guint                        n_blocks;
  const char *const           *languages; /* in which there are texts */
} PanahDocumentSpec;

typedef struct
{
  guint32 from;
  int     minutes; /* east of Greenwich */
} PanahZone;

#define PANAH_TYPE_PACK (panah_pack_get_type ())
GType                            panah_pack_get_type              (void);

PanahPack                       *panah_pack_load                  (const char        *directory,
                                                                   PanahPackProblems *problems,
                                                                   GError           **error) G_GNUC_WARN_UNUSED_RESULT;
PanahPack                       *panah_pack_load_head             (const char        *directory,
                                                                   PanahPackProblems *problems,
                                                                   GError           **error) G_GNUC_WARN_UNUSED_RESULT;
PanahPack                       *panah_pack_ref                   (PanahPack         *self);
void                             panah_pack_unref                 (PanahPack         *self);

const char                      *panah_pack_get_id                (const PanahPack   *self);
const char                      *panah_pack_get_edition           (const PanahPack   *self);
const char                      *panah_pack_get_hash              (const PanahPack   *self);
const char                      *panah_pack_get_seal              (const PanahPack   *self);
void                             panah_pack_set_unverified        (PanahPack         *self);
gboolean                         panah_pack_is_unverified         (const PanahPack   *self);
const char                      *panah_pack_get_review_state      (const PanahPack   *self);
const char                      *panah_pack_get_name              (const PanahPack   *self,
                                                                   const char        *language);
const char *const               *panah_pack_get_official_languages (const PanahPack  *self);
guint32                          panah_pack_get_first_day         (const PanahPack   *self);
guint                            panah_pack_get_review_months     (const PanahPack   *self);
int                              panah_pack_get_utc_offset        (const PanahPack   *self,
                                                                   guint32            day);
const PanahCalendar             *panah_pack_get_calendar          (const PanahPack   *self);
const char                      *panah_pack_get_directory         (const PanahPack   *self);

const PanahFactSpec *const      *panah_pack_get_facts             (const PanahPack   *self,
                                                                   guint             *out_n);
const PanahFactSpec             *panah_pack_find_fact             (const PanahPack   *self,
                                                                   const char        *id);
const PanahFactSpec             *panah_pack_find_mrz              (const PanahPack   *self,
                                                                   PanahMrzField      field);
const PanahFactSpec             *panah_pack_find_role             (const PanahPack   *self,
                                                                   PanahFactRole      role);
const PanahDeadlineSpec *const  *panah_pack_get_deadlines         (const PanahPack   *self,
                                                                   guint             *out_n);
const PanahDeadlineSpec         *panah_pack_find_deadline         (const PanahPack   *self,
                                                                   const char        *id);
const PanahPaperSpec *const     *panah_pack_get_papers            (const PanahPack   *self,
                                                                   guint             *out_n);
const PanahPaperSpec            *panah_pack_find_paper            (const PanahPack   *self,
                                                                   const char        *id);
const PanahStepSpec *const      *panah_pack_get_steps             (const PanahPack   *self,
                                                                   guint             *out_n);
const PanahStepSpec             *panah_pack_find_step             (const PanahPack   *self,
                                                                   const char        *id);
const PanahNoticeSpec *const    *panah_pack_get_notices           (const PanahPack   *self,
                                                                   guint             *out_n);
const PanahNoticeSpec           *panah_pack_find_notice           (const PanahPack   *self,
                                                                   const char        *id);
const PanahOfficeSpec *const    *panah_pack_get_offices           (const PanahPack   *self,
                                                                   guint             *out_n);
const PanahJourneySpec *const   *panah_pack_get_journeys          (const PanahPack   *self,
                                                                   guint             *out_n);
const PanahJourneySpec          *panah_pack_find_journey          (const PanahPack   *self,
                                                                   const char        *id);
const PanahSectionSpec *const   *panah_pack_get_sections          (const PanahPack   *self,
                                                                   guint             *out_n);
const PanahDocumentSpec *const  *panah_pack_get_documents         (const PanahPack   *self,
                                                                   guint             *out_n);
const PanahDocumentSpec         *panah_pack_find_document         (const PanahPack   *self,
                                                                   const char        *id);
const char                      *panah_pack_get_text              (const PanahPack   *self,
                                                                   const char        *document,
                                                                   const char        *language,
                                                                   const char        *block,
                                                                   const char        *text_id);
gboolean                         panah_block_spec_has_parts       (const PanahBlockSpec *self);
const char                      *panah_document_spec_match_language (const PanahDocumentSpec *self,
                                                                   const char        *language);
const char                      *panah_pack_match_language        (const PanahPack         *self,
                                                                   const PanahDocumentSpec *document,
                                                                   const char              *language);
const char                      *panah_pack_find_translation      (const PanahPack   *self,
                                                                   const char        *language);
const char                      *panah_pack_translate             (const PanahPack   *self,
                                                                   const char        *language,
                                                                   const char        *english);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahPack, panah_pack_unref)

G_END_DECLS
