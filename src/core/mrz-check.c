/* mrz-check.c - check digits in the lines of a passport, and the one mistake that explains a wrong one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/mrz-private.h"

#include <string.h>

#define MAX_CELLS (2 * PANAH_MRZ_MAX_LENGTH)

/* The places a digit is counted from, in their order, and the place of the digit. */
typedef struct
{
  guint        n;
  PanahMrzSpan cells[MAX_CELLS];
  PanahMrzSpan digit;
} Cells;

static char
get_at (const PanahMrz *self,
        PanahMrzSpan    cell)
{
  return self->lines[cell.line][cell.start];
}

static void
add_span (Cells       *cells,
          PanahMrzSpan span)
{
  for (guint i = 0; i < span.length; i++)
    cells->cells[cells->n++] = (PanahMrzSpan){ span.line, span.start + i, 1 };
}

/**
 * panah_mrz_long_number:
 * @self: complete lines
 *
 * A card's number of more than nine letters goes on in the optional data: a filler stands in place of the check digit,
 * and the rest with the digit ends before the next filler (Doc 9303 part 5, 4.2.2, note j; part 6, note j).
 *
 * Returns: how many letters of the number are there, with the digit; 0 if all of it is in its own place
 */
guint
panah_mrz_long_number (const PanahMrz *self)
{
  const PanahMrzLayout *layout = &panah_mrz_layouts[self->format];
  PanahMrzSpan rest = layout->groups[PANAH_MRZ_OPTIONAL], number = layout->groups[PANAH_MRZ_NUMBER];
  gboolean is_card = self->format == PANAH_MRZ_TD1 || self->format == PANAH_MRZ_TD2;
  gboolean has_digit = get_at (self, layout->checks[PANAH_MRZ_NUMBER]) != '<';

  if (!is_card || has_digit || self->lines[number.line][number.start] == '<')
    return 0;
  guint n = 0;
  while (n < rest.length && self->lines[rest.line][rest.start + n] != '<')
    n++;
  return n >= 2 ? n : 0;
}

static void
collect_cells (const PanahMrz *self,
               PanahMrzGroup   group,
               Cells          *cells)
{
  const PanahMrzLayout *layout = &panah_mrz_layouts[self->format];

  cells->n = 0;
  cells->digit = layout->checks[group];
  if (group == PANAH_MRZ_COMPOSITE)
    {
      for (guint i = 0; i < G_N_ELEMENTS (layout->composite); i++)
        add_span (cells, layout->composite[i]);
      return;
    }
  add_span (cells, layout->groups[group]);
  guint n_more = group == PANAH_MRZ_NUMBER ? panah_mrz_long_number (self) : 0;
  if (n_more > 0)
    {
      PanahMrzSpan rest = layout->groups[PANAH_MRZ_OPTIONAL];
      add_span (cells, (PanahMrzSpan){ rest.line, rest.start, n_more - 1 });
      cells->digit = (PanahMrzSpan){ rest.line, rest.start + n_more - 1, 1 };
    }
}

static guint
get_worth (char letter)
{
  if (g_ascii_isdigit (letter))
    return letter - '0';
  return g_ascii_isupper (letter) ? letter - 'A' + 10 : 0;
}

/* Doc 9303 part 3, 4.9: weights 7, 3, 1, repeating; the remainder of ten. */
static char
count_digit (const PanahMrz *self,
             const Cells    *cells)
{
  static const guint weights[] = { 7, 3, 1 };
  guint sum = 0;

  for (guint i = 0; i < cells->n; i++)
    sum += get_worth (get_at (self, cells->cells[i])) * weights[i % G_N_ELEMENTS (weights)];
  return '0' + sum % 10;
}

/* "<<" and, in some countries, "00" say that a month or a day is not known. */
gboolean
panah_mrz_is_date (const char *six)
{
  for (guint i = 0; i < 6; i += 2)
    {
      gboolean is_open = six[i] == '<' && six[i + 1] == '<';
      if (!is_open && (!g_ascii_isdigit (six[i]) || !g_ascii_isdigit (six[i + 1])))
        return FALSE;
    }
  guint month = get_worth (six[2]) * 10 + get_worth (six[3]), day = get_worth (six[4]) * 10 + get_worth (six[5]);
  gboolean is_year_open = six[0] == '<';
  if (is_year_open && (month != 0 || day != 0))
    return FALSE;
  if (month == 0)
    return day == 0;
  guint year = 2000 + get_worth (six[0]) * 10 + get_worth (six[1]);
  /* whether 1900 has a leap day nobody needs to know: who was born then does not need this program */
  return month <= 12 && (day == 0 || g_date_valid_dmy (day, month, year));
}

static PanahMrzCheck
check_group (const PanahMrz *self,
             PanahMrzGroup   group)
{
  const PanahMrzLayout *layout = &panah_mrz_layouts[self->format];
  gboolean is_date = group == PANAH_MRZ_BIRTH || group == PANAH_MRZ_EXPIRY, is_empty = TRUE;
  Cells cells;

  if (layout->checks[group].length == 0)
    return PANAH_MRZ_NOT_CHECKED;
  collect_cells (self, group, &cells);
  for (guint i = 0; i < cells.n; i++)
    is_empty = is_empty && get_at (self, cells.cells[i]) == '<';
  if (is_date && !panah_mrz_is_date (&self->lines[cells.cells[0].line][cells.cells[0].start]))
    return PANAH_MRZ_WRONG;
  if (is_empty && get_at (self, cells.digit) == '<')
    return PANAH_MRZ_NOT_CHECKED;
  return get_at (self, cells.digit) == count_digit (self, &cells) ? PANAH_MRZ_RIGHT : PANAH_MRZ_WRONG;
}

/* Fills in what is right and wrong. */
void
panah_mrz_check_groups (PanahMrz *self)
{
  const PanahMrzLayout *layout = &panah_mrz_layouts[self->format];

  for (guint i = 0; i < PANAH_MRZ_N_GROUPS; i++)
    {
      PanahMrzSpan at = i == PANAH_MRZ_COMPOSITE ? layout->checks[i] : layout->groups[i];
      self->groups[i].check = check_group (self, i);
      self->groups[i].line = at.line;
      self->groups[i].start = at.start;
      self->groups[i].length = at.length + (i == PANAH_MRZ_COMPOSITE ? 0 : layout->checks[i].length);
    }
}

/* Returns: what is taken for @letter when a page is worn or a font is poor; 0 if nothing is */
static char
find_twin (char letter)
{
  static const char twins[] = "0O1I5S8B2Z6G";
  const char *found = letter != '\0' ? strchr (twins, letter) : NULL;

  if (found == NULL)
    return '\0';
  gsize i = found - twins;
  return twins[i % 2 == 0 ? i + 1 : i - 1];
}

/* Whether what was right before is right still, but for the digit over everything, which one mistake leaves wrong. */
static gboolean
breaks_another (const PanahMrz *before,
                const PanahMrz *after)
{
  for (guint i = 0; i < PANAH_MRZ_COMPOSITE; i++)
    {
      if (before->groups[i].check != PANAH_MRZ_WRONG && check_group (after, i) == PANAH_MRZ_WRONG)
        return TRUE;
    }
  return FALSE;
}

/* Tries every twin in the group. Returns: how many make it right; the last of them is kept. */
static guint
try_twins (PanahMrz     *self,
           PanahMrzGroup group,
           gboolean      with_composite)
{
  PanahMrzGroupState *state = &self->groups[group];
  gboolean digits_alone = group == PANAH_MRZ_BIRTH || group == PANAH_MRZ_EXPIRY;
  g_auto (PanahMrz) trial = *self;
  guint n_found = 0;
  Cells cells;

  collect_cells (self, group, &cells);
  cells.cells[cells.n++] = cells.digit;
  for (guint i = 0; i < cells.n; i++)
    {
      PanahMrzSpan cell = cells.cells[i];
      char from = get_at (self, cell), to = find_twin (from);
      if (to == '\0' || ((digits_alone || i == cells.n - 1) && !g_ascii_isdigit (to)))
        continue;
      trial.lines[cell.line][cell.start] = to;
      if (check_group (&trial, group) == PANAH_MRZ_RIGHT && !breaks_another (self, &trial) &&
          (!with_composite || check_group (&trial, PANAH_MRZ_COMPOSITE) == PANAH_MRZ_RIGHT))
        {
          n_found++;
          state->repair_line = cell.line;
          state->repair_at = cell.start;
          state->from = from;
          state->to = to;
        }
      trial.lines[cell.line][cell.start] = from;
    }
  return n_found;
}

/* Finds for each wrong group the one likely mistake that explains it. If there are several, the digit over everything
 * may choose among them. */
void
panah_mrz_find_repairs (PanahMrz *self)
{
  gboolean has_composite = panah_mrz_layouts[self->format].checks[PANAH_MRZ_COMPOSITE].length > 0;

  for (guint i = 0; i < PANAH_MRZ_N_GROUPS; i++)
    {
      if (self->groups[i].check != PANAH_MRZ_WRONG)
        continue;
      guint n = try_twins (self, i, FALSE);
      if (n > 1 && has_composite)
        n = try_twins (self, i, TRUE);
      self->groups[i].is_repairable = n == 1;
    }
}
