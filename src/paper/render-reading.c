/* render-reading.c - copies for the reader of the papers that are handed in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/render-private.h"

#include <string.h>

static gboolean
is_official (PanahRenderer *self,
             const char    *language)
{
  const char *const *official = panah_pack_get_official_languages (panah_plan_get_pack (self->plan));
  g_autofree char *base = g_strndup (language, strcspn (language, "-"));

  return g_strv_contains (official, language) || g_strv_contains (official, base);
}

static gboolean
is_asked_for (PanahRenderer           *self,
              const PanahDocumentSpec *spec)
{
  for (guint i = 0; self->wanted != NULL && self->wanted[i] != NULL; i++)
    {
      if (panah_document_spec_match_language (spec, self->wanted[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/*
 * panah_renderer_has_copy_in:
 * @spec: a paper that is handed in, and that is not there in @language itself
 * @language: one of the languages that were asked for
 *
 * Returns: %TRUE if a copy of it is made in @language. Whoever asked for copies meant that; else there are copies in the
 *   language of the case alone, of papers that were asked for in another one
 */
gboolean
panah_renderer_has_copy_in (PanahRenderer           *self,
                            const PanahDocumentSpec *spec,
                            const char              *language)
{
  if (!panah_is_language_code (language) || self->copies == PANAH_COPIES_NONE)
    return FALSE;
  return self->copies != PANAH_COPIES_USUAL || (strcmp (language, self->a_case->language) == 0 && is_asked_for (self, spec));
}

static const PanahHandedIn *
get_paper (PanahRenderer *self,
           guint          index)
{
  return &g_array_index (self->handed_in, PanahHandedIn, index);
}

/* Of a paper that is printed in several languages there is one copy: of the one in the language of the case. */
static gboolean
has_copy (PanahRenderer *self,
          guint          index)
{
  const PanahHandedIn *paper = get_paper (self, index), *chosen = NULL;

  for (guint i = 0; i < self->handed_in->len; i++)
    {
      const PanahHandedIn *other = get_paper (self, i);
      if (other->spec == paper->spec && (chosen == NULL || strcmp (other->language, self->a_case->official_language) == 0))
        chosen = other;
    }
  return chosen == paper;
}

/* Who reads the paper itself needs no copy. */
static gboolean
is_printed_in (PanahRenderer           *self,
               const PanahDocumentSpec *spec,
               const char              *language)
{
  const char *match = panah_document_spec_match_language (spec, language);

  for (guint i = 0; match != NULL && i < self->handed_in->len; i++)
    {
      if (get_paper (self, i)->spec == spec && strcmp (get_paper (self, i)->language, match) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_language (PanahRenderer           *self,
              const PanahDocumentSpec *spec,
              const char              *language,
              GPtrArray               *languages)
{
  const char *const args[] = { language, NULL };
  gboolean asked = self->wanted != NULL && g_strv_contains (self->wanted, language);

  if (!panah_is_language_code (language))
    panah_renderer_take_problem (
      self, panah_problem_new_pattern (asked ? PANAH_SEVERITY_WARNING : PANAH_SEVERITY_NOTE, NULL,
                                       "“%1” is not the code of a language, so there is no reading copy in it", args));
  else if (!is_printed_in (self, spec, language) && !g_ptr_array_find_with_equal_func (languages, language, g_str_equal, NULL))
    g_ptr_array_add (languages, (char *) language);
}

/* In the languages asked for that the paper is not printed in, else in that of the case. */
static GPtrArray *
choose_languages (PanahRenderer           *self,
                  const PanahDocumentSpec *spec)
{
  GPtrArray *languages = g_ptr_array_new ();
  const char *own = self->a_case->language;
  gboolean any = self->wanted != NULL && self->wanted[0] != NULL;

  if (self->copies == PANAH_COPIES_USUAL)
    {
      if (!is_official (self, own) && (!any || g_strv_contains (self->wanted, own)))
        add_language (self, spec, own, languages);
      return languages;
    }
  for (guint i = 0; any && self->wanted[i] != NULL; i++)
    add_language (self, spec, self->wanted[i], languages);
  if (languages->len == 0 && (!any || self->copies == PANAH_COPIES_ASKED))
    add_language (self, spec, own, languages);

  const char *const args[] = { spec->title, NULL };
  if (languages->len == 0)
    panah_renderer_take_problem (
      self, panah_problem_new_pattern (PANAH_SEVERITY_NOTE, NULL,
                                       "“%1” is in the reader’s language itself, so there is no reading copy of it", args));
  return languages;
}

static gboolean
add_copy (PanahRenderer       *self,
          const PanahHandedIn *paper,
          const char          *language,
          GError             **error)
{
  PanahComposed *composed =
    panah_compose_reading (self->plan, paper->spec, language, paper->language, paper->continuations);
  PanahRendered *rendered = panah_renderer_lay_out (self, paper->spec, language, composed, error);

  if (rendered == NULL)
    return FALSE;
  g_free (rendered->file);
  rendered->id = PANAH_READING_COPY;
  rendered->of = paper->spec->rule.id;
  rendered->handed_in = FALSE;
  rendered->file = g_strdup_printf ("%s.reading.%s.pdf", rendered->of, language);
  panah_renderer_take_results (self, rendered, composed, FALSE);
  panah_renderer_take_problems (self, composed, FALSE);
  return TRUE;
}

/*
 * panah_renderer_add_copies:
 *
 * They come last, after what speaks of the papers: nobody signs them.
 */
gboolean
panah_renderer_add_copies (PanahRenderer *self,
                           GError       **error)
{
  for (guint i = 0; i < self->handed_in->len && self->copies != PANAH_COPIES_NONE; i++)
    {
      const PanahHandedIn *paper = get_paper (self, i);
      if (!has_copy (self, i))
        continue;
      g_autoptr (GPtrArray) languages = choose_languages (self, paper->spec);
      for (guint j = 0; j < languages->len; j++)
        {
          if (!add_copy (self, paper, languages->pdata[j], error))
            return FALSE;
        }
    }
  return TRUE;
}
