/* problem-text.c - what the plan noticed, in the language of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The engine knows no gettext: xgettext finds its patterns in the calls of panah_plan_add_problem(), see
 * po/meson.build. */

#include "ui/problem-text.h"

#include "paper/text.h"
#include "ui/language.h"

#include <glib/gi18n.h>

/* a bound that is no fact of the pack, so that no pack translates it */
G_GNUC_UNUSED static const char today[] = N_("today");

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
      g_autofree char *isolated = panah_text_isolate (words, PANAH_ISOLATE_FIRST_STRONG);
      g_string_replace (text, place, isolated, 0);
    }
  g_string_prepend (text, panah_language_get_mark (panah_session_get_language (session)));
  return g_string_free (text, FALSE);
}
