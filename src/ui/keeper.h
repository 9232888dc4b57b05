/* keeper.h - what was told is not lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/case-file.h"
#include "ui/session.h"
#include "ui/snapshot.h"

G_BEGIN_DECLS

/**
 * PanahKept:
 * @PANAH_KEPT_NOWHERE: there is no file
 * @PANAH_KEPT_SAVING: a file is being written
 * @PANAH_KEPT_SAVED: everything is in the file, but for what was told since
 * @PANAH_KEPT_NOT: the last save failed: the file is as it was before
 */
typedef enum
{
  PANAH_KEPT_NOWHERE,
  PANAH_KEPT_SAVING,
  PANAH_KEPT_SAVED,
  PANAH_KEPT_NOT,
} PanahKept;

/* Keeps what a session holds: in a sealed file once there is one, until then in memory that outlives a crash. */
#define PANAH_TYPE_KEEPER (panah_keeper_get_type ())
G_DECLARE_FINAL_TYPE (PanahKeeper, panah_keeper, PANAH, KEEPER, GObject)

PanahKeeper  *panah_keeper_new           (PanahSession       *session) G_GNUC_WARN_UNUSED_RESULT;
void          panah_keeper_set_snapshot  (PanahKeeper        *self,
                                          PanahSnapshot      *snapshot);
void          panah_keeper_keep          (PanahKeeper        *self,
                                          const char         *place);
gboolean      panah_keeper_is_unsaved    (PanahKeeper        *self);
char         *panah_keeper_peek_language (PanahKeeper        *self) G_GNUC_WARN_UNUSED_RESULT;
char         *panah_keeper_restore       (PanahKeeper        *self,
                                          GError            **error) G_GNUC_WARN_UNUSED_RESULT;

PanahKept     panah_keeper_get_kept      (PanahKeeper        *self);
const GError *panah_keeper_get_error     (PanahKeeper        *self);
PanahCaseFileNotes
              panah_keeper_get_notes     (PanahKeeper        *self);
gboolean      panah_keeper_has_left_out  (PanahKeeper        *self);
char         *panah_keeper_dup_path      (PanahKeeper        *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean      panah_keeper_has_file      (PanahKeeper        *self);
void          panah_keeper_create_async  (PanahKeeper        *self,
                                          const char         *path,
                                          PanahSecret        *secret,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
gboolean      panah_keeper_create_finish (PanahKeeper        *self,
                                          GAsyncResult       *result,
                                          GError            **error);
void          panah_keeper_open_async    (PanahKeeper        *self,
                                          const char         *path,
                                          PanahSecret        *secret,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
gboolean      panah_keeper_open_finish   (PanahKeeper        *self,
                                          GAsyncResult       *result,
                                          GError            **error);
void          panah_keeper_save          (PanahKeeper        *self,
                                          const char         *path,
                                          gboolean            replace);
void          panah_keeper_prepare_last  (PanahKeeper        *self,
                                          gboolean            save);
void          panah_keeper_do_last       (PanahKeeper        *self);
gboolean      panah_keeper_lock          (PanahKeeper        *self,
                                          const char         *place);
char         *panah_keeper_take_lock     (PanahKeeper        *self,
                                          char              **out_place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
