/* test-pixels.c - what is seen, letter by letter
 *
 * Text extraction proves nothing about the picture: fonts have been embedded with letters
 * that had lost their dots while every word could still be copied out. So each letter of
 * each alphabet is printed by the PDF painter, drawn by another program, and compared with
 * what cairo draws for the same page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "paper-support.h"
#include "paper/cairo-painter.h"
#include "paper/pages-private.h"

#define DPI 300
#define SCALE (DPI / 72.0)
/* Ink is darker than this; a dot of 11 pt has some 20 such pixels. */
#define DARK 110
/* Where one picture is dark the other may not be lighter than this within a pixel. */
#define LIGHT 190
#define TOLERATED 3

typedef struct
{
  guint   width;
  guint   height;
  guint8 *data;   /* one byte a pixel, 0 is black */
} Picture;

typedef struct
{
  int x1, y1, x2, y2;
} Cell;

typedef struct
{
  const char *name;
  const char *letters;
} Alphabet;

static const Alphabet alphabets[] = {
  { "russian", "АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя" },
  { "kazakh", "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя" },
  { "kyrgyz", "АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнҢңОоӨөПпРрСсТтУуҮүФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя" },
  { "neighbours", "ЇїІіЄєҐґЎўҲҳҶҷӢӣӮӯ" },
  { "uzbek-cyrillic", "АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЪъЬьЭэЮюЯяЎўҚқҒғҲҳ" },
  { "uzbek-latin", "Oʻ oʻ Gʻ gʻ maʼno Sh sh Ch ch ng aʼlo Toʻgʻri Gʻofur" },
  /* Each letter alone, and in the middle and at the ends of a word. */
  { "arabic", "ا أ إ آ ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي ى ة ء ؤ ئ "
              "ببب تتت ثثث ججج ححح خخخ سسس ششش صصص ضضض ططط ظظظ ععع غغغ ففف ققق ككك للل ممم ننن ههه ييي لا لأ لإ لآ كلام سلام" },
  { "arabic-marks", "مَدْرَسَةٌ قُرْآن شُكْرًا اللّٰه بِسْمِ" },
  { "dari", "پ چ ژ گ ک ی ۀ پپپ چچچ ژرژ گگگ ککک یییی افغانستان دادگاه پناه‌گزین می‌شود خانه‌ای ۰۱۲۳۴۵۶۷۸۹ ؟ ، ؛" },
  { "uyghur", "ئا ئە ب پ ت ج چ خ د ر ز ژ س ش غ ف ق ك گ ڭ ل م ن ھ ئو ئۇ ئۆ ئۈ ۋ ئې ئى ي "
              "ئۇيغۇر باشقا مۇساپىر ئۆزبېك گۈل ھەققى ڭڭڭ ېېې ۋۆۋ" },
  { "arabic-trap-dots", "ب ت ث ن ي ش ج چ خ غ ف ق ة" },
  { "arabic-trap-lam-alef", "لا الا بلا لآ لأ لإ" },
  { "arabic-trap-hamza", "ئ ؤ أ إ آ ۀ ئې" },
  { "chinese", "难 民 申 请 人 姓 名 出 生 日 期 国 籍 中 华 共 和 地 址 签 字 维 吾 尔 哈 萨 克 斯 坦 龘 难民身份申请书，二〇二六年十一月。" },
  /* A name, a date, a number and a telephone keep their order in a line that runs the other way. */
  { "mixed", "نام:\xE2\x81\xA8Насим\xE2\x81\xA9، تولد:\xE2\x81\xA6" "02.03.1981\xE2\x81\xA9 "
             "شماره:\xE2\x81\xA6P01234567\xE2\x81\xA9 تلفون:\xE2\x81\xA6+7\xC2\xA0(701)\xC2\xA0" "555-12-34\xE2\x81\xA9 "
             "Имя:\xE2\x81\xA8نسیم\xE2\x81\xA9,难民,ғә Oʻzbek-难-ئۇيغۇر-12.03" },
  { "latin", "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz" },
  { "latin-marks", "ÄäÖöÜüÇçŞşĞğİıÑñÉéÈèÁáÂâŌōŠšČčŽž" },
  { "digits", "0123456789" },
  { "punctuation", ".,:;!?()[]«»„“”‘’ʻ'\"-–—/\\№%§+=*&@#_…•×°" },
  /* Kerning, and marks that are set off their letters. */
  { "words", "AVATAR To.Te Газ. Тұлғаға РАБОТА Түркістан. ГДЕ,ГА" },
  { "combining", "а\xCC\x81 я\xCC\x86 қ\xCC\x83 W\xCC\x81 x\xCC\xA7\xCC\x81 ө\xCC\x84\xCC\x81" },
  /* Faults that were seen in embedded fonts: each letter without those it is made of. */
  { "trap-io-after-ie", "ЕЁ" },
  { "trap-io-alone", "ё" },
  { "trap-schwa", "ә" },
  { "trap-short-i", "йи" },
  { "trap-kazakh-capitals", "ҚҒҢӨҰҮҺІӘ" },
  { "trap-yi", "Ї" },
};

/* The words, if there are several, else the letters. */
static GPtrArray *
split_letters (const char *letters)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  gboolean words = strchr (letters, ' ') != NULL;

  for (const char *p = letters; *p != '\0'; )
    {
      gsize length = words ? strcspn (p, " ") : (gsize) (g_utf8_next_char (p) - p);

      g_ptr_array_add (list, g_strndup (p, length));
      p += length;
      p += strspn (p, " ");
    }
  return list;
}

/* One letter to a line. */
static PanahPages *
lay_out_letters (const char *letters,
                 PanahTone   tone)
{
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (GPtrArray) list = split_letters (letters);

  for (guint i = 0; i < list->len; i++)
    panah_block_add_paragraph (panah_document_get_body (document), tone, PANAH_ALIGN_START,
                               own_text (g_ptr_array_index (list, i)));
  return lay_out (document);
}

static void
clear_picture (Picture *picture)
{
  g_clear_pointer (&picture->data, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, clear_picture)

static void
read_picture (const char *path,
              Picture    *picture)
{
  g_autofree char *contents = NULL;
  gsize length = 0;
  guint most = 0;
  int offset = 0;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpint (sscanf (contents, "P5 %u %u %u%n", &picture->width, &picture->height, &most,
                           &offset), ==, 3);
  g_assert_cmpuint (most, ==, 255);
  g_assert_cmpuint (length - offset - 1, ==, (gsize) picture->width * picture->height);
  picture->data = g_memdup2 (contents + offset + 1, length - offset - 1);
}

/* The page as another program shows our PDF. */
static void
show_pdf (const char *pdf,
          guint       page,
          Picture    *picture)
{
  g_autofree char *root = g_strconcat (pdf, ".page", NULL);
  g_autofree char *image = g_strconcat (root, ".pgm", NULL);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *dpi = g_strdup_printf ("%d", DPI);
  const char *const argv[] = {
    "pdftoppm", "-r", dpi, "-gray", "-f", number, "-l", number, "-singlefile", pdf, root, NULL,
  };
  g_autofree char *output = run_program (argv);

  read_picture (image, picture);
  g_remove (image);
}

static void
show_cairo (PanahPages *pages,
            guint       page,
            Picture    *picture)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  int stride;

  picture->width = ceil (PANAH_PAGE_WIDTH * SCALE);
  picture->height = ceil (PANAH_PAGE_HEIGHT * SCALE);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, picture->width, picture->height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  panah_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  stride = cairo_image_surface_get_stride (surface);
  picture->data = g_malloc ((gsize) picture->width * picture->height);
  for (guint y = 0; y < picture->height; y++)
    for (guint x = 0; x < picture->width; x++)
      picture->data[y * picture->width + x] =
        cairo_image_surface_get_data (surface)[y * stride + 4 * x];
  cairo_surface_destroy (surface);
}

static guint8
get_pixel (const Picture *picture,
           int            x,
           int            y)
{
  if (x < 0 || y < 0 || x >= (int) picture->width || y >= (int) picture->height)
    return 255;
  return picture->data[y * picture->width + x];
}

static guint8
get_darkest_near (const Picture *picture,
                  int            x,
                  int            y)
{
  guint8 darkest = 255;

  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      darkest = MIN (darkest, get_pixel (picture, x + dx, y + dy));
  return darkest;
}

static guint
count_ink (const Picture *picture,
           const Cell    *cell)
{
  guint n_dark = 0;

  for (int y = cell->y1; y < cell->y2; y++)
    for (int x = cell->x1; x < cell->x2; x++)
      n_dark += get_pixel (picture, x, y) < DARK;
  return n_dark;
}

/* How much ink of one picture the other does not have. */
static guint
count_lost (const Picture *picture,
            const Picture *other,
            const Cell    *cell)
{
  guint n_lost = 0;

  for (int y = cell->y1; y < cell->y2; y++)
    for (int x = cell->x1; x < cell->x2; x++)
      n_lost += get_pixel (picture, x, y) < DARK && get_darkest_near (other, x, y) > LIGHT;
  return n_lost;
}

static gboolean
is_same (const Picture *one,
         const Picture *other,
         const Cell    *cell)
{
  return count_lost (one, other, cell) <= TOLERATED && count_lost (other, one, cell) <= TOLERATED;
}

static Cell
get_cell (const PanahInk *ink)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (ink->line, NULL, &extents);
  return (Cell) {
    .x1 = floor ((ink->x - 3) * SCALE),
    .y1 = floor ((ink->y + extents.y / (double) PANGO_SCALE - 1) * SCALE),
    .x2 = ceil ((ink->x + extents.width / (double) PANGO_SCALE + 3) * SCALE),
    .y2 = ceil ((ink->y + (extents.y + extents.height) / (double) PANGO_SCALE + 1) * SCALE),
  };
}

static void
compare_page (PanahPages *pages,
              guint       page,
              const char *pdf)
{
  g_auto (Picture) printed = { 0 };
  g_auto (Picture) reference = { 0 };
  PanahSheet *sheet = g_ptr_array_index (pages->sheets, page);

  show_pdf (pdf, page, &printed);
  show_cairo (pages, page, &reference);
  for (guint i = 0; i < sheet->len; i++)
    {
      const PanahInk *ink = &g_array_index (sheet, PanahInk, i);
      Cell cell = get_cell (ink);

      if (!is_same (&printed, &reference, &cell) || count_ink (&printed, &cell) < 8)
        g_test_fail_printf ("“%s” is printed wrong: %u pixels lost, %u too many, ink %u of %u",
                            pango_layout_get_text (ink->layout),
                            count_lost (&reference, &printed, &cell),
                            count_lost (&printed, &reference, &cell),
                            count_ink (&printed, &cell), count_ink (&reference, &cell));
    }
}

static void
compare_letters (const Alphabet *alphabet,
                 PanahTone       tone)
{
  g_autoptr (PanahPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *pdf = NULL;

  if (!has_program ("pdftoppm"))
    {
      g_test_skip ("pdftoppm is not installed");
      return;
    }
  pages = lay_out_letters (alphabet->letters, tone);
  bytes = print_pages (pages);
  pdf = write_pdf (bytes);
  for (guint i = 0; i < panah_pages_get_n_pages (pages); i++)
    compare_page (pages, i, pdf);
  g_remove (pdf);
}

static void
test_regular (gconstpointer data)
{
  compare_letters (data, PANAH_TONE_BODY);
}

static void
test_bold (gconstpointer data)
{
  compare_letters (data, PANAH_TONE_STRONG);
}

static gboolean
is_row_blank (const Picture *picture,
              const Cell    *cell,
              int            y)
{
  for (int x = cell->x1; x < cell->x2; x++)
    if (get_pixel (picture, x, y) < LIGHT)
      return FALSE;
  return TRUE;
}

/* Wipes out the letter's topmost part: its dots, its breve. Returns whether it had one. */
static gboolean
remove_mark (Picture    *picture,
             const Cell *cell)
{
  int top = cell->y1, end;

  while (top < cell->y2 && is_row_blank (picture, cell, top))
    top++;
  for (end = top; end < cell->y2 && !is_row_blank (picture, cell, end); )
    end++;
  for (int y = top; y < end; y++)
    memset (picture->data + (gsize) y * picture->width + cell->x1, 255, cell->x2 - cell->x1);
  for (int y = end; y < cell->y2; y++)
    if (!is_row_blank (picture, cell, y))
      return TRUE;
  return FALSE;
}

/* The comparison itself: it must notice a single lost dot or breve. */
static void
test_lost_marks_are_noticed (gconstpointer data)
{
  g_autoptr (PanahPages) pages =
    lay_out_letters ("ЁёЙйЇїiй", data == NULL ? PANAH_TONE_BODY : PANAH_TONE_STRONG);
  PanahSheet *sheet = g_ptr_array_index (pages->sheets, 0);
  g_auto (Picture) whole = { 0 };
  g_auto (Picture) damaged = { 0 };

  show_cairo (pages, 0, &whole);
  show_cairo (pages, 0, &damaged);
  for (guint i = 0; i < sheet->len; i++)
    {
      Cell cell = get_cell (&g_array_index (sheet, PanahInk, i));

      g_assert_true (is_same (&whole, &damaged, &cell));
      g_assert_true (remove_mark (&damaged, &cell));
      g_assert_false (is_same (&whole, &damaged, &cell));
      g_assert_false (is_same (&damaged, &whole, &cell));
    }
}

/* Half a dot gone, too: one of the two of a diaeresis. */
static void
test_lost_dot_is_noticed (void)
{
  g_autoptr (PanahPages) pages = lay_out_letters ("ё", PANAH_TONE_BODY);
  PanahSheet *sheet = g_ptr_array_index (pages->sheets, 0);
  Cell cell = get_cell (&g_array_index (sheet, PanahInk, 0));
  Cell half = cell;
  g_auto (Picture) whole = { 0 };
  g_auto (Picture) damaged = { 0 };

  show_cairo (pages, 0, &whole);
  show_cairo (pages, 0, &damaged);
  half.x2 = (cell.x1 + cell.x2) / 2;
  g_assert_true (remove_mark (&damaged, &half));
  g_assert_false (is_same (&whole, &damaged, &cell));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (alphabets); i++)
    {
      g_autofree char *regular = g_strconcat ("/paper/pixels/regular/", alphabets[i].name, NULL);
      g_autofree char *bold = g_strconcat ("/paper/pixels/bold/", alphabets[i].name, NULL);

      g_test_add_data_func (regular, &alphabets[i], test_regular);
      g_test_add_data_func (bold, &alphabets[i], test_bold);
    }
  g_test_add_data_func ("/paper/pixels/notices/marks/regular", NULL, test_lost_marks_are_noticed);
  g_test_add_data_func ("/paper/pixels/notices/marks/bold", "bold", test_lost_marks_are_noticed);
  g_test_add_func ("/paper/pixels/notices/one-dot", test_lost_dot_is_noticed);
  return g_test_run ();
}
