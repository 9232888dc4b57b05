/* mrz.c - the lines at the bottom of a passport, read by a person and typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person copies eighty-eight letters from a worn page on somebody else's keyboard, or pastes what a telephone has
 * read there. What changes nothing is forgiven: case, spaces, how lines are broken, signs that look like a filler,
 * Cyrillic letters that look like Latin ones, and how many fillers end the line of names, which nobody can count. */

#include "core/mrz-private.h"

#include <string.h>

const PanahMrzLayout panah_mrz_layouts[PANAH_MRZ_N_FORMATS] = {
  [PANAH_MRZ_TD1] = {
    3, 30,
    .issuer = { 0, 2, 3 }, .names = { 2, 0, 30 }, .nationality = { 1, 15, 3 }, .sex = { 1, 7, 1 },
    .groups = { { 0, 5, 9 }, { 1, 0, 6 }, { 1, 8, 6 }, { 0, 15, 15 } },
    .checks = { { 0, 14, 1 }, { 1, 6, 1 }, { 1, 14, 1 }, { 0, 0, 0 }, { 1, 29, 1 } },
    .composite = { { 0, 5, 25 }, { 1, 0, 7 }, { 1, 8, 7 }, { 1, 18, 11 } },
  },
  [PANAH_MRZ_TD2] = {
    2, 36,
    .issuer = { 0, 2, 3 }, .names = { 0, 5, 31 }, .nationality = { 1, 10, 3 }, .sex = { 1, 20, 1 },
    .groups = { { 1, 0, 9 }, { 1, 13, 6 }, { 1, 21, 6 }, { 1, 28, 7 } },
    .checks = { { 1, 9, 1 }, { 1, 19, 1 }, { 1, 27, 1 }, { 0, 0, 0 }, { 1, 35, 1 } },
    .composite = { { 1, 0, 10 }, { 1, 13, 7 }, { 1, 21, 14 } },
  },
  [PANAH_MRZ_TD3] = {
    2, 44,
    .issuer = { 0, 2, 3 }, .names = { 0, 5, 39 }, .nationality = { 1, 10, 3 }, .sex = { 1, 20, 1 },
    .groups = { { 1, 0, 9 }, { 1, 13, 6 }, { 1, 21, 6 }, { 1, 28, 14 } },
    .checks = { { 1, 9, 1 }, { 1, 19, 1 }, { 1, 27, 1 }, { 1, 42, 1 }, { 1, 43, 1 } },
    .composite = { { 1, 0, 10 }, { 1, 13, 7 }, { 1, 21, 22 } },
  },
  [PANAH_MRZ_VISA_A] = {
    2, 44,
    .issuer = { 0, 2, 3 }, .names = { 0, 5, 39 }, .nationality = { 1, 10, 3 }, .sex = { 1, 20, 1 },
    .groups = { { 1, 0, 9 }, { 1, 13, 6 }, { 1, 21, 6 }, { 1, 28, 16 } },
    .checks = { { 1, 9, 1 }, { 1, 19, 1 }, { 1, 27, 1 } },
  },
  [PANAH_MRZ_VISA_B] = {
    2, 36,
    .issuer = { 0, 2, 3 }, .names = { 0, 5, 31 }, .nationality = { 1, 10, 3 }, .sex = { 1, 20, 1 },
    .groups = { { 1, 0, 9 }, { 1, 13, 6 }, { 1, 21, 6 }, { 1, 28, 8 } },
    .checks = { { 1, 9, 1 }, { 1, 19, 1 }, { 1, 27, 1 } },
  },
};

/* Large letters; the small ones have been made large before. */
static const struct
{
  gunichar    looks;
  const char *like;
} likenesses[] = {
  { 0x410, "A" }, { 0x412, "B" }, { 0x421, "C" }, { 0x415, "E" }, { 0x41d, "H" }, { 0x406, "I" }, { 0x408, "J" },
  { 0x41a, "K" }, { 0x41c, "M" }, { 0x41e, "O" }, { 0x420, "P" }, { 0x405, "S" }, { 0x422, "T" }, { 0x425, "X" },
  { 0x423, "Y" }, { '>', "<" }, { 0x2039, "<" }, { 0x203a, "<" }, { 0x2329, "<" }, { 0x3008, "<" }, { 0xff1c, "<" },
  { 0xab, "<<" }, { 0xbb, "<<" }, { 0x226a, "<<" }, { 0x300a, "<<" },
};

static const char *
find_likeness (gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (likenesses); i++)
    {
      if (likenesses[i].looks == letter)
        return likenesses[i].like;
    }
  return NULL;
}

/* Returns: (nullable): what stands for @letter in the alphabet of the lines; "" for what says nothing */
static const char *
normalise_letter (gunichar letter,
                  char     buffer[2])
{
  gunichar large = g_unichar_toupper (letter);
  int digit = g_unichar_digit_value (letter);

  if (letter >= 0xff21 && letter <= 0xff5a)
    large = g_unichar_toupper (letter - 0xfee0);
  if (g_unichar_isspace (letter) || g_unichar_type (letter) == G_UNICODE_FORMAT)
    return "";
  if (digit >= 0)
    buffer[0] = '0' + digit;
  else if ((large < 128 && g_ascii_isupper ((char) large)) || large == '<')
    buffer[0] = large;
  else
    return find_likeness (large);
  return buffer;
}

/* A text that a program has put together may be long; no line of a passport is. */
#define MAX_LETTERS 1000

/* Lines without what says nothing, each ending with a line feed; empty ones are none. */
static void
normalise (const char *text,
           GString    *out,
           gunichar   *out_foreign)
{
  char buffer[2] = "";

  for (const char *p = text; *p != '\0' && out->len < MAX_LETTERS; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      if (letter == '\n' || letter == '\r' || letter == 0x2028 || letter == 0x2029)
        {
          if (out->len > 0 && out->str[out->len - 1] != '\n')
            g_string_append_c (out, '\n');
          continue;
        }
      const char *like = normalise_letter (letter, buffer);
      if (like == NULL && *out_foreign == 0)
        *out_foreign = letter;
      g_string_append (out, like != NULL ? like : "?");
    }
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
}

static guint
count_lines (const GString *lines)
{
  guint n = 0;

  for (gsize i = 0; i < lines->len; i++)
    n += lines->str[i] == '\n';
  return n;
}

/* One block, or more lines than any document has: broken where the lines of the document are. */
static void
break_lines (GString *lines)
{
  guint n = count_lines (lines), total = lines->len - n;
  gboolean is_card = strchr ("PV", *lines->str) == NULL;
  guint length = is_card ? 30 : 44;

  if (total == 72 && *lines->str != 'P')
    length = 36;
  if (!(n == 1 && total > (is_card ? 36 : 44)) && n <= (is_card ? 3 : 2))
    return;
  for (gsize i = 0; i < lines->len;)
    {
      if (lines->str[i] == '\n')
        g_string_erase (lines, i, 1);
      else
        i++;
    }
  for (gsize i = length; i < lines->len; i += length + 1)
    g_string_insert_c (lines, i, '\n');
  g_string_append_c (lines, '\n');
}

/* Without the fillers at its end, which nobody counts. */
static guint
get_bare_length (const char *line,
                 guint       length)
{
  while (length > 0 && line[length - 1] == '<')
    length--;
  return length;
}

/* While it is being typed, the first letter and how long the longest line is tell most. */
static PanahMrzFormat
guess_format (const PanahMrz *self,
              const char     *first_line)
{
  guint names = self->n_lines == 2 ? get_bare_length (first_line, self->lengths[0]) : self->lengths[0];
  guint longest = MAX (names, self->n_lines > 1 ? self->lengths[1] : 0);

  if (self->n_lines >= 3)
    return PANAH_MRZ_TD1;
  if (*first_line == 'V')
    return self->n_lines == 2 && self->lengths[1] == 36 && longest == 36 ? PANAH_MRZ_VISA_B : PANAH_MRZ_VISA_A;
  if (*first_line == 'P')
    return self->n_lines == 2 && self->lengths[0] == 36 && self->lengths[1] == 36 ? PANAH_MRZ_TD2 : PANAH_MRZ_TD3;
  return longest <= 30 ? PANAH_MRZ_TD1 : longest <= 36 ? PANAH_MRZ_TD2 : PANAH_MRZ_TD3;
}

/* Gives the line of names as many fillers as it needs, if it ends with any. */
static void
mend_fillers (PanahMrz             *self,
              const PanahMrzLayout *layout)
{
  guint line = layout->names.line, length = self->lengths[line];
  guint bare = get_bare_length (self->lines[line], MIN (length, PANAH_MRZ_MAX_LENGTH));

  if (line >= self->n_lines || length == layout->length || length <= (guint) layout->names.start + 1 ||
      bare >= MIN (length, layout->length) || bare <= layout->names.start)
    return;
  memset (self->lines[line] + bare, '<', layout->length - bare);
  self->lines[line][layout->length] = '\0';
  self->lengths[line] = layout->length;
}

static gboolean
are_fillers (const char *text,
             gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] != '<')
        return FALSE;
    }
  return TRUE;
}

static void
take_lines (PanahMrz   *self,
            const char *lines)
{
  gboolean is_whole = TRUE;

  for (const char *p = lines; *p != '\0'; self->n_lines++)
    {
      gsize length = strcspn (p, "\n");
      if (self->n_lines < PANAH_MRZ_MAX_LINES)
        {
          self->lengths[self->n_lines] = length;
          memcpy (self->lines[self->n_lines], p, MIN (length, PANAH_MRZ_MAX_LENGTH));
          /* what is cut off here can only be fillers */
          if (length > PANAH_MRZ_MAX_LENGTH && !are_fillers (p + PANAH_MRZ_MAX_LENGTH, length - PANAH_MRZ_MAX_LENGTH))
            is_whole = FALSE;
        }
      p += length + 1;
    }
  self->format = guess_format (self, lines);

  const PanahMrzLayout *layout = &panah_mrz_layouts[self->format];
  self->expected_lines = layout->n_lines;
  self->expected_length = layout->length;
  if (is_whole)
    mend_fillers (self, layout);
  self->is_complete = self->n_lines == layout->n_lines && self->foreign == 0;
  for (guint i = 0; i < layout->n_lines; i++)
    self->is_complete = self->is_complete && self->lengths[i] == layout->length;
}

/**
 * panah_mrz_read:
 * @self: (out caller-allocates): what the lines say; to be wiped with panah_mrz_clear()
 * @text: valid UTF-8: what was typed or pasted, complete or not, anything at all
 * @today: the day on which it is read, for the century of a date
 *
 * Reads the machine readable zone of a passport, a card or a visa. Nothing is corrected: what is wrong is told, with
 * what it may have been.
 *
 * Source: ICAO Doc 9303, Machine Readable Travel Documents, eighth edition, parts 3 to 7.
 */
void
panah_mrz_read (PanahMrz   *self,
                const char *text,
                guint32     today)
{
  GString *lines = g_string_sized_new (2 * MAX_LETTERS); /* never moved, so that nothing is left behind */

  memset (self, 0, sizeof *self);
  normalise (text, lines, &self->foreign);
  break_lines (lines);
  take_lines (self, lines->str);
  explicit_bzero (lines->str, lines->allocated_len);
  g_string_free (lines, TRUE);
  if (!self->is_complete)
    return;

  panah_mrz_check_groups (self);
  panah_mrz_find_repairs (self);
  panah_mrz_read_fields (self, today);
}

/**
 * panah_mrz_to_text:
 * @self: complete lines
 *
 * Returns: (transfer full): the lines, with a line feed between each
 */
char *
panah_mrz_to_text (const PanahMrz *self)
{
  GString *text = g_string_sized_new (PANAH_MRZ_MAX_LINES * (PANAH_MRZ_MAX_LENGTH + 1));

  for (guint i = 0; i < MIN (self->n_lines, PANAH_MRZ_MAX_LINES); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", self->lines[i]);
  return g_string_free (text, FALSE);
}

/**
 * panah_mrz_make_repair:
 * @self: complete lines
 * @group: a group that is wrong and repairable
 *
 * Returns: (transfer full): the lines as panah_mrz_to_text(), with the likely letter in place of the one that stands
 * there
 */
char *
panah_mrz_make_repair (const PanahMrz *self,
                       PanahMrzGroup   group)
{
  const PanahMrzGroupState *state = &self->groups[group];
  g_auto (PanahMrz) repaired = *self;

  if (state->is_repairable)
    repaired.lines[state->repair_line][state->repair_at] = state->to;
  return panah_mrz_to_text (&repaired);
}

/**
 * panah_mrz_clear:
 * @self: what was read
 *
 * Wipes it: nobody needs the lines once the person has confirmed what they say.
 */
void
panah_mrz_clear (PanahMrz *self)
{
  explicit_bzero (self, sizeof *self);
}
