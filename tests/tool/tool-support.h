/* tool-support.h - running panah-tool and looking at what it left behind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define TOOL_DONE      0
#define TOOL_ATTENTION 1
#define TOOL_REFUSED   2

/* The day after the sample family arrived. */
#define TOOL_ON "2026-11-24"

/**
 * ToolRun:
 * @code: the exit code; 256 + the signal if there was one
 * @out: what stands on standard output
 * @err: what stands on standard error
 */
typedef struct
{
  int   code;
  char *out;
  char *err;
} ToolRun;

/**
 * ToolSetting:
 * @environment: (nullable): names and values in turn, added to the test's own
 * @input: (nullable): what standard input holds; %NULL is nothing at all
 * @input_path: (nullable): a file or folder that standard input is, in place of @input
 * @output_path: (nullable): a file that standard output is
 * @output_closed: standard output is a pipe that nobody reads
 */
typedef struct
{
  const char *const *environment;
  GBytes            *input;
  const char        *input_path;
  const char        *output_path;
  gboolean           output_closed;
} ToolSetting;

ToolRun    *tool_run                  (const ToolSetting  *setting,
                                       const char         *first,
                                       ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
ToolRun    *tool_run_argv             (const ToolSetting  *setting,
                                       const char *const  *arguments) G_GNUC_WARN_UNUSED_RESULT;
ToolRun    *tool_plan                 (const char         *json) G_GNUC_WARN_UNUSED_RESULT;
ToolRun    *tool_render               (const char         *json,
                                       const char         *out) G_GNUC_WARN_UNUSED_RESULT;
void        tool_run_free             (ToolRun            *run);
JsonNode   *tool_run_get_json         (const ToolRun      *run) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *tool_run_get_lines        (const ToolRun      *run) G_GNUC_WARN_UNUSED_RESULT;
void        tool_assert_code          (const ToolRun      *run,
                                       int                 code);
void        tool_assert_refused       (const ToolRun      *run);

char       *tool_new_folder           (void) G_GNUC_WARN_UNUSED_RESULT;
void        tool_remove_folder        (char               *path);
char       *tool_describe_folder      (const char         *path) G_GNUC_WARN_UNUSED_RESULT;
char       *tool_describe_contents    (const char         *path) G_GNUC_WARN_UNUSED_RESULT;
void        tool_copy_folder          (const char         *from,
                                       const char         *to);
char       *tool_read_file            (const char         *folder,
                                       const char         *name) G_GNUC_WARN_UNUSED_RESULT;
char       *tool_replace              (const char         *text,
                                       const char         *find,
                                       const char         *replacement) G_GNUC_WARN_UNUSED_RESULT;

const char *tool_get_sample_path      (void);
const char *tool_get_packs            (void);
char       *tool_read_sample          (void) G_GNUC_WARN_UNUSED_RESULT;
char       *tool_make_case            (const char         *pack,
                                       const char         *journey,
                                       const char         *facts) G_GNUC_WARN_UNUSED_RESULT;

JsonObject *tool_find_by              (JsonObject         *object,
                                       const char         *array,
                                       const char         *member,
                                       const char         *value);
gboolean    tool_has_problem          (JsonObject         *root,
                                       const char         *severity,
                                       const char         *fact,
                                       const char         *words);

gboolean    tool_has_program          (const char         *name);
char       *tool_read_pdf             (const char         *folder,
                                       const char         *file) G_GNUC_WARN_UNUSED_RESULT;
gboolean    tool_text_has             (const char         *text,
                                       const char         *words);
guint       tool_text_count           (const char         *text,
                                       const char         *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToolRun, tool_run_free)

/* A new folder, and it is gone again at the end of the block. */
typedef char ToolFolder;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToolFolder, tool_remove_folder)

G_END_DECLS
