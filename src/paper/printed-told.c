/* printed-told.c - an answer as the person told it, for a copy that only the person reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/printed-told.h"

#include "paper/font-set.h"
#include "paper/printed-private.h"

#include <string.h>

/* What is printed, and in which language; @language: (nullable): as the copy around it */
typedef struct
{
  char       *text;
  const char *language;
} Told;

typedef char *(*NameCode) (const char *language,
                           const char *code);

static Told
tell_in_english (char *text)
{
  return (Told) { text, "en" };
}

/* A month or a country may have a name that no font here can print; in English it always can. */
static gboolean
is_printable (const char *text)
{
  return text != NULL && panah_fonts_find_missing (text) == 0;
}

static Told
tell_date (const PanahDate *date,
           const char      *language)
{
  const PanahWords *words = panah_words_get (language);
  char *text = panah_printed_join_date (date, words, language);

  if (is_printable (text))
    return (Told) { text, language };
  g_free (text);
  return tell_in_english (panah_printed_join_date (date, panah_words_get ("en"), "en"));
}

static Told
tell_moment (gint64      moment,
             const char *language)
{
  char *text = panah_words_format_moment (language, moment, FALSE);

  if (is_printable (text))
    return (Told) { text, language };
  g_free (text);
  return tell_in_english (panah_words_format_moment ("en", moment, FALSE));
}

/* In the person's own script; else as the papers spell it, in the script that the reader knows. */
static Told
tell_name (const PanahName *name,
           const char      *language)
{
  if (name->native != NULL)
    return (Told) { g_strdup (name->native), NULL };
  return (Told) { panah_printed_join_name (name, !panah_words_are_cyrillic (language)), NULL };
}

/* As it was said. What was only ever written for the office stands there in the office's language. */
static Told
tell_words (const PanahFactSpec *spec,
            const PanahValue    *value,
            const char          *paper_language)
{
  const char *said = panah_value_get_said (value), *language = panah_value_get_said_language (value);
  gboolean digits = spec->kind == PANAH_FACT_PHONE || spec->kind == PANAH_FACT_EMAIL || spec->kind == PANAH_FACT_NUMBER_TEXT;

  if (said == NULL)
    return (Told) { g_strdup (panah_value_get_official (value, paper_language)), paper_language };
  if (language != NULL && !panah_is_language_code (language))
    language = "und";
  return (Told) { g_strdup (said), language != NULL ? language : digits ? NULL : "und" };
}

static Told
tell_name_of_code (NameCode    name_code,
                   const char *language,
                   const char *code)
{
  char *text = name_code (language, code);

  if (is_printable (text))
    return (Told) { text, language };
  g_free (text);
  return tell_in_english (name_code ("en", code));
}

static Told
tell_code (const PanahFactSpec *spec,
           const char          *code,
           const PanahPack     *pack,
           const char          *language)
{
  const PanahWords *words = panah_words_get (language);

  switch ((int) spec->kind)
    {
    case PANAH_FACT_YES_NO:
      return (Told) { g_strdup (strcmp (code, "yes") == 0 ? words->yes : words->no), words->language };
    case PANAH_FACT_COUNTRY:
    case PANAH_FACT_COUNTRIES:
      return tell_name_of_code (panah_words_name_country, language, code);
    case PANAH_FACT_LANGUAGE:
    case PANAH_FACT_LANGUAGES:
      return tell_name_of_code (panah_words_name_language, language, code);
    default:
      {
        const PanahChoice *choice = panah_fact_spec_find_choice (spec, code);
        const char *label = choice != NULL ? panah_pack_translate (pack, language, choice->label) : NULL;
        return (Told) { g_strdup (label), choice != NULL && label == choice->label ? "en" : language };
      }
    }
}

/* One code that nobody knows leaves the whole answer out, as on the form. */
static Told
tell_codes (const PanahFactSpec *spec,
            const PanahValue    *value,
            const PanahPack     *pack,
            const char          *language)
{
  g_autoptr (GPtrArray) codes = panah_printed_order_codes (spec, value);
  g_autoptr (GString) out = g_string_new (NULL);
  const char *common = NULL;

  for (guint i = 0; i < codes->len; i++)
    {
      Told told = tell_code (spec, codes->pdata[i], pack, language);
      if (told.text == NULL)
        return (Told) { NULL, NULL };
      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", told.text);
      common = i == 0 || g_strcmp0 (common, told.language) == 0 ? told.language : NULL;
      g_free (told.text);
    }
  return (Told) { g_string_free (g_steal_pointer (&out), FALSE), common };
}

static Told
tell (const PanahFactSpec *spec,
      const PanahValue    *value,
      const PanahPack     *pack,
      const char          *language,
      const char          *paper_language)
{
  switch ((int) spec->kind)
    {
    case PANAH_FACT_NAME:
      return tell_name (panah_value_get_name (value), language);
    case PANAH_FACT_DATE:
      return tell_date (panah_value_get_date (value), language);
    case PANAH_FACT_MOMENT:
      return tell_moment (panah_value_get_moment (value), language);
    case PANAH_FACT_COUNT:
      return (Told) { g_strdup_printf ("%" G_GINT64_FORMAT, panah_value_get_count (value)), NULL };
    case PANAH_FACT_LIST:
      return (Told) { NULL, NULL };
    default:
      return panah_fact_kind_is_text (spec->kind) ? tell_words (spec, value, paper_language)
                                                  : tell_codes (spec, value, pack, language);
    }
}

/**
 * panah_printed_init_told:
 * @self: (out caller-allocates): what to print
 * @spec: what was asked
 * @value: (nullable): what was answered
 * @pack: whose words to take
 * @language: BCP 47, the reader's
 * @paper_language: the language of the paper that the copy is of
 *
 * Words as they were said, names in their own script, dates in words, choices by what the question called them.
 */
void
panah_printed_init_told (PanahPrinted        *self,
                         const PanahFactSpec *spec,
                         const PanahValue    *value,
                         const PanahPack     *pack,
                         const char          *language,
                         const char          *paper_language)
{
  const PanahWords *words = panah_words_get (language);
  PanahAnswer answer = panah_value_get_answer (value);
  Told told = { NULL, NULL };

  *self = (PanahPrinted) { .kind = PANAH_PRINTED_BLANK };
  if (answer == PANAH_ANSWER_GIVEN)
    {
      told = tell (spec, value, pack, language, paper_language);
      self->kind = told.text != NULL ? PANAH_PRINTED_ANSWER : PANAH_PRINTED_UNTRANSLATED;
    }
  else if (answer != PANAH_ANSWER_ABSENT)
    {
      told = (Told) { g_strdup (answer == PANAH_ANSWER_NONE ? words->none : words->unknown), words->language };
      self->kind = PANAH_PRINTED_WORD;
    }

  self->language = told.language;
  panah_printed_set (self, spec->kind, told.text);
  g_free (told.text);
}
