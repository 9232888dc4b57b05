/* render.c - panah-tool render
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/papers.h"
#include "tool/passphrase.h"

/* Whoever does not get the manifest gets no files either. */
static gboolean
print_manifest (gpointer  data,
                GError  **error)
{
  g_autofree char *manifest = panah_rendering_to_json (data);

  return panah_tool_print (manifest, error);
}

int
panah_tool_render (int   argc,
                   char *argv[])
{
  g_autofree char *on = NULL, *out = NULL;
  g_auto (GStrv) documents = NULL, languages = NULL;
  gboolean odt = FALSE;
  int passphrase_fd = PANAH_PASSPHRASE_ASK;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, "The moment asked about", "MOMENT" },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, "Where to write", "DIR" },
    { "document", 0, 0, G_OPTION_ARG_STRING_ARRAY, &documents, "Only this document", "ID" },
    { "language", 0, 0, G_OPTION_ARG_STRING_ARRAY, &languages, "In this language", "LL" },
    { "odt", 0, 0, G_OPTION_ARG_NONE, &odt, "Each paper that is handed in also as an OpenDocument text", NULL },
    PANAH_PASSPHRASE_OPTION (&passphrase_fd),
    { NULL },
  };
  const char *usage =
    "render CASE [--on MOMENT] --out DIR [--document ID]… [--language LL]… [--odt] [--passphrase-fd N]";
  g_autoptr (GError) error = NULL;

  if (!panah_tool_parse_options (&argc, &argv, usage, entries, 1))
    return PANAH_EXIT_REFUSED;
  if (out == NULL)
    {
      g_printerr ("panah-tool: --out is missing; usage: panah-tool %s\n", usage);
      return PANAH_EXIT_REFUSED;
    }

  g_autoptr (PanahLoadedCase) loaded = panah_tool_load_case (argv[1], on, passphrase_fd, &error);
  if (loaded == NULL)
    return panah_tool_fail (error);
  g_autoptr (PanahRendering) rendering = panah_tool_render_papers (loaded, out, (const char *const *) documents,
                                                                   (const char *const *) languages, odt, &error);
  if (rendering == NULL || !panah_tool_save_papers (rendering, out, print_manifest, rendering, &error))
    return panah_tool_fail (error);
  if (!panah_tool_needs_attention (loaded, rendering))
    return PANAH_EXIT_DONE;

  panah_tool_print_attention (loaded->plan, rendering->problems);
  return PANAH_EXIT_ATTENTION;
}
