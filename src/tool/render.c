/* render.c - panah-tool render
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/tool.h"

#include "paper/render.h"
#include "paper/save.h"

static gboolean
save (const PanahRendering *rendering,
      const char           *directory,
      GError              **error)
{
  guint n = rendering->documents->len;
  g_autofree char **names = g_new0 (char *, n + 1);
  g_autofree GBytes **contents = g_new0 (GBytes *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const PanahRendered *rendered = rendering->documents->pdata[i];
      names[i] = rendered->file;
      contents[i] = rendered->pdf;
    }
  return panah_save_files (directory, names, contents, n, error);
}

int
panah_tool_render (int   argc,
                   char *argv[])
{
  g_autofree char *on = NULL, *out = NULL;
  g_auto (GStrv) documents = NULL, languages = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, "The moment asked about", "MOMENT" },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, "Where to write", "DIR" },
    { "document", 0, 0, G_OPTION_ARG_STRING_ARRAY, &documents, "Only this document", "ID" },
    { "language", 0, 0, G_OPTION_ARG_STRING_ARRAY, &languages, "In this language", "LL" },
    { NULL },
  };
  const char *usage = "render CASE [--on MOMENT] --out DIR [--document ID]… [--language LL]…";
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
  g_autoptr (PanahRendering) rendering = panah_render (loaded->plan, loaded->parsed, (const char *const *) documents,
                                                       (const char *const *) languages, &error);
  if (rendering == NULL || !save (rendering, out, &error))
    return panah_tool_fail (error);

  g_autofree char *manifest = panah_rendering_to_json (rendering);
  if (!panah_tool_print (manifest, &error))
    return panah_tool_fail (error);
  if (!panah_plan_needs_attention (loaded->plan) && !panah_rendering_has_warning (rendering))
    return PANAH_EXIT_DONE;

  panah_tool_print_attention (loaded->plan, rendering->problems);
  return PANAH_EXIT_ATTENTION;
}
