/* core-support.h - what the tests of core have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/plan.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON in these tests is written with ' for ", and never holds an apostrophe. */
char       *quote_json     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
JsonNode   *parse_json     (const char *text) G_GNUC_WARN_UNUSED_RESULT;

char       *get_packs_path (void) G_GNUC_WARN_UNUSED_RESULT;
PanahPack  *load_fictional (const char *id) G_GNUC_WARN_UNUSED_RESULT;
PanahFacts *read_facts     (PanahPack  *pack,
                            const char *journey,
                            const char *facts,
                            const char *papers) G_GNUC_WARN_UNUSED_RESULT;
PanahPlan  *make_plan      (PanahPack  *pack,
                            const char *facts,
                            const char *on) G_GNUC_WARN_UNUSED_RESULT;

guint32     day_of         (const char *string);
gint64      moment_of      (const char *string);

/* Runs @test with each row of @rows, whose first member is its name, as `@path/NAME`. */
void        add_rows       (const char     *path,
                            gconstpointer   rows,
                            gsize           n_rows,
                            gsize           row_size,
                            GTestDataFunc   test);

#define ADD_ROWS(path, rows, test) add_rows ((path), (rows), G_N_ELEMENTS (rows), sizeof (rows)[0], (test))

#define assert_contains(haystack, needle)                                                  \
  G_STMT_START                                                                             \
  {                                                                                        \
    const char *haystack_ = (haystack), *needle_ = (needle);                               \
    if (haystack_ == NULL || strstr (haystack_, needle_) == NULL)                          \
      g_error ("%s:%d: “%s” is not in “%s”", __FILE__, __LINE__, needle_, haystack_);      \
  }                                                                                        \
  G_STMT_END

G_END_DECLS
