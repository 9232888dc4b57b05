/* on-paper.c - what becomes of an answer on the papers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/on-paper.h"

#include "paper/words.h"
#include "ui/list.h"

#include <glib/gi18n.h>

#define MAX_SHOWN 400

/* The language of the papers, and which of the pack's official ones it is. */
static const char *
get_language (PanahSession *session,
              guint        *out_index)
{
  const char *const *official = panah_pack_get_official_languages (panah_session_get_pack (session));
  const char *wanted = panah_session_get_case (session)->official_language;

  *out_index = 0;
  for (guint i = 0; official[i] != NULL; i++)
    {
      if (g_strcmp0 (official[i], wanted) == 0)
        *out_index = i;
    }
  return official[*out_index];
}

/**
 * panah_on_paper_print:
 * @session: the session
 * @spec: what was asked
 * @value: (nullable): what was answered
 * @out_printed: (out caller-allocates): what is printed of it, in the language of the papers
 *
 * Returns: the kind of @out_printed
 */
PanahPrintedKind
panah_on_paper_print (PanahSession        *session,
                      const PanahFactSpec *spec,
                      const PanahValue    *value,
                      PanahPrinted        *out_printed)
{
  guint index;
  const char *language = get_language (session, &index);

  panah_printed_init (out_printed, spec, value, language, index);
  panah_printed_check (out_printed);
  return out_printed->kind;
}

/* A story is read whole on its own page and on the paper; laid out here it would hold up the page.
 * @text: (transfer full) */
char *
panah_on_paper_shorten (char *text)
{
  if (g_utf8_strlen (text, -1) <= MAX_SHOWN)
    return text;

  g_autofree char *whole = text;
  g_autofree char *start = g_utf8_substring (whole, 0, MAX_SHOWN);
  return g_strconcat (start, "…", NULL);
}

static char *
describe_list (PanahSession        *session,
               const PanahFactSpec *spec,
               const PanahValue    *value)
{
  GString *text = g_string_new (NULL);
  guint index;
  const char *language = get_language (session, &index);

  for (guint i = 0; i < panah_value_get_n_entries (value); i++)
    {
      g_autofree char *entry = panah_list_describe_printed (session, spec->id, i, language, index);
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", *entry != '\0' ? entry : _("a line to write on by hand"));
    }
  return g_string_free (text, FALSE);
}

static char *
describe_untranslated (PanahSession *session)
{
  guint index;
  g_autofree char *name = panah_words_name_language (panah_session_get_language (session), get_language (session, &index));

  /* TRANSLATORS: %s is a language, "Russian" */
  return g_strdup_printf (_("A line to write on by hand: the words for the form are not there yet. They are wanted in this language: %s"),
                          name != NULL ? name : "");
}

/**
 * panah_on_paper_describe:
 * @session: the session
 * @spec: what was asked
 * @value: (nullable): what was answered
 *
 * Returns: (transfer full): what the papers will have, or why they have a line there
 */
char *
panah_on_paper_describe (PanahSession        *session,
                         const PanahFactSpec *spec,
                         const PanahValue    *value)
{
  g_auto (PanahPrinted) printed = { 0 };

  if (spec->kind == PANAH_FACT_LIST && panah_value_is_given (value))
    return describe_list (session, spec, value);
  switch (panah_on_paper_print (session, spec, value, &printed))
    {
    case PANAH_PRINTED_UNTRANSLATED:
      return describe_untranslated (session);
    case PANAH_PRINTED_UNPRINTABLE:
      {
        char letter[7] = { 0 };
        g_unichar_to_utf8 (printed.missing, letter);
        /* TRANSLATORS: %s is one letter */
        return g_strdup_printf (_("A line to write on by hand: the letter “%s” cannot be printed."), letter);
      }
    case PANAH_PRINTED_BLANK:
      return g_strdup (_("A line to write on by hand"));
    case PANAH_PRINTED_WORD:
    case PANAH_PRINTED_ANSWER:
    default:
      return panah_on_paper_shorten (g_steal_pointer (&printed.text));
    }
}
