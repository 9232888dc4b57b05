/* compose.c - a skeleton, a plan and its facts become a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/compose-private.h"

#include "paper/words.h"

#include <string.h>

PanahProblem *
panah_problem_new (PanahSeverity severity,
                   const char   *fact,
                   char         *message)
{
  PanahProblem *self = g_new0 (PanahProblem, 1);

  self->severity = severity;
  self->fact = g_strdup (fact);
  self->message = message;
  return self;
}

void
panah_problem_free (gpointer data)
{
  PanahProblem *self = data;

  g_free (self->fact);
  g_free (self->message);
  g_free (self);
}

static void
printed_fact_free (gpointer data)
{
  PanahPrintedFact *self = data;

  g_free (self->fact);
  g_free (self);
}

static void
entry_free (gpointer data)
{
  PanahEntry *self = data;

  g_free (self->key);
  g_free (self->number);
  g_free (self->label);
  g_free (self->text);
  g_free (self->language);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

PanahEntry *
panah_entry_new (const char *key,
                 const char *number,
                 const char *label,
                 const char *language)
{
  PanahEntry *self = g_new0 (PanahEntry, 1);

  self->key = g_strdup (key);
  self->number = g_strdup (number);
  self->label = g_strdup (label);
  self->language = g_strdup (language);
  self->facts = g_ptr_array_new_with_free_func (printed_fact_free);
  return self;
}

void
panah_entry_add_fact (PanahEntry *self,
                      const char *fact,
                      gsize       bytes)
{
  PanahPrintedFact *printed = g_new0 (PanahPrintedFact, 1);

  printed->fact = g_strdup (fact);
  printed->bytes = bytes;
  self->bytes += bytes;
  g_ptr_array_add (self->facts, printed);
}

const char *
panah_composer_get_word (PanahComposer        *self,
                         const PanahBlockSpec *block,
                         const char           *text_id)
{
  return panah_pack_get_text (self->pack, self->spec->rule.id, self->language, block->id, text_id);
}

/* Words of our own in the language of the paper. */
PanahText
panah_composer_text (PanahComposer *self,
                     const char    *string)
{
  return (PanahText) { .string = string, .language = self->language };
}

const char *
panah_composer_translate (PanahComposer *self,
                          const char    *english)
{
  return panah_pack_translate (self->pack, self->language, english);
}

static void
add_problem (PanahComposer *self,
             PanahSeverity  severity,
             const char    *fact,
             char          *message)
{
  g_ptr_array_add (self->out->problems, panah_problem_new (severity, fact, message));
}

/* What was told in another language, for the continuation sheet. */
static void
add_original (PanahComposer        *self,
              const PanahValue     *value,
              const char           *path,
              const PanahBlockSpec *block)
{
  const char *said = panah_value_get_said (value), *language = panah_value_get_said_language (value);
  const char *label = panah_composer_get_word (self, block, "label");

  if (said == NULL)
    return;

  guint removed;
  g_autofree char *clean = panah_text_clean (said, -1, &removed);
  PanahEntry *entry = panah_entry_new (path, block->number, label != NULL ? label : "", language != NULL ? language : "und");
  panah_entry_add_fact (entry, path, strlen (clean));
  entry->text = panah_text_isolate (clean, PANAH_ISOLATE_FIRST_STRONG);
  g_ptr_array_add (self->out->originals, entry);
}

/*
 * panah_composer_print:
 * @path: path of the fact
 * @block: (nullable): where it is printed; %NULL if nobody is to be told about what is left blank
 *
 * Prints an answer and notes what the person should know about it.
 */
void
panah_composer_print (PanahComposer        *self,
                      const PanahFactSpec  *spec,
                      const PanahValue     *value,
                      const char           *path,
                      const PanahBlockSpec *block,
                      PanahPrinted         *out)
{
  panah_printed_init (out, spec, value, self->language, self->official_index);

  if (out->removed > 0)
    add_problem (self, PANAH_SEVERITY_WARNING, path,
                 g_strdup_printf ("%u character%s that cannot be printed %s left out", out->removed,
                                  out->removed == 1 ? "" : "s", out->removed == 1 ? "was" : "were"));
  if (block == NULL)
    return;
  if (out->kind == PANAH_PRINTED_BLANK)
    add_problem (self, PANAH_SEVERITY_MISSING, path,
                 g_strdup_printf ("not answered: the paper has a line to write on: %s", spec->label));
  if (out->kind == PANAH_PRINTED_UNTRANSLATED)
    {
      add_problem (self, PANAH_SEVERITY_MISSING, path,
                   g_strdup_printf ("there are no words for it in the language of the paper (%s): the paper has lines to write on: %s",
                                    self->language, spec->label));
      add_original (self, value, path, block);
    }
}

static char *
print_placeholder (PanahComposer *self,
                   const char    *name)
{
  if (strcmp (name, "today") == 0)
    return panah_words_format_day (self->language, panah_plan_get_today (self->plan));
  if (strcmp (name, "filing") == 0)
    return panah_words_format_day (self->language, panah_plan_get_filing_day (self->plan));

  g_auto (PanahPrinted) printed = { 0 };
  panah_composer_print (self, panah_pack_find_fact (self->pack, name), panah_facts_get (self->facts, name), name, NULL,
                        &printed);
  return *printed.text != '\0' ? g_steal_pointer (&printed.text) : g_strdup ("____________________");
}

/* Words with every {placeholder} filled in; the loader has checked that each names something. */
static char *
fill_placeholders (PanahComposer *self,
                   const char    *text)
{
  GString *out = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *open = strchr (text, '{'), *close = open != NULL ? strchr (open, '}') : NULL;
      if (close == NULL)
        break;
      g_autofree char *name = g_strndup (open + 1, close - open - 1);
      g_autofree char *value = print_placeholder (self, name);
      g_string_append_len (out, text, open - text);
      g_string_append (out, value);
      text = close + 1;
    }
  g_string_append (out, text);
  return g_string_free (out, FALSE);
}

static PanahAlign
get_align (const PanahBlockSpec *block)
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

static void compose_blocks (PanahComposer               *self,
                            PanahBlock                  *group,
                            const PanahBlockSpec *const *blocks,
                            guint                        n_blocks);

static void
compose_words (PanahComposer        *self,
               PanahBlock           *group,
               const PanahBlockSpec *block)
{
  g_autofree char *filled = fill_placeholders (self, panah_composer_get_word (self, block, ""));
  PanahText text = panah_composer_text (self, filled);

  if (strcmp (block->kind, "heading") == 0)
    panah_block_add_heading (group, block->level, get_align (block), text);
  else if (strcmp (block->kind, "item") == 0)
    panah_block_add_item (group, get_mark (block), text);
  else
    panah_block_add_paragraph (group, get_tone (block), get_align (block), text);
}

static void
compose_block (PanahComposer        *self,
               PanahBlock           *group,
               const PanahBlockSpec *block)
{
  if (strcmp (block->kind, "group") == 0)
    compose_blocks (self, panah_block_add_group (group, block->inset / 100.0, block->framed, block->keep),
                    block->blocks, block->n_blocks);
  else if (strcmp (block->kind, "space") == 0)
    panah_block_add_space (group, block->points);
  else if (strcmp (block->kind, "rule") == 0)
    panah_block_add_rule (group);
  else if (strcmp (block->kind, "field") == 0 || strcmp (block->kind, "list-field") == 0)
    panah_compose_field (self, group, block);
  else if (strcmp (block->kind, "table") == 0)
    panah_compose_table (self, group, block);
  else if (strcmp (block->kind, "signature") == 0)
    panah_compose_signature (self, group, block);
  else if (!panah_compose_plan_block (self, group, block))
    compose_words (self, group, block);
}

static void
compose_blocks (PanahComposer               *self,
                PanahBlock                  *group,
                const PanahBlockSpec *const *blocks,
                guint                        n_blocks)
{
  PanahConditionScope scope;

  panah_plan_init_scope (self->plan, &scope);
  for (guint i = 0; i < n_blocks; i++)
    {
      if (panah_condition_evaluate (blocks[i]->when, &scope) == PANAH_TRUTH_TRUE)
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
  PanahComposed *out = g_new0 (PanahComposed, 1);
  PanahPack *pack = panah_plan_get_pack (plan);
  PanahComposer self = {
    .plan = plan,
    .pack = pack,
    .facts = panah_plan_get_facts (plan),
    .spec = spec,
    .language = language,
    .official_index = find_official_index (pack, spec, language),
    .continuations = continuations,
    .out = out,
  };

  out->document = panah_document_new (spec->rule.id, language);
  out->entries = g_ptr_array_new_with_free_func (entry_free);
  out->originals = g_ptr_array_new_with_free_func (entry_free);
  out->problems = g_ptr_array_new_with_free_func (panah_problem_free);
  panah_document_set_title (out->document, panah_pack_get_text (pack, spec->rule.id, language, "", "title"));
  panah_document_set_footer (out->document, panah_pack_get_text (pack, spec->rule.id, language, "", "footer"));
  compose_blocks (&self, panah_document_get_body (out->document), spec->blocks, spec->n_blocks);

  return out;
}

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

/* Returns: (nullable): the answer that the layout calls @key */
const PanahEntry *
panah_composed_find_entry (const PanahComposed *self,
                           const char          *key)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const PanahEntry *entry = self->entries->pdata[i];
      if (strcmp (entry->key, key) == 0)
        return entry;
    }
  return NULL;
}
