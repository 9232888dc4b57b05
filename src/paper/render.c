/* render.c - a case becomes files: documents laid out, checked, and listed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/render.h"

#include "core/error.h"
#include "paper/compose.h"
#include "paper/pages.h"

#include <string.h>

typedef struct
{
  const PanahPlan *plan;
  const PanahCase *a_case;
  const char *const *wanted; /* (nullable): languages that were asked for */
  PanahRendering  *out;
  GHashTable      *continuations; /* language of a paper to GPtrArray of PanahEntry, borrowed from @composed */
  GPtrArray       *composed;      /* of PanahComposed: what @continuations lives in */
} Renderer;

static void
field_free (gpointer data)
{
  PanahRenderedField *self = data;

  g_free (self->fact);
  g_free (self);
}

static void
rendered_free (gpointer data)
{
  PanahRendered *self = data;

  g_free (self->language);
  g_free (self->file);
  g_free (self->odt_file);
  g_clear_pointer (&self->document, panah_document_unref);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->odt, g_bytes_unref);
  g_clear_pointer (&self->pages, panah_pages_unref);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

/* A thing is said once. That an answer is missing is one thing, however it is said. */
static void
take_problem (Renderer     *self,
              PanahProblem *problem)
{
  for (guint i = 0; i < self->out->problems->len; i++)
    {
      const PanahProblem *other = self->out->problems->pdata[i];
      if (problem->severity == other->severity && g_strcmp0 (problem->fact, other->fact) == 0 &&
          (problem->severity == PANAH_SEVERITY_MISSING || strcmp (problem->message, other->message) == 0))
        {
          panah_problem_free (problem);
          return;
        }
    }
  g_ptr_array_add (self->out->problems, problem);
}

/* What the layout says of one text is shared out among the facts it consists of, in their order. */
static void
add_fields (PanahRendered          *rendered,
            const PanahEntry       *entry,
            const PanahFieldResult *result)
{
  gsize left = result->bytes_placed;

  for (guint i = 0; i < entry->facts->len; i++)
    {
      const PanahPrintedFact *fact = entry->facts->pdata[i];
      PanahRenderedField *field = g_new0 (PanahRenderedField, 1);

      gboolean printed = fact->bytes > 0 && !fact->left_out;

      field->fact = g_strdup (fact->fact);
      field->mode = printed ? result->mode : PANAH_FIELD_LINE;
      field->size_pt = result->size_pt;
      field->bytes_in = fact->bytes;
      field->bytes_placed = printed ? MIN (left, fact->bytes) : 0;
      left -= field->bytes_placed;
      g_ptr_array_add (rendered->fields, field);
    }
}

/* What was told once in another language stands there once, however many papers have a line for it. */
static void
add_continuation (Renderer            *self,
                  const PanahRendered *rendered,
                  PanahEntry          *entry)
{
  PanahPack *pack = panah_plan_get_pack (self->plan);
  GPtrArray *entries = g_hash_table_lookup (self->continuations, rendered->language);

  if (entries == NULL)
    {
      entries = g_ptr_array_new ();
      g_hash_table_insert (self->continuations, g_strdup (rendered->language), entries);
    }
  for (guint i = 0; entry->original && i < entries->len; i++)
    {
      const PanahEntry *other = entries->pdata[i];
      if (other->original && strcmp (other->key, entry->key) == 0)
        return;
    }
  entry->of = panah_pack_get_text (pack, rendered->id, rendered->language, "", "title");
  g_ptr_array_add (entries, entry);
}

static gboolean
is_handed_in (const PanahDocumentSpec *spec)
{
  return strcmp (spec->kind, "sheet") != 0;
}

/* A continuation sheet goes on nowhere, and a sheet that nobody hands in has nothing on one that is handed in. */
static gboolean
goes_on (const PanahDocumentSpec *spec)
{
  return strcmp (spec->kind, "continuation") != 0 && is_handed_in (spec);
}

static void
take_results (Renderer            *self,
              PanahRendered       *rendered,
              const PanahComposed *composed,
              PanahPages          *pages,
              gboolean             may_go_on)
{
  const GPtrArray *results = panah_pages_get_fields (pages);

  for (guint i = 0; i < results->len; i++)
    {
      const PanahFieldResult *result = results->pdata[i];
      PanahEntry *entry = panah_composed_find_entry (composed, result->fact);

      if (entry == NULL)
        continue;
      add_fields (rendered, entry, result);
      if (result->mode == PANAH_FIELD_CONTINUE && may_go_on)
        add_continuation (self, rendered, entry);
    }
  for (guint i = 0; may_go_on && i < composed->originals->len; i++)
    add_continuation (self, rendered, composed->originals->pdata[i]);
}

static gboolean
is_warned_of (Renderer   *self,
              const char *fact)
{
  for (guint i = 0; i < self->out->problems->len; i++)
    {
      const PanahProblem *problem = self->out->problems->pdata[i];
      if (problem->severity == PANAH_SEVERITY_WARNING && g_strcmp0 (problem->fact, fact) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What is left blank on a sheet that nobody hands in is nobody's problem, and what has been said of an answer on the papers
 * need not be said again for the sheet. */
static void
take_problems (Renderer                *self,
               const PanahDocumentSpec *spec,
               const PanahComposed     *composed)
{
  for (guint i = 0; i < composed->problems->len; i++)
    {
      const PanahProblem *problem = composed->problems->pdata[i];
      if (is_handed_in (spec) || (problem->severity != PANAH_SEVERITY_MISSING && !is_warned_of (self, problem->fact)))
        take_problem (self, panah_problem_copy (problem));
    }
}

static gboolean
is_continuation (const PanahDocumentSpec *spec)
{
  return strcmp (spec->kind, "continuation") == 0;
}

static gboolean
take_document (Renderer                *self,
               const PanahDocumentSpec *spec,
               const char              *language,
               PanahComposed           *composed,
               GError                 **error)
{
  g_ptr_array_add (self->composed, composed);

  g_autoptr (PanahPages) pages = panah_pages_new (composed->document, error);
  g_autoptr (GBytes) pdf = pages != NULL ? panah_pages_to_pdf (pages, error) : NULL;
  if (pdf == NULL)
    {
      g_prefix_error (error, "%s.%s: ", spec->rule.id, language);
      return FALSE;
    }

  PanahRendered *rendered = g_new0 (PanahRendered, 1);
  rendered->id = spec->rule.id;
  rendered->language = g_strdup (language);
  rendered->handed_in = is_handed_in (spec);
  rendered->document = panah_document_ref (composed->document);
  rendered->file = g_strdup_printf ("%s.%s.pdf", spec->rule.id, language);
  rendered->pdf = g_steal_pointer (&pdf);
  rendered->pages = panah_pages_ref (pages);
  rendered->n_pages = panah_pages_get_n_pages (pages);
  rendered->fields = g_ptr_array_new_with_free_func (field_free);
  g_ptr_array_add (self->out->documents, rendered);
  take_results (self, rendered, composed, pages, goes_on (spec));
  take_problems (self, spec, composed);
  return TRUE;
}

/* `fa-AF` is served by a paper in `fa-AF`, else in `fa`. */
static const char *
match_language (const PanahDocumentSpec *spec,
                const char              *language)
{
  g_autofree char *base = g_strndup (language, strcspn (language, "-"));

  for (guint i = 0; spec->languages[i] != NULL; i++)
    {
      if (strcmp (spec->languages[i], language) == 0)
        return spec->languages[i];
    }
  for (guint i = 0; spec->languages[i] != NULL; i++)
    {
      if (strcmp (spec->languages[i], base) == 0)
        return spec->languages[i];
    }
  return NULL;
}

/* Whether the pack has any paper in that language; to ask for one that it has not may be a slip of the pen. */
static gboolean
is_spoken (Renderer   *self,
           const char *language)
{
  guint n;
  const PanahDocumentSpec *const *all = panah_pack_get_documents (panah_plan_get_pack (self->plan), &n);

  for (guint i = 0; i < n; i++)
    {
      if (match_language (all[i], language) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Languages of one document: those asked for, else the case's, else English or whatever there is. */
static GPtrArray *
choose_languages (Renderer                *self,
                  const PanahDocumentSpec *spec)
{
  GPtrArray *languages = g_ptr_array_new ();
  const char *own = spec->for_user ? self->a_case->language : self->a_case->official_language, *match;

  for (guint i = 0; self->wanted != NULL && self->wanted[i] != NULL; i++)
    {
      match = match_language (spec, self->wanted[i]);
      const char *const args[] = { spec->title, self->wanted[i], NULL };
      if (match == NULL)
        take_problem (self, panah_problem_new_pattern (is_spoken (self, self->wanted[i]) ? PANAH_SEVERITY_NOTE
                                                                                         : PANAH_SEVERITY_WARNING,
                                                       NULL, "“%1” is not there in the language “%2”", args));
      else if (!g_ptr_array_find (languages, match, NULL))
        g_ptr_array_add (languages, (char *) match);
    }
  if (self->wanted != NULL && self->wanted[0] != NULL)
    return languages;

  match = match_language (spec, own);
  if (match == NULL)
    {
      match = match_language (spec, "en");
      match = match != NULL ? match : spec->languages[0];
      const char *const args[] = { spec->title, own, match, NULL };
      take_problem (self, panah_problem_new_pattern (PANAH_SEVERITY_NOTE, NULL,
                                                     "“%1” is not there in the language “%2”; it is printed in “%3”", args));
    }
  g_ptr_array_add (languages, (char *) match);
  return languages;
}

/* Of a case without a journey nothing can be handed in, but the reader's own sheets still help. */
static void
choose_sheets (Renderer  *self,
               GPtrArray *specs)
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
    take_problem (self, panah_problem_new_pattern (
                          PANAH_SEVERITY_WARNING, "journey",
                          "the case does not say what the person is here for, so there is nothing to hand in", args));
  else if (panah_pack_find_journey (pack, journey) == NULL)
    take_problem (self, panah_problem_new_pattern (PANAH_SEVERITY_WARNING, "journey",
                                                   "there is no journey “%1”, so there is nothing to hand in", args));
}

/* What will be printed: the plan's documents, or those asked for, whatever their conditions say. */
static GPtrArray *
choose_documents (Renderer          *self,
                  const char *const *wanted,
                  GError           **error)
{
  g_autoptr (GPtrArray) specs = g_ptr_array_new ();

  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    {
      const PanahDocumentSpec *spec = panah_pack_find_document (panah_plan_get_pack (self->plan), wanted[i]);
      if (spec == NULL)
        {
          g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_CASE, "there is no document “%s”", wanted[i]);
          return NULL;
        }
      if (!g_ptr_array_find (specs, spec, NULL))
        g_ptr_array_add (specs, (gpointer) spec);
    }
  if (specs->len == 0)
    g_ptr_array_extend (specs, (GPtrArray *) panah_plan_get_documents (self->plan), NULL, NULL);
  if (specs->len == 0)
    choose_sheets (self, specs);
  return g_steal_pointer (&specs);
}

/* The papers that are handed in, before everything that speaks of them. */
static gboolean
render_papers (Renderer        *self,
               const GPtrArray *specs,
               GError         **error)
{
  for (guint i = 0; i < specs->len; i++)
    {
      const PanahDocumentSpec *spec = specs->pdata[i];
      if (spec->for_user || is_continuation (spec))
        continue;
      g_autoptr (GPtrArray) languages = choose_languages (self, spec);
      for (guint j = 0; j < languages->len; j++)
        {
          PanahComposed *composed = panah_compose (self->plan, spec, languages->pdata[j], NULL);
          if (!take_document (self, spec, languages->pdata[j], composed, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* A continuation sheet in each language of the papers that go on there. One that somebody asked for by name is printed
 * even if nothing goes on there. */
static gboolean
render_continuations (Renderer                *self,
                      const PanahDocumentSpec *spec,
                      gboolean                 asked,
                      GError                 **error)
{
  g_autoptr (GList) languages = g_list_sort (g_hash_table_get_keys (self->continuations), (GCompareFunc) strcmp);
  g_autoptr (GPtrArray) empty = asked && languages == NULL ? choose_languages (self, spec) : NULL;

  for (GList *l = languages; l != NULL; l = l->next)
    {
      const char *match = match_language (spec, l->data), *language = match != NULL ? match : spec->languages[0];
      PanahComposed *composed =
        panah_compose (self->plan, spec, language, g_hash_table_lookup (self->continuations, l->data));
      if (!take_document (self, spec, language, composed, error))
        return FALSE;
    }
  for (guint i = 0; empty != NULL && i < empty->len; i++)
    {
      if (!take_document (self, spec, empty->pdata[i], panah_compose (self->plan, spec, empty->pdata[i], NULL), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
render_all_continuations (Renderer  *self,
                          GPtrArray *specs,
                          gboolean   asked,
                          GError   **error)
{
  guint n;
  const PanahDocumentSpec *const *all = panah_pack_get_documents (panah_plan_get_pack (self->plan), &n);

  for (guint i = 0; i < n; i++)
    {
      if (is_continuation (all[i]) &&
          !render_continuations (self, all[i], asked && g_ptr_array_find (specs, all[i], NULL), error))
        return FALSE;
    }
  return TRUE;
}

static void
add_paper (GPtrArray               *papers,
           const PanahDocumentSpec *spec,
           const char              *language)
{
  PanahSignedPaper *paper = g_new0 (PanahSignedPaper, 1);

  paper->spec = spec;
  paper->language = language;
  g_ptr_array_add (papers, paper);
}

/* What was printed to be handed in; if nothing was, what the plan would print, of which nobody knows yet whether it
 * goes on elsewhere. */
static GPtrArray *
collect_papers (Renderer *self)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func (g_free);
  const GPtrArray *planned = panah_plan_get_documents (self->plan);

  for (guint i = 0; i < self->out->documents->len; i++)
    {
      const PanahRendered *rendered = self->out->documents->pdata[i];
      add_paper (papers, panah_pack_find_document (panah_plan_get_pack (self->plan), rendered->id), rendered->language);
    }
  for (guint i = 0; self->out->documents->len == 0 && i < planned->len; i++)
    {
      const PanahDocumentSpec *spec = planned->pdata[i];
      const char *match = match_language (spec, self->a_case->official_language);
      if (!spec->for_user && !is_continuation (spec))
        add_paper (papers, spec, match != NULL ? match : spec->languages[0]);
    }
  return papers;
}

/* The reader's sheets come last: they say what was printed. */
static gboolean
render_sheets (Renderer        *self,
               const GPtrArray *specs,
               GError         **error)
{
  g_autoptr (GPtrArray) papers = collect_papers (self);

  for (guint i = 0; i < specs->len; i++)
    {
      const PanahDocumentSpec *spec = specs->pdata[i];
      if (!spec->for_user || is_continuation (spec))
        continue;
      g_autoptr (GPtrArray) languages = choose_languages (self, spec);
      for (guint j = 0; j < languages->len; j++)
        {
          PanahComposed *composed =
            panah_compose_sheet (self->plan, spec, languages->pdata[j], papers, self->out->problems);
          if (!take_document (self, spec, languages->pdata[j], composed, error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * panah_render:
 * @plan: a plan
 * @a_case: the case it was made for
 * @documents: (nullable) (array zero-terminated): ids of the documents to print; none = those of the plan
 * @languages: (nullable) (array zero-terminated): in which languages; none = the case's
 * @error: return location for a [error@Panah.CoreError] `CASE` if a document is not known or none is left, or a
 *   [error@Panah.PaperError]
 *
 * Lays out everything in memory; nothing is written. First the papers that are handed in, then what goes on elsewhere,
 * then the sheets for the reader, which speak of the others.
 *
 * Returns: (transfer full) (nullable): the documents, and what has to be known about them
 */
PanahRendering *
panah_render (const PanahPlan   *plan,
              const PanahCase   *a_case,
              const char *const *documents,
              const char *const *languages,
              GError           **error)
{
  g_autoptr (GHashTable) continuations =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) composed = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_composed_free);
  g_autoptr (PanahRendering) out = g_new0 (PanahRendering, 1);
  Renderer self = { plan, a_case, languages, out, continuations, composed };
  const GPtrArray *problems = panah_plan_get_problems (plan);

  out->documents = g_ptr_array_new_with_free_func (rendered_free);
  out->problems = g_ptr_array_new_with_free_func (panah_problem_free);
  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (out->problems, panah_problem_copy (problems->pdata[i]));

  g_autoptr (GPtrArray) specs = choose_documents (&self, documents, error);
  if (specs == NULL || !render_papers (&self, specs, error) ||
      !render_all_continuations (&self, specs, documents != NULL && documents[0] != NULL, error) ||
      !render_sheets (&self, specs, error))
    return NULL;
  if (out->documents->len == 0)
    {
      g_set_error_literal (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_CASE,
                           specs->len == 0 ? "there is nothing to print for this case"
                                           : "there is nothing to print: no document is in that language");
      return NULL;
    }

  return g_steal_pointer (&out);
}

/**
 * panah_rendering_free:
 * @self: (nullable): what was rendered
 */
void
panah_rendering_free (PanahRendering *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}

/**
 * panah_rendering_has_warning:
 * @self: what was rendered
 *
 * Returns: %TRUE if a problem of the case or of its papers is a warning
 */
gboolean
panah_rendering_has_warning (const PanahRendering *self)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      if (((const PanahProblem *) self->problems->pdata[i])->severity == PANAH_SEVERITY_WARNING)
        return TRUE;
    }
  return FALSE;
}
