/* pack-problem.h - what is wrong with a pack: file, JSON pointer, message
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PanahPackProblem:
 * @file: path inside the pack, `deadlines.json`
 * @pointer: JSON pointer (RFC 6901), "" for the whole file
 * @message: what is wrong, in English, for the author of the pack
 * @is_error: %TRUE if the pack cannot be used
 */
typedef struct
{
  char    *file;
  char    *pointer;
  char    *message;
  gboolean is_error;
} PanahPackProblem;

/* An array of PanahPackProblem; a pack's author mends ten at a time, so all are collected. */
typedef GPtrArray PanahPackProblems;

PanahPackProblems *panah_pack_problems_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void               panah_pack_problems_add        (PanahPackProblems *self,
                                                   const char        *file,
                                                   const char        *pointer,
                                                   gboolean           is_error,
                                                   const char        *message);
guint              panah_pack_problems_count_errors (const PanahPackProblems *self);
char              *panah_pack_problem_to_string   (const PanahPackProblem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
