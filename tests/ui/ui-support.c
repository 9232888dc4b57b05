/* ui-support.c - what the tests of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "core/date.h"
#include "ui/application.h"
#include "ui/environment.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

/* To be called first; without a screen nothing can be tested, and the program ends with 77. */
void
panah_test_init (int    *argc,
                 char ***argv)
{
  panah_environment_prepare ();
  bindtextdomain ("panah", g_getenv ("PANAH_LOCALE_DIR"));
  bind_textdomain_codeset ("panah", "UTF-8");
  textdomain ("panah");
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no screen\n");
      exit (77);
    }
  adw_init ();
}

static PanahPack *
load_pack (const char *folder,
           const char *id)
{
  g_autofree char *directory = g_build_filename (folder, id, NULL);
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;
  PanahPack *pack = panah_pack_load (directory, problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pack);
  return pack;
}

/* Returns: (transfer full): one of the real packs */
PanahPack *
panah_test_load_pack (const char *id)
{
  return load_pack (g_getenv ("PANAH_TEST_PACKS"), id);
}

static PanahSession *
new_session (const char *folder,
             const char *id,
             const char *on)
{
  g_autoptr (PanahPack) pack = load_pack (folder, id);
  guint32 day;

  g_assert_true (panah_day_parse (on, &day));
  return panah_session_new (pack, (gint64) day * PANAH_MINUTES_PER_DAY, TRUE);
}

/* Returns: (transfer full): a session of the first real pack, at the first minute of that day */
PanahSession *
panah_test_session_new (const char *on)
{
  return panah_test_session_new_of ("kz", on);
}

PanahSession *
panah_test_session_new_of (const char *pack,
                           const char *on)
{
  return new_session (g_getenv ("PANAH_TEST_PACKS"), pack, on);
}

static void
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
set_flags (JsonObject *fact)
{
  static const char *const shared[] = { "applicant.address_here", "entry.moment", NULL };
  static const char *const becomes[][2] = {
    { "name", "applicant.name" }, { "birth_date", "applicant.birth_date" }, { "sex", "applicant.sex" },
  };
  const char *id = json_object_get_string_member (fact, "id");

  if (g_strv_contains (shared, id))
    json_object_set_boolean_member (fact, "shared", TRUE);
  if (strcmp (id, "family") != 0)
    return;

  JsonArray *items = json_object_get_array_member (fact, "items");
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);
      const char *item_id = json_object_get_string_member (item, "id");
      for (guint j = 0; j < G_N_ELEMENTS (becomes); j++)
        {
          if (strcmp (item_id, becomes[j][0]) == 0)
            json_object_set_string_member (item, "becomes", becomes[j][1]);
        }
      if (strcmp (item_id, "relationship") == 0)
        json_object_set_boolean_member (item, "personal", TRUE);
    }
}

/* Returns: (transfer full): as before, of a copy of the pack that says what a family has in common */
PanahSession *
panah_test_session_new_flagged (const char *on)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("panah-pack.XXXXXX", &error);
  g_autofree char *from = g_build_filename (g_getenv ("PANAH_TEST_PACKS"), "kz", NULL);
  g_autofree char *file = g_build_filename (folder, "kz", "facts.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  run ((const char *[]) { "cp", "-r", from, folder, NULL });
  json_parser_load_from_file (parser, file, &error);
  g_assert_no_error (error);
  JsonArray *facts = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "facts");
  for (guint i = 0; i < json_array_get_length (facts); i++)
    set_flags (json_array_get_object_element (facts, i));
  json_generator_set_root (generator, json_parser_get_root (parser));
  json_generator_to_file (generator, file, &error);
  g_assert_no_error (error);
  PanahSession *session = new_session (folder, "kz", on);
  run ((const char *[]) { "rm", "-r", folder, NULL });
  return session;
}

/* Takes over what a case says; @root is the case as it would stand in a file. */
void
panah_test_load_case (PanahSession *session,
                      JsonNode     *root)
{
  PanahPack *pack = panah_session_get_pack (session);
  g_autoptr (GError) error = NULL;
  guint n_facts, n_papers;
  const PanahFactSpec *const *facts = panah_pack_get_facts (pack, &n_facts);
  const PanahPaperSpec *const *papers = panah_pack_get_papers (pack, &n_papers);

  g_autoptr (PanahCase) a_case = panah_case_new_from_json (root, pack, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_facts; i++)
    {
      const PanahValue *value = panah_facts_get (a_case->facts, facts[i]->id);
      if (value != NULL)
        panah_session_set_answer (session, facts[i]->id, panah_value_ref ((PanahValue *) value));
    }
  for (guint i = 0; i < n_papers; i++)
    {
      const char *state = panah_facts_get_paper (a_case->facts, papers[i]->rule.id);
      if (state != NULL)
        panah_session_set_paper (session, papers[i]->rule.id, state);
    }
}

static JsonParser *
parse_file (const char *file)
{
  g_autoptr (GError) error = NULL;
  JsonParser *parser = json_parser_new_immutable ();

  json_parser_load_from_file (parser, file, &error);
  g_assert_no_error (error);
  return parser;
}

void
panah_test_load_answers (PanahSession *session,
                         const char   *file)
{
  g_autoptr (JsonParser) parser = parse_file (file);

  panah_test_load_case (session, json_parser_get_root (parser));
}

/* The sample, or where a country has none, the case among its own that says most. */
void
panah_test_answer (PanahSession *session)
{
  const char *id = panah_pack_get_id (panah_session_get_pack (session));

  if (strcmp (id, "kz") == 0)
    {
      panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
      return;
    }
  g_autofree char *file = g_build_filename (g_getenv ("PANAH_TEST_PACKS"), id, "cases", "documents.json", NULL);
  g_autoptr (JsonParser) parser = parse_file (file);
  JsonArray *cases = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "cases");
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), json_object_new ());
  JsonObject *a_case = json_node_get_object (root);

  json_object_set_string_member (a_case, "format", "panah-case");
  json_object_set_int_member (a_case, "schema", 1);
  json_object_set_string_member (a_case, "pack", id);
  json_object_set_member (a_case, "facts", json_node_copy (json_object_get_member (json_array_get_object_element (cases, 0), "facts")));
  json_object_unref (a_case);
  panah_test_load_case (session, root);
}

static void
add_entries (GStrvBuilder *places,
             PanahSession *session,
             const char   *list)
{
  guint n = panah_value_get_n_entries (panah_facts_get (panah_session_get_facts (session), list));

  for (guint i = 0; i < MIN (n + 1, 2); i++)
    {
      g_autofree char *place = g_strdup_printf ("entry:%s:%u", list, i);
      g_strv_builder_add (places, place);
    }
}

/* Returns: (transfer full): every place there is, each question asked or not */
char **
panah_test_list_places (PanahSession *session)
{
  static const char *const others[] = { "journey", "safety", "crashed", "tasks", "answers", "check", "plan", "rights", "limits", "papers",
                                        "lines", "preview:application", NULL };
  PanahPack *pack = panah_session_get_pack (session);
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();
  guint n;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (pack, &n);

  g_strv_builder_add (places, "start");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *hard = g_strconcat ("hard:", sections[i]->id, NULL);
      if (sections[i]->hard_help != NULL)
        g_strv_builder_add (places, hard);
      for (guint j = 0; j < sections[i]->n_pages; j++)
        {
          const PanahPageSpec *page = sections[i]->pages[j];
          g_autofree char *place = g_strconcat ("ask:", page->id, NULL);
          g_strv_builder_add (places, place);
          for (guint k = 0; page->facts[k] != NULL; k++)
            {
              if (panah_pack_find_fact (pack, page->facts[k])->kind == PANAH_FACT_LIST)
                add_entries (places, session, page->facts[k]);
              if (panah_pack_find_fact (pack, page->facts[k])->files_own != NULL)
                {
                  g_autofree char *adult = g_strdup_printf ("adult:%s:0", page->facts[k]);
                  g_autofree char *age = g_strdup_printf ("age:%s:0", page->facts[k]);
                  g_strv_builder_add (places, adult);
                  g_strv_builder_add (places, age);
                }
            }
        }
    }
  g_strv_builder_addv (places, (const char **) others);
  return g_strv_builder_end (places);
}

static gboolean
stop_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

/* Lets the window draw and answer. */
void
panah_test_wait (guint milliseconds)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (milliseconds, stop_cb, loop);
  g_main_loop_run (loop);
}

/* One for all tests: its name on the bus can be taken once. Its style is that of every window. */
GtkApplication *
panah_test_get_application (void)
{
  static PanahApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = panah_application_new ();
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return GTK_APPLICATION (application);
}

/* @shown: drawing takes a while */
PanahWindow *
panah_test_open_window (PanahSession *session,
                        gboolean      shown)
{
  PanahWindow *window = panah_window_new (panah_test_get_application (), session, NULL);
  if (shown)
    gtk_window_present (GTK_WINDOW (window));
  panah_test_wait (50);
  return window;
}

void
panah_test_close_window (PanahWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < 100 && window != NULL; i++)
    panah_test_wait (10);
  g_assert_null (window);
}

/* Returns: (nullable) (transfer none): the first one in there, shown or not */
GtkWidget *
panah_test_find_widget (GtkWidget *widget,
                        GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = panah_test_find_widget (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Calls @visit for @widget and whatever in it can be seen, if it is a window also before that is shown. */
void
panah_test_visit (GtkWidget     *widget,
                  PanahTestVisit visit,
                  gpointer       data)
{
  if (!GTK_IS_WINDOW (widget) && (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget)))
    return;
  visit (widget, data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    panah_test_visit (child, visit, data);
}

/* GTK says what a property is only to who expects something else.
 *
 * Returns: (transfer full) (nullable): what is spoken of @widget; %NULL if nobody has said */
char *
panah_test_get_spoken (GtkWidget            *widget,
                       GtkAccessibleProperty property)
{
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), property))
    return NULL;
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "\001");
}

/* Returns: (nullable) (transfer none): the first one in @widget that is called @name, if it can be seen */
GtkWidget *
panah_test_find_spoken (GtkWidget  *widget,
                        const char *name)
{
  g_autofree char *spoken = panah_test_get_spoken (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (g_strcmp0 (spoken, name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = panah_test_find_spoken (child, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* As A− and A+ do. */
void
panah_test_set_text_size (int percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);
}
