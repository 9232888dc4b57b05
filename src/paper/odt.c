/* odt.c - the parts of an OpenDocument text, and their packing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/odt.h"

#include "paper/odt-private.h"
#include "paper/odt-zip.h"

#define MIME_TYPE "application/vnd.oasis.opendocument.text"
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define URN "urn:oasis:names:tc:opendocument:xmlns:"
#define NAMESPACES \
  " xmlns:office=\"" URN "office:1.0\" xmlns:style=\"" URN "style:1.0\" xmlns:text=\"" URN "text:1.0\"" \
  " xmlns:table=\"" URN "table:1.0\" xmlns:fo=\"" URN "xsl-fo-compatible:1.0\"" \
  " xmlns:svg=\"" URN "svg-compatible:1.0\" office:version=\"1.2\""

/* Room for two lines of footer under the body, as on the PDF. */
#define FOOTER_SPACE 6.0
#define FOOTER_HEIGHT 30.0

static const char manifest[] =
  XML "<manifest:manifest xmlns:manifest=\"" URN "manifest:1.0\" manifest:version=\"1.2\">\n"
  "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" manifest:media-type=\"" MIME_TYPE "\"/>\n"
  "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\n"
  "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\n"
  "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>\n"
  "</manifest:manifest>\n";

/* By name: whoever has not got them sees the like. The PDF is what has to look the same everywhere. */
static const char fonts[] =
  "<office:font-face-decls>\n"
  "<style:font-face style:name=\"Noto Sans\" svg:font-family=\"'Noto Sans'\" style:font-family-generic=\"swiss\"/>\n"
  "<style:font-face style:name=\"Noto Naskh Arabic\" svg:font-family=\"'Noto Naskh Arabic'\"/>\n"
  "<style:font-face style:name=\"Droid Sans Fallback\" svg:font-family=\"'Droid Sans Fallback'\"/>\n"
  "</office:font-face-decls>\n";

#define MARK_HANG " fo:margin-left=\"20pt\" fo:text-indent=\"-20pt\""

static const char lists[] =
  "<text:list-style style:name=\"Bullets\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\">"
  "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
  "<style:list-level-label-alignment text:label-followed-by=\"listtab\"" MARK_HANG "/>"
  "</style:list-level-properties></text:list-level-style-bullet></text:list-style>\n"
  "<text:list-style style:name=\"Boxes\"><text:list-level-style-number text:level=\"1\" style:num-format=\"\">"
  "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
  "<style:list-level-label-alignment text:label-followed-by=\"nothing\"" MARK_HANG "/>"
  "</style:list-level-properties></text:list-level-style-number></text:list-style>\n";

static void
append_defaults (const PanahOdt *self,
                 GString        *xml)
{
  g_string_append_printf (xml,
                          "<style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:orphans=\"2\""
                          " fo:widows=\"2\" fo:text-align=\"%s\" style:writing-mode=\"%s\"/>"
                          "<style:text-properties style:font-name=\"Noto Sans\""
                          " style:font-name-asian=\"Droid Sans Fallback\""
                          " style:font-name-complex=\"Noto Naskh Arabic\" fo:hyphenate=\"false\"",
                          panah_odt_align_to_string (PANAH_ALIGN_START, self->rtl), self->rtl ? "rl-tb" : "lr-tb");
  panah_odt_append_points (xml, "fo:font-size", PANAH_SIZE_BODY);
  panah_odt_append_points (xml, "style:font-size-asian", PANAH_SIZE_BODY);
  panah_odt_append_points (xml, "style:font-size-complex", PANAH_SIZE_BODY);
  panah_odt_append_language (xml, self->language);
  g_string_append (xml, "/></style:default-style>\n<style:default-style style:family=\"table\">"
                        "<style:table-properties table:border-model=\"collapsing\"/></style:default-style>\n");
}

static void
append_page (const PanahOdt *self,
             GString        *xml)
{
  g_string_append (xml, "<style:page-layout style:name=\"A4\">"
                        "<style:page-layout-properties style:print-orientation=\"portrait\"");
  panah_odt_append_points (xml, "fo:page-width", PANAH_PAGE_WIDTH);
  panah_odt_append_points (xml, "fo:page-height", PANAH_PAGE_HEIGHT);
  panah_odt_append_points (xml, "fo:margin-left", PANAH_MARGIN_LEFT);
  panah_odt_append_points (xml, "fo:margin-right", PANAH_MARGIN_RIGHT);
  panah_odt_append_points (xml, "fo:margin-top", PANAH_MARGIN_TOP);
  panah_odt_append_points (xml, "fo:margin-bottom", PANAH_MARGIN_BOTTOM - FOOTER_HEIGHT);
  g_string_append_printf (xml, " style:writing-mode=\"%s\"/><style:footer-style><style:header-footer-properties",
                          self->rtl ? "rl-tb" : "lr-tb");
  panah_odt_append_points (xml, "fo:min-height", FOOTER_HEIGHT);
  panah_odt_append_points (xml, "fo:margin-top", FOOTER_SPACE);
  g_string_append (xml, "/></style:footer-style></style:page-layout>\n");
}

/* The footer as the document has it, its %1 and %2 as fields that count. */
static void
append_footer (GString    *xml,
               const char *words)
{
  g_string_append (xml, "<style:footer><text:p text:style-name=\"Footer\">");
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (p[0] == '%' && p[1] == '1')
        g_string_append (xml, "<text:page-number text:select-page=\"current\">1</text:page-number>");
      else if (p[0] == '%' && p[1] == '2')
        g_string_append (xml, "<text:page-count>1</text:page-count>");
      else
        panah_odt_append_char (xml, g_utf8_get_char (p));
      if (p[0] == '%' && (p[1] == '1' || p[1] == '2' || p[1] == '%'))
        p++;
    }
  g_string_append (xml, "</text:p></style:footer>");
}

static char *
make_styles (const PanahOdt      *self,
             const PanahDocument *document)
{
  GString *xml = g_string_new (XML "<office:document-styles" NAMESPACES ">\n");
  const char *footer = panah_document_get_footer (document);

  g_string_append (xml, fonts);
  g_string_append (xml, "<office:styles>\n");
  append_defaults (self, xml);
  panah_odt_append_looks (xml, self->rtl);
  g_string_append (xml, "<style:style style:name=\"Answer\" style:family=\"text\"/>\n");
  g_string_append (xml, lists);
  g_string_append (xml, "</office:styles>\n<office:automatic-styles>\n");
  append_page (self, xml);
  g_string_append (xml, "</office:automatic-styles>\n<office:master-styles>\n"
                        "<style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\">");
  if (footer != NULL && *footer != '\0')
    append_footer (xml, footer);
  g_string_append (xml, "</style:master-page>\n</office:master-styles>\n</office:document-styles>\n");
  return g_string_free (xml, FALSE);
}

static char *
make_content (const PanahOdt *self)
{
  return g_strconcat (XML "<office:document-content" NAMESPACES ">\n", fonts, "<office:automatic-styles>\n",
                      self->styles->str, "</office:automatic-styles>\n<office:body>\n<office:text>\n", self->body->str,
                      "</office:text>\n</office:body>\n</office:document-content>\n", NULL);
}

/* What it is called and in which language it is; not who wrote it and when. */
static char *
make_meta (const PanahDocument *document)
{
  GString *xml = g_string_new (XML "<office:document-meta xmlns:office=\"" URN "office:1.0\""
                               " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\">\n"
                               "<office:meta><dc:title>");

  panah_odt_append_escaped (xml, panah_document_get_title (document));
  g_string_append (xml, "</dc:title><dc:language>");
  panah_odt_append_escaped (xml, panah_document_get_language (document));
  g_string_append (xml, "</dc:language></office:meta>\n</office:document-meta>\n");
  return g_string_free (xml, FALSE);
}

static void
clear (PanahOdt *self)
{
  g_string_free (self->body, TRUE);
  g_string_free (self->styles, TRUE);
  g_hash_table_unref (self->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PanahOdt, clear)

/**
 * panah_document_to_odt:
 * @document: what the paper says
 * @error: return location for %PANAH_PAPER_ERROR_ODT
 *
 * Makes an OpenDocument text of the same tree that a PDF is made from: headings, paragraphs, tables and lists under
 * named styles, every answer whole in its place. The same document gives the same bytes. Needs no fonts and may run in
 * any thread.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
panah_document_to_odt (PanahDocument *document,
                       GError       **error)
{
  g_return_val_if_fail (document != NULL, NULL);

  g_auto (PanahOdt) self = {
    .body = g_string_new (NULL),
    .styles = g_string_new (NULL),
    .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .language = panah_document_get_language (document),
    .rtl = panah_language_is_rtl (panah_document_get_language (document)),
  };
  g_autoptr (PanahOdtZip) zip = panah_odt_zip_new ();

  panah_odt_add_body (&self, panah_document_get_body (document));
  g_autofree char *content = make_content (&self);
  g_autofree char *styles = make_styles (&self, document);
  g_autofree char *meta = make_meta (document);

  /* the first part tells what the file is to whoever looks at its first bytes */
  panah_odt_zip_add (zip, "mimetype", MIME_TYPE, FALSE);
  panah_odt_zip_add (zip, "META-INF/manifest.xml", manifest, TRUE);
  panah_odt_zip_add (zip, "content.xml", content, TRUE);
  panah_odt_zip_add (zip, "styles.xml", styles, TRUE);
  panah_odt_zip_add (zip, "meta.xml", meta, TRUE);
  return panah_odt_zip_finish (zip, error);
}
