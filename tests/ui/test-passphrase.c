/* test-passphrase.c - what is typed into a passphrase field, and who hears of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "store/error.h"
#include "ui/passphrase.h"
#include "ui/six-words.h"

#include <string.h>

static void
count_cb (GtkEditable *editable,
          const char  *chars,
          int          n_bytes,
          int         *position,
          guint       *n)
{
  ++*n;
}

/* What is typed is in the secret, and nobody else hears of it: neither who asks nor who listens, as the accessibility bus
 * does, later than the entry itself. */
static void
test_passphrase_field (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *entry = panah_passphrase_entry_new (box, "Passphrase"), *again = panah_passphrase_entry_new (box, "Again");
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (entry)), *other = gtk_editable_get_delegate (GTK_EDITABLE (again));
  g_autoptr (GError) error = NULL;
  guint n_heard = 0;
  int position = 0;
  gsize length;

  g_signal_connect (text, "insert-text", G_CALLBACK (count_cb), &n_heard);
  gtk_editable_insert_text (text, "сөз ӯ bird", -1, &position);
  g_assert_cmpint (position, ==, 10);
  position = 3;
  gtk_editable_insert_text (text, "ёxyz", 3, &position);
  gtk_editable_delete_text (text, 4, 5);
  g_assert_cmpuint (n_heard, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "•••••••••••");
  g_assert_nonnull (panah_passphrase_find_fault (entry, again));

  /* the eye shows it, and hides it again */
  gtk_text_set_visibility (GTK_TEXT (text), TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "сөзё ӯ bird");
  gtk_text_set_visibility (GTK_TEXT (text), FALSE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "•••••••••••");

  position = 0;
  gtk_editable_insert_text (text, "long ", -1, &position);
  gtk_editable_set_text (other, "long сөзё ӯ bir");
  g_assert_nonnull (panah_passphrase_find_fault (entry, again));
  gtk_editable_set_text (other, "long сөзё ӯ bird");
  g_assert_null (panah_passphrase_find_fault (entry, again));

  g_autoptr (PanahSecret) secret = panah_passphrase_take (entry, &error);
  const guint8 *bytes = panah_secret_get_bytes (secret, &length);
  g_assert_cmpmem (bytes, length, "long сөзё ӯ bird", strlen ("long сөзё ӯ bird"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_null (panah_passphrase_take (entry, &error));
  g_assert_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_SECRET);

  /* more than anybody types is not taken */
  g_autofree char *endless = g_strnfill (5000, 'x');
  gtk_editable_set_text (GTK_EDITABLE (entry), endless);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_finalize_object (box);
}

static char **
read_list (void)
{
  g_autoptr (GBytes) list = g_resources_lookup_data ("/io/github/panah/Panah/english.txt", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const char *text = g_bytes_get_data (list, &length);
  g_autofree char *copy = g_strndup (text, length - 1);

  g_assert_cmpint (text[length - 1], ==, '\n');
  return g_strsplit (copy, "\n", -1);
}

/* Six of them are as many bits as data/words/README.md says, and a word that is half illegible is still one word. */
static void
test_list (void)
{
  g_auto (GStrv) words = read_list ();
  g_autoptr (GHashTable) beginnings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (g_strv_length (words), ==, 2048);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_assert_cmpuint (strspn (words[i], "abcdefghijklmnopqrstuvwxyz"), ==, strlen (words[i]));
      g_assert_true (strlen (words[i]) >= 4 && strlen (words[i]) <= 8);
      g_assert_true (g_hash_table_add (beginnings, g_strndup (words[i], 4)));
    }
}

/* Each word comes, and nothing but words. That one of them stays away 48,000 times happens once in ten million runs. */
static void
test_choice (void)
{
  g_auto (GStrv) words = read_list ();
  g_autoptr (GHashTable) unseen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_words = g_strv_length (words);

  for (guint i = 0; i < n_words; i++)
    g_hash_table_add (unseen, words[i]);
  for (guint i = 0; i < 8000; i++)
    {
      char chosen[PANAH_SIX_WORDS_BYTES];
      panah_six_words_choose (chosen);
      g_auto (GStrv) six = g_strsplit (chosen, " ", -1);
      g_assert_cmpuint (g_strv_length (six), ==, PANAH_N_WORDS);
      for (guint j = 0; j < PANAH_N_WORDS; j++)
        {
          g_assert_true (g_strv_contains ((const char *const *) words, six[j]));
          g_hash_table_remove (unseen, six[j]);
        }
    }
  g_assert_cmpuint (g_hash_table_size (unseen), ==, 0);
}

/* Both entries have them, whatever stood there; one shows them, and nobody is told letter by letter. */
static void
test_suggest (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *entry = panah_passphrase_entry_new (box, "Passphrase"), *again = panah_passphrase_entry_new (box, "Again");
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (entry));
  g_autoptr (GError) error = NULL;
  guint n_heard = 0;

  g_signal_connect (text, "insert-text", G_CALLBACK (count_cb), &n_heard);
  gtk_editable_set_text (GTK_EDITABLE (again), "something that was typed before");
  panah_passphrase_suggest (entry, again);
  g_assert_cmpuint (n_heard, ==, 0);
  g_assert_null (panah_passphrase_find_fault (entry, again));
  g_autofree char *first = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_auto (GStrv) six = g_strsplit (first, " ", -1);
  g_assert_cmpuint (g_strv_length (six), ==, PANAH_N_WORDS);
  g_assert_true (g_str_has_prefix (gtk_editable_get_text (GTK_EDITABLE (again)), "••••"));

  g_autoptr (PanahSecret) secret = panah_passphrase_read (again, &error);
  gsize length;
  const guint8 *bytes = panah_secret_get_bytes (secret, &length);
  g_assert_cmpmem (bytes, length, first, strlen (first));
  panah_passphrase_suggest (entry, again);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), !=, first);
  g_assert_finalize_object (box);
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_add_func ("/ui/passphrase/field", test_passphrase_field);
  g_test_add_func ("/ui/passphrase/list", test_list);
  g_test_add_func ("/ui/passphrase/choice", test_choice);
  g_test_add_func ("/ui/passphrase/suggest", test_suggest);
  return g_test_run ();
}
