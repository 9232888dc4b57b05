/* pdf-append.h - numbers and letters as the operators of a page have them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void panah_pdf_append_number (GString *content,
                              double   number);
void panah_pdf_append_utf16  (GString    *content,
                              const char *text,
                              gsize       length);

G_END_DECLS
