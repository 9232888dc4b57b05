/* session-language.c - what is said in which language, and what stands beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/session-private.h"

#include "core/companion.h"
#include "ui/language.h"

#include <string.h>

/* Words of the pack in the language of the window. */
const char *
panah_session_translate (PanahSession *self,
                         const char   *english)
{
  return panah_pack_translate (self->country->pack, self->language, english);
}

/* Returns: (nullable): the language in which each question stands a second time, for an interpreter or a lawyer */
const char *
panah_session_get_second_language (PanahSession *self)
{
  return self->second_language;
}

/* @language: (nullable) */
void
panah_session_set_second_language (PanahSession *self,
                                   const char   *language)
{
  g_free (self->second_language);
  self->second_language = g_strdup (language);
}

/**
 * panah_session_get_companion:
 * @self: a session
 *
 * Nobody may miss a date because a translation that nobody has checked is wrong.
 *
 * Returns: (nullable): the language that stands beside every date, duty and right; %NULL if none is needed
 */
const char *
panah_session_get_companion (PanahSession *self)
{
  if (self->second_language != NULL && strcmp (self->second_language, self->language) != 0)
    return self->second_language;
  return panah_language_find (self->language)->draft != NULL ? panah_companion_find (self->language) : NULL;
}

/**
 * panah_session_say_in:
 * @self: a session
 * @language: BCP 47
 * @say: makes a sentence
 * @data: what it is about
 *
 * Returns: (transfer full): what @say says as if the window were in @language
 */
char *
panah_session_say_in (PanahSession *self,
                      const char   *language,
                      PanahSay      say,
                      gconstpointer data)
{
  g_autofree char *own = self->language;

  self->language = g_strdup (language);
  panah_language_speak (language);
  char *sentence = say (self, data);
  panah_language_speak (own);
  g_free (self->language);
  self->language = g_steal_pointer (&own);
  return sentence;
}
