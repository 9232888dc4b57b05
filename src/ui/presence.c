/* presence.c - whether a person is there, and may be seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cover and Leave have to work wherever the keyboard is: in a dialog, in a menu, in a field in which an input method
 * composes a word. So one controller on every window of the program sees each event before anything else does.
 *
 * Cover is F9: no widget of GTK, no input method and no desktop that we know of has another use for it, it writes
 * nothing, it is one key, and it is far from what is typed. Escape closes dialogs and cancels input methods, so it
 * would be lost there; a letter with Control depends on the layout, which people here switch all the time. */

#include "ui/presence.h"

#include "clock.h"
#include "ui/file-picker.h"
#include "ui/idle.h"
#include "ui/leave.h"

#define COVER_KEY          GDK_KEY_F9
#define ESCAPES_THAT_LEAVE 3

struct _PanahPresence
{
  GObject         parent_instance;

  /* Owned */
  GPtrArray      *hidden; /* of windows that were open when the cover came */
  guint           tick_id;
  gulong          hook_id;

  GtkWindow      *window; /* borrowed: it owns us */
  PanahIsUnsaved  is_unsaved;
  gpointer        data;
  PanahIdle       idle;
  guint           seconds_left;
  guint           n_escapes;
  gboolean        covered;
};

enum
{
  PROP_0,
  PROP_COVERED,
  PROP_SECONDS_LEFT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PanahPresence, panah_presence, G_TYPE_OBJECT)

static void
set_seconds_left (PanahPresence *self,
                  guint          seconds)
{
  if (self->seconds_left == seconds)
    return;
  self->seconds_left = seconds;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECONDS_LEFT]);
}

static void
touch (PanahPresence *self)
{
  panah_idle_touch (&self->idle, panah_clock_since_start ());
  set_seconds_left (self, 0);
}

/* A cover that opened when somebody hits the key twice in a fright would be none; nor does a word that is still being
 * typed open it. What is on the cover can be pressed, and that is all. */
static gboolean
is_for_cover (guint key)
{
  static const guint keys[] = { GDK_KEY_Tab, GDK_KEY_ISO_Left_Tab, GDK_KEY_space, GDK_KEY_KP_Space, GDK_KEY_Return,
                                GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (key == keys[i])
        return TRUE;
    }
  return FALSE;
}

static gboolean
press (PanahPresence *self,
       GdkEvent      *event)
{
  guint key = gdk_key_event_get_keyval (event);

  self->n_escapes = key == GDK_KEY_Escape ? self->n_escapes + 1 : 0;
  if (self->n_escapes >= ESCAPES_THAT_LEAVE || gdk_key_event_matches (event, GDK_KEY_q, GDK_CONTROL_MASK) != GDK_KEY_MATCH_NONE)
    panah_leave ();
  if (key == COVER_KEY)
    {
      panah_presence_set_covered (self, TRUE);
      return GDK_EVENT_STOP;
    }
  return self->covered && !is_for_cover (key) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* A mouse that is pushed by somebody who reads is a sign of life; before the cover it may be a table that was bumped. */
static gboolean
event_cb (PanahPresence *self,
          GdkEvent      *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN ||
      ((type == GDK_MOTION_NOTIFY || type == GDK_SCROLL) && !self->covered))
    touch (self);
  return type == GDK_KEY_PRESS ? press (self, event) : GDK_EVENT_PROPAGATE;
}

static void
hide (PanahPresence *self,
      GtkWidget     *window)
{
  if (window == GTK_WIDGET (self->window) || !gtk_widget_get_visible (window))
    return;
  g_ptr_array_add (self->hidden, g_object_ref (window));
  gtk_widget_set_visible (window, FALSE);
}

/* Somebody opened a window before the cover came, and it comes after it. */
static void
shown_cb (PanahPresence *self,
          GParamSpec    *pspec,
          GtkWidget     *window)
{
  if (self->covered)
    hide (self, window);
}

static void
watch (PanahPresence *self,
       GtkWidget     *widget)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, events);
}

/* A menu takes all keys for itself, so it has to be watched as a window is. */
static gboolean
widget_shown_cb (GSignalInvocationHint *hint,
                 guint                  n_values,
                 const GValue          *values,
                 gpointer               data)
{
  PanahPresence *self = data;
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_POPOVER (widget) && g_object_get_data (G_OBJECT (widget), "panah-watched-by") != self)
    {
      g_object_set_data (G_OBJECT (widget), "panah-watched-by", self);
      watch (self, widget);
    }
  return TRUE;
}

static void
windows_changed_cb (PanahPresence *self,
                    guint          position,
                    guint          n_removed,
                    guint          n_added,
                    GListModel    *windows)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      watch (self, window);
      g_signal_connect_object (window, "notify::visible", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
close_menus (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_visible (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    close_menus (child);
}

static void
hide_others (PanahPresence *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  panah_file_picker_hide ();
  for (guint i = 0, n = g_list_model_get_n_items (windows); i < n; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      hide (self, window);
    }
  gtk_window_present (self->window);
}

static void
show_others (PanahPresence *self)
{
  for (guint i = 0; i < self->hidden->len; i++)
    gtk_widget_set_visible (self->hidden->pdata[i], TRUE);
  g_ptr_array_set_size (self->hidden, 0);
  panah_file_picker_show ();
}

/**
 * panah_presence_set_covered:
 * @self: the presence
 * @covered: whether nothing may be seen
 *
 * The window hides its own content when it hears of it; menus are closed, other windows hidden until the cover goes.
 */
void
panah_presence_set_covered (PanahPresence *self,
                            gboolean       covered)
{
  if (self->covered == covered)
    return;

  self->covered = covered;
  if (covered)
    close_menus (GTK_WIDGET (self->window));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COVERED]);
  if (covered)
    hide_others (self);
  else
    {
      show_others (self);
      touch (self);
    }
}

gboolean
panah_presence_is_covered (PanahPresence *self)
{
  return self->covered;
}

/* Returns: how long until an unsaved case is left; 0 while that is not about to happen */
guint
panah_presence_get_seconds_left (PanahPresence *self)
{
  return self->seconds_left;
}

/* @now: milliseconds since this computer was started */
void
panah_presence_look (PanahPresence *self,
                     gint64         now)
{
  guint left;
  PanahIdleState state = panah_idle_look (&self->idle, now, self->is_unsaved (self->data), &left);

  if (state == PANAH_IDLE_OVER)
    panah_leave ();
  if (state != PANAH_IDLE_PRESENT)
    panah_presence_set_covered (self, TRUE);
  set_seconds_left (self, left);
}

static gboolean
tick_cb (gpointer data)
{
  panah_presence_look (data, panah_clock_since_start ());
  return G_SOURCE_CONTINUE;
}

static void
panah_presence_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PanahPresence *self = PANAH_PRESENCE (object);

  switch (id)
    {
    case PROP_COVERED:
      g_value_set_boolean (value, self->covered);
      break;
    case PROP_SECONDS_LEFT:
      g_value_set_uint (value, self->seconds_left);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
panah_presence_dispose (GObject *object)
{
  PanahPresence *self = PANAH_PRESENCE (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->hook_id != 0)
    g_signal_remove_emission_hook (g_signal_lookup ("show", GTK_TYPE_WIDGET), self->hook_id);
  self->hook_id = 0;
  g_clear_pointer (&self->hidden, g_ptr_array_unref);

  G_OBJECT_CLASS (panah_presence_parent_class)->dispose (object);
}

static void
panah_presence_class_init (PanahPresenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = panah_presence_get_property;
  object_class->dispose = panah_presence_dispose;

  properties[PROP_COVERED] = g_param_spec_boolean ("covered", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SECONDS_LEFT] = g_param_spec_uint ("seconds-left", NULL, NULL, 0, PANAH_IDLE_COUNTDOWN, 0,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
panah_presence_init (PanahPresence *self)
{
  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * panah_presence_new:
 * @window: the window that is covered; the others are hidden. It has to outlive the presence
 * @office: after how long
 * @is_unsaved: whether leaving now would lose something
 * @data: for @is_unsaved
 *
 * Returns: (transfer full): watches from now on
 */
PanahPresence *
panah_presence_new (GtkWindow         *window,
                    const PanahOffice *office,
                    PanahIsUnsaved     is_unsaved,
                    gpointer           data)
{
  PanahPresence *self = g_object_new (PANAH_TYPE_PRESENCE, NULL);
  GListModel *windows = gtk_window_get_toplevels ();

  self->window = window;
  self->is_unsaved = is_unsaved;
  self->data = data;
  panah_idle_init (&self->idle, office->cover_after_minutes, office->leave_after_minutes, panah_clock_since_start ());
  g_signal_connect_object (windows, "items-changed", G_CALLBACK (windows_changed_cb), self, G_CONNECT_SWAPPED);
  windows_changed_cb (self, 0, 0, g_list_model_get_n_items (windows), windows);
  self->hook_id = g_signal_add_emission_hook (g_signal_lookup ("show", GTK_TYPE_WIDGET), 0, widget_shown_cb, self, NULL);
  self->tick_id = g_timeout_add_seconds (1, tick_cb, self);

  return self;
}
