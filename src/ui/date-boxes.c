/* date-boxes.c - day, month and year: three boxes, and the days that need none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/date-boxes.h"

#include "paper/text.h"
#include "paper/words.h"
#include "ui/a11y.h"
#include "ui/wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

/* Digits run from left to right in every script. */
GtkWidget *
panah_number_box_add (PanahEditor *self,
                      GtkWidget   *row,
                      const char  *label,
                      int          width)
{
  GtkWidget *entry = panah_editor_add_entry (self, row, label, width);

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_set_direction (entry, GTK_TEXT_DIR_LTR);
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

/* Adds day, month and year to the inputs, in this order. */
void
panah_date_boxes_add (PanahEditor *self)
{
  GtkWidget *row = panah_wrap_box_new ();
  GtkWidget *day = panah_number_box_add (self, row, _("Day"), 4);
  GtkWidget *hint = panah_label_new (_("The month can be a number or a name, in any language."), "dim-label");
  GtkEventController *focus = gtk_event_controller_focus_new ();

  panah_editor_add_entry (self, row, _("Month"), 10);
  panah_number_box_add (self, row, _("Year"), 6);
  gtk_widget_set_valign (hint, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (row), hint);
  gtk_box_append (GTK_BOX (self->box), row);

  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (day)), "insert-text", G_CALLBACK (insert_day_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_day_cb), self);
  gtk_widget_add_controller (day, focus);
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

static void
add_recent (PanahEditor *self,
            GtkWidget   *row,
            const char  *label,
            guint32      day,
            void       (*choose) (PanahEditor *self,
                                  guint32      day))
{
  GtkWidget *button = panah_button_new (label, NULL, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", self->name, label);
  Recent *recent = g_new0 (Recent, 1);

  *recent = (Recent) { self, day, choose };
  panah_a11y_set_name (button, name);
  g_signal_connect_data (button, "clicked", G_CALLBACK (choose_recent_cb), recent, free_recent, 0);
  gtk_box_append (GTK_BOX (row), button);
}

/* Terms of a few days are counted from what has just happened. Which day today is the session knows, not the machine. */
void
panah_date_boxes_add_recent (PanahEditor *self,
                             void       (*choose) (PanahEditor *self,
                                                   guint32      day))
{
  const char *language = panah_session_get_language (self->session);
  guint32 day = panah_moment_get_day (panah_session_get_now (self->session));
  g_autofree char *today_words = panah_words_format_date (language, day);
  g_autofree char *yesterday_words = panah_words_format_date (language, day - 1);
  g_autofree char *today = panah_text_isolate (today_words, PANAH_ISOLATE_FIRST_STRONG);
  g_autofree char *yesterday = panah_text_isolate (yesterday_words, PANAH_ISOLATE_FIRST_STRONG);
  /* TRANSLATORS: on a button; %s is a day */
  g_autofree char *today_label = g_strdup_printf (_("Today: %s"), today);
  /* TRANSLATORS: on a button; %s is a day */
  g_autofree char *yesterday_label = g_strdup_printf (_("Yesterday: %s"), yesterday);
  GtkWidget *row = panah_wrap_box_new ();

  add_recent (self, row, today_label, day, choose);
  add_recent (self, row, yesterday_label, day - 1, choose);
  gtk_box_append (GTK_BOX (self->box), row);
}
