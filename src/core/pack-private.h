/* pack-private.h - what a pack consists of, and the reader that fills it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/json-cursor.h"
#include "core/pack.h"

struct _PanahPack
{
  PanahArena                     *arena; /* owned; everything below lives in it but the two tables */
  GHashTable                     *texts;        /* owned: "document/language/block/text" to words */
  GHashTable                     *translations; /* owned: (element-type utf8 PanahCatalog): by language */

  const char                     *id;
  const char                     *directory;
  const char                     *edition;
  const char                     *hash;
  const char                     *seal;
  gboolean                        unverified;
  const char                     *review_state;
  guint                           review_months;
  guint32                         first_day;
  const char *const              *official_languages;
  const char *const              *names; /* language, name, language, name, … */
  PanahZone *const               *zones;
  guint                           n_zones;
  PanahCalendar                   calendar;

  const PanahFactSpec *const     *facts;
  guint                           n_facts;
  const PanahDeadlineSpec *const *deadlines;
  guint                           n_deadlines;
  const PanahPaperSpec *const    *papers;
  guint                           n_papers;
  const PanahStepSpec *const     *steps;
  guint                           n_steps;
  const PanahNoticeSpec *const   *notices;
  guint                           n_notices;
  const PanahOfficeSpec *const   *offices;
  guint                           n_offices;
  const PanahJourneySpec *const  *journeys;
  guint                           n_journeys;
  const PanahSectionSpec *const  *sections;
  guint                           n_sections;
  const PanahDocumentSpec *const *documents;
  guint                           n_documents;
};

typedef struct
{
  const char *id;
  const char *title;
  const char *href;         /* (nullable) */
  guint32     edition_read; /* of references that do not say; 0: each has to */
} PanahSource;

/* A journey that a condition names before the file that defines it was read */
typedef struct
{
  const char *id;
  const char *pointer; /* file#/pointer of the condition */
} PanahNamedJourney;

typedef struct
{
  PanahPack         *pack;
  PanahArena        *arena;
  PanahPackProblems *problems;
  GHashTable        *sources;      /* id to PanahSource */
  GHashTable        *facts;        /* id to PanahFactSpec */
  GHashTable        *choice_sets;  /* id to PanahChoiceSet */
  GHashTable        *deadline_ids; /* set */
  GPtrArray         *journeys_named; /* of PanahNamedJourney */
  gboolean           in_deadlines;   /* conditions may not ask for windows, nor for journeys */
} PanahPackReader;

typedef struct
{
  const PanahChoice *const *choices;
  guint                     n_choices;
} PanahChoiceSet;

/* What every element of an array is read with; (nullable): what it read, in the arena */
typedef gpointer (*PanahElementReader) (PanahPackReader       *self,
                                        const PanahJsonCursor *at);

gpointer              panah_read_array       (PanahPackReader       *self,
                                              const PanahJsonCursor *at,
                                              const char            *name,
                                              PanahJsonNeed          need,
                                              PanahElementReader     read,
                                              guint                 *out_length);
const char           *panah_read_pointer     (PanahPackReader       *self,
                                              const PanahJsonCursor *at);
const PanahCondition *panah_read_condition   (PanahPackReader       *self,
                                              const PanahJsonCursor *at,
                                              const char            *name,
                                              const PanahFactSpec   *list);
const PanahFactSpec  *panah_read_fact_id     (PanahPackReader       *self,
                                              const PanahJsonCursor *at,
                                              const char            *id);
const char *const    *panah_read_fact_ids    (PanahPackReader       *self,
                                              const PanahJsonCursor *at,
                                              const char            *name);
const char *const    *panah_read_day_fact_ids (PanahPackReader       *self,
                                               const PanahJsonCursor *at,
                                               const char            *name);
const PanahFactSpec  *panah_read_day_fact_id (PanahPackReader       *self,
                                              const PanahJsonCursor *at,
                                              const char            *id);
void                  panah_read_deadline_id (PanahPackReader       *self,
                                              const PanahJsonCursor *at,
                                              const char            *id);
const char *const    *panah_read_official    (PanahPackReader       *self,
                                              const PanahJsonCursor *at,
                                              const char            *name);
void                  panah_read_provenance  (PanahPackReader       *self,
                                              const PanahJsonCursor *at,
                                              gboolean               dated,
                                              PanahProvenance       *out);
PanahReference *const *
                      panah_read_references  (PanahPackReader       *self,
                                              const PanahJsonCursor *at,
                                              guint                 *out_length);
void                  panah_check_dated      (const PanahJsonCursor        *at,
                                              const PanahProvenance *const *values,
                                              guint                         n_values);
void                  panah_read_editions    (const PanahJsonCursor *at,
                                              const PanahProvenance *provenance,
                                              PanahReference *const *references,
                                              guint                  n_references);
void                  panah_read_as_of       (PanahPackReader       *self,
                                              const PanahJsonCursor *at,
                                              PanahAsOf             *out_as_of,
                                              const char           **out_fact);
void                  panah_read_rule        (PanahPackReader       *self,
                                              const PanahJsonCursor *at,
                                              gboolean               with_need,
                                              PanahRule             *out);

/* One per file of a pack. */
void                  panah_read_pack_json   (PanahPackReader       *self,
                                              const PanahJsonCursor *at);
void                  panah_read_facts       (PanahPackReader       *self,
                                              const PanahJsonCursor *at);
void                  panah_read_calendar    (PanahPackReader       *self,
                                              const PanahJsonCursor *at);
void                  panah_read_deadlines   (PanahPackReader       *self,
                                              const PanahJsonCursor *at);
void                  panah_read_papers      (PanahPackReader       *self,
                                              const PanahJsonCursor *at);
void                  panah_read_procedure   (PanahPackReader       *self,
                                              const PanahJsonCursor *at);
void                  panah_read_notices     (PanahPackReader       *self,
                                              const PanahJsonCursor *at);
void                  panah_read_offices     (PanahPackReader       *self,
                                              const PanahJsonCursor *at);
void                  panah_read_pages       (PanahPackReader       *self,
                                              const PanahJsonCursor *at);
void                  panah_read_journeys    (PanahPackReader       *self,
                                              const PanahJsonCursor *at);
gpointer              panah_read_document    (PanahPackReader       *self,
                                              const PanahJsonCursor *at);
void                  panah_read_texts       (PanahPackReader       *self,
                                              const PanahJsonCursor *at,
                                              const char            *document);
void                  panah_check_gloss      (PanahPackReader       *self,
                                              const PanahJsonCursor *at,
                                              const PanahBlockSpec  *block);
void                  panah_check_texts      (PanahPackReader       *self);
void                  panah_check_journeys   (PanahPackReader       *self);
