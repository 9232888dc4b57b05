/* choice-editor.c - one of several as radio buttons, any of several as check boxes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/editor.h"

#include <glib/gi18n.h>
#include <string.h>

#define UNKNOWN "?" /* no code begins like that */

/* inputs: one button per code; @data: the codes, in the same order */
static void
add_choice (PanahEditor *self,
            const char  *code,
            const char  *english,
            gboolean     radio)
{
  GtkWidget *group = self->inputs->len > 0 ? self->inputs->pdata[0] : NULL;
  const char *label = panah_both_get_first (self->session, english);
  GtkWidget *button = radio ? panah_radio_new (label, group) : panah_check_new (label);

  panah_both_set_button (button, self->session, english);
  panah_editor_set_name (self, button, label);
  g_ptr_array_add (self->inputs, button);
  g_ptr_array_add (self->data, g_strdup (code));
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
create (PanahEditor *self,
        gboolean     radio)
{
  const PanahFactSpec *spec = self->spec;

  if (spec->kind == PANAH_FACT_YES_NO)
    {
      add_choice (self, "yes", N_("Yes"), radio);
      add_choice (self, "no", N_("No"), radio);
    }
  for (guint i = 0; i < spec->n_choices; i++)
    add_choice (self, spec->choices[i]->code, spec->choices[i]->label, radio);
  if (radio)
    add_choice (self, UNKNOWN, N_("I don’t know"), radio);
}

static void
create_choice (PanahEditor *self)
{
  create (self, TRUE);
}

static void
create_choices (PanahEditor *self)
{
  create (self, FALSE);
}

static JsonNode *
read_choice (PanahEditor *self,
             char       **out_error)
{
  for (guint i = 0; i < self->inputs->len; i++)
    {
      const char *code = self->data->pdata[i];
      if (!panah_editor_get_active (self, i))
        continue;
      if (strcmp (code, UNKNOWN) == 0)
        return json_node_init_null (json_node_alloc ());
      return json_node_init_string (json_node_alloc (), code);
    }
  return NULL;
}

static void
write_choice (PanahEditor *self,
              JsonNode    *value)
{
  const char *code = value == NULL ? NULL : JSON_NODE_HOLDS_NULL (value) ? UNKNOWN : json_node_get_string (value);

  for (guint i = 0; i < self->inputs->len; i++)
    panah_editor_set_active (self, i, g_strcmp0 (code, self->data->pdata[i]) == 0);
}

static JsonNode *
read_choices (PanahEditor *self,
              char       **out_error)
{
  JsonArray *codes = json_array_new ();

  for (guint i = 0; i < self->inputs->len; i++)
    {
      if (panah_editor_get_active (self, i))
        json_array_add_string_element (codes, self->data->pdata[i]);
    }
  if (json_array_get_length (codes) == 0)
    {
      json_array_unref (codes);
      return NULL;
    }
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, codes);
  return node;
}

static void
write_choices (PanahEditor *self,
               JsonNode    *value)
{
  JsonArray *codes = value != NULL ? json_node_get_array (value) : NULL;

  for (guint i = 0; i < self->inputs->len; i++)
    {
      gboolean chosen = FALSE;
      for (guint j = 0; codes != NULL && j < json_array_get_length (codes); j++)
        chosen |= g_strcmp0 (json_array_get_string_element (codes, j), self->data->pdata[i]) == 0;
      panah_editor_set_active (self, i, chosen);
    }
}

const PanahEditorKind panah_choice_editor = { create_choice, read_choice, write_choice, NULL, NULL, TRUE };
const PanahEditorKind panah_choices_editor = { create_choices, read_choices, write_choices, NULL, NULL };
