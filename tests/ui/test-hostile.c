/* test-hostile.c - answers that are markup, format directives, direction marks or endless lines are shown as they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memfd_create() */
#include "ui-support.h"

#include "ui/pages.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define MARKUP "A_b & <b>x</b> %s%n%d &amp; <"
#define HOSTILE MARKUP "\xE2\x80\xAE" "b\xE2\x81\xA6" "c\nd\te\xE2\x80\x8F"
#define CLEANED MARKUP "bc\nd e" /* where direction marks would reach into other words */
#define MEBIBYTE (1024 * 1024)
#define LEAST_SHOWN 300 /* letters of a story in the list of answers */

static JsonNode *
new_string (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
new_name (const char *text)
{
  static const char *const parts[] = { "surname", "given", "patronymic" };
  JsonObject *name = json_object_new ();

  for (guint i = 0; i < 2; i++)
    {
      JsonObject *script = json_object_new ();
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        json_object_set_string_member (script, parts[j], text);
      json_object_set_object_member (name, i == 0 ? "cyrillic" : "latin", script);
    }
  json_object_set_string_member (name, "native", text);
  return json_node_init_object (json_node_alloc (), name);
}

static JsonNode *
new_text (const char *text)
{
  JsonObject *said = json_object_new (), *official = json_object_new ();

  json_object_set_string_member (said, "said", text);
  json_object_set_string_member (said, "language", "en");
  json_object_set_string_member (official, "ru", text);
  json_object_set_object_member (said, "official", official);
  return json_node_init_object (json_node_alloc (), said);
}

static JsonNode *new_answer (const PanahFactSpec *spec,
                             const char          *text);

static JsonNode *
new_list (const PanahFactSpec *spec,
          const char          *text)
{
  JsonArray *entries = json_array_new ();
  JsonObject *entry = json_object_new ();

  for (guint i = 0; i < spec->n_items; i++)
    {
      JsonNode *answer = new_answer (spec->items[i], text);
      if (answer != NULL)
        json_object_set_member (entry, spec->items[i]->id, answer);
    }
  json_array_add_object_element (entries, entry);
  return json_node_init_array (json_node_alloc (), entries);
}

/* Returns: (nullable): @text as an answer to any question that takes one, codes it does not know included */
static JsonNode *
new_answer (const PanahFactSpec *spec,
            const char          *text)
{
  JsonArray *codes;

  switch (spec->kind)
    {
    case PANAH_FACT_NAME:
      return new_name (text);
    case PANAH_FACT_LIST:
      return new_list (spec, text);
    case PANAH_FACT_TEXT:
    case PANAH_FACT_LONG_TEXT:
      return new_text (text);
    case PANAH_FACT_YES_NO:
      return new_string ("yes");
    case PANAH_FACT_CHOICES:
    case PANAH_FACT_COUNTRIES:
    case PANAH_FACT_LANGUAGES:
      codes = json_array_new ();
      json_array_add_string_element (codes, text);
      return json_node_init_array (json_node_alloc (), codes);
    case PANAH_FACT_NUMBER_TEXT:
    case PANAH_FACT_PHONE:
    case PANAH_FACT_EMAIL:
    case PANAH_FACT_CHOICE:
    case PANAH_FACT_COUNTRY:
    case PANAH_FACT_LANGUAGE:
      return new_string (text);
    case PANAH_FACT_DATE:
    case PANAH_FACT_MOMENT:
    case PANAH_FACT_COUNT:
    default:
      return NULL;
    }
}

static void
answer (PanahSession        *session,
        const PanahFactSpec *spec,
        const char          *text)
{
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonNode) json = new_answer (spec, text);
  g_autoptr (GError) error = NULL;

  if (json == NULL)
    return;
  PanahValue *value = panah_value_new_from_json (spec, spec->id, json, strange, &error);
  g_assert_no_error (error);
  panah_session_set_answer (session, spec->id, value);
}

static PanahSession *
new_session (const char *pack_id,
             const char *text)
{
  g_autoptr (PanahSession) sample = panah_test_session_new ("2026-11-24");
  g_autoptr (PanahPack) pack = panah_test_load_pack (pack_id);
  PanahSession *session = panah_session_new (pack, panah_session_get_now (sample), TRUE);
  guint n;
  const PanahFactSpec *const *facts = panah_pack_get_facts (pack, &n);

  for (guint i = 0; text != NULL && i < n; i++)
    answer (session, facts[i], text);
  return session;
}

/* Everything that can be read in @widget and below; nothing of it is markup, and no letter is taken for a key. */
static void
read_widget (GtkWidget *widget,
             GString   *words)
{
  if (GTK_IS_LABEL (widget))
    {
      GtkLabel *label = GTK_LABEL (widget);
      g_assert_false (gtk_label_get_use_markup (label));
      g_assert_cmpstr (gtk_label_get_text (label), ==, gtk_label_get_label (label));
      g_string_append_printf (words, "%s\v", gtk_label_get_text (label));
    }
  else if (GTK_IS_TEXT (widget))
    {
      g_string_append_printf (words, "%s\v", gtk_editable_get_text (GTK_EDITABLE (widget)));
    }
  else if (GTK_IS_TEXT_VIEW (widget))
    {
      g_autofree char *text = NULL;
      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
      g_string_append_printf (words, "%s\v", text);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    read_widget (child, words);
}

/* @milliseconds: to draw it; 0: it is built and not drawn */
static char *
read_place (PanahWindow *window,
            const char  *place,
            guint        milliseconds)
{
  GString *words = g_string_new (NULL);

  g_test_message ("%s", place);
  panah_window_go (window, place);
  if (milliseconds > 0)
    panah_test_wait (milliseconds);
  read_widget (GTK_WIDGET (window), words);
  return g_string_free (words, FALSE);
}

static gboolean
takes_words (const PanahFactSpec *spec)
{
  return spec->kind == PANAH_FACT_NAME || panah_fact_kind_is_text (spec->kind);
}

static void
assert_asked (PanahWindow         *window,
              PanahSession        *session,
              const PanahPageSpec *page,
              const char          *text)
{
  g_autofree char *place = g_strconcat ("ask:", page->id, NULL);
  g_autofree char *words = read_place (window, place, 10);

  for (guint i = 0; page->facts[i] != NULL; i++)
    {
      const PanahFactSpec *spec = panah_pack_find_fact (panah_session_get_pack (session), page->facts[i]);
      if (takes_words (spec))
        g_assert_nonnull (strstr (words, text));
      if (spec->kind != PANAH_FACT_LIST)
        continue;

      g_autofree char *entry_place = g_strdup_printf ("entry:%s:0", spec->id);
      g_autofree char *entry = read_place (window, entry_place, 10);
      g_assert_nonnull (strstr (entry, text));
    }
}

static char *
print_answers (PanahSession *session)
{
  g_autoptr (JsonNode) root = panah_case_to_json (panah_session_get_case (session), panah_session_get_pack (session));

  return json_to_string (root, FALSE);
}

/* Presses Continue there; a long text takes seconds to be built anew. */
static void
accept_place (PanahWindow *window,
              const char  *place)
{
  if (strcmp (panah_window_get_place (window), place) != 0)
    panah_window_go (window, place);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);
}

/* Pressing Continue on every page gives back every answer, whatever the page could show of it. */
static void
accept_questions (PanahWindow  *window,
                  PanahSession *session)
{
  guint n;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (panah_session_get_pack (session), &n);
  g_autofree char *before = print_answers (session);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < sections[i]->n_pages; j++)
        {
          g_autofree char *place = g_strconcat ("ask:", sections[i]->pages[j]->id, NULL);
          accept_place (window, place);
        }
    }
  g_autofree char *after = print_answers (session);
  g_assert_cmpstr (after, ==, before);
}

/* Every part open at once; keeping what stands there changes nothing of it. */
static void
visit_all_answers (PanahWindow  *window,
                   PanahSession *session)
{
  g_autofree char *before = print_answers (session);

  g_free (read_place (window, "answers", 0));
  GtkWidget *open = panah_test_find_spoken (GTK_WIDGET (panah_window_get_page (window)), "Open all parts");
  g_assert_nonnull (open);
  g_signal_emit_by_name (open, "clicked");
  panah_test_wait (20);
  g_autoptr (GString) words = g_string_new (NULL);
  read_widget (GTK_WIDGET (panah_window_get_page (window)), words);
  g_assert_nonnull (strstr (words->str, HOSTILE));
  g_assert_cmpuint (panah_page_get_fields (panah_window_get_page (window))->len, >, 20);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept", NULL);
  g_assert_cmpstr (panah_window_get_place (window), !=, "answers");
  g_autofree char *after = print_answers (session);
  g_assert_cmpstr (after, ==, before);
}

/* What is typed as the lines of a passport is no answer, and is said back as far as it cannot be one. */
static void
visit_lines (PanahWindow *window)
{
  g_free (read_place (window, "lines", 0));
  GtkWidget *page = GTK_WIDGET (panah_window_get_page (window)), *view = panah_test_find_widget (page, GTK_TYPE_TEXT_VIEW);
  g_autoptr (GString) words = g_string_new (NULL);

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), HOSTILE, -1);
  panah_test_wait (20);
  read_widget (page, words);
  g_assert_nonnull (strstr (words->str, HOSTILE));
  g_assert_nonnull (strstr (words->str, "does not stand in such lines"));
}

static void
visit_questions (PanahWindow  *window,
                 PanahSession *session,
                 const char   *text)
{
  guint n;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (panah_session_get_pack (session), &n);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < sections[i]->n_pages; j++)
        assert_asked (window, session, sections[i]->pages[j], text);
    }
}

/* Who only looks at a page changes nothing of an answer, though an input may hold less. */
static void
assert_accepting_keeps (PanahWindow  *window,
                        PanahSession *session,
                        const char   *fact,
                        const char   *page)
{
  g_autofree char *place = g_strconcat ("ask:", page, NULL);
  g_autoptr (JsonNode) before = panah_value_to_json (panah_facts_get (panah_session_get_facts (session), fact));

  accept_place (window, place);
  g_assert_cmpstr (panah_window_get_place (window), !=, place);
  g_autoptr (JsonNode) after = panah_value_to_json (panah_facts_get (panah_session_get_facts (session), fact));
  g_assert_nonnull (after);
  g_assert_true (json_node_equal (before, after));
}

/* What a journey shows of the answers: the list of them, the plan, each paper on the screen. What differs between two
 * journeys is which answers are shown, each of which was drawn on its own page.
 *
 * @milliseconds: as of read_place() */
static void
visit_journey (PanahWindow  *window,
               PanahSession *session,
               const char   *journey,
               guint         milliseconds)
{
  static const char *const places[] = { "tasks", "plan", "papers" };

  panah_session_set_journey (session, journey);
  g_autofree char *answers = read_place (window, "check", milliseconds);
  g_assert_nonnull (strstr (answers, CLEANED));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_free (read_place (window, places[i], milliseconds));

  const GPtrArray *documents = panah_plan_get_documents (panah_session_get_plan (session));
  for (guint i = 0; i < documents->len; i++)
    {
      const PanahDocumentSpec *spec = documents->pdata[i];
      g_autofree char *place = g_strconcat ("preview:", spec->rule.id, NULL);
      g_free (read_place (window, place, 20));
    }
}

/* Standard error as a file in memory: a warning would end the test, and whatever else is said would be in a journal. */
static int
catch_stderr (int *out_before)
{
  int fd = memfd_create ("stderr", MFD_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  *out_before = dup (STDERR_FILENO);
  g_assert_cmpint (dup2 (fd, STDERR_FILENO), ==, STDERR_FILENO);
  return fd;
}

static void
assert_quiet (int fd,
              int before)
{
  char said[512];
  gssize n = pread (fd, said, sizeof said - 1, 0);

  dup2 (before, STDERR_FILENO);
  close (before);
  close (fd);
  g_assert_cmpint (n, >=, 0);
  said[n] = '\0';
  g_assert_cmpstr (said, ==, "");
}

static void
test_everything (gconstpointer data)
{
  PanahSession *session = new_session (data, HOSTILE);
  PanahWindow *window = panah_test_open_window (session, TRUE);
  int before, said = catch_stderr (&before);
  guint n;
  const PanahJourneySpec *const *journeys = panah_pack_get_journeys (panah_session_get_pack (session), &n);

  visit_questions (window, session, HOSTILE);
  accept_questions (window, session);
  visit_all_answers (window, session);
  visit_lines (window);
  for (guint i = 0; i < n; i++)
    visit_journey (window, session, journeys[i]->id, i == 0 ? 20 : 0);
  panah_test_close_window (window);
  assert_quiet (said, before);
  g_assert_finalize_object (session);
}

static char *
new_long_line (void)
{
  char *line = g_malloc (MEBIBYTE + 1);

  for (guint i = 0; i < MEBIBYTE; i++)
    line[i] = i % 7 == 6 ? ' ' : 'a' + i % 26;
  line[MEBIBYTE] = '\0';
  return line;
}

static const PanahPageSpec *
find_page_of (PanahPack  *pack,
              const char *fact)
{
  guint n;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (pack, &n);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < sections[i]->n_pages; j++)
        {
          if (g_strv_contains (sections[i]->pages[j]->facts, fact))
            return sections[i]->pages[j];
        }
    }
  g_assert_not_reached ();
}

/* One answer of 1 MiB, one of each kind that takes words: where it is typed, in the list of answers, in the window. */
static void
test_long_line (gconstpointer data)
{
  PanahSession *session = new_session ("kz", NULL);
  PanahPack *pack = panah_session_get_pack (session);
  const PanahFactSpec *spec = panah_pack_find_fact (pack, data);
  PanahWindow *window = panah_test_open_window (session, TRUE);
  g_autofree char *line = new_long_line ();
  int before, said = catch_stderr (&before);

  answer (session, spec, line);
  const PanahPageSpec *page = find_page_of (pack, spec->id);
  /* an entry shows the beginning */
  gboolean whole = spec->kind == PANAH_FACT_LONG_TEXT;
  g_autofree char *begin = g_strndup (line, whole ? MEBIBYTE : G_MAXUINT16 - 1);
  assert_asked (window, session, page, begin);
  assert_accepting_keeps (window, session, spec->id, page->id);
  g_autofree char *answers = read_place (window, "check", 20);
  begin[LEAST_SHOWN] = '\0';
  g_assert_nonnull (strstr (answers, begin));
  g_free (read_place (window, "papers", 20));
  panah_test_close_window (window);
  assert_quiet (said, before);
  g_assert_finalize_object (session);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const long_ones[] = { "applicant.name", "applicant.phone", "applicant.birth_place", "reasons.text" };

  panah_test_init (&argc, &argv);
  g_test_add_data_func ("/ui/hostile/kz", "kz", test_everything);
  g_test_add_data_func ("/ui/hostile/kg", "kg", test_everything);
  for (guint i = 0; i < G_N_ELEMENTS (long_ones); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/hostile/long-line/", long_ones[i], NULL);
      g_test_add_data_func (path, long_ones[i], test_long_line);
    }
  int status = g_test_run ();
  fflush (NULL);
  _exit (status); /* as the program does: papers of a closed window may still be being made */
}
