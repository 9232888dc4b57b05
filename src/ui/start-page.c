/* start-page.c - the first pages: language, country, today’s date, what the person is here for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/date.h"
#include "paper/sheet-words.h"
#include "paper/words.h"
#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/language-menu.h"
#include "ui/language.h"
#include "ui/pages.h"

#include <glib/gi18n.h>

/* The law of this pack was looked up on a day; before it the clock is wrong, and long after it the law may be another. */
static const char *
doubt_today (PanahSession *session)
{
  PanahPack *pack = panah_session_get_pack (session);
  guint32 today = panah_moment_get_day (panah_session_get_now (session)), edition;

  if (!panah_day_parse (panah_pack_get_edition (pack), &edition))
    return NULL;
  if (today < edition)
    return _("That day is before the day on which the rules of this program were looked up. The clock of this computer is probably wrong.");
  if (today > panah_day_add_months (edition, panah_pack_get_review_months (pack)))
    return _("The rules of this program were looked up long ago. The law may have changed: ask before you rely on a date.");
  return NULL;
}

/* There is no network to ask whether the law has changed, so its age is said. */
static void
add_edition (PanahPage    *page,
             PanahSession *session)
{
  const char *language = panah_session_get_language (session);
  PanahPack *pack = panah_session_get_pack (session);
  guint32 day;

  if (!panah_day_parse (panah_pack_get_edition (pack), &day))
    return;
  g_autofree char *edition = panah_words_format_date (language, day);
  /* TRANSLATORS: %s is a country, %s a day */
  g_autofree char *text = g_strdup_printf (_("%s: these rules were last looked up on %s. The law can have changed since."),
                                           panah_pack_get_name (pack, language), edition);
  panah_page_add_text (page, text, "dim-label");
}

/* The day decides everything, and the clock of a strange computer can be wrong. */
static void
add_today (PanahPage    *page,
           PanahSession *session)
{
  gint64 now = panah_session_get_now (session);
  const char *language = panah_session_get_language (session), *doubt = doubt_today (session);
  g_autofree char *today = panah_words_format_day (language, panah_moment_get_day (now));
  /* TRANSLATORS: %s is a country, %s a day with weekday, month and year */
  g_autofree char *text = g_strdup_printf (_("In %s today is %s."),
                                           panah_pack_get_name (panah_session_get_pack (session), language), today);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "lead");
  gtk_box_append (GTK_BOX (box), panah_label_new (text, "next"));
  gtk_box_append (GTK_BOX (box), panah_label_new (_("Is that right? All dates are counted from it."), NULL));
  if (doubt != NULL)
    gtk_box_append (GTK_BOX (box), panah_label_new (doubt, "notice"));
  GtkWidget *button = panah_button_new (_("No, today is another day"), "win.go", "today");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), button);
  panah_page_add (page, box);
}

static void
add_countries (PanahPage    *page,
               PanahSession *session)
{
  panah_page_add_text (page, _("Which country is this about?"), "title-3");
  for (guint i = 0; i < panah_session_get_n_packs (session); i++)
    {
      PanahPack *pack = panah_session_get_nth_pack (session, i);
      panah_page_add_action (page, panah_pack_get_name (pack, panah_session_get_language (session)), "win.set-country",
                             panah_pack_get_id (pack));
    }
}

static char *
say_draft (PanahSession *session,
           gconstpointer data)
{
  return g_strdup (panah_sheet_words_get (panah_session_get_language (session))->draft);
}

GtkWidget *
panah_start_page_new (PanahSession *session)
{
  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("Choose your language"), NULL));

  panah_page_add (page, panah_language_choice_new (session));
  if (panah_language_find (panah_session_get_language (session))->draft != NULL)
    panah_page_add (page, panah_both_law_new (session, say_draft, NULL, "notice"));
  panah_page_add_text (page, _("What you answer stays in this window. Nothing is written to this computer unless you save. “Leave” closes the window at once, and what is not saved is gone. Pressing Esc three times does the same."), NULL);
  panah_page_add_text (page, _("This program is not a lawyer. No lawyer of the country has checked its rules or its papers yet. It never keeps you from filing."), "dim-label");
  if (panah_session_get_n_packs (session) > 1)
    add_countries (page, session);
  else
    panah_page_add_action (page, _("Continue"), "win.go", "journey");
  panah_page_add_action (page, _("Open a saved file…"), "win.open", NULL);
  panah_page_add_action (page, _("What this program cannot protect you from"), "win.go", PANAH_LIMITS);
  return GTK_WIDGET (page);
}

GtkWidget *
panah_journey_page_new (PanahSession *session)
{
  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("What do you need?"), NULL));
  guint n;
  const PanahJourneySpec *const *journeys = panah_pack_get_journeys (panah_session_get_pack (session), &n);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  add_today (page, session);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (rows),
                    panah_task_row_new (panah_session_translate (session, journeys[i]->label),
                                        journeys[i]->help != NULL ? panah_session_translate (session, journeys[i]->help) : NULL,
                                        NULL, "win.set-journey", journeys[i]->id));
  panah_page_add (page, rows);
  add_edition (page, session);
  return GTK_WIDGET (page);
}

/* Not a question of any pack: the day on which all of this happens. */
GtkWidget *
panah_today_page_new (PanahSession *session)
{
  static PanahFactSpec spec = { .id = PANAH_TODAY, .kind = PANAH_FACT_DATE };
  PanahPage *page = PANAH_PAGE (
    panah_page_new (session, _("Which day is today?"), _("Look at a calendar or a telephone. All dates are counted from this day.")));
  g_autoptr (PanahValue) today = panah_value_new_day (panah_moment_get_day (panah_session_get_now (session)));

  spec.label = N_("Today");
  GtkWidget *field = panah_field_new (session, &spec, PANAH_TODAY, FALSE);
  panah_field_write (PANAH_FIELD (field), today);
  panah_page_add_field (page, panah_page_get_content (page), PANAH_FIELD (field));
  panah_page_add_action (page, _("Continue"), "win.accept", NULL);
  panah_page_add_action (page, _("Leave it as it was"), "win.skip", NULL);
  return GTK_WIDGET (page);
}
