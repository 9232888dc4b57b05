/* passphrase.h - asking for a passphrase without showing or keeping it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/secret.h"

G_BEGIN_DECLS

/* No file descriptor: the terminal is asked. */
#define PANAH_PASSPHRASE_ASK -1

#define PANAH_PASSPHRASE_OPTION(variable) \
  { "passphrase-fd", 0, 0, G_OPTION_ARG_INT, (variable), "Where the first line is the passphrase", "N" }

PanahSecret *panah_tool_read_passphrase (int       fd,
                                         gboolean  is_new,
                                         GError  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
