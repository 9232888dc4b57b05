/* fact-spec.c - the vocabulary: what a fact is and how it is asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/fact-spec.h"

#include <string.h>

const char *const panah_fact_kind_names[] = {
  "text", "long-text", "phone", "email", "number-text", "name", "date", "moment", "yes-no", "choice", "choices",
  "country", "countries", "language", "languages", "count", "list", NULL,
};

const char *const panah_fact_role_names[] = {
  "none", "person-name", "filing-day", "filed-on", "member-name", NULL,
};

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

/* Whether @code can be an answer: one of the choices, or of what the kind itself brings. */
gboolean
panah_fact_spec_knows_code (const PanahFactSpec *self,
                            const char          *code)
{
  gsize n = strlen (code);

  switch ((int) self->kind)
    {
    case PANAH_FACT_YES_NO:
      return strcmp (code, "yes") == 0 || strcmp (code, "no") == 0;
    case PANAH_FACT_COUNTRY:
    case PANAH_FACT_COUNTRIES:
      return strcmp (code, "stateless") == 0 || strcmp (code, "unknown-state") == 0 ||
             (n == 2 && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]));
    case PANAH_FACT_LANGUAGE:
    case PANAH_FACT_LANGUAGES:
      return n >= 2 && n <= 35 && strspn (code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == n;
    default:
      return panah_fact_spec_find_choice (self, code) != NULL;
    }
}

/* Whether an answer of this kind is words, which may be told in one language and needed in another. */
gboolean
panah_fact_kind_is_text (PanahFactKind kind)
{
  return kind <= PANAH_FACT_NUMBER_TEXT;
}

/* Whether an answer of this kind is one or several codes. */
gboolean
panah_fact_kind_is_codes (PanahFactKind kind)
{
  return kind >= PANAH_FACT_YES_NO && kind <= PANAH_FACT_LANGUAGES;
}
