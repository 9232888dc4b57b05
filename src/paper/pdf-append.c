/* pdf-append.c - numbers and letters as the operators of a page have them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/pdf-append.h"

#include <math.h>

#define MAX_COORDINATE 32767.0

/**
 * panah_pdf_append_number:
 * @number: clamped to ±32767, the range every reader has; not a number becomes 0
 *
 * Appends a number with at most two decimals. No locale: a decimal comma ruins a PDF.
 */
void
panah_pdf_append_number (GString *content,
                         double   number)
{
  char digits[16];
  char *p = digits + sizeof digits;
  double clamped = isnan (number) ? 0 : CLAMP (number, -MAX_COORDINATE, MAX_COORDINATE);
  long hundredths = lround (clamped * 100);
  gulong rest = labs (hundredths);
  guint fraction = rest % 100;

  if (fraction % 10 != 0)
    *--p = '0' + fraction % 10;
  if (fraction != 0)
    {
      *--p = '0' + fraction / 10;
      *--p = '.';
    }
  rest /= 100;
  do
    *--p = '0' + rest % 10;
  while ((rest /= 10) > 0);
  if (hundredths < 0)
    *--p = '-';
  g_string_append_len (content, p, digits + sizeof digits - p);
}

/**
 * panah_pdf_append_utf16:
 * @text: valid UTF-8
 * @length: in bytes
 *
 * Appends @text as hexadecimal digits of UTF-16, without a byte order mark.
 */
void
panah_pdf_append_utf16 (GString    *content,
                        const char *text,
                        gsize       length)
{
  glong n_units = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, length, NULL, &n_units, NULL);

  for (glong i = 0; i < n_units; i++)
    g_string_append_printf (content, "%04X", units[i]);
}
