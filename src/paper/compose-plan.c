/* compose-plan.c - what the plan knows, for the reader: papers, offices, steps, problems
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/compose-private.h"

#include "paper/font-set.h"
#include "paper/sheet-words.h"
#include "paper/words.h"

#include <string.h>

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
  const char *const sentences[] = { panah_composer_translate (self, spec->help), copies };
  panah_composer_add_sentences (self, details, PANAH_TONE_SMALL, sentences, G_N_ELEMENTS (sentences));
  if (paper->state != PANAH_PAPER_HAVE)
    {
      g_autofree char *missing = join_words (self, block, "if-missing", spec->if_missing);
      panah_composer_add_line (self, details, PANAH_TONE_SMALL, missing);
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
    panah_composer_add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "none"));
}

static const PanahPaper *
find_paper (PanahComposer *self,
            const char    *id)
{
  const GPtrArray *papers = panah_plan_get_papers (self->plan);

  for (guint i = 0; i < papers->len; i++)
    {
      const PanahPaper *paper = papers->pdata[i];
      if (strcmp (paper->spec->rule.id, id) == 0)
        return paper;
    }
  return NULL;
}

/* Ticked where the person has it, else a box to tick by hand. */
static void
add_enclosure (PanahComposer    *self,
               PanahBlock       *group,
               const PanahPaper *paper)
{
  PanahMark mark = paper->state == PANAH_PAPER_HAVE ? PANAH_MARK_BOX_TICKED : PANAH_MARK_BOX;

  if (self->reading != NULL)
    panah_reading_add_enclosure (self, group, mark, paper->spec);
  else
    panah_block_add_item (group, mark, panah_composer_text (self, paper->spec->official[self->official_index]));
}

/* What a letter says is enclosed. */
static void
compose_enclosures (PanahComposer        *self,
                    PanahBlock           *group,
                    const PanahBlockSpec *block)
{
  guint n = 0;

  for (guint i = 0; block->papers[i] != NULL; i++)
    {
      const PanahPaper *paper = find_paper (self, block->papers[i]);
      if (paper == NULL || paper->state == PANAH_PAPER_LOST)
        continue;
      add_enclosure (self, group, paper);
      n++;
    }
  if (n == 0 && self->reading != NULL)
    panah_reading_add_paper_words (self, group, PANAH_TONE_GUIDE, PANAH_ALIGN_START,
                                   panah_composer_get_word (self->reading->paper, block, "none"));
  if (n == 0)
    panah_block_add_paragraph (group, PANAH_TONE_BODY, PANAH_ALIGN_START, panah_composer_get_text (self, block, "none"));
}

static void
add_notice (PanahComposer        *self,
            PanahBlock           *parent,
            const PanahBlockSpec *block,
            const PanahNotice    *notice)
{
  const PanahNoticeSpec *spec = notice->spec;
  PanahBlock *group = panah_block_add_group (parent, 0, FALSE, TRUE);
  const char *label = panah_composer_translate (self, spec->label);
  gboolean sure = notice->state == PANAH_NOTICE_APPLIES;
  g_autofree char *head =
    sure ? g_strdup (label) : g_strdup_printf ("%s – %s", label, panah_composer_get_word (self, block, "may-apply"));
  const PanahProvenance *provenance = &notice->value->provenance;
  const char *const sentences[] = {
    panah_composer_translate (self, provenance->note),
    panah_composer_get_word (self, block, panah_confidence_names[provenance->confidence]),
  };

  panah_block_add_item (group, PANAH_MARK_BULLET, panah_composer_text (self, head));
  PanahBlock *details = panah_block_add_group (group, 0.04, FALSE, FALSE);
  panah_composer_add_line (self, details, PANAH_TONE_BODY, panah_composer_translate (self, spec->text));
  panah_composer_add_sentences (self, details, PANAH_TONE_SMALL, sentences, G_N_ELEMENTS (sentences));
}

static void
compose_notices (PanahComposer        *self,
                 PanahBlock           *group,
                 const PanahBlockSpec *block)
{
  const GPtrArray *notices = panah_plan_get_notices (self->plan);
  guint n = 0;

  for (guint i = 0; block->notices[i] != NULL; i++)
    {
      for (guint j = 0; j < notices->len; j++)
        {
          const PanahNotice *notice = notices->pdata[j];
          if (strcmp (panah_notice_kind_names[notice->spec->kind], block->notices[i]) != 0 ||
              (block->prefix != NULL && !g_str_has_prefix (notice->spec->rule.id, block->prefix)))
            continue;
          add_notice (self, group, block, notice);
          n++;
        }
    }
  if (n == 0)
    panah_composer_add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "none"));
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
      g_autofree char *last = panah_composer_format_point (self, step->expected, &step->expected->count.last, TRUE);
      expected = panah_words_fill (panah_composer_get_word (self, block, "expected"), last, NULL);
    }
  const char *const sentences[] = {
    panah_composer_translate (self, spec->text),
    expected,
    panah_composer_get_word (self, block, panah_confidence_names[step->value->provenance.confidence]),
  };
  panah_composer_add_sentences (self, panah_block_add_group (group, 0.04, FALSE, FALSE), PANAH_TONE_SMALL, sentences,
                                G_N_ELEMENTS (sentences));
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

/* Returns: (nullable): the block's words with @value in them; %NULL for nothing */
static char *
fill_word (PanahComposer        *self,
           const PanahBlockSpec *block,
           const char           *text_id,
           const char           *value)
{
  return value != NULL ? panah_words_fill (panah_composer_get_word (self, block, text_id), value, NULL) : NULL;
}

/* A line may end between two numbers, not inside one. */
static char *
join_phones (const char *const *phones)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; phones[i] != NULL; i++)
    {
      g_autofree char *phone = panah_text_keep_on_line (phones[i]);
      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", phone);
    }
  return g_string_free (out, FALSE);
}

static void
add_office (PanahComposer         *self,
            PanahBlock            *parent,
            const PanahBlockSpec  *block,
            const PanahOfficeSpec *spec)
{
  PanahBlock *group = panah_block_add_group (parent, 0, FALSE, TRUE);
  const char *const *official = panah_pack_get_official_languages (self->pack);
  g_autofree char *phones = join_phones (spec->phones);
  g_autofree char *isolated = panah_text_isolate (phones, PANAH_ISOLATE_LTR);
  g_autofree char *checked = panah_words_format_date (self->language, spec->provenance.checked_on);
  g_autofree char *source =
    panah_words_fill (panah_composer_get_word (self, block, panah_confidence_names[spec->provenance.confidence]), checked, NULL);

  g_autofree char *address = fill_word (self, block, "address", panah_composer_translate (self, spec->address));
  g_autofree char *telephone = fill_word (self, block, "phones", *phones != '\0' ? isolated : NULL);
  g_autofree char *email = fill_word (self, block, "email", spec->email);
  g_autofree char *hours = fill_word (self, block, "hours", panah_composer_translate (self, spec->hours));
  const char *const where[] = { address, telephone, email, hours };

  panah_composer_add_line (self, group, PANAH_TONE_STRONG, panah_composer_translate (self, spec->name));
  for (guint i = 0; official[i] != NULL; i++)
    panah_composer_add_foreign (self, group, PANAH_TONE_BODY, PANAH_ALIGN_START,
                                (PanahText) { .string = spec->official[i], .language = official[i] });
  panah_composer_add_public_sentences (self, group, PANAH_TONE_BODY, where, G_N_ELEMENTS (where));
  const char *const sentences[] = { panah_composer_translate (self, spec->note), source };
  panah_composer_add_sentences (self, group, PANAH_TONE_SMALL, sentences, G_N_ELEMENTS (sentences));
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
    panah_composer_add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "none"));
}

/* A message holds what somebody typed: a letter that no font has is named by its number. */
static char *
make_printable (const char *message)
{
  g_autofree char *clean = panah_text_clean (message, -1, NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_strndup (p, g_utf8_skip[*(const guchar *) p]);
      if (panah_fonts_find_missing (letter) == 0)
        g_string_append (out, letter);
      else
        g_string_append_printf (out, "U+%04X", g_utf8_get_char (p));
    }
  return panah_text_isolate (out->str, PANAH_ISOLATE_FIRST_STRONG);
}

/* In the reader's language; names in it keep their own direction. */
static char *
say_problem (PanahComposer      *self,
             const PanahProblem *problem)
{
  guint n = problem->pattern != NULL ? g_strv_length (problem->args) : 0;
  g_auto (GStrv) args = g_new0 (char *, n + 1);
  PanahProblem said = { .pattern = problem->pattern, .args = args };

  if (problem->pattern == NULL)
    return make_printable (panah_pack_translate (self->pack, self->language, problem->message));
  for (guint i = 0; i < n; i++)
    args[i] = make_printable (panah_pack_translate (self->pack, self->language, problem->args[i]));

  g_autofree char *words = panah_problem_translate (&said, self->pack, self->language);
  return panah_text_isolate (words, PANAH_ISOLATE_FIRST_STRONG);
}

static gboolean
can_say (PanahComposer      *self,
         const PanahProblem *problem)
{
  return strcmp (self->language, "en") == 0 ||
         (problem->pattern != NULL && panah_pack_translate (self->pack, self->language, problem->pattern) != problem->pattern);
}

/* What there is to say about a problem; NULL: nothing. A blank is named, and whose it is; all else is said in a sentence.
 * Where the pack has no words for that in the reader's language, the reader is pointed to the question: a note can be
 * left out then, a warning never. What is said of papers stands beside the papers. */
static char *
describe_problem (PanahComposer      *self,
                  const PanahProblem *problem)
{
  gboolean warning = problem->severity == PANAH_SEVERITY_WARNING, sayable = can_say (self, problem);
  g_autofree char *label = problem->fact != NULL ? panah_composer_describe (self, problem->fact) : NULL;

  if (!warning && problem->fact != NULL && g_str_has_prefix (problem->fact, "papers."))
    return NULL;
  if (label != NULL && (problem->severity == PANAH_SEVERITY_MISSING || (warning && !sayable)))
    return g_steal_pointer (&label);
  if (!sayable && !warning)
    return NULL;

  g_autofree char *printable = say_problem (self, problem);
  const char *member = problem->fact != NULL ? strstr (problem->fact, "].") : NULL;
  if (label == NULL || member == NULL)
    return g_steal_pointer (&printable);

  g_autofree char *entry = g_strndup (problem->fact, member + 1 - problem->fact);
  g_autofree char *who = panah_composer_describe (self, entry);
  return g_strdup_printf ("%s: %s", who, printable);
}

static void
add_problem_item (PanahComposer        *self,
                  PanahBlock           *group,
                  const PanahBlockSpec *block,
                  PanahSeverity         severity,
                  const char           *what)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", panah_composer_get_word (self, block, panah_severity_names[severity]), what);

  panah_block_add_item (group, PANAH_MARK_BULLET, panah_composer_text (self, line));
}

/* Of one severity, in the order of the plan; blanks in one item, so that many of them stay calm to look at. */
static guint
add_problems (PanahComposer        *self,
              PanahBlock           *group,
              const PanahBlockSpec *block,
              PanahSeverity         severity)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->problems->len; i++)
    {
      const PanahProblem *problem = self->problems->pdata[i];
      char *what = problem->severity == severity ? describe_problem (self, problem) : NULL;
      if (what == NULL || g_ptr_array_find_with_equal_func (said, what, g_str_equal, NULL))
        g_free (what);
      else
        g_ptr_array_add (said, what);
    }

  guint n = said->len;
  if (severity == PANAH_SEVERITY_MISSING && n > 0)
    {
      g_ptr_array_add (said, NULL);
      g_autofree char *all = g_strjoinv (panah_sheet_words_get (self->language)->semicolon, (char **) said->pdata);
      add_problem_item (self, group, block, severity, all);
    }
  for (guint i = 0; severity != PANAH_SEVERITY_MISSING && i < n; i++)
    add_problem_item (self, group, block, severity, said->pdata[i]);
  return n;
}

static void
compose_problems (PanahComposer        *self,
                  PanahBlock           *group,
                  const PanahBlockSpec *block)
{
  guint n = add_problems (self, group, block, PANAH_SEVERITY_WARNING);

  n += add_problems (self, group, block, PANAH_SEVERITY_MISSING);
  n += add_problems (self, group, block, PANAH_SEVERITY_NOTE);
  if (n == 0)
    panah_composer_add_line (self, group, PANAH_TONE_BODY, panah_composer_get_word (self, block, "none"));
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
    { "deadlines", panah_compose_deadlines },
    { "papers", compose_papers },
    { "steps", compose_steps },
    { "offices", compose_offices },
    { "notices", compose_notices },
    { "enclosures", compose_enclosures },
    { "problems", compose_problems },
    { "signing", panah_compose_signing },
    { "continuations", panah_compose_continuations },
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
