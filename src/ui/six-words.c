/* six-words.c - a passphrase that nobody guesses and one can write down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/six-words.h"

#include <gio/gio.h>
#include <sodium.h>
#include <string.h>

#define WORDS     "/io/github/panah/Panah/english.txt"
#define MAX_WORDS 4096
#define LONGEST   9 /* with the space after it */

G_STATIC_ASSERT (PANAH_N_WORDS * LONGEST < PANAH_SIX_WORDS_BYTES);

/* Where each line of the list begins. Returns: how many there are */
static guint
find_lines (const char *text,
            const char *lines[MAX_WORDS])
{
  guint n = 0;

  for (const char *p = text; p != NULL && *p != '\0' && n < MAX_WORDS; p = strchr (p, '\n'), p = p != NULL ? p + 1 : NULL)
    lines[n++] = p;
  return n;
}

/**
 * panah_six_words_choose:
 * @out: (out caller-allocates): locked memory of %PANAH_SIX_WORDS_BYTES: six words with a space between them
 *
 * Each word of the list has the same chance each time, see data/words/README.md. Nothing of them is kept.
 */
void
panah_six_words_choose (char *out)
{
  g_autoptr (GBytes) list = g_resources_lookup_data (WORDS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree const char **lines = g_new (const char *, MAX_WORDS);
  guint n = find_lines (g_bytes_get_data (list, NULL), lines);
  char *p = out;

  for (guint i = 0; i < PANAH_N_WORDS; i++)
    {
      const char *word = lines[randombytes_uniform (n)];
      gsize length = MIN (strcspn (word, "\n"), LONGEST - 1);
      if (i > 0)
        *p++ = ' ';
      memcpy (p, word, length);
      p += length;
    }
  *p = '\0';
}
