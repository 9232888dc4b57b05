/* name-editor.c - a name: in the form's script, in the passport's, in one's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The spelling on the form is the one that counts, and it is the hardest to write for somebody who does not read
 * Cyrillic. So it comes last, with suggestions made from the passport's spelling. A suggestion fills only what is empty,
 * and says of itself that it is one until the person has compared it. */

#include "ui/name-suggestions.h"

#include "ui/both.h"
#include "ui/editor.h"
#include "ui/keyboard-input.h"
#include "ui/keyboard-layout.h"

#include <glib/gi18n.h>

/* No part is obligatory but one: many people have a single name, and none is ever invented for them. */
static const char *const scripts[] = { "cyrillic", "latin" };
static const char *const parts[] = { "surname", "given", "patronymic" };

/* The order of inputs is that of drafts; on the page the passport's spelling comes first. */
enum
{
  CYRILLIC = 0,
  LATIN = PANAH_N_NAME_PARTS,
  NATIVE = G_N_ELEMENTS (scripts) * G_N_ELEMENTS (parts),
  CONFIRMED,
};

static GtkWidget *
create_group (void)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (group, "group");
  return group;
}

/* @script: words marked with `N_()`. @wanted: what letters it is written in, as panah_keyboard_set_wanted() has it */
static GtkWidget *
create_script (PanahEditor *self,
               const char  *script,
               const char  *wanted)
{
  static const char *const labels[] = { N_("Surname, if you have one"), N_("Given name"), N_("Patronymic, if you have one") };
  GtkWidget *group = create_group ();

  gtk_box_append (GTK_BOX (group), panah_both_new (self->session, script, "heading"));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *entry = panah_editor_add_entry (self, group, labels[i], 0);
      g_autofree char *name = g_strdup_printf ("%s: %s", _(script), _(labels[i]));
      panah_editor_set_name (self, entry, name);
      panah_keyboard_set_wanted (entry, wanted);
    }
  return group;
}

/* Returns: (nullable): the country of the passport, as far as it is told */
static const char *
find_country (PanahEditor *self)
{
  const PanahFactSpec *spec = panah_pack_find_mrz (panah_session_get_pack (self->session), PANAH_MRZ_FIELD_CITIZENSHIP);

  if (spec == NULL || self->spec->role != PANAH_ROLE_PERSON_NAME)
    return NULL;
  const PanahValue *value = panah_facts_get (panah_session_get_facts (self->session), spec->id);
  const char *const *codes = panah_value_is_given (value) ? panah_value_get_codes (value) : NULL;
  return codes != NULL ? codes[0] : NULL;
}

static void
create_name (PanahEditor *self)
{
  const char *official = panah_session_get_case (self->session)->official_language;
  GtkWidget *cyrillic = create_script (self, N_("In Cyrillic letters, as on the form"), official);
  GtkWidget *latin = create_script (self, N_("In Latin letters, as in a passport"), PANAH_KEYBOARD_LATIN), *native = create_group ();
  GtkWidget *hint = panah_both_new (self->session, N_("Is there a translation of your passport? Then copy the name from it exactly."), "dim-label");
  GtkWidget *suggestions = panah_name_suggestions_new (self->session, self->name, find_country (self));

  gtk_box_set_spacing (GTK_BOX (self->box), 12);
  gtk_box_append (GTK_BOX (self->box), latin);
  panah_editor_add_entry (self, native, N_("In your own script"), 0);
  gtk_box_append (GTK_BOX (self->box), native);
  gtk_box_insert_child_after (GTK_BOX (cyrillic), hint, gtk_widget_get_first_child (cyrillic));
  gtk_box_append (GTK_BOX (cyrillic), suggestions);
  gtk_box_append (GTK_BOX (self->box), cyrillic);
  for (guint i = 0; i < PANAH_N_NAME_PARTS; i++)
    panah_name_suggestions_connect (PANAH_NAME_SUGGESTIONS (suggestions), i, self->inputs->pdata[LATIN + i],
                                    self->inputs->pdata[CYRILLIC + i]);
  g_ptr_array_add (self->inputs, panah_name_suggestions_get_check (PANAH_NAME_SUGGESTIONS (suggestions)));
}

static JsonNode *
read_name (PanahEditor *self,
           char       **out_error)
{
  JsonObject *name = json_object_new ();
  g_autofree char *native = panah_editor_get_text (self, NATIVE);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      JsonObject *script = json_object_new ();
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          g_autofree char *text = panah_editor_get_text (self, i * G_N_ELEMENTS (parts) + j);
          if (*text != '\0')
            json_object_set_string_member (script, parts[j], text);
        }
      if (json_object_get_size (script) > 0)
        json_object_set_object_member (name, scripts[i], script);
      else
        json_object_unref (script);
    }
  if (*native != '\0')
    json_object_set_string_member (name, "native", native);

  if (json_object_get_size (name) == 0)
    {
      json_object_unref (name);
      return NULL;
    }
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, name);
  return node;
}

/* What was accepted once is no suggestion any more. */
static void
write_name (PanahEditor *self,
            JsonNode    *value)
{
  JsonObject *name = value != NULL ? json_node_get_object (value) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      JsonObject *script = name != NULL && json_object_has_member (name, scripts[i])
                             ? json_object_get_object_member (name, scripts[i])
                             : NULL;
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        panah_editor_set_text (self, i * G_N_ELEMENTS (parts) + j,
                               script != NULL ? json_object_get_string_member_with_default (script, parts[j], NULL)
                                              : NULL);
    }
  panah_editor_set_text (self, NATIVE,
                         name != NULL ? json_object_get_string_member_with_default (name, "native", NULL) : NULL);
  panah_editor_set_active (self, CONFIRMED, TRUE);
}

const PanahEditorKind panah_name_editor = { create_name, read_name, write_name, NULL, NULL };
