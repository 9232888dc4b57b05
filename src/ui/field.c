/* field.c - one question: words, input, what is not known, and what is wrong with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/field.h"

#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/draft.h"
#include "ui/editor.h"
#include "ui/page.h"

#include <glib/gi18n.h>

struct _PanahField
{
  GtkWidget            parent_instance;

  /* Template children */
  GtkLabel            *label;
  GtkLabel            *help;
  GtkBox              *input;
  GtkCheckButton      *unknown;
  GtkCheckButton      *none;
  GtkLabel            *error;

  /* Owned */
  PanahSession        *session;
  PanahEditor         *editor;
  char                *path;
  JsonNode            *written; /* (nullable): the answer as it was put here */
  JsonNode            *shown;   /* (nullable): what can be read from it here, untouched */
  JsonNode            *clean;   /* (nullable): what stood in the widgets then */
  gboolean             dense;   /* one of many */

  /* Borrowed from the session's pack */
  const PanahFactSpec *spec;
};

G_DEFINE_FINAL_TYPE (PanahField, panah_field, GTK_TYPE_WIDGET)

static void
update_sensitive (PanahField *self)
{
  gboolean free = !gtk_check_button_get_active (self->unknown) && !gtk_check_button_get_active (self->none);

  gtk_widget_set_sensitive (GTK_WIDGET (self->input), free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->unknown), !gtk_check_button_get_active (self->none));
  gtk_widget_set_sensitive (GTK_WIDGET (self->none), !gtk_check_button_get_active (self->unknown));
}

static void
panah_field_dispose (GObject *object)
{
  PanahField *self = PANAH_FIELD (object);
  GtkWidget *child;

  if (self->editor != NULL)
    panah_field_set_error (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->editor, panah_editor_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->written, json_node_unref);
  g_clear_pointer (&self->shown, json_node_unref);
  g_clear_pointer (&self->clean, json_node_unref);

  G_OBJECT_CLASS (panah_field_parent_class)->dispose (object);
}

static void
panah_field_class_init (PanahFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = panah_field_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/panah/Panah/field.ui");
  gtk_widget_class_bind_template_child (widget_class, PanahField, label);
  gtk_widget_class_bind_template_child (widget_class, PanahField, help);
  gtk_widget_class_bind_template_child (widget_class, PanahField, input);
  gtk_widget_class_bind_template_child (widget_class, PanahField, unknown);
  gtk_widget_class_bind_template_child (widget_class, PanahField, none);
  gtk_widget_class_bind_template_child (widget_class, PanahField, error);
  gtk_widget_class_bind_template_callback (widget_class, update_sensitive);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
panah_field_init (PanahField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  panah_label_set_up (self->label);
  panah_label_set_up (self->help);
  panah_label_set_up (self->error);
}

/**
 * panah_field_set_error:
 * @self: a field
 * @error: (nullable): what to do about what stands there
 */
void
panah_field_set_error (PanahField *self,
                       const char *error)
{
  gtk_label_set_text (self->error, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  for (guint i = 0; i < self->editor->inputs->len; i++)
    panah_a11y_set_error (self->editor->inputs->pdata[i], error, GTK_WIDGET (self->error));
}

static void
name_check (GtkCheckButton *check,
            const char     *name)
{
  g_autofree char *full = g_strdup_printf ("%s: %s", name, gtk_check_button_get_label (check));

  panah_a11y_set_name (GTK_WIDGET (check), full);
}

/**
 * panah_field_new:
 * @session: the session
 * @spec: what is asked; not a list
 * @path: where the answer belongs, `family[2].birth_date`
 * @show_label: %FALSE if the page's heading asks already
 *
 * Shows what was typed and not accepted, if the session keeps anything of that, else the answer.
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
panah_field_new (PanahSession        *session,
                 const PanahFactSpec *spec,
                 const char          *path,
                 gboolean             show_label)
{
  PanahField *self = g_object_new (PANAH_TYPE_FIELD, NULL);
  const char *label = panah_both_get_first (session, spec->label);

  self->session = g_object_ref (session);
  self->spec = spec;
  self->path = g_strdup (path);
  self->editor = panah_editor_new (session, spec, label);
  gtk_box_append (self->input, self->editor->box);
  panah_both_set (self->label, session, spec->label);
  gtk_widget_set_visible (GTK_WIDGET (self->label), show_label);
  panah_both_set (self->help, session, spec->help != NULL ? spec->help : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help), spec->help != NULL);
  panah_a11y_set_name (GTK_WIDGET (self), label);
  panah_a11y_set_description (GTK_WIDGET (self), spec->help != NULL ? gtk_label_get_text (self->help) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown), !self->editor->kind->holds_unknown);
  gtk_widget_set_visible (GTK_WIDGET (self->none), spec->none_allowed);
  name_check (self->unknown, label);
  name_check (self->none, label);
  panah_both_set_button (GTK_WIDGET (self->unknown), session, N_("I don’t know"));
  panah_both_set_button (GTK_WIDGET (self->none), session, N_("There is none"));

  return GTK_WIDGET (self);
}

const char *
panah_field_get_path (PanahField *self)
{
  return self->path;
}

const char *
panah_field_get_name (PanahField *self)
{
  return self->editor->name;
}

/* Returns: (nullable): what to do about what stands there */
const char *
panah_field_get_error (PanahField *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->error)) ? gtk_label_get_text (self->error) : NULL;
}

static JsonNode *
read_json (PanahField *self,
           char      **out_error)
{
  if (gtk_check_button_get_active (self->unknown))
    return json_node_init_null (json_node_alloc ());
  if (gtk_check_button_get_active (self->none))
    return json_node_init_string (json_node_alloc (), "none");
  return self->editor->kind->read (self->editor, out_error);
}

/* An entry holds 65,535 letters, and a choice only codes it knows: an answer from a file may be more. Nobody loses a
 * part of it by looking at the page. */
static gboolean
is_untouched (PanahField *self,
              JsonNode   *json)
{
  if (self->written == NULL || json == NULL || self->shown == NULL)
    return self->written != NULL && json == self->shown;
  return json_node_equal (json, self->shown);
}

/**
 * panah_field_read:
 * @self: a field
 * @out_value: (out) (nullable) (transfer full): the answer; %NULL = not answered
 *
 * Returns: %FALSE if what stands there cannot be an answer; the field says why
 */
gboolean
panah_field_read (PanahField  *self,
                  PanahValue **out_value)
{
  g_autofree char *message = NULL;
  g_autoptr (JsonNode) json = read_json (self, &message);
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  JsonNode *answer = is_untouched (self, json) ? self->written : json;

  *out_value = NULL;
  if (message == NULL && answer != NULL)
    {
      *out_value = panah_value_new_from_json (self->spec, self->path, answer, strange, &error);
      if (*out_value == NULL)
        message = g_strdup (_("This cannot be kept as it is. Please write it in another way."));
    }
  panah_field_set_error (self, message);
  return message == NULL;
}

static JsonNode *
dump (PanahField *self)
{
  return panah_draft_new (panah_editor_dump (self->editor), gtk_check_button_get_active (self->unknown),
                          gtk_check_button_get_active (self->none));
}

/**
 * panah_field_write:
 * @self: a field
 * @value: (nullable): the answer
 *
 * What the session keeps of unfinished typing goes before @value. Of an answer that nobody touches, panah_field_read()
 * gives back everything, also what cannot be shown here.
 */
void
panah_field_write (PanahField       *self,
                   const PanahValue *value)
{
  PanahAnswer answer = panah_value_get_answer (value);
  gboolean in_editor = answer == PANAH_ANSWER_GIVEN || (answer == PANAH_ANSWER_UNKNOWN && self->editor->kind->holds_unknown);
  g_autoptr (JsonNode) json = in_editor ? panah_value_to_json (value) : NULL;
  g_autofree char *ignored = NULL;
  JsonNode *draft = panah_session_get_draft (self->session, self->path);

  self->editor->kind->write (self->editor, json);
  gtk_check_button_set_active (self->unknown, answer == PANAH_ANSWER_UNKNOWN && !in_editor);
  gtk_check_button_set_active (self->none, answer == PANAH_ANSWER_NONE);
  g_clear_pointer (&self->shown, json_node_unref);
  g_clear_pointer (&self->written, json_node_unref);
  if (json != NULL)
    {
      self->shown = read_json (self, &ignored);
      self->written = g_steal_pointer (&json);
    }
  g_clear_pointer (&self->clean, json_node_unref);
  self->clean = dump (self);
  if (draft != NULL && panah_draft_fits (draft, self->spec))
    {
      panah_editor_restore (self->editor, panah_draft_get_input (draft));
      gtk_check_button_set_active (self->unknown, panah_draft_is_unknown (draft));
      gtk_check_button_set_active (self->none, panah_draft_is_none (draft));
    }
}

/* Keeps in the session what stands here, finished or not, for when the page is built anew. Among many questions only
 * what was touched: else a look at all of them would keep them all. */
void
panah_field_keep (PanahField *self)
{
  g_autoptr (JsonNode) now = dump (self);
  gboolean untouched = self->dense && self->clean != NULL && json_node_equal (now, self->clean);

  panah_session_set_draft (self->session, self->path, untouched ? NULL : g_steal_pointer (&now));
}

/* Whoever has just read @said above it need not read it again; what is spoken of the question stays. @said: (nullable) */
void
panah_field_leave_out (PanahField *self,
                       const char *said)
{
  if (g_strcmp0 (self->spec->help, said) == 0)
    gtk_widget_set_visible (GTK_WIDGET (self->help), FALSE);
}

/* Among many questions: no more room and no more words than each needs. */
void
panah_field_set_dense (PanahField *self)
{
  self->dense = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->help), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dense");
}

/* Also where what it stands in is folded away; what holds the page stays as it is, for it may be covered. */
void
panah_field_focus (PanahField *self)
{
  for (GtkWidget *at = GTK_WIDGET (self); at != NULL && !PANAH_IS_PAGE (at); at = gtk_widget_get_parent (at))
    gtk_widget_set_visible (at, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->input), GTK_DIR_TAB_FORWARD);
}
