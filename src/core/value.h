/* value.h - one answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/date.h"
#include "core/fact-spec.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * PanahAnswer:
 * @PANAH_ANSWER_ABSENT: not asked, or skipped
 * @PANAH_ANSWER_UNKNOWN: the person does not know
 * @PANAH_ANSWER_NONE: the person says that there is none
 * @PANAH_ANSWER_GIVEN: there is a value
 */
typedef enum
{
  PANAH_ANSWER_ABSENT,
  PANAH_ANSWER_UNKNOWN,
  PANAH_ANSWER_NONE,
  PANAH_ANSWER_GIVEN,
} PanahAnswer;

typedef struct
{
  char *surname;
  char *given;
  char *patronymic;
} PanahNameParts;

typedef struct
{
  PanahNameParts cyrillic;
  PanahNameParts latin;
  char          *native; /* (nullable) */
} PanahName;

#define PANAH_TYPE_VALUE (panah_value_get_type ())
GType             panah_value_get_type      (void);

PanahValue       *panah_value_new_from_json (const PanahFactSpec *spec,
                                             const char          *path,
                                             JsonNode            *node,
                                             GPtrArray           *out_strange,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;
PanahValue       *panah_value_new_day       (guint32              day) G_GNUC_WARN_UNUSED_RESULT;
JsonNode         *panah_value_to_json       (const PanahValue    *self) G_GNUC_WARN_UNUSED_RESULT;
PanahValue       *panah_value_ref           (PanahValue          *self);
void              panah_value_unref         (PanahValue          *self);

/* "path: message" about something kept but not understood, safe to print. */
char             *panah_strange_new         (const char          *path,
                                             const char          *message) G_GNUC_WARN_UNUSED_RESULT;

/* All of these accept NULL, which is the answer ABSENT. */
PanahAnswer       panah_value_get_answer    (const PanahValue    *self);
gboolean          panah_value_is_given      (const PanahValue    *self);
const char       *panah_value_get_said      (const PanahValue    *self);
const char       *panah_value_get_said_language (const PanahValue *self);
const char       *panah_value_get_official  (const PanahValue    *self,
                                             const char          *language);
const PanahDate  *panah_value_get_date      (const PanahValue    *self);
gint64            panah_value_get_moment    (const PanahValue    *self);
gboolean          panah_value_get_days      (const PanahValue    *self,
                                             guint32             *out_from,
                                             guint32             *out_to);
const PanahName  *panah_value_get_name      (const PanahValue    *self);
const char *const *panah_value_get_codes    (const PanahValue    *self);
gboolean          panah_value_has_code      (const PanahValue    *self,
                                             const char          *code);
gint64            panah_value_get_count     (const PanahValue    *self);
guint             panah_value_get_n_entries (const PanahValue    *self);
const PanahValue *panah_value_get_member    (const PanahValue    *self,
                                             guint                entry,
                                             const char          *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahValue, panah_value_unref)

G_END_DECLS
