/* text-editor.c - words: short, long, and numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The form must be in an official language, and many people tell their story in another one. So words are asked
 * twice where the window does not speak the form's language: as the person says them, and as the form will have them. */

#include "paper/words.h"
#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/editor.h"
#include "ui/keyboard-input.h"
#include "ui/keyboard-layout.h"

#include <glib/gi18n.h>
#include <string.h>

#define STORY_HEIGHT 160

/* inputs: what was said, and one text for each language of forms that the window does not speak */
static guint
count_official (PanahEditor *self,
                const char **languages)
{
  const char *const *official = panah_pack_get_official_languages (panah_session_get_pack (self->session));
  const char *wanted = panah_session_get_case (self->session)->official_language;
  guint n = 0;

  if (self->spec->kind != PANAH_FACT_TEXT && self->spec->kind != PANAH_FACT_LONG_TEXT)
    return 0;
  for (guint i = 0; official[i] != NULL; i++)
    {
      if (strcmp (official[i], wanted) == 0 && strcmp (official[i], panah_session_get_language (self->session)) != 0)
        languages[n++] = official[i];
    }
  return n;
}

static char *
say_official (PanahSession *session,
              gconstpointer language)
{
  g_autofree char *name = panah_words_name_language (panah_session_get_language (session), language);

  /* TRANSLATORS: %s is a language, "Russian" */
  return g_strdup_printf (_("For the form, in this language: %s"), name != NULL ? name : (const char *) language);
}

static void
set_purpose (PanahEditor *self,
             GtkWidget   *entry)
{
  if (self->spec->kind == PANAH_FACT_PHONE)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_PHONE);
  else if (self->spec->kind == PANAH_FACT_EMAIL)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_EMAIL);
  else if (self->spec->kind == PANAH_FACT_NUMBER_TEXT)
    panah_keyboard_set_wanted (entry, PANAH_KEYBOARD_LATIN); /* the numbers of passports and cases have letters too */
  if (self->spec->kind != PANAH_FACT_TEXT)
    gtk_widget_set_direction (entry, GTK_TEXT_DIR_LTR);
}

static void
create_text (PanahEditor *self)
{
  const char *languages[8];
  guint n = count_official (self, languages);

  gtk_box_set_spacing (GTK_BOX (self->box), 12);
  set_purpose (self, panah_editor_add_entry (self, self->box, n > 0 ? N_("In your own words") : NULL, 0));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *entry = panah_text_entry_new (self->name, 0);
      gtk_box_append (GTK_BOX (panah_editor_add_column (self, self->box, entry, say_official, languages[i])), entry);
      panah_keyboard_set_wanted (entry, languages[i]);
    }
}

/* @say: (nullable): makes the caption of @data. @wanted: (nullable): language of the form */
static void
add_story (PanahEditor  *self,
           PanahSay      say,
           gconstpointer data,
           const char   *wanted)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (view), GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_PRIVATE);
  panah_a11y_set_name (view, self->name);
  panah_keyboard_set_wanted (view, wanted);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), STORY_HEIGHT);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_widget_add_css_class (scrolled, "story");
  gtk_box_append (GTK_BOX (panah_editor_add_column (self, self->box, view, say, data)), scrolled);
}

static void
create_long_text (PanahEditor *self)
{
  const char *languages[8];
  guint n = count_official (self, languages);

  gtk_box_set_spacing (GTK_BOX (self->box), 12);
  add_story (self, n > 0 ? panah_both_say : NULL, N_("In your own words"), NULL);
  for (guint i = 0; i < n; i++)
    add_story (self, say_official, languages[i], languages[i]);
}

/* A member of the value last shown; plain words count as "said". */
static const char *
get_kept (PanahEditor *self,
          const char  *member)
{
  if (self->kept == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (self->kept))
    return strcmp (member, "said") == 0 ? json_node_get_string (self->kept) : NULL;
  return json_object_get_string_member_with_default (json_node_get_object (self->kept), member, NULL);
}

static const char *
get_kept_official (PanahEditor *self,
                   const char  *language)
{
  JsonObject *object = self->kept != NULL && JSON_NODE_HOLDS_OBJECT (self->kept) ? json_node_get_object (self->kept) : NULL;

  if (object == NULL || !json_object_has_member (object, "official"))
    return NULL;
  return json_object_get_string_member_with_default (json_object_get_object_member (object, "official"), language, NULL);
}

/* Whether the window's own language holds the form's words, and what was said is in another one. */
static gboolean
shows_official (PanahEditor *self)
{
  const char *language = get_kept (self, "language"), *own = panah_session_get_language (self->session);

  return get_kept_official (self, own) != NULL || (language != NULL && strcmp (language, own) != 0);
}

/* Many write in their own script while the window speaks another language: then it is not that language, and nobody has
 * said which. */
static const char *
guess_language (const char *said,
                const char *language)
{
  PangoLanguage *own = pango_language_from_string (language);

  for (const char *c = said; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_isalpha (g_utf8_get_char (c)))
        {
          PangoScript script = (PangoScript) g_unichar_get_script (g_utf8_get_char (c));
          return pango_language_includes_script (own, script) ? language : "und";
        }
    }
  return language;
}

static JsonNode *
make_text (const char *said,
           const char *language,
           JsonObject *official)
{
  gboolean has_official = json_object_get_size (official) > 0;

  if (said != NULL && *said == '\0')
    said = NULL;
  if (!has_official && (said == NULL || language == NULL))
    {
      json_object_unref (official);
      return said != NULL ? json_node_init_string (json_node_alloc (), said) : NULL;
    }

  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  if (said != NULL)
    json_object_set_string_member (object, "said", said);
  if (said != NULL && language != NULL)
    json_object_set_string_member (object, "language", language);
  if (has_official)
    json_object_set_object_member (object, "official", official);
  else
    json_object_unref (official);
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
read_text (PanahEditor *self,
           char       **out_error)
{
  const char *const *official = panah_pack_get_official_languages (panah_session_get_pack (self->session));
  const char *shown[8], *own = panah_session_get_language (self->session);
  guint n = count_official (self, shown);
  g_autofree char *first = panah_editor_get_text (self, 0);
  const char *said = get_kept (self, "said"), *language = get_kept (self, "language");
  JsonObject *words = json_object_new ();

  for (guint i = 0; official[i] != NULL; i++)
    {
      if (get_kept_official (self, official[i]) != NULL)
        json_object_set_string_member (words, official[i], get_kept_official (self, official[i]));
    }

  if (n == 0 && shows_official (self))
    {
      json_object_remove_member (words, own);
      if (*first != '\0')
        json_object_set_string_member (words, own, first);
      return make_text (said, language, words);
    }

  if (g_strcmp0 (first, said) != 0)
    language = n > 0 ? guess_language (first, own) : NULL;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = panah_editor_get_text (self, i + 1);
      json_object_remove_member (words, shown[i]);
      if (*text != '\0')
        json_object_set_string_member (words, shown[i], text);
    }
  return make_text (first, language, words);
}

static void
write_text (PanahEditor *self,
            JsonNode    *value)
{
  const char *shown[8], *own = panah_session_get_language (self->session);
  guint n = count_official (self, shown);

  g_clear_pointer (&self->kept, json_node_unref);
  self->kept = value != NULL ? json_node_copy (value) : NULL;
  panah_editor_set_text (self, 0, n == 0 && shows_official (self) ? get_kept_official (self, own) : get_kept (self, "said"));
  for (guint i = 0; i < n; i++)
    panah_editor_set_text (self, i + 1, get_kept_official (self, shown[i]));
}

/* Each language of the window shows another part, so what is typed is kept as a value. */
static JsonNode *
dump_text (PanahEditor *self)
{
  JsonNode *value = read_text (self, NULL);

  return value != NULL ? value : json_node_init_null (json_node_alloc ());
}

static void
restore_text (PanahEditor *self,
              JsonNode    *dump)
{
  write_text (self, JSON_NODE_HOLDS_NULL (dump) ? NULL : dump);
}

const PanahEditorKind panah_text_editor = { create_text, read_text, write_text, dump_text, restore_text };
const PanahEditorKind panah_long_text_editor = { create_long_text, read_text, write_text, dump_text, restore_text };

static void
create_count (PanahEditor *self)
{
  GtkWidget *entry = panah_editor_add_entry (self, self->box, NULL, 4);

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_set_direction (entry, GTK_TEXT_DIR_LTR);
}

static JsonNode *
read_count (PanahEditor *self,
            char       **out_error)
{
  g_autofree char *text = panah_editor_get_text (self, 0);
  guint64 number;

  if (*text == '\0')
    return NULL;
  if (!g_ascii_string_to_unsigned (text, 10, 0, 1000000, &number, NULL))
    {
      *out_error = g_strdup (_("Write a number in digits, for example 3."));
      return NULL;
    }
  return json_node_init_int (json_node_alloc (), number);
}

static void
write_count (PanahEditor *self,
             JsonNode    *value)
{
  g_autofree char *text =
    value != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value)) : g_strdup ("");

  panah_editor_set_text (self, 0, text);
}

const PanahEditorKind panah_count_editor = { create_count, read_count, write_count, NULL, NULL };
