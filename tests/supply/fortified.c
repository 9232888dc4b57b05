/* fortified.c - writes past the end of an array, which programs built like ours must not survive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is built shows in the window's program only where GCC cannot prove a length, and there may be no such place: so
 * the flags are tried here, on something that surely is one. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
main (int   argc,
      char *argv[])
{
  char *allocated = malloc (argc > 1 ? strtoul (argv[1], NULL, 10) : 8);
  const char *text = argc > 2 ? argv[2] : "";

  /* level 3: the size is known only when the program runs */
  memcpy (allocated, text, strlen (text) + 1);
  puts (allocated);
  free (allocated);
  return 0;
}
