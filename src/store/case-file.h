/* case-file.h - one sealed case file, from when it is opened or begun until it is closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/payload.h"
#include "store/secret.h"

G_BEGIN_DECLS

/**
 * PanahCaseFile:
 *
 * Remembers where the file is, the derived keys (so that a save takes no key derivation) and what the file looked
 * like when it was last read or written here.
 *
 * Reference-counted; any thread may use it, one save at a time: a second one waits.
 */
typedef struct _PanahCaseFile PanahCaseFile;

/**
 * PanahCaseFileNotes:
 * @PANAH_CASE_FILE_LIGHT_KEY: there was too little memory for the usual key; the passphrase is guessed more easily
 * @PANAH_CASE_FILE_WORN: opened whole, but the file’s last bytes are damaged: save again, on another medium too
 *
 * What a person should be told of a file although nothing went wrong.
 */
typedef enum
{
  PANAH_CASE_FILE_LIGHT_KEY = 1 << 0,
  PANAH_CASE_FILE_WORN = 1 << 1,
} PanahCaseFileNotes;

/**
 * PanahSaveFlags:
 * @PANAH_SAVE_NONE: the usual
 * @PANAH_SAVE_REPLACE: even if another program has saved there meanwhile
 */
typedef enum
{
  PANAH_SAVE_NONE = 0,
  PANAH_SAVE_REPLACE = 1 << 0,
} PanahSaveFlags;

PanahCaseFile     *panah_case_file_new          (PanahSecret         *secret,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
PanahCaseFile     *panah_case_file_open         (const char          *path,
                                                 PanahSecret         *secret,
                                                 PanahPayload       **out_payload,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
PanahCaseFile     *panah_case_file_ref          (PanahCaseFile       *self);
void               panah_case_file_unref        (PanahCaseFile       *self);
char              *panah_case_file_dup_path     (PanahCaseFile       *self) G_GNUC_WARN_UNUSED_RESULT;
PanahCaseFileNotes panah_case_file_get_notes    (PanahCaseFile       *self);
gboolean           panah_case_file_add_secret   (PanahCaseFile       *self,
                                                 PanahSecret         *secret,
                                                 GError             **error);
gboolean           panah_case_file_save         (PanahCaseFile       *self,
                                                 const char          *path,
                                                 const PanahPayload  *payload,
                                                 PanahSaveFlags       flags,
                                                 GError             **error);
gboolean           panah_case_file_verify       (const char          *path,
                                                 GError             **error);
PanahSummary      *panah_case_file_read_summary (const char          *path,
                                                 PanahSecret         *secret,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahCaseFile, panah_case_file_unref)

G_END_DECLS
