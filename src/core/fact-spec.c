/* fact-spec.c - the vocabulary: what a fact is and how it is asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/fact-spec.h"

#include <string.h>
#include <unicode/uloc.h>

const char *const panah_fact_kind_names[] = {
  "text", "long-text", "phone", "email", "number-text", "name", "date", "moment", "yes-no", "choice", "choices",
  "country", "countries", "language", "languages", "count", "list", NULL,
};

const char *const panah_fact_role_names[] = {
  "none", "person-name", "filing-day", "filed-on", "member-name", NULL,
};

const char *const panah_mrz_field_names[] = {
  "none", "name", "birth-date", "citizenship", "sex", "document", "document-kind", "document-number", "expiry-date",
  NULL,
};

const char *const panah_fact_about_names[] = { "self", "other", NULL };

/**
 * panah_fact_spec_find_choice:
 * @self: a fact
 * @code: a code
 *
 * Returns: (nullable): its choice of that code
 */
const PanahChoice *
panah_fact_spec_find_choice (const PanahFactSpec *self,
                             const char          *code)
{
  for (guint i = 0; i < self->n_choices; i++)
    {
      if (strcmp (self->choices[i]->code, code) == 0)
        return self->choices[i];
    }
  return NULL;
}

/**
 * panah_fact_spec_find_item:
 * @self: a fact of kind list
 * @id: id of a member
 *
 * Returns: (nullable): what is asked of every entry under that id
 */
const PanahFactSpec *
panah_fact_spec_find_item (const PanahFactSpec *self,
                           const char          *id)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      if (strcmp (self->items[i]->id, id) == 0)
        return self->items[i];
    }
  return NULL;
}

/**
 * panah_fact_spec_find_role:
 * @self: a fact of kind list
 * @role: a role
 *
 * Returns: (nullable): the member that has the role
 */
const PanahFactSpec *
panah_fact_spec_find_role (const PanahFactSpec *self,
                           PanahFactRole        role)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      if (self->items[i]->role == role)
        return self->items[i];
    }
  return NULL;
}

/**
 * panah_fact_spec_find_mrz:
 * @self: a fact of kind list
 * @field: what stands in the lines of a passport
 *
 * Returns: (nullable): the member that it answers
 */
const PanahFactSpec *
panah_fact_spec_find_mrz (const PanahFactSpec *self,
                          PanahMrzField        field)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      if (self->items[i]->mrz == field)
        return self->items[i];
    }
  return NULL;
}

/**
 * panah_fact_spec_find_mrz_choice:
 * @self: a fact of kind choice
 * @letter: a letter in the lines of a passport, A to Z
 *
 * Returns: (nullable): the choice that it stands for
 */
const PanahChoice *
panah_fact_spec_find_mrz_choice (const PanahFactSpec *self,
                                 char                 letter)
{
  for (guint i = 0; i < self->n_choices && letter != '\0'; i++)
    {
      if (self->choices[i]->mrz != NULL && strchr (self->choices[i]->mrz, letter) != NULL)
        return self->choices[i];
    }
  return NULL;
}

/**
 * panah_fact_kind_fits_mrz:
 * @kind: a kind of fact
 * @field: what stands in the lines of a passport; not %PANAH_MRZ_FIELD_NONE
 *
 * Returns: whether a fact of that kind can have it as an answer
 */
gboolean
panah_fact_kind_fits_mrz (PanahFactKind kind,
                          PanahMrzField field)
{
  static const PanahFactKind kinds[PANAH_N_MRZ_FIELDS][2] = {
    [PANAH_MRZ_FIELD_NAME] = { PANAH_FACT_NAME, PANAH_FACT_NAME },
    [PANAH_MRZ_FIELD_BIRTH_DATE] = { PANAH_FACT_DATE, PANAH_FACT_DATE },
    [PANAH_MRZ_FIELD_CITIZENSHIP] = { PANAH_FACT_COUNTRY, PANAH_FACT_COUNTRIES },
    [PANAH_MRZ_FIELD_SEX] = { PANAH_FACT_CHOICE, PANAH_FACT_CHOICE },
    [PANAH_MRZ_FIELD_DOCUMENT] = { PANAH_FACT_LIST, PANAH_FACT_LIST },
    [PANAH_MRZ_FIELD_DOCUMENT_KIND] = { PANAH_FACT_CHOICE, PANAH_FACT_CHOICE },
    [PANAH_MRZ_FIELD_DOCUMENT_NUMBER] = { PANAH_FACT_NUMBER_TEXT, PANAH_FACT_TEXT },
    [PANAH_MRZ_FIELD_EXPIRY_DATE] = { PANAH_FACT_DATE, PANAH_FACT_DATE },
  };

  return kind == kinds[field][0] || kind == kinds[field][1];
}

/**
 * panah_is_country_code:
 * @code: what should be ISO 3166 alpha-2
 *
 * Returns: %TRUE if there is such a country today; CLDR would name retired and private codes as well
 */
gboolean
panah_is_country_code (const char *code)
{
  return strlen (code) == 2 && g_strv_contains (uloc_getISOCountries (), code);
}

/**
 * panah_is_language_code:
 * @code: what should be BCP 47
 *
 * Returns: %TRUE if it is well-formed and says a language
 */
gboolean
panah_is_language_code (const char *code)
{
  char locale[ULOC_FULLNAME_CAPACITY], language[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  int32_t parsed;
  gsize n = strlen (code);

  if (n < 2 || n > 35 || strpbrk (code, "_ ") != NULL)
    return FALSE;
  uloc_forLanguageTag (code, locale, sizeof locale, &parsed, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING || (gsize) parsed != n)
    return FALSE;
  uloc_getLanguage (locale, language, sizeof language, &status);
  return U_SUCCESS (status) && *language != '\0' && strcmp (language, "und") != 0;
}

/**
 * panah_fact_spec_knows_code:
 * @self: a fact whose answers are codes
 * @code: a code from a file
 *
 * Returns: %TRUE if @code means something; others are kept and told, not refused
 */
gboolean
panah_fact_spec_knows_code (const PanahFactSpec *self,
                            const char          *code)
{
  switch ((int) self->kind)
    {
    case PANAH_FACT_YES_NO:
      return strcmp (code, "yes") == 0 || strcmp (code, "no") == 0;
    case PANAH_FACT_COUNTRY:
    case PANAH_FACT_COUNTRIES:
      return strcmp (code, "stateless") == 0 || strcmp (code, "unknown-state") == 0 || panah_is_country_code (code);
    case PANAH_FACT_LANGUAGE:
    case PANAH_FACT_LANGUAGES:
      return panah_is_language_code (code);
    default:
      return panah_fact_spec_find_choice (self, code) != NULL;
    }
}

/**
 * panah_fact_kind_is_text:
 * @kind: a kind of fact
 *
 * Returns: %TRUE if an answer of this kind is words, which may be told in one language and needed in another
 */
gboolean
panah_fact_kind_is_text (PanahFactKind kind)
{
  return kind <= PANAH_FACT_NUMBER_TEXT;
}

/**
 * panah_fact_kind_is_codes:
 * @kind: a kind of fact
 *
 * Returns: %TRUE if an answer of this kind is one or several codes
 */
gboolean
panah_fact_kind_is_codes (PanahFactKind kind)
{
  return kind >= PANAH_FACT_YES_NO && kind <= PANAH_FACT_LANGUAGES;
}
