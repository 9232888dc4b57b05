/* batch-report.c - a line for each case of a batch, in their order, and how far it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/batch-report.h"

#include "tool/tool.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* How many lines are held back for one that is not there yet; then the others wait for it. */
#define MOST_HELD 256

struct _PanahBatchReport
{
  guint    n_cases;         /* 0: nobody knows */
  gboolean on_terminal;     /* whether anyone sees how far it is */
  gboolean shares_terminal; /* whether the lines stand on the same terminal */

  GMutex   lock;            /* of everything below */
  GCond    moved;
  char    *held[MOST_HELD];
  guint64  n_printed;
  guint64  n_done;
  guint64  n_by_code[PANAH_EXIT_REFUSED + 1];
  gsize    shown;           /* how wide the words on the terminal are */
  GError  *error;           /* (nullable): why no more lines are printed */
};

/*
 * panah_batch_report_new:
 * @n_cases: how many there will be; 0 if nobody knows
 *
 * Returns: (transfer full): a report without a line
 */
PanahBatchReport *
panah_batch_report_new (guint n_cases)
{
  PanahBatchReport *self = g_new0 (PanahBatchReport, 1);

  self->n_cases = n_cases;
  self->on_terminal = isatty (STDERR_FILENO);
  self->shares_terminal = self->on_terminal && isatty (STDOUT_FILENO);
  g_mutex_init (&self->lock);
  g_cond_init (&self->moved);
  return self;
}

void
panah_batch_report_free (PanahBatchReport *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < MOST_HELD; i++)
    g_free (self->held[i]);
  g_clear_error (&self->error);
  g_cond_clear (&self->moved);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/*
 * panah_batch_report_wait:
 * @index: of a case, from 0
 *
 * Waits until the case may be begun without too many lines being held back for others.
 *
 * Returns: %FALSE if nobody takes the lines any more
 */
gboolean
panah_batch_report_wait (PanahBatchReport *self,
                         guint64           index)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (self->error == NULL && index >= self->n_printed + MOST_HELD)
    g_cond_wait (&self->moved, &self->lock);
  return self->error == NULL;
}

/* The words of before are painted over, not erased: no terminal needs to know more than a carriage return. */
static void
show (PanahBatchReport *self,
      const char       *words)
{
  gsize width = strlen (words);

  fprintf (stderr, "\r%s%*s\r%s", words, (int) (self->shown > width ? self->shown - width : 0), "", words);
  fflush (stderr);
  self->shown = width;
}

static void
show_progress (PanahBatchReport *self)
{
  guint64 attention = self->n_by_code[PANAH_EXIT_ATTENTION], refused = self->n_by_code[PANAH_EXIT_REFUSED];
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, "%" G_GUINT64_FORMAT, self->n_done);
  if (self->n_cases > 0)
    g_string_append_printf (words, " of %u", self->n_cases);
  g_string_append_printf (words, ", %" G_GUINT64_FORMAT " need%s attention, %" G_GUINT64_FORMAT " refused", attention,
                          attention == 1 ? "s" : "", refused);
  show (self, words->str);
}

static void
print_lines (PanahBatchReport *self)
{
  char **line;

  while (self->error == NULL && *(line = &self->held[self->n_printed % MOST_HELD]) != NULL)
    {
      if (self->shares_terminal)
        show (self, "");
      if (!panah_tool_print (*line, &self->error))
        break;
      g_clear_pointer (line, g_free);
      self->n_printed++;
    }
}

/*
 * panah_batch_report_take_line:
 * @index: of a case that was waited for
 * @code: what became of it
 * @line: (transfer full): what is said of it
 *
 * Prints @line and those that were held back for it, as soon as it is their turn.
 */
void
panah_batch_report_take_line (PanahBatchReport *self,
                              guint64           index,
                              int               code,
                              char             *line)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->held[index % MOST_HELD] = line;
  self->n_done++;
  self->n_by_code[code]++;
  print_lines (self);
  if (self->on_terminal)
    show_progress (self);
  g_cond_broadcast (&self->moved);
}

/*
 * panah_batch_report_finish:
 * @out_n_cases: (out): how many there were
 * @error: return location
 *
 * Returns: the exit code of them all; with an error if the lines were not taken
 */
int
panah_batch_report_finish (PanahBatchReport *self,
                           guint64          *out_n_cases,
                           GError          **error)
{
  if (self->shown > 0)
    g_printerr ("\n");
  *out_n_cases = self->n_done;
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return PANAH_EXIT_REFUSED;
    }
  return self->n_by_code[PANAH_EXIT_DONE] == self->n_done ? PANAH_EXIT_DONE : PANAH_EXIT_ATTENTION;
}
