/* compose-reading-lists.c - on a copy for the reader: what is enclosed, what goes on from another paper, what the plan fills
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/compose-private.h"

#include "paper/words.h"

#include <string.h>

void
panah_reading_add_enclosure (PanahComposer        *self,
                             PanahBlock           *group,
                             PanahMark             mark,
                             const PanahPaperSpec *paper)
{
  PanahBlock *whole = panah_block_add_group (group, 0, FALSE, TRUE);

  panah_block_add_item (whole, mark, panah_reading_translate (self, paper->label));
  panah_reading_add_paper_words (self, panah_block_add_group (whole, 0.04, FALSE, FALSE), PANAH_TONE_SMALL,
                                 PANAH_ALIGN_START, paper->official[self->official_index]);
}

/* Which line goes on here, in the words of the copy of the paper that it stands on. */
static char *
format_head (PanahComposer        *self,
             const PanahBlockSpec *block,
             const PanahEntry     *entry,
             const char           *label,
             const char           *part)
{
  g_autofree char *head =
    entry->number != NULL
      ? panah_words_fill (panah_composer_get_word (self, block, "head"), entry->number, label)
      : panah_words_fill (panah_composer_get_word (self, block, "line"), label, NULL);

  return g_strdup_printf ("%s%s%s", head, part != NULL ? " – " : "", part != NULL ? part : "");
}

/* Nobody has put an original into other words, so it stands here as on the paper. */
static PanahEntry *
tell_entry (PanahComposer    *self,
            const PanahEntry *entry)
{
  if (entry->original)
    return panah_entry_copy (entry);

  PanahEntry *told = panah_entry_new (entry->key, entry->number, entry->label, self->usual);
  panah_composer_print_item (self, entry->block, told);
  return told;
}

static void
add_continuation (PanahComposer        *self,
                  PanahBlock           *group,
                  const PanahBlockSpec *block,
                  const PanahEntry     *entry)
{
  const PanahDocumentSpec *spec = self->spec;
  g_autofree char *words = panah_composer_format_head (self->reading->paper, block, entry), *part = NULL;

  self->spec = entry->document;
  const char *label = panah_composer_describe_line (self, entry->block, entry->original ? entry->key : NULL, &part);
  PanahEntry *told = tell_entry (self, entry);
  self->spec = spec;

  g_autofree char *head = format_head (self, block, entry, label != NULL ? label : "", part);
  PanahText pattern = panah_composer_get_text (self, block, entry->number != NULL ? "head" : "line");
  panah_block_add_heading (group, 3, PANAH_ALIGN_START, (PanahText) { head, pattern.language });
  panah_reading_add_paper_words (self, group, PANAH_TONE_GUIDE, PANAH_ALIGN_START, words);
  panah_block_add_paragraph (group, PANAH_TONE_BODY, PANAH_ALIGN_START,
                             (PanahText) { told->text, told->language, told->key, told->bytes });
  panah_block_add_space (group, 10);
  g_ptr_array_add (self->out->entries, told);
}

/* What the plan fills has no gloss for each of its words: it stands as on the paper, under what it is called. */
static void
compose_as_on_paper (PanahComposer        *self,
                     PanahBlock           *group,
                     const PanahBlockSpec *block)
{
  panah_block_add_paragraph (group, PANAH_TONE_STRONG, PANAH_ALIGN_START, panah_reading_translate (self, block->gloss));
  panah_compose_plan_block (self->reading->paper, group, block);
}

/* Returns: %FALSE if @block is composed for a copy as for a paper */
gboolean
panah_reading_compose_list (PanahComposer        *self,
                            PanahBlock           *group,
                            const PanahBlockSpec *block)
{
  static const char *const filled[] = { "deadlines", "papers", "steps", "offices", "notices", "problems", "signing", NULL };

  if (strcmp (block->kind, "continuations") == 0)
    {
      for (guint i = 0; self->continuations != NULL && i < self->continuations->len; i++)
        add_continuation (self, group, block, self->continuations->pdata[i]);
      return TRUE;
    }
  if (self->reading->own != NULL || !g_strv_contains (filled, block->kind))
    return FALSE;
  compose_as_on_paper (self, group, block);
  return TRUE;
}
