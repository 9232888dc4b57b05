/* pdf-object.c - the one file that knows libharu
 *
 * libharu is used as a writer of pages and objects, never of text: its own TrueType path
 * loses parts of letters while the text layer stays right. Its errors are sticky and some
 * calls return success after a loss, so the handler records the first error, every later
 * call does nothing, and panah_pdf_finish() turns the record into a GError. The handler
 * never jumps: there is our own memory on the way.
 *
 * The functions and struct members used here are the same in the headers of 2.3.0 and 2.4.x.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/pdf-object.h"

#include <hpdf.h>
#include <string.h>

#include "paper/deflate.h"
#include "paper/error.h"
#include "paper/pdf-pack.h"

#if HPDF_MAJOR_VERSION != 2 || HPDF_MINOR_VERSION < 3 || HPDF_MINOR_VERSION > 4
#error "libharu's structs are known here for versions 2.3 and 2.4 only"
#endif

#define CHUNK 16384
#define HASH_LENGTH 16
/* With its byte order mark under 32767 bytes, the most that PDF/A allows to a string. */
#define MOST_UNITS 16000

struct _PanahPdf
{
  /* owned */
  HPDF_Doc   doc;
  GChecksum *checksum;   /* of everything that is seen or read: the file's /ID */

  HPDF_STATUS status;    /* the first error, or HPDF_OK */
  HPDF_STATUS detail;
};

static void
record_error (HPDF_STATUS status,
              HPDF_STATUS detail,
              void       *user_data)
{
  PanahPdf *self = user_data;

  if (self->status == HPDF_OK)
    {
      self->status = status;
      self->detail = detail;
    }
}

static gboolean
is_sound (PanahPdf *self)
{
  return self->doc != NULL && self->status == HPDF_OK;
}

static void
add_to_checksum (PanahPdf     *self,
                 gconstpointer data,
                 gsize         length)
{
  while (length > 0)
    {
      gsize part = MIN (length, G_MAXSSIZE);

      g_checksum_update (self->checksum, data, part);
      data = (const guchar *) data + part;
      length -= part;
    }
}

/**
 * panah_pdf_new:
 *
 * Returns: (transfer full): an empty file of version 1.7. Failure shows in
 *   [func@Panah.pdf_finish], nowhere else
 */
PanahPdf *
panah_pdf_new (void)
{
  PanahPdf *self = g_new0 (PanahPdf, 1);

  self->checksum = g_checksum_new (G_CHECKSUM_MD5);
  self->doc = HPDF_New (record_error, self);
  if (self->doc == NULL)
    {
      record_error (HPDF_FAILD_TO_ALLOC_MEM, 0, self);
      return self;
    }

  self->doc->pdf_version = HPDF_VER_17;
  return self;
}

void
panah_pdf_free (PanahPdf *self)
{
  g_clear_pointer (&self->doc, HPDF_Free);
  g_checksum_free (self->checksum);
  g_free (self);
}

/* The trailer's two identifiers: no clock and no chance in them. MD5 is what ISO 32000-1, 14.4 has; nothing is secured by it. */
static void
add_identifier (PanahPdf *self)
{
  guint8 digest[HASH_LENGTH];
  gsize length = sizeof digest;
  HPDF_Array id = HPDF_Array_New (self->doc->mmgr);

  g_checksum_get_digest (self->checksum, digest, &length);
  if (id == NULL)
    return;
  for (guint i = 0; i < 2; i++)
    HPDF_Array_Add (id, HPDF_Binary_New (self->doc->mmgr, digest, HASH_LENGTH));
  HPDF_Dict_Add (self->doc->trailer, "ID", id);
}

static GBytes *
read_back (PanahPdf *self)
{
  HPDF_UINT32 size = HPDF_GetStreamSize (self->doc);
  HPDF_UINT32 read = size;
  g_autofree guint8 *buffer = g_malloc (MAX (size, 1));

  HPDF_ResetStream (self->doc);
  HPDF_ReadFromStream (self->doc, buffer, &read);
  if (read != size || size == 0)
    {
      record_error (HPDF_STREAM_EOF, read, self);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&buffer), size);
}

/**
 * panah_pdf_finish:
 *
 * Writes the file. Nothing can be added afterwards.
 *
 * Returns: (transfer full): the whole file, or %NULL with %PANAH_PAPER_ERROR_PDF if
 *   anything went wrong since it was begun
 */
GBytes *
panah_pdf_finish (PanahPdf *self,
                  GError  **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (is_sound (self))
    add_identifier (self);
  if (is_sound (self))
    HPDF_SaveToStream (self->doc);
  if (is_sound (self))
    bytes = read_back (self);
  if (is_sound (self))
    return panah_pdf_pack (bytes);

  g_set_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_PDF,
               "libharu reported error 0x%04lX (detail %lu)",
               (unsigned long) self->status, (unsigned long) self->detail);
  return NULL;
}

PanahPdfDict *
panah_pdf_get_catalog (PanahPdf *self)
{
  return is_sound (self) ? (PanahPdfDict *) self->doc->catalog : NULL;
}

/* libharu makes the dictionary at the first call that needs it. */
PanahPdfDict *
panah_pdf_get_info (PanahPdf *self)
{
  if (!is_sound (self))
    return NULL;
  if (self->doc->info == NULL)
    HPDF_SetInfoAttr (self->doc, HPDF_INFO_CREATOR, "");
  return (PanahPdfDict *) self->doc->info;
}

/**
 * panah_pdf_get_producer:
 *
 * Returns: (transfer none): what libharu calls itself in the Info dictionary
 */
const char *
panah_pdf_get_producer (PanahPdf *self)
{
  const char *producer = is_sound (self) ? HPDF_GetInfoAttr (self->doc, HPDF_INFO_PRODUCER) : NULL;

  return producer != NULL ? producer : "";
}

/**
 * panah_pdf_add_page:
 * @width: in points, 3 to 14400
 * @height: in points, 3 to 14400
 *
 * Returns: (transfer none) (nullable): the page; %NULL after an error
 */
PanahPdfDict *
panah_pdf_add_page (PanahPdf *self,
                    double    width,
                    double    height)
{
  HPDF_Page page;

  if (!is_sound (self))
    return NULL;
  page = HPDF_AddPage (self->doc);
  if (page == NULL)
    return NULL;
  HPDF_Page_SetWidth (page, width);
  HPDF_Page_SetHeight (page, height);
  return (PanahPdfDict *) page;
}

static void
write_chunks (PanahPdf    *self,
              HPDF_Stream  stream,
              const guint8 *data,
              gsize        length)
{
  while (length > 0 && is_sound (self))
    {
      gsize part = MIN (length, CHUNK);

      HPDF_Stream_Write (stream, data, part);
      data += part;
      length -= part;
    }
}

/* libharu would deflate what it calls deflated, so it is not told; it asks here what else the dictionary holds. */
static HPDF_STATUS
write_filter (HPDF_Dict   dict,
              HPDF_Stream stream)
{
  return HPDF_Stream_WriteStr (stream, "/Filter /FlateDecode\012");
}

static void
write_deflated (PanahPdf     *self,
                HPDF_Dict     dict,
                gconstpointer data,
                gsize         length)
{
  gsize deflated_length;
  g_autofree guint8 *deflated = panah_deflate (data, length, &deflated_length);

  add_to_checksum (self, deflated, deflated_length);
  dict->filter = HPDF_STREAM_FILTER_NONE;
  dict->write_fn = write_filter;
  write_chunks (self, dict->stream, deflated, deflated_length);
}

/**
 * panah_pdf_page_write:
 * @content: operators; strings in them are binary
 * @length: bytes, any number
 *
 * Writes the page's content stream; once for a page.
 */
void
panah_pdf_page_write (PanahPdf     *self,
                      PanahPdfDict *page,
                      const char   *content,
                      gsize         length)
{
  if (is_sound (self) && page != NULL)
    write_deflated (self, ((HPDF_PageAttr) ((HPDF_Page) page)->attr)->contents, content, length);
}

/**
 * panah_pdf_page_get_font_name:
 *
 * Returns: (transfer none): the name under which @page knows @font; "" after an error
 */
const char *
panah_pdf_page_get_font_name (PanahPdf     *self,
                              PanahPdfDict *page,
                              PanahPdfDict *font)
{
  const char *name = NULL;

  if (is_sound (self) && page != NULL && font != NULL)
    name = HPDF_Page_GetLocalFontName ((HPDF_Page) page, (HPDF_Font) font);
  return name != NULL ? name : "";
}

/**
 * panah_pdf_dict_new:
 * @indirect: whether other objects refer to it by number
 *
 * Returns: (transfer none) (nullable): an empty dictionary; a direct one must be added to
 *   another object
 */
PanahPdfDict *
panah_pdf_dict_new (PanahPdf *self,
                    gboolean  indirect)
{
  HPDF_Dict dict;

  if (!is_sound (self))
    return NULL;
  dict = HPDF_Dict_New (self->doc->mmgr);
  if (dict != NULL && indirect && HPDF_Xref_Add (self->doc->xref, dict) != HPDF_OK)
    return NULL;
  return (PanahPdfDict *) dict;
}

/**
 * panah_pdf_stream_new:
 * @data: (array length=length): its content
 * @deflate: whether to compress it
 *
 * Returns: (transfer none) (nullable): an indirect stream object
 */
PanahPdfDict *
panah_pdf_stream_new (PanahPdf     *self,
                      gconstpointer data,
                      gsize         length,
                      gboolean      deflate)
{
  HPDF_Dict dict;

  if (!is_sound (self))
    return NULL;
  dict = HPDF_DictStream_New (self->doc->mmgr, self->doc->xref);
  if (dict == NULL)
    return NULL;
  if (deflate)
    write_deflated (self, dict, data, length);
  else
    {
      add_to_checksum (self, data, length);
      write_chunks (self, dict->stream, data, length);
    }
  return (PanahPdfDict *) dict;
}

PanahPdfArray *
panah_pdf_array_new (PanahPdf *self)
{
  return is_sound (self) ? (PanahPdfArray *) HPDF_Array_New (self->doc->mmgr) : NULL;
}

void
panah_pdf_dict_set_name (PanahPdf     *self,
                         PanahPdfDict *dict,
                         const char   *key,
                         const char   *name)
{
  if (is_sound (self) && dict != NULL)
    HPDF_Dict_AddName ((HPDF_Dict) dict, key, name);
}

void
panah_pdf_dict_set_number (PanahPdf     *self,
                           PanahPdfDict *dict,
                           const char   *key,
                           int           number)
{
  if (is_sound (self) && dict != NULL)
    HPDF_Dict_AddNumber ((HPDF_Dict) dict, key, number);
}

void
panah_pdf_dict_set_boolean (PanahPdf     *self,
                            PanahPdfDict *dict,
                            const char   *key,
                            gboolean      value)
{
  if (is_sound (self) && dict != NULL)
    HPDF_Dict_AddBoolean ((HPDF_Dict) dict, key, value ? HPDF_TRUE : HPDF_FALSE);
}

static GByteArray *
encode_utf16 (const char *text)
{
  GByteArray *bytes = g_byte_array_new ();
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  if (length > MOST_UNITS)
    length = (units[MOST_UNITS] & 0xFC00) == 0xDC00 ? MOST_UNITS - 1 : MOST_UNITS;
  g_byte_array_append (bytes, (const guint8[]) { 0xFE, 0xFF }, 2);
  for (glong i = 0; i < length; i++)
    g_byte_array_append (bytes, (const guint8[]) { units[i] >> 8, units[i] & 0xFF }, 2);
  return bytes;
}

/**
 * panah_pdf_dict_set_text:
 * @text: UTF-8; what is beyond 16000 characters is left out
 *
 * Adds words that a person reads: as they are if they are ASCII, else as UTF-16 with its
 * byte order mark.
 */
void
panah_pdf_dict_set_text (PanahPdf     *self,
                         PanahPdfDict *dict,
                         const char   *key,
                         const char   *text)
{
  if (!is_sound (self) || dict == NULL)
    return;

  add_to_checksum (self, text, strlen (text));
  if (g_str_is_ascii (text))
    {
      g_autofree char *start = g_strndup (text, MOST_UNITS);

      HPDF_Dict_Add ((HPDF_Dict) dict, key, HPDF_String_New (self->doc->mmgr, start, NULL));
    }
  else
    {
      g_autoptr (GByteArray) bytes = encode_utf16 (text);

      HPDF_Dict_Add ((HPDF_Dict) dict, key,
                     HPDF_Binary_New (self->doc->mmgr, bytes->data, bytes->len));
    }
}

void
panah_pdf_dict_set_dict (PanahPdf     *self,
                         PanahPdfDict *dict,
                         const char   *key,
                         PanahPdfDict *value)
{
  if (is_sound (self) && dict != NULL && value != NULL)
    HPDF_Dict_Add ((HPDF_Dict) dict, key, value);
}

void
panah_pdf_dict_set_array (PanahPdf      *self,
                          PanahPdfDict  *dict,
                          const char    *key,
                          PanahPdfArray *value)
{
  if (is_sound (self) && dict != NULL && value != NULL)
    HPDF_Dict_Add ((HPDF_Dict) dict, key, value);
}

void
panah_pdf_array_add_number (PanahPdf      *self,
                            PanahPdfArray *array,
                            int            number)
{
  if (is_sound (self) && array != NULL)
    HPDF_Array_AddNumber ((HPDF_Array) array, number);
}

void
panah_pdf_array_add_name (PanahPdf      *self,
                          PanahPdfArray *array,
                          const char    *name)
{
  if (is_sound (self) && array != NULL)
    HPDF_Array_AddName ((HPDF_Array) array, name);
}

void
panah_pdf_array_add_dict (PanahPdf      *self,
                          PanahPdfArray *array,
                          PanahPdfDict  *value)
{
  if (is_sound (self) && array != NULL && value != NULL)
    HPDF_Array_Add ((HPDF_Array) array, value);
}

void
panah_pdf_array_add_array (PanahPdf      *self,
                           PanahPdfArray *array,
                           PanahPdfArray *value)
{
  if (is_sound (self) && array != NULL && value != NULL)
    HPDF_Array_Add ((HPDF_Array) array, value);
}
