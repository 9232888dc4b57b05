/* layout-shelf.c - official words are broken into lines once, not for each document
 *
 * Most words of a form are the same for everybody, and breaking them is what laying out
 * costs. Only words of our own are kept. Answers never are, nor is any text with an answer
 * inside, which its isolates betray: nothing that a person said may outlive the document.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/layout-private.h"

#include <string.h>

#define MOST_TEXTS 2000
#define LONGEST_TEXT 4096
#define START_OF_ISOLATES "\xE2\x81"

static gboolean
may_keep (const PanahText      *text,
          const PanahTextStyle *style)
{
  return text->fact == NULL && style->max_lines == 0 && strlen (text->string) <= LONGEST_TEXT &&
         strstr (text->string, START_OF_ISOLATES) == NULL;
}

static char *
create_key (const PanahText      *text,
            const PanahTextStyle *style)
{
  /* Hundredths of a point are finer than any of these numbers are chosen. */
  return g_strdup_printf ("%d %d %d %d %d %s %s", (int) (style->size * 100), style->bold,
                          (int) (style->width * 100), (int) (style->indent * 100),
                          (int) style->align, text->language, text->string);
}

/* Breaks a text into lines, or finds them on the shelf. The lines are not to be changed. */
GArray *
panah_flow_get_lines (PanahFlow            *self,
                      const PanahText      *text,
                      const PanahTextStyle *style)
{
  GHashTable *shelf = panah_font_set_get_shelf (self->fonts);
  g_autofree char *key = NULL;
  GArray *lines;

  if (!may_keep (text, style))
    return panah_flow_break_text (self, text->string, text->language, style, NULL);

  key = create_key (text, style);
  lines = g_hash_table_lookup (shelf, key);
  if (lines != NULL)
    return g_array_ref (lines);

  lines = panah_flow_break_text (self, text->string, text->language, style, NULL);
  if (g_hash_table_size (shelf) >= MOST_TEXTS)
    g_hash_table_remove_all (shelf);
  g_hash_table_insert (shelf, g_steal_pointer (&key), g_array_ref (lines));
  return lines;
}
