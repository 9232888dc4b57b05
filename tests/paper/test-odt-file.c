/* test-odt-file.c - OpenDocument texts as other programs see them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "odt-support.h"
#include "paper-support.h"

#include "core/date.h"
#include "core/json-scan.h"
#include "paper/error.h"
#include "paper/odt-zip.h"
#include "paper/odt.h"

#include <string.h>

#define MIME_TYPE "application/vnd.oasis.opendocument.text"

static PanahPack *pack;

static GBytes *
make_odt (PanahDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *odt = panah_document_to_odt (document, &error);

  g_assert_no_error (error);
  return odt;
}

/* Two trees of the same words, not one tree twice */
static void
test_same_bytes (void)
{
  g_autoptr (PanahDocument) one = new_sample (), two = new_sample ();
  g_autoptr (GBytes) first = make_odt (one), again = make_odt (one), second = make_odt (two);

  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first), g_bytes_get_data (again, NULL),
                   g_bytes_get_size (again));
  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first), g_bytes_get_data (second, NULL),
                   g_bytes_get_size (second));
}

/* The head of the first part, byte for byte: stored, no flags, nothing extra, the first day that there is */
static void
test_mimetype (void)
{
  static const guint8 head[] = {
    'P', 'K', 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0x5E, 0xC6, 0x32, 0x0C, 39, 0, 0, 0, 39, 0, 0, 0, 8, 0, 0, 0,
  };
  const char *name = "mimetype" MIME_TYPE;
  g_autoptr (PanahDocument) document = new_sample ();
  g_autoptr (GBytes) odt = make_odt (document);
  const guint8 *data = g_bytes_get_data (odt, NULL);

  g_assert_cmpuint (g_bytes_get_size (odt), >, sizeof head + strlen (name) + 4);
  g_assert_cmpmem (data, sizeof head, head, sizeof head);
  g_assert_cmpmem (data + sizeof head, strlen (name), name, strlen (name));
  g_assert_cmpmem (data + sizeof head + strlen (name), 4, "PK\3\4", 4);
}

static void
test_unzip (void)
{
  g_autoptr (PanahDocument) document = new_sample ();
  g_autoptr (OdtFile) file = odt_file_new (document);
  g_autofree char *tested = NULL, *listed = NULL, *names = NULL, *mime_type = NULL;

  if (!has_program ("unzip") || !has_program ("zipinfo"))
    {
      g_test_skip ("unzip is not installed");
      return;
    }
  tested = run_program ((const char *const[]) { "unzip", "-tq", file->path, NULL });
  names = run_program ((const char *const[]) { "zipinfo", "-1", file->path, NULL });
  listed = run_program ((const char *const[]) { "zipinfo", "-sT", file->path, NULL });
  mime_type = odt_file_read (file, "mimetype");
  g_assert_true (g_str_has_prefix (tested, "No errors detected"));
  g_assert_cmpstr (names, ==, "mimetype\nMETA-INF/manifest.xml\ncontent.xml\nstyles.xml\nmeta.xml\n");
  g_assert_cmpstr (mime_type, ==, MIME_TYPE);
  g_auto (GStrv) days = g_strsplit (listed, " 19800101.000000 ", -1);
  g_assert_cmpuint (g_strv_length (days), ==, 6);
}

static void
test_xmllint (gconstpointer data)
{
  const char *part = data;
  g_autoptr (PanahDocument) document = new_sample ();
  g_autoptr (OdtFile) file = odt_file_new (document);

  if (!has_program ("unzip") || !has_program ("xmllint"))
    {
      g_test_skip ("unzip or xmllint is not installed");
      return;
    }
  g_free (run_program ((const char *const[]) { "unzip", "-q", file->path, "-d", file->folder, NULL }));
  g_autofree char *path = g_build_filename (file->folder, part, NULL);
  g_free (run_program ((const char *const[]) { "xmllint", "--noout", path, NULL }));
}

/* Parts that cannot be packed are told of, and no half of an archive comes out. */
static void
test_zip_error (void)
{
  g_autoptr (PanahOdtZip) zip = panah_odt_zip_new ();
  g_autofree char *name = g_strnfill (70000, 'n');
  g_autoptr (GError) error = NULL;

  panah_odt_zip_add (zip, "a", "a", TRUE);
  panah_odt_zip_add (zip, name, "b", TRUE);
  panah_odt_zip_add (zip, "c", "c", TRUE);
  g_assert_null (panah_odt_zip_finish (zip, &error));
  g_assert_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_ODT);
}

static void
test_zip_left (void)
{
  g_autoptr (PanahOdtZip) zip = panah_odt_zip_new ();

  panah_odt_zip_add (zip, "a", "a", TRUE);
}

static PanahRendering *
render (const char *path)
{
  static const char *const documents[] = {
    "application", "cover-letter", "complaint", "court-claim", "court-appeal", "power-of-attorney", "motion-interpreter",
    "my-plan", NULL
  };
  static const char *const languages[] = { "ru", "kk", NULL };
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now;

  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (JsonNode) root = panah_json_parse (json, strlen (json), &error);
  g_assert_no_error (error);
  g_autoptr (PanahCase) a_case = panah_case_new_from_json (root, pack, &error);
  g_assert_no_error (error);
  g_assert_true (panah_moment_parse ("2026-11-24T10:00", &now));
  g_autoptr (PanahPlan) plan = panah_plan_new (pack, a_case->facts, now);
  PanahRendering *rendering = panah_render (plan, a_case, documents, languages, &error);
  g_assert_no_error (error);
  g_assert_true (panah_rendering_add_odts (rendering, &error));
  g_assert_no_error (error);
  return rendering;
}

/* Which papers have one, and that every word of each is in it: what goes on elsewhere on the form, too */
static void
test_rendering (void)
{
  g_autoptr (PanahRendering) rendering = render (PANAH_TEST_SAMPLE);
  guint n = 0;

  if (!has_program ("unzip"))
    {
      g_test_skip ("unzip is not installed");
      return;
    }
  for (guint i = 0; i < rendering->documents->len; i++)
    {
      const PanahRendered *rendered = rendering->documents->pdata[i];
      g_autofree char *name = g_strdup_printf ("%s.%s.odt", rendered->id, rendered->language);
      if (g_str_equal (rendered->id, "my-plan"))
        {
          g_assert_null (rendered->odt);
          g_assert_null (rendered->odt_file);
          continue;
        }
      g_assert_cmpstr (rendered->odt_file, ==, name);
      g_autoptr (OdtFile) file = odt_file_new (rendered->document);
      g_assert_true (g_bytes_equal (file->bytes, rendered->odt));
      g_autofree char *xml = odt_file_read (file, "content.xml"), *written = read_xml_words (xml);
      g_autofree char *said = read_tree_words (rendered->document, ""), *in = squeeze (said), *out = squeeze (written);
      g_test_message ("%s", name);
      g_assert_cmpstr (out, ==, in);
      n++;
    }
  g_assert_cmpuint (n, >=, 15);
}

static void
save (GBytes     *bytes,
      const char *folder,
      const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static void
convert_to_text (const char      *folder,
                 const GPtrArray *names)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  const char *const options[] = { "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder };

  g_ptr_array_add (argv, g_strdup ("soffice"));
  g_ptr_array_add (argv, g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder));
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_ptr_array_add (argv, g_strdup (options[i]));
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (argv, g_build_filename (folder, names->pdata[i], NULL));
  g_ptr_array_add (argv, NULL);
  g_free (run_program ((const char *const *) argv->pdata));
}

/* A word processor opens them, and writes every word out again, in order. */
static void
test_libreoffice (void)
{
  g_autoptr (PanahRendering) rendering = render (PANAH_TEST_SAMPLE);
  g_autoptr (PanahDocument) sample = new_sample ();
  g_autoptr (OdtFile) file = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new (), documents = g_ptr_array_new ();

  if (!has_program ("soffice"))
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }
  file = odt_file_new (sample);
  g_ptr_array_add (names, (gpointer) "paper.odt");
  g_ptr_array_add (documents, sample);
  for (guint i = 0; i < rendering->documents->len; i++)
    {
      const PanahRendered *rendered = rendering->documents->pdata[i];
      if (rendered->odt == NULL)
        continue;
      save (rendered->odt, file->folder, rendered->odt_file);
      g_ptr_array_add (names, rendered->odt_file);
      g_ptr_array_add (documents, rendered->document);
    }
  convert_to_text (file->folder, names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *stem = g_strndup (names->pdata[i], strlen (names->pdata[i]) - strlen (".odt"));
      g_autofree char *path = g_strdup_printf ("%s/%s.txt", file->folder, stem), *text = NULL;
      g_autofree char *said = read_tree_words (documents->pdata[i], "•"), *in = squeeze (said);
      g_test_message ("%s", path);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_autofree char *out = squeeze (text);
      g_assert_cmpstr (out, ==, in);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const char *const parts[] = { "META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml" };
  g_autoptr (GPtrArray) problems = panah_pack_problems_new ();

  g_test_init (&argc, &argv, NULL);
  pack = panah_pack_load (PANAH_TEST_PACK, problems, NULL);
  g_assert_nonnull (pack);

  g_test_add_func ("/paper/odt-file/same-bytes", test_same_bytes);
  g_test_add_func ("/paper/odt-file/mimetype", test_mimetype);
  g_test_add_func ("/paper/odt-file/unzip", test_unzip);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/odt-file/xmllint/", parts[i], NULL);
      g_test_add_data_func (path, parts[i], test_xmllint);
    }
  g_test_add_func ("/paper/odt-file/zip-error", test_zip_error);
  g_test_add_func ("/paper/odt-file/zip-left", test_zip_left);
  g_test_add_func ("/paper/odt-file/rendering", test_rendering);
  g_test_add_func ("/paper/odt-file/libreoffice", test_libreoffice);

  int result = g_test_run ();
  panah_pack_unref (pack);
  return result;
}
