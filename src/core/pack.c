/* pack.c - one jurisdiction, checked, never changed after it was loaded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-private.h"

#include <string.h>

const char *const panah_whose_names[] = { "person", "office", NULL };
const char *const panah_need_names[] = { "needed", "useful", NULL };

G_DEFINE_BOXED_TYPE (PanahPack, panah_pack, panah_pack_ref, panah_pack_unref)

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

void
panah_pack_unref (PanahPack *self)
{
  g_atomic_rc_box_release_full (self, pack_clear);
}

const char *
panah_pack_get_id (const PanahPack *self)
{
  return self->id;
}

/* Returns: the day this edition of the pack was made, `YYYY-MM-DD` */
const char *
panah_pack_get_edition (const PanahPack *self)
{
  return self->edition;
}

/* Returns: SHA-256 over the files that hold law, in hexadecimal; translations, cases and notes are not part of it */
const char *
panah_pack_get_hash (const PanahPack *self)
{
  return self->hash;
}

const char *
panah_pack_get_review_state (const PanahPack *self)
{
  return self->review_state;
}

/* Returns: the country's name in @language, else in English */
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

const char *const *
panah_pack_get_official_languages (const PanahPack *self)
{
  return self->official_languages;
}

/* Returns: the first day the pack speaks about; what happened earlier is not covered */
guint32
panah_pack_get_first_day (const PanahPack *self)
{
  return self->first_day;
}

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

const PanahCalendar *
panah_pack_get_calendar (const PanahPack *self)
{
  return &self->calendar;
}

const char *
panah_pack_get_directory (const PanahPack *self)
{
  return self->directory;
}

const PanahFactSpec *const *
panah_pack_get_facts (const PanahPack *self,
                      guint           *out_n)
{
  *out_n = self->n_facts;
  return self->facts;
}

const PanahFactSpec *
panah_pack_find_fact (const PanahPack *self,
                      const char      *id)
{
  for (guint i = 0; i < self->n_facts; i++)
    {
      if (strcmp (self->facts[i]->id, id) == 0)
        return self->facts[i];
    }
  return NULL;
}

const PanahFactSpec *
panah_pack_find_role (const PanahPack *self,
                      PanahFactRole    role)
{
  for (guint i = 0; i < self->n_facts; i++)
    {
      if (self->facts[i]->role == role)
        return self->facts[i];
    }
  return NULL;
}

const PanahDeadlineSpec *const *
panah_pack_get_deadlines (const PanahPack *self,
                          guint           *out_n)
{
  *out_n = self->n_deadlines;
  return self->deadlines;
}

const PanahDeadlineSpec *
panah_pack_find_deadline (const PanahPack *self,
                          const char      *id)
{
  for (guint i = 0; i < self->n_deadlines; i++)
    {
      if (strcmp (self->deadlines[i]->id, id) == 0)
        return self->deadlines[i];
    }
  return NULL;
}

const PanahPaperSpec *const *
panah_pack_get_papers (const PanahPack *self,
                       guint           *out_n)
{
  *out_n = self->n_papers;
  return self->papers;
}

const PanahPaperSpec *
panah_pack_find_paper (const PanahPack *self,
                       const char      *id)
{
  for (guint i = 0; i < self->n_papers; i++)
    {
      if (strcmp (self->papers[i]->rule.id, id) == 0)
        return self->papers[i];
    }
  return NULL;
}

const PanahStepSpec *const *
panah_pack_get_steps (const PanahPack *self,
                      guint           *out_n)
{
  *out_n = self->n_steps;
  return self->steps;
}

const PanahStepSpec *
panah_pack_find_step (const PanahPack *self,
                      const char      *id)
{
  for (guint i = 0; i < self->n_steps; i++)
    {
      if (strcmp (self->steps[i]->rule.id, id) == 0)
        return self->steps[i];
    }
  return NULL;
}

const PanahOfficeSpec *const *
panah_pack_get_offices (const PanahPack *self,
                        guint           *out_n)
{
  *out_n = self->n_offices;
  return self->offices;
}

const PanahJourneySpec *const *
panah_pack_get_journeys (const PanahPack *self,
                         guint           *out_n)
{
  *out_n = self->n_journeys;
  return self->journeys;
}

const PanahJourneySpec *
panah_pack_find_journey (const PanahPack *self,
                         const char      *id)
{
  for (guint i = 0; i < self->n_journeys; i++)
    {
      if (strcmp (self->journeys[i]->id, id) == 0)
        return self->journeys[i];
    }
  return NULL;
}

const PanahDocumentSpec *const *
panah_pack_get_documents (const PanahPack *self,
                          guint           *out_n)
{
  *out_n = self->n_documents;
  return self->documents;
}

const PanahDocumentSpec *
panah_pack_find_document (const PanahPack *self,
                          const char      *id)
{
  for (guint i = 0; i < self->n_documents; i++)
    {
      if (strcmp (self->documents[i]->rule.id, id) == 0)
        return self->documents[i];
    }
  return NULL;
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
  GHashTable *words = g_hash_table_lookup (self->translations, language);
  const char *translated = words != NULL && english != NULL ? g_hash_table_lookup (words, english) : NULL;

  return translated != NULL ? translated : english;
}
