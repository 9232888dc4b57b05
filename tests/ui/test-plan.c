/* test-plan.c - the page of dates says of every window what the plan says, in every language, and is never too wide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-support.h"

#include "core/pack-cases.h"
#include "paper/words.h"
#include "ui/language.h"
#include "ui/pages.h"
#include "ui/plan-words.h"
#include "ui/timeline.h"

#include <string.h>

/* Every case of a pack in every language takes minutes: one case in so many, each in one language, takes seconds. */
#define STRIDE 23

static void
set_language (PanahSession *session,
              const char   *language)
{
  panah_language_use (language);
  panah_session_set_language (session, language);
}

static gint64
parse_on (const char *on)
{
  gint64 moment;
  guint32 day;

  if (panah_moment_parse (on, &moment))
    return moment;
  g_assert_true (panah_day_parse (on, &day));
  return (gint64) day * PANAH_MINUTES_PER_DAY;
}

/* @facts, @papers: (nullable) (transfer none) */
static PanahSession *
new_session (PanahPack  *pack,
             const char *on,
             const char *journey,
             JsonNode   *facts,
             JsonNode   *papers)
{
  PanahSession *session = panah_session_new (pack, parse_on (on), TRUE);
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);

  json_object_set_string_member (object, "format", "panah-case");
  json_object_set_int_member (object, "schema", 1);
  json_object_set_string_member (object, "pack", panah_pack_get_id (pack));
  if (facts != NULL)
    json_object_set_member (object, "facts", json_node_copy (facts));
  else
    json_object_set_object_member (object, "facts", json_object_new ());
  if (papers != NULL)
    json_object_set_member (object, "papers", json_node_copy (papers));
  if (journey != NULL)
    panah_session_set_journey (session, journey);
  panah_test_load_case (session, root);
  json_object_unref (object);
  return session;
}

static PanahSession *
new_session_of (const char *facts,
                const char *on)
{
  g_autoptr (PanahPack) pack = panah_test_load_pack ("kz");
  g_autoptr (JsonNode) node = json_from_string (facts, NULL);

  return new_session (pack, on, "apply", node, NULL);
}

/* Everything that a label says, closed reasons too, in the order of the page. */
static void
collect (GtkWidget *widget,
         GString   *out)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (out, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, out);
  if (GTK_IS_EXPANDER (widget) && !gtk_expander_get_expanded (GTK_EXPANDER (widget)))
    collect (gtk_expander_get_child (GTK_EXPANDER (widget)), out);
}

static char *
read_page (GtkWidget *page)
{
  GString *out = g_string_new (NULL);

  collect (page, out);
  return g_string_free (out, FALSE);
}

static void
find_all (GtkWidget *widget,
          GType      type,
          GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_all (child, type, found);
}

/* What should stand on the line, worked out from the plan by other rules than those of the program. */
typedef struct
{
  gint64   minute; /* of its end; of an event, of its beginning */
  guint32  day;
  char    *label;
} Mark;

static void
mark_free (gpointer data)
{
  g_free (((Mark *) data)->label);
  g_free (data);
}

static void
insert_mark (GPtrArray  *marks,
             gint64      minute,
             guint32     day,
             const char *label)
{
  Mark *mark = g_new0 (Mark, 1);

  *mark = (Mark) { minute, day, g_strdup (label) };
  g_ptr_array_add (marks, mark);
}

static gint64
minute_of (const PanahPoint *point,
           gboolean          is_end)
{
  return point->is_moment ? point->moment - (is_end ? 1 : 0)
                          : (gint64) point->day * PANAH_MINUTES_PER_DAY + (is_end ? PANAH_MINUTES_PER_DAY - 1 : 0);
}

static void
insert_event (GPtrArray           *marks,
              PanahSession        *session,
              const PanahDeadline *deadline)
{
  const char *label = panah_session_translate (session, deadline->event->label);
  gint64 minute = minute_of (&deadline->event_on, FALSE);

  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = marks->pdata[i];
      if (mark->minute == minute && strcmp (mark->label, label) == 0)
        return;
    }
  insert_mark (marks, minute, deadline->event_on.day, label);
}

static gboolean
is_settled (const PanahDeadline *deadline)
{
  return deadline->state == PANAH_DEADLINE_MET || deadline->state == PANAH_DEADLINE_MET_LATE ||
         deadline->state == PANAH_DEADLINE_SUSPENDED || deadline->state == PANAH_DEADLINE_NOT_COVERED;
}

static gboolean
shows_safe (PanahSession        *session,
            const PanahDeadline *deadline)
{
  const PanahPoint *safe = &deadline->count.safe;

  return deadline->counted && !is_settled (deadline) && deadline->spec->whose == PANAH_WHOSE_PERSON && safe->day != 0 &&
         !safe->is_moment && !deadline->over && minute_of (safe, TRUE) >= panah_session_get_now (session);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const Mark *one = *(Mark *const *) a, *two = *(Mark *const *) b;

  return (one->minute > two->minute) - (one->minute < two->minute);
}

static GPtrArray *
expect_marks (PanahSession *session)
{
  const GPtrArray *deadlines = panah_plan_get_deadlines (panah_session_get_plan (session));
  GPtrArray *marks = g_ptr_array_new_with_free_func (mark_free);
  guint32 today = panah_moment_get_day (panah_session_get_now (session));

  for (guint i = 0; i < deadlines->len; i++)
    {
      const PanahDeadline *deadline = deadlines->pdata[i];
      const char *label = panah_session_translate (session, deadline->spec->label);
      const PanahPoint *safe = &deadline->count.safe, *last = &deadline->count.last;
      if (!deadline->counted || is_settled (deadline))
        continue;
      insert_event (marks, session, deadline);
      if (shows_safe (session, deadline))
        insert_mark (marks, minute_of (safe, TRUE), safe->day, label);
      if (!shows_safe (session, deadline) || safe->day != last->day)
        insert_mark (marks, minute_of (last, TRUE),
                     last->is_moment ? panah_moment_get_end_day (last->moment) : last->day, label);
    }
  if (marks->len > 0)
    insert_mark (marks, (gint64) today * PANAH_MINUTES_PER_DAY, today, "");
  g_ptr_array_sort (marks, compare_marks);
  return marks;
}

/* Entries of the same minute may stand in any order: what counts is that each is there, and the minutes rise. */
static void
check_timeline (PanahSession *session,
                GtkWidget    *page)
{
  const char *language = panah_session_get_language (session);
  g_autoptr (GPtrArray) marks = expect_marks (session), rows = g_ptr_array_new ();

  find_all (page, PANAH_TYPE_TIMELINE_ROW, rows);
  g_assert_cmpuint (rows->len, ==, marks->len);
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = marks->pdata[i];
      g_autofree char *day = panah_words_format_day (language, mark->day);
      gboolean found = FALSE;
      for (guint j = 0; j < rows->len && !found; j++)
        {
          g_autofree char *text = read_page (rows->pdata[j]);
          found = strstr (text, day) != NULL && strstr (text, mark->label) != NULL &&
                  ((Mark *) marks->pdata[j])->minute == mark->minute;
        }
      if (!found)
        g_error ("%s: %s is not on the line where it should be", day, mark->label);
    }
}

static void
check_dates (PanahSession *session,
             const char   *text)
{
  const GPtrArray *deadlines = panah_plan_get_deadlines (panah_session_get_plan (session));
  const char *language = panah_session_get_language (session), *companion = panah_session_get_companion (session);

  for (guint i = 0; i < deadlines->len; i++)
    {
      const PanahDeadline *deadline = deadlines->pdata[i];
      const char *label = deadline->spec->label;
      g_assert_nonnull (strstr (text, panah_session_translate (session, label)));
      if (companion != NULL)
        g_assert_nonnull (strstr (text, panah_pack_translate (panah_session_get_pack (session), companion, label)));
      if (!shows_safe (session, deadline))
        continue;
      g_autofree char *safe = panah_words_format_day (language, deadline->count.safe.day);
      g_autofree char *own = panah_words_format_own (language, deadline->count.safe.day);
      g_autofree char *second = companion != NULL ? panah_words_format_day (companion, deadline->count.safe.day) : NULL;
      g_assert_nonnull (strstr (text, safe));
      g_assert_true (own == NULL || strstr (text, own) != NULL);
      g_assert_true (second == NULL || strstr (text, second) != NULL);
    }
}

static void
check_case (PanahPack           *pack,
            const PanahPackCase *pack_case,
            const char          *language)
{
  JsonObject *object = json_node_get_object (pack_case->node);
  PanahSession *session =
    new_session (pack, json_object_get_string_member (object, "on"),
                 json_object_get_string_member_with_default (object, "journey", NULL),
                 json_object_get_member (object, "facts"), json_object_get_member (object, "papers"));

  set_language (session, language);
  GtkWidget *page = g_object_ref_sink (panah_plan_page_new (session));
  g_autofree char *text = read_page (page);
  check_dates (session, text);
  check_timeline (session, page);
  g_assert_finalize_object (page);
  g_assert_finalize_object (session);
}

static void
test_cases (gconstpointer id)
{
  g_autoptr (PanahPack) pack = panah_test_load_pack (id);
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GPtrArray) cases = panah_pack_list_cases (pack, problems);
  guint n, at = 0;
  const PanahLanguage *languages = panah_language_list (&n);
  gboolean all = g_getenv ("PANAH_TEST_LONG") != NULL;

  for (guint i = 0; i < cases->len; i += all ? 1 : STRIDE)
    {
      const PanahPackCase *pack_case = cases->pdata[i];
      g_test_message ("%s: %s", pack_case->file, pack_case->name);
      for (guint j = 0; j < (all ? n : 1); j++)
        check_case (pack, pack_case, languages[all ? j : at++ % n].code);
    }
  panah_language_use ("en");
}

/* Who is late reads first what can still be done. */
static void
test_late (void)
{
  PanahSession *session = new_session_of ("{\"situation\":\"in-country\",\"entry.manner\":\"lawful\","
                                          "\"danger.since\":\"before-arrival\",\"entry.date\":\"2026-11-02\"}",
                                          "2026-11-24");
  GtkWidget *page = g_object_ref_sink (panah_plan_page_new (session));
  g_autofree char *text = read_page (page);
  const char *late = strstr (text, "You may still file"), *next = strstr (text, "As soon as you can: ");

  g_assert_nonnull (late);
  g_assert_nonnull (next);
  g_assert_true (late < next);
  g_assert_null (strstr (text, "Go by this day"));
  g_assert_finalize_object (page);
  g_assert_finalize_object (session);
}

/* On the Saturday between the safe and the last day nobody is sent to yesterday. */
static void
test_between (void)
{
  PanahSession *session = new_session_of ("{\"situation\":\"in-country\",\"entry.manner\":\"lawful\","
                                          "\"danger.since\":\"before-arrival\",\"entry.date\":\"2026-11-23\"}",
                                          "2026-11-28");
  GtkWidget *page = g_object_ref_sink (panah_plan_page_new (session));
  g_autofree char *text = read_page (page);

  g_assert_nonnull (strstr (text, "– by Monday, 30 November 2026."));
  g_assert_nonnull (strstr (text, "Act at once."));
  g_assert_null (strstr (text, "Friday, 27 November 2026"));
  g_assert_finalize_object (page);
  g_assert_finalize_object (session);
}

/* Who told the day of arrival by the moon reads the days by the moon as well, with a doubt. */
static void
test_lunar (void)
{
  PanahSession *session = new_session_of ("{\"situation\":\"in-country\",\"entry.manner\":\"lawful\",\"danger.since\":"
                                          "\"before-arrival\",\"entry.date\":{\"calendar\":\"islamic\",\"year\":1448,"
                                          "\"month\":6,\"day\":13,\"about\":false}}",
                                          "2026-11-24");
  GtkWidget *page = g_object_ref_sink (panah_plan_page_new (session));
  g_autofree char *text = read_page (page);
  const PanahDeadline *next = panah_deadline_find_next (panah_plan_get_deadlines (panah_session_get_plan (session)));

  g_assert_nonnull (next);
  g_autofree char *lunar = panah_words_format_day_in ("en", PANAH_CALENDAR_ISLAMIC, next->count.last.day);
  g_autofree char *doubt = g_strdup_printf ("(about \u2068%s\u2069)", lunar);
  g_assert_nonnull (strstr (text, doubt));
  g_assert_finalize_object (page);
  g_assert_finalize_object (session);
}

/* Reasons are closed until somebody asks, are named after what they explain, and stay open in another language. */
static void
test_reasons (void)
{
  PanahSession *session = panah_test_session_new ("2026-11-24");
  panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
  PanahWindow *window = panah_test_open_window (session, TRUE);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new (), again = g_ptr_array_new ();

  panah_window_go (window, "plan");
  find_all (GTK_WIDGET (panah_window_get_page (window)), GTK_TYPE_EXPANDER, reasons);
  g_assert_cmpuint (reasons->len, >, 1);
  for (guint i = 0; i < reasons->len; i++)
    g_assert_false (gtk_expander_get_expanded (reasons->pdata[i]));
  g_autofree char *wrong = gtk_test_accessible_check_property (
    reasons->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL,
    "How this was counted: Turn to the local executive body after a forced crossing");
  g_assert_null (wrong);

  gtk_expander_set_expanded (reasons->pdata[1], TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.set-language", "s", "kk");
  panah_test_wait (50);
  find_all (GTK_WIDGET (panah_window_get_page (window)), GTK_TYPE_EXPANDER, again);
  g_assert_cmpuint (again->len, ==, reasons->len);
  for (guint i = 0; i < again->len; i++)
    g_assert_cmpint (gtk_expander_get_expanded (again->pdata[i]), ==, i == 1);
  panah_language_use ("en");
  panah_test_close_window (window);
  g_assert_finalize_object (session);
}

/* The button leads to the paper that says the same, whatever a pack calls it. */
static void
test_print (gconstpointer id)
{
  g_autoptr (PanahPack) pack = panah_test_load_pack (id);
  PanahSession *session = new_session (pack, "2026-11-24", NULL, NULL, NULL);
  GtkWidget *page = g_object_ref_sink (panah_plan_page_new (session));
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  guint n = 0;

  find_all (page, GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    {
      GVariant *target = gtk_actionable_get_action_target_value (buttons->pdata[i]);
      n += target != NULL && g_strcmp0 (g_variant_get_string (target, NULL), "preview:my-plan") == 0;
    }
  g_assert_cmpuint (n, ==, 1);
  g_assert_finalize_object (page);
  g_assert_finalize_object (session);
}

/* At double size on the narrowest screen there is room for the longest word of every language. */
static void
test_width (gconstpointer data)
{
  static const char *const places[] = { "plan", "rights" };
  const PanahLanguage *language = data;
  PanahSession *session = panah_test_session_new ("2026-11-24");
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi, width;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
  set_language (session, language->code);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *page = g_object_ref_sink (panah_place_build (session, places[i]));
      g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
      find_all (page, GTK_TYPE_EXPANDER, reasons);
      for (guint j = 0; j < reasons->len; j++)
        gtk_expander_set_expanded (reasons->pdata[j], TRUE);
      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_assert_cmpint (width, >, 0);
      g_assert_cmpint (width, <=, 800);
      g_assert_finalize_object (page);
    }
  panah_language_use ("en");
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_assert_finalize_object (session);
}

int
main (int   argc,
      char *argv[])
{
  guint n;
  const PanahLanguage *languages = panah_language_list (&n);

  panah_test_init (&argc, &argv);
  g_test_add_data_func ("/ui/plan/cases/kz", "kz", test_cases);
  g_test_add_data_func ("/ui/plan/cases/kg", "kg", test_cases);
  g_test_add_func ("/ui/plan/late", test_late);
  g_test_add_func ("/ui/plan/between", test_between);
  g_test_add_func ("/ui/plan/lunar", test_lunar);
  g_test_add_func ("/ui/plan/reasons", test_reasons);
  g_test_add_data_func ("/ui/plan/print/kz", "kz", test_print);
  g_test_add_data_func ("/ui/plan/print/kg", "kg", test_print);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat ("/ui/plan/width/", languages[i].code, NULL);
      g_test_add_data_func (path, &languages[i], test_width);
    }
  return g_test_run ();
}
