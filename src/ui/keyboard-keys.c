/* keyboard-keys.c - keys in rows, as they lie on a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/keyboard-keys.h"

#include "ui/a11y.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_COLUMNS 13
#define NON_JOINER   "\u200C"
#define KEYCODE      "panah-keycode"
#define WITH_SHIFT   "panah-with-shift"

/* The rows of a keyboard, without what stands before the first letter of the last one. */
static const struct { int column; guint keycodes[MOST_COLUMNS + 1]; } letter_rows[] = {
  { 0, { 49, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 } },
  { 0, { 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 51 } },
  { 1, { 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48 } },
  { 2, { 52, 53, 54, 55, 56, 57, 58, 59, 60, 61 } },
};

/* What numbers, dates and telephones are written with: 1 to 0; + - . , / : ( ) # ' */
static const struct { guint keycode; gboolean shift; } digit_rows[2][10] = {
  { { 10 }, { 11 }, { 12 }, { 13 }, { 14 }, { 15 }, { 16 }, { 17 }, { 18 }, { 19 } },
  { { 21, TRUE }, { 20 }, { 60 }, { 59 }, { 61 }, { 47, TRUE }, { 18, TRUE }, { 19, TRUE }, { 12, TRUE }, { 48 } },
};

static GtkWidget *
key_new (guint     keycode,
         gboolean  shift,
         GCallback clicked,
         gpointer  data)
{
  GtkWidget *key = gtk_button_new_with_label ("");

  /* the cursor stays where one types */
  gtk_widget_set_focusable (key, FALSE);
  g_object_set_data (G_OBJECT (key), KEYCODE, GUINT_TO_POINTER (keycode));
  g_object_set_data (G_OBJECT (key), WITH_SHIFT, GINT_TO_POINTER (shift));
  g_signal_connect (key, "clicked", clicked, data);
  return key;
}

/* @clicked: gets the key and @data */
void
panah_keyboard_keys_add_letters (GtkGrid  *grid,
                                 GCallback clicked,
                                 gpointer  data)
{
  for (guint row = 0; row < G_N_ELEMENTS (letter_rows); row++)
    {
      for (guint i = 0; letter_rows[row].keycodes[i] != 0; i++)
        gtk_grid_attach (grid, key_new (letter_rows[row].keycodes[i], FALSE, clicked, data), letter_rows[row].column + i, row, 1, 1);
    }
  gtk_widget_set_direction (GTK_WIDGET (grid), GTK_TEXT_DIR_LTR);
}

/* @clicked: gets the key and @data */
void
panah_keyboard_keys_add_digits (GtkGrid  *grid,
                                GCallback clicked,
                                gpointer  data)
{
  for (guint row = 0; row < G_N_ELEMENTS (digit_rows); row++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (digit_rows[row]); i++)
        gtk_grid_attach (grid, key_new (digit_rows[row][i].keycode, digit_rows[row][i].shift, clicked, data), i, row, 1, 1);
    }
  gtk_widget_set_direction (GTK_WIDGET (grid), GTK_TEXT_DIR_LTR);
}

/* @layout: (nullable)
 *
 * Returns: (nullable) (transfer full): what that key types */
char *
panah_keyboard_keys_get_text (GtkButton                 *key,
                              const PanahKeyboardLayout *layout,
                              gboolean                   shift)
{
  guint keycode = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (key), KEYCODE));
  gboolean with_shift = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (key), WITH_SHIFT));

  return layout != NULL ? panah_keyboard_layout_get_text (layout, keycode, shift || with_shift, FALSE) : NULL;
}

/* A mark stands on a letter, and alone could not be seen; the non-joiner never is. */
static char *
label_text (const char *text)
{
  if (text == NULL)
    return g_strdup ("");
  if (strcmp (text, NON_JOINER) == 0)
    return g_strdup ("◌ ◌");
  return g_unichar_ismark (g_utf8_get_char (text)) ? g_strconcat ("◌", text, NULL) : g_strdup (text);
}

/* Other widgets may stand among the keys. */
void
panah_keyboard_keys_update (GtkGrid                   *grid,
                            const PanahKeyboardLayout *layout,
                            gboolean                   shift)
{
  for (GtkWidget *key = gtk_widget_get_first_child (GTK_WIDGET (grid)); key != NULL; key = gtk_widget_get_next_sibling (key))
    {
      if (g_object_get_data (G_OBJECT (key), KEYCODE) == NULL)
        continue;
      g_autofree char *text = panah_keyboard_keys_get_text (GTK_BUTTON (key), layout, shift);
      g_autofree char *label = label_text (text);
      gtk_button_set_label (GTK_BUTTON (key), label);
      gtk_widget_set_sensitive (key, text != NULL);
      /* TRANSLATORS: the key that keeps two letters of one word from joining, in Dari for instance */
      panah_a11y_set_name (key, g_strcmp0 (text, NON_JOINER) == 0 ? _("Half space") : label);
    }
}
