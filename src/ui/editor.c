/* editor.c - how one kind of fact is asked: widgets that hold a value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/editor.h"

#include "ui/a11y.h"
#include "ui/both.h"

/* The one place that says which widgets ask which kind; lists have pages of their own. */
static const PanahEditorKind *const kinds[] = {
  [PANAH_FACT_TEXT] = &panah_text_editor,
  [PANAH_FACT_LONG_TEXT] = &panah_long_text_editor,
  [PANAH_FACT_PHONE] = &panah_text_editor,
  [PANAH_FACT_EMAIL] = &panah_text_editor,
  [PANAH_FACT_NUMBER_TEXT] = &panah_text_editor,
  [PANAH_FACT_NAME] = &panah_name_editor,
  [PANAH_FACT_DATE] = &panah_date_editor,
  [PANAH_FACT_MOMENT] = &panah_moment_editor,
  [PANAH_FACT_YES_NO] = &panah_choice_editor,
  [PANAH_FACT_CHOICE] = &panah_choice_editor,
  [PANAH_FACT_CHOICES] = &panah_choices_editor,
  [PANAH_FACT_COUNTRY] = &panah_search_editor,
  [PANAH_FACT_COUNTRIES] = &panah_search_editor,
  [PANAH_FACT_LANGUAGE] = &panah_search_editor,
  [PANAH_FACT_LANGUAGES] = &panah_search_editor,
  [PANAH_FACT_COUNT] = &panah_count_editor,
};

/* Returns: (nullable): %NULL for lists */
const PanahEditorKind *
panah_editor_kind_for (PanahFactKind kind)
{
  return kind < G_N_ELEMENTS (kinds) ? kinds[kind] : NULL;
}

PanahEditor *
panah_editor_new (PanahSession        *session,
                  const PanahFactSpec *spec,
                  const char          *name)
{
  PanahEditor *self = g_new0 (PanahEditor, 1);

  self->kind = panah_editor_kind_for (spec->kind);
  self->session = session;
  self->spec = spec;
  self->name = g_strdup (name);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->inputs = g_ptr_array_new ();
  self->data = g_ptr_array_new_with_free_func (g_free);
  self->kind->create (self);

  return self;
}

/* The widgets belong to whoever took `box`. */
void
panah_editor_free (PanahEditor *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_ptr_array_unref (self->inputs);
  g_ptr_array_unref (self->data);
  g_clear_pointer (&self->kept, json_node_unref);
  g_free (self);
}

static char *
get_buffer_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static JsonNode *
dump_input (GtkWidget *input)
{
  JsonNode *node = json_node_alloc ();

  if (GTK_IS_CHECK_BUTTON (input))
    return json_node_init_boolean (node, gtk_check_button_get_active (GTK_CHECK_BUTTON (input)));
  if (GTK_IS_TEXT_VIEW (input))
    {
      g_autofree char *text = get_buffer_text (GTK_TEXT_VIEW (input));
      return json_node_init_string (node, text);
    }
  return json_node_init_string (node, gtk_editable_get_text (GTK_EDITABLE (input)));
}

static void
restore_input (GtkWidget *input,
               JsonNode  *node)
{
  gboolean is_check = GTK_IS_CHECK_BUTTON (input);

  /* a version before this one may have had other inputs here */
  if (is_check != (json_node_get_value_type (node) == G_TYPE_BOOLEAN))
    return;
  if (is_check)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (input), json_node_get_boolean (node));
  else if (GTK_IS_TEXT_VIEW (input))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), json_node_get_string (node), -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (input), json_node_get_string (node));
}

/* Returns: (transfer full): the content of every input in its order */
JsonNode *
panah_editor_dump_inputs (PanahEditor *self)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < self->inputs->len; i++)
    json_array_add_element (array, dump_input (self->inputs->pdata[i]));
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  return node;
}

/* @dump: an array; what stands behind the last input is another's */
void
panah_editor_restore_inputs (PanahEditor *self,
                             JsonNode    *dump)
{
  JsonArray *array = json_node_get_array (dump);
  for (guint i = 0; i < MIN (self->inputs->len, json_array_get_length (array)); i++)
    restore_input (self->inputs->pdata[i], json_array_get_element (array, i));
}

/* Returns: (transfer full): what stands in the widgets, so that the same widgets can be built anew */
JsonNode *
panah_editor_dump (PanahEditor *self)
{
  return self->kind->dump != NULL ? self->kind->dump (self) : panah_editor_dump_inputs (self);
}

void
panah_editor_restore (PanahEditor *self,
                      JsonNode    *dump)
{
  if (self->kind->restore != NULL)
    self->kind->restore (self, dump);
  else
    panah_editor_restore_inputs (self, dump);
}

/* Calls @widget by what is asked and these words of its own. */
void
panah_editor_set_name (PanahEditor *self,
                       GtkWidget   *widget,
                       const char  *words)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", self->name, words);

  panah_a11y_set_name (widget, name);
}

/**
 * panah_editor_add_column:
 * @self: an editor
 * @box: where it goes
 * @input: what will stand in it
 * @say: (nullable): makes the words above @input, which are also its name, after what is asked
 * @data: what they are about
 *
 * Returns: (transfer none): a box from top to bottom, to which @input has yet to be added
 */
GtkWidget *
panah_editor_add_column (PanahEditor  *self,
                         GtkWidget    *box,
                         GtkWidget    *input,
                         PanahSay      say,
                         gconstpointer data)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  /* beside others whose words are longer, the inputs stand on one line */
  gtk_widget_set_valign (column, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), column);
  g_ptr_array_add (self->inputs, input);
  if (say == NULL)
    return column;

  GtkWidget *label = panah_label_new (NULL, "caption-heading");
  g_autofree char *words = say (self->session, data);
  panah_both_set_sentence (GTK_LABEL (label), self->session, say, data);
  gtk_box_append (GTK_BOX (column), label);
  panah_editor_set_name (self, input, words);
  return column;
}

/* @caption: (nullable): words marked with `N_()` */
GtkWidget *
panah_editor_add_entry (PanahEditor *self,
                        GtkWidget   *box,
                        const char  *caption,
                        int          width_chars)
{
  GtkWidget *entry = panah_text_entry_new (self->name, width_chars);
  GtkWidget *column = panah_editor_add_column (self, box, entry, caption != NULL ? panah_both_say : NULL, caption);

  gtk_box_append (GTK_BOX (column), entry);
  return entry;
}

/* Returns: (transfer full): without white space around it */
char *
panah_editor_get_text (PanahEditor *self,
                       guint        input)
{
  GtkWidget *widget = self->inputs->pdata[input];
  char *text = GTK_IS_TEXT_VIEW (widget) ? get_buffer_text (GTK_TEXT_VIEW (widget))
                                         : g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));

  return g_strstrip (text);
}

/* @text: (nullable) */
void
panah_editor_set_text (PanahEditor *self,
                       guint        input,
                       const char  *text)
{
  GtkWidget *widget = self->inputs->pdata[input];

  if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text != NULL ? text : "", -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (widget), text != NULL ? text : "");
}

gboolean
panah_editor_get_active (PanahEditor *self,
                         guint        input)
{
  return gtk_check_button_get_active (self->inputs->pdata[input]);
}

void
panah_editor_set_active (PanahEditor *self,
                         guint        input,
                         gboolean     active)
{
  gtk_check_button_set_active (self->inputs->pdata[input], active);
}
