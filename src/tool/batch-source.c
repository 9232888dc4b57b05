/* batch-source.c - where the cases of a batch come from: a folder, or lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/batch-source.h"

#include "core/bounded-read.h"
#include "core/error.h"
#include "core/json-scan.h"
#include "store/container.h"
#include "tool/tool.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CASE_SUFFIX ".json"
#define SEALED_SUFFIX ".pnh"
#define LINES_SUFFIX ".jsonl"

/* One of the two is there. */
struct _PanahBatchSource
{
  DIR          *folder;
  GPtrArray    *names;     /* of the files in the folder, sorted by the names of their cases */
  guint         next_name;
  guint         n_skipped;

  GInputStream *stream;
  char         *path;
  char          buffer[65536];
  gsize         at, end;   /* of what is left in the buffer */
  guint64       line;
};

static void
set_file_error (GError    **error,
                const char *path)
{
  g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_FILE, "%s: %s", path, g_strerror (errno));
}

static gboolean
has_controls (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

static void
skip (const char *file,
      const char *reason)
{
  g_autofree char *display = g_filename_display_name (file);

  panah_tool_print_line ("skipped “%s”: %s", display, reason);
}

/* What an editor hides is nobody's case. A name that no line of the manifest could hold is not touched, but somebody
 * may wait for its papers. */
static void
take_name (PanahBatchSource *self,
           const char       *file)
{
  gboolean hidden = *file == '.', odd = !g_utf8_validate (file, -1, NULL) || has_controls (file);

  if (!g_str_has_suffix (file, CASE_SUFFIX) && !g_str_has_suffix (file, SEALED_SUFFIX))
    return;
  if (!hidden && !odd)
    {
      g_ptr_array_add (self->names, g_strdup (file));
      return;
    }

  skip (file, hidden ? "a hidden file" : "its name has control characters or is not UTF-8");
  self->n_skipped += !hidden;
}

static char *
name_case (const char *file)
{
  return g_strndup (file, strrchr (file, '.') - file);
}

/* The plain case before the sealed one of the same name. */
static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char *file_a = *(const char *const *) a, *file_b = *(const char *const *) b;
  g_autofree char *case_a = name_case (file_a), *case_b = name_case (file_b);
  int order = strcmp (case_a, case_b);

  return order != 0 ? order : strcmp (file_a, file_b);
}

/* The papers of two cases of the same name would come into the same folder. */
static void
skip_same_names (PanahBatchSource *self)
{
  for (guint i = 1; i < self->names->len;)
    {
      const char *file = self->names->pdata[i];
      g_autofree char *before = name_case (self->names->pdata[i - 1]), *name = name_case (file);

      if (strcmp (before, name) != 0)
        {
          i++;
          continue;
        }
      skip (file, "another case has the same name");
      self->n_skipped++;
      g_ptr_array_remove_index (self->names, i);
    }
}

static gboolean
open_folder (PanahBatchSource *self,
             const char       *path,
             GError          **error)
{
  const struct dirent *entry;

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->folder = opendir (path);
  errno = self->folder != NULL ? 0 : errno;
  while (self->folder != NULL && (entry = readdir (self->folder)) != NULL)
    {
      take_name (self, entry->d_name);
      errno = 0;
    }
  if (errno != 0)
    {
      set_file_error (error, path);
      return FALSE;
    }
  g_ptr_array_sort (self->names, compare_names);
  skip_same_names (self);
  return TRUE;
}

static gboolean
open_lines (PanahBatchSource *self,
            const char       *path,
            GError          **error)
{
  gboolean standard = strcmp (path, "-") == 0;
  int fd = standard ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

  if (fd < 0)
    {
      set_file_error (error, path);
      return FALSE;
    }
  if (!standard && !g_str_has_suffix (path, LINES_SUFFIX))
    {
      close (fd);
      g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_FILE, "%s: neither a folder nor a file *" LINES_SUFFIX,
                   path);
      return FALSE;
    }
  self->stream = g_unix_input_stream_new (fd, !standard);
  self->path = g_strdup (path);
  return TRUE;
}

/*
 * panah_batch_source_new:
 * @path: a folder, whose files `*.json` and `*.pnh` are cases; a file `*.jsonl`, whose lines are; or `-`, lines of
 *   standard input
 * @error: return location
 *
 * What is skipped in a folder is told on standard error.
 *
 * Returns: (transfer full) (nullable): the cases
 */
PanahBatchSource *
panah_batch_source_new (const char *path,
                        GError    **error)
{
  g_autoptr (PanahBatchSource) self = g_new0 (PanahBatchSource, 1);
  gboolean is_folder = strcmp (path, "-") != 0 && g_file_test (path, G_FILE_TEST_IS_DIR);

  if (!(is_folder ? open_folder : open_lines) (self, path, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
panah_batch_source_free (PanahBatchSource *self)
{
  if (self == NULL)
    return;

  if (self->folder != NULL)
    closedir (self->folder);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_object (&self->stream);
  g_free (self->path);
  g_free (self);
}

/* Returns: how many there are; 0 if that is not known before the end */
guint
panah_batch_source_get_n_cases (PanahBatchSource *self)
{
  return self->names != NULL ? self->names->len : 0;
}

/* Returns: how many files were left out that may be cases */
guint
panah_batch_source_get_n_skipped (PanahBatchSource *self)
{
  return self->n_skipped;
}

/* Returns: whether a passphrase is needed */
gboolean
panah_batch_source_has_sealed (PanahBatchSource *self)
{
  for (guint i = 0; self->names != NULL && i < self->names->len; i++)
    {
      if (g_str_has_suffix (self->names->pdata[i], SEALED_SUFFIX))
        return TRUE;
    }
  return FALSE;
}

/* Returns: %FALSE at the end of the input, and with an error */
static gboolean
fill_buffer (PanahBatchSource *self,
             GError          **error)
{
  gssize n = g_input_stream_read (self->stream, self->buffer, sizeof self->buffer, NULL, error);

  self->at = 0;
  self->end = MAX (n, 0);
  if (n < 0)
    g_prefix_error (error, "%s: ", self->path);
  return n > 0;
}

/* The next line without its end. Of one that is too large a byte too much is kept, which the JSON scanner refuses. */
static GBytes *
read_line (PanahBatchSource *self,
           GError          **error)
{
  g_autoptr (GByteArray) line = g_byte_array_new ();
  GError *problem = NULL;
  gboolean begun = FALSE;

  while (self->at < self->end || fill_buffer (self, &problem))
    {
      const char *start = self->buffer + self->at, *newline = memchr (start, '\n', self->end - self->at);
      gsize n = newline != NULL ? (gsize) (newline - start) : self->end - self->at;

      begun = TRUE;
      g_byte_array_append (line, (const guint8 *) start, MIN (n, PANAH_JSON_MAX_SIZE + 1 - line->len));
      self->at += n;
      if (newline != NULL)
        {
          self->at++;
          break;
        }
    }

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  return begun ? g_byte_array_free_to_bytes (g_steal_pointer (&line)) : NULL;
}

static gboolean
is_blank (GBytes *line)
{
  gsize length;
  const char *data = g_bytes_get_data (line, &length);

  for (gsize i = 0; i < length; i++)
    {
      if (strchr (" \t\r", data[i]) == NULL || data[i] == '\0')
        return FALSE;
    }
  return TRUE;
}

/*
 * panah_batch_source_next:
 * @out_item: (out): the next case
 * @error: return location
 *
 * Not to be called by two threads at once.
 *
 * Returns: %FALSE if there is none, which is no error, or the input cannot be read any further
 */
gboolean
panah_batch_source_next (PanahBatchSource *self,
                         PanahBatchItem   *out_item,
                         GError          **error)
{
  if (self->names != NULL)
    {
      if (self->next_name == self->names->len)
        return FALSE;
      out_item->file = g_strdup (self->names->pdata[self->next_name++]);
      out_item->name = name_case (out_item->file);
      return TRUE;
    }

  for (;;)
    {
      g_autoptr (GBytes) line = read_line (self, error);
      if (line == NULL)
        return FALSE;
      self->line++;
      if (is_blank (line))
        continue;
      out_item->name = g_strdup_printf ("%06" G_GUINT64_FORMAT, self->line);
      out_item->json = g_steal_pointer (&line);
      return TRUE;
    }
}

/*
 * panah_batch_source_read:
 * @item: a case of this source
 * @error: return location
 *
 * A link is followed, but only to a file: neither a pipe nor a device is ever waited for. May be called from any
 * thread.
 *
 * Returns: (transfer full) (nullable): what the case says
 */
GBytes *
panah_batch_source_read (PanahBatchSource     *self,
                         const PanahBatchItem *item,
                         GError              **error)
{
  if (item->json != NULL)
    return g_bytes_ref (item->json);

  const char *file = item->file;
  int fd = openat (dirfd (self->folder), file, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  struct stat info;

  if (fd < 0)
    {
      set_file_error (error, file);
      return NULL;
    }
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (fd, TRUE);
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_FILE, "%s: not a file", file);
      return NULL;
    }
  gboolean is_sealed = g_str_has_suffix (file, SEALED_SUFFIX);
  return panah_bounded_read (stream, is_sealed ? PANAH_CONTAINER_MAX_BYTES : PANAH_JSON_MAX_SIZE, error);
}

void
panah_batch_item_clear (PanahBatchItem *item)
{
  g_clear_pointer (&item->name, g_free);
  g_clear_pointer (&item->file, g_free);
  g_clear_pointer (&item->json, g_bytes_unref);
}
