/* test-fits.c - every page has room in a small window, in every language, with text twice as large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fits.h"
#include "ui-support.h"

#include "ui/language.h"
#include "ui/pages.h"

#include <libintl.h>
#include <string.h>

/* Longer sentences than any language has. */
#define PSEUDO "en-XA"

/* The fewest letters: whatever is large enough here is so everywhere. */
#define SHORTEST "zh-CN"

/* Pages that differ most in how they are laid out. */
static const char *const some_places[] = {
  "start", "journey", "tasks", "ask:name", "ask:birth", "ask:identity-papers", "ask:reasons-text", "entry:family:0", "answers", "check",
  "plan", "papers", NULL,
};

static void
check_place (PanahTestFit *look,
             PanahWindow *window,
             const char  *place)
{
  look->place = place;
  panah_window_go (window, place);
  panah_test_fit_check (look, GTK_WIDGET (window));
}

/* The keyboard of the window, its cover, and the page that the window alone knows. */
static void
check_chrome (PanahTestFit *look,
              PanahWindow *window)
{
  GtkToggleButton *keyboard = GTK_TOGGLE_BUTTON (panah_test_find_widget (GTK_WIDGET (window), GTK_TYPE_TOGGLE_BUTTON));

  check_place (look, window, "save");
  panah_window_go (window, "ask:name");
  look->place = "keyboard";
  gtk_toggle_button_set_active (keyboard, TRUE);
  panah_test_fit_check (look, GTK_WIDGET (window));
  gtk_toggle_button_set_active (keyboard, FALSE);
  look->place = "covered";
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cover", NULL);
  panah_test_fit_check (look, GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.uncover", NULL);
}

static void
use_language (PanahSession *session,
              const char   *language)
{
  bindtextdomain ("panah", g_getenv (strcmp (language, PSEUDO) == 0 ? "PANAH_TEST_PSEUDO" : "PANAH_LOCALE_DIR"));
  panah_session_set_language (session, language);
  panah_language_use (language);
}

static PanahWindow *
open_window (PanahSession *session,
             int           percent)
{
  panah_test_set_text_size (percent);
  PanahWindow *window = panah_test_open_window (session, FALSE);
  g_assert_cmpfloat (pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (window))), ==,
                     96.0 * percent / 100);
  return window;
}

/* What has to stay in one piece on a page; what has the most letters is taken for the widest. */
typedef struct
{
  char *text;
  glong n_letters;
} Piece;

static void
take_piece (Piece      *piece,
            const char *text,
            gsize       length)
{
  glong n = g_utf8_strlen (text, length);

  if (n <= piece->n_letters)
    return;
  g_free (piece->text);
  piece->text = g_strndup (text, length);
  piece->n_letters = n;
}

static void
take_pieces_cb (GtkWidget *widget,
                gpointer   data)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  if (GTK_IS_LABEL (widget) && !gtk_label_get_wrap (GTK_LABEL (widget)))
    take_piece (data, text, strlen (text));
  for (const char *word = text; *word != '\0';)
    {
      gsize length = strcspn (word, " \n");
      take_piece (data, word, length);
      word += length + (word[length] != '\0');
    }
}

/* Returns: how wide the widest piece of that page is, in no unit */
static int
measure_page (PanahSession *session,
              PangoLayout  *layout,
              const char   *place)
{
  GtkWidget *page = g_object_ref_sink (panah_place_build (session, place));
  Piece piece = { 0 };
  int width;

  panah_test_visit (page, take_pieces_cb, &piece);
  g_object_unref (page);
  pango_layout_set_text (layout, piece.text != NULL ? piece.text : "", -1);
  pango_layout_get_size (layout, &width, NULL);
  g_free (piece.text);
  return width;
}

static char **
list_languages (void)
{
  g_autoptr (GStrvBuilder) languages = g_strv_builder_new ();
  guint n;
  const PanahLanguage *list = panah_language_list (&n);

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (languages, list[i].code);
  g_strv_builder_add (languages, PSEUDO);
  return g_strv_builder_end (languages);
}

/* @language: in which it needs the most room */
typedef struct
{
  const char *place;
  const char *language;
  int         width;
} Widest;

/* Adds each of @places with one of @languages that is written in this direction. Chinese breaks at every letter, and
 * the pseudo-language has all the words of English. */
static void
find_widest (GArray             *found,
             PanahSession       *session,
             const char *const  *places,
             char              **languages,
             gboolean            right_to_left)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, NULL);
  guint first = found->len;

  for (guint i = 0; places[i] != NULL; i++)
    {
      Widest widest = { .place = places[i] };
      g_array_append_val (found, widest);
    }
  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (panah_language_find (languages[i])->right_to_left != right_to_left || strcmp (languages[i], SHORTEST) == 0 ||
          strcmp (languages[i], "en") == 0)
        continue;
      use_language (session, languages[i]);
      for (guint j = first; j < found->len; j++)
        {
          Widest *widest = &g_array_index (found, Widest, j);
          int width = measure_page (session, layout, widest->place);
          if (widest->language == NULL || width > widest->width)
            *widest = (Widest) { widest->place, languages[i], width };
        }
    }
}

static const char *const packs[] = { "kz", "kg" };

static PanahSession *
new_session (const char *pack)
{
  PanahSession *session = panah_test_session_new_of (pack, "2026-11-24");

  panah_test_answer (session);
  return session;
}

static void
finish (PanahSession *session,
        PanahTestFit         *look)
{
  panah_language_use ("en");
  panah_test_set_text_size (100);
  g_assert_cmpuint (look->n_seen, >, 100);
  g_assert_cmpuint (look->complaints->len, ==, 0);
  g_string_free (look->complaints, TRUE);
  g_assert_finalize_object (session);
}

/* Each page in the language that needs the most room for it, in which no other would find more; those that differ most
 * also from right to left; and in every language what stands around them. */
static void
test_large_text (gconstpointer data)
{
  PanahSession *session = new_session (data);
  g_auto (GStrv) places = panah_test_list_places (session), languages = list_languages ();
  g_autoptr (GArray) widest = g_array_new (FALSE, FALSE, sizeof (Widest));
  PanahTestFit look = { .complaints = g_string_new (NULL) };

  find_widest (widest, session, (const char *const *) places, languages, FALSE);
  find_widest (widest, session, some_places, languages, TRUE);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      use_language (session, languages[i]);
      PanahWindow *window = open_window (session, 200);
      for (guint j = 0; j < widest->len; j++)
        {
          const Widest *each = &g_array_index (widest, Widest, j);
          if (strcmp (each->language, languages[i]) == 0)
            check_place (&look, window, each->place);
        }
      check_chrome (&look, window);
      panah_test_close_window (window);
    }
  finish (session, &look);
}

/* Where words are short and small, what is pressed is the smallest; all else has more room than with large text. */
static void
test_usual_text (gconstpointer data)
{
  PanahSession *session = new_session (data);
  g_auto (GStrv) places = panah_test_list_places (session);
  PanahTestFit look = { .complaints = g_string_new (NULL), .targets = TRUE };

  use_language (session, SHORTEST);
  PanahWindow *window = open_window (session, 100);
  for (guint i = 0; places[i] != NULL; i++)
    {
      look.place = places[i];
      panah_window_go (window, places[i]);
      panah_test_fit_check_targets (&look, GTK_WIDGET (window));
    }
  for (guint i = 0; some_places[i] != NULL; i++)
    check_place (&look, window, some_places[i]);
  check_chrome (&look, window);
  panah_test_close_window (window);
  finish (session, &look);
}

/* Where two languages stand together, there is less room for each; one of a pair runs the other way. */
static void
test_two_languages (gconstpointer data)
{
  static const struct
  {
    const char *language;
    const char *second;
    int         percent;
  } pairs[] = {
    { "fa-AF", "ru", 200 },
    { "ru", "ug", 100 },
  };
  PanahSession *session = new_session (data);
  PanahTestFit look = { .complaints = g_string_new (NULL) };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      use_language (session, pairs[i].language);
      panah_session_set_second_language (session, pairs[i].second);
      look.targets = pairs[i].percent == 100;
      PanahWindow *window = open_window (session, pairs[i].percent);
      for (guint j = 0; some_places[j] != NULL; j++)
        check_place (&look, window, some_places[j]);
      check_chrome (&look, window);
      panah_test_close_window (window);
    }
  finish (session, &look);
}

/* Things that are wrong, to see that they are found. */

static GtkWidget *
new_long_label (gboolean ellipsized)
{
  GtkWidget *label = gtk_label_new ("Donaudampfschifffahrtsgesellschaft");

  gtk_label_set_wrap (GTK_LABEL (label), !ellipsized);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsized ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  return label;
}

static GtkWidget *
put_in_column (GtkWidget *widget)
{
  return g_object_new (ADW_TYPE_CLAMP, "child", widget, "maximum-size", 120, "tightening-threshold", 120, NULL);
}

/* Shows no more of @widget than there is room for. */
static GtkWidget *
put_in_hole (GtkWidget *widget,
             int        size)
{
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", widget, "hscrollbar-policy", GTK_POLICY_EXTERNAL,
                       "vscrollbar-policy", GTK_POLICY_NEVER, "width-request", size, "halign", GTK_ALIGN_START, NULL);
}

static GtkWidget *
put_aside (GtkWidget *widget)
{
  GtkWidget *fixed = gtk_fixed_new ();

  gtk_fixed_put (GTK_FIXED (fixed), widget, PANAH_TEST_FIT_WIDTH - 20, 0);
  return fixed;
}

static GtkWidget *
new_cut_word (void)
{
  return put_in_column (new_long_label (FALSE));
}

static GtkWidget *
new_dots (void)
{
  return put_in_column (new_long_label (TRUE));
}

static GtkWidget *
new_clipped_button (void)
{
  return put_in_hole (gtk_button_new_with_label ("Continue with the next question"), 60);
}

static GtkWidget *
new_word_outside (void)
{
  return put_in_hole (put_aside (gtk_label_new ("outside")), PANAH_TEST_FIT_WIDTH);
}

static GtkWidget *
new_wide_page (void)
{
  return put_aside (gtk_label_new ("outside"));
}

static GtkWidget *
new_high_page (void)
{
  return g_object_new (GTK_TYPE_LABEL, "label", "high", "height-request", PANAH_TEST_FIT_HEIGHT + 1, NULL);
}

static GtkWidget *
new_small_button (void)
{
  GtkWidget *button = gtk_button_new_with_label ("a");
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (css, "button { min-width: 0; min-height: 0; padding: 0; }", -1);
  gtk_style_context_add_provider (gtk_widget_get_style_context (button), GTK_STYLE_PROVIDER (css), GTK_STYLE_PROVIDER_PRIORITY_USER);
  return button;
}

static GtkWidget *
new_good_page (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), new_long_label (FALSE));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Continue with the next question"));
  gtk_box_append (GTK_BOX (box), gtk_entry_new ());
  return box;
}

/* @complaint: (nullable): a part of it */
typedef struct
{
  const char *name;
  GtkWidget  *(*build) (void);
  const char *complaint;
} BadRow;

static const BadRow bad_rows[] = {
  { "good", new_good_page, NULL },
  { "cut-word", new_cut_word, "cuts a word at “fahrt" },
  { "dots", new_dots, "ends in dots" },
  { "clipped-button", new_clipped_button, "GtkButton “Continue with the next question” reaches out of GtkViewport" },
  { "word-outside", new_word_outside, "GtkLabel “outside” reaches out of GtkViewport" },
  { "wide", new_wide_page, " wide" },
  { "high", new_high_page, "is 601 high" },
  { "small-target", new_small_button, "GtkButton “a” is " },
};

static void
test_finds (gconstpointer data)
{
  const BadRow *row = data;
  GtkWidget *window = gtk_application_window_new (panah_test_get_application ());
  PanahTestFit look = { .place = row->name, .targets = TRUE, .complaints = g_string_new (NULL) };

  gtk_window_set_child (GTK_WINDOW (window), row->build ());
  panah_test_fit_check (&look, window);
  if (row->complaint != NULL)
    g_assert_nonnull (strstr (look.complaints->str, row->complaint));
  else
    g_assert_cmpstr (look.complaints->str, ==, "");
  g_string_free (look.complaints, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* On a very large screen what one reads is no wider than on a small one. */
static void
test_large_screen (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");

  panah_test_answer (session);
  PanahWindow *window = panah_test_open_window (session, FALSE);
  for (guint i = 0; some_places[i] != NULL; i++)
    {
      panah_window_go (window, some_places[i]);
      PanahPage *page = panah_window_get_page (window);
      gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (GTK_WIDGET (window), 3840, 2160, -1, NULL);
      g_test_message ("%s", some_places[i]);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), >, 600);
      if (!panah_page_is_wide (page))
        g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, 720);
    }
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* GTK 4.8 measures a label in two ways, which may differ for Chinese and Arabic; and says so, which ends a test. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         data)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE") && (strstr (fields[i].value, "Expect overlapping widgets") != NULL ||
                                                     strstr (fields[i].value, "natural size must be >= min size") != NULL))
        return G_LOG_WRITER_HANDLED;
    }
  return g_log_writer_default (level, fields, n_fields, data);
}

int
main (int   argc,
      char *argv[])
{
  g_log_set_writer_func (write_log, NULL, NULL);
  panah_test_init (&argc, &argv);
  g_test_set_nonfatal_assertions (); /* all that is wrong, not the first of it */
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/fits/finds/", bad_rows[i].name, NULL);
      g_test_add_data_func (path, &bad_rows[i], test_finds);
    }
  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autofree char *usual = g_strdup_printf ("/ui/fits/%s/usual", packs[i]), *large = g_strdup_printf ("/ui/fits/%s/large", packs[i]);
      g_test_add_data_func (usual, packs[i], test_usual_text);
      g_test_add_data_func (large, packs[i], test_large_text);
    }
  g_test_add_data_func ("/ui/fits/kz/two-languages", "kz", test_two_languages);
  g_test_add_func ("/ui/fits/large-screen", test_large_screen);
  return g_test_run ();
}
