/* test-archive.c - files that an archive takes and a screen reader can follow
 *
 * What is asked is in check_pdf.py, which knows nothing of the program. Here are the papers
 * that it is asked about: each kind of block, each paper of each pack, and words that try to
 * become part of the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper-support.h"

#include "core/pack-cases.h"
#include "paper/text.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const char     *name;
  PanahDocument *(*create) (void);
} Row;

/* A paper in one of its languages, and the case that it is printed for. */
typedef struct
{
  PanahPack               *pack;
  const PanahDocumentSpec *document; /* borrowed */
  const char              *language; /* borrowed */
  JsonNode                *test;
} Paper;

static gboolean
can_check (void)
{
  if (has_program ("python3") && has_program ("qpdf"))
    return TRUE;
  g_test_skip ("python3 or qpdf is not installed");
  return FALSE;
}

/* What a script says of files, which are gone afterwards. */
static char *
run_checker (const char *script,
             const char *option,
             GPtrArray  *files)
{
  g_autofree char *path = g_build_filename (PANAH_TEST_FOLDER, script, NULL);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  char *faults;

  g_ptr_array_add (argv, (gpointer) "python3");
  g_ptr_array_add (argv, (gpointer) "-B");
  g_ptr_array_add (argv, path);
  if (option != NULL)
    g_ptr_array_add (argv, (gpointer) option);
  g_ptr_array_extend (argv, files, NULL, NULL);
  g_ptr_array_add (argv, NULL);
  faults = run_program ((const char *const *) argv->pdata);
  for (guint i = 0; i < files->len; i++)
    g_remove (files->pdata[i]);
  return faults;
}

static char *
check_documents (const char    *script,
                 const char    *option,
                 PanahDocument *document,
                 PanahDocument *other)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  PanahDocument *documents[] = { document, other };

  for (guint i = 0; i < G_N_ELEMENTS (documents) && documents[i] != NULL; i++)
    {
      g_autoptr (PanahPages) pages = lay_out (documents[i]);
      g_autoptr (GBytes) pdf = print_pages (pages);
      g_ptr_array_add (files, write_pdf (pdf));
    }
  return run_checker (script, option, files);
}

/* All that cannot be written from left to right, in a language that is not. */
static PanahDocument *
new_scripts (void)
{
  PanahDocument *document = panah_document_new ("my-plan", "fa-AF");
  PanahBlock *body = panah_document_get_body (document);
  PanahText dari = { .string = "پناه‌گزین، شمارهٔ \xE2\x81\xA6P01234567\xE2\x81\xA9 لأ", .language = "fa-AF" };
  PanahText uyghur = { .string = "ئۇيغۇر باشقا مۇساپىر ﷲ", .language = "ug" };
  PanahText chinese = { .string = "难民身份申请书，二〇二六年", .language = "zh" };
  PanahFieldSpec spec = { .number = "1.", .label = dari, .caption = chinese, .value = uyghur, .min_lines = 1, .max_lines = 1 };

  panah_document_set_title (document, "پناه‌گزین");
  panah_block_add_heading (body, 2, PANAH_ALIGN_CENTER, dari);
  panah_block_add_heading (body, 3, PANAH_ALIGN_CENTER, chinese);
  panah_block_add_heading (body, 1, PANAH_ALIGN_START, uyghur);
  panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_JUSTIFY, dari);
  panah_block_add_item (body, PANAH_MARK_BOX, uyghur);
  panah_block_add_field (body, &spec);
  return document;
}

/* Nothing to read, though something to write on: no font at all. */
static PanahDocument *
new_blanks (void)
{
  PanahDocument *document = new_document ();
  PanahBlock *body = panah_document_get_body (document);
  PanahFieldSpec spec = { .min_lines = 2, .max_lines = 2 };
  PanahText none = own_text ("");

  panah_block_add_heading (body, 1, PANAH_ALIGN_START, none);
  panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_START, none);
  panah_block_add_field (body, &spec);
  panah_block_add_signature (body, 1, &none, &none);
  return document;
}

/* A heading with an answer in it, longer than any string of the file may be. */
static PanahDocument *
new_long_heading (void)
{
  PanahDocument *document = new_document ();
  PanahBlock *body = panah_document_get_body (document);
  g_autofree char *name = repeat_words ("Ахмади Фарид ", 100000);
  g_autofree char *isolated = panah_text_isolate (name, PANAH_ISOLATE_FIRST_STRONG);
  g_autofree char *heading = g_strconcat ("Жалоба: ", isolated, NULL);

  panah_block_add_heading (body, 1, PANAH_ALIGN_CENTER, own_text (heading));
  panah_block_add_heading (body, 2, PANAH_ALIGN_START, own_text ("Две\nстроки"));
  panah_document_set_title (document, heading);
  return document;
}

/* More pages than one leaf of the parent tree has, and a table that goes over all of them. */
static PanahDocument *
new_thousand_pages (void)
{
  PanahDocument *document = new_document ();
  PanahText heads[] = { own_text ("Имя"), own_text ("Дата") };
  PanahText cells[] = { own_text ("Ахмади"), own_text ("2014") };
  PanahBlock *body = panah_document_get_body (document);
  PanahBlock *table = panah_block_add_table (body, 2, (const double[]) { 3, 1 }, heads);
  g_autofree char *lines = repeat_words ("слово\n", 11 * 40 * 1000);

  panah_document_set_footer (document, "Стр. %1 из %2");
  for (guint i = 0; i < 100; i++)
    panah_block_add_row (table, cells);
  panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_START, answer_text (lines, "x"));
  panah_block_add_heading (body, 2, PANAH_ALIGN_START, own_text ("Последняя страница"));
  return document;
}

static const Row rows[] = {
  { "each-kind-of-block", new_sample },
  { "empty", new_document },
  { "blanks", new_blanks },
  { "scripts", new_scripts },
  { "long-heading", new_long_heading },
  { "thousand-pages", new_thousand_pages },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (PanahDocument) document = NULL;

  if (!can_check ())
    return;
  document = row->create ();
  g_autofree char *faults = check_documents ("check_pdf.py", NULL, document, NULL);
  g_assert_cmpstr (faults, ==, "");
}

/* The checker finds each fault that is put into a sound file. */
static void
test_checker (void)
{
  g_autoptr (PanahDocument) document = NULL;

  if (!can_check ())
    return;
  document = new_sample ();
  g_autofree char *unnoticed = check_documents ("break_pdf.py", NULL, document, NULL);
  g_assert_cmpstr (unnoticed, ==, "");
}

/* Words that would be something else if they stood in the file as they are. */
static const char *const hostile[] = {
  ") Tj ET Q endstream endobj",
  "endstream\nendobj\n7 0 obj\n<< /JS (x) >>",
  "%PDF-1.7 %%EOF",
  "<< /JS (x) /S /JavaScript >>",
  ">> /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> <<",
  "] TJ ET EMC /Artifact BMC BT [",
  "> ] TJ <FEFF0041>",
  "trailer << /Root 9 0 R /Encrypt 9 0 R >> startxref 0",
  "\\ \\\\ \\) ( ((( )",
  "</rdf:li> <!-- & ]]> <?xpacket end=\"w\"?> &lt; &#0;",
  "%n%s%1$s%x%%{applicant.name}",
  "/Lang (xx) /ActualText <FEFF>",
  "\xFE\xFF\x80 \xED\xA0\x80 \x01\x1B\x7F",
};

/* The words at every place of a paper. */
static PanahDocument *
new_with_words (const char *words)
{
  PanahDocument *document = panah_document_new ("x", "ru");
  PanahBlock *body = panah_document_get_body (document);
  PanahText text = own_text (words), answer = answer_text (words, "x");
  PanahText heads[] = { text, text }, cells[] = { answer, text };
  PanahFieldSpec spec = { .number = "1.", .label = text, .caption = text, .value = answer, .min_lines = 1, .max_lines = 1 };

  panah_document_set_title (document, words);
  panah_document_set_footer (document, words);
  panah_block_add_heading (body, 1, PANAH_ALIGN_START, text);
  panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_JUSTIFY, text);
  panah_block_add_field (body, &spec);
  panah_block_add_item (body, PANAH_MARK_BOX_TICKED, text);
  panah_block_add_row (panah_block_add_table (body, 2, (const double[]) { 1, 1 }, heads), cells);
  panah_block_add_signature (body, 2, heads, cells);
  return document;
}

/* The same lines and words, of one letter. */
static char *
make_harmless (const char *words)
{
  char *copy = g_strdup (words);

  for (char *p = copy; *p != '\0'; p++)
    if (*p != ' ' && *p != '\n')
      *p = 'x';
  return copy;
}

static void
test_hostile (gconstpointer data)
{
  g_autofree char *words = panah_text_clean (data, -1, NULL);
  g_autofree char *others = make_harmless (words);
  g_autoptr (PanahDocument) document = NULL, harmless = NULL;

  if (!can_check ())
    return;
  document = new_with_words (words);
  harmless = new_with_words (others);
  g_autofree char *faults = check_documents ("check_pdf.py", "--same", document, harmless);
  g_assert_cmpstr (faults, ==, "");
}

static PanahRendering *
render (PanahPack         *pack,
        JsonObject        *test,
        const char *const *documents,
        const char *const *languages)
{
  JsonObject *facts = json_object_get_object_member (test, "facts");
  const char *journey = json_object_get_string_member_with_default (test, "journey", NULL);
  gint64 now = read_moment (json_object_get_string_member (test, "on"));
  g_autoptr (PanahCase) a_case = make_case (pack, facts, journey, "ru");
  g_autoptr (PanahPlan) plan = panah_plan_new (pack, a_case->facts, now);
  g_autoptr (GError) error = NULL;
  PanahRendering *rendering = panah_render (plan, a_case, documents, languages, &error);

  g_assert_no_error (error);
  return rendering;
}

static void
check_rendering (const PanahRendering *rendering)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rendering->documents->len; i++)
    g_ptr_array_add (files, write_pdf (((const PanahRendered *) rendering->documents->pdata[i])->pdf));
  g_autofree char *faults = run_checker ("check_pdf.py", NULL, files);
  g_assert_cmpstr (faults, ==, "");
}

static void
test_paper (gconstpointer data)
{
  const Paper *paper = data;
  const char *const documents[] = { paper->document->rule.id, NULL }, *const languages[] = { paper->language, NULL };

  if (!can_check ())
    return;
  g_autoptr (PanahRendering) rendering = render (paper->pack, json_node_get_object (paper->test), documents, languages);
  check_rendering (rendering);
}

/* What somebody said is in a language of which nobody knows the code: the tag must not come from there. */
static void
test_said_in (gconstpointer data)
{
  const char *language = data;
  g_autofree char *json =
    g_strdup_printf ("{\"on\":\"2026-11-24\",\"journey\":\"apply\",\"facts\":{\"reasons.text\":"
                     "{\"said\":\"Mazori Sharif\",\"language\":\"%s\"}}}", language);
  g_autoptr (JsonNode) test = json_from_string (json, NULL);
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (PanahPack) pack = panah_pack_load (PANAH_TEST_PACKS "/kz", problems, NULL);

  if (!can_check ())
    return;
  g_autoptr (PanahRendering) rendering = render (pack, json_node_get_object (test), NULL, NULL);
  g_assert_nonnull (find_document (rendering, "annex"));
  check_rendering (rendering);
}

static void
paper_free (gpointer data)
{
  Paper *self = data;

  panah_pack_unref (self->pack);
  json_node_unref (self->test);
  g_free (self);
}

/* Whether the case is about that paper: it is among those that the case expects. */
static gboolean
is_about (JsonObject              *test,
          const PanahDocumentSpec *document)
{
  JsonObject *expect = json_object_get_object_member (test, "expect");
  JsonArray *documents =
    json_object_has_member (expect, "documents") ? json_object_get_array_member (expect, "documents") : NULL;

  for (guint i = 0; documents != NULL && i < json_array_get_length (documents); i++)
    {
      if (strcmp (json_array_get_string_element (documents, i), document->rule.id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The case that says most about a paper. */
static JsonNode *
find_fullest (const GPtrArray         *cases,
              const PanahDocumentSpec *document)
{
  JsonNode *fullest = ((const PanahPackCase *) cases->pdata[0])->node;
  guint most = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      JsonNode *node = ((const PanahPackCase *) cases->pdata[i])->node;
      JsonObject *test = json_node_get_object (node);
      guint n_facts = json_object_get_size (json_object_get_object_member (test, "facts"));
      if (n_facts > most && is_about (test, document))
        {
          most = n_facts;
          fullest = node;
        }
    }
  return fullest;
}

static void
add_paper (PanahPack               *pack,
           const GPtrArray         *cases,
           const PanahDocumentSpec *document,
           const char              *language)
{
  Paper *paper = g_new (Paper, 1);
  g_autofree char *path =
    g_strdup_printf ("/paper/archive/%s/%s.%s", panah_pack_get_id (pack), document->rule.id, language);

  *paper = (Paper) { panah_pack_ref (pack), document, language, json_node_ref (find_fullest (cases, document)) };
  g_test_add_data_func_full (path, paper, test_paper, paper_free);
}

/* Each paper of a pack, one in one language and the next in another; what its reader keeps also in two at once. */
static void
add_papers (const char *directory)
{
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
  g_autoptr (PanahPack) pack = panah_pack_load (directory, problems, NULL);
  g_autoptr (GPtrArray) cases = panah_pack_list_cases (pack, problems);
  guint n;
  const PanahDocumentSpec *const *documents = panah_pack_get_documents (pack, &n);

  for (guint i = 0; i < n; i++)
    {
      add_paper (pack, cases, documents[i], documents[i]->languages[i % g_strv_length ((char **) documents[i]->languages)]);
      if (documents[i]->for_user)
        add_paper (pack, cases, documents[i], i % 2 == 0 ? "fa-AF" : "ug");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/archive/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/paper/archive/checker", test_checker);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paper/archive/hostile/%u", i);
      g_test_add_data_func (path, hostile[i], test_hostile);
    }
  g_test_add_data_func ("/paper/archive/said-in/known", "uz", test_said_in);
  g_test_add_data_func ("/paper/archive/said-in/words", "фарси", test_said_in);
  g_test_add_data_func ("/paper/archive/said-in/hostile", "uz) /JS (x", test_said_in);
  add_papers (PANAH_TEST_PACKS "/kz");
  add_papers (PANAH_TEST_PACKS "/kg");
  return g_test_run ();
}
