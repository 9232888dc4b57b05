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

/* Appends what remains of one character; returns how many input bytes belong to it. */
static gsize
append_clean (GString    *out,
              const char *p,
              gsize       left,
              gsize       size,
              gunichar    c,
              guint      *removed)
{
  if (c == '\r' && left > 1 && p[1] == '\n')
    {
      g_string_append_c (out, '\n');
      return 2;
    }

  if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
    g_string_append_c (out, '\n');
  else if (c == '\t')
    g_string_append_c (out, ' ');
  else if (is_unwanted (c))
    *removed += size;
  else
    g_string_append_len (out, p, size);
  return size;
}

/**
 * panah_text_clean:
 * @text: (array length=length) (element-type guint8): any bytes
 * @length: number of bytes, or -1 if @text ends with a NUL
 * @removed: (out) (optional): how many bytes were dropped because they are no text:
 *   invalid UTF-8, control characters, direction controls, noncharacters
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
  guint dropped = 0;
  gsize left;

  g_return_val_if_fail (text != NULL, NULL);

  left = length < 0 ? strlen (text) : (gsize) length;
  out = g_string_sized_new (left);
  while (left > 0)
    {
      gunichar c = g_utf8_get_char_validated (text, MIN (left, 6));
      gsize used = 1;

      if (*text == '\0' || c == (gunichar) -1 || c == (gunichar) -2)
        dropped++;
      else
        used = append_clean (out, text, left, g_utf8_skip[(guchar) *text], c, &dropped);
      text += used;
      left -= used;
    }

  if (removed != NULL)
    *removed = dropped;
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
