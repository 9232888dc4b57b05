/* save-file.h - a file on the disk is the old one or the new one, and whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PanahSaveError:
 * @PANAH_SAVE_ERROR_NO_SPACE: there is not enough room on the disk, or the person's share of it is used up
 * @PANAH_SAVE_ERROR_CHANGED: the file is not the one that the caller knows: somebody else saved meanwhile
 * @PANAH_SAVE_ERROR_GONE: the folder is not (or no longer) there, or a sandbox no longer lets one at the file
 * @PANAH_SAVE_ERROR_DENIED: one may not write there, or the file is write-protected
 * @PANAH_SAVE_ERROR_NAME: the name cannot be used: a folder has it, it is too long, or the file system refuses to put a
 *   file in its place
 * @PANAH_SAVE_ERROR_DISK: the disk failed, or gave back something else than was written to it
 * @PANAH_SAVE_ERROR_UNSYNCED: the new file has its name, but the disk did not confirm it: after a power cut now, the old
 *   one may be back
 *
 * After `UNSYNCED` the new file stands. After all others what was there before stands, untouched.
 */
typedef enum
{
  PANAH_SAVE_ERROR_NO_SPACE,
  PANAH_SAVE_ERROR_CHANGED,
  PANAH_SAVE_ERROR_GONE,
  PANAH_SAVE_ERROR_DENIED,
  PANAH_SAVE_ERROR_NAME,
  PANAH_SAVE_ERROR_DISK,
  PANAH_SAVE_ERROR_UNSYNCED,
} PanahSaveError;

#define PANAH_SAVE_ERROR (panah_save_error_quark ())
GQuark panah_save_error_quark (void);

/**
 * PanahFileStamp:
 * @size: in bytes
 * @digest: SHA-256 of all of them
 *
 * Which contents a file had when it was read or saved. A plain value: copied by assignment.
 *
 * The contents alone count. Times and inode numbers change when a stick is put in again or a folder is copied, and stay
 * the same on FAT for two seconds whatever is written.
 */
typedef struct
{
  guint64 size;
  guint8  digest[32];
} PanahFileStamp;

/* Returns: %FALSE, with an error, if the files shall not appear */
typedef gboolean (*PanahSaveConfirm) (gpointer  data,
                                      GError  **error);

gboolean panah_save_file  (const char           *path,
                           GBytes               *contents,
                           const PanahFileStamp *expected,
                           PanahFileStamp       *out_stamp,
                           GError              **error);
gboolean panah_save_files (const char           *directory,
                           char                **names,
                           GBytes              **contents,
                           guint                 n_files,
                           PanahSaveConfirm      confirm,
                           gpointer              data,
                           GError              **error);
GBytes  *panah_read_file  (const char           *path,
                           gsize                 max_bytes,
                           PanahFileStamp       *out_stamp,
                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *panah_read_start (const char           *path,
                           gsize                 most_bytes,
                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
