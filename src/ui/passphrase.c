/* passphrase.c - asking for a passphrase
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words go from locked memory of the entry into a secret, and nowhere else. */

#include "ui/passphrase.h"

#include "ui/a11y.h"
#include "ui/secret-buffer.h"
#include "ui/six-words.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

static GtkText *
get_text (GtkWidget *entry)
{
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
}

static const char *
peek (GtkWidget *entry)
{
  GtkText *text = get_text (entry);

  return panah_secret_buffer_peek (PANAH_SECRET_BUFFER (gtk_text_get_buffer (text)));
}

/* Returns: (transfer none): an entry in @box below its label; what stands in it can be shown, and pasted */
GtkWidget *
panah_passphrase_entry_new (GtkWidget  *box,
                            const char *label)
{
  GtkWidget *entry = gtk_password_entry_new (), *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autoptr (PanahSecretBuffer) buffer = panah_secret_buffer_new (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (entry))));

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  panah_a11y_set_name (entry, label);
  gtk_box_append (GTK_BOX (column), panah_label_new (label, "caption-heading"));
  gtk_box_append (GTK_BOX (column), entry);
  gtk_box_append (GTK_BOX (box), column);
  return entry;
}

/* Returns: (transfer full) (nullable): what stands in @entry */
PanahSecret *
panah_passphrase_read (GtkWidget *entry,
                       GError   **error)
{
  return panah_secret_new (peek (entry), error);
}

/* Returns: (transfer full) (nullable): what stands in @entry, which is empty then */
PanahSecret *
panah_passphrase_take (GtkWidget *entry,
                       GError   **error)
{
  PanahSecret *secret = panah_passphrase_read (entry, error);

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  return secret;
}

/**
 * panah_passphrase_suggest:
 * @entry: for a new passphrase
 * @again: for the same
 *
 * Puts six words into both, and shows them in the first one, so that they can be written down. They go from locked memory
 * into locked memory; without any to be had, nothing happens.
 */
void
panah_passphrase_suggest (GtkWidget *entry,
                          GtkWidget *again)
{
  char *words = sodium_init () >= 0 ? sodium_malloc (PANAH_SIX_WORDS_BYTES) : NULL;

  if (words == NULL)
    return;
  panah_six_words_choose (words);
  gtk_entry_buffer_set_text (gtk_text_get_buffer (get_text (entry)), words, -1);
  gtk_entry_buffer_set_text (gtk_text_get_buffer (get_text (again)), words, -1);
  sodium_free (words);
  gtk_text_set_visibility (get_text (entry), TRUE);
}

/**
 * panah_passphrase_find_fault:
 * @entry: a new passphrase
 * @again: the same
 *
 * Returns: (nullable): what to do about it
 */
const char *
panah_passphrase_find_fault (GtkWidget *entry,
                             GtkWidget *again)
{
  const char *text = peek (entry);

  if (g_utf8_strlen (text, -1) < PANAH_PASSPHRASE_MIN_CHARS)
    return _("That is too short: a machine would guess it. Take at least 12 letters; several words are best.");
  if (strcmp (text, peek (again)) != 0)
    return _("The two are not the same. Type them again; the eye beside each shows what you typed.");
  return NULL;
}

/* Returns: (transfer floating): says that one has to wait; hidden */
GtkWidget *
panah_waiting_row_new (const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_box_append (GTK_BOX (row), spinner);
  gtk_box_append (GTK_BOX (row), panah_label_new (text, NULL));
  gtk_widget_set_visible (row, FALSE);
  return row;
}
