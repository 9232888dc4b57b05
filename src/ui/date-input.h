/* date-input.h - a date in the calendar of its document, as its parts are typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/date.h"
#include "ui/editor.h"

G_BEGIN_DECLS

/* How many inputs it is where no part may be missing; an editor's own come behind them. */
#define PANAH_DATE_INPUT_N_WHOLE 6

void      panah_date_input_add        (PanahEditor     *self,
                                       gboolean         parts);
void      panah_date_input_choose_day (PanahEditor     *self,
                                       guint32          day);
gboolean  panah_date_input_read       (PanahEditor     *self,
                                       PanahDate       *out_date,
                                       char           **out_error);
void      panah_date_input_write      (PanahEditor     *self,
                                       const PanahDate *date);

/* As panah_editor_dump() and panah_editor_restore() */
JsonNode *panah_date_input_dump       (PanahEditor     *self) G_GNUC_WARN_UNUSED_RESULT;
void      panah_date_input_restore    (PanahEditor     *self,
                                       JsonNode        *dump);

G_END_DECLS
