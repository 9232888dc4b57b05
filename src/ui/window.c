/* window.c - the window: one place at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Language, text size, Back and Leave stand on every page. A page is built from the session whenever it is shown, so
 * that switching the language is building it anew; what was typed and not accepted is kept by the session. */

#include "ui/window.h"

#include "core/date.h"
#include "paper/words.h"
#include "ui/a11y.h"
#include "ui/language.h"
#include "ui/leave.h"
#include "ui/list.h"
#include "ui/pages.h"

#include <glib/gi18n.h>
#include <string.h>

#define DPI_STEP (96 * 1024 / 4)
#define DPI_MIN  (96 * 1024)
#define DPI_MAX  (96 * 1024 * 2)

/* What one reads is not wider than this; what one looks at may be. */
#define READING_WIDTH    720
#define TIGHTENING_WIDTH 640
#define LOOKING_WIDTH    100000

struct _PanahWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  GtkButton           *back;
  GtkButton           *leave;
  GtkButton           *larger;
  GtkButton           *smaller;
  GtkButton           *language;
  GtkLabel            *as_of;
  GtkScrolledWindow   *scroller;
  AdwClamp            *clamp;

  /* Owned */
  PanahSession        *session;
  GPtrArray           *history; /* of places, oldest first */
  char                *place;
  char                *change_from; /* (nullable): where to return to after a change */
  guint                rebuild_id;
  guint                n_escapes;
};

G_DEFINE_FINAL_TYPE (PanahWindow, panah_window, ADW_TYPE_APPLICATION_WINDOW)

PanahPage *
panah_window_get_page (PanahWindow *self)
{
  return PANAH_PAGE (adw_clamp_get_child (self->clamp));
}

const char *
panah_window_get_place (PanahWindow *self)
{
  return self->place;
}

static const char *
next_language (PanahWindow *self)
{
  guint n;
  const PanahLanguage *languages = panah_language_list (&n);

  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (languages[i].code, panah_session_get_language (self->session)) == 0)
        return languages[(i + 1) % n].code;
    }
  return languages[0].code;
}

static void
set_button (GtkButton  *button,
            const char *label,
            const char *name)
{
  gtk_button_set_label (button, label);
  panah_a11y_set_name (GTK_WIDGET (button), name);
}

/* Everything on the window that is words. */
static void
update_chrome (PanahWindow *self)
{
  const PanahLanguage *other = panah_language_find (next_language (self));
  gint64 now = panah_session_get_now (self->session);
  g_autofree char *day =
    panah_words_format_day (panah_session_get_language (self->session), panah_moment_get_day (now));
  g_autofree char *as_of = g_strdup_printf (_("As of %s"), day);

  gtk_window_set_title (GTK_WINDOW (self), _("Documents"));
  set_button (self->back, _("Back"), _("Back"));
  set_button (self->leave, _("Leave"), _("Leave: close at once, keep nothing"));
  set_button (self->larger, "A+", _("Larger text"));
  set_button (self->smaller, "A−", _("Smaller text"));
  set_button (self->language, other->name, other->name);
  gtk_label_set_text (self->as_of, as_of);
  gtk_widget_set_visible (GTK_WIDGET (self->as_of), panah_session_is_now_fixed (self->session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", self->history->len > 0);
}

/* Whether the focus is on the page, which is about to go, and not on a button of the window. */
static gboolean
is_page_focused (PanahWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self)), *page = adw_clamp_get_child (self->clamp);

  return focus == NULL || page == NULL || focus == page || gtk_widget_is_ancestor (focus, page);
}

static void
show_place (PanahWindow *self)
{
  gboolean take_focus = is_page_focused (self);
  GtkWidget *page = panah_place_build (self->session, self->place);
  int width = panah_page_is_wide (PANAH_PAGE (page)) ? LOOKING_WIDTH : READING_WIDTH;

  adw_clamp_set_child (self->clamp, page);
  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width == READING_WIDTH ? TIGHTENING_WIDTH : width);
  update_chrome (self);
  if (take_focus)
    panah_page_focus (PANAH_PAGE (page));
}

static void
keep_typing (PanahWindow *self)
{
  if (adw_clamp_get_child (self->clamp) != NULL)
    panah_page_keep (panah_window_get_page (self));
}

static void
set_place (PanahWindow *self,
           const char  *place,
           gboolean     remember)
{
  char *old = self->place;

  if (remember && old != NULL && strcmp (old, place) != 0)
    g_ptr_array_add (self->history, g_strdup (old));
  self->place = g_strdup (place);
  g_free (old);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  show_place (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * panah_window_go:
 * @self: the window
 * @place: where to be
 *
 * What was typed on the page that is left is kept until it is accepted or skipped.
 */
void
panah_window_go (PanahWindow *self,
                 const char  *place)
{
  g_autofree char *target = g_strdup (place);

  keep_typing (self);
  set_place (self, target, TRUE);
}

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

  if (self->history->len == 0)
    return;
  keep_typing (self);
  g_autofree char *place = g_ptr_array_steal_index (self->history, self->history->len - 1);
  if (g_strcmp0 (place, self->change_from) == 0)
    g_clear_pointer (&self->change_from, g_free);
  set_place (self, place, FALSE);
}

/* A change that began on a page of answers ends there, unless an entry or an interruption comes first. */
static void
go_on (PanahWindow *self,
       const char  *next)
{
  g_autofree char *from = NULL;

  if (self->change_from != NULL && !g_str_has_prefix (next, "adult:") && !g_str_has_prefix (self->place, "entry:"))
    from = g_steal_pointer (&self->change_from);
  set_place (self, from != NULL ? from : next, TRUE);
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
  show_place (self);
  return G_SOURCE_REMOVE;
}

/* From idle, because the button that was pressed is on the page that goes. */
static void
rebuild (PanahWindow *self)
{
  keep_typing (self);
  if (self->rebuild_id == 0)
    self->rebuild_id = g_idle_add (rebuild_cb, self);
}

static void
use_language (PanahWindow *self,
              const char  *code)
{
  keep_typing (self);
  panah_language_use (code);
  panah_session_set_language (self->session, code);
  if (self->rebuild_id == 0)
    self->rebuild_id = g_idle_add (rebuild_cb, self);
}

static void
set_language_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  use_language (PANAH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
next_language_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  use_language (PANAH_WINDOW (widget), next_language (PANAH_WINDOW (widget)));
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
  rebuild (self);
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
  set_place (self, "tasks", FALSE);
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
  rebuild (self);
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
  panah_window_go (self, "tasks");
}

static void
leave_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  panah_leave ();
}

/* Three times Escape leaves, for when there is no time to aim. */
static gboolean
key_cb (PanahWindow    *self,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  self->n_escapes = key == GDK_KEY_Escape ? self->n_escapes + 1 : 0;
  if (self->n_escapes >= 3)
    panah_leave ();
  return GDK_EVENT_PROPAGATE;
}

static gboolean
panah_window_close_request (GtkWindow *window)
{
  panah_leave ();
  return GDK_EVENT_STOP;
}

static void
panah_window_dispose (GObject *object)
{
  PanahWindow *self = PANAH_WINDOW (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->change_from, g_free);

  G_OBJECT_CLASS (panah_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.go", "s", go_action);
  gtk_widget_class_install_action (widget_class, "win.change", "s", change_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "win.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "win.set-language", "s", set_language_action);
  gtk_widget_class_install_action (widget_class, "win.next-language", NULL, next_language_action);
  gtk_widget_class_install_action (widget_class, "win.text-larger", NULL, text_size_action);
  gtk_widget_class_install_action (widget_class, "win.text-smaller", NULL, text_size_action);
  gtk_widget_class_install_action (widget_class, "win.remove-entry", "s", remove_entry_action);
  gtk_widget_class_install_action (widget_class, "win.answer-none", "s", answer_none_action);
  gtk_widget_class_install_action (widget_class, "win.start-person", "s", start_person_action);
  gtk_widget_class_install_action (widget_class, "win.person", "s", person_action);
  gtk_widget_class_install_action (widget_class, "win.set-country", "s", set_country_action);
  gtk_widget_class_install_action (widget_class, "win.set-journey", "s", set_journey_action);
  gtk_widget_class_install_action (widget_class, "win.leave", NULL, leave_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_q, GDK_CONTROL_MASK, "win.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
}

static void
panah_window_class_init (PanahWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = panah_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = panah_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/panah/Panah/window.ui");
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, back);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, leave);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, larger);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, smaller);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, language);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, as_of);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, PanahWindow, clamp);
  install_actions (widget_class);
}

static void
panah_window_init (PanahWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->history = g_ptr_array_new_with_free_func (g_free);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Returns: (transfer none): the window, on the first page; it belongs to @application */
PanahWindow *
panah_window_new (GtkApplication *application,
                  PanahSession   *session)
{
  PanahWindow *self = g_object_new (PANAH_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  panah_language_use (panah_session_get_language (session));
  set_place (self, "start", FALSE);

  return self;
}
