/* fuzz.h - what libFuzzer calls, and what is asked of every error
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

int LLVMFuzzerInitialize   (int          *argc,
                            char       ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* Either it succeeded, or there is an error that can be shown. */
static inline void
fuzz_check (gboolean      succeeded,
            const GError *error)
{
  g_assert_true (succeeded == (error == NULL));
  if (error != NULL)
    g_assert_true (*error->message != '\0' && g_utf8_validate (error->message, -1, NULL));
}
