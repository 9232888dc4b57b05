/* both.c - the same words in the language of the window and in a second one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One label holds both, a paragraph each: Pango gives every paragraph its own direction, a screen reader meets them one
 * after the other and knows in which language to speak, and wherever a label stands both can stand: in a button, beside a
 * box, on a line of days. The second words are smaller and never bold; they do not fade, for who reads them has to.
 *
 * What asks has a second language where somebody wishes one. What tells of a date, a duty or a right has one also where no
 * native reader has signed the translation: somebody in the room can then see that the two differ. It is one language
 * either way, so nothing is said twice. */

#include "ui/both.h"

#include "ui/a11y.h"
#include "ui/language.h"

#include <glib/gi18n.h>
#include <string.h>

#define SECOND_SCALE 0.9

/* What is longer fills the page anyway, and GTK takes ten times as long to find out how wide it is. */
#define SHORT_LETTERS 40

/* Returns: @english in the language of the window, whether the pack says it or the program */
const char *
panah_both_get_first (PanahSession *session,
                      const char   *english)
{
  const char *words = panah_session_translate (session, english);

  return words != english || *english == '\0' ? words : _(english);
}

static void
add_attribute (PangoAttrList  *list,
               PangoAttribute *attribute,
               guint           start)
{
  attribute->start_index = start;
  pango_attr_list_insert (list, attribute);
}

static PangoAttrList *
make_attributes (const char *language,
                 guint       start)
{
  PangoAttrList *list = pango_attr_list_new ();

  add_attribute (list, pango_attr_language_new (pango_language_from_string (language)), start);
  if (start == 0)
    return list;
  add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), start);
  add_attribute (list, pango_attr_scale_new (SECOND_SCALE), start);
  return list;
}

/* The same as a PanahSay */
char *
panah_both_say (PanahSession *session,
                gconstpointer english)
{
  return g_strdup (panah_both_get_first (session, english));
}

/* Paragraphs that run to different sides stand apart as far as the longer one is wide, not the page. */
static GtkAlign
choose_align (GtkLabel   *label,
              const char *first,
              const char *second)
{
  if (GTK_IS_BUTTON (gtk_widget_get_parent (GTK_WIDGET (label))))
    return GTK_ALIGN_CENTER;
  return MAX (g_utf8_strlen (first, -1), g_utf8_strlen (second, -1)) > SHORT_LETTERS ? GTK_ALIGN_FILL : GTK_ALIGN_START;
}

/* @language: (nullable): the second one. Returns: %FALSE if @say has nothing to say */
static gboolean
show (GtkLabel     *label,
      PanahSession *session,
      const char   *language,
      PanahSay      say,
      gconstpointer data)
{
  g_autofree char *words = say (session, data);
  g_autofree char *second = language != NULL ? panah_session_say_in (session, language, say, data) : NULL;
  /* before it is measured, because the label would do so and move what has the attributes */
  g_autofree char *first = words != NULL ? panah_label_lead (words) : NULL;

  if (first == NULL || second == NULL || strcmp (words, second) == 0)
    {
      gtk_label_set_text (label, first != NULL ? first : "");
      gtk_label_set_attributes (label, NULL);
      return first != NULL;
    }
  /* what nobody has translated yet is English, whatever was asked for */
  gboolean english = say == panah_both_say && strcmp (second, data) == 0;
  g_autofree char *text = g_strconcat (first, "\n", second, NULL);
  g_autoptr (PangoAttrList) attributes = make_attributes (english ? "en" : language, strlen (first) + 1);
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_halign (GTK_WIDGET (label), choose_align (label, first, second));
  return TRUE;
}

/**
 * panah_both_set_sentence:
 * @label: where it stands
 * @session: the session
 * @say: makes words that ask, or nothing
 * @data: what they are about
 */
void
panah_both_set_sentence (GtkLabel     *label,
                         PanahSession *session,
                         PanahSay      say,
                         gconstpointer data)
{
  const char *wished = panah_session_get_second_language (session);
  gboolean other = wished != NULL && strcmp (wished, panah_session_get_language (session)) != 0;

  show (label, session, other ? wished : NULL, say, data);
}

/* @english: words of the pack, or words of the program marked with `N_()` */
void
panah_both_set (GtkLabel     *label,
                PanahSession *session,
                const char   *english)
{
  panah_both_set_sentence (label, session, panah_both_say, english);
}

/* The words of a button of any kind that has some already; what it is called when spoken stays as it is. */
void
panah_both_set_button (GtkWidget    *button,
                       PanahSession *session,
                       const char   *english)
{
  for (GtkWidget *child = gtk_widget_get_first_child (button); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LABEL (child))
        panah_both_set (GTK_LABEL (child), session, english);
    }
}

/* @css_class: (nullable) */
GtkWidget *
panah_both_new (PanahSession *session,
                const char   *english,
                const char   *css_class)
{
  GtkWidget *label = panah_label_new (NULL, css_class);

  panah_both_set (GTK_LABEL (label), session, english);
  return label;
}

/**
 * panah_both_law_new:
 * @session: the session
 * @say: makes a sentence with a date, a duty or a right
 * @data: what it is about
 * @css_class: (nullable): of the words
 *
 * Returns: (transfer floating) (nullable): the sentence, and below it the same in the companion of the language, if it
 *   has one and that says something else; %NULL if @say has nothing to say
 */
GtkWidget *
panah_both_law_new (PanahSession *session,
                    PanahSay      say,
                    gconstpointer data,
                    const char   *css_class)
{
  GtkWidget *label = panah_label_new (NULL, css_class);

  if (show (GTK_LABEL (label), session, panah_session_get_companion (session), say, data))
    return label;
  g_object_ref_sink (label);
  g_object_unref (label);
  return NULL;
}

/* Adds what panah_both_law_new() makes of the same to @box, if that is something. */
void
panah_both_law_append (GtkWidget    *box,
                       PanahSession *session,
                       PanahSay      say,
                       gconstpointer data,
                       const char   *css_class)
{
  GtkWidget *words = panah_both_law_new (session, say, data, css_class);

  if (words != NULL)
    gtk_box_append (GTK_BOX (box), words);
}

/* As panah_both_law_append(), of words as panah_both_set() takes them; @english: (nullable) */
void
panah_both_law_append_words (GtkWidget    *box,
                             PanahSession *session,
                             const char   *english,
                             const char   *css_class)
{
  if (english != NULL)
    panah_both_law_append (box, session, panah_both_say, english, css_class);
}

/* @css_class: (nullable). Returns: (transfer floating): words of which a screen reader knows the language */
GtkWidget *
panah_foreign_label_new (const char *text,
                         const char *language,
                         const char *css_class)
{
  GtkWidget *label = panah_label_new (text, css_class);
  g_autoptr (PangoAttrList) attributes = make_attributes (language, 0);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_widget_set_direction (label, panah_language_find (language)->right_to_left ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  return label;
}
