/* companion.c - which language stands beside a translation that nobody has signed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/companion.h"

#include <string.h>

/* Where most who read these languages live, somebody near reads Russian; elsewhere, English. */
static const char *const with_russian[] = { "kk", "ky", "ug", "uz", NULL };

/**
 * panah_companion_find:
 * @language: BCP 47
 *
 * As long as no native reader has signed a translation, whatever carries a date, a duty or a right stands together with
 * the same in another language; somebody in the room can then see that the two differ. All translations are such drafts;
 * English is what they were made from.
 *
 * Returns: (nullable): the language that stands beside @language, `ru` or `en`; %NULL if that is English itself
 */
const char *
panah_companion_find (const char *language)
{
  g_autofree char *base = g_strndup (language, strcspn (language, "-"));

  if (strcmp (base, "en") == 0)
    return NULL;
  return g_strv_contains (with_russian, base) ? "ru" : "en";
}
