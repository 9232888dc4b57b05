/* moved-notice.c - dates that newer rules have moved, said until somebody has read it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/moved-notice.h"

#include "core/date.h"
#include "core/plan-moved.h"
#include "paper/text.h"
#include "paper/words.h"
#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/plan-words.h"

#include <glib/gi18n.h>

/* What is said of a day that is another one now. */
typedef struct
{
  const char *moved;    /* from one to the other */
  const char *appeared; /* there was none */
  const char *vanished; /* there is none */
} Sentences;

/* Returns: (transfer full) (nullable): %NULL if the day is the same */
static char *
say_move (PanahSession     *session,
          const Sentences  *sentences,
          const PanahPoint *before,
          const PanahPoint *after)
{
  g_autofree char *old = before->day != 0 ? panah_deadline_format_end (session, before) : NULL;
  g_autofree char *new = after->day != 0 ? panah_deadline_format_end (session, after) : NULL;
  const char *pattern = old == NULL ? sentences->appeared : new == NULL ? sentences->vanished : sentences->moved;

  if (g_strcmp0 (old, new) == 0)
    return NULL;

  g_autoptr (GString) text = g_string_new (pattern);
  g_string_replace (text, "%1$s", old != NULL ? old : "", 0);
  g_string_replace (text, "%2$s", new != NULL ? new : "", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
say_safe (PanahSession *session,
          gconstpointer data)
{
  const PanahMovedDeadline *moved = data;
  const Sentences safe = {
    /* TRANSLATORS: %1$s and %2$s are days: the one before, the one now */
    _("The day to go by was %1$s. Now it is %2$s."),
    _("The day to go by is %2$s."),
    _("The day to go by was %1$s. Now there is none: keep to the last day."),
  };

  if (moved->after.last.day == 0 || moved->before.safe.is_moment || moved->after.safe.is_moment)
    return NULL;
  return say_move (session, &safe, &moved->before.safe, &moved->after.safe);
}

static char *
say_last (PanahSession *session,
          gconstpointer data)
{
  const PanahMovedDeadline *moved = data;
  const Sentences last = {
    _("The last day was %1$s. Now it is %2$s."),
    _("The last day is %2$s."),
    _("The last day was %1$s. Now no date can be counted: ask a lawyer."),
  };

  return say_move (session, &last, &moved->before.last, &moved->after.last);
}

static char *
say_state_before (PanahSession *session,
                  gconstpointer data)
{
  const PanahMovedDeadline *moved = data;

  /* TRANSLATORS: %s is how a date stands: “Still open”, “Does not run now” */
  return g_strdup_printf (_("Before: %s"), panah_deadline_state_words (moved->before.state));
}

static char *
say_state_now (PanahSession *session,
               gconstpointer data)
{
  const PanahMovedDeadline *moved = data;

  /* TRANSLATORS: %s is how a date stands: “Still open”, “Does not run now” */
  return g_strdup_printf (_("Now: %s"), panah_deadline_state_words (moved->after.state));
}

static char *
say_last_of_vanished (PanahSession *session,
                      gconstpointer data)
{
  const PanahMovedDeadline *moved = data;

  if (moved->before.last.day == 0)
    return NULL;
  g_autofree char *day = panah_deadline_format_end (session, &moved->before.last);
  return g_strdup_printf (_("The last day was %s."), day);
}

/* How sure the new date is; where there is none, how things stand. */
static char *
say_end (PanahSession *session,
         gconstpointer data)
{
  const PanahMovedDeadline *moved = data;

  return g_strdup (moved->after.last.day != 0 ? panah_confidence_words (moved->confidence)
                                              : panah_deadline_state_words (moved->after.state));
}

static GtkWidget *
new_row (PanahSession             *session,
         const PanahMovedDeadline *moved)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (row, "row");
  panah_both_law_append_words (row, session, moved->label, "question");
  if (moved->kind == PANAH_MOVED_VANISHED)
    {
      panah_both_law_append_words (row, session, N_("This is not among your dates any more. Ask a lawyer before you rely on that."), NULL);
      panah_both_law_append (row, session, say_last_of_vanished, moved, NULL);
      return row;
    }
  if (moved->kind == PANAH_MOVED_APPEARED)
    panah_both_law_append_words (row, session, N_("This is new: it was not among your dates."), NULL);
  panah_both_law_append (row, session, moved->kind == PANAH_MOVED_STATE ? say_state_before : say_safe, moved, NULL);
  panah_both_law_append (row, session, moved->kind == PANAH_MOVED_STATE ? say_state_now : say_last, moved, NULL);
  panah_both_law_append (row, session, say_end, moved, moved->after.last.day != 0 ? "dim-label" : NULL);
  return row;
}

/* An edition is a day; what a file says of it may be anything. */
static char *
format_edition (PanahSession *session,
                const char   *edition)
{
  guint32 day;

  if (edition != NULL && panah_day_parse (edition, &day))
    return panah_words_format_date (panah_session_get_language (session), day);
  return g_strdup (_("unknown"));
}

static char *
say_editions (PanahSession *session,
              gconstpointer data)
{
  const PanahMoved *moved = data;
  g_autofree char *before = format_edition (session, moved->edition);
  g_autofree char *now = format_edition (session, panah_pack_get_edition (panah_session_get_pack (session)));

  /* TRANSLATORS: two days, or “unknown” */
  return g_strdup_printf (_("Date of the rules before: %s. Date of the rules now: %s."), before, now);
}

static void
append_case (GtkWidget    *box,
             PanahSession *session,
             guint         index)
{
  const PanahMoved *moved = panah_session_get_moved (session, index);
  g_autofree char *name = panah_session_name_case (session, index);
  g_autofree char *number = g_strdup_printf (_("Application %u"), index + 1);

  if (moved == NULL)
    return;
  if (panah_session_get_n_cases (session) > 1)
    gtk_box_append (GTK_BOX (box), panah_label_new (name != NULL ? name : number, "heading"));
  for (guint i = 0; i < moved->deadlines->len; i++)
    gtk_box_append (GTK_BOX (box), new_row (session, moved->deadlines->pdata[i]));
  panah_both_law_append (box, session, say_editions, moved, "dim-label");
}

/* What comes after the notice takes the focus. */
static void
read_cb (GtkWidget *notice)
{
  GtkWidget *page = gtk_widget_get_ancestor (notice, PANAH_TYPE_PAGE);

  panah_session_mark_moved_read (panah_page_get_session (PANAH_PAGE (page)));
  gtk_widget_set_visible (notice, FALSE);
  panah_page_focus (PANAH_PAGE (page));
}

/**
 * panah_moved_notice_add:
 * @page: a page
 *
 * Puts on the page what newer rules did to the dates of all persons of the file, if they did anything and nobody has said
 * that they read it.
 */
void
panah_moved_notice_add (PanahPage *page)
{
  PanahSession *session = panah_page_get_session (page);

  if (!panah_session_has_moved (session))
    return;

  GtkWidget *notice = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *button = panah_button_new (_("I have read this"), NULL, NULL);
  gtk_widget_add_css_class (notice, "notice");
  panah_both_law_append_words (notice, session, N_("Some of your dates have changed"), "heading");
  panah_both_law_append_words (notice, session, N_("The rules in this program are not those that you saw last. Read what is different. If you are not sure, ask a lawyer."), NULL);
  for (guint i = 0; i < panah_session_get_n_cases (session); i++)
    append_case (notice, session, i);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (read_cb), notice, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (notice), button);
  panah_page_add (page, notice);
}
