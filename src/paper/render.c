/* render.c - a case becomes files: documents laid out, checked, and listed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/render.h"

#include "core/error.h"
#include "core/plan-json.h"
#include "paper/compose.h"
#include "paper/pages.h"

#include <string.h>

typedef struct
{
  char          *fact;
  PanahFieldMode mode;
  double         size_pt;
  gsize          bytes_in;
  gsize          bytes_placed;
} PanahRenderedField;

typedef struct
{
  const PanahPlan *plan;
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
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

static void
add_problem (Renderer     *self,
             PanahSeverity severity,
             const char   *fact,
             char         *message)
{
  for (guint i = 0; i < self->out->problems->len; i++)
    {
      const PanahProblem *problem = self->out->problems->pdata[i];
      if (problem->severity == severity && g_strcmp0 (problem->fact, fact) == 0)
        {
          g_free (message);
          return;
        }
    }
  g_ptr_array_add (self->out->problems, panah_problem_new (severity, fact, message));
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

      field->fact = g_strdup (fact->fact);
      field->mode = fact->bytes > 0 ? result->mode : PANAH_FIELD_LINE;
      field->size_pt = result->size_pt;
      field->bytes_in = fact->bytes;
      field->bytes_placed = MIN (left, fact->bytes);
      left -= field->bytes_placed;
      g_ptr_array_add (rendered->fields, field);
    }
}

static void
note_missing_glyph (Renderer               *self,
                    const PanahEntry       *entry,
                    const PanahFieldResult *result)
{
  char character[8] = { 0 };

  g_unichar_to_utf8 (result->missing, character);
  for (guint i = 0; i < entry->facts->len; i++)
    {
      const PanahPrintedFact *fact = entry->facts->pdata[i];
      if (fact->bytes > 0)
        add_problem (self, PANAH_SEVERITY_WARNING, fact->fact,
                     g_strdup_printf ("no font has the character “%s” (U+%04X): the paper has a line to write on: %s",
                                      character, result->missing, entry->label));
    }
}

static void
add_continuation (Renderer         *self,
                  const char       *language,
                  const PanahEntry *entry)
{
  GPtrArray *entries = g_hash_table_lookup (self->continuations, language);

  if (entries == NULL)
    {
      entries = g_ptr_array_new ();
      g_hash_table_insert (self->continuations, g_strdup (language), entries);
    }
  g_ptr_array_add (entries, (gpointer) entry);
}

static void
take_results (Renderer            *self,
              PanahRendered       *rendered,
              const PanahComposed *composed,
              PanahPages          *pages,
              gboolean             is_continuation)
{
  const GPtrArray *results = panah_pages_get_fields (pages);

  for (guint i = 0; i < results->len; i++)
    {
      const PanahFieldResult *result = results->pdata[i];
      const PanahEntry *entry = panah_composed_find_entry (composed, result->fact);

      if (entry == NULL)
        continue;
      add_fields (rendered, entry, result);
      if (result->missing != 0)
        note_missing_glyph (self, entry, result);
      if (result->mode == PANAH_FIELD_CONTINUE && !is_continuation)
        add_continuation (self, rendered->language, entry);
    }
  for (guint i = 0; !is_continuation && i < composed->originals->len; i++)
    add_continuation (self, rendered->language, composed->originals->pdata[i]);
  for (guint i = 0; i < composed->problems->len; i++)
    {
      const PanahProblem *problem = composed->problems->pdata[i];
      add_problem (self, problem->severity, problem->fact, g_strdup (problem->message));
    }
}

static gboolean
is_continuation (const PanahDocumentSpec *spec)
{
  return strcmp (spec->kind, "continuation") == 0;
}

static gboolean
render_document (Renderer                *self,
                 const PanahDocumentSpec *spec,
                 const char              *language,
                 const GPtrArray         *continuations,
                 GError                 **error)
{
  PanahComposed *composed = panah_compose (self->plan, spec, language, continuations);
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
  rendered->file = g_strdup_printf ("%s.%s.pdf", spec->rule.id, language);
  rendered->pdf = g_steal_pointer (&pdf);
  rendered->n_pages = panah_pages_get_n_pages (pages);
  rendered->fields = g_ptr_array_new_with_free_func (field_free);
  g_ptr_array_add (self->out->documents, rendered);
  take_results (self, rendered, composed, pages, is_continuation (spec));
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

/* Languages of one document: those asked for, else the case's, else English or whatever there is. */
static GPtrArray *
choose_languages (const PanahDocumentSpec *spec,
                  const PanahCase         *a_case,
                  const char *const       *wanted)
{
  GPtrArray *languages = g_ptr_array_new ();
  const char *own = spec->for_user ? a_case->language : a_case->official_language;
  const char *match;

  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    {
      match = match_language (spec, wanted[i]);
      if (match != NULL && !g_ptr_array_find (languages, match, NULL))
        g_ptr_array_add (languages, (char *) match);
    }
  if (wanted != NULL && wanted[0] != NULL)
    return languages;

  match = match_language (spec, own);
  if (match == NULL)
    match = match_language (spec, "en");
  g_ptr_array_add (languages, (char *) (match != NULL ? match : spec->languages[0]));
  return languages;
}

static gboolean
render_languages (Renderer                *self,
                  const PanahDocumentSpec *spec,
                  const PanahCase         *a_case,
                  const char *const       *languages,
                  GError                 **error)
{
  g_autoptr (GPtrArray) chosen = choose_languages (spec, a_case, languages);

  for (guint i = 0; i < chosen->len; i++)
    {
      if (!render_document (self, spec, chosen->pdata[i], NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* What will be printed: the plan's documents, or those asked for, whatever their conditions say. */
static GPtrArray *
choose_documents (const PanahPlan   *plan,
                  const char *const *wanted,
                  GError           **error)
{
  g_autoptr (GPtrArray) specs = g_ptr_array_new ();
  const GPtrArray *planned = panah_plan_get_documents (plan);

  if (wanted == NULL || wanted[0] == NULL)
    g_ptr_array_extend (specs, (GPtrArray *) planned, NULL, NULL);
  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    {
      const PanahDocumentSpec *spec = panah_pack_find_document (panah_plan_get_pack (plan), wanted[i]);
      if (spec == NULL)
        {
          g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_CASE, "there is no document “%s”", wanted[i]);
          return NULL;
        }
      if (!g_ptr_array_find (specs, spec, NULL))
        g_ptr_array_add (specs, (gpointer) spec);
    }
  return g_steal_pointer (&specs);
}

/* The continuation sheets come last, in the languages of the papers that go on there. */
static gboolean
render_continuations (Renderer                *self,
                      const PanahDocumentSpec *spec,
                      GError                 **error)
{
  g_autoptr (GList) languages = g_list_sort (g_hash_table_get_keys (self->continuations), (GCompareFunc) strcmp);

  for (GList *l = languages; l != NULL; l = l->next)
    {
      const char *match = match_language (spec, l->data);
      const GPtrArray *entries = g_hash_table_lookup (self->continuations, l->data);
      if (!render_document (self, spec, match != NULL ? match : spec->languages[0], entries, error))
        return FALSE;
    }
  return TRUE;
}

/* A sheet that somebody asked for by name is printed even if nothing goes on there. */
static gboolean
render_all_continuations (Renderer          *self,
                          const PanahCase   *a_case,
                          GPtrArray         *specs,
                          gboolean           asked,
                          const char *const *languages,
                          GError           **error)
{
  guint n;
  const PanahDocumentSpec *const *all = panah_pack_get_documents (panah_plan_get_pack (self->plan), &n);

  for (guint i = 0; i < n; i++)
    {
      if (!is_continuation (all[i]))
        continue;
      if (g_hash_table_size (self->continuations) > 0)
        {
          if (!render_continuations (self, all[i], error))
            return FALSE;
        }
      else if (asked && g_ptr_array_find (specs, all[i], NULL) &&
               !render_languages (self, all[i], a_case, languages, error))
        return FALSE;
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
 * Lays out everything in memory; nothing is written.
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
  g_autoptr (GPtrArray) specs = choose_documents (plan, documents, error);
  g_autoptr (GHashTable) continuations =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) composed = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_composed_free);
  g_autoptr (PanahRendering) out = g_new0 (PanahRendering, 1);
  Renderer self = { plan, out, continuations, composed };
  const GPtrArray *problems = panah_plan_get_problems (plan);

  out->documents = g_ptr_array_new_with_free_func (rendered_free);
  out->problems = g_ptr_array_new_with_free_func (panah_problem_free);
  if (specs == NULL)
    return NULL;

  for (guint i = 0; i < problems->len; i++)
    {
      const PanahProblem *problem = problems->pdata[i];
      g_ptr_array_add (out->problems, panah_problem_new (problem->severity, problem->fact, g_strdup (problem->message)));
    }
  for (guint i = 0; i < specs->len; i++)
    {
      if (!is_continuation (specs->pdata[i]) && !render_languages (&self, specs->pdata[i], a_case, languages, error))
        return NULL;
    }
  if (!render_all_continuations (&self, a_case, specs, documents != NULL && documents[0] != NULL, languages, error))
    return NULL;
  if (out->documents->len == 0)
    {
      g_set_error_literal (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_CASE,
                           "there is nothing to print: the case names no journey, or no document is in that language");
      return NULL;
    }

  return g_steal_pointer (&out);
}

void
panah_rendering_free (PanahRendering *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}

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

static void
add_field_json (JsonBuilder              *builder,
                const PanahRenderedField *field)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "fact");
  json_builder_add_string_value (builder, field->fact);
  json_builder_set_member_name (builder, "mode");
  json_builder_add_string_value (builder, panah_field_mode_to_string (field->mode));
  json_builder_set_member_name (builder, "size_pt");
  json_builder_add_double_value (builder, field->size_pt);
  json_builder_set_member_name (builder, "bytes_in");
  json_builder_add_int_value (builder, field->bytes_in);
  json_builder_set_member_name (builder, "bytes_placed");
  json_builder_add_int_value (builder, field->bytes_placed);
  json_builder_end_object (builder);
}

static void
add_document_json (JsonBuilder         *builder,
                   const PanahRendered *rendered)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, rendered->id);
  json_builder_set_member_name (builder, "language");
  json_builder_add_string_value (builder, rendered->language);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, rendered->file);
  json_builder_set_member_name (builder, "pages");
  json_builder_add_int_value (builder, rendered->n_pages);
  json_builder_set_member_name (builder, "bytes");
  json_builder_add_int_value (builder, g_bytes_get_size (rendered->pdf));
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rendered->fields->len; i++)
    add_field_json (builder, rendered->fields->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * panah_rendering_to_json:
 * @self: what was rendered
 *
 * Returns: (transfer full): the manifest as the tool's contract describes it
 */
char *
panah_rendering_to_json (const PanahRendering *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "documents");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->documents->len; i++)
    add_document_json (builder, self->documents->pdata[i]);
  json_builder_end_array (builder);
  panah_problems_to_json (self->problems, builder);
  json_builder_end_object (builder);

  return panah_json_builder_print (builder);
}
