/* portal.c - the fake portal as a program, for a window that is driven from outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* usage: portal FOLDER; papers become FOLDER/1.pdf, FOLDER/2.pdf, … */

#include "fake-portal.h"

#include <stdlib.h>

typedef struct
{
  PanahFakePortal *portal;
  const char      *folder;
  guint            n_written;
} Watch;

static gboolean
write_cb (gpointer data)
{
  Watch *watch = data;
  const GPtrArray *printed = panah_fake_portal_get_printed (watch->portal);

  while (watch->n_written < printed->len)
    {
      GBytes *paper = printed->pdata[watch->n_written++];
      g_autofree char *file = g_strdup_printf ("%s/%u.pdf", watch->folder, watch->n_written);
      g_autoptr (GError) error = NULL;

      if (!g_file_set_contents (file, g_bytes_get_data (paper, NULL), g_bytes_get_size (paper), &error))
        g_error ("%s", error->message);
    }
  return G_SOURCE_CONTINUE;
}

int
main (int   argc,
      char *argv[])
{
  static const PanahPortal nothing_goes_wrong;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watch watch = { NULL, argv[1], 0 };

  if (argc != 2)
    return 2;
  watch.portal = panah_fake_portal_new (&nothing_goes_wrong);
  g_timeout_add (20, write_cb, &watch);
  g_print ("ready\n");
  g_main_loop_run (loop);
  return 0;
}
