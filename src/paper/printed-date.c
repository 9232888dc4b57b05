/* printed-date.c - a date as it is printed: what is known of it, and how it was told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/printed-private.h"
#include "paper/sheet-words.h"

#include <string.h>

/* The digits as most forms here want them: 27.11.2026 */
char *
panah_printed_format_digits (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%02u.%02u.%04u", g_date_get_day (&date), g_date_get_month (&date), g_date_get_year (&date));
}

/* The date in its own calendar, as far as it was told. */
static char *
format_as_told (const PanahDate *date,
                const char      *language)
{
  if (language != NULL)
    return panah_words_format_told (language, date);
  if (date->day != 0)
    return g_strdup_printf ("%02u.%02u.%04u", date->day, date->month, date->year);
  if (date->month != 0)
    return g_strdup_printf ("%02u.%04u", date->month, date->year);
  return g_strdup_printf ("%04u", date->year);
}

/* The Gregorian year or years of a date of which the day is not known. */
static char *
format_years (const PanahDate  *date,
              const PanahWords *words)
{
  g_autofree char *first = g_strdup_printf ("%u", panah_day_get_year (date->from));
  g_autofree char *last = g_strdup_printf ("%u", panah_day_get_year (date->to));

  return strcmp (first, last) == 0 ? panah_words_fill (words->year, first, NULL)
                                   : panah_words_fill (words->years, first, last);
}

/* The Gregorian part, which stands first. */
static char *
format_main_part (const PanahDate  *date,
                  const PanahWords *words,
                  const char       *language,
                  const char       *told)
{
  gboolean gregorian = date->system == PANAH_CALENDAR_GREGORIAN, whole = date->day != 0;
  guint32 middle = date->from + (date->to - date->from) / 2;

  if (whole && !gregorian)
    return language != NULL ? panah_words_format_date (language, middle) : panah_printed_format_digits (middle);
  if (whole || (gregorian && date->month != 0))
    return g_strdup (told);
  return gregorian ? panah_words_fill (words->year, told, NULL) : format_years (date, words);
}

/* @language: (nullable): whose months stand there in words; %NULL: in digits. In a language that we have no words for, the
 * month says which calendar it is. */
char *
panah_printed_join_date (const PanahDate  *date,
                         const PanahWords *words,
                         const char       *language)
{
  GString *out = g_string_new (NULL);
  gboolean gregorian = date->system == PANAH_CALENDAR_GREGORIAN, whole = date->day != 0;
  g_autofree char *told = format_as_told (date, language);
  g_autofree char *main_part = format_main_part (date, words, language, told);

  if (date->about || (whole && date->from != date->to))
    g_string_append_printf (out, "%s ", words->about);
  g_string_append (out, main_part);
  if (!gregorian)
    {
      const char *pattern = date->system == PANAH_CALENDAR_PERSIAN ? words->persian : words->islamic;
      gboolean named = language == NULL || strcmp (words->language, language) == 0;
      g_autofree char *source = panah_words_fill (named ? pattern : "%1", told, NULL);
      g_string_append_printf (out, " (%s", source);
    }
  if (!whole)
    g_string_append_printf (out, "%s%s", gregorian ? " (" : panah_sheet_words_get (words->language)->semicolon, words->inexact);
  if (!gregorian || !whole)
    g_string_append_c (out, ')');
  return g_string_free (out, FALSE);
}
