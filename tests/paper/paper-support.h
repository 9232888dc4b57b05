/* paper-support.h - what several tests of the paper layer need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paper/document.h"
#include "paper/pages.h"
#include "paper/render.h"

PanahText               own_text       (const char *words);
PanahText               answer_text    (const char *words,
                                        const char *fact);
PanahDocument          *new_document   (void);
PanahPages             *lay_out        (PanahDocument *document);
GBytes                 *print_pages    (PanahPages *pages);
PanahDocument          *new_sample     (void);
char                   *repeat_words   (const char *words,
                                        gsize       length);
const PanahFieldResult *get_result     (PanahPages *pages,
                                        const char *fact);
char                   *write_pdf      (GBytes *pdf);
char                   *run_program    (const char *const *argv);
gboolean                has_program    (const char *name);
PanahCase              *make_case      (PanahPack  *pack,
                                        JsonObject *facts,
                                        const char *journey,
                                        const char *language);
gint64                  read_moment    (const char *on);
const PanahRendered    *find_document  (const PanahRendering *rendering,
                                        const char           *id);
char                   *read_text      (const PanahRendered  *rendered);
guint                   count_problems_with (const PanahRendering *rendering,
                                             const char           *words);
