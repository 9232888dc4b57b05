/* payload.h - a case with all that belongs to it, as it is sealed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/summary.h"

G_BEGIN_DECLS

#define PANAH_BLOB_MAX_BYTES (10 * 1024 * 1024)
#define PANAH_BLOB_MAX_NAME  255
#define PANAH_MAX_BLOBS      1024

/**
 * PanahBlobKind:
 * @PANAH_BLOB_ATTACHMENT: a file that a person put in
 * @PANAH_BLOB_PAPER: a paper that the program made
 *
 * The numbers stand in files; others, of later versions, are kept as they are.
 */
typedef enum
{
  PANAH_BLOB_ATTACHMENT = 1,
  PANAH_BLOB_PAPER = 2,
} PanahBlobKind;

/**
 * PanahBlob:
 * @kind: a [enum@Panah.BlobKind], or a number of a later version
 * @name: a plain file name: no folder, not hidden, no control characters, at most 255 bytes
 * @data: what stands in it, at most 10 MiB
 */
typedef struct
{
  guint8  kind;
  char   *name;
  GBytes *data;
} PanahBlob;

/**
 * PanahPayload:
 * @root: the case as JSON, an object with `schema`, with whatever other members it has. One that was read is immutable:
 *   it is replaced, not changed
 * @blobs: (element-type PanahBlob): attachments and papers; no two of the same name
 * @summary: (nullable): what lists show; %NULL shows nothing
 */
typedef struct
{
  JsonNode     *root;
  GPtrArray    *blobs;
  PanahSummary *summary;
} PanahPayload;

PanahPayload    *panah_payload_new         (JsonNode           *root) G_GNUC_WARN_UNUSED_RESULT;
void             panah_payload_free        (PanahPayload       *self);
gboolean         panah_payload_add_blob    (PanahPayload       *self,
                                            guint8              kind,
                                            const char         *name,
                                            GBytes             *data,
                                            GError            **error);
gboolean         panah_payload_remove_blob (PanahPayload       *self,
                                            const char         *name);
const PanahBlob *panah_payload_find_blob   (const PanahPayload *self,
                                            const char         *name);
GBytes          *panah_payload_to_bytes    (const PanahPayload *self,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
PanahPayload    *panah_payload_new_bytes   (GBytes             *bytes,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahPayload, panah_payload_free)

G_END_DECLS
