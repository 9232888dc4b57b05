/* keeper-support.h - a session, its keeper and a folder for its files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui-support.h"

#include "ui/keeper.h"

G_BEGIN_DECLS

/* Opens files as a passphrase does, without half a second of work. */
#define CASEBOOK NULL

typedef struct
{
  PanahSession *session;
  PanahKeeper  *keeper;
  char         *folder;
  char         *path;
} KeeperFixture;

void          keeper_set_up     (KeeperFixture *self,
                                 gconstpointer  data);
void          keeper_tear_down  (KeeperFixture *self,
                                 gconstpointer  data);
PanahSession *keeper_new_sample_session (void) G_GNUC_WARN_UNUSED_RESULT;
PanahSecret  *keeper_new_secret (const char    *words) G_GNUC_WARN_UNUSED_RESULT;
char         *keeper_print      (PanahSession  *session) G_GNUC_WARN_UNUSED_RESULT;
gboolean      keeper_create     (KeeperFixture *self,
                                 const char    *path,
                                 const char    *words,
                                 GError       **error);
gboolean      keeper_open       (PanahKeeper   *keeper,
                                 const char    *path,
                                 const char    *words,
                                 GError       **error);
void          keeper_await_save (PanahKeeper   *keeper);
char         *keeper_read_back  (const char    *path,
                                 const char    *words) G_GNUC_WARN_UNUSED_RESULT;
void          keeper_answer     (PanahSession  *session,
                                 const char    *words);

G_END_DECLS
