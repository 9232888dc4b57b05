/* error.h - what can go wrong with a sealed case file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PanahStoreError:
 * @PANAH_STORE_ERROR_NOT_OURS: not a sealed case file at all
 * @PANAH_STORE_ERROR_NEWER: made by a newer version of the program, with parts that this one does not know
 * @PANAH_STORE_ERROR_HEADER: the beginning of the file is damaged or missing; without it nothing opens
 * @PANAH_STORE_ERROR_LIMITS: asks for more work or memory, or holds more, than any file of ours does
 * @PANAH_STORE_ERROR_PASSPHRASE: the beginning is whole, and the passphrase opens nothing
 * @PANAH_STORE_ERROR_DAMAGED: the passphrase is right, and the rest of the file is damaged or cut off
 * @PANAH_STORE_ERROR_MEMORY: there is no memory to turn the passphrase into a key
 * @PANAH_STORE_ERROR_SECRET: cannot be a passphrase: empty, not UTF-8, or longer than 64 KiB
 * @PANAH_STORE_ERROR_SCHEMA_NEWER: opened, but the case was written by a newer version of the program
 * @PANAH_STORE_ERROR_CONTENT: opened, but what is inside is not a case
 * @PANAH_STORE_ERROR_READ: the file could not be read
 * @PANAH_STORE_ERROR_SAVE: the file could not be saved; what was there before still is
 * @PANAH_STORE_ERROR_SAVED_UNSYNCED: the new case is in the file, but the disk did not say that it holds it: what it is
 *   on must not be pulled yet
 * @PANAH_STORE_ERROR_NO_SPACE: there is no room; nothing was written
 * @PANAH_STORE_ERROR_CHANGED: the file is not the one that was opened or saved here; nothing was written
 */
typedef enum
{
  PANAH_STORE_ERROR_NOT_OURS,
  PANAH_STORE_ERROR_NEWER,
  PANAH_STORE_ERROR_HEADER,
  PANAH_STORE_ERROR_LIMITS,
  PANAH_STORE_ERROR_PASSPHRASE,
  PANAH_STORE_ERROR_DAMAGED,
  PANAH_STORE_ERROR_MEMORY,
  PANAH_STORE_ERROR_SECRET,
  PANAH_STORE_ERROR_SCHEMA_NEWER,
  PANAH_STORE_ERROR_CONTENT,
  PANAH_STORE_ERROR_READ,
  PANAH_STORE_ERROR_SAVE,
  PANAH_STORE_ERROR_SAVED_UNSYNCED,
  PANAH_STORE_ERROR_NO_SPACE,
  PANAH_STORE_ERROR_CHANGED,
} PanahStoreError;

#define PANAH_STORE_ERROR (panah_store_error_quark ())
GQuark panah_store_error_quark (void);

G_END_DECLS
