/* session-private.h - what a session is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

G_BEGIN_DECLS

/* A country and what was told for it. Its questions are its own, so who switches finds the old answers on coming back. */
typedef struct
{
  PanahPack  *pack;
  GPtrArray  *cases;  /* of PanahCase: one for each person who files */
  GHashTable *moved;  /* (element-type PanahCase PanahMoved): what newer rules did to the dates, and nobody has read yet */
  GHashTable *drafts; /* (element-type utf8 JsonNode): what was typed and not yet accepted */
  guint       current;
  guint64     revision; /* how often something that was told has changed */
  guint64     saved;    /* which revision is in a file */
} PanahCountry;

struct _PanahSession
{
  GObject     parent_instance;

  /* Owned */
  PanahPlan  *plan;
  GPtrArray  *countries; /* of PanahCountry */
  char       *language;
  char       *second_language; /* (nullable): for whoever sits beside the person */
  GHashTable *marks;           /* (element-type utf8): what was looked at; never in a file */

  PanahCountry *country; /* one of @countries */
  gint64      now;
  gboolean    now_is_fixed;
};

void          panah_session_update_plan (PanahSession *self);
GHashTable   *panah_drafts_new          (void);
GHashTable   *panah_session_find_moved  (GPtrArray    *cases,
                                          PanahPack    *pack,
                                          gint64        now) G_GNUC_WARN_UNUSED_RESULT;
JsonNode     *panah_session_make_last_plan (PanahSession       *self,
                                            const PanahCountry *country,
                                            const PanahCase    *a_case) G_GNUC_WARN_UNUSED_RESULT;
PanahCountry *panah_session_find_country (PanahSession *self,
                                          const char   *pack);

G_END_DECLS
