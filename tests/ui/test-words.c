/* test-words.c - nothing that a person reads or hears was left in English, or shows what it was made from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* In the language en-XA every word that went through a catalogue has accents (see pseudo.py). A word that has a letter
 * which would have got one, and has none, was written into the program or kept out of the catalogue of a pack. */

#include "ui-support.h"

#include "ui/language.h"

#include <string.h>
#include <unicode/uloc.h>

#define LANGUAGE "en-XA"
#define ACCENTED "AEIOUCNSYZaeioucnsyz"

/* What is the same in every language. */
static const char *const same[] = {
  "PDF", "JSON", "panah", "ics", "Unicode", "Esc", "SHA",
};

/* What shows that words were put together wrongly. */
static const char *const crumbs[] = {
  "%s", "%d", "%u", "%1", "%2", "{", "}", "&amp;", "&lt;", "&gt;", "<b>", "</", "(null)", "\\n",
};

typedef struct
{
  GHashTable *allowed; /* owned: words that are somebody's answer or a name */
  const char *place;   /* borrowed */
  GString    *complaints; /* owned: a line each */
  guint       n_read;
} Reader;

static void G_GNUC_PRINTF (2, 3)
complain (Reader     *reader,
          const char *format,
          ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%s: %s", reader->place, what);
  g_string_append_printf (reader->complaints, "%s: %s\n", reader->place, what);
}

static void
allow_words (GHashTable *allowed,
             const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      const char *start = at;
      while (g_unichar_isalpha (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (at > start)
        g_hash_table_add (allowed, g_strndup (start, at - start));
      else
        at = g_utf8_next_char (at);
    }
}

static void
allow_json (GHashTable *allowed,
            JsonNode   *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));
      for (GList *l = members; l != NULL; l = l->next)
        allow_json (allowed, l->data);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (GList) elements = json_array_get_elements (json_node_get_array (node));
      for (GList *l = elements; l != NULL; l = l->next)
        allow_json (allowed, l->data);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    allow_words (allowed, json_node_get_string (node));
}

/* Names of countries, languages, months and days come from ICU and from tables that do not know the language. */
static void
allow_names (GHashTable *allowed)
{
  static const char *const names[] = {
    "January February March April May June July August September October November December",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday at of AM PM",
    "Hamal Sawr Jawza Saratan Asad Sunbula Mizan Aqrab Qaws Jadi Dalw Hut", /* core/month-name.c */
    "about exact date unknown Solar Hijri", /* paper/words.c */
  };
  guint n;
  const PanahLanguage *languages = panah_language_list (&n);

  for (guint i = 0; i < n; i++)
    {
      allow_words (allowed, languages[i].name);
      allow_words (allowed, languages[i].draft != NULL ? languages[i].draft : "");
    }
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    allow_words (allowed, same[i]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    allow_words (allowed, names[i]);
}

static void
allow_codes (GHashTable        *allowed,
             const char *const *codes,
             gboolean           countries)
{
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *locale = g_strconcat (countries ? "und_" : "", codes[i], NULL);
      UErrorCode status = U_ZERO_ERROR;
      UChar name[256];

      int length = countries ? uloc_getDisplayCountry (locale, "en", name, G_N_ELEMENTS (name), &status)
                             : uloc_getDisplayLanguage (locale, "en", name, G_N_ELEMENTS (name), &status);
      g_assert_true (U_SUCCESS (status));
      g_autofree char *text = g_utf16_to_utf8 (name, length, NULL, NULL, NULL);
      allow_words (allowed, text);
    }
}

static gboolean
is_plain (const char *word,
          gsize       length)
{
  gboolean telling = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalpha (word[i]))
        return FALSE;
      telling |= strchr (ACCENTED, word[i]) != NULL;
    }
  return length > 1 && telling;
}

/* Returns: (transfer full) (nullable): the first word of @text that was never translated */
static char *
find_english (GHashTable *allowed,
              const char *text)
{
  g_autoptr (GRegex) addresses = g_regex_new ("https?://\\S+|\\S+@\\S+|\\S+\\.(pdf|panah|json|ics)\\b|\\b[\\w-]+(\\.[\\w-]+)+", 0, 0, NULL);
  g_autofree char *words = g_regex_replace_literal (addresses, text, -1, 0, "", 0, NULL);
  const char *at = words;

  while (*at != '\0')
    {
      const char *start = at;
      while (g_unichar_isalpha (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      g_autofree char *word = g_strndup (start, at - start);
      if (is_plain (word, at - start) && !g_hash_table_contains (allowed, word))
        return g_steal_pointer (&word);
      if (at == start)
        at = g_utf8_next_char (at);
    }
  return NULL;
}

static void
read_words (Reader     *reader,
            const char *what,
            const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_autofree char *english = find_english (reader->allowed, text);

  reader->n_read++;
  if (english != NULL)
    complain (reader, "%s: “%s” was not translated in “%s”", what, english, text);
  for (guint i = 0; i < G_N_ELEMENTS (crumbs); i++)
    {
      if (strstr (text, crumbs[i]) != NULL)
        complain (reader, "%s: “%s” stands in “%s”", what, crumbs[i], text);
    }
}

static void
read_cb (GtkWidget *widget,
         gpointer   data)
{
  Reader *reader = data;

  if (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL) /* the words of GTK */
    return;
  g_autofree char *name = panah_test_get_spoken (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_autofree char *description = panah_test_get_spoken (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);

  read_words (reader, "name", name);
  read_words (reader, "description", description);
  read_words (reader, "tooltip", gtk_widget_get_tooltip_text (widget));
  if (GTK_IS_LABEL (widget))
    {
      if (gtk_label_get_use_markup (GTK_LABEL (widget)))
        complain (reader, "“%s” is markup", gtk_label_get_label (GTK_LABEL (widget)));
      read_words (reader, "label", gtk_label_get_text (GTK_LABEL (widget)));
    }
  if (GTK_IS_TEXT (widget))
    read_words (reader, "placeholder", gtk_text_get_placeholder_text (GTK_TEXT (widget)));
}

static void
init_reader (Reader *reader)
{
  reader->complaints = g_string_new (NULL);
  reader->allowed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  allow_names (reader->allowed);
  allow_codes (reader->allowed, uloc_getISOCountries (), TRUE);
  allow_codes (reader->allowed, uloc_getISOLanguages (), FALSE);
}

static void
clear_reader (Reader *reader)
{
  g_string_free (reader->complaints, TRUE);
  g_hash_table_unref (reader->allowed);
}

/* Reads all that is said and shown in @root. */
static void
read_tree (Reader     *reader,
           GtkWidget  *root,
           const char *place)
{
  reader->place = place;
  panah_test_visit (root, read_cb, reader);
}

static void
read_places (PanahSession *session,
             Reader       *reader)
{
  PanahWindow *window = panah_test_open_window (session, FALSE);
  g_auto (GStrv) places = panah_test_list_places (session);

  for (guint i = 0; places[i] != NULL; i++)
    {
      panah_window_go (window, places[i]);
      read_tree (reader, GTK_WIDGET (panah_window_get_page (window)), places[i]);
    }
  read_tree (reader, GTK_WIDGET (window), "window");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cover", NULL);
  read_tree (reader, GTK_WIDGET (window), "covered");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.uncover", NULL);
  panah_test_close_window (window);
}

typedef struct
{
  const char *pack;
  gboolean    answered;
} Row;

static const Row rows[] = {
  { "kz", FALSE },
  { "kz", TRUE },
  { "kg", FALSE },
  { "kg", TRUE },
};

static void
test_translated (gconstpointer data)
{
  const Row *row = data;
  PanahSession *session = panah_test_session_new_of (row->pack, "2026-11-24");
  Reader reader = { 0 };

  if (row->answered)
    panah_test_answer (session);
  panah_language_use (LANGUAGE);
  panah_session_set_language (session, LANGUAGE);
  init_reader (&reader);
  g_autoptr (JsonNode) root = panah_case_to_json (panah_session_get_case (session), panah_session_get_pack (session));
  allow_json (reader.allowed, root);
  read_places (session, &reader);
  panah_language_use ("en");
  g_assert_cmpuint (reader.n_read, >, 100);
  g_assert_cmpuint (reader.complaints->len, ==, 0);
  clear_reader (&reader);
  g_assert_finalize_object (session);
}

/* What finds nothing would pass too. */
static void
test_finds (void)
{
  static const struct
  {
    const char *text;
    const char *english;
  } found[] = {
    { "Yôû çâñ", NULL },
    { "Yôû can gô", "can" },
    { "Save", "Save" },
    { "https://example.org/some.page", NULL },
    { "Kazakhstan 2026", NULL },
  };
  g_autoptr (GHashTable) allowed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  allow_codes (allowed, uloc_getISOCountries (), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autofree char *english = find_english (allowed, found[i].text);
      g_assert_cmpstr (english, ==, found[i].english);
    }
}

static GtkWidget *
new_label (const char *text)
{
  return gtk_label_new (text);
}

static GtkWidget *
new_markup (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "use-markup", TRUE, "label", text, NULL);
}

static GtkWidget *
new_name (const char *text)
{
  GtkWidget *image = gtk_image_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return image;
}

static GtkWidget *
new_description (const char *text)
{
  GtkWidget *image = gtk_image_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return image;
}

static GtkWidget *
new_tooltip (const char *text)
{
  return g_object_new (GTK_TYPE_IMAGE, "tooltip-text", text, NULL);
}

static GtkWidget *
new_placeholder (const char *text)
{
  return g_object_new (GTK_TYPE_ENTRY, "placeholder-text", text, NULL);
}

/* A page on which one thing is wrong, or nothing. */
typedef struct
{
  const char *name;
  GtkWidget  *(*build) (const char *text);
  const char *text;
  const char *complaint;
} TreeRow;

static const TreeRow tree_rows[] = {
  { "good", new_label, "Šâvê thê fîlê", NULL },
  { "label", new_label, "Save thê fîlê", "label: “Save” was not" },
  { "name", new_name, "Save thê fîlê", "name: “Save” was not" },
  { "description", new_description, "Save thê fîlê", "description: “Save” was not" },
  { "tooltip", new_tooltip, "Save thê fîlê", "tooltip: “Save” was not" },
  { "placeholder", new_placeholder, "Save thê fîlê", "placeholder: “Save” was not" },
  { "directive", new_label, "Šâvê %s", "label: “%s” stands in" },
  { "brace", new_label, "Šâvê {fîlê}", "label: “{” stands in" },
  { "entity", new_label, "Šâvê &amp; gô", "label: “&amp;” stands in" },
  { "markup", new_markup, "Šâvê", "“Šâvê” is markup" },
  { "nothing", new_label, "Šâvê (null)", "label: “(null)” stands in" },
};

static void
test_finds_in_tree (gconstpointer data)
{
  const TreeRow *row = data;
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  Reader reader = { 0 };

  gtk_box_append (GTK_BOX (box), gtk_label_new ("Gôôd"));
  gtk_box_append (GTK_BOX (box), row->build (row->text));
  init_reader (&reader);
  read_tree (&reader, box, row->name);
  g_assert_cmpuint (reader.n_read, >=, 2);
  if (row->complaint != NULL)
    g_assert_nonnull (strstr (reader.complaints->str, row->complaint));
  else
    g_assert_cmpstr (reader.complaints->str, ==, "");
  clear_reader (&reader);
  g_object_unref (box);
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_set_nonfatal_assertions (); /* all that is wrong, not the first of it */
  g_test_add_func ("/ui/words/finds", test_finds);
  for (guint i = 0; i < G_N_ELEMENTS (tree_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/words/finds/", tree_rows[i].name, NULL);
      g_test_add_data_func (path, &tree_rows[i], test_finds_in_tree);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/words/%s/%s", rows[i].pack, rows[i].answered ? "answered" : "empty");
      g_test_add_data_func (path, &rows[i], test_translated);
    }
  return g_test_run ();
}
