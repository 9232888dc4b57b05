/* compose-plan.c - what the plan knows, for the reader: dates, papers, offices, steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/compose-private.h"

#include "core/date.h"
#include "paper/words.h"

#include <string.h>

static void
add_line (PanahComposer *self,
          PanahBlock    *group,
          PanahTone      tone,
          const char    *string)
{
  if (string != NULL && *string != '\0')
    panah_block_add_paragraph (group, tone, PANAH_ALIGN_START, panah_composer_text (self, string));
}

/* A pattern of the block with its gaps filled. */
static void
add_filled (PanahComposer        *self,
            PanahBlock           *group,
            PanahTone             tone,
            const PanahBlockSpec *block,
            const char           *text_id,
            const char           *one,
            const char           *two)
{
  g_autofree char *filled = panah_words_fill (panah_composer_get_word (self, block, text_id), one, two);

  add_line (self, group, tone, filled);
}

/* Several things to say in one paragraph; what is NULL is left out. */
static void
add_sentences (PanahComposer *self,
               PanahBlock    *group,
               PanahTone      tone,
               const char    *first,
               const char    *second,
               const char    *third)
{
  const char *all[] = { first, second, third };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if (all[i] == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, strchr (".:;!?", text->str[text->len - 1]) != NULL ? " " : ". ");
      g_string_append (text, all[i]);
    }
  add_line (self, group, tone, text->str);
}

static char *
format_point (PanahComposer    *self,
              const PanahPoint *point,
              gboolean          is_end)
{
  return point->is_moment ? panah_words_format_moment (self->language, point->moment, is_end)
                          : panah_words_format_day (self->language, point->day);
}

static char *
format_event (PanahComposer       *self,
              const PanahDeadline *deadline)
{
  g_autofree char *from = format_point (self, &deadline->event_on, FALSE);
  g_autofree char *to = format_point (self, &deadline->event_to, FALSE);

  return strcmp (from, to) == 0 ? g_steal_pointer (&from) : g_strdup_printf ("%s – %s", from, to);
}

static void
add_law (PanahComposer         *self,
         PanahBlock            *group,
         const PanahBlockSpec  *block,
         const PanahProvenance *provenance)
{
  for (guint i = 0; i < provenance->n_references; i++)
    {
      const PanahReference *reference = provenance->references[i];
      g_autofree char *checked = panah_words_format_date (self->language, reference->checked_on);
      g_autofree char *edition = panah_words_format_date (self->language, reference->edition_read);
      g_autofree char *law =
        g_strdup_printf ("%s%s%s", panah_composer_translate (self, reference->title),
                         reference->article != NULL ? ", " : "", reference->article != NULL ? reference->article : "");
      g_autofree char *line = panah_words_fill (panah_composer_get_word (self, block, "article"), law, NULL);
      g_autofree char *read = panah_words_fill (panah_composer_get_word (self, block, "checked"), edition, checked);
      g_autofree char *both = g_strdup_printf ("%s. %s", line, read);
      add_line (self, group, PANAH_TONE_SMALL, both);
    }
}

/* The screen and the sheet lead with the safe day; where there is none, with the last, and say why. */
static void
add_dates (PanahComposer        *self,
           PanahBlock           *group,
           const PanahBlockSpec *block,
           const PanahDeadline  *deadline)
{
  const PanahCount *count = &deadline->count;
  g_autofree char *last = format_point (self, &count->last, TRUE);
  g_autofree char *end = format_point (self, &count->counted_end, TRUE);

  if (deadline->spec->whose == PANAH_WHOSE_OFFICE)
    add_filled (self, group, PANAH_TONE_STRONG, block, "expected", last, NULL);
  else if (count->safe.is_moment || count->safe.day == 0)
    add_filled (self, group, PANAH_TONE_LARGE, block, "last", last, NULL);
  else
    {
      g_autofree char *safe = format_point (self, &count->safe, TRUE);
      add_filled (self, group, PANAH_TONE_LARGE, block, "safe", safe, NULL);
      add_filled (self, group, PANAH_TONE_BODY, block, "last", last, NULL);
    }
  if (count->safe.day == 0 && !count->safe.is_moment)
    add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "closed"));

  g_autofree char *event = format_event (self, deadline);
  add_filled (self, group, PANAH_TONE_SMALL, block, "counted",
              panah_composer_translate (self, deadline->event->label), event);
  if (count->last.day != count->counted_end.day)
    add_filled (self, group, PANAH_TONE_SMALL, block, "end", end, NULL);
  add_law (self, group, block, &deadline->value->provenance);
  add_sentences (self, group, PANAH_TONE_SMALL, panah_composer_translate (self, deadline->value->provenance.note),
                 panah_composer_get_word (self, block, panah_confidence_names[deadline->confidence]), NULL);
}

static void
add_deadline (PanahComposer        *self,
              PanahBlock           *parent,
              const PanahBlockSpec *block,
              const PanahDeadline  *deadline)
{
  PanahBlock *group = panah_block_add_group (parent, 0, FALSE, TRUE);
  const char *state = panah_composer_get_word (self, block, panah_deadline_state_names[deadline->state]);
  g_autofree char *head =
    g_strdup_printf ("%s – %s", panah_composer_translate (self, deadline->spec->label), state);

  add_line (self, group, PANAH_TONE_STRONG, head);
  if (deadline->counted)
    add_dates (self, group, block, deadline);
  if (deadline->state == PANAH_DEADLINE_PASSED && deadline->spec->late_text != NULL)
    {
      g_autofree char *late = g_strdup_printf ("%s %s", panah_composer_get_word (self, block, "late"),
                                               panah_composer_translate (self, deadline->spec->late_text));
      add_line (self, group, PANAH_TONE_BODY, late);
    }
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

static void
compose_deadlines (PanahComposer        *self,
                   PanahBlock           *group,
                   const PanahBlockSpec *block)
{
  const GPtrArray *deadlines = panah_plan_get_deadlines (self->plan);
  guint n = 0;

  for (guint i = 0; i < deadlines->len; i++)
    {
      if (!is_wanted (block, deadlines->pdata[i]))
        continue;
      add_deadline (self, group, block, deadlines->pdata[i]);
      n++;
    }
  if (n == 0)
    add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "none"));
}

/* "Copies: two"; NULL if there is nothing to say */
static char *
join_words (PanahComposer        *self,
            const PanahBlockSpec *block,
            const char           *text_id,
            const char           *english)
{
  if (english == NULL)
    return NULL;
  return g_strdup_printf ("%s %s", panah_composer_get_word (self, block, text_id),
                          panah_composer_translate (self, english));
}

static void
add_paper (PanahComposer        *self,
           PanahBlock           *parent,
           const PanahBlockSpec *block,
           const PanahPaper     *paper)
{
  const PanahPaperSpec *spec = paper->spec;
  PanahBlock *group = panah_block_add_group (parent, 0, FALSE, TRUE);
  g_autofree char *head =
    g_strdup_printf ("%s – %s", panah_composer_translate (self, spec->label),
                     panah_composer_get_word (self, block, panah_paper_state_names[paper->state]));

  panah_block_add_item (group, paper->state == PANAH_PAPER_HAVE ? PANAH_MARK_BOX_TICKED : PANAH_MARK_BOX,
                        panah_composer_text (self, head));
  PanahBlock *details = panah_block_add_group (group, 0.04, FALSE, FALSE);
  g_autofree char *copies = join_words (self, block, "copies", spec->copies);
  add_sentences (self, details, PANAH_TONE_SMALL, panah_composer_translate (self, spec->help), copies, NULL);
  if (paper->state != PANAH_PAPER_HAVE)
    {
      g_autofree char *missing = join_words (self, block, "if-missing", spec->if_missing);
      add_line (self, details, PANAH_TONE_SMALL, missing);
    }
}

static void
compose_papers (PanahComposer        *self,
                PanahBlock           *group,
                const PanahBlockSpec *block)
{
  const GPtrArray *papers = panah_plan_get_papers (self->plan);

  for (guint i = 0; i < papers->len; i++)
    add_paper (self, group, block, papers->pdata[i]);
  if (papers->len == 0)
    add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "none"));
}

static void
add_step (PanahComposer        *self,
          PanahBlock           *parent,
          const PanahBlockSpec *block,
          const PanahStep      *step)
{
  const PanahStepSpec *spec = step->spec;
  PanahBlock *group = panah_block_add_group (parent, 0, FALSE, TRUE);
  g_autofree char *head = g_strdup_printf ("%s – %s", panah_composer_translate (self, spec->label),
                                           panah_composer_get_word (self, block, panah_step_state_names[step->state]));
  g_autofree char *expected = NULL;

  panah_block_add_item (group, step->state == PANAH_STEP_DONE ? PANAH_MARK_BOX_TICKED : PANAH_MARK_BULLET,
                        panah_composer_text (self, head));
  if (step->expected != NULL && step->state != PANAH_STEP_DONE)
    {
      g_autofree char *last = format_point (self, &step->expected->count.last, TRUE);
      expected = panah_words_fill (panah_composer_get_word (self, block, "expected"), last, NULL);
    }
  add_sentences (self, panah_block_add_group (group, 0.04, FALSE, FALSE), PANAH_TONE_SMALL,
                 panah_composer_translate (self, spec->text), expected,
                 panah_composer_get_word (self, block, panah_confidence_names[step->value->provenance.confidence]));
}

static void
compose_steps (PanahComposer        *self,
               PanahBlock           *group,
               const PanahBlockSpec *block)
{
  const GPtrArray *steps = panah_plan_get_steps (self->plan);

  for (guint i = 0; i < steps->len; i++)
    {
      const PanahStep *step = steps->pdata[i];
      if (step->value != NULL)
        add_step (self, group, block, step);
    }
}

static void
add_office (PanahComposer         *self,
            PanahBlock            *parent,
            const PanahBlockSpec  *block,
            const PanahOfficeSpec *spec)
{
  PanahBlock *group = panah_block_add_group (parent, 0, FALSE, TRUE);
  g_autofree char *phones = g_strjoinv (", ", (char **) spec->phones);
  g_autofree char *isolated = panah_text_isolate (phones, PANAH_ISOLATE_LTR);
  g_autofree char *checked = panah_words_format_date (self->language, spec->provenance.checked_on);
  g_autofree char *source =
    panah_words_fill (panah_composer_get_word (self, block, panah_confidence_names[spec->provenance.confidence]), checked, NULL);

  add_line (self, group, PANAH_TONE_STRONG, panah_composer_translate (self, spec->name));
  for (guint i = 0; panah_pack_get_official_languages (self->pack)[i] != NULL; i++)
    add_line (self, group, PANAH_TONE_BODY, spec->official[i]);
  if (spec->address != NULL)
    add_filled (self, group, PANAH_TONE_BODY, block, "address", panah_composer_translate (self, spec->address), NULL);
  if (*phones != '\0')
    add_filled (self, group, PANAH_TONE_BODY, block, "phones", isolated, NULL);
  if (spec->email != NULL)
    add_filled (self, group, PANAH_TONE_BODY, block, "email", spec->email, NULL);
  if (spec->hours != NULL)
    add_filled (self, group, PANAH_TONE_BODY, block, "hours", panah_composer_translate (self, spec->hours), NULL);
  add_sentences (self, group, PANAH_TONE_SMALL, panah_composer_translate (self, spec->note), source, NULL);
  panah_block_add_space (group, 4);
}

static void
compose_offices (PanahComposer        *self,
                 PanahBlock           *group,
                 const PanahBlockSpec *block)
{
  const GPtrArray *offices = panah_plan_get_offices (self->plan);

  for (guint i = 0; i < offices->len; i++)
    add_office (self, group, block, offices->pdata[i]);
  if (offices->len == 0)
    add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "none"));
}

/* The name of a fact in the reader's language: of the last member in `family[2].birth_date`. */
static const char *
get_label (PanahComposer *self,
           const char    *path)
{
  g_autofree char *id = g_strndup (path, strcspn (path, "["));
  const PanahFactSpec *spec = panah_pack_find_fact (self->pack, id);
  const char *member = strrchr (path, ']');

  if (spec != NULL && member != NULL && member[1] == '.')
    {
      const PanahFactSpec *item = panah_fact_spec_find_item (spec, member + 2);
      spec = item != NULL ? item : spec;
    }
  return spec != NULL ? panah_composer_translate (self, spec->label) : NULL;
}

/* The plan's messages are English; in other languages the person is pointed to the question, and notes are left out.
 * What is said of papers stands beside the papers. */
static void
compose_problems (PanahComposer        *self,
                  PanahBlock           *group,
                  const PanahBlockSpec *block)
{
  const GPtrArray *problems = panah_plan_get_problems (self->plan);
  gboolean english = strcmp (self->language, "en") == 0;
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const PanahProblem *problem = problems->pdata[i];
      const char *label = problem->fact != NULL ? get_label (self, problem->fact) : NULL;
      gboolean in_words = english && (problem->severity != PANAH_SEVERITY_MISSING || label == NULL);
      const char *what = in_words ? problem->message : label;

      if (!english && problem->severity == PANAH_SEVERITY_NOTE)
        continue;
      if (what == NULL || (problem->fact != NULL && g_str_has_prefix (problem->fact, "papers.")))
        continue;
      g_autofree char *line = g_strdup_printf (
        "%s: %s", panah_composer_get_word (self, block, panah_severity_names[problem->severity]), what);
      panah_block_add_item (group, PANAH_MARK_BULLET, panah_composer_text (self, line));
      n++;
    }
  if (n == 0)
    add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "none"));
}

/* Every signature line on the official papers of the journey, in their own words. */
static guint
compose_signatures_of (PanahComposer               *self,
                       PanahBlock                  *group,
                       const PanahBlockSpec        *block,
                       const PanahDocumentSpec     *document,
                       const PanahBlockSpec *const *blocks,
                       guint                        n_blocks)
{
  const char *language = document->languages[0];
  guint n = 0;

  for (guint i = 0; i < n_blocks; i++)
    {
      if (blocks[i]->n_blocks > 0 && !blocks[i]->framed)
        n += compose_signatures_of (self, group, block, document, blocks[i]->blocks, blocks[i]->n_blocks);
      if (strcmp (blocks[i]->kind, "signature") != 0)
        continue;
      g_autoptr (GString) captions = g_string_new (NULL);
      for (guint j = 0; blocks[i]->ids[j] != NULL; j++)
        g_string_append_printf (captions, "%s%s", j > 0 ? " " : "",
                                panah_pack_get_text (self->pack, document->rule.id, language, blocks[i]->id, blocks[i]->ids[j]));
      g_autofree char *line =
        panah_words_fill (panah_composer_get_word (self, block, "line"),
                          panah_pack_get_text (self->pack, document->rule.id, language, "", "title"), captions->str);
      panah_block_add_item (group, PANAH_MARK_BOX, panah_composer_text (self, line));
      n++;
    }
  return n;
}

static void
compose_signing (PanahComposer        *self,
                 PanahBlock           *group,
                 const PanahBlockSpec *block)
{
  const GPtrArray *documents = panah_plan_get_documents (self->plan);
  guint n = 0;

  for (guint i = 0; i < documents->len; i++)
    {
      const PanahDocumentSpec *document = documents->pdata[i];
      if (!document->for_user)
        n += compose_signatures_of (self, group, block, document, document->blocks, document->n_blocks);
    }
  if (n == 0)
    add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "none"));
}

static void
compose_continuations (PanahComposer        *self,
                       PanahBlock           *group,
                       const PanahBlockSpec *block)
{
  for (guint i = 0; self->continuations != NULL && i < self->continuations->len; i++)
    {
      const PanahEntry *entry = self->continuations->pdata[i];
      g_autofree char *head = entry->number != NULL
                                ? panah_words_fill (panah_composer_get_word (self, block, "head"), entry->number, entry->label)
                                : g_strdup (entry->label);
      PanahEntry *copy = panah_entry_new (entry->key, entry->number, entry->label, entry->language);

      add_line (self, group, PANAH_TONE_STRONG, head);
      if (strcmp (entry->language, self->language) != 0)
        {
          g_autofree char *name = panah_words_name_language (self->language, entry->language);
          g_autofree char *said =
            panah_words_fill (panah_words_get (self->language)->said_in, name != NULL ? name : entry->language, NULL);
          add_line (self, group, PANAH_TONE_SMALL, said);
        }
      for (guint j = 0; j < entry->facts->len; j++)
        {
          const PanahPrintedFact *fact = entry->facts->pdata[j];
          panah_entry_add_fact (copy, fact->fact, fact->bytes);
        }
      copy->text = g_strdup (entry->text);
      g_ptr_array_add (self->out->entries, copy);
      panah_block_add_paragraph (group, PANAH_TONE_BODY, PANAH_ALIGN_START,
                                 (PanahText) { copy->text, copy->language, copy->key, copy->bytes });
      panah_block_add_space (group, 10);
    }
}

typedef void (*PlanBlock) (PanahComposer        *self,
                           PanahBlock           *group,
                           const PanahBlockSpec *block);

/* Returns: %FALSE if @block is not one that the plan fills */
gboolean
panah_compose_plan_block (PanahComposer        *self,
                          PanahBlock           *group,
                          const PanahBlockSpec *block)
{
  static const struct
  {
    const char *kind;
    PlanBlock   compose;
  } kinds[] = {
    { "deadlines", compose_deadlines }, { "papers", compose_papers },     { "steps", compose_steps },
    { "offices", compose_offices },     { "problems", compose_problems }, { "signing", compose_signing },
    { "continuations", compose_continuations },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (kinds[i].kind, block->kind) == 0)
        {
          kinds[i].compose (self, group, block);
          return TRUE;
        }
    }
  return FALSE;
}
