/* date-words.c - what is said beside the boxes of a date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/date-words.h"

#include "paper/text.h"
#include "paper/words.h"

#include <glib/gi18n.h>

/* Returns: words marked with `N_()` */
const char *
panah_date_words_calendar (PanahCalendarSystem system)
{
  static const char *const names[] = {
    [PANAH_CALENDAR_GREGORIAN] = N_("Calendar of the form (1990)"),
    [PANAH_CALENDAR_PERSIAN] = N_("Solar Hijri calendar (1369)"),
    [PANAH_CALENDAR_ISLAMIC] = N_("Lunar Hijri calendar (1410)"),
  };

  return names[system];
}

/* Dates stand in a sentence whose language may run the other way. @text: (transfer full) */
static char *
isolate (char *text)
{
  g_autofree char *taken = text;

  return panah_text_isolate (taken, PANAH_ISOLATE_FIRST_STRONG);
}

/* The date in the calendar of the form: the best check there is. */
char *
panah_date_say_echo (PanahSession *session,
                     gconstpointer data)
{
  const char *language = panah_session_get_language (session);
  const PanahDate *date = data;

  if (date == NULL)
    return NULL;
  g_autofree char *from = isolate (panah_words_format_day (language, date->from));
  g_autofree char *to = isolate (panah_words_format_day (language, date->to));

  if (date->system == PANAH_CALENDAR_ISLAMIC && date->day != 0 && !date->about)
    {
      g_autofree char *middle = isolate (panah_words_format_day (language, date->from + 1));
      /* TRANSLATORS: %s is a day with weekday, month and year */
      return g_strdup_printf (_("This is about %s. It can be a day earlier or later."), middle);
    }
  /* TRANSLATORS: %s are days with weekday, month and year */
  return panah_date_is_exact (date) ? g_strdup_printf (_("This is %s."), from)
                                    : g_strdup_printf (_("This is between %s and %s."), from, to);
}

/* The same in the calendar in which it was told, else in that of the language; nothing if that is the calendar of the form */
char *
panah_date_say_echo_own (PanahSession *session,
                         gconstpointer data)
{
  const char *language = panah_session_get_language (session);
  const PanahDate *date = data;
  gboolean told = date != NULL && date->system != PANAH_CALENDAR_GREGORIAN;
  PanahCalendarSystem system = told ? date->system : panah_calendar_system_for_language (language);

  if (date == NULL || system == PANAH_CALENDAR_GREGORIAN)
    return NULL;
  g_autofree char *from = isolate (told ? panah_words_format_told (language, date)
                                        : panah_words_format_day_in (language, system, date->from));
  if (system == PANAH_CALENDAR_ISLAMIC)
    /* TRANSLATORS: %s is a date of that calendar */
    return g_strdup_printf (_("In the lunar Hijri calendar: %s."), from);
  if (told || panah_date_is_exact (date))
    /* TRANSLATORS: %s is a date of that calendar */
    return g_strdup_printf (_("In the Solar Hijri calendar: %s."), from);

  g_autofree char *to = isolate (panah_words_format_day_in (language, system, date->to));
  /* TRANSLATORS: %s are dates of that calendar */
  return g_strdup_printf (_("In the Solar Hijri calendar: between %s and %s."), from, to);
}

/* Returns: (transfer full): what to do about what stands in the boxes */
char *
panah_date_words_error (PanahDateReading      reading,
                        const PanahDateEntry *entry)
{
  g_autofree char *year = panah_text_isolate (entry->year, PANAH_ISOLATE_LTR);
  g_autofree char *month = panah_text_isolate (entry->month, PANAH_ISOLATE_FIRST_STRONG);

  switch (reading)
    {
    case PANAH_DATE_READING_BAD_DAY:
      return g_strdup (_("The day must be a number from 1 to 31. Leave it empty if you do not know it."));
    case PANAH_DATE_READING_BAD_MONTH:
      return g_strdup (_("The month must be a number from 1 to 12 or the name of a month."));
    case PANAH_DATE_READING_BAD_YEAR:
      return g_strdup (_("The year must be a number of four digits, for example 1986."));
    case PANAH_DATE_READING_SHORT_YEAR:
      return g_strdup (_("Write all four digits of the year: 1986 and not 86."));
    case PANAH_DATE_READING_NO_MONTH:
      return g_strdup (_("Give the month too, or leave the day empty."));
    case PANAH_DATE_READING_NO_SUCH_DAY:
      return g_strdup (_("This month has no such day in that year. Look at the day, the month and the calendar."));
    case PANAH_DATE_READING_OTHER_MONTH:
      /* TRANSLATORS: %s is the name of a month, as the person typed it */
      return g_strdup_printf (_("The month “%s” belongs to another calendar. Choose that calendar, or write another month."), month);
    case PANAH_DATE_READING_WHICH_HIJRI:
      /* TRANSLATORS: %s is a year, 1402 */
      return g_strdup_printf (_("Is %s a year of the solar or of the lunar calendar? Choose one of them."), year);
    case PANAH_DATE_READING_FORM_YEAR:
      /* TRANSLATORS: %s is a year, 1986 */
      return g_strdup_printf (_("The year %s seems to be one of the calendar of the form. Choose that calendar, or write another year."), year);
    case PANAH_DATE_READING_EMPTY:
    case PANAH_DATE_READING_NO_YEAR:
    case PANAH_DATE_READING_DATE:
      break;
    }
  return g_strdup (_("Give at least the year."));
}

static char *
ask_month (PanahCalendarSystem other,
           const char         *month)
{
  switch (other)
    {
    case PANAH_CALENDAR_PERSIAN:
      /* TRANSLATORS: %s is the name of a month, as the person typed it */
      return g_strdup_printf (_("The month “%s” belongs to the Solar Hijri calendar."), month);
    case PANAH_CALENDAR_ISLAMIC:
      /* TRANSLATORS: %s is the name of a month, as the person typed it */
      return g_strdup_printf (_("The month “%s” belongs to the lunar Hijri calendar."), month);
    case PANAH_CALENDAR_GREGORIAN:
    default:
      /* TRANSLATORS: %s is the name of a month, as the person typed it */
      return g_strdup_printf (_("The month “%s” belongs to the calendar of the form."), month);
    }
}

/* What is asked as soon as it is typed; nothing if there is nothing to choose from */
char *
panah_date_say_question (PanahSession *session,
                         gconstpointer data)
{
  const PanahCalendarDoubt *doubt = data;
  g_autofree char *year = panah_text_isolate (doubt->entry->year, PANAH_ISOLATE_LTR);
  g_autofree char *month = panah_text_isolate (doubt->entry->month, PANAH_ISOLATE_FIRST_STRONG);

  if (doubt->reading == PANAH_DATE_READING_OTHER_MONTH)
    return ask_month (doubt->system, month);
  if (doubt->reading == PANAH_DATE_READING_WHICH_HIJRI)
    /* TRANSLATORS: %s is a year, 1402 */
    return g_strdup_printf (_("Is %s a year of the solar or of the lunar calendar?"), year);
  if (doubt->reading == PANAH_DATE_READING_FORM_YEAR)
    /* TRANSLATORS: %s is a year, 1986 */
    return g_strdup_printf (_("Is %s a year of the calendar of the form?"), year);
  return NULL;
}

/* The years of the form's calendar, or the day, that the date is if the doubt is settled so. */
static char *
format_outcome (PanahSession             *session,
                const PanahCalendarDoubt *doubt)
{
  PanahDateEntry chosen = *doubt->entry;
  PanahCalendarSystem other;
  PanahDate date;

  chosen.system = doubt->system;
  chosen.settled = TRUE;
  if (panah_date_entry_read (&chosen, &date, &other) != PANAH_DATE_READING_DATE)
    return NULL;
  if (date.day != 0 && !date.about)
    return isolate (panah_words_format_date (panah_session_get_language (session), date.from + (date.to - date.from) / 2));

  guint first = panah_day_get_year (date.from), last = panah_day_get_year (date.to);
  return isolate (first == last ? g_strdup_printf ("%u", first) : g_strdup_printf ("%u–%u", first, last));
}

/* The words of the button that settles it so, and what the date then is */
char *
panah_date_say_answer (PanahSession *session,
                       gconstpointer data)
{
  const PanahCalendarDoubt *doubt = data;
  g_autofree char *outcome = format_outcome (session, doubt);

  if (doubt->reading == PANAH_DATE_READING_WHICH_HIJRI && outcome != NULL)
    /* TRANSLATORS: %s is the date, or its years, in the calendar of the form */
    return doubt->system == PANAH_CALENDAR_PERSIAN ? g_strdup_printf (_("Solar calendar: this is %s"), outcome)
                                            : g_strdup_printf (_("Lunar calendar: this is about %s"), outcome);
  switch (doubt->system)
    {
    case PANAH_CALENDAR_PERSIAN:
      return g_strdup (_("Use the Solar Hijri calendar"));
    case PANAH_CALENDAR_ISLAMIC:
      return g_strdup (_("Use the lunar Hijri calendar"));
    case PANAH_CALENDAR_GREGORIAN:
    default:
      return g_strdup (_("Use the calendar of the form"));
    }
}
