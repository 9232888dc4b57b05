/* papers.c - one case becomes files in a folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/papers.h"

#include <string.h>

static gboolean
is_rendered (const PanahRendering *rendering,
             const char           *file)
{
  for (guint i = 0; i < rendering->documents->len; i++)
    {
      const PanahRendered *rendered = rendering->documents->pdata[i];
      if (strcmp (rendered->file, file) == 0 || g_strcmp0 (rendered->odt_file, file) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A paper of an earlier answer beside those of today is handed in by mistake. */
static void
note_older_file (PanahRendering *rendering,
                 const char     *directory,
                 const char     *file)
{
  g_autofree char *path = g_build_filename (directory, file, NULL);
  const char *const args[] = { file, NULL };

  if (!is_rendered (rendering, file) && g_file_test (path, G_FILE_TEST_EXISTS))
    g_ptr_array_add (rendering->problems,
                     panah_problem_new_pattern (PANAH_SEVERITY_NOTE, NULL,
                                                "an older %1 lies in the same folder: do not mix them up", args));
}

static void
note_older_files (PanahRendering *rendering,
                  PanahPack      *pack,
                  const char     *reader,
                  const char     *directory,
                  gboolean        odt)
{
  guint n;
  const PanahDocumentSpec *const *documents = panah_pack_get_documents (pack, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *copy = g_strdup_printf ("%s.reading.%s.pdf", documents[i]->rule.id, reader);
      for (guint j = 0; documents[i]->languages[j] != NULL; j++)
        {
          g_autofree char *file = g_strdup_printf ("%s.%s.pdf", documents[i]->rule.id, documents[i]->languages[j]);
          g_autofree char *text = g_strdup_printf ("%s.%s.odt", documents[i]->rule.id, documents[i]->languages[j]);
          note_older_file (rendering, directory, file);
          if (odt)
            note_older_file (rendering, directory, text);
        }
      if (panah_is_language_code (reader))
        note_older_file (rendering, directory, copy);
    }
}

/**
 * panah_tool_render_papers:
 * @loaded: a case
 * @directory: where its papers will be saved
 * @documents: (nullable) (array zero-terminated): as for [func@Panah.render]
 * @languages: (nullable) (array zero-terminated): as for [func@Panah.render]
 * @odt: whether what is handed in is also made as a text document
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the papers, in memory
 */
PanahRendering *
panah_tool_render_papers (const PanahLoadedCase *loaded,
                          const char            *directory,
                          const char *const     *documents,
                          const char *const     *languages,
                          gboolean               odt,
                          GError               **error)
{
  g_autoptr (PanahRendering) rendering = panah_render (loaded->plan, loaded->parsed, documents, languages, error);

  if (rendering == NULL || (odt && !panah_rendering_add_odts (rendering, error)))
    return NULL;
  note_older_files (rendering, loaded->pack, loaded->parsed->language, directory, odt);
  return g_steal_pointer (&rendering);
}

/* Whoever takes the papers away on a stick has to know; they are saved all the same. */
static void
note_unsynced (PanahRendering *rendering,
               const GError   *error)
{
  const char *const args[] = { error->message, NULL };

  g_ptr_array_add (rendering->problems,
                   panah_problem_new_pattern (PANAH_SEVERITY_WARNING, NULL,
                                              "%1: leave the disk in its place a while, and save once more", args));
}

/**
 * panah_tool_save_papers:
 * @rendering: what was rendered; a warning is added if the disk does not confirm that it has the papers
 * @directory: where to
 * @confirm: (nullable) (scope call): asked before anything gets its name
 * @data: for @confirm
 * @error: return location
 *
 * Returns: %FALSE with an error, and nothing was written
 */
gboolean
panah_tool_save_papers (PanahRendering  *rendering,
                        const char      *directory,
                        PanahSaveConfirm confirm,
                        gpointer         data,
                        GError         **error)
{
  guint n = 0;
  g_autofree char **names = g_new0 (char *, 2 * rendering->documents->len + 1);
  g_autofree GBytes **contents = g_new0 (GBytes *, 2 * rendering->documents->len + 1);

  for (guint i = 0; i < rendering->documents->len; i++)
    {
      const PanahRendered *rendered = rendering->documents->pdata[i];
      names[n] = rendered->file;
      contents[n++] = rendered->pdf;
      if (rendered->odt == NULL)
        continue;
      names[n] = rendered->odt_file;
      contents[n++] = rendered->odt;
    }

  g_autoptr (GError) local_error = NULL;
  if (panah_save_files (directory, names, contents, n, confirm, data, &local_error))
    return TRUE;
  if (g_error_matches (local_error, PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_UNSYNCED))
    {
      note_unsynced (rendering, local_error);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Returns: %TRUE if a window has passed, or something in the answers or on the papers is a warning */
gboolean
panah_tool_needs_attention (const PanahLoadedCase *loaded,
                            const PanahRendering  *rendering)
{
  return panah_plan_needs_attention (loaded->plan) || panah_rendering_has_warning (rendering);
}
