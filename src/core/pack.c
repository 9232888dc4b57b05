/* pack.c - one jurisdiction, checked, never changed after it was loaded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-private.h"

#include "core/catalog.h"

#include <string.h>

const char *const panah_whose_names[] = { "person", "office", NULL };
const char *const panah_need_names[] = { "needed", "useful", NULL };
const char *const panah_notice_kind_names[] = { "warning", "right", "duty", "explanation", NULL };

G_DEFINE_BOXED_TYPE (PanahPack, panah_pack, panah_pack_ref, panah_pack_unref)

/**
 * panah_pack_ref:
 * @self: a pack
 *
 * Returns: (transfer full): @self
 */
PanahPack *
panah_pack_ref (PanahPack *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
pack_clear (gpointer data)
{
  PanahPack *self = data;

  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->translations);
  panah_arena_free (self->arena);
}

/**
 * panah_pack_unref:
 * @self: (transfer full): a pack
 */
void
panah_pack_unref (PanahPack *self)
{
  g_atomic_rc_box_release_full (self, pack_clear);
}

/**
 * panah_pack_get_id:
 * @self: a pack
 *
 * Returns: its id, which is the name of its folder
 */
const char *
panah_pack_get_id (const PanahPack *self)
{
  return self->id;
}

/**
 * panah_pack_get_edition:
 * @self: a pack
 *
 * Returns: the day this edition of the pack was made, `YYYY-MM-DD`
 */
const char *
panah_pack_get_edition (const PanahPack *self)
{
  return self->edition;
}

/**
 * panah_pack_get_hash:
 * @self: a pack
 *
 * Returns: SHA-256 over the files that hold law, in hexadecimal; translations, cases and notes are not part of it
 */
const char *
panah_pack_get_hash (const PanahPack *self)
{
  return self->hash;
}

/**
 * panah_pack_get_seal:
 * @self: a pack
 *
 * Returns: SHA-256 over everything of the pack that a person is told, in hexadecimal: the law files and the translations.
 *   Cases and notes are not part of it
 */
const char *
panah_pack_get_seal (const PanahPack *self)
{
  return self->seal;
}

/**
 * panah_pack_set_unverified:
 * @self: a pack that was just loaded and that nobody else has yet
 *
 * Says that nobody vouches for these rules: the screen and each paper made by them say so from then on.
 */
void
panah_pack_set_unverified (PanahPack *self)
{
  self->unverified = TRUE;
}

/**
 * panah_pack_is_unverified:
 * @self: a pack
 *
 * Returns: %TRUE if the rules neither came with the program nor are signed
 */
gboolean
panah_pack_is_unverified (const PanahPack *self)
{
  return self->unverified;
}

/**
 * panah_pack_get_review_state:
 * @self: a pack
 *
 * Returns: `unreviewed`, `partly-reviewed` or `reviewed`
 */
const char *
panah_pack_get_review_state (const PanahPack *self)
{
  return self->review_state;
}

/**
 * panah_pack_get_name:
 * @self: a pack
 * @language: BCP 47
 *
 * Returns: the country's name in @language, else in English
 */
const char *
panah_pack_get_name (const PanahPack *self,
                     const char      *language)
{
  const char *english = self->id;

  for (guint i = 0; self->names[i] != NULL; i += 2)
    {
      if (strcmp (self->names[i], language) == 0)
        return self->names[i + 1];
      if (strcmp (self->names[i], "en") == 0)
        english = self->names[i + 1];
    }
  return english;
}

/**
 * panah_pack_get_official_languages:
 * @self: a pack
 *
 * Returns: (array zero-terminated): the languages of its forms, BCP 47; the first is the usual one
 */
const char *const *
panah_pack_get_official_languages (const PanahPack *self)
{
  return self->official_languages;
}

/**
 * panah_pack_get_first_day:
 * @self: a pack
 *
 * Returns: the first day the pack speaks about; what happened earlier is not covered
 */
guint32
panah_pack_get_first_day (const PanahPack *self)
{
  return self->first_day;
}

/**
 * panah_pack_get_review_months:
 * @self: a pack
 *
 * Returns: after how many months somebody should look whether the law has changed
 */
guint
panah_pack_get_review_months (const PanahPack *self)
{
  return self->review_months;
}

/**
 * panah_pack_get_utc_offset:
 * @self: a pack
 * @day: a day
 *
 * Returns: minutes east of Greenwich of the country's clock on @day; the earliest known offset before that
 */
int
panah_pack_get_utc_offset (const PanahPack *self,
                           guint32          day)
{
  const PanahZone *best = self->zones[0];

  for (guint i = 1; i < self->n_zones; i++)
    {
      const PanahZone *zone = self->zones[i];
      gboolean begun = zone->from <= day, best_begun = best->from <= day;
      if (begun ? !best_begun || zone->from > best->from : !best_begun && zone->from < best->from)
        best = zone;
    }
  return best->minutes;
}

/**
 * panah_pack_get_calendar:
 * @self: a pack
 *
 * Returns: on which days nothing can be filed
 */
const PanahCalendar *
panah_pack_get_calendar (const PanahPack *self)
{
  return &self->calendar;
}

/**
 * panah_pack_get_directory:
 * @self: a pack
 *
 * Returns: the folder it was loaded from
 */
const char *
panah_pack_get_directory (const PanahPack *self)
{
  return self->directory;
}

/**
 * panah_pack_get_text:
 * @self: a pack
 * @document: id of a document
 * @language: one of its languages
 * @block: id of a block; "" for the document itself, whose texts are `title` and `footer`
 * @text_id: "" where the block has one text
 *
 * Returns: (nullable): the words, with placeholders
 */
const char *
panah_pack_get_text (const PanahPack *self,
                     const char      *document,
                     const char      *language,
                     const char      *block,
                     const char      *text_id)
{
  g_autofree char *key = g_strjoin ("/", document, language, block, text_id, NULL);

  return g_hash_table_lookup (self->texts, key);
}

/**
 * panah_pack_translate:
 * @self: a pack
 * @language: BCP 47
 * @english: words of the pack
 *
 * Returns: @english in @language, or @english where there is no translation
 */
const char *
panah_pack_translate (const PanahPack *self,
                      const char      *language,
                      const char      *english)
{
  PanahCatalog *catalog = g_hash_table_lookup (self->translations, language);
  const char *translated = catalog != NULL && english != NULL ? panah_catalog_lookup (catalog, english) : NULL;

  return translated != NULL ? translated : english;
}

/**
 * panah_pack_find_translation:
 * @self: a pack
 * @language: BCP 47
 *
 * `ru-KZ` is served by a catalogue in `ru-KZ`, else in `ru`.
 *
 * Returns: (nullable) (transfer none): the language of the catalogue that serves @language, for
 *   [func@Panah.pack_translate]; %NULL if there is none
 */
const char *
panah_pack_find_translation (const PanahPack *self,
                             const char      *language)
{
  g_autofree char *base = g_strndup (language, strcspn (language, "-"));
  gpointer found = NULL;

  if (!g_hash_table_lookup_extended (self->translations, language, &found, NULL))
    g_hash_table_lookup_extended (self->translations, base, &found, NULL);
  return found;
}
