/* companion.h - which language stands beside a translation that nobody has signed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *panah_companion_find (const char *language);

G_END_DECLS
