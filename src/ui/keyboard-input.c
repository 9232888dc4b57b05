/* keyboard-input.c - what is typed into, whatever kind of field it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A letter takes the way that the letters of an input method take: then it replaces the selection, can be undone and
 * scrolls into view as every other does. */

#include "ui/keyboard-input.h"

#include "ui/keyboard-layout.h"

#define WANTED "panah-keyboard-wanted"

/* @focus: (nullable)
 *
 * Returns: (nullable) (transfer none): @focus, if one can type there */
GtkWidget *
panah_keyboard_input_find (GtkWidget *focus)
{
  if (focus != NULL && GTK_IS_TEXT (focus) && gtk_editable_get_editable (GTK_EDITABLE (focus)))
    return focus;
  if (focus != NULL && GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)))
    return focus;
  return NULL;
}

/* Whether a person sees it and may change it: not so behind the cover or behind a dialog. */
gboolean
panah_keyboard_input_is_open (GtkWidget *input)
{
  return gtk_widget_get_mapped (input) && gtk_widget_is_sensitive (input);
}

/* Returns: (nullable) (transfer none) */
static GtkIMContext *
find_context (GtkWidget *input)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (input);

  for (guint i = 0, n = g_list_model_get_n_items (controllers); i < n; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      GtkIMContext *context = GTK_IS_EVENT_CONTROLLER_KEY (controller)
                                ? gtk_event_controller_key_get_im_context (GTK_EVENT_CONTROLLER_KEY (controller))
                                : NULL;
      if (context != NULL)
        return context;
    }
  return NULL;
}

/* Whether an input method of this computer is in the middle of a word; the keys are its own until that is done. */
gboolean
panah_keyboard_input_is_composing (GtkWidget *input)
{
  GtkIMContext *context = find_context (input);
  g_autofree char *text = NULL;
  PangoAttrList *attributes = NULL;
  int cursor;

  if (context == NULL)
    return FALSE;
  gtk_im_context_get_preedit_string (context, &text, &attributes, &cursor);
  g_clear_pointer (&attributes, pango_attr_list_unref);
  return text != NULL && *text != '\0';
}

/* Without selecting what stands there: the next letter would write over it. */
void
panah_keyboard_input_focus (GtkWidget *input)
{
  if (gtk_widget_has_focus (input))
    return;
  if (GTK_IS_TEXT (input))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (input));
  else
    gtk_widget_grab_focus (input);
}

void
panah_keyboard_input_type (GtkWidget  *input,
                           const char *text)
{
  GtkIMContext *context = find_context (input);

  if (context == NULL)
    return;
  gtk_im_context_reset (context);
  g_signal_emit_by_name (context, "commit", text);
}

/* What the key Backspace does: the selection, or what was typed last of the letter before the cursor. */
void
panah_keyboard_input_delete (GtkWidget *input)
{
  g_signal_emit_by_name (input, "backspace");
}

/* A new line in a story; elsewhere what Enter does there. */
void
panah_keyboard_input_enter (GtkWidget *input)
{
  if (GTK_IS_TEXT_VIEW (input))
    panah_keyboard_input_type (input, "\n");
  else
    g_signal_emit_by_name (input, "activate");
}

/* @input: where one types, or what it stands in
 * @wanted: (nullable): in which language, BCP 47; or %PANAH_KEYBOARD_LATIN, %PANAH_KEYBOARD_DIGITS; %NULL: in one's own */
void
panah_keyboard_set_wanted (GtkWidget  *input,
                           const char *wanted)
{
  g_object_set_data_full (G_OBJECT (input), WANTED, g_strdup (wanted), g_free);
}

static GtkInputPurpose
get_purpose (GtkWidget *input)
{
  return GTK_IS_TEXT (input) ? gtk_text_get_input_purpose (GTK_TEXT (input)) : gtk_text_view_get_input_purpose (GTK_TEXT_VIEW (input));
}

/* Returns: (nullable) (transfer none): as above; where nobody said it, what the purpose tells */
const char *
panah_keyboard_input_get_wanted (GtkWidget *input)
{
  GtkInputPurpose purpose = get_purpose (input);

  for (GtkWidget *widget = input; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *wanted = g_object_get_data (G_OBJECT (widget), WANTED);
      if (wanted != NULL)
        return wanted;
    }
  if (purpose == GTK_INPUT_PURPOSE_DIGITS || purpose == GTK_INPUT_PURPOSE_NUMBER || purpose == GTK_INPUT_PURPOSE_PHONE)
    return PANAH_KEYBOARD_DIGITS;
  if (purpose == GTK_INPUT_PURPOSE_EMAIL || purpose == GTK_INPUT_PURPOSE_URL)
    return PANAH_KEYBOARD_LATIN;
  return NULL;
}
