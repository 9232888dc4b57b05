/* test-passphrase.c - what is typed into a passphrase field, and who hears of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "store/error.h"
#include "ui/passphrase.h"

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

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_add_func ("/ui/passphrase/field", test_passphrase_field);
  return g_test_run ();
}
