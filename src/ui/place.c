/* place.c - where one can be in the window, and what comes after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages.h"

#include "ui/lines.h"
#include "ui/list.h"
#include "ui/progress.h"
#include "ui/questions.h"

#include <glib/gi18n.h>
#include <string.h>

static const PanahPageSpec *
find_page (PanahSession *session,
           const char   *id,
           guint        *out_section,
           guint        *out_index)
{
  guint n;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (panah_session_get_pack (session), &n);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < sections[i]->n_pages; j++)
        {
          if (strcmp (sections[i]->pages[j]->id, id) != 0)
            continue;
          *out_section = i;
          *out_index = j;
          return sections[i]->pages[j];
        }
    }
  return NULL;
}

/* "entry:family:2" */
static gboolean
parse_entry (const char *place,
             const char *prefix,
             char      **out_list,
             guint      *out_index)
{
  g_auto (GStrv) parts = g_strsplit (place, ":", -1);
  guint64 index;

  if (g_strv_length (parts) != 3 || strcmp (parts[0], prefix) != 0 ||
      !g_ascii_string_to_unsigned (parts[2], 10, 0, 100000, &index, NULL))
    return FALSE;
  *out_list = g_strdup (parts[1]);
  *out_index = index;
  return TRUE;
}

/* "preview:annex.2": which of the papers made from the document "annex" */
static const PanahDocumentSpec *
find_document (PanahSession *session,
               const char   *key)
{
  g_autofree char *id = g_strndup (key, strcspn (key, "."));

  return panah_pack_find_document (panah_session_get_pack (session), id);
}

/* "lines", "lines-check:family:2". Returns: (nullable): the page; %NULL if @place is none of these */
static GtkWidget *
build_lines (PanahSession *session,
             const char   *place)
{
  g_autofree char *list = NULL;
  guint index = 0;
  gboolean is_check = strcmp (place, PANAH_LINES_CHECK) == 0 || parse_entry (place, PANAH_LINES_CHECK, &list, &index);

  if (!is_check && strcmp (place, PANAH_LINES) != 0 && !parse_entry (place, PANAH_LINES, &list, &index))
    return NULL;
  const PanahFactSpec *spec = list != NULL ? panah_pack_find_fact (panah_session_get_pack (session), list) : NULL;
  if (list != NULL && (spec == NULL || !panah_lines_are_wanted (spec)))
    return NULL;
  return is_check ? panah_lines_check_page_new (session, list, index) : panah_lines_page_new (session, list, index);
}

/**
 * panah_place_build:
 * @session: the session
 * @place: where to be
 *
 * Returns: (transfer floating): the page of that place; the tasks if there is no such place
 */
GtkWidget *
panah_place_build (PanahSession *session,
                   const char   *place)
{
  g_autofree char *list = NULL;
  guint section, index;
  GtkWidget *lines = build_lines (session, place);

  if (lines != NULL)
    return lines;
  panah_lines_forget (session);
  if (strcmp (place, "start") == 0)
    return panah_start_page_new (session);
  if (strcmp (place, "journey") == 0)
    return panah_journey_page_new (session);
  if (strcmp (place, PANAH_TODAY) == 0)
    return panah_today_page_new (session);
  if (strcmp (place, PANAH_SAFETY) == 0)
    return panah_safety_page_new (session);
  if (strcmp (place, PANAH_CRASHED) == 0)
    return panah_crashed_page_new (session);
  if (strcmp (place, PANAH_ANSWERS) == 0)
    return panah_all_answers_page_new (session);
  if (strcmp (place, "check") == 0)
    return panah_check_page_new (session);
  if (strcmp (place, "plan") == 0)
    return panah_plan_page_new (session);
  if (strcmp (place, "rights") == 0)
    return panah_rights_page_new (session);
  if (strcmp (place, PANAH_LIMITS) == 0)
    return panah_limits_page_new (session);
  if (strcmp (place, "papers") == 0)
    return panah_papers_page_new (session);
  if (g_str_has_prefix (place, "ask:"))
    {
      const PanahPageSpec *spec = find_page (session, place + strlen ("ask:"), &section, &index);
      if (spec != NULL)
        return panah_question_page_new (session, spec);
    }
  if (g_str_has_prefix (place, PANAH_HARD))
    return panah_hard_page_new (session, place + strlen (PANAH_HARD));
  if (g_str_has_prefix (place, "preview:"))
    {
      const char *key = place + strlen ("preview:");
      const PanahDocumentSpec *document = find_document (session, key);
      if (document != NULL)
        return panah_preview_page_new (session, document, key);
    }
  if (parse_entry (place, "entry", &list, &index))
    return panah_entry_page_new (session, list, index);
  if (parse_entry (place, "adult", &list, &index))
    return panah_adult_page_new (session, list, index);
  if (parse_entry (place, "age", &list, &index))
    return panah_age_page_new (session, list, index);
  return panah_tasks_page_new (session);
}

static char *
page_of_list (PanahSession *session,
              const char   *list)
{
  guint n;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (panah_session_get_pack (session), &n);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < sections[i]->n_pages; j++)
        {
          if (g_strv_contains (sections[i]->pages[j]->facts, list))
            return g_strconcat ("ask:", sections[i]->pages[j]->id, NULL);
        }
    }
  return g_strdup ("tasks");
}

/* Returns: (transfer full): where that fact is asked; the tasks if nowhere */
char *
panah_place_of_fact (PanahSession *session,
                     const char   *fact)
{
  return page_of_list (session, fact);
}

/* Returns: (transfer full): where one goes on to: the next page of the section that is asked, or the tasks */
char *
panah_place_after (PanahSession *session,
                   const char   *place)
{
  guint n, section, index;
  const PanahSectionSpec *const *sections = panah_pack_get_sections (panah_session_get_pack (session), &n);
  g_autofree char *list = NULL;

  if (parse_entry (place, "entry", &list, &index) || parse_entry (place, "adult", &list, &index) ||
      parse_entry (place, "age", &list, &index))
    return page_of_list (session, list);
  if (strcmp (place, PANAH_TODAY) == 0)
    return g_strdup ("journey");
  if (!g_str_has_prefix (place, "ask:") || find_page (session, place + strlen ("ask:"), &section, &index) == NULL)
    return g_strdup ("tasks");

  for (guint i = index + 1; i < sections[section]->n_pages; i++)
    {
      if (panah_progress_is_asked (session, sections[section]->pages[i]))
        return g_strconcat ("ask:", sections[section]->pages[i]->id, NULL);
    }
  return g_strdup ("tasks");
}

static gboolean
accept_today (PanahSession *session,
              PanahPage    *page)
{
  PanahField *field = panah_page_get_fields (page)->pdata[0];
  gint64 now = panah_session_get_now (session);
  g_autoptr (PanahValue) value = NULL;
  const PanahDate *date;

  panah_field_read (field, &value);
  date = panah_value_get_date (value);
  if (date == NULL || !panah_date_is_exact (date))
    {
      panah_page_refuse (page, field, _("Write the day, the month and the year. If you do not know them, ask somebody."));
      return FALSE;
    }
  panah_session_set_now (session, now + ((gint64) date->from - panah_moment_get_day (now)) * PANAH_MINUTES_PER_DAY);
  panah_session_set_draft (session, panah_field_get_path (field), NULL);
  return TRUE;
}

/* Who has to file an own application, or may have to, is told so before anything else is asked. */
static char *
after_entry (PanahSession *session,
             const char   *list,
             guint         index)
{
  if (panah_list_files_own (session, list, index))
    return g_strdup_printf ("adult:%s:%u", list, index);
  if (panah_list_is_near_line (session, list, index))
    return g_strdup_printf ("age:%s:%u", list, index);
  return page_of_list (session, list);
}

/**
 * panah_place_accept:
 * @session: the session
 * @page: the page that stands at @place
 * @place: where one is
 * @out_next: (out) (transfer full): where one goes on to
 *
 * Returns: %FALSE if something has to be mended first; the page says what
 */
gboolean
panah_place_accept (PanahSession *session,
                    PanahPage    *page,
                    const char   *place,
                    char        **out_next)
{
  g_autofree char *list = NULL;
  guint index;

  if (!panah_page_check (page))
    return FALSE;
  if (strcmp (place, PANAH_TODAY) != 0)
    panah_questions_accept (session, page);
  else if (!accept_today (session, page))
    return FALSE;
  *out_next = parse_entry (place, "entry", &list, &index) ? after_entry (session, list, index)
                                                          : panah_place_after (session, place);
  return TRUE;
}
