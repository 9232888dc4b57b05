/* field-support.c - an answer in a document of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-support.h"

PanahFieldSpec
make_spec (const char *answer)
{
  return (PanahFieldSpec) {
    .number = "7.",
    .label = own_text ("Причины"),
    .caption = own_text ("(подробно)"),
    .value = answer_text (answer, FACT),
    .min_lines = 1,
    .max_lines = 3,
    .stacked = TRUE,
    .continued = own_text ("продолжение на дополнительном листе"),
  };
}

PanahPages *
lay_out_field (const PanahFieldSpec *spec)
{
  g_autoptr (PanahDocument) document = new_document ();

  panah_block_add_field (panah_document_get_body (document), spec);
  return lay_out (document);
}

/* Everything that was set as text, in drawing order. */
char *
collect_text (PanahPages *pages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pages->sheets->len; i++)
    {
      PanahSheet *sheet = g_ptr_array_index (pages->sheets, i);

      for (guint j = 0; j < sheet->len; j++)
        {
          const PanahInk *ink = &g_array_index (sheet, PanahInk, j);

          if (ink->kind == PANAH_INK_TEXT)
            g_string_append_len (text,
                                 pango_layout_get_text (ink->layout) + ink->line->start_index,
                                 ink->line->length);
        }
    }
  return g_string_free (text, FALSE);
}
