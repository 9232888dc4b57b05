/* test-supervisor.c - what comes back after a crash, and what does not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each test lets the supervisor run in a process of its own and watches it through a pipe: the child says there why it
 * was started and what it was given. */

#define _GNU_SOURCE /* memmem */

#include "ui/supervisor.h"

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the child does each time it runs, by how often it was started. */
typedef struct
{
  const char *name;
  const char *push;    /* (nullable): what it keeps the first time */
  int         die;     /* the signal that kills it the first time; 0: it exits */
  int         status;  /* with which it exits at the end */
  const char *says;    /* what all children said */
  int         ends_by; /* the signal that ends the supervisor; 0: it exits */
} Row;

#define KEPT "answers \320\272 \331\276"

static const Row rows[] = {
  { "exit-0", KEPT, 0, 0, "fresh;", 0 },
  { "exit-7", NULL, 0, 7, "fresh;", 0 },
  { "segv", KEPT, SIGSEGV, 0, "fresh;crashed:" KEPT ";", 0 },
  { "abrt", KEPT, SIGABRT, 3, "fresh;crashed:" KEPT ";", 0 },
  { "bus", KEPT, SIGBUS, 0, "fresh;crashed:" KEPT ";", 0 },
  { "fpe", KEPT, SIGFPE, 0, "fresh;crashed:" KEPT ";", 0 },
  { "trap", KEPT, SIGTRAP, 0, "fresh;crashed:" KEPT ";", 0 },
  { "ill", KEPT, SIGILL, 0, "fresh;crashed:" KEPT ";", 0 },
  { "segv-with-nothing-kept", NULL, SIGSEGV, 0, "fresh;", SIGSEGV },
  { "abrt-with-nothing-kept", NULL, SIGABRT, 0, "fresh;", SIGABRT },
  { "kill", KEPT, SIGKILL, 0, "fresh;", SIGKILL },
  { "term", KEPT, SIGTERM, 0, "fresh;", SIGTERM },
  { "hup", KEPT, SIGHUP, 0, "fresh;", SIGHUP },
  { "int", KEPT, SIGINT, 0, "fresh;", SIGINT },
  { "quit", KEPT, SIGQUIT, 0, "fresh;", SIGQUIT },
  { "usr1", KEPT, SIGUSR1, 0, "fresh;", SIGUSR1 },
  { "pipe", KEPT, SIGPIPE, 0, "fresh;", SIGPIPE },
};

typedef int (*Script) (PanahStart     start,
                       PanahSnapshot *snapshot,
                       gconstpointer  data,
                       int            out);

typedef struct
{
  Script        script;
  gconstpointer data;
  int           out;
} Play;

static void
say (int         out,
     const char *text)
{
  g_assert_cmpint (write (out, text, strlen (text)), ==, (gssize) strlen (text));
}

static int
play (PanahStart     start,
      PanahSnapshot *snapshot,
      gpointer       data)
{
  const Play *self = data;

  return self->script (start, snapshot, self->data, self->out);
}

/* Returns: the process that supervises; @out_said: where its children speak */
static pid_t
begin (Script        script,
       gconstpointer data,
       int          *out_said)
{
  static const struct rlimit no_core = { 0, 0 };
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  pid_t pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      Play self = { script, data, ends[1] };
      setrlimit (RLIMIT_CORE, &no_core);
      close (ends[0]);
      exit (panah_supervise (play, &self));
    }
  close (ends[1]);
  *out_said = ends[0];
  return pid;
}

/* Everything that is said until nobody is left who could say something: the pipe also holds on to orphans. */
static char *
listen_to (int said)
{
  GString *all = g_string_new (NULL);
  struct pollfd wait = { said, POLLIN };
  char buffer[256];
  gssize n;

  while (poll (&wait, 1, 60000) > 0 && (n = read (said, buffer, sizeof buffer)) > 0)
    g_string_append_len (all, buffer, n);
  close (said);
  return g_string_free (all, FALSE);
}

static void
wait_for_word (int         said,
               const char *word)
{
  gsize n = strlen (word);
  char buffer[64] = { 0 };

  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (read (said, buffer + i, 1), ==, 1);
  g_assert_cmpstr (buffer, ==, word);
}

static int
row_script (PanahStart     start,
            PanahSnapshot *snapshot,
            gconstpointer  data,
            int            out)
{
  static const char *const names[] = { "fresh", "crashed", "crashed-again", "locked" };
  const Row *row = data;

  say (out, names[start]);
  if (start != PANAH_START_FRESH)
    {
      g_autoptr (GBytes) bytes = panah_snapshot_pull (snapshot);
      g_autofree char *kept = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      say (out, ":");
      say (out, kept);
    }
  say (out, ";");
  if (start == PANAH_START_FRESH && row->push != NULL)
    g_assert_true (panah_snapshot_push (snapshot, PANAH_SNAPSHOT_SESSION, row->push, strlen (row->push)));
  if (start == PANAH_START_FRESH && row->die != 0)
    {
      /* what a shell starts in the background ignores some */
      signal (row->die, SIG_DFL);
      raise (row->die);
    }
  return row->status;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  int said, status;
  pid_t pid = begin (row_script, row, &said);
  g_autofree char *words = listen_to (said);

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpstr (words, ==, row->says);
  if (row->ends_by != 0)
    {
      g_assert_true (WIFSIGNALED (status));
      g_assert_cmpint (WTERMSIG (status), ==, row->ends_by);
    }
  else
    {
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, row->status);
    }
}

/* Answers that crash the program each time are not offered for ever; with a new page it begins anew. */
static int
loop_script (PanahStart     start,
             PanahSnapshot *snapshot,
             gconstpointer  data,
             int            out)
{
  static const char *const names[] = { "f", "c", "a", "l" };

  say (out, names[start]);
  if (start == PANAH_START_FRESH || (start == PANAH_START_CRASHED_AGAIN && panah_snapshot_get_serial (snapshot) == 1))
    panah_snapshot_push (snapshot, PANAH_SNAPSHOT_SESSION, "x", 1);
  raise (SIGSEGV);
  return 0;
}

static void
test_loop (void)
{
  int said, status;
  pid_t pid = begin (loop_script, NULL, &said);
  g_autofree char *words = listen_to (said);

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpstr (words, ==, "fca" "caa");
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGSEGV);
}

static int
lock_script (PanahStart     start,
             PanahSnapshot *snapshot,
             gconstpointer  data,
             int            out)
{
  if (start == PANAH_START_FRESH)
    {
      panah_snapshot_push (snapshot, PANAH_SNAPSHOT_SESSION, "answers", 7);
      panah_snapshot_push (snapshot, PANAH_SNAPSHOT_LOCK, "/a/file", 7);
      say (out, "f;");
      return 0;
    }
  g_autoptr (GBytes) bytes = panah_snapshot_pull (snapshot);
  say (out, start == PANAH_START_LOCKED && g_bytes_get_size (bytes) == 7 ? "locked:" : "?");
  g_assert_cmpint (write (out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)), ==, 7);
  panah_snapshot_clear (snapshot);
  say (out, panah_snapshot_get_kind (snapshot) == PANAH_SNAPSHOT_NONE && panah_snapshot_pull (snapshot) == NULL ? ";empty" : ";?");
  return 5;
}

static void
test_lock (void)
{
  int said, status;
  pid_t pid = begin (lock_script, NULL, &said);
  g_autofree char *words = listen_to (said);

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpstr (words, ==, "f;locked:/a/file;empty");
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 5);
}

static int
endless_script (PanahStart     start,
                PanahSnapshot *snapshot,
                gconstpointer  data,
                int            out)
{
  g_autofree char *word = g_strdup_printf ("%s%010d;", start == PANAH_START_FRESH ? "up" : "??", (int) getpid ());

  panah_snapshot_push (snapshot, PANAH_SNAPSHOT_SESSION, "x", 1);
  say (out, word);
  while (getppid () > 0)
    pause ();
  return 0;
}

static pid_t
read_pid (int said)
{
  char buffer[12] = { 0 };

  for (guint i = 0; i < 11; i++)
    g_assert_cmpint (read (said, buffer + i, 1), ==, 1);
  return g_ascii_strtoll (buffer, NULL, 10);
}

/* A signal to the supervisor reaches the child, and both are gone. That the pipe ends shows that there is no orphan. */
static void
test_forwarded (gconstpointer data)
{
  int sent = GPOINTER_TO_INT (data), said, status;
  pid_t pid = begin (endless_script, NULL, &said);

  wait_for_word (said, "up");
  read_pid (said);
  kill (pid, sent);
  g_autofree char *rest = listen_to (said);
  g_assert_cmpstr (rest, ==, "");
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, sent);
}

/* A child that is stopped has not ended. */
static void
test_stopped (void)
{
  int said, status;
  pid_t pid = begin (endless_script, NULL, &said);

  wait_for_word (said, "up");
  pid_t child = read_pid (said);
  kill (child, SIGSTOP);
  g_usleep (100000);
  g_assert_cmpint (waitpid (pid, &status, WNOHANG), ==, 0);
  kill (child, SIGCONT);
  kill (child, SIGTERM);
  g_autofree char *rest = listen_to (said);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGTERM);
}

/* A snapshot that was half written when the program died leaves the one before. */
static void
test_torn (void)
{
  g_autoptr (PanahSnapshot) snapshot = panah_snapshot_new ();
  g_autofree char *large = g_strnfill (1000000, 'x');

  panah_snapshot_push (snapshot, PANAH_SNAPSHOT_SESSION, "first", 5);
  pid_t pid = fork ();
  if (pid == 0)
    {
      static const struct rlimit little = { 500000, 500000 };
      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &little);
      _exit (panah_snapshot_push (snapshot, PANAH_SNAPSHOT_SESSION, large, 1000000) ? 1 : 0);
    }
  int status;
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_autoptr (GBytes) bytes = panah_snapshot_pull (snapshot);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "first", 5);

  /* and the next one is kept again */
  g_assert_true (panah_snapshot_push (snapshot, PANAH_SNAPSHOT_SESSION, large, 1000000));
  g_autoptr (GBytes) second = panah_snapshot_pull (snapshot);
  g_assert_cmpmem (g_bytes_get_data (second, NULL), g_bytes_get_size (second), large, 1000000);
  g_assert_false (panah_snapshot_push (snapshot, PANAH_SNAPSHOT_SESSION, large, PANAH_SNAPSHOT_MAX_BYTES + 1));
}

/* The memory that is shared holds nothing that can be read. */
static void
test_sealed (void)
{
  static const char marker[] = "Qzxmarkersealed";
  g_autoptr (PanahSnapshot) snapshot = panah_snapshot_new ();
  gboolean found = FALSE, seen = FALSE;

  panah_snapshot_push (snapshot, PANAH_SNAPSHOT_SESSION, marker, strlen (marker));
  for (int fd = 3; fd < 64; fd++)
    {
      g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd), *target = g_file_read_link (link, NULL);
      char buffer[4096] = { 0 };
      if (target == NULL || !g_str_has_prefix (target, "/memfd:panah"))
        continue;
      for (off_t place = 0; pread (fd, buffer, sizeof buffer, place) > 0; place += sizeof buffer / 2)
        {
          seen |= buffer[0] != 0;
          found |= memmem (buffer, sizeof buffer, marker, strlen (marker)) != NULL;
        }
    }
  g_assert_true (seen);
  g_assert_false (found);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; int number; } signals[] = { { "term", SIGTERM }, { "hup", SIGHUP }, { "int", SIGINT }, { "kill", SIGKILL } };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strconcat ("/ui/supervisor/", rows[i].name, NULL);
      g_test_add_data_func (name, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      g_autofree char *name = g_strconcat ("/ui/supervisor/sent-to-the-supervisor/", signals[i].name, NULL);
      g_test_add_data_func (name, GINT_TO_POINTER (signals[i].number), test_forwarded);
    }
  g_test_add_func ("/ui/supervisor/loop", test_loop);
  g_test_add_func ("/ui/supervisor/lock", test_lock);
  g_test_add_func ("/ui/supervisor/stopped", test_stopped);
  g_test_add_func ("/ui/snapshot/torn", test_torn);
  g_test_add_func ("/ui/snapshot/sealed", test_sealed);
  return g_test_run ();
}
