/* test-overflow.c - every place for words on the papers, filled far beyond its room
 *
 * The places are not listed here: they are found by composing the packs' own cases, in which
 * each block of each paper stands at least once. Every place is then given an answer of each
 * length, one place at a time, and all of it must stand somewhere, word for word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper-support.h"

#include "core/pack-cases.h"
#include "paper/compose.h"
#include "paper/text.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST "Начало"
#define WORD "слово"
#define LAST "Конец"
#define OVERRIDE "\xE2\x80\xAE"
#define ISOLATE "\xE2\x81\xA6"
#define LETTER "э"
#define MARK "\xCC\x81"

/* Sanitizers take five times as long and see the same code at every place. */
#if defined(__SANITIZE_ADDRESS__)
#define STEP 6
#else
#define STEP 1
#endif

/* Where an answer is printed, and a case in which it is. */
typedef struct
{
  PanahPack               *pack;
  const PanahDocumentSpec *document; /* borrowed */
  const PanahFactSpec     *spec;     /* borrowed */
  JsonObject              *facts;
  char                    *language;
  gint64                   now;
  char                    *block;    /* the block's id */
  char                    *path;     /* `applicant.name`, `family[0].name` */
  gboolean                 table;    /* a narrow column */
} Place;

typedef struct
{
  const char *name;
  gsize       length;
  const char *word;      /* said over and over between the first and the last */
  guint       n_marks;   /* on one letter before the last */
  gboolean    extracted; /* read back from the file too, where a pack first asks for that answer */
  gboolean    once;      /* only there at all */
} Answer;

typedef struct
{
  const Place  *place;
  const Answer *answer;
  gboolean      first;    /* of all places for the same answer; the others behave alike */
} Row;

static const Answer answers[] = {
  { "1-kib", 1024, WORD " ", 0, FALSE, FALSE },
  { "4-kib", 4096, WORD " ", 0, FALSE, FALSE },
  { "20-kib", 20480, WORD " ", 0, TRUE, FALSE },
  { "200-kib", 204800, WORD " ", 0, FALSE, TRUE },
  { "controls-and-marks", 3000, OVERRIDE WORD ISOLATE " ", 10000, FALSE, FALSE },
};

typedef struct
{
  const char *document;
  guint       n_places; /* at least; fewer would mean that they are not found any more */
} Paper;

static const Paper papers_of_kz[] = { { "application", 12 }, { "complaint", 42 }, { "court-claim", 58 }, { NULL } };
static const Paper papers_of_kg[] = { { "application", 42 }, { NULL } };

static void
place_free (gpointer data)
{
  Place *self = data;

  panah_pack_unref (self->pack);
  json_object_unref (self->facts);
  g_free (self->language);
  g_free (self->block);
  g_free (self->path);
  g_free (self);
}

/* What is asked at a path. */
static const PanahFactSpec *
find_spec (PanahPack  *pack,
           const char *path)
{
  g_autofree char *id = g_strndup (path, strcspn (path, "["));
  const PanahFactSpec *spec = panah_pack_find_fact (pack, id);
  const char *member = strstr (path, "].");

  return spec != NULL && member != NULL ? panah_fact_spec_find_item (spec, member + 2) : spec;
}

static gboolean
is_known (const GPtrArray         *places,
          const PanahDocumentSpec *document,
          const PanahFactSpec     *spec,
          const char              *block)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = places->pdata[i];
      if (place->document == document && place->spec == spec && strcmp (place->block, block) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_place (GPtrArray   *places,
           const Place *place)
{
  Place *copy = g_memdup2 (place, sizeof *place);

  panah_pack_ref (copy->pack);
  json_object_ref (copy->facts);
  copy->language = g_strdup (copy->language);
  copy->block = g_strdup (copy->block);
  copy->path = g_strdup (copy->path);
  g_ptr_array_add (places, copy);
}

/* The places for words that one case shows for the first time. */
static void
collect_from_case (PanahPack               *pack,
                   const PanahDocumentSpec *document,
                   JsonObject              *test,
                   GPtrArray               *places)
{
  const char *language = json_object_get_string_member_with_default (test, "official_language", "ru");
  JsonObject *facts = json_object_get_object_member (test, "facts");
  gint64 now = read_moment (json_object_get_string_member (test, "on"));
  g_autoptr (PanahCase) a_case = make_case (pack, facts, NULL, language);
  g_autoptr (PanahPlan) plan = panah_plan_new (pack, a_case->facts, now);
  g_autoptr (PanahComposed) composed = panah_compose (plan, document, language, NULL);

  for (guint i = 0; i < composed->entries->len; i++)
    {
      const PanahEntry *entry = composed->entries->pdata[i];
      g_autofree char *block = g_strndup (entry->key, strcspn (entry->key, "/["));
      for (guint j = 0; j < entry->facts->len; j++)
        {
          const char *path = ((const PanahPrintedFact *) entry->facts->pdata[j])->fact;
          const PanahFactSpec *spec = find_spec (pack, path);
          if (!(panah_fact_kind_is_text (spec->kind) || spec->kind == PANAH_FACT_NAME) ||
              is_known (places, document, spec, block))
            continue;
          add_place (places, &(Place) {
            .pack = pack, .document = document, .spec = spec, .facts = facts, .language = (char *) language, .now = now,
            .block = block, .path = (char *) path, .table = strchr (entry->key, '/') == NULL,
          });
        }
    }
}

static void
collect_places (PanahPack  *pack,
                const char *id,
                GPtrArray  *places)
{
  const PanahDocumentSpec *document = panah_pack_find_document (pack, id);
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (GPtrArray) cases = panah_pack_list_cases (pack, problems);

  g_assert_nonnull (document);
  for (guint i = 0; i < cases->len; i++)
    collect_from_case (pack, document, json_node_get_object (((const PanahPackCase *) cases->pdata[i])->node), places);
}

static char *
make_words (const Answer *answer)
{
  GString *text = g_string_new (FIRST " ");

  while (text->len + strlen (LAST) < answer->length)
    g_string_append (text, answer->word);
  if (answer->n_marks > 0)
    g_string_append (text, LETTER);
  for (guint i = 0; i < answer->n_marks; i++)
    g_string_append (text, MARK);
  g_string_append (text, " " LAST);
  return g_string_free (text, FALSE);
}

static JsonNode *
make_value (const Place *place,
            const char  *words)
{
  gboolean name = place->spec->kind == PANAH_FACT_NAME;
  JsonObject *inner = json_object_new (), *outer = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (inner, name ? "surname" : place->language, words);
  json_object_set_object_member (outer, name ? "cyrillic" : "official", inner);
  json_node_take_object (node, outer);
  return node;
}

/* The facts of the place's case with another answer at its path. */
static JsonObject *
replace_answer (const Place *place,
                const char  *words)
{
  g_autoptr (JsonNode) old = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (old, place->facts);
  g_autofree char *json = json_to_string (old, FALSE);
  g_autoptr (JsonNode) new = json_from_string (json, NULL);
  JsonObject *facts = json_object_ref (json_node_get_object (new));
  const char *open = strchr (place->path, '[');

  if (open == NULL)
    {
      json_object_set_member (facts, place->path, make_value (place, words));
      return facts;
    }

  g_autofree char *id = g_strndup (place->path, open - place->path);
  JsonArray *list = json_object_get_array_member (facts, id);
  JsonObject *entry = json_array_get_object_element (list, strtoul (open + 1, NULL, 10));
  json_object_set_member (entry, strchr (open, '.') + 1, make_value (place, words));
  return facts;
}

static PanahRendering *
render (const Place *place,
        const char  *words)
{
  const char *const documents[] = { place->document->rule.id, NULL };
  g_autoptr (JsonObject) facts = replace_answer (place, words);
  g_autoptr (PanahCase) a_case = make_case (place->pack, facts, NULL, place->language);
  g_autoptr (PanahPlan) plan = panah_plan_new (place->pack, a_case->facts, place->now);
  g_autoptr (GError) error = NULL;
  PanahRendering *rendering = panah_render (plan, a_case, documents, NULL, &error);

  g_assert_no_error (error);
  return rendering;
}

static guint
count_words (const char *text,
             const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + strlen (word), word))
    n++;
  return n;
}

static char *
extract_text (const PanahRendered *rendered)
{
  g_autofree char *path = write_pdf (rendered->pdf);
  const char *const argv[] = { "pdftotext", "-raw", "-enc", "UTF-8", path, "-", NULL };
  char *text = run_program (argv);

  g_remove (path);
  return text;
}

/* Each field holds all of the answer, or its beginning and a later document all of it. Returns how many fields do. */
static guint
check_fields (const PanahRendered *rendered,
              const Place         *place,
              gsize                length,
              gboolean            *open)
{
  guint n_whole = 0;

  for (guint i = 0; i < rendered->fields->len; i++)
    {
      const PanahRenderedField *field = rendered->fields->pdata[i];
      if (strcmp (field->fact, place->path) != 0)
        continue;
      g_assert_cmpint (field->mode, !=, PANAH_FIELD_LINE);
      g_assert_cmpuint (field->bytes_in, ==, length);
      g_assert_cmpfloat (field->size_pt, >=, 8);
      if (field->mode == PANAH_FIELD_CONTINUE)
        {
          *open = TRUE;
          continue;
        }
      g_assert_cmpuint (field->bytes_placed, ==, length);
      n_whole++;
    }
  return n_whole;
}

/* A word that a line's end tears is no longer counted. */
static void
check_words (const PanahRendered *rendered,
             const Row           *row,
             const char          *clean,
             guint                n_whole)
{
  gboolean extract = row->answer->extracted && row->first && has_program ("pdftotext");
  g_autofree char *text = extract ? extract_text (rendered) : read_text (rendered);

  g_assert_cmpuint (count_words (text, FIRST), >=, n_whole);
  g_assert_cmpuint (count_words (text, LAST), >=, n_whole);
  g_assert_cmpuint (count_words (text, WORD), >=, n_whole * count_words (clean, WORD));
}

/* The rest of the papers has a few pages; a page of a narrow column holds some 600 bytes, any other 2000. */
static guint
get_most_pages (const Place *place,
                gsize        length,
                guint        n_whole)
{
  return 8 + n_whole * length / (place->table ? 500 : 2000);
}

static gboolean
is_told (const PanahRendering *rendering,
         const char           *path,
         const char           *words)
{
  for (guint i = 0; i < rendering->problems->len; i++)
    {
      const PanahProblem *problem = rendering->problems->pdata[i];
      if (g_strcmp0 (problem->fact, path) == 0 && strstr (problem->message, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  const Place *place = row->place;
  guint removed = 0, n_whole_fields = 0;
  gboolean open = FALSE;
  g_autofree char *words = make_words (row->answer);
  g_autofree char *clean = panah_text_clean (words, -1, &removed);
  g_autoptr (PanahRendering) rendering = render (place, words);

  for (guint i = 0; i < rendering->documents->len; i++)
    {
      const PanahRendered *rendered = rendering->documents->pdata[i];
      guint n_whole = check_fields (rendered, place, strlen (clean), &open);
      g_test_message ("%s: %u pages", rendered->file, rendered->n_pages);
      check_words (rendered, row, clean, n_whole);
      g_assert_cmpuint (rendered->n_pages, <=, get_most_pages (place, strlen (clean), n_whole));
      n_whole_fields += n_whole;
    }
  g_assert_cmpuint (n_whole_fields, >, 0);
  g_assert_cmpuint (rendering->documents->len, ==, open ? 2 : 1);
  g_assert_cmpint (is_told (rendering, place->path, "left out"), ==, removed > 0);
}

static void
add_row (const Place  *place,
         const Answer *answer,
         gboolean      first)
{
  Row *row = g_new (Row, 1);
  g_autofree char *path =
    g_strdup_printf ("/paper/overflow/%s/%s/%s/%s/%s", panah_pack_get_id (place->pack), place->document->rule.id,
                     place->block, place->spec->id, answer->name);

  *row = (Row) { place, answer, first };
  g_test_add_data_func_full (path, row, test_row, g_free);
}

static gboolean
is_first (const GPtrArray *places,
          const Place     *place)
{
  for (guint i = 0; places->pdata[i] != place; i++)
    {
      if (((const Place *) places->pdata[i])->spec == place->spec)
        return FALSE;
    }
  return TRUE;
}

static void
add_pack (const char  *directory,
          const Paper *papers,
          GPtrArray   *places)
{
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (PanahPack) pack = panah_pack_load (directory, problems, NULL);

  g_assert_nonnull (pack);
  for (; papers->document != NULL; papers++)
    {
      guint first = places->len;
      collect_places (pack, papers->document, places);
      g_assert_cmpuint (places->len - first, >=, papers->n_places);
      for (guint i = first; i < places->len; i += STEP)
        {
          gboolean is_the_first = is_first (places, places->pdata[i]);
          for (guint j = 0; j < G_N_ELEMENTS (answers); j++)
            if (is_the_first || !answers[j].once)
              add_row (places->pdata[i], &answers[j], is_the_first);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (place_free);

  g_test_init (&argc, &argv, NULL);
  add_pack (PANAH_TEST_PACKS "/kz", papers_of_kz, places);
  add_pack (PANAH_TEST_PACKS "/kg", papers_of_kg, places);
  return g_test_run ();
}
