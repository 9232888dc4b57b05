/* error.h - what can go wrong in core
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PanahCoreError:
 * @PANAH_CORE_ERROR_JSON: not strict JSON (RFC 8259); the message names line and column
 * @PANAH_CORE_ERROR_LIMIT: larger, deeper or longer than a case or a pack may be
 * @PANAH_CORE_ERROR_CASE: JSON, but not a case: a member has the wrong kind
 * @PANAH_CORE_ERROR_DATE: a date or moment that does not exist
 * @PANAH_CORE_ERROR_PACK_NAME: not the name of a pack at all, such as a path
 * @PANAH_CORE_ERROR_PACK_UNKNOWN: no pack of that name is installed
 * @PANAH_CORE_ERROR_PACK_INVALID: the pack has errors and was not loaded
 * @PANAH_CORE_ERROR_FILE: a file could not be read
 */
typedef enum
{
  PANAH_CORE_ERROR_JSON,
  PANAH_CORE_ERROR_LIMIT,
  PANAH_CORE_ERROR_CASE,
  PANAH_CORE_ERROR_DATE,
  PANAH_CORE_ERROR_PACK_NAME,
  PANAH_CORE_ERROR_PACK_UNKNOWN,
  PANAH_CORE_ERROR_PACK_INVALID,
  PANAH_CORE_ERROR_FILE,
} PanahCoreError;

#define PANAH_CORE_ERROR (panah_core_error_quark ())
GQuark panah_core_error_quark (void);

G_END_DECLS
