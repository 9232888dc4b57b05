/* date-boxes.c - day, month and year: three boxes, and the days that need none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/date-boxes.h"

#include "paper/text.h"
#include "paper/words.h"
#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

/* Its direction is the window's, by which it stands below the start of its caption: digits run from left to right anyway. */
GtkWidget *
panah_number_box_add (PanahEditor *self,
                      GtkWidget   *row,
                      const char  *caption,
                      int          width)
{
  GtkWidget *entry = panah_editor_add_entry (self, row, caption, width);

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  return entry;
}

/* Month and year stand behind the day among the inputs. */
static guint
find_first (PanahEditor *self,
            GtkEditable *day)
{
  guint first = 0;

  for (; first < self->inputs->len; first++)
    {
      GtkWidget *input = self->inputs->pdata[first];
      if (GTK_IS_EDITABLE (input) && gtk_editable_get_delegate (GTK_EDITABLE (input)) == day)
        break;
    }
  return first;
}

/* A whole date is copied into the first box: it goes where it belongs as soon as its year is whole. */
static void
insert_day_cb (GtkEditable *editable,
               const char  *text,
               int          length,
               int         *position,
               PanahEditor *self)
{
  const char *old = gtk_editable_get_text (editable);
  const char *at = g_utf8_offset_to_pointer (old, *position);
  g_autoptr (GString) all = g_string_new_len (old, at - old);
  char *parts[3];

  g_string_append_len (all, text, length);
  g_string_append (all, at);
  if (!panah_date_entry_split (all->str, TRUE, parts))
    return;

  guint first = find_first (self, editable);
  g_signal_stop_emission_by_name (editable, "insert-text");
  g_signal_handlers_block_by_func (editable, insert_day_cb, self);
  gtk_editable_delete_text (editable, 0, -1);
  *position = 0;
  gtk_editable_insert_text (editable, parts[0], -1, position);
  g_signal_handlers_unblock_by_func (editable, insert_day_cb, self);
  panah_editor_set_text (self, first + 1, parts[1]);
  panah_editor_set_text (self, first + 2, parts[2]);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_free (parts[i]);
}

/* Whoever leaves the box has typed all of it: a year of two digits goes where it is asked about. */
static void
leave_day_cb (GtkEventController *controller,
              PanahEditor        *self)
{
  GtkEditable *entry = GTK_EDITABLE (gtk_event_controller_get_widget (controller));
  guint first = find_first (self, gtk_editable_get_delegate (entry));
  char *parts[3];

  if (!panah_date_entry_split (gtk_editable_get_text (entry), FALSE, parts))
    return;
  panah_date_boxes_fill (self, first, parts[0], parts[1], parts[2]);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_free (parts[i]);
}

/* Adds day, month and year to the inputs, in this order.
 *
 * Returns: (transfer none): what is said below them for as long as there is nothing to say of the date */
GtkWidget *
panah_date_boxes_add (PanahEditor *self)
{
  GtkWidget *row = panah_wrap_box_new ();
  GtkWidget *day = panah_number_box_add (self, row, N_("Day"), 4);
  GtkWidget *hint = panah_both_new (self->session, N_("The month can be a number or a name, in any language."), "dim-label");
  GtkEventController *focus = gtk_event_controller_focus_new ();

  panah_editor_add_entry (self, row, N_("Month"), 10);
  panah_number_box_add (self, row, N_("Year"), 6);
  gtk_box_append (GTK_BOX (self->box), row);
  gtk_box_append (GTK_BOX (self->box), hint);

  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (day)), "insert-text", G_CALLBACK (insert_day_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_day_cb), self);
  gtk_widget_add_controller (day, focus);
  return hint;
}

/* @first: which of the inputs is the day */
void
panah_date_boxes_fill (PanahEditor *self,
                       guint        first,
                       const char  *day,
                       const char  *month,
                       const char  *year)
{
  panah_editor_set_text (self, first, day);
  panah_editor_set_text (self, first + 1, month);
  panah_editor_set_text (self, first + 2, year);
}

typedef struct
{
  PanahEditor *editor;
  guint32      day;
  void       (*choose) (PanahEditor *self,
                        guint32      day);
} Recent;

static void
choose_recent_cb (GtkButton *button,
                  Recent    *recent)
{
  recent->choose (recent->editor, recent->day);
}

static void
free_recent (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static char *
format_day (PanahSession *session,
            guint32       day)
{
  g_autofree char *words = panah_words_format_date (panah_session_get_language (session), day);

  return panah_text_isolate (words, PANAH_ISOLATE_FIRST_STRONG);
}

static char *
say_today (PanahSession *session,
           gconstpointer data)
{
  const Recent *recent = data;
  g_autofree char *day = format_day (session, recent->day);

  /* TRANSLATORS: on a button; %s is a day */
  return g_strdup_printf (_("Today: %s"), day);
}

static char *
say_yesterday (PanahSession *session,
               gconstpointer data)
{
  const Recent *recent = data;
  g_autofree char *day = format_day (session, recent->day);

  /* TRANSLATORS: on a button; %s is a day */
  return g_strdup_printf (_("Yesterday: %s"), day);
}

/* @recent: (transfer full) */
static void
add_recent (GtkWidget *row,
            PanahSay   say,
            Recent    *recent)
{
  PanahEditor *self = recent->editor;
  g_autofree char *words = say (self->session, recent);
  GtkWidget *button = panah_button_new (words, NULL, NULL);

  panah_both_set_sentence (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), self->session, say, recent);
  panah_editor_set_name (self, button, words);
  g_signal_connect_data (button, "clicked", G_CALLBACK (choose_recent_cb), recent, free_recent, 0);
  gtk_box_append (GTK_BOX (row), button);
}

/* Terms of a few days are counted from what has just happened. Which day today is the session knows, not the machine. */
void
panah_date_boxes_add_recent (PanahEditor *self,
                             void       (*choose) (PanahEditor *self,
                                                   guint32      day))
{
  static const PanahSay says[] = { say_today, say_yesterday };
  guint32 today = panah_moment_get_day (panah_session_get_now (self->session));
  GtkWidget *row = panah_wrap_box_new ();

  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    {
      Recent *recent = g_new0 (Recent, 1);
      *recent = (Recent) { self, today - i, choose };
      add_recent (row, says[i], recent);
    }
  gtk_box_append (GTK_BOX (self->box), row);
}
