/* session.h - what the window is about: the cases, the law, the plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/case.h"
#include "core/plan-moved.h"

G_BEGIN_DECLS

/* The one object that pages receive. Has no window, no settings and no passphrase. */
#define PANAH_TYPE_SESSION (panah_session_get_type ())
G_DECLARE_FINAL_TYPE (PanahSession, panah_session, PANAH, SESSION, GObject)

/* Returns: (transfer full): a sentence about @data in the language of @session */
typedef char *(*PanahSay) (PanahSession *session,
                           gconstpointer data);

PanahSession *panah_session_new          (PanahPack    *pack,
                                          gint64        now,
                                          gboolean      now_is_fixed) G_GNUC_WARN_UNUSED_RESULT;

void          panah_session_add_pack     (PanahSession *self,
                                          PanahPack    *pack);
void          panah_session_replace_packs (PanahSession *self,
                                           GPtrArray    *packs);
guint         panah_session_get_n_packs  (PanahSession *self);
PanahPack    *panah_session_get_nth_pack (PanahSession *self,
                                          guint         index);
PanahPack    *panah_session_get_pack     (PanahSession *self);
void          panah_session_set_pack     (PanahSession *self,
                                          const char   *id);
void          panah_session_set_journey  (PanahSession *self,
                                          const char   *id);
PanahPlan    *panah_session_get_plan     (PanahSession *self);
PanahFacts   *panah_session_get_facts    (PanahSession *self);
const PanahCase *
              panah_session_get_case     (PanahSession *self);

const char   *panah_session_get_language (PanahSession *self);
void          panah_session_set_language (PanahSession *self,
                                          const char   *language);
const char   *panah_session_get_second_language (PanahSession *self);
void          panah_session_set_second_language (PanahSession *self,
                                                 const char   *language);
const char   *panah_session_get_companion (PanahSession *self);
const char   *panah_session_translate    (PanahSession *self,
                                          const char   *english);
char         *panah_session_say_in       (PanahSession *self,
                                          const char   *language,
                                          PanahSay      say,
                                          gconstpointer data) G_GNUC_WARN_UNUSED_RESULT;

gboolean      panah_session_is_marked    (PanahSession *self,
                                          const char   *key);
void          panah_session_set_mark     (PanahSession *self,
                                          const char   *key,
                                          gboolean      marked);

guint64       panah_session_get_revision (PanahSession *self,
                                          const char   *pack);
void          panah_session_mark_saved   (PanahSession *self,
                                          const char   *pack,
                                          guint64       revision);
gboolean      panah_session_is_unsaved   (PanahSession *self,
                                          const char   *pack);

gint64        panah_session_get_now      (PanahSession *self);
gboolean      panah_session_is_now_fixed (PanahSession *self);
void          panah_session_set_now      (PanahSession *self,
                                          gint64        now);

void          panah_session_set_answer   (PanahSession *self,
                                          const char   *fact,
                                          PanahValue   *value);
void          panah_session_set_paper    (PanahSession *self,
                                          const char   *paper,
                                          const char   *state);
JsonNode     *panah_session_get_draft    (PanahSession *self,
                                          const char   *key);
void          panah_session_set_draft    (PanahSession *self,
                                          const char   *key,
                                          JsonNode     *draft);
GHashTable   *panah_session_take_entry_drafts (PanahSession *self,
                                               const char   *list,
                                               guint         index) G_GNUC_WARN_UNUSED_RESULT;
void          panah_session_insert_entry_drafts (PanahSession *self,
                                                 const char   *list,
                                                 guint         index,
                                                 GHashTable   *drafts);

gboolean      panah_session_has_moved    (PanahSession *self);
const PanahMoved *
              panah_session_get_moved    (PanahSession *self,
                                          guint         index);
void          panah_session_mark_moved_read (PanahSession *self);

void          panah_session_use_paper    (PanahSession *self,
                                          const char   *case_id,
                                          const char   *name,
                                          GBytes       *pdf);
void          panah_session_touch        (PanahSession *self);

guint         panah_session_get_n_cases  (PanahSession *self);
guint         panah_session_get_current  (PanahSession *self);
void          panah_session_set_current  (PanahSession *self,
                                          guint         index);
char         *panah_session_name_case    (PanahSession *self,
                                          guint         index) G_GNUC_WARN_UNUSED_RESULT;
void          panah_session_add_case     (PanahSession *self,
                                          PanahFacts   *facts);

G_END_DECLS
