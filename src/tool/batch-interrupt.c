/* batch-interrupt.c - a batch that is stopped finishes the cases that it has begun
 *
 * Whoever stops a long batch by the keyboard does it in the middle of a case: half of its papers would be there, and
 * the others under the hidden names of files that are being written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/batch-interrupt.h"

#include <signal.h>

/* Touched by threads and the signal handler: atomically. */
static int n_entered; /* cases that are being worked on */
static int stopped_by;

/* The second signal ends the program at once. */
static void
stop (int number)
{
  g_atomic_int_set (&stopped_by, number);
  if (g_atomic_int_get (&n_entered) == 0)
    raise (number);
}

/* From now on signals wait for the cases in hand. A signal that is ignored stays so. Nobody to print for is an error
 * like any other. */
void
panah_batch_interrupt_watch (void)
{
  static const int numbers[] = { SIGHUP, SIGINT, SIGTERM };
  const struct sigaction action = { .sa_handler = stop, .sa_flags = SA_RESTART | SA_RESETHAND };
  struct sigaction before;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (sigaction (numbers[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
        sigaction (numbers[i], &action, NULL);
    }
  signal (SIGPIPE, SIG_IGN);
}

/* Returns: %FALSE if no case may be begun any more */
gboolean
panah_batch_interrupt_enter (void)
{
  g_atomic_int_inc (&n_entered);
  if (g_atomic_int_get (&stopped_by) == 0)
    return TRUE;

  panah_batch_interrupt_leave ();
  return FALSE;
}

/* The case is finished, line and all. */
void
panah_batch_interrupt_leave (void)
{
  int number;

  if (g_atomic_int_dec_and_test (&n_entered) && (number = g_atomic_int_get (&stopped_by)) != 0)
    raise (number);
}
