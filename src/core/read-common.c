/* read-common.c - what the files of a pack have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-private.h"

#include <string.h>

/* Reads every element of member @name; what could not be read is left out, its problem is noted. */
gpointer
panah_read_array (PanahPackReader       *self,
                  const PanahJsonCursor *at,
                  const char            *name,
                  PanahJsonNeed          need,
                  PanahElementReader     read,
                  guint                 *out_length)
{
  GPtrArray *elements = g_ptr_array_new ();
  PanahJsonCursor array, element;

  if (panah_json_member (at, name, need, &array))
    {
      for (guint i = 0, n = panah_json_length (&array); i < n; i++)
        {
          panah_json_element (&array, i, &element);
          gpointer item = read (self, &element);
          if (item != NULL)
            g_ptr_array_add (elements, item);
        }
    }

  return panah_arena_steal_array (self->arena, elements, out_length);
}

/* file#/pointer, to name a value in the report on coverage */
const char *
panah_read_pointer (PanahPackReader       *self,
                    const PanahJsonCursor *at)
{
  g_autofree char *pointer = panah_json_pointer (at);
  g_autofree char *full = g_strconcat (at->file, "#", pointer, NULL);

  return panah_arena_string (self->arena, full);
}

const PanahFactSpec *
panah_read_fact_id (PanahPackReader       *self,
                    const PanahJsonCursor *at,
                    const char            *id)
{
  const PanahFactSpec *fact = g_hash_table_lookup (self->facts, id);

  if (fact == NULL)
    panah_json_problem (at, "there is no fact “%s”", id);
  return fact;
}

const char *const *
panah_read_fact_ids (PanahPackReader       *self,
                     const PanahJsonCursor *at,
                     const char            *name)
{
  const char *const *ids = panah_json_get_strings (at, name, PANAH_JSON_OPTIONAL);
  PanahJsonCursor child;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (panah_json_member (at, name, PANAH_JSON_OPTIONAL, &child))
        panah_read_fact_id (self, &child, ids[i]);
    }
  return ids;
}

/* A fact that is a day or a moment; anything else could never close, suspend or select anything. */
const PanahFactSpec *
panah_read_day_fact_id (PanahPackReader       *self,
                        const PanahJsonCursor *at,
                        const char            *id)
{
  const PanahFactSpec *fact = panah_read_fact_id (self, at, id);

  if (fact != NULL && fact->kind != PANAH_FACT_DATE && fact->kind != PANAH_FACT_MOMENT)
    panah_json_problem (at, "“%s” is not a date", id);
  return fact;
}

const char *const *
panah_read_day_fact_ids (PanahPackReader       *self,
                         const PanahJsonCursor *at,
                         const char            *name)
{
  const char *const *ids = panah_json_get_strings (at, name, PANAH_JSON_OPTIONAL);
  PanahJsonCursor child;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (panah_json_member (at, name, PANAH_JSON_OPTIONAL, &child))
        panah_read_day_fact_id (self, &child, ids[i]);
    }
  return ids;
}

void
panah_read_deadline_id (PanahPackReader       *self,
                        const PanahJsonCursor *at,
                        const char            *id)
{
  if (!g_hash_table_contains (self->deadline_ids, id))
    panah_json_problem (at, "there is no window “%s”", id);
}

/* {"ru":"…","kk":"…"} to one string per official language, %NULL where there is none */
const char *const *
panah_read_official (PanahPackReader       *self,
                     const PanahJsonCursor *at,
                     const char            *name)
{
  const char *const *languages = self->pack->official_languages;
  guint n = languages != NULL ? g_strv_length ((char **) languages) : 0;
  const char **words = panah_arena_alloc0 (self->arena, (n + 1) * sizeof (char *));
  PanahJsonCursor child;

  if (!panah_json_member (at, name, PANAH_JSON_OPTIONAL, &child) || languages == NULL ||
      !panah_json_allow (&child, languages))
    return words;

  for (guint i = 0; i < n; i++)
    words[i] = panah_json_get_string (&child, languages[i], PANAH_JSON_OPTIONAL);
  return words;
}

static gpointer
read_reference (PanahPackReader       *self,
                const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "source", "article", "note", "edition_read", NULL };
  PanahReference *reference = panah_arena_new0 (self->arena, PanahReference);

  if (!panah_json_allow (at, allowed))
    return NULL;

  const char *id = panah_json_get_id (at, "source", PANAH_JSON_REQUIRED);
  const PanahSource *source = id != NULL ? g_hash_table_lookup (self->sources, id) : NULL;
  if (source == NULL)
    {
      if (id != NULL)
        panah_json_problem (at, "there is no source “%s”", id);
      return NULL;
    }

  reference->title = source->title;
  reference->href = source->href;
  reference->article = panah_json_get_string (at, "article", PANAH_JSON_OPTIONAL);
  reference->note = panah_json_get_string (at, "note", PANAH_JSON_OPTIONAL);
  reference->edition_read = panah_json_get_day (at, "edition_read", PANAH_JSON_OPTIONAL);
  reference->source_edition = source->edition_read;
  return reference;
}

PanahReference *const *
panah_read_references (PanahPackReader       *self,
                       const PanahJsonCursor *at,
                       guint                 *out_length)
{
  PanahReference *const *references =
    panah_read_array (self, at, "reference", PANAH_JSON_REQUIRED, read_reference, out_length);

  if (*out_length == 0 && panah_json_has (at, "reference"))
    panah_json_problem (at, "needs at least one reference");
  return references;
}

/* The edition that was read is that of the first source; of another act it has to be written down, not guessed. */
void
panah_read_editions (const PanahJsonCursor *at,
                     const PanahProvenance *provenance,
                     PanahReference *const *references,
                     guint                  n_references)
{
  const char *main_title = provenance->n_references > 0 ? provenance->references[0]->title : NULL;

  for (guint i = 0; i < n_references; i++)
    {
      references[i]->checked_on = provenance->checked_on;
      if (references[i]->edition_read == 0 && references[i]->title == main_title)
        references[i]->edition_read = provenance->edition_read;
      if (references[i]->edition_read == 0)
        references[i]->edition_read = references[i]->source_edition;
      if (references[i]->edition_read == 0)
        panah_json_problem (at, "the reference to “%s” needs an “edition_read” of its own", references[i]->title);
    }
}

/*
 * panah_read_provenance:
 * @dated: whether the value has a `from`
 *
 * Reads who read what where; unknown members are the caller's business.
 */
void
panah_read_provenance (PanahPackReader       *self,
                       const PanahJsonCursor *at,
                       gboolean               dated,
                       PanahProvenance       *out)
{
  PanahJsonCursor from;

  out->pointer = panah_read_pointer (self, at);
  out->references = panah_read_references (self, at, &out->n_references);
  out->edition_read = panah_json_get_day (at, "edition_read", PANAH_JSON_REQUIRED);
  out->checked_on = panah_json_get_day (at, "checked_on", PANAH_JSON_REQUIRED);
  out->confidence = panah_json_get_enum (at, "confidence", PANAH_JSON_REQUIRED, panah_confidence_names,
                                         PANAH_CONFIDENCE_UNCONFIRMED);
  out->note = panah_json_get_string (at, "note", PANAH_JSON_OPTIONAL);
  if (out->edition_read > out->checked_on && out->checked_on != 0)
    panah_json_problem (at, "an edition cannot be younger than the day it was checked");

  if (dated && panah_json_member (at, "from", PANAH_JSON_REQUIRED, &from))
    {
      out->start_unknown = panah_json_is_null (&from);
      out->from = out->start_unknown ? out->edition_read : panah_json_as_day (&from);
    }

  panah_read_editions (at, out, out->references, out->n_references);
}

/* At least one value, and never two that begin on the same day. */
void
panah_check_dated (const PanahJsonCursor        *at,
                   const PanahProvenance *const *values,
                   guint                         n_values)
{
  for (guint i = 0; i < n_values; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          if (values[j]->from == values[i]->from)
            panah_json_problem (at, "two values begin on the same day");
          if (values[j]->start_unknown && values[i]->start_unknown)
            panah_json_problem (at, "two values have “from”: null");
        }
    }
  if (n_values == 0)
    panah_json_problem (at, "needs a value");
}

void
panah_read_as_of (PanahPackReader       *self,
                  const PanahJsonCursor *at,
                  PanahAsOf             *out_as_of,
                  const char           **out_fact)
{
  const char *as_of = panah_json_get_string (at, "as_of", PANAH_JSON_REQUIRED);

  *out_as_of = PANAH_AS_OF_TODAY;
  if (as_of == NULL || strcmp (as_of, "today") == 0)
    return;
  if (strcmp (as_of, "event") == 0)
    *out_as_of = PANAH_AS_OF_EVENT;
  else if (strcmp (as_of, "filing") == 0)
    *out_as_of = PANAH_AS_OF_FILING;
  else
    {
      *out_as_of = PANAH_AS_OF_FACT;
      *out_fact = as_of;
      panah_read_day_fact_id (self, at, as_of);
    }
}

static gpointer
read_rule_value (PanahPackReader       *self,
                 const PanahJsonCursor *at,
                 gboolean               with_need)
{
  const char *const allowed[] = { "from", "reference", "edition_read", "checked_on", "confidence", "note",
                                  with_need ? "need" : NULL, NULL };
  PanahRuleValue *value = panah_arena_new0 (self->arena, PanahRuleValue);

  if (!panah_json_allow (at, allowed))
    return NULL;
  panah_read_provenance (self, at, TRUE, &value->provenance);
  if (with_need)
    value->need = panah_json_get_enum (at, "need", PANAH_JSON_REQUIRED, panah_need_names, PANAH_NEED_USEFUL);
  return value;
}

static gpointer
read_plain_value (PanahPackReader       *self,
                  const PanahJsonCursor *at)
{
  return read_rule_value (self, at, FALSE);
}

static gpointer
read_need_value (PanahPackReader       *self,
                 const PanahJsonCursor *at)
{
  return read_rule_value (self, at, TRUE);
}

void
panah_read_rule (PanahPackReader       *self,
                 const PanahJsonCursor *at,
                 gboolean               with_need,
                 PanahRule             *out)
{
  out->id = panah_json_get_id (at, "id", PANAH_JSON_REQUIRED);
  out->when = panah_read_condition (self, at, "when", NULL);
  panah_read_as_of (self, at, &out->as_of, &out->as_of_fact);
  if (out->as_of == PANAH_AS_OF_EVENT)
    panah_json_problem (at, "“as_of”: only a window has an event");
  out->values = panah_read_array (self, at, "values", PANAH_JSON_REQUIRED,
                                  with_need ? read_need_value : read_plain_value, &out->n_values);
  panah_check_dated (at, (const PanahProvenance *const *) out->values, out->n_values);
}
