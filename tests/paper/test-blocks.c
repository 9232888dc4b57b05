/* test-blocks.c - blocks that a plan fills, in a country that does not exist
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper-support.h"

#include "core/date.h"
#include "core/json-scan.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *head;  /* members of the case beside its facts */
  const char *facts;
  const char *document;
  const char *has[5];
  const char *lacks[3];
} Row;

#define PROTEST "'journey':'protest','language':'en','official_language':'ru'"
#define KAZAKH  "'journey':'protest','language':'en','official_language':'kk'"
#define STAY    "'journey':'stay','language':'en','official_language':'ru'"
#define DENIED  "'denial.read_on':'2026-02-01'"

static const Row rows[] = {
  { "enclosures/none-said", PROTEST, DENIED, "protest-letter", { "копия отказа изображение лица" }, { "Без приложений" } },
  { "enclosures/lost", PROTEST ",'papers':{'likeness':'lost'}", DENIED, "protest-letter", { "копия отказа" }, { "изображение" } },
  { "enclosures/all-lost", PROTEST ",'papers':{'likeness':'lost','denial-paper':'lost'}", DENIED, "protest-letter",
    { "Без приложений" }, { "копия" } },
  { "enclosures/other-language", KAZAKH, DENIED, "protest-letter", { "бас тарту көшірмесі бет бейнесі" }, { "копия" } },
  { "choice/first", PROTEST, DENIED ",'person.wed':'wed'", "protest-letter", { "Состою в браке: да" }, { "{", "нет" } },
  { "choice/second", PROTEST, DENIED ",'person.wed':'single'", "protest-letter", { "Состою в браке: нет" }, { "указано" } },
  { "choice/absent", PROTEST, DENIED, "protest-letter", { "Состою в браке: не указано" }, { "|" } },
  { "choice/unknown", PROTEST, DENIED ",'person.wed':null", "protest-letter", { "Состою в браке: не указано" }, { "неизвестно" } },
  { "edition", PROTEST, DENIED, "protest-letter", { "Правила от: 1 июня 2026" }, { "{" } },
  { "notices/sure", STAY, "'crossing.manner':'river'", "road-sheet",
    { "Keep to the rope The river is deep at the second post. Secondary", "Soup is free Nobody asks for money. Confirmed" },
    { "Sing at the gate", "Keep to the rope –" } },
  { "notices/may-apply", STAY, "", "road-sheet", { "Keep to the rope – May apply The river is deep" }, { "toll" } },
  { "notices/note", PROTEST, DENIED ",'crossing.manner':'bridge','crossing.day':'2026-01-30'", "road-sheet",
    { "Sing at the gate One verse is enough. Since when was not found. Unconfirmed" }, { "Keep to the rope" } },
  { "notices/only-the-prefix", STAY, "'crossing.manner':'bridge','crossing.day':'2018-05-05'", "road-sheet",
    { "Soup is free Nobody asks for money. Confirmed There was a toll Until 2019 guests paid. Confirmed Soup is free" }, { NULL } },
  { "until", STAY, "'amnesty.applied_on':null", "road-sheet", { "Ask for the spring amnesty" }, { "Length" } },
};

static PanahPack *pack;

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *text =
    g_strdup_printf ("{'format':'panah-case','schema':1,'pack':'xa',%s,'facts':{%s}}", row->head, row->facts);
  g_autofree char *json = g_strdelimit (g_steal_pointer (&text), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = panah_json_parse (json, strlen (json), &error);
  g_assert_no_error (error);
  g_autoptr (PanahCase) a_case = panah_case_new_from_json (root, pack, &error);
  gint64 now;

  g_assert_no_error (error);
  g_assert_true (panah_moment_parse ("2026-03-10T10:00", &now));
  g_autoptr (PanahPlan) plan = panah_plan_new (pack, a_case->facts, now);
  g_autoptr (PanahRendering) rendering = panah_render (plan, a_case, NULL, NULL, &error);
  g_assert_no_error (error);
  const PanahRendered *rendered = find_document (rendering, row->document);
  g_assert_nonnull (rendered);
  g_autofree char *words = read_text (rendered);

  g_test_message ("%s", words);
  for (guint i = 0; i < G_N_ELEMENTS (row->has) && row->has[i] != NULL; i++)
    g_assert_nonnull (strstr (words, row->has[i]));
  for (guint i = 0; i < G_N_ELEMENTS (row->lacks) && row->lacks[i] != NULL; i++)
    g_assert_null (strstr (words, row->lacks[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();

  g_test_init (&argc, &argv, NULL);
  pack = panah_pack_load (PANAH_FICTIONAL_PACK, problems, NULL);
  g_assert_nonnull (pack);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/blocks/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }

  int result = g_test_run ();
  panah_pack_unref (pack);
  return result;
}
