/* render-odt.c - the papers of a case as text documents, beside the PDFs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/render.h"

#include "paper/odt.h"

/**
 * panah_rendering_add_odts:
 * @self: what was rendered
 * @error: return location for %PANAH_PAPER_ERROR_ODT
 *
 * Makes a text document of each paper that is handed in, in memory, to be gone on with in a word processor. A sheet
 * that only its reader keeps has none.
 *
 * Returns: %FALSE if one of them cannot be made
 */
gboolean
panah_rendering_add_odts (PanahRendering *self,
                          GError        **error)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      PanahRendered *rendered = self->documents->pdata[i];
      if (!rendered->handed_in || rendered->odt != NULL)
        continue;
      rendered->odt = panah_document_to_odt (rendered->document, error);
      if (rendered->odt == NULL)
        {
          g_prefix_error (error, "%s.%s: ", rendered->id, rendered->language);
          return FALSE;
        }
      rendered->odt_file = g_strdup_printf ("%s.%s.odt", rendered->id, rendered->language);
    }
  return TRUE;
}
