/* pdf-structure.h - what the marks on the pages are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/pages-private.h"
#include "paper/pdf-object.h"

G_BEGIN_DECLS

typedef struct _PanahPdfStructure PanahPdfStructure;

PanahPdfStructure *panah_pdf_structure_new        (PanahPdf         *pdf,
                                                   const PanahPages *pages)
                                                   G_GNUC_WARN_UNUSED_RESULT;
void               panah_pdf_structure_free       (PanahPdfStructure *self);

void               panah_pdf_structure_begin_page (PanahPdfStructure *self,
                                                   PanahPdfDict      *page);
void               panah_pdf_structure_end_page   (PanahPdfStructure *self);
guint              panah_pdf_structure_add_mark   (PanahPdfStructure *self,
                                                   int                node);
const char        *panah_pdf_structure_get_tag    (PanahPdfStructure *self,
                                                   int                node);
void               panah_pdf_structure_finish     (PanahPdfStructure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahPdfStructure, panah_pdf_structure_free)

G_END_DECLS
