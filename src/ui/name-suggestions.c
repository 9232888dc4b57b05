/* name-suggestions.c - how a name in a passport may be written on the form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/name-suggestions.h"

#include "core/transliterate.h"
#include "paper/text.h"
#include "ui/a11y.h"
#include "ui/both.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PanahNameSuggestions
{
  GtkWidget    parent_instance;

  /* Children */
  GtkWidget   *offer;
  GtkWidget   *buttons;
  GtkWidget   *notice;
  GtkWidget   *check;

  /* Owned */
  char        *name;
  char        *country; /* (nullable) */

  /* Borrowed: entries of the same field */
  GtkEditable *latin[PANAH_N_NAME_PARTS];
  GtkEditable *cyrillic[PANAH_N_NAME_PARTS];
};

G_DEFINE_FINAL_TYPE (PanahNameSuggestions, panah_name_suggestions, GTK_TYPE_WIDGET)

static const char confirm[] = N_("This is how it is written in my papers");

static char *
get_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static gboolean
is_empty (GtkEditable *entry)
{
  g_autofree char *text = get_text (entry);

  return *text == '\0';
}

/* Which parts a suggestion would fill: spellings are never overwritten. */
static gboolean
is_wanted (PanahNameSuggestions *self,
           guint                 part)
{
  return self->latin[part] != NULL && !is_empty (self->latin[part]) && is_empty (self->cyrillic[part]);
}

/* Every part's spellings, the likeliest first; none of a part that is not wanted. */
static void
find_spellings (PanahNameSuggestions *self,
                GStrv                 spellings[PANAH_N_NAME_PARTS])
{
  for (guint i = 0; i < PANAH_N_NAME_PARTS; i++)
    {
      g_autofree char *latin = is_wanted (self, i) ? get_text (self->latin[i]) : g_strdup ("");
      spellings[i] = panah_transliterate (latin, self->country);
    }
}

/* The @nth spelling of every part; a part that has fewer keeps its last one.
 * Returns: (transfer full) (nullable): %NULL if there is no nth */
static char **
make_suggestion (GStrv spellings[PANAH_N_NAME_PARTS],
                 guint nth)
{
  g_auto (GStrv) suggestion = g_new0 (char *, PANAH_N_NAME_PARTS + 1);
  gboolean is_new = FALSE;

  for (guint i = 0; i < PANAH_N_NAME_PARTS; i++)
    {
      guint n = g_strv_length (spellings[i]);
      is_new = is_new || nth < n;
      suggestion[i] = g_strdup (n > 0 ? spellings[i][MIN (nth, n - 1)] : "");
    }
  return is_new ? g_steal_pointer (&suggestion) : NULL;
}

static char *
join (char **suggestion)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < PANAH_N_NAME_PARTS; i++)
    {
      if (*suggestion[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", suggestion[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
press_cb (GtkButton            *button,
          PanahNameSuggestions *self)
{
  g_auto (GStrv) suggestion = g_strdupv (g_object_get_data (G_OBJECT (button), "suggestion"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), FALSE);
  /* the button goes as soon as there is nothing more to suggest */
  gtk_widget_grab_focus (self->check);
  for (guint i = 0; i < PANAH_N_NAME_PARTS; i++)
    {
      if (*suggestion[i] != '\0' && is_empty (self->cyrillic[i]))
        gtk_editable_set_text (self->cyrillic[i], suggestion[i]);
    }
}

static void
add_button (PanahNameSuggestions *self,
            char                **suggestion)
{
  g_autofree char *text = join (suggestion);
  g_autofree char *isolated = panah_text_isolate (text, PANAH_ISOLATE_LTR);
  GtkWidget *button = panah_button_new (isolated, NULL, NULL);
  /* TRANSLATORS: %s is a name in Cyrillic letters */
  g_autofree char *use = g_strdup_printf (_("Use the suggestion %s"), isolated);
  g_autofree char *name = g_strdup_printf ("%s: %s", self->name, use);

  panah_a11y_set_name (button, name);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "suggestion", g_strdupv (suggestion), (GDestroyNotify) g_strfreev);
  g_signal_connect (button, "clicked", G_CALLBACK (press_cb), self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static gboolean
has_button (PanahNameSuggestions *self,
            char                **suggestion)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->buttons); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_strv_equal (g_object_get_data (G_OBJECT (child), "suggestion"), (const char *const *) suggestion))
        return TRUE;
    }
  return FALSE;
}

/* Where there is nothing to say it takes no room. */
static void
update_visible (PanahNameSuggestions *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->offer) || gtk_widget_get_visible (self->notice));
}

static void
update (PanahNameSuggestions *self)
{
  GStrv spellings[PANAH_N_NAME_PARTS];
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), child);
  find_spellings (self, spellings);
  for (guint i = 0; i < PANAH_TRANSLITERATE_MAX; i++)
    {
      g_auto (GStrv) suggestion = make_suggestion (spellings, i);
      if (suggestion != NULL && !has_button (self, suggestion))
        add_button (self, suggestion);
    }
  for (guint i = 0; i < PANAH_N_NAME_PARTS; i++)
    g_strfreev (spellings[i]);
  gtk_widget_set_visible (self->offer, gtk_widget_get_first_child (self->buttons) != NULL);
  update_visible (self);
}

static void
update_notice (PanahNameSuggestions *self)
{
  gtk_widget_set_visible (self->notice, !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
  update_visible (self);
}

static void
panah_name_suggestions_dispose (GObject *object)
{
  PanahNameSuggestions *self = PANAH_NAME_SUGGESTIONS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->country, g_free);

  G_OBJECT_CLASS (panah_name_suggestions_parent_class)->dispose (object);
}

static void
panah_name_suggestions_class_init (PanahNameSuggestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = panah_name_suggestions_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
panah_name_suggestions_init (PanahNameSuggestions *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->offer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->notice = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->check = panah_check_new (_(confirm));
  gtk_widget_add_css_class (self->notice, "notice");
  gtk_box_append (GTK_BOX (self->offer), self->buttons);
  gtk_box_append (GTK_BOX (self->notice), self->check);
  gtk_widget_set_parent (self->offer, GTK_WIDGET (self));
  gtk_widget_set_parent (self->notice, GTK_WIDGET (self));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), TRUE);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (update_notice), self);
  update_notice (self);
}

/**
 * panah_name_suggestions_new:
 * @session: the session
 * @name: what is asked, in words
 * @country: (nullable): ISO 3166 alpha-2 of the country whose passport it is
 *
 * Buttons that fill the empty parts of a name in Cyrillic letters, and a reminder to compare what they filled in.
 *
 * Returns: (transfer floating): the widget; it shows nothing until panah_name_suggestions_connect()
 */
GtkWidget *
panah_name_suggestions_new (PanahSession *session,
                            const char   *name,
                            const char   *country)
{
  PanahNameSuggestions *self = g_object_new (PANAH_TYPE_NAME_SUGGESTIONS, NULL);
  g_autofree char *full = g_strdup_printf ("%s: %s", name, _(confirm));

  self->name = g_strdup (name);
  self->country = g_strdup (country);
  panah_a11y_set_name (self->check, full);
  panah_both_set_button (self->check, session, confirm);
  gtk_box_prepend (GTK_BOX (self->offer), panah_both_new (session, N_("Suggestions made from the Latin letters:"), "caption-heading"));
  gtk_box_prepend (GTK_BOX (self->notice), panah_both_new (session, N_("A suggestion. It must match the translation of your passport."), NULL));
  update (self);
  return GTK_WIDGET (self);
}

/**
 * panah_name_suggestions_connect:
 * @self: suggestions
 * @part: 0 to 2: surname, name, patronymic
 * @latin: (transfer none): the entry that is read
 * @cyrillic: (transfer none): the entry that is filled; neither may outlive @self
 */
void
panah_name_suggestions_connect (PanahNameSuggestions *self,
                                guint                 part,
                                GtkWidget            *latin,
                                GtkWidget            *cyrillic)
{
  g_return_if_fail (part < PANAH_N_NAME_PARTS);

  self->latin[part] = GTK_EDITABLE (latin);
  self->cyrillic[part] = GTK_EDITABLE (cyrillic);
  g_signal_connect_object (latin, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cyrillic, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/* Returns: (transfer none): ticked unless a suggestion was taken and not compared yet */
GtkWidget *
panah_name_suggestions_get_check (PanahNameSuggestions *self)
{
  return self->check;
}
