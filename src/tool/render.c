/* render.c - panah-tool render
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/tool.h"

#include "paper/render.h"
#include "paper/save.h"

#include <string.h>

/* Whoever does not get the manifest gets no files either. */
static gboolean
print_manifest (gpointer  data,
                GError  **error)
{
  g_autofree char *manifest = panah_rendering_to_json (data);

  return panah_tool_print (manifest, error);
}

static gboolean
save (PanahRendering *rendering,
      const char     *directory,
      GError        **error)
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
  return panah_save_files (directory, names, contents, n, print_manifest, rendering, error);
}

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
                  const char     *directory,
                  const char     *extension)
{
  guint n;
  const PanahDocumentSpec *const *documents = panah_pack_get_documents (pack, &n);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; documents[i]->languages[j] != NULL; j++)
        {
          g_autofree char *file =
            g_strdup_printf ("%s.%s.%s", documents[i]->rule.id, documents[i]->languages[j], extension);
          note_older_file (rendering, directory, file);
        }
    }
}

/* The papers of @loaded, in memory; what lies in @directory is looked at, not touched. */
static PanahRendering *
render (const PanahLoadedCase *loaded,
        char                 **documents,
        char                 **languages,
        gboolean               odt,
        const char            *directory,
        GError               **error)
{
  g_autoptr (PanahRendering) rendering = panah_render (loaded->plan, loaded->parsed, (const char *const *) documents,
                                                       (const char *const *) languages, error);

  if (rendering == NULL || (odt && !panah_rendering_add_odts (rendering, error)))
    return NULL;
  note_older_files (rendering, loaded->pack, directory, "pdf");
  if (odt)
    note_older_files (rendering, loaded->pack, directory, "odt");
  return g_steal_pointer (&rendering);
}

int
panah_tool_render (int   argc,
                   char *argv[])
{
  g_autofree char *on = NULL, *out = NULL;
  g_auto (GStrv) documents = NULL, languages = NULL;
  gboolean odt = FALSE;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, "The moment asked about", "MOMENT" },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, "Where to write", "DIR" },
    { "document", 0, 0, G_OPTION_ARG_STRING_ARRAY, &documents, "Only this document", "ID" },
    { "language", 0, 0, G_OPTION_ARG_STRING_ARRAY, &languages, "In this language", "LL" },
    { "odt", 0, 0, G_OPTION_ARG_NONE, &odt, "Each paper that is handed in also as an OpenDocument text", NULL },
    { NULL },
  };
  const char *usage = "render CASE [--on MOMENT] --out DIR [--document ID]… [--language LL]… [--odt]";
  g_autoptr (GError) error = NULL;

  if (!panah_tool_parse_options (&argc, &argv, usage, entries, 1))
    return PANAH_EXIT_REFUSED;
  if (out == NULL)
    {
      g_printerr ("panah-tool: --out is missing; usage: panah-tool %s\n", usage);
      return PANAH_EXIT_REFUSED;
    }

  g_autoptr (PanahLoadedCase) loaded = panah_tool_load_case (argv[1], on, &error);
  if (loaded == NULL)
    return panah_tool_fail (error);
  g_autoptr (PanahRendering) rendering = render (loaded, documents, languages, odt, out, &error);
  if (rendering == NULL || !save (rendering, out, &error))
    return panah_tool_fail (error);

  if (!panah_plan_needs_attention (loaded->plan) && !panah_rendering_has_warning (rendering))
    return PANAH_EXIT_DONE;

  panah_tool_print_attention (loaded->plan, rendering->problems);
  return PANAH_EXIT_ATTENTION;
}
