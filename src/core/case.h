/* case.h - one case as it stands in a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/facts.h"
#include "core/pack.h"

G_BEGIN_DECLS

/**
 * PanahCase:
 * @case_id: (nullable): random, names the case in calendars
 * @language: the reader's language, BCP 47
 * @official_language: the language of the forms, one of the pack's
 * @pack_edition: (nullable): of the rules with which it was saved
 * @pack_hash: (nullable): of the same
 * @facts: what was answered
 * @read: (nullable): the case as it was read, if it was; what these rules do not know of it is written back
 */
typedef struct
{
  char       *case_id;
  char       *language;
  char       *official_language;
  char       *pack_edition;
  char       *pack_hash;
  PanahFacts *facts;
  JsonNode   *read;
} PanahCase;

char      *panah_case_peek_pack     (JsonNode   *root,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
PanahCase *panah_case_new_from_json (JsonNode   *root,
                                     PanahPack  *pack,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode  *panah_case_to_json       (const PanahCase *self,
                                     PanahPack  *pack) G_GNUC_WARN_UNUSED_RESULT;
void       panah_case_free          (PanahCase  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahCase, panah_case_free)

G_END_DECLS
