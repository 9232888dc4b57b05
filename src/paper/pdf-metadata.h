/* pdf-metadata.h - what a file says about itself: title, language, headings, what its black is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/pages-private.h"
#include "paper/pdf-object.h"

G_BEGIN_DECLS

/* pdf-metadata.c */
char *panah_pdf_dup_title         (const char          *words) G_GNUC_WARN_UNUSED_RESULT;
void  panah_pdf_add_metadata      (PanahPdf            *pdf,
                                   const PanahDocument *document);

/* pdf-outline.c */
void  panah_pdf_add_outline       (PanahPdf            *pdf,
                                   const PanahPages    *pages,
                                   const GPtrArray     *sheets);

/* pdf-output-intent.c */
void  panah_pdf_add_output_intent (PanahPdf            *pdf);

G_END_DECLS
