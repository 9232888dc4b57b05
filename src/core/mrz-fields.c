/* mrz-fields.c - what the lines of a passport say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/date.h"
#include "core/mrz-private.h"

#include <string.h>
#include <unicode/uloc.h>

/* Who gets a travel document from the age of nothing to the end of life: none is valid for longer than this. */
#define LONGEST_VALIDITY_YEARS 30

/* Copies without the fillers at the end; those between words become spaces. */
static void
copy_words (char       *to,
            const char *from,
            gsize       length)
{
  while (length > 0 && from[length - 1] == '<')
    length--;
  for (gsize i = 0; i < length; i++)
    to[i] = from[i] == '<' ? ' ' : from[i];
  to[length] = '\0';
}

/* Passports write names in large letters; papers that are read do not. */
static void
lower_words (char *words)
{
  for (char *p = words; *p != '\0'; p++)
    {
      if (p > words && p[-1] != ' ')
        *p = g_ascii_tolower (*p);
    }
}

/* Two fillers stand between the name of the family and the others. Without them there is one name, and nobody knows
 * which of the two it is: it is not called a surname. */
static void
read_names (PanahMrz             *self,
            const PanahMrzLayout *layout)
{
  const char *names = self->lines[layout->names.line] + layout->names.start;
  const char *gap = g_strstr_len (names, layout->names.length, "<<");
  gsize first = gap != NULL ? (gsize) (gap - names) : layout->names.length;
  const char *rest = names + first;

  while (rest < names + layout->names.length && *rest == '<')
    rest++;
  copy_words (self->surname, names, first);
  copy_words (self->given, rest, names + layout->names.length - rest);
  if (*self->given == '\0')
    {
      memcpy (self->given, self->surname, sizeof self->given);
      *self->surname = '\0';
    }
  lower_words (self->surname);
  lower_words (self->given);
  self->may_be_cut = names[layout->names.length - 1] != '<';
}

/* The number is written without fillers, a long one with what stands elsewhere. */
static void
read_number (PanahMrz             *self,
             const PanahMrzLayout *layout)
{
  PanahMrzSpan number = layout->groups[PANAH_MRZ_NUMBER], rest = layout->groups[PANAH_MRZ_OPTIONAL];
  guint n_more = panah_mrz_long_number (self), n = 0;

  for (guint i = 0; i < number.length; i++)
    {
      char letter = self->lines[number.line][number.start + i];
      if (letter != '<')
        self->number[n++] = letter;
    }
  if (n_more > 0)
    memcpy (self->number + n, self->lines[rest.line] + rest.start, n_more - 1);
}

static guint
read_two (const char *digits)
{
  return g_ascii_isdigit (digits[0]) ? (digits[0] - '0') * 10 + (digits[1] - '0') : 0;
}

static guint32
first_day_of (const PanahMrzDate *date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, MAX (date->day, 1), MAX (date->month, 1), date->year);
  return g_date_get_julian (&day);
}

/* @latest: a day after which it cannot be; of two centuries the later one that fits is taken */
static void
read_date (PanahMrzDate *date,
           const char   *six,
           guint32       latest)
{
  if (*six == '<' || !panah_mrz_is_date (six))
    return;

  date->year = 2000 + read_two (six);
  date->month = read_two (six + 2);
  date->day = read_two (six + 4);
  if (first_day_of (date) > latest)
    date->year -= 100;
  if (date->day > 0 && !g_date_valid_dmy (date->day, date->month, date->year))
    memset (date, 0, sizeof *date);
}

/* What ICAO writes otherwise than ISO 3166 does (Doc 9303 part 3, section 5). Who has no nationality that can be named
 * ("XXB", "XXC": a refugee; "XXX") is not called stateless for it. */
static const char *
find_own_code (const char *icao)
{
  static const char *const codes[][2] = {
    { "D", "DE" }, { "GBD", "GB" }, { "GBN", "GB" }, { "GBO", "GB" }, { "GBP", "GB" }, { "GBS", "GB" },
    { "XXA", "stateless" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (strcmp (codes[i][0], icao) == 0)
        return codes[i][1];
    }
  return NULL;
}

static const char *
find_country (const char *icao)
{
  const char *own = find_own_code (icao);

  if (own != NULL || strlen (icao) != 3)
    return own;
  for (const char *const *country = uloc_getISOCountries (); *country != NULL; country++)
    {
      char locale[ULOC_COUNTRY_CAPACITY + 4] = "und_";
      g_strlcat (locale, *country, sizeof locale);
      if (strcmp (uloc_getISO3Country (locale), icao) == 0)
        return *country;
    }
  return NULL;
}

void
panah_mrz_read_fields (PanahMrz *self,
                       guint32   today)
{
  const PanahMrzLayout *layout = &panah_mrz_layouts[self->format];
  PanahMrzSpan birth = layout->groups[PANAH_MRZ_BIRTH], expiry = layout->groups[PANAH_MRZ_EXPIRY];
  PanahMrzSpan issuer = layout->issuer, from = layout->nationality;
  char nationality[4], sex = self->lines[layout->sex.line][layout->sex.start];

  copy_words (self->code, self->lines[0], 2);
  copy_words (self->issuer, self->lines[issuer.line] + issuer.start, issuer.length);
  copy_words (nationality, self->lines[from.line] + from.start, from.length);
  const char *country = find_country (nationality);
  g_strlcpy (self->citizenship, country != NULL ? country : "", sizeof self->citizenship);
  read_number (self, layout);
  read_names (self, layout);
  self->sex = sex == 'F' || sex == 'M' ? sex : '\0';
  read_date (&self->birth, self->lines[birth.line] + birth.start, today);
  read_date (&self->expiry, self->lines[expiry.line] + expiry.start,
             panah_day_add_months (today, 12 * LONGEST_VALIDITY_YEARS));
}
