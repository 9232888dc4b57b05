/* json-cursor.h - a place in a JSON file that knows where it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/arena.h"
#include "core/pack-problem.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _PanahJsonCursor PanahJsonCursor;

/**
 * PanahJsonCursor:
 *
 * A node and the way to it. Lives on the stack and must not outlive @parent. Every getter that does not find what it
 * wants adds a problem with file and pointer and answers with %NULL, 0 or %FALSE, so that the reader goes on and
 * finds the next one.
 */
struct _PanahJsonCursor
{
  const PanahJsonCursor *parent; /* (nullable) */
  const char            *key;    /* (nullable): else @index */
  guint                  index;
  JsonNode              *node;
  const char            *file;
  PanahPackProblems     *problems;
  PanahArena            *arena;
};

typedef enum
{
  PANAH_JSON_OPTIONAL,
  PANAH_JSON_REQUIRED,
} PanahJsonNeed;

void        panah_json_problem    (const PanahJsonCursor *self,
                                   const char            *format,
                                   ...) G_GNUC_PRINTF (2, 3);
char       *panah_json_pointer    (const PanahJsonCursor *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean    panah_json_is_object  (const PanahJsonCursor *self);
guint       panah_json_length     (const PanahJsonCursor *self);
void        panah_json_element    (const PanahJsonCursor *self,
                                   guint                  index,
                                   PanahJsonCursor       *out_child);
gboolean    panah_json_allow      (const PanahJsonCursor *self,
                                   const char *const     *names);
gboolean    panah_json_has        (const PanahJsonCursor *self,
                                   const char            *name);
gboolean    panah_json_member     (const PanahJsonCursor *self,
                                   const char            *name,
                                   PanahJsonNeed          need,
                                   PanahJsonCursor       *out_child);
gboolean    panah_json_is_null    (const PanahJsonCursor *self);

const char *panah_json_as_string  (const PanahJsonCursor *self);
const char *panah_json_as_id      (const PanahJsonCursor *self);
guint32     panah_json_as_day     (const PanahJsonCursor *self);
gint64      panah_json_as_integer (const PanahJsonCursor *self,
                                   gint64                 min,
                                   gint64                 max);

const char *panah_json_get_string (const PanahJsonCursor *self,
                                   const char            *name,
                                   PanahJsonNeed          need);
const char *panah_json_get_id     (const PanahJsonCursor *self,
                                   const char            *name,
                                   PanahJsonNeed          need);
guint32     panah_json_get_day    (const PanahJsonCursor *self,
                                   const char            *name,
                                   PanahJsonNeed          need);
gboolean    panah_json_get_bool   (const PanahJsonCursor *self,
                                   const char            *name);
int         panah_json_get_enum   (const PanahJsonCursor *self,
                                   const char            *name,
                                   PanahJsonNeed          need,
                                   const char *const     *names,
                                   int                    fallback);
const char *const *
            panah_json_get_strings (const PanahJsonCursor *self,
                                    const char            *name,
                                    PanahJsonNeed          need);

gboolean    panah_is_id           (const char *string);

G_END_DECLS
