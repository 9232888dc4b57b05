/* pack-copy.h - a fictional country in a temporary folder, to be spoilt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/pack.h"

G_BEGIN_DECLS

typedef struct
{
  char *root; /* holds folders of countries */
  char *id;
  char *folder; /* @root/@id */
} PackCopy;

PackCopy *pack_copy_new     (const char     *from,
                             const char     *id) G_GNUC_WARN_UNUSED_RESULT;
void      pack_copy_free    (PackCopy       *self);
char     *pack_copy_read    (const PackCopy *self,
                             const char     *file) G_GNUC_WARN_UNUSED_RESULT;
void      pack_copy_write   (const PackCopy *self,
                             const char     *file,
                             const char     *text);
void      pack_copy_delete  (const PackCopy *self,
                             const char     *file);
void      pack_copy_replace (const PackCopy *self,
                             const char     *file,
                             const char     *from,
                             const char     *to);
void      copy_folder       (const char     *from,
                             const char     *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PackCopy, pack_copy_free)

G_END_DECLS
