/* pdf-font.h - one embedded font: codes, widths, the text each code stands for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/font-set.h"
#include "paper/pdf-object.h"

G_BEGIN_DECLS

/* The longest text that one code can stand for, in bytes. */
#define PANAH_PDF_FONT_MAX_TEXT 96

typedef struct _PanahPdfFont PanahPdfFont;

PanahPdfFont *panah_pdf_font_new       (PanahPdf        *pdf,
                                        const PanahFace *face) G_GNUC_WARN_UNUSED_RESULT;
void          panah_pdf_font_free      (PanahPdfFont *self);

PanahPdfDict *panah_pdf_font_get_dict  (PanahPdfFont *self);
gboolean      panah_pdf_font_is_full   (PanahPdfFont *self);
guint         panah_pdf_font_get_code  (PanahPdfFont *self,
                                        guint         glyph,
                                        const char   *text,
                                        gsize         length);
guint         panah_pdf_font_get_space (PanahPdfFont *self);
int           panah_pdf_font_get_width (PanahPdfFont *self,
                                        guint         code);
gboolean      panah_pdf_font_finish    (PanahPdfFont *self,
                                        GError      **error);

G_END_DECLS
