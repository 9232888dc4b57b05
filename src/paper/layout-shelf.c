/* layout-shelf.c - official words are broken into lines once, not for each document
 *
 * Most words of a form are the same for everybody, and breaking them is what laying out
 * costs. Only words of our own are kept for the next document. Answers never are, nor is any
 * text with an answer inside, which its isolates betray: nothing that a person said may
 * outlive the document. Inside one document an answer that stands there twice is broken once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/layout-private.h"
#include "paper/pdf-append.h"

#include <string.h>

#define MOST_TEXTS 2000
#define LONGEST_TEXT 4096
#define START_OF_ISOLATES "\xE2\x81"

static gboolean
is_of_this_document (const PanahText *text)
{
  return text->fact != NULL || (!text->is_public && strstr (text->string, START_OF_ISOLATES) != NULL);
}

static char *
create_key (const PanahText      *text,
            const PanahTextStyle *style)
{
  /* Hundredths of a point are finer than any of these numbers are chosen. */
  const double numbers[] = { style->size, style->bold, style->width, style->indent, style->align, style->max_lines };
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      panah_pdf_append_number (key, numbers[i]);
      g_string_append_c (key, ' ');
    }
  g_string_append (key, text->language);
  g_string_append_c (key, ' ');
  g_string_append (key, text->string);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Breaks a text into lines, or finds them on the shelf. The lines are not to be changed. */
GArray *
panah_flow_get_lines (PanahFlow            *self,
                      const PanahText      *text,
                      const PanahTextStyle *style)
{
  GHashTable *shelf = is_of_this_document (text) ? self->shelf : panah_font_set_get_shelf (self->fonts);
  g_autofree char *key = NULL;
  GArray *lines;

  if (strlen (text->string) > LONGEST_TEXT)
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
