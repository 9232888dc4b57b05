/* reasons.c - why it is so: opens when asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a date was counted and in which article it is read has to be at hand, and a frightened person should not have to
 * read through it to come to the next date. */

#include "ui/reasons.h"

#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/plan-words.h"

/**
 * panah_reasons_new:
 * @label: what stands on it
 * @name: the same for a screen reader, which does not see of what it is
 * @content: what it opens
 *
 * Returns: (transfer floating): a line that opens @content and closes it again
 */
GtkWidget *
panah_reasons_new (const char *label,
                   const char *name,
                   GtkWidget  *content)
{
  GtkWidget *expander = gtk_expander_new (NULL), *title = panah_row_new (0);

  panah_row_append (title, panah_label_new (label, NULL));
  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), title);
  gtk_expander_set_child (GTK_EXPANDER (expander), content);
  gtk_widget_add_css_class (expander, "reasons");
  panah_a11y_set_name (expander, name);
  return expander;
}

GtkWidget *
panah_reasons_box_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "why");
  return box;
}

/* Adds to @box where a rule was read, and the doubt about it. */
void
panah_law_append (GtkWidget             *box,
                  PanahSession          *session,
                  const PanahProvenance *law)
{
  for (guint i = 0; i < law->n_references; i++)
    panah_both_law_append (box, session, panah_reference_say, law->references[i], NULL);
  panah_both_law_append_words (box, session, law->note, NULL);
}
