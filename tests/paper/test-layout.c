/* test-layout.c - what stands on which page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "paper-support.h"
#include "paper/layout-private.h"

#define STORY "Преследование по политическим убеждениям и по признаку пола. "

/* The line that contains @words, or NULL; counts from @page on. */
static const PanahInk *
find_text (PanahPages *pages,
           guint       page,
           const char *words)
{
  PanahSheet *sheet = g_ptr_array_index (pages->sheets, page);

  for (guint i = 0; i < sheet->len; i++)
    {
      const PanahInk *ink = &g_array_index (sheet, PanahInk, i);
      g_autofree char *text = NULL;

      if (ink->kind != PANAH_INK_TEXT)
        continue;
      text = g_strndup (pango_layout_get_text (ink->layout) + ink->line->start_index,
                        ink->line->length);
      if (strstr (text, words) != NULL)
        return ink;
    }
  return NULL;
}

static guint
count_texts (PanahPages *pages,
             guint       page,
             int         least_node)
{
  PanahSheet *sheet = g_ptr_array_index (pages->sheets, page);
  guint n_texts = 0;

  for (guint i = 0; i < sheet->len; i++)
    {
      const PanahInk *ink = &g_array_index (sheet, PanahInk, i);

      n_texts += ink->kind == PANAH_INK_TEXT && ink->node >= least_node;
    }
  return n_texts;
}

static void
add_words (PanahBlock *group,
           const char *words)
{
  panah_block_add_paragraph (group, PANAH_TONE_BODY, PANAH_ALIGN_START, own_text (words));
}

/* Nothing may leave the page. */
static void
assert_inside (PanahPages *pages)
{
  for (guint page = 0; page < panah_pages_get_n_pages (pages); page++)
    {
      PanahSheet *sheet = g_ptr_array_index (pages->sheets, page);

      for (guint i = 0; i < sheet->len; i++)
        {
          const PanahInk *ink = &g_array_index (sheet, PanahInk, i);

          g_assert_cmpfloat (ink->x, >=, PANAH_MARGIN_LEFT - 0.1);
          g_assert_cmpfloat (ink->x, <=, PANAH_PAGE_WIDTH - PANAH_MARGIN_RIGHT + 0.1);
          g_assert_cmpfloat (ink->y, >=, PANAH_MARGIN_TOP);
          if (ink->node != PANAH_NODE_PAGINATION)
            g_assert_cmpfloat (ink->y, <=, PANAH_PAGE_HEIGHT - PANAH_MARGIN_BOTTOM + 0.1);
        }
    }
}

/* Long texts are broken piece by piece; the lines are those of the text as a whole. */
static void
test_pieces_make_same_lines (gconstpointer data)
{
  g_autoptr (PanahDocument) document = new_document ();
  g_auto (PanahFlow) flow = { 0 };
  PanahTextStyle style = { .size = 11, .width = 300, .indent = 40 };
  g_autofree char *story = repeat_words (data, 20000);
  g_autoptr (GArray) lines = NULL;
  PangoFontDescription *font = pango_font_description_new ();
  PanahFontSet *fonts = panah_font_set_get_default (NULL);
  PangoLayout *whole = pango_layout_new (panah_font_set_get_context (fonts, PANGO_DIRECTION_LTR));
  GSList *node;

  panah_flow_init (&flow, document, fonts);
  lines = panah_flow_break_text (&flow, story, "ru", &style, NULL);
  pango_font_description_set_family_static (font, "Noto Sans");
  pango_font_description_set_absolute_size (font, 11 * PANGO_SCALE);
  pango_layout_set_font_description (whole, font);
  pango_layout_set_width (whole, 300 * PANGO_SCALE);
  pango_layout_set_indent (whole, 40 * PANGO_SCALE);
  pango_layout_set_wrap (whole, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (whole, story, -1);

  g_assert_cmpint (lines->len, ==, pango_layout_get_line_count (whole));
  node = pango_layout_get_lines_readonly (whole);
  for (guint i = 0; i < lines->len; i++, node = node->next)
    g_assert_cmpuint (g_array_index (lines, PanahLine, i).start, ==,
                      ((PangoLayoutLine *) node->data)->start_index);
  g_object_unref (whole);
  pango_font_description_free (font);
}

/* The tree keeps its own copy of every string. */
static void
test_copies (void)
{
  PanahDocument *document = new_document ();
  g_autoptr (PanahDocument) again = panah_document_ref (document);
  g_autoptr (PanahPages) pages = NULL;
  char words[] = "before";
  PanahFieldSpec spec = {
    .number = words,
    .label = own_text (words),
    .value = answer_text (words, words),
    .min_lines = 1,
    .max_lines = 1,
  };

  panah_block_add_field (panah_document_get_body (document), &spec);
  panah_document_set_title (document, words);
  memset (words, 'x', strlen (words));
  panah_document_unref (document);
  pages = lay_out (again);
  g_assert_nonnull (find_text (pages, 0, "before"));
  g_assert_cmpstr (panah_document_get_title (again), ==, "before");
  g_assert_cmpstr (get_result (pages, "before")->number, ==, "before");
}

static void
test_empty (void)
{
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (PanahPages) pages = lay_out (document);

  g_assert_cmpuint (panah_pages_get_n_pages (pages), ==, 1);
}

/* With any number of lines before it, a heading has a line of its text under it. */
static void
test_heading_not_stranded (void)
{
  gboolean turned = FALSE;

  for (guint n_lines = 25; n_lines < 45; n_lines++)
    {
      g_autoptr (PanahDocument) document = new_document ();
      g_autoptr (PanahPages) pages = NULL;
      PanahBlock *body = panah_document_get_body (document);
      guint page;

      for (guint i = 0; i < n_lines; i++)
        add_words (body, "строка");
      panah_block_add_heading (body, 2, PANAH_ALIGN_START, own_text ("Заголовок"));
      add_words (body, "текст");
      pages = lay_out (document);
      assert_inside (pages);
      page = panah_pages_get_n_pages (pages) - 1;
      turned = turned || page > 0;
      if (find_text (pages, page, "текст") != NULL)
        g_assert_nonnull (find_text (pages, page, "Заголовок"));
    }
  g_assert_true (turned);
}

static void
test_two_lines_on_each_side (void)
{
  for (guint n_lines = 25; n_lines < 45; n_lines++)
    {
      g_autoptr (PanahDocument) document = new_document ();
      g_autoptr (PanahPages) pages = NULL;
      PanahBlock *body = panah_document_get_body (document);
      g_autofree char *story = repeat_words (STORY, 900);
      guint last;

      for (guint i = 0; i < n_lines; i++)
        add_words (body, "строка");
      add_words (body, story);
      pages = lay_out (document);
      assert_inside (pages);
      last = panah_pages_get_n_pages (pages) - 1;
      if (last > 0)
        {
          g_assert_cmpuint (count_texts (pages, 1, 0), !=, 1);
          g_assert_cmpuint (count_texts (pages, 0, 0), !=, n_lines + 1);
        }
    }
}

static void
test_group_kept_together (void)
{
  for (guint n_lines = 25; n_lines < 45; n_lines++)
    {
      g_autoptr (PanahDocument) document = new_document ();
      g_autoptr (PanahPages) pages = NULL;
      PanahBlock *body = panah_document_get_body (document);
      PanahBlock *group;
      guint page = 0;

      for (guint i = 0; i < n_lines; i++)
        add_words (body, "строка");
      group = panah_block_add_group (body, 0, n_lines % 2, TRUE);
      add_words (group, "первая");
      for (guint i = 0; i < 8; i++)
        add_words (group, "средняя");
      add_words (group, "последняя");
      pages = lay_out (document);
      assert_inside (pages);
      while (find_text (pages, page, "первая") == NULL)
        page++;
      g_assert_nonnull (find_text (pages, page, "последняя"));
    }
}

/* A group that asks for more than a page gets what there is, from where it stands. */
static void
test_group_higher_than_page (void)
{
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (PanahPages) pages = NULL;
  PanahBlock *body = panah_document_get_body (document);
  PanahBlock *group;

  add_words (body, "перед");
  group = panah_block_add_group (body, 0, TRUE, TRUE);
  for (guint i = 0; i < 100; i++)
    add_words (group, "средняя");
  pages = lay_out (document);
  assert_inside (pages);
  g_assert_nonnull (find_text (pages, 0, "средняя"));
  g_assert_cmpuint (panah_pages_get_n_pages (pages), ==, 3);
}

static PanahBlock *
add_table (PanahBlock *body)
{
  static const double weights[] = { 3, 1 };
  PanahText heads[] = { own_text ("Имя"), own_text ("Дата") };

  return panah_block_add_table (body, 2, weights, heads);
}

static void
test_table_head_repeats (void)
{
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (PanahPages) pages = NULL;
  PanahBlock *table = add_table (panah_document_get_body (document));

  for (guint i = 0; i < 100; i++)
    {
      PanahText cells[] = { own_text ("Ахмади"), own_text ("2014") };

      panah_block_add_row (table, cells);
    }
  pages = lay_out (document);
  assert_inside (pages);
  g_assert_cmpuint (panah_pages_get_n_pages (pages), ==, 4);
  for (guint page = 0; page < 4; page++)
    {
      const PanahInk *head = find_text (pages, page, "Имя");

      g_assert_nonnull (head);
      g_assert_true (page == 0 ? head->node >= 0 : head->node == PANAH_NODE_PAGINATION);
      g_assert_cmpfloat (head->y, <, find_text (pages, page, "Ахмади")->y);
    }
}

/* Words over a table go with its head to the page where its first row stands. */
static void
test_words_over_table (void)
{
  for (guint height = 600; height < 740; height += 7)
    {
      g_autoptr (PanahDocument) document = new_document ();
      g_autoptr (PanahPages) pages = NULL;
      PanahBlock *body = panah_document_get_body (document);
      PanahText cells[] = { own_text ("первый"), own_text ("ряд") };
      const PanahInk *row;

      panah_block_add_space (body, 400);
      add_words (body, "начало");
      panah_block_add_space (body, height - 400);
      add_words (body, "над таблицей");
      panah_block_add_row (add_table (body), cells);
      pages = lay_out (document);
      row = find_text (pages, 0, "первый");
      g_assert_cmpint (find_text (pages, 0, "над таблицей") == NULL, ==, row == NULL);
    }
}

/* A footer with a long name takes a second line above the first and stays on the page. */
static void
test_long_footer (void)
{
  g_autoptr (PanahDocument) document = new_document ();
  g_autofree char *name = repeat_words ("Имя ", 220);
  g_autofree char *footer = g_strconcat (name, "%% Стр. %1 из %2", NULL);
  g_autoptr (PanahPages) pages = NULL;
  const PanahInk *end;

  panah_document_set_footer (document, footer);
  add_words (panah_document_get_body (document), "текст");
  pages = lay_out (document);
  end = find_text (pages, 0, "% Стр. 1 из 1");
  g_assert_nonnull (end);
  g_assert_cmpuint (count_texts (pages, 0, PANAH_NODE_PAGINATION), ==, 3);
  g_assert_cmpfloat (end->y, <, PANAH_PAGE_HEIGHT - 20);
  g_assert_cmpfloat (find_text (pages, 0, "Имя Имя")->y, >, PANAH_PAGE_HEIGHT - PANAH_MARGIN_BOTTOM);
}

static void
test_row_stays_whole (void)
{
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (PanahPages) pages = NULL;
  PanahBlock *table = add_table (panah_document_get_body (document));
  guint n_rows = 0;

  for (guint i = 0; i < 60; i++)
    {
      PanahText cells[] = { own_text ("начало\nсередина\nконец"), own_text ("2014") };

      panah_block_add_row (table, cells);
    }
  pages = lay_out (document);
  for (guint page = 0; page < panah_pages_get_n_pages (pages); page++)
    {
      guint n_texts = count_texts (pages, page, page == 0 ? 0 : -1);

      /* each row has four lines of text; the first page's head has two more */
      g_assert_cmpuint ((page == 0 ? n_texts - 2 : n_texts) % 4, ==, 0);
      n_rows += (page == 0 ? n_texts - 2 : n_texts) / 4;
    }
  g_assert_cmpuint (n_rows, ==, 60);
}

static void
test_row_higher_than_page (void)
{
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (PanahPages) pages = NULL;
  PanahBlock *table = add_table (panah_document_get_body (document));
  g_autofree char *story = repeat_words (STORY, 20000);
  PanahText cells[] = { own_text (story), own_text ("2014") };

  panah_block_add_row (table, cells);
  pages = lay_out (document);
  assert_inside (pages);
  g_assert_cmpuint (panah_pages_get_n_pages (pages), >, 2);
  for (guint page = 0; page < panah_pages_get_n_pages (pages); page++)
    g_assert_nonnull (find_text (pages, page, "Имя"));
}

/* A word wider than its column makes the cell smaller before it is torn. */
static void
test_cell_shrinks_for_word (void)
{
  static const double weights[] = { 1, 5.2 };
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (PanahPages) pages = NULL;
  PanahText heads[] = { own_text ("Кем"), own_text ("Имя") };
  PanahText cells[] = { answer_text ("самостоятельно", "a"), answer_text ("Лейла", "b") };

  panah_block_add_row (panah_block_add_table (panah_document_get_body (document), 2, weights, heads),
                       cells);
  pages = lay_out (document);
  g_assert_cmpint (get_result (pages, "a")->mode, ==, PANAH_FIELD_SHRINK);
  g_assert_cmpfloat (get_result (pages, "a")->size_pt, >=, 8);
  g_assert_nonnull (find_text (pages, 0, "самостоятельно"));
}

static void
test_footer (void)
{
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (PanahPages) pages = NULL;

  panah_document_set_footer (document, "Страница %1 из %2, 100 %");
  for (guint i = 0; i < 60; i++)
    add_words (panah_document_get_body (document), "строка");
  pages = lay_out (document);
  g_assert_cmpuint (panah_pages_get_n_pages (pages), ==, 2);
  g_assert_nonnull (find_text (pages, 0, "Страница 1 из 2, 100 %"));
  g_assert_nonnull (find_text (pages, 1, "Страница 2 из 2, 100 %"));
}

static void
test_inset (void)
{
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (PanahPages) pages = NULL;
  PanahBlock *body = panah_document_get_body (document);

  add_words (panah_block_add_group (body, 0.5, FALSE, TRUE), "адресат");
  add_words (body, "тело");
  pages = lay_out (document);
  g_assert_cmpfloat_with_epsilon (find_text (pages, 0, "адресат")->x,
                                  PANAH_MARGIN_LEFT + PANAH_BODY_WIDTH / 2, 0.5);
  g_assert_cmpfloat_with_epsilon (find_text (pages, 0, "тело")->x, PANAH_MARGIN_LEFT, 0.5);
}

/* Paper in a right-to-left language stands the other way round. */
static void
test_mirrored (void)
{
  g_autoptr (PanahDocument) document = panah_document_new ("my-plan", "fa-AF");
  g_autoptr (PanahPages) pages = NULL;
  PanahText text = { .string = "\xE2\x81\xA6" "1990\xE2\x81\xA9", .language = "fa-AF" };
  PanahBlock *body = panah_document_get_body (document);
  const PanahInk *ink;
  PangoRectangle extents;

  panah_block_add_paragraph (panah_block_add_group (body, 0.5, FALSE, FALSE), PANAH_TONE_BODY,
                             PANAH_ALIGN_START, text);
  pages = lay_out (document);
  ink = find_text (pages, 0, "1990");
  pango_layout_line_get_extents (ink->line, NULL, &extents);
  g_assert_cmpfloat_with_epsilon (ink->x + extents.width / (double) PANGO_SCALE,
                                  PANAH_MARGIN_LEFT + PANAH_BODY_WIDTH / 2, 0.5);
}

static void
test_label_and_value_share_base_line (void)
{
  g_autoptr (PanahDocument) document = new_sample ();
  g_autoptr (PanahPages) pages = lay_out (document);

  g_assert_cmpfloat_with_epsilon (find_text (pages, 0, "Фамилия")->y,
                                  find_text (pages, 0, "Ахмади")->y, 0.01);
  g_assert_cmpfloat_with_epsilon (find_text (pages, 0, "1.")->y,
                                  find_text (pages, 0, "Ахмади")->y, 0.01);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/layout/copies", test_copies);
  g_test_add_func ("/paper/layout/empty", test_empty);
  g_test_add_data_func ("/paper/layout/pieces/words", STORY, test_pieces_make_same_lines);
  g_test_add_data_func ("/paper/layout/pieces/unbroken", "Ы", test_pieces_make_same_lines);
  g_test_add_func ("/paper/layout/heading-not-stranded", test_heading_not_stranded);
  g_test_add_func ("/paper/layout/two-lines-on-each-side", test_two_lines_on_each_side);
  g_test_add_func ("/paper/layout/group/kept-together", test_group_kept_together);
  g_test_add_func ("/paper/layout/group/higher-than-page", test_group_higher_than_page);
  g_test_add_func ("/paper/layout/table/head-repeats", test_table_head_repeats);
  g_test_add_func ("/paper/layout/table/words-over-it", test_words_over_table);
  g_test_add_func ("/paper/layout/table/row-stays-whole", test_row_stays_whole);
  g_test_add_func ("/paper/layout/table/row-higher-than-page", test_row_higher_than_page);
  g_test_add_func ("/paper/layout/table/cell-shrinks-for-word", test_cell_shrinks_for_word);
  g_test_add_func ("/paper/layout/footer", test_footer);
  g_test_add_func ("/paper/layout/long-footer", test_long_footer);
  g_test_add_func ("/paper/layout/inset", test_inset);
  g_test_add_func ("/paper/layout/mirrored", test_mirrored);
  g_test_add_func ("/paper/layout/base-line", test_label_and_value_share_base_line);
  return g_test_run ();
}
