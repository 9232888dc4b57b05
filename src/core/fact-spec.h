/* fact-spec.h - the vocabulary: what a fact is and how it is asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/types.h"

G_BEGIN_DECLS

typedef enum
{
  PANAH_FACT_TEXT,
  PANAH_FACT_LONG_TEXT,
  PANAH_FACT_PHONE,
  PANAH_FACT_EMAIL,
  PANAH_FACT_NUMBER_TEXT,
  PANAH_FACT_NAME,
  PANAH_FACT_DATE,
  PANAH_FACT_MOMENT,
  PANAH_FACT_YES_NO,
  PANAH_FACT_CHOICE,
  PANAH_FACT_CHOICES,
  PANAH_FACT_COUNTRY,
  PANAH_FACT_COUNTRIES,
  PANAH_FACT_LANGUAGE,
  PANAH_FACT_LANGUAGES,
  PANAH_FACT_COUNT,
  PANAH_FACT_LIST,
} PanahFactKind;

extern const char *const panah_fact_kind_names[];

/**
 * PanahFactRole:
 * @PANAH_ROLE_PERSON_NAME: whose case it is
 * @PANAH_ROLE_FILING_DAY: the day on the paper
 * @PANAH_ROLE_FILED_ON: the day the application was handed in
 * @PANAH_ROLE_MEMBER_NAME: in a list of people: the name
 *
 * What the program itself must know about a fact, without knowing its id.
 */
typedef enum
{
  PANAH_ROLE_NONE,
  PANAH_ROLE_PERSON_NAME,
  PANAH_ROLE_FILING_DAY,
  PANAH_ROLE_FILED_ON,
  PANAH_ROLE_MEMBER_NAME,
  PANAH_N_ROLES,
} PanahFactRole;

extern const char *const panah_fact_role_names[];

/**
 * PanahMrzField:
 * @PANAH_MRZ_FIELD_NAME: the name
 * @PANAH_MRZ_FIELD_BIRTH_DATE: the date of birth
 * @PANAH_MRZ_FIELD_CITIZENSHIP: the nationality
 * @PANAH_MRZ_FIELD_SEX: a choice, whose choices say what they are called there
 * @PANAH_MRZ_FIELD_DOCUMENT: the list to which a paper is added that has such lines
 * @PANAH_MRZ_FIELD_DOCUMENT_KIND: a choice, whose choices say what they are called there
 * @PANAH_MRZ_FIELD_DOCUMENT_NUMBER: the number
 * @PANAH_MRZ_FIELD_EXPIRY_DATE: the last day of validity
 *
 * What of the lines at the bottom of a passport answers a fact.
 */
typedef enum
{
  PANAH_MRZ_FIELD_NONE,
  PANAH_MRZ_FIELD_NAME,
  PANAH_MRZ_FIELD_BIRTH_DATE,
  PANAH_MRZ_FIELD_CITIZENSHIP,
  PANAH_MRZ_FIELD_SEX,
  PANAH_MRZ_FIELD_DOCUMENT,
  PANAH_MRZ_FIELD_DOCUMENT_KIND,
  PANAH_MRZ_FIELD_DOCUMENT_NUMBER,
  PANAH_MRZ_FIELD_EXPIRY_DATE,
  PANAH_N_MRZ_FIELDS,
} PanahMrzField;

extern const char *const panah_mrz_field_names[];

/**
 * PanahFactAbout:
 * @PANAH_ABOUT_SELF: the applicant, or nobody
 * @PANAH_ABOUT_OTHER: another person, whose data they are
 *
 * Whose data an answer is.
 */
typedef enum
{
  PANAH_ABOUT_SELF,
  PANAH_ABOUT_OTHER,
} PanahFactAbout;

extern const char *const panah_fact_about_names[];

/* @mrz: (nullable): each of its letters stands in the lines of a passport for this choice.
 * @official: one word per language of pack.json, in that order; %NULL where there is none. */
typedef struct
{
  const char        *code;
  const char        *label;
  const char        *mrz;
  const char *const *official;
} PanahChoice;

struct _PanahFactSpec
{
  const char                 *id;
  PanahFactKind               kind;
  PanahFactRole               role;
  PanahMrzField               mrz;
  PanahFactAbout              about;
  const char                 *label;
  const char                 *help; /* (nullable) */
  const char                 *why;  /* (nullable) */
  const PanahChoice *const   *choices;
  guint                       n_choices;
  const PanahFactSpec *const *items; /* kind LIST */
  guint                       n_items;
  const char                 *day_of;     /* (nullable): the moment this date is the day of */
  const char                 *not_before; /* (nullable): a fact's id or "today" */
  const char                 *not_after;  /* (nullable) */
  const PanahCondition       *included;   /* (nullable) kind LIST: entries that stand in this application */
  const PanahCondition       *files_own;  /* (nullable) kind LIST: entries that need an application of their own */
  const char                 *becomes;    /* (nullable) of a list's item: the fact of the person's own case */
  gboolean                    personal;   /* of a list's item: says what the person is to the applicant */
  gboolean                    recent;     /* kinds DATE and MOMENT: often today or yesterday */
  gboolean                    shared;     /* the whole family gives the same answer */
  gboolean                    none_allowed;
  gboolean                    sensitive;
};

const PanahChoice   *panah_fact_spec_find_choice (const PanahFactSpec *self,
                                                  const char          *code);
const PanahFactSpec *panah_fact_spec_find_item   (const PanahFactSpec *self,
                                                  const char          *id);
const PanahFactSpec *panah_fact_spec_find_role   (const PanahFactSpec *self,
                                                  PanahFactRole        role);
const PanahFactSpec *panah_fact_spec_find_mrz    (const PanahFactSpec *self,
                                                  PanahMrzField        field);
const PanahChoice   *panah_fact_spec_find_mrz_choice (const PanahFactSpec *self,
                                                      char                 letter);
gboolean             panah_fact_kind_fits_mrz    (PanahFactKind        kind,
                                                  PanahMrzField        field);
gboolean             panah_is_country_code       (const char          *code);
gboolean             panah_is_language_code      (const char          *code);
gboolean             panah_fact_spec_knows_code  (const PanahFactSpec *self,
                                                  const char          *code);
gboolean             panah_fact_kind_is_text     (PanahFactKind        kind);
gboolean             panah_fact_kind_is_codes    (PanahFactKind        kind);

G_END_DECLS
