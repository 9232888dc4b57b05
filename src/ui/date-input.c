/* date-input.c - a date in the calendar of its document, as its parts are typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/date-input.h"

#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/date-boxes.h"
#include "ui/date-words.h"
#include "ui/wrap-layout.h"

#include <glib/gi18n.h>

/* the first inputs of an editor, in this order */
enum
{
  CALENDAR = 0, /* three of them */
  DAY = 3,
  MONTH,
  YEAR,
  ABOUT, /* from here on only if parts may be missing */
  NO_DAY,
  YEAR_ONLY,
};

/* What stands beside the inputs, and what was accepted here before. @data holds the calendar, once the person chose it. */
typedef struct
{
  GtkWidget          *hint;
  GtkWidget          *echo;
  GtkWidget          *echo_own;
  GtkWidget          *question;
  GtkWidget          *question_label;
  GtkWidget          *answers[2];
  PanahCalendarSystem offered[2];
  gboolean            parts;    /* whether some of them may be missing */
  PanahDate           accepted; /* year 0: none */
} DateWidgets;

static DateWidgets *
get_widgets (PanahEditor *self)
{
  return g_object_get_data (G_OBJECT (self->box), "panah-date");
}

static PanahCalendarSystem
get_system (PanahEditor *self)
{
  for (guint i = 0; i < 3; i++)
    {
      if (panah_editor_get_active (self, CALENDAR + i))
        return i;
    }
  return PANAH_CALENDAR_GREGORIAN;
}

static void
mark_chosen (PanahEditor *self)
{
  g_ptr_array_set_size (self->data, 0);
  g_ptr_array_add (self->data, g_strdup (panah_calendar_system_names[get_system (self)]));
}

/* @chosen: whether by the person, else by the language or with a date */
static void
select_system (PanahEditor        *self,
               PanahCalendarSystem system,
               gboolean            chosen)
{
  panah_editor_set_active (self, CALENDAR + system, TRUE);
  if (chosen)
    mark_chosen (self);
  else
    g_ptr_array_set_size (self->data, 0);
}

/* No language takes the lunar calendar by itself. Of the calendar of the form nobody is sure who gives it a Hijri year. */
static gboolean
is_settled (PanahEditor        *self,
            PanahCalendarSystem system,
            const char         *year)
{
  const PanahDate *accepted = &get_widgets (self)->accepted;
  guint number;

  if (system == PANAH_CALENDAR_ISLAMIC || (system == PANAH_CALENDAR_PERSIAN && self->data->len > 0))
    return TRUE;
  return accepted->year != 0 && accepted->system == system && panah_number_read (year, &number) && number == accepted->year;
}

/* @check: about, no day or year only; there is none where the whole day is wanted */
static gboolean
is_checked (PanahEditor *self,
            guint        check)
{
  return get_widgets (self)->parts && panah_editor_get_active (self, check);
}

static gboolean
is_left_out (PanahEditor *self,
             guint        input)
{
  return (input == DAY && is_checked (self, NO_DAY)) || ((input == DAY || input == MONTH) && is_checked (self, YEAR_ONLY));
}

/* What stands in the boxes that can be filled in. */
typedef struct
{
  char          *texts[3];
  PanahDateEntry entry;
} Typed;

static void
clear_typed (Typed *typed)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed->texts); i++)
    g_free (typed->texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, clear_typed)

static void
read_typed (PanahEditor *self,
            Typed       *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (out->texts); i++)
    out->texts[i] = is_left_out (self, DAY + i) ? g_strdup ("") : panah_editor_get_text (self, DAY + i);

  out->entry = (PanahDateEntry) {
    .system = get_system (self),
    .settled = is_settled (self, get_system (self), out->texts[2]),
    .day = out->texts[0],
    .month = out->texts[1],
    .year = out->texts[2],
    .about = is_checked (self, ABOUT),
  };
}

/* Returns: whether there is something to say */
static gboolean
say (PanahEditor  *self,
     GtkWidget    *label,
     PanahSay      words,
     gconstpointer data)
{
  panah_both_set_sentence (GTK_LABEL (label), self->session, words, data);
  return *gtk_label_get_text (GTK_LABEL (label)) != '\0';
}

/* @date: (nullable). Returns: whether there is something to say of it */
static gboolean
update_echo (PanahEditor     *self,
             const PanahDate *date)
{
  DateWidgets *widgets = get_widgets (self);

  gtk_widget_set_visible (widgets->echo_own, say (self, widgets->echo_own, panah_date_say_echo_own, date));
  return say (self, widgets->echo, panah_date_say_echo, date);
}

static void
offer (PanahEditor        *self,
       guint               i,
       PanahCalendarDoubt  doubt,
       PanahCalendarSystem system)
{
  DateWidgets *widgets = get_widgets (self);
  GtkWidget *button = widgets->answers[i];

  widgets->offered[i] = doubt.system = system;
  g_autofree char *words = panah_date_say_answer (self->session, &doubt);
  say (self, gtk_button_get_child (GTK_BUTTON (button)), panah_date_say_answer, &doubt);
  panah_editor_set_name (self, button, words);
}

/* As soon as the year or the month can be of another calendar, that is asked, with what each answer would mean.
 *
 * Returns: whether there is something to ask */
static gboolean
update_question (PanahEditor       *self,
                 PanahCalendarDoubt doubt)
{
  DateWidgets *widgets = get_widgets (self);
  gboolean two = doubt.reading == PANAH_DATE_READING_WHICH_HIJRI;
  gboolean asks = say (self, widgets->question_label, panah_date_say_question, &doubt);

  gtk_widget_set_visible (widgets->question, asks);
  gtk_widget_set_visible (widgets->answers[1], two);
  if (!asks)
    return FALSE;
  offer (self, 0, doubt, two ? PANAH_CALENDAR_PERSIAN : doubt.system);
  offer (self, 1, doubt, PANAH_CALENDAR_ISLAMIC);
  return TRUE;
}

static void
update (PanahEditor *self)
{
  g_auto (Typed) typed = { 0 };
  PanahCalendarSystem other = PANAH_CALENDAR_GREGORIAN;
  PanahDate date;

  read_typed (self, &typed);
  PanahDateReading reading = panah_date_entry_read (&typed.entry, &date, &other);

  gtk_widget_set_sensitive (self->inputs->pdata[DAY], !is_left_out (self, DAY));
  gtk_widget_set_sensitive (self->inputs->pdata[MONTH], !is_left_out (self, MONTH));
  if (get_widgets (self)->parts)
    gtk_widget_set_sensitive (self->inputs->pdata[NO_DAY], !is_checked (self, YEAR_ONLY));
  gboolean said = update_echo (self, reading == PANAH_DATE_READING_DATE ? &date : NULL);
  gboolean asks = update_question (self, (PanahCalendarDoubt) { reading, &typed.entry, other });
  /* what the date is takes the place of how to write it, so that nothing below jumps while one types */
  gtk_widget_set_visible (get_widgets (self)->echo, said && !asks);
  gtk_widget_set_visible (get_widgets (self)->hint, !said || asks);
}

static void
choose_calendar_cb (GtkCheckButton *radio,
                    PanahEditor    *self)
{
  if (!gtk_check_button_get_active (radio))
    return;
  mark_chosen (self);
  update (self);
}

static void
answer_cb (GtkButton   *button,
           PanahEditor *self)
{
  DateWidgets *widgets = get_widgets (self);

  gtk_widget_grab_focus (self->inputs->pdata[YEAR]); /* the button goes away */
  select_system (self, widgets->offered[GTK_WIDGET (button) == widgets->answers[1]], TRUE);
  update (self);
}

static void
fill_date (PanahEditor     *self,
           const PanahDate *date)
{
  guint numbers[] = { date->day, date->month, date->year };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = numbers[i] != 0 ? g_strdup_printf ("%u", numbers[i]) : g_strdup ("");
      panah_editor_set_text (self, DAY + i, text);
    }
  if (!get_widgets (self)->parts)
    return;
  panah_editor_set_active (self, ABOUT, date->about);
  panah_editor_set_active (self, NO_DAY, date->month != 0 && date->day == 0);
  panah_editor_set_active (self, YEAR_ONLY, date->year != 0 && date->month == 0);
}

/* A day that nobody reads from a document: exact, and in the calendar that the form wants. */
void
panah_date_input_choose_day (PanahEditor *self,
                             guint32      day)
{
  PanahDate date;

  panah_date_init_day (&date, day);
  select_system (self, PANAH_CALENDAR_GREGORIAN, FALSE);
  fill_date (self, &date);
  update (self);
}

/* One below the other: arrow keys go up and down in the group. */
static void
add_calendars (PanahEditor *self)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < 3; i++)
    {
      const char *english = panah_date_words_calendar (i);
      GtkWidget *radio = panah_radio_new (_(english), group);

      panah_both_set_button (radio, self->session, english);
      panah_editor_set_name (self, radio, _(english));
      group = group != NULL ? group : radio;
      g_signal_connect (radio, "toggled", G_CALLBACK (choose_calendar_cb), self);
      g_ptr_array_add (self->inputs, radio);
      gtk_box_append (GTK_BOX (self->box), radio);
    }
}

static void
add_check (PanahEditor *self,
           GtkWidget   *row,
           const char  *english)
{
  GtkWidget *check = panah_check_new (_(english));

  panah_both_set_button (check, self->session, english);
  panah_editor_set_name (self, check, _(english));
  g_ptr_array_add (self->inputs, check);
  gtk_box_append (GTK_BOX (row), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (update), self);
}

static void
add_question (PanahEditor *self,
              DateWidgets *widgets)
{
  GtkWidget *answers = panah_wrap_box_new ();

  widgets->question = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  widgets->question_label = panah_label_new ("", NULL);
  gtk_widget_add_css_class (widgets->question, "notice");
  gtk_box_append (GTK_BOX (widgets->question), widgets->question_label);
  gtk_box_append (GTK_BOX (widgets->question), answers);
  for (guint i = 0; i < G_N_ELEMENTS (widgets->answers); i++)
    {
      widgets->answers[i] = panah_button_new ("", NULL, NULL);
      g_signal_connect (widgets->answers[i], "clicked", G_CALLBACK (answer_cb), self);
      gtk_box_append (GTK_BOX (answers), widgets->answers[i]);
    }
  gtk_box_append (GTK_BOX (self->box), widgets->question);
}

static void
add_checks (PanahEditor *self)
{
  GtkWidget *row = panah_wrap_box_new ();

  gtk_box_append (GTK_BOX (self->box), row);
  add_check (self, row, N_("I am not sure of this date"));
  add_check (self, row, N_("I don’t know the day"));
  add_check (self, row, N_("I know only the year"));
}

/**
 * panah_date_input_add:
 * @self: an editor without inputs
 * @parts: whether the day, or the day and the month, may be unknown, and the whole uncertain
 */
void
panah_date_input_add (PanahEditor *self,
                      gboolean     parts)
{
  DateWidgets *widgets = g_new0 (DateWidgets, 1);

  widgets->parts = parts;
  g_object_set_data_full (G_OBJECT (self->box), "panah-date", widgets, g_free);
  add_calendars (self);
  widgets->hint = panah_date_boxes_add (self);
  add_question (self, widgets);
  widgets->echo = panah_label_new ("", NULL);
  widgets->echo_own = panah_label_new ("", "dim-label");
  gtk_box_append (GTK_BOX (self->box), widgets->echo);
  gtk_box_append (GTK_BOX (self->box), widgets->echo_own);
  if (parts)
    add_checks (self);

  for (guint i = DAY; i <= YEAR; i++)
    g_signal_connect_swapped (self->inputs->pdata[i], "changed", G_CALLBACK (update), self);
  select_system (self, panah_calendar_system_for_language (panah_session_get_language (self->session)), FALSE);
  update (self);
}

/**
 * panah_date_input_read:
 * @self: an editor
 * @out_date: (out): the date, if it is one
 * @out_error: (out) (nullable): what to do about what stands there, if it is none; %NULL if nothing does
 *
 * Returns: whether it is a date
 */
gboolean
panah_date_input_read (PanahEditor *self,
                       PanahDate   *out_date,
                       char       **out_error)
{
  g_auto (Typed) typed = { 0 };
  PanahCalendarSystem other;

  read_typed (self, &typed);
  PanahDateReading reading = panah_date_entry_read (&typed.entry, out_date, &other);
  gboolean empty = reading == PANAH_DATE_READING_EMPTY && !is_checked (self, YEAR_ONLY) && !is_checked (self, NO_DAY);

  if (reading != PANAH_DATE_READING_DATE && !empty)
    *out_error = panah_date_words_error (reading, &typed.entry);
  return reading == PANAH_DATE_READING_DATE;
}

/* @date: (nullable): %NULL empties */
void
panah_date_input_write (PanahEditor     *self,
                        const PanahDate *date)
{
  const PanahDate none = { 0 };

  get_widgets (self)->accepted = date != NULL ? *date : none;
  select_system (self, date != NULL ? date->system
                                    : panah_calendar_system_for_language (panah_session_get_language (self->session)), FALSE);
  fill_date (self, date != NULL ? date : &none);
  update (self);
}

/* Returns: (transfer full): all inputs of the editor, and behind them whether the calendar is settled */
JsonNode *
panah_date_input_dump (PanahEditor *self)
{
  JsonNode *dump = panah_editor_dump_inputs (self);
  g_autofree char *year = panah_editor_get_text (self, YEAR);

  json_array_add_boolean_element (json_node_get_array (dump),
                                  self->data->len > 0 || is_settled (self, get_system (self), year));
  return dump;
}

/* Nothing was typed and no calendar was chosen: then a new language brings its own. */
static gboolean
is_untouched (PanahEditor *self)
{
  g_autofree char *day = panah_editor_get_text (self, DAY), *month = panah_editor_get_text (self, MONTH),
                  *year = panah_editor_get_text (self, YEAR);

  return *day == '\0' && *month == '\0' && *year == '\0';
}

void
panah_date_input_restore (PanahEditor *self,
                          JsonNode    *dump)
{
  JsonArray *array = json_node_get_array (dump);
  guint last = self->inputs->len;
  gboolean settled = json_array_get_length (array) > last &&
                     json_node_get_value_type (json_array_get_element (array, last)) == G_TYPE_BOOLEAN &&
                     json_array_get_boolean_element (array, last);

  panah_editor_restore_inputs (self, dump);
  if (!settled && is_untouched (self))
    select_system (self, panah_calendar_system_for_language (panah_session_get_language (self->session)), FALSE);
  else
    select_system (self, get_system (self), settled);
  update (self);
}
