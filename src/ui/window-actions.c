/* window-actions.c - what can be done in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window-private.h"

#include "ui/error-text.h"
#include "ui/language-menu.h"
#include "ui/language.h"
#include "ui/leave.h"
#include "ui/list.h"
#include "ui/pages.h"

#include <string.h>

#define DPI_STEP (96 * 1024 / 4)
#define DPI_MIN  (96 * 1024)
#define DPI_MAX  (96 * 1024 * 2)

/* Who goes elsewhere of their own accord is not sent back to where a change began; an entry is part of the change. */
static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);
  const char *place = g_variant_get_string (parameter, NULL);

  if (!g_str_has_prefix (place, "entry:"))
    g_clear_pointer (&self->change_from, g_free);
  panah_window_go (self, place);
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);

  g_free (self->change_from);
  self->change_from = g_strdup (self->place);
  panah_window_go (self, g_variant_get_string (parameter, NULL));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);

  if (self->history->len == 0 || self->n_holds > 0)
    return;
  panah_window_keep_typing (self);
  g_autofree char *place = g_ptr_array_steal_index (self->history, self->history->len - 1);
  if (g_strcmp0 (place, self->change_from) == 0)
    g_clear_pointer (&self->change_from, g_free);
  panah_window_set_place (self, place, FALSE);
}

/* A change that began on a page of answers ends there, unless an entry or an interruption comes first. */
static void
go_on (PanahWindow *self,
       const char  *next)
{
  g_autofree char *from = NULL;

  if (self->change_from != NULL && !g_str_has_prefix (next, "adult:") && !g_str_has_prefix (next, "age:") &&
      !g_str_has_prefix (self->place, "entry:"))
    from = g_steal_pointer (&self->change_from);
  panah_window_set_place (self, from != NULL ? from : next, TRUE);
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);
  g_autofree char *next = NULL;

  if (panah_place_accept (self->session, panah_window_get_page (self), self->place, &next))
    go_on (self, next);
}

static void
skip_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);
  GPtrArray *fields = panah_page_get_fields (panah_window_get_page (self));
  g_autofree char *next = panah_place_after (self->session, self->place);

  for (guint i = 0; i < fields->len; i++)
    panah_session_set_draft (self->session, panah_field_get_path (fields->pdata[i]), NULL);
  go_on (self, next);
}

static gboolean
rebuild_cb (gpointer data)
{
  PanahWindow *self = data;

  self->rebuild_id = 0;
  panah_window_show_again (self);
  return G_SOURCE_REMOVE;
}

/* Not at once, because the button that was pressed is on the page that goes; but before anything else happens to that page. */
static void
queue_rebuild (PanahWindow *self)
{
  if (self->rebuild_id == 0)
    self->rebuild_id = g_idle_add_full (G_PRIORITY_HIGH, rebuild_cb, self, NULL);
}

/* Keeps what was typed, and shows the page anew. */
void
panah_window_rebuild (PanahWindow *self)
{
  panah_window_keep_typing (self);
  queue_rebuild (self);
}

static void
close_languages (PanahWindow *self)
{
  if (self->languages != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->languages));
}

static void
set_language_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);
  const char *code = panah_language_find (g_variant_get_string (parameter, NULL))->code;

  close_languages (self);
  panah_window_keep_typing (self);
  panah_language_use (code);
  panah_session_set_language (self->session, code);
  queue_rebuild (self);
}

static void
set_second_language_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);
  const char *code = g_variant_get_string (parameter, NULL);

  close_languages (self);
  panah_window_keep_typing (self);
  panah_session_set_second_language (self->session, *code != '\0' ? panah_language_find (code)->code : NULL);
  queue_rebuild (self);
}

/* Made anew each time, because its words are in the language that was chosen last. */
static void
choose_language_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);

  g_clear_pointer (&self->languages, gtk_widget_unparent);
  self->languages = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->languages), panah_language_menu_new (self->session));
  gtk_widget_set_size_request (self->languages, gtk_widget_get_width (widget) * 7 / 10, -1);
  gtk_widget_set_parent (self->languages, GTK_WIDGET (self->language));
  gtk_popover_popup (GTK_POPOVER (self->languages));
}

static void
change_text_size (int step)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  if (dpi <= 0)
    dpi = DPI_MIN;
  g_object_set (settings, "gtk-xft-dpi", CLAMP (dpi + step, DPI_MIN, DPI_MAX), NULL);
}

static void
text_size_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  change_text_size (strcmp (name, "win.text-larger") == 0 ? DPI_STEP : -DPI_STEP);
}

static gboolean
parse_target (GVariant *parameter,
              char    **out_list,
              guint    *out_index)
{
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), ":", 2);
  guint64 index;

  if (parts[0] == NULL || parts[1] == NULL || !g_ascii_string_to_unsigned (parts[1], 10, 0, 100000, &index, NULL))
    return FALSE;
  *out_list = g_strdup (parts[0]);
  *out_index = index;
  return TRUE;
}

static void
remove_entry_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);
  g_autofree char *list = NULL;
  guint index;

  if (!parse_target (parameter, &list, &index))
    return;
  panah_list_remove_entry (self->session, list, index);
  self->begins_anew = TRUE;
  panah_window_rebuild (self);
}

static void
bring_back_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);

  panah_list_bring_back (self->session);
  self->begins_anew = TRUE;
  panah_window_rebuild (self);
}

static void
answer_none_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);

  panah_list_set_none (self->session, g_variant_get_string (parameter, NULL));
  g_autofree char *next = panah_place_after (self->session, self->place);
  go_on (self, next);
}

static void
start_person_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);
  g_autofree char *list = NULL;
  guint index;

  if (!parse_target (parameter, &list, &index))
    return;
  panah_list_start_case (self->session, list, index);
  g_clear_pointer (&self->change_from, g_free);
  g_ptr_array_set_size (self->history, 0);
  panah_window_set_place (self, "tasks", FALSE);
}

static void
person_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);
  guint64 index;

  if (!g_ascii_string_to_unsigned (g_variant_get_string (parameter, NULL), 10, 0,
                                   panah_session_get_n_cases (self->session) - 1, &index, NULL))
    return;
  panah_session_set_current (self->session, index);
  panah_window_rebuild (self);
}

static void
set_country_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);

  panah_session_set_pack (self->session, g_variant_get_string (parameter, NULL));
  panah_window_go (self, "journey");
}

static void
set_journey_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);

  panah_session_set_journey (self->session, g_variant_get_string (parameter, NULL));
  panah_window_go (self, self->taught ? "tasks" : PANAH_SAFETY);
  self->taught = TRUE;
}

static void
cover_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  panah_presence_set_covered (PANAH_WINDOW (widget)->presence, strcmp (name, "win.cover") == 0);
}

/* Answers that crash the program on their own page are shown on another one. */
static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *place = panah_keeper_restore (self->keeper, &error);

  if (place == NULL)
    {
      panah_page_add_text (panah_window_get_page (self), panah_error_to_sentence (error), "field-error");
      return;
    }
  self->taught = TRUE;
  panah_language_use (panah_session_get_language (self->session));
  panah_window_set_place (self, self->start == PANAH_START_CRASHED ? place : "tasks", FALSE);
}

/* The page waits while a dialog of its own is open; what stands above it does not. */
static void
hold_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PanahWindow *self = PANAH_WINDOW (widget);

  self->n_holds += g_variant_get_boolean (parameter) ? 1 : -1;
  /* else a field would believe that one still types in it */
  if (self->n_holds > 0)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scroller), self->n_holds == 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back), self->n_holds == 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->language), self->n_holds == 0);
}

static void
leave_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  panah_leave ();
}

void
panah_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.go", "s", go_action);
  gtk_widget_class_install_action (widget_class, "win.change", "s", change_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "win.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "win.set-language", "s", set_language_action);
  gtk_widget_class_install_action (widget_class, "win.set-second-language", "s", set_second_language_action);
  gtk_widget_class_install_action (widget_class, "win.choose-language", NULL, choose_language_action);
  gtk_widget_class_install_action (widget_class, "win.text-larger", NULL, text_size_action);
  gtk_widget_class_install_action (widget_class, "win.text-smaller", NULL, text_size_action);
  gtk_widget_class_install_action (widget_class, "win.remove-entry", "s", remove_entry_action);
  gtk_widget_class_install_action (widget_class, "win.bring-back", NULL, bring_back_action);
  gtk_widget_class_install_action (widget_class, "win.answer-none", "s", answer_none_action);
  gtk_widget_class_install_action (widget_class, "win.start-person", "s", start_person_action);
  gtk_widget_class_install_action (widget_class, "win.person", "s", person_action);
  gtk_widget_class_install_action (widget_class, "win.set-country", "s", set_country_action);
  gtk_widget_class_install_action (widget_class, "win.set-journey", "s", set_journey_action);
  gtk_widget_class_install_action (widget_class, "win.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "win.cover", NULL, cover_action);
  gtk_widget_class_install_action (widget_class, "win.uncover", NULL, cover_action);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "win.hold", "b", hold_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
}
