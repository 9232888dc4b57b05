/* test-field.c - what becomes of an answer: nothing is ever lost without a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "field-support.h"
#include "paper/font-set.h"
#include "paper/pages-private.h"
#include "paper/text.h"

typedef struct
{
  const char    *name;
  PanahOverflow  overflow;
  gsize          length;       /* of the answer, in bytes */
  guint          min_lines;
  guint          max_lines;
  PanahFieldMode mode;
  double         least_size;
  double         most_size;
} Row;

/* A line of 11 pt holds some 80 letters of two bytes each. */
static const Row rows[] = {
  { "grow/fits", PANAH_OVERFLOW_GROW, 60, 1, 1, PANAH_FIELD_FIT, 11, 11 },
  { "grow/grows", PANAH_OVERFLOW_GROW, 900, 1, 1, PANAH_FIELD_GROW, 11, 11 },
  { "grow/in-min-lines", PANAH_OVERFLOW_GROW, 400, 5, 5, PANAH_FIELD_FIT, 11, 11 },
  { "shrink/fits", PANAH_OVERFLOW_SHRINK, 60, 1, 1, PANAH_FIELD_FIT, 11, 11 },
  { "shrink/uses-max-lines", PANAH_OVERFLOW_SHRINK, 250, 1, 3, PANAH_FIELD_GROW, 11, 11 },
  { "shrink/shrinks", PANAH_OVERFLOW_SHRINK, 520, 1, 3, PANAH_FIELD_SHRINK, 8, 10.75 },
  { "shrink/grows-at-least-size", PANAH_OVERFLOW_SHRINK, 4000, 1, 3, PANAH_FIELD_GROW, 8, 8 },
  { "continue/fits", PANAH_OVERFLOW_CONTINUE, 60, 1, 3, PANAH_FIELD_FIT, 11, 11 },
  { "continue/shrinks", PANAH_OVERFLOW_CONTINUE, 520, 1, 3, PANAH_FIELD_SHRINK, 8, 10.75 },
  { "continue/continues", PANAH_OVERFLOW_CONTINUE, 4000, 1, 3, PANAH_FIELD_CONTINUE, 10, 10 },
};

static void
assert_stands_in (PanahPages *pages,
                  const char *answer)
{
  g_autofree char *text = collect_text (pages);

  g_assert_nonnull (strstr (text, answer));
}

static void
test_fit (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *answer = repeat_words (STORY, row->length);
  PanahFieldSpec spec = make_spec (answer);
  g_autoptr (PanahPages) pages = NULL;
  const PanahFieldResult *result;

  spec.overflow = row->overflow;
  spec.min_lines = row->min_lines;
  spec.max_lines = row->max_lines;
  pages = lay_out_field (&spec);
  result = get_result (pages, FACT);

  g_assert_cmpstr (panah_field_mode_to_string (result->mode), ==,
                   panah_field_mode_to_string (row->mode));
  g_assert_cmpfloat (result->size_pt, >=, row->least_size);
  g_assert_cmpfloat (result->size_pt, <=, row->most_size);
  g_assert_cmpstr (result->number, ==, "7.");
  g_assert_cmpstr (result->label, ==, "Причины");
  g_assert_cmpuint (result->bytes_in, ==, strlen (answer));
  g_assert_cmpuint (result->missing, ==, 0);
  if (row->mode == PANAH_FIELD_CONTINUE)
    return;
  g_assert_cmpuint (result->bytes_placed, ==, result->bytes_in);
  assert_stands_in (pages, answer);
}

/* The size falls no further than it must: a little too much text costs little. */
static void
test_shrink_is_least (void)
{
  double before = 11;

  for (gsize length = 200; length < 700; length += 10)
    {
      g_autofree char *answer = repeat_words ("ы ", length);
      PanahFieldSpec spec = make_spec (answer);
      g_autoptr (PanahPages) pages = NULL;
      double size;

      spec.overflow = PANAH_OVERFLOW_SHRINK;
      pages = lay_out_field (&spec);
      if (get_result (pages, FACT)->mode == PANAH_FIELD_GROW && before < 11)
        break;
      size = get_result (pages, FACT)->size_pt;
      g_assert_cmpfloat (size, <=, before);
      g_assert_cmpfloat (size, >=, before - 0.75);
      before = size;
    }
  g_assert_cmpfloat (before, <, 9);
}

static void
test_isolated_value (void)
{
  g_autofree char *answer = panah_text_isolate ("+7 701 555 12 34", PANAH_ISOLATE_LTR);
  PanahFieldSpec spec = make_spec (answer);
  g_autoptr (PanahPages) pages = NULL;

  spec.value.bytes_in = 16;
  pages = lay_out_field (&spec);
  g_assert_cmpuint (get_result (pages, FACT)->bytes_placed, ==, 16);
  g_assert_cmpint (get_result (pages, FACT)->mode, ==, PANAH_FIELD_FIT);
}

static guint
count_rules (PanahPages *pages)
{
  guint n_rules = 0;

  for (guint i = 0; i < pages->sheets->len; i++)
    {
      PanahSheet *sheet = g_ptr_array_index (pages->sheets, i);

      for (guint j = 0; j < sheet->len; j++)
        n_rules += g_array_index (sheet, PanahInk, j).kind == PANAH_INK_LINE;
    }
  return n_rules;
}

static void
test_empty (void)
{
  PanahFieldSpec spec = make_spec ("");
  g_autoptr (PanahPages) pages = NULL;

  spec.min_lines = 4;
  pages = lay_out_field (&spec);
  g_assert_cmpint (get_result (pages, FACT)->mode, ==, PANAH_FIELD_LINE);
  g_assert_cmpuint (get_result (pages, FACT)->bytes_placed, ==, 0);
  g_assert_cmpuint (count_rules (pages), ==, 4);
}

/* More lines where nothing is printed, and a line under an answer of which a part is missing. */
static void
test_room_for_pen (void)
{
  PanahFieldSpec blank = make_spec (""), part = make_spec ("Ответ");
  g_autoptr (PanahPages) blank_pages = NULL;
  g_autoptr (PanahPages) part_pages = NULL;

  blank.blank_lines = 14;
  part.free_lines = 1;
  blank_pages = lay_out_field (&blank);
  part_pages = lay_out_field (&part);
  g_assert_cmpuint (count_rules (blank_pages), ==, 14);
  g_assert_cmpuint (count_rules (part_pages), ==, 2);
  g_assert_cmpint (get_result (part_pages, FACT)->mode, ==, PANAH_FIELD_GROW);
}

static void
test_missing_character (void)
{
  PanahFieldSpec spec = make_spec ("Фарид 𠮷");
  g_autoptr (PanahPages) pages = lay_out_field (&spec);
  g_autofree char *text = collect_text (pages);

  g_assert_cmpint (get_result (pages, FACT)->mode, ==, PANAH_FIELD_LINE);
  g_assert_cmpuint (get_result (pages, FACT)->missing, ==, 0x20BB7);
  g_assert_cmpuint (get_result (pages, FACT)->bytes_placed, ==, 0);
  g_assert_null (strstr (text, "Фарид"));
  g_assert_nonnull (strstr (text, "Причины"));
}

/* In every other kind of block a missing character costs only its own text. */
static void
test_missing_elsewhere (void)
{
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (PanahPages) pages = NULL;
  PanahBlock *body = panah_document_get_body (document);
  PanahText heads[] = { own_text ("Имя"), own_text ("Дата") };
  PanahText cells[] = { answer_text ("𠮷民", "cell"), answer_text ("2014", "date") };
  PanahText captions[] = { own_text ("(подпись)") };
  PanahText values[] = { answer_text ("𠮷", "signature") };
  PanahBlock *table;

  panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_START,
                             answer_text ("𠮷民 a", "paragraph"));
  panah_block_add_item (body, PANAH_MARK_BOX, answer_text ("𠮷民 a", "item"));
  table = panah_block_add_table (body, 2, (const double[]) { 1, 1 }, heads);
  panah_block_add_row (table, cells);
  panah_block_add_signature (body, 1, captions, values);
  pages = lay_out (document);

  for (guint i = 0; i < 4; i++)
    {
      static const char *const facts[] = { "paragraph", "item", "cell", "signature" };

      g_assert_cmpint (get_result (pages, facts[i])->mode, ==, PANAH_FIELD_LINE);
      g_assert_cmpuint (get_result (pages, facts[i])->missing, ==, 0x20BB7);
    }
  g_assert_cmpint (get_result (pages, "date")->mode, ==, PANAH_FIELD_FIT);
}

typedef enum
{
  IN_GROW,
  IN_SHRINK,
  IN_INLINE,
  IN_PARAGRAPH,
  IN_ITEM,
  IN_CELL,
  IN_SIGNATURE,
  N_PLACES,
} Place;

static const char *const places[] = {
  "grow", "shrink", "inline", "paragraph", "item", "cell", "signature",
};

static void
add_at (PanahBlock *body,
        Place       place,
        const char *answer)
{
  PanahText text = answer_text (answer, FACT);
  PanahText heads[] = { own_text ("Имя"), own_text ("Рассказ") };
  PanahText cells[] = { own_text ("имя"), text };
  PanahFieldSpec spec = make_spec (answer);

  switch (place)
    {
    case IN_GROW:
    case IN_SHRINK:
    case IN_INLINE:
      spec.overflow = place == IN_SHRINK ? PANAH_OVERFLOW_SHRINK : PANAH_OVERFLOW_GROW;
      spec.stacked = place != IN_INLINE;
      panah_block_add_field (body, &spec);
      break;
    case IN_PARAGRAPH:
      panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_JUSTIFY, text);
      break;
    case IN_ITEM:
      panah_block_add_item (body, PANAH_MARK_BULLET, text);
      break;
    case IN_CELL:
      panah_block_add_row (panah_block_add_table (body, 2, (const double[]) { 1, 2 }, heads), cells);
      break;
    case IN_SIGNATURE:
      panah_block_add_signature (body, 2, heads, cells);
      break;
    case N_PLACES:
    default:
      g_assert_not_reached ();
    }
}

typedef struct
{
  Place       place;
  gsize       length;
  const char *words;
} Long;

static void
test_long (gconstpointer data)
{
  const Long *test = data;
  g_autofree char *answer = repeat_words (test->words, test->length);
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (PanahPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  const PanahFieldResult *result;

  add_at (panah_document_get_body (document), test->place, answer);
  pages = lay_out (document);
  result = get_result (pages, FACT);
  g_assert_cmpuint (result->bytes_placed, ==, strlen (answer));
  g_assert_cmpuint (result->bytes_in, ==, strlen (answer));
  if (strchr (answer, '\n') == NULL && test->place != IN_CELL && test->place != IN_SIGNATURE)
    assert_stands_in (pages, answer);
  pdf = print_pages (pages);
}

static void
add_long_tests (void)
{
  static const gsize lengths[] = { 1024, 20480, 204800 };
  static const struct { const char *name, *words; } texts[] = {
    { "words", STORY },
    { "unbroken", "Ы" },
    { "lines", "Строка\n" },
  };

  for (guint place = 0; place < N_PLACES; place++)
    for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          Long *test = g_new (Long, 1);
          g_autofree char *path = g_strdup_printf ("/paper/field/long/%s/%s/%" G_GSIZE_FORMAT,
                                                   places[place], texts[j].name, lengths[i]);

          *test = (Long) { place, lengths[i], texts[j].words };
          g_test_add_data_func_full (path, test, test_long, g_free);
        }
}

/* A heap of combining marks on one letter is one line, however long. */
static void
test_marks (void)
{
  g_autofree char *marks = repeat_words ("\xCC\x81", 20000);
  g_autofree char *answer = g_strconcat ("а", marks, " конец", NULL);
  PanahFieldSpec spec = make_spec (answer);
  g_autoptr (PanahPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;

  pages = lay_out_field (&spec);
  g_assert_cmpuint (get_result (pages, FACT)->bytes_placed, ==, strlen (answer));
  assert_stands_in (pages, answer);
  pdf = print_pages (pages);
}

/* Official words stay on the shelf for the next document; an answer never does. */
static void
test_answers_are_forgotten (void)
{
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (PanahPages) pages = NULL;
  g_autofree char *isolated = panah_text_isolate ("Секрет", PANAH_ISOLATE_FIRST_STRONG);
  g_autofree char *sentence = g_strconcat ("Прошу принять: ", isolated, NULL);
  GHashTable *shelf = panah_font_set_get_shelf (panah_font_set_get_default (NULL));
  PanahBlock *body = panah_document_get_body (document);
  GHashTableIter iter;
  gpointer key;
  gboolean label_kept = FALSE;

  for (Place place = 0; place < N_PLACES; place++)
    add_at (body, place, "Секрет");
  panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_START, own_text (sentence));
  pages = lay_out (document);
  g_hash_table_iter_init (&iter, shelf);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_assert_null (strstr (key, "Секрет"));
      label_kept = label_kept || strstr (key, "Причины") != NULL;
    }
  g_assert_true (label_kept);
}

static void
test_reading_order (void)
{
  g_autoptr (PanahDocument) document = new_sample ();
  g_autoptr (PanahPages) pages = lay_out (document);
  const GPtrArray *fields = panah_pages_get_fields (pages);
  static const char *const expected[] = {
    "applicant.name", "applicant.address_here", "applicant.phone",
    "family[0].name", "family[0].birth_date", "application.signed_on",
  };

  g_assert_cmpuint (fields->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < fields->len; i++)
    g_assert_cmpstr (((PanahFieldResult *) g_ptr_array_index (fields, i))->fact, ==, expected[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/field/fit/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_fit);
    }
  g_test_add_func ("/paper/field/room-for-pen", test_room_for_pen);
  g_test_add_func ("/paper/field/shrink-is-least", test_shrink_is_least);
  g_test_add_func ("/paper/field/isolated-value", test_isolated_value);
  g_test_add_func ("/paper/field/empty", test_empty);
  g_test_add_func ("/paper/field/missing-character", test_missing_character);
  g_test_add_func ("/paper/field/missing-elsewhere", test_missing_elsewhere);
  g_test_add_func ("/paper/field/reading-order", test_reading_order);
  g_test_add_func ("/paper/field/marks", test_marks);
  g_test_add_func ("/paper/field/answers-are-forgotten", test_answers_are_forgotten);
  add_long_tests ();
  return g_test_run ();
}
