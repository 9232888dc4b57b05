/* file-picker.h - asking for a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*PanahFilePicked) (const char *path,
                                 gpointer    data);

void panah_file_picker_save (GtkWidget      *widget,
                             const char     *title,
                             const char     *name,
                             PanahFilePicked picked);
void panah_file_picker_open (GtkWidget      *widget,
                             const char     *title,
                             PanahFilePicked picked);
void panah_file_picker_hide (void);
void panah_file_picker_show (void);

G_END_DECLS
