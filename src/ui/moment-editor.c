/* moment-editor.c - a day and the time of day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The day is told in any calendar. An hour belongs to one day, so a case keeps the day it is in the calendar of the form;
 * where that is not certain nothing is guessed, and the date, which has a question of its own, can still be told. */

#include "ui/date-boxes.h"
#include "ui/date-input.h"
#include "ui/wrap-layout.h"

#include <glib/gi18n.h>

/* inputs, behind those of the day */
enum
{
  HOUR = PANAH_DATE_INPUT_N_WHOLE,
  MINUTE,
};

static void
choose_day (PanahEditor *self,
            guint32      day)
{
  panah_date_input_choose_day (self, day);
  gtk_widget_grab_focus (self->inputs->pdata[HOUR]);
}

static void
create_moment (PanahEditor *self)
{
  GtkWidget *time = panah_wrap_box_new (), *hour;

  if (self->spec->recent)
    panah_date_boxes_add_recent (self, choose_day);
  panah_date_input_add (self, FALSE);
  hour = panah_number_box_add (self, time, N_("Hour, 0 to 23"), 4);
  /* its words are wider than the box, and would run into those beside them */
  gtk_widget_set_margin_end (gtk_widget_get_parent (hour), 12);
  panah_number_box_add (self, time, N_("Minute"), 4);
  gtk_box_append (GTK_BOX (self->box), time);
}

/* Returns: whether there is a day and no doubt which; else, if anything was typed, *@out_error says what to do */
static gboolean
read_day (PanahEditor *self,
          gboolean     has_time,
          PanahDate   *out_date,
          char       **out_error)
{
  gboolean has_date = panah_date_input_read (self, out_date, out_error);

  if (*out_error != NULL || (!has_date && !has_time))
    return FALSE;
  if (has_date && panah_date_is_exact (out_date))
    return TRUE;
  *out_error = g_strdup (has_date && out_date->day != 0
                           ? _("A day of the lunar calendar is not certain, and an hour needs a certain day. Give it in another calendar, or leave all empty and give the date instead.")
                           : _("Give the day, the month and the year too. If you know only a part, leave all empty and give the date instead."));
  return FALSE;
}

static JsonNode *
read_moment (PanahEditor *self,
             char       **out_error)
{
  g_autofree char *hour_text = panah_editor_get_text (self, HOUR);
  g_autofree char *minute_text = panah_editor_get_text (self, MINUTE);
  guint hour, minute;
  PanahDate date;

  if (!read_day (self, *hour_text != '\0' || *minute_text != '\0', &date, out_error))
    return NULL;
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
  g_autofree char *hour = NULL, *minute = NULL;
  PanahDate date;
  gint64 moment;
  gboolean given = value != NULL && panah_moment_parse (json_node_get_string (value), &moment);

  if (given)
    {
      guint minutes = moment % PANAH_MINUTES_PER_DAY;
      panah_date_init_day (&date, panah_moment_get_day (moment));
      hour = g_strdup_printf ("%02u", minutes / 60);
      minute = g_strdup_printf ("%02u", minutes % 60);
    }
  panah_date_input_write (self, given ? &date : NULL);
  panah_editor_set_text (self, HOUR, hour);
  panah_editor_set_text (self, MINUTE, minute);
}

/* A version before this one knew one calendar, and what it kept begins with the day. */
static JsonNode *
add_calendar (JsonArray *old)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = PANAH_CALENDAR_GREGORIAN; i <= PANAH_CALENDAR_ISLAMIC; i++)
    json_array_add_boolean_element (array, i == PANAH_CALENDAR_GREGORIAN);
  for (guint i = 0; i < json_array_get_length (old); i++)
    json_array_add_element (array, json_node_copy (json_array_get_element (old, i)));
  json_node_take_array (node, array);
  return node;
}

static void
restore_moment (PanahEditor *self,
                JsonNode    *dump)
{
  JsonArray *array = json_node_get_array (dump);
  gboolean is_old =
    json_array_get_length (array) > 0 && json_node_get_value_type (json_array_get_element (array, 0)) == G_TYPE_STRING;
  g_autoptr (JsonNode) whole = is_old ? add_calendar (array) : json_node_copy (dump);

  panah_date_input_restore (self, whole);
}

const PanahEditorKind panah_moment_editor = { create_moment, read_moment, write_moment, panah_date_input_dump, restore_moment };
