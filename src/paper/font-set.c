/* font-set.c - a private font map over the files we ship
 *
 * Whatever fonts a machine has, the same text must come out the same: fontconfig's own
 * configuration is never read, so nothing can be substituted. Pango's font maps are not
 * safe between threads: each thread has its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/font-set.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "paper/error.h"

#define FAMILY "Noto Sans, Noto Naskh Arabic, Droid Sans Fallback"
#define FIRST_PLANE 0x10000
#define KNOWN_REGULAR (1 << 0)
#define CAN_REGULAR (1 << 1)
#define PLAIN_REGULAR (1 << 2)
#define KNOWN_BOLD (1 << 3)
#define CAN_BOLD (1 << 4)
#define PLAIN_BOLD (1 << 5)

typedef enum
{
  WEIGHT_REGULAR = 1 << 0,
  WEIGHT_BOLD = 1 << 1,
} Weight;

/* Order is order of preference. Chinese has one weight: it is set off by its size. */
static const struct
{
  const char *file;
  Weight      weight; /* what it serves */
} shipped[] = {
  { "NotoSans-Regular.ttf", WEIGHT_REGULAR },
  { "NotoSans-Bold.ttf", WEIGHT_BOLD },
  { "NotoNaskhArabic-Regular.ttf", WEIGHT_REGULAR },
  { "NotoNaskhArabic-Bold.ttf", WEIGHT_BOLD },
  { "DroidSansFallbackFull.ttf", WEIGHT_REGULAR | WEIGHT_BOLD },
};

struct _PanahFontSet
{
  /* owned */
  PangoFontMap *map;
  PangoContext *ltr;
  PangoContext *rtl;
  GHashTable   *shelf;    /* (element-type utf8 GArray) */
  GHashTable   *known;    /* (element-type hb_face_t PanahFace): Pango's face -> ours */
  guint8       *drawable; /* of each character of the first plane: KNOWN_… and CAN_… */

  /* borrowed */
  const PanahFace *faces[G_N_ELEMENTS (shipped)];
};

static GPrivate thread_set = G_PRIVATE_INIT ((GDestroyNotify) panah_font_set_free);

static PangoContext *
create_context (PangoFontMap  *map,
                PangoDirection direction)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Advances must be those of the outlines, not of a screen's pixels. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, direction);
  return context;
}

static gboolean
create_map (PanahFontSet *self,
            GError      **error)
{
  FcConfig *config = FcConfigCreate ();

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    if (!FcConfigAppFontAddFile (config, (const FcChar8 *) panah_face_get_path (self->faces[i])))
      {
        g_set_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_FONT,
                     "The font file %s is not known to fontconfig", panah_face_get_path (self->faces[i]));
        FcConfigDestroy (config);
        return FALSE;
      }
  FcConfigBuildFonts (config);

  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->map), config);
  FcConfigDestroy (config);
  /* At 72 dots an inch, Pango's units over 1024 are points. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  self->ltr = create_context (self->map, PANGO_DIRECTION_LTR);
  self->rtl = create_context (self->map, PANGO_DIRECTION_RTL);
  return TRUE;
}

/* In the first folder that has it; where none has, in the first, which then says so. */
static char *
find_file (const char *const *directories,
           const char        *name)
{
  for (guint i = 0; directories[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (directories[i], name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return g_build_filename (directories[0], name, NULL);
}

/**
 * panah_font_set_new:
 * @directories: where the font files lie: folders, with a colon between two
 *
 * Returns: (transfer full): a font set for the calling thread, or %NULL with
 *   %PANAH_PAPER_ERROR_FONT when a file is missing or unfit
 */
PanahFontSet *
panah_font_set_new (const char *directories,
                    GError    **error)
{
  g_autoptr (PanahFontSet) self = g_new0 (PanahFontSet, 1);
  g_auto (GStrv) folders = NULL;

  g_return_val_if_fail (directories != NULL && *directories != '\0', NULL);

  folders = g_strsplit (directories, ":", -1);
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      g_autofree char *path = find_file ((const char *const *) folders, shipped[i].file);

      self->faces[i] = panah_face_get (path, error);
      if (self->faces[i] == NULL)
        return NULL;
    }

  if (!create_map (self, error))
    return NULL;
  self->shelf = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
  self->known = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) hb_face_destroy, NULL);
  self->drawable = g_malloc0 (FIRST_PLANE);
  return g_steal_pointer (&self);
}

/**
 * panah_font_set_free:
 * @self: (transfer full): a set of the calling thread
 */
void
panah_font_set_free (PanahFontSet *self)
{
  g_clear_pointer (&self->shelf, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->drawable, g_free);
  g_clear_object (&self->ltr);
  g_clear_object (&self->rtl);
  g_clear_object (&self->map);
  g_free (self);
}

/**
 * panah_font_set_get_default:
 *
 * Returns: (transfer none): the calling thread's font set over the program's own fonts; it
 *   lives until the thread ends. %NULL with %PANAH_PAPER_ERROR_FONT
 */
PanahFontSet *
panah_font_set_get_default (GError **error)
{
  PanahFontSet *self = g_private_get (&thread_set);

  if (self == NULL)
    {
      self = panah_font_set_new (PANAH_FONT_DIRS, error);
      if (self != NULL)
        g_private_set (&thread_set, self);
    }
  return self;
}

/**
 * panah_font_set_get_context:
 * @direction: %PANGO_DIRECTION_LTR or %PANGO_DIRECTION_RTL
 *
 * Layouts forget their lines when their context changes, so contexts are never changed:
 * there is one for each direction, and the language goes into the layout's attributes.
 *
 * Returns: (transfer none): a context of 1 point = 1024 units
 */
PangoContext *
panah_font_set_get_context (PanahFontSet  *self,
                            PangoDirection direction)
{
  return direction == PANGO_DIRECTION_RTL ? self->rtl : self->ltr;
}

/**
 * panah_font_set_get_shelf:
 *
 * Returns: (transfer none) (element-type utf8 GArray): room for lines that the layout will
 *   want again; what stands there lives and dies with the fonts that it is set in
 */
GHashTable *
panah_font_set_get_shelf (PanahFontSet *self)
{
  return self->shelf;
}

/**
 * panah_font_set_get_family:
 *
 * Returns: (transfer none): comma-separated families, in order of preference
 */
const char *
panah_font_set_get_family (PanahFontSet *self)
{
  return FAMILY;
}

static gboolean
is_synthetic (FcPattern *pattern)
{
  FcBool embolden = FcFalse;
  FcMatrix *matrix = NULL;

  FcPatternGetBool (pattern, FC_EMBOLDEN, 0, &embolden);
  FcPatternGetMatrix (pattern, FC_MATRIX, 0, &matrix);
  return embolden || (matrix != NULL && (matrix->xy != 0 || matrix->yx != 0));
}

static const PanahFace *
identify (PanahFontSet *self,
          PangoFont    *font,
          GError      **error)
{
  FcPattern *pattern = pango_fc_font_get_pattern (PANGO_FC_FONT (font));
  FcChar8 *file = NULL;

  /* The sink embeds plain outlines: a slant or weight that was made up would not print. */
  if (!is_synthetic (pattern) && FcPatternGetString (pattern, FC_FILE, 0, &file) == FcResultMatch)
    for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
      if (strcmp (panah_face_get_path (self->faces[i]), (const char *) file) == 0)
        return self->faces[i];

  g_set_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_FONT,
               "The text is set in %s, which is not one of the shipped faces",
               file != NULL ? (const char *) file : "a font without a file");
  return NULL;
}

/**
 * panah_font_set_lookup:
 * @font: a font that Pango chose
 *
 * Returns: (transfer none): the shipped face behind it, or %NULL with
 *   %PANAH_PAPER_ERROR_FONT if it is none of ours or a synthetic style of one
 */
const PanahFace *
panah_font_set_lookup (PanahFontSet *self,
                       PangoFont    *font,
                       GError      **error)
{
  hb_face_t *key = hb_font_get_face (pango_font_get_hb_font (font));
  const PanahFace *face = g_hash_table_lookup (self->known, key);

  if (face == NULL)
    {
      face = identify (self, font, error);
      if (face != NULL)
        g_hash_table_insert (self->known, hb_face_reference (key), (gpointer) face);
    }
  return face;
}

/* Among the first @n_faces of the weight */
static gboolean
has_glyph (PanahFontSet *self,
           gunichar      c,
           gboolean      bold,
           guint         n_faces)
{
  Weight weight = bold ? WEIGHT_BOLD : WEIGHT_REGULAR;
  hb_codepoint_t glyph;

  for (guint i = 0; i < G_N_ELEMENTS (shipped) && n_faces > 0; i++)
    {
      if ((shipped[i].weight & weight) == 0)
        continue;
      if (hb_font_get_nominal_glyph (panah_face_get_hb_font (self->faces[i]), c, &glyph))
        return TRUE;
      n_faces--;
    }
  return FALSE;
}

/* Isolates, joiners and selectors are never drawn, so no font needs to have them. */
static gboolean
is_drawn (gunichar c)
{
  return c != '\n' && !(c >= 0x200B && c <= 0x200F) && !(c >= 0x202A && c <= 0x202E) &&
         !(c >= 0x2060 && c <= 0x2069) && !(c >= 0xFE00 && c <= 0xFE0F) &&
         c != 0x00AD && c != 0x034F && c != 0x061C;
}

static gboolean
look_up (PanahFontSet *self,
         gunichar      c,
         gboolean      bold)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  if (!is_drawn (c) || has_glyph (self, c, bold, G_N_ELEMENTS (shipped)))
    return TRUE;

  /* HarfBuzz draws a letter that a font lacks from its base and its marks; Pango gives it to the first font. */
  n_parts = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  if (n_parts < 2)
    return FALSE;
  for (gsize i = 0; i < n_parts; i++)
    if (!has_glyph (self, parts[i], bold, 1))
      return FALSE;
  return TRUE;
}

/* Every letter of every text is asked for, again and again. */
static guint8
get_drawable (PanahFontSet *self,
              gunichar      c,
              gboolean      bold)
{
  guint8 *drawable = &self->drawable[c];

  if ((*drawable & (bold ? KNOWN_BOLD : KNOWN_REGULAR)) == 0)
    {
      *drawable |= bold ? KNOWN_BOLD : KNOWN_REGULAR;
      if (look_up (self, c, bold))
        *drawable |= bold ? CAN_BOLD : CAN_REGULAR;
      if (has_glyph (self, c, bold, 1))
        *drawable |= bold ? PLAIN_BOLD : PLAIN_REGULAR;
    }
  return *drawable;
}

static gboolean
can_draw (PanahFontSet *self,
          gunichar      c,
          gboolean      bold)
{
  if (c >= FIRST_PLANE)
    return look_up (self, c, bold);
  return (get_drawable (self, c, bold) & (bold ? CAN_BOLD : CAN_REGULAR)) != 0;
}

/**
 * panah_font_set_is_plain:
 * @text: clean text
 * @bold: whether it will be set in bold
 *
 * Returns: whether the first face has every character of @text, so that no other needs to be looked at
 */
gboolean
panah_font_set_is_plain (PanahFontSet *self,
                         const char   *text,
                         gboolean      bold)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= FIRST_PLANE || (is_drawn (c) && (get_drawable (self, c, bold) & (bold ? PLAIN_BOLD : PLAIN_REGULAR)) == 0))
        return FALSE;
    }
  return TRUE;
}

/**
 * panah_font_set_find_missing:
 * @text: clean text
 * @bold: whether it will be set in bold
 *
 * Returns: the first character that no shipped face can draw, or 0
 */
gunichar
panah_font_set_find_missing (PanahFontSet *self,
                             const char   *text,
                             gboolean      bold)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != ' ' && !can_draw (self, c, bold))
        return c;
    }
  return 0;
}

/**
 * panah_fonts_find_missing:
 * @text: clean text
 *
 * Asks the calling thread's own font set, regular and bold, before anything is laid out: so one answer can be left out
 * of a text that it shares with others.
 *
 * Returns: the first character that cannot be drawn, or 0; also 0 where there are no fonts, which laying out will tell
 */
gunichar
panah_fonts_find_missing (const char *text)
{
  PanahFontSet *self = panah_font_set_get_default (NULL);
  gunichar missing = self != NULL ? panah_font_set_find_missing (self, text, FALSE) : 0;

  return self == NULL || missing != 0 ? missing : panah_font_set_find_missing (self, text, TRUE);
}
