/* plan-moved.c - what newer rules did to the dates that a person was shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A case file remembers the dates as they were shown, the moment of that, and the rules. The new rules are asked about the
 * same answers at the same moment: what differs then, the law has moved and not the calendar on the wall. */

#include "core/plan-moved.h"

#include "core/date.h"

#include <string.h>

/* Longer than any of ours, in characters: whoever wrote the file wanted to fill the screen. */
#define MAX_LABEL 200

static void
deadline_free (gpointer data)
{
  PanahMovedDeadline *self = data;

  g_free (self->key);
  g_free (self->label);
  g_free (self);
}

/* Two exceptions make two windows of one id; the more urgent is the first. */
static char *
make_key (const GPtrArray *deadlines,
          guint            index)
{
  const PanahDeadlineSpec *spec = ((const PanahDeadline *) deadlines->pdata[index])->spec;
  guint number = 1;

  for (guint i = 0; i < index; i++)
    number += ((const PanahDeadline *) deadlines->pdata[i])->spec == spec;
  return number == 1 ? g_strdup (spec->id) : g_strdup_printf ("%s#%u", spec->id, number);
}

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

static void
set_end (JsonObject       *object,
         const char       *name,
         const PanahPoint *point)
{
  g_autofree char *string = panah_point_to_string (point);

  if (string != NULL)
    json_object_set_string_member (object, name, string);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
write_seen (const PanahDeadline *deadline)
{
  JsonObject *seen = json_object_new ();

  /* newer rules may forget it, and then nobody else can say what it was */
  json_object_set_string_member (seen, "label", deadline->spec->label);
  json_object_set_string_member (seen, "state", panah_deadline_state_names[deadline->state]);
  if (deadline->counted)
    {
      set_end (seen, "counted_end", &deadline->count.counted_end);
      set_end (seen, "safe", &deadline->count.safe);
      set_end (seen, "last", &deadline->count.last);
    }
  return seen;
}

/**
 * panah_plan_to_last:
 * @plan: a plan
 *
 * Returns: (transfer full): `last_plan` of a case file: which rules it was made with, and the windows and dates that a
 *   person was shown, so that a date that moves under newer rules can be told from one that does not
 */
JsonNode *
panah_plan_to_last (const PanahPlan *plan)
{
  const GPtrArray *deadlines = panah_plan_get_deadlines (plan);
  const PanahPack *pack = panah_plan_get_pack (plan);
  g_autofree char *on = panah_moment_to_string (panah_plan_get_now (plan));
  JsonObject *last_plan = json_object_new (), *seen = json_object_new ();

  for (guint i = 0; i < deadlines->len; i++)
    {
      g_autofree char *key = make_key (deadlines, i);
      json_object_set_object_member (seen, key, write_seen (deadlines->pdata[i]));
    }
  json_object_set_string_member (last_plan, "edition", panah_pack_get_edition (pack));
  json_object_set_string_member (last_plan, "hash", panah_pack_get_hash (pack));
  json_object_set_string_member (last_plan, "on", on);
  json_object_set_object_member (last_plan, "deadlines", seen);
  return take_object (last_plan);
}

/**
 * panah_moved_free:
 * @self: (nullable) (transfer full): what has moved
 */
void
panah_moved_free (PanahMoved *self)
{
  if (self == NULL)
    return;

  g_free (self->edition);
  g_free (self->hash);
  g_ptr_array_unref (self->deadlines);
  json_node_unref (self->last_plan);
  g_free (self);
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* What panah_point_to_string() writes. Midnight at the end of a day is 24:00. */
static PanahPoint
read_end (JsonObject *object,
          const char *name)
{
  const char *string = get_string (object, name);
  gint64 moment;
  guint32 day;

  if (string != NULL && panah_day_parse (string, &day))
    return panah_point_from_day (day);
  if (string != NULL && panah_moment_parse (string, &moment))
    return panah_point_from_moment (moment);
  if (string != NULL && strlen (string) == 16 && g_str_has_suffix (string, "T24:00"))
    {
      g_autofree char *midnight = g_strndup (string, 10);
      if (panah_day_parse (midnight, &day))
        return panah_point_from_moment (((gint64) day + 1) * PANAH_MINUTES_PER_DAY);
    }
  return (PanahPoint) { 0 };
}

static int
read_state (JsonObject *object)
{
  const char *state = get_string (object, "state");

  for (int i = 0; state != NULL && panah_deadline_state_names[i] != NULL; i++)
    {
      if (strcmp (panah_deadline_state_names[i], state) == 0)
        return i;
    }
  return -1;
}

static PanahSeenDeadline
read_seen (JsonObject *object)
{
  return (PanahSeenDeadline) { read_state (object), read_end (object, "safe"), read_end (object, "last") };
}

static PanahSeenDeadline
see (const PanahDeadline *deadline)
{
  PanahSeenDeadline seen = { .state = deadline->state };

  if (deadline->counted)
    {
      seen.safe = deadline->count.safe;
      seen.last = deadline->count.last;
    }
  return seen;
}

static gboolean
is_same_point (const PanahPoint *a,
               const PanahPoint *b)
{
  return a->is_moment == b->is_moment && (a->is_moment ? a->moment == b->moment : a->day == b->day);
}

static PanahMovedDeadline *
add (PanahMoved    *self,
     PanahMovedKind kind,
     const char    *key,
     const char    *label)
{
  PanahMovedDeadline *moved = g_new0 (PanahMovedDeadline, 1);

  moved->kind = kind;
  moved->key = g_strdup (key);
  moved->label = g_strdup (label);
  g_ptr_array_add (self->deadlines, moved);
  return moved;
}

static void
compare_deadline (PanahMoved          *self,
                  const char          *key,
                  JsonObject          *seen,
                  const PanahDeadline *deadline,
                  gboolean             same_moment)
{
  PanahSeenDeadline before = seen != NULL ? read_seen (seen) : (PanahSeenDeadline) { 0 }, after = see (deadline);
  PanahMovedKind kind = PANAH_MOVED_STATE;

  if (seen == NULL)
    kind = PANAH_MOVED_APPEARED;
  else if (!is_same_point (&before.safe, &after.safe) || !is_same_point (&before.last, &after.last))
    kind = PANAH_MOVED_DATES;
  else if (!same_moment || before.state < 0 || before.state == after.state)
    return;

  PanahMovedDeadline *moved = add (self, kind, key, deadline->spec->label);
  moved->before = before;
  moved->after = after;
  moved->confidence = deadline->confidence;
}

/* Files of the first weeks name only the windows that had dates: that another one is there now says nothing. */
static gboolean
names_all (JsonObject *deadlines)
{
  JsonObjectIter iter;
  JsonNode *node;

  json_object_iter_init (&iter, deadlines);
  while (json_object_iter_next (&iter, NULL, &node))
    {
      if (JSON_NODE_HOLDS_OBJECT (node) && !json_object_has_member (json_node_get_object (node), "state"))
        return FALSE;
    }
  return TRUE;
}

static void
add_vanished (PanahMoved      *self,
              const char      *key,
              JsonObject      *seen,
              const PanahPack *pack)
{
  g_auto (GStrv) parts = g_strsplit (key, "#", 2);
  const PanahDeadlineSpec *spec = panah_pack_find_deadline (pack, parts[0]);
  const char *label = spec != NULL ? spec->label : get_string (seen, "label");

  if (label != NULL && g_utf8_strlen (label, -1) > MAX_LABEL)
    label = NULL;
  add (self, PANAH_MOVED_VANISHED, key, label != NULL ? label : key)->before = read_seen (seen);
}

static void
compare (PanahMoved      *self,
         JsonObject      *seen,
         const PanahPlan *plan,
         gboolean         same_moment)
{
  const GPtrArray *deadlines = panah_plan_get_deadlines (plan);
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean all = names_all (seen);
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  for (guint i = 0; i < deadlines->len; i++)
    {
      const PanahDeadline *deadline = deadlines->pdata[i];
      char *name = make_key (deadlines, i);
      JsonObject *before = get_object (seen, name);
      if (before != NULL || all || deadline->counted)
        compare_deadline (self, name, before, deadline, same_moment);
      g_hash_table_add (there, name);
    }
  json_object_iter_init_ordered (&iter, seen);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      if (JSON_NODE_HOLDS_OBJECT (node) && !g_hash_table_contains (there, key))
        add_vanished (self, key, json_node_get_object (node), panah_plan_get_pack (plan));
    }
}

/**
 * panah_moved_new:
 * @a_case: a case that was read
 * @pack: the rules of today
 * @now: the moment, in minutes of the country's clock, at which the dates are asked about if the case does not say when
 *   they were shown
 *
 * Compares the dates that the case says were shown with those that @pack gives for the same answers. Believes nothing that
 * stands in `last_plan`: what cannot be read was not shown.
 *
 * Returns: (transfer full) (nullable): what has moved; %NULL if nothing has, the rules are the same or no dates were shown
 */
PanahMoved *
panah_moved_new (const PanahCase *a_case,
                 PanahPack       *pack,
                 gint64           now)
{
  JsonObject *root = a_case->read != NULL ? json_node_get_object (a_case->read) : NULL;
  JsonObject *last_plan = root != NULL ? get_object (root, "last_plan") : NULL, *seen = get_object (last_plan, "deadlines");

  if (seen == NULL)
    return NULL;

  const char *hash = get_string (last_plan, "hash"), *on = get_string (last_plan, "on");
  const char *edition = get_string (last_plan, "edition");
  hash = hash != NULL ? hash : a_case->pack_hash;
  if (g_strcmp0 (hash, panah_pack_get_hash (pack)) == 0)
    return NULL;

  gboolean same_moment = on != NULL && panah_moment_parse (on, &now);
  g_autoptr (PanahPlan) plan = panah_plan_new (pack, a_case->facts, now);
  g_autoptr (PanahMoved) self = g_new0 (PanahMoved, 1);
  self->edition = g_strdup (edition != NULL ? edition : a_case->pack_edition);
  self->hash = g_strdup (hash);
  self->deadlines = g_ptr_array_new_with_free_func (deadline_free);
  self->last_plan = json_node_ref (json_object_get_member (root, "last_plan"));
  compare (self, seen, plan, same_moment);
  return self->deadlines->len > 0 ? g_steal_pointer (&self) : NULL;
}

/* Puts back what was shown of each window that has moved. */
static JsonNode *
keep_deadlines (const PanahMoved *self,
                JsonObject       *last_plan)
{
  JsonObject *kept = json_object_new (), *now = get_object (last_plan, "deadlines");
  JsonObject *seen = get_object (json_node_get_object (self->last_plan), "deadlines");
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, now);
  while (json_object_iter_next_ordered (&iter, &id, &member))
    json_object_set_member (kept, id, json_node_copy (member));
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      const PanahMovedDeadline *moved = self->deadlines->pdata[i];
      JsonNode *before = json_object_get_member (seen, moved->key);
      json_object_remove_member (kept, moved->key);
      if (before != NULL)
        json_object_set_member (kept, moved->key, json_node_copy (before));
    }
  return take_object (kept);
}

/**
 * panah_moved_keep:
 * @self: what has moved and nobody has read yet
 * @last_plan: what panah_plan_to_last() says now
 *
 * For a case that is saved before the person has read what has moved: the next time it is opened, it is said again. What
 * else has become of the dates, because answers have changed, is no news then.
 *
 * Returns: (transfer full): `last_plan` of the case file
 */
JsonNode *
panah_moved_keep (const PanahMoved *self,
                  JsonNode         *last_plan)
{
  JsonObject *kept = json_object_new (), *now = json_node_get_object (last_plan);

  if (self->edition != NULL)
    json_object_set_string_member (kept, "edition", self->edition);
  /* if they are not known they are not those of today either, which the case itself will name */
  json_object_set_string_member (kept, "hash", self->hash != NULL ? self->hash : "");
  json_object_set_member (kept, "on", json_node_copy (json_object_get_member (now, "on")));
  json_object_set_member (kept, "deadlines", keep_deadlines (self, now));
  return take_object (kept);
}

static char *
describe (const PanahSeenDeadline *seen)
{
  g_autofree char *safe = panah_point_to_string (&seen->safe), *last = panah_point_to_string (&seen->last);

  if (last == NULL)
    return g_strdup (seen->state >= 0 ? panah_deadline_state_names[seen->state] : "no dates");
  return g_strdup_printf ("safe %s, last %s", safe != NULL ? safe : "–", last);
}

static PanahProblem *
new_note (const char        *pattern,
          const char *const *args)
{
  return panah_problem_new_pattern (PANAH_SEVERITY_NOTE, NULL, pattern, args);
}

static PanahProblem *
to_problem (const PanahMovedDeadline *moved)
{
  g_autofree char *before = describe (&moved->before), *after = describe (&moved->after);
  const char *const args[] = { moved->label, before, after, NULL };
  const char *const states[] = { moved->label, moved->before.state >= 0 ? panah_deadline_state_names[moved->before.state] : "",
                                 panah_deadline_state_names[moved->after.state], NULL };

  switch (moved->kind)
    {
    case PANAH_MOVED_APPEARED:
      return new_note ("the rules have changed: %1 was not there; now: %3", args);
    case PANAH_MOVED_VANISHED:
      return new_note ("the rules have changed: %1 is not there any more; before: %2", args);
    case PANAH_MOVED_STATE:
      return new_note ("the rules have changed: %1 has moved from %2 to %3", states);
    case PANAH_MOVED_DATES:
    default:
      return new_note ("the rules have changed: %1 has moved from %2 to %3", args);
    }
}

static void
problem_free (gpointer data)
{
  panah_problem_clear (data);
  g_free (data);
}

/**
 * panah_moved_to_problems:
 * @self: what has moved
 * @pack: the rules of today
 *
 * Returns: (transfer full) (element-type PanahProblem): the same as notes, the first of them about the rules
 */
GPtrArray *
panah_moved_to_problems (const PanahMoved *self,
                         PanahPack        *pack)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (problem_free);
  const char *const editions[] = { self->edition != NULL ? self->edition : "unknown", panah_pack_get_edition (pack), NULL };

  g_ptr_array_add (problems, new_note ("the dates were last shown under the rules of edition %1; these are of edition %2",
                                       editions));
  for (guint i = 0; i < self->deadlines->len; i++)
    g_ptr_array_add (problems, to_problem (self->deadlines->pdata[i]));
  return problems;
}
