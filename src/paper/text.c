/* text.c - hygiene of everything that a person typed
 *
 * Direction marks typed (or pasted) by a person would reach into the words printed round
 * the answer; they are removed here, and the answer is isolated as a whole instead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/text.h"

#include <string.h>

#define FIRST_STRONG_ISOLATE "\xE2\x81\xA8"
#define LEFT_TO_RIGHT_ISOLATE "\xE2\x81\xA6"
#define POP_DIRECTIONAL_ISOLATE "\xE2\x81\xA9"

/* No language stacks as many; a longer heap only takes time to draw (UAX 15 calls 30 stream-safe). */
#define MOST_MARKS 30

typedef struct
{
  GString *out;
  guint    n_marks;    /* of the run that @out ends with */
  guint    removed;
} Cleaner;

static gboolean
is_direction_control (gunichar c)
{
  return c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_noncharacter (gunichar c)
{
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/* Interlinear annotation and tag characters are invisible carriers of other text. */
static gboolean
is_invisible_carrier (gunichar c)
{
  return (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

static gboolean
is_unwanted (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xFEFF ||
         is_direction_control (c) || is_noncharacter (c) || is_invisible_carrier (c);
}

/* Marks, and the joiners that may stand between them. */
static gboolean
is_mark (gunichar c)
{
  return g_unichar_ismark (c) || c == 0x200C || c == 0x200D;
}

/* How many marks a character is, or carries, in whatever normal form. */
static guint
count_marks (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  guint n_marks = 0;

  for (gsize i = 0; i < n_parts; i++)
    n_marks += is_mark (parts[i]);
  return n_marks;
}

/* Whether a character is a mark too many on its letter. */
static gboolean
is_heaped (Cleaner *self,
           gunichar c)
{
  guint n = count_marks (c);

  if (!is_mark (c))
    {
      self->n_marks = n;
      return FALSE;
    }
  if (self->n_marks + n > MOST_MARKS)
    return TRUE;
  self->n_marks += n;
  return FALSE;
}

/* Appends what remains of one character; returns how many input bytes belong to it. */
static gsize
append_clean (Cleaner    *self,
              const char *p,
              gsize       left,
              gsize       size,
              gunichar    c)
{
  if (c == '\r' && left > 1 && p[1] == '\n')
    {
      g_string_append_c (self->out, '\n');
      return 2;
    }

  if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
    g_string_append_c (self->out, '\n');
  else if (c == '\t')
    g_string_append_c (self->out, ' ');
  else if (is_unwanted (c) || is_heaped (self, c))
    self->removed++;
  else
    g_string_append_len (self->out, p, size);
  return size;
}

/* Most of what is typed on forms here is ASCII and the letters of the Cyrillic block (U+0400 to U+04FF without its marks),
 * where every character is its own normal form and nothing has to go. */
static gboolean
is_clean (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar first = text[i], second = i + 1 < length ? text[i + 1] : 0;

      if ((first >= 0x20 && first < 0x7F) || first == '\n')
        continue;
      if (first < 0xD0 || first > 0xD3 || (second & 0xC0) != 0x80 || (first == 0xD2 && second >= 0x83 && second <= 0x89))
        return FALSE;
      i++;
    }
  return TRUE;
}

/**
 * panah_text_clean:
 * @text: (array length=length) (element-type guint8): any bytes
 * @length: number of bytes, or -1 if @text ends with a NUL
 * @removed: (out) (optional): how many characters were dropped because they are no text:
 *   bytes that are no UTF-8 (each counts), control characters, direction controls,
 *   noncharacters, combining marks beyond 30 on one letter
 *
 * Makes text fit to stand on paper: valid UTF-8 in normal form C; every kind of line end
 * becomes a line feed and a tab becomes a space (neither counts as removed). Joiners
 * (U+200C, U+200D) stay: Persian needs them.
 *
 * Returns: (transfer full): clean text
 */
char *
panah_text_clean (const char *text,
                  gssize      length,
                  guint      *removed)
{
  g_autoptr (GString) out = NULL;
  Cleaner cleaner = { NULL };
  gsize left;

  g_return_val_if_fail (text != NULL, NULL);

  left = length < 0 ? strlen (text) : (gsize) length;
  if (is_clean (text, left))
    {
      if (removed != NULL)
        *removed = 0;
      return g_strndup (text, left);
    }

  cleaner.out = out = g_string_sized_new (left);
  while (left > 0)
    {
      gunichar c = g_utf8_get_char_validated (text, MIN (left, 6));
      gsize used = 1;

      if (*text == '\0' || c == (gunichar) -1 || c == (gunichar) -2)
        cleaner.removed++;
      else
        used = append_clean (&cleaner, text, left, g_utf8_skip[(guchar) *text], c);
      text += used;
      left -= used;
    }

  if (removed != NULL)
    *removed = cleaner.removed;
  return g_utf8_normalize (out->str, out->len, G_NORMALIZE_NFC);
}

/**
 * panah_text_isolate:
 * @text: clean text, see [func@Panah.text_clean]
 * @how: whether its direction is found from its letters or is left to right
 *
 * Wraps a value so that neither it nor the words round it change each other's order.
 *
 * Returns: (transfer full): @text between an isolate initiator and its end; empty text stays empty
 */
char *
panah_text_isolate (const char  *text,
                    PanahIsolate how)
{
  const char *open = how == PANAH_ISOLATE_LTR ? LEFT_TO_RIGHT_ISOLATE : FIRST_STRONG_ISOLATE;

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    return g_strdup ("");
  return g_strconcat (open, text, POP_DIRECTIONAL_ISOLATE, NULL);
}

/**
 * panah_text_keep_on_line:
 * @text: a number for the telephone, or the like
 *
 * Returns: (transfer full): @text with spaces at which no line ends
 */
char *
panah_text_keep_on_line (const char *text)
{
  GString *out = g_string_new (text);

  g_string_replace (out, " ", "\xC2\xA0", 0);
  return g_string_free (out, FALSE);
}
