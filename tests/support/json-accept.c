/* json-accept.c - which texts the scanner takes, and what it makes of them
 *
 * Standard input: texts, each after its length in four bytes (lowest first). Standard output: a line for each, `-` or
 * what json-glib then reads, as ASCII JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/json-scan.h"

#include <stdio.h>
#include <string.h>

static void
print_ascii (const char *json)
{
  for (const char *p = json; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar2 units[2] = { c, 0 };

      if (c < 0x7F && c >= 0x20)
        {
          putchar (c);
          continue;
        }
      if (c > 0xFFFF)
        {
          units[0] = 0xD800 + ((c - 0x10000) >> 10);
          units[1] = 0xDC00 + (c & 0x3FF);
        }
      for (guint i = 0; i < 2 && (i == 0 || units[i] != 0); i++)
        printf ("\\u%04x", units[i]);
    }
}

int
main (void)
{
  guint8 head[4];

  while (fread (head, 1, sizeof head, stdin) == sizeof head)
    {
      gsize length = head[0] | head[1] << 8 | head[2] << 16 | (gsize) head[3] << 24;
      g_autofree char *text = g_malloc (length + 1);
      if (fread (text, 1, length, stdin) != length)
        return 1;
      g_autoptr (JsonNode) node = panah_json_parse (text, length, NULL);
      g_autofree char *json = node != NULL ? json_to_string (node, FALSE) : g_strdup ("-");
      print_ascii (json);
      putchar ('\n');
    }
  return fflush (stdout) == 0 ? 0 : 1;
}
