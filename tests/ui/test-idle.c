/* test-idle.c - when a window is covered and left, by a clock that is told what to say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/idle.h"

#define MAX_STEPS 12

/* What happens at a second: somebody moves, or one looks and finds a state and so many seconds left. */
typedef struct
{
  double         second;
  gboolean       touch;
  gboolean       unsaved;
  PanahIdleState state;
  guint          left;
} Step;

#define TOUCH(second)                      { second, TRUE }
#define LOOK(second, unsaved, state, left) { second, FALSE, unsaved, PANAH_IDLE_##state, left }

static const struct
{
  const char *name;
  guint       cover, leave;
  Step        steps[MAX_STEPS];
} rows[] = {
  { "present-at-once", 3, 10, { LOOK (0, TRUE, PRESENT, 0) } },
  { "present-until-three-minutes", 3, 10, { LOOK (179.999, TRUE, PRESENT, 0), LOOK (180, TRUE, AWAY, 0) } },
  { "somebody-moves-just-before", 3, 10, { TOUCH (179.5), LOOK (180, TRUE, PRESENT, 0), LOOK (359.4, TRUE, PRESENT, 0), LOOK (359.5, TRUE, AWAY, 0) } },
  { "covered-until-ten-minutes", 3, 10, { LOOK (599.999, FALSE, AWAY, 0), LOOK (600, FALSE, OVER, 0) } },
  { "nothing-to-lose-leaves", 3, 10, { LOOK (601, FALSE, OVER, 0) } },
  { "unsaved-counts-from-sixty", 3, 10, { LOOK (600, TRUE, COUNTING, 60), LOOK (601, TRUE, COUNTING, 59), LOOK (602, TRUE, COUNTING, 58) } },
  { "a-key-stops-the-count", 3, 10, { LOOK (600, TRUE, COUNTING, 60), TOUCH (600.5), LOOK (601, TRUE, PRESENT, 0), LOOK (781, TRUE, AWAY, 0), LOOK (1200.5, TRUE, COUNTING, 60) } },
  { "saved-while-it-counts", 3, 10, { LOOK (600, TRUE, COUNTING, 60), LOOK (601, FALSE, OVER, 0) } },
  { "lost-the-file-while-covered", 3, 10, { LOOK (599, FALSE, AWAY, 0), LOOK (600, TRUE, COUNTING, 60) } },
  { "asleep-for-an-hour-still-counts-whole", 3, 10, { LOOK (100, TRUE, PRESENT, 0), LOOK (3700, TRUE, COUNTING, 60), LOOK (3701, TRUE, COUNTING, 59) } },
  { "asleep-while-it-counts-is-not-seen", 3, 10, { LOOK (600, TRUE, COUNTING, 60), LOOK (4200, TRUE, COUNTING, 58) } },
  { "asleep-with-nothing-to-lose", 3, 10, { LOOK (100, FALSE, PRESENT, 0), LOOK (3700, FALSE, OVER, 0) } },
  { "an-office-in-a-hurry", 1, 2, { LOOK (59.9, TRUE, PRESENT, 0), LOOK (60, TRUE, AWAY, 0), LOOK (120, TRUE, COUNTING, 60) } },
  { "an-office-with-time", 30, 120, { LOOK (1799, TRUE, PRESENT, 0), LOOK (7199, TRUE, AWAY, 0), LOOK (7200, FALSE, OVER, 0) } },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  PanahIdle idle;

  panah_idle_init (&idle, rows[row].cover, rows[row].leave, 1000);
  for (guint i = 0; i < MAX_STEPS && (i == 0 || rows[row].steps[i].second > 0); i++)
    {
      const Step *step = &rows[row].steps[i];
      gint64 now = 1000 + (gint64) (step->second * 1000);
      guint left;

      if (step->touch)
        {
          panah_idle_touch (&idle, now);
          continue;
        }
      g_test_message ("at second %g", step->second);
      g_assert_cmpint (panah_idle_look (&idle, now, step->unsaved, &left), ==, step->state);
      g_assert_cmpuint (left, ==, step->left);
    }
}

/* Whatever the times of looking: between the last sign of a person and the end lie ten minutes, and of an unsaved case
 * every second from 60 to 1 is seen, none of them for more than the two seconds that a slow machine may take. */
static void
test_random (void)
{
  for (guint run = 0; run < 200; run++)
    {
      PanahIdle idle;
      PanahIdleState state;
      gint64 now = 0, last_touch = 0, shown = 0;
      guint left, before = PANAH_IDLE_COUNTDOWN;

      panah_idle_init (&idle, 3, 10, now);
      do
        {
          gint64 step = g_test_rand_int_range (0, 50) == 0 ? g_test_rand_int_range (0, 5000000) : g_test_rand_int_range (1, 1500);
          now += step;
          if (g_test_rand_int_range (0, 2000) == 0)
            {
              panah_idle_touch (&idle, now);
              last_touch = now;
              before = PANAH_IDLE_COUNTDOWN;
              shown = 0;
            }
          state = panah_idle_look (&idle, now, TRUE, &left);
          if (state == PANAH_IDLE_COUNTING)
            {
              g_assert_cmpuint (left, <=, before);
              g_assert_cmpuint (before - left, <=, 2);
              before = left;
            }
          if (state == PANAH_IDLE_COUNTING || state == PANAH_IDLE_OVER)
            shown += MIN (step, 2000);
        }
      while (state != PANAH_IDLE_OVER);
      g_assert_cmpint (now - last_touch, >=, 10 * 60000);
      g_assert_cmpint (shown, >=, PANAH_IDLE_COUNTDOWN * 1000);
      g_assert_cmpuint (before, <=, 2);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strconcat ("/ui/idle/", rows[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/ui/idle/random", test_random);
  return g_test_run ();
}
