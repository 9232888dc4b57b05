/* pdf-metadata.c - title and language, for viewers and archives
 *
 * What the packet claims, PDF/A-2 of level A, is what this layer makes and its tests check:
 * tags, embedded fonts that can be read back, a described gray, no encryption, no script, an
 * identifier. PDF/UA is not claimed: whether the reading order makes sense, only people see.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/pdf-metadata.h"

#include <string.h>

#include "paper/text.h"

#define MOST_CHARACTERS 200

static char *
create_xmp (const char *title,
            const char *language,
            const char *producer)
{
  return g_markup_printf_escaped (
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
    "<dc:format>application/pdf</dc:format>"
    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>"
    "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>"
    "<pdf:Producer>%s</pdf:Producer>"
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>",
    title, language, producer);
}

/**
 * panah_pdf_dup_title:
 * @words: UTF-8
 *
 * Makes a title of words that may be long and hold answers: one line, without isolates and
 * without what has no place in XML, and at most 200 characters.
 *
 * Returns: (transfer full): the title
 */
char *
panah_pdf_dup_title (const char *words)
{
  g_autofree char *clean = panah_text_clean (words, -1, NULL);
  gboolean whole = g_utf8_strlen (clean, -1) <= MOST_CHARACTERS;
  g_autofree char *start = whole ? g_strdup (clean) : g_utf8_substring (clean, 0, MOST_CHARACTERS);

  return g_strconcat (g_strdelimit (start, "\n", ' '), whole ? "" : "…", NULL);
}

/**
 * panah_pdf_add_metadata:
 * @document: (transfer none): whose title and language
 *
 * Writes title and language. No name of a person and no date goes into a file's metadata.
 */
void
panah_pdf_add_metadata (PanahPdf            *pdf,
                        const PanahDocument *document)
{
  const char *language = panah_document_get_language (document);
  g_autofree char *title = panah_pdf_dup_title (panah_document_get_title (document));
  g_autofree char *xmp = create_xmp (title, language, panah_pdf_get_producer (pdf));
  PanahPdfDict *catalog = panah_pdf_get_catalog (pdf);
  PanahPdfDict *metadata = panah_pdf_stream_new (pdf, xmp, strlen (xmp), FALSE);
  PanahPdfDict *preferences = panah_pdf_dict_new (pdf, FALSE);

  panah_pdf_dict_set_text (pdf, panah_pdf_get_info (pdf), "Title", title);
  panah_pdf_dict_set_name (pdf, metadata, "Type", "Metadata");
  panah_pdf_dict_set_name (pdf, metadata, "Subtype", "XML");
  panah_pdf_dict_set_dict (pdf, catalog, "Metadata", metadata);
  panah_pdf_dict_set_boolean (pdf, preferences, "DisplayDocTitle", TRUE);
  panah_pdf_dict_set_dict (pdf, catalog, "ViewerPreferences", preferences);
  panah_pdf_dict_set_text (pdf, catalog, "Lang", language);
}
