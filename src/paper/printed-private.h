/* printed-private.h - what an answer on a form and one on the reader's copy have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/printed.h"
#include "paper/words.h"

G_BEGIN_DECLS

void       panah_printed_set           (PanahPrinted        *self,
                                        PanahFactKind        kind,
                                        const char          *raw);
char      *panah_printed_join_name     (const PanahName     *name,
                                        gboolean             latin_first) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *panah_printed_order_codes   (const PanahFactSpec *spec,
                                        const PanahValue    *value) G_GNUC_WARN_UNUSED_RESULT;

/* printed-date.c */
char      *panah_printed_format_digits (guint32              day) G_GNUC_WARN_UNUSED_RESULT;
char      *panah_printed_join_date     (const PanahDate     *date,
                                        const PanahWords    *words,
                                        const char          *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
