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
 * @PANAH_STORE_ERROR_READ: the file is not there, or one may not read it
 *
 * The six readings of a bad file, in the order in which they are told: `NOT_OURS`, `NEWER`, `HEADER`, `LIMITS`,
 * `PASSPHRASE`, `DAMAGED`. Saving itself fails with the errors of core/save-file.h.
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
} PanahStoreError;

#define PANAH_STORE_ERROR (panah_store_error_quark ())
GQuark panah_store_error_quark (void);

G_END_DECLS
