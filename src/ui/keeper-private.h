/* keeper-private.h - what a keeper is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/case-file.h"
#include "ui/keeper.h"

G_BEGIN_DECLS

typedef struct _PanahErrand PanahErrand;

struct _PanahKeeper
{
  GObject        parent_instance;

  /* Owned */
  PanahSession  *session;
  PanahCaseFile *file;         /* (nullable) */
  PanahPayload  *base;         /* (nullable): the file as it was opened: attachments, and the papers, also those since */
  char          *pack;         /* (nullable): the country that @file is about */
  GError        *error;        /* (nullable): of the last save */
  PanahErrand   *last;         /* (nullable): what is saved when the window is left */
  char          *pushed_place; /* (nullable) */
  char          *kept_place;   /* (nullable) */

  PanahSnapshot *snapshot;     /* (nullable): outlives the process */
  guint64        pushed_revision;
  gint64         saved_at;
  guint          n_saving;
  gboolean       save_again;
  gboolean       left_out;     /* the last paper found no room */
};

void       panah_keeper_watch_papers (PanahKeeper *self);
GPtrArray *panah_keeper_copy_blobs   (PanahKeeper *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
