/* test-reading.c - copies for the reader: what stands on them, in which languages, of which papers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper-support.h"

#include "core/date.h"
#include "core/json-scan.h"
#include "core/pack.h"
#include "paper/pages-private.h"
#include "paper/render.h"

#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#define ON "2026-06-15T10:00"
#define STAY "'journey':'stay',"
#define ENGLISH STAY "'language':'en'"
#define DARI STAY "'language':'fa-AF'"
#define CHINESE STAY "'language':'zh-CN'"
#define UZBEK STAY "'language':'uz-Cyrl'"
#define RUSSIAN_OF_KAZAKH STAY "'language':'ru','official_language':'kk'"
#define NAME "'person.name':{'cyrillic':{'surname':'Гость','given':'Ада'},'latin':{'surname':'Gost','given':'Ada'}"
#define NATIVE NAME ",'native':'آدا'}"
#define STORY "'person.story':{'said':'جنگ بود','language':'fa-AF','official':{'ru':'Шла война','kk':'Соғыс болды'}}"

typedef struct
{
  const char *name;
  const char *head;    /* members of the case beside its facts */
  const char *facts;
  const char *of;      /* which paper's copy is read */
  const char *has[4];
  const char *lacks[4];
  const char *problem; /* (nullable): part of a message about the copy */
} Row;

static const Row rows[] = {
  /* What it is, and beside what it lies */
  { "says-what-it-is", ENGLISH, "", "petition",
    { "Reading copy: only for you, do not hand it in Копия для чтения: только для вас, не подавайте её",
      "Reading copy. Page 1 of 1" }, { "Стр. 1" }, NULL },
  { "label-beside-label", ENGLISH, "", "petition",
    { "Причины 1 Why I came", "от (фамилия, имя) From", "Petition Прошение", "В канцелярию Примерии To the office of Examplia" },
    { "продолжение на листе", "(имя) " }, NULL },
  { "no-note-in-english", STAY "'language':'en-GB'", "", "petition", { "Why I came" }, { NULL }, NULL },
  { "heads-of-a-table", ENGLISH, "'kin':[{'came':'no','name':{'latin':{'given':'Bo'}},'land':'AF'}]", "petition",
    { "№ / Имя / Где No. Name Where", "1 Bo Afghanistan" }, { "Афганистан" }, NULL },
  { "lines-to-sign", ENGLISH, "'signed_on':'2026-06-15'", "petition",
    { "15 June 2026 Name Hand Date Имя / Подпись / Дата" }, { NULL }, NULL },
  { "words-with-answers", ENGLISH, "'signed_on':'2026-06-14'", "petition",
    { "Дата: 14.06.2026; сегодня: понедельник, 15 июня 2026; подано: воскресенье, 14 июня 2026 I ask to stay.",
      "Date: 14 June 2026; today: Monday, 15 June 2026; filed: Sunday, 14 June 2026" }, { NULL }, NULL },
  { "conditions/true", ENGLISH, "'held':'yes','held.since':'2026-06-01','crossing.manner':'river'", "petition",
    { "Я пришёл вплавь. I came through the river.", "I am held since 1 June 2026 Удерживаюсь: 01.06.2026",
      "I ask to be let go Прошу освободить" }, { "before I crossed" }, NULL },
  { "conditions/false", ENGLISH, "'held':'no'", "petition", { "Why I came" }, { "I am held", "through the river" }, NULL },
  { "words-by-an-answer", "'journey':'protest','language':'en'", "'person.wed':'wed','denial.read_on':'2026-06-10'", "protest-letter",
    { "Состою в браке: да Married: yes" }, { "not said" }, NULL },
  { "enclosed", "'journey':'protest','language':'en'", "'denial.level':'clerk','denial.read_on':'2026-06-10'", "protest-letter",
    { "The denial копия отказа" }, { "Без приложений" }, NULL },
  { "nothing-enclosed", "'journey':'protest','language':'en','papers':{'likeness':'lost','denial-paper':'lost'}",
    "'denial.read_on':'2026-06-10'", "protest-letter", { "Без приложений Enclosed" }, { NULL }, NULL },

  /* Answers as they were told */
  { "said/dari", ENGLISH, STORY, "petition", { "Why I came جنگ بود" }, { "Шла война" }, NULL },
  { "said/only-official", ENGLISH, "'person.story':{'official':{'ru':'Шла война'}}", "petition", { "Why I came Шла война" },
    { NULL }, NULL },
  { "said/only-in-the-other", ENGLISH, "'person.story':{'official':{'kk':'Соғыс болды'}}", "petition", { "Why I came Дата" },
    { "Соғыс" }, NULL },
  { "said/plain", ENGLISH, "'person.story':'Шла война'", "petition", { "Why I came Шла война" }, { NULL }, NULL },
  { "name/native", ENGLISH, NATIVE, "petition", { "From آدا" }, { "Гость", "Gost" }, NULL },
  { "name/latin", ENGLISH, NAME "}", "petition", { "From Gost Ada" }, { "Гость" }, NULL },
  { "name/cyrillic", UZBEK, NAME "}", "petition", { "From Гость Ада" }, { "Gost" }, "uz-Cyrl" },
  { "name/only-cyrillic", ENGLISH, "'person.name':{'cyrillic':{'given':'Ада'}}", "petition", { "From Ада" }, { NULL }, NULL },
  { "date/whole", ENGLISH, "'person.born':'1981-03-02'", "petition", { "Born on, married 2 March 1981" }, { "02.03" }, NULL },
  { "date/persian", ENGLISH, "'person.born':{'calendar':'persian','year':1365,'month':1,'day':12}", "petition",
    { "1 April 1986 (Solar Hijri: 12 Hamal 1365)" }, { "12.01" }, NULL },
  { "date/dari", DARI, "'person.born':{'calendar':'persian','year':1365,'month':1,'day':12}", "petition",
    { "1 اپریل 1986 (هجری شمسی: 12 حمل 1365)" }, { NULL }, "fa-AF" },
  { "date/month", ENGLISH, "'person.born':{'calendar':'gregorian','year':1981,'month':3,'day':null}", "petition",
    { "March 1981 (exact date unknown)" }, { NULL }, NULL },
  { "date/year-about", ENGLISH, "'person.born':{'calendar':'islamic','year':1402,'month':null,'day':null,'about':true}", "petition",
    { "about 1980–1983 (lunar Hijri: 1402; exact date unknown)" }, { NULL }, NULL },
  { "choice/english", ENGLISH, "'person.wed':'wed'", "petition", { "Born on, married Married" }, { "женат" }, NULL },
  { "choice/dari", DARI, "'person.wed':'wed'", "petition", { "تاریخ تولد، ازدواج متاهل" }, { "Married", "женат" }, "fa-AF" },
  { "choice/gone", ENGLISH, "'person.wed':'widowed'", "petition", { "Born on, married Родные" }, { "widowed" }, NULL },
  { "unknown", ENGLISH, "'person.born':null", "petition", { "Born on, married unknown" }, { "неизвестно" }, NULL },
  { "none", ENGLISH, "'kin':'none'", "petition", { "Kin none", "In a party of 1" }, { "нет" }, NULL },
  { "list", ENGLISH, "'kin':[{'came':'yes','name':{'latin':{'given':'Bo'}},'born':null,'tie':'child'}]", "petition",
    { "Kin Bo, Date of birth: unknown, Child", "In a party of 2" }, { "ребёнок" }, NULL },
  { "blank", ENGLISH, "", "petition", { "From всего человек In a party", "Kin Name Hand" }, { NULL }, NULL },
  { "character", ENGLISH, "'person.story':{'said':'😀','language':'en','official':{'ru':'Шла война'}}", "petition",
    { "Why I came Дата" }, { "😀", "Шла" }, "no font has the character “😀” (U+1F600)" },

  /* Languages */
  { "dari/words", DARI, NATIVE ",'kin':[{'came':'no','name':{'native':'امید'},'land':'AF'}]", "petition",
    { "نسخه برای خواندن: تنها برای شما، آن را تسلیم نکنید Копия для чтения", "от (фамилия, имя) از آدا", "№ / Имя / Где شماره نام کجا 1 امید افغانستان", "درخواست Прошение" },
    { "Why I came" }, "“Petition to stay”: on the reading copy, what is not translated into the language “fa-AF” is in English" },
  { "dari/lost-part", DARI, "", "petition", { "Name Hand Date Имя / Подпись / Дата" }, { "امضا" }, "fa-AF" },
  { "dari/lost-placeholder", DARI, "'held':'yes','held.since':'2026-06-01'", "petition", { "I am held since" }, { "زندانی" }, "fa-AF" },
  { "chinese", CHINESE, "'person.story':{'said':'因为战争','language':'zh-CN'},'person.born':'1981-03-02'", "petition",
    { "阅读副本：仅供您自己使用，请勿提交", "我为何而来 因为战争", "1981年3月2日", "Born on, married" }, { NULL }, "zh-CN" },
  { "chinese/no-font", CHINESE, "", "petition", { "Kin" }, { "𠮷", "亲属" }, "zh-CN" },
  { "uzbek", UZBEK, "", "petition", { "Ўқиш учун нусха", "Нега келдим" }, { "Why I came" }, "uz-Cyrl" },
  { "no-script", STAY "'language':'am'", "'person.born':'1981-03-02'", "petition", { "Reading copy: only", "2 March 1981" },
    { NULL }, "into the language “am” is in English" },
  { "own-words/region", STAY "'language':'ru-KZ','official_language':'kk'", "'person.wed':'wed','person.born':null", "petition",
    { "Дата рождения, брак неизвестно, В браке" }, { "unknown", "Married" }, NULL },
  { "own-words", RUSSIAN_OF_KAZAKH, "'person.wed':'wed'," STORY, "petition",
    { "Копия для чтения: только для вас, не подавайте её", "Себептері 1 Причины جنگ بود", "Туған күні, неке 2 Дата рождения, брак В браке" },
    { "Why", "Соғыс", "Reading" }, NULL },

  /* What goes on elsewhere */
  { "grows", ENGLISH, "'person.story':{'official':{'ru':'LONG'}}", "petition", { "LAST Дата рождения, брак 2 Born", "Причины 1 Why I came" },
    { "продолжение" }, NULL },
  { "continued", ENGLISH, "'person.story':{'official':{'ru':'LONG'}}", "petition-more",
    { "More Продолжение On item 1, Why I came К пункту 1, Причины", "LAST" }, { NULL }, NULL },
  { "continued/original", ENGLISH, "'person.story':{'said':'جنگ بود','language':'fa-AF'}", "petition-more",
    { "On item 1, Why I came К пункту 1, Причины (изложено на языке: дари) جنگ بود" }, { NULL }, NULL },
  { "continued/as-told", ENGLISH, "'person.story':{'said':'LONG','language':'fa-AF','official':{'ru':'LONG'}}", "petition-more",
    { "On item 1, Why I came", "LAST" }, { NULL }, NULL },
};

static PanahPack *pack;

static PanahRendering *
render_case (const char        *head,
             const char        *facts,
             const char *const *documents,
             const char *const *languages,
             GError           **error)
{
  g_autofree char *story = repeat_words ("Шла война, и мы ушли за реку. ", 9000);
  g_autofree char *whole = g_strconcat (story, "LAST", NULL);
  g_autofree char *text = g_strdup_printf ("{'format':'panah-case','schema':1,'pack':'xa',%s,'facts':{%s}}", head, facts);
  g_auto (GStrv) parts = g_strsplit (text, "LONG", -1);
  g_autofree char *json = g_strdelimit (g_strjoinv (whole, parts), "'", '"');
  g_autoptr (JsonNode) root = panah_json_parse (json, strlen (json), error);
  gint64 now;

  g_assert_nonnull (root);
  g_autoptr (PanahCase) a_case = panah_case_new_from_json (root, pack, error);
  g_assert_nonnull (a_case);
  g_assert_true (panah_moment_parse (ON, &now));
  g_autoptr (PanahPlan) plan = panah_plan_new (pack, a_case->facts, now);
  return panah_render (plan, a_case, documents, languages, error);
}

static const PanahRendered *
find_copy (const PanahRendering *rendering,
           const char           *of)
{
  for (guint i = 0; i < rendering->documents->len; i++)
    {
      const PanahRendered *rendered = rendering->documents->pdata[i];
      if (g_strcmp0 (rendered->of, of) == 0)
        return rendered;
    }
  return NULL;
}

static void
test_row (gconstpointer data)
{
  static const char *const documents[] = { "reading-copy", NULL };
  const Row *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahRendering) rendering = render_case (row->head, row->facts, documents, NULL, &error);

  g_assert_no_error (error);
  const PanahRendered *copy = find_copy (rendering, row->of);
  g_assert_nonnull (copy);
  g_autofree char *text = read_text (copy);
  g_test_message ("%s", text);
  for (guint i = 0; i < G_N_ELEMENTS (row->has) && row->has[i] != NULL; i++)
    g_assert_nonnull (strstr (text, row->has[i]));
  for (guint i = 0; i < G_N_ELEMENTS (row->lacks) && row->lacks[i] != NULL; i++)
    g_assert_null (strstr (text, row->lacks[i]));
  if (row->problem != NULL)
    g_assert_cmpuint (count_problems_with (rendering, row->problem), >, 0);
  else
    g_assert_cmpuint (count_problems_with (rendering, "reading copy"), ==, 0);
}

typedef struct
{
  const char *name;
  const char *head;
  const char *documents[4];
  const char *languages[4];
  const char *files;   /* in their order, a space between two */
  const char *problem; /* (nullable): part of a message */
} Choice;

#define PAPERS "petition.ru.pdf road-sheet.en.pdf"
#define BOTH "petition.ru.pdf road-sheet.ru.pdf road-sheet.en.pdf"
#define ONLY "reading-copy"

static const Choice choices[] = {
  { "usual/no-official-language", ENGLISH, { NULL }, { NULL }, PAPERS " petition.reading.en.pdf", NULL },
  { "usual/official-language", STAY "'language':'ru'", { NULL }, { NULL }, "petition.ru.pdf road-sheet.ru.pdf", NULL },
  { "usual/other-official-language", RUSSIAN_OF_KAZAKH, { NULL }, { NULL }, "petition.kk.pdf road-sheet.ru.pdf", NULL },
  { "usual/region", STAY "'language':'ru-KZ'", { NULL }, { NULL }, "petition.ru.pdf road-sheet.ru.pdf", NULL },
  { "none/one-document", ENGLISH, { "petition" }, { NULL }, "petition.ru.pdf", NULL },
  { "none/language", ENGLISH, { "petition" }, { "ru", "en" }, "petition.ru.pdf", "“Petition to stay” is not there in the language “en”" },
  { "usual/languages", ENGLISH, { NULL }, { "ru", "en" }, BOTH " petition.reading.en.pdf", NULL },
  { "usual/another-language", DARI, { NULL }, { "ru", "en" }, BOTH, "“Petition to stay” is not there in the language “en”" },
  { "usual/no-language", STAY "'language':'../en'", { NULL }, { NULL }, PAPERS, "“../en” is not the code of a language" },
  { "usual/no-journey", "'language':'fa-AF'", { NULL }, { NULL }, "road-sheet.fa-AF.pdf", NULL },
  { "only", DARI, { ONLY }, { NULL }, "petition.reading.fa-AF.pdf", NULL },
  { "only/language", ENGLISH, { ONLY }, { "fa-AF" }, "petition.reading.fa-AF.pdf", NULL },
  { "only/languages", ENGLISH, { ONLY }, { "fa-AF", "zh-CN", "fa-AF" }, "petition.reading.fa-AF.pdf petition.reading.zh-CN.pdf", NULL },
  { "only/other-official-language", ENGLISH, { ONLY }, { "kk" }, "petition.reading.kk.pdf", NULL },
  { "only/some-language", ENGLISH, { ONLY }, { "ru", "tlh" }, "petition.reading.tlh.pdf", NULL },
  { "only/no-language", ENGLISH, { ONLY }, { "fa_AF", "en" }, "petition.reading.en.pdf", "“fa_AF” is not the code of a language" },
  { "only/same-language", STAY "'language':'ru'", { ONLY }, { NULL }, NULL, NULL },
  { "only/no-journey", "'language':'en'", { ONLY }, { NULL }, NULL, NULL },
  { "asked", STAY "'language':'ru'", { "petition", ONLY }, { "fa-AF" }, "petition.ru.pdf petition.reading.fa-AF.pdf", NULL },
  { "asked/first", ENGLISH, { ONLY, "petition", "road-sheet" }, { NULL },
    "petition.ru.pdf road-sheet.en.pdf petition.reading.en.pdf", NULL },
  { "asked/both-official-languages", DARI, { ONLY, "petition" }, { "kk", "ru" },
    "petition.kk.pdf petition.ru.pdf petition.reading.fa-AF.pdf", NULL },
  { "asked/same-language", STAY "'language':'ru'", { ONLY, "petition" }, { NULL }, "petition.ru.pdf",
    "“Petition to stay” is in the reader’s language itself" },
  { "asked/sheet", ENGLISH, { ONLY, "road-sheet" }, { NULL }, "road-sheet.en.pdf", NULL },
};

static void
test_choice (gconstpointer data)
{
  const Choice *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahRendering) rendering =
    render_case (row->head, NATIVE, row->documents[0] != NULL ? row->documents : NULL,
                 row->languages[0] != NULL ? row->languages : NULL, &error);
  g_autoptr (GString) files = g_string_new (NULL);

  if (row->files == NULL)
    {
      g_assert_nonnull (error);
      g_assert_null (rendering);
      return;
    }
  g_assert_no_error (error);
  for (guint i = 0; i < rendering->documents->len; i++)
    g_string_append_printf (files, "%s%s", i > 0 ? " " : "", ((const PanahRendered *) rendering->documents->pdata[i])->file);
  g_assert_cmpstr (files->str, ==, row->files);
  if (row->problem != NULL)
    g_assert_cmpuint (count_problems_with (rendering, row->problem), ==, 1);
}

static PanahRendering *
render_dari (void)
{
  g_autoptr (GError) error = NULL;
  PanahRendering *rendering = render_case (DARI, NATIVE ",'person.phone':'+7 701',"
                                           "'person.story':{'said':'LONG','language':'uz','official':{'ru':'LONG'}}",
                                           NULL, NULL, &error);

  g_assert_no_error (error);
  return rendering;
}

/* The manifest names the paper of a copy, and of nothing else. */
static void
test_manifest (void)
{
  g_autoptr (PanahRendering) rendering = render_dari ();
  g_autofree char *json = panah_rendering_to_json (rendering);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonArray *documents = json_object_get_array_member (json_node_get_object (root), "documents");
  guint n_copies = 0;

  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      JsonObject *document = json_array_get_object_element (documents, i);
      gboolean copy = strcmp (json_object_get_string_member (document, "id"), "reading-copy") == 0;
      g_assert_cmpint (json_object_has_member (document, "of"), ==, copy);
      n_copies += copy;
    }
  g_assert_cmpuint (n_copies, ==, 2);
}

/* However many words there are in English, each copy is told of once. */
static void
test_note (void)
{
  g_autoptr (PanahRendering) rendering = render_dari ();

  g_assert_cmpuint (count_problems_with (rendering, "“Petition to stay”: on the reading copy"), ==, 1);
  g_assert_cmpuint (count_problems_with (rendering, "“More sheets”: on the reading copy"), ==, 1);
}

/* Nothing is cut or goes on elsewhere: a copy has the room it needs. */
static void
test_room (void)
{
  g_autoptr (PanahRendering) rendering = render_dari ();
  const PanahRendered *copy = find_copy (rendering, "petition");
  guint n = 0;

  g_assert_cmpuint (copy->n_pages, >, 1);
  for (guint i = 0; i < copy->fields->len; i++)
    {
      const PanahRenderedField *field = copy->fields->pdata[i];
      g_assert_cmpint (field->mode, !=, PANAH_FIELD_CONTINUE);
      g_assert_cmpuint (field->bytes_placed, ==, field->bytes_in);
      n += strcmp (field->fact, "person.story") == 0 && field->bytes_in > 9000;
    }
  g_assert_cmpuint (n, ==, 1);
}

/* Each text says its language: the copy's own, the paper's, the one an answer was told in. */
static void
test_languages (void)
{
  static const char *const wanted[] = { "ru", "uz", "en" };
  g_autoptr (PanahRendering) rendering = render_dari ();
  const PanahRendered *copy = find_copy (rendering, "petition");

  g_assert_cmpstr (panah_document_get_language (copy->pages->document), ==, "fa-AF");
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      guint n = 0;
      for (guint j = 0; j < copy->pages->nodes->len; j++)
        n += g_strcmp0 (g_array_index (copy->pages->nodes, PanahNode, j).language, wanted[i]) == 0;
      g_test_message ("%s", wanted[i]);
      g_assert_cmpuint (n, >, 0);
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (PanahRendering) one = render_dari (), other = render_dari ();

  g_assert_cmpuint (one->documents->len, ==, other->documents->len);
  for (guint i = 0; i < one->documents->len; i++)
    g_assert_true (g_bytes_equal (((const PanahRendered *) one->documents->pdata[i])->pdf,
                                  ((const PanahRendered *) other->documents->pdata[i])->pdf));
}

static void
test_qpdf (void)
{
  g_autoptr (PanahRendering) rendering = render_dari ();
  g_autofree char *path = write_pdf (find_copy (rendering, "petition")->pdf);

  if (has_program ("qpdf"))
    {
      g_autofree char *out = run_program ((const char *const[]) { "qpdf", "--check", path, NULL });
      g_assert_null (strstr (out, "WARNING"));
    }
  else
    g_test_skip ("qpdf is not installed");
  unlink (path);
}

typedef struct
{
  const char *name;
  const char *language; /* of the paper, and of the label */
  const char *label;
  const char *value_language;
  const char *value;
  gboolean    right;    /* where on its line the answer stands */
} Side;

/* An answer that runs against the paper stands at its own side of the line, and never on the label. */
static const Side sides[] = {
  { "as-the-paper", "ru", "Имя", "ru", "Ада", FALSE },
  { "against-the-paper", "ru", "Имя", "fa-AF", "آدا", TRUE },
  { "as-the-paper/right-to-left", "fa-AF", "نام", "fa-AF", "آدا", TRUE },
  { "against-the-paper/right-to-left", "fa-AF", "نام", "ru", "Ада", FALSE },
};

static void
test_side (gconstpointer data)
{
  const Side *row = data;
  PanahDocument *document = panah_document_new ("x", row->language);
  PanahFieldSpec spec = {
    .label = { .string = row->label, .language = row->language },
    .value = { .string = row->value, .language = row->value_language, .fact = "x", .bytes_in = strlen (row->value) },
    .min_lines = 1,
    .max_lines = 1,
  };

  panah_document_set_title (document, "x");
  panah_block_add_field (panah_document_get_body (document), &spec);
  g_autoptr (PanahPages) pages = lay_out (document);
  const PanahSheet *sheet = pages->sheets->pdata[0];
  g_assert_cmpuint (sheet->len, ==, 3);
  const PanahInk *value = &g_array_index (sheet, PanahInk, 1), *rule = &g_array_index (sheet, PanahInk, 2);
  double left = MIN (rule->x, rule->x2), right = MAX (rule->x, rule->x2);
  PangoRectangle extents;

  pango_layout_line_get_extents (value->line, NULL, &extents);
  double width = extents.width / (double) PANGO_SCALE;
  g_test_message ("%f to %f on %f to %f", value->x, value->x + width, left, right);
  g_assert_cmpfloat (value->x, >=, left);
  g_assert_cmpfloat (value->x + width, <=, right);
  g_assert_cmpfloat (row->right ? right - value->x - width : value->x - left, <, 6);
  panah_document_unref (document);
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
      g_autofree char *path = g_strconcat ("/paper/reading/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/reading/choose/", choices[i].name, NULL);
      g_test_add_data_func (path, &choices[i], test_choice);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/reading/side/", sides[i].name, NULL);
      g_test_add_data_func (path, &sides[i], test_side);
    }
  g_test_add_func ("/paper/reading/manifest", test_manifest);
  g_test_add_func ("/paper/reading/note", test_note);
  g_test_add_func ("/paper/reading/room", test_room);
  g_test_add_func ("/paper/reading/languages", test_languages);
  g_test_add_func ("/paper/reading/same-bytes", test_same_bytes);
  g_test_add_func ("/paper/reading/qpdf", test_qpdf);

  int result = g_test_run ();
  panah_pack_unref (pack);
  return result;
}
