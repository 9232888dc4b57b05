/* bench-work.c - a form with a letter, new in every word; and the sample family's papers with new answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-work.h"

#include "core/case.h"
#include "core/date.h"
#include "core/json-scan.h"
#include "core/pack.h"
#include "core/plan.h"
#include "paper/compose.h"
#include "paper/font-set.h"

#include <string.h>

#define ON "2026-11-24T00:00"
#define N_FIELDS 48
#define N_PARAGRAPHS 24
#define STORY "Преследование %u по политическим %u убеждениям; қауіпсіздікке %u төнген %u қатер. "

struct _BenchJob
{
  /* owned */
  PanahDocument *form;
  PanahCase     *parsed;
  PanahPlan     *plan;
  GPtrArray     *composed;  /* (element-type PanahComposed): on their texts the continuation sheet lives */
  GPtrArray     *continued; /* (element-type PanahEntry): the answers of which a form has only the beginning */

  guint          round;
  guint          n_done;
};

static PanahPack *pack;
static char *sample;
static gsize sample_length;

void
bench_job_free (BenchJob *self)
{
  g_clear_pointer (&self->form, panah_document_unref);
  g_clear_pointer (&self->plan, panah_plan_unref);
  g_clear_pointer (&self->continued, g_ptr_array_unref);
  g_clear_pointer (&self->composed, g_ptr_array_unref);
  g_clear_pointer (&self->parsed, panah_case_free);
  g_free (self);
}

PanahDocument *
bench_job_get_document (const BenchJob *self)
{
  if (self->form != NULL)
    return self->form;
  return ((PanahComposed *) self->composed->pdata[self->composed->len - 1])->document;
}

/* What layout asks before it spares Pango the search for other fonts; the linker leads it here. */
gboolean __wrap_panah_font_set_is_plain (PanahFontSet *self, const char *text, gboolean bold);
gboolean __real_panah_font_set_is_plain (PanahFontSet *self, const char *text, gboolean bold);

static _Thread_local gboolean spare_nothing;

gboolean
__wrap_panah_font_set_is_plain (PanahFontSet *self,
                                const char   *text,
                                gboolean      bold)
{
  return !spare_nothing && __real_panah_font_set_is_plain (self, text, bold);
}

/* In this thread Pango is asked for everything, each time anew. */
void
bench_lay_out_afresh (void)
{
  spare_nothing = TRUE;
  g_hash_table_remove_all (panah_font_set_get_shelf (panah_font_set_get_default (NULL)));
}

static PanahText
make_text (const char *words,
           const char *language,
           const char *fact)
{
  return (PanahText) { words, language, fact, fact != NULL ? strlen (words) : 0 };
}

static BenchJob *
prepare_form (guint round)
{
  BenchJob *self = g_new0 (BenchJob, 1);

  self->round = round;
  return self;
}

/* Some four pages: a form and a letter, half Russian and half Kazakh. No line was ever seen before. */
static gboolean
compose_form (BenchJob *self)
{
  if (self->form != NULL)
    return FALSE;
  self->form = panah_document_new ("application", "ru");
  panah_document_set_title (self->form, "Ходатайство");
  panah_document_set_footer (self->form, "%1 / %2");

  PanahBlock *body = panah_document_get_body (self->form);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);
      g_autofree char *label = g_strdup_printf (i % 2 == 0 ? "Фамилия, имя %u, отчество" : "Тегі, аты %u, әкесінің аты",
                                                self->round * N_FIELDS + i);
      g_autofree char *answer = g_strdup_printf ("Ахмади Фарид, %u, Алматы қ., %u-үй", self->round, i);
      PanahFieldSpec spec = {
        .number = number,
        .label = make_text (label, i % 2 == 0 ? "ru" : "kk", NULL),
        .value = make_text (answer, "ru", "applicant.name"),
        .min_lines = 1,
        .max_lines = 2,
      };
      panah_block_add_field (body, &spec);
    }
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      guint n = (self->round * N_PARAGRAPHS + i) * 16;
      g_autofree char *words = g_strdup_printf (STORY STORY STORY, n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7, n + 8,
                                                n + 9, n + 10, n + 11);
      panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_JUSTIFY, make_text (words, "ru", NULL));
    }
  return TRUE;
}

static void
note_form (BenchJob   *self,
           PanahPages *pages)
{
}

static void
load_sample (void)
{
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GError) error = NULL;

  pack = panah_pack_load (BENCH_PACK, problems, &error);
  g_assert_no_error (error);
  g_file_get_contents (BENCH_CASE, &sample, &sample_length, &error);
  g_assert_no_error (error);
}

/* A person's own words, and no code: a word more, another one in each round. */
static gboolean
freshen (const GMatchInfo *match,
         GString          *fresh,
         gpointer          round)
{
  g_autofree char *words = g_match_info_fetch (match, 0);

  g_string_append_len (fresh, words, strlen (words) - 1);
  if (!g_str_is_ascii (words) || strchr (words + 3, ' ') != NULL)
    {
      g_string_append_c (fresh, ' ');
      for (guint i = 0; i < 6; i++)
        g_string_append_unichar (fresh, 0x430 + ((GPOINTER_TO_UINT (round) * 2654435761u) >> (i * 5)) % 32);
    }
  g_string_append_c (fresh, '"');
  return FALSE;
}

static JsonNode *
parse_freshened (guint round)
{
  g_autoptr (GRegex) strings = g_regex_new (": \"[^\"]+\"", 0, 0, NULL);
  g_autofree char *fresh =
    g_regex_replace_eval (strings, sample, sample_length, 0, 0, freshen, GUINT_TO_POINTER (round), NULL);
  g_autoptr (GError) error = NULL;
  JsonNode *root = panah_json_parse (fresh, strlen (fresh), &error);

  g_assert_no_error (error);
  return root;
}

static BenchJob *
prepare_family (guint round)
{
  BenchJob *self = g_new0 (BenchJob, 1);
  g_autoptr (GError) error = NULL;
  gint64 now;

  if (pack == NULL)
    load_sample ();
  g_autoptr (JsonNode) root = parse_freshened (round);
  self->parsed = panah_case_new_from_json (root, pack, &error);
  g_assert_no_error (error);
  g_assert_true (panah_moment_parse (ON, &now));
  self->plan = panah_plan_new (pack, self->parsed->facts, now);
  self->composed = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_composed_free);
  self->continued = g_ptr_array_new ();
  return self;
}

static gboolean
is_due (const BenchJob          *self,
        const PanahDocumentSpec *spec,
        gboolean                 continuation)
{
  if ((strcmp (spec->kind, "continuation") == 0) != continuation)
    return FALSE;
  return !continuation || self->continued->len > 0;
}

/* As `render` does it: continuation sheets after all others. */
static gboolean
compose_family (BenchJob *self)
{
  const GPtrArray *planned = panah_plan_get_documents (self->plan);

  while (self->n_done < planned->len * 2)
    {
      const PanahDocumentSpec *spec = planned->pdata[self->n_done % planned->len];
      gboolean continuation = self->n_done >= planned->len;
      self->n_done++;
      if (!is_due (self, spec, continuation))
        continue;
      const char *language = spec->for_user && g_strv_contains (spec->languages, "en") ? "en" : spec->languages[0];
      g_ptr_array_add (self->composed, panah_compose (self->plan, spec, language, continuation ? self->continued : NULL));
      return TRUE;
    }
  return FALSE;
}

static void
note_continued (BenchJob   *self,
                PanahPages *pages)
{
  const PanahComposed *composed = self->composed->pdata[self->composed->len - 1];
  const GPtrArray *fields = panah_pages_get_fields (pages);

  for (guint i = 0; i < fields->len; i++)
    {
      const PanahFieldResult *field = fields->pdata[i];
      const PanahEntry *entry = panah_composed_find_entry (composed, field->fact);
      if (field->mode == PANAH_FIELD_CONTINUE && entry != NULL)
        g_ptr_array_add (self->continued, (gpointer) entry);
    }
}

const BenchWork bench_works[BENCH_N_WORKS] = {
  { "form", prepare_form, compose_form, note_form },
  { "family", prepare_family, compose_family, note_continued },
};
