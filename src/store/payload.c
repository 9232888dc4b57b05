/* payload.c - a case with all that belongs to it, as it is sealed
 *
 * Numbers have their lowest byte first.
 *
 *   4  length of the case
 *   2  how many files belong to it
 *   2  zero
 *      the case, as JSON
 *   and for each file
 *   1  kind
 *   1  length of its name
 *   2  zero
 *   4  length of the file
 *      its name, then the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/payload.h"

#include <string.h>

#include "core/json-scan.h"
#include "store/error.h"
#include "store/memory.h"
#include "store/migrate.h"

#define HEAD_BYTES 8
#define BLOB_BYTES 8

G_STATIC_ASSERT (PANAH_BLOB_MAX_NAME <= G_MAXUINT8);
G_STATIC_ASSERT (PANAH_MAX_BLOBS <= G_MAXUINT16);

static gboolean
fail (GError    **error,
      const char *message)
{
  g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_CONTENT, message);
  return FALSE;
}

static void
blob_free (gpointer data)
{
  PanahBlob *self = data;

  g_free (self->name);
  g_bytes_unref (self->data);
  g_free (self);
}

/**
 * panah_payload_new:
 * @root: (transfer none): the case as JSON
 *
 * Returns: (transfer full): the case alone
 */
PanahPayload *
panah_payload_new (JsonNode *root)
{
  PanahPayload *self = g_new0 (PanahPayload, 1);

  self->root = json_node_ref (root);
  self->blobs = g_ptr_array_new_with_free_func (blob_free);
  return self;
}

/**
 * panah_payload_free:
 * @self: (nullable) (transfer full): a payload
 */
void
panah_payload_free (PanahPayload *self)
{
  if (self == NULL)
    return;

  json_node_unref (self->root);
  g_ptr_array_unref (self->blobs);
  g_clear_pointer (&self->summary, panah_summary_free);
  g_free (self);
}

/* A name that stays a name in any folder: it leads nowhere, hides nothing and writes nothing on a terminal. */
static gboolean
is_plain_name (const char *name,
               gsize       length)
{
  if (length == 0 || length > PANAH_BLOB_MAX_NAME || *name == '.' || !g_utf8_validate_len (name, length, NULL))
    return FALSE;
  for (const char *p = name; p < name + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == '/' || c == '\\' || g_unichar_type (c) == G_UNICODE_CONTROL || g_unichar_type (c) == G_UNICODE_FORMAT)
        return FALSE;
    }
  return TRUE;
}

/**
 * panah_payload_find_blob:
 * @self: a payload
 * @name: a file name
 *
 * Returns: (transfer none) (nullable): the file of that name
 */
const PanahBlob *
panah_payload_find_blob (const PanahPayload *self,
                         const char         *name)
{
  for (guint i = 0; i < self->blobs->len; i++)
    {
      const PanahBlob *blob = self->blobs->pdata[i];
      if (strcmp (blob->name, name) == 0)
        return blob;
    }
  return NULL;
}

/**
 * panah_payload_add_blob:
 * @self: a payload
 * @kind: a [enum@Panah.BlobKind]
 * @name: a plain file name, see [struct@Panah.Blob]
 * @data: at most 10 MiB
 * @error: return location for a [error@Panah.StoreError]: `CONTENT` if it cannot have that name or another file has it,
 *   `LIMITS` if it is too large or there are 1,024 already
 *
 * Returns: %TRUE if it belongs to the case now
 */
gboolean
panah_payload_add_blob (PanahPayload *self,
                        guint8        kind,
                        const char   *name,
                        GBytes       *data,
                        GError      **error)
{
  if (!is_plain_name (name, strlen (name)))
    return fail (error, "this cannot be the name of an attachment");
  if (panah_payload_find_blob (self, name) != NULL)
    return fail (error, "two attachments have the same name");
  if (g_bytes_get_size (data) > PANAH_BLOB_MAX_BYTES || self->blobs->len >= PANAH_MAX_BLOBS)
    {
      g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS,
                           "an attachment is larger than 10 MiB, or there are more than 1,024");
      return FALSE;
    }

  PanahBlob *blob = g_new (PanahBlob, 1);
  blob->kind = kind;
  blob->name = g_strdup (name);
  blob->data = g_bytes_ref (data);
  g_ptr_array_add (self->blobs, blob);
  return TRUE;
}

/**
 * panah_payload_remove_blob:
 * @self: a payload
 * @name: a file name
 *
 * Returns: %FALSE if no file has that name
 */
gboolean
panah_payload_remove_blob (PanahPayload *self,
                           const char   *name)
{
  const PanahBlob *blob = panah_payload_find_blob (self, name);

  return blob != NULL && g_ptr_array_remove (self->blobs, (gpointer) blob);
}

static void
put (guint8 **p,
     guint32  value,
     guint    n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    *(*p)++ = value >> (8 * i);
}

static void
put_bytes (guint8   **p,
           const void *data,
           gsize       length)
{
  if (length > 0)
    memcpy (*p, data, length);
  *p += length;
}

static gsize
get_size (const PanahPayload *self,
          gsize               json)
{
  gsize size = HEAD_BYTES + json;

  for (guint i = 0; i < self->blobs->len; i++)
    {
      const PanahBlob *blob = self->blobs->pdata[i];
      size += BLOB_BYTES + strlen (blob->name) + g_bytes_get_size (blob->data);
    }
  return size;
}

/**
 * panah_payload_to_bytes:
 * @self: a payload
 * @error: return location for a [error@Panah.StoreError]: `LIMITS` if the case is beyond what may be read again,
 *   or `MEMORY`
 *
 * Its summary is not among it.
 *
 * Returns: (transfer full) (nullable): what is sealed, wiped with its last reference
 */
GBytes *
panah_payload_to_bytes (const PanahPayload *self,
                        GError            **error)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  gsize length;

  json_generator_set_root (generator, self->root);
  g_autofree char *json = json_generator_to_data (generator, &length);
  if (!panah_json_scan (json, length, NULL))
    {
      g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_LIMITS,
                           "the case is larger than 8 MiB, or an answer is longer than 1 MiB");
      return NULL;
    }

  gsize size = get_size (self, length);
  guint8 *data = panah_memory_try_new (size, error), *p = data;
  if (data == NULL)
    return NULL;
  put (&p, length, 4);
  put (&p, self->blobs->len, 2);
  put (&p, 0, 2);
  put_bytes (&p, json, length);
  for (guint i = 0; i < self->blobs->len; i++)
    {
      const PanahBlob *blob = self->blobs->pdata[i];
      gsize n;
      const void *contents = g_bytes_get_data (blob->data, &n);

      put (&p, blob->kind, 1);
      put (&p, strlen (blob->name), 1);
      put (&p, 0, 2);
      put (&p, n, 4);
      put_bytes (&p, blob->name, strlen (blob->name));
      put_bytes (&p, contents, n);
    }
  return panah_memory_take_bytes (data, size);
}

/* What is left to be read. */
typedef struct
{
  GBytes       *bytes;
  const guint8 *data;
  gsize         at;
  gsize         size;
} Reader;

/* Reads a number of @n_bytes that is known to be there. */
static guint32
take (Reader *self,
      guint   n_bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value |= (guint32) self->data[self->at++] << (8 * i);
  return value;
}

static gboolean
has (const Reader *self,
     gsize         n_bytes)
{
  return self->size - self->at >= n_bytes;
}

static gboolean
read_blob (PanahPayload *self,
           Reader       *reader,
           GError      **error)
{
  guint8 kind, n_name;
  guint32 n_data;

  if (!has (reader, BLOB_BYTES))
    return fail (error, "an attachment is cut off");
  kind = take (reader, 1);
  n_name = take (reader, 1);
  take (reader, 2);
  n_data = take (reader, 4);
  if (!has (reader, (gsize) n_name + n_data))
    return fail (error, "an attachment is cut off");
  if (!is_plain_name ((const char *) reader->data + reader->at, n_name))
    return fail (error, "an attachment has a name that leads elsewhere");

  g_autofree char *name = g_strndup ((const char *) reader->data + reader->at, n_name);
  reader->at += n_name;
  g_autoptr (GBytes) data = g_bytes_new_from_bytes (reader->bytes, reader->at, n_data);
  reader->at += n_data;
  return panah_payload_add_blob (self, kind, name, data, error);
}

static JsonNode *
read_case (const char *json,
           gsize       length,
           GError    **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (JsonNode) root = panah_json_parse (json, length, &problem);

  if (root != NULL)
    return panah_migrate (root, error);
  g_set_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_CONTENT, "what the file holds is no case: %s",
               problem->message);
  return NULL;
}

/**
 * panah_payload_new_bytes:
 * @bytes: what was sealed
 * @error: return location for a [error@Panah.StoreError]: `CONTENT` if it is no case, `SCHEMA_NEWER`, or `LIMITS`
 *
 * Believes nothing that it reads. Cases of older versions become those of today; members and kinds of files that this
 * version does not know are kept. The files borrow from @bytes, so they take no more memory.
 *
 * Returns: (transfer full) (nullable): the payload, without a summary
 */
PanahPayload *
panah_payload_new_bytes (GBytes  *bytes,
                         GError **error)
{
  Reader reader = { .bytes = bytes };

  reader.data = g_bytes_get_data (bytes, &reader.size);
  if (!has (&reader, HEAD_BYTES))
    {
      fail (error, "the file holds nothing");
      return NULL;
    }

  gsize length = take (&reader, 4);
  guint n_blobs = take (&reader, 2);
  take (&reader, 2);
  if (!has (&reader, length))
    {
      fail (error, "the case is cut off");
      return NULL;
    }

  g_autoptr (JsonNode) root = read_case ((const char *) reader.data + reader.at, length, error);
  if (root == NULL)
    return NULL;
  reader.at += length;

  g_autoptr (PanahPayload) self = panah_payload_new (root);
  for (guint i = 0; i < n_blobs; i++)
    {
      if (!read_blob (self, &reader, error))
        return NULL;
    }
  if (reader.at != reader.size)
    {
      fail (error, "something follows after the last attachment");
      return NULL;
    }
  return g_steal_pointer (&self);
}
