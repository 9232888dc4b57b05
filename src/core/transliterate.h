/* transliterate.h - how a name in Latin letters may be written in Cyrillic ones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PANAH_TRANSLITERATE_MAX 3

char **panah_transliterate (const char *latin,
                            const char *country) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
