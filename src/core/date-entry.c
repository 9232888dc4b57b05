/* date-entry.c - what somebody typed for a date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A document says 1402 and not of which calendar: since 2022 Afghan letters are dated by the lunar calendar, before by the
 * solar one. Years from 1400 on exist in both for the people who write them, so the calendar is asked and never inferred.
 * A Gregorian year of that size, or a Hijri year of the size of a Gregorian one, is a calendar that nobody looked at. */

#include "core/date-entry.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>

#define FIRST_HIJRI_YEAR     1300
#define FIRST_AMBIGUOUS_YEAR 1400
#define LAST_AMBIGUOUS_YEAR  1499
#define FIRST_FORM_YEAR      1700

/**
 * panah_number_read:
 * @text: digits of any script: people copy dates as their papers have them
 * @out_number: (out): the number, 0 to 99999
 *
 * Returns: %TRUE if @text is a number and nothing else; not if it is empty
 */
gboolean
panah_number_read (const char *text,
                   guint      *out_number)
{
  *out_number = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));
      if (digit < 0 || *out_number > 9999)
        return FALSE;
      *out_number = *out_number * 10 + digit;
    }
  return *text != '\0';
}

static PanahDateReading
check_year (const PanahDateEntry *self,
            const PanahMonth     *month,
            guint                 year)
{
  gboolean hijri_size = year >= FIRST_HIJRI_YEAR && year <= LAST_AMBIGUOUS_YEAR;

  if (year < 1000)
    return PANAH_DATE_READING_SHORT_YEAR;
  if (year > 9999)
    return PANAH_DATE_READING_BAD_YEAR;
  if (self->settled)
    return PANAH_DATE_READING_DATE;
  if (self->system == PANAH_CALENDAR_GREGORIAN)
    return hijri_size ? PANAH_DATE_READING_WHICH_HIJRI : PANAH_DATE_READING_DATE;
  if (year >= FIRST_FORM_YEAR)
    return PANAH_DATE_READING_FORM_YEAR;
  /* a month that only one calendar has says which */
  return hijri_size && year >= FIRST_AMBIGUOUS_YEAR && !month->named ? PANAH_DATE_READING_WHICH_HIJRI
                                                                      : PANAH_DATE_READING_DATE;
}

/**
 * panah_date_entry_read:
 * @self: what was typed; white space around it is not looked at by this function and has to be gone
 * @out_date: (out): the date, if it is one; for `WHICH_HIJRI` and `FORM_YEAR` undefined
 * @out_other: (out): for `OTHER_MONTH`, the calendar that has such a month
 *
 * Returns: what it is, or the first thing that is wrong
 */
PanahDateReading
panah_date_entry_read (const PanahDateEntry *self,
                       PanahDate            *out_date,
                       PanahCalendarSystem  *out_other)
{
  PanahMonth month = { 0, self->system, FALSE };
  guint day = 0, year;

  if (*self->day == '\0' && *self->month == '\0' && *self->year == '\0')
    return PANAH_DATE_READING_EMPTY;
  if (*self->day != '\0' && (!panah_number_read (self->day, &day) || day < 1 || day > 31))
    return PANAH_DATE_READING_BAD_DAY;
  if (*self->month != '\0' && !panah_month_read (self->month, self->system, &month))
    return PANAH_DATE_READING_BAD_MONTH;
  if (month.system != self->system)
    {
      *out_other = month.system;
      return PANAH_DATE_READING_OTHER_MONTH;
    }
  if (day != 0 && month.number == 0)
    return PANAH_DATE_READING_NO_MONTH;
  if (*self->year == '\0')
    return PANAH_DATE_READING_NO_YEAR;
  if (!panah_number_read (self->year, &year))
    return PANAH_DATE_READING_BAD_YEAR;

  PanahDateReading reading = check_year (self, &month, year);
  if (reading != PANAH_DATE_READING_DATE)
    return reading;
  return panah_date_init (out_date, self->system, year, month.number, day, self->about, NULL)
           ? PANAH_DATE_READING_DATE
           : PANAH_DATE_READING_NO_SUCH_DAY;
}

/* A date in one piece: its runs of digits, and the words before, between and behind them. */
#define MOST 3
typedef struct
{
  guint n;
  char  digits[MOST][5];
  char *words[MOST + 1];
} Pieces;

static void
clear_pieces (Pieces *pieces)
{
  for (guint i = 0; i <= MOST; i++)
    g_free (pieces->words[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pieces, clear_pieces)

/* Returns: (transfer full) (nullable): from the first letter to the last */
static char *
cut_word (const char *start,
          const char *end)
{
  const char *first = NULL, *after = NULL;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isalpha (g_utf8_get_char (p)))
        continue;
      first = first != NULL ? first : p;
      after = g_utf8_next_char (p);
    }
  return first != NULL ? g_strndup (first, after - first) : NULL;
}

static gboolean
cut_pieces (const char *text,
            Pieces     *out)
{
  const char *start = text, *p = text;

  while (*p != '\0')
    {
      guint length = 0;
      if (g_unichar_digit_value (g_utf8_get_char (p)) < 0)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (out->n == MOST)
        return FALSE;
      out->words[out->n] = cut_word (start, p);
      for (int digit; (digit = g_unichar_digit_value (g_utf8_get_char (p))) >= 0; p = g_utf8_next_char (p))
        {
          if (length == 4)
            return FALSE;
          out->digits[out->n][length++] = '0' + digit;
        }
      out->n++;
      start = p;
    }
  out->words[out->n] = cut_word (start, p);
  return TRUE;
}

/* Returns: which of the numbers has the four digits of a year; @n if none or more than one */
static guint
find_year (const Pieces *pieces)
{
  guint found = pieces->n;

  for (guint i = 0; i < pieces->n; i++)
    {
      if (strlen (pieces->digits[i]) != 4)
        continue;
      if (found != pieces->n)
        return pieces->n;
      found = i;
    }
  return found;
}

/* Returns: (nullable): the month among the words, else the only thing that can be meant as one: what stands between. The
 * month can stand behind a part of the number: "1st March". */
static const char *
find_month (const Pieces *pieces)
{
  PanahMonth month;

  for (guint i = 0; i <= pieces->n; i++)
    {
      for (const char *word = pieces->words[i]; word != NULL; word = strchr (word, ' '))
        {
          word += strspn (word, " ");
          if (panah_month_read (word, PANAH_CALENDAR_GREGORIAN, &month))
            return word;
        }
    }
  return pieces->n == 2 ? pieces->words[1] : NULL;
}

/**
 * panah_date_entry_split:
 * @text: what stands in the box of the day
 * @complete: whether to wait for a year of four digits: a date may still be being typed
 * @out_parts: (out): (transfer full): day, month and year as they stand there, in Western digits; empty where there is none
 *
 * A whole date copied from elsewhere: `21.03.1986`, `1986-03-21`, `۱۳۶۵/۱/۱`, `21 March 1986`. The year is where its four
 * digits are, first or last; in between stands the month, as in all the countries of our languages.
 *
 * Returns: %TRUE if it is more than a day
 */
gboolean
panah_date_entry_split (const char *text,
                        gboolean    complete,
                        char       *out_parts[3])
{
  g_auto (Pieces) pieces = { 0 };

  if (strlen (text) > 256 || !g_utf8_validate (text, -1, NULL) || !cut_pieces (text, &pieces) || pieces.n == 0)
    return FALSE;

  guint last = pieces.n - 1, year = find_year (&pieces);
  const char *name = find_month (&pieces);
  if (year == pieces.n)
    {
      if (complete || pieces.n == 1 || strlen (pieces.digits[0]) == 4)
        return FALSE;
      year = last;
    }
  if ((year != 0 && year != last) || (pieces.n == 3) != (name == NULL))
    return FALSE;

  out_parts[0] = g_strdup (pieces.n == 1 ? "" : pieces.digits[last - year]);
  out_parts[1] = g_strdup (name != NULL ? name : pieces.digits[1]);
  out_parts[2] = g_strdup (pieces.digits[year]);
  return TRUE;
}

/**
 * panah_calendar_system_for_language:
 * @language: BCP 47
 *
 * Returns: the calendar that its readers count their lives by, as CLDR has it: Solar Hijri for Dari
 */
PanahCalendarSystem
panah_calendar_system_for_language (const char *language)
{
  PanahCalendarSystem system = PANAH_CALENDAR_GREGORIAN;
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];

  uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  UEnumeration *calendars = ucal_getKeywordValuesForLocale ("calendar", locale, TRUE, &status);
  if (U_SUCCESS (status) && g_strcmp0 (uenum_next (calendars, NULL, &status), "persian") == 0)
    system = PANAH_CALENDAR_PERSIAN;
  uenum_close (calendars);
  return system;
}
