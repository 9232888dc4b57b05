/* pack-cases.c - a pack's own cases: what its authors say the law gives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-cases.h"

#include "core/bounded-read.h"
#include "core/case.h"
#include "core/json-cursor.h"
#include "core/json-scan.h"
#include "core/pack-coverage.h"
#include "core/plan.h"

#include <gio/gio.h>
#include <string.h>

static void
pack_case_free (gpointer data)
{
  PanahPackCase *self = data;

  g_free (self->name);
  g_free (self->article);
  g_free (self->file);
  json_node_unref (self->node);
  g_free (self);
}

static void
list_file (const PanahJsonCursor *at,
           GPtrArray             *cases)
{
  static const char *const file_allowed[] = { "cases", NULL };
  static const char *const allowed[] = { "name", "article", "on", "journey", "language", "official_language", "facts",
                                         "papers", "expect", "note", NULL };
  PanahJsonCursor array, element;

  if (!panah_json_allow (at, file_allowed) || !panah_json_member (at, "cases", PANAH_JSON_REQUIRED, &array))
    return;
  for (guint i = 0, n = panah_json_length (&array); i < n; i++)
    {
      panah_json_element (&array, i, &element);
      if (!panah_json_allow (&element, allowed))
        continue;
      const char *name = panah_json_get_string (&element, "name", PANAH_JSON_REQUIRED);
      const char *article = panah_json_get_string (&element, "article", PANAH_JSON_REQUIRED);
      if (name == NULL || article == NULL)
        continue;
      PanahPackCase *pack_case = g_new0 (PanahPackCase, 1);
      pack_case->name = g_strdup (name);
      pack_case->article = g_strdup (article);
      pack_case->file = g_strdup (at->file);
      pack_case->index = i;
      pack_case->node = json_node_ref (element.node);
      g_ptr_array_add (cases, pack_case);
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
check_unique_names (GPtrArray         *cases,
                    PanahPackProblems *problems)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cases->len; i++)
    {
      const PanahPackCase *pack_case = cases->pdata[i];
      if (g_hash_table_add (seen, pack_case->name))
        continue;
      g_autofree char *pointer = g_strdup_printf ("/cases/%u", pack_case->index);
      panah_pack_problems_add (problems, pack_case->file, pointer, TRUE, "another case has this name");
    }
}

/**
 * panah_pack_list_cases:
 * @pack: a pack
 * @problems: collects what is wrong with the files
 *
 * Returns: (transfer full) (element-type PanahPackCase): every case in `cases/`, by file and place
 */
GPtrArray *
panah_pack_list_cases (PanahPack         *pack,
                       PanahPackProblems *problems)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func (pack_case_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_build_filename (panah_pack_get_directory (pack), "cases", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (PanahArena) arena = panah_arena_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".json"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename ("cases", names->pdata[i], NULL);
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = panah_bounded_read_file (path, PANAH_JSON_MAX_SIZE, &error);
      g_autoptr (JsonNode) root = NULL;

      if (bytes != NULL)
        root = panah_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
      if (root == NULL)
        {
          panah_pack_problems_add (problems, file, "", TRUE, error->message);
          continue;
        }
      PanahJsonCursor cursor = { .node = root, .file = file, .problems = problems, .arena = arena };
      list_file (&cursor, cases);
    }
  check_unique_names (cases, problems);

  return cases;
}

static JsonNode *
make_case_json (PanahPack             *pack,
                const PanahJsonCursor *at)
{
  static const char *const copied[] = { "journey", "language", "official_language", "facts", "papers" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  PanahJsonCursor child;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, "panah-case");
  json_builder_set_member_name (builder, "schema");
  json_builder_add_int_value (builder, 1);
  json_builder_set_member_name (builder, "pack");
  json_builder_add_string_value (builder, panah_pack_get_id (pack));
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    {
      if (!panah_json_member (at, copied[i], PANAH_JSON_OPTIONAL, &child))
        continue;
      json_builder_set_member_name (builder, copied[i]);
      json_builder_add_value (builder, json_node_copy (child.node));
    }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
expect (const PanahJsonCursor *at,
        const char            *actual)
{
  g_autofree char *expected = NULL;

  if (JSON_NODE_HOLDS_VALUE (at->node) && json_node_get_value_type (at->node) == G_TYPE_STRING)
    expected = g_strdup (json_node_get_string (at->node));
  else if (!panah_json_is_null (at))
    {
      panah_json_problem (at, "must be a text or null");
      return;
    }
  if (g_strcmp0 (expected, actual) != 0)
    panah_json_problem (at, "expected %s, is %s", expected != NULL ? expected : "null", actual != NULL ? actual : "null");
}

static char *
get_deadline_member (const PanahDeadline *deadline,
                     const char          *name)
{
  if (strcmp (name, "state") == 0)
    return g_strdup (panah_deadline_state_names[deadline->state]);
  if (strcmp (name, "counted_end") == 0)
    return panah_point_to_string (&deadline->count.counted_end);
  if (strcmp (name, "safe") == 0)
    return panah_point_to_string (&deadline->count.safe);
  if (strcmp (name, "last") == 0)
    return panah_point_to_string (&deadline->count.last);
  if (strcmp (name, "confidence") == 0)
    return deadline->counted ? g_strdup (panah_confidence_names[deadline->confidence]) : NULL;

  const PanahPoint *point = strcmp (name, "event_on") == 0 ? &deadline->event_on : &deadline->event_to;
  return point->is_moment ? panah_moment_to_string (point->moment) : panah_point_to_string (point);
}

static void
expect_deadline (const PanahJsonCursor *at,
                 const PanahPlan       *plan)
{
  static const char *const members[] = { "state", "event_on", "event_to", "counted_end", "safe", "last", "confidence",
                                         NULL };
  const PanahDeadline *deadline = panah_plan_find_deadline (plan, at->key);
  PanahJsonCursor child;

  if (panah_pack_find_deadline (panah_plan_get_pack (plan), at->key) == NULL)
    panah_json_problem (at, "there is no window of that id");
  else if (!JSON_NODE_HOLDS_OBJECT (at->node))
    {
      if (deadline == NULL)
        expect (at, "absent");
      else
        expect (at, panah_deadline_state_names[deadline->state]);
    }
  else if (deadline == NULL)
    panah_json_problem (at, "the window is absent");
  else if (panah_json_allow (at, members))
    {
      for (guint i = 0; members[i] != NULL; i++)
        {
          if (!panah_json_member (at, members[i], PANAH_JSON_OPTIONAL, &child))
            continue;
          g_autofree char *actual = get_deadline_member (deadline, members[i]);
          expect (&child, actual);
        }
    }
}

static void
expect_paper (const PanahJsonCursor *at,
              const PanahPlan       *plan)
{
  const GPtrArray *papers = panah_plan_get_papers (plan);
  const char *state = "absent";

  for (guint i = 0; i < papers->len; i++)
    {
      const PanahPaper *paper = papers->pdata[i];
      if (strcmp (paper->spec->rule.id, at->key) == 0)
        state = panah_paper_state_names[paper->state];
    }
  if (panah_pack_find_paper (panah_plan_get_pack (plan), at->key) == NULL)
    panah_json_problem (at, "there is no paper of that id");
  else
    expect (at, state);
}

static void
expect_step (const PanahJsonCursor *at,
             const PanahPlan       *plan)
{
  const GPtrArray *steps = panah_plan_get_steps (plan);
  const char *state = "absent";

  for (guint i = 0; i < steps->len; i++)
    {
      const PanahStep *step = steps->pdata[i];
      if (strcmp (step->spec->rule.id, at->key) == 0)
        state = panah_step_state_names[step->state];
    }
  if (panah_pack_find_step (panah_plan_get_pack (plan), at->key) == NULL)
    panah_json_problem (at, "there is no step of that id");
  else
    expect (at, state);
}

static void
expect_notice (const PanahJsonCursor *at,
               const PanahPlan       *plan)
{
  const GPtrArray *notices = panah_plan_get_notices (plan);
  const char *state = "absent";

  for (guint i = 0; i < notices->len; i++)
    {
      const PanahNotice *notice = notices->pdata[i];
      if (strcmp (notice->spec->rule.id, at->key) == 0)
        state = panah_notice_state_names[notice->state];
    }
  if (panah_pack_find_notice (panah_plan_get_pack (plan), at->key) == NULL)
    panah_json_problem (at, "there is no notice of that id");
  else
    expect (at, state);
}

typedef void (*Expectation) (const PanahJsonCursor *at,
                             const PanahPlan       *plan);

static void
expect_each (const PanahJsonCursor *at,
             const char            *name,
             Expectation            check,
             const PanahPlan       *plan)
{
  PanahJsonCursor object, child;
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (!panah_json_member (at, name, PANAH_JSON_OPTIONAL, &object) || !panah_json_is_object (&object))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (object.node));
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      panah_json_member (&object, key, PANAH_JSON_REQUIRED, &child);
      check (&child, plan);
    }
}

static gboolean
has_document (const PanahPlan *plan,
              const char      *id)
{
  const GPtrArray *documents = panah_plan_get_documents (plan);

  for (guint i = 0; i < documents->len; i++)
    {
      if (strcmp (((const PanahDocumentSpec *) documents->pdata[i])->rule.id, id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_office (const PanahPlan *plan,
            const char      *id)
{
  const GPtrArray *offices = panah_plan_get_offices (plan);

  for (guint i = 0; i < offices->len; i++)
    {
      if (strcmp (((const PanahOfficeSpec *) offices->pdata[i])->id, id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_problem (const PanahPlan *plan,
             const char      *fact)
{
  const GPtrArray *problems = panah_plan_get_problems (plan);

  for (guint i = 0; i < problems->len; i++)
    {
      if (g_strcmp0 (((const PanahProblem *) problems->pdata[i])->fact, fact) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
expect_members (const PanahJsonCursor *at,
                const char            *name,
                gboolean (*has) (const PanahPlan *plan, const char *id),
                const PanahPlan       *plan)
{
  const char *const *ids = panah_json_get_strings (at, name, PANAH_JSON_OPTIONAL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!has (plan, ids[i]))
        panah_json_problem (at, "%s: “%s” is not among them", name, ids[i]);
    }
}

static void
check_expectations (const PanahJsonCursor *at,
                    const PanahPlan       *plan)
{
  static const char *const allowed[] = { "deadlines", "papers", "steps", "notices", "documents", "offices", "problems",
                                         NULL };
  PanahJsonCursor child;

  if (!panah_json_member (at, "expect", PANAH_JSON_REQUIRED, &child) || !panah_json_allow (&child, allowed))
    return;
  expect_each (&child, "deadlines", expect_deadline, plan);
  expect_each (&child, "papers", expect_paper, plan);
  expect_each (&child, "steps", expect_step, plan);
  expect_each (&child, "notices", expect_notice, plan);
  expect_members (&child, "documents", has_document, plan);
  expect_members (&child, "offices", has_office, plan);
  expect_members (&child, "problems", has_problem, plan);
}

static gboolean
parse_on (const char *string,
          gint64     *out_moment)
{
  guint32 day;

  if (panah_moment_parse (string, out_moment))
    return TRUE;
  if (!panah_day_parse (string, &day))
    return FALSE;
  *out_moment = (gint64) day * PANAH_MINUTES_PER_DAY;
  return TRUE;
}

/**
 * panah_pack_run_case:
 * @pack: a pack
 * @pack_case: one of its cases
 * @coverage: collects what the case exercises
 * @problems: collects where the plan differs from what the case expects
 */
void
panah_pack_run_case (PanahPack           *pack,
                     const PanahPackCase *pack_case,
                     PanahPackCoverage   *coverage,
                     PanahPackProblems   *problems)
{
  g_autoptr (PanahArena) arena = panah_arena_new ();
  PanahJsonCursor root = { .file = pack_case->file, .problems = problems, .arena = arena };
  PanahJsonCursor cases = root, at = root;
  g_autoptr (GError) error = NULL;
  gint64 now;

  cases.parent = &root;
  cases.key = "cases";
  at.parent = &cases;
  at.index = pack_case->index;
  at.node = pack_case->node;

  const char *on = panah_json_get_string (&at, "on", PANAH_JSON_REQUIRED);
  if (on == NULL || !parse_on (on, &now))
    {
      panah_json_problem (&at, "“on” must be a date or a moment");
      return;
    }

  g_autoptr (JsonNode) node = make_case_json (pack, &at);
  g_autoptr (PanahCase) parsed = panah_case_new_from_json (node, pack, &error);
  if (parsed == NULL)
    {
      panah_json_problem (&at, "%s", error->message);
      return;
    }

  g_autoptr (PanahPlan) plan = panah_plan_new (pack, parsed->facts, now);
  check_expectations (&at, plan);
  panah_pack_cover_plan (coverage, plan);
}
