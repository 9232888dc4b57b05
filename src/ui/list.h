/* list.h - answers that are lists: entries, and who needs a case of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

G_BEGIN_DECLS

void     panah_list_set_entry    (PanahSession *session,
                                  const char   *list,
                                  guint         index,
                                  JsonObject   *entry);
void     panah_list_remove_entry (PanahSession *session,
                                  const char   *list,
                                  guint         index);
void     panah_list_bring_back   (PanahSession *session);
void     panah_list_set_none     (PanahSession *session,
                                  const char   *list);
gboolean panah_list_files_own    (PanahSession *session,
                                  const char   *list,
                                  guint         index);
gboolean panah_list_is_near_line (PanahSession *session,
                                  const char   *list,
                                  guint         index);
char    *panah_list_describe     (PanahSession *session,
                                  const char   *list,
                                  guint         index) G_GNUC_WARN_UNUSED_RESULT;
char    *panah_list_describe_removed (PanahSession *session) G_GNUC_WARN_UNUSED_RESULT;
char    *panah_list_describe_printed (PanahSession *session,
                                      const char   *list,
                                      guint         index,
                                      const char   *language,
                                      guint         official_index) G_GNUC_WARN_UNUSED_RESULT;
void     panah_list_start_case   (PanahSession *session,
                                  const char   *list,
                                  guint         index);

G_END_DECLS
