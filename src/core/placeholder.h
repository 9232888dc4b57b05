/* placeholder.h - {fact}, and {fact|code=words|words}, in the words of a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PanahPlaceholder:
 * @name: id of a fact, or `today`, `filing`, `edition`
 * @choices: (array zero-terminated=1): `code=words` each
 * @otherwise: (nullable): the words for every other answer; %NULL = print the answer itself
 */
typedef struct
{
  char  *name;
  char **choices;
  char  *otherwise;
} PanahPlaceholder;

const char *panah_placeholder_find   (const char             *text,
                                      const char            **out_end);
void        panah_placeholder_parse  (PanahPlaceholder       *self,
                                      const char             *start,
                                      const char             *end);
const char *panah_placeholder_choose (const PanahPlaceholder *self,
                                      const char             *code);
void        panah_placeholder_clear  (PanahPlaceholder       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PanahPlaceholder, panah_placeholder_clear)

G_END_DECLS
