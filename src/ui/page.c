/* page.c - what every page has: a heading, errors, content, what to do next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/page.h"

#include "ui/a11y.h"
#include "ui/both.h"

#include <glib/gi18n.h>

struct _PanahPage
{
  GtkWidget     parent_instance;

  /* Template children */
  GtkLabel     *unverified;
  GtkBox       *summary;
  GtkLabel     *heading;
  GtkLabel     *help;
  GtkBox       *content;
  GtkBox       *actions;

  /* Owned */
  PanahSession     *session;
  GPtrArray        *fields; /* of PanahField, borrowed */
  GtkLayoutManager *layout; /* (nullable): while it waits for its first frame */

  /* Borrowed */
  GtkWidget        *first;  /* (nullable): on the page */
};

G_DEFINE_FINAL_TYPE (PanahPage, panah_page, GTK_TYPE_WIDGET)

static void
panah_page_dispose (GObject *object)
{
  PanahPage *self = PANAH_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (panah_page_parent_class)->dispose (object);
}

static void
lay_out (PanahPage *self)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (self)), self);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), g_steal_pointer (&self->layout));
}

/* Until everything on it has its style, in its first frame, the page takes no room. Under X11 the window is measured
 * earlier in that frame and then once more, and to lay out words is most of the time that a page takes. */
static void
panah_page_realize (GtkWidget *widget)
{
  PanahPage *self = PANAH_PAGE (widget);

  GTK_WIDGET_CLASS (panah_page_parent_class)->realize (widget);
  self->layout = g_object_ref (gtk_widget_get_layout_manager (widget));
  gtk_widget_set_layout_manager (widget, NULL);

  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  g_signal_connect_object (clock, "update", G_CALLBACK (lay_out), self, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_UPDATE);
}

static void
panah_page_unrealize (GtkWidget *widget)
{
  PanahPage *self = PANAH_PAGE (widget);

  if (self->layout != NULL)
    lay_out (self);

  GTK_WIDGET_CLASS (panah_page_parent_class)->unrealize (widget);
}

static void
panah_page_class_init (PanahPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = panah_page_dispose;
  widget_class->realize = panah_page_realize;
  widget_class->unrealize = panah_page_unrealize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/panah/Panah/page.ui");
  gtk_widget_class_bind_template_child (widget_class, PanahPage, unverified);
  gtk_widget_class_bind_template_child (widget_class, PanahPage, summary);
  gtk_widget_class_bind_template_child (widget_class, PanahPage, heading);
  gtk_widget_class_bind_template_child (widget_class, PanahPage, help);
  gtk_widget_class_bind_template_child (widget_class, PanahPage, content);
  gtk_widget_class_bind_template_child (widget_class, PanahPage, actions);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
panah_page_init (PanahPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  panah_label_set_up (self->unverified);
  panah_label_set_up (self->heading);
  panah_label_set_up (self->help);
  self->fields = g_ptr_array_new ();
  panah_a11y_set_name (GTK_WIDGET (self->summary), _("What has to be mended"));
}

/* Whoever comes to the page hears where they are before they hear what has the focus. */
static void
set_heading (PanahPage  *self,
             const char *heading)
{
  gtk_label_set_text (self->heading, heading);
  panah_a11y_set_name (GTK_WIDGET (self), heading);
}

/* @help: (nullable) */
GtkWidget *
panah_page_new (PanahSession *session,
                const char   *heading,
                const char   *help)
{
  PanahPage *self = g_object_new (PANAH_TYPE_PAGE, NULL);

  self->session = g_object_ref (session);
  set_heading (self, heading);
  gtk_label_set_text (self->help, help != NULL ? help : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help), help != NULL);
  gtk_label_set_text (self->unverified, _("These rules did not come with this program, and nobody has signed them. Check every date and paper with a lawyer."));
  gtk_widget_set_visible (GTK_WIDGET (self->unverified), panah_pack_is_unverified (panah_session_get_pack (session)));

  return GTK_WIDGET (self);
}

PanahSession *
panah_page_get_session (PanahPage *self)
{
  return self->session;
}

const char *
panah_page_get_heading (PanahPage *self)
{
  return gtk_label_get_text (self->heading);
}

/* What the pack asks here, in English, is shown in as many languages as are wished. @help: (nullable) */
void
panah_page_set_question (PanahPage  *self,
                         const char *label,
                         const char *help)
{
  panah_both_set (self->heading, self->session, label);
  panah_a11y_set_name (GTK_WIDGET (self), panah_page_get_heading (self));
  if (help != NULL)
    panah_both_set (self->help, self->session, help);
}

/* For what is looked at rather than read: as wide as the window, and no more around it than there has to be. */
void
panah_page_set_wide (PanahPage *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "wide");
  gtk_box_set_spacing (self->content, 8);
}

/* Much on one page, with less room around each thing. */
void
panah_page_set_dense (PanahPage *self)
{
  gtk_box_set_spacing (self->content, 8);
}

gboolean
panah_page_is_wide (PanahPage *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), "wide");
}

/* Where a page has its questions. */
GtkWidget *
panah_page_get_content (PanahPage *self)
{
  return GTK_WIDGET (self->content);
}

void
panah_page_add (PanahPage *self,
                GtkWidget *widget)
{
  gtk_box_append (self->content, widget);
}

void
panah_page_add_text (PanahPage  *self,
                     const char *text,
                     const char *css_class)
{
  panah_page_add (self, panah_label_new (text, css_class));
}

/* What belongs under a heading stands closer to it and to each other than to what is above.
 *
 * Returns: (transfer none): a box from top to bottom, on the page */
GtkWidget *
panah_page_add_part (PanahPage  *self,
                     const char *heading)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (part), panah_label_new (heading, "title-3"));
  panah_page_add (self, part);
  return part;
}

/* The first one is what most people want. */
GtkWidget *
panah_page_add_action (PanahPage  *self,
                       const char *label,
                       const char *action,
                       const char *target)
{
  GtkWidget *button = panah_button_new (label, action, target);

  if (gtk_widget_get_first_child (GTK_WIDGET (self->actions)) == NULL)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (self->actions, button);
  gtk_widget_set_visible (GTK_WIDGET (self->actions), TRUE);
  return button;
}

/* @box: where on the page it stands */
void
panah_page_add_field (PanahPage  *self,
                      GtkWidget  *box,
                      PanahField *field)
{
  g_ptr_array_add (self->fields, field);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (field));
}

/* Returns: (transfer none) (element-type PanahField) */
GPtrArray *
panah_page_get_fields (PanahPage *self)
{
  return self->fields;
}

static void
jump_cb (GtkButton  *button,
         PanahField *field)
{
  panah_field_focus (field);
}

/* Sums up what the fields say is wrong with them. */
static gboolean
sum_up (PanahPage *self)
{
  GtkWidget *child;
  guint n_errors = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->summary))) != NULL)
    gtk_box_remove (self->summary, child);
  gtk_box_append (self->summary, panah_label_new (_("Something has to be mended before you go on:"), "heading"));

  for (guint i = 0; i < self->fields->len; i++)
    {
      PanahField *field = self->fields->pdata[i];

      if (panah_field_get_error (field) == NULL)
        continue;
      g_autofree char *line = g_strdup_printf ("%s: %s", panah_field_get_name (field), panah_field_get_error (field));
      GtkWidget *button = panah_button_new (line, NULL, NULL);
      gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), GTK_JUSTIFY_LEFT);
      gtk_widget_add_css_class (button, "flat");
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
      gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), GTK_JUSTIFY_LEFT);
      g_signal_connect_object (button, "clicked", G_CALLBACK (jump_cb), field, 0);
      gtk_box_append (self->summary, button);
      n_errors++;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->summary), n_errors > 0);
  if (n_errors > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->summary));
  return n_errors == 0;
}

/**
 * panah_page_check:
 * @self: a page
 *
 * Reads every field. Whatever cannot be an answer is said beside the field and in a summary, which takes the focus.
 *
 * Returns: %TRUE if all is well
 */
gboolean
panah_page_check (PanahPage *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      g_autoptr (PanahValue) value = NULL;
      panah_field_read (self->fields->pdata[i], &value);
    }
  return sum_up (self);
}

/**
 * panah_page_refuse:
 * @self: a page
 * @field: one of its fields
 * @message: what the person can do about it
 *
 * Says of a field that can be read why the page cannot go on with it, as panah_page_check() does.
 */
void
panah_page_refuse (PanahPage  *self,
                   PanahField *field,
                   const char *message)
{
  panah_field_set_error (field, message);
  sum_up (self);
}

/* Keeps what was typed, finished or not. */
void
panah_page_keep (PanahPage *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    panah_field_keep (self->fields->pdata[i]);
}

/* Turned off, GTK forgets what it could bring back; a passphrase never had it on. */
static void
forget_undo (GtkWidget *widget)
{
  if (GTK_IS_TEXT (widget) && gtk_editable_get_enable_undo (GTK_EDITABLE (widget)))
    {
      gtk_editable_set_enable_undo (GTK_EDITABLE (widget), FALSE);
      gtk_editable_set_enable_undo (GTK_EDITABLE (widget), TRUE);
    }
  else if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      gtk_text_buffer_set_enable_undo (buffer, FALSE);
      gtk_text_buffer_set_enable_undo (buffer, TRUE);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    forget_undo (child);
}

/* Words that somebody has deleted cannot be brought back any more. */
void
panah_page_forget_undo (PanahPage *self)
{
  forget_undo (GTK_WIDGET (self));
}

/* @widget: (transfer none): on the page, for as long as the page is there; one begins there and not at the first question */
void
panah_page_set_first (PanahPage *self,
                      GtkWidget *widget)
{
  self->first = widget;
}

/* Where a person begins: what has just happened, the first question, or the first thing to press. */
void
panah_page_focus (PanahPage *self)
{
  if (self->first != NULL)
    gtk_widget_grab_focus (self->first);
  else if (self->fields->len > 0)
    panah_field_focus (self->fields->pdata[0]);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
