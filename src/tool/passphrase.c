/* passphrase.c - asking for a passphrase without showing or keeping it
 *
 * It is only ever in guarded memory, and in the kernel’s buffer of the terminal or the pipe.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "core/error.h"
#include "store/error.h"
#include "store/memory.h"

#define LINE_BYTES (PANAH_SECRET_MAX_BYTES + 2)

static void
set_error (GError    **error,
           const char *what,
           const char *reason)
{
  g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_FILE, "%s: %s", what, reason);
}

/* Byte by byte: what stands after the line is not ours. Returns: %FALSE with an error */
static gboolean
read_line (int         fd,
           const char *what,
           char       *line,
           GError    **error)
{
  gsize length = 0;
  gssize n;

  while ((n = read (fd, line + length, 1)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_error (error, what, g_strerror (errno));
          return FALSE;
        }
      if (line[length] == '\n')
        break;
      if (line[length] == '\0' || ++length == LINE_BYTES - 1)
        {
          g_set_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_SECRET, "%s: not one line of text", what);
          return FALSE;
        }
    }
  line[length] = '\0';
  return TRUE;
}

static PanahSecret *
read_secret (int         fd,
             const char *what,
             GError    **error)
{
  char *line = panah_memory_new_locked (LINE_BYTES, error);
  PanahSecret *secret = NULL;

  if (line != NULL && read_line (fd, what, line, error))
    secret = panah_secret_new (line, error);
  panah_memory_free (line);
  return secret;
}

/* Touched by the signal handler. */
static int terminal = -1;
static struct termios shown;

static void
show_again (void)
{
  tcsetattr (terminal, TCSAFLUSH, &shown);
}

/* Whoever stops the program gets a terminal back that shows what is typed. */
static void
stop (int number)
{
  show_again ();
  raise (number);
}

static const int signals[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP };

/* A stopped program would leave the passphrase to be typed into the shell. */
static void
catch_signals (struct sigaction *before)
{
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      struct sigaction action = { .sa_handler = signals[i] == SIGTSTP ? SIG_IGN : stop, .sa_flags = SA_RESETHAND };
      sigaction (signals[i], &action, &before[i]);
    }
}

static void
release_signals (const struct sigaction *before)
{
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &before[i], NULL);
}

/* Returns: %FALSE if nobody reads it */
static gboolean
say (const char *words)
{
  return write (terminal, words, strlen (words)) == (gssize) strlen (words);
}

static PanahSecret *
ask (const char *words,
     GError    **error)
{
  struct sigaction before[G_N_ELEMENTS (signals)];
  struct termios hidden = shown;
  PanahSecret *secret = NULL;

  hidden.c_lflag &= ~(tcflag_t) (ECHO | ECHONL);
  catch_signals (before);
  if (tcsetattr (terminal, TCSAFLUSH, &hidden) != 0 || !say (words))
    set_error (error, "the terminal", g_strerror (errno));
  else
    secret = read_secret (terminal, "the terminal", error);
  show_again ();
  release_signals (before);
  say ("\n");
  return secret;
}

static gboolean
is_same (const PanahSecret *one,
         const PanahSecret *two)
{
  gsize n_one, n_two;
  const guint8 *a = panah_secret_get_bytes (one, &n_one), *b = panah_secret_get_bytes (two, &n_two);

  return n_one == n_two && memcmp (a, b, n_one) == 0;
}

/* What is typed wrong once, and not seen, would lock its owner out. */
static PanahSecret *
ask_twice (GError **error)
{
  g_autoptr (PanahSecret) first = ask ("A new passphrase; nobody can recover it: ", error);
  g_autoptr (PanahSecret) second = first != NULL ? ask ("The same once more: ", error) : NULL;

  if (second == NULL)
    return NULL;
  if (is_same (first, second))
    return g_steal_pointer (&first);
  g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_SECRET, "that was not the same passphrase");
  return NULL;
}

static PanahSecret *
ask_terminal (gboolean is_new,
              GError **error)
{
  PanahSecret *secret = NULL;

  terminal = open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal < 0 || tcgetattr (terminal, &shown) != 0)
    g_set_error_literal (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_FILE,
                         "there is no terminal to ask for the passphrase: use --passphrase-fd");
  else
    secret = is_new ? ask_twice (error) : ask ("Passphrase: ", error);
  if (terminal >= 0)
    close (terminal);
  terminal = -1;
  return secret;
}

/*
 * panah_tool_read_passphrase:
 * @fd: where its first line is the passphrase; or %PANAH_PASSPHRASE_ASK
 * @is_new: whether somebody makes it up now: a terminal asks for it twice
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the passphrase
 */
PanahSecret *
panah_tool_read_passphrase (int      fd,
                            gboolean is_new,
                            GError **error)
{
  g_autofree char *what = g_strdup_printf ("--passphrase-fd %d", fd);

  return fd == PANAH_PASSPHRASE_ASK ? ask_terminal (is_new, error) : read_secret (fd, what, error);
}
