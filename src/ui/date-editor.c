/* date-editor.c - a date in three boxes, of which some may stay empty; a moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/date.h"
#include "paper/words.h"
#include "ui/a11y.h"
#include "ui/editor.h"

#include <glib/gi18n.h>

/* inputs of a date: three calendars, day, month, year, "not sure"; of a moment: day, month, year, hour, minute */
enum
{
  CALENDAR = 0,
  DAY = 3,
  MONTH,
  YEAR,
  ABOUT,

  MOMENT_DAY = 0,
  MOMENT_MONTH,
  MOMENT_YEAR,
  MOMENT_HOUR,
  MOMENT_MINUTE,
};

/* Digits of any script: people copy dates as their papers have them. */
static gboolean
parse_number (const char *text,
              guint      *out_number)
{
  *out_number = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));
      if (digit < 0 || *out_number > 9999)
        return FALSE;
      *out_number = *out_number * 10 + digit;
    }
  return TRUE;
}

static gboolean
read_numbers (PanahEditor *self,
              guint        first,
              guint        n,
              guint       *out_numbers,
              gboolean    *out_empty)
{
  *out_empty = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = panah_editor_get_text (self, first + i);
      if (!parse_number (text, &out_numbers[i]))
        return FALSE;
      *out_empty &= *text == '\0';
    }
  return TRUE;
}

static guint
get_system (PanahEditor *self)
{
  for (guint i = 0; i < 3; i++)
    {
      if (panah_editor_get_active (self, CALENDAR + i))
        return i;
    }
  return PANAH_CALENDAR_GREGORIAN;
}

/* Words beside the boxes that repeat the date: the best check there is. */
static void
update_echo (PanahEditor *self)
{
  GtkWidget *echo = gtk_widget_get_last_child (self->box);
  const char *language = panah_session_get_language (self->session);
  guint numbers[3];
  gboolean empty;
  PanahDate date;

  gtk_label_set_text (GTK_LABEL (echo), "");
  if (!read_numbers (self, DAY, 3, numbers, &empty) || empty ||
      !panah_date_init (&date, get_system (self), numbers[2], numbers[1], numbers[0],
                        panah_editor_get_active (self, ABOUT), NULL))
    return;

  g_autofree char *from = panah_words_format_day (language, date.from);
  g_autofree char *to = panah_words_format_day (language, date.to);
  /* TRANSLATORS: %s are days with weekday, month and year */
  g_autofree char *text = panah_date_is_exact (&date) ? g_strdup_printf (_("This is %s."), from)
                                                      : g_strdup_printf (_("This is between %s and %s."), from, to);
  gtk_label_set_text (GTK_LABEL (echo), text);
}

static GtkWidget *
add_number (PanahEditor *self,
            GtkWidget   *row,
            const char  *label,
            int          width)
{
  GtkWidget *entry = panah_editor_add_entry (self, row, label, width);

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_set_direction (entry, GTK_TEXT_DIR_LTR);
  return entry;
}

static void
create_date (PanahEditor *self)
{
  const char *calendars[] = { _("Calendar of the form (1990)"), _("Solar Hijri calendar (1369)"),
                              _("Lunar Hijri calendar (1410)") };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (calendars); i++)
    {
      GtkWidget *radio = panah_radio_new (calendars[i], group);
      g_autofree char *name = g_strdup_printf ("%s: %s", self->name, calendars[i]);
      panah_a11y_set_name (radio, name);
      group = group != NULL ? group : radio;
      g_signal_connect_swapped (radio, "toggled", G_CALLBACK (update_echo), self);
      g_ptr_array_add (self->inputs, radio);
      gtk_box_append (GTK_BOX (self->box), radio);
    }
  gtk_box_append (GTK_BOX (self->box), row);
  add_number (self, row, _("Day"), 4);
  add_number (self, row, _("Month"), 4);
  add_number (self, row, _("Year"), 6);

  GtkWidget *about = panah_check_new (_("I am not sure of this date"));
  g_autofree char *name = g_strdup_printf ("%s: %s", self->name, _("I am not sure of this date"));
  panah_a11y_set_name (about, name);
  g_ptr_array_add (self->inputs, about);
  gtk_box_append (GTK_BOX (self->box), about);
  gtk_box_append (GTK_BOX (self->box), panah_label_new ("", "dim-label"));
  g_signal_connect_swapped (about, "toggled", G_CALLBACK (update_echo), self);
  for (guint i = DAY; i <= YEAR; i++)
    g_signal_connect_swapped (self->inputs->pdata[i], "changed", G_CALLBACK (update_echo), self);
  panah_editor_set_active (self, CALENDAR, TRUE);
}

static JsonNode *
read_date (PanahEditor *self,
           char       **out_error)
{
  guint numbers[3], system = get_system (self);
  gboolean empty, about = panah_editor_get_active (self, ABOUT);
  PanahDate date;

  if (!read_numbers (self, DAY, 3, numbers, &empty))
    {
      *out_error = g_strdup (_("Write the date in digits: day, month, year. Leave empty what you do not know."));
      return NULL;
    }
  if (empty)
    return NULL;
  if (numbers[2] == 0)
    {
      *out_error = g_strdup (_("Give at least the year."));
      return NULL;
    }
  if (!panah_date_init (&date, system, numbers[2], numbers[1], numbers[0], about, NULL))
    {
      *out_error = g_strdup (_("There is no such day in this calendar. Look at the day, the month and the calendar."));
      return NULL;
    }
  if (system == PANAH_CALENDAR_GREGORIAN && numbers[0] != 0 && !about)
    {
      g_autofree char *day = panah_day_to_string (date.from);
      return json_node_init_string (json_node_alloc (), day);
    }

  g_autofree char *json = g_strdup_printf (
    "{\"calendar\":\"%s\",\"year\":%u,\"month\":%u,\"day\":%u%s}", panah_calendar_system_names[system], numbers[2],
    numbers[1], numbers[0], about ? ",\"about\":true" : "");
  JsonNode *node = json_from_string (json, NULL);
  for (guint i = 0; i < 2; i++)
    {
      if (numbers[i] == 0)
        json_object_set_null_member (json_node_get_object (node), i == 0 ? "day" : "month");
    }
  return node;
}

static void
set_number (PanahEditor *self,
            guint        input,
            guint        number)
{
  g_autofree char *text = number != 0 ? g_strdup_printf ("%u", number) : g_strdup ("");

  panah_editor_set_text (self, input, text);
}

static void
write_date (PanahEditor *self,
            JsonNode    *value)
{
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PanahValue) parsed =
    value != NULL ? panah_value_new_from_json (self->spec, self->spec->id, value, strange, NULL) : NULL;
  const PanahDate *date = panah_value_get_date (parsed);

  panah_editor_set_active (self, CALENDAR + (date != NULL ? date->system : PANAH_CALENDAR_GREGORIAN), TRUE);
  set_number (self, DAY, date != NULL ? date->day : 0);
  set_number (self, MONTH, date != NULL ? date->month : 0);
  set_number (self, YEAR, date != NULL ? date->year : 0);
  panah_editor_set_active (self, ABOUT, date != NULL && date->about);
}

const PanahEditorKind panah_date_editor = { create_date, read_date, write_date, NULL, NULL };

static void
create_moment (PanahEditor *self)
{
  GtkWidget *day = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *time = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (self->box), day);
  add_number (self, day, _("Day"), 4);
  add_number (self, day, _("Month"), 4);
  add_number (self, day, _("Year"), 6);
  gtk_box_append (GTK_BOX (self->box), time);
  add_number (self, time, _("Hour, 0 to 23"), 4);
  add_number (self, time, _("Minute"), 4);
}

static JsonNode *
read_moment (PanahEditor *self,
             char       **out_error)
{
  guint numbers[5];
  gboolean empty;
  gint64 moment;

  if (read_numbers (self, MOMENT_DAY, 5, numbers, &empty))
    {
      g_autofree char *minute = panah_editor_get_text (self, MOMENT_MINUTE);
      g_autofree char *hour = panah_editor_get_text (self, MOMENT_HOUR);
      g_autofree char *text = g_strdup_printf ("%04u-%02u-%02uT%02u:%02u", numbers[2], numbers[1], numbers[0], numbers[3],
                                               numbers[4]);
      if (empty)
        return NULL;
      if (*hour != '\0' && *minute != '\0' && panah_moment_parse (text, &moment))
        return json_node_init_string (json_node_alloc (), text);
    }
  *out_error = g_strdup (_("Give the day, the month, the year, the hour and the minute in digits. If you know only the day, leave all empty and give the date instead."));
  return NULL;
}

static void
write_moment (PanahEditor *self,
              JsonNode    *value)
{
  static const struct
  {
    guint input, start, length;
  } pieces[] = {
    { MOMENT_YEAR, 0, 4 }, { MOMENT_MONTH, 5, 2 }, { MOMENT_DAY, 8, 2 }, { MOMENT_HOUR, 11, 2 }, { MOMENT_MINUTE, 14, 2 },
  };
  const char *text = value != NULL ? json_node_get_string (value) : "";

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *piece = *text != '\0' ? g_strndup (text + pieces[i].start, pieces[i].length) : g_strdup ("");
      panah_editor_set_text (self, pieces[i].input, piece);
    }
}

const PanahEditorKind panah_moment_editor = { create_moment, read_moment, write_moment, NULL, NULL };
