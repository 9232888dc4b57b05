/* catalog.c - what the user reads, in another language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A pack brings its translations as gettext .po files and nothing compiles them on the way, so that a country stays a
 * folder. Only what our packs use is read: msgid, msgstr, comments, the fuzzy flag. */

#include "core/catalog.h"

#include <string.h>

typedef struct
{
  GHashTable *words;
  GString    *id;
  GString    *text;
  GString    *target; /* which of the two goes on in the next line */
  gboolean    fuzzy;
} Catalog;

static void
finish_entry (Catalog *self)
{
  if (self->id->len > 0 && self->text->len > 0 && !self->fuzzy)
    g_hash_table_replace (self->words, g_strdup (self->id->str), g_strdup (self->text->str));

  g_string_truncate (self->id, 0);
  g_string_truncate (self->text, 0);
  self->target = NULL;
  self->fuzzy = FALSE;
}

/* The inside of "…" after @rest; FALSE if it is not a string. */
static gboolean
append_string (GString    *out,
               const char *rest)
{
  rest += strspn (rest, " \t");
  gsize n = strlen (rest);
  if (n < 2 || rest[0] != '"' || rest[n - 1] != '"')
    return FALSE;

  g_autofree char *inside = g_strndup (rest + 1, n - 2);
  gsize n_backslashes = 0;
  while (n_backslashes < n - 2 && inside[n - 3 - n_backslashes] == '\\')
    n_backslashes++;
  if (n_backslashes % 2 != 0) /* the last quote is part of the string */
    return FALSE;
  g_autofree char *plain = g_strcompress (inside);
  g_string_append (out, plain);
  return TRUE;
}

static gboolean
read_line (Catalog    *self,
           const char *line)
{
  if (*line == '\0')
    {
      finish_entry (self);
      return TRUE;
    }
  if (*line == '#')
    {
      if (self->target == self->text) /* the comments of the next entry, without an empty line between */
        finish_entry (self);
      self->fuzzy |= g_str_has_prefix (line, "#,") && strstr (line, "fuzzy") != NULL;
      return TRUE;
    }
  if (g_str_has_prefix (line, "msgid "))
    {
      if (self->target != NULL)
        finish_entry (self);
      self->target = self->id;
      return append_string (self->id, line + strlen ("msgid "));
    }
  if (g_str_has_prefix (line, "msgstr "))
    {
      self->target = self->text;
      return append_string (self->text, line + strlen ("msgstr "));
    }
  return *line == '"' && self->target != NULL && append_string (self->target, line);
}

/**
 * panah_catalog_parse:
 * @po: content of a .po file, UTF-8
 * @out_problem: (out) (optional) (nullable): the first line that could not be read
 *
 * Returns: (transfer full) (element-type utf8 utf8): English to words; without what is fuzzy or empty
 */
GHashTable *
panah_catalog_parse (const char *po,
                     char      **out_problem)
{
  Catalog self = {
    .words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .id = g_string_new (NULL),
    .text = g_string_new (NULL),
  };
  g_auto (GStrv) lines = g_strsplit (po, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!read_line (&self, g_strstrip (lines[i])) && out_problem != NULL && *out_problem == NULL)
        *out_problem = g_strdup_printf ("line %u: not a line of a .po file: %s", i + 1, lines[i]);
    }
  finish_entry (&self);

  g_string_free (self.id, TRUE);
  g_string_free (self.text, TRUE);
  return self.words;
}
