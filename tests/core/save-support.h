/* save-support.h - what the tests of saving share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/save-file.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder; /* a new one, removed afterwards */
  char *path;   /* in it: “old” is in the file */
} SaveFixture;

void     save_set_up          (SaveFixture          *self,
                               gconstpointer         data);
void     save_tear_down       (SaveFixture          *self,
                               gconstpointer         data);
void     save_write_plainly   (const char           *path,
                               const char           *text);
void     save_assert_contents (const char           *path,
                               const char           *text);
guint    save_count_files     (const char           *folder);
gboolean save_text            (const char           *path,
                               const char           *text,
                               const PanahFileStamp *expected,
                               PanahFileStamp       *out_stamp,
                               GError              **error);
char    *save_read_text       (const char           *path,
                               PanahFileStamp       *out_stamp);
void     save_assert_refused  (SaveFixture          *self,
                               const char           *path,
                               PanahSaveError        code);

G_END_DECLS
