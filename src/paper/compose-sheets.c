/* compose-sheets.c - lines of a sheet; what it says about other papers: where to sign, what goes on there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/compose-private.h"

#include "paper/font-set.h"
#include "paper/sheet-words.h"
#include "paper/words.h"

#include <string.h>

/* @string: (nullable): nothing is added for nothing */
void
panah_composer_add_line (PanahComposer *self,
                         PanahBlock    *group,
                         PanahTone      tone,
                         const char    *string)
{
  if (string != NULL && *string != '\0')
    panah_block_add_paragraph (group, tone, PANAH_ALIGN_START, panah_composer_text (self, string));
}

/* Words in whatever language, on the side where the document's own lines begin; @text: nothing is added for nothing */
void
panah_composer_add_foreign (PanahComposer *self,
                            PanahBlock    *group,
                            PanahTone      tone,
                            PanahAlign     align,
                            PanahText      text)
{
  if (text.string == NULL || *text.string == '\0')
    return;

  gboolean against = panah_words_run_from_right (self->usual) != panah_words_run_from_right (text.language);
  if (align == PANAH_ALIGN_JUSTIFY)
    align = PANAH_ALIGN_START;
  if (against && align != PANAH_ALIGN_CENTER)
    align = align == PANAH_ALIGN_END ? PANAH_ALIGN_START : PANAH_ALIGN_END;
  panah_block_add_paragraph (group, tone, align, text);
}

/* A pattern of the block with its gaps filled. */
void
panah_composer_add_filled (PanahComposer        *self,
                           PanahBlock           *group,
                           PanahTone             tone,
                           const PanahBlockSpec *block,
                           const char           *text_id,
                           const char           *one,
                           const char           *two)
{
  g_autofree char *filled = panah_words_fill (panah_composer_get_word (self, block, text_id), one, two);

  panah_composer_add_line (self, group, tone, filled);
}

/* Whether a sentence says itself where it ends. */
static gboolean
has_stop (const GString *text)
{
  static const char stops[] = ".:;!?…。：；！？؛؟";
  const char *last = g_utf8_find_prev_char (text->str, text->str + text->len);

  return last != NULL && g_utf8_strchr (stops, -1, g_utf8_get_char (last)) != NULL;
}

static GString *
join_sentences (PanahComposer     *self,
                const char *const *sentences,
                guint              n_sentences)
{
  const char *stop = panah_sheet_words_get (self->language)->stop, *space = g_str_has_suffix (stop, " ") ? " " : "";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_sentences; i++)
    {
      if (sentences[i] == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, has_stop (text) ? space : stop);
      g_string_append (text, sentences[i]);
    }
  return text;
}

/* Several things to say in one paragraph; what is NULL is left out. */
void
panah_composer_add_sentences (PanahComposer     *self,
                              PanahBlock        *group,
                              PanahTone          tone,
                              const char *const *sentences,
                              guint              n_sentences)
{
  g_autoptr (GString) text = join_sentences (self, sentences, n_sentences);

  panah_composer_add_line (self, group, tone, text->str);
}

/* The same, of words that are in the pack for everybody to read. */
void
panah_composer_add_public_sentences (PanahComposer     *self,
                                     PanahBlock        *group,
                                     PanahTone          tone,
                                     const char *const *sentences,
                                     guint              n_sentences)
{
  g_autoptr (GString) text = join_sentences (self, sentences, n_sentences);
  PanahText words = panah_composer_text (self, text->str);

  words.is_public = TRUE;
  if (text->len > 0)
    panah_block_add_paragraph (group, tone, PANAH_ALIGN_START, words);
}

/* @deadline: whose end or event it is; @is_end: midnight is 24:00 of the day that ends */
char *
panah_composer_format_point (PanahComposer       *self,
                             const PanahDeadline *deadline,
                             const PanahPoint    *point,
                             gboolean             is_end)
{
  return panah_sheet_words_format_point (self->language, self->facts, deadline, point, is_end);
}

/* The captions under the lines, as they stand on the paper. */
static char *
join_captions (PanahComposer          *self,
               const PanahSignedPaper *paper,
               const PanahBlockSpec   *signature)
{
  GString *captions = g_string_new (NULL);

  for (guint i = 0; signature->ids[i] != NULL; i++)
    g_string_append_printf (captions, "%s%s", i > 0 ? " " : "",
                            panah_pack_get_text (self->pack, paper->spec->rule.id, paper->language, signature->id,
                                                 signature->ids[i]));
  return g_string_free (captions, FALSE);
}

/* What stands beside a draft may be in the paper's own words already. */
static gboolean
has_words_of_paper (PanahComposer          *self,
                    const PanahSignedPaper *paper)
{
  return strcmp (paper->language, self->draft != NULL ? self->draft->beside->language : self->language) == 0;
}

/* In the reader's language, and under it in the paper's own words, so that both can be found. */
static void
add_signature (PanahComposer          *self,
               PanahBlock             *parent,
               const PanahBlockSpec   *block,
               const PanahSignedPaper *paper,
               const PanahBlockSpec   *signature)
{
  PanahBlock *group = panah_block_add_group (parent, 0, FALSE, TRUE);
  const char *official = panah_pack_get_text (self->pack, paper->spec->rule.id, paper->language, "", "title");
  const char *pattern = panah_composer_get_word (self, block, "line");
  gboolean own = strcmp (paper->language, self->language) == 0;
  g_autofree char *captions = join_captions (self, paper, signature);
  g_autofree char *title = own ? g_strdup (official)
                               : g_strdup_printf ("%s (%s)", panah_composer_translate (self, paper->spec->title), official);
  g_autofree char *line =
    panah_words_fill (pattern, title, own ? captions : panah_composer_translate (self, signature->gloss));

  panah_block_add_item (group, PANAH_MARK_BOX, panah_composer_text (self, line));
  if (!has_words_of_paper (self, paper))
    panah_composer_add_foreign (self, panah_block_add_group (group, 0.04, FALSE, FALSE), PANAH_TONE_SMALL,
                                PANAH_ALIGN_START, (PanahText) { .string = captions, .language = paper->language });
}

/* What stands in a frame is for the office to sign. */
static guint
add_signatures (PanahComposer               *self,
                PanahBlock                  *group,
                const PanahBlockSpec        *block,
                const PanahSignedPaper      *paper,
                const PanahBlockSpec *const *blocks,
                guint                        n_blocks)
{
  PanahConditionScope scope;
  guint n = 0;

  panah_plan_init_scope (self->plan, &scope);
  for (guint i = 0; i < n_blocks; i++)
    {
      if (blocks[i]->framed || panah_condition_evaluate (blocks[i]->when, &scope) != PANAH_TRUTH_TRUE)
        continue;
      n += add_signatures (self, group, block, paper, blocks[i]->blocks, blocks[i]->n_blocks);
      if (strcmp (blocks[i]->kind, "signature") != 0)
        continue;
      add_signature (self, group, block, paper, blocks[i]);
      n++;
    }
  return n;
}

void
panah_compose_signing (PanahComposer        *self,
                       PanahBlock           *group,
                       const PanahBlockSpec *block)
{
  guint n = 0;

  for (guint i = 0; self->papers != NULL && i < self->papers->len; i++)
    {
      const PanahSignedPaper *paper = self->papers->pdata[i];
      n += add_signatures (self, group, block, paper, paper->spec->blocks, paper->spec->n_blocks);
    }
  if (n == 0)
    panah_composer_add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "none"));
}

/* Where several papers go on on one sheet, each line needs the name of its paper. */
static gboolean
has_several_papers (PanahComposer *self)
{
  for (guint i = 1; i < self->continuations->len; i++)
    {
      const PanahEntry *one = self->continuations->pdata[i - 1], *other = self->continuations->pdata[i];
      if (g_strcmp0 (one->of, other->of) != 0)
        return TRUE;
    }
  return FALSE;
}

/* Which line of the form it belongs to: by its number where the form prints one, else by its words. */
char *
panah_composer_format_head (PanahComposer        *self,
                            const PanahBlockSpec *block,
                            const PanahEntry     *entry)
{
  g_autoptr (GString) head = g_string_new (NULL);
  g_autofree char *line =
    entry->number != NULL
      ? panah_words_fill (panah_composer_get_word (self, block, "head"), entry->number, entry->label)
      : panah_words_fill (panah_composer_get_word (self, block, "line"), entry->label, NULL);

  if (has_several_papers (self))
    g_string_append_printf (head, "%s. ", entry->of);
  g_string_append (head, line);
  if (entry->part != NULL)
    g_string_append_printf (head, " – %s", entry->part);
  if (strcmp (entry->language, self->language) != 0)
    {
      g_autofree char *name = panah_words_name_language (self->language, entry->language);
      g_autofree char *said = panah_words_fill (panah_words_get (self->language)->said_in, name, NULL);
      if (name != NULL && strcmp (entry->language, "und") != 0 && panah_fonts_find_missing (name) == 0)
        g_string_append_printf (head, " (%s)", said);
    }
  return g_string_free (g_steal_pointer (&head), FALSE);
}

void
panah_compose_continuations (PanahComposer        *self,
                             PanahBlock           *group,
                             const PanahBlockSpec *block)
{
  for (guint i = 0; self->continuations != NULL && i < self->continuations->len; i++)
    {
      PanahEntry *entry = panah_entry_copy (self->continuations->pdata[i]);
      g_autofree char *head = panah_composer_format_head (self, block, self->continuations->pdata[i]);

      g_ptr_array_add (self->out->entries, entry);
      panah_block_add_heading (group, 3, PANAH_ALIGN_START, panah_composer_text (self, head));
      panah_block_add_paragraph (group, PANAH_TONE_BODY, PANAH_ALIGN_START,
                                 (PanahText) { entry->text, entry->language, entry->key, entry->bytes });
      panah_block_add_space (group, 10);
    }
}
