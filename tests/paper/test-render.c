/* test-render.c - a case on paper: what each answer becomes, and what is said about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper-support.h"

#include "core/date.h"
#include "core/json-scan.h"
#include "core/pack.h"
#include "paper/pages-private.h"
#include "paper/render.h"

#include <string.h>

#define NAME "'applicant.name':{'cyrillic':{'surname':'Ахмади','given':'Насим'}}"
#define STORY "Меня преследовали за то, что я учил девочек читать. "

typedef struct
{
  const char *name;
  const char *head;          /* members of the case beside its facts */
  const char *facts;
  const char *document;      /* which paper is read */
  const char *has[4];
  const char *lacks[3];
  const char *severity;      /* (nullable): of a problem */
  const char *fact;          /* (nullable): that it names */
  const char *message;       /* part of its message */
} Row;

#define APPLY "'journey':'apply','language':'en'"
#define RUSSIAN "'journey':'apply','language':'ru'"

static const Row rows[] = {
  /* One entry of a list as running text */
  { "list-field/unknown", APPLY, NAME ",'applicant.identity_papers':[{'kind':'passport','number':null,'issued_by':null}]",
    "application", { "паспорт, номер: неизвестно, кем выдан: неизвестно" }, { "серия:" },
    "missing", "applicant.identity_papers[0].series", "not answered" },
  { "list-field/none", APPLY, "'applicant.identity_papers':[{'kind':'passport','series':'none','number':'N1'}]", "application",
    { "паспорт, серия: нет, N1" }, { NULL }, NULL, NULL, NULL },
  { "list-field/character", APPLY,
    "'applicant.identity_papers':[{'kind':'passport','number':'1😀','issued_by':{'official':{'ru':'Управление'}}}]",
    "application", { "паспорт, Управление" }, { "😀" }, "warning", "applicant.identity_papers[0].number", "U+1F600" },

  /* Nobody, and nobody knows */
  { "family/none", APPLY, "'family':'none'", "application", { "нет", "в составе семьи 1 человек" }, { "№ Фамилия, имя, отчество 1" },
    NULL, NULL, NULL },
  { "family/unknown", APPLY, "'family':null", "application",
    { "в составе семьи неизвестно", "Степень родства неизвестно" }, { "человек" }, NULL, NULL, NULL },
  { "family/absent", APPLY, "", "application", { "Степень родства 1 2 3 4" }, { "неизвестно" }, "missing", "family", "not answered" },
  { "family/unsettled", APPLY, "'family':[{'name':{'cyrillic':{'given':'Омид'}}}]", "application",
    { "Степень родства 1 2 3 4" }, { "Омид", "человек" }, "missing", "family[0]", "room to write" },

  /* An answer that cannot stand on the form */
  { "joined/character", APPLY, "'applicant.birth_date':'1981-03-02','applicant.birth_place':{'official':{'ru':'Кабул 😀'}}",
    "application", { "02.03.1981" }, { "Кабул" }, "warning", "applicant.birth_place", "U+1F600" },
  { "untranslated/on-the-sheet", APPLY, NAME ",'applicant.birth_place':{'said':'Mazori Sharif','language':'uz'}", "annex",
    { "К строке «Дата и место рождения» (изложено на языке: узбекский)", "Mazori Sharif", "на другом языке" },
    { "не хватило места", "К пункту" }, "warning", "applicant.birth_place", "no words for it" },
  { "untranslated/member", APPLY,
    "'applicant.identity_papers':[{'kind':'passport','issued_by':{'said':'Pasport idorasi','language':'uz'}}]", "annex",
    { "– паспорт, кем выдан (изложено на языке: узбекский)", "Pasport idorasi" }, { NULL }, NULL, NULL, NULL },
  { "untranslated/no-font", APPLY, "'reasons.text':{'said':'𠮷','language':'zh'}", "application", { "по причине" },
    { "𠮷" }, "warning", "reasons.text", "U+20BB7" },
  { "untranslated/dari", APPLY, "'reasons.text':{'said':'شهر مزار','language':'fa-AF'}", "annex",
    { "К строке «Вынужден (-а) покинуть место своего жительства по причине» (изложено на языке: дари)", "شهر مزار" },
    { NULL }, "warning", "reasons.text", "no words for it" },
  { "signature/unknown", APPLY, "'application.signed_on':null", "application", { "(дата обращения)" }, { "неизвестно" },
    "missing", "application.signed_on", "not answered" },

  /* What goes on elsewhere */
  { "annex/continued", APPLY, NAME ",'reasons.text':{'official':{'ru':'LONG'}}", "annex",
    { "К строке «Вынужден (-а) покинуть место своего жительства по причине»", "не хватило места",
      "Ахмади Насим. Приложение. Стр. 1 из" },
    { "на другом языке", "К пункту 7" }, NULL, NULL, NULL },
  { "annex/footer-percent", APPLY, "'applicant.name':{'cyrillic':{'given':'%2 50%%'}},'reasons.text':{'official':{'ru':'LONG'}}",
    "annex", { "%2 50%%. Приложение" }, { NULL }, NULL, NULL, NULL },
  { "form/cut-at-sentence", APPLY, "'reasons.text':{'official':{'ru':'LONG'}}", "application",
    { "учил девочек читать. продолжение на отдельном листе" }, { NULL }, NULL, NULL, NULL },

  /* The reader's sheet */
  { "plan/signs-what-is-printed", APPLY, NAME, "my-plan",
    { "Application for refugee status (Ходатайство о присвоении статуса беженца): (date of the application) / (signature" },
    { "Annex" }, NULL, NULL, NULL },
  { "plan/signs-annex", APPLY, NAME ",'reasons.text':{'official':{'ru':'LONG'}}", "my-plan",
    { "Annex (Приложение" }, { NULL }, NULL, NULL, NULL },
  { "plan/length", RUSSIAN, "'entry.date':'2026-11-23','entry.manner':'lawful','situation':'in-country'", "my-plan",
    { "Срок: 5 календарных дней. Считается от дня", "Надёжный день: пятница, 27 ноября 2026",
      "он переносится на следующий рабочий. Норма:", "Ориентируйтесь на надёжный день" },
    { "самый ранний" }, NULL, NULL, NULL },
  { "plan/range", RUSSIAN,
    "'entry.date':{'calendar':'gregorian','year':2026,'month':11,'day':null},'entry.manner':'lawful','situation':'in-country'",
    "my-plan", { "День точно не известен; считается самый ранний" }, { NULL }, NULL, NULL, NULL },
  { "plan/hours", APPLY, "'entry.moment':'2026-11-24T04:30','entry.manner':'unlawful-forced','situation':'in-country'", "my-plan",
    { "Length: 24 hours.", "Hours run at night and on days off: go at once, or send it by post." }, { "Go by the safe date" },
    NULL, NULL, NULL },
  { "plan/passed", APPLY, "'entry.date':'2026-11-01','entry.manner':'lawful','situation':'in-country'", "my-plan",
    { "This date has passed You may still file" }, { "Safe date", "Go by the safe date" }, NULL, NULL, NULL },
  { "plan/suspended", APPLY, "'decision.kind':'refusal','decision.made_on':'2026-11-10','decision.received_on':'2026-11-12','complaint.filed_on':'2026-11-20'", "my-plan",
    { "Does not run now Length: 1 month. Counted from" }, { NULL }, NULL, NULL, NULL },
  { "plan/over-if-it-applies", APPLY, "'entry.date':'2026-11-22','situation':'in-country'", "my-plan",
    { "act today You may still file, and you should go today." }, { NULL }, NULL, NULL, NULL },
  { "plan/backward", RUSSIAN, "'status.ends_on':'2027-05-20'", "my-plan",
    { "Срок: 1 месяц. Считается назад от последнего дня статуса", "Нерабочие дни сверены до 31 декабря 2026" }, { NULL },
    NULL, NULL, NULL },
  { "plan/who", RUSSIAN, "'family':[{'name':{'cyrillic':{'given':'Омид'}},'came_along':'yes','birth_date':'2050-01-01'}]", "my-plan",
    { "Проверьте: Омид:" }, { NULL }, "warning", "family[0].birth_date", NULL },
  { "plan/message-no-font", APPLY, "'entry.manner':'😀'", "my-plan", { "U+1F600" }, { "😀" }, "warning", "entry.manner", "not known" },

  /* Languages and journeys */
  { "language/note", "'journey':'apply','language':'am'", "", "my-plan", { "What to do next" }, { NULL },
    "note", NULL, "“My plan” is not there in the language “am”" },
  { "journey/none", "'language':'en'", NAME, "my-plan", { "What to do next" }, { NULL }, "warning", "journey", "does not say" },
  { "journey/unknown", "'language':'en','journey':'fly'", NAME, "my-plan", { "Nothing to sign." }, { NULL },
    "warning", "journey", "there is no journey “fly”" },
};

static PanahPack *pack;

static char *
fill_case (const char *head,
           const char *facts)
{
  g_autofree char *story = repeat_words (STORY, 6000);
  g_autofree char *text =
    g_strdup_printf ("{'format':'panah-case','schema':1,'pack':'kz',%s,'facts':{%s}}", head, facts);
  g_auto (GStrv) parts = g_strsplit (text, "LONG", -1);
  char *json = g_strjoinv (story, parts);

  return g_strdelimit (json, "'", '"');
}

static PanahRendering *
render (const char        *head,
        const char        *facts,
        const char *const *documents,
        const char *const *languages)
{
  g_autofree char *json = fill_case (head, facts);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = panah_json_parse (json, strlen (json), &error);
  g_assert_no_error (error);
  g_autoptr (PanahCase) a_case = panah_case_new_from_json (root, pack, &error);
  gint64 now;

  g_assert_no_error (error);
  g_assert_true (panah_moment_parse ("2026-11-24T10:00", &now));
  g_autoptr (PanahPlan) plan = panah_plan_new (pack, a_case->facts, now);
  PanahRendering *rendering = panah_render (plan, a_case, documents, languages, &error);
  g_assert_no_error (error);
  return rendering;
}

static guint
count_problems (const PanahRendering *rendering,
                const Row            *row)
{
  guint n = 0;

  for (guint i = 0; i < rendering->problems->len; i++)
    {
      const PanahProblem *problem = rendering->problems->pdata[i];
      n += strcmp (panah_severity_names[problem->severity], row->severity) == 0 &&
           g_strcmp0 (problem->fact, row->fact) == 0 &&
           (row->message == NULL || strstr (problem->message, row->message) != NULL);
    }
  return n;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (PanahRendering) rendering = render (row->head, row->facts, NULL, NULL);
  const PanahRendered *rendered = find_document (rendering, row->document);

  g_assert_nonnull (rendered);
  g_autofree char *text = read_text (rendered);
  g_test_message ("%s", text);
  for (guint i = 0; i < G_N_ELEMENTS (row->has) && row->has[i] != NULL; i++)
    g_assert_nonnull (strstr (text, row->has[i]));
  for (guint i = 0; i < G_N_ELEMENTS (row->lacks) && row->lacks[i] != NULL; i++)
    g_assert_null (strstr (text, row->lacks[i]));
  if (row->severity != NULL)
    g_assert_cmpuint (count_problems (rendering, row), ==, 1);
}

static guint
count_lines (const PanahRendered *rendered)
{
  guint n = 0;

  for (guint i = 0; i < rendered->pages->sheets->len; i++)
    {
      PanahSheet *sheet = rendered->pages->sheets->pdata[i];
      for (guint j = 0; j < sheet->len; j++)
        n += g_array_index (sheet, PanahInk, j).kind == PANAH_INK_LINE;
    }
  return n;
}

/* A story that has to be written by hand has a third of a page for it; original words that no font has stand nowhere. */
static void
test_room_for_story (void)
{
  g_autoptr (PanahRendering) told = render (APPLY, "'reasons.text':{'official':{'ru':'Да'}}", NULL, NULL);
  g_autoptr (PanahRendering) untold = render (APPLY, "'reasons.text':{'said':'𠮷','language':'zh'}", NULL, NULL);

  g_assert_null (find_document (untold, "annex"));
  g_assert_cmpuint (count_lines (find_document (untold, "application")), >=,
                    count_lines (find_document (told, "application")) + 8);
}

/* The sheet alone speaks of what the plan would print, but not of an annex that nobody has seen. */
static void
test_sheet_alone (void)
{
  static const char *const documents[] = { "my-plan", NULL };
  g_autoptr (PanahRendering) rendering = render (APPLY, "'reasons.text':{'official':{'ru':'LONG'}}", documents, NULL);
  g_autofree char *text = read_text (find_document (rendering, "my-plan"));

  g_assert_cmpuint (rendering->documents->len, ==, 1);
  g_assert_nonnull (strstr (text, "Application for refugee status ("));
  g_assert_null (strstr (text, "Annex ("));
}

static void
test_language_asked (void)
{
  static const char *const some[] = { "en", NULL }, *const none[] = { "ru", "tlh", NULL };
  static const Row note = { .severity = "note", .message = "“Application for refugee status” is not there in the language “en”" };
  static const Row warning = { .severity = "warning",
                               .message = "“Application for refugee status” is not there in the language “tlh”" };
  g_autoptr (PanahRendering) sheet = render (APPLY, NAME, NULL, some);
  g_autoptr (PanahRendering) slip = render (APPLY, NAME, NULL, none);

  g_assert_nonnull (find_document (sheet, "my-plan"));
  g_assert_null (find_document (sheet, "application"));
  g_assert_cmpuint (count_problems (sheet, &note), ==, 1);
  g_assert_false (panah_rendering_has_warning (sheet));
  g_assert_nonnull (find_document (slip, "application"));
  g_assert_cmpuint (count_problems (slip, &warning), ==, 1);
  g_assert_true (panah_rendering_has_warning (slip));
}

/* Two different things about one answer are both told. */
static void
test_two_problems (void)
{
  static const Row letter = { .severity = "warning", .fact = "reasons.text", .message = "U+1F600" };
  static const Row left_out = { .severity = "warning", .fact = "reasons.text", .message = "left out" };
  g_autoptr (PanahRendering) rendering = render (APPLY, "'reasons.text':{'official':{'ru':'😀\\u202e'}}", NULL, NULL);

  g_assert_cmpuint (count_problems (rendering, &letter), ==, 1);
  g_assert_cmpuint (count_problems (rendering, &left_out), ==, 1);
}

/* A heap of marks on one letter is cut down before anything is laid out. */
static void
test_marks (void)
{
  static const Row left_out = { .severity = "warning", .fact = "reasons.text", .message = "left out (99970)" };
  g_autofree char *marks = repeat_words ("\xCC\x81", 200000);
  g_autofree char *facts = g_strdup_printf ("'reasons.text':{'official':{'ru':'а%s конец'}}", marks);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PanahRendering) rendering = render (APPLY, facts, NULL, NULL);

  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  g_assert_cmpuint (count_problems (rendering, &left_out), ==, 1);
}

static gboolean
has_words (PanahSheet *sheet,
           const char *words)
{
  for (guint i = 0; i < sheet->len; i++)
    {
      const PanahInk *ink = &g_array_index (sheet, PanahInk, i);
      if (ink->kind == PANAH_INK_TEXT && strstr (pango_layout_get_text (ink->layout), words) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* However large a family is, everybody stands there once, and over everybody what the columns are. */
static void
test_family (gconstpointer data)
{
  guint n_people = GPOINTER_TO_UINT (data);
  g_autoptr (GString) facts = g_string_new ("'family':[");

  for (guint i = 0; i < n_people; i++)
    g_string_append_printf (facts, "%s{'name':{'cyrillic':{'surname':'Родич%03u','given':'Имя'}},"
                            "'birth_date':'1990-05-14','relationship':'son','came_along':'yes'}", i > 0 ? "," : "", i);
  g_string_append_c (facts, ']');
  g_autoptr (PanahRendering) rendering = render (APPLY, facts->str, NULL, NULL);
  const PanahRendered *form = find_document (rendering, "application");
  g_autofree char *text = read_text (form);

  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *name = g_strdup_printf ("Родич%03u Имя", i);
      const char *at = strstr (text, name);
      g_assert_nonnull (at);
      g_assert_null (strstr (at + 1, name));
    }
  for (guint i = 0; i < form->pages->sheets->len; i++)
    {
      PanahSheet *sheet = form->pages->sheets->pdata[i];
      g_assert_true (has_words (sheet, "Степень родства") || !has_words (sheet, "Родич"));
    }
  g_assert_cmpuint (form->n_pages, <=, 3 + n_people / 20);
}

int
main (int   argc,
      char *argv[])
{
  static const guint families[] = { 1, 4, 40, 400 };
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();

  g_test_init (&argc, &argv, NULL);
  pack = panah_pack_load (PANAH_TEST_PACK, problems, NULL);
  g_assert_nonnull (pack);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/render/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paper/render/family/%u", families[i]);
      g_test_add_data_func (path, GUINT_TO_POINTER (families[i]), test_family);
    }
  g_test_add_func ("/paper/render/room-for-story", test_room_for_story);
  g_test_add_func ("/paper/render/sheet-alone", test_sheet_alone);
  g_test_add_func ("/paper/render/language-asked", test_language_asked);
  g_test_add_func ("/paper/render/two-problems", test_two_problems);
  g_test_add_func ("/paper/render/marks", test_marks);

  int result = g_test_run ();
  panah_pack_unref (pack);
  return result;
}
