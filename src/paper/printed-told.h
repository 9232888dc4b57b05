/* printed-told.h - an answer as the person told it, for a copy that only the person reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/pack.h"
#include "paper/printed.h"

G_BEGIN_DECLS

void panah_printed_init_told (PanahPrinted        *self,
                              const PanahFactSpec *spec,
                              const PanahValue    *value,
                              const PanahPack     *pack,
                              const char          *language,
                              const char          *paper_language);

G_END_DECLS
