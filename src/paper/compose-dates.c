/* compose-dates.c - the windows of the plan, for the reader: what to go by, and how it was counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/compose-private.h"

#include "core/date.h"
#include "paper/sheet-words.h"
#include "paper/words.h"

#include <string.h>

static const char *
translate (PanahComposer *self,
           const char    *english)
{
  return panah_composer_translate (self, english);
}

static char *
format_event (PanahComposer       *self,
              const PanahDeadline *deadline)
{
  g_autofree char *from = panah_composer_format_point (self, deadline, &deadline->event_on, FALSE);
  g_autofree char *to = panah_composer_format_point (self, deadline, &deadline->event_to, FALSE);

  return strcmp (from, to) == 0 ? g_steal_pointer (&from) : g_strdup_printf ("%s – %s", from, to);
}

/* "24 hours", "1 calendar day, then 2 calendar days" */
static char *
format_length (PanahComposer        *self,
               const PanahBlockSpec *block,
               const PanahPeriod    *period)
{
  char *length = NULL;

  for (guint i = 0; i < period->n_steps; i++)
    {
      const char *forms = panah_composer_get_word (self, block, panah_unit_names[period->steps[i].unit]);
      g_autofree char *before = length;
      g_autofree char *step = panah_words_fill_count (self->language, forms, period->steps[i].count);
      length = before == NULL ? g_steal_pointer (&step)
                              : panah_words_fill (panah_composer_get_word (self, block, "then"), before, step);
    }
  return length;
}

/* How the count went: its length, its beginning, where it ended before a day off moved it. */
static void
add_count (PanahComposer        *self,
           PanahBlock           *group,
           const PanahBlockSpec *block,
           const PanahDeadline  *deadline)
{
  const PanahCount *count = &deadline->count;
  const PanahPeriod *period = &deadline->value->period;
  gboolean moved = count->last.day != count->counted_end.day, exact = deadline->event_on.day == deadline->event_to.day;
  g_autofree char *steps = format_length (self, block, period);
  g_autofree char *length =
    steps != NULL ? panah_words_fill (panah_composer_get_word (self, block, "length"), steps, NULL) : NULL;
  g_autofree char *event = format_event (self, deadline);
  g_autofree char *counted =
    panah_words_fill (panah_composer_get_word (self, block, period->backward ? "counted-back" : "counted"),
                      translate (self, deadline->event->label), event);
  g_autofree char *end_day = panah_composer_format_point (self, deadline, &count->counted_end, TRUE);
  g_autofree char *end = panah_words_fill (panah_composer_get_word (self, block, "end"), end_day, NULL);
  const char *const sentences[] = {
    length,
    counted,
    exact ? NULL : panah_composer_get_word (self, block, "range"),
    moved && deadline->state != PANAH_DEADLINE_SUSPENDED ? end : NULL,
  };

  panah_composer_add_sentences (self, group, PANAH_TONE_SMALL, sentences, G_N_ELEMENTS (sentences));
}

/* Where a rule was read; @first: (nullable): what stands before it */
static void
add_law (PanahComposer         *self,
         PanahBlock            *group,
         const PanahBlockSpec  *block,
         const char            *first,
         PanahReference *const *references,
         guint                  n_references)
{
  for (guint i = 0; i < n_references; i++)
    {
      const PanahReference *reference = references[i];
      g_autofree char *checked = panah_words_format_date (self->language, reference->checked_on);
      g_autofree char *edition = panah_words_format_date (self->language, reference->edition_read);
      const char *comma = panah_sheet_words_get (self->language)->comma;
      g_autofree char *law =
        g_strdup_printf ("%s%s%s", translate (self, reference->title), reference->article != NULL ? comma : "",
                         reference->article != NULL ? translate (self, reference->article) : "");
      g_autofree char *line = panah_words_fill (panah_composer_get_word (self, block, "article"), law, NULL);
      g_autofree char *read = panah_words_fill (panah_composer_get_word (self, block, "checked"), edition, checked);
      const char *const sentences[] = { i == 0 ? first : NULL, line, read, translate (self, reference->note) };
      panah_composer_add_sentences (self, group, PANAH_TONE_SMALL, sentences, G_N_ELEMENTS (sentences));
    }
}

static void
add_roll (PanahComposer        *self,
          PanahBlock           *group,
          const PanahBlockSpec *block,
          const PanahDeadline  *deadline)
{
  const PanahCalendar *calendar = panah_pack_get_calendar (self->pack);
  const PanahDeadlineValue *value = deadline->value;
  const PanahPoint *end = &deadline->count.counted_end;

  if (end->is_moment)
    return;
  if (value->period.rolls)
    add_law (self, group, block, panah_composer_get_word (self, block, "roll"), value->roll_references,
             value->n_roll_references);
  else if (!value->period.backward && !panah_calendar_is_open (calendar, end->day))
    panah_composer_add_line (self, group, PANAH_TONE_SMALL, panah_composer_get_word (self, block, "no-roll"));
}

/* What the calendar does not know for sure. */
static void
add_calendar (PanahComposer        *self,
              PanahBlock           *group,
              const PanahBlockSpec *block,
              const PanahDeadline  *deadline)
{
  const PanahCalendar *calendar = panah_pack_get_calendar (self->pack);
  guint32 first = deadline->count.first_touched, last = deadline->count.last_touched;

  for (guint i = 0; first != 0 && i < calendar->n_days; i++)
    {
      const PanahCalendarDay *day = calendar->days[i];
      if (day->state != PANAH_DAY_POSSIBLY_OFF || day->day < first || day->day > last)
        continue;
      g_autofree char *name = panah_sheet_words_format_day (self->language, day->day);
      panah_composer_add_filled (self, group, PANAH_TONE_SMALL, block, "possible", name, translate (self, day->name));
    }

  g_autofree char *verified = panah_words_format_date (self->language, calendar->verified_through);
  if (first != 0 && !panah_calendar_covers (calendar, first, last))
    panah_composer_add_line (self, group, PANAH_TONE_SMALL, panah_composer_get_word (self, block, "calendar-unknown"));
  else if (first != 0 && last > calendar->verified_through)
    panah_composer_add_filled (self, group, PANAH_TONE_SMALL, block, "calendar-unverified", verified, NULL);
}

/* Whether there is still something to go by. */
static gboolean
is_ahead (const PanahDeadline *deadline)
{
  switch (deadline->state)
    {
    case PANAH_DEADLINE_OPEN:
    case PANAH_DEADLINE_DUE_TODAY:
    case PANAH_DEADLINE_WAITING:
    case PANAH_DEADLINE_MAY_APPLY:
      return deadline->counted && !deadline->over;
    case PANAH_DEADLINE_PASSED:
    case PANAH_DEADLINE_MET:
    case PANAH_DEADLINE_MET_LATE:
    case PANAH_DEADLINE_SUSPENDED:
    case PANAH_DEADLINE_NOT_COVERED:
    default:
      return FALSE;
    }
}

/* A safe day that is over is nothing to go by any more. */
static gboolean
leads_with_safe (PanahComposer       *self,
                 const PanahDeadline *deadline)
{
  const PanahPoint *safe = &deadline->count.safe;

  return deadline->spec->whose == PANAH_WHOSE_PERSON && is_ahead (deadline) && !safe->is_moment && safe->day != 0 &&
         panah_point_get_end (safe) > panah_plan_get_now (self->plan);
}

/* The screen and the sheet lead with the safe day; where there is none, with the last, and say why. What is over leads
 * with what can still be done. */
static void
add_lead (PanahComposer        *self,
          PanahBlock           *group,
          const PanahBlockSpec *block,
          const PanahDeadline  *deadline)
{
  const PanahCount *count = &deadline->count;
  g_autofree char *last = panah_composer_format_point (self, deadline, &count->last, TRUE);

  if (deadline->state == PANAH_DEADLINE_SUSPENDED)
    return;
  if (deadline->spec->whose == PANAH_WHOSE_OFFICE)
    panah_composer_add_filled (self, group, PANAH_TONE_BODY, block, "expected", last, NULL);
  else if (!is_ahead (deadline))
    {
      if (deadline->state == PANAH_DEADLINE_PASSED || deadline->state == PANAH_DEADLINE_MAY_APPLY)
        panah_composer_add_line (self, group, PANAH_TONE_LARGE, translate (self, deadline->spec->late_text));
      panah_composer_add_filled (self, group, PANAH_TONE_SMALL, block, "last", last, NULL);
    }
  else if (leads_with_safe (self, deadline))
    {
      g_autofree char *safe = panah_composer_format_point (self, deadline, &count->safe, TRUE);
      panah_composer_add_filled (self, group, PANAH_TONE_LARGE, block, "safe", safe, NULL);
      panah_composer_add_filled (self, group, PANAH_TONE_BODY, block, "last", last, NULL);
    }
  else
    {
      panah_composer_add_filled (self, group, PANAH_TONE_LARGE, block, "last", last, NULL);
      if (count->last.is_moment)
        panah_composer_add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "hours-run"));
      else if (count->safe.day == 0)
        panah_composer_add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "closed"));
    }
}

static void
add_dates (PanahComposer        *self,
           PanahBlock           *group,
           const PanahBlockSpec *block,
           const PanahDeadline  *deadline)
{
  const PanahProvenance *provenance = &deadline->value->provenance;
  const char *const sentences[] = {
    translate (self, provenance->note),
    panah_composer_get_word (self, block, panah_confidence_names[deadline->confidence]),
  };

  add_lead (self, group, block, deadline);
  add_count (self, group, block, deadline);
  add_law (self, group, block, NULL, provenance->references, provenance->n_references);
  add_roll (self, group, block, deadline);
  add_calendar (self, group, block, deadline);
  panah_composer_add_sentences (self, group, PANAH_TONE_SMALL, sentences, G_N_ELEMENTS (sentences));
}

static void
add_deadline (PanahComposer        *self,
              PanahBlock           *parent,
              const PanahBlockSpec *block,
              const PanahDeadline  *deadline)
{
  PanahBlock *group = panah_block_add_group (parent, 0, FALSE, TRUE);
  const char *state = panah_composer_get_word (self, block, panah_deadline_state_names[deadline->state]);
  g_autofree char *head = g_strdup_printf ("%s – %s", translate (self, deadline->spec->label), state);

  panah_composer_add_line (self, group, PANAH_TONE_STRONG, head);
  if (deadline->counted)
    add_dates (self, group, block, deadline);
  panah_block_add_space (group, 8);
}

static gboolean
is_wanted (const PanahBlockSpec *block,
           const PanahDeadline  *deadline)
{
  const char *whose = panah_whose_names[deadline->spec->whose];

  return (block->whose == NULL || strcmp (block->whose, "all") == 0 || strcmp (block->whose, whose) == 0) &&
         (block->states[0] == NULL || g_strv_contains (block->states, panah_deadline_state_names[deadline->state]));
}

/* The words over the dates are about safe days, so one of the dates must have one. */
void
panah_compose_deadlines (PanahComposer        *self,
                         PanahBlock           *group,
                         const PanahBlockSpec *block)
{
  const GPtrArray *deadlines = panah_plan_get_deadlines (self->plan);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  gboolean safe = FALSE;

  for (guint i = 0; i < deadlines->len; i++)
    {
      if (!is_wanted (block, deadlines->pdata[i]))
        continue;
      g_ptr_array_add (wanted, deadlines->pdata[i]);
      safe |= leads_with_safe (self, deadlines->pdata[i]);
    }
  if (safe)
    panah_composer_add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "lead"));
  for (guint i = 0; i < wanted->len; i++)
    add_deadline (self, group, block, wanted->pdata[i]);
  if (wanted->len == 0)
    panah_composer_add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "none"));
}
