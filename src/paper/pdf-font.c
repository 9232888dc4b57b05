/* pdf-font.c - one embedded font
 *
 * Each pair of a glyph and the text it stands for has its own code (CID). So codes can be
 * given out while pages are drawn, text extraction is exact, and the subset is made once,
 * at the end; a CIDToGIDMap folds the codes back onto the subset's glyphs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/pdf-font.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>
#include <string.h>

#include "paper/error.h"
#include "paper/pdf-append.h"

/* libharu's arrays end at 32767; glyphs without a text of their own still need room. */
#define MAX_CODES_WITH_TEXT 24000
#define FONT_IS_SYMBOLIC 4
#define CODES_PER_BLOCK 100
#define N_RECENT 512

typedef struct
{
  guint glyph;
  int   width;   /* thousandths of the size */
  gsize text;    /* offset in `texts` */
} Code;

typedef struct
{
  gint64 letter;  /* as in `by_letter`; 0: none */
  guint  code;
} Recent;

struct _PanahPdfFont
{
  /* owned */
  hb_font_t    *font;
  GArray       *codes;       /* (element-type Code) */
  GString      *texts;       /* NUL-separated */
  GHashTable   *by_letter;   /* (element-type gint64 guint): glyph and one character */
  GHashTable   *by_text;     /* (element-type utf8 guint): "glyph:text" */
  Recent       *recent;      /* (array fixed-size=N_RECENT): by the glyph's last bits; a table is asked for each letter */

  /* borrowed */
  PanahPdf        *pdf;
  const PanahFace *face;
  PanahPdfDict    *dict;
};

static guint
append_code (PanahPdfFont *self,
             guint         glyph,
             const char   *text,
             gsize         length)
{
  double advance = hb_font_get_glyph_h_advance (self->font, glyph);
  Code code = {
    .glyph = glyph,
    .width = lround (advance * 1000 / hb_face_get_upem (panah_face_get_hb_face (self->face))),
    .text = self->texts->len,
  };

  g_string_append_len (self->texts, text, length);
  g_string_append_c (self->texts, '\0');
  g_array_append_val (self->codes, code);
  return self->codes->len - 1;
}

PanahPdfFont *
panah_pdf_font_new (PanahPdf        *pdf,
                    const PanahFace *face)
{
  PanahPdfFont *self = g_new0 (PanahPdfFont, 1);

  self->pdf = pdf;
  self->face = face;
  self->dict = panah_pdf_dict_new (pdf, TRUE);
  self->font = hb_font_create (panah_face_get_hb_face (face));
  self->codes = g_array_new (FALSE, FALSE, sizeof (Code));
  self->texts = g_string_new (NULL);
  self->by_letter = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->recent = g_new0 (Recent, N_RECENT);
  append_code (self, 0, "", 0);
  return self;
}

void
panah_pdf_font_free (PanahPdfFont *self)
{
  g_hash_table_unref (self->by_text);
  g_hash_table_unref (self->by_letter);
  g_free (self->recent);
  g_string_free (self->texts, TRUE);
  g_array_unref (self->codes);
  hb_font_destroy (self->font);
  g_free (self);
}

PanahPdfDict *
panah_pdf_font_get_dict (PanahPdfFont *self)
{
  return self->dict;
}

/* When it is full, only glyphs without a text may still ask for a code. */
gboolean
panah_pdf_font_is_full (PanahPdfFont *self)
{
  return self->codes->len >= MAX_CODES_WITH_TEXT;
}

static guint
get_code_of_letter (PanahPdfFont *self,
                    guint         glyph,
                    const char   *text,
                    gsize         length)
{
  gint64 key = (gint64) glyph << 32 | (length > 0 ? g_utf8_get_char (text) : 0);
  Recent *recent = &self->recent[glyph % N_RECENT];
  gpointer code = NULL;

  if (recent->letter == key && key != 0)
    return recent->code;
  if (!g_hash_table_lookup_extended (self->by_letter, &key, NULL, &code))
    {
      code = GUINT_TO_POINTER (append_code (self, glyph, text, length));
      g_hash_table_insert (self->by_letter, g_memdup2 (&key, sizeof key), code);
    }
  *recent = (Recent) { key, GPOINTER_TO_UINT (code) };
  return recent->code;
}

/**
 * panah_pdf_font_get_code:
 * @glyph: id in the whole face
 * @text: (array length=length): what it stands for; empty: nothing of its own
 * @length: up to %PANAH_PDF_FONT_MAX_TEXT bytes
 *
 * Returns: the code to write
 */
guint
panah_pdf_font_get_code (PanahPdfFont *self,
                         guint         glyph,
                         const char   *text,
                         gsize         length)
{
  g_autofree char *key = NULL;
  gpointer code = NULL;

  if (length == 0 || (gsize) g_utf8_skip[(guchar) *text] == length)
    return get_code_of_letter (self, glyph, text, length);

  key = g_strdup_printf ("%u:%.*s", glyph, (int) length, text);
  if (!g_hash_table_lookup_extended (self->by_text, key, NULL, &code))
    {
      code = GUINT_TO_POINTER (append_code (self, glyph, text, length));
      g_hash_table_insert (self->by_text, g_steal_pointer (&key), code);
    }
  return GPOINTER_TO_UINT (code);
}

/* The code of a space between words. */
guint
panah_pdf_font_get_space (PanahPdfFont *self)
{
  hb_codepoint_t glyph = 0;

  hb_font_get_nominal_glyph (self->font, ' ', &glyph);
  return panah_pdf_font_get_code (self, glyph, " ", 1);
}

/* In thousandths of the size. */
int
panah_pdf_font_get_width (PanahPdfFont *self,
                          guint         code)
{
  return g_array_index (self->codes, Code, code).width;
}

static hb_subset_input_t *
create_subset_input (PanahPdfFont *self)
{
  /* What a viewer does not need to draw a glyph by its id. */
  static const hb_tag_t dropped[] = {
    HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('D', 'S', 'I', 'G'), HB_TAG ('F', 'F', 'T', 'M'),
    HB_TAG ('G', 'D', 'E', 'F'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'S', 'U', 'B'),
    HB_TAG ('O', 'S', '/', '2'), HB_TAG ('S', 'T', 'A', 'T'), HB_TAG ('c', 'm', 'a', 'p'),
    HB_TAG ('g', 'a', 's', 'p'), HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('m', 'o', 'r', 'x'),
    HB_TAG ('n', 'a', 'm', 'e'), HB_TAG ('p', 'o', 's', 't'),
  };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t *glyphs, *tables;

  if (input == NULL)
    return NULL;
  glyphs = hb_subset_input_glyph_set (input);
  for (guint i = 0; i < self->codes->len; i++)
    hb_set_add (glyphs, g_array_index (self->codes, Code, i).glyph);
  tables = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (tables, dropped[i]);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

/* "ABCDEF+NotoSans": the letters follow from the glyphs, so equal input gives equal files. */
static char *
dup_subset_name (PanahPdfFont *self)
{
  guint64 hash = 5381;
  char tag[7] = "";

  for (guint i = 0; i < self->codes->len; i++)
    hash = hash * 33 + g_array_index (self->codes, Code, i).glyph;
  for (guint i = 0; i < 6; i++, hash /= 26)
    tag[i] = 'A' + hash % 26;
  return g_strdup_printf ("%s+%s", tag, panah_face_get_name (self->face));
}

static PanahPdfDict *
create_glyph_map (PanahPdfFont     *self,
                  const hb_map_t   *new_glyphs)
{
  g_autofree guint8 *map = g_malloc (2 * self->codes->len);

  for (guint i = 0; i < self->codes->len; i++)
    {
      guint glyph = hb_map_get (new_glyphs, g_array_index (self->codes, Code, i).glyph);

      map[2 * i] = glyph >> 8;
      map[2 * i + 1] = glyph & 0xFF;
    }
  return panah_pdf_stream_new (self->pdf, map, 2 * self->codes->len, TRUE);
}

static PanahPdfDict *
create_text_map (PanahPdfFont *self)
{
  g_autoptr (GString) map = g_string_new (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");

  for (guint i = 1; i < self->codes->len; )
    {
      guint end = MIN (self->codes->len, i + CODES_PER_BLOCK);

      g_string_append_printf (map, "%u beginbfchar\n", end - i);
      for (; i < end; i++)
        {
          const char *text = self->texts->str + g_array_index (self->codes, Code, i).text;

          /* Not every reader knows ActualText; a zero width space disturbs none of them. */
          g_string_append_printf (map, "<%04X> <", i);
          panah_pdf_append_utf16 (map, *text != '\0' ? text : "\xE2\x80\x8B",
                                  *text != '\0' ? strlen (text) : 3);
          g_string_append (map, ">\n");
        }
      g_string_append (map, "endbfchar\n");
    }
  g_string_append (map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  return panah_pdf_stream_new (self->pdf, map->str, map->len, TRUE);
}

static PanahPdfArray *
create_bounding_box (PanahPdfFont *self)
{
  hb_blob_t *head = hb_face_reference_table (panah_face_get_hb_face (self->face),
                                             HB_TAG ('h', 'e', 'a', 'd'));
  double upem = hb_face_get_upem (panah_face_get_hb_face (self->face));
  PanahPdfArray *box = panah_pdf_array_new (self->pdf);
  guint length = 0;
  const guint8 *data = (const guint8 *) hb_blob_get_data (head, &length);

  for (guint i = 36; i < 44 && length >= 44; i += 2)
    panah_pdf_array_add_number (self->pdf, box,
                                lround ((gint16) (data[i] << 8 | data[i + 1]) * 1000 / upem));
  hb_blob_destroy (head);
  return box;
}

static PanahPdfDict *
create_descriptor (PanahPdfFont *self,
                   const char   *name,
                   hb_face_t    *subset)
{
  PanahPdf *pdf = self->pdf;
  PanahPdfDict *descriptor = panah_pdf_dict_new (pdf, TRUE);
  double scale = 1000.0 / hb_face_get_upem (panah_face_get_hb_face (self->face));
  hb_blob_t *blob = hb_face_reference_blob (subset);
  hb_font_extents_t extents = { 0 };
  guint length = 0;
  const char *data = hb_blob_get_data (blob, &length);
  PanahPdfDict *file = panah_pdf_stream_new (pdf, data, length, TRUE);

  hb_font_get_h_extents (self->font, &extents);
  panah_pdf_dict_set_number (pdf, file, "Length1", length);
  panah_pdf_dict_set_name (pdf, descriptor, "Type", "FontDescriptor");
  panah_pdf_dict_set_name (pdf, descriptor, "FontName", name);
  panah_pdf_dict_set_number (pdf, descriptor, "Flags", FONT_IS_SYMBOLIC);
  panah_pdf_dict_set_array (pdf, descriptor, "FontBBox", create_bounding_box (self));
  panah_pdf_dict_set_number (pdf, descriptor, "ItalicAngle", 0);
  panah_pdf_dict_set_number (pdf, descriptor, "Ascent", lround (extents.ascender * scale));
  panah_pdf_dict_set_number (pdf, descriptor, "Descent", lround (extents.descender * scale));
  panah_pdf_dict_set_number (pdf, descriptor, "CapHeight", 714);
  panah_pdf_dict_set_number (pdf, descriptor, "StemV", 80);
  panah_pdf_dict_set_dict (pdf, descriptor, "FontFile2", file);
  hb_blob_destroy (blob);
  return descriptor;
}

static PanahPdfArray *
create_widths (PanahPdfFont *self)
{
  PanahPdfArray *outer = panah_pdf_array_new (self->pdf);
  PanahPdfArray *inner = panah_pdf_array_new (self->pdf);

  for (guint i = 0; i < self->codes->len; i++)
    panah_pdf_array_add_number (self->pdf, inner, panah_pdf_font_get_width (self, i));
  panah_pdf_array_add_number (self->pdf, outer, 0);
  panah_pdf_array_add_array (self->pdf, outer, inner);
  return outer;
}

static PanahPdfDict *
create_descendant (PanahPdfFont   *self,
                   const char     *name,
                   hb_face_t      *subset,
                   const hb_map_t *new_glyphs)
{
  PanahPdf *pdf = self->pdf;
  PanahPdfDict *font = panah_pdf_dict_new (pdf, TRUE);
  PanahPdfDict *system = panah_pdf_dict_new (pdf, FALSE);

  panah_pdf_dict_set_text (pdf, system, "Registry", "Adobe");
  panah_pdf_dict_set_text (pdf, system, "Ordering", "Identity");
  panah_pdf_dict_set_number (pdf, system, "Supplement", 0);

  panah_pdf_dict_set_name (pdf, font, "Type", "Font");
  panah_pdf_dict_set_name (pdf, font, "Subtype", "CIDFontType2");
  panah_pdf_dict_set_name (pdf, font, "BaseFont", name);
  panah_pdf_dict_set_dict (pdf, font, "CIDSystemInfo", system);
  panah_pdf_dict_set_dict (pdf, font, "FontDescriptor", create_descriptor (self, name, subset));
  panah_pdf_dict_set_array (pdf, font, "W", create_widths (self));
  panah_pdf_dict_set_dict (pdf, font, "CIDToGIDMap", create_glyph_map (self, new_glyphs));
  return font;
}

static void
fill_dict (PanahPdfFont   *self,
           hb_face_t      *subset,
           const hb_map_t *new_glyphs)
{
  PanahPdf *pdf = self->pdf;
  g_autofree char *name = dup_subset_name (self);
  PanahPdfArray *descendants = panah_pdf_array_new (pdf);

  panah_pdf_array_add_dict (pdf, descendants, create_descendant (self, name, subset, new_glyphs));
  panah_pdf_dict_set_name (pdf, self->dict, "Type", "Font");
  panah_pdf_dict_set_name (pdf, self->dict, "Subtype", "Type0");
  panah_pdf_dict_set_name (pdf, self->dict, "BaseFont", name);
  panah_pdf_dict_set_name (pdf, self->dict, "Encoding", "Identity-H");
  panah_pdf_dict_set_array (pdf, self->dict, "DescendantFonts", descendants);
  panah_pdf_dict_set_dict (pdf, self->dict, "ToUnicode", create_text_map (self));
}

/**
 * panah_pdf_font_finish:
 *
 * Subsets the face to the glyphs used and writes the font's objects.
 *
 * Returns: %FALSE with %PANAH_PAPER_ERROR_FONT if the face cannot be subset
 */
gboolean
panah_pdf_font_finish (PanahPdfFont *self,
                       GError      **error)
{
  hb_subset_input_t *input = create_subset_input (self);
  hb_subset_plan_t *plan = NULL;
  hb_face_t *subset = NULL;

  if (input != NULL)
    plan = hb_subset_plan_create_or_fail (panah_face_get_subset_source (self->face), input);
  if (plan != NULL)
    subset = hb_subset_plan_execute_or_fail (plan);
  if (subset != NULL)
    fill_dict (self, subset, hb_subset_plan_old_to_new_glyph_mapping (plan));
  else
    g_set_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_FONT,
                 "The font %s cannot be subset", panah_face_get_name (self->face));

  hb_face_destroy (subset);
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);
  return subset != NULL;
}
