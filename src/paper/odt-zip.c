/* odt-zip.c - a ZIP archive in memory, as OpenDocument wants it
 *
 * No temporary file: minizip writes through functions of ours into an array. No clock: every part bears the first day
 * that a ZIP can name, so the same parts give the same bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/odt-zip.h"

#include <string.h>
#include <zip.h>

#include "paper/error.h"

#define FIRST_DAY ((1 << 5) | 1)   /* 1 January 1980, 00:00 */
#define DOS_DATE ((uLong) FIRST_DAY << 16)

struct _PanahOdtZip
{
  /* owned */
  GByteArray *bytes;
  zipFile     zip;        /* (nullable): NULL once it is closed */

  guint       position;
  int         status;     /* the first error of minizip */
};

static voidpf ZCALLBACK
open_cb (voidpf      opaque,
         const void *name,
         int         mode)
{
  return opaque;
}

static uLong ZCALLBACK
write_cb (voidpf      opaque,
          voidpf      stream,
          const void *data,
          uLong       length)
{
  PanahOdtZip *self = stream;

  if (length > G_MAXINT32 - self->position)
    return 0;
  if (self->position + length > self->bytes->len)
    g_byte_array_set_size (self->bytes, self->position + length);
  memcpy (self->bytes->data + self->position, data, length);
  self->position += length;
  return length;
}

static ZPOS64_T ZCALLBACK
tell_cb (voidpf opaque,
         voidpf stream)
{
  return ((PanahOdtZip *) stream)->position;
}

/* minizip goes back to a part's head when it knows how long the part became, and forth again. */
static long ZCALLBACK
seek_cb (voidpf   opaque,
         voidpf   stream,
         ZPOS64_T offset,
         int      origin)
{
  PanahOdtZip *self = stream;
  ZPOS64_T start = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                   : origin == ZLIB_FILEFUNC_SEEK_CUR ? self->position
                                                      : self->bytes->len;

  if (start + offset > self->bytes->len)
    return -1;
  self->position = start + offset;
  return 0;
}

static int ZCALLBACK
close_cb (voidpf opaque,
          voidpf stream)
{
  return 0;
}

static int ZCALLBACK
error_cb (voidpf opaque,
          voidpf stream)
{
  return 0;
}

static void
note (PanahOdtZip *self,
      int          status)
{
  if (self->status == ZIP_OK)
    self->status = status;
}

/**
 * panah_odt_zip_new:
 *
 * Returns: (transfer full): an archive without parts
 */
PanahOdtZip *
panah_odt_zip_new (void)
{
  PanahOdtZip *self = g_new0 (PanahOdtZip, 1);
  zlib_filefunc64_def functions = {
    .zopen64_file = open_cb,
    .zwrite_file = write_cb,
    .ztell64_file = tell_cb,
    .zseek64_file = seek_cb,
    .zclose_file = close_cb,
    .zerror_file = error_cb,
    .opaque = self,
  };

  self->bytes = g_byte_array_new ();
  self->zip = zipOpen2_64 ("", APPEND_STATUS_CREATE, NULL, &functions);
  if (self->zip == NULL)
    note (self, ZIP_INTERNALERROR);
  return self;
}

/**
 * panah_odt_zip_free:
 * @self: (nullable): an archive, finished or not
 */
void
panah_odt_zip_free (PanahOdtZip *self)
{
  if (self == NULL)
    return;

  if (self->zip != NULL)
    zipClose (self->zip, NULL);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

/**
 * panah_odt_zip_add:
 * @self: an archive
 * @name: the part's path inside it, ASCII
 * @contents: what stands in the part
 * @deflate: %FALSE to store it as it is, which the first part of an OpenDocument file asks for
 *
 * Adds a part. What goes wrong is told by [func@Panah.odt_zip_finish].
 */
void
panah_odt_zip_add (PanahOdtZip *self,
                   const char  *name,
                   const char  *contents,
                   gboolean     deflate)
{
  const zip_fileinfo info = { .dosDate = DOS_DATE };

  if (self->status != ZIP_OK)
    return;
  note (self, zipOpenNewFileInZip (self->zip, name, &info, NULL, 0, NULL, 0, NULL, deflate ? Z_DEFLATED : 0,
                                   Z_DEFAULT_COMPRESSION));
  if (self->status != ZIP_OK)
    return;
  note (self, zipWriteInFileInZip (self->zip, contents, strlen (contents)));
  note (self, zipCloseFileInZip (self->zip));
}

/**
 * panah_odt_zip_finish:
 * @self: an archive; nothing can be added any more
 * @error: return location for %PANAH_PAPER_ERROR_ODT
 *
 * Returns: (transfer full) (nullable): the whole archive
 */
GBytes *
panah_odt_zip_finish (PanahOdtZip *self,
                      GError     **error)
{
  if (self->zip != NULL)
    note (self, zipClose (g_steal_pointer (&self->zip), NULL));
  if (self->status == ZIP_OK)
    return g_bytes_new (self->bytes->data, self->bytes->len);
  g_set_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_ODT, "minizip reports error %d", self->status);
  return NULL;
}
