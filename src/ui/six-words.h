/* six-words.h - a passphrase that nobody guesses and one can write down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PANAH_N_WORDS 6

/* What six words and the spaces between them take at most, with the 0 at the end */
#define PANAH_SIX_WORDS_BYTES 64

void panah_six_words_choose (char *out);

G_END_DECLS
