/* store-support.h - what the tests of the store have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/container.h"
#include "store/error.h"
#include "store/payload.h"

G_BEGIN_DECLS

/* A key that costs next to nothing: 8 KiB, one pass. */
PanahKey    *make_cheap_key   (const char *passphrase) G_GNUC_WARN_UNUSED_RESULT;
PanahSecret *make_secret      (const char *passphrase) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *make_keys        (PanahKey   *key,
                               ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
GBytes      *make_noise       (gsize       length) G_GNUC_WARN_UNUSED_RESULT;
GBytes      *make_text        (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GBytes      *seal_cheaply     (const char *passphrase,
                               GBytes     *payload) G_GNUC_WARN_UNUSED_RESULT;
/* Another file like @file, with the byte at @at changed, and the check of the head right again. */
GBytes      *change_head      (GBytes     *file,
                               gsize       at,
                               guint8      value) G_GNUC_WARN_UNUSED_RESULT;
JsonNode    *parse            (const char *json) G_GNUC_WARN_UNUSED_RESULT;
char        *print            (JsonNode   *root) G_GNUC_WARN_UNUSED_RESULT;
gboolean     is_sanitized     (void);

/* Runs @test with each row of @rows, whose first member is its name, as `@path/NAME`. */
void         add_rows         (const char *path,
                               gconstpointer rows,
                               gsize       n_rows,
                               gsize       row_size,
                               GTestDataFunc test);

#define ADD_ROWS(path, rows, test) add_rows ((path), (rows), G_N_ELEMENTS (rows), sizeof (rows)[0], (test))

G_END_DECLS
