/* moment-editor.c - a day and the time of day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/a11y.h"
#include "ui/date-boxes.h"
#include "ui/date-words.h"
#include "ui/wrap-layout.h"

#include <glib/gi18n.h>

/* inputs */
enum
{
  DAY,
  MONTH,
  YEAR,
  HOUR,
  MINUTE,
};

static void
choose_day (PanahEditor *self,
            guint32      day)
{
  PanahDate date;

  panah_date_init_day (&date, day);
  g_autofree char *day_text = g_strdup_printf ("%u", date.day);
  g_autofree char *month = g_strdup_printf ("%u", date.month);
  g_autofree char *year = g_strdup_printf ("%u", date.year);
  panah_date_boxes_fill (self, DAY, day_text, month, year);
  gtk_widget_grab_focus (self->inputs->pdata[HOUR]);
}

static PanahDateReading
read_day (PanahEditor *self,
          PanahDate   *out_date,
          char       **out_error)
{
  g_autofree char *day = panah_editor_get_text (self, DAY);
  g_autofree char *month = panah_editor_get_text (self, MONTH);
  g_autofree char *year = panah_editor_get_text (self, YEAR);
  PanahDateEntry entry = { PANAH_CALENDAR_GREGORIAN, FALSE, day, month, year, FALSE };
  PanahCalendarSystem other;
  PanahDateReading reading = panah_date_entry_read (&entry, out_date, &other);

  if (reading == PANAH_DATE_READING_OTHER_MONTH || reading == PANAH_DATE_READING_WHICH_HIJRI)
    *out_error = g_strdup (_("Give this day in the calendar of the form, for example 23 November 2026."));
  else if (reading != PANAH_DATE_READING_DATE && reading != PANAH_DATE_READING_EMPTY)
    *out_error = panah_date_words_error (reading, &entry);
  return reading;
}

static void
update_echo (PanahEditor *self)
{
  GtkWidget *own = gtk_widget_get_last_child (self->box), *echo = gtk_widget_get_prev_sibling (own);
  const char *language = panah_session_get_language (self->session);
  g_autofree char *error = NULL, *text = NULL, *own_text = NULL;
  PanahDate date;

  if (read_day (self, &date, &error) == PANAH_DATE_READING_DATE)
    {
      text = panah_date_words_echo (language, &date);
      own_text = panah_date_words_echo_own (language, &date);
    }
  gtk_label_set_text (GTK_LABEL (echo), text != NULL ? text : "");
  gtk_label_set_text (GTK_LABEL (own), own_text != NULL ? own_text : "");
  gtk_widget_set_visible (own, own_text != NULL);
}

static void
create_moment (PanahEditor *self)
{
  GtkWidget *time = panah_wrap_box_new ();

  if (self->spec->recent)
    panah_date_boxes_add_recent (self, choose_day);
  panah_date_boxes_add (self);
  gtk_box_append (GTK_BOX (self->box), time);
  panah_number_box_add (self, time, N_("Hour, 0 to 23"), 4);
  panah_number_box_add (self, time, N_("Minute"), 4);
  gtk_box_append (GTK_BOX (self->box), panah_label_new ("", "dim-label"));
  gtk_box_append (GTK_BOX (self->box), panah_label_new ("", "dim-label"));
  for (guint i = DAY; i <= YEAR; i++)
    g_signal_connect_swapped (self->inputs->pdata[i], "changed", G_CALLBACK (update_echo), self);
  update_echo (self);
}

static JsonNode *
read_moment (PanahEditor *self,
             char       **out_error)
{
  g_autofree char *hour_text = panah_editor_get_text (self, HOUR);
  g_autofree char *minute_text = panah_editor_get_text (self, MINUTE);
  guint hour, minute;
  PanahDate date;
  PanahDateReading reading = read_day (self, &date, out_error);

  if (*out_error != NULL || (reading == PANAH_DATE_READING_EMPTY && *hour_text == '\0' && *minute_text == '\0'))
    return NULL;
  if (reading == PANAH_DATE_READING_EMPTY || date.day == 0)
    {
      *out_error = g_strdup (_("Give the day, the month and the year too. If you know only a part, leave all empty and give the date instead."));
      return NULL;
    }
  if (!panah_number_read (hour_text, &hour) || hour > 23)
    {
      *out_error = g_strdup (_("The hour must be a number from 0 to 23. If you do not know it, leave all empty and give the date instead."));
      return NULL;
    }
  if (!panah_number_read (minute_text, &minute) || minute > 59)
    {
      *out_error = g_strdup (_("The minute must be a number from 0 to 59."));
      return NULL;
    }

  g_autofree char *text =
    panah_moment_to_string ((gint64) date.from * PANAH_MINUTES_PER_DAY + hour * 60 + minute);
  return json_node_init_string (json_node_alloc (), text);
}

static void
write_moment (PanahEditor *self,
              JsonNode    *value)
{
  static const struct
  {
    guint input, start, length;
  } pieces[] = {
    { YEAR, 0, 4 }, { MONTH, 5, 2 }, { DAY, 8, 2 }, { HOUR, 11, 2 }, { MINUTE, 14, 2 },
  };
  const char *text = value != NULL ? json_node_get_string (value) : "";

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *piece = *text != '\0' ? g_strndup (text + pieces[i].start, pieces[i].length) : g_strdup ("");
      panah_editor_set_text (self, pieces[i].input, piece);
    }
}

const PanahEditorKind panah_moment_editor = { create_moment, read_moment, write_moment, NULL, NULL };
