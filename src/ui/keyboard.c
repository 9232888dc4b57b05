/* keyboard.c - letters that the keys of this computer do not have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A shared computer has the layouts that its owner needs, and a program in a sandbox cannot add any. So the same layout
 * is on the screen and, as long as it is, on the keys that are under one's hands.
 *
 * The keys take no focus, so that the cursor stays where it is. A screen reader and a person without a mouse need only
 * the choice of letters and the way out; those two can be reached. */

#include "ui/keyboard.h"

#include "ui/a11y.h"
#include "ui/keyboard-keys.h"
#include "ui/wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

#define BARRED_KEYS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)

struct _PanahKeyboard
{
  GtkWidget            parent_instance;

  /* Template children */
  GtkStack            *stack;
  GtkGrid             *letters;
  GtkGrid             *digits;
  GtkWidget           *choices;
  GtkToggleButton     *shift;
  GtkToggleButton     *choose;
  GtkButton           *space;
  GtkButton           *backspace;
  GtkButton           *enter;
  GtkButton           *close;
  GtkLabel            *computer_hint;
  GtkLabel            *choose_word;

  /* Owned */
  GPtrArray           *layouts; /* (nullable): until it is first shown */
  GHashTable          *chosen; /* what is wanted -> layout, %NULL for this computer's: by the person, for this session */
  char                *language;

  GtkWidget           *input; /* (nullable): weak: where one typed last */
  PanahKeyboardLayout *layout; /* (nullable): borrowed from layouts; %NULL: this computer's */
};

G_DEFINE_FINAL_TYPE (PanahKeyboard, panah_keyboard, GTK_TYPE_WIDGET)

static const char *
get_wanted (PanahKeyboard *self)
{
  const char *wanted = self->input != NULL ? panah_keyboard_input_get_wanted (self->input) : NULL;

  return wanted != NULL ? wanted : self->language;
}

static const char *
get_layout_name (PanahKeyboardLayout *layout)
{
  /* TRANSLATORS: whose letters the keys type: those that this computer is set to */
  return layout != NULL ? panah_keyboard_layout_get_name (layout) : _("This computer’s");
}

static gboolean
is_ready (PanahKeyboard *self)
{
  return self->input != NULL && panah_keyboard_input_is_open (self->input);
}

static void
update_keys (PanahKeyboard *self)
{
  GtkGrid *shown = self->layout != NULL && panah_keyboard_layout_is_digits (self->layout) ? self->digits : self->letters;

  if (self->layout != NULL)
    panah_keyboard_keys_update (shown, self->layout, gtk_toggle_button_get_active (self->shift));
}

/* Everything that depends on the field, on what was chosen and on the language of the window. */
static void
update (PanahKeyboard *self)
{
  const char *name = get_layout_name (self->layout);
  /* TRANSLATORS: %s is a kind of letters, "Русский" or "123" */
  g_autofree char *spoken = g_strdup_printf (_("Letters: %s. Choose others"), name);
  gboolean is_choosing = gtk_toggle_button_get_active (self->choose);
  gboolean is_ready_for_keys = is_ready (self);

  update_keys (self);
  gtk_label_set_text (self->choose_word, name);
  panah_a11y_set_name (GTK_WIDGET (self->choose), spoken);
  if (is_choosing)
    gtk_stack_set_visible_child_name (self->stack, "choices");
  else if (self->layout == NULL)
    gtk_stack_set_visible_child_name (self->stack, "computer");
  else
    gtk_stack_set_visible_child_name (self->stack, panah_keyboard_layout_is_digits (self->layout) ? "digits" : "letters");
  gtk_widget_set_sensitive (GTK_WIDGET (self->letters), is_ready_for_keys);
  gtk_widget_set_sensitive (GTK_WIDGET (self->digits), is_ready_for_keys);
  gtk_widget_set_sensitive (GTK_WIDGET (self->space), is_ready_for_keys && !is_choosing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->backspace), is_ready_for_keys && !is_choosing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->enter), is_ready_for_keys && !is_choosing);
}

/* The letters that the field wants, unless the person has chosen others for such fields. */
static void
follow (PanahKeyboard *self)
{
  const char *wanted = get_wanted (self);
  gpointer layout;

  if (self->layouts == NULL)
    return;
  if (!g_hash_table_lookup_extended (self->chosen, wanted, NULL, &layout))
    layout = panah_keyboard_layouts_find (self->layouts, wanted);
  if (layout != self->layout)
    gtk_toggle_button_set_active (self->shift, FALSE);
  self->layout = layout;
  update (self);
}

static void
choose_cb (GtkButton     *button,
           PanahKeyboard *self)
{
  g_hash_table_insert (self->chosen, g_strdup (get_wanted (self)), g_object_get_data (G_OBJECT (button), "panah-layout"));
  gtk_toggle_button_set_active (self->choose, FALSE);
  follow (self);
  if (is_ready (self))
    panah_keyboard_input_focus (self->input);
}

/**
 * panah_keyboard_choose:
 * @self: the keyboard
 *
 * Opens it and asks for letters, for the field that one is in. Who has no mouse would pass other fields on the way to the
 * button that does this.
 */
void
panah_keyboard_choose (PanahKeyboard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_toggle_button_set_active (self->choose, TRUE);
  gtk_widget_child_focus (self->choices, GTK_DIR_TAB_FORWARD);
}

static void
add_choice (PanahKeyboard       *self,
            PanahKeyboardLayout *layout)
{
  GtkWidget *button = gtk_button_new_with_label (get_layout_name (layout));

  gtk_widget_set_focus_on_click (button, FALSE);
  panah_a11y_set_name (button, get_layout_name (layout));
  g_object_set_data (G_OBJECT (button), "panah-layout", layout);
  g_signal_connect (button, "clicked", G_CALLBACK (choose_cb), self);
  gtk_box_append (GTK_BOX (self->choices), button);
}

static void
build_choices (PanahKeyboard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_box_remove (GTK_BOX (self->choices), child);
  for (guint i = 0; i < self->layouts->len; i++)
    add_choice (self, self->layouts->pdata[i]);
  add_choice (self, NULL);
}

static void
type (PanahKeyboard *self,
      const char    *text)
{
  if (!is_ready (self) || text == NULL)
    return;
  panah_keyboard_input_focus (self->input);
  panah_keyboard_input_type (self->input, text);
  gtk_toggle_button_set_active (self->shift, FALSE);
}

static void
key_cb (GtkButton     *key,
        PanahKeyboard *self)
{
  g_autofree char *text = panah_keyboard_keys_get_text (key, self->layout, gtk_toggle_button_get_active (self->shift));

  type (self, text);
}

/* Nobody who types with the keys of this computer waits for what is not looked at. */
static void
panah_keyboard_map (GtkWidget *widget)
{
  PanahKeyboard *self = PANAH_KEYBOARD (widget);

  if (self->layouts == NULL)
    {
      self->layouts = panah_keyboard_layouts_load (PANAH_XKB_DIR);
      panah_keyboard_keys_add_letters (self->letters, G_CALLBACK (key_cb), self);
      panah_keyboard_keys_add_digits (self->digits, G_CALLBACK (key_cb), self);
      build_choices (self);
    }
  follow (self);

  GTK_WIDGET_CLASS (panah_keyboard_parent_class)->map (widget);
}

static void
space_cb (PanahKeyboard *self)
{
  gboolean shift = gtk_toggle_button_get_active (self->shift);
  g_autofree char *text = self->layout != NULL
                            ? panah_keyboard_layout_get_text (self->layout, PANAH_KEYBOARD_SPACE, shift, FALSE)
                            : g_strdup (" ");

  type (self, text);
}

static void
backspace_cb (PanahKeyboard *self)
{
  if (!is_ready (self))
    return;
  panah_keyboard_input_focus (self->input);
  panah_keyboard_input_delete (self->input);
}

static void
enter_cb (PanahKeyboard *self)
{
  if (!is_ready (self))
    return;
  panah_keyboard_input_focus (self->input);
  panah_keyboard_input_enter (self->input);
}

static void
close_cb (PanahKeyboard *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (is_ready (self) && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    panah_keyboard_input_focus (self->input);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* The keys under one's hands. What is no letter is not ours, nor is what is held together with Control or Alt. */
static gboolean
key_pressed_cb (PanahKeyboard   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkWidget *input = panah_keyboard_input_find (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->layout == NULL || (state & BARRED_KEYS) != 0)
    return GDK_EVENT_PROPAGATE;
  if (input == NULL || !panah_keyboard_layout_has_key (keycode) || panah_keyboard_input_is_composing (input))
    return GDK_EVENT_PROPAGATE;

  g_autofree char *text = panah_keyboard_layout_get_text (self->layout, keycode, (state & GDK_SHIFT_MASK) != 0,
                                                          (state & GDK_LOCK_MASK) != 0);
  if (text != NULL)
    panah_keyboard_input_type (input, text);
  return GDK_EVENT_STOP;
}

static void
focus_cb (PanahKeyboard *self)
{
  GtkWidget *input = panah_keyboard_input_find (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));

  if (input != NULL)
    g_set_weak_pointer (&self->input, input);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    follow (self);
}

static void
panah_keyboard_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (panah_keyboard_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_cb), widget, G_CONNECT_SWAPPED);
}

static void
panah_keyboard_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_cb, widget);

  GTK_WIDGET_CLASS (panah_keyboard_parent_class)->unroot (widget);
}

/**
 * panah_keyboard_watch:
 * @self: the keyboard
 * @body: what one types in; the keyboard may stand there too
 *
 * The window itself sees each key before: what covers it and what leaves it come first.
 */
void
panah_keyboard_watch (PanahKeyboard *self,
                      GtkWidget     *body)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (body, keys);
}

static void
set_words (GtkButton  *button,
           const char *label,
           const char *name)
{
  if (label != NULL)
    gtk_button_set_label (button, label);
  panah_a11y_set_name (GTK_WIDGET (button), name);
}

/**
 * panah_keyboard_set_language:
 * @self: the keyboard
 * @language: BCP 47: which letters are a person's own, and from now on the words on the keys
 */
void
panah_keyboard_set_language (PanahKeyboard *self,
                             const char    *language)
{
  g_autofree char *old = self->language;

  self->language = g_strdup (language);
  /* TRANSLATORS: the key between words */
  set_words (self->space, _("Space"), _("Space"));
  set_words (self->close, _("Close"), _("Close the keyboard"));
  set_words (self->backspace, NULL, _("Delete the letter before"));
  set_words (self->enter, NULL, _("New line"));
  /* TRANSLATORS: the key for capital letters */
  panah_a11y_set_name (GTK_WIDGET (self->shift), _("Capital letters"));
  gtk_label_set_text (self->computer_hint, _("The keys type the letters that this computer is set to."));
  if (self->layouts != NULL && strcmp (old, language) != 0)
    {
      build_choices (self);
      follow (self);
    }
}

static void
panah_keyboard_dispose (GObject *object)
{
  PanahKeyboard *self = PANAH_KEYBOARD (object);

  GtkWidget *child;

  g_clear_weak_pointer (&self->input);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->layout = NULL;
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (panah_keyboard_parent_class)->dispose (object);
}

static void
panah_keyboard_class_init (PanahKeyboardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = panah_keyboard_dispose;
  widget_class->map = panah_keyboard_map;
  widget_class->root = panah_keyboard_root;
  widget_class->unroot = panah_keyboard_unroot;

  g_type_ensure (PANAH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/panah/Panah/keyboard.ui");
  gtk_widget_class_bind_template_child (widget_class, PanahKeyboard, stack);
  gtk_widget_class_bind_template_child (widget_class, PanahKeyboard, letters);
  gtk_widget_class_bind_template_child (widget_class, PanahKeyboard, digits);
  gtk_widget_class_bind_template_child (widget_class, PanahKeyboard, choices);
  gtk_widget_class_bind_template_child (widget_class, PanahKeyboard, computer_hint);
  gtk_widget_class_bind_template_child (widget_class, PanahKeyboard, shift);
  gtk_widget_class_bind_template_child (widget_class, PanahKeyboard, choose);
  gtk_widget_class_bind_template_child (widget_class, PanahKeyboard, choose_word);
  gtk_widget_class_bind_template_child (widget_class, PanahKeyboard, space);
  gtk_widget_class_bind_template_child (widget_class, PanahKeyboard, backspace);
  gtk_widget_class_bind_template_child (widget_class, PanahKeyboard, enter);
  gtk_widget_class_bind_template_child (widget_class, PanahKeyboard, close);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, update_keys);
  gtk_widget_class_bind_template_callback (widget_class, space_cb);
  gtk_widget_class_bind_template_callback (widget_class, backspace_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "keyboard");
}

static void
panah_keyboard_init (PanahKeyboard *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->language = g_strdup ("en");
  gtk_widget_init_template (GTK_WIDGET (self));
}
