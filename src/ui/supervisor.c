/* supervisor.c - the process that outlives a crash of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Answers that stand in no file must survive a fault of the program, and must not touch the disk. So the window runs in
 * a child, and its parent, which does nothing and holds no answer, starts another one when it crashes.
 *
 * Only a fault counts. Whoever kills the program wants it gone: after KILL, TERM, HUP or INT it does not come back. */

#include "ui/supervisor.h"

#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* How often answers are offered again that crash the program each time. */
#define MAX_ATTEMPTS 3

static const int forwarded[] = { SIGTERM, SIGHUP, SIGINT };

/* GLib ends by TRAP or ILL where it finds a fault or no memory. */
static gboolean
is_fault (int signal_number)
{
  static const int faults[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGTRAP, SIGILL };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      if (signal_number == faults[i])
        return TRUE;
    }
  return FALSE;
}

static void
get_watched (sigset_t *out_set)
{
  sigemptyset (out_set);
  sigaddset (out_set, SIGCHLD);
  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    sigaddset (out_set, forwarded[i]);
}

static int
run_child (pid_t           parent,
           const sigset_t *mask,
           PanahStart      start,
           PanahSnapshot  *snapshot,
           PanahSupervised run,
           gpointer        data)
{
  /* nobody is left behind; the parent may have gone before this was said */
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (getppid () != parent)
    return 1;
  sigprocmask (SIG_SETMASK, mask, NULL);
  if (snapshot != NULL)
    panah_snapshot_adopt (snapshot);
  return run (start, snapshot, data);
}

/* Returns: what waitpid() says of the child when it is gone */
static int
wait_for (pid_t           child,
          const sigset_t *watched)
{
  for (;;)
    {
      int signal_number, status;

      if (waitpid (child, &status, WNOHANG) == child && (WIFEXITED (status) || WIFSIGNALED (status)))
        return status;
      signal_number = sigwaitinfo (watched, NULL);
      if (signal_number > 0 && signal_number != SIGCHLD)
        kill (child, signal_number);
    }
}

/* Ends as the child did. */
static int
pass_on (int status)
{
  if (WIFEXITED (status))
    return WEXITSTATUS (status);

  sigset_t set;
  sigemptyset (&set);
  sigaddset (&set, WTERMSIG (status));
  signal (WTERMSIG (status), SIG_DFL);
  sigprocmask (SIG_UNBLOCK, &set, NULL);
  raise (WTERMSIG (status));
  return 128 + WTERMSIG (status);
}

/* Returns: whether another child is to be started, and why */
static gboolean
is_to_go_on (int            status,
             PanahSnapshot *snapshot,
             guint64       *serial,
             guint         *n_attempts,
             PanahStart    *out_start)
{
  PanahSnapshotKind kind = snapshot != NULL ? panah_snapshot_get_kind (snapshot) : PANAH_SNAPSHOT_NONE;

  if (kind == PANAH_SNAPSHOT_LOCK && WIFEXITED (status))
    {
      *out_start = PANAH_START_LOCKED;
      return TRUE;
    }
  if (kind != PANAH_SNAPSHOT_SESSION || !WIFSIGNALED (status) || !is_fault (WTERMSIG (status)))
    return FALSE;

  if (panah_snapshot_get_serial (snapshot) != *serial)
    *n_attempts = 0;
  *serial = panah_snapshot_get_serial (snapshot);
  *out_start = *n_attempts == 0 ? PANAH_START_CRASHED : PANAH_START_CRASHED_AGAIN;
  return ++*n_attempts <= MAX_ATTEMPTS;
}

/**
 * panah_supervise:
 * @run: the program
 * @data: for @run
 *
 * Runs the program in a child that dies with this process, and hands on to it TERM, HUP and INT. To be called before
 * there is a thread and before anything is connected to a display. Where no process can be made, the program runs in
 * this one.
 *
 * Returns: the exit status; a child that was killed by a signal kills this process by the same
 */
int
panah_supervise (PanahSupervised run,
                 gpointer        data)
{
  PanahSnapshot *snapshot = panah_snapshot_new ();
  PanahStart start = PANAH_START_FRESH;
  guint64 serial = 0;
  guint n_attempts = 0;
  pid_t self = getpid (), child;
  sigset_t watched, before;
  int status;

  get_watched (&watched);
  signal (SIGCHLD, SIG_DFL);
  sigprocmask (SIG_BLOCK, &watched, &before);
  do
    {
      child = fork ();
      if (child < 0)
        {
          sigprocmask (SIG_SETMASK, &before, NULL);
          panah_snapshot_free (snapshot);
          return run (PANAH_START_FRESH, NULL, data);
        }
      if (child == 0)
        {
          int code = run_child (self, &before, start, snapshot, run, data);
          fflush (NULL);
          /* a paper may still be being made on another thread, from under which exit() takes what libraries hold */
          _exit (code);
        }
      status = wait_for (child, &watched);
    }
  while (is_to_go_on (status, snapshot, &serial, &n_attempts, &start));

  panah_snapshot_free (snapshot);
  return pass_on (status);
}
