/* printed.h - an answer as it is printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/value.h"
#include "paper/text.h"

G_BEGIN_DECLS

/**
 * PanahPrintedKind:
 * @PANAH_PRINTED_BLANK: not answered: a line to write on
 * @PANAH_PRINTED_UNTRANSLATED: answered, but not in the language of the paper: a line to write on
 * @PANAH_PRINTED_UNPRINTABLE: answered with a letter that no font has: a line to write on
 * @PANAH_PRINTED_WORD: the language's word for *unknown* or *none*
 * @PANAH_PRINTED_ANSWER: the answer
 *
 * Nothing else is ever printed for an answer: a guess in a signed paper is a false statement.
 */
typedef enum
{
  PANAH_PRINTED_BLANK,
  PANAH_PRINTED_UNTRANSLATED,
  PANAH_PRINTED_UNPRINTABLE,
  PANAH_PRINTED_WORD,
  PANAH_PRINTED_ANSWER,
} PanahPrintedKind;

/**
 * PanahPrinted:
 * @text: what stands on the paper, cleaned and isolated; "" for a line to write on
 * @bytes: length of the answer alone, cleaned, without isolates
 * @missing: the letter that no font has, or 0
 * @language: (nullable): BCP 47 of @text, where it is not the paper's; as told or static
 * @removed: how many characters could not stand in any text and were left out
 */
typedef struct
{
  PanahPrintedKind kind;
  char            *text;
  gsize            bytes;
  gunichar         missing;
  const char      *language;
  guint            removed;
} PanahPrinted;

void     panah_printed_init     (PanahPrinted        *self,
                                 const PanahFactSpec *spec,
                                 const PanahValue    *value,
                                 const char          *language,
                                 guint                official_index);
void     panah_printed_check    (PanahPrinted        *self);
void     panah_printed_clear    (PanahPrinted        *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PanahPrinted, panah_printed_clear)

G_END_DECLS
