/* value-private.h - what an answer consists of, for value.c and the reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/value.h"

struct _PanahValue
{
  PanahFactKind kind;
  PanahAnswer   answer;

  /* Owned; what is set depends on the kind */
  char         *said;
  char         *said_language; /* (nullable) */
  GHashTable   *official;      /* (nullable) (element-type utf8 utf8): by language */
  PanahDate     date;
  gint64        moment;
  PanahName     name;
  char        **codes;
  gint64        count;
  GPtrArray    *entries; /* of GHashTable: member id to PanahValue */
};
