/* placeholder.c - {fact}, and {fact|code=words|words}, in the words of a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/placeholder.h"

#include <string.h>

/**
 * panah_placeholder_find:
 * @text: words of a document
 * @out_end: (out): the closing brace; %NULL if there is none
 *
 * Returns: (transfer none) (nullable): the next opening brace; %NULL if there is none
 */
const char *
panah_placeholder_find (const char  *text,
                        const char **out_end)
{
  const char *start = strchr (text, '{');

  *out_end = start != NULL ? strchr (start, '}') : NULL;
  return start;
}

/**
 * panah_placeholder_parse:
 * @self: (out caller-allocates): what stands between the braces
 * @start: the opening brace
 * @end: the closing brace
 */
void
panah_placeholder_parse (PanahPlaceholder *self,
                         const char       *start,
                         const char       *end)
{
  g_autofree char *inside = g_strndup (start + 1, end - start - 1);
  char **parts = g_strsplit (inside, "|", -1);
  guint n = g_strv_length (parts);

  *self = (PanahPlaceholder) { 0 };
  self->name = n > 0 ? g_steal_pointer (&parts[0]) : g_strdup ("");
  self->otherwise = n > 1 ? g_steal_pointer (&parts[n - 1]) : NULL;
  self->choices = g_new0 (char *, MAX (n, 2) - 1);
  for (guint i = 1; i + 1 < n; i++)
    self->choices[i - 1] = g_steal_pointer (&parts[i]);
  g_free (parts);
}

/**
 * panah_placeholder_choose:
 * @self: a placeholder with words to choose from
 * @code: (nullable): the answer; %NULL if there is none
 *
 * Returns: (transfer none): the words for that answer
 */
const char *
panah_placeholder_choose (const PanahPlaceholder *self,
                          const char             *code)
{
  gsize n = code != NULL ? strlen (code) : 0;

  for (guint i = 0; code != NULL && self->choices[i] != NULL; i++)
    {
      if (strncmp (self->choices[i], code, n) == 0 && self->choices[i][n] == '=')
        return self->choices[i] + n + 1;
    }
  return self->otherwise;
}

/**
 * panah_placeholder_clear:
 * @self: a placeholder
 */
void
panah_placeholder_clear (PanahPlaceholder *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->choices, g_strfreev);
  g_clear_pointer (&self->otherwise, g_free);
}
