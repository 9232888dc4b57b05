/* progress.c - how far a section is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/progress.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *icon;
} states[] = {
  [PANAH_PROGRESS_HIDDEN] = { "", NULL },
  [PANAH_PROGRESS_CANNOT_START] = { N_("Cannot start yet"), "media-playback-pause-symbolic" },
  [PANAH_PROGRESS_NOT_STARTED] = { N_("Not started"), "go-next-symbolic" },
  /* TRANSLATORS: somebody has seen the questions of this part and has answered none */
  [PANAH_PROGRESS_LOOKED_AT] = { N_("Looked at, not answered"), "view-reveal-symbolic" },
  [PANAH_PROGRESS_IN_PROGRESS] = { N_("In progress"), "view-more-symbolic" },
  [PANAH_PROGRESS_NEEDS_ATTENTION] = { N_("Needs attention"), "dialog-warning-symbolic" },
  [PANAH_PROGRESS_DONE] = { N_("Done"), "object-select-symbolic" },
};

const char *
panah_progress_name (PanahProgressState state)
{
  return *states[state].name != '\0' ? _(states[state].name) : "";
}

/* Returns: (nullable): a mark that stands beside the name and says the same without a colour */
const char *
panah_progress_icon (PanahProgressState state)
{
  return states[state].icon;
}

gboolean
panah_progress_is_asked (PanahSession        *session,
                         const PanahPageSpec *page)
{
  PanahConditionScope scope;

  panah_plan_init_scope (panah_session_get_plan (session), &scope);
  return panah_condition_evaluate (page->when, &scope) != PANAH_TRUTH_FALSE;
}

static gboolean
is_answered (PanahSession        *session,
             const PanahPageSpec *page)
{
  for (guint i = 0; page->facts[i] != NULL; i++)
    {
      const PanahValue *value = panah_facts_get (panah_session_get_facts (session), page->facts[i]);
      if (panah_value_get_answer (value) != PANAH_ANSWER_ABSENT)
        return TRUE;
    }
  return FALSE;
}

static gboolean
was_looked_at (PanahSession        *session,
               const PanahPageSpec *page)
{
  g_autofree char *place = g_strconcat ("ask:", page->id, NULL);

  return panah_session_is_marked (session, place);
}

/* Whether @path, "family[2].birth_date" for instance, belongs to a fact of @page. */
static gboolean
is_on_page (const PanahPageSpec *page,
            const char          *path)
{
  g_autofree char *fact = g_strndup (path, strcspn (path, "["));

  return g_strv_contains (page->facts, fact);
}

/* What does not fit asks for attention at once; what is merely missing, or depends on somebody in a list, keeps a
 * section from being done. */
static gboolean
has_problem (PanahSession        *session,
             const PanahPageSpec *page,
             PanahSeverity        severity)
{
  const GPtrArray *problems = panah_plan_get_problems (panah_session_get_plan (session));

  for (guint i = 0; i < problems->len; i++)
    {
      const PanahProblem *problem = problems->pdata[i];
      if (problem->severity == severity && problem->fact != NULL && is_on_page (page, problem->fact))
        return TRUE;
    }
  return FALSE;
}

static const PanahPageSpec *
find_asked (PanahSession           *session,
            const PanahSectionSpec *but,
            const char             *path)
{
  guint n;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (panah_session_get_pack (session), &n);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; sections[i] != but && j < sections[i]->n_pages; j++)
        {
          if (is_on_page (sections[i]->pages[j], path) && panah_progress_is_asked (session, sections[i]->pages[j]))
            return sections[i]->pages[j];
        }
    }
  return NULL;
}

/**
 * panah_progress_find_page:
 * @session: the session
 * @path: of a fact, or of a member of a list
 *
 * Returns: (nullable): the page on which that is asked now
 */
const PanahPageSpec *
panah_progress_find_page (PanahSession *session,
                          const char   *path)
{
  return find_asked (session, NULL, path);
}

/* Nothing of the section is asked: does it only wait for an answer that can be given now, and where? */
static const PanahPageSpec *
find_opener (PanahSession           *session,
             const PanahSectionSpec *section)
{
  PanahConditionScope scope;

  panah_plan_init_scope (panah_session_get_plan (session), &scope);
  for (guint i = 0; i < section->n_pages; i++)
    {
      g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

      panah_condition_can_open (section->pages[i]->when, &scope, facts);
      for (guint j = 0; j < facts->len; j++)
        {
          const PanahPageSpec *page = find_asked (session, section, facts->pdata[j]);
          if (page != NULL)
            return page;
        }
    }
  return NULL;
}

typedef struct
{
  const PanahPageSpec *first;
  const PanahPageSpec *open;  /* without an answer */
  const PanahPageSpec *wrong; /* with an answer that does not fit */
  gboolean             missing;
  gboolean             looked_at;
} Look;

static void
look_at (PanahSession        *session,
         const PanahPageSpec *page,
         PanahProgress       *progress,
         Look                *look)
{
  gboolean answered = is_answered (session, page);

  progress->n_asked++;
  progress->n_answered += answered;
  look->looked_at |= was_looked_at (session, page);
  if (look->first == NULL)
    look->first = page;
  if (has_problem (session, page, PANAH_SEVERITY_MISSING))
    {
      look->missing = TRUE;
      answered = FALSE;
    }
  if (!answered && look->open == NULL)
    look->open = page;
  if (look->wrong == NULL && has_problem (session, page, PANAH_SEVERITY_WARNING))
    look->wrong = page;
}

PanahProgress
panah_progress_measure (PanahSession           *session,
                        const PanahSectionSpec *section)
{
  PanahProgress progress = { 0 };
  Look look = { 0 };

  for (guint i = 0; i < section->n_pages; i++)
    {
      if (panah_progress_is_asked (session, section->pages[i]))
        look_at (session, section->pages[i], &progress, &look);
    }

  if (progress.n_asked == 0)
    {
      progress.next = find_opener (session, section);
      progress.state = progress.next != NULL ? PANAH_PROGRESS_CANNOT_START : PANAH_PROGRESS_HIDDEN;
      return progress;
    }
  progress.next = progress.n_answered > 0 && look.open != NULL ? look.open : look.first;
  if (look.wrong != NULL)
    {
      progress.next = look.wrong;
      progress.state = PANAH_PROGRESS_NEEDS_ATTENTION;
    }
  else if (progress.n_answered == 0)
    progress.state = look.looked_at ? PANAH_PROGRESS_LOOKED_AT : PANAH_PROGRESS_NOT_STARTED;
  else if (progress.n_answered == progress.n_asked && !look.missing)
    progress.state = PANAH_PROGRESS_DONE;
  else
    progress.state = PANAH_PROGRESS_IN_PROGRESS;
  return progress;
}
