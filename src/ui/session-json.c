/* session-json.c - what was told, as it stands in a file and in a snapshot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A file is about one country. It is the case of the person whose case is open, with two members more: `others`, the
 * cases of those who file themselves, and `drafts`, what was typed and not yet accepted:
 *
 *   {"format":"panah-case", …, "others":[{"format":"panah-case", …}],
 *    "drafts":[{"case":0,"path":"reasons.text","draft":{"input":…,"unknown":false,"none":false}}]}
 *
 * Case 0 is the outer one, 1 the first of the others. A snapshot holds such files of all countries. */

#include "ui/session-json.h"

#include "core/date.h"
#include "core/error.h"
#include "ui/language.h"
#include "ui/session-private.h"

#include <string.h>

#define MAX_OTHERS 200
#define MAX_DRAFTS 10000

/* The open case comes first. */
static guint
nth_case (const PanahCountry *country,
          guint               position)
{
  if (position == 0)
    return country->current;
  return position <= country->current ? position - 1 : position;
}

static JsonNode *
case_to_json (PanahSession       *self,
              const PanahCountry *country,
              const PanahCase    *a_case)
{
  JsonNode *node = panah_case_to_json (a_case, country->pack);

  json_object_set_member (json_node_get_object (node), "last_plan", panah_session_make_last_plan (self, country, a_case));
  return node;
}

static void
add_draft (JsonArray          *drafts,
           const PanahCountry *country,
           const char         *key,
           JsonNode           *draft)
{
  JsonObject *object = json_object_new ();
  char *path;
  guint64 index = g_ascii_strtoull (key, &path, 10), position = 0;

  while (position < country->cases->len && nth_case (country, position) != index)
    position++;
  json_object_set_int_member (object, "case", position);
  json_object_set_string_member (object, "path", path + 1);
  json_object_set_member (object, "draft", json_node_copy (draft));
  json_array_add_object_element (drafts, object);
}

static gint
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static JsonArray *
drafts_to_json (const PanahCountry *country)
{
  JsonArray *drafts = json_array_new ();
  g_autofree char **keys = (char **) g_hash_table_get_keys_as_array (country->drafts, NULL);
  guint n = g_hash_table_size (country->drafts);

  /* the same answers give the same bytes */
  qsort (keys, n, sizeof *keys, compare_keys);
  for (guint i = 0; i < n; i++)
    add_draft (drafts, country, keys[i], g_hash_table_lookup (country->drafts, keys[i]));
  return drafts;
}

static JsonNode *
country_to_json (PanahSession       *self,
                 const PanahCountry *country)
{
  JsonNode *root = case_to_json (self, country, country->cases->pdata[country->current]);
  JsonObject *object = json_node_get_object (root);

  if (country->cases->len > 1)
    {
      JsonArray *others = json_array_new ();
      for (guint i = 1; i < country->cases->len; i++)
        json_array_add_element (others, case_to_json (self, country, country->cases->pdata[nth_case (country, i)]));
      json_object_set_array_member (object, "others", others);
    }
  if (g_hash_table_size (country->drafts) > 0)
    json_object_set_array_member (object, "drafts", drafts_to_json (country));
  return root;
}

/**
 * panah_session_to_json:
 * @self: a session
 * @pack: the id of a country of this session
 *
 * Returns: (transfer full): everything that was told for that country, as it stands in a file
 */
JsonNode *
panah_session_to_json (PanahSession *self,
                       const char   *pack)
{
  return country_to_json (self, panah_session_find_country (self, pack));
}

/**
 * panah_session_summarize:
 * @self: a session
 * @pack: the id of a country of this session
 *
 * Returns: (transfer full): what a list of files shows of that country’s
 */
PanahSummary *
panah_session_summarize (PanahSession *self,
                         const char   *pack)
{
  const PanahCountry *country = panah_session_find_country (self, pack);
  const PanahCase *a_case = country->cases->pdata[country->current];
  g_autoptr (PanahPlan) plan = panah_plan_new (country->pack, a_case->facts, self->now);

  return panah_summary_new_plan (a_case, plan);
}

static gboolean
refuse (GError    **error,
        const char *message)
{
  g_set_error_literal (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_CASE, message);
  return FALSE;
}

/* The array of that name; %NULL if there is none or it is no array. */
static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static PanahCountry *
find_country (PanahSession *self,
              JsonNode     *root,
              GError      **error)
{
  g_autofree char *id = panah_case_peek_pack (root, error);
  PanahCountry *country = id != NULL ? panah_session_find_country (self, id) : NULL;

  if (id != NULL && country == NULL)
    g_set_error_literal (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_PACK_UNKNOWN, "the rules of that country are not installed");
  return country;
}

static gboolean
add_case (GPtrArray *cases,
          JsonNode  *root,
          PanahPack *pack,
          GError   **error)
{
  g_autofree char *id = panah_case_peek_pack (root, error);
  PanahCase *a_case;

  if (id == NULL)
    return FALSE;
  if (strcmp (id, panah_pack_get_id (pack)) != 0)
    return refuse (error, "“others” holds a case of another country");
  a_case = panah_case_new_from_json (root, pack, error);
  if (a_case == NULL)
    return FALSE;
  if (a_case->case_id == NULL)
    a_case->case_id = g_uuid_string_random ();
  g_ptr_array_add (cases, a_case);
  return TRUE;
}

static gboolean
add_others (GPtrArray  *cases,
            JsonObject *object,
            PanahPack  *pack,
            GError    **error)
{
  JsonArray *others = get_array (object, "others");
  guint n = others != NULL ? json_array_get_length (others) : 0;

  if (json_object_has_member (object, "others") && others == NULL)
    return refuse (error, "“others” must be an array");
  if (n > MAX_OTHERS)
    return refuse (error, "“others” holds too many cases");
  for (guint i = 0; i < n; i++)
    {
      if (!add_case (cases, json_array_get_element (others, i), pack, error))
        return FALSE;
    }
  return TRUE;
}

/* A draft that cannot be one is left out: it is no answer yet, and the answers must open. What it fits is looked at when
 * its question is asked. */
static void
take_draft (GHashTable *drafts,
            JsonNode   *node,
            guint       n_cases)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *index = object != NULL ? json_object_get_member (object, "case") : NULL;
  JsonNode *path = object != NULL ? json_object_get_member (object, "path") : NULL;
  JsonNode *draft = object != NULL ? json_object_get_member (object, "draft") : NULL;

  if (index == NULL || json_node_get_value_type (index) != G_TYPE_INT64 || json_node_get_int (index) < 0 ||
      json_node_get_int (index) >= n_cases || path == NULL || json_node_get_value_type (path) != G_TYPE_STRING ||
      draft == NULL || !JSON_NODE_HOLDS_OBJECT (draft))
    return;
  g_hash_table_replace (drafts, g_strdup_printf ("%u/%s", (guint) json_node_get_int (index), json_node_get_string (path)),
                        json_node_copy (draft));
}

static GHashTable *
read_drafts (JsonObject *object,
             guint       n_cases)
{
  JsonArray *array = get_array (object, "drafts");
  GHashTable *drafts = panah_drafts_new ();

  for (guint i = 0; array != NULL && i < MIN (json_array_get_length (array), MAX_DRAFTS); i++)
    take_draft (drafts, json_array_get_element (array, i), n_cases);
  return drafts;
}

static gboolean
load_country (PanahSession  *self,
              JsonNode      *root,
              PanahCountry **out_country,
              GError       **error)
{
  PanahCountry *country = find_country (self, root, error);
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_case_free);

  if (country == NULL || !add_case (cases, root, country->pack, error) ||
      !add_others (cases, json_node_get_object (root), country->pack, error))
    return FALSE;

  g_hash_table_unref (country->drafts);
  country->drafts = read_drafts (json_node_get_object (root), cases->len);
  g_hash_table_unref (country->moved);
  country->moved = panah_session_find_moved (cases, country->pack, self->now);
  g_ptr_array_unref (country->cases);
  country->cases = g_steal_pointer (&cases);
  country->current = 0;
  *out_country = country;
  return TRUE;
}

static void
go_to_country (PanahSession *self,
               PanahCountry *country)
{
  panah_session_set_pack (self, panah_pack_get_id (country->pack));
  country->revision++;
  panah_session_update_plan (self);
}

/**
 * panah_session_load_json:
 * @self: a session
 * @root: what panah_session_to_json() made, or any case; not to be trusted
 * @error: return location for a [error@Panah.CoreError]: `CASE`, `DATE` or `PACK_UNKNOWN`
 *
 * What was told before for that country is gone, and the country is the current one. If @root cannot be read, nothing
 * has changed.
 */
gboolean
panah_session_load_json (PanahSession *self,
                         JsonNode     *root,
                         GError      **error)
{
  PanahCountry *country;

  if (!load_country (self, root, &country, error))
    return FALSE;
  const PanahCase *a_case = country->cases->pdata[0];
  if (strcmp (panah_language_find (a_case->language)->code, a_case->language) == 0)
    panah_session_set_language (self, a_case->language);
  go_to_country (self, country);
  return TRUE;
}

/**
 * panah_session_dump:
 * @self: a session
 * @place: where one is in the window
 *
 * Returns: (transfer full): everything that was told for every country
 */
JsonNode *
panah_session_dump (PanahSession *self,
                    const char   *place)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *dump = json_object_new ();
  JsonArray *countries = json_array_new ();

  json_object_set_string_member (dump, "language", self->language);
  json_object_set_string_member (dump, "place", place);
  if (self->now_is_fixed)
    json_object_set_int_member (dump, "now", self->now);
  /* the current one last: it is the one that is current after all were read */
  for (guint i = 0; i < self->countries->len; i++)
    {
      if (self->countries->pdata[i] != self->country)
        json_array_add_element (countries, country_to_json (self, self->countries->pdata[i]));
    }
  json_array_add_element (countries, country_to_json (self, self->country));
  json_object_set_array_member (dump, "countries", countries);
  json_node_take_object (node, dump);
  return node;
}

/**
 * panah_session_restore:
 * @self: a session
 * @dump: what panah_session_dump() made, in another process of this same program
 * @out_place: (out) (transfer full): where one was
 * @error: return location for a [error@Panah.CoreError]
 */
gboolean
panah_session_restore (PanahSession *self,
                       JsonNode     *dump,
                       char        **out_place,
                       GError      **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (dump) ? json_node_get_object (dump) : NULL;
  JsonArray *countries = object != NULL ? get_array (object, "countries") : NULL;
  PanahCountry *country = NULL;

  if (countries == NULL)
    return refuse (error, "this is no snapshot");
  for (guint i = 0; i < json_array_get_length (countries); i++)
    {
      if (!load_country (self, json_array_get_element (countries, i), &country, error))
        return FALSE;
    }
  if (country == NULL)
    return refuse (error, "the snapshot is empty");
  if (json_object_has_member (object, "now"))
    panah_session_set_now (self, json_object_get_int_member (object, "now"));
  panah_session_set_language (self, json_object_get_string_member_with_default (object, "language", "en"));
  go_to_country (self, country);
  *out_place = g_strdup (json_object_get_string_member_with_default (object, "place", "tasks"));
  return TRUE;
}
