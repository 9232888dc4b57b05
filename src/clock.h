/* clock.h - the only place where the time of day is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 panah_clock_now         (void);
gint64 panah_clock_since_start (void);

G_END_DECLS
