/* language-menu.c - the choice of languages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/language-menu.h"

#include "ui/a11y.h"
#include "ui/language.h"
#include "ui/wrap-layout.h"

#include <glib/gi18n.h>

/* Every language by the name its readers know, and below it, in their word, whether it is a draft. */
static GtkWidget *
new_button (const PanahLanguage *language,
            const char          *action,
            gboolean             chosen)
{
  GtkWidget *button = panah_button_new (language->name, action, language->code);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = language->draft != NULL ? g_strdup_printf ("%s (%s)", language->name, language->draft)
                                                  : g_strdup (language->name);

  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), gtk_label_new (language->name));
  if (language->draft != NULL)
    {
      GtkWidget *draft = gtk_label_new (language->draft);
      gtk_widget_add_css_class (draft, "key");
      gtk_box_append (GTK_BOX (words), draft);
    }
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_widget_add_css_class (button, "language");
  if (chosen)
    gtk_widget_add_css_class (button, "suggested-action");
  panah_a11y_set_name (button, name);
  return button;
}

/* @current: (nullable): the language that is in use */
static GtkWidget *
new_choice (const char *action,
            const char *current,
            const char *without)
{
  GtkWidget *box = panah_wrap_box_new ();
  guint n;
  const PanahLanguage *languages = panah_language_list (&n);

  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (languages[i].code, without) != 0)
        gtk_box_append (GTK_BOX (box), new_button (&languages[i], action, g_strcmp0 (languages[i].code, current) == 0));
    }
  return box;
}

/* Returns: (transfer floating): a button for each language */
GtkWidget *
panah_language_choice_new (PanahSession *session)
{
  return new_choice ("win.set-language", panah_session_get_language (session), NULL);
}

/**
 * panah_language_menu_new:
 * @session: the session
 *
 * Returns: (transfer floating): the choice of the language, and of a second one for whoever sits beside the person
 */
GtkWidget *
panah_language_menu_new (PanahSession *session)
{
  const char *second = panah_session_get_second_language (session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *scroller = gtk_scrolled_window_new ();
  GtkWidget *seconds = new_choice ("win.set-second-language", second, panah_session_get_language (session));
  GtkWidget *none = panah_button_new (_("No second language"), "win.set-second-language", "");

  if (second == NULL)
    gtk_widget_add_css_class (none, "suggested-action");
  gtk_box_prepend (GTK_BOX (seconds), none);

  gtk_widget_add_css_class (box, "language-menu");
  gtk_box_append (GTK_BOX (box), panah_language_choice_new (session));
  gtk_box_append (GTK_BOX (box), panah_label_new (_("Each question in a second language too"), "heading"));
  gtk_box_append (GTK_BOX (box), panah_label_new (_("For an interpreter or a lawyer who sits beside you."), "dim-label"));
  gtk_box_append (GTK_BOX (box), seconds);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_focusable (scroller, FALSE);
  return scroller;
}
