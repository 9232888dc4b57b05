/* pack-problem.c - what is wrong with a pack: file, JSON pointer, message
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-problem.h"

static void
problem_free (gpointer data)
{
  PanahPackProblem *self = data;

  g_free (self->file);
  g_free (self->pointer);
  g_free (self->message);
  g_free (self);
}

/**
 * panah_pack_problems_new:
 *
 * Returns: (transfer full): no problem yet
 */
PanahPackProblems *
panah_pack_problems_new (void)
{
  return g_ptr_array_new_with_free_func (problem_free);
}

/**
 * panah_pack_problems_add:
 * @self: problems
 * @file: path inside the pack
 * @pointer: JSON pointer (RFC 6901)
 * @is_error: whether the pack cannot be used
 * @message: what is wrong, for the author of the pack
 */
void
panah_pack_problems_add (PanahPackProblems *self,
                         const char        *file,
                         const char        *pointer,
                         gboolean           is_error,
                         const char        *message)
{
  PanahPackProblem *problem = g_new0 (PanahPackProblem, 1);

  problem->file = g_strdup (file);
  problem->pointer = g_strdup (pointer);
  problem->message = g_strdup (message);
  problem->is_error = is_error;
  g_ptr_array_add (self, problem);
}

/**
 * panah_pack_problems_count_errors:
 * @self: problems
 *
 * Returns: how many of them are errors
 */
guint
panah_pack_problems_count_errors (const PanahPackProblems *self)
{
  guint n = 0;

  for (guint i = 0; i < self->len; i++)
    n += ((const PanahPackProblem *) self->pdata[i])->is_error;

  return n;
}

/**
 * panah_pack_problem_to_string:
 * @self: a problem
 *
 * Returns: (transfer full): `file#/pointer: message`
 */
char *
panah_pack_problem_to_string (const PanahPackProblem *self)
{
  return g_strdup_printf ("%s#%s: %s%s", self->file, self->pointer, self->is_error ? "" : "warning: ", self->message);
}
