/* test-source.c - what must not stand in the source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each search runs over its own bad example first: a search that finds nothing there would find nothing anywhere. */

#include "core-support.h"

#include <string.h>

typedef enum
{
  CODE,     /* without comments and strings */
  INCLUDES, /* only what is included */
} Part;

typedef struct
{
  const char *name;
  const char *folders; /* of src/, with spaces between; "." for all */
  Part        part;
  const char *pattern;
  const char *allowed_file; /* (nullable) */
  guint       n_allowed;    /* files that may (and must) have it */
  const char *bad;
  const char *good;
} Search;

static const Search searches[] = {
  { "core-includes-nothing-foreign", "core", INCLUDES,
    "^(gtk|gdk|adwaita|pango|cairo|hb|harfbuzz|hpdf|sodium|libintl|locale|glib/gi18n)", NULL, 0,
    "#include <pango/pango.h>\n", "#include <unicode/ucal.h> /* <gtk/gtk.h> */\n" },
  { "core-sees-nothing-of-ours", "core", INCLUDES, "^(paper|store|ui|tool)/|^clock", NULL, 0,
    "#include \"paper/document.h\"\n",
    "#include \"core/paper.h\"\n" },
  { "paper-does-not-see-store-ui-tool", "paper", INCLUDES, "^(store|ui|tool)/|^gtk|^adwaita|^sodium", NULL, 0,
    "#include \"store/file.h\"\n",
    "#include \"core/pack.h\"\n" },
  { "store-does-not-see-paper-ui-tool", "store", INCLUDES, "^(paper|ui|tool)/|^gtk|^adwaita|^hpdf", NULL, 0,
    "#include \"paper/pages.h\"\n",
    "#include \"core/case.h\"\n" },
  { "tool-needs-no-display", "tool", INCLUDES, "^ui/|^gtk|^gdk|^adwaita", NULL, 0, "#include <gtk/gtk.h>\n",
    "#include <gio/gio.h>\n" },
  { "clock-in-one-file", ".", CODE,
      "_new_now|\\btime *\\( "
      "*(NULL|0|&)|g_get_real_time|g_get_current_time|clock_gettime|gettimeofday|\\b(local|gm)time(_r)? *\\(",
      "clock.c", 1,
    "GDateTime *now = g_date_time_new_now_utc ();\n",
      "/* time (NULL) */ gint64 t = g_get_monotonic_time (); char *s = \"time (NULL)\";\n" },
  { "clock-by-time", "core", CODE, "\\btime *\\( *(NULL|0|&)", NULL, 0, "time_t t = time (NULL);\n",
    "show_time (NULL);\n" },
  { "hpdf-in-one-file", ".", INCLUDES, "^hpdf", "pdf-object.c", 1, "#include <hpdf.h>\n",
    "#include \"paper/pdf-object.h\"\n" },
  { "rules-come-with-a-voucher", "tool ui", CODE, "\\bpanah_pack_(index_)?load *\\(", "check-pack.c", 1,
    "pack = panah_pack_load (argv[1], problems, NULL);\n", "pack = panah_pack_trust_load (directories, id, problems, error);\n" },
  { "no-text-through-libharu", ".", CODE,
    "HPDF_(LoadTTFont|GetTTFontDef|Page_(TextOut|ShowText|TextRect|MoveToNextLine))", NULL, 0,
    "HPDF_Page_TextOut (page, 0, 0, text);\n", "/* never HPDF_Page_TextOut (), see \"HPDF_Page_ShowText\" */\n" },
  { "core-writes-to-nobody", "core", CODE,
    "\\b(stderr|stdout|puts|g_print|g_printerr|printf|fprintf|perror|g_message|g_debug|g_info)\\b", NULL, 0,
    "g_printerr (\"no\");\n", "g_strdup_printf (\"%d\", 1);\n" },
  { "core-has-no-gettext", "core", CODE,
    "\\b(gettext|dgettext|ngettext|setlocale|bindtextdomain|g_dgettext|g_dpgettext2)\\b|\\b_ *\\(", NULL, 0,
    "return _(\"Name\");\n", "int a_b_ (void);\n" },
  { "core-has-no-environment", "core", CODE,
    "\\b(getenv|secure_getenv|g_getenv|g_get_user_\\w+|g_get_home_dir|g_get_tmp_dir)\\b", NULL, 0,
    "const char *home = g_get_home_dir ();\n", "const char *home = NULL; /* getenv */\n" },
  { "no-network", ".", CODE,
    "\\b(socket|connect|getaddrinfo|g_socket\\w*|g_network\\w*|soup_\\w+)\\b *\\(|Soup[A-Z]|GSocket", NULL, 0,
    "int s = socket (AF_INET, SOCK_STREAM, 0);\n", "g_signal_connect (self, \"x\", cb, NULL);\n" },
};

/* Appends the code of @source to @code, its strings to @strings, one to a line, and what it includes to @includes. */
static void
take_apart (const char *source,
            GString    *code,
            GString    *strings,
            GString    *includes)
{
  for (const char *p = source; *p != '\0'; p++)
    {
      const char *end = NULL;
      if (g_str_has_prefix (p, "/*"))
        end = strstr (p + 2, "*/");
      else if (g_str_has_prefix (p, "//"))
        end = strchr (p, '\n');
      if (end != NULL)
        {
          g_string_append_c (code, ' ');
          p = *end == '*' ? end + 1 : end;
          continue;
        }
      if (g_str_has_prefix (p, "#include"))
        {
          p += strcspn (p, "<\"\n");
          gsize n = *p != '\n' && *p != '\0' ? strcspn (p + 1, ">\"\n") : 0;
          g_string_append_len (includes, p + 1, n);
          g_string_append_c (includes, '\n');
          p += n > 0 ? n + 1 : 0;
          continue;
        }
      if (*p == '\'' && p[1] != '\0') /* a character */
        {
          p += p[1] == '\\' ? 2 : 1;
          p += strcspn (p, "'\n");
          if (*p == '\0')
            break;
          continue;
        }
      if (*p != '"')
        {
          g_string_append_c (code, *p);
          continue;
        }
      for (p++; *p != '\0' && *p != '"'; p++)
        {
          if (*p == '\\' && p[1] != '\0')
            g_string_append_c (strings, *p++);
          g_string_append_c (strings, *p);
        }
      g_string_append_c (strings, '\n');
      g_string_append (code, "\"\"");
      if (*p == '\0')
        break;
    }
}

static gboolean
is_found (const Search *search,
          const char   *source)
{
  g_autoptr (GString) code = g_string_new (NULL), strings = g_string_new (NULL), includes = g_string_new (NULL);

  take_apart (source, code, strings, includes);
  return g_regex_match_simple (search->pattern, search->part == CODE ? code->str : includes->str, G_REGEX_MULTILINE, 0);
}

/* Paths of every .c and .h file in @folder of src/ and below it; none if it does not exist. */
static void
list_sources (const char *folder,
              GPtrArray  *paths)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        list_sources (path, paths);
      else if (g_str_has_suffix (name, ".c") || g_str_has_suffix (name, ".h"))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

static GPtrArray *
list_folders (const char *names)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) folders = g_strsplit (names, " ", -1);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", folders[i], NULL);
      list_sources (folder, paths);
    }
  return paths;
}

static void
test_search (gconstpointer data)
{
  const Search *search = data;
  g_autoptr (GPtrArray) paths = list_folders (search->folders);
  guint n_allowed = 0;

  g_assert_true (is_found (search, search->bad));
  g_assert_false (is_found (search, search->good));
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *text = NULL, *name = g_path_get_basename (paths->pdata[i]);
      g_assert_true (g_file_get_contents (paths->pdata[i], &text, NULL, NULL));
      if (!is_found (search, text))
        continue;
      if (g_strcmp0 (name, search->allowed_file) != 0)
        g_error ("%s: %s", (const char *) paths->pdata[i], search->pattern);
      n_allowed++;
    }
  g_assert_cmpuint (n_allowed, ==, search->n_allowed);
}

/* Words of the format itself that some pack uses as an id as well. */
static const char *const engine_words[] = { "copies", NULL };

static void
collect_ids (const char *folder,
             const char *file,
             const char *array_name,
             GHashTable *ids)
{
  g_autofree char *path = g_build_filename (folder, file, NULL), *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonArray *array = json_object_get_array_member (json_node_get_object (root), array_name);

  g_assert_cmpuint (json_array_get_length (array), >, 0);
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_hash_table_add (ids, g_strdup (json_object_get_string_member (json_array_get_object_element (array, i), "id")));
}

static void
collect_documents (const char *folder,
                   GHashTable *ids)
{
  g_autofree char *path = g_build_filename (folder, "documents", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_hash_table_add (ids, g_strndup (name, strcspn (name, ".")));
}

static void
collect_packs (const char *folder,
               GHashTable *ids)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *pack = g_build_filename (folder, name, NULL), *file = g_build_filename (pack, "pack.json", NULL);
      if (!g_file_test (file, G_FILE_TEST_IS_REGULAR))
        continue;
      g_hash_table_add (ids, g_strdup (name));
      collect_ids (pack, "facts.json", "facts", ids);
      collect_ids (pack, "deadlines.json", "deadlines", ids);
      collect_ids (pack, "papers.json", "papers", ids);
      collect_documents (pack, ids);
    }
}

/* Returns: (nullable): the first string of @source that is an id of a pack */
static char *
find_id (const char *source,
         GHashTable *ids)
{
  g_autoptr (GString) code = g_string_new (NULL), strings = g_string_new (NULL), includes = g_string_new (NULL);

  take_apart (source, code, strings, includes);
  g_auto (GStrv) lines = g_strsplit (strings->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_hash_table_contains (ids, lines[i]) && !g_strv_contains (engine_words, lines[i]))
        return g_strdup (lines[i]);
    }
  return NULL;
}

static void
test_no_ids (gconstpointer data)
{
  const char *const *folder = data;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *fictional = get_packs_path ();
  g_autoptr (GPtrArray) paths = list_folders (*folder);

  collect_packs (fictional, ids);
  collect_packs (g_getenv ("PANAH_TEST_PACKS"), ids);
  g_assert_cmpuint (g_hash_table_size (ids), >, 100);

  g_autofree char *country = find_id ("int x;\nreturn g_str_equal (pack, \"xa\");\n", ids);
  g_autofree char *fact = find_id ("/* ' */ get (facts, \"crossing.day\");\n", ids);
  g_autofree char *document = find_id ("char c = '\"'; find (\"petition-more\");\n", ids);
  g_autofree char *none =
    find_id ("/* \"xa\" */ // \"crossing.day\"\n#include \"xa\"\nget (\"crossing.days\", \"copies\");\n", ids);
  g_assert_cmpstr (country, ==, "xa");
  g_assert_cmpstr (fact, ==, "crossing.day");
  g_assert_cmpstr (document, ==, "petition-more");
  g_assert_null (none);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *text = NULL;
      g_assert_true (g_file_get_contents (paths->pdata[i], &text, NULL, NULL));
      g_autofree char *found = find_id (text, ids);
      if (found != NULL)
        g_error ("%s names “%s”, which is an id of a pack", (const char *) paths->pdata[i], found);
    }
}

static void
test_files_are_there (void)
{
  g_autoptr (GPtrArray) paths = list_folders ("core");

  g_assert_cmpuint (paths->len, >, 40);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const folders[] = { "core", "paper", "tool", "store" };

  g_test_init (&argc, &argv, NULL);

  ADD_ROWS ("/core/source", searches, test_search);
  ADD_ROWS ("/core/source/no-ids-of-packs", folders, test_no_ids);
  g_test_add_func ("/core/source/files-are-there", test_files_are_there);

  return g_test_run ();
}
