/* head.h - the first 4 KiB of a sealed file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/container.h"

G_BEGIN_DECLS

#define PANAH_HEAD_STREAM_BYTES 24

/**
 * PanahHead:
 * @bytes: (array fixed-size=4096): as they stand in the file
 * @n_slots: 1 to 8
 * @recipes: of each slot’s key
 */
typedef struct
{
  const guint8  *bytes;
  guint          n_slots;
  PanahKeyRecipe recipes[PANAH_CONTAINER_MAX_SLOTS];
} PanahHead;

/**
 * PanahFileKeys:
 * @file: wrapped in the slots
 * @stream: seals the body
 * @summary: seals the record
 *
 * New at every save. Only ever in guarded memory.
 */
typedef struct
{
  guint8 file[PANAH_KEY_BYTES];
  guint8 stream[PANAH_KEY_BYTES];
  guint8 summary[PANAH_KEY_BYTES];
} PanahFileKeys;

gboolean      panah_head_has_magic      (GBytes              *file);
gboolean      panah_head_read           (PanahHead           *self,
                                         GBytes              *file,
                                         GError             **error);
gboolean      panah_head_unwrap         (const PanahHead     *self,
                                         guint                slot,
                                         PanahKey            *key,
                                         PanahFileKeys       *out_keys);
gboolean      panah_head_open           (const PanahHead     *self,
                                         PanahSecret         *secret,
                                         PanahFileKeys       *out_keys,
                                         GError             **error);
GBytes       *panah_head_open_summary   (const PanahHead     *self,
                                         const PanahFileKeys *keys,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
const guint8 *panah_head_get_stream     (const PanahHead     *self);
void          panah_file_keys_init      (PanahFileKeys       *self);
void          panah_head_write          (guint8              *out_head,
                                         GPtrArray           *keys,
                                         const PanahFileKeys *file_keys,
                                         const guint8        *stream,
                                         GBytes              *summary);

G_END_DECLS
