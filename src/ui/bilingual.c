/* bilingual.c - what nobody may misread, in two languages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* As long as no native reader has signed a translation, a sentence with a date, a duty or a right stands together with
 * its Russian or English; somebody in the room can then see that the two differ. */

#include "ui/bilingual.h"

#include "ui/a11y.h"
#include "ui/language.h"

#include <string.h>

/* @css_class: (nullable). Returns: (transfer floating): words of which a screen reader knows the language */
GtkWidget *
panah_foreign_label_new (const char *text,
                         const char *language,
                         const char *css_class)
{
  GtkWidget *label = panah_label_new (text, css_class);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  gtk_widget_set_direction (label, panah_language_find (language)->right_to_left ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  return label;
}

/* Quieter than the words that it stands under */
static GtkWidget *
new_second_label (const char *text,
                  const char *language,
                  const char *css_class)
{
  GtkWidget *label = panah_foreign_label_new (text, language, css_class);

  gtk_widget_add_css_class (label, "second");
  return label;
}

/**
 * panah_bilingual_new:
 * @session: the session
 * @say: makes the sentence
 * @data: what it is about
 * @css_class: (nullable): of the words
 *
 * Returns: (transfer floating) (nullable): the sentence, and below it the same in the companion of the language, if it
 *   has one and that says something else; %NULL if @say has nothing to say
 */
GtkWidget *
panah_bilingual_new (PanahSession *session,
                     PanahSay      say,
                     gconstpointer data,
                     const char   *css_class)
{
  const char *companion = panah_session_get_companion (session);
  g_autofree char *text = say (session, data);

  if (text == NULL)
    return NULL;

  GtkWidget *label = panah_label_new (text, css_class);
  g_autofree char *second = companion != NULL ? panah_session_say_in (session, companion, say, data) : NULL;
  if (second == NULL || strcmp (text, second) == 0)
    return label;

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), new_second_label (second, companion, css_class));
  return box;
}

static char *
say_words_of_pack (PanahSession *session,
                   gconstpointer english)
{
  return g_strdup (panah_session_translate (session, english));
}

/* Adds what panah_bilingual_new() makes of the same to @box, if that is something. */
void
panah_bilingual_append (GtkWidget    *box,
                        PanahSession *session,
                        PanahSay      say,
                        gconstpointer data,
                        const char   *css_class)
{
  GtkWidget *words = panah_bilingual_new (session, say, data, css_class);

  if (words != NULL)
    gtk_box_append (GTK_BOX (box), words);
}

/* As panah_bilingual_append(), of words of the pack; @english: (nullable) */
void
panah_bilingual_append_label (GtkWidget    *box,
                              PanahSession *session,
                              const char   *english,
                              const char   *css_class)
{
  if (english != NULL)
    panah_bilingual_append (box, session, say_words_of_pack, english, css_class);
}
