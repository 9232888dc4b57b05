/* compose-draft.c - a sheet for its reader in a language into which only the pack's catalogue puts it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* No native reader has signed such a translation, and on a sheet nearly every sentence carries a date, a duty or a
 * right. So each block is composed twice, in the reader's language and in one in which the sheet was written, and the
 * words of the second stand small under those of the first: as the window does it. */

#include "paper/compose-private.h"

#include "core/companion.h"
#include "core/placeholder.h"
#include "paper/document-private.h"
#include "paper/font-set.h"
#include "paper/sheet-words.h"

#include <string.h>

#define WRITTEN_IN "en" /* what catalogues are translated from */
#define UNDER_ITEM 0.04 /* right of the mark */

/**
 * panah_draft_find_companion:
 * @spec: a sheet for its reader
 * @language: BCP 47
 *
 * Returns: (nullable): in which of its languages the words of @spec stand under those in @language; %NULL if the sheet
 *   was written in @language
 */
const char *
panah_draft_find_companion (const PanahDocumentSpec *spec,
                            const char              *language)
{
  if (!spec->for_user || panah_document_spec_match_language (spec, language) != NULL)
    return NULL;

  const char *companion = panah_companion_find (language);
  const char *match = companion != NULL ? panah_document_spec_match_language (spec, companion) : NULL;
  return match != NULL ? match : panah_document_spec_match_language (spec, WRITTEN_IN);
}

static gboolean
has_same_gaps (const char *one,
               const char *other)
{
  static const char *const gaps[] = { "%1", "%2" };

  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      if ((strstr (one, gaps[i]) != NULL) != (strstr (other, gaps[i]) != NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_words (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

/* Nobody has checked what a translation leaves out. */
static gboolean
can_stand_for (PanahComposer *self,
               const char    *translated,
               const char    *english)
{
  if (!has_words (english))
    return TRUE;
  return translated != english && has_same_gaps (translated, english) &&
         panah_composer_knows_placeholders (self, translated) && panah_fonts_find_missing (translated) == 0;
}

/* @block: id of a block; "" for the title and the footer. What is not translated is said in the companion's words. */
PanahText
panah_draft_get_text (PanahComposer *self,
                      const char    *block,
                      const char    *text_id)
{
  const char *document = self->spec->rule.id, *companion = self->draft->beside->language;
  const char *english = panah_pack_get_text (self->pack, document, WRITTEN_IN, block, text_id);
  const char *translated = panah_pack_translate (self->pack, self->language, english);

  if (english == NULL || can_stand_for (self, translated, english))
    return (PanahText) { .string = translated, .language = self->usual };

  const char *words = panah_pack_get_text (self->pack, document, companion, block, text_id);
  self->draft->lacks = TRUE;
  return words != NULL ? (PanahText) { .string = words, .language = companion }
                       : (PanahText) { .string = english, .language = WRITTEN_IN };
}

/* @english: (nullable): words of the pack */
const char *
panah_draft_translate (PanahComposer *self,
                       const char    *english)
{
  const char *translated = panah_pack_translate (self->pack, self->language, english);

  if (english == NULL || can_stand_for (self, translated, english))
    return translated;
  self->draft->lacks = TRUE;
  return panah_composer_translate (self->draft->beside, english);
}

/* What lies nowhere yet. */
static PanahBlock *
new_loose_group (PanahBlock *group)
{
  PanahBlock *loose = panah_block_add_group (group, 0, FALSE, FALSE);

  g_ptr_array_remove_index (group->children, group->children->len - 1);
  return loose;
}

static void
add_beside (PanahComposer    *self,
            PanahBlock       *group,
            const PanahBlock *words)
{
  panah_composer_add_foreign (self, group, PANAH_TONE_BESIDE, words->align, words->text);
}

/* Words that are the same in both languages, names and addresses, stand there once. */
static void
pair_words (PanahComposer    *self,
            PanahBlock       *group,
            PanahBlock       *own,
            const PanahBlock *beside)
{
  g_ptr_array_add (group->children, own);
  if (own->text.string == NULL || beside->text.string == NULL || strcmp (own->text.string, beside->text.string) == 0)
    return;
  if (own->kind == PANAH_BLOCK_ITEM)
    group = panah_block_add_group (group, UNDER_ITEM, FALSE, FALSE);
  add_beside (self, group, beside);
}

static PanahBlock *
add_alike (PanahBlock       *group,
           const PanahBlock *other)
{
  return panah_block_add_group (group, other->inset_start, other->framed, other->keep_together);
}

static gboolean
has_same_shape (const PanahBlock *one,
                const PanahBlock *other)
{
  if (one->children->len != other->children->len)
    return FALSE;
  for (guint i = 0; i < one->children->len; i++)
    {
      const PanahBlock *child = one->children->pdata[i], *twin = other->children->pdata[i];
      if (child->kind != twin->kind)
        return FALSE;
    }
  return TRUE;
}

static void
add_all_beside (PanahComposer    *self,
                PanahBlock       *group,
                const PanahBlock *words)
{
  for (guint i = 0; words->children != NULL && i < words->children->len; i++)
    add_all_beside (self, group, words->children->pdata[i]);
  add_beside (self, group, words);
}

/* Moves what is in @own to @group, each sentence with its twin under it. Where one language has more to say than the
 * other, all that the second says stands under all that the first does. */
static void
pair_blocks (PanahComposer    *self,
             PanahBlock       *group,
             const PanahBlock *own,
             const PanahBlock *beside)
{
  gboolean same = has_same_shape (own, beside);

  for (guint i = 0; i < own->children->len; i++)
    {
      PanahBlock *child = own->children->pdata[i];
      if (!same || child->kind == PANAH_BLOCK_SPACE || child->kind == PANAH_BLOCK_RULE)
        g_ptr_array_add (group->children, child);
      else if (child->kind == PANAH_BLOCK_GROUP)
        pair_blocks (self, add_alike (group, child), child, beside->children->pdata[i]);
      else
        pair_words (self, group, child, beside->children->pdata[i]);
    }
  if (!same)
    add_all_beside (self, group, beside);
}

/* A block that stands for itself, in both languages. */
void
panah_draft_compose_twice (PanahComposer        *self,
                           PanahBlock           *group,
                           const PanahBlockSpec *block)
{
  PanahBlock *own = new_loose_group (group), *beside = new_loose_group (group);

  panah_compose_content (self, own, block);
  panah_compose_content (self->draft->beside, beside, block);
  pair_blocks (self, group, own, beside);
}

/* Whoever holds the sheet has to know how far to trust it. */
void
panah_draft_add_banner (PanahComposer *self,
                        PanahBlock    *body)
{
  const char *companion = self->draft->beside->language;
  PanahBlock *frame = panah_block_add_group (body, 0, TRUE, TRUE);
  PanahText beside = { .string = panah_sheet_words_get (companion)->draft, .language = companion };

  panah_composer_add_line (self, frame, PANAH_TONE_SMALL, panah_sheet_words_get (self->language)->draft);
  panah_composer_add_foreign (self, frame, PANAH_TONE_BESIDE, PANAH_ALIGN_START, beside);
}
