/* tool.c - what the commands of panah-tool share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/tool.h"

#include "clock.h"
#include "core/date.h"
#include "core/error.h"
#include "store/container.h"
#include "tool/passphrase.h"
#include "tool/sealed.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#define LONGEST_ERROR 600

/* Returns: (array zero-terminated): where packs are looked for: PANAH_PACK_PATH, then the installed ones */
char **
panah_tool_pack_directories (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *path = g_getenv ("PANAH_PACK_PATH");

  if (path != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (path, G_SEARCHPATH_SEPARATOR_S, -1);
      for (guint i = 0; parts[i] != NULL; i++)
        {
          if (*parts[i] != '\0')
            g_strv_builder_add (builder, parts[i]);
        }
    }
  g_strv_builder_add (builder, PANAH_PACK_DIR);
  return g_strv_builder_end (builder);
}

/* Line ends, what moves the cursor, and what turns the direction of the words round it. */
static gboolean
is_control (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

/*
 * panah_tool_make_line:
 * @text: what a person or a file says: anything, even no UTF-8
 *
 * Returns: (transfer full): the same as one line that can be printed on a terminal
 */
char *
panah_tool_make_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_string_append_unichar (line, is_control (c) ? ' ' : c);
    }
  return g_string_free (line, FALSE);
}

/* What a file says may hold anything; a terminal gets one line without control characters. */
void
panah_tool_print_line (const char *format,
                       ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *said = g_strdup_vprintf (format, args);
  g_autofree char *line = panah_tool_make_line (said);
  va_end (args);
  g_printerr ("panah-tool: %s\n", line);
}

/* Returns: (transfer full): one line of UTF-8, no longer than anyone reads */
char *
panah_tool_describe_error (const GError *error)
{
  const char *advice = panah_tool_get_advice (error);
  g_autofree char *message = advice != NULL ? g_strconcat (error->message, "; ", advice, NULL) : NULL;
  char *line = panah_tool_make_line (message != NULL ? message : error->message);

  if (strlen (line) > LONGEST_ERROR)
    *g_utf8_find_prev_char (line, line + LONGEST_ERROR + 1) = '\0';
  return line;
}

/* One clear line; a second line would hide which one matters. */
int
panah_tool_fail (const GError *error)
{
  g_autofree char *line = panah_tool_describe_error (error);

  panah_tool_print_line ("%s", line);
  return PANAH_EXIT_REFUSED;
}

/*
 * panah_tool_parse_options:
 * @entries: the options of one command
 * @n_arguments: how many arguments are left after them
 *
 * Returns: %FALSE after a line on stderr that says how the command is used
 */
gboolean
panah_tool_parse_options (int                *argc,
                          char             ***argv,
                          const char         *usage,
                          const GOptionEntry *entries,
                          guint               n_arguments)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;

  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, argc, argv, &error) && *argc == (int) n_arguments + 1)
    return TRUE;

  panah_tool_print_line ("%s%susage: panah-tool %s", error != NULL ? error->message : "", error != NULL ? "; " : "",
                         usage);
  return FALSE;
}

/*
 * panah_tool_read_now:
 * @on: (nullable): a date or moment on the country's clock; %NULL is now
 * @out_now: (out): what is asked about
 *
 * Returns: %FALSE with an error if there is no such moment
 */
gboolean
panah_tool_read_now (const char   *on,
                     PanahToolNow *out_now,
                     GError      **error)
{
  guint32 day;

  out_now->is_local = on != NULL;
  if (on == NULL)
    {
      out_now->moment = panah_clock_now ();
      return TRUE;
    }
  if (panah_moment_parse (on, &out_now->moment))
    return TRUE;
  if (panah_day_parse (on, &day))
    {
      out_now->moment = (gint64) day * PANAH_MINUTES_PER_DAY;
      return TRUE;
    }
  g_set_error (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_DATE, "--on: there is no date or moment “%s”", on);
  return FALSE;
}

static gint64
get_local_now (const PanahPack    *pack,
               const PanahToolNow *now)
{
  return now->is_local ? now->moment
                       : now->moment + panah_pack_get_utc_offset (pack, panah_moment_get_day (now->moment));
}

/**
 * panah_tool_plan_case:
 * @root: a case
 * @packs: where its rules are
 * @now: what is asked about
 * @error: return location
 *
 * May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the case, its rules and its plan
 */
PanahLoadedCase *
panah_tool_plan_case (JsonNode           *root,
                      PanahPackShelf     *packs,
                      const PanahToolNow *now,
                      GError            **error)
{
  g_autoptr (PanahLoadedCase) self = g_new0 (PanahLoadedCase, 1);
  g_autofree char *pack_id = panah_case_peek_pack (root, error);

  if (pack_id == NULL || (self->pack = panah_pack_shelf_get (packs, pack_id, error)) == NULL ||
      (self->parsed = panah_case_new_from_json (root, self->pack, error)) == NULL)
    return NULL;

  self->plan = panah_plan_new (self->pack, self->parsed->facts, get_local_now (self->pack, now));
  return g_steal_pointer (&self);
}

/* Nobody is asked for the passphrase of a case that has none. */
static JsonNode *
read_case (const char *path,
           int         passphrase_fd,
           GError    **error)
{
  g_autoptr (GBytes) bytes = panah_tool_read_input (path, error);
  g_autoptr (PanahSecret) secret = NULL;

  if (bytes == NULL)
    return NULL;
  if (panah_container_is_ours (bytes) &&
      (secret = panah_tool_read_passphrase (passphrase_fd, FALSE, error)) == NULL)
    return NULL;
  return panah_tool_read_case (bytes, secret, error);
}

/**
 * panah_tool_load_case:
 * @path: a file, sealed or plain, or `-` for standard input
 * @on: (nullable): a date or moment; %NULL is now on the country's clock
 * @passphrase_fd: where the passphrase is, if the file is sealed; or %PANAH_PASSPHRASE_ASK
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the case, its rules and its plan
 */
PanahLoadedCase *
panah_tool_load_case (const char *path,
                      const char *on,
                      int         passphrase_fd,
                      GError    **error)
{
  PanahToolNow now;

  if (!panah_tool_read_now (on, &now, error))
    return NULL;

  g_autoptr (PanahPackShelf) packs = panah_pack_shelf_new ();
  g_autoptr (JsonNode) root = read_case (path, passphrase_fd, error);
  PanahLoadedCase *self = root != NULL ? panah_tool_plan_case (root, packs, &now, error) : NULL;
  if (self == NULL)
    g_prefix_error (error, "%s: ", path);
  return self;
}

void
panah_tool_free_case (PanahLoadedCase *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->plan, panah_plan_unref);
  g_clear_pointer (&self->parsed, panah_case_free);
  g_clear_pointer (&self->pack, panah_pack_unref);
  g_free (self);
}

/* Returns: (transfer full) (nullable): that the window has passed; %NULL if it has not */
char *
panah_tool_describe_passed (const PanahDeadline *deadline)
{
  if (deadline->state != PANAH_DEADLINE_PASSED)
    return NULL;

  g_autofree char *last = panah_point_to_string (&deadline->count.last);
  return g_strdup_printf (deadline->spec->whose == PANAH_WHOSE_OFFICE ? "not done by %s: %s" : "passed on %s: %s", last,
                          deadline->spec->label);
}

/* Says on stderr what in the case needs attention: windows that have passed, and warnings. */
void
panah_tool_print_attention (const PanahPlan *plan,
                            const GPtrArray *problems)
{
  const GPtrArray *deadlines = panah_plan_get_deadlines (plan);

  for (guint i = 0; i < deadlines->len; i++)
    {
      g_autofree char *passed = panah_tool_describe_passed (deadlines->pdata[i]);
      if (passed != NULL)
        panah_tool_print_line ("%s", passed);
    }
  for (guint i = 0; i < problems->len; i++)
    {
      const PanahProblem *problem = problems->pdata[i];
      if (problem->severity == PANAH_SEVERITY_WARNING)
        panah_tool_print_line ("warning: %s%s%s", problem->fact != NULL ? problem->fact : "",
                               problem->fact != NULL ? ": " : "", problem->message);
    }
}

/* Writes to standard output and notices when nobody takes it. */
gboolean
panah_tool_print (const char *text,
                  GError    **error)
{
  if (fputs (text, stdout) != EOF && fputc ('\n', stdout) != EOF && fflush (stdout) == 0)
    return TRUE;

  g_set_error_literal (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_FILE, "standard output cannot be written");
  return FALSE;
}
