/* fits.h - whether everything in a window has room on a small screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PANAH_TEST_FIT_WIDTH  800
#define PANAH_TEST_FIT_HEIGHT 600

/**
 * PanahTestFit:
 * @place: what it is called in complaints
 * @targets: whether what is pressed has to be large enough; with large text it always is
 * @root: what was looked at last
 * @complaints: a line each
 * @n_seen: how many widgets were looked at
 */
typedef struct
{
  const char *place;
  gboolean    targets;
  GtkWidget  *root;
  GString    *complaints;
  guint       n_seen;
} PanahTestFit;

void panah_test_fit_check (PanahTestFit *look,
                           GtkWidget    *root);
void panah_test_fit_check_targets (PanahTestFit *look,
                                   GtkWidget    *root);

G_END_DECLS
