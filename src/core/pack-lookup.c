/* pack-lookup.c - what a pack holds, by kind and by id
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-private.h"

#include <string.h>

/**
 * panah_pack_get_facts:
 * @self: a pack
 * @out_n: (out): how many
 *
 * Returns: (array length=out_n) (transfer none): the vocabulary
 */
const PanahFactSpec *const *
panah_pack_get_facts (const PanahPack *self,
                      guint           *out_n)
{
  *out_n = self->n_facts;
  return self->facts;
}

/**
 * panah_pack_find_fact:
 * @self: a pack
 * @id: id of a fact
 *
 * Returns: (nullable): the fact
 */
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

/**
 * panah_pack_find_role:
 * @self: a pack
 * @role: a role
 *
 * Returns: (nullable): the fact that has the role
 */
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

/**
 * panah_pack_find_mrz:
 * @self: a pack
 * @field: what stands in the lines of a passport
 *
 * Returns: (nullable): the fact of the person's own case that it answers
 */
const PanahFactSpec *
panah_pack_find_mrz (const PanahPack *self,
                     PanahMrzField    field)
{
  for (guint i = 0; i < self->n_facts; i++)
    {
      if (self->facts[i]->mrz == field)
        return self->facts[i];
    }
  return NULL;
}

/**
 * panah_pack_get_deadlines:
 * @self: a pack
 * @out_n: (out): how many
 *
 * Returns: (array length=out_n) (transfer none): the windows
 */
const PanahDeadlineSpec *const *
panah_pack_get_deadlines (const PanahPack *self,
                          guint           *out_n)
{
  *out_n = self->n_deadlines;
  return self->deadlines;
}

/**
 * panah_pack_find_deadline:
 * @self: a pack
 * @id: id of a window
 *
 * Returns: (nullable): the window
 */
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

/**
 * panah_pack_get_papers:
 * @self: a pack
 * @out_n: (out): how many
 *
 * Returns: (array length=out_n) (transfer none): what may have to be brought
 */
const PanahPaperSpec *const *
panah_pack_get_papers (const PanahPack *self,
                       guint           *out_n)
{
  *out_n = self->n_papers;
  return self->papers;
}

/**
 * panah_pack_find_paper:
 * @self: a pack
 * @id: id of a paper
 *
 * Returns: (nullable): the paper
 */
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

/**
 * panah_pack_get_steps:
 * @self: a pack
 * @out_n: (out): how many
 *
 * Returns: (array length=out_n) (transfer none): the steps of the procedure, in their order
 */
const PanahStepSpec *const *
panah_pack_get_steps (const PanahPack *self,
                      guint           *out_n)
{
  *out_n = self->n_steps;
  return self->steps;
}

/**
 * panah_pack_find_step:
 * @self: a pack
 * @id: id of a step
 *
 * Returns: (nullable): the step
 */
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

/**
 * panah_pack_get_notices:
 * @self: a pack
 * @out_n: (out): how many
 *
 * Returns: (array length=out_n) (transfer none): rights, duties, warnings and explanations
 */
const PanahNoticeSpec *const *
panah_pack_get_notices (const PanahPack *self,
                        guint           *out_n)
{
  *out_n = self->n_notices;
  return self->notices;
}

/**
 * panah_pack_find_notice:
 * @self: a pack
 * @id: id of a notice
 *
 * Returns: (nullable): the notice
 */
const PanahNoticeSpec *
panah_pack_find_notice (const PanahPack *self,
                        const char      *id)
{
  for (guint i = 0; i < self->n_notices; i++)
    {
      if (strcmp (self->notices[i]->rule.id, id) == 0)
        return self->notices[i];
    }
  return NULL;
}

/**
 * panah_pack_get_offices:
 * @self: a pack
 * @out_n: (out): how many
 *
 * Returns: (array length=out_n) (transfer none): the offices and those who help
 */
const PanahOfficeSpec *const *
panah_pack_get_offices (const PanahPack *self,
                        guint           *out_n)
{
  *out_n = self->n_offices;
  return self->offices;
}

/**
 * panah_pack_get_journeys:
 * @self: a pack
 * @out_n: (out): how many
 *
 * Returns: (array length=out_n) (transfer none): what a person can be here for
 */
const PanahJourneySpec *const *
panah_pack_get_journeys (const PanahPack *self,
                         guint           *out_n)
{
  *out_n = self->n_journeys;
  return self->journeys;
}

/**
 * panah_pack_find_journey:
 * @self: a pack
 * @id: id of a journey
 *
 * Returns: (nullable): the journey
 */
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

/**
 * panah_pack_get_sections:
 * @self: a pack
 * @out_n: (out): how many
 *
 * Returns: (array length=out_n) (transfer none): the questions, in their order
 */
const PanahSectionSpec *const *
panah_pack_get_sections (const PanahPack *self,
                         guint           *out_n)
{
  *out_n = self->n_sections;
  return self->sections;
}

/**
 * panah_pack_get_documents:
 * @self: a pack
 * @out_n: (out): how many
 *
 * Returns: (array length=out_n) (transfer none): the documents, by id
 */
const PanahDocumentSpec *const *
panah_pack_get_documents (const PanahPack *self,
                          guint           *out_n)
{
  *out_n = self->n_documents;
  return self->documents;
}

/**
 * panah_pack_find_document:
 * @self: a pack
 * @id: id of a document
 *
 * Returns: (nullable): the document
 */
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
 * panah_block_spec_has_parts:
 * @self: a block of a document
 *
 * Returns: %TRUE if its gloss has a part for each of its texts, in their order
 */
gboolean
panah_block_spec_has_parts (const PanahBlockSpec *self)
{
  static const char *const kinds[] = { "table", "signature", "continuations", NULL };

  return g_strv_contains (kinds, self->kind) && g_strv_length ((char **) self->text_ids) > 1;
}

/**
 * panah_document_spec_match_language:
 * @self: a document
 * @language: BCP 47
 *
 * `fa-AF` is served by a paper in `fa-AF`, else in `fa`.
 *
 * Returns: (nullable): which of the document's languages that is
 */
const char *
panah_document_spec_match_language (const PanahDocumentSpec *self,
                                    const char              *language)
{
  g_autofree char *base = g_strndup (language, strcspn (language, "-"));
  const char *const wanted[] = { language, base };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      for (guint j = 0; self->languages[j] != NULL; j++)
        {
          if (strcmp (self->languages[j], wanted[i]) == 0)
            return self->languages[j];
        }
    }
  return NULL;
}

/**
 * panah_pack_match_language:
 * @self: a pack
 * @document: one of its documents
 * @language: BCP 47, of whom it is for
 *
 * What only its reader keeps is there in every language into which the pack translates its English, also where nobody has
 * written it in that language; what is handed in only as it was written.
 *
 * Returns: (nullable) (transfer none): in which language the document can be printed for @language
 */
const char *
panah_pack_match_language (const PanahPack         *self,
                           const PanahDocumentSpec *document,
                           const char              *language)
{
  const char *own = panah_document_spec_match_language (document, language);

  if (own != NULL || !document->for_user || panah_document_spec_match_language (document, "en") == NULL)
    return own;
  return panah_pack_find_translation (self, language);
}
