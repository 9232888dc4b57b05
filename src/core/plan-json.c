/* plan-json.c - a plan for other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/plan-json.h"

#include "core/reason.h"

static void
set_string (JsonBuilder *builder,
            const char  *name,
            const char  *string)
{
  json_builder_set_member_name (builder, name);
  if (string != NULL)
    json_builder_add_string_value (builder, string);
  else
    json_builder_add_null_value (builder);
}

static void
set_day (JsonBuilder *builder,
         const char  *name,
         guint32      day)
{
  g_autofree char *string = day != 0 ? panah_day_to_string (day) : NULL;

  set_string (builder, name, string);
}

/* An event is when it was: midnight is 00:00. An end is when it is too late: midnight is 24:00. */
static void
set_event (JsonBuilder      *builder,
           const char       *name,
           const PanahPoint *point)
{
  g_autofree char *string = point->is_moment ? panah_moment_to_string (point->moment) : panah_point_to_string (point);

  set_string (builder, name, string);
}

static void
set_end (JsonBuilder      *builder,
         const char       *name,
         const PanahPoint *point)
{
  g_autofree char *string = panah_point_to_string (point);

  set_string (builder, name, string);
}

static void
add_reference (JsonBuilder          *builder,
               const PanahReference *reference)
{
  json_builder_begin_object (builder);
  set_string (builder, "title", reference->title);
  set_string (builder, "article", reference->article);
  set_string (builder, "href", reference->href);
  set_day (builder, "edition_read", reference->edition_read);
  set_day (builder, "checked_on", reference->checked_on);
  json_builder_end_object (builder);
}

static void
set_references (JsonBuilder         *builder,
                const PanahDeadline *deadline)
{
  const PanahDeadlineValue *value = deadline->value;

  json_builder_set_member_name (builder, "reference");
  json_builder_begin_array (builder);
  for (guint i = 0; value != NULL && i < value->provenance.n_references; i++)
    add_reference (builder, value->provenance.references[i]);
  for (guint i = 0; value != NULL && i < value->n_roll_references; i++)
    add_reference (builder, value->roll_references[i]);
  json_builder_end_array (builder);
}

static void
set_reasons (JsonBuilder         *builder,
             const PanahPlan     *plan,
             const PanahDeadline *deadline)
{
  g_autoptr (GPtrArray) reasons = panah_reason_explain (plan, deadline);

  json_builder_set_member_name (builder, "why");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reasons->len; i++)
    {
      const PanahReason *reason = reasons->pdata[i];
      json_builder_begin_object (builder);
      set_string (builder, "rule", reason->rule);
      set_string (builder, "text", reason->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_deadline (JsonBuilder         *builder,
              const PanahPlan     *plan,
              const PanahDeadline *deadline)
{
  json_builder_begin_object (builder);
  set_string (builder, "id", deadline->spec->id);
  set_string (builder, "whose", panah_whose_names[deadline->spec->whose]);
  set_string (builder, "state", panah_deadline_state_names[deadline->state]);
  set_string (builder, "event", deadline->event == NULL         ? NULL
                                : deadline->event->on != 0      ? "law"
                                : deadline->event->fact != NULL ? deadline->event->fact
                                                                : deadline->event->deadline);
  set_event (builder, "event_on", &deadline->event_on);
  set_event (builder, "event_to", &deadline->event_to);
  set_end (builder, "counted_end", &deadline->count.counted_end);
  set_end (builder, "safe", &deadline->count.safe);
  set_end (builder, "last", &deadline->count.last);
  set_string (builder, "confidence", deadline->counted ? panah_confidence_names[deadline->confidence] : NULL);
  set_references (builder, deadline);
  set_reasons (builder, plan, deadline);
  json_builder_end_object (builder);
}

static void
set_deadlines (JsonBuilder     *builder,
               const PanahPlan *plan)
{
  const GPtrArray *deadlines = panah_plan_get_deadlines (plan);

  json_builder_set_member_name (builder, "deadlines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < deadlines->len; i++)
    add_deadline (builder, plan, deadlines->pdata[i]);
  json_builder_end_array (builder);
}

static void
set_papers (JsonBuilder     *builder,
            const PanahPlan *plan)
{
  const GPtrArray *papers = panah_plan_get_papers (plan);

  json_builder_set_member_name (builder, "papers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < papers->len; i++)
    {
      const PanahPaper *paper = papers->pdata[i];
      json_builder_begin_object (builder);
      set_string (builder, "id", paper->spec->rule.id);
      set_string (builder, "state", panah_paper_state_names[paper->state]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
set_steps (JsonBuilder     *builder,
           const PanahPlan *plan)
{
  const GPtrArray *steps = panah_plan_get_steps (plan);

  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < steps->len; i++)
    {
      const PanahStep *step = steps->pdata[i];
      json_builder_begin_object (builder);
      set_string (builder, "id", step->spec->rule.id);
      set_string (builder, "state", panah_step_state_names[step->state]);
      json_builder_set_member_name (builder, "expected_by");
      if (step->expected != NULL)
        {
          g_autofree char *last = panah_point_to_string (&step->expected->count.last);
          json_builder_add_string_value (builder, last);
        }
      else
        json_builder_add_null_value (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
set_documents (JsonBuilder     *builder,
               const PanahPlan *plan)
{
  const GPtrArray *documents = panah_plan_get_documents (plan);

  json_builder_set_member_name (builder, "documents");
  json_builder_begin_array (builder);
  for (guint i = 0; i < documents->len; i++)
    {
      const PanahDocumentSpec *spec = documents->pdata[i];
      json_builder_begin_object (builder);
      set_string (builder, "id", spec->rule.id);
      json_builder_set_member_name (builder, "languages");
      json_builder_begin_array (builder);
      for (guint j = 0; spec->languages[j] != NULL; j++)
        json_builder_add_string_value (builder, spec->languages[j]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
set_notices (JsonBuilder     *builder,
             const PanahPlan *plan)
{
  const GPtrArray *notices = panah_plan_get_notices (plan);

  json_builder_set_member_name (builder, "notices");
  json_builder_begin_array (builder);
  for (guint i = 0; i < notices->len; i++)
    {
      const PanahNotice *notice = notices->pdata[i];
      json_builder_begin_object (builder);
      set_string (builder, "id", notice->spec->rule.id);
      set_string (builder, "kind", panah_notice_kind_names[notice->spec->kind]);
      set_string (builder, "state", panah_notice_state_names[notice->state]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * panah_problems_to_json:
 * @problems: (element-type PanahProblem): problems
 * @builder: a builder with an open object, which gets the member `problems`
 */
void
panah_problems_to_json (const GPtrArray *problems,
                        JsonBuilder     *builder)
{
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    {
      const PanahProblem *problem = problems->pdata[i];
      json_builder_begin_object (builder);
      set_string (builder, "severity", panah_severity_names[problem->severity]);
      set_string (builder, "fact", problem->fact);
      set_string (builder, "message", problem->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static char *
print_json (JsonBuilder *builder,
            gboolean     pretty)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, pretty);
  return json_generator_to_data (generator, NULL);
}

/**
 * panah_json_builder_print:
 * @builder: a builder with a whole value
 *
 * Returns: (transfer full): the value as indented JSON
 */
char *
panah_json_builder_print (JsonBuilder *builder)
{
  return print_json (builder, TRUE);
}

/**
 * panah_json_builder_print_line:
 * @builder: a builder with a whole value
 *
 * Returns: (transfer full): the value as JSON without a line end
 */
char *
panah_json_builder_print_line (JsonBuilder *builder)
{
  return print_json (builder, FALSE);
}

/**
 * panah_plan_to_json:
 * @self: a plan
 * @problems: (element-type PanahProblem): what is to be said of it: its own problems, and what the caller knows besides
 *
 * Returns: (transfer full): the plan as the tool's contract describes it
 */
char *
panah_plan_to_json (const PanahPlan *self,
                    const GPtrArray *problems)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  PanahPack *pack = panah_plan_get_pack (self);
  g_autofree char *on = panah_moment_to_string (panah_plan_get_now (self));

  json_builder_begin_object (builder);
  set_string (builder, "pack", panah_pack_get_id (pack));
  set_string (builder, "edition", panah_pack_get_edition (pack));
  set_string (builder, "on", on);
  set_deadlines (builder, self);
  set_papers (builder, self);
  set_steps (builder, self);
  set_documents (builder, self);
  panah_problems_to_json (problems, builder);
  set_notices (builder, self);
  json_builder_end_object (builder);

  return panah_json_builder_print (builder);
}
