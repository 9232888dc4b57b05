/* fuzz-command-line.c - panah-tool meets arguments that somebody typed
 *
 * One argument a line. Nothing outside the folder can be named: no argument has a slash.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tool/tool.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_ARGUMENTS 12
#define RUNS_IN_A_FOLDER 200

int panah_tool_main (int argc, char *argv[]);

static char *folder;
static char *sample;
static guint n_runs;

int __wrap_crypto_pwhash (unsigned char *const out, unsigned long long length, const char *const passphrase,
                          unsigned long long passphrase_length, const unsigned char *const salt, unsigned long long ops,
                          size_t memory, int algorithm);

int
__wrap_crypto_pwhash (unsigned char *const      out,
                      unsigned long long        length,
                      const char *const         passphrase,
                      unsigned long long        passphrase_length,
                      const unsigned char *const salt,
                      unsigned long long        ops,
                      size_t                    memory,
                      int                       algorithm)
{
  return crypto_generichash (out, length, (const guint8 *) passphrase, passphrase_length, NULL, 0);
}

static void
empty (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);
      if (g_file_test (inside, G_FILE_TEST_IS_DIR) && !g_file_test (inside, G_FILE_TEST_IS_SYMLINK))
        empty (inside);
      g_remove (inside);
    }
}

static void
fill_folder (void)
{
  FILE *file;

  empty (folder);
  file = g_fopen ("case.json", "wb");
  g_assert_nonnull (file);
  g_assert_true (fputs (sample, file) >= 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
say_nothing (const char *message)
{
  g_assert_true (g_utf8_validate (message, -1, NULL));
}

static void
clean_up (void)
{
  empty (folder);
  g_rmdir (folder);
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  int nowhere = open ("/dev/null", O_RDWR);

  g_setenv ("PANAH_PACK_PATH", FUZZ_PACKS, TRUE);
  g_assert_true (g_file_get_contents (FUZZ_CASE, &sample, NULL, NULL));
  folder = g_dir_make_tmp ("panah-fuzz-XXXXXX", NULL);
  g_assert_nonnull (folder);
  g_assert_cmpint (chdir (folder), ==, 0);
  atexit (clean_up);
  dup2 (nowhere, STDIN_FILENO);
  dup2 (nowhere, STDOUT_FILENO);
  g_set_printerr_handler (say_nothing);
  return 0;
}

/* GLib prints help and ends the process, as it should. */
static gboolean
asks_for_help (char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "--help") || (lines[i][0] == '-' && lines[i][1] != '-' && strpbrk (lines[i], "h?") != NULL))
        return TRUE;
    }
  return FALSE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) lines = g_strsplit (g_strdelimit (text, "/", '_'), "\n", MOST_ARGUMENTS);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();

  if (strstr (text, "..") != NULL || asks_for_help (lines))
    return 0;
  if (n_runs++ % RUNS_IN_A_FOLDER == 0)
    fill_folder ();
  g_ptr_array_add (argv, (gpointer) "panah-tool");
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (argv, lines[i]);
  g_ptr_array_add (argv, NULL);

  int code = panah_tool_main (argv->len - 1, (char **) argv->pdata);
  g_assert_true (code >= PANAH_EXIT_DONE && code <= PANAH_EXIT_REFUSED);
  return 0;
}
