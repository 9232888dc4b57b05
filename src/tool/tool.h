/* tool.h - what the commands of panah-tool share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/case.h"
#include "core/pack-index.h"
#include "core/plan.h"
#include "tool/pack-shelf.h"

G_BEGIN_DECLS

/* Exit codes, part of the tool's contract. */
#define PANAH_EXIT_DONE      0
#define PANAH_EXIT_ATTENTION 1
#define PANAH_EXIT_REFUSED   2

/**
 * PanahLoadedCase:
 * @pack: the rules of the case's country
 * @parsed: the case
 * @plan: the plan at the moment asked about
 */
typedef struct
{
  PanahPack *pack;
  PanahCase *parsed;
  PanahPlan *plan;
} PanahLoadedCase;

/**
 * PanahToolNow:
 * @is_local: whether @moment is on the country's clock; else it is in Greenwich
 * @moment: the moment asked about
 */
typedef struct
{
  gboolean is_local;
  gint64   moment;
} PanahToolNow;

char           **panah_tool_pack_directories (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean         panah_tool_parse_options    (int               *argc,
                                              char            ***argv,
                                              const char        *usage,
                                              const GOptionEntry *entries,
                                              guint              n_arguments);
char            *panah_tool_make_line        (const char        *text) G_GNUC_WARN_UNUSED_RESULT;
void             panah_tool_print_line       (const char        *format,
                                              ...) G_GNUC_PRINTF (1, 2);
const char      *panah_tool_get_advice       (const GError      *error);
char            *panah_tool_describe_error   (const GError      *error) G_GNUC_WARN_UNUSED_RESULT;
int              panah_tool_fail             (const GError      *error);
gboolean         panah_tool_read_now         (const char        *on,
                                              PanahToolNow      *out_now,
                                              GError           **error);
PanahLoadedCase *panah_tool_plan_case        (JsonNode          *root,
                                              PanahPackShelf    *packs,
                                              const PanahToolNow *now,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
PanahLoadedCase *panah_tool_load_case        (const char        *path,
                                              const char        *on,
                                              int                passphrase_fd,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void             panah_tool_free_case        (PanahLoadedCase   *self);
char            *panah_tool_describe_passed  (const PanahDeadline *deadline) G_GNUC_WARN_UNUSED_RESULT;
void             panah_tool_print_attention  (const PanahPlan   *plan,
                                              const GPtrArray   *problems);
gboolean         panah_tool_print            (const char        *text,
                                              GError           **error);

int              panah_tool_batch            (int argc, char *argv[]);
int              panah_tool_packs            (int argc, char *argv[]);
int              panah_tool_check_pack       (int argc, char *argv[]);
int              panah_tool_plan             (int argc, char *argv[]);
int              panah_tool_render           (int argc, char *argv[]);
int              panah_tool_seal             (int argc, char *argv[]);
int              panah_tool_unseal           (int argc, char *argv[]);
int              panah_tool_verify           (int argc, char *argv[]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahLoadedCase, panah_tool_free_case)

G_END_DECLS
