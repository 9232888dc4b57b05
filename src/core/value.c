/* value.c - one answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/value-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (PanahValue, panah_value, panah_value_ref, panah_value_unref)

static void
clear_parts (PanahNameParts *parts)
{
  g_free (parts->surname);
  g_free (parts->given);
  g_free (parts->patronymic);
}

static void
value_clear (gpointer data)
{
  PanahValue *self = data;

  g_free (self->said);
  g_free (self->said_language);
  g_clear_pointer (&self->official, g_hash_table_unref);
  clear_parts (&self->name.cyrillic);
  clear_parts (&self->name.latin);
  g_free (self->name.native);
  g_strfreev (self->codes);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
}

/**
 * panah_value_ref:
 * @self: an answer
 *
 * Returns: (transfer full): @self
 */
PanahValue *
panah_value_ref (PanahValue *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * panah_value_unref:
 * @self: (transfer full): an answer
 */
void
panah_value_unref (PanahValue *self)
{
  g_atomic_rc_box_release_full (self, value_clear);
}

/**
 * panah_strange_new:
 * @path: where it stands, as a file says it
 * @message: what is the matter
 *
 * What a file calls a fact is not to be trusted: line ends, escapes and the separator are taken out.
 *
 * Returns: (transfer full): `path: message`
 */
char *
panah_strange_new (const char *path,
                   const char *message)
{
  g_autofree char *safe_path = g_strdup (path), *safe_message = g_strdup (message);

  for (char *p = safe_path; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p) || *p == ':')
        *p = '?';
    }
  for (char *p = safe_message; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p))
        *p = '?';
    }
  return g_strdup_printf ("%s: %s", safe_path, safe_message);
}

/**
 * panah_value_new_day:
 * @day: a day
 *
 * Returns: (transfer full): an answer of kind date
 */
PanahValue *
panah_value_new_day (guint32 day)
{
  PanahValue *self = g_atomic_rc_box_new0 (PanahValue);

  self->kind = PANAH_FACT_DATE;
  self->answer = PANAH_ANSWER_GIVEN;
  panah_date_init_day (&self->date, day);

  return self;
}

/**
 * panah_value_get_answer:
 * @self: (nullable): an answer; %NULL = not asked
 *
 * Returns: which of the four kinds of answer it is
 */
PanahAnswer
panah_value_get_answer (const PanahValue *self)
{
  return self != NULL ? self->answer : PANAH_ANSWER_ABSENT;
}

/**
 * panah_value_is_given:
 * @self: (nullable): an answer; %NULL = not asked
 *
 * Returns: %TRUE if there is a value, beside *unknown* and *none*
 */
gboolean
panah_value_is_given (const PanahValue *self)
{
  return self != NULL && self->answer == PANAH_ANSWER_GIVEN;
}

/**
 * panah_value_get_said:
 * @self: (nullable): an answer; %NULL = not asked
 *
 * Returns: (nullable): the words as the person said them
 */
const char *
panah_value_get_said (const PanahValue *self)
{
  return panah_value_is_given (self) ? self->said : NULL;
}

/**
 * panah_value_get_said_language:
 * @self: (nullable): an answer; %NULL = not asked
 *
 * Returns: (nullable): BCP 47 language of those words, if it was noted
 */
const char *
panah_value_get_said_language (const PanahValue *self)
{
  return panah_value_is_given (self) ? self->said_language : NULL;
}

/**
 * panah_value_get_official:
 * @self: (nullable): an answer in words
 * @language: BCP 47 language of the paper
 *
 * Returns: (nullable): the words in @language; plain words without a language note, such as an address already written
 *   the way the office writes it, serve for every language
 */
const char *
panah_value_get_official (const PanahValue *self,
                          const char       *language)
{
  if (!panah_value_is_given (self))
    return NULL;

  const char *text = self->official != NULL ? g_hash_table_lookup (self->official, language) : NULL;
  if (text != NULL)
    return text;
  if (self->said_language == NULL || strcmp (self->said_language, language) == 0)
    return self->official == NULL || self->said_language != NULL ? self->said : NULL;
  return NULL;
}

/**
 * panah_value_get_date:
 * @self: (nullable): an answer; %NULL = not asked
 *
 * Returns: (nullable) (transfer none): the date, if it is one
 */
const PanahDate *
panah_value_get_date (const PanahValue *self)
{
  return panah_value_is_given (self) && self->kind == PANAH_FACT_DATE ? &self->date : NULL;
}

/**
 * panah_value_get_moment:
 * @self: (nullable): an answer; %NULL = not asked
 *
 * Returns: the moment in minutes, or -1 if it is none
 */
gint64
panah_value_get_moment (const PanahValue *self)
{
  return panah_value_is_given (self) && self->kind == PANAH_FACT_MOMENT ? self->moment : -1;
}

/**
 * panah_value_get_days:
 * @self: (nullable): an answer of kind date or moment
 * @out_from: (out): first day it can be
 * @out_to: (out): last day it can be
 *
 * Returns: %TRUE if there is such an answer
 */
gboolean
panah_value_get_days (const PanahValue *self,
                      guint32          *out_from,
                      guint32          *out_to)
{
  const PanahDate *date = panah_value_get_date (self);
  gint64 moment = panah_value_get_moment (self);

  if (date != NULL)
    {
      *out_from = date->from;
      *out_to = date->to;
      return TRUE;
    }
  if (moment < 0)
    return FALSE;
  *out_from = *out_to = panah_moment_get_day (moment);
  return TRUE;
}

/**
 * panah_value_get_name:
 * @self: (nullable): an answer; %NULL = not asked
 *
 * Returns: (nullable) (transfer none): the name, if it is one
 */
const PanahName *
panah_value_get_name (const PanahValue *self)
{
  return panah_value_is_given (self) && self->kind == PANAH_FACT_NAME ? &self->name : NULL;
}

/**
 * panah_value_get_codes:
 * @self: (nullable): an answer; %NULL = not asked
 *
 * Returns: (array zero-terminated=1) (transfer none): its codes; empty if there are none
 */
const char *const *
panah_value_get_codes (const PanahValue *self)
{
  static const char *const none[] = { NULL };

  return panah_value_is_given (self) && self->codes != NULL ? (const char *const *) self->codes : none;
}

/**
 * panah_value_has_code:
 * @self: (nullable): an answer; %NULL = not asked
 * @code: a code
 *
 * Returns: %TRUE if it is or contains @code
 */
gboolean
panah_value_has_code (const PanahValue *self,
                      const char       *code)
{
  return g_strv_contains (panah_value_get_codes (self), code);
}

/**
 * panah_value_get_count:
 * @self: (nullable): an answer; %NULL = not asked
 *
 * Returns: the number given, or how many entries or codes there are
 */
gint64
panah_value_get_count (const PanahValue *self)
{
  if (!panah_value_is_given (self))
    return 0;
  if (self->kind == PANAH_FACT_COUNT)
    return self->count;
  if (self->kind == PANAH_FACT_LIST)
    return self->entries->len;
  return g_strv_length ((char **) panah_value_get_codes (self));
}

/**
 * panah_value_get_n_entries:
 * @self: (nullable): an answer; %NULL = not asked
 *
 * Returns: how many entries a list has; 0 for anything else
 */
guint
panah_value_get_n_entries (const PanahValue *self)
{
  return panah_value_is_given (self) && self->kind == PANAH_FACT_LIST ? self->entries->len : 0;
}

/**
 * panah_value_get_member:
 * @self: (nullable): an answer; %NULL = not asked
 * @entry: index of an entry
 * @member: id of a member
 *
 * Returns: (nullable) (transfer none): what was answered about that member of that entry
 */
const PanahValue *
panah_value_get_member (const PanahValue *self,
                        guint             entry,
                        const char       *member)
{
  return entry < panah_value_get_n_entries (self) ? g_hash_table_lookup (self->entries->pdata[entry], member) : NULL;
}
