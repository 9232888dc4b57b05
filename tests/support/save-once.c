/* save-once.c - one save, as a program of its own that can be killed, traced and starved
 *
 *   save-once file PATH LETTER SIZE       SIZE times LETTER, whatever is there
 *   save-once known PATH LETTER SIZE      the same, having read what is there
 *   save-once set FOLDER LETTER SIZE      two files of it, a and b
 *
 * Ends with 0, or with 10 and the code of the error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/save-file.h"

#define REFUSED 10
#define LARGEST (16 << 20)

static gboolean
save (const char *how,
      const char *path,
      GBytes     *contents,
      GError    **error)
{
  char *names[] = { (char *) "a", (char *) "b" };
  GBytes *both[] = { contents, contents };
  PanahFileStamp stamp;

  if (strcmp (how, "set") == 0)
    return panah_save_files (path, names, both, 2, NULL, NULL, error);
  if (strcmp (how, "file") == 0)
    return panah_save_file (path, contents, NULL, NULL, error);

  g_autoptr (GBytes) before = panah_read_file (path, LARGEST, &stamp, error);
  return before != NULL && panah_save_file (path, contents, &stamp, NULL, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  if (argc != 5)
    return 2;

  gsize size = strtoul (argv[4], NULL, 10);
  g_autoptr (GBytes) contents = g_bytes_new_take (g_strnfill (size, *argv[3]), size);
  g_random_int (); /* GLib never gives up opening its source of numbers */
  access ("/the-save-begins", F_OK); /* for whoever reads the trace */
  if (save (argv[1], argv[2], contents, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return error->domain == PANAH_SAVE_ERROR ? REFUSED + error->code : 2;
}
