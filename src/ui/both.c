/* both.c - the same words in the language of the window and, where one is wished, in a second one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One label holds both, a paragraph each: Pango gives every paragraph its own direction, and the second one carries its
 * language for whoever reads it aloud. Only questions are shown like that, here and nowhere else. */

#include "ui/both.h"

#include "ui/a11y.h"

#include <glib/gi18n.h>
#include <string.h>

#define SECOND_SCALE 0.9

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
  add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), start);
  add_attribute (list, pango_attr_scale_new (SECOND_SCALE), start);
  return list;
}

static char *
say (PanahSession *session,
     gconstpointer english)
{
  return g_strdup (panah_both_get_first (session, english));
}

/* Returns: (transfer full) (nullable): @english in the second language, if that says anything else than the first */
static char *
get_second (PanahSession *session,
            const char   *english,
            const char   *first)
{
  const char *language = panah_session_get_second_language (session);

  if (language == NULL || strcmp (language, panah_session_get_language (session)) == 0)
    return NULL;
  g_autofree char *second = panah_session_say_in (session, language, say, english);
  return strcmp (second, first) != 0 ? g_steal_pointer (&second) : NULL;
}

/**
 * panah_both_set:
 * @label: where it stands
 * @session: the session
 * @english: words of the pack, or words of the program marked with `N_()`
 */
void
panah_both_set (GtkLabel     *label,
                PanahSession *session,
                const char   *english)
{
  g_autofree char *first = g_strdup (panah_both_get_first (session, english));
  g_autofree char *second = get_second (session, english, first);

  if (second == NULL)
    {
      gtk_label_set_text (label, first);
      return;
    }
  /* what nobody has translated yet is English, whatever was asked for */
  const char *language = strcmp (second, english) == 0 ? "en" : panah_session_get_second_language (session);
  g_autofree char *text = g_strconcat (first, "\n", second, NULL);
  g_autoptr (PangoAttrList) attributes = make_attributes (language, strlen (first) + 1);
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
}

/* The words of a radio button or a check box that has some already; what it is called when spoken stays as it is. */
void
panah_both_set_check (GtkWidget    *check,
                      PanahSession *session,
                      const char   *english)
{
  for (GtkWidget *child = gtk_widget_get_first_child (check); child != NULL; child = gtk_widget_get_next_sibling (child))
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
