/* office-card.c - where to go, to be copied out by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/office-card.h"

#include "paper/text.h"
#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/plan-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* A driver or a passer-by reads the languages of the country: the name, and the address where there is one in it. */
static void
append_official (GtkWidget             *card,
                 PanahSession          *session,
                 const PanahOfficeSpec *office)
{
  PanahPack *pack = panah_session_get_pack (session);
  const char *const *languages = panah_pack_get_official_languages (pack);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *address = office->address != NULL ? panah_pack_translate (pack, languages[i], office->address) : NULL;

      if (office->official[i] != NULL)
        gtk_box_append (GTK_BOX (card), panah_foreign_label_new (office->official[i], languages[i], NULL));
      if (address != NULL && strcmp (address, office->address) != 0 &&
          strcmp (languages[i], panah_session_get_language (session)) != 0)
        gtk_box_append (GTK_BOX (card), panah_foreign_label_new (address, languages[i], "copy"));
    }
}

/* A line may end between two numbers, not inside one. */
static void
append_phones (GtkWidget             *card,
               const PanahOfficeSpec *office)
{
  for (guint i = 0; office->phones[i] != NULL; i++)
    {
      g_autofree char *whole = panah_text_keep_on_line (office->phones[i]);
      g_autofree char *phone = panah_text_isolate (whole, PANAH_ISOLATE_LTR);
      /* TRANSLATORS: %s is a telephone number */
      g_autofree char *line = g_strdup_printf (_("Telephone: %s"), phone);
      gtk_box_append (GTK_BOX (card), panah_label_new (line, "copy"));
    }
}

/* Returns: (transfer floating): an office, its address in large letters, and how sure that is */
GtkWidget *
panah_office_card_new (PanahSession          *session,
                       const PanahOfficeSpec *office)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gboolean found = office->address != NULL || *office->phones != NULL || office->email != NULL;

  gtk_widget_add_css_class (card, "row");
  gtk_box_append (GTK_BOX (card), panah_label_new (panah_session_translate (session, office->name), "question"));
  if (office->address != NULL)
    gtk_box_append (GTK_BOX (card), panah_label_new (panah_session_translate (session, office->address), "copy"));
  else
    gtk_box_append (GTK_BOX (card), panah_label_new (_("The address is not known to us"), NULL));
  append_official (card, session, office);
  append_phones (card, office);
  if (office->email != NULL)
    {
      g_autofree char *email = panah_text_isolate (office->email, PANAH_ISOLATE_LTR);
      gtk_box_append (GTK_BOX (card), panah_label_new (email, "copy"));
    }
  panah_both_law_append_words (card, session, office->hours, NULL);
  panah_both_law_append_words (card, session, office->note, NULL);
  panah_both_law_append (card, session, panah_provenance_say_confidence, &office->provenance, "dim-label");
  if (found)
    panah_both_law_append (card, session, panah_provenance_say_checked, &office->provenance, "dim-label");
  return card;
}
