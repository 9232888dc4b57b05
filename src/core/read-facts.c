/* read-facts.c - pack.json and facts.json: what a country is called and what it asks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/date.h"
#include "core/pack-private.h"

#include <string.h>

static gpointer
read_source (PanahPackReader       *self,
             const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "id", "title", "href", "note", "edition_read", NULL };
  PanahSource *source = panah_arena_new0 (self->arena, PanahSource);

  if (!panah_json_allow (at, allowed))
    return NULL;
  source->id = panah_json_get_id (at, "id", PANAH_JSON_REQUIRED);
  source->title = panah_json_get_string (at, "title", PANAH_JSON_REQUIRED);
  source->edition_read = panah_json_get_day (at, "edition_read", PANAH_JSON_OPTIONAL);
  source->href = panah_json_get_string (at, "href", PANAH_JSON_OPTIONAL);
  panah_json_get_string (at, "note", PANAH_JSON_OPTIONAL);
  if (source->id != NULL && !g_hash_table_insert (self->sources, (char *) source->id, source))
    panah_json_problem (at, "the source “%s” stands twice", source->id);
  return NULL;
}

static gpointer
read_zone (PanahPackReader       *self,
           const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "from", "offset", NULL };
  PanahZone *zone = panah_arena_new0 (self->arena, PanahZone);

  if (!panah_json_allow (at, allowed))
    return NULL;
  zone->from = panah_json_get_day (at, "from", PANAH_JSON_REQUIRED);
  const char *offset = panah_json_get_string (at, "offset", PANAH_JSON_REQUIRED);
  if (offset == NULL)
    return NULL;

  g_autofree char *time = g_strconcat ("2000-01-01T", offset + 1, NULL);
  gint64 moment;
  if ((*offset != '+' && *offset != '-') || !panah_moment_parse (time, &moment) || moment % PANAH_MINUTES_PER_DAY > 14 * 60)
    {
      panah_json_problem (at, "“%s” is not an offset such as +05:00", offset);
      return NULL;
    }
  zone->minutes = (int) (moment % PANAH_MINUTES_PER_DAY) * (*offset == '-' ? -1 : 1);
  return zone;
}

static const char *const *
read_names (PanahPackReader       *self,
            const PanahJsonCursor *at)
{
  GPtrArray *names = g_ptr_array_new ();
  PanahJsonCursor child;
  JsonObjectIter iter;
  const char *language;
  JsonNode *node;

  if (panah_json_member (at, "names", PANAH_JSON_REQUIRED, &child) && panah_json_is_object (&child))
    {
      json_object_iter_init_ordered (&iter, json_node_get_object (child.node));
      while (json_object_iter_next_ordered (&iter, &language, &node))
        {
          const char *name = panah_json_get_string (&child, language, PANAH_JSON_REQUIRED);
          if (name == NULL)
            continue;
          g_ptr_array_add (names, (char *) panah_arena_string (self->arena, language));
          g_ptr_array_add (names, (char *) name);
        }
      panah_json_get_string (&child, "en", PANAH_JSON_REQUIRED);
    }

  return panah_arena_steal_array (self->arena, names, NULL);
}

static void
read_review (PanahPackReader       *self,
             const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "state", "by", "on", NULL };
  static const char *const states[] = { "unreviewed", "partly-reviewed", "reviewed", NULL };
  static const char *const every_allowed[] = { "months", NULL };
  PanahJsonCursor review, every, months;

  if (panah_json_member (at, "review", PANAH_JSON_REQUIRED, &review) && panah_json_allow (&review, allowed))
    self->pack->review_state = states[panah_json_get_enum (&review, "state", PANAH_JSON_REQUIRED, states, 0)];
  if (panah_json_member (at, "review_every", PANAH_JSON_REQUIRED, &every) && panah_json_allow (&every, every_allowed) &&
      panah_json_member (&every, "months", PANAH_JSON_REQUIRED, &months))
    self->pack->review_months = panah_json_as_integer (&months, 1, 120);
}

void
panah_read_pack_json (PanahPackReader       *self,
                      const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "format", "schema", "id", "names", "official_languages", "first_date",
                                         "edition", "review", "review_every", "time_zones", "sources", NULL };
  PanahPack *pack = self->pack;
  PanahJsonCursor schema;

  if (!panah_json_allow (at, allowed))
    return;
  if (g_strcmp0 (panah_json_get_string (at, "format", PANAH_JSON_REQUIRED), "panah-pack") != 0)
    panah_json_problem (at, "“format” must be “panah-pack”");
  if (panah_json_member (at, "schema", PANAH_JSON_REQUIRED, &schema))
    panah_json_as_integer (&schema, 1, 1);

  pack->id = panah_json_get_id (at, "id", PANAH_JSON_REQUIRED);
  g_autofree char *folder = g_path_get_basename (pack->directory);
  if (pack->id != NULL && strcmp (pack->id, folder) != 0)
    panah_json_problem (at, "the id “%s” is not the folder’s name, “%s”", pack->id, folder);

  pack->names = read_names (self, at);
  pack->official_languages = panah_json_get_strings (at, "official_languages", PANAH_JSON_REQUIRED);
  if (pack->official_languages[0] == NULL)
    panah_json_problem (at, "needs an official language");
  pack->first_day = panah_json_get_day (at, "first_date", PANAH_JSON_REQUIRED);
  pack->edition = panah_json_get_string (at, "edition", PANAH_JSON_REQUIRED);
  panah_json_get_day (at, "edition", PANAH_JSON_OPTIONAL);
  read_review (self, at);
  pack->zones = panah_read_array (self, at, "time_zones", PANAH_JSON_REQUIRED, read_zone, &pack->n_zones);
  if (pack->n_zones == 0)
    panah_json_problem (at, "needs a time zone");
  panah_read_array (self, at, "sources", PANAH_JSON_REQUIRED, read_source, NULL);
}

static gpointer
read_choice (PanahPackReader       *self,
             const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "code", "label", "mrz", "official", NULL };
  PanahChoice *choice = panah_arena_new0 (self->arena, PanahChoice);

  if (!panah_json_allow (at, allowed))
    return NULL;
  choice->code = panah_json_get_id (at, "code", PANAH_JSON_REQUIRED);
  choice->label = panah_json_get_string (at, "label", PANAH_JSON_REQUIRED);
  choice->mrz = panah_json_get_string (at, "mrz", PANAH_JSON_OPTIONAL);
  if (choice->mrz != NULL && strspn (choice->mrz, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != strlen (choice->mrz))
    panah_json_problem (at, "“%s” is not letters of a passport’s lines", choice->mrz);
  choice->official = panah_read_official (self, at, "official");
  return choice->code != NULL ? choice : NULL;
}

static void
read_choice_sets (PanahPackReader       *self,
                  const PanahJsonCursor *at)
{
  PanahJsonCursor sets;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!panah_json_member (at, "choice_sets", PANAH_JSON_OPTIONAL, &sets) || !panah_json_is_object (&sets))
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (sets.node));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      PanahChoiceSet *set = panah_arena_new0 (self->arena, PanahChoiceSet);
      set->choices = panah_read_array (self, &sets, name, PANAH_JSON_REQUIRED, read_choice, &set->n_choices);
      g_hash_table_insert (self->choice_sets, (char *) panah_arena_string (self->arena, name), set);
    }
}

static void
check_unique_codes (const PanahFactSpec   *fact,
                    const PanahJsonCursor *at)
{
  for (guint i = 0; i < fact->n_choices; i++)
    {
      if (panah_fact_spec_find_choice (fact, fact->choices[i]->code) != fact->choices[i])
        panah_json_problem (at, "the choice “%s” stands twice", fact->choices[i]->code);
    }
}

static void
read_choices (PanahPackReader       *self,
              PanahFactSpec         *fact,
              const PanahJsonCursor *at)
{
  gboolean wanted = fact->kind == PANAH_FACT_CHOICE || fact->kind == PANAH_FACT_CHOICES;
  const char *from = panah_json_get_string (at, "choices_from", PANAH_JSON_OPTIONAL);

  if (from != NULL)
    {
      const PanahChoiceSet *set = g_hash_table_lookup (self->choice_sets, from);
      if (set == NULL)
        panah_json_problem (at, "there is no choice set “%s”", from);
      else
        fact->choices = set->choices, fact->n_choices = set->n_choices;
    }
  else
    {
      fact->choices = panah_read_array (self, at, "choices", wanted ? PANAH_JSON_REQUIRED : PANAH_JSON_OPTIONAL,
                                        read_choice, &fact->n_choices);
    }

  if (wanted != (fact->n_choices > 0))
    panah_json_problem (at, "choices belong to the kinds choice and choices, and to no other");
  check_unique_codes (fact, at);
}

/* What the lines of a passport answer has to be able to hold it, and of two facts nobody knows which is meant. */
static void
check_mrz (const PanahFactSpec   *fact,
           const PanahJsonCursor *at)
{
  gboolean needs_choice = fact->mrz == PANAH_MRZ_FIELD_SEX || fact->mrz == PANAH_MRZ_FIELD_DOCUMENT_KIND, has_choice = FALSE;

  for (guint i = 0; i < fact->n_items; i++)
    {
      PanahMrzField field = fact->items[i]->mrz;
      if (field != PANAH_MRZ_FIELD_NONE && panah_fact_spec_find_mrz (fact, field) != fact->items[i])
        panah_json_problem (at, "two members have “%s” of a passport’s lines", panah_mrz_field_names[field]);
    }
  if (fact->mrz == PANAH_MRZ_FIELD_NONE)
    return;
  for (guint i = 0; i < fact->n_choices; i++)
    has_choice = has_choice || fact->choices[i]->mrz != NULL;
  if (!panah_fact_kind_fits_mrz (fact->kind, fact->mrz))
    panah_json_problem (at, "a fact of kind %s cannot have “%s” of a passport’s lines", panah_fact_kind_names[fact->kind],
                        panah_mrz_field_names[fact->mrz]);
  else if (needs_choice && !has_choice)
    panah_json_problem (at, "no choice says what it is called in a passport’s lines");
  else if (fact->mrz == PANAH_MRZ_FIELD_DOCUMENT && panah_fact_spec_find_mrz (fact, PANAH_MRZ_FIELD_DOCUMENT_NUMBER) == NULL)
    panah_json_problem (at, "a list of documents needs a member for the number");
}

static gpointer
read_fact (PanahPackReader       *self,
           const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "id", "kind", "role", "mrz", "about", "label", "help", "why", "choices",
                                         "choices_from", "items", "becomes", "personal", "shared", "recent", "day_of", "not_before",
                                         "not_after", "included", "files_own", "none_allowed", "sensitive", NULL };
  PanahFactSpec *fact = panah_arena_new0 (self->arena, PanahFactSpec);

  if (!panah_json_allow (at, allowed))
    return NULL;

  fact->id = panah_json_get_id (at, "id", PANAH_JSON_REQUIRED);
  fact->kind = panah_json_get_enum (at, "kind", PANAH_JSON_REQUIRED, panah_fact_kind_names, PANAH_FACT_TEXT);
  fact->role = panah_json_get_enum (at, "role", PANAH_JSON_OPTIONAL, panah_fact_role_names, PANAH_ROLE_NONE);
  fact->mrz = panah_json_get_enum (at, "mrz", PANAH_JSON_OPTIONAL, panah_mrz_field_names, PANAH_MRZ_FIELD_NONE);
  fact->about = panah_json_get_enum (at, "about", PANAH_JSON_OPTIONAL, panah_fact_about_names, PANAH_ABOUT_SELF);
  fact->label = panah_json_get_string (at, "label", PANAH_JSON_REQUIRED);
  fact->help = panah_json_get_string (at, "help", PANAH_JSON_OPTIONAL);
  fact->why = panah_json_get_string (at, "why", PANAH_JSON_OPTIONAL);
  fact->day_of = panah_json_get_id (at, "day_of", PANAH_JSON_OPTIONAL);
  fact->not_before = panah_json_get_string (at, "not_before", PANAH_JSON_OPTIONAL);
  fact->not_after = panah_json_get_string (at, "not_after", PANAH_JSON_OPTIONAL);
  fact->becomes = panah_json_get_id (at, "becomes", PANAH_JSON_OPTIONAL);
  fact->personal = panah_json_get_bool (at, "personal");
  fact->shared = panah_json_get_bool (at, "shared");
  fact->recent = panah_json_get_bool (at, "recent");
  if (fact->recent && fact->kind != PANAH_FACT_DATE && fact->kind != PANAH_FACT_MOMENT)
    panah_json_problem (at, "recent belongs to the kinds date and moment, and to no other");
  fact->none_allowed = panah_json_get_bool (at, "none_allowed");
  fact->sensitive = panah_json_get_bool (at, "sensitive");
  read_choices (self, fact, at);
  fact->items = panah_read_array (self, at, "items",
                                  fact->kind == PANAH_FACT_LIST ? PANAH_JSON_REQUIRED : PANAH_JSON_OPTIONAL, read_fact,
                                  &fact->n_items);
  if ((fact->kind == PANAH_FACT_LIST) != (fact->n_items > 0))
    panah_json_problem (at, "items belong to the kind list, and to no other");
  for (guint i = 0; i < fact->n_items; i++)
    {
      if (panah_fact_spec_find_item (fact, fact->items[i]->id) != fact->items[i])
        panah_json_problem (at, "the member “%s” stands twice", fact->items[i]->id);
    }
  check_mrz (fact, at);

  return fact->id != NULL ? fact : NULL;
}

static void
check_other_fact (PanahPackReader       *self,
                  const PanahJsonCursor *at,
                  const char            *id,
                  gboolean               today_allowed,
                  PanahFactKind          kind)
{
  if (id == NULL || (today_allowed && strcmp (id, "today") == 0))
    return;

  const PanahFactSpec *other = panah_read_fact_id (self, at, id);
  if (other != NULL && other->kind != kind && !(today_allowed && other->kind == PANAH_FACT_DATE))
    panah_json_problem (at, "“%s” is of kind %s", id, panah_fact_kind_names[other->kind]);
}

static void
check_bounds (PanahPackReader       *self,
              const PanahJsonCursor *at,
              const PanahFactSpec   *fact)
{
  check_other_fact (self, at, fact->not_before, TRUE, PANAH_FACT_MOMENT);
  check_other_fact (self, at, fact->not_after, TRUE, PANAH_FACT_MOMENT);
  for (guint i = 0; i < fact->n_items; i++)
    {
      check_bounds (self, at, fact->items[i]);
      if (fact->items[i]->day_of != NULL)
        panah_json_problem (at, "“%s”: a member cannot be the day of a fact", fact->items[i]->id);
    }
}

/* What names other facts can be read only when all are known. */
static void
read_relations (PanahPackReader       *self,
                const PanahJsonCursor *at)
{
  PanahJsonCursor array, element;

  if (!panah_json_member (at, "facts", PANAH_JSON_OPTIONAL, &array) || !JSON_NODE_HOLDS_ARRAY (array.node))
    return;

  for (guint i = 0, n = panah_json_length (&array); i < n; i++)
    {
      panah_json_element (&array, i, &element);
      g_autofree char *id = g_strdup (panah_json_get_id (&element, "id", PANAH_JSON_OPTIONAL));
      PanahFactSpec *fact = id != NULL ? g_hash_table_lookup (self->facts, id) : NULL;
      if (fact == NULL)
        continue;
      check_other_fact (self, &element, fact->day_of, FALSE, PANAH_FACT_MOMENT);
      check_bounds (self, &element, fact);
      for (guint j = 0; j < fact->n_items; j++)
        {
          const PanahFactSpec *item = fact->items[j];
          if (item->becomes != NULL)
            check_other_fact (self, &element, item->becomes, FALSE, item->kind);
        }
      fact->included = panah_read_condition (self, &element, "included", fact);
      fact->files_own = panah_read_condition (self, &element, "files_own", fact);
    }
}

void
panah_read_facts (PanahPackReader       *self,
                  const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "facts", "choice_sets", NULL };
  PanahPack *pack = self->pack;
  gboolean roles[PANAH_N_ROLES] = { FALSE };

  if (!panah_json_allow (at, allowed))
    return;
  read_choice_sets (self, at);
  pack->facts = panah_read_array (self, at, "facts", PANAH_JSON_REQUIRED, read_fact, &pack->n_facts);

  for (guint i = 0; i < pack->n_facts; i++)
    {
      const PanahFactSpec *fact = pack->facts[i];
      if (!g_hash_table_insert (self->facts, (char *) fact->id, (gpointer) fact))
        panah_json_problem (at, "the fact “%s” stands twice", fact->id);
      if (fact->role != PANAH_ROLE_NONE && roles[fact->role])
        panah_json_problem (at, "two facts have the role “%s”", panah_fact_role_names[fact->role]);
      roles[fact->role] = TRUE;
      if (fact->mrz != PANAH_MRZ_FIELD_NONE && panah_pack_find_mrz (pack, fact->mrz) != fact)
        panah_json_problem (at, "two facts have “%s” of a passport’s lines", panah_mrz_field_names[fact->mrz]);
    }
  read_relations (self, at);
}
