/* test-font.c - only the shipped fonts, and what is said when they fail
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "paper-support.h"
#include "paper/error.h"
#include "paper/font-set.h"
#include "paper/text.h"

typedef struct
{
  char *directory;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->directory = g_dir_make_tmp ("panah-font-XXXXXX", NULL);
  g_assert_nonnull (fixture->directory);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "NotoSans-Regular.ttf", NULL);

  g_remove (path);
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
}

static void
write_font (Fixture    *fixture,
            const void *data,
            gsize       length)
{
  g_autofree char *path = g_build_filename (fixture->directory, "NotoSans-Regular.ttf", NULL);

  g_assert_true (g_file_set_contents (path, data, length, NULL));
}

static void
assert_refused (Fixture    *fixture,
                const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PanahFontSet) set = panah_font_set_new (fixture->directory, &error);

  g_assert_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_FONT);
  g_assert_nonnull (strstr (error->message, reason));
  g_assert_null (set);
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  assert_refused (fixture, "cannot be read");
}

static void
test_not_a_font (Fixture      *fixture,
                 gconstpointer data)
{
  write_font (fixture, "\0\1\0\0 this is no font", 21);
  assert_refused (fixture, "damaged");
}

/* Our own font with the outlines' table renamed: what a CFF font looks like. */
static void
test_cff (Fixture      *fixture,
          gconstpointer data)
{
  const char *path = PANAH_NOTO_SANS;
  g_autofree char *font = NULL;
  gsize length = 0;
  guint n_tables;

  g_assert_true (g_file_get_contents (path, &font, &length, NULL));
  n_tables = (guint8) font[4] << 8 | (guint8) font[5];
  for (guint i = 0; i < n_tables; i++)
    if (memcmp (font + 12 + 16 * i, "GDEF", 4) == 0)
      memcpy (font + 12 + 16 * i, "CFF ", 4);
  write_font (fixture, font, length);
  assert_refused (fixture, "not a plain TrueType font");
}

static void
test_foreign_font (void)
{
  g_autoptr (GError) error = NULL;
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontDescription *description = pango_font_description_from_string ("monospace 10");
  PangoFont *font = pango_context_load_font (context, description);

  g_assert_null (panah_font_set_lookup (panah_font_set_get_default (NULL), font, &error));
  g_assert_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_FONT);
  g_object_unref (font);
  pango_font_description_free (description);
  g_object_unref (context);
  g_object_unref (map);
}

static void
test_bold_is_real (void)
{
  g_autoptr (GError) error = NULL;
  PanahFontSet *set = panah_font_set_get_default (NULL);
  PangoContext *context = panah_font_set_get_context (set, PANGO_DIRECTION_LTR);
  PangoFontDescription *description = pango_font_description_from_string ("Noto Sans Bold 10");
  PangoFont *font = pango_context_load_font (context, description);
  const PanahFace *face = panah_font_set_lookup (set, font, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (panah_face_get_name (face), ==, "NotoSans-Bold");
  g_object_unref (font);
  pango_font_description_free (description);
}

static void
test_find_missing (void)
{
  PanahFontSet *set = panah_font_set_get_default (NULL);

  g_assert_cmpuint (panah_font_set_find_missing (set, "Әңғүұқөһі Ёё №", FALSE), ==, 0);
  g_assert_cmpuint (panah_font_set_find_missing (set, "Әңғүұқөһі Ёё №", TRUE), ==, 0);
  g_assert_cmpuint (panah_font_set_find_missing (set, "\xE2\x81\xA8" "a\xE2\x80\x8C\xE2\x81\xA9\n", FALSE),
                    ==, 0);
  for (gboolean bold = FALSE; bold <= TRUE; bold++)
    {
      g_assert_cmpuint (panah_font_set_find_missing (set, "پناه گزین ئۇيغۇر ؟ ۱۳۶۵", bold), ==, 0);
      g_assert_cmpuint (panah_font_set_find_missing (set, "难民身份申请，二〇二六年", bold), ==, 0);
      g_assert_cmpuint (panah_font_set_find_missing (set, "oʻzbek Ўзбек ʼ ғ қ ҳ", bold), ==, 0);
      g_assert_cmpuint (panah_font_set_find_missing (set, "abc 𠮷", bold), ==, 0x20BB7);
      g_assert_cmpuint (panah_font_set_find_missing (set, "☐", bold), ==, 0x2610);
    }
}

/* Whatever character the set says it can draw, Pango draws with it, alone and after others. */
static void
test_promises (gconstpointer data)
{
  gboolean bold = data != NULL;
  PanahFontSet *set = panah_font_set_get_default (NULL);
  PangoLayout *layout = pango_layout_new (panah_font_set_get_context (set, PANGO_DIRECTION_LTR));
  PangoFontDescription *description = pango_font_description_new ();
  guint n_drawn = 0;

  pango_font_description_set_family (description, panah_font_set_get_family (set));
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (description, 10 * PANGO_SCALE);

  pango_layout_set_font_description (layout, description);
  for (gunichar c = 0x20; c <= 0x10FFFF; c++)
    {
      char utf8[16] = "a";
      g_autofree char *clean = NULL;

      if (!g_unichar_validate (c))
        continue;
      utf8[1 + g_unichar_to_utf8 (c, utf8 + 1)] = '\0';
      clean = panah_text_clean (utf8, -1, NULL);
      if (panah_font_set_find_missing (set, clean, bold) != 0)
        continue;
      pango_layout_set_text (layout, clean, -1);
      if (pango_layout_get_unknown_glyphs_count (layout) > 0)
        g_test_fail_printf ("U+%04X is not drawn", c);
      n_drawn++;
    }
  g_assert_cmpuint (n_drawn, >, 22000);
  pango_font_description_free (description);
  g_object_unref (layout);
}

/* Words of our own that cannot be printed fail the document, wherever they stand. */
static void
test_own_words (gconstpointer data)
{
  const char *place = data;
  g_autoptr (PanahDocument) document = new_document ();
  g_autoptr (GError) error = NULL;
  PanahBlock *body = panah_document_get_body (document);
  PanahFieldSpec spec = { .label = own_text ("☐☑"), .min_lines = 1, .max_lines = 1 };

  if (g_str_equal (place, "heading"))
    panah_block_add_heading (body, 1, PANAH_ALIGN_START, own_text ("☐☑"));
  else if (g_str_equal (place, "label"))
    panah_block_add_field (body, &spec);
  else
    panah_document_set_footer (document, "☐ %1");
  g_assert_null (panah_pages_new (document, &error));
  g_assert_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_GLYPH);
  g_assert_nonnull (strstr (error->message, "U+2610"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/paper/font/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/paper/font/not-a-font", Fixture, NULL, set_up, test_not_a_font, tear_down);
  g_test_add ("/paper/font/cff", Fixture, NULL, set_up, test_cff, tear_down);
  g_test_add_func ("/paper/font/bold-is-real", test_bold_is_real);
  g_test_add_func ("/paper/font/foreign", test_foreign_font);
  g_test_add_func ("/paper/font/find-missing", test_find_missing);
  g_test_add_data_func ("/paper/font/promises/regular", NULL, test_promises);
  g_test_add_data_func ("/paper/font/promises/bold", "bold", test_promises);
  g_test_add_data_func ("/paper/font/own-words/heading", "heading", test_own_words);
  g_test_add_data_func ("/paper/font/own-words/label", "label", test_own_words);
  g_test_add_data_func ("/paper/font/own-words/footer", "footer", test_own_words);
  return g_test_run ();
}
