/* odt-support.c - looking into OpenDocument texts, and what a document says in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "odt-support.h"

#include <string.h>

#include "paper-support.h"
#include "paper/document-private.h"
#include "paper/odt.h"

OdtFile *
odt_file_new (PanahDocument *document)
{
  OdtFile *self = g_new0 (OdtFile, 1);
  g_autoptr (GError) error = NULL;

  self->bytes = panah_document_to_odt (document, &error);
  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("panah-odt-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "paper.odt", NULL);
  g_file_set_contents (self->path, g_bytes_get_data (self->bytes, NULL), g_bytes_get_size (self->bytes), &error);
  g_assert_no_error (error);
  return self;
}

void
odt_file_free (OdtFile *self)
{
  g_free (run_program ((const char *const[]) { "rm", "-r", self->folder, NULL }));
  g_bytes_unref (self->bytes);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

char *
odt_file_read (const OdtFile *self,
               const char    *part)
{
  return run_program ((const char *const[]) { "unzip", "-p", self->path, part, NULL });
}

static void
start_cb (GMarkupParseContext *context,
          const char          *element,
          const char         **names,
          const char         **values,
          gpointer             data,
          GError             **error)
{
  if (g_str_equal (element, "text:s") || g_str_equal (element, "text:tab") || g_str_equal (element, "text:line-break"))
    g_string_append_c (data, ' ');
}

static void
end_cb (GMarkupParseContext *context,
        const char          *element,
        gpointer             data,
        GError             **error)
{
  if (g_str_equal (element, "text:p") || g_str_equal (element, "text:h"))
    g_string_append_c (data, '\n');
}

/* Only what stands in a paragraph is text. */
static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             data,
         GError             **error)
{
  for (const GSList *l = g_markup_parse_context_get_element_stack (context); l != NULL; l = l->next)
    {
      if (g_str_equal (l->data, "text:p") || g_str_equal (l->data, "text:h"))
        {
          g_string_append_len (data, text, length);
          return;
        }
    }
}

/* What stands in the paragraphs of a content.xml, a line each; it must be well-formed. */
char *
read_xml_words (const char *xml)
{
  const GMarkupParser parser = { .start_element = start_cb, .end_element = end_cb, .text = text_cb };
  GString *words = g_string_new (NULL);
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, words, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  return g_string_free (words, FALSE);
}

static void
add_words (GString    *words,
           const char *string)
{
  g_string_append_printf (words, "%s\n", string != NULL ? string : "");
}

static void
add_texts (GString         *words,
           const PanahText *texts,
           guint            n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    add_words (words, texts[i].string);
}

static void
add_block_words (GString          *words,
                 const PanahBlock *block,
                 const char       *bullet)
{
  const char *const marks[] = {
    [PANAH_MARK_BULLET] = bullet, [PANAH_MARK_BOX] = "[ ]", [PANAH_MARK_BOX_TICKED] = "[x]"
  };

  if (block->kind == PANAH_BLOCK_ITEM)
    add_words (words, marks[block->mark]);
  add_words (words, block->text.string);
  add_words (words, block->field.number);
  add_words (words, block->field.label.string);
  add_words (words, block->field.value.string);
  add_words (words, block->field.caption.string);
  if (block->values != NULL)
    add_texts (words, block->values, block->n_columns);
  if (block->heads != NULL)
    add_texts (words, block->heads, block->n_columns);
  for (guint i = 0; block->rows != NULL && i < block->rows->len; i++)
    add_texts (words, block->rows->pdata[i], block->n_columns);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    add_block_words (words, block->children->pdata[i], bullet);
}

/* All that a document says, whole, in reading order. */
char *
read_tree_words (PanahDocument *document,
                 const char    *bullet)
{
  GString *words = g_string_new (NULL);

  add_block_words (words, panah_document_get_body (document), bullet);
  return g_string_free (words, FALSE);
}

/* How lines are broken makes no difference. */
char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_isspace (c) && c != 0xFEFF)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}
