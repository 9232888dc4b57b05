/* test-sheet.c - sheets for the reader in languages in which nobody has written them, in countries that do not exist
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper-support.h"

#include "core/date.h"
#include "core/json-scan.h"
#include "core/pack.h"
#include "paper/pages-private.h"
#include "paper/sheet-words.h"

#include <string.h>
#include <unistd.h>

#define ON "2026-03-10T10:00"
#define ROAD "xa", "road-sheet"
#define SHELL "xb", "shell-sheet"
#define CROSSED "'crossing.manner':'bridge','crossing.day':'2026-03-09'"
#define LACKS "is not translated into the language"

typedef struct
{
  const char *name;
  const char *pack;
  const char *document;
  const char *language; /* of the case */
  const char *facts;
  const char *printed;  /* the language of the sheet */
  const char *has[5];
  const char *lacks[3];
  const char *problem;  /* (nullable): part of a note */
} Row;

static const Row rows[] = {
  /* Each sentence, and under it the same in another language */
  { "dari/heading", ROAD, "fa-AF", CROSSED, "fa-AF", { "راه من My road" }, { "My road My road" }, LACKS },
  { "dari/draft", ROAD, "fa-AF", CROSSED, "fa-AF",
    { "این ترجمه مسوده است", "This translation is a draft: no native reader has signed it." }, { NULL }, LACKS },
  { "dari/footer", ROAD, "fa-AF", CROSSED, "fa-AF", { "صفحه‌ی 1 از " }, { "Page 1" }, LACKS },
  { "dari/label-and-state", ROAD, "fa-AF", CROSSED, "fa-AF", { "درخواست را تسلیم کنید – May apply Hand in the petition – May apply", "Tell the town where you live – باز است Tell the town where you live – Open" },
    { NULL }, LACKS },
  { "dari/two-calendars", ROAD, "fa-AF", CROSSED, "fa-AF",
    { "شمرده از روزی که گذشتید: دوشنبه 9 مارچ 2026 (18 حوت 1404)", "Counted from the day you crossed: Monday, 9 March 2026" },
    { "2026 (18 Hut" }, LACKS },
  { "dari/safe-day", ROAD, "fa-AF", CROSSED, "fa-AF", { "روز مطمئن: ", "Safe: " }, { NULL }, LACKS },
  { "dari/item", ROAD, "fa-AF", CROSSED, "fa-AF", { "UNHCR شوربا می‌دهد Soup is free" }, { NULL }, LACKS },

  /* What is not translated, or not as it should be, is there once */
  { "dari/untranslated", ROAD, "fa-AF", CROSSED, "fa-AF", { "Nobody asks for money." },
    { "Nobody asks for money. Nobody", "Nobody asks for money. Confirmed Nobody" }, LACKS },
  { "dari/lost-gap", ROAD, "fa-AF", CROSSED, "fa-AF", { "Last: " }, { "روز آخر" }, "“My road”: what " LACKS " “fa-AF” is in the language “en”" },
  { "dari/lost-placeholder", ROAD, "fa-AF", "'crossing.manner':'river'", "fa-AF", { "Keep to the rope" }, { "rope.length", "ریسمان" }, LACKS },
  { "chinese/no-font", ROAD, "zh-CN", CROSSED, "zh-CN", { "我的路 My road", "Soup is free" }, { "汤", "Soup is free Soup" }, LACKS },
  { "russian", ROAD, "ru", CROSSED, "ru", { "Этот перевод – черновик", "This translation is a draft", "Подать прошение – May apply Hand in the petition – May apply" },
    { NULL }, LACKS },

  /* What stands beside it is in one of the sheet's own languages */
  { "companion/russian", SHELL, "ky", "", "ky",
    { "Менин барагым Мой лист Түзүлгөн күнү: ", " Сделано: вторник, 10 марта 2026", "Этот перевод – черновик" },
    { "My sheet", "Made on" }, NULL },
  { "own/russian", SHELL, "ru", "", "ru", { "Мой лист Сделано: вторник, 10 марта 2026" }, { "черновик", "My sheet" }, NULL },
  { "own/english", ROAD, "en", CROSSED, "en", { "My road Hand in the petition – May apply" }, { "draft", "Hut" }, NULL },
  { "own/region", ROAD, "en-GB", CROSSED, "en", { "My road" }, { "draft" }, NULL },
  { "no-catalogue", ROAD, "ug", CROSSED, "en", { "My road" }, { "draft" }, "“My road” is not there in the language “ug”" },
  { "no-catalogue/script", ROAD, "uz", CROSSED, "en", { "My road" }, { "draft" }, "“My road” is not there in the language “uz”" },

  /* Who told the event in another calendar reads its end in it too */
  { "told/persian", ROAD, "en", "'crossing.day':{'calendar':'persian','year':1404,'month':12,'day':18},'crossing.manner':'bridge'", "en",
    { "Monday, 9 March 2026 (18 Hut 1404)" }, { "about 18" }, NULL },
  { "told/islamic", ROAD, "en", "'crossing.day':{'calendar':'islamic','year':1447,'month':9,'day':20},'crossing.manner':'bridge'", "en",
    { "from the day you crossed: Sunday, 8 March 2026 (about 19 Ramadan 1447) – " }, { NULL }, NULL },
  { "told/persian/dari", ROAD, "fa-AF", "'crossing.day':{'calendar':'persian','year':1404,'month':12,'day':18},'crossing.manner':'bridge'",
    "fa-AF", { "دوشنبه 9 مارچ 2026 (18 حوت 1404)", "Monday, 9 March 2026 (18 Hut 1404)" }, { NULL }, LACKS },
};

static GHashTable *packs;

static PanahRendering *
render_case (const char        *pack_id,
             const char        *language,
             const char        *facts,
             const char *const *documents,
             const char *const *languages)
{
  PanahPack *pack = g_hash_table_lookup (packs, pack_id);
  g_autofree char *text =
    g_strdup_printf ("{'format':'panah-case','schema':1,'pack':'%s','language':'%s','facts':{%s}}", pack_id, language, facts);
  g_autofree char *json = g_strdelimit (g_steal_pointer (&text), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = panah_json_parse (json, strlen (json), &error);
  gint64 now;

  g_assert_no_error (error);
  g_autoptr (PanahCase) a_case = panah_case_new_from_json (root, pack, &error);
  g_assert_no_error (error);
  g_assert_true (panah_moment_parse (ON, &now));
  g_autoptr (PanahPlan) plan = panah_plan_new (pack, a_case->facts, now);
  PanahRendering *rendering = panah_render (plan, a_case, documents, languages, &error);
  g_assert_no_error (error);
  return rendering;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  const char *const documents[] = { row->document, NULL };
  g_autoptr (PanahRendering) rendering = render_case (row->pack, row->language, row->facts, documents, NULL);
  const PanahRendered *sheet = find_document (rendering, row->document);

  g_assert_nonnull (sheet);
  g_autofree char *text = read_text (sheet);
  g_test_message ("%s", text);
  g_assert_cmpstr (sheet->language, ==, row->printed);
  g_assert_cmpstr (panah_document_get_language (sheet->document), ==, row->printed);
  for (guint i = 0; i < G_N_ELEMENTS (row->has) && row->has[i] != NULL; i++)
    g_assert_nonnull (strstr (text, row->has[i]));
  for (guint i = 0; i < G_N_ELEMENTS (row->lacks) && row->lacks[i] != NULL; i++)
    g_assert_null (strstr (text, row->lacks[i]));
  g_assert_cmpuint (count_problems_with (rendering, LACKS), ==, row->problem != NULL && strstr (row->problem, LACKS) != NULL);
  if (row->problem != NULL)
    g_assert_cmpuint (count_problems_with (rendering, row->problem), ==, 1);
}

/* What was asked for, in the order in which it was asked for; a language that the pack speaks is no slip of the pen. */
static void
test_languages_asked_for (void)
{
  static const char *const documents[] = { "road-sheet", NULL }, *const languages[] = { "fa-AF", "en", "tlh", "zh-CN", NULL };
  g_autoptr (PanahRendering) rendering = render_case ("xa", "en", CROSSED, documents, languages);
  g_autoptr (GString) files = g_string_new (NULL);

  for (guint i = 0; i < rendering->documents->len; i++)
    g_string_append_printf (files, "%s ", ((const PanahRendered *) rendering->documents->pdata[i])->file);
  g_assert_cmpstr (files->str, ==, "road-sheet.fa-AF.pdf road-sheet.en.pdf road-sheet.zh-CN.pdf ");
  g_assert_cmpuint (count_problems_with (rendering, "“My road” is not there in the language “tlh”"), ==, 1);
}

/* A screen reader has to change its voice for every second sentence; what names no language is in the sheet's own. */
static void
test_tags (void)
{
  static const char *const documents[] = { "road-sheet", NULL };
  g_autoptr (PanahRendering) rendering = render_case ("xa", "fa-AF", CROSSED, documents, NULL);
  const PanahRendered *sheet = find_document (rendering, "road-sheet");
  guint n_own = 0, n_beside = 0, n_headings = 0;

  g_assert_cmpstr (panah_document_get_language (sheet->pages->document), ==, "fa-AF");
  for (guint i = 0; i < sheet->pages->nodes->len; i++)
    {
      const PanahNode *node = &g_array_index (sheet->pages->nodes, PanahNode, i);
      n_own += node->role == PANAH_ROLE_P && node->language == NULL;
      n_beside += node->role == PANAH_ROLE_P && g_strcmp0 (node->language, "en") == 0;
      n_headings += node->role == PANAH_ROLE_H1;
    }
  g_assert_cmpuint (n_own, >, 10);
  g_assert_cmpuint (n_beside, >, 10);
  /* what stands under a heading is none: the outline has each once */
  g_assert_cmpuint (n_headings, ==, 1);
}

/* Both languages begin on the side where the sheet's lines begin; and so does a sentence with a Latin name at its head. */
static void
test_sides (void)
{
  static const char *const documents[] = { "road-sheet", NULL };
  static const char *const heads[] = { "راه من", "My road", "UNHCR شوربا" };
  g_autoptr (PanahRendering) rendering = render_case ("xa", "fa-AF", CROSSED, documents, NULL);
  const PanahRendered *sheet = find_document (rendering, "road-sheet");
  guint n = 0;

  for (guint i = 0; i < sheet->pages->sheets->len; i++)
    {
      const PanahSheet *page = sheet->pages->sheets->pdata[i];
      for (guint j = 0; j < page->len; j++)
        {
          const PanahInk *ink = &g_array_index (page, PanahInk, j);
          for (guint k = 0; ink->kind == PANAH_INK_TEXT && k < G_N_ELEMENTS (heads); k++)
            {
              if (!g_str_has_prefix (pango_layout_get_text (ink->layout), heads[k]))
                continue;
              g_assert_cmpfloat (ink->x, >, PANAH_PAGE_WIDTH / 2);
              n++;
            }
        }
    }
  g_assert_cmpuint (n, >=, 3);
}

static void
test_same_bytes (void)
{
  static const char *const documents[] = { "road-sheet", NULL };
  g_autoptr (PanahRendering) one = render_case ("xa", "fa-AF", CROSSED, documents, NULL);
  g_autoptr (PanahRendering) other = render_case ("xa", "fa-AF", CROSSED, documents, NULL);

  g_assert_true (g_bytes_equal (find_document (one, "road-sheet")->pdf, find_document (other, "road-sheet")->pdf));
}

static void
test_qpdf (void)
{
  static const char *const documents[] = { "road-sheet", NULL };
  g_autoptr (PanahRendering) rendering = render_case ("xa", "fa-AF", CROSSED, documents, NULL);
  g_autofree char *path = write_pdf (find_document (rendering, "road-sheet")->pdf);

  if (has_program ("qpdf"))
    {
      g_autofree char *out = run_program ((const char *const[]) { "qpdf", "--check", path, NULL });
      g_assert_null (strstr (out, "WARNING"));
    }
  else
    g_test_skip ("qpdf is not installed");
  unlink (path);
}

/* Each language of the window has words of its own here, and no two the same. */
static void
test_words (void)
{
  static const char *const languages[] = { "ar", "fa-AF", "ug", "uz", "uz-Cyrl", "kk", "ky", "zh-CN", "ru", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const PanahSheetWords *words = panah_sheet_words_get (languages[i]);
      g_assert_cmpstr (words->language, ==, languages[i]);
      g_assert_nonnull (strstr (words->both, "%1"));
      g_assert_nonnull (strstr (words->both, "%2"));
      g_assert_nonnull (strstr (words->both_about, "%1"));
      g_assert_nonnull (strstr (words->both_about, "%2"));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (words->draft, !=, panah_sheet_words_get (languages[j])->draft);
    }
  g_assert_cmpstr (panah_sheet_words_get ("tlh")->language, ==, "en");
}

static void
load_pack (const char *folder,
           const char *id)
{
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autofree char *path = g_build_filename (folder, id, NULL);
  PanahPack *pack = panah_pack_load (path, problems, NULL);

  g_assert_nonnull (pack);
  g_hash_table_insert (packs, g_strdup (id), pack);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_path_get_dirname (PANAH_FICTIONAL_PACK);

  g_test_init (&argc, &argv, NULL);
  packs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) panah_pack_unref);
  load_pack (folder, "xa");
  load_pack (folder, "xb");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/sheet/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/paper/sheet/languages-asked-for", test_languages_asked_for);
  g_test_add_func ("/paper/sheet/tags", test_tags);
  g_test_add_func ("/paper/sheet/sides", test_sides);
  g_test_add_func ("/paper/sheet/same-bytes", test_same_bytes);
  g_test_add_func ("/paper/sheet/qpdf", test_qpdf);
  g_test_add_func ("/paper/sheet/words", test_words);

  int result = g_test_run ();
  g_hash_table_unref (packs);
  return result;
}
