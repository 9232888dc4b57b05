/* test-answers.c - what the paper says: every answer, the three words for none of them, and nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <string.h>

#define NONE "нет"
#define UNKNOWN "неизвестно"

typedef struct
{
  char     *folder;
  char     *out;
  ToolRun  *run;
  JsonNode *root;
} Rendering;

static void
clear_rendering (Rendering *self)
{
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->run, tool_run_free);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->folder, tool_remove_folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rendering, clear_rendering)

static void
render (Rendering  *self,
        const char *json,
        int         code)
{
  self->folder = tool_new_folder ();
  self->out = g_build_filename (self->folder, "out", NULL);
  self->run = tool_render (json, self->out);
  tool_assert_code (self->run, code);
  self->root = tool_run_get_json (self->run);
}

static gboolean
can_read (void)
{
  if (tool_has_program ("pdftotext"))
    return TRUE;
  g_test_skip ("pdftotext is not installed");
  return FALSE;
}

/* The words of the file @file of a case of @pack */
static char *
read_paper (const char *pack,
            const char *journey,
            const char *facts,
            const char *file)
{
  g_auto (Rendering) rendering = { NULL };
  g_autofree char *json = tool_make_case (pack, journey, facts);

  render (&rendering, json, TOOL_DONE);
  return tool_read_pdf (rendering.out, file);
}

/* What the sample family said, as it has to stand on the form, @times or more often */
typedef struct
{
  const char *name;
  const char *file;
  const char *words;
  guint       times;
} WordsRow;

#define FORM "application.ru.pdf"
#define SHEET "annex.ru.pdf"

static const WordsRow words_rows[] = {
  { "name", FORM, "Насим", 1 },
  { "birth-date", FORM, "02.03.1981", 1 },
  { "birth-place", FORM, "город Мазари-Шариф, провинция Балх, Афганистан", 1 },
  { "citizenship", FORM, "Афганистан", 3 },
  { "permanent-address", FORM, "Афганистан, провинция Балх, город Мазари-Шариф, третий район", 1 },
  { "address-here", FORM, "город Алматы, улица Садовая, дом 12, квартира 5", 1 },
  { "family-size", FORM, "6 человек", 1 },
  { "reasons-begin", FORM, "Я школьный учитель, по национальности хазареец, мусульманин-шиит.", 1 },
  { "ethnicity", FORM, "хазареец", 2 },
  { "languages", FORM, "дари, пушту, английский", 1 },
  { "arrival", FORM, "23.11.2026", 1 },
  { "manner", FORM, "незаконно", 2 },
  { "passport", FORM, "P01234567", 1 },
  { "passport-issued", FORM, "11.06.2018", 1 },
  { "passport-issued-by", FORM, "Паспортное управление, провинция Балх", 1 },
  { "passport-state", FORM, "утерян", 1 },
  { "card", FORM, "1400-0301-12345", 1 },
  { "card-issued", FORM, "03.1400", 1 },
  { "card-issued-by", FORM, "Управление регистрации населения, провинция Балх", 1 },
  { "wife", FORM, "Фарида", 1 },
  { "wife-birth-year", FORM, "1363", 1 },
  { "son", FORM, "Омид", 1 },
  { "son-birth-date", FORM, "14.05.2007", 1 },
  { "daughter", FORM, "Зохра", 1 },
  { "daughter-birth-date", FORM, "03.09.2011", 1 },
  { "younger-son", FORM, "Самим", 1 },
  { "younger-son-birth-date", FORM, "27.01.2015", 1 },
  { "younger-daughter", FORM, "Марьям", 1 },
  { "younger-daughter-birth-date", FORM, "19.07.2020", 1 },
  { "signed", FORM, "24.11.2026", 1 },
  { "sheet-name", SHEET, "Насим", 1 },
  { "sheet-begin", SHEET, "Я школьный учитель, по национальности хазареец, мусульманин-шиит.", 1 },
  { "sheet-middle", SHEET, "Письмо хранит мой брат, он обещал прислать его снимок.", 1 },
  { "sheet-end", SHEET, "Всё, что я написал, правда, и я готов подробно рассказать об этом на собеседовании.", 1 },
};

static Rendering sample;

static void
test_words (gconstpointer data)
{
  const WordsRow *row = data;

  if (!can_read ())
    return;
  if (sample.root == NULL)
    {
      g_autofree char *json = tool_read_sample ();
      render (&sample, json, TOOL_DONE);
    }
  g_autofree char *text = tool_read_pdf (sample.out, row->file);
  g_assert_cmpuint (tool_text_count (text, row->words), >=, row->times);
}

/**
 * EmptyRow:
 * @facts: of a case of @pack
 * @none: how many times more often than on a blank paper *none* is said
 * @unknown: the same for *unknown*
 */
typedef struct
{
  const char *name;
  const char *pack;
  const char *journey;
  const char *file;
  const char *facts;
  guint       none;
  guint       unknown;
} EmptyRow;

static const EmptyRow empty_rows[] = {
  { "text-empty", "xt", "kinds", "kinds.ru.pdf", "\"kind.text\":\"\"", 0, 0 },
  { "name-empty", "xt", "kinds", "kinds.ru.pdf", "\"kind.name\":{}", 0, 0 },
  { "codes-empty", "xt", "kinds", "kinds.ru.pdf", "\"kind.choices\":[]", 0, 0 },
  { "list-empty-entry", "xt", "kinds", "kinds.ru.pdf", "\"kind.list\":[{}]", 0, 0 },
  { "list-member-null", "xt", "kinds", "kinds.ru.pdf", "\"kind.list\":[{\"mark\":\"A1\",\"day\":null}]", 0, 1 },
  { "list-member-none", "xt", "kinds", "kinds.ru.pdf", "\"kind.list\":[{\"mark\":\"A1\",\"note\":\"none\"}]", 1, 0 },
  { "cell-null", "xt", "kinds", "kinds.ru.pdf", "\"sheet.list\":[{\"note\":\"A1\",\"day\":null}]", 0, 1 },
  { "cell-none", "xt", "kinds", "kinds.ru.pdf", "\"sheet.list\":[{\"note\":\"none\"}]", 1, 0 },
  { "table-null", "xt", "kinds", "kinds.ru.pdf", "\"sheet.list\":null", 0, 1 },
  { "cell-blank", "xt", "kinds", "kinds.ru.pdf", "\"sheet.list\":[{\"note\":\"A1\"}]", 0, 0 },
  { "no", "xt", "kinds", "kinds.ru.pdf", "\"kind.yes-no\":\"no\"", 1, 0 },
  { "unknown-code", "xt", "kinds", "kinds.ru.pdf", "\"kind.yes-no\":\"unknown\"", 0, 1 },
  { "form-earlier-null", "kz", "apply", FORM, "\"earlier.applied\":null", 0, 1 },
  { "form-earlier-no", "kz", "apply", FORM, "\"earlier.applied\":\"no\"", 1, 0 },
  { "form-ethnicity-none", "kz", "apply", FORM, "\"applicant.ethnicity\":\"none\"", 1, 0 },
  { "form-address-null", "kz", "apply", FORM, "\"applicant.address_here\":null", 0, 1 },
  { "form-family-none", "kz", "apply", FORM, "\"family\":\"none\"", 1, 0 },
  { "form-papers-none", "kz", "apply", FORM, "\"applicant.identity_papers\":\"none\"", 1, 0 },
};

static void
test_empty (gconstpointer data)
{
  const EmptyRow *row = data;

  if (!can_read ())
    return;
  g_autofree char *blank = read_paper (row->pack, row->journey, "", row->file);
  g_autofree char *text = read_paper (row->pack, row->journey, row->facts, row->file);
  g_assert_cmpuint (tool_text_count (text, NONE), ==, tool_text_count (blank, NONE) + row->none);
  g_assert_cmpuint (tool_text_count (text, UNKNOWN), ==, tool_text_count (blank, UNKNOWN) + row->unknown);
}

/* A paper about which nothing was answered claims nothing. */
static void
test_blank (gconstpointer file)
{
  gboolean open = g_str_has_prefix (file, "open");

  if (!can_read ())
    return;
  g_autofree char *text = read_paper ("xt", open ? "open" : "kinds", "", file);
  g_assert_cmpuint (tool_text_count (text, NONE), ==, 0);
  g_assert_cmpuint (tool_text_count (text, UNKNOWN), ==, 0);
}

static const char *const kinds[] = { "text",   "long-text", "phone",   "email",   "number-text", "name",
                                     "date",   "moment",    "yes-no",  "choice",  "choices",     "country",
                                     "countries", "language", "languages", "count", "list" };

static void
test_kind_null (gconstpointer kind)
{
  g_autofree char *facts = g_strdup_printf ("\"kind.%s\":null", (const char *) kind);

  if (!can_read ())
    return;
  g_autofree char *text = read_paper ("xt", "kinds", facts, "kinds.ru.pdf");
  g_assert_cmpuint (tool_text_count (text, NONE), ==, 0);
  g_assert_cmpuint (tool_text_count (text, UNKNOWN), ==, 1);
}

static void
test_kind_none (gconstpointer kind)
{
  g_autofree char *facts = g_strdup_printf ("\"open.%s\":\"none\"", (const char *) kind);

  if (!can_read ())
    return;
  g_autofree char *text = read_paper ("xt", "open", facts, "open.ru.pdf");
  g_assert_cmpuint (tool_text_count (text, NONE), ==, 1);
  g_assert_cmpuint (tool_text_count (text, UNKNOWN), ==, 0);
}

typedef struct
{
  const char *name;
  const char *facts; /* of the pack xt */
  const char *fact;
} CodeRow;

/* Codes that name no country and no language: a line to write on and a word about it, never a guess as a fact */
static const CodeRow code_rows[] = {
  { "country-none-such", "\"kind.country\":\"QQ\"", "kind.country" },
  { "country-words", "\"kind.country\":\"Narnia\"", "kind.country" },
  { "country-zz", "\"kind.country\":\"ZZ\"", "kind.country" },
  { "country-pseudo", "\"kind.country\":\"XA\"", "kind.country" },
  { "country-no-more", "\"kind.country\":\"SU\"", "kind.country" },
  { "country-union", "\"kind.country\":\"EU\"", "kind.country" },
  { "countries-one", "\"kind.countries\":[\"AF\",\"QQ\"]", "kind.countries" },
  { "language-none-such", "\"kind.language\":\"xx\"", "kind.language" },
  { "language-undetermined", "\"kind.language\":\"und\"", "kind.language" },
  { "language-underscore", "\"kind.language\":\"fa_AF\"", "kind.language" },
  { "language-letter", "\"kind.language\":\"a\"", "kind.language" },
  { "language-words", "\"kind.language\":\"фарси\"", "kind.language" },
  { "choice", "\"kind.choice\":\"green\"", "kind.choice" },
  { "choices-one", "\"kind.choices\":[\"red\",\"green\"]", "kind.choices" },
};

static void
test_code (gconstpointer data)
{
  const CodeRow *row = data;
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *json = tool_make_case ("xt", "kinds", row->facts);
  g_autoptr (ToolRun) run = tool_render (json, out);

  g_assert_cmpint (run->code, <, TOOL_REFUSED);
  g_autoptr (JsonNode) root = tool_run_get_json (run);
  JsonObject *manifest = json_node_get_object (root);
  JsonObject *form = tool_find_by (manifest, "documents", "id", "kinds");
  JsonObject *field = tool_find_by (form, "fields", "fact", row->fact);
  g_assert_cmpstr (json_object_get_string_member (field, "mode"), ==, "line");
  g_assert_cmpint (json_object_get_int_member (field, "bytes_placed"), ==, 0);
  g_assert_true (tool_has_problem (manifest, "missing", row->fact, NULL) ||
                 tool_has_problem (manifest, "warning", row->fact, NULL));
}

/* A family of forty: everybody is there, and each page says what the columns are. */
static void
test_large_family (void)
{
  g_autoptr (GString) facts = g_string_new ("\"family\":[");
  g_auto (Rendering) rendering = { NULL };

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (facts, "%s{\"name\":{\"cyrillic\":{\"surname\":\"Родич%02u\",\"given\":\"Имя\"}},"
                            "\"birth_date\":\"19%02u-05-14\",\"relationship\":\"son\",\"came_along\":\"yes\"}",
                            i > 0 ? "," : "", i, i + 20);
  g_string_append_c (facts, ']');
  g_autofree char *json = tool_make_case ("kz", "apply", facts->str);

  if (!can_read ())
    return;
  render (&rendering, json, TOOL_DONE);
  JsonObject *form = tool_find_by (json_node_get_object (rendering.root), "documents", "id", "application");
  g_autofree char *text = tool_read_pdf (rendering.out, FORM);
  g_assert_cmpint (json_object_get_int_member (form, "pages"), >=, 3);
  g_assert_cmpuint (tool_text_count (text, "Степень родства"), >=, 2);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Родич%02u Имя", i), *day = g_strdup_printf ("14.05.19%02u", i + 20);
      g_assert_cmpuint (tool_text_count (text, name), ==, 1);
      g_assert_cmpuint (tool_text_count (text, day), ==, 1);
    }
}

static void
add (const char   *folder,
     const char   *name,
     gconstpointer data,
     GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/answers/%s/%s", folder, name);

  g_test_add_data_func (path, data, func);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words_rows); i++)
    add ("sample", words_rows[i].name, &words_rows[i], test_words);
  for (guint i = 0; i < G_N_ELEMENTS (empty_rows); i++)
    add ("empty", empty_rows[i].name, &empty_rows[i], test_empty);
  for (guint i = 0; i < G_N_ELEMENTS (code_rows); i++)
    add ("code", code_rows[i].name, &code_rows[i], test_code);
  add ("blank", "kinds", "kinds.ru.pdf", test_blank);
  add ("blank", "open", "open.ru.pdf", test_blank);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      add ("null", kinds[i], kinds[i], test_kind_null);
      add ("none", kinds[i], kinds[i], test_kind_none);
    }
  g_test_add_func ("/answers/large-family", test_large_family);

  int result = g_test_run ();
  clear_rendering (&sample);
  return result;
}
