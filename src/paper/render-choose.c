/* render-choose.c - which documents are printed, and in which languages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/render-private.h"

#include "core/error.h"

#include <string.h>

/* Whether the pack has any paper in that language; to ask for one that it has not may be a slip of the pen. */
static gboolean
is_spoken (PanahRenderer *self,
           const char    *language)
{
  PanahPack *pack = panah_plan_get_pack (self->plan);
  guint n;
  const PanahDocumentSpec *const *all = panah_pack_get_documents (pack, &n);

  for (guint i = 0; i < n; i++)
    {
      if (panah_pack_match_language (pack, all[i], language) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
report_language (PanahRenderer           *self,
                 const PanahDocumentSpec *spec,
                 const char              *language)
{
  const char *const args[] = { spec->title, language, NULL };
  PanahSeverity severity = is_spoken (self, language) ? PANAH_SEVERITY_NOTE : PANAH_SEVERITY_WARNING;

  panah_renderer_take_problem (
    self, panah_problem_new_pattern (severity, NULL, "“%1” is not there in the language “%2”", args));
}

/* The languages asked for in which the document is there. In any other one a paper that is handed in may have a copy. */
static GPtrArray *
choose_asked_languages (PanahRenderer           *self,
                        const PanahDocumentSpec *spec)
{
  GPtrArray *languages = g_ptr_array_new ();
  gboolean papers_only = self->copies == PANAH_COPIES_ONLY && !spec->for_user;

  for (guint i = 0; self->wanted != NULL && !papers_only && self->wanted[i] != NULL; i++)
    {
      const char *match = panah_pack_match_language (panah_plan_get_pack (self->plan), spec, self->wanted[i]);
      if (match == NULL && (spec->for_user || !panah_renderer_has_copy_in (self, spec, self->wanted[i])))
        report_language (self, spec, self->wanted[i]);
      else if (match != NULL && !g_ptr_array_find (languages, match, NULL))
        g_ptr_array_add (languages, (char *) match);
    }
  return languages;
}

/* Languages of one document: those asked for, else the case's, else English or whatever there is. */
GPtrArray *
panah_renderer_choose_languages (PanahRenderer           *self,
                                 const PanahDocumentSpec *spec)
{
  g_autoptr (GPtrArray) languages = choose_asked_languages (self, spec);
  const char *own = spec->for_user ? self->a_case->language : self->a_case->official_language, *match;
  gboolean may_choose = spec->for_user || (self->copies != PANAH_COPIES_ASKED && self->copies != PANAH_COPIES_ONLY);

  if (languages->len > 0 || (may_choose && self->wanted != NULL && self->wanted[0] != NULL))
    return g_steal_pointer (&languages);

  match = panah_pack_match_language (panah_plan_get_pack (self->plan), spec, own);
  if (match == NULL)
    {
      match = panah_document_spec_match_language (spec, "en");
      match = match != NULL ? match : spec->languages[0];
      const char *const args[] = { spec->title, own, match, NULL };
      panah_renderer_take_problem (
        self, panah_problem_new_pattern (PANAH_SEVERITY_NOTE, NULL,
                                         "“%1” is not there in the language “%2”; it is printed in “%3”", args));
    }
  g_ptr_array_add (languages, (char *) match);
  return g_steal_pointer (&languages);
}

/* Of a case without a journey nothing can be handed in, but the reader's own sheets still help. */
static void
choose_sheets (PanahRenderer *self,
               GPtrArray     *specs)
{
  const char *journey = panah_facts_get_journey (panah_plan_get_facts (self->plan));
  PanahPack *pack = panah_plan_get_pack (self->plan);
  PanahConditionScope scope;
  guint n;
  const PanahDocumentSpec *const *all = panah_pack_get_documents (pack, &n);

  panah_plan_init_scope (self->plan, &scope);
  for (guint i = 0; i < n; i++)
    {
      if (all[i]->for_user && panah_condition_evaluate (all[i]->rule.when, &scope) == PANAH_TRUTH_TRUE)
        g_ptr_array_add (specs, (gpointer) all[i]);
    }

  const char *const args[] = { journey, NULL };
  if (journey == NULL)
    panah_renderer_take_problem (self, panah_problem_new_pattern (
                          PANAH_SEVERITY_WARNING, "journey",
                          "the case does not say what the person is here for, so there is nothing to hand in", args));
  else if (panah_pack_find_journey (pack, journey) == NULL)
    panah_renderer_take_problem (self, panah_problem_new_pattern (PANAH_SEVERITY_WARNING, "journey",
                                                   "there is no journey “%1”, so there is nothing to hand in", args));
}

/* What will be printed: the plan's documents, or those asked for, whatever their conditions say. */
GPtrArray *
panah_renderer_choose_documents (PanahRenderer     *self,
                                 const char *const *wanted,
                                 GError           **error)
{
  g_autoptr (GPtrArray) specs = g_ptr_array_new ();
  gboolean copies = wanted != NULL && g_strv_contains (wanted, PANAH_READING_COPY);

  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    {
      const PanahDocumentSpec *spec = panah_pack_find_document (panah_plan_get_pack (self->plan), wanted[i]);
      if (strcmp (wanted[i], PANAH_READING_COPY) == 0)
        continue;
      if (spec == NULL)
        {
          g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_CASE, "there is no document “%s”", wanted[i]);
          return NULL;
        }
      if (!g_ptr_array_find (specs, spec, NULL))
        g_ptr_array_add (specs, (gpointer) spec);
    }
  if (specs->len > 0)
    self->copies = copies ? PANAH_COPIES_ASKED : PANAH_COPIES_NONE;
  else if (copies)
    self->copies = PANAH_COPIES_ONLY;
  if (specs->len == 0)
    g_ptr_array_extend (specs, (GPtrArray *) panah_plan_get_documents (self->plan), NULL, NULL);
  if (specs->len == 0)
    choose_sheets (self, specs);
  return g_steal_pointer (&specs);
}
