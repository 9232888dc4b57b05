/* pdf-object.h - the objects of a PDF file, without any of libharu's types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Everything made from a PanahPdf belongs to it and dies with it. */
typedef struct _PanahPdf      PanahPdf;
typedef struct _PanahPdfDict  PanahPdfDict;
typedef struct _PanahPdfArray PanahPdfArray;

PanahPdf      *panah_pdf_new                (void) G_GNUC_WARN_UNUSED_RESULT;
void           panah_pdf_free               (PanahPdf *self);
GBytes        *panah_pdf_finish             (PanahPdf *self,
                                             GError  **error) G_GNUC_WARN_UNUSED_RESULT;

PanahPdfDict  *panah_pdf_get_catalog        (PanahPdf *self);
PanahPdfDict  *panah_pdf_get_info           (PanahPdf *self);
const char    *panah_pdf_get_producer       (PanahPdf *self);

PanahPdfDict  *panah_pdf_add_page           (PanahPdf *self,
                                             double    width,
                                             double    height);
void           panah_pdf_page_write         (PanahPdf     *self,
                                             PanahPdfDict *page,
                                             const char   *content,
                                             gsize         length);
const char    *panah_pdf_page_get_font_name (PanahPdf     *self,
                                             PanahPdfDict *page,
                                             PanahPdfDict *font);

PanahPdfDict  *panah_pdf_dict_new           (PanahPdf *self,
                                             gboolean  indirect);
PanahPdfDict  *panah_pdf_stream_new         (PanahPdf     *self,
                                             gconstpointer data,
                                             gsize         length,
                                             gboolean      deflate);
PanahPdfArray *panah_pdf_array_new          (PanahPdf *self);

void           panah_pdf_dict_set_name      (PanahPdf     *self,
                                             PanahPdfDict *dict,
                                             const char   *key,
                                             const char   *name);
void           panah_pdf_dict_set_number    (PanahPdf     *self,
                                             PanahPdfDict *dict,
                                             const char   *key,
                                             int           number);
void           panah_pdf_dict_set_boolean   (PanahPdf     *self,
                                             PanahPdfDict *dict,
                                             const char   *key,
                                             gboolean      value);
void           panah_pdf_dict_set_text      (PanahPdf     *self,
                                             PanahPdfDict *dict,
                                             const char   *key,
                                             const char   *text);
void           panah_pdf_dict_set_dict      (PanahPdf     *self,
                                             PanahPdfDict *dict,
                                             const char   *key,
                                             PanahPdfDict *value);
void           panah_pdf_dict_set_array     (PanahPdf      *self,
                                             PanahPdfDict  *dict,
                                             const char    *key,
                                             PanahPdfArray *value);
void           panah_pdf_array_add_number   (PanahPdf      *self,
                                             PanahPdfArray *array,
                                             int            number);
void           panah_pdf_array_add_name     (PanahPdf      *self,
                                             PanahPdfArray *array,
                                             const char    *name);
void           panah_pdf_array_add_dict     (PanahPdf      *self,
                                             PanahPdfArray *array,
                                             PanahPdfDict  *value);
void           panah_pdf_array_add_array    (PanahPdf      *self,
                                             PanahPdfArray *array,
                                             PanahPdfArray *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahPdf, panah_pdf_free)

G_END_DECLS
