/* pack-mutations.h - everything that can be wrong with a pack, one at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PackMutation:
 * @name: what is done to the pack
 * @file: where
 * @from: (nullable): what is replaced, see pack_copy_replace()
 * @to: (nullable): by what
 * @problem: `file#/pointer: ` and a part of the message
 */
typedef struct
{
  const char *name;
  const char *file;
  const char *from;
  const char *to;
  const char *problem;
} PackMutation;

extern const PackMutation country_mutations[]; /* pack.json, facts.json, calendar.json; ends with a nameless row */
extern const PackMutation rule_mutations[];    /* deadlines.json and conditions */
extern const PackMutation other_mutations[];   /* papers, procedure, offices, journeys, documents, po */

G_END_DECLS
