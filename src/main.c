/* main.c - the wizard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/application.h"
#include "ui/environment.h"

#include <glib/gi18n.h>

typedef struct
{
  int    argc;
  char **argv;
} Arguments;

static int
run (PanahStart     start,
     PanahSnapshot *snapshot,
     gpointer       data)
{
  const Arguments *arguments = data;
  g_autoptr (PanahApplication) application = panah_application_new ();

  panah_application_set_start (application, start, snapshot);
  return g_application_run (G_APPLICATION (application), arguments->argc, arguments->argv);
}

int
main (int   argc,
      char *argv[])
{
  const char *locale_dir = g_getenv ("PANAH_LOCALE_DIR");
  Arguments arguments = { argc, argv };

  panah_environment_prepare ();
  bindtextdomain ("panah", locale_dir != NULL ? locale_dir : PANAH_LOCALE_DIR);
  bind_textdomain_codeset ("panah", "UTF-8");
  textdomain ("panah");
  g_set_prgname ("panah");

  int status = panah_supervise (run, &arguments);
  panah_environment_forget ();
  return status;
}
