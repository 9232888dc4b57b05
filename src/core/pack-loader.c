/* pack-loader.c - from a folder to a pack: one strict way in, and every problem found on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/bounded-read.h"
#include "core/catalog.h"
#include "core/error.h"
#include "core/json-scan.h"
#include "core/pack-private.h"

#include <gio/gio.h>
#include <string.h>
#include <unicode/uloc.h>

typedef void (*FileReader) (PanahPackReader       *self,
                            const PanahJsonCursor *at);

/* In the order in which they name each other; documents come before the journeys that print them. */
static const struct
{
  const char *name;
  FileReader  read;
} files[] = {
  { "pack.json", panah_read_pack_json },
  { "facts.json", panah_read_facts },
  { "calendar.json", panah_read_calendar },
  { "deadlines.json", panah_read_deadlines },
  { "papers.json", panah_read_papers },
  { "procedure.json", panah_read_procedure },
  { "notices.json", panah_read_notices },
  { "offices.json", panah_read_offices },
};

typedef struct
{
  PanahPackReader reader;
  GChecksum      *checksum; /* of what holds law */
  GChecksum      *words;    /* of what the reader is told of it */
} Loader;

/* A file that cannot be read or is not strict JSON becomes one problem. */
static JsonNode *
load_json (Loader     *self,
           const char *name)
{
  g_autofree char *path = g_build_filename (self->reader.pack->directory, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = panah_bounded_read_file (path, PANAH_JSON_MAX_SIZE, &error);
  JsonNode *root = NULL;

  if (bytes != NULL)
    {
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);
      g_checksum_update (self->checksum, (const guchar *) name, strlen (name) + 1);
      g_checksum_update (self->checksum, (const guchar *) data, length);
      root = panah_json_parse (data, length, &error);
    }
  if (root == NULL)
    panah_pack_problems_add (self->reader.problems, name, "", TRUE, error->message);
  return root;
}

static void
init_cursor (Loader          *self,
             const char      *name,
             JsonNode        *root,
             PanahJsonCursor *out)
{
  *out = (PanahJsonCursor) {
    .node = root,
    .file = name,
    .problems = self->reader.problems,
    .arena = self->reader.arena,
  };
}

static void
read_file (Loader     *self,
           const char *name,
           FileReader  read)
{
  g_autoptr (JsonNode) root = load_json (self, name);
  PanahJsonCursor cursor;

  if (root == NULL)
    return;
  init_cursor (self, name, root, &cursor);
  read (&self->reader, &cursor);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names without @suffix, sorted, so that nothing depends on the order of a file system. */
static GPtrArray *
list_folder (Loader     *self,
             const char *folder,
             const char *suffix)
{
  g_autofree char *path = g_build_filename (self->reader.pack->directory, folder, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, suffix) && *name != '.')
        g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (suffix)));
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static const char *const *
list_languages (Loader     *self,
                GPtrArray  *names,
                const char *document)
{
  GPtrArray *languages = g_ptr_array_new ();
  gsize n = strlen (document);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      if (strncmp (name, document, n) == 0 && name[n] == '.')
        g_ptr_array_add (languages, (char *) panah_arena_string (self->reader.arena, name + n + 1));
    }
  return panah_arena_steal_array (self->reader.arena, languages, NULL);
}

static void
read_skeleton (Loader     *self,
               GPtrArray  *names,
               const char *id,
               GPtrArray  *documents)
{
  g_autofree char *file = g_strdup_printf ("documents/%s.json", id);
  g_autoptr (JsonNode) root = load_json (self, file);
  PanahJsonCursor cursor;

  if (root == NULL)
    return;
  init_cursor (self, file, root, &cursor);
  PanahDocumentSpec *spec = panah_read_document (&self->reader, &cursor);
  if (spec == NULL)
    return;
  if (strcmp (spec->rule.id, id) != 0)
    panah_json_problem (&cursor, "the id “%s” is not the file’s name", spec->rule.id);
  spec->languages = list_languages (self, names, id);
  g_ptr_array_add (documents, spec);
}

static void
read_documents (Loader *self)
{
  PanahPack *pack = self->reader.pack;
  g_autoptr (GPtrArray) names = list_folder (self, "documents", ".json");
  GPtrArray *documents = g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++)
    {
      if (strchr (names->pdata[i], '.') == NULL)
        read_skeleton (self, names, names->pdata[i], documents);
    }
  pack->documents = panah_arena_steal_array (self->reader.arena, documents, &pack->n_documents);

  for (guint i = 0; i < pack->n_documents; i++)
    {
      const PanahDocumentSpec *spec = pack->documents[i];
      for (guint j = 0; spec->languages[j] != NULL; j++)
        {
          g_autofree char *file = g_strdup_printf ("documents/%s.%s.json", spec->rule.id, spec->languages[j]);
          g_autoptr (JsonNode) root = load_json (self, file);
          PanahJsonCursor cursor;
          if (root == NULL)
            continue;
          init_cursor (self, file, root, &cursor);
          panah_read_texts (&self->reader, &cursor, spec->rule.id);
        }
    }
  panah_check_texts (&self->reader);
}

/* gettext names a language fa_AF or uz@cyrillic, everybody else fa-AF and uz-Cyrl. */
static char *
language_from_catalog (const char *name)
{
  GString *language = g_string_new (name);

  g_string_replace (language, "_", "-", 0);
  g_string_replace (language, "@cyrillic", "-Cyrl", 0);
  return g_string_free (language, FALSE);
}

static void
read_catalogs (Loader *self)
{
  g_autoptr (GPtrArray) names = list_folder (self, "po", ".po");

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_strdup_printf ("po/%s.po", (const char *) names->pdata[i]);
      g_autofree char *path = g_build_filename (self->reader.pack->directory, file, NULL);
      g_autofree char *problem = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = panah_bounded_read_file (path, PANAH_JSON_MAX_SIZE, &error);
      PanahCatalog *catalog;

      if (bytes == NULL)
        {
          panah_pack_problems_add (self->reader.problems, file, "", TRUE, error->message);
          continue;
        }
      guint64 size = GUINT64_TO_LE (g_bytes_get_size (bytes));
      g_checksum_update (self->words, (const guchar *) file, strlen (file) + 1);
      g_checksum_update (self->words, (const guchar *) &size, sizeof size);
      g_checksum_update (self->words, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      catalog = panah_catalog_new (bytes, uloc_isRightToLeft (names->pdata[i]), &problem);
      if (catalog != NULL)
        g_hash_table_insert (self->reader.pack->translations, language_from_catalog (names->pdata[i]), catalog);
      else
        panah_pack_problems_add (self->reader.problems, file, "", TRUE, problem);
    }
}

static PanahPack *
new_pack (const char *directory)
{
  static const char *const nothing[] = { NULL };
  PanahPack *pack = g_atomic_rc_box_new0 (PanahPack);
  g_autofree char *canonical = g_canonicalize_filename (directory, NULL);

  pack->arena = panah_arena_new ();
  pack->directory = panah_arena_string (pack->arena, canonical);
  pack->official_languages = nothing;
  pack->texts = g_hash_table_new (g_str_hash, g_str_equal);
  pack->translations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) panah_catalog_free);
  return pack;
}

/* @pack: (inout): taken if there was no error since @n_before of them */
static PanahPack *
take_pack (PanahPack        **pack,
           PanahPackProblems *problems,
           guint              n_before,
           GError           **error)
{
  guint n_errors = panah_pack_problems_count_errors (problems) - n_before;

  if (n_errors == 0)
    return g_steal_pointer (pack);

  g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_PACK_INVALID, "%s: %u error%s in the pack", (*pack)->directory,
               n_errors, n_errors == 1 ? "" : "s");
  return NULL;
}

/**
 * panah_pack_load:
 * @directory: folder of one country
 * @problems: collects every problem that was found
 * @error: return location for a [error@Panah.CoreError], `PACK_INVALID`
 *
 * The only way in. The format is described in data/schema/README.md.
 *
 * Returns: (transfer full) (nullable): the pack; %NULL if there is an error among its problems
 */
PanahPack *
panah_pack_load (const char        *directory,
                 PanahPackProblems *problems,
                 GError           **error)
{
  g_autoptr (PanahPack) pack = new_pack (directory);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GChecksum) words = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) facts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) choice_sets = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) deadline_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) journeys_named = g_ptr_array_new ();
  Loader self = {
    .reader = { .pack = pack, .arena = pack->arena, .problems = problems, .sources = sources, .facts = facts,
                .choice_sets = choice_sets, .deadline_ids = deadline_ids, .journeys_named = journeys_named },
    .checksum = checksum,
    .words = words,
  };
  guint n_before = panah_pack_problems_count_errors (problems);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    read_file (&self, files[i].name, files[i].read);
  read_documents (&self);
  read_file (&self, "journeys.json", panah_read_journeys);
  read_file (&self, "pages.json", panah_read_pages);
  panah_check_journeys (&self.reader);
  read_catalogs (&self);
  pack->hash = panah_arena_string (pack->arena, g_checksum_get_string (checksum));
  g_checksum_update (words, (const guchar *) pack->hash, strlen (pack->hash));
  pack->seal = panah_arena_string (pack->arena, g_checksum_get_string (words));

  return take_pack (&pack, problems, n_before, error);
}

/**
 * panah_pack_load_head:
 * @directory: folder of one country
 * @problems: collects every problem that was found
 * @error: return location for a [error@Panah.CoreError], `PACK_INVALID`
 *
 * What `pack.json` alone says: the country's names, languages, edition and clock. Enough to offer a country, and quicker
 * than panah_pack_load() by far; there is no law in it, its hash and its seal are empty, and nobody can vouch for it.
 *
 * Returns: (transfer full) (nullable): the head of the pack; %NULL if there is an error in it
 */
PanahPack *
panah_pack_load_head (const char        *directory,
                      PanahPackProblems *problems,
                      GError           **error)
{
  g_autoptr (PanahPack) pack = new_pack (directory);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  Loader self = {
    .reader = { .pack = pack, .arena = pack->arena, .problems = problems, .sources = sources },
    .checksum = checksum,
  };
  guint n_before = panah_pack_problems_count_errors (problems);

  read_file (&self, files[0].name, files[0].read);
  pack->hash = pack->seal = "";
  return take_pack (&pack, problems, n_before, error);
}
