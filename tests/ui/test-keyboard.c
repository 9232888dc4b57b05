/* test-keyboard.c - what is pressed on the screen stands where one types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "ui/keyboard.h"

#include <string.h>

#define WIDTH  800
#define HEIGHT 600

typedef struct
{
  PanahSession  *session;
  PanahWindow   *window;
  PanahKeyboard *keyboard;
} Screen;

static void
open_screen (Screen     *screen,
             const char *place)
{
  screen->session = panah_test_session_new ("2026-11-24");
  screen->window = panah_test_open_window (screen->session, TRUE);
  panah_window_go (screen->window, place);
  screen->keyboard = PANAH_KEYBOARD (panah_test_find_widget (GTK_WIDGET (screen->window), PANAH_TYPE_KEYBOARD));
  gtk_widget_set_visible (GTK_WIDGET (screen->keyboard), TRUE);
  panah_test_wait (50);
}

static void
close_screen (Screen *screen)
{
  panah_test_close_window (screen->window);
  g_assert_finalize_object (screen->session);
}

/* The nth input of the page. */
static GtkWidget *
get_input (GtkWidget *widget,
           GType      type,
           guint     *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = get_input (child, type, n);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
focus (Screen *screen,
       GType   type,
       guint   n)
{
  GtkWidget *input = get_input (GTK_WIDGET (panah_window_get_page (screen->window)), type, &n);

  g_assert_nonnull (input);
  g_assert_true (gtk_widget_grab_focus (input));
  panah_test_wait (20);
  return input;
}

static const char *
get_label (GtkWidget *button)
{
  GtkWidget *label = panah_test_find_widget (button, GTK_TYPE_LABEL);
  const char *icon = gtk_button_get_icon_name (GTK_BUTTON (button));

  return icon != NULL ? icon : label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : "";
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && strcmp (get_label (widget), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (Screen     *screen,
       const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (screen->keyboard), label);

  if (button == NULL || !gtk_widget_is_sensitive (button))
    g_error ("there is no key “%s” that can be pressed", label);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  else
    g_signal_emit_by_name (button, "clicked");
  panah_test_wait (10);
}

static void
press_all (Screen     *screen,
           const char *letters)
{
  for (const char *c = letters; *c != '\0'; c = g_utf8_next_char (c))
    {
      g_autofree char *letter = g_strndup (c, g_utf8_next_char (c) - c);
      press (screen, letter);
    }
}

#define BACKSPACE "panah-backspace-symbolic"
#define ENTER     "panah-enter-symbolic"
#define SHIFT     "panah-shift-symbolic"

static void
choose (Screen     *screen,
        const char *from,
        const char *to)
{
  press (screen, from);
  press (screen, to);
  g_assert_nonnull (find_button (GTK_WIDGET (screen->keyboard), to));
}

static char *
get_text (GtkWidget *input)
{
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (input))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (input)));
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), &start, &end);
  return gtk_text_buffer_get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), &start, &end, FALSE);
}

static void
assert_text (GtkWidget  *input,
             const char *expected)
{
  g_autofree char *text = get_text (input);

  g_assert_cmpstr (text, ==, expected);
}

/* In an entry and in a story alike. */
static void
check_typing (Screen    *screen,
              GtkWidget *input)
{
  press_all (screen, "nas");
  assert_text (input, "nas");
  press (screen, SHIFT);
  press_all (screen, "I");
  press_all (screen, "m");
  assert_text (input, "nasIm");
  press (screen, BACKSPACE);
  press (screen, "Space");
  assert_text (input, "nasI ");
  gtk_widget_activate_action (input, "selection.select-all", NULL);
  press_all (screen, "x");
  assert_text (input, "x");
  gtk_widget_activate_action (input, "text.undo", NULL);
  gtk_widget_activate_action (input, "text.undo", NULL);
  g_autofree char *undone = get_text (input);
  g_assert_cmpstr (undone, !=, "x");
  g_assert_true (gtk_widget_has_focus (input));
}

static void
test_entry (void)
{
  Screen screen;

  open_screen (&screen, "ask:former-residence");
  GtkWidget *input = focus (&screen, GTK_TYPE_TEXT, 0);
  check_typing (&screen, input);
  gtk_editable_set_text (GTK_EDITABLE (input), "ab");
  gtk_editable_set_position (GTK_EDITABLE (input), 1);
  press_all (&screen, "-");
  assert_text (input, "a-b");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (input)), ==, 2);
  close_screen (&screen);
}

static void
test_story (void)
{
  Screen screen;

  open_screen (&screen, "ask:reasons-text");
  GtkWidget *input = focus (&screen, GTK_TYPE_TEXT_VIEW, 0);
  check_typing (&screen, input);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), "", -1);
  press_all (&screen, "a");
  press (&screen, ENTER);
  press_all (&screen, "b");
  assert_text (input, "a\nb");
  close_screen (&screen);
}

/* Letters and, where a script has them, marks: one at a time. */
static void
test_backspace (void)
{
  static const struct { const char *before, *after; } rows[] = {
    { "сла\u0301", "сл" }, { "لا", "ل" }, { "بَ", "ب" }, { "می\u200C", "می" }, { "aй", "a" }, { "oʻ", "o" }, { "", "" },
    { "𠀀", "" },
  };
  Screen screen;

  open_screen (&screen, "ask:former-residence");
  GtkWidget *input = focus (&screen, GTK_TYPE_TEXT, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (input), rows[i].before);
      gtk_editable_set_position (GTK_EDITABLE (input), -1);
      press (&screen, BACKSPACE);
      assert_text (input, rows[i].after);
    }
  close_screen (&screen);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_enter_in_entry (void)
{
  Screen screen;
  guint n = 0;

  open_screen (&screen, "ask:former-residence");
  GtkWidget *input = focus (&screen, GTK_TYPE_TEXT, 0);
  g_signal_connect_swapped (gtk_widget_get_parent (input), "activate", G_CALLBACK (count_cb), &n);
  press (&screen, ENTER);
  g_assert_cmpuint (n, ==, 1);
  close_screen (&screen);
}

static void
test_marks (void)
{
  Screen screen;

  open_screen (&screen, "ask:former-residence");
  GtkWidget *input = focus (&screen, GTK_TYPE_TEXT, 0);
  choose (&screen, "ABC", "دری");
  press_all (&screen, "می");
  press (&screen, SHIFT);
  press (&screen, "◌ ◌");
  press_all (&screen, "ر");
  press (&screen, SHIFT);
  press (&screen, "◌َ");
  assert_text (input, "می\u200Cرَ");
  close_screen (&screen);
}

/* The same page asks one thing in a person's own words and in the form's language. */
static void
test_follows (void)
{
  Screen screen;

  open_screen (&screen, "ask:address-here");
  focus (&screen, GTK_TYPE_TEXT, 0);
  g_assert_nonnull (find_button (GTK_WIDGET (screen.keyboard), "ABC"));
  focus (&screen, GTK_TYPE_TEXT, 1);
  press_all (&screen, "ы");

  focus (&screen, GTK_TYPE_TEXT, 0);
  choose (&screen, "ABC", "ئۇيغۇرچە");
  focus (&screen, GTK_TYPE_TEXT, 1);
  g_assert_nonnull (find_button (GTK_WIDGET (screen.keyboard), "Русский"));
  panah_window_go (screen.window, "ask:phone");
  focus (&screen, GTK_TYPE_TEXT, 0);
  g_assert_nonnull (find_button (GTK_WIDGET (screen.keyboard), "123"));
  press_all (&screen, "+7");
  panah_window_go (screen.window, "ask:crossing-place");
  GtkWidget *input = focus (&screen, GTK_TYPE_TEXT, 0);
  press_all (&screen, "چ");
  assert_text (input, "چ");
  close_screen (&screen);
}

static void
test_wanted (void)
{
  g_autoptr (GtkWidget) box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));

  gtk_box_append (GTK_BOX (box), entry);
  g_assert_null (panah_keyboard_input_get_wanted (text));
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  g_assert_cmpstr (panah_keyboard_input_get_wanted (text), ==, PANAH_KEYBOARD_DIGITS);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_EMAIL);
  g_assert_cmpstr (panah_keyboard_input_get_wanted (text), ==, PANAH_KEYBOARD_LATIN);
  panah_keyboard_set_wanted (box, "ky");
  g_assert_cmpstr (panah_keyboard_input_get_wanted (text), ==, "ky");
  panah_keyboard_set_wanted (entry, "kk");
  g_assert_cmpstr (panah_keyboard_input_get_wanted (text), ==, "kk");
  panah_keyboard_set_wanted (entry, NULL);
  g_assert_cmpstr (panah_keyboard_input_get_wanted (text), ==, "ky");
}

/* It stays open, and what one chose for one's own words goes with the language of the window. */
static void
test_language (void)
{
  Screen screen;

  open_screen (&screen, "ask:address-here");
  focus (&screen, GTK_TYPE_TEXT, 0);
  gtk_widget_activate_action (GTK_WIDGET (screen.window), "win.set-language", "s", "ru");
  panah_test_wait (100);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (screen.keyboard)));
  GtkWidget *input = focus (&screen, GTK_TYPE_TEXT, 0);
  press_all (&screen, "ж");
  assert_text (input, "ж");
  gtk_widget_activate_action (GTK_WIDGET (screen.window), "win.set-language", "s", "en");
  panah_test_wait (100);
  close_screen (&screen);
}

/* What cannot be seen or changed is not typed into. */
static void
test_closed_input (void)
{
  Screen screen;

  open_screen (&screen, "ask:former-residence");
  GtkWidget *input = focus (&screen, GTK_TYPE_TEXT, 0);
  GtkWidget *key = find_button (GTK_WIDGET (screen.keyboard), "a");
  GtkWidget *backspace = find_button (GTK_WIDGET (screen.keyboard), BACKSPACE);
  press_all (&screen, "a");

  gtk_widget_activate_action (GTK_WIDGET (screen.window), "win.cover", NULL);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (screen.keyboard)));
  g_signal_emit_by_name (key, "clicked");
  assert_text (input, "a");
  g_signal_emit_by_name (backspace, "clicked");
  assert_text (input, "a");
  gtk_widget_activate_action (GTK_WIDGET (screen.window), "win.uncover", NULL);
  panah_test_wait (50);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (screen.keyboard)));

  gtk_widget_activate_action (GTK_WIDGET (screen.window), "win.hold", "b", TRUE);
  g_signal_emit_by_name (key, "clicked");
  assert_text (input, "a");
  g_signal_emit_by_name (backspace, "clicked");
  assert_text (input, "a");
  gtk_widget_activate_action (GTK_WIDGET (screen.window), "win.hold", "b", FALSE);

  gtk_editable_set_editable (GTK_EDITABLE (input), FALSE);
  g_signal_emit_by_name (key, "clicked");
  assert_text (input, "a");
  close_screen (&screen);
}

/* A page that goes takes its field with it. */
static void
test_no_input (void)
{
  Screen screen;

  open_screen (&screen, "ask:former-residence");
  focus (&screen, GTK_TYPE_TEXT, 0);
  GtkWidget *key = find_button (GTK_WIDGET (screen.keyboard), "a");
  panah_window_go (screen.window, "tasks");
  panah_test_wait (50);
  g_assert_false (gtk_widget_is_sensitive (key));
  g_signal_emit_by_name (key, "clicked");
  close_screen (&screen);
}

static void
test_choose (void)
{
  Screen screen;

  open_screen (&screen, "ask:address-here");
  GtkWidget *input = focus (&screen, GTK_TYPE_TEXT, 0);
  gtk_widget_set_visible (GTK_WIDGET (screen.keyboard), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (screen.window), "win.keyboard", NULL);
  panah_test_wait (20);
  GtkWidget *chosen = gtk_window_get_focus (GTK_WINDOW (screen.window));
  g_assert_true (gtk_widget_is_ancestor (chosen, GTK_WIDGET (screen.keyboard)));
  press (&screen, "العربية");
  g_assert_true (gtk_widget_has_focus (input));
  press_all (&screen, "ب");
  assert_text (input, "ب");
  gtk_widget_grab_focus (find_button (GTK_WIDGET (screen.keyboard), "العربية"));
  press_all (&screen, "ب");
  assert_text (input, "بب");
  g_assert_true (gtk_widget_has_focus (input));

  gtk_widget_activate_action (GTK_WIDGET (screen.window), "win.cover", NULL);
  gtk_widget_activate_action (GTK_WIDGET (screen.window), "win.keyboard", NULL);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (screen.keyboard)));
  gtk_widget_activate_action (GTK_WIDGET (screen.window), "win.uncover", NULL);
  panah_test_wait (20);
  g_assert_nonnull (find_button (GTK_WIDGET (screen.keyboard), "ب"));
  close_screen (&screen);
}

static void
test_computer (void)
{
  Screen screen;

  open_screen (&screen, "ask:former-residence");
  GtkWidget *input = focus (&screen, GTK_TYPE_TEXT, 0);
  choose (&screen, "ABC", "This computer’s");
  g_assert_null (find_button (GTK_WIDGET (screen.keyboard), "a"));
  press (&screen, "Space");
  assert_text (input, " ");
  press (&screen, BACKSPACE);
  assert_text (input, "");
  choose (&screen, "This computer’s", "Кыргызча");
  press_all (&screen, "ң");
  assert_text (input, "ң");
  close_screen (&screen);
}

/* With double letters, in a small window, whatever is shown. */
static void
test_fits (void)
{
  static const char *const names[] = { "123", "ABC", "العربية", "دری", "Қазақша", "Кыргызча", "Oʻzbekcha", "Ўзбекча", "Русский",
                                       "ئۇيغۇرچە", "This computer’s" };
  const char *from = "ABC";
  Screen screen;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  open_screen (&screen, "ask:former-residence");
  focus (&screen, GTK_TYPE_TEXT, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int width, height;
      choose (&screen, from, names[i]);
      from = names[i];
      if (find_button (GTK_WIDGET (screen.keyboard), SHIFT) != NULL)
        press (&screen, SHIFT);
      gtk_widget_measure (GTK_WIDGET (screen.keyboard), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (screen.keyboard), GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &height, NULL, NULL);
      g_test_message ("%s: %d × %d", names[i], width, height);
      g_assert_cmpint (width, <=, WIDTH);
      g_assert_cmpint (height, <=, HEIGHT / 2);
    }
  close_screen (&screen);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);

  g_test_add_func ("/ui/keyboard/entry", test_entry);
  g_test_add_func ("/ui/keyboard/story", test_story);
  g_test_add_func ("/ui/keyboard/backspace", test_backspace);
  g_test_add_func ("/ui/keyboard/enter-in-entry", test_enter_in_entry);
  g_test_add_func ("/ui/keyboard/marks", test_marks);
  g_test_add_func ("/ui/keyboard/follows", test_follows);
  g_test_add_func ("/ui/keyboard/wanted", test_wanted);
  g_test_add_func ("/ui/keyboard/language", test_language);
  g_test_add_func ("/ui/keyboard/closed-input", test_closed_input);
  g_test_add_func ("/ui/keyboard/no-input", test_no_input);
  g_test_add_func ("/ui/keyboard/choose", test_choose);
  g_test_add_func ("/ui/keyboard/computer", test_computer);
  g_test_add_func ("/ui/keyboard/fits", test_fits);
  return g_test_run ();
}
