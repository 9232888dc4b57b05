/* panah-tool.c - the same engine as the wizard’s, without a display
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/tool.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *usage;
  int (*run) (int argc, char *argv[]);
} commands[] = {
  { "packs", "packs", panah_tool_packs },
  { "check-pack", "check-pack DIR", panah_tool_check_pack },
  { "plan", "plan CASE [--on MOMENT] [--json] [--why] [--passphrase-fd N]", panah_tool_plan },
  { "render", "render CASE [--on MOMENT] --out DIR [--document ID]… [--language LL]… [--odt] [--passphrase-fd N]",
    panah_tool_render },
  { "batch", "batch DIR|FILE.jsonl|- --out DIR [--jobs N] [--on MOMENT] [--passphrase-fd N]", panah_tool_batch },
  { "seal", "seal CASE.json FILE [--attachments DIR] [--passphrase-fd N]", panah_tool_seal },
  { "unseal", "unseal FILE [--attachments DIR] [--passphrase-fd N]", panah_tool_unseal },
  { "verify", "verify FILE", panah_tool_verify },
};

static void
print_usage (void)
{
  printf ("usage:\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  panah-tool %s\n", commands[i].usage);
}

int
main (int   argc,
      char *argv[])
{
  /* File names and messages are UTF-8 whatever the machine says; numbers keep their point. */
  if (setlocale (LC_CTYPE, "C.UTF-8") == NULL)
    setlocale (LC_CTYPE, "");
  g_set_prgname ("panah-tool");
  /* Whoever stops reading must not end the program in the middle of saving: hidden files would stay behind. */
  signal (SIGPIPE, SIG_IGN);

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    {
      if (strcmp (argv[1], commands[i].name) == 0)
        return commands[i].run (argc - 1, argv + 1);
    }
  if (argc > 1 && strcmp (argv[1], "--help") == 0)
    {
      print_usage ();
      return PANAH_EXIT_DONE;
    }

  g_autofree char *command = g_strescape (argc > 1 ? argv[1] : "", NULL);
  g_printerr ("panah-tool: there is no command “%.60s”; see panah-tool --help\n", command);
  return PANAH_EXIT_REFUSED;
}
