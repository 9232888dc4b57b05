/* catalog.c - what the user reads, in another language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A pack brings its translations as gettext .po files and nothing compiles them on the way, so that a country stays a
 * folder. Only what our packs use is read: msgid, msgstr, comments, the fuzzy flag.
 *
 * A country has nine languages and a reader one. So every line is looked at when the pack is loaded, but words are only
 * taken out of a catalogue when somebody asks for one. */

#include "core/catalog.h"

#include "core/number-run.h"

#include <string.h>

struct _PanahCatalog
{
  GBytes     *po;
  gboolean    right_to_left;
  GHashTable *words; /* (nullable): under g_once_init_enter() */
};

typedef enum
{
  LINE_BLANK,
  LINE_COMMENT,
  LINE_ID,
  LINE_TEXT,
  LINE_MORE,
  LINE_BAD,
} LineKind;

typedef struct
{
  LineKind    kind;
  const char *start;  /* of a comment, or of what stands between the quotes */
  gsize       length;
} Line;

typedef struct
{
  GHashTable *words;
  GString    *id;
  GString    *text;
  GString    *target; /* which of the two goes on in the next line */
  gboolean    fuzzy;
  gboolean    right_to_left;
} Reader;

static gboolean
take_prefix (const char **start,
             gsize       *length,
             const char  *prefix)
{
  gsize n = strlen (prefix);

  if (*length < n || memcmp (*start, prefix, n) != 0)
    return FALSE;
  *start += n;
  *length -= n;
  return TRUE;
}

static void
strip (const char **start,
       gsize       *length)
{
  while (*length > 0 && g_ascii_isspace ((*start)[0]))
    (*start)++, (*length)--;
  while (*length > 0 && g_ascii_isspace ((*start)[*length - 1]))
    (*length)--;
}

/* What stands between quotes; LINE_BAD if it is not a string. */
static Line
read_string (LineKind    kind,
             const char *start,
             gsize       length)
{
  gsize n_backslashes = 0;

  strip (&start, &length);
  if (length < 2 || start[0] != '"' || start[length - 1] != '"')
    return (Line) { LINE_BAD, start, length };
  while (n_backslashes < length - 2 && start[length - 2 - n_backslashes] == '\\')
    n_backslashes++;
  if (n_backslashes % 2 != 0) /* the last quote is part of the string */
    return (Line) { LINE_BAD, start, length };
  return (Line) { kind, start + 1, length - 2 };
}

static Line
read_line (const char *start,
           gsize       length)
{
  strip (&start, &length);
  if (length == 0)
    return (Line) { LINE_BLANK, start, 0 };
  if (*start == '#')
    return (Line) { LINE_COMMENT, start, length };
  if (take_prefix (&start, &length, "msgid "))
    return read_string (LINE_ID, start, length);
  if (take_prefix (&start, &length, "msgstr "))
    return read_string (LINE_TEXT, start, length);
  return *start == '"' ? read_string (LINE_MORE, start, length) : (Line) { LINE_BAD, start, length };
}

/* Moves @p past the line. Returns: %FALSE after the last one */
static gboolean
next_line (const char **p,
           const char  *end,
           Line        *out_line)
{
  if (*p >= end)
    return FALSE;

  const char *feed = memchr (*p, '\n', end - *p);
  const char *stop = feed != NULL ? feed : end;
  *out_line = read_line (*p, stop - *p);
  *p = stop + 1;
  return TRUE;
}

/* Returns: (transfer full) (nullable): which line is none of a .po file */
static char *
find_problem (GBytes *po)
{
  gsize size;
  const char *p = g_bytes_get_data (po, &size), *end = p + size;
  gboolean goes_on = FALSE;
  Line line;

  if (!g_utf8_validate_len (p, size, NULL))
    return g_strdup ("not UTF-8 text");

  for (guint n = 1; next_line (&p, end, &line); n++)
    {
      if (line.kind == LINE_BAD || (line.kind == LINE_MORE && !goes_on))
        {
          g_autofree char *words = g_strndup (line.start, line.length);
          return g_strdup_printf ("line %u: not a line of a .po file: %s", n, words);
        }
      goes_on = line.kind == LINE_ID || line.kind == LINE_TEXT || line.kind == LINE_MORE;
    }
  return NULL;
}

static void
finish_entry (Reader *self)
{
  if (self->id->len > 0 && self->text->len > 0 && !self->fuzzy)
    {
      g_autofree char *text = g_strcompress (self->text->str);
      g_hash_table_replace (self->words, g_strcompress (self->id->str),
                            self->right_to_left ? panah_number_runs_isolate (text) : g_steal_pointer (&text));
    }

  g_string_truncate (self->id, 0);
  g_string_truncate (self->text, 0);
  self->target = NULL;
  self->fuzzy = FALSE;
}

static void
take_line (Reader     *self,
           const Line *line)
{
  /* a new entry may follow without an empty line between */
  if (line->kind == LINE_BLANK || (line->kind == LINE_COMMENT && self->target == self->text) ||
      (line->kind == LINE_ID && self->target != NULL))
    finish_entry (self);
  if (line->kind == LINE_BLANK)
    return;
  if (line->kind == LINE_COMMENT)
    {
      self->fuzzy |= line->length > 1 && line->start[1] == ',' && g_strstr_len (line->start, line->length, "fuzzy") != NULL;
      return;
    }

  if (line->kind == LINE_ID)
    self->target = self->id;
  else if (line->kind == LINE_TEXT)
    self->target = self->text;
  g_string_append_len (self->target, line->start, line->length);
}

static GHashTable *
read_words (GBytes  *po,
            gboolean right_to_left)
{
  g_autoptr (GString) id = g_string_new (NULL), text = g_string_new (NULL);
  Reader self = {
    .words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .id = id,
    .text = text,
    .right_to_left = right_to_left,
  };
  gsize size;
  const char *p = g_bytes_get_data (po, &size), *end = p + size;
  Line line;

  while (next_line (&p, end, &line))
    take_line (&self, &line);
  finish_entry (&self);
  return self.words;
}

/**
 * panah_catalog_new:
 * @po: (transfer none): content of a .po file
 * @right_to_left: whether its words run from right to left, so that numbers in them need marks
 * @out_problem: (out) (optional) (nullable): what is wrong with it: no UTF-8, or the first line that cannot be read
 *
 * Returns: (transfer full) (nullable): what @po translates, without what is fuzzy or empty; %NULL if there is a problem
 */
PanahCatalog *
panah_catalog_new (GBytes  *po,
                   gboolean right_to_left,
                   char   **out_problem)
{
  g_autofree char *problem = find_problem (po);
  PanahCatalog *self;

  if (problem != NULL)
    {
      if (out_problem != NULL)
        *out_problem = g_steal_pointer (&problem);
      return NULL;
    }
  self = g_new0 (PanahCatalog, 1);
  self->po = g_bytes_ref (po);
  self->right_to_left = right_to_left;
  return self;
}

void
panah_catalog_free (PanahCatalog *self)
{
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_bytes_unref (self->po);
  g_free (self);
}

/**
 * panah_catalog_lookup:
 * @self: a catalogue; may be asked from any thread
 *
 * Returns: (transfer none) (nullable): @english in the other language
 */
const char *
panah_catalog_lookup (PanahCatalog *self,
                      const char   *english)
{
  if (g_once_init_enter (&self->words))
    g_once_init_leave (&self->words, read_words (self->po, self->right_to_left));
  return g_hash_table_lookup (self->words, english);
}
