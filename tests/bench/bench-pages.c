/* bench-pages.c - how soon the window answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A key that becomes a plan, every place in another language, a case that is opened. The processor time of the
 * window's thread, which a busy machine changes little, until what is new is painted: the middle one and the slowest. */

#include "core/json-scan.h"
#include "ui-support.h"
#include "ui/session-json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS   200
#define OPENINGS 25

/* What a change of language may take */
#define SWITCH_MILLISECONDS 150

/* Microseconds */
static gint64
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static int
compare (const void *a,
         const void *b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
say (const char *what,
     GArray     *times,
     const char *asked)
{
  qsort (times->data, times->len, sizeof (gint64), compare);
  gint64 middle = g_array_index (times, gint64, times->len / 2), slowest = g_array_index (times, gint64, times->len - 1);
  printf ("| %s | %.2f ms | %.2f ms | %s |\n", what, middle / 1000.0, slowest / 1000.0, asked);
  fflush (stdout);
  g_array_set_size (times, 0);
}

static void
add (GArray *times,
     gint64  start)
{
  gint64 passed = get_time () - start;

  g_array_append_val (times, passed);
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static void
measure_plan (PanahSession *session,
              GArray       *times)
{
  PanahPack *pack = panah_session_get_pack (session);
  PanahFacts *facts = panah_session_get_facts (session);
  guint n;
  const PanahFactSpec *const *specs = panah_pack_get_facts (pack, &n);

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = get_time ();
      g_autoptr (PanahPlan) plan = panah_plan_new (pack, facts, panah_session_get_now (session));
      add (times, start);
    }
  say ("a plan from all answers", times, "1 ms");
  for (guint i = 0; i < n; i++)
    {
      const PanahValue *value = panah_facts_get (facts, specs[i]->id);
      if (value == NULL)
        continue;
      PanahValue *again = panah_value_ref ((PanahValue *) value);
      gint64 start = get_time ();
      panah_session_set_answer (session, specs[i]->id, again);
      add (times, start);
    }
  say ("an answer accepted, until its plan stands; each answer", times, "a frame, 16.7 ms");
}

static void
measure_languages (PanahWindow  *window,
                   PanahSession *session,
                   GArray       *times)
{
  static const char *const languages[] = { "ru", "fa-AF", "zh-CN", "en" };
  g_auto (GStrv) places = panah_test_list_places (session);
  g_autofree char *slowest = NULL;
  gint64 longest = 0;
  guint n_slow = 0;

  for (guint i = 0; places[i] != NULL; i++)
    {
      panah_window_go (window, places[i]);
      wait_for_frame (GTK_WIDGET (window));
      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          gint64 start = get_time ();
          gtk_widget_activate_action (GTK_WIDGET (window), "win.set-language", "s", languages[j]);
          wait_for_frame (GTK_WIDGET (window));
          add (times, start);
          gint64 took = g_array_index (times, gint64, times->len - 1);
          n_slow += took > SWITCH_MILLISECONDS * 1000;
          if (took > longest)
            {
              longest = took;
              g_free (slowest);
              slowest = g_strdup_printf ("%s, %s", places[i], languages[j]);
            }
        }
    }
  g_autofree char *what = g_strdup_printf ("another language, painted; %u places, four languages; %u of %u slower than %u ms; "
                                           "slowest: %s", g_strv_length (places), n_slow, times->len, SWITCH_MILLISECONDS, slowest);
  say (what, times, G_STRINGIFY (SWITCH_MILLISECONDS) " ms");
}

/* With those about the persons and papers of a list. */
static guint
count_answers (PanahSession *session)
{
  guint n_answers = 0, n;
  const PanahFactSpec *const *specs = panah_pack_get_facts (panah_session_get_pack (session), &n);

  for (guint i = 0; i < n; i++)
    {
      const PanahValue *value = panah_facts_get (panah_session_get_facts (session), specs[i]->id);
      if (value != NULL && specs[i]->n_items == 0)
        n_answers++;
      for (guint j = 0; j < panah_value_get_n_entries (value) * specs[i]->n_items; j++)
        n_answers += panah_value_get_member (value, j / specs[i]->n_items, specs[i]->items[j % specs[i]->n_items]->id) != NULL;
    }
  return n_answers;
}

static void
measure_opening (PanahWindow  *window,
                 PanahSession *session,
                 GArray       *times)
{
  g_autoptr (JsonNode) root = panah_session_to_json (session, panah_pack_get_id (panah_session_get_pack (session)));
  g_autofree char *text = json_to_string (root, FALSE);
  for (guint i = 0; i < OPENINGS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = get_time ();
      g_autoptr (JsonNode) read = panah_json_parse (text, strlen (text), &error);
      g_assert_no_error (error);
      if (!panah_session_load_json (session, read, &error))
        g_error ("%s", error->message);
      panah_window_go (window, "tasks");
      wait_for_frame (GTK_WIDGET (window));
      add (times, start);
    }
  g_autofree char *what = g_strdup_printf ("a case of %u answers, unlocked, until its page is painted", count_answers (session));
  say (what, times, "50 ms");
}

int
main (int   argc,
      char *argv[])
{
  panah_test_init (&argc, &argv);

  g_autoptr (PanahSession) session = panah_test_session_new ("2026-11-24");
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  panah_test_load_answers (session, g_getenv ("PANAH_TEST_SAMPLE"));
  printf ("| CPU | middle | slowest | asked for |\n|---|---|---|---|\n");
  measure_plan (session, times);
  PanahWindow *window = panah_test_open_window (session, TRUE);
  measure_languages (window, session, times);
  measure_opening (window, session, times);
  panah_test_close_window (window);
  return 0;
}
