/* save-private.h - what the files of the save sequence share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sys/stat.h>

#include "core/save-file.h"

G_BEGIN_DECLS

/* A file that has been written but does not have its name yet. All zero but fd is one that has not been begun. */
typedef struct
{
  /* owned */
  char       *hidden;   /* (nullable): the name that it has in the meantime */
  int         fd;       /* -1 if it is not open */

  /* borrowed */
  const char *name;     /* that it shall have */
  GBytes     *contents;

  dev_t       device;
  ino_t       inode;
  gboolean    is_new;   /* nothing had its name before */
  gboolean    is_named;
} PanahSavePart;

gboolean       panah_save_part_write       (PanahSavePart        *self,
                                            int                   directory);
gboolean       panah_save_part_hide        (PanahSavePart        *self,
                                            int                   directory);
gboolean       panah_save_part_close       (PanahSavePart        *self);
gboolean       panah_save_part_name        (PanahSavePart        *self,
                                            int                   directory);
void           panah_save_part_undo        (PanahSavePart        *self,
                                            int                   directory);
void           panah_save_part_clear       (PanahSavePart        *self);
gboolean       panah_save_is_hidden_name   (const char           *hidden,
                                            const char           *name);

gboolean       panah_interrupted           (guint                *n_times);
int            panah_open_at               (int                   directory,
                                            const char           *name,
                                            int                   flags);
gboolean       panah_sync                  (int                   fd);
gssize         panah_read_some             (int                   fd,
                                            gpointer              buffer,
                                            gsize                 length,
                                            goffset               offset);
void           panah_file_stamp_set        (PanahFileStamp       *self,
                                            gconstpointer         data,
                                            gsize                 length);
gboolean       panah_file_stamp_is_of_file (const PanahFileStamp *self,
                                            int                   fd);

G_END_DECLS
