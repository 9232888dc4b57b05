/* search-editor.c - countries and languages, found by typing a part of their name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/words.h"
#include "ui/a11y.h"
#include "ui/both.h"
#include "ui/editor.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unicode/uloc.h>

#define MAX_RESULTS 6

/* inputs: the search entry; @data: the chosen codes. Children of the box: chosen, entry, results. */

/* What most people here need comes first. */
static const char *const first_countries[] = { "AF", "UZ", "CN", "SY", "TJ", "TM", "IR", "PK", "IQ", "YE", "BY", "RU", "UA",
                                               "stateless" };
static const char *const first_languages[] = { "fa-AF", "ps", "ar", "ug", "uz", "zh", "ru", "kk", "ky", "tg", "en", "fa",
                                               "haz", "tk", "tr", "ur" };

static gboolean
is_country (PanahEditor *self)
{
  return self->spec->kind == PANAH_FACT_COUNTRY || self->spec->kind == PANAH_FACT_COUNTRIES;
}

static gboolean
is_single (PanahEditor *self)
{
  return self->spec->kind == PANAH_FACT_COUNTRY || self->spec->kind == PANAH_FACT_LANGUAGE;
}

static char *
say_country (PanahSession *session,
             gconstpointer code)
{
  char *name = panah_words_name_country (panah_session_get_language (session), code);

  return name != NULL ? name : g_strdup (code);
}

static char *
say_language (PanahSession *session,
              gconstpointer code)
{
  char *name = panah_words_name_language (panah_session_get_language (session), code);

  return name != NULL ? name : g_strdup (code);
}

static PanahSay
get_say (PanahEditor *self)
{
  return is_country (self) ? say_country : say_language;
}

static GtkWidget *
get_part (PanahEditor *self,
          guint        index)
{
  GtkWidget *child = gtk_widget_get_first_child (self->box);

  while (index-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void show_chosen (PanahEditor *self);

static void
remove_cb (GtkButton   *button,
           PanahEditor *self)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (self->data, g_object_get_data (G_OBJECT (button), "code"), g_str_equal, &index))
    g_ptr_array_remove_index (self->data, index);
  show_chosen (self);
  gtk_widget_grab_focus (self->inputs->pdata[0]);
}

/* What holds nothing takes no room either; what comes into it has to be seen to come by a screen reader. */
static void
clear_part (GtkWidget *box,
            gboolean   is_filled)
{
  clear_box (box);
  gtk_widget_set_visible (box, is_filled);
}

static void
show_chosen (PanahEditor *self)
{
  GtkWidget *box = get_part (self, 0);

  clear_part (box, self->data->len > 0);
  for (guint i = 0; i < self->data->len; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      g_autofree char *name = get_say (self) (self->session, self->data->pdata[i]);
      GtkWidget *label = panah_label_new (NULL, "heading");
      GtkWidget *button = panah_button_new (_("Remove"), NULL, NULL);
      g_autofree char *button_name = g_strdup_printf ("%s: %s", _("Remove"), name);

      panah_both_set_sentence (GTK_LABEL (label), self->session, get_say (self), self->data->pdata[i]);
      gtk_widget_set_hexpand (label, TRUE);
      panah_both_set_button (button, self->session, N_("Remove"));
      panah_a11y_set_name (button, button_name);
      g_object_set_data_full (G_OBJECT (button), "code", g_strdup (self->data->pdata[i]), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
      gtk_box_append (GTK_BOX (row), label);
      gtk_box_append (GTK_BOX (row), button);
      gtk_box_append (GTK_BOX (box), row);
    }
}

static void
choose (PanahEditor *self,
        const char  *code)
{
  if (is_single (self))
    g_ptr_array_set_size (self->data, 0);
  if (!g_ptr_array_find_with_equal_func (self->data, code, g_str_equal, NULL))
    g_ptr_array_add (self->data, g_strdup (code));
  show_chosen (self);
  panah_editor_set_text (self, 0, "");
  gtk_widget_grab_focus (self->inputs->pdata[0]);
}

static void
choose_cb (GtkButton   *button,
           PanahEditor *self)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (button), "code"));

  choose (self, code);
}

/* Adds a result if its name holds what was typed. */
static void
offer (PanahEditor *self,
       GtkWidget   *box,
       const char  *code,
       const char  *wanted,
       GHashTable  *seen)
{
  g_autofree char *name = get_say (self) (self->session, code);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (!g_hash_table_add (seen, g_strdup (code)) || strstr (folded, wanted) == NULL ||
      g_ptr_array_find_with_equal_func (self->data, code, g_str_equal, NULL))
    return;

  GtkWidget *button = panah_button_new (name, NULL, NULL);
  g_autofree char *button_name = g_strdup_printf ("%s: %s", _("Choose"), name);
  panah_both_set_sentence (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), self->session, get_say (self), code);
  panah_a11y_set_name (button, button_name);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (choose_cb), self);
  gtk_box_append (GTK_BOX (box), button);
}

static guint
count_children (GtkWidget *box)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
show_results (PanahEditor *self,
              GtkWidget   *box,
              const char  *wanted)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const *first = is_country (self) ? first_countries : first_languages;
  guint n_first = is_country (self) ? G_N_ELEMENTS (first_countries) : G_N_ELEMENTS (first_languages);
  const char *const *all = is_country (self) ? uloc_getISOCountries () : uloc_getISOLanguages ();

  for (guint i = 0; i < n_first && count_children (box) < MAX_RESULTS; i++)
    offer (self, box, first[i], wanted, seen);
  for (guint i = 0; all[i] != NULL && count_children (box) < MAX_RESULTS; i++)
    offer (self, box, all[i], wanted, seen);
  if (count_children (box) == 0)
    gtk_box_append (GTK_BOX (box), panah_both_new (self->session, N_("Nothing of that name was found. Try another spelling."), "dim-label"));
}

static void
search (PanahEditor *self)
{
  GtkWidget *box = get_part (self, 2);
  g_autofree char *text = panah_editor_get_text (self, 0);
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  clear_part (box, *wanted != '\0');
  if (*wanted != '\0')
    show_results (self, box, wanted);
}

/* Enter takes the first result, so that nobody needs a mouse. */
static void
activate_cb (PanahEditor *self)
{
  GtkWidget *first = gtk_widget_get_first_child (get_part (self, 2));

  if (first != NULL && GTK_IS_BUTTON (first))
    choose_cb (GTK_BUTTON (first), self);
}

static void
create_search (PanahEditor *self)
{
  gtk_box_append (GTK_BOX (self->box), gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkWidget *entry = panah_editor_add_entry (self, self->box, N_("Type a part of the name"), 0);
  gtk_box_append (GTK_BOX (self->box), gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  clear_part (get_part (self, 0), FALSE);
  clear_part (get_part (self, 2), FALSE);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (search), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
}

static JsonNode *
codes_to_json (PanahEditor *self)
{
  JsonArray *codes = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < self->data->len; i++)
    json_array_add_string_element (codes, self->data->pdata[i]);
  json_node_take_array (node, codes);
  return node;
}

static JsonNode *
read_search (PanahEditor *self,
             char       **out_error)
{
  g_autofree char *text = panah_editor_get_text (self, 0);

  if (*text != '\0')
    {
      *out_error = g_strdup (_("Choose a name from the list under what you typed, or empty the box."));
      return NULL;
    }
  if (self->data->len == 0)
    return NULL;
  return is_single (self) ? json_node_init_string (json_node_alloc (), self->data->pdata[0]) : codes_to_json (self);
}

static void
take_codes (PanahEditor *self,
            JsonArray   *codes)
{
  for (guint i = 0; i < json_array_get_length (codes); i++)
    g_ptr_array_add (self->data, g_strdup (json_array_get_string_element (codes, i)));
}

static void
write_search (PanahEditor *self,
              JsonNode    *value)
{
  g_ptr_array_set_size (self->data, 0);
  if (value != NULL && JSON_NODE_HOLDS_ARRAY (value))
    take_codes (self, json_node_get_array (value));
  else if (value != NULL)
    g_ptr_array_add (self->data, g_strdup (json_node_get_string (value)));
  show_chosen (self);
  panah_editor_set_text (self, 0, "");
}

static JsonNode *
dump_search (PanahEditor *self)
{
  g_autofree char *text = panah_editor_get_text (self, 0);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_member (object, "codes", codes_to_json (self));
  json_object_set_string_member (object, "text", text);
  json_node_take_object (node, object);
  return node;
}

static void
restore_search (PanahEditor *self,
                JsonNode    *dump)
{
  JsonObject *object = json_node_get_object (dump);

  g_ptr_array_set_size (self->data, 0);
  take_codes (self, json_object_get_array_member (object, "codes"));
  show_chosen (self);
  panah_editor_set_text (self, 0, json_object_get_string_member (object, "text"));
}

const PanahEditorKind panah_search_editor = { create_search, read_search, write_search, dump_search, restore_search };
