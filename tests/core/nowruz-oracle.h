/* nowruz-oracle.h - the first day of the Solar Hijri year from the sun itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

guint32 nowruz_oracle (guint year);
