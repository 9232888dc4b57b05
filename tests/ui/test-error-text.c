/* test-error-text.c - each way in which a file fails has a sentence of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/save-file.h"
#include "store/error.h"
#include "ui/error-text.h"

#include <string.h>

/* What is said of an error of which nothing is known. */
static const char *
get_fallback (void)
{
  g_autoptr (GError) error = g_error_new_literal (g_quark_from_static_string ("nobody"), 0, "");

  return panah_error_to_sentence (error);
}

static void
test_sentences (void)
{
  const struct { GQuark domain; int n_codes; } domains[] = {
    { PANAH_STORE_ERROR, PANAH_STORE_ERROR_READ + 1 },
    { PANAH_SAVE_ERROR, PANAH_SAVE_ERROR_UNSYNCED + 1 },
  };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (seen, (gpointer) get_fallback ());
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    for (int code = 0; code < domains[i].n_codes; code++)
      {
        g_autoptr (GError) error = g_error_new_literal (domains[i].domain, code, "an answer that nobody may see");
        const char *sentence = panah_error_to_sentence (error);
        if (!g_hash_table_add (seen, (gpointer) sentence))
          g_error ("%s %d has the sentence of another: %s", g_quark_to_string (domains[i].domain), code, sentence);
        g_assert_null (strstr (sentence, "an answer"));
        g_assert_true (g_str_has_suffix (sentence, "."));
      }
}

/* What can be mended is said before what can only be known. */
static void
test_notes (void)
{
  const char *light = panah_notes_to_sentence (PANAH_CASE_FILE_LIGHT_KEY), *worn = panah_notes_to_sentence (PANAH_CASE_FILE_WORN);

  g_assert_null (panah_notes_to_sentence (0));
  g_assert_nonnull (light);
  g_assert_nonnull (worn);
  g_assert_cmpstr (light, !=, worn);
  g_assert_cmpstr (panah_notes_to_sentence (PANAH_CASE_FILE_LIGHT_KEY | PANAH_CASE_FILE_WORN), ==, worn);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/error-text/sentences", test_sentences);
  g_test_add_func ("/ui/error-text/notes", test_notes);
  return g_test_run ();
}
