/* a11y.c - names that a screen reader speaks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* GTK 4.8 names a widget after its class where nobody gives it a name, and the name of an entry has to be on the text
 * inside it, which takes the focus. Words of a person or of a pack are never taken as markup. */

#include "ui/a11y.h"

#include <string.h>
#include <unicode/uchar.h>

/* However narrow it gets, this much of long words stands on a line. */
#define LEAST_LETTERS 10

#define LEFT_TO_RIGHT_MARK 0x200E
#define RIGHT_TO_LEFT_MARK 0x200F
#define FIRST_ISOLATE 0x2066
#define LAST_ISOLATE 0x2068
#define END_OF_ISOLATE 0x2069

/**
 * panah_a11y_set_name:
 * @widget: a widget that can take the focus
 * @name: what is spoken
 */
void
panah_a11y_set_name (GtkWidget  *widget,
                     const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (GTK_IS_EDITABLE (widget))
    {
      GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (widget));
      if (delegate != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (delegate), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static GtkAccessible *
get_target (GtkWidget *widget)
{
  GtkEditable *delegate = GTK_IS_EDITABLE (widget) ? gtk_editable_get_delegate (GTK_EDITABLE (widget)) : NULL;

  return delegate != NULL ? GTK_ACCESSIBLE (delegate) : GTK_ACCESSIBLE (widget);
}

/* @description: (nullable): what is spoken after the name; %NULL: nothing */
void
panah_a11y_set_description (GtkWidget  *widget,
                            const char *description)
{
  if (description == NULL)
    gtk_accessible_reset_property (get_target (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  else
    gtk_accessible_update_property (get_target (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* As a value, because what its variadic sister reads from the stack is one widget here and a list elsewhere. */
static void
set_error_message (GtkAccessible *target,
                   GtkWidget     *message)
{
  GtkAccessibleRelation relation = GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE;
  g_auto (GValue) value = G_VALUE_INIT;

  gtk_accessible_relation_init_value (relation, &value);
  if (!G_VALUE_HOLDS_OBJECT (&value))
    return;
  g_value_set_object (&value, message);
  gtk_accessible_update_relation_value (target, 1, &relation, &value);
}

/**
 * panah_a11y_set_error:
 * @widget: an input
 * @error: (nullable): what to do about it, or %NULL if all is well
 * @message: where that stands; it must not go before @widget without this being called with %NULL
 *
 * The colour, the state, the description and the way to the words go together.
 */
void
panah_a11y_set_error (GtkWidget  *widget,
                      const char *error,
                      GtkWidget  *message)
{
  GtkAccessible *target = get_target (widget);

  panah_a11y_set_description (widget, error);
  if (error == NULL)
    {
      gtk_widget_remove_css_class (widget, "error");
      gtk_accessible_reset_state (target, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (target, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
      return;
    }
  gtk_widget_add_css_class (widget, "error");
  gtk_accessible_update_state (target, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  set_error_message (target, message);
}

/* Else GTK finds out how narrow the words can be by laying them out a letter to a line, which is most of the time that a
 * page takes. Words that are hardly longer than that it would not believe. */
static void
update_least_width_cb (GtkLabel *label)
{
  glong length = g_utf8_strlen (gtk_label_get_text (label), -1);

  gtk_label_set_width_chars (label, length >= 3 * LEAST_LETTERS ? LEAST_LETTERS : -1);
}

static gboolean
is_right_to_left (gunichar letter)
{
  UCharDirection direction = u_charDirection (letter);

  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

/* Pango takes the direction of a paragraph from its first letter, also where that is of a key or of a name in another
 * script. What most of its letters are is what it is written in; those of isolated values do not count.
 *
 * Returns: what @start to @end begins with so that it runs as it is written */
static const char *
find_mark (const char *start,
           const char *end)
{
  int first = -1;
  guint depth = 0, n[2] = { 0, 0 }; /* to the right, to the left */

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == LEFT_TO_RIGHT_MARK || c == RIGHT_TO_LEFT_MARK)
        return "";
      if (c >= FIRST_ISOLATE && c <= LAST_ISOLATE)
        depth++;
      else if (c == END_OF_ISOLATE && depth > 0)
        depth--;
      if (!g_unichar_isalpha (c))
        continue;
      gboolean is_left = is_right_to_left (c);
      first = first < 0 ? is_left : first;
      n[is_left] += depth == 0;
    }
  if (first < 0 || n[first] >= n[!first])
    return "";
  return first ? "\xe2\x80\x8e" : "\xe2\x80\x8f";
}

/* Returns: (transfer full): @text, with a mark before each paragraph that does not begin as it goes on */
char *
panah_label_lead (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *start = text, *end; *start != '\0'; start = end)
    {
      end = start + strcspn (start, "\n");
      g_string_append (out, find_mark (start, end));
      end += *end != '\0';
      g_string_append_len (out, start, end - start);
    }
  return g_string_free (out, FALSE);
}

static void
lead_label_cb (GtkLabel *label)
{
  g_autofree char *text = panah_label_lead (gtk_label_get_text (label));

  if (strcmp (text, gtk_label_get_text (label)) != 0)
    gtk_label_set_text (label, text);
}

static void
lead_label (GtkLabel *label)
{
  g_signal_connect (label, "notify::label", G_CALLBACK (lead_label_cb), NULL);
  lead_label_cb (label);
}

/* Makes @label, which may have its words already, wrap wherever it has to. */
void
panah_label_set_up (GtkLabel *label)
{
  g_signal_connect (label, "notify::label", G_CALLBACK (update_least_width_cb), NULL);
  update_least_width_cb (label);
  lead_label (label);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  /* else GTK looks for a pleasant width, which takes a second for a long story */
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (label, 0);
}

GtkWidget *
panah_label_new (const char *text,
                 const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  panah_label_set_up (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * panah_row_new:
 * @spacing: between its cells, in pixels
 *
 * A GtkBox from side to side asks words that wrap how narrow they could be for each height, a hundred layouts of a label;
 * a grid asks how high they are for a width.
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
panah_row_new (int spacing)
{
  GtkWidget *row = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (row), spacing);
  return row;
}

void
panah_row_append (GtkWidget *row,
                  GtkWidget *cell)
{
  GtkWidget *last = gtk_widget_get_last_child (row);

  gtk_grid_attach_next_to (GTK_GRID (row), cell, last, GTK_POS_RIGHT, 1, 1);
}

/* @action: with @target, `win.go` and `tasks` for instance; the button's words are its name */
GtkWidget *
panah_button_new (const char *label,
                  const char *action,
                  const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkLabel *words = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  lead_label (words);
  gtk_label_set_wrap (words, TRUE);
  /* else GTK looks for a pleasant shape, which is two lines where one would do */
  gtk_label_set_natural_wrap_mode (words, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (words, GTK_JUSTIFY_CENTER);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  panah_a11y_set_name (button, label);
  return button;
}

static void
wrap_label (GtkWidget *check)
{
  for (GtkWidget *child = gtk_widget_get_first_child (check); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LABEL (child))
        {
          lead_label (GTK_LABEL (child));
          gtk_label_set_wrap (GTK_LABEL (child), TRUE);
          gtk_label_set_natural_wrap_mode (GTK_LABEL (child), GTK_NATURAL_WRAP_NONE);
          gtk_label_set_xalign (GTK_LABEL (child), 0);
        }
    }
}

/* @group: (nullable): another radio button of the group */
GtkWidget *
panah_radio_new (const char *label,
                 GtkWidget  *group)
{
  GtkWidget *radio = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, "label", label, NULL);

  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (radio), GTK_CHECK_BUTTON (group));
  wrap_label (radio);
  panah_a11y_set_name (radio, label);
  return radio;
}

GtkWidget *
panah_check_new (const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  wrap_label (check);
  panah_a11y_set_name (check, label);
  return check;
}

/* An entry whose words no input method should learn. */
GtkWidget *
panah_text_entry_new (const char *name,
                 int         width_chars)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_input_hints (GTK_ENTRY (entry), GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_PRIVATE);
  if (width_chars > 0)
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), width_chars);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width_chars);
      gtk_widget_set_halign (entry, GTK_ALIGN_START);
    }
  panah_a11y_set_name (entry, name);
  return entry;
}
