/* name-editor.c - a name: in the form's script, in the passport's, in one's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/a11y.h"
#include "ui/editor.h"

#include <glib/gi18n.h>

/* No part is obligatory but one: many people have a single name, and none is ever invented for them. */
static const char *const scripts[] = { "cyrillic", "latin" };
static const char *const parts[] = { "surname", "given", "patronymic" };

enum
{
  NATIVE = G_N_ELEMENTS (scripts) * G_N_ELEMENTS (parts),
};

static void
create_name (PanahEditor *self)
{
  const char *script_labels[] = { _("In Cyrillic letters, as on the form"), _("In Latin letters, as in a passport") };
  const char *part_labels[] = { _("Surname, if you have one"), _("Name"), _("Patronymic, if you have one") };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

      gtk_widget_add_css_class (group, "group");
      gtk_box_append (GTK_BOX (group), panah_label_new (script_labels[i], "heading"));
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          GtkWidget *entry = panah_editor_add_entry (self, group, part_labels[j], 0);
          g_autofree char *name = g_strdup_printf ("%s: %s: %s", self->name, script_labels[i], part_labels[j]);
          panah_a11y_set_name (entry, name);
        }
      gtk_box_append (GTK_BOX (self->box), group);
    }
  panah_editor_add_entry (self, self->box, _("In your own script"), 0);
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
}

const PanahEditorKind panah_name_editor = { create_name, read_name, write_name, NULL, NULL };
