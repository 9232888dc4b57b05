/* error-text.h - what went wrong, as a sentence that says what to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "store/case-file.h"

G_BEGIN_DECLS

const char *panah_notes_to_sentence (PanahCaseFileNotes notes);
const char *panah_error_to_sentence (const GError *error);

G_END_DECLS
