/* mrz-support.c - lines of passports, and a check digit of the test's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mrz-support.h"

#include <string.h>

static char *
print_date (const PanahMrzDate *date)
{
  return g_strdup_printf ("%04u-%02u-%02u", date->year, date->month, date->day);
}

char *
mrz_print (const PanahMrz *mrz)
{
  g_autofree char *birth = print_date (&mrz->birth), *expiry = print_date (&mrz->expiry);

  return g_strdup_printf ("%s|%s|%s|%s|%s|%s|%s|%s|%s", mrz->code, mrz->issuer, mrz->citizenship, mrz->number, mrz->surname,
                          mrz->given, mrz->sex == 'F' ? "F" : mrz->sex == 'M' ? "M" : "", birth, expiry);
}

gboolean
mrz_is_all_right (const PanahMrz *mrz)
{
  for (guint i = 0; i < PANAH_MRZ_N_GROUPS; i++)
    {
      if (mrz->groups[i].check == PANAH_MRZ_WRONG)
        return FALSE;
    }
  return mrz->is_complete;
}

/* A digit of the test's own: letters are looked up, weights are multiplied out. */
char
mrz_expect_digit (const char *field)
{
  static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  long long sum = 0;

  for (gsize i = 0; field[i] != '\0'; i++)
    {
      const char *found = strchr (alphabet, field[i]);
      long long worth = found != NULL ? found - alphabet : 0;
      sum += i % 3 == 0 ? worth * 7 : i % 3 == 1 ? worth * 3 : worth;
    }
  return (char) ('0' + sum % 10);
}

/* TD3 from `LINE|NUMBER|STATE|BIRTH|SEX|EXPIRY`. */
char *
mrz_make_passport (const char *said)
{
  g_auto (GStrv) parts = g_strsplit (said, "|", -1);
  g_autofree char *names = g_strdup_printf ("%s%s", parts[0], "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<");
  g_autofree char *filled = g_strdup_printf ("%s<<<<<<<<<", parts[1]);
  g_autofree char *number = g_strndup (filled, 9);
  char digits[] = { mrz_expect_digit (number), mrz_expect_digit (parts[3]), mrz_expect_digit (parts[5]) };
  g_autofree char *all = g_strdup_printf ("%s%c%s%c%s%c<<<<<<<<<<<<<<<", number, digits[0], parts[3], digits[1], parts[5], digits[2]);

  names[44] = '\0';
  return g_strdup_printf ("%s\n%s%c%s%s%c%s%s%c<<<<<<<<<<<<<<<%c", names, number, digits[0], parts[2], parts[3], digits[1],
                          parts[4], parts[5], digits[2], mrz_expect_digit (all));
}

/* What a row of a table gives: the lines themselves, or what they are to say. */
char *
mrz_make_lines (const char *text)
{
  return g_str_has_prefix (text, MAKE) ? mrz_make_passport (text + strlen (MAKE)) : g_strdup (text);
}
