/* fuzz-pack.c - the pack loader meets a pack one file of which somebody made
 *
 * The first line names the file, the rest is what stands in it. The others are those of a fictional country. They are read
 * and parsed once: what is tried is the loader, not the disk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "core/bounded-read.h"
#include "core/json-scan.h"
#include "core/pack.h"

#include <string.h>

typedef struct
{
  char     *name; /* below the folder */
  GBytes   *bytes;
  JsonNode *root; /* (nullable): if it is JSON */
} File;

static GPtrArray *files; /* in the order in which the loader asks for them */
static File *chosen;
static GBytes *made;

GBytes *__real_panah_bounded_read_file (const char *path, gsize max_bytes, GError **error);
GBytes *__wrap_panah_bounded_read_file (const char *path, gsize max_bytes, GError **error);
JsonNode *__real_panah_json_parse (const char *data, gsize length, GError **error);
JsonNode *__wrap_panah_json_parse (const char *data, gsize length, GError **error);

static File *
find (const char *name,
      gsize       length)
{
  for (guint i = 0; i < files->len; i++)
    {
      File *file = files->pdata[i];
      if (strlen (file->name) == length && memcmp (file->name, name, length) == 0)
        return file;
    }
  return NULL;
}

GBytes *
__wrap_panah_bounded_read_file (const char *path,
                                gsize       max_bytes,
                                GError    **error)
{
  const char *name = path + strlen (FUZZ_PACK) + 1;
  File *file = find (name, strlen (name));

  if (file != NULL && file == chosen)
    return g_bytes_ref (made);
  if (file == NULL)
    {
      GBytes *bytes = __real_panah_bounded_read_file (path, max_bytes, error);
      gsize length = 0;
      const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
      g_assert_nonnull (data);
      file = g_new0 (File, 1);
      *file = (File) { g_strdup (name), bytes, __real_panah_json_parse (data, length, NULL) };
      g_ptr_array_add (files, file);
    }
  return g_bytes_ref (file->bytes);
}

JsonNode *
__wrap_panah_json_parse (const char *data,
                         gsize       length,
                         GError    **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      File *file = files->pdata[i];
      if (file->root != NULL && g_bytes_get_data (file->bytes, NULL) == data)
        return json_node_ref (file->root);
    }
  return __real_panah_json_parse (data, length, error);
}

static void
load (void)
{
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahPack) pack = panah_pack_load (FUZZ_PACK, problems, &error);

  fuzz_check (pack != NULL, error);
  g_assert_true (pack != NULL || problems->len > 0);
  for (guint i = 0; i < problems->len; i++)
    {
      const PanahPackProblem *problem = problems->pdata[i];
      g_assert_true (*problem->message != '\0' && g_utf8_validate (problem->message, -1, NULL));
    }
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  files = g_ptr_array_new ();
  load ();
  g_assert_cmpuint (files->len, >, 0);
  return 0;
}

/* A name that is none is a number. */
static File *
choose (const guint8 *name,
        gsize         length)
{
  File *file = find ((const char *) name, length);
  guint number = 0;

  for (gsize i = 0; i < length; i++)
    number += name[i];
  return file != NULL ? file : files->pdata[number % files->len];
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const guint8 *end = size > 0 ? memchr (data, '\n', size) : NULL;

  if (end == NULL)
    return 0;
  chosen = choose (data, end - data);
  made = g_bytes_new (end + 1, size - (end + 1 - data));
  load ();
  g_clear_pointer (&made, g_bytes_unref);
  chosen = NULL;
  return 0;
}
