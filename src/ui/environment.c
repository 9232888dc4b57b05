/* environment.c - what must be true of the process before GTK starts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* GTK and its friends write to the disk of whoever owns this computer: the file chooser into the list of recent
 * files, drivers into caches, a crash into a core file. All of that is turned off or turned into memory here, before
 * any of them looks. */

#include "ui/environment.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <locale.h>
#include <malloc.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* Translations follow LANGUAGE only under a locale that is not C, and GTK's own only under one named en_…: a link of
 * that name to the system's C.UTF-8 gives both, on every machine, and writes nothing. */
static void
set_locale (void)
{
  const char *built = g_getenv ("PANAH_LOCPATH"), *ok; /* before it is installed, the link stands elsewhere */

  g_setenv ("LOCPATH", built != NULL ? built : PANAH_LOCPATH, TRUE);
  ok = setlocale (LC_ALL, "en_US.UTF-8");
  g_unsetenv ("LOCPATH");
  if (ok == NULL)
    ok = setlocale (LC_ALL, "en_US.UTF-8");
  if (ok == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  setlocale (LC_NUMERIC, "C");
  gtk_disable_setlocale ();
  /* the forms of China where a font has those of Japan too */
  g_setenv ("PANGO_LANGUAGE", "zh-cn", FALSE);
}

/* A page of words needs no graphics card: the drivers alone take a quarter of the time to the first page and half of the
 * memory, and fail on some old machines. */
static void
draw_in_memory (void)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (gtk_get_minor_version () >= 16)
    g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);
  else
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}

/* Warnings of libraries quote the text they failed on, and stderr ends in a journal on disk. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         data)
{
  if (level & (G_LOG_FLAG_FATAL | G_LOG_LEVEL_ERROR))
    return g_log_writer_default (level, fields, n_fields, data);
  return G_LOG_WRITER_HANDLED;
}

/* (nullable): where GTK keeps a list of recent files that nobody but this program has seen */
static char *own_data;

/**
 * panah_environment_forget:
 *
 * To be called last, however the program ends: takes away what GTK remembers of saved files. It lies in memory only, but
 * until the owner of the session logs out.
 */
void
panah_environment_forget (void)
{
  if (own_data == NULL)
    return;

  g_autofree char *recent = g_build_filename (own_data, "recently-used.xbel", NULL);
  g_unlink (recent);
  g_rmdir (own_data);
}

/**
 * panah_environment_prepare:
 *
 * To be called first in `main`, before there is a thread and before GLib has looked at a directory.
 */
void
panah_environment_prepare (void)
{
  static const struct rlimit no_core = { 0, 0 };
  const char *runtime = g_getenv ("XDG_RUNTIME_DIR");

  setrlimit (RLIMIT_CORE, &no_core);
  umask (0077);
#ifdef M_PERTURB
  mallopt (M_PERTURB, 0x55);
#endif
  g_setenv ("G_SLICE", "always-malloc", TRUE);
  g_setenv ("MESA_SHADER_CACHE_DISABLE", "true", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  if (runtime != NULL && *runtime == '/')
    {
      g_free (own_data);
      own_data = g_build_filename (runtime, "panah", NULL);
      g_setenv ("XDG_DATA_HOME", own_data, TRUE);
      g_setenv ("TMPDIR", runtime, TRUE);
      panah_environment_forget (); /* a run that was killed */
    }
  set_locale ();
  draw_in_memory ();
  if (g_getenv ("G_DEBUG") == NULL)
    g_log_set_writer_func (write_log, NULL, NULL);
}
