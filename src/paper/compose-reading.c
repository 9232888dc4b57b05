/* compose-reading.c - a copy of an official paper for the person who signs it, in the language that person reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A copy is made of the same tree as its paper, item by item, so that whoever has both finds each line of one on the
 * other: the paper's own words stand small beside those of the copy. These come from the paper itself where it exists in
 * the reader's language too, else from the translated gloss of the block, else they are that gloss in English. */

#include "paper/compose-private.h"

#include "paper/font-set.h"
#include "paper/words.h"

#include <string.h>

#define SPACE_UNDER_HEADING 6

static const char banner[] = PANAH_PACK_WORDS ("Reading copy: only for you, do not hand it in");
static const char title_pattern[] = PANAH_PACK_WORDS ("Reading copy: %1");
static const char footer_pattern[] = PANAH_PACK_WORDS ("Reading copy. Page %1 of %2");

static gboolean
is_english (const char *language)
{
  return strcmp (language, "en") == 0 || g_str_has_prefix (language, "en-");
}

/* @english: (nullable): words of the pack; where the pack cannot say them in the reader's language they stay English */
PanahText
panah_reading_translate (PanahComposer *self,
                         const char    *english)
{
  const char *translated = panah_pack_translate (self->pack, self->language, english);

  if (english == NULL || is_english (self->language) ||
      (translated != english && panah_composer_knows_placeholders (self, translated) && panah_fonts_find_missing (translated) == 0))
    return (PanahText) { .string = translated, .language = self->language };
  self->reading->in_english = TRUE;
  return (PanahText) { .string = english, .language = "en" };
}

static const char *
take_part (PanahComposer        *self,
           const PanahBlockSpec *block,
           const char           *gloss,
           guint                 index)
{
  g_auto (GStrv) parts = g_strsplit (gloss, PANAH_GLOSS_SEPARATOR, -1);

  if (g_strv_length (parts) != g_strv_length ((char **) block->text_ids))
    return NULL;
  return g_string_chunk_insert_const (self->reading->parts, parts[index]);
}

/* The loader has counted the parts of a gloss, but nobody those of its translation. */
static PanahText
translate_gloss (PanahComposer        *self,
                 const PanahBlockSpec *block,
                 guint                 index)
{
  PanahText text = panah_reading_translate (self, block->gloss);

  if (block->gloss == NULL || !panah_block_spec_has_parts (block))
    return text;
  text.string = take_part (self, block, text.string, index);
  if (text.string != NULL)
    return text;
  self->reading->in_english = TRUE;
  return (PanahText) { .string = take_part (self, block, block->gloss, index), .language = "en" };
}

/* What a block says on a copy; nothing where its gloss has it all in one: captions, suffixes. */
PanahText
panah_reading_get_text (PanahComposer        *self,
                        const PanahBlockSpec *block,
                        const char           *text_id)
{
  const char *own = self->reading->own;
  const char *text = own != NULL ? panah_pack_get_text (self->pack, self->spec->rule.id, own, block->id, text_id) : NULL;
  const PanahFactSpec *list = block->list != NULL ? panah_pack_find_fact (self->pack, block->list) : NULL;
  const PanahFactSpec *item = list != NULL ? panah_fact_spec_find_item (list, text_id) : NULL;

  if (text != NULL)
    return (PanahText) { .string = text, .language = own };
  for (guint i = 0; block->text_ids[i] != NULL; i++)
    {
      if (strcmp (block->text_ids[i], text_id) == 0)
        return translate_gloss (self, block, i);
    }
  return panah_reading_translate (self, item != NULL ? item->label : NULL);
}

/* The words that a line of the paper begins with, all that its table or its signature lines are called. */
static char *
join_words_of_paper (PanahComposer        *paper,
                     const PanahBlockSpec *block)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; block->text_ids[i] != NULL; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? PANAH_GLOSS_SEPARATOR : "",
                            panah_composer_get_word (paper, block, block->text_ids[i]));
  if (strcmp (block->kind, "field") == 0 || strcmp (block->kind, "list-field") == 0)
    {
      const char *caption = panah_composer_get_word (paper, block, "caption");
      g_string_append_printf (words, "%s%s", caption != NULL ? " " : "", caption != NULL ? caption : "");
    }
  return g_string_free (words, FALSE);
}

/* Words of the paper itself, small, on the side where the copy's lines begin. */
void
panah_reading_add_paper_words (PanahComposer *self,
                               PanahBlock    *group,
                               PanahTone      tone,
                               PanahAlign     align,
                               const char    *words)
{
  panah_composer_add_foreign (self, group, tone, align,
                              (PanahText) { .string = words, .language = self->reading->paper->language });
}

/* What has the paper's words under it is not parted from them. */
PanahBlock *
panah_reading_keep_together (PanahBlock           *group,
                             const PanahBlockSpec *block)
{
  gboolean keep = strcmp (block->kind, "item") == 0 || strcmp (block->kind, "signature") == 0;

  return keep ? panah_block_add_group (group, 0, FALSE, TRUE) : group;
}

/* What the paper says in that place: over a line and over running text, under a heading, an item and signature lines. */
void
panah_reading_add_guide (PanahComposer        *self,
                         PanahBlock           *group,
                         const PanahBlockSpec *block,
                         gboolean              over)
{
  static const char *const over_kinds[] = { "paragraph", "field", "list-field", "table", NULL };
  static const char *const under_kinds[] = { "heading", "item", "signature", NULL };

  if (!g_strv_contains (over ? over_kinds : under_kinds, block->kind))
    return;

  gboolean heading = strcmp (block->kind, "heading") == 0, item = strcmp (block->kind, "item") == 0;
  PanahAlign align = panah_composer_get_align (block);
  g_autofree char *words = join_words_of_paper (self->reading->paper, block);
  g_autofree char *filled = panah_composer_fill (self->reading->paper, words, block);
  panah_reading_add_paper_words (self, item ? panah_block_add_group (group, 0.04, FALSE, FALSE) : group,
                                 over || heading ? PANAH_TONE_GUIDE : PANAH_TONE_SMALL,
                                 align, filled);
  if (heading)
    panah_block_add_space (group, SPACE_UNDER_HEADING);
}

/* In the reader's language, and for whoever is about to take it as a paper in the office's. */
static void
add_banner (PanahComposer *self,
            PanahBlock    *body)
{
  PanahBlock *frame = panah_block_add_group (body, 0, TRUE, TRUE);
  const char *const *official = panah_pack_get_official_languages (self->pack);
  PanahText text = panah_reading_translate (self, banner);

  panah_block_add_paragraph (frame, PANAH_TONE_STRONG, PANAH_ALIGN_CENTER, text);
  for (guint i = 0; official[i] != NULL; i++)
    {
      const char *words = panah_pack_translate (self->pack, official[i], banner);
      if (words != banner && strcmp (words, text.string) != 0)
        panah_block_add_paragraph (frame, PANAH_TONE_SMALL, PANAH_ALIGN_CENTER,
                                   (PanahText) { .string = words, .language = official[i] });
    }
}

/* That of the document, if the reader reads it; nothing can be said in one whose letters no font has. */
static const char *
choose_language (const PanahPlan *plan,
                 const char      *language,
                 const char      *own)
{
  g_autofree char *day = panah_words_format_day (language, panah_plan_get_today (plan));

  return own != NULL ? own : panah_fonts_find_missing (day) == 0 ? language : "en";
}

/* A copy without any words in the reader's language runs as the English ones do. */
static const char *
choose_usual_language (const PanahPack *pack,
                       const char      *language,
                       const char      *own)
{
  return own != NULL || is_english (language) || panah_pack_translate (pack, language, banner) != banner ? language : "en";
}

static void
set_title (PanahComposer *self)
{
  const char *own = self->reading->own;
  const char *title =
    own != NULL ? panah_pack_get_text (self->pack, self->spec->rule.id, own, "", "title")
                : panah_reading_translate (self, self->spec->title).string;
  g_autofree char *whole = panah_words_fill (panah_reading_translate (self, title_pattern).string, title, NULL);

  panah_document_set_title (self->out->document, whole);
  panah_composer_set_footer (self, panah_reading_translate (self, footer_pattern).string);
}

/**
 * panah_compose_reading:
 * @plan: the plan, with the facts it was made from
 * @spec: one of its pack's documents in the official languages
 * @language: BCP 47, the reader's
 * @paper_language: the language of the paper that the copy is of
 * @continuations: (nullable) (element-type PanahEntry): what a continuation sheet has to hold
 *
 * Returns: (transfer full): the copy, and what has to be known about it
 */
PanahComposed *
panah_compose_reading (const PanahPlan         *plan,
                       const PanahDocumentSpec *spec,
                       const char              *language,
                       const char              *paper_language,
                       const GPtrArray         *continuations)
{
  PanahComposer paper = { .continuations = continuations, .problems = panah_plan_get_problems (plan) };
  PanahReading reading = { &paper, panah_document_spec_match_language (spec, language), g_string_chunk_new (256), FALSE };
  PanahComposer self = { .continuations = continuations, .problems = paper.problems, .reading = &reading };
  const char *said = choose_language (plan, language, reading.own);

  panah_composer_begin (&paper, plan, spec, paper_language, paper_language);
  panah_composer_begin (&self, plan, spec, said,
                        choose_usual_language (panah_plan_get_pack (plan), said, reading.own));
  self.official_index = paper.official_index;
  set_title (&self);

  PanahBlock *body = panah_document_get_body (self.out->document);
  add_banner (&self, body);
  panah_compose_blocks (&self, body, spec->blocks, spec->n_blocks);
  if (reading.in_english || (reading.own == NULL && strcmp (said, language) != 0))
    panah_composer_add_problem (&self, PANAH_SEVERITY_NOTE, NULL,
                                "“%1”: on the reading copy, what is not translated into the language “%2” is in English",
                                spec->title, language, NULL);

  panah_composed_free (paper.out);
  g_string_chunk_free (reading.parts);
  return self.out;
}
