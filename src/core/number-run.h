/* number-run.h - numbers of laws, articles and telephones inside words that run from right to left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *panah_number_runs_isolate (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
