/* number-run.c - numbers of laws, articles and telephones inside words that run from right to left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Hyphens and brackets take the direction of the words around them, so that “216-IV” is drawn as “IV-216” and “8(2)(1)”
 * as “(1)(2)8” in an Arabic sentence: another law and another article. Translators type no marks that nobody can see. */

#include "core/number-run.h"

#include <string.h>

#define LEFT_TO_RIGHT_ISOLATE   "\xe2\x81\xa6" /* U+2066 */
#define POP_DIRECTIONAL_ISOLATE "\xe2\x81\xa9" /* U+2069 */

#define JOINTS  "().:/@+#_-"
#define TURNING "()/@+-" /* what is drawn elsewhere than it stands */

static gboolean
is_part (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr (JOINTS, c) != NULL);
}

static gboolean
is_telephone (const char *start,
              const char *end)
{
  for (const char *p = start; p < end; p++)
    {
      if (!g_ascii_isdigit (*p) && strchr ("()+- ", *p) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* A telephone number goes on after a space. */
static const char *
find_end (const char *start)
{
  const char *end = start;

  while (is_part (*end) ||
         (*end == ' ' && end > start && (g_ascii_isdigit (end[1]) || end[1] == '(') && is_telephone (start, end)))
    end++;
  return end;
}

/* Leaves out a bracket whose partner is not there, the one that opens after a number, and the stop of the sentence. */
static void
trim (const char **start,
      const char **end)
{
  int depth = 0;
  const char *first = *start;

  while (*end > *start && strchr (".:-/#_@+", (*end)[-1]) != NULL && !((*end)[-1] == '/' && memchr (*start, ':', *end - *start)))
    (*end)--;
  for (const char *p = *start; p < *end; p++)
    {
      depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
      if (depth < 0)
        {
          *end = p;
          depth = 0;
          break;
        }
    }
  if (depth > 0 && *first == '(')
    (*start)++;
  while (*end > *start && strchr ("( ", (*end)[-1]) != NULL)
    (*end)--;
}

static gboolean
turns (const char *start,
       const char *end)
{
  gboolean has_digit = FALSE, has_joint = FALSE;

  for (const char *p = start; p < end; p++)
    {
      has_digit |= g_ascii_isdigit (*p);
      has_joint |= strchr (TURNING, *p) != NULL;
    }
  return has_joint && (has_digit || memchr (start, '/', end - start) != NULL);
}

/* What a program puts words into is left alone. Returns: how many bytes */
static gsize
measure_placeholder (const char *p)
{
  const char *end = *p == '{' ? strchr (p, '}') : NULL;

  if (end != NULL)
    return end + 1 - p;
  return *p == '%' && p[1] != '\0' && (guchar) p[1] < 0x80 ? 2 : 0;
}

/**
 * panah_number_runs_isolate:
 * @text: UTF-8 words of a language that is written from right to left, perhaps with placeholders
 *
 * Wraps each number with hyphens, brackets or slashes between U+2066 and U+2069 (UAX #9), so that it is drawn as it is
 * written. Plain numbers, dates with dots and Latin words need none.
 *
 * Returns: (transfer full): the words with those marks
 */
char *
panah_number_runs_isolate (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      gsize placeholder = measure_placeholder (p);
      if (placeholder > 0 || (!g_ascii_isalnum (*p) && *p != '(' && *p != '+'))
        {
          gsize length = MAX (placeholder, 1);
          g_string_append_len (out, p, length);
          p += length;
          continue;
        }

      const char *start = p, *end = find_end (p), *next;
      trim (&start, &end);
      next = MAX (end, p + 1);
      if (end > start && turns (start, end))
        {
          g_string_append_len (out, p, start - p);
          g_string_append (out, LEFT_TO_RIGHT_ISOLATE);
          g_string_append_len (out, start, end - start);
          g_string_append (out, POP_DIRECTIONAL_ISOLATE);
        }
      else
        g_string_append_len (out, p, next - p);
      p = next;
    }
  return g_string_free (out, FALSE);
}
