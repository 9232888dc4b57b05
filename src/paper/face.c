/* face.c - one font file
 *
 * A file is checked once for the process (a glyf font, no CFF: viewers disagree about CID-keyed CFF under a
 * CIDToGIDMap) and, if many documents are made, prepared for subsetting, which makes each subset fifty times quicker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/face.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include "paper/error.h"

/* About what one case prints. */
#define SUBSETS_UNPREPARED 12

struct _PanahFace
{
  /* owned */
  char      *path;
  char      *name;
  hb_face_t *face;
  hb_font_t *font;
  hb_face_t *subset_source; /* (nullable) under faces_lock */
  guint      n_subsets;     /* under faces_lock: how often it was asked for while there was none */
};

static GMutex faces_lock;
static GHashTable *faces;   /* (element-type filename PanahFace): under faces_lock */

static void
free_face (PanahFace *self)
{
  g_clear_pointer (&self->font, hb_font_destroy);
  g_clear_pointer (&self->subset_source, hb_face_destroy);
  g_clear_pointer (&self->face, hb_face_destroy);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahFace, free_face)

static gboolean
has_table (hb_face_t *face,
           hb_tag_t   tag)
{
  hb_blob_t *blob = hb_face_reference_table (face, tag);
  gboolean found = hb_blob_get_length (blob) > 0;

  hb_blob_destroy (blob);
  return found;
}

static gboolean
is_fit (hb_face_t *face)
{
  static const hb_tag_t needed[] = {
    HB_TAG ('c', 'm', 'a', 'p'), HB_TAG ('g', 'l', 'y', 'f'), HB_TAG ('h', 'e', 'a', 'd'),
    HB_TAG ('h', 'h', 'e', 'a'), HB_TAG ('h', 'm', 't', 'x'), HB_TAG ('l', 'o', 'c', 'a'),
  };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!has_table (face, needed[i]))
      return FALSE;
  return hb_face_get_glyph_count (face) > 0 &&
         !has_table (face, HB_TAG ('C', 'F', 'F', ' ')) &&
         !has_table (face, HB_TAG ('C', 'F', 'F', '2')) &&
         !has_table (face, HB_TAG ('f', 'v', 'a', 'r'));
}

static char *
dup_postscript_name (hb_face_t *face)
{
  char name[64] = "";
  guint length = sizeof name;

  hb_ot_name_get_utf8 (face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name);
  return g_strcanon (g_strdup (*name != '\0' ? name : "Font"),
                     G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-", '-');
}

static PanahFace *
load_face (const char *path,
           GError    **error)
{
  g_autoptr (PanahFace) self = g_new0 (PanahFace, 1);
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (path);

  if (blob == NULL)
    {
      g_set_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_FONT,
                   "The font file %s cannot be read", path);
      return NULL;
    }

  self->path = g_strdup (path);
  self->face = hb_face_create (blob, 0);
  hb_blob_destroy (blob);
  if (!is_fit (self->face))
    {
      g_set_error (error, PANAH_PAPER_ERROR, PANAH_PAPER_ERROR_FONT,
                   "The font file %s is damaged or is not a plain TrueType font", path);
      return NULL;
    }

  hb_face_make_immutable (self->face);
  self->name = dup_postscript_name (self->face);
  self->font = hb_font_create (self->face);
  return g_steal_pointer (&self);
}

/**
 * panah_face_get:
 * @path: a font file
 *
 * Returns: (transfer none): the face in it, the same for all threads; %NULL with %PANAH_PAPER_ERROR_FONT when the file
 *   cannot be read or is not plain TrueType
 */
const PanahFace *
panah_face_get (const char *path,
                GError    **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&faces_lock);
  PanahFace *face;

  if (faces == NULL)
    faces = g_hash_table_new (g_str_hash, g_str_equal);
  face = g_hash_table_lookup (faces, path);
  if (face == NULL)
    {
      face = load_face (path, error);
      if (face != NULL)
        g_hash_table_insert (faces, face->path, face);
    }
  return face;
}

/**
 * panah_face_get_hb_face:
 *
 * Returns: (transfer none): the whole face
 */
hb_face_t *
panah_face_get_hb_face (const PanahFace *self)
{
  return self->face;
}

/**
 * panah_face_get_hb_font:
 *
 * Returns: (transfer none): the face at its own scale, to look characters up in
 */
hb_font_t *
panah_face_get_hb_font (const PanahFace *self)
{
  return self->font;
}

/**
 * panah_face_get_path:
 *
 * Returns: (transfer none) (type filename): the file
 */
const char *
panah_face_get_path (const PanahFace *self)
{
  return self->path;
}

/**
 * panah_face_get_subset_source:
 *
 * Preparing a face takes as long as thirty subsets from one that is not prepared, so it waits for the second case. The
 * subsets are the same.
 *
 * Returns: (transfer none): the face to make subsets from
 */
hb_face_t *
panah_face_get_subset_source (const PanahFace *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&faces_lock);

  if (self->subset_source == NULL && ((PanahFace *) self)->n_subsets++ >= SUBSETS_UNPREPARED)
    ((PanahFace *) self)->subset_source = hb_subset_preprocess (self->face);
  return self->subset_source != NULL ? self->subset_source : self->face;
}

/**
 * panah_face_get_name:
 *
 * Returns: (transfer none): its PostScript name, fit to be a PDF name
 */
const char *
panah_face_get_name (const PanahFace *self)
{
  return self->name;
}
