/* container.h - bytes become sealed bytes, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/key.h"

G_BEGIN_DECLS

#define PANAH_CONTAINER_HEAD_BYTES 4096
#define PANAH_CONTAINER_MAX_BYTES  (64 * 1024 * 1024)
#define PANAH_CONTAINER_MAX_SLOTS  8
/* What fits into the record of a head. */
#define PANAH_CONTAINER_MAX_SUMMARY 3202

/**
 * PanahContents:
 * @payload: what was sealed
 * @summary: what the record in the head says
 * @keys: (element-type PanahKey): of every slot, in their order: whoever opens a file can seal it for the others
 * @worn: whether the file’s last 32 bytes, which guard against nothing but decay, are not what was written
 */
typedef struct
{
  GBytes    *payload;
  GBytes    *summary;
  GPtrArray *keys;
  gboolean   worn;
} PanahContents;

gboolean panah_container_is_ours      (GBytes        *file);
GBytes  *panah_container_seal         (GPtrArray     *keys,
                                       GBytes        *summary,
                                       GBytes        *payload,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean panah_container_open         (GBytes        *file,
                                       PanahSecret   *secret,
                                       PanahContents *out_contents,
                                       GError       **error);
gboolean panah_container_open_key     (GBytes        *file,
                                       PanahKey      *key,
                                       PanahContents *out_contents,
                                       GError       **error);
GBytes  *panah_container_open_summary (GBytes        *head,
                                       PanahSecret   *secret,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean panah_container_verify       (GBytes        *file,
                                       GError       **error);
void     panah_contents_clear         (PanahContents *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PanahContents, panah_contents_clear)

G_END_DECLS
