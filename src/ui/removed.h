/* removed.h - the entry of a list that was removed last, while it can be brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * PanahRemoved:
 * @list: of which list
 * @index: which entry of it that was
 * @before: the list as it was
 * @drafts: what was typed about the entry and not yet accepted; see panah_session_take_entry_drafts()
 * @is_back: whether it was brought back since
 */
typedef struct
{
  char       *list;
  guint       index;
  PanahValue *before;
  GHashTable *drafts;
  gboolean    is_back;
} PanahRemoved;

void          panah_removed_keep   (PanahSession *session,
                                    const char   *list,
                                    guint         index);
PanahRemoved *panah_removed_get    (PanahSession *session);
gboolean      panah_removed_forget (PanahSession *session);

G_END_DECLS
