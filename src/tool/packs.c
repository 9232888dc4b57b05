/* packs.c - panah-tool packs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/tool.h"

#include "store/pack-trust.h"

int
panah_tool_packs (int   argc,
                  char *argv[])
{
  g_auto (GStrv) directories = panah_tool_pack_directories ();
  g_auto (GStrv) ids = panah_pack_index_list ((const char *const *) directories);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  int code = PANAH_EXIT_DONE;

  if (!panah_tool_parse_options (&argc, &argv, "packs", NULL, 0))
    return PANAH_EXIT_REFUSED;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
      g_autoptr (GError) pack_error = NULL;
      g_autoptr (PanahPack) pack =
        panah_pack_trust_load ((const char *const *) directories, ids[i], problems, &pack_error);

      if (pack == NULL)
        {
          panah_tool_print_line ("%s", pack_error->message);
          code = PANAH_EXIT_ATTENTION;
          continue;
        }
      g_string_append_printf (out, "%s%s\t%s\t%s\t%s%s", out->len > 0 ? "\n" : "", ids[i], panah_pack_get_edition (pack),
                              panah_pack_get_review_state (pack), panah_pack_get_name (pack, "en"),
                              panah_pack_is_unverified (pack) ? "\tnot verified" : "");
    }
  if (out->len > 0 && !panah_tool_print (out->str, &error))
    return panah_tool_fail (error);
  return code;
}
