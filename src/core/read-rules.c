/* read-rules.c - papers, procedure, notices, offices and journeys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-private.h"

#include <string.h>

static gpointer
read_paper (PanahPackReader       *self,
            const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "id", "label", "help", "if_missing", "copies", "official", "when", "as_of",
                                         "values", NULL };
  PanahPaperSpec *spec = panah_arena_new0 (self->arena, PanahPaperSpec);

  if (!panah_json_allow (at, allowed))
    return NULL;
  panah_read_rule (self, at, TRUE, &spec->rule);
  spec->label = panah_json_get_string (at, "label", PANAH_JSON_REQUIRED);
  spec->help = panah_json_get_string (at, "help", PANAH_JSON_OPTIONAL);
  spec->if_missing = panah_json_get_string (at, "if_missing", PANAH_JSON_OPTIONAL);
  spec->copies = panah_json_get_string (at, "copies", PANAH_JSON_OPTIONAL);
  spec->official = panah_read_official (self, at, "official");
  return spec->rule.id != NULL ? spec : NULL;
}

void
panah_read_papers (PanahPackReader       *self,
                   const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "papers", NULL };
  PanahPack *pack = self->pack;

  if (panah_json_allow (at, allowed))
    pack->papers = panah_read_array (self, at, "papers", PANAH_JSON_REQUIRED, read_paper, &pack->n_papers);
  for (guint i = 0; i < pack->n_papers; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          if (strcmp (pack->papers[i]->rule.id, pack->papers[j]->rule.id) == 0)
            panah_json_problem (at, "the paper “%s” stands twice", pack->papers[i]->rule.id);
        }
    }
}

static gpointer
read_step (PanahPackReader       *self,
           const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "id", "label", "text", "who", "when", "after", "done_by", "expected_by",
                                         "as_of", "values", NULL };
  static const char *const whos[] = { "person", "office", "court", NULL };
  PanahStepSpec *spec = panah_arena_new0 (self->arena, PanahStepSpec);

  if (!panah_json_allow (at, allowed))
    return NULL;
  panah_read_rule (self, at, FALSE, &spec->rule);
  spec->label = panah_json_get_string (at, "label", PANAH_JSON_REQUIRED);
  spec->text = panah_json_get_string (at, "text", PANAH_JSON_OPTIONAL);
  spec->who = panah_json_get_enum (at, "who", PANAH_JSON_REQUIRED, whos, PANAH_WHO_PERSON);
  spec->after = panah_json_get_strings (at, "after", PANAH_JSON_OPTIONAL);
  spec->done_by = panah_read_day_fact_ids (self, at, "done_by");
  spec->expected_by = panah_json_get_id (at, "expected_by", PANAH_JSON_OPTIONAL);
  if (spec->expected_by != NULL)
    panah_read_deadline_id (self, at, spec->expected_by);
  return spec->rule.id != NULL ? spec : NULL;
}

/* A step comes after steps that stand above it, so that the list reads in order and cannot run in a circle. */
static void
check_order (const PanahPack       *pack,
             guint                  index,
             const PanahJsonCursor *at)
{
  const PanahStepSpec *spec = pack->steps[index];

  for (guint i = 0; spec->after[i] != NULL; i++)
    {
      guint j = 0;
      while (j < index && strcmp (pack->steps[j]->rule.id, spec->after[i]) != 0)
        j++;
      if (j == index)
        panah_json_problem (at, "the step “%s” comes after “%s”, which is not above it", spec->rule.id, spec->after[i]);
    }
  for (guint j = 0; j < index; j++)
    {
      if (strcmp (pack->steps[j]->rule.id, spec->rule.id) == 0)
        panah_json_problem (at, "the step “%s” stands twice", spec->rule.id);
    }
}

void
panah_read_procedure (PanahPackReader       *self,
                      const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "steps", NULL };
  PanahPack *pack = self->pack;

  if (panah_json_allow (at, allowed))
    pack->steps = panah_read_array (self, at, "steps", PANAH_JSON_REQUIRED, read_step, &pack->n_steps);
  for (guint i = 0; i < pack->n_steps; i++)
    check_order (pack, i, at);
}

static gpointer
read_notice (PanahPackReader       *self,
             const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "id", "kind", "label", "text", "when", "as_of", "values", NULL };
  PanahNoticeSpec *spec = panah_arena_new0 (self->arena, PanahNoticeSpec);

  if (!panah_json_allow (at, allowed))
    return NULL;
  panah_read_rule (self, at, FALSE, &spec->rule);
  spec->kind = panah_json_get_enum (at, "kind", PANAH_JSON_REQUIRED, panah_notice_kind_names, PANAH_NOTICE_EXPLANATION);
  spec->label = panah_json_get_string (at, "label", PANAH_JSON_REQUIRED);
  spec->text = panah_json_get_string (at, "text", PANAH_JSON_REQUIRED);
  return spec->rule.id != NULL ? spec : NULL;
}

void
panah_read_notices (PanahPackReader       *self,
                    const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "notices", NULL };
  PanahPack *pack = self->pack;

  if (panah_json_allow (at, allowed))
    pack->notices = panah_read_array (self, at, "notices", PANAH_JSON_REQUIRED, read_notice, &pack->n_notices);
  for (guint i = 0; i < pack->n_notices; i++)
    {
      if (panah_pack_find_notice (pack, pack->notices[i]->rule.id) != pack->notices[i])
        panah_json_problem (at, "the notice “%s” stands twice", pack->notices[i]->rule.id);
    }
}

static gpointer
read_office (PanahPackReader       *self,
             const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "id", "kind", "name", "official", "addressee", "when", "address", "phones",
                                         "email", "hours", "note", "reference", "edition_read", "checked_on",
                                         "confidence", NULL };
  static const char *const kinds[] = { "filing", "policy", "court", "border", "legal-aid", "aid", "un", "emergency", NULL };
  PanahOfficeSpec *spec = panah_arena_new0 (self->arena, PanahOfficeSpec);

  if (!panah_json_allow (at, allowed))
    return NULL;
  spec->id = panah_json_get_id (at, "id", PANAH_JSON_REQUIRED);
  spec->kind = kinds[panah_json_get_enum (at, "kind", PANAH_JSON_REQUIRED, kinds, 0)];
  spec->name = panah_json_get_string (at, "name", PANAH_JSON_REQUIRED);
  spec->official = panah_read_official (self, at, "official");
  spec->addressee = panah_read_official (self, at, "addressee");
  spec->when = panah_read_condition (self, at, "when", NULL);
  spec->address = panah_json_get_string (at, "address", PANAH_JSON_OPTIONAL);
  spec->phones = panah_json_get_strings (at, "phones", PANAH_JSON_OPTIONAL);
  spec->email = panah_json_get_string (at, "email", PANAH_JSON_OPTIONAL);
  spec->hours = panah_json_get_string (at, "hours", PANAH_JSON_OPTIONAL);
  panah_read_provenance (self, at, FALSE, &spec->provenance);
  spec->note = spec->provenance.note;
  return spec->id != NULL ? spec : NULL;
}

void
panah_read_offices (PanahPackReader       *self,
                    const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "offices", NULL };
  PanahPack *pack = self->pack;

  if (panah_json_allow (at, allowed))
    pack->offices = panah_read_array (self, at, "offices", PANAH_JSON_REQUIRED, read_office, &pack->n_offices);
  for (guint i = 0; i < pack->n_offices; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          if (strcmp (pack->offices[i]->id, pack->offices[j]->id) == 0)
            panah_json_problem (at, "the office “%s” stands twice", pack->offices[i]->id);
        }
    }
}

static gpointer
read_journey (PanahPackReader       *self,
              const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "id", "label", "help", "documents", "asks", NULL };
  PanahJourneySpec *spec = panah_arena_new0 (self->arena, PanahJourneySpec);

  if (!panah_json_allow (at, allowed))
    return NULL;
  spec->id = panah_json_get_id (at, "id", PANAH_JSON_REQUIRED);
  spec->label = panah_json_get_string (at, "label", PANAH_JSON_REQUIRED);
  spec->help = panah_json_get_string (at, "help", PANAH_JSON_OPTIONAL);
  spec->asks = panah_read_fact_ids (self, at, "asks");
  spec->documents = panah_json_get_strings (at, "documents", PANAH_JSON_REQUIRED);
  for (guint i = 0; spec->documents[i] != NULL; i++)
    {
      if (panah_pack_find_document (self->pack, spec->documents[i]) == NULL)
        panah_json_problem (at, "there is no document “%s”", spec->documents[i]);
    }
  return spec->id != NULL ? spec : NULL;
}

void
panah_read_journeys (PanahPackReader       *self,
                     const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "journeys", NULL };
  PanahPack *pack = self->pack;

  if (panah_json_allow (at, allowed))
    pack->journeys = panah_read_array (self, at, "journeys", PANAH_JSON_REQUIRED, read_journey, &pack->n_journeys);
  for (guint i = 0; i < pack->n_journeys; i++)
    {
      if (panah_pack_find_journey (pack, pack->journeys[i]->id) != pack->journeys[i])
        panah_json_problem (at, "the journey “%s” stands twice", pack->journeys[i]->id);
    }
}

/* Conditions stand in every file; what they say of journeys can be checked when all have been read. */
void
panah_check_journeys (PanahPackReader *self)
{
  for (guint i = 0; i < self->journeys_named->len; i++)
    {
      const PanahNamedJourney *named = self->journeys_named->pdata[i];
      if (panah_pack_find_journey (self->pack, named->id) != NULL)
        continue;
      g_auto (GStrv) parts = g_strsplit (named->pointer, "#", 2);
      g_autofree char *message = g_strdup_printf ("there is no journey “%s”", named->id);
      panah_pack_problems_add (self->problems, parts[0], parts[1], TRUE, message);
    }
}
