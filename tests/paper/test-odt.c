/* test-odt.c - a document as an OpenDocument text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "odt-support.h"
#include "paper-support.h"

#include <string.h>

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"
#define DARI "شهر مزار شریف"

typedef struct
{
  const char *name;
  const char *language;             /* (nullable): of the document; NULL is Russian */
  void      (*build) (PanahBlock *body);
  const char *has[5];               /* parts of content.xml */
  const char *lacks[3];
} BlockRow;

static PanahText
say (const char *words)
{
  return (PanahText) { .string = words };
}

static void
build_heading (PanahBlock *body)
{
  panah_block_add_heading (body, 1, PANAH_ALIGN_CENTER, say ("Жалоба"));
  panah_block_add_heading (body, 2, PANAH_ALIGN_START, say ("На решение\nв двух строках"));
}

static void
build_paragraphs (PanahBlock *body)
{
  panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_START, say ("первая\nвторая\n\nтретья"));
  panah_block_add_paragraph (body, PANAH_TONE_STRONG, PANAH_ALIGN_START, say ("важно"));
  panah_block_add_paragraph (body, PANAH_TONE_SMALL, PANAH_ALIGN_JUSTIFY, say ("мелко"));
  panah_block_add_paragraph (body, PANAH_TONE_LARGE, PANAH_ALIGN_END, say ("крупно"));
}

static void
build_blank (PanahBlock *body)
{
  panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_START, say (""));
}

static void
build_field (PanahBlock *body)
{
  PanahFieldSpec spec = { .number = "7.", .label = say ("Имя"), .caption = say ("(имя)"), .min_lines = 1 };

  spec.value = answer_text (FSI "Насим" PDI, "person.name");
  panah_block_add_field (body, &spec);
}

static void
build_blank_field (PanahBlock *body)
{
  PanahFieldSpec spec = { .label = say ("Имя"), .min_lines = 1, .blank_lines = 3 };

  panah_block_add_field (body, &spec);
}

static void
build_stacked_field (PanahBlock *body)
{
  PanahFieldSpec spec = { .number = "8.", .label = say ("Почему"), .stacked = TRUE, .min_lines = 2, .free_lines = 1 };

  spec.value = answer_text ("Так.\nИ так.", "why");
  panah_block_add_field (body, &spec);
}

static void
build_long_field (PanahBlock *body)
{
  g_autofree char *story = repeat_words ("Меня преследовали. ", 9000);
  PanahFieldSpec spec = {
    .label = say ("Причина"), .min_lines = 2, .max_lines = 3, .overflow = PANAH_OVERFLOW_CONTINUE,
    .continued = say ("продолжение на отдельном листе"),
  };

  spec.value = answer_text (story, "why");
  panah_block_add_field (body, &spec);
}

static void
build_table (PanahBlock *body)
{
  const double weights[] = { 1, 3 };
  PanahText heads[] = { say ("№"), say ("Документ") }, cells[] = { say ("1"), say ("") };
  PanahBlock *table = panah_block_add_table (body, 2, weights, heads);

  panah_block_add_row (table, cells);
}

static void
build_table_without_head (PanahBlock *body)
{
  const double weights[] = { 1 };
  PanahText nothing = say (""), cell = say ("строка");
  PanahBlock *table = panah_block_add_table (body, 1, weights, &nothing);

  panah_block_add_row (table, &cell);
}

static void
build_items (PanahBlock *body)
{
  panah_block_add_item (body, PANAH_MARK_BULLET, say ("отменить"));
  panah_block_add_item (body, PANAH_MARK_BULLET, say ("принять"));
  panah_block_add_item (body, PANAH_MARK_BOX, say ("копия"));
  panah_block_add_item (body, PANAH_MARK_BOX_TICKED, say ("фото"));
}

static void
build_signature (PanahBlock *body)
{
  PanahText captions[] = { say ("(дата)"), say ("(подпись)") }, values[] = { say ("24.11.2026"), say ("") };

  panah_block_add_signature (body, 2, captions, values);
}

static void
build_inset (PanahBlock *body)
{
  PanahBlock *group = panah_block_add_group (body, 0.5, FALSE, TRUE);

  panah_block_add_paragraph (group, PANAH_TONE_BODY, PANAH_ALIGN_START, say ("В суд"));
  panah_block_add_paragraph (group, PANAH_TONE_BODY, PANAH_ALIGN_START, say ("города Алматы"));
}

static void
build_frame (PanahBlock *body)
{
  build_signature (panah_block_add_group (body, 0, TRUE, TRUE));
}

static void
build_spaces (PanahBlock *body)
{
  panah_block_add_space (body, 14);
  panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_START, say ("ниже"));
  panah_block_add_rule (body);
}

static void
build_dari (PanahBlock *body)
{
  PanahText dari = { .string = DARI, .language = "fa-AF" };

  panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_START, dari);
  panah_block_add_paragraph (panah_block_add_group (body, 0.5, FALSE, FALSE), PANAH_TONE_BODY, PANAH_ALIGN_JUSTIFY, dari);
}

static void
build_in_dari (PanahBlock *body)
{
  panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_START, say (DARI));
  panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_START, own_text ("Алматы"));
}

static void
build_russian_item (PanahBlock *body)
{
  panah_block_add_item (panah_block_add_group (body, 0.5, FALSE, FALSE), PANAH_MARK_BULLET, own_text ("копия\nпаспорта"));
}

static void
build_kazakh_answer (PanahBlock *body)
{
  PanahFieldSpec spec = { .label = say ("Имя"), .min_lines = 1 };

  spec.value = (PanahText) { .string = "Әсет", .language = "kk" };
  panah_block_add_field (body, &spec);
}

#define P(style, words) "<text:p text:style-name=\"" style "\">" words "</text:p>"

static const BlockRow block_rows[] = {
  { "heading", NULL, build_heading,
    { "text:outline-level=\"1\">Жалоба</text:h>", "style:parent-style-name=\"Heading_20_1\"><style:paragraph-properties "
      "fo:text-align=\"center\"/>",
      "<text:h text:style-name=\"Heading_20_2\" text:outline-level=\"2\">На решение<text:line-break/>в двух строках</text:h>" } },
  { "paragraphs", NULL, build_paragraphs,
    { P ("Text_20_body", "первая"), P ("Text_20_body", "третья"), P ("Strong", "важно"), "fo:text-align=\"justify\"",
      "fo:margin-top=\"0.00pt\"" },
    { P ("Text_20_body", "вторая"), "<text:line-break/>" } },
  { "blank-is-a-line", NULL, build_blank, { P ("Field", "") } },
  { "field", NULL, build_field,
    { "fo:margin-left=\"26.00pt\" fo:text-indent=\"-26.00pt\" fo:keep-with-next=\"always\"",
      ">7.<text:tab/>Имя <text:s/><text:span text:style-name=\"Answer\">" FSI "Насим" PDI "</text:span></text:p>",
      "style:parent-style-name=\"Field_20_caption\"" } },
  { "field/blank", NULL, build_blank_field,
    { P ("Field", "Имя <text:s/>") "\n" P ("Field", "") "\n" P ("Field", "") "\n</" } },
  { "field/stacked", NULL, build_stacked_field,
    { "style:parent-style-name=\"Field_20_label\"", ">8.<text:tab/>Почему</text:p>",
      ">Так.</text:span></text:p>", ">И так.</text:span></text:p>\n<text:p text:style-name=\"P2\"></text:p>\n</" } },
  { "field/whole", NULL, build_long_field, { "Меня преследовали. Меня" }, { "продолжение" } },
  { "table", NULL, build_table,
    { "<table:table-header-rows><table:table-row", P ("Table_20_Heading", "Документ"), "style:column-width=\"123.82pt\"",
      "style:column-width=\"371.46pt\"", P ("Table_20_Contents", "") } },
  { "table/no-head", NULL, build_table_without_head, { P ("Table_20_Contents", "строка") }, { "header-rows" } },
  { "items", NULL, build_items,
    { "<text:list text:style-name=\"Bullets\">\n<text:list-item>",
      "отменить</text:p>\n</text:list-item>\n<text:list-item>",
      "</text:list>\n<text:list text:style-name=\"Boxes\">", ">[ ]<text:tab/>копия<", ">[x]<text:tab/>фото<" },
    { "•" } },
  { "signature", NULL, build_signature,
    { P ("Signature_20_line", "24.11.2026"), P ("Field_20_caption", "(подпись)"), "fo:border-bottom=\"0.5pt solid #000000\"",
      "style:may-break-between-rows=\"false\"", P ("After_20_table", "") },
    { "header-rows" } },
  { "group/inset", NULL, build_inset,
    { "fo:margin-left=\"247.64pt\" fo:keep-with-next=\"always\"", "fo:margin-left=\"247.64pt\"/>" } },
  { "group/frame", NULL, build_frame,
    { "fo:border=\"0.5pt solid #000000\" fo:padding=\"8pt\"", "</table:table>\n<text:p text:style-name=\"After_20_table\">" } },
  { "spaces", NULL, build_spaces, { "fo:margin-top=\"20.00pt\"", P ("Horizontal_20_Line", "") } },
  { "direction/paragraph", NULL, build_dari,
    { "fo:text-align=\"right\" style:writing-mode=\"rl-tb\"", "fo:margin-right=\"247.64pt\" fo:text-align=\"justify\"",
      "style:language-complex=\"fa\" style:country-complex=\"AF\"" } },
  { "direction/document", "fa-AF", build_in_dari,
    { P ("Text_20_body", DARI), "fo:text-align=\"left\" style:writing-mode=\"lr-tb\"", "fo:language=\"ru\" fo:country=\"RU\"" },
    { "complex" } },
  { "direction/item", "fa-AF", build_russian_item,
    { "fo:margin-left=\"20.00pt\" fo:margin-right=\"247.64pt\" fo:text-indent=\"-20.00pt\"" } },
  { "language/answer", NULL, build_kazakh_answer,
    { "style:family=\"text\" style:parent-style-name=\"Answer\"><style:text-properties fo:language=\"kk\" fo:country=\"KZ\"/>",
      P ("Field", "Имя <text:s/><text:span text:style-name=\"T1\">Әсет</text:span>") } },
};

static void
test_block (gconstpointer data)
{
  const BlockRow *row = data;
  g_autoptr (PanahDocument) document = panah_document_new ("letter", row->language != NULL ? row->language : "ru");

  row->build (panah_document_get_body (document));
  g_autoptr (OdtFile) file = odt_file_new (document);
  g_autofree char *xml = odt_file_read (file, "content.xml");
  g_test_message ("%s", xml);
  for (guint i = 0; i < G_N_ELEMENTS (row->has) && row->has[i] != NULL; i++)
    g_assert_nonnull (strstr (xml, row->has[i]));
  for (guint i = 0; i < G_N_ELEMENTS (row->lacks) && row->lacks[i] != NULL; i++)
    g_assert_null (strstr (xml, row->lacks[i]));

  g_autofree char *said = read_tree_words (document, ""), *written = read_xml_words (xml);
  g_autofree char *in = squeeze (said), *out = squeeze (written);
  g_assert_cmpstr (out, ==, in);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *xml;
} TextRow;

static const TextRow text_rows[] = {
  { "markup", "a<b & \"c\">d", ">a&lt;b &amp; &quot;c&quot;&gt;d</text:p>" },
  { "entity", "&lt;", ">&amp;lt;</text:p>" },
  { "spaces", " a  b   c ", "><text:s/>a <text:s/>b <text:s/><text:s/>c<text:s/></text:p>" },
  { "tab", "a\tb", ">a<text:tab/>b</text:p>" },
  { "no-break-space", "Закон № 216", ">Закон № 216</text:p>" },
  { "isolates", FSI "Насим" PDI ".", ">" FSI "Насим" PDI ".</text:p>" },
  { "joiner", "خانه‌ی", ">خانه‌ی</text:p>" },
  { "beyond-the-bmp", "𠮷", ">𠮷</text:p>" },
  { "no-letter", "a\x01\x1F\xEF\xBF\xBF" "b", ">ab</text:p>" },
};

/* The same in a title and at a page's foot, where it has to be XML at least. */
static void
test_text (gconstpointer data)
{
  static const char *const parts[] = { "content.xml", "styles.xml", "meta.xml" };
  const TextRow *row = data;
  g_autoptr (PanahDocument) document = new_document ();

  panah_document_set_title (document, row->text);
  panah_document_set_footer (document, row->text);
  panah_block_add_paragraph (panah_document_get_body (document), PANAH_TONE_BODY, PANAH_ALIGN_START, own_text (row->text));
  g_autoptr (OdtFile) file = odt_file_new (document);
  g_autofree char *xml = odt_file_read (file, "content.xml");
  g_test_message ("%s", xml);
  g_assert_nonnull (strstr (xml, row->xml));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = odt_file_read (file, parts[i]);
      g_free (read_xml_words (part));
    }
}

typedef struct
{
  const char *name;
  const char *language;
  const char *attributes;
} LanguageRow;

static const LanguageRow language_rows[] = {
  { "ru", "ru", " fo:language=\"ru\" fo:country=\"RU\"" },
  { "kk", "kk", " fo:language=\"kk\" fo:country=\"KZ\"" },
  { "ky", "ky", " fo:language=\"ky\" fo:country=\"KG\"" },
  { "uz", "uz", " fo:language=\"uz\" fo:country=\"UZ\"" },
  { "uz-cyrl", "uz-Cyrl", " fo:language=\"uz\" fo:script=\"Cyrl\" fo:country=\"UZ\"" },
  { "en", "en", " fo:language=\"en\" fo:country=\"US\"" },
  { "fa-af", "fa-AF", " style:language-complex=\"fa\" style:country-complex=\"AF\"" },
  { "ar", "ar", " style:language-complex=\"ar\" style:country-complex=\"EG\"" },
  { "ug", "ug", " style:language-complex=\"ug\" style:country-complex=\"CN\"" },
  { "zh", "zh", " style:language-asian=\"zh\" style:country-asian=\"CN\"" },
  { "und", "und", " fo:language=\"zxx\" fo:country=\"none\"" },
  { "qaa", "qaa", " fo:language=\"qaa\" fo:country=\"none\"" },
  { "no-tag", "\"><x", " fo:language=\"zxx\" fo:country=\"none\"" },
};

/* Of the whole document (styles.xml), and of one paragraph in another (content.xml) */
static void
test_language (gconstpointer data)
{
  const LanguageRow *row = data;
  g_autoptr (PanahDocument) of_it = panah_document_new ("letter", row->language);
  g_autoptr (PanahDocument) other = panah_document_new ("letter", "tg");
  PanahText text = { .string = "1", .language = row->language };
  g_autofree char *in_styles = g_strconcat (row->attributes, "/></style:default-style>", NULL);
  g_autofree char *in_content = g_strconcat ("<style:text-properties", row->attributes, "/>", NULL);

  panah_block_add_paragraph (panah_document_get_body (other), PANAH_TONE_BODY, PANAH_ALIGN_START, text);
  g_autoptr (OdtFile) one = odt_file_new (of_it), two = odt_file_new (other);
  g_autofree char *styles = odt_file_read (one, "styles.xml"), *content = odt_file_read (two, "content.xml");
  g_test_message ("%s\n%s", styles, content);
  g_assert_nonnull (strstr (styles, in_styles));
  g_assert_nonnull (strstr (content, in_content));
}

typedef struct
{
  const char *name;
  const char *footer; /* (nullable) */
  const char *xml;    /* (nullable): NULL if there is no footer */
} FooterRow;

#define PAGE "<text:page-number text:select-page=\"current\">1</text:page-number>"
#define COUNT "<text:page-count>1</text:page-count>"

static const FooterRow footer_rows[] = {
  { "pages", "Стр. %1 из %2", ">Стр. " PAGE " из " COUNT "</text:p></style:footer>" },
  { "percent", "50%% & %3 %", ">50% &amp; %3 %</text:p></style:footer>" },
  { "none", NULL, NULL },
};

static void
test_footer (gconstpointer data)
{
  const FooterRow *row = data;
  g_autoptr (PanahDocument) document = new_document ();

  panah_document_set_footer (document, row->footer);
  g_autoptr (OdtFile) file = odt_file_new (document);
  g_autofree char *styles = odt_file_read (file, "styles.xml");
  g_test_message ("%s", styles);
  if (row->xml != NULL)
    g_assert_nonnull (strstr (styles, row->xml));
  else
    g_assert_null (strstr (styles, "<style:footer>"));
}

/* Page, size, direction and fonts of a paper that is read from the right */
static void
test_page (void)
{
  g_autoptr (PanahDocument) document = panah_document_new ("letter", "fa-AF");
  g_autoptr (OdtFile) file = odt_file_new (document);
  g_autofree char *styles = odt_file_read (file, "styles.xml");

  g_assert_nonnull (strstr (styles, "fo:page-width=\"595.28pt\" fo:page-height=\"841.89pt\""));
  g_assert_nonnull (strstr (styles, "fo:margin-bottom=\"20.00pt\" style:writing-mode=\"rl-tb\""));
  g_assert_nonnull (strstr (styles, "style:font-name=\"Noto Sans\""));
  g_assert_nonnull (strstr (styles, "style:font-name-complex=\"Noto Naskh Arabic\""));
  g_assert_null (strstr (styles, "fo:text-align=\"left\""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!has_program ("unzip"))
    {
      g_print ("1..0 # SKIP unzip is not installed\n");
      return 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (block_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/odt/block/", block_rows[i].name, NULL);
      g_test_add_data_func (path, &block_rows[i], test_block);
    }
  for (guint i = 0; i < G_N_ELEMENTS (text_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/odt/text/", text_rows[i].name, NULL);
      g_test_add_data_func (path, &text_rows[i], test_text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (language_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/odt/language/", language_rows[i].name, NULL);
      g_test_add_data_func (path, &language_rows[i], test_language);
    }
  for (guint i = 0; i < G_N_ELEMENTS (footer_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/odt/footer/", footer_rows[i].name, NULL);
      g_test_add_data_func (path, &footer_rows[i], test_footer);
    }
  g_test_add_func ("/paper/odt/page", test_page);
  return g_test_run ();
}
