/* printed.c - an answer as it is printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/printed.h"

#include "paper/font-set.h"
#include "paper/printed-private.h"
#include "paper/sheet-words.h"

#include <string.h>

/* A longer “number” has no line to be kept on, and would be torn in the middle of its words. */
#define LONGEST_NUMBER 40

static char *
print_moment (gint64 moment)
{
  g_autofree char *day = panah_printed_format_digits (panah_moment_get_day (moment));
  g_autofree char *exact = panah_moment_to_string (moment);

  return g_strdup_printf ("%s, %s", day, strchr (exact, 'T') + 1);
}

/* Papers in Cyrillic take the Cyrillic spelling, others the Latin; the other one if that is missing. A name in a
 * third script cannot stand on the form and waits for somebody who can write it. */
char *
panah_printed_join_name (const PanahName *name,
                         gboolean         latin_first)
{
  const PanahNameParts *scripts[] = { latin_first ? &name->latin : &name->cyrillic,
                                      latin_first ? &name->cyrillic : &name->latin };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      const char *all[] = { scripts[i]->surname, scripts[i]->given, scripts[i]->patronymic };
      const char *parts[G_N_ELEMENTS (all) + 1] = { NULL };
      guint n = 0;

      for (guint j = 0; j < G_N_ELEMENTS (all); j++)
        {
          if (all[j] != NULL)
            parts[n++] = all[j];
        }
      if (n > 0)
        return g_strjoinv (" ", (char **) parts);
    }
  return NULL;
}

static char *
print_code (const PanahFactSpec *spec,
            const char          *code,
            const char          *language,
            guint                official_index)
{
  const PanahWords *words = panah_words_get (language);

  switch ((int) spec->kind)
    {
    case PANAH_FACT_YES_NO:
      return g_strdup (strcmp (code, "yes") == 0 ? words->yes : words->no);
    case PANAH_FACT_COUNTRY:
    case PANAH_FACT_COUNTRIES:
      return panah_words_name_country (language, code);
    case PANAH_FACT_LANGUAGE:
    case PANAH_FACT_LANGUAGES:
      return panah_words_name_language (language, code);
    default:
      {
        const PanahChoice *choice = panah_fact_spec_find_choice (spec, code);
        if (choice == NULL)
          return NULL;
        if (official_index != G_MAXUINT)
          return g_strdup (choice->official[official_index]);
        return g_strdup (choice->label);
      }
    }
}

/* In the order of the pack where the answer is a set, however it was put together; languages and countries keep the order
 * in which they were named. */
GPtrArray *
panah_printed_order_codes (const PanahFactSpec *spec,
                           const PanahValue    *value)
{
  const char *const *codes = panah_value_get_codes (value);
  GPtrArray *ordered = g_ptr_array_new ();

  for (guint i = 0; spec->kind == PANAH_FACT_CHOICES && i < spec->n_choices; i++)
    {
      if (panah_value_has_code (value, spec->choices[i]->code))
        g_ptr_array_add (ordered, (gpointer) spec->choices[i]->code);
    }
  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (!g_ptr_array_find_with_equal_func (ordered, codes[i], g_str_equal, NULL))
        g_ptr_array_add (ordered, (gpointer) codes[i]);
    }
  return ordered;
}

/* One code without a word in this language leaves the whole answer to be written by hand. */
static char *
print_codes (const PanahFactSpec *spec,
             const PanahValue    *value,
             const char          *language,
             guint                official_index)
{
  g_autoptr (GPtrArray) codes = panah_printed_order_codes (spec, value);
  const char *comma = panah_sheet_words_get (language)->comma;
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    {
      g_autofree char *word = print_code (spec, codes->pdata[i], language, official_index);
      if (word == NULL)
        return NULL;
      g_string_append_printf (out, "%s%s", i > 0 ? comma : "", word);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
print_given (const PanahFactSpec *spec,
             const PanahValue    *value,
             const char          *language,
             guint                official_index)
{
  switch ((int) spec->kind)
    {
    case PANAH_FACT_NAME:
      return panah_printed_join_name (panah_value_get_name (value), strcmp (language, "en") == 0);
    case PANAH_FACT_DATE:
      return panah_printed_join_date (panah_value_get_date (value), panah_words_get (language), NULL);
    case PANAH_FACT_MOMENT:
      return print_moment (panah_value_get_moment (value));
    case PANAH_FACT_COUNT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, panah_value_get_count (value));
    case PANAH_FACT_LIST:
      return NULL;
    default:
      if (panah_fact_kind_is_text (spec->kind))
        return g_strdup (panah_value_get_official (value, language));
      return print_codes (spec, value, language, official_index);
    }
}

static PanahIsolate
get_isolate (PanahFactKind kind)
{
  switch ((int) kind)
    {
    case PANAH_FACT_PHONE:
    case PANAH_FACT_EMAIL:
    case PANAH_FACT_NUMBER_TEXT:
    case PANAH_FACT_COUNT:
    case PANAH_FACT_MOMENT:
      return PANAH_ISOLATE_LTR;
    default:
      return PANAH_ISOLATE_FIRST_STRONG;
    }
}

/* @raw: (nullable): what is said; cleaned, counted and isolated */
void
panah_printed_set (PanahPrinted *self,
                   PanahFactKind kind,
                   const char   *raw)
{
  g_autofree char *clean = raw != NULL ? panah_text_clean (raw, -1, &self->removed) : g_strdup ("");
  gboolean number = kind == PANAH_FACT_PHONE && strlen (clean) <= LONGEST_NUMBER;
  g_autofree char *whole = number ? panah_text_keep_on_line (clean) : g_strdup (clean);

  self->bytes = strlen (clean);
  self->text = *whole != '\0' ? panah_text_isolate (whole, get_isolate (kind)) : g_strdup ("");
}

/**
 * panah_printed_init:
 * @self: (out caller-allocates): what to print
 * @spec: what was asked
 * @value: (nullable): what was answered
 * @language: BCP 47 language of the paper
 * @official_index: which of the pack's official languages that is; %G_MAXUINT if it is a paper for the reader
 */
void
panah_printed_init (PanahPrinted        *self,
                    const PanahFactSpec *spec,
                    const PanahValue    *value,
                    const char          *language,
                    guint                official_index)
{
  const PanahWords *words = panah_words_get (language);
  g_autofree char *raw = NULL;

  *self = (PanahPrinted) { .kind = PANAH_PRINTED_BLANK };
  switch (panah_value_get_answer (value))
    {
    case PANAH_ANSWER_UNKNOWN:
    case PANAH_ANSWER_NONE:
      self->kind = PANAH_PRINTED_WORD;
      raw = g_strdup (panah_value_get_answer (value) == PANAH_ANSWER_NONE ? words->none : words->unknown);
      break;
    case PANAH_ANSWER_GIVEN:
      raw = print_given (spec, value, language, official_index);
      self->kind = raw != NULL ? PANAH_PRINTED_ANSWER : PANAH_PRINTED_UNTRANSLATED;
      break;
    case PANAH_ANSWER_ABSENT:
    default:
      break;
    }

  panah_printed_set (self, spec->kind, raw);
}

/**
 * panah_printed_check:
 * @self: what to print on paper
 *
 * Leaves out an answer with a letter that no font has; its @bytes stay those of the answer. On a screen there are other
 * fonts.
 */
void
panah_printed_check (PanahPrinted *self)
{
  self->missing = panah_fonts_find_missing (self->text);
  if (self->missing == 0)
    return;

  *self->text = '\0';
  self->kind = PANAH_PRINTED_UNPRINTABLE;
}

/**
 * panah_printed_clear:
 * @self: what was printed
 */
void
panah_printed_clear (PanahPrinted *self)
{
  g_clear_pointer (&self->text, g_free);
}
