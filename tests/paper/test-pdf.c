/* test-pdf.c - the file itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "paper-support.h"
#include "paper/cairo-painter.h"
#include "paper/error.h"
#include "paper/pdf-append.h"
#include "paper/pdf-object.h"
#include "paper/text.h"

static const char *program;

static GBytes *
print_document (PanahDocument *document)
{
  g_autoptr (PanahPages) pages = lay_out (document);

  return print_pages (pages);
}

/* Where @words stand in the file; it is binary, so strstr() would stop short. */
static const char *
find_bytes (GBytes     *pdf,
            const char *words)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (pdf, &length);

  for (gsize i = 0; i + strlen (words) <= length; i++)
    if (memcmp (data + i, words, strlen (words)) == 0)
      return data + i;
  return NULL;
}

static gboolean
skip_without (const char *name)
{
  g_autofree char *message = g_strconcat (name, " is not installed", NULL);

  if (has_program (name))
    return FALSE;
  g_test_skip (message);
  return TRUE;
}

/* Runs a program on the PDF, whose path takes the place of "%". */
static char *
inspect (GBytes     *pdf,
         const char *command)
{
  g_autofree char *path = write_pdf (pdf);
  g_auto (GStrv) argv = g_strsplit (command, " ", -1);
  char *output;

  for (guint i = 0; argv[i] != NULL; i++)
    if (g_str_equal (argv[i], "%"))
      {
        g_free (argv[i]);
        argv[i] = g_strdup (path);
      }
  output = run_program ((const char *const *) argv);
  g_remove (path);
  return output;
}

static PanahDocument *
new_hostile (void)
{
  static const char *const answers[] = {
    ") Tj ET Q endstream endobj", "<</S/JavaScript>>", "%PDF-1.7\\(\\)\\", "&lt;x&gt; \"'",
    "а\xCC\x81\xCC\x82\xCC\x83\xCC\x84 e\xCC\xA7\xCC\x81", "fi ffi fl ﬁ", "a\xC2\xAD" "b", "%1 %2",
  };
  PanahDocument *document = panah_document_new ("x", "ru");

  panah_document_set_title (document, "</rdf:li> & \"Ходатайство\" (\\");
  panah_document_set_footer (document, "%1 %2 %3 %");
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      PanahFieldSpec spec = {
        .label = own_text ("Ответ"),
        .value = answer_text (answers[i], "x"),
        .min_lines = 1,
        .max_lines = 1,
      };

      panah_block_add_field (panah_document_get_body (document), &spec);
    }
  return document;
}

typedef struct
{
  const char     *name;
  PanahDocument *(*create) (void);
} Row;

static const Row rows[] = {
  { "sample", new_sample },
  { "empty", new_document },
  { "hostile", new_hostile },
};

static void
test_check (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (PanahDocument) document = row->create ();
  g_autoptr (GBytes) pdf = print_document (document);
  g_autofree char *output = NULL;

  if (skip_without ("qpdf"))
    return;
  output = inspect (pdf, "qpdf --check %");
  g_assert_nonnull (strstr (output, "No syntax or stream encoding errors"));
  g_assert_nonnull (strstr (output, "PDF Version: 1.7"));
  g_assert_null (strstr (output, "WARNING"));
}

static void
test_same_bytes (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (PanahDocument) document = row->create ();
  g_autoptr (PanahDocument) again = row->create ();
  g_autoptr (GBytes) first = print_document (document);
  g_autoptr (GBytes) second = print_document (document);
  g_autoptr (GBytes) third = print_document (again);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_bytes_equal (first, third));
  /* after a while a face is prepared, and subsets are made another way */
  for (guint i = 0; i < 16; i++)
    {
      g_autoptr (GBytes) later = print_document (document);
      g_assert_true (g_bytes_equal (first, later));
    }
}

static char *
hash_sample (void)
{
  g_autoptr (PanahDocument) document = new_sample ();
  g_autoptr (GBytes) pdf = print_document (document);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
}

static void
test_same_bytes_in_other_process (void)
{
  const char *const argv[] = { program, "--hash", NULL };
  g_autofree char *here = hash_sample ();
  g_autofree char *there = run_program (argv);

  g_assert_cmpstr (g_strchomp (there), ==, here);
}

static gpointer
hash_in_thread (gpointer data)
{
  return hash_sample ();
}

/* Each thread has its own font map; they share the checked faces. */
static void
test_same_bytes_in_threads (void)
{
  g_autofree char *here = hash_sample ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("paper", hash_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *there = g_thread_join (threads[i]);

      g_assert_cmpstr (there, ==, here);
    }
}

/* A decimal comma would ruin every number in the file. */
static void
test_same_bytes_in_locale (void)
{
  static const char *const locales[] = { "ru_RU.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8" };
  g_autofree char *here = hash_sample ();
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (locales) && !found; i++)
    found = setlocale (LC_ALL, locales[i]) != NULL;
  if (found)
    {
      g_autofree char *there = hash_sample ();

      g_assert_cmpstr (there, ==, here);
    }
  else
    {
      g_test_skip ("no locale with a decimal comma is installed");
    }
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_other_content_other_identifier (void)
{
  g_autoptr (PanahDocument) document = new_sample ();
  g_autoptr (PanahDocument) other = new_sample ();
  g_autoptr (GBytes) first = print_document (document);
  g_autoptr (GBytes) second = NULL;
  const char *id, *other_id;

  panah_document_set_title (other, "Другое");
  second = print_document (other);
  id = find_bytes (first, "/ID");
  other_id = find_bytes (second, "/ID");
  g_assert_true (id != NULL && other_id != NULL);
  g_assert_cmpint (strncmp (id, other_id, 40), !=, 0);
}

static void
test_words (void)
{
  static const char *const words[] = {
    "Ходатайство", "Босқын мәртебесін беру туралы өтініш", "Прошу признать меня беженцем.",
    "Ахмади Фарид Мохаммад", "Алматы қ., Жібек жолы көшесі, 12-үй", "+7 701 555 12 34",
    "Лейла", "03.09.2014", "фотографии", "копия паспорта", "(подпись)", "24.11.2026", "Бет 1 / 1",
  };
  g_autoptr (PanahDocument) document = new_sample ();
  g_autoptr (GBytes) pdf = print_document (document);
  g_autofree char *output = NULL;

  if (skip_without ("pdftotext"))
    return;
  output = inspect (pdf, "pdftotext -layout % -");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strstr (output, words[i]) == NULL)
        g_test_message ("not found: %s", words[i]);
      g_assert_nonnull (strstr (output, words[i]));
    }
}

static void
test_hostile_words (void)
{
  static const char *const words[] = {
    ") Tj ET Q endstream endobj", "<</S/JavaScript>>", "%PDF-1.7\\(\\)\\", "&lt;x&gt; \"'",
    "%1 %2", "1 1 %3 %",
  };
  g_autoptr (PanahDocument) document = new_hostile ();
  g_autoptr (GBytes) pdf = print_document (document);
  g_autofree char *output = NULL;

  if (skip_without ("pdftotext"))
    return;
  output = inspect (pdf, "pdftotext -layout % -");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (output, words[i]));
}

static void
test_title (void)
{
  g_autoptr (PanahDocument) document = new_hostile ();
  g_autoptr (GBytes) pdf = print_document (document);
  g_autofree char *output = NULL;
  g_autofree char *metadata = NULL;

  if (skip_without ("pdfinfo"))
    return;
  output = inspect (pdf, "pdfinfo -enc UTF-8 %");
  g_assert_nonnull (strstr (output, "</rdf:li> & \"Ходатайство\" (\\"));
  g_assert_nonnull (strstr (output, "Tagged:          yes"));
  g_assert_null (strstr (output, "CreationDate"));
  metadata = inspect (pdf, "pdfinfo -meta %");
  g_assert_nonnull (strstr (metadata, "&lt;/rdf:li&gt; &amp; &quot;Ходатайство&quot; (\\"));
}

/* What a screen reader walks through: roles in reading order, whole words. */
static void
test_structure (void)
{
  static const char *const expected[] = {
    "Document", "P (block)", "H1 (block)", "\"Ходатайство \"", "H2 (block)",
    "\"Прошу признать меня беженцем. \"",
    "P (block)", "Span (inline)", "\"1. Фамилия, имя, отчество \"", "Form", "\"Ахмади Фарид Мохаммад \"",
    "Span (inline)", "\"(заполняется печатными буквами) \"", "Table (block)", "TR", "TH", "\"Имя \"", "TD", "\"Лейла \"", "L (block)", "LI (block)",
    "Lbl (block)", "LBody (block)", "\"фотографии \"", "\"копия паспорта \"",
  };
  g_autoptr (PanahDocument) document = new_sample ();
  g_autoptr (GBytes) pdf = print_document (document);
  g_autofree char *output = NULL;
  const char *p;

  if (skip_without ("pdfinfo"))
    return;
  output = inspect (pdf, "pdfinfo -struct-text %");
  p = output;
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      if (strstr (p, expected[i]) == NULL)
        g_test_message ("not found: %s in %s", expected[i], output);
      p = strstr (p, expected[i]);
      g_assert_nonnull (p);
      p += strlen (expected[i]);
    }
  g_assert_null (strstr (output, "Бет 1"));
}

static void
test_language (void)
{
  g_autoptr (PanahDocument) document = new_sample ();
  g_autoptr (GBytes) pdf = print_document (document);
  g_autofree char *output = NULL;

  if (skip_without ("qpdf"))
    return;
  output = inspect (pdf, "qpdf --json --json-key=qpdf %");
  g_assert_nonnull (strstr (output, "\"/Lang\": \"u:ru\""));
  g_assert_nonnull (strstr (output, "\"/Lang\": \"u:kk\""));
  g_assert_nonnull (strstr (output, "\"/DisplayDocTitle\": true"));
}

/* The first error stays; later calls do nothing, and no half-written file comes out. */
static void
test_error (void)
{
  g_autoptr (PanahPdf) pdf = panah_pdf_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strnfill (200, 'x');
  PanahPdfDict *dict = panah_pdf_dict_new (pdf, TRUE);

  panah_pdf_dict_set_name (pdf, dict, "TooLong", name);
  g_assert_null (panah_pdf_add_page (pdf, 100, 100));
  panah_pdf_page_write (pdf, NULL, "q Q", 3);
  g_assert_null (panah_pdf_finish (pdf, &error));
  g_assert_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_PDF);
}

static void
test_numbers (void)
{
  static const struct { double number; const char *written; } numbers[] = {
    { 0, "0" }, { 1, "1" }, { -1.5, "-1.5" }, { 0.05, "0.05" }, { -0.004, "0" },
    { 595.276, "595.28" }, { 1e9, "32767" }, { -1e300, "-32767" }, { 0.0 / 0.0, "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GString) written = g_string_new (NULL);

      panah_pdf_append_number (written, numbers[i].number);
      g_assert_cmpstr (written->str, ==, numbers[i].written);
    }
}

static void
test_many_pages (void)
{
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (PanahPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *lines = g_strnfill (60000, '\n');
  g_autofree char *output = NULL;

  panah_block_add_paragraph (panah_document_get_body (document), PANAH_TONE_BODY,
                             PANAH_ALIGN_START, answer_text (lines, "x"));
  pages = lay_out (document);
  g_assert_cmpuint (panah_pages_get_n_pages (pages), >, 1000);
  pdf = print_pages (pages);
  if (skip_without ("qpdf"))
    return;
  output = inspect (pdf, "qpdf --check %");
  g_assert_nonnull (strstr (output, "No syntax or stream encoding errors"));
}

static void
test_cairo (void)
{
  g_autoptr (PanahDocument) document = new_sample ();
  g_autoptr (PanahPages) pages = lay_out (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = panah_pages_to_cairo_pdf (pages, &error);
  g_autoptr (GBytes) ours = print_pages (pages);
  g_autofree char *output = NULL;

  g_assert_no_error (error);
  g_test_message ("cairo %" G_GSIZE_FORMAT " bytes, ours %" G_GSIZE_FORMAT,
                  g_bytes_get_size (pdf), g_bytes_get_size (ours));
  if (skip_without ("pdftotext"))
    return;
  output = inspect (pdf, "pdftotext -layout % -");
  g_assert_nonnull (strstr (output, "Ахмади Фарид Мохаммад"));
}

static void
add_rows (const char       *prefix,
          GTestDataFunc     function)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], function);
    }
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  if (argc == 2 && g_str_equal (argv[1], "--hash"))
    {
      g_autofree char *hash = hash_sample ();

      g_print ("%s\n", hash);
      return 0;
    }

  g_test_init (&argc, &argv, NULL);
  add_rows ("/paper/pdf/check/", test_check);
  add_rows ("/paper/pdf/same-bytes/", test_same_bytes);
  g_test_add_func ("/paper/pdf/same-bytes/other-process", test_same_bytes_in_other_process);
  g_test_add_func ("/paper/pdf/same-bytes/threads", test_same_bytes_in_threads);
  g_test_add_func ("/paper/pdf/same-bytes/locale", test_same_bytes_in_locale);
  g_test_add_func ("/paper/pdf/identifier", test_other_content_other_identifier);
  g_test_add_func ("/paper/pdf/words", test_words);
  g_test_add_func ("/paper/pdf/hostile-words", test_hostile_words);
  g_test_add_func ("/paper/pdf/title", test_title);
  g_test_add_func ("/paper/pdf/structure", test_structure);
  g_test_add_func ("/paper/pdf/language", test_language);
  g_test_add_func ("/paper/pdf/error", test_error);
  g_test_add_func ("/paper/pdf/numbers", test_numbers);
  g_test_add_func ("/paper/pdf/many-pages", test_many_pages);
  g_test_add_func ("/paper/pdf/cairo", test_cairo);
  return g_test_run ();
}
