/* dated.c - what the law says from a certain day on, and who read it where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/dated.h"

const char *const panah_confidence_names[] = { "confirmed", "secondary", "unconfirmed", NULL };

/**
 * panah_provenance_select:
 * @values: (array length=n_values): in any order
 * @n_values: how many
 * @as_of: the day whose law is asked for
 *
 * Returns: index of the value in force on @as_of, or -1 before the first: not covered, never a guess
 */
int
panah_provenance_select (const PanahProvenance *const *values,
                         guint                         n_values,
                         guint32                       as_of)
{
  int best = -1;

  for (guint i = 0; i < n_values; i++)
    {
      if (values[i]->from <= as_of && (best < 0 || values[i]->from > values[best]->from))
        best = i;
    }

  return best;
}
