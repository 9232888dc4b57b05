/* test-answers.c - how far a section is, every answer on one page, two languages at once, and what is near the line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "ui/list.h"
#include "ui/pages.h"
#include "ui/progress.h"

#include <string.h>

static PanahSession *
new_sample_session (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");

  panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
  return session;
}

static const PanahSectionSpec *
find_section (PanahSession *session,
              const char   *id)
{
  guint n;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (panah_session_get_pack (session), &n);

  for (guint i = 0; i < n; i++)
    {
      if (strcmp (sections[i]->id, id) == 0)
        return sections[i];
    }
  g_error ("there is no section %s", id);
}

static PanahProgressState
get_state (PanahSession *session,
           const char   *section)
{
  return panah_progress_measure (session, find_section (session, section)).state;
}

static void
answer (PanahSession *session,
        const char   *fact,
        const char   *json)
{
  const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), fact);
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (json, &error);

  g_assert_no_error (error);
  PanahValue *value = panah_value_new_from_json (spec, fact, node, strange, &error);
  g_assert_no_error (error);
  panah_session_set_answer (session, fact, value);
}

static void
test_states (void)
{
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");

  g_assert_cmpint (get_state (session, "earlier"), ==, PANAH_PROGRESS_NOT_STARTED);
  panah_session_set_mark (session, "ask:applied-before", TRUE);
  g_assert_cmpint (get_state (session, "earlier"), ==, PANAH_PROGRESS_LOOKED_AT);
  answer (session, "earlier.applied", "\"no\"");
  g_assert_cmpint (get_state (session, "earlier"), ==, PANAH_PROGRESS_DONE);
  answer (session, "earlier.applied", "\"yes\"");
  g_assert_cmpint (get_state (session, "earlier"), ==, PANAH_PROGRESS_IN_PROGRESS);

  /* a date that cannot be */
  answer (session, "applicant.birth_date", "\"2031-01-01\"");
  PanahProgress about = panah_progress_measure (session, find_section (session, "about"));
  g_assert_cmpint (about.state, ==, PANAH_PROGRESS_NEEDS_ATTENTION);
  g_assert_cmpstr (about.next->id, ==, "birth");

  /* what waits says for what, and what belongs to something else is not there */
  PanahProgress decision = panah_progress_measure (session, find_section (session, "decision"));
  g_assert_cmpint (decision.state, ==, PANAH_PROGRESS_CANNOT_START);
  g_assert_cmpstr (decision.next->id, ==, "filed");
  g_assert_cmpint (get_state (session, "cassation"), ==, PANAH_PROGRESS_HIDDEN);
  answer (session, "application.filed_on", "\"2026-11-24\"");
  g_assert_cmpint (get_state (session, "decision"), ==, PANAH_PROGRESS_NOT_STARTED);
}

/* A mark belongs to one person’s case and is in no file. */
static void
test_marks (void)
{
  g_autoptr (PanahSession) session = new_sample_session ();
  guint64 revision = panah_session_get_revision (session, "kz");

  panah_session_set_mark (session, "ask:name", TRUE);
  g_assert_true (panah_session_is_marked (session, "ask:name"));
  g_assert_cmpuint (panah_session_get_revision (session, "kz"), ==, revision);
  panah_list_start_case (session, "family", 1);
  g_assert_false (panah_session_is_marked (session, "ask:name"));
  panah_session_set_current (session, 0);
  g_assert_true (panah_session_is_marked (session, "ask:name"));
  panah_session_set_mark (session, "ask:name", FALSE);
  g_assert_false (panah_session_is_marked (session, "ask:name"));
}

typedef struct
{
  const char *name;
  const char *born;
  const char *came_along;
  gboolean    near;
} LineRow;

/* The window of the sample runs until 2026-11-24T24:00 and later: who is 18 on the 24th files an own application. */
static const LineRow line_rows[] = {
  { "a-year-across-the-line", "{\"calendar\":\"gregorian\",\"year\":2008,\"month\":null,\"day\":null}", "\"yes\"", TRUE },
  { "a-year-far-below", "{\"calendar\":\"gregorian\",\"year\":2015,\"month\":null,\"day\":null}", "\"yes\"", FALSE },
  { "a-year-far-above", "{\"calendar\":\"gregorian\",\"year\":1990,\"month\":null,\"day\":null}", "\"yes\"", FALSE },
  { "did-not-come", "{\"calendar\":\"gregorian\",\"year\":2008,\"month\":null,\"day\":null}", "\"no\"", FALSE },
  { "on-the-filing-day", "\"2008-11-24\"", "\"yes\"", FALSE },
  { "the-day-before-the-last-day", "\"2008-11-26\"", "\"yes\"", TRUE },
  { "after-the-last-day", "\"2008-12-24\"", "\"yes\"", FALSE },
  { "not-answered", "null", "\"yes\"", FALSE },
};

static void
test_line (gconstpointer data)
{
  const LineRow *row = data;
  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  g_autofree char *family = g_strdup_printf ("[{\"birth_date\":%s,\"came_along\":%s}]", row->born, row->came_along);

  answer (session, "situation", "\"in-country\"");
  answer (session, "entry.manner", "\"lawful\"");
  answer (session, "danger.since", "\"before-arrival\"");
  answer (session, "entry.date", "\"2026-11-23\"");
  answer (session, "family", family);
  g_assert_cmpint (panah_list_is_near_line (session, "family", 0), ==, row->near);
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type,
             guint     *skip)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, skip);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_nth (PanahWindow *window,
          GType        type,
          guint        n)
{
  GtkWidget *found = find_widget (GTK_WIDGET (panah_window_get_page (window)), type, &n);

  g_assert_nonnull (found);
  return found;
}

static char *
print_answers (PanahSession *session)
{
  g_autoptr (JsonNode) root = panah_case_to_json (panah_session_get_case (session), panah_session_get_pack (session));

  return json_to_string (root, FALSE);
}

static PanahField *
find_field (PanahWindow *window,
            const char  *path)
{
  GPtrArray *fields = panah_page_get_fields (panah_window_get_page (window));

  for (guint i = 0; i < fields->len; i++)
    {
      if (strcmp (panah_field_get_path (fields->pdata[i]), path) == 0)
        return fields->pdata[i];
    }
  g_error ("%s is not on the page", path);
}

static GtkWidget *
open_all (PanahWindow *window)
{
  panah_window_go (window, "answers");
  g_signal_emit_by_name (find_nth (window, GTK_TYPE_BUTTON, 0), "clicked");
  return GTK_WIDGET (panah_window_get_page (window));
}

/* Everything that is asked stands there, and who keeps what nobody changed changes nothing, not even the revision. */
static void
test_dense_keeps (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, FALSE);
  guint n;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (panah_session_get_pack (session), &n);

  panah_window_go (window, "answers");
  g_assert_cmpuint (panah_page_get_fields (panah_window_get_page (window))->len, ==, 0);
  gint64 start = g_get_monotonic_time ();
  open_all (window);
  g_test_message ("%u fields in %d ms", panah_page_get_fields (panah_window_get_page (window))->len,
                  (int) (g_get_monotonic_time () - start) / 1000);
  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < sections[i]->n_pages; j++)
        {
          const PanahPageSpec *page = sections[i]->pages[j];
          const PanahFactSpec *fact = panah_pack_find_fact (panah_session_get_pack (session), page->facts[0]);
          if (panah_progress_is_asked (session, page) && fact->kind != PANAH_FACT_LIST)
            find_field (window, fact->id);
        }
    }
  find_field (window, "family[4].name");

  g_autofree char *before = print_answers (session);
  guint64 revision = panah_session_get_revision (session, "kz");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);
  g_assert_cmpstr (panah_window_get_place (window), ==, "tasks");
  g_assert_cmpuint (panah_session_get_revision (session, "kz"), ==, revision);
  g_autofree char *after = print_answers (session);
  g_assert_cmpstr (after, ==, before);
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

static void
type (PanahField *field,
      const char *text)
{
  guint first = 0;
  GtkWidget *entry = find_widget (GTK_WIDGET (field), GTK_TYPE_ENTRY, &first);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* A fact and a member of an entry are changed in place; what was typed and not kept outlives a look elsewhere. */
static void
test_dense_changes (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, FALSE);

  open_all (window);
  type (find_field (window, "applicant.phone"), "+7 700 1234567");
  type (find_field (window, "family[1].passport"), "N 777");
  panah_window_go (window, "tasks");
  panah_window_go (window, "answers");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);
  const PanahValue *family = panah_facts_get (panah_session_get_facts (session), "family");
  g_assert_cmpstr (panah_value_get_said (panah_facts_get (panah_session_get_facts (session), "applicant.phone")), ==,
                   "+7 700 1234567");
  g_assert_cmpstr (panah_value_get_said (panah_value_get_member (family, 1, "passport")), ==, "N 777");
  g_assert_cmpuint (panah_value_get_n_entries (family), ==, 5);
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* What is wrong in a part that is folded away is said, and its line leads there. */
static void
test_dense_mistake (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, TRUE);

  open_all (window);
  PanahField *field = find_field (window, "applicant.birth_date");
  type (field, "99");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_nth (window, GTK_TYPE_TOGGLE_BUTTON, 0)), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);
  g_assert_cmpstr (panah_window_get_place (window), ==, "answers");
  GtkWidget *summary = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_has_css_class (summary, "error-summary"));

  g_signal_emit_by_name (find_widget (summary, GTK_TYPE_BUTTON, &(guint){ 0 }), "clicked");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (field)));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_nth (window, GTK_TYPE_TOGGLE_BUTTON, 0))));
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* An entry has a summary too, which takes the focus and leads to its field. */
static void
test_entry_mistake (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, TRUE);

  panah_window_go (window, "entry:family:1");
  PanahField *field = find_field (window, "family[1].birth_date");
  type (field, "99");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);
  g_assert_cmpstr (panah_window_get_place (window), ==, "entry:family:1");
  GtkWidget *summary = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_has_css_class (summary, "error-summary"));
  g_signal_emit_by_name (find_widget (summary, GTK_TYPE_BUTTON, &(guint){ 0 }), "clicked");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (field)));
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

static GtkLabel *
find_label (GtkWidget  *widget,
            const char *start)
{
  for (guint i = 0;; i++)
    {
      guint skip = i;
      GtkWidget *label = find_widget (widget, GTK_TYPE_LABEL, &skip);
      if (label == NULL || g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), start))
        return GTK_LABEL (label);
    }
}

/* @first and @second stand in one label, and from the second on it says which language that is. */
static void
assert_both (PanahWindow *window,
             const char  *first,
             const char  *second)
{
  GtkLabel *label = find_label (GTK_WIDGET (panah_window_get_page (window)), first);
  g_autofree char *both = g_strconcat (first, "\n", second, NULL);

  g_assert_nonnull (label);
  g_assert_cmpstr (gtk_label_get_text (label), ==, both);
  g_autoptr (PangoAttrIterator) iterator = pango_attr_list_get_iterator (gtk_label_get_attributes (label));
  g_assert_null (pango_attr_iterator_get (iterator, PANGO_ATTR_LANGUAGE));
  g_assert_true (pango_attr_iterator_next (iterator));
  const PangoAttribute *language = pango_attr_iterator_get (iterator, PANGO_ATTR_LANGUAGE);
  g_assert_cmpuint (language->start_index, ==, strlen (first) + 1);
  g_assert_cmpstr (pango_language_to_string (((const PangoAttrLanguage *) language)->value), ==, "ru");
}

/* What is asked, and every word inside the boxes that hold the answer. */
static const struct
{
  const char *page, *first, *second;
} both_rows[] = {
  { "manner", "How did you cross the border?", "Как вы пересекли границу?" },
  { "manner", "With permission, at a checkpoint", "С разрешением, через пункт пропуска" },
  { "manner", "I don’t know", "Не знаю" },
  { "manner", "Why we ask", "Зачем мы спрашиваем" },
  { "interpreter-person", "Name of the interpreter", "Имя переводчика" },
  { "birth", "Calendar of the form (1990)", "Обычный календарь, как на бланке (1990)" },
  { "birth", "Day", "День" },
  { "birth", "Month", "Месяц" },
  { "birth", "Year", "Год" },
  { "birth", "The month can be a number or a name, in any language.", "Месяц можно указать числом или названием, на любом языке." },
  { "birth", "This is \u2068Monday, 2 March 1981\u2069.", "Это \u2068понедельник, 2 марта 1981\u2069." },
  { "birth", "I know only the year", "Я знаю только год" },
  { "birth", "In your own words", "Своими словами" },
  { "birth", "For the form, in this language: Russian", "Для бланка, на этом языке: русский" },
  { "moment", "Today: \u206824 November 2026\u2069", "Сегодня: \u206824 ноября 2026\u2069" },
  { "moment", "Hour, 0 to 23", "Час, от 0 до 23" },
  { "moment", "Minute", "Минута" },
  { "name", "In Latin letters, as in a passport", "Латинскими буквами, как в паспорте" },
  { "name", "Surname, if you have one", "Фамилия, если есть" },
  { "name", "In your own script", "Вашим письмом" },
  { "citizenship", "Type a part of the name", "Введите часть названия" },
  { "citizenship", "Afghanistan", "Афганистан" },
  { "citizenship", "Remove", "Убрать" },
};

static void
test_both (void)
{
  PanahSession *session = new_sample_session ();
  PanahWindow *window = panah_test_open_window (session, FALSE);

  panah_session_set_second_language (session, "ru");
  for (guint i = 0; i < G_N_ELEMENTS (both_rows); i++)
    {
      g_autofree char *place = g_strconcat ("ask:", both_rows[i].page, NULL);
      panah_window_go (window, place);
      assert_both (window, both_rows[i].first, both_rows[i].second);
    }

  /* a language of its own beside itself says nothing new, and to look up the one does not change the other */
  panah_session_set_second_language (session, "en");
  panah_window_go (window, "ask:manner");
  g_assert_cmpstr (panah_page_get_heading (panah_window_get_page (window)), ==, "How did you cross the border?");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);
  g_test_add_func ("/ui/answers/states", test_states);
  g_test_add_func ("/ui/answers/marks", test_marks);
  for (guint i = 0; i < G_N_ELEMENTS (line_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/answers/line/", line_rows[i].name, NULL);
      g_test_add_data_func (path, &line_rows[i], test_line);
    }
  g_test_add_func ("/ui/answers/dense-keeps", test_dense_keeps);
  g_test_add_func ("/ui/answers/dense-changes", test_dense_changes);
  g_test_add_func ("/ui/answers/dense-mistake", test_dense_mistake);
  g_test_add_func ("/ui/answers/entry-mistake", test_entry_mistake);
  g_test_add_func ("/ui/answers/both", test_both);
  return g_test_run ();
}
