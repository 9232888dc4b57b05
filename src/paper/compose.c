/* compose.c - a skeleton, a plan and its facts become a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/compose-private.h"

#include "core/placeholder.h"
#include "paper/sheet-words.h"
#include "paper/words.h"

#include <string.h>

#define LONGEST_IN_FOOTER 60
#define POP_DIRECTIONAL_ISOLATE "\xE2\x81\xA9"

/* What a block says, and in which language: on a copy, where there is nothing else, in English. */
PanahText
panah_composer_get_text (PanahComposer        *self,
                         const PanahBlockSpec *block,
                         const char           *text_id)
{
  if (self->reading != NULL)
    return panah_reading_get_text (self, block, text_id);
  if (self->draft != NULL)
    return panah_draft_get_text (self, block->id, text_id);
  return panah_composer_text (self, panah_pack_get_text (self->pack, self->spec->rule.id, self->language, block->id, text_id));
}

const char *
panah_composer_get_word (PanahComposer        *self,
                         const PanahBlockSpec *block,
                         const char           *text_id)
{
  return panah_composer_get_text (self, block, text_id).string;
}

/* Words of our own in the language of the paper. */
PanahText
panah_composer_text (PanahComposer *self,
                     const char    *string)
{
  return (PanahText) { .string = string, .language = self->usual };
}

const char *
panah_composer_translate (PanahComposer *self,
                          const char    *english)
{
  if (self->draft != NULL)
    return panah_draft_translate (self, english);
  return panah_pack_translate (self->pack, self->language, english);
}

/* Nobody has checked which placeholders a translation names. */
gboolean
panah_composer_knows_placeholders (PanahComposer *self,
                                   const char    *text)
{
  static const char *const days[] = { "today", "filing", "edition", NULL };
  const char *end;

  for (const char *start = panah_placeholder_find (text, &end); end != NULL; start = panah_placeholder_find (end, &end))
    {
      g_auto (PanahPlaceholder) placeholder = { 0 };
      panah_placeholder_parse (&placeholder, start, end);
      if (panah_pack_find_fact (self->pack, placeholder.name) == NULL &&
          (placeholder.otherwise != NULL || !g_strv_contains (days, placeholder.name)))
        return FALSE;
    }
  return TRUE;
}

static char *
print_edition (PanahComposer *self)
{
  const char *edition = panah_pack_get_edition (self->pack);
  guint32 day;

  return panah_day_parse (edition, &day) ? panah_words_format_date (self->language, day) : g_strdup (edition);
}

/* @block: (nullable): where it is printed; %NULL if nobody is to be told about what is left blank */
static char *
print_placeholder (PanahComposer          *self,
                   const PanahPlaceholder *placeholder,
                   const PanahBlockSpec   *block)
{
  const char *name = placeholder->name;
  const PanahValue *value = panah_facts_get (self->facts, name);

  if (strcmp (name, "today") == 0 && self->spec->for_user)
    return panah_sheet_words_format_day (self->language, panah_plan_get_today (self->plan));
  if (strcmp (name, "today") == 0)
    return panah_words_format_day (self->language, panah_plan_get_today (self->plan));
  if (strcmp (name, "filing") == 0)
    return panah_words_format_day (self->language, panah_plan_get_filing_day (self->plan));
  if (strcmp (name, "edition") == 0)
    return print_edition (self);
  if (placeholder->otherwise != NULL)
    return g_strdup (panah_placeholder_choose (placeholder, panah_value_is_given (value) ? panah_value_get_codes (value)[0]
                                                                                         : NULL));

  g_auto (PanahPrinted) printed = { 0 };
  panah_composer_print (self, panah_pack_find_fact (self->pack, name), value, name, block, &printed);
  return *printed.text != '\0' ? g_steal_pointer (&printed.text) : g_strdup ("____________________");
}

/* In a footer there is room for the beginning of a value, and %1 is the page. */
static char *
shorten_for_footer (const char *value)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *start = NULL;

  if (g_utf8_strlen (value, -1) > LONGEST_IN_FOOTER)
    {
      g_autofree char *cut = g_utf8_substring (value, 0, LONGEST_IN_FOOTER);
      start = g_strconcat (cut, "…", POP_DIRECTIONAL_ISOLATE, NULL);
    }
  parts = g_strsplit (start != NULL ? start : value, "%", -1);
  return g_strjoinv ("%%", parts);
}

/* Words with every {placeholder} filled in; the loader has checked that each names something.
 * @block: (nullable): where they stand; %NULL for the footer */
char *
panah_composer_fill (PanahComposer        *self,
                     const char           *text,
                     const PanahBlockSpec *block)
{
  GString *out = g_string_new (NULL);
  const char *end;

  for (const char *start = panah_placeholder_find (text, &end); end != NULL; start = panah_placeholder_find (text, &end))
    {
      g_auto (PanahPlaceholder) placeholder = { 0 };
      panah_placeholder_parse (&placeholder, start, end);
      g_autofree char *value = print_placeholder (self, &placeholder, block);
      g_autofree char *short_value = block == NULL ? shorten_for_footer (value) : NULL;
      g_string_append_len (out, text, start - text);
      g_string_append (out, short_value != NULL ? short_value : value);
      text = end + 1;
    }
  g_string_append (out, text);
  return g_string_free (out, FALSE);
}

PanahAlign
panah_composer_get_align (const PanahBlockSpec *block)
{
  static const char *const names[] = { "start", "center", "end", "justify" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (block->align, names[i]) == 0)
        return i;
    }
  return PANAH_ALIGN_START;
}

static PanahTone
get_tone (const PanahBlockSpec *block)
{
  static const char *const names[] = { "body", "strong", "small", "large" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (block->tone, names[i]) == 0)
        return i;
    }
  return PANAH_TONE_BODY;
}

static PanahMark
get_mark (const PanahBlockSpec *block)
{
  return g_strcmp0 (block->mark, "box") == 0      ? PANAH_MARK_BOX
         : g_strcmp0 (block->mark, "ticked") == 0 ? PANAH_MARK_BOX_TICKED
                                                  : PANAH_MARK_BULLET;
}

static void
compose_words (PanahComposer        *self,
               PanahBlock           *group,
               const PanahBlockSpec *block)
{
  PanahText text = panah_composer_get_text (self, block, "");
  g_autofree char *filled = panah_composer_fill (self, text.string, block);

  text.string = filled;

  if (strcmp (block->kind, "heading") == 0)
    panah_block_add_heading (group, block->level, panah_composer_get_align (block), text);
  else if (strcmp (block->kind, "item") == 0)
    panah_block_add_item (group, get_mark (block), text);
  else
    panah_block_add_paragraph (group, get_tone (block), panah_composer_get_align (block), text);
}

/* Words and answers; on a copy with those of the paper beside them. */
void
panah_compose_content (PanahComposer        *self,
                       PanahBlock           *group,
                       const PanahBlockSpec *block)
{
  if (self->reading != NULL && panah_reading_compose_list (self, group, block))
    return;
  if (self->reading != NULL)
    {
      group = panah_reading_keep_together (group, block);
      panah_reading_add_guide (self, group, block, TRUE);
    }

  if (strcmp (block->kind, "field") == 0 || strcmp (block->kind, "list-field") == 0)
    panah_compose_field (self, group, block);
  else if (strcmp (block->kind, "table") == 0)
    panah_compose_table (self, group, block);
  else if (strcmp (block->kind, "signature") == 0)
    panah_compose_signature (self, group, block);
  else if (!panah_compose_plan_block (self, group, block))
    compose_words (self, group, block);

  if (self->reading != NULL)
    panah_reading_add_guide (self, group, block, FALSE);
}

static void
compose_block (PanahComposer        *self,
               PanahBlock           *group,
               const PanahBlockSpec *block)
{
  if (strcmp (block->kind, "group") == 0)
    panah_compose_blocks (self, panah_block_add_group (group, block->inset / 100.0, block->framed, block->keep),
                          block->blocks, block->n_blocks);
  else if (strcmp (block->kind, "space") == 0)
    panah_block_add_space (group, block->points);
  else if (strcmp (block->kind, "rule") == 0)
    panah_block_add_rule (group);
  else if (self->draft != NULL)
    panah_draft_compose_twice (self, group, block);
  else
    panah_compose_content (self, group, block);
}

/* Words on a continuation sheet about what goes on there, or about what was told in another language, stand there only
 * with such answers. */
static gboolean
is_about_what_goes_on (PanahComposer        *self,
                       const PanahBlockSpec *block)
{
  for (guint i = 0; self->continuations != NULL && i < self->continuations->len; i++)
    {
      const PanahEntry *entry = self->continuations->pdata[i];
      if (entry->original ? block->originals : block->continued)
        return TRUE;
    }
  return !block->originals && !block->continued;
}

void
panah_compose_blocks (PanahComposer               *self,
                      PanahBlock                  *group,
                      const PanahBlockSpec *const *blocks,
                      guint                        n_blocks)
{
  PanahConditionScope scope;

  panah_plan_init_scope (self->plan, &scope);
  for (guint i = 0; i < n_blocks; i++)
    {
      if (is_about_what_goes_on (self, blocks[i]) &&
          panah_condition_evaluate (blocks[i]->when, &scope) == PANAH_TRUTH_TRUE)
        compose_block (self, group, blocks[i]);
    }
}

static guint
find_official_index (PanahPack               *pack,
                     const PanahDocumentSpec *spec,
                     const char              *language)
{
  const char *const *official = panah_pack_get_official_languages (pack);

  for (guint i = 0; !spec->for_user && official[i] != NULL; i++)
    {
      if (strcmp (official[i], language) == 0)
        return i;
    }
  return G_MAXUINT;
}

void
panah_composer_begin (PanahComposer           *self,
                      const PanahPlan         *plan,
                      const PanahDocumentSpec *spec,
                      const char              *language,
                      const char              *usual)
{
  PanahComposed *out = g_new0 (PanahComposed, 1);
  PanahPack *pack = panah_plan_get_pack (plan);

  out->document = panah_document_new (spec->rule.id, usual);
  out->entries = g_ptr_array_new_with_free_func (panah_entry_free);
  out->originals = g_ptr_array_new_with_free_func (panah_entry_free);
  out->problems = g_ptr_array_new_with_free_func (panah_problem_free);
  self->plan = plan;
  self->pack = pack;
  self->facts = panah_plan_get_facts (plan);
  self->spec = spec;
  self->language = language;
  self->usual = usual;
  self->official_index = find_official_index (pack, spec, language);
  self->out = out;
}

/* Outside of the form's own words, where an office has its page numbers, and before what a pack wants to stand there: the
 * words are ours, so that no pack can change them. */
void
panah_composer_set_footer (PanahComposer *self,
                           const char    *words)
{
  const char *notice = panah_words_get (self->usual)->unverified;
  g_autofree char *both = g_strconcat (notice, "\n", words, NULL);

  panah_document_set_footer (self->out->document, panah_pack_is_unverified (self->pack) ? both : words);
}

/* The document's own title and footer */
static const char *
get_frame_text (PanahComposer *self,
                const char    *text_id)
{
  return self->draft != NULL ? panah_draft_get_text (self, "", text_id).string
                             : panah_pack_get_text (self->pack, self->spec->rule.id, self->language, "", text_id);
}

static PanahComposed *
compose (PanahComposer           *self,
         const PanahPlan         *plan,
         const PanahDocumentSpec *spec,
         const char              *language)
{
  panah_composer_begin (self, plan, spec, language, language);

  PanahDocument *document = self->out->document;
  g_autofree char *footer = panah_composer_fill (self, get_frame_text (self, "footer"), NULL);
  panah_document_set_title (document, get_frame_text (self, "title"));
  panah_composer_set_footer (self, footer);
  if (self->draft != NULL)
    panah_draft_add_banner (self, panah_document_get_body (document));
  panah_compose_blocks (self, panah_document_get_body (document), spec->blocks, spec->n_blocks);
  return self->out;
}

/**
 * panah_compose:
 * @plan: the plan, with the facts it was made from
 * @spec: one of its pack's documents
 * @language: one of the document's languages
 * @continuations: (nullable) (element-type PanahEntry): what a continuation sheet has to hold
 *
 * Returns: (transfer full): the document, and what has to be known about it
 */
PanahComposed *
panah_compose (const PanahPlan         *plan,
               const PanahDocumentSpec *spec,
               const char              *language,
               const GPtrArray         *continuations)
{
  PanahComposer self = { .continuations = continuations, .problems = panah_plan_get_problems (plan) };

  return compose (&self, plan, spec, language);
}

/**
 * panah_compose_sheet:
 * @plan: the plan, with the facts it was made from
 * @spec: one of its pack's sheets for the reader
 * @language: what [func@Panah.pack_match_language] returns for the reader
 * @papers: (element-type PanahSignedPaper): what was printed to be handed in
 * @problems: (element-type PanahProblem): what is known to be wrong with the case and with those papers
 *
 * In a language in which nobody has written the sheet, but into which the pack translates it, each sentence has the same
 * in another language under it.
 *
 * Returns: (transfer full): the sheet, and what has to be known about it
 */
PanahComposed *
panah_compose_sheet (const PanahPlan         *plan,
                     const PanahDocumentSpec *spec,
                     const char              *language,
                     const GPtrArray         *papers,
                     const GPtrArray         *problems)
{
  PanahComposer self = { .papers = papers, .problems = problems }, beside = self;
  PanahDraft draft = { .beside = &beside };
  const char *companion = panah_draft_find_companion (spec, language);

  if (companion == NULL)
    return compose (&self, plan, spec, language);

  panah_composer_begin (&beside, plan, spec, companion, companion);
  self.draft = &draft;
  PanahComposed *composed = compose (&self, plan, spec, language);
  if (draft.lacks)
    panah_composer_add_problem (&self, PANAH_SEVERITY_NOTE, NULL,
                                "“%1”: what is not translated into the language “%2” is in the language “%3”", spec->title,
                                language, companion, NULL);
  panah_composed_free (beside.out);
  return composed;
}

/**
 * panah_composed_free:
 * @self: (nullable): what was composed
 */
void
panah_composed_free (PanahComposed *self)
{
  if (self == NULL)
    return;

  panah_document_unref (self->document);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->originals);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * panah_composed_find_entry:
 * @self: what was composed
 * @key: what the layout calls a text
 *
 * Returns: (transfer none) (nullable): the answers in it
 */
PanahEntry *
panah_composed_find_entry (const PanahComposed *self,
                           const char          *key)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      PanahEntry *entry = self->entries->pdata[i];
      if (strcmp (entry->key, key) == 0)
        return entry;
    }
  return NULL;
}
