/* bench-batch.c - how much memory ten thousand documents take, and how long
 *
 * Usage: bench-batch TOOL CASE. The case goes to one `panah-tool batch` again and again, with another number in it each
 * time; the most memory that the program ever had (VmHWM) is read after a thousand documents and after ten thousand.
 * Fails if it has grown by more than a tenth.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define FEW 1000
#define MANY 10000
#define NUMBER "P01234567"

typedef struct
{
  int   fd;      /* the program's standard input */
  char *line;    /* a case, NUMBER and all */
  int   enough;  /* set by the reader */
} Feeder;

static gboolean
write_all (int         fd,
           const char *data,
           gsize       length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);
      if (n <= 0)
        return FALSE;
      data += n;
      length -= n;
    }
  return TRUE;
}

static gpointer
feed (gpointer data)
{
  Feeder *self = data;
  char *number = strstr (self->line, NUMBER);
  gboolean taken = TRUE;

  for (guint i = 0; taken && !g_atomic_int_get (&self->enough); i++)
    {
      g_autofree char *digits = g_strdup_printf ("P%08u", i);
      memcpy (number, digits, strlen (NUMBER));
      taken = write_all (self->fd, self->line, strlen (self->line));
    }
  close (self->fd);
  return NULL;
}

static guint
count_documents (const char *line)
{
  guint n = 0;

  for (const char *at = strstr (line, "\"file\":"); at != NULL; at = strstr (at + 1, "\"file\":"))
    n++;
  return n;
}

/* Kibibytes */
static guint64
read_most_memory (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", pid);
  g_autofree char *status = NULL;

  g_file_get_contents (path, &status, NULL, NULL);
  const char *at = status != NULL ? strstr (status, "VmHWM:") : NULL;
  return at != NULL ? g_ascii_strtoull (at + strlen ("VmHWM:"), NULL, 10) : 0;
}

static int
measure (FILE   *manifest,
         GPid    pid,
         Feeder *feeder)
{
  gint64 start = g_get_monotonic_time ();
  guint64 few = 0, many = 0;
  guint n = 0, n_few = 0, n_many = 0;
  double seconds = 0;
  char *line = NULL;
  gsize room = 0;

  while (getline (&line, &room, manifest) > 0)
    {
      n += count_documents (line);
      if (few == 0 && n >= FEW)
        {
          few = read_most_memory (pid);
          n_few = n;
        }
      if (many == 0 && n >= MANY)
        {
          many = read_most_memory (pid);
          n_many = n;
          seconds = (g_get_monotonic_time () - start) / 1000000.0;
          g_atomic_int_set (&feeder->enough, TRUE);
        }
    }
  free (line);
  printf ("%u documents: at most %.1f MiB; %u: %.1f MiB; %.0f documents a second, %u processors\n", n_few, few / 1024.0,
          n_many, many / 1024.0, seconds > 0 ? n_many / seconds : 0, g_get_num_processors ());
  return many > 0 && many <= few + few / 10 ? 0 : 1;
}

static int
run (const char *tool,
     const char *out,
     char       *line)
{
  const char *const argv[] = { tool, "batch", "-", "--on", "2026-11-24", "--out", out, NULL };
  Feeder feeder = { .line = line };
  g_autoptr (GError) error = NULL;
  int output, status;
  GPid pid;

  if (!g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &feeder.fd,
                                 &output, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  GThread *thread = g_thread_new ("feeder", feed, &feeder);
  FILE *manifest = fdopen (output, "r");
  int result = measure (manifest, pid, &feeder);
  g_thread_join (thread);
  fclose (manifest);
  waitpid (pid, &status, 0);
  return result;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_folder (child);
    }
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *line = NULL, *out = g_dir_make_tmp ("panah-bench-XXXXXX", NULL);
  gsize length;

  signal (SIGPIPE, SIG_IGN);
  if (argc != 3 || out == NULL || !g_file_get_contents (argv[2], &line, &length, NULL) || strstr (line, NUMBER) == NULL)
    {
      g_printerr ("usage: bench-batch TOOL CASE (with the number " NUMBER " in it)\n");
      return 2;
    }
  g_strdelimit (line, "\n", ' ');
  if (length > 0)
    line[length - 1] = '\n';
  int result = run (argv[1], out, line);
  remove_folder (out);
  return result;
}
