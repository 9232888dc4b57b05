/* render.c - a case becomes files: documents laid out, checked, and listed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/render-private.h"

#include "core/error.h"

#include <string.h>

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
void
panah_renderer_take_problem (PanahRenderer *self,
                             PanahProblem  *problem)
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
add_continuation (PanahRenderer       *self,
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
  entry->document = panah_pack_find_document (pack, rendered->id);
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

void
panah_renderer_take_results (PanahRenderer       *self,
                             PanahRendered       *rendered,
                             const PanahComposed *composed,
                             gboolean             may_go_on)
{
  const GPtrArray *results = panah_pages_get_fields (rendered->pages);

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
is_warned_of (PanahRenderer *self,
              const char    *fact)
{
  for (guint i = 0; fact != NULL && i < self->out->problems->len; i++)
    {
      const PanahProblem *problem = self->out->problems->pdata[i];
      if (problem->severity == PANAH_SEVERITY_WARNING && g_strcmp0 (problem->fact, fact) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What is left blank on something that nobody hands in is nobody's problem, and what has been said of an answer on the
 * papers need not be said again. */
void
panah_renderer_take_problems (PanahRenderer       *self,
                              const PanahComposed *composed,
                              gboolean             handed_in)
{
  for (guint i = 0; i < composed->problems->len; i++)
    {
      const PanahProblem *problem = composed->problems->pdata[i];
      if (handed_in || (problem->severity != PANAH_SEVERITY_MISSING && !is_warned_of (self, problem->fact)))
        panah_renderer_take_problem (self, panah_problem_copy (problem));
    }
}

static gboolean
is_continuation (const PanahDocumentSpec *spec)
{
  return strcmp (spec->kind, "continuation") == 0;
}

/*
 * panah_renderer_lay_out:
 * @composed: (transfer full): what to print
 *
 * Returns: (transfer none) (nullable): the file, which is now the last of the rendering
 */
PanahRendered *
panah_renderer_lay_out (PanahRenderer           *self,
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
      return NULL;
    }

  PanahRendered *rendered = g_new0 (PanahRendered, 1);
  rendered->id = spec->rule.id;
  rendered->language = g_strdup (language);
  rendered->handed_in = is_handed_in (spec);
  rendered->document = panah_document_ref (composed->document);
  rendered->file = g_strdup_printf ("%s.%s.pdf", spec->rule.id, language);
  rendered->pdf = g_steal_pointer (&pdf);
  rendered->n_pages = panah_pages_get_n_pages (pages);
  rendered->pages = g_steal_pointer (&pages);
  rendered->fields = g_ptr_array_new_with_free_func (field_free);
  g_ptr_array_add (self->out->documents, rendered);
  return rendered;
}

/* @continuations: (nullable): what goes on there */
static gboolean
render_paper (PanahRenderer           *self,
              const PanahDocumentSpec *spec,
              const char              *language,
              const GPtrArray         *continuations,
              GError                 **error)
{
  PanahHandedIn paper = { spec, language, continuations };
  PanahComposed *composed = panah_compose (self->plan, spec, language, continuations);
  PanahRendered *rendered = panah_renderer_lay_out (self, spec, language, composed, error);

  if (rendered == NULL)
    return FALSE;
  g_array_append_val (self->handed_in, paper);
  panah_renderer_take_results (self, rendered, composed, goes_on (spec));
  panah_renderer_take_problems (self, composed, strcmp (spec->kind, "sheet") != 0);
  return TRUE;
}

/* The papers that are handed in, before everything that speaks of them. */
static gboolean
render_papers (PanahRenderer   *self,
               const GPtrArray *specs,
               GError         **error)
{
  for (guint i = 0; i < specs->len; i++)
    {
      const PanahDocumentSpec *spec = specs->pdata[i];
      if (spec->for_user || is_continuation (spec))
        continue;
      g_autoptr (GPtrArray) languages = panah_renderer_choose_languages (self, spec);
      for (guint j = 0; j < languages->len; j++)
        {
          if (!render_paper (self, spec, languages->pdata[j], NULL, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* A continuation sheet in each language of the papers that go on there. One that somebody asked for by name is printed
 * even if nothing goes on there. */
static gboolean
render_continuations (PanahRenderer           *self,
                      const PanahDocumentSpec *spec,
                      gboolean                 asked,
                      GError                 **error)
{
  g_autoptr (GList) languages = g_list_sort (g_hash_table_get_keys (self->continuations), (GCompareFunc) strcmp);
  g_autoptr (GPtrArray) empty = asked && languages == NULL ? panah_renderer_choose_languages (self, spec) : NULL;

  for (GList *l = languages; l != NULL; l = l->next)
    {
      const char *match = panah_document_spec_match_language (spec, l->data);
      if (!render_paper (self, spec, match != NULL ? match : spec->languages[0],
                         g_hash_table_lookup (self->continuations, l->data), error))
        return FALSE;
    }
  for (guint i = 0; empty != NULL && i < empty->len; i++)
    {
      if (!render_paper (self, spec, empty->pdata[i], NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
render_all_continuations (PanahRenderer *self,
                          GPtrArray     *specs,
                          gboolean       asked,
                          GError       **error)
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
collect_papers (PanahRenderer *self)
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
      const char *match = panah_document_spec_match_language (spec, self->a_case->official_language);
      if (!spec->for_user && !is_continuation (spec))
        add_paper (papers, spec, match != NULL ? match : spec->languages[0]);
    }
  return papers;
}

/* The reader's sheets come last: they say what was printed. */
static gboolean
render_sheets (PanahRenderer   *self,
               const GPtrArray *specs,
               GError         **error)
{
  g_autoptr (GPtrArray) papers = collect_papers (self);

  for (guint i = 0; i < specs->len; i++)
    {
      const PanahDocumentSpec *spec = specs->pdata[i];
      if (!spec->for_user || is_continuation (spec))
        continue;
      g_autoptr (GPtrArray) languages = panah_renderer_choose_languages (self, spec);
      for (guint j = 0; j < languages->len; j++)
        {
          PanahComposed *composed =
            panah_compose_sheet (self->plan, spec, languages->pdata[j], papers, self->out->problems);
          PanahRendered *rendered = panah_renderer_lay_out (self, spec, languages->pdata[j], composed, error);
          if (rendered == NULL)
            return FALSE;
          panah_renderer_take_results (self, rendered, composed, FALSE);
          panah_renderer_take_problems (self, composed, FALSE);
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
 * then the sheets for the reader, which speak of the others, in any language that the pack speaks, then copies for the
 * reader: of the plan's papers if no document is named and the reader reads none of the official languages; of those
 * named if `reading-copy` is named with them; of the plan's papers and nothing else if it is named alone.
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
  g_autoptr (GArray) handed_in = g_array_new (FALSE, FALSE, sizeof (PanahHandedIn));
  PanahRenderer self = { plan, a_case, languages, PANAH_COPIES_USUAL, out, continuations, composed, handed_in };
  const GPtrArray *problems = panah_plan_get_problems (plan);

  out->documents = g_ptr_array_new_with_free_func (rendered_free);
  out->problems = g_ptr_array_new_with_free_func (panah_problem_free);
  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (out->problems, panah_problem_copy (problems->pdata[i]));

  g_autoptr (GPtrArray) specs = panah_renderer_choose_documents (&self, documents, error);
  gboolean named = documents != NULL && documents[0] != NULL && self.copies != PANAH_COPIES_ONLY;
  if (specs == NULL || !render_papers (&self, specs, error) || !render_all_continuations (&self, specs, named, error))
    return NULL;
  if (self.copies == PANAH_COPIES_ONLY)
    g_ptr_array_set_size (out->documents, 0);
  else if (!render_sheets (&self, specs, error))
    return NULL;
  if (!panah_renderer_add_copies (&self, error))
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
