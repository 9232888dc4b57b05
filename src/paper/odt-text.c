/* odt-text.c - paragraphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/odt-private.h"

static void
append_place (PanahOdt       *self,
              GString        *xml,
              const PanahBox *box,
              PanahOdtLook    look,
              gboolean        rtl)
{
  /* “left” is where the paragraph's own writing begins */
  double left = box->hang + (rtl == self->rtl ? box->x : 0);

  if (left != 0)
    panah_odt_append_points (xml, "fo:margin-left", left);
  if (rtl != self->rtl && box->x != 0)
    panah_odt_append_points (xml, "fo:margin-right", box->x);
  if (box->hang != 0)
    panah_odt_append_points (xml, "fo:text-indent", self->hanging ? -box->hang : 0);
  if (self->space != 0)
    panah_odt_append_points (xml, "fo:margin-top", MAX (panah_odt_look_get_before (look) + self->space, 0));
}

/* What this paragraph has besides its look; nothing if it has nothing. */
static char *
describe (PanahOdt       *self,
          const PanahBox *box,
          PanahOdtLook    look,
          PanahAlign      align,
          gboolean        rtl,
          const char     *language)
{
  g_autoptr (GString) place = g_string_new (NULL);
  GString *xml = g_string_new (NULL);
  const char *side = panah_odt_align_to_string (align, rtl);
  const char *usual = panah_odt_align_to_string (panah_odt_look_get_align (look), self->rtl);

  append_place (self, place, box, look, rtl);
  if (!g_str_equal (side, usual))
    g_string_append_printf (place, " fo:text-align=\"%s\"", side);
  if (rtl != self->rtl)
    g_string_append_printf (place, " style:writing-mode=\"%s\"", rtl ? "rl-tb" : "lr-tb");
  if (self->keep)
    g_string_append (place, " fo:keep-with-next=\"always\"");
  if (place->len > 0)
    g_string_append_printf (xml, "<style:paragraph-properties%s/>", place->str);
  if (!g_str_equal (language, self->language))
    {
      g_string_append (xml, "<style:text-properties");
      panah_odt_append_language (xml, language);
      g_string_append (xml, "/>");
    }
  return g_string_free (xml, FALSE);
}

/* The text stands `hang` inside @box, from where its writing begins. */
void
panah_odt_begin_paragraph (PanahOdt       *self,
                           const PanahBox *box,
                           PanahOdtLook    look,
                           PanahAlign      align,
                           gboolean        rtl,
                           const char     *language)
{
  g_autofree char *own = describe (self, box, look, align, rtl, language);
  const char *name = panah_odt_look_get_name (look);

  if (*own != '\0')
    name = panah_odt_get_style (self, "paragraph", name, own);
  self->heading = look >= PANAH_ODT_HEADING_1 && look <= PANAH_ODT_HEADING_3;
  if (self->heading)
    g_string_append_printf (self->body, "<text:h text:style-name=\"%s\" text:outline-level=\"%u\">", name,
                            look - PANAH_ODT_HEADING_1 + 1);
  else
    g_string_append_printf (self->body, "<text:p text:style-name=\"%s\">", name);
  self->spoken = language;
  self->hanging = FALSE;
  self->space = 0;
  self->after_table = FALSE;
}

void
panah_odt_end_paragraph (PanahOdt *self)
{
  g_string_append (self->body, self->heading ? "</text:h>\n" : "</text:p>\n");
}

/* Words inside a paragraph. Of several spaces XML keeps one, and none at an end: the others have an element each. */
void
panah_odt_append_text (GString    *xml,
                       const char *text)
{
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        g_string_append (xml, "<text:line-break/>");
      else if (c == '\t')
        g_string_append (xml, "<text:tab/>");
      else if (c == ' ' && (!inside || p[1] == '\0'))
        g_string_append (xml, "<text:s/>");
      else
        panah_odt_append_char (xml, c);
      inside = c != ' ' && c != '\n' && c != '\t';
    }
}

/* Words of the person inside a paragraph of the form. */
void
panah_odt_add_answer (PanahOdt   *self,
                      const char *text,
                      const char *language)
{
  const char *name = "Answer";

  if (!g_str_equal (language, self->spoken))
    {
      g_autoptr (GString) own = g_string_new ("<style:text-properties");
      panah_odt_append_language (own, language);
      g_string_append (own, "/>");
      name = panah_odt_get_style (self, "text", "Answer", own->str);
    }
  g_string_append_printf (self->body, "<text:span text:style-name=\"%s\">", name);
  panah_odt_append_text (self->body, text);
  g_string_append (self->body, "</text:span>");
}

/* After a table at the end of a cell or of everything, a word processor puts a line of its own height. */
void
panah_odt_close_up (PanahOdt *self)
{
  const PanahBox box = { 0 };

  if (!self->after_table)
    return;
  panah_odt_begin_paragraph (self, &box, PANAH_ODT_AFTER_TABLE, PANAH_ALIGN_START, self->rtl, self->language);
  panah_odt_end_paragraph (self);
}

static void
add_blank (PanahOdt       *self,
           const PanahBox *box,
           const char     *language)
{
  panah_odt_begin_paragraph (self, box, PANAH_ODT_FIELD, PANAH_ALIGN_START, self->rtl, language);
  panah_odt_end_paragraph (self);
}

/* Running text: each line that the writer began is a paragraph. Where a line was left empty there is space between two,
 * else there is none. Of a heading they are lines, as it is one entry among the headings. No words: a line to write
 * on. */
void
panah_odt_add_text (PanahOdt        *self,
                    const PanahBox  *box,
                    PanahOdtLook     look,
                    PanahAlign       align,
                    const PanahText *text)
{
  gboolean whole = look >= PANAH_ODT_HEADING_1 && look <= PANAH_ODT_HEADING_3;

  if (panah_text_is_blank (text))
    {
      add_blank (self, box, text->language);
      return;
    }

  gboolean rtl = panah_text_is_rtl (text->string, text->language);
  g_auto (GStrv) lines = g_strsplit (text->string, "\n", whole ? 1 : -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0 && *lines[i] == '\0')
        continue;
      if (i > 0 && *lines[i - 1] != '\0')
        self->space = -panah_odt_look_get_before (look);
      panah_odt_begin_paragraph (self, box, look, align, rtl, text->language);
      panah_odt_append_text (self->body, lines[i]);
      panah_odt_end_paragraph (self);
    }
}
