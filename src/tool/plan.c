/* plan.c - panah-tool plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/tool.h"

#include "core/plan-json.h"
#include "core/plan-moved.h"
#include "core/reason.h"
#include "tool/passphrase.h"

static void
append_deadline (GString             *out,
                 const PanahPlan     *plan,
                 const PanahDeadline *deadline,
                 gboolean             why)
{
  g_autofree char *safe = panah_point_to_string (&deadline->count.safe);
  g_autofree char *last = panah_point_to_string (&deadline->count.last);
  g_autoptr (GPtrArray) reasons = why ? panah_reason_explain (plan, deadline) : NULL;

  g_string_append_printf (out, "%-26s %-12s safe %-16s last %-16s %-12s %s\n", deadline->spec->id,
                          panah_deadline_state_names[deadline->state], safe != NULL ? safe : "–",
                          last != NULL ? last : "–",
                          deadline->counted ? panah_confidence_names[deadline->confidence] : "", deadline->spec->label);
  for (guint i = 0; reasons != NULL && i < reasons->len; i++)
    {
      const PanahReason *reason = reasons->pdata[i];
      g_string_append_printf (out, "    %-11s %s\n", reason->rule, reason->text);
    }
}

/* Of what is not counted: its words, where they were read and how sure that is. */
static void
append_why (GString              *out,
            const char           *text,
            const PanahRuleValue *value)
{
  if (text != NULL)
    g_string_append_printf (out, "    %-11s %s\n", "text", text);
  for (guint i = 0; value != NULL && i < value->provenance.n_references; i++)
    {
      g_autofree char *reference = panah_reason_reference (value->provenance.references[i]);
      g_string_append_printf (out, "    %-11s %s\n", "law", reference);
    }
  if (value != NULL && value->provenance.note != NULL)
    g_string_append_printf (out, "    %-11s %s\n", "note", value->provenance.note);
  if (value != NULL)
    g_string_append_printf (out, "    %-11s %s\n", "confidence", panah_confidence_names[value->provenance.confidence]);
}

static void
append_notices (GString         *out,
                const PanahPlan *plan,
                gboolean         why)
{
  const GPtrArray *notices = panah_plan_get_notices (plan);

  g_string_append (out, "\nNotices\n");
  for (guint i = 0; i < notices->len; i++)
    {
      const PanahNotice *notice = notices->pdata[i];
      g_string_append_printf (out, "%-26s %-12s %s\n", notice->spec->rule.id, panah_notice_state_names[notice->state],
                              notice->spec->label);
      if (why)
        append_why (out, notice->spec->text, notice->value);
    }
}

static char *
plan_to_text (const PanahPlan *plan,
              const GPtrArray *problems,
              gboolean         why)
{
  GString *out = g_string_new (NULL);
  const GPtrArray *deadlines = panah_plan_get_deadlines (plan), *papers = panah_plan_get_papers (plan);
  const GPtrArray *steps = panah_plan_get_steps (plan), *documents = panah_plan_get_documents (plan);
  g_autofree char *now = panah_moment_to_string (panah_plan_get_now (plan));

  g_string_append_printf (out, "%s, edition %s, as of %s\n\nDates\n", panah_pack_get_id (panah_plan_get_pack (plan)),
                          panah_pack_get_edition (panah_plan_get_pack (plan)), now);
  for (guint i = 0; i < deadlines->len; i++)
    append_deadline (out, plan, deadlines->pdata[i], why);
  g_string_append (out, "\nPapers\n");
  for (guint i = 0; i < papers->len; i++)
    {
      const PanahPaper *paper = papers->pdata[i];
      g_string_append_printf (out, "%-26s %-12s %s\n", paper->spec->rule.id, panah_paper_state_names[paper->state],
                              paper->spec->label);
      if (why)
        append_why (out, NULL, paper->value);
    }
  g_string_append (out, "\nSteps\n");
  for (guint i = 0; i < steps->len; i++)
    {
      const PanahStep *step = steps->pdata[i];
      g_string_append_printf (out, "%-26s %-12s %s\n", step->spec->rule.id, panah_step_state_names[step->state],
                              step->spec->label);
      if (why)
        append_why (out, step->spec->text, step->value);
    }
  append_notices (out, plan, why);
  g_string_append (out, "\nDocuments\n");
  for (guint i = 0; i < documents->len; i++)
    {
      const PanahDocumentSpec *spec = documents->pdata[i];
      g_string_append_printf (out, "%-26s %s\n", spec->rule.id, spec->title);
    }
  g_string_append (out, "\nProblems");
  for (guint i = 0; i < problems->len; i++)
    {
      const PanahProblem *problem = problems->pdata[i];
      g_autofree char *said = g_strconcat (problem->fact != NULL ? problem->fact : "", problem->fact != NULL ? ": " : "",
                                           problem->message, NULL);
      g_autofree char *line = panah_tool_make_line (said);
      g_string_append_printf (out, "\n%-8s %s", panah_severity_names[problem->severity], line);
    }
  return g_string_free (out, FALSE);
}

/* Returns: (transfer container): what the plan says is the matter, and at its end what newer rules have moved */
static GPtrArray *
list_problems (const PanahPlan *plan,
               const GPtrArray *moved)
{
  GPtrArray *problems = g_ptr_array_new ();

  g_ptr_array_extend (problems, (GPtrArray *) panah_plan_get_problems (plan), NULL, NULL);
  if (moved != NULL)
    g_ptr_array_extend (problems, (GPtrArray *) moved, NULL, NULL);
  return problems;
}

int
panah_tool_plan (int   argc,
                 char *argv[])
{
  g_autofree char *on = NULL;
  gboolean json = FALSE, why = FALSE;
  int passphrase_fd = PANAH_PASSPHRASE_ASK;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, "The moment asked about", "MOMENT" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print JSON", NULL },
    { "why", 0, 0, G_OPTION_ARG_NONE, &why, "Print how each date came about", NULL },
    PANAH_PASSPHRASE_OPTION (&passphrase_fd),
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  const char *usage = "plan CASE [--on MOMENT] [--json] [--why] [--passphrase-fd N]";
  if (!panah_tool_parse_options (&argc, &argv, usage, entries, 1))
    return PANAH_EXIT_REFUSED;

  g_autoptr (PanahLoadedCase) loaded = panah_tool_load_case (argv[1], on, passphrase_fd, &error);
  if (loaded == NULL)
    return panah_tool_fail (error);

  g_autoptr (PanahMoved) moved = panah_moved_new (loaded->parsed, loaded->pack, panah_plan_get_now (loaded->plan));
  g_autoptr (GPtrArray) notes = moved != NULL ? panah_moved_to_problems (moved, loaded->pack) : NULL;
  g_autoptr (GPtrArray) problems = list_problems (loaded->plan, notes);
  g_autofree char *text = json ? panah_plan_to_json (loaded->plan, problems) : plan_to_text (loaded->plan, problems, why);
  if (!panah_tool_print (text, &error))
    return panah_tool_fail (error);
  if (!panah_plan_needs_attention (loaded->plan))
    return PANAH_EXIT_DONE;

  panah_tool_print_attention (loaded->plan, panah_plan_get_problems (loaded->plan));
  return PANAH_EXIT_ATTENTION;
}
