/* save.h - files that appear all or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: %FALSE, with an error, if the files shall not appear */
typedef gboolean (*PanahSaveConfirm) (gpointer  data,
                                      GError  **error);

gboolean panah_save_files (const char      *directory,
                           char           **names,
                           GBytes         **contents,
                           guint            n_files,
                           PanahSaveConfirm confirm,
                           gpointer         data,
                           GError         **error);

G_END_DECLS
