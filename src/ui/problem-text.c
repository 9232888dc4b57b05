/* problem-text.c - what the plan noticed, in the language of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The engine knows no gettext: its patterns stand here once more, for the catalogue. A pattern that is missing here is
 * shown in English. */

#include "ui/problem-text.h"

#include <glib/gi18n.h>

G_GNUC_UNUSED static const char *const patterns[] = {
  N_("kept, but not understood: %1"),
  N_("not answered: %1"),
  N_("“%1” may have passed on %2: you may still act"),
  N_("%1 lies before what “%2” is counted from, so it does not count for it"),
  N_("two answers contradict each other: the date is %1, the moment %2"),
  N_("“%1”: %2 cannot lie before “%3”"),
  N_("“%1”: %2 cannot lie after “%3”"),
  N_("%1 files an application of their own, in the same time"),
  N_("%1: this decides whether the person stands in this application or files an own one"),
  N_("the day asked about is before the day these rules were made, %1: is the date right?"),
  N_("these rules were last looked up on %1: ask whether the law has changed"),
  N_("today"),
};

/* Returns: (transfer full): @problem with the pack's words and the days in the language of the window */
char *
panah_problem_to_sentence (PanahSession       *session,
                           const PanahProblem *problem)
{
  if (problem->pattern == NULL)
    return g_strdup (problem->message);

  GString *text = g_string_new (_(problem->pattern));
  for (guint i = 0; problem->args != NULL && problem->args[i] != NULL && i < 9; i++)
    {
      const char place[] = { '%', '1' + i, '\0' };
      const char *ours = *problem->args[i] != '\0' ? g_dgettext ("panah", problem->args[i]) : "";
      const char *words = ours != problem->args[i] ? ours : panah_session_translate (session, problem->args[i]);
      g_string_replace (text, place, words, 0);
    }
  return g_string_free (text, FALSE);
}
